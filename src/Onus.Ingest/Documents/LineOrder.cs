using System.Globalization;
using System.Text;

namespace Onus.Ingest.Documents;

/// <summary>
/// The order in which a line is read, from the places of its letters. A PDF says where letters stand, not in which order they are read;
/// programs paint right-to-left text from the left as often as from the right. This is the reverse of the bidirectional algorithm (UAX 9)
/// for two levels, which is what lines of documents have.
/// </summary>
internal static class LineOrder
{
    /// <summary>The words of a line as they are read.</summary>
    public static IReadOnlyList<GlyphRun> Logical(List<GlyphRun> line)
    {
        var visual = line.OrderBy(run => run.Start).ToList();
        var rightToLeft = visual.Count(IsRightToLeft);
        if (rightToLeft == 0)
        {
            return visual;
        }

        visual = Joined(visual);
        var leftToRight = visual.Count(IsLeftToRight);
        return rightToLeft >= leftToRight
            ? Turned(visual, run => !IsRightToLeft(run), IsLeftToRight, HasLetterOrDigit)
            : Kept(visual);
    }

    /// <summary>The characters of a word as they are read, whichever way the file paints them.</summary>
    public static string Text(IReadOnlyList<Glyph> glyphs)
    {
        if (!glyphs.Any(g => RightToLeft.Has(g.Text)))
        {
            return string.Concat(glyphs.Select(g => g.Text));
        }

        var clusters = Clusters(glyphs).OrderBy(c => c.Start).ToList();
        return string.Concat(Turned(
            clusters, c => IsNumberOrLatin(c.Text) || IsInsideNumber(c.Text), c => IsNumberOrLatin(c.Text), c => IsNumberOrLatin(c.Text)).Select(c => c.Text));
    }

    private static bool IsLeftToRight(GlyphRun run) =>
        run.Glyphs.Any(g => g.Text.EnumerateRunes().Any(Rune.IsLetter)) && !IsRightToLeft(run);

    private static bool HasLetterOrDigit(GlyphRun run) => run.Glyphs.Any(g => g.Text.EnumerateRunes().Any(Rune.IsLetterOrDigit));

    private static bool IsNumberOrLatin(string text) => text.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) && !RightToLeft.Has(r));

    private static bool IsInsideNumber(string text) => text is "." or "," or ":" or "/" or "-" or "\u066B" or "\u066C";

    // From the right; what is read from the left keeps its order between the first that is strong and the last that may end it.
    private static List<T> Turned<T>(List<T> visual, Func<T, bool> isLeftToRight, Func<T, bool> begins, Func<T, bool> ends)
    {
        var read = new List<T>(visual.Count);
        var right = visual.Count - 1;
        while (right >= 0)
        {
            var left = right;
            while (left > 0 && isLeftToRight(visual[right]) && isLeftToRight(visual[left - 1]))
            {
                left--;
            }

            var first = visual.FindIndex(left, right - left + 1, x => isLeftToRight(x) && begins(x));
            var last = first < 0 ? left - 1 : visual.FindLastIndex(right, right - first + 1, x => ends(x));
            first = first < 0 ? left : first;
            for (var i = right; i > last; i--)
            {
                read.Add(visual[i]);
            }

            for (var i = first; i <= last; i++)
            {
                read.Add(visual[i]);
            }

            for (var i = first - 1; i >= left; i--)
            {
                read.Add(visual[i]);
            }

            right = left - 1;
        }

        return read;
    }

    // Mostly left to right: only the runs of right-to-left words turn.
    private static List<GlyphRun> Kept(List<GlyphRun> visual)
    {
        var read = new List<GlyphRun>(visual.Count);
        for (var i = 0; i < visual.Count; i++)
        {
            var to = i;
            while (to + 1 < visual.Count && IsRightToLeft(visual[to]) && IsRightToLeft(visual[to + 1]))
            {
                to++;
            }

            for (var k = to; k >= i; k--)
            {
                read.Add(visual[k]);
            }

            i = to;
        }

        return read;
    }

    private static bool IsRightToLeft(GlyphRun run) => run.Glyphs.Any(g => RightToLeft.Has(g.Text));

    // A full stop painted apart from its word still belongs to it.
    private static List<GlyphRun> Joined(List<GlyphRun> visual)
    {
        var joined = new List<GlyphRun>();
        foreach (var run in visual)
        {
            if (joined is [.., var before] && Math.Abs(run.Start - before.End) < 0.1 * Math.Max(run.Size, before.Size))
            {
                before.Add(run);
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    // Vowel signs have no width and stay with their letter, which comes before them where the file keeps reading order and after them where it paints from the left.
    private static List<(string Text, double Start)> Clusters(IReadOnlyList<Glyph> glyphs)
    {
        var paintedFromLeft = glyphs[^1].Start > glyphs[0].Start;
        var clusters = new List<(string Text, double Start)>();
        var marks = "";
        foreach (var glyph in glyphs)
        {
            if (!IsMark(glyph.Text))
            {
                clusters.Add((glyph.Text + marks, glyph.Start));
                marks = "";
            }
            else if (paintedFromLeft)
            {
                marks = glyph.Text + marks;
            }
            else if (clusters is [.., var (text, start)])
            {
                clusters[^1] = (text + glyph.Text, start);
            }
            else
            {
                marks += glyph.Text;
            }
        }

        if (marks.Length > 0)
        {
            clusters.Add((marks, glyphs[^1].Start));
        }

        return clusters;
    }

    private static bool IsMark(string text) => CharUnicodeInfo.GetUnicodeCategory(text, 0) is UnicodeCategory.NonSpacingMark;
}

/// <summary>Which characters are read from the right: the blocks whose default bidirectional class is R or AL (Unicode 16, DerivedBidiClass).</summary>
internal static class RightToLeft
{
    public static bool Has(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Has(rune))
            {
                return true;
            }
        }

        return false;
    }

    // Digits of these blocks are numbers and read from the left.
    public static bool Has(Rune rune) => rune.Value switch
    {
        < 0x0590 => false,
        (>= 0x0660 and <= 0x066C) or (>= 0x06F0 and <= 0x06F9) => false,
        <= 0x08FF => true,
        (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) => true,
        (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => true,
        _ => false,
    };
}
