using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Onus.Ingest.Documents;

/// <summary>
/// Puts the letters of a page together to words and lines, in the order in which the page paints them: that is the order in which programs write,
/// and it keeps columns apart. Within a line the place decides, because painting order says little about right-to-left text and tables.
/// </summary>
internal static class PdfWords
{
    // In parts of the font size. A space is rarely narrower than 0.2; letters of one word rarely stand 0.2 apart, and may overlap a little.
    private const double WordGap = 0.18;
    private const double Overlap = 0.6;
    private const double SameBaseline = 0.4;
    private const double Ascent = 0.85;
    private const double Descent = 0.25;

    /// <summary>The words in reading order, and what a person should know about them.</summary>
    public static (IReadOnlyList<PageWord> Words, IReadOnlyList<string> Warnings) Of(Page page)
    {
        var flaws = new Flaws();
        var lines = Lines(Runs(page.Letters, flaws));
        var words = new List<PageWord>();
        var number = 0;
        foreach (var line in lines)
        {
            var before = words.Count;
            foreach (var run in LineOrder.Logical(line))
            {
                var word = Placed(run, number + 1, page);
                if (word.X + word.W <= 0 || word.Y + word.H <= 0 || word.X >= page.Width || word.Y >= page.Height)
                {
                    // Cut away by the crop box: nobody sees it, so it is not what the page says.
                    flaws.Outside++;
                    continue;
                }

                flaws.Look(run);
                words.Add(word);
            }

            number += words.Count > before ? 1 : 0;
        }

        return (words, flaws.Warnings());
    }

    private static List<GlyphRun> Runs(IReadOnlyList<Letter> letters, Flaws flaws)
    {
        var runs = new List<GlyphRun>();
        var seen = new Overprints();
        GlyphRun? run = null;
        foreach (var letter in letters)
        {
            var glyph = Glyph.Of(letter, run?.Last);
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

            if (seen.Has(glyph))
            {
                continue;
            }

            flaws.Look(letter.FontName);

            if (run is null || !Continues(run.Last, glyph))
            {
                run = new GlyphRun();
                runs.Add(run);
            }

            run.Add(glyph);
        }

        return runs;
    }

    // Either after the letter before, or, in right-to-left text, in front of it.
    private static bool Continues(Glyph last, Glyph next)
    {
        if (!SameLine(last, next))
        {
            return false;
        }

        var size = Math.Max(last.Size, next.Size);
        var forward = next.Start - last.End;
        var backward = last.Start - next.End;
        return (forward >= -Overlap * size && forward <= WordGap * size)
            || (backward >= -Overlap * size && backward <= WordGap * size && RightToLeft.Has(next.Text));
    }

    private static List<List<GlyphRun>> Lines(List<GlyphRun> runs)
    {
        var lines = new List<List<GlyphRun>>();
        foreach (var run in runs)
        {
            if (lines is [.., var line] && SameLine(line[^1].Last, run.First))
            {
                line.Add(run);
            }
            else
            {
                lines.Add([run]);
            }
        }

        return lines;
    }

    private static bool SameLine(Glyph a, Glyph b) =>
        (a.Ux * b.Ux) + (a.Uy * b.Uy) > 0.99 && Math.Abs(a.Across(b)) < SameBaseline * Math.Max(a.Size, b.Size);

    private static PageWord Placed(GlyphRun run, int line, Page page)
    {
        var first = run.First;
        var (ux, uy) = (first.Ux, first.Uy);
        var size = run.Size;
        var (start, end) = (run.Start, Math.Max(run.End, run.Start + (0.1 * size)));
        double left = double.MaxValue, right = double.MinValue, low = double.MaxValue, high = double.MinValue;
        foreach (var (along, up) in ((double, double)[])[(start, -Descent), (start, Ascent), (end, -Descent), (end, Ascent)])
        {
            // From the turned axes of the line back to the page.
            var across = first.Height + (up * size);
            var x = (along * ux) - (across * uy);
            var y = (along * uy) + (across * ux);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (low, high) = (Math.Min(low, y), Math.Max(high, y));
        }

        var baseX = (start * ux) - (first.Height * uy);
        var baseY = (start * uy) + (first.Height * ux);
        var angle = Round(-Math.Atan2(uy, ux) * 180 / Math.PI);
        return new PageWord(
            run.Text, Round(left), Round(page.Height - high), Round(right - left), Round(high - low), line, Round(size),
            Round(baseX), Round(page.Height - baseY), angle <= -180 ? angle + 360 : angle);
    }

    /// <summary>Hundredths of a point: finer than any printer, and short in JSON. Adding 0 turns a negative zero into zero.</summary>
    internal static double Round(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0;

    private sealed class Flaws
    {
        private string? fontName;
        private string? legacyFont;
        private bool invisible;
        private int unmapped;

        public int Outside { get; set; }

        public void Look(string? font)
        {
            if (!string.Equals(font, fontName, StringComparison.Ordinal))
            {
                fontName = font;
                legacyFont ??= LegacyFonts.Find(font);
            }
        }

        public void Look(GlyphRun run)
        {
            foreach (var glyph in run.Glyphs)
            {
                invisible |= glyph.Invisible;
                unmapped += glyph.Text.Count(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF'));
            }
        }

        public List<string> Warnings()
        {
            var warnings = new List<string>();
            if (invisible)
            {
                warnings.Add("invisible-text");
            }

            if (legacyFont is not null)
            {
                warnings.Add("legacy-font:" + legacyFont);
            }

            if (unmapped > 0)
            {
                warnings.Add(FormattableString.Invariant($"unmapped-characters:{unmapped}"));
            }

            if (Outside > 0)
            {
                warnings.Add(FormattableString.Invariant($"text-outside-page:{Outside}"));
            }

            return warnings;
        }
    }

    // Bold is sometimes imitated by painting the same letters twice, a hair apart: they are read once.
    private sealed class Overprints
    {
        private readonly Dictionary<(string Text, int X, int Y), List<PdfPoint>> places = [];

        public bool Has(Glyph glyph)
        {
            var near = 0.15 * glyph.Size;
            var (x, y) = ((int)(glyph.Origin.X / 4), (int)(glyph.Origin.Y / 4));
            for (var dx = -1; dx <= 1; dx++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    if (places.TryGetValue((glyph.Text, x + dx, y + dy), out var others)
                        && others.Exists(o => Math.Abs(o.X - glyph.Origin.X) < near && Math.Abs(o.Y - glyph.Origin.Y) < near))
                    {
                        return true;
                    }
                }
            }

            var key = (glyph.Text, x, y);
            if (places.TryGetValue(key, out var list))
            {
                list.Add(glyph.Origin);
            }
            else
            {
                places.Add(key, [glyph.Origin]);
            }

            return false;
        }
    }
}
