using System.Xml;

namespace Onus.Ingest.Documents;

/// <content>What stands before the text: the properties of the paragraph and of its runs.</content>
internal sealed partial class DocxBuilding
{
    private void RunProperties(XmlReader xml)
    {
        var own = default(DocxLook);
        string? style = null;
        foreach (var at in xml.Inside())
        {
            if (!at.IsLook())
            {
                continue;
            }

            own = own.With(at, place.Sides.Theme);
            style = at.LocalName == "rStyle" ? at.Word("val") : style;
            symbols = at.LocalName == "rFonts" && (at.Word("ascii") ?? at.Word("hAnsi")) is var font && DocxSymbols.IsFont(font) ? font : symbols;
            Font(at);
        }

        run = own.Over(place.Sides.Styles.Find(style).Look);
    }

    private void Font(XmlReader at)
    {
        if (at.LocalName == "rFonts" && (LegacyFonts.Find(at.Word("ascii")) ?? LegacyFonts.Find(at.Word("hAnsi"))) is { } font)
        {
            Say("legacy-font:" + font);
        }
    }

    private void ParagraphProperties(XmlReader xml)
    {
        string? style = null, list = null;
        int? level = null;
        var isGone = false;
        string? shade = null;
        var properties = xml.Depth;
        foreach (var at in xml.Inside())
        {
            if (!at.IsWord())
            {
                continue;
            }

            switch (at.LocalName)
            {
                case "pStyle":
                    style = at.Word("val");
                    break;
                case "numId":
                    list = at.Word("val");
                    break;
                case "ilvl":
                    level = DocxNumbers.Number(at.Word("val"));
                    break;
                case "shd" when at.Depth == properties + 1:
                    shade = DocxColours.OfShading(at, place.Sides.Theme);
                    break;
                case "del" or "moveFrom":
                    // The mark of the paragraph: its number goes with it.
                    Say("tracked-deletion");
                    isGone = true;
                    break;
                case "ins" or "moveTo":
                    Say("tracked-insertion");
                    break;
                default:
                    Font(at);
                    break;
            }
        }

        var look = place.Sides.Styles.OfParagraph(style).Look;
        usual = look with { Shade = shade ?? look.Shade };
        if (!isGone)
        {
            Count(style, list, level);
        }

        counted |= !IsInBox;
    }

    // Once a paragraph: from its properties, or at its end where it has none. A box counts for itself, in an order that programs differ on.
    private void Count(string? style, string? list, int? level)
    {
        if (counted)
        {
            return;
        }

        var inherited = place.Sides.Styles.OfParagraph(style);
        var key = list ?? inherited.List;
        if (key is null or "0" || place.Changes.IsDeleted)
        {
            return;
        }

        var at = level ?? (list is null ? place.Sides.Lists.LevelOfStyle(key, style) : null) ?? inherited.Level ?? 0;
        var number = IsInBox ? null : place.Numbers.Next(key, at);
        if (number is not "")
        {
            Say("automatic-number");
            Say(number is null ? null : "shown-number:" + number);
        }
    }
}
