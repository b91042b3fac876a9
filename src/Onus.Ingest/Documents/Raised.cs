namespace Onus.Ingest.Documents;

/// <summary>
/// Figures set higher or lower than the word they stand in: marks of notes, exponents, cents. They are read as the raised and lowered figures of Unicode,
/// because as plain ones they would make another number of the one before.
/// </summary>
internal static class Raised
{
    // In parts of the font size, above and below the baseline.
    private const double High = 0.15;
    private const double HighAtFullSize = 0.2;
    private const double Low = -0.08;
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>Whether a word has such figures.</summary>
    public static bool Any(GlyphRun run) => run.Glyphs.Count > 1 && run.Glyphs.Any(g => IsFigure(g.Text) && Figures(run, g) is not null);

    /// <summary>What a letter of a word is read as.</summary>
    public static string Text(GlyphRun run, Glyph glyph) =>
        IsFigure(glyph.Text) && Figures(run, glyph) is { } figures ? figures[glyph.Text[0] - '0'].ToString() : glyph.Text;

    private static string? Figures(GlyphRun run, Glyph glyph)
    {
        // Text recognition puts letters where it believes to see them: their heights say nothing.
        if (glyph.Letter.Invisible)
        {
            return null;
        }

        var (up, small) = (run.Foot.Across(glyph) / run.Size, glyph.Size < GlyphRun.SmallSize * run.Size);
        return up >= (small ? High : HighAtFullSize) ? Above : small && up <= Low ? Below : null;
    }

    private static bool IsFigure(string text) => text is [>= '0' and <= '9'];
}
