using System.Globalization;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>Colours of letters and of what lies behind them (ECMA-376 part 1, 17.3.2.6, 17.3.2.15, 17.3.2.32), as far as letters vanish in them.</summary>
internal static class DocxColours
{
    /// <summary>Letters of less than this many half points are seen by nobody: what a page of a PDF calls too small.</summary>
    private const int Tiny = 3;

    // How far two colours may be apart, of 255 in each part, and still not be told from each other.
    private const int Alike = 24;

    private static readonly Dictionary<string, string> Highlighters = new(StringComparer.Ordinal)
    {
        ["black"] = "000000",
        ["blue"] = "0000FF",
        ["cyan"] = "00FFFF",
        ["green"] = "00FF00",
        ["magenta"] = "FF00FF",
        ["red"] = "FF0000",
        ["yellow"] = "FFFF00",
        ["white"] = "FFFFFF",
        ["darkBlue"] = "000080",
        ["darkCyan"] = "008080",
        ["darkGreen"] = "008000",
        ["darkMagenta"] = "800080",
        ["darkRed"] = "800000",
        ["darkYellow"] = "808000",
        ["darkGray"] = "808080",
        ["lightGray"] = "C0C0C0",
    };

    /// <summary>The colour of a highlighter; empty for none.</summary>
    public static string OfHighlighter(string? name) => Highlighters.GetValueOrDefault(name ?? "", "");

    /// <summary>The colour that shading puts behind text; empty where it puts none, or a pattern of two.</summary>
    public static string OfShading(XmlReader shading) => shading.Word("val") switch
    {
        "nil" => "",
        "solid" => shading.Word("color") is { } color && Parts(color) is not null ? color : "000000",
        "clear" or null => shading.Word("fill") is { } fill && Parts(fill) is not null ? fill : "",
        _ => "",
    };

    /// <summary>Why nobody sees letters of this look on the page: the key of its warning; null where they are seen, or where that is not known.</summary>
    /// <param name="look">The look.</param>
    /// <param name="isOnPaper">Whether white paper lies behind it where it says nothing: in a cell or a box that is not known.</param>
    public static string? WhyUnseen(DocxLook look, bool isOnPaper)
    {
        var isAuto = look.Ink is null or "auto";
        // Automatic letters turn white on dark shading. Under a highlighter they stay black.
        return look.Size < Tiny ? "tiny-text"
            : look.Marked is { Length: > 0 } marked ? IsAlike(isAuto ? "000000" : look.Ink!, marked) ? "covered-text" : null
            : isAuto ? null
            : look.Shade is { Length: > 0 } shade ? IsAlike(look.Ink!, shade) ? IsAlike(shade, "FFFFFF") ? "text-without-contrast" : "covered-text" : null
            : isOnPaper && IsAlike(look.Ink!, "FFFFFF") ? "text-without-contrast"
            : null;
    }

    private static bool IsAlike(string one, string other) =>
        Parts(one) is { } a && Parts(other) is { } b && a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) <= Alike);

    private static int[]? Parts(string color) =>
        color.Length == 6 && int.TryParse(color, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? [value >> 16, (value >> 8) & 255, value & 255] : null;
}
