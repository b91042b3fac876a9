using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>
/// Reads a PDF: one record a page, its text as <see cref="PageText"/> defines it. A page without text (a scan) is a record without text, citable by box.
/// A page that cannot be parsed is skipped and counted.
/// </summary>
public sealed class PdfReader : IFormat
{
    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public string Parser => "onus.pdf/4";

    /// <inheritdoc/>
    public Family Family => Families.Pages;

    /// <inheritdoc/>
    public IReadOnlyList<IPlaces> Places => [new Places<PdfPosition>(PdfSlice.Of)];

    /// <inheritdoc/>
    public bool Takes(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PdfFile.Is(file);
    }

    /// <inheritdoc/>
    public ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(emit);
        var (failure, pages, flaws) = PdfFile.Probe(file);
        if (failure is not null)
        {
            return Unusable.Summary(this, file, failure);
        }

        long records = 0;
        string[] whole = [.. flaws, .. EmbeddedFiles.Warnings(file)];
        foreach (var record in PdfFile.Pages(file, 1, pages, (document, page) => Record(file, document, page), _ => null))
        {
            if (record is not null)
            {
                emit(records == 0 ? record with { Warnings = [.. record.Warnings, .. whole] } : record);
                records++;
            }
        }

        return records == 0
            ? Unusable.Summary(this, file, "damaged", pages)
            : new ReadSummary(file.Name, file.Blob, Format, Parser, pages, records, Unusable.Skips("unreadable-page", pages - records), []);
    }

    /// <inheritdoc/>
    public string? Drawing(EvidenceFile file, int page) => PdfLayout.Of(file, page)?.ToJson();

    private static EvidenceRecord? Record(EvidenceFile file, PdfDocument document, PaintedPage page)
    {
        var (words, flaws) = PdfWords.Of(page);
        var text = PageText.Of(words);
        var at = new PdfPosition(page.Number, []);
        var warnings = new List<string>(flaws);
        if (words.Count == 0)
        {
            warnings.Insert(0, "no-text");
        }

        warnings.AddRange(PdfExtras.Warnings(document, page));
        return new EvidenceRecord(
            RecordIdentity.Of(file.Blob, file.Chain, at), RecordKind.Page,
            new Locator(file.Blob, file.Chain, at, Sha256.Of(Encoding.UTF8.GetBytes(text))),
            RecordTime.None, [], words.Count == 0 ? null : text, [], warnings);
    }
}

/// <summary>What stands on a page besides its content and is not read as its text.</summary>
internal static class PdfExtras
{
    /// <summary><c>form-fields-not-read:N</c> for filled forms, <c>annotations-not-read:N</c> for comments, stamps and marks.</summary>
    public static IReadOnlyList<string> Warnings(PdfDocument document, PaintedPage page)
    {
        try
        {
            var scanner = document.Structure.TokenScanner;
            var kinds = ((PdfTokens.Resolve(scanner, page.Dictionary.Data.GetValueOrDefault("Annots")) as ArrayToken)?.Data ?? [])
                .Select(t => PdfTokens.Dictionary(scanner, t)).OfType<DictionaryToken>()
                .Select(d => (PdfTokens.Resolve(scanner, d.Data.GetValueOrDefault("Subtype")) as NameToken)?.Data).ToList();
            var fields = kinds.Count(k => k == "Widget");
            var others = kinds.Count(k => k is not ("Widget" or "Link" or "Popup"));
            var warnings = new List<string>();
            if (fields > 0)
            {
                warnings.Add(FormattableString.Invariant($"form-fields-not-read:{fields}"));
            }

            if (others > 0)
            {
                warnings.Add(FormattableString.Invariant($"annotations-not-read:{others}"));
            }

            return warnings;
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return ["annotations-unreadable"];
        }
    }
}
