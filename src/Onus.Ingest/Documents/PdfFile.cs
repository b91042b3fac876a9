using Onus.Ingest.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Onus.Ingest.Documents;

/// <summary>Opens PDFs the one way in which everything here reads them: citations hold only as long as all readers see the same words.</summary>
internal static class PdfFile
{
    // Pages hold on to what they share with others: after so many pages the document is opened again, so that memory stays flat.
    private const int PagesPerOpening = 48;

    // ISO 32000-1, annex H.3.18 (readers look for the end mark in the last 1,024 bytes); a little more for what mail gateways append.
    private const int TailBytes = 2048;

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
        return HasEnd(bytes);
    }

    /// <summary>Opens the file. Encrypted files open where the empty password opens them: anybody can read those.</summary>
    /// <exception cref="PdfDocumentEncryptedException">A password is needed.</exception>
    public static PdfDocument Open(Stream bytes) => PdfDocument.Open(bytes, new ParsingOptions
    {
        UseLenientParsing = true,
        SkipMissingFonts = true,
        ClipPaths = false,
        UseActualText = true,
    });

    /// <summary>Why the file cannot be read, or null: <c>truncated</c>, <c>encrypted</c>, <c>damaged</c>; and how many pages it has.</summary>
    public static (string? Failure, int Pages) Probe(EvidenceFile file)
    {
        using var bytes = file.Open();
        if (!HasEnd(bytes))
        {
            return ("truncated", 0);
        }

        bytes.Position = 0;
        try
        {
            using var document = Open(bytes);
            return document.NumberOfPages > 0 ? (null, document.NumberOfPages) : ("damaged", 0);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ("encrypted", 0);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return ("damaged", 0);
        }
    }

    /// <summary>Reads one page after the other. A page that cannot be parsed gives what <paramref name="broken"/> makes of it.</summary>
    public static IEnumerable<T> Pages<T>(EvidenceFile file, int from, int to, Func<UglyToad.PdfPig.Content.Page, T> read, Func<int, T> broken)
    {
        for (var first = from; first <= to; first += PagesPerOpening)
        {
            using var bytes = file.Open();
            using var document = Reopen(bytes);
            for (var page = first; page <= Math.Min(to, first + PagesPerOpening - 1); page++)
            {
                yield return document is null ? broken(page) : Read(document, page, read, broken);
            }
        }
    }

    private static PdfDocument? Reopen(Stream bytes)
    {
        try
        {
            return Open(bytes);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return null;
        }
    }

    private static T Read<T>(PdfDocument document, int page, Func<UglyToad.PdfPig.Content.Page, T> read, Func<int, T> broken)
    {
        try
        {
            return read(document.GetPage(page));
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return broken(page);
        }
    }

    // Half a file may still open, with half its pages: nobody would notice what is missing.
    private static bool HasEnd(Stream bytes)
    {
        var length = bytes.Length;
        Span<byte> tail = stackalloc byte[TailBytes];
        var end = length;
        while (end > 0)
        {
            // Padding after the end (blocks of a recovered disk) is no part of the file.
            var start = Math.Max(0, end - TailBytes);
            bytes.Position = start;
            var part = tail[..(int)(end - start)];
            bytes.ReadExactly(part);
            var trimmed = part.TrimEnd("\0\r\n\t "u8);
            if (trimmed.IsEmpty)
            {
                end = start;
                continue;
            }

            end = start + trimmed.Length;
            start = Math.Max(0, end - TailBytes);
            bytes.Position = start;
            part = tail[..(int)(end - start)];
            bytes.ReadExactly(part);
            return part.LastIndexOf("%%EOF"u8) >= 0;
        }

        return false;
    }
}
