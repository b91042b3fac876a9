using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Documents;

/// <summary>
/// Reads a DOCX: one record a paragraph, in body and table cells, in the order of the file, and behind it one for each comment that hangs on it, with its
/// author and date as the file states them; comments on other parts come last. Empty paragraphs and comments are counted and skipped.
/// Insertions under tracked changes are read; deleted words, addresses of links and automatic numbers stand in the warnings of their paragraph,
/// apart from its text. Headers, footers and notes are not read, and a warning says where they are: at the paragraph that refers to them, headers and
/// footers at the first. Streams; memory grows with the longest paragraph, the comments and the styles.
/// </summary>
public sealed class DocxReader : IFormat
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public string Parser => "onus.docx/6";

    /// <inheritdoc/>
    public Family Family => Families.Document;

    /// <inheritdoc/>
    public IReadOnlyList<IPlaces> Places => [new Places<DocxPosition>(DocxSlice.Of), new Places<DocxCommentPosition>(DocxSlice.Of)];

    /// <inheritdoc/>
    public bool Takes(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var prefix = file.Prefix.Span;
        if (!prefix.StartsWith("PK\u0003\u0004"u8))
        {
            return !IsOtherOffice(file.Name) && OfficeEncryption.IsPackage(prefix, file.Open);
        }

        try
        {
            using var package = DocxPackage.Open(file);
            return package is not null;
        }
        catch (Exception e) when (ParserFault.Is(e) || e is UnreadableException)
        {
            // Damaged: the names of the first entries still tell what it was.
            return prefix.IndexOf("[Content_Types].xml"u8) >= 0 && prefix.IndexOf("word/"u8) >= 0;
        }
    }

    /// <inheritdoc/>
    public ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(emit);
        var (failure, headers, sides) = Probe(file);
        if (sides is null || failure is not null)
        {
            return Unusable.Summary(this, file, failure ?? Failures.Damaged);
        }

        long records = 0, empty = 0, documents = 0, silent = 0;
        using var package = DocxPackage.Open(file) ?? throw new InvalidDataException("The file changed while it was read.");
        using var xml = package.OpenMain();
        var (number, comments) = (0, new Queue<DocxComment>(sides.Comments));
        foreach (var paragraph in DocxParagraphs.Of(xml, sides))
        {
            if (paragraph.IsDocument)
            {
                documents++;
                continue;
            }

            number++;
            if (paragraph.IsEmpty)
            {
                empty++;
            }
            else
            {
                emit(Record(file, number, paragraph, headers));
                headers = false;
                records++;
            }

            while (comments.TryPeek(out var next) && next.Paragraph == number)
            {
                Comment(comments.Dequeue());
            }
        }

        while (comments.TryDequeue(out var elsewhere))
        {
            Comment(elsewhere);
        }

        // A body without one paragraph is something that was seen, too.
        var none = records + empty + documents + silent == 0 ? 1 : 0;
        return new ReadSummary(
            file.Name, file.Blob, Format, Parser, records + empty + documents + silent + none, records,
            [.. Unusable.Skips("empty-paragraph", empty), .. Unusable.Skips("embedded-document", documents), .. Unusable.Skips("empty-comment", silent), .. Unusable.Skips("no-paragraphs", none)], [])
        {
            Warnings = sides.Warnings,
        };

        void Comment(DocxComment comment)
        {
            if (comment.IsEmpty)
            {
                silent++;
                return;
            }

            emit(Record(file, comment));
            records++;
        }
    }

    // A first pass to the end: a body that breaks off, or whose sum does not hold, gives no record at all.
    private static (string? Failure, bool Headers, DocxSides? Sides) Probe(EvidenceFile file)
    {
        if (OfficeEncryption.IsPackage(file.Prefix.Span, file.Open))
        {
            return (Failures.Encrypted, false, null);
        }

        try
        {
            using var package = DocxPackage.Open(file);
            if (package is null)
            {
                return (Failures.Damaged, false, null);
            }

            var sides = DocxSides.Of(package);
            return (null, package.HasHeaderText(), sides);
        }
        catch (UnreadableException e)
        {
            return (e.Failure, false, null);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return (Failures.Damaged, false, null);
        }
    }

    private static EvidenceRecord Record(EvidenceFile file, int number, DocxParagraph paragraph, bool headers)
    {
        var at = new DocxPosition(number);
        return new EvidenceRecord(
            RecordIdentity.Of(file.Blob, file.Chain, at), RecordKind.Paragraph,
            new Locator(file.Blob, file.Chain, at, DocxSlice.Of(paragraph.Text)),
            RecordTime.None, [], paragraph.Text.Length == 0 ? null : paragraph.Text, [],
            headers ? [.. paragraph.Warnings, "headers-not-read"] : paragraph.Warnings);
    }

    private static EvidenceRecord Record(EvidenceFile file, DocxComment comment)
    {
        var at = new DocxCommentPosition(comment.Number, comment.Paragraph);
        return new EvidenceRecord(
            RecordIdentity.Of(file.Blob, file.Chain, at), RecordKind.Comment,
            new Locator(file.Blob, file.Chain, at, DocxSlice.Of(comment.Text)),
            comment.Time, comment.Author is { } author ? [new Party(author, "from")] : [],
            comment.Text.Length == 0 ? null : comment.Text, [], comment.Warnings);
    }

    private static bool IsOtherOffice(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".XLSX" or ".XLSM" or ".XLSB" or ".XLTX" or ".PPTX" or ".PPTM" or ".PPSX";
}

/// <summary>What a citation of a paragraph or a comment hashes: the UTF-8 of its text as read; the empty text where it has none.</summary>
public static class DocxSlice
{
    /// <summary>The hash of what stands at a place, or null where the file cannot be read or has no such paragraph.</summary>
    public static Sha256? Of(EvidenceFile file, DocxPosition at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return at.Paragraph < 1 ? null : Of(file, (package, sides) =>
        {
            using var xml = package.OpenMain();
            return DocxParagraphs.Of(xml, sides).Where(p => !p.IsDocument).Skip(at.Paragraph - 1).FirstOrDefault()?.Text;
        });
    }

    /// <summary>The same for a comment, at whichever paragraph it hangs.</summary>
    public static Sha256? Of(EvidenceFile file, DocxCommentPosition at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return Of(file, (_, sides) => sides.Comments.FirstOrDefault(c => c.Number == at.Comment)?.Text);
    }

    internal static Sha256 Of(string text) => Sha256.Of(Encoding.UTF8.GetBytes(text));

    private static Sha256? Of(EvidenceFile file, Func<DocxPackage, DocxSides, string?> text)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var package = DocxPackage.Open(file);
            return package is not null && text(package, DocxSides.Of(package)) is { } found ? Of(found) : null;
        }
        catch (Exception e) when (ParserFault.Is(e) || e is UnreadableException)
        {
            return null;
        }
    }
}
