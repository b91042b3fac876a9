using System.Globalization;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>Colours of letters and of what lies behind them (ECMA-376 part 1, 17.3.2.6, 17.3.2.15, 17.3.2.32), as far as letters vanish in them.</summary>
internal static class DocxColours
{
    /// <summary>Letters of less than this many half points are seen by nobody: what a page of a PDF calls too small.</summary>
    private const int Tiny = 3;

    // Of letters of which nothing says how large they are (17.3.2.38).
    private const int Usual = 20;

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

    /// <summary>The colour that shading puts behind text; empty where it puts none, <see cref="DocxFill.Unknown"/> for a pattern of two that are told from each other.</summary>
    public static string OfShading(XmlReader shading, DocxTheme theme)
    {
        var (before, behind) = (theme.Of(shading, "color", "themeColor"), theme.Of(shading, "fill", "themeFill"));
        // What is left to the program is black on white.
        var (front, back) = (Parts(before) is null ? "000000" : before!, Parts(behind) is null ? "FFFFFF" : behind!);
        return shading.Word("val") switch
        {
            "nil" => "",
            "solid" => front,
            "clear" or null => Parts(behind) is null ? "" : behind!,
            { } pattern when pattern.StartsWith("pct", StringComparison.Ordinal) && DocxNumbers.Number(pattern["pct".Length..]) is { } share and >= 0 and <= 100 =>
                Of([.. Parts(front)!.Zip(Parts(back)!, (one, other) => ((one * share) + (other * (100 - share))) / 100d)]),
            _ => IsAlike(front, back) ? back : DocxFill.Unknown,
        };
    }

    /// <summary>A colour of its three parts, RRGGBB.</summary>
    public static string Of(double[] parts) =>
        string.Concat(parts.Select(part => ((int)Math.Round(Math.Clamp(part, 0, 255), MidpointRounding.AwayFromZero)).ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>The three parts of a colour; null where it is none.</summary>
    public static int[]? Parts(string? color) =>
        color?.Length == 6 && int.TryParse(color, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? [value >> 16, (value >> 8) & 255, value & 255] : null;

    /// <summary>Why nobody sees letters of this look on the page: the key of its warning; null where they are seen, or where that is not known.</summary>
    /// <param name="look">The look.</param>
    /// <param name="isOnPaper">Whether white paper lies behind it where it says nothing: in a cell or a box that is not known.</param>
    public static string? WhyUnseen(DocxLook look, bool isOnPaper)
    {
        // Who fills letters says with that how they look, whatever their colour was.
        var ink = look.Fill ?? look.Ink;
        var isAuto = ink is null or "auto";
        // Automatic letters turn white on dark shading. Under a highlighter they stay black. What is pressed together is as small as what is small.
        return look.Size < Tiny || (look.Size ?? Usual) * (look.Scale ?? 100) < Tiny * 100 ? "tiny-text"
            : ink == DocxFill.None ? look.Outlined == true ? null : "text-without-contrast"
            : look.Marked is { Length: > 0 } marked ? IsAlike(isAuto ? "000000" : ink!, marked) ? "covered-text" : null
            : isAuto ? null
            : look.Shade is { Length: > 0 } shade ? IsAlike(ink!, shade) ? IsAlike(shade, "FFFFFF") ? "text-without-contrast" : "covered-text" : null
            : isOnPaper && IsAlike(ink!, "FFFFFF") ? "text-without-contrast"
            : null;
    }

    private static bool IsAlike(string one, string other) =>
        Parts(one) is { } a && Parts(other) is { } b && a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) <= Alike);
}
