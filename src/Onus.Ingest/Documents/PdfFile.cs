using Onus.Ingest.Contract;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Onus.Ingest.Documents;

/// <summary>Opens PDFs the one way in which everything here reads them: citations hold only as long as all readers see the same words.</summary>
internal static class PdfFile
{
    // Pages hold on to what they share with others: after so many pages the document is opened again, so that memory stays flat.
    private const int PagesPerOpening = 48;

    /// <summary>
    /// Whether this is a PDF: its name stands at the beginning, or, behind what printers and mail gateways put there, in the first 1,024 bytes
    /// (ISO 32000-1, annex H.3.4.1) of a file that also ends like one. A text that only speaks of PDF does not.
    /// </summary>
    public static bool Is(EvidenceFile file)
    {
        var head = file.Prefix.Span[..Math.Min(file.Prefix.Length, 1024)];
        var at = head.IndexOf("%PDF-"u8);
        if (at <= 3)
        {
            return at >= 0;
        }

        using var bytes = file.Open();
        return PdfEnd.Of(bytes) != PdfEnding.CutOff;
    }

    /// <summary>Opens the file. Encrypted files open where the empty password opens them, or where only attachments are locked: anybody can read those.</summary>
    /// <exception cref="PdfDocumentEncryptedException">A password is needed.</exception>
    public static PdfDocument Open(Stream bytes) => Open(bytes, new PdfOptions()).Document;

    /// <summary>
    /// Why the file cannot be read, or null: <c>truncated</c>, <c>encrypted</c>, <c>damaged</c>; how many pages it has; and what a person should know about the
    /// whole file: <c>end-mark-missing</c>, <c>attachments-locked</c>, and what <see cref="XfaForm"/> says.
    /// </summary>
    public static (string? Failure, int Pages, IReadOnlyList<string> Warnings) Probe(EvidenceFile file)
    {
        using var bytes = file.Open();
        var end = PdfEnd.Of(bytes);
        if (end == PdfEnding.CutOff)
        {
            return ("truncated", 0, []);
        }

        bytes.Position = 0;
        try
        {
            var (document, locked) = Open(bytes, new PdfOptions());
            using (document)
            {
                var warnings = new List<string>();
                if (end == PdfEnding.WithoutMark)
                {
                    warnings.Add("end-mark-missing");
                }

                if (locked)
                {
                    warnings.Add("attachments-locked");
                }

                warnings.AddRange(XfaForm.Warnings(document));
                return document.NumberOfPages > 0 ? (null, document.NumberOfPages, warnings) : ("damaged", 0, []);
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            return ("encrypted", 0, []);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return (PdfEnvelope.IsLockedOtherwise(bytes) ? "encrypted" : "damaged", 0, []);
        }
    }

    /// <summary>Reads one page after the other. A page that cannot be parsed gives what <paramref name="broken"/> makes of it.</summary>
    public static IEnumerable<T> Pages<T>(EvidenceFile file, int from, int to, Func<PdfDocument, PaintedPage, T> read, Func<int, T> broken)
    {
        for (var first = from; first <= to; first += PagesPerOpening)
        {
            using var plain = new Opening(file, new PdfOptions());
            using var mended = new Opening(file, new PdfOptions { Fonts = FontMending.Described });
            using var bare = new Opening(file, new PdfOptions { Fonts = FontMending.WithoutCodes });
            for (var number = first; number <= Math.Min(to, first + PagesPerOpening - 1); number++)
            {
                // A font that cannot be loaded takes its text along, and one that stands in the page itself takes the whole page.
                var (best, page) = (plain, plain.Page(number));
                var lost = page?.Losses.Fonts;
                foreach (var other in (Opening[])[mended, bare])
                {
                    if (page is not { Losses.Fonts: 0 } && other.Page(number) is { } again && (page is null || again.Losses.Fonts < page.Losses.Fonts))
                    {
                        (best, page) = (other, again with { Losses = again.Losses with { MendedFonts = (lost ?? again.Losses.Fonts + 1) - again.Losses.Fonts } });
                    }
                }

                yield return page is null ? broken(number) : best.Read(page, read, broken);
            }
        }
    }

    private static (PdfDocument Document, bool Locked) Open(Stream bytes, PdfOptions options)
    {
        try
        {
            return (Opened(bytes, options), false);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            if (PdfEnvelope.Clear(bytes) is not var (clear, locksFiles))
            {
                throw;
            }

            return (Opened(clear, options), locksFiles);
        }
    }

    private static PdfDocument Opened(Stream bytes, PdfOptions options)
    {
        var document = PdfDocument.Open(bytes, options);
        document.AddPageFactory<PaintedPage, PaintedPageFactory>();
        options.Layers = HiddenLayers.Of(document);
        return document;
    }

    // A document of its own with its options: what one reading replaces, another one does not see.
    private sealed class Opening(EvidenceFile file, PdfOptions options) : IDisposable
    {
        private Stream? bytes;
        private PdfDocument? document;

        public PaintedPage? Page(int number)
        {
            try
            {
                bytes ??= file.Open();
                document ??= Open(bytes, options).Document;
                options.Log.Take();
                var painted = document.GetPage<PaintedPage>(number);
                return painted with { Losses = options.Log.Take() };
            }
            catch (Exception e) when (ParserFault.Is(e))
            {
                return null;
            }
        }

        public T Read<T>(PaintedPage page, Func<PdfDocument, PaintedPage, T> read, Func<int, T> broken)
        {
            try
            {
                return read(document!, page);
            }
            catch (Exception e) when (ParserFault.Is(e))
            {
                return broken(page.Number);
            }
        }

        public void Dispose()
        {
            document?.Dispose();
            bytes?.Dispose();
        }
    }
}
