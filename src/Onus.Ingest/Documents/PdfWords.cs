namespace Onus.Ingest.Documents;

/// <summary>
/// Puts the letters of a page together to words and lines, in the order in which the page paints them: that is the order in which programs write.
/// Within a line the place decides, because painting order says little about right-to-left text and tables; where lines run through columns of
/// running text, the columns are read one after the other (<see cref="PageColumns"/>).
/// </summary>
internal static class PdfWords
{
    // In parts of the font size.
    private const double Ascent = 0.85;
    private const double Descent = 0.25;

    /// <summary>Height of the box of a word in parts of its font size.</summary>
    public const double HeightOfSize = Ascent + Descent;

    /// <summary>The words in reading order, and what a person should know about them.</summary>
    public static (IReadOnlyList<PageWord> Words, IReadOnlyList<string> Warnings) Of(PaintedPage page)
    {
        var flaws = new PageFlaws(page);
        var lines = PageColumns.InReadingOrder(Lines(PdfRuns.Of(page.Letters, flaws)));
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

    private static List<List<GlyphRun>> Lines(List<GlyphRun> runs)
    {
        var lines = new List<List<GlyphRun>>();
        foreach (var run in runs)
        {
            if (lines is [.., var line] && PdfRuns.SameLine(line[^1].Last, run.First))
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

    private static PageWord Placed(GlyphRun run, int line, PaintedPage page)
    {
        var first = run.Foot;
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
}
