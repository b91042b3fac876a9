namespace Onus.Ingest.Documents;

/// <summary>
/// Fonts from before Unicode that show Devanagari for Latin letters: what is read is not what is seen. Statements typed in them are common,
/// and a search for a name finds nothing in them.
/// </summary>
internal static class LegacyFonts
{
    private static readonly string[] Names =
    [
        "Preeti", "Kantipur", "Himalb", "Himali", "PCS Nepali", "PCSNepali", "Sagarmatha", "Aakriti", "Ganess", "Navjeevan",
        "Kruti Dev", "KrutiDev", "Chanakya", "DevLys", "Shusha", "Walkman-Chanakya",
    ];

    /// <summary>The family that a font name belongs to (<c>ABCDEF+Preeti-Bold</c> is Preeti), or null.</summary>
    public static string? Find(string? fontName)
    {
        if (string.IsNullOrEmpty(fontName))
        {
            return null;
        }

        var name = fontName.Length > 7 && fontName[6] == '+' ? fontName.AsSpan(7) : fontName;
        foreach (var family in Names)
        {
            if (name.StartsWith(family, StringComparison.OrdinalIgnoreCase))
            {
                return family;
            }
        }

        return null;
    }
}
