using System.Globalization;

namespace Onus.Ingest.Documents;

/// <summary>
/// Signs of symbol fonts, whose numbers mean nothing elsewhere. Boxes and ticks are known, because a form says with them what somebody answered; every other
/// sign is kept as its number. Source: the tables of Wingdings and Wingdings 2 in Unicode L2/12-368.
/// </summary>
internal static class DocxSymbols
{
    /// <summary>Whether letters in a font show signs instead.</summary>
    public static bool IsFont(string? font) => font is not null && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Equals("Webdings", StringComparison.OrdinalIgnoreCase));

    /// <summary>The box or tick that a sign shows; null for any other.</summary>
    /// <param name="font">Name of the font.</param>
    /// <param name="number">The sign, as its number in the font or that in the private area of Unicode from F000.</param>
    public static string? Box(string? font, int number) => (font?.ToUpperInvariant(), number is >= 0xF000 and <= 0xF0FF ? number - 0xF000 : number) switch
    {
        ("WINGDINGS", 0x6F or 0x71 or 0x72 or 0xA8) or ("WINGDINGS 2", 0x2A or 0x2B or 0x30 or 0xA3) => "\u2610",
        ("WINGDINGS", 0xFE) or ("WINGDINGS 2", 0x52) => "\u2611",
        ("WINGDINGS", 0x78 or 0xFD) or ("WINGDINGS 2", 0x51 or 0x53 or 0x54) => "\u2612",
        ("WINGDINGS", 0xFC) or ("WINGDINGS 2", 0x50) => "\u2713",
        ("WINGDINGS", 0xFB) or ("WINGDINGS 2", 0x4F) => "\u2717",
        _ => null,
    };

    /// <summary>The number of a sign as the file states it; null where that is none.</summary>
    public static char? Sign(string? code) =>
        ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number >= 0x20 && !char.IsSurrogate((char)number) ? (char)number : null;
}
