using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Documents;

/// <summary>
/// What a citation of a PDF hashes. Of a whole page: the UTF-8 of its text (<see cref="PageText"/>), the empty text on a page without any.
/// Of boxes: the UTF-8 of the text of the words whose centre lies in one of them. Where no word does, and pictures lie in them (a scan):
/// of one picture its bytes as coded in the PDF; of several the UTF-8 of the hashes of each, in hexadecimal, in painting order, joined by line feeds.
/// Boxes over neither words nor pictures give the empty text.
/// </summary>
public static class PdfSlice
{
    /// <summary>The hash of what stands at a place, or null where the file cannot be read or has no such page.</summary>
    public static Sha256? Of(EvidenceFile file, PdfPosition at)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(at);
        var (failure, pages, _) = PdfFile.Probe(file);
        return failure is null && at.Page >= 1 && at.Page <= pages
            ? PdfFile.Pages<Sha256?>(file, at.Page, at.Page, (document, page) => Of(document, page, at.Boxes), _ => null).Single()
            : null;
    }

    /// <summary>The same from a layout that is already at hand: what a person marks on a page that is shown.</summary>
    public static Sha256 Of(PageLayout layout, IReadOnlyList<Box> boxes)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(boxes);
        return Of(layout.Words, boxes, () => [.. layout.Images.Where(i => boxes.Any(i.Touches)).Select(i => i.Raw)]);
    }

    private static Sha256 Of(UglyToad.PdfPig.PdfDocument document, PaintedPage page, IReadOnlyList<Box> boxes) =>
        Of(PdfWords.Of(page).Words, boxes, () => page.IsEndless ? [] : PdfImages.RawIn(document.GetPage(page.Number), boxes));

    private static Sha256 Of(IReadOnlyList<PageWord> words, IReadOnlyList<Box> boxes, Func<IReadOnlyList<Sha256>> images)
    {
        var text = boxes.Count == 0 ? PageText.Of(words) : PageText.In(words, boxes);
        if (text.Length > 0 || boxes.Count == 0)
        {
            return Sha256.Of(Encoding.UTF8.GetBytes(text));
        }

        return images() switch
        {
            [] => Sha256.Of([]),
            [var one] => one,
            var several => Sha256.Of(Encoding.UTF8.GetBytes(string.Join('\n', several.Select(h => h.Hex)))),
        };
    }
}
