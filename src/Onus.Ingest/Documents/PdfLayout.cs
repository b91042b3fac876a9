using Onus.Ingest.Contract;
using UglyToad.PdfPig;

namespace Onus.Ingest.Documents;

/// <summary>The layout of one page of a PDF.</summary>
public static class PdfLayout
{
    /// <summary>
    /// The layout of a page, or null where the file cannot be read or has no such page. Parses hostile bytes: call it in the reading process only.
    /// </summary>
    /// <param name="file">The PDF.</param>
    /// <param name="page">Page, from 1.</param>
    public static PageLayout? Of(EvidenceFile file, int page)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (failure, pages, _) = PdfFile.Probe(file);
        return failure is null && page >= 1 && page <= pages
            ? PdfFile.Pages(file, page, page, Of, _ => null).Single()
            : null;
    }

    private static PageLayout? Of(PdfDocument document, PaintedPage page)
    {
        var (words, flaws) = PdfWords.Of(page);
        var (images, hidden) = Images(document, page);
        var warnings = new List<string>(flaws);
        warnings.AddRange(hidden);
        if (page.HasDrawings)
        {
            warnings.Add("drawings-not-shown");
        }

        warnings.AddRange(PdfExtras.Warnings(document, page));
        return new PageLayout(page.Number, PdfWords.Round(page.Width), PdfWords.Round(page.Height), words, images, warnings);
    }

    private static (IReadOnlyList<PageImage> Images, IReadOnlyList<string> Warnings) Images(PdfDocument document, PaintedPage page)
    {
        try
        {
            return page.IsEndless ? ([], ["pictures-unreadable"]) : PdfImages.Of(document.GetPage(page.Number));
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            // The parser's own pages are stricter than those that are read here.
            return ([], ["pictures-unreadable"]);
        }
    }
}
