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
        var text = new StringBuilder();
        PageWord? before = null;
        foreach (var word in words)
        {
            if (before is not null)
            {
                text.Append(before.Line != word.Line ? '\n' : IsWide(before, word) ? '\t' : ' ');
            }

            text.Append(word.Text);
            before = word;
        }

        return text.ToString();
    }

    // Along the baseline, from the end of the one that stands first to the beginning of the other: words from the right follow towards the left.
    private static bool IsWide(PageWord a, PageWord b)
    {
        var angle = -a.Angle * Math.PI / 180;
        var (ux, uy) = (Math.Cos(angle), -Math.Sin(angle));
        var (fromA, fromB) = ((a.BaseX * ux) + (a.BaseY * uy), (b.BaseX * ux) + (b.BaseY * uy));
        var gap = Math.Max(fromA, fromB) - Math.Min(fromA + Length(a, ux, uy), fromB + Length(b, ux, uy));
        return gap > WideGap * Math.Max(a.Size, b.Size);
    }

    // Of a turned word the box is known: what of it is height goes off.
    private static double Length(PageWord word, double ux, double uy)
    {
        var (cos, sin) = (Math.Abs(ux), Math.Abs(uy));
        var height = PdfWords.HeightOfSize * word.Size;
        return cos >= sin ? (word.W - (height * sin)) / cos : (word.H - (height * cos)) / sin;
    }
}
