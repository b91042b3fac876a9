using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;

namespace Onus.Tests.Sound;

/// <summary>
/// What somebody who does not see a page is told that a thing on it is called: the accessible name of the recommendation
/// "Accessible Name and Description Computation 1.2", as far as it goes without a style sheet.
/// </summary>
internal static class Naming
{
    /// <summary>The labels of each page that was asked about, by what they name: a page is looked at when it is whole.</summary>
    private static readonly ConditionalWeakTable<IDocument, ILookup<string, IElement>> Labels = [];

    /// <summary>The name; empty where there is none. A tooltip or an example in the field is no name.</summary>
    public static string NameOf(IElement element)
    {
        if (element.GetAttribute("aria-labelledby") is { } ids)
        {
            return string.Join(' ', ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => element.Owner!.GetElementById(id)).OfType<IElement>().Select(TextOf)).Trim();
        }

        if (element.GetAttribute("aria-label")?.Trim() is { Length: > 0 } label)
        {
            return label;
        }

        return element.LocalName switch
        {
            "input" when element.GetAttribute("type") is "submit" or "button" or "reset" => element.GetAttribute("value")?.Trim() ?? "",
            "input" or "select" or "textarea" or "progress" or "meter" => string.Join(' ', LabelsOf(element).Select(TextOf)).Trim(),
            "img" => element.GetAttribute("alt")?.Trim() ?? "",
            "svg" => element.Children.FirstOrDefault(child => child.LocalName == "title")?.TextContent.Trim() ?? "",
            "fieldset" => element.Children.FirstOrDefault(child => child.LocalName == "legend") is { } legend ? TextOf(legend) : "",
            "table" => element.Children.FirstOrDefault(child => child.LocalName == "caption") is { } caption ? TextOf(caption) : "",
            _ => TextOf(element),
        };
    }

    /// <summary>The labels of a control: those that name it, and those it stands in.</summary>
    public static IReadOnlyList<IElement> LabelsOf(IElement control) =>
    [
        .. control.Id is { Length: > 0 } id ? Labels.GetValue(control.Owner!, page => page.QuerySelectorAll("label[for]").ToLookup(label => label.GetAttribute("for")!, StringComparer.Ordinal))[id] : [],
        .. control.Closest("label") is { } around && !around.HasAttribute("for") ? [around] : Array.Empty<IElement>(),
    ];

    /// <summary>The words of a thing that are read out, pictures by what stands for them.</summary>
    public static string TextOf(IElement element)
    {
        var words = new StringBuilder();
        Read(element, words);
        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Read(INode node, StringBuilder words)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                words.Append(text.Data);
            }
            else if (child is IElement element && element.GetAttribute("aria-hidden") != "true" && !element.HasAttribute("hidden") && element.LocalName is not ("script" or "style" or "template"))
            {
                words.Append(' ');
                if (element.GetAttribute("aria-label") is { } label)
                {
                    words.Append(label);
                }
                else if (element.LocalName == "img")
                {
                    words.Append(element.GetAttribute("alt"));
                }
                else
                {
                    Read(element, words);
                }

                words.Append(' ');
            }
        }
    }
}
