using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>How text looks, as far as it changes what a person reads; null where it is not said.</summary>
/// <param name="Hidden">Formatted as hidden.</param>
/// <param name="Struck">Struck through.</param>
/// <param name="Raised">1 above the line, -1 below, 0 on it.</param>
/// <param name="Ink">Colour of the letters, RRGGBB, or <c>auto</c>.</param>
/// <param name="Marked">Colour of the highlighter, RRGGBB; empty for none.</param>
/// <param name="Shade">Colour behind it, RRGGBB; empty for none that is known.</param>
/// <param name="Size">Of the letters, in half points.</param>
/// <param name="Scale">Their width, in percent of what it would be.</param>
/// <param name="Fill">With what they are filled in place of their colour: RRGGBB, <see cref="DocxFill.None"/> or <see cref="DocxFill.Unknown"/>.</param>
/// <param name="Outlined">Whether a line is drawn round them, which is seen though nothing fills them.</param>
internal readonly record struct DocxLook(
    bool? Hidden, bool? Struck, int? Raised, string? Ink = null, string? Marked = null, string? Shade = null, int? Size = null, int? Scale = null, string? Fill = null, bool? Outlined = null)
{
    /// <summary>These properties, and where they say nothing, those below.</summary>
    public DocxLook Over(DocxLook below) =>
        new(
            Hidden ?? below.Hidden, Struck ?? below.Struck, Raised ?? below.Raised, Ink ?? below.Ink, Marked ?? below.Marked, Shade ?? below.Shade, Size ?? below.Size,
            Scale ?? below.Scale, Fill ?? below.Fill, Outlined ?? below.Outlined);

    /// <summary>With what a property of a run says (ECMA-376 part 1, 17.3.2).</summary>
    public DocxLook With(XmlReader property, DocxTheme theme) => property.LocalName switch
    {
        "vanish" => this with { Hidden = property.IsOn() },
        "strike" or "dstrike" => this with { Struck = property.IsOn() || (Struck == true && property.LocalName == "dstrike") },
        "vertAlign" => this with { Raised = property.Word("val") switch { "superscript" => 1, "subscript" => -1, _ => 0 } },
        "color" => this with { Ink = theme.Of(property, "val", "themeColor") },
        "highlight" => this with { Marked = DocxColours.OfHighlighter(property.Word("val")) },
        "shd" => this with { Shade = DocxColours.OfShading(property, theme) },
        "w" => this with { Scale = DocxNumbers.Number(property.Word("val")?.TrimEnd('%')) },
        "textFill" => this with { Fill = DocxFill.Read(property, theme) },
        "textOutline" => this with { Outlined = DocxFill.Read(property, theme) != DocxFill.None },
        "sz" => this with { Size = DocxNumbers.Number(property.Word("val")) },
        "position" when property.Word("val") is [not '0', ..] by => this with { Raised = by[0] == '-' ? -1 : 1 },
        _ => this,
    };
}

/// <summary>A style, with what it inherits.</summary>
/// <param name="Look">Of its text.</param>
/// <param name="List">Number of the list that it belongs to; <c>0</c> takes numbering off; null where it says nothing.</param>
/// <param name="Level">Level in the list, from 0; null where it says nothing.</param>
internal sealed record DocxStyle(DocxLook Look, string? List, int? Level);

/// <summary>The styles of a document (ECMA-376 part 1, 17.7), each with what it inherits by <c>basedOn</c>.</summary>
internal sealed class DocxStyles
{
    private static readonly DocxStyle Nothing = new(default, null, null);
    private readonly Dictionary<string, (DocxStyle Own, string? Below)> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocxStyle> known = new(StringComparer.Ordinal);
    private DocxLook all;
    private string? usual;

    /// <summary>Reads the part of styles.</summary>
    public static DocxStyles Read(XmlReader xml, DocxTheme theme)
    {
        var found = new DocxStyles();
        xml.MoveToContent();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.IsWord("style"))
            {
                found.Add(xml, theme);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.IsWord("docDefaults"))
            {
                var depth = xml.Depth;
                foreach (var at in xml.Inside())
                {
                    found.all = at.Depth == depth + 3 && at.IsLook() ? found.all.With(at, theme) : found.all;
                }
            }
            else
            {
                xml.Read();
            }
        }

        return found;
    }

    /// <summary>The style of a paragraph: its own, or the usual one of the document where it names none; where that says nothing, what holds for all text.</summary>
    public DocxStyle OfParagraph(string? name) => Find(name ?? usual) is var style ? style with { Look = style.Look.Over(all) } : Nothing;

    /// <summary>A style by its name; one that says nothing where there is none.</summary>
    public DocxStyle Find(string? name)
    {
        if (name is null)
        {
            return Nothing;
        }

        if (known.TryGetValue(name, out var style))
        {
            return style;
        }

        style = Nothing;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = name; at is not null && seen.Add(at) && styles.TryGetValue(at, out var next); at = next.Below)
        {
            style = new DocxStyle(style.Look.Over(next.Own.Look), style.List ?? next.Own.List, style.Level ?? next.Own.Level);
        }

        return known[name] = style;
    }

    private void Add(XmlReader xml, DocxTheme theme)
    {
        var name = xml.Word("styleId");
        var isUsual = xml.Word("type") is null or "paragraph" && xml.Word("default") is "1" or "true" or "on";
        string? below = null, list = null;
        int? level = null;
        var look = default(DocxLook);
        var depth = xml.Depth;
        foreach (var at in xml.Inside())
        {
            if (!at.IsLook())
            {
                continue;
            }

            switch (at.LocalName)
            {
                case "basedOn":
                    below = at.Word("val");
                    break;
                case "numId":
                    list = at.Word("val");
                    break;
                case "ilvl":
                    level = DocxNumbers.Number(at.Word("val"));
                    break;
                default:
                    // Deeper ones are those of parts of a table.
                    look = at.Depth == depth + 2 ? look.With(at, theme) : look;
                    break;
            }
        }

        if (name is not null)
        {
            styles[name] = (new DocxStyle(look, list, level), below);
            usual = isUsual ? name : usual;
        }
    }
}
