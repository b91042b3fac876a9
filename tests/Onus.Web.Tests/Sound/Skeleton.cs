using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Onus.Tests.Sound;

/// <summary>
/// What a page is built of, whatever it says: every chain of elements from its body down to one of them, each with classes, role, kind of field and
/// states. Two pages of one skeleton differ in words, in how many of a kind there are, and in names and ids, which <see cref="Structure"/> looks at.
/// </summary>
internal static class Skeleton
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(IHtmlDocument page)
    {
        var chains = new SortedSet<string>(StringComparer.Ordinal);
        Gather(page.Body!, "", chains);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', chains))))[..16];
    }

    private static void Gather(IElement element, string above, SortedSet<string> chains)
    {
        var chain = above + "/" + Shape(element);
        chains.Add(chain);
        foreach (var child in element.Children)
        {
            Gather(child, chain, chains);
        }
    }

    private static string Shape(IElement element)
    {
        var shape = new StringBuilder(element.LocalName);
        foreach (var name in element.ClassList.Order(StringComparer.Ordinal))
        {
            shape.Append('.').Append(name);
        }

        foreach (var attribute in element.Attributes.Where(a => a.Name is "role" or "type" or "tabindex" or "hidden" or "open" or "scope" or "dir").OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            shape.Append('[').Append(attribute.Name).Append('=').Append(attribute.Value).Append(']');
        }

        foreach (var name in element.Attributes.Select(a => a.Name).Where(n => n.StartsWith("aria-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            shape.Append('[').Append(name).Append(']');
        }

        return shape.ToString();
    }
}
