using System.Globalization;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>With what letters are filled and drawn round ([MS-DOCX] 2.6.1, <c>textFill</c> and <c>textOutline</c>), as far as they vanish by it.</summary>
internal static class DocxFill
{
    /// <summary>Nothing: what lies behind the letters shows through them.</summary>
    public const string None = "none";

    /// <summary>A colour that is not known, or several.</summary>
    public const string Unknown = "?";

    // What is so far from opaque is not told from what lies behind it: in thousandths of a percent, as programs write it.
    private const int Clear = 95_000;

    /// <summary>Reads a fill, on which the reader stands, and moves to its end: its colour, <see cref="None"/> or <see cref="Unknown"/>.</summary>
    public static string Read(XmlReader xml, DocxTheme theme)
    {
        using var inside = xml.ReadSubtree();
        inside.Read();
        var found = new List<string>();
        while (inside.Read())
        {
            if (inside.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (inside.LocalName)
            {
                case "noFill":
                    found.Add(None);
                    break;
                case "srgbClr":
                    found.Add(inside.Word("val") ?? Unknown);
                    break;
                case "schemeClr":
                    found.Add(theme.Find(inside.Word("val")) ?? Unknown);
                    break;
                case "alpha" when found.Count > 0 && Thousandths(inside.Word("val")) >= Clear:
                    found[^1] = None;
                    break;
                case "lumMod" when found.Count > 0:
                    found[^1] = Moved(found[^1], part => part * Thousandths(inside.Word("val")) / 100_000);
                    break;
                case "lumOff" when found.Count > 0:
                    found[^1] = Moved(found[^1], part => part + (255 * Thousandths(inside.Word("val")) / 100_000));
                    break;
                case "tint" or "shade" or "sat" or "satMod" or "satOff" or "hueMod" or "lum" when found.Count > 0 && found[^1] != None:
                    found[^1] = Unknown;
                    break;
            }
        }

        return found.Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList() is [var only] ? only : Unknown;
    }

    // 40000, or 40% (2.1.1217 of [MS-OI29500]).
    private static double Thousandths(string? value) =>
        double.TryParse(value?.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? value!.EndsWith('%') ? number * 1000 : number : 0;

    private static string Moved(string colour, Func<double, double> move) =>
        DocxColours.Parts(colour) is { } parts ? DocxColours.Of([.. parts.Select(part => move(part))]) : colour;
}
