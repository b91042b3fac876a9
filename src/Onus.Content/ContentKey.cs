using System.Text;
using System.Text.RegularExpressions;

namespace Onus.Content;

/// <summary>How keys of content files are written: lower case with hyphens. Those of texts may be joined by dots.</summary>
internal static class ContentKey
{
    /// <summary>The form, for a schema.</summary>
    public const string Form = "^[a-z0-9]+(?:-[a-z0-9]+)*(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)*$";

    private static readonly Regex Key = new(Form, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whether a key is written so.</summary>
    public static bool IsOne(string key) => Key.IsMatch(key);

    /// <summary>The key as it is written: <c>date-order</c> for <c>dateOrder</c> and <c>date_order</c>.</summary>
    public static string Of(string key)
    {
        var written = new StringBuilder();
        foreach (var c in key)
        {
            if ((c is '_' or ' ' or '-' || char.IsAsciiLetterUpper(c)) && written.Length > 0 && written[^1] is not ('-' or '.'))
            {
                written.Append('-');
            }

            if (c is not ('_' or ' ' or '-'))
            {
                written.Append(char.ToLowerInvariant(c));
            }
        }

        return written.ToString();
    }

    /// <summary>Whether two words are the same but for their case and what parts them.</summary>
    public static bool IsAlike(string one, string other) => Letters(one).SequenceEqual(Letters(other));

    private static IEnumerable<char> Letters(string word) => word.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant);
}
