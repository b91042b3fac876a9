using System.Text;

namespace Onus.Ingest.Documents;

/// <summary>
/// Columns that a program paints across, line by line: where the same gap runs through three or more lines and running text stands on both of its sides,
/// one side is read after the other. Tables stay as they are: their rows are what belongs together.
/// </summary>
internal static class PageColumns
{
    private const int FewestLines = 3;

    // In parts of the font size: no space between words of a sentence is as wide.
    private const double Gutter = 1.0;

    // Lines of one paragraph stand at most so many font sizes apart.
    private const double WidestStep = 2.2;

    /// <summary>The lines in the order in which they are read.</summary>
    public static List<List<GlyphRun>> InReadingOrder(List<List<GlyphRun>> lines)
    {
        var read = new List<List<GlyphRun>>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var (count, at) = Block(lines, i);
            if (count < FewestLines)
            {
                read.Add(lines[i++]);
                continue;
            }

            var (left, right) = Split(lines.GetRange(i, count), at);
            if (!IsRunning(left) || !IsRunning(right))
            {
                read.Add(lines[i++]);
                continue;
            }

            // Each side may hold columns itself.
            var fromRight = left.Concat(right).SelectMany(l => l).Count(r => RightToLeft.Has(r.Text)) * 2 > left.Concat(right).Sum(l => l.Count);
            read.AddRange(InReadingOrder(fromRight ? right : left));
            read.AddRange(InReadingOrder(fromRight ? left : right));
            i += count;
        }

        return read;
    }

    // How many lines from here one gap runs through, and where it lies.
    private static (int Count, double At) Block(List<List<GlyphRun>> lines, int from)
    {
        var best = (Count: 0, At: 0.0);
        foreach (var gap in Gaps(lines[from]))
        {
            var (low, high) = gap;
            var count = 1;
            while (from + count < lines.Count && Follows(lines[from + count - 1], lines[from + count]))
            {
                var size = lines[from + count].Max(r => r.Size);
                var next = Gaps(lines[from + count])
                    .Select(g => (Low: Math.Max(low, g.Low), High: Math.Min(high, g.High)))
                    .Where(g => g.High - g.Low >= Gutter * size).Select(g => ((double Low, double High)?)g).FirstOrDefault();
                if (next is not { } narrowed)
                {
                    break;
                }

                (low, high) = narrowed;
                count++;
            }

            if (count > best.Count)
            {
                best = (count, (low + high) / 2);
            }
        }

        return best;
    }

    private static List<(double Low, double High)> Gaps(List<GlyphRun> line)
    {
        var gaps = new List<(double Low, double High)>();
        var size = line.Max(r => r.Size);
        var end = double.MaxValue;
        foreach (var run in line.OrderBy(r => r.Start))
        {
            if (run.Start - end >= Gutter * size)
            {
                gaps.Add((end, run.Start));
            }

            end = end == double.MaxValue ? run.End : Math.Max(end, run.End);
        }

        return gaps;
    }

    private static bool Follows(List<GlyphRun> before, List<GlyphRun> line)
    {
        var (a, b) = (before[0].First, line[0].First);
        var step = a.Across(b);
        return (a.Ux * b.Ux) + (a.Uy * b.Uy) > 0.99 && step < 0 && -step <= WidestStep * Math.Max(a.Size, b.Size);
    }

    private static (List<List<GlyphRun>> Left, List<List<GlyphRun>> Right) Split(List<List<GlyphRun>> lines, double at) =>
        ([.. lines.Select(l => l.Where(r => r.Start < at).ToList()).Where(l => l.Count > 0)], [.. lines.Select(l => l.Where(r => r.Start >= at).ToList()).Where(l => l.Count > 0)]);

    // Several words a line, more letters than figures, and lines that go on in the middle of a sentence: cells begin with capitals or figures.
    private static bool IsRunning(List<List<GlyphRun>> lines)
    {
        var runes = lines.SelectMany(l => l).SelectMany(r => r.Text.EnumerateRunes()).ToList();
        var letters = runes.Count(r => Rune.IsLetter(r) || Rune.GetUnicodeCategory(r) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
        var words = lines.Sum(l => l.Count);
        var goOn = lines.Skip(1).Count(l => l.OrderBy(r => r.Start).First().Text.EnumerateRunes().FirstOrDefault() is var first && Rune.IsLetter(first) && !Rune.IsUpper(first));
        return words >= 2.5 * lines.Count && letters >= 0.7 * runes.Count && goOn * 2 >= lines.Count - 1;
    }
}
