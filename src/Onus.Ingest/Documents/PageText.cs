using System.Text;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Documents;

/// <summary>
/// The text of words: in reading order, one space between words of a line, one line feed between lines, nothing before or after. Where the gap between
/// two words of a line is wider than one and a half times their size, a tab stands for it: cells and columns are no sentence.
/// What a citation of a page or of boxes hashes is the UTF-8 of this text.
/// </summary>
public static class PageText
{
    private const double WideGap = 1.5;

    /// <summary>The text of all words; empty without words.</summary>
    public static string Of(IReadOnlyList<PageWord> words) => Join(words);

    /// <summary>The text of the words whose centre lies in one of the boxes, each once, whatever the order of the boxes.</summary>
    public static string In(IReadOnlyList<PageWord> words, IReadOnlyList<Box> boxes) =>
        Join(words.Where(word => boxes.Any(word.IsIn)));

    private static string Join(IEnumerable<PageWord> words)
    {
        var all = words as IReadOnlyList<PageWord> ?? [.. words];
        var text = new StringBuilder();
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0)
            {
                text.Append(all[i - 1].Line != all[i].Line ? '\n' : IsWide(all, i) ? '\t' : ' ');
            }

            text.Append(all[i].Text);
        }

        return text.ToString();
    }

    // Along the baseline, from the end of the one that stands first to the beginning of the other: words from the right follow towards the left.
    // Where a line is read from both sides, words that follow each other stand apart, and others of the line stand between them.
    private static bool IsWide(IReadOnlyList<PageWord> words, int at)
    {
        var (a, b) = (words[at - 1], words[at]);
        var angle = -b.Angle * Math.PI / 180;
        var (ux, uy) = (Math.Cos(angle), -Math.Sin(angle));
        double From(PageWord word) => (word.BaseX * ux) + (word.BaseY * uy);
        double To(PageWord word) => From(word) + Length(word, ux, uy);
        var (low, high) = (Math.Min(To(a), To(b)), Math.Max(From(a), From(b)));
        if (high - low <= WideGap * Math.Max(a.Size, b.Size))
        {
            return false;
        }

        bool IsBetween(PageWord word) => From(word) >= low && To(word) <= high;
        for (var i = at - 2; i >= 0 && words[i].Line == b.Line; i--)
        {
            if (IsBetween(words[i]))
            {
                return false;
            }
        }

        for (var i = at + 1; i < words.Count && words[i].Line == b.Line; i++)
        {
            if (IsBetween(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Of a turned word the box is known: what of it is height goes off.
    private static double Length(PageWord word, double ux, double uy)
    {
        var (cos, sin) = (Math.Abs(ux), Math.Abs(uy));
        var height = PdfWords.HeightOfSize * word.Size;
        return cos >= sin ? (word.W - (height * sin)) / cos : (word.H - (height * cos)) / sin;
    }
}
