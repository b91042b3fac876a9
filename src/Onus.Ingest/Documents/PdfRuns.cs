namespace Onus.Ingest.Documents;

/// <summary>Puts letters together to words, in the order in which the page paints them.</summary>
internal static class PdfRuns
{
    // In parts of the font size. Letters of one word may overlap a little; words set tightly stand 0.12 apart, pairs of letters that are spaced out less.
    private const double WordGap = 0.12;
    private const double Overlap = 0.6;

    // Where another operator paints on: cells and words that have a place of their own stand closer than words that were set in one go.
    private const double OperatorGap = 0.1;

    // Where every letter has an operator of its own, programs round their places.
    private const double LetterGap = 0.15;

    // Two figures of two cells are never one number; programs place the figures of one number to a hundredth.
    private const double FigureGap = 0.03;
    private const double FigureGapWithin = 0.08;

    // A sum that is wider than its cell runs into the next one.
    private const double FigureOverlap = 0.1;
    private const double SameBaseline = 0.4;

    /// <summary>The runs of letters of a page.</summary>
    public static List<GlyphRun> Of(IReadOnlyList<PaintedLetter> letters, PageFlaws flaws)
    {
        var runs = new List<GlyphRun>();
        var seen = new Overprints();
        var shadows = Shadows.Of(letters);
        GlyphRun? run = null;
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            if (shadows.Contains(i))
            {
                continue;
            }

            var glyph = Glyph.Of(letter, i, run?.Last);
            if (!glyph.IsFinite)
            {
                flaws.Outside++;
                continue;
            }

            if (glyph.Text.Length == 0)
            {
                // The rest of a span whose text stands at its first letter: it only takes room.
                run?.Widen(glyph);
                continue;
            }

            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                run = null;
                continue;
            }

            if (seen.Has(glyph, i > 0 && letters[i - 1].Operator == letter.Operator))
            {
                continue;
            }

            flaws.Look(letter.Font);
            if (run is null || !Continues(run.Last, glyph, letters))
            {
                run = new GlyphRun();
                runs.Add(run);
            }

            run.Add(glyph);
        }

        return runs;
    }

    /// <summary>Whether two letters stand on one baseline, or one of them is raised or lowered a little.</summary>
    public static bool SameLine(Glyph a, Glyph b) =>
        (a.Ux * b.Ux) + (a.Uy * b.Uy) > 0.99 && Math.Abs(a.Across(b)) < SameBaseline * Math.Max(a.Size, b.Size);

    // Either after the letter before, or, in right-to-left text, in front of it.
    private static bool Continues(Glyph last, Glyph next, IReadOnlyList<PaintedLetter> letters)
    {
        if (!SameLine(last, next))
        {
            return false;
        }

        var size = Math.Max(last.Size, next.Size);
        var (gap, overlap) = Gap(last, next, letters);
        var widest = gap * size;

        // Room that the file asks for behind every letter parts no words.
        var forward = next.Start - Math.Max(last.End, last.Next);
        var backward = last.Start - next.End;
        return (next.Start - last.End >= -overlap * size && (forward <= widest || next.Start - last.End <= widest))
            || (backward >= -Overlap * size && backward <= widest && RightToLeft.Has(next.Text));
    }

    // How far apart and how far over each other two letters of one word may stand.
    private static (double Gap, double Overlap) Gap(Glyph last, Glyph next, IReadOnlyList<PaintedLetter> letters)
    {
        var (before, after) = (last.Text[^1], next.Text[0]);
        var figures = (char.IsDigit(before) || char.IsDigit(after)) && Math.Abs(last.Across(next)) < 0.1 * Math.Max(last.Size, next.Size);
        if (last.Letter.Operator == next.Letter.Operator)
        {
            return (figures && IsFigure(before) && IsFigure(after) ? FigureGapWithin : WordGap, Overlap);
        }

        if (IsAlone(last.Index, letters) && IsAlone(next.Index, letters))
        {
            return (LetterGap, Overlap);
        }

        return !figures || !IsPartOfSum(before) || !IsPartOfSum(after) ? (OperatorGap, Overlap)
            : (FigureGap, IsFigure(before) && IsFigure(after) ? FigureOverlap : Overlap);
    }

    private static bool IsFigure(char c) => char.IsDigit(c) || c is '.' or ',';

    // What amounts begin and end with: "200" and "-150.00" are two.
    private static bool IsPartOfSum(char c) => IsFigure(c) || c is '-' or '+' or '\u2212' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;

    private static bool IsAlone(int index, IReadOnlyList<PaintedLetter> letters) =>
        (index == 0 || letters[index - 1].Operator != letters[index].Operator)
        && (index == letters.Count - 1 || letters[index + 1].Operator != letters[index].Operator);

    // Bold is sometimes imitated by painting the same letters twice, a hair apart: they are read once.
    private sealed class Overprints
    {
        private readonly Dictionary<(string Text, int X, int Y), List<Glyph>> places = [];

        public bool Has(Glyph glyph, bool follows)
        {
            // Of narrow letters two of a kind stand closer than the hair of a wide one.
            var across = 0.15 * glyph.Size;
            var advance = glyph.End - glyph.Start;
            var along = Math.Min(across, advance > 0.01 * glyph.Size ? advance / 3 : 0.05 * glyph.Size);
            var (x, y) = ((int)(glyph.Origin.X / 4), (int)(glyph.Origin.Y / 4));
            for (var dx = -1; dx <= 1; dx++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    if (places.TryGetValue((glyph.Text, x + dx, y + dy), out var others)
                        && others.Exists(o => Math.Abs(glyph.Across(o)) < across && Math.Abs((o.Origin.X * glyph.Ux) + (o.Origin.Y * glyph.Uy) - glyph.Start) < along
                            && !(follows && o.Index == glyph.Index - 1)))
                    {
                        return true;
                    }
                }
            }

            var key = (glyph.Text, x, y);
            if (places.TryGetValue(key, out var list))
            {
                list.Add(glyph);
            }
            else
            {
                places.Add(key, [glyph]);
            }

            return false;
        }
    }
}
