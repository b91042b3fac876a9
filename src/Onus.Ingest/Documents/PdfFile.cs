using Onus.Ingest.Reading;
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
    /// whole file: <c>end-mark-missing</c>, <c>attachments-locked</c>, <c>form-not-shown</c>.
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

                if (HasFormOfItsOwn(document))
                {
                    warnings.Add("form-not-shown");
                }

                return document.NumberOfPages > 0 ? (null, document.NumberOfPages, warnings) : ("damaged", 0, []);
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            return ("encrypted", 0, []);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return ("damaged", 0, []);
        }
    }

    /// <summary>Reads one page after the other. A page that cannot be parsed gives what <paramref name="broken"/> makes of it.</summary>
    public static IEnumerable<T> Pages<T>(EvidenceFile file, int from, int to, Func<PdfDocument, PaintedPage, T> read, Func<int, T> broken)
    {
        for (var first = from; first <= to; first += PagesPerOpening)
        {
            using var bytes = file.Open();
            var options = new PdfOptions();
            using var document = Reopen(bytes, options);
            for (var page = first; page <= Math.Min(to, first + PagesPerOpening - 1); page++)
            {
                yield return document is null ? broken(page) : Read(document, options, page, read, broken);
            }
        }
    }

    private static (PdfDocument Document, bool Locked) Open(Stream bytes, PdfOptions options)
    {
        try
        {
            return (Opened(bytes, options), false);
        }
        catch (PdfDocumentEncryptedException) when (PdfEnvelope.Clear(bytes) is not null)
        {
            return (Opened(PdfEnvelope.Clear(bytes)!, options), true);
        }
    }

    private static PdfDocument Opened(Stream bytes, PdfOptions options)
    {
        var document = PdfDocument.Open(bytes, options);
        document.AddPageFactory<PaintedPage, PaintedPageFactory>();
        options.Layers = HiddenLayers.Of(document);
        return document;
    }

    private static PdfDocument? Reopen(Stream bytes, PdfOptions options)
    {
        try
        {
            return Open(bytes, options).Document;
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return null;
        }
    }

    private static T Read<T>(PdfDocument document, PdfOptions options, int page, Func<PdfDocument, PaintedPage, T> read, Func<int, T> broken)
    {
        try
        {
            options.Log.Take();
            var painted = document.GetPage<PaintedPage>(page);
            return read(document, painted with { Losses = options.Log.Take() });
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return broken(page);
        }
    }

    // A form in XFA (ISO 32000-1, 12.7.8) that has to be drawn by its reader, or that has no fields of the common kind: the pages only say "please wait".
    private static bool HasFormOfItsOwn(PdfDocument document)
    {
        var (scanner, catalog) = (document.Structure.TokenScanner, document.Structure.Catalog.CatalogDictionary.Data);
        return PdfTokens.Dictionary(scanner, catalog.GetValueOrDefault("AcroForm")) is { } form
            && PdfTokens.Resolve(scanner, form.Data.GetValueOrDefault("XFA")) is not null
            && (PdfTokens.Resolve(scanner, catalog.GetValueOrDefault("NeedsRendering")) is UglyToad.PdfPig.Tokens.BooleanToken { Data: true }
                || PdfTokens.Resolve(scanner, form.Data.GetValueOrDefault("Fields")) is not UglyToad.PdfPig.Tokens.ArrayToken { Length: > 0 });
    }
}
