using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Evidence;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;
using Onus.Store.Database;

namespace Onus.Casework.Practice;

/// <summary>Finds the record and the passage that an exhibit of a practice case names.</summary>
internal sealed class PracticeFinder(VisibleRows db, CaseId caseId, PracticeFolder folder)
{
    private readonly Dictionary<string, (Material File, IReadOnlyList<RecordRow> Records)> files = new(StringComparer.Ordinal);

    /// <summary>Finds it.</summary>
    /// <param name="exhibit">The exhibit; not a physical one.</param>
    /// <param name="place">File and line that name it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>practice.file-missing</c>, <c>practice.file-not-read</c>, <c>practice.place-missing</c>, <c>practice.quote-missing</c>.</returns>
    public async Task<Result<(Passage Passage, RecordRow Record)>> Find(PracticeExhibit exhibit, string place, CancellationToken cancel)
    {
        if (!files.TryGetValue(exhibit.File!, out var file))
        {
            var material = await db.Materials.FirstOrDefaultAsync(m => m.CaseId == caseId && m.Name == exhibit.File, cancel);
            if (material is null)
            {
                return Fault("practice.file-missing", exhibit, place);
            }

            var records = await db.Records.Current().Where(r => r.CaseId == caseId && r.Material == material.Id).OrderBy(r => r.Sequence).ToListAsync(cancel);
            files.Add(exhibit.File!, file = (material, records));
        }

        if (file.File.Status != MaterialStatus.Read)
        {
            return Fault("practice.file-not-read", exhibit, place);
        }

        if (file.Records.FirstOrDefault(r => StandsAt(r.Locator, exhibit.Find!)) is not { } record)
        {
            return Fault("practice.place-missing", exhibit, place);
        }

        if (exhibit.Find!.Box is { } box && record.Locator.At is PdfPosition)
        {
            var at = new PdfPosition(1, [box]);
            var bytes = EvidenceFile.At(Path.Combine(folder.Root, "files", exhibit.File!));
            return PdfSlice.Of(bytes, at) is { } slice
                ? (new Passage(record.Locator with { At = at, Slice = slice }, exhibit.Quote), record)
                : Fault("practice.place-missing", exhibit, place);
        }

        if (record.Locator.At is CsvPosition row)
        {
            // What a bank wrote is its whole row; the text of the record is only what it says the payment was for.
            return Row(exhibit, row).Contains(exhibit.Quote, StringComparison.Ordinal)
                ? (new Passage(record.Locator, exhibit.Quote), record)
                : Fault("practice.quote-missing", exhibit, place);
        }

        var passage = Passage.Locate(record, exhibit.Quote, exhibit.Find.Box is { } part ? [part] : []);
        return passage.IsOk ? (passage.Value, record) : Fault("practice.quote-missing", exhibit, place);
    }

    private string Row(PracticeExhibit exhibit, CsvPosition row)
    {
        using var file = File.OpenHandle(Path.Combine(folder.Root, "files", exhibit.File!));
        var bytes = new byte[row.ByteLen];
        return Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(file, bytes, row.ByteStart));
    }

    private static Error Fault(string key, PracticeExhibit exhibit, string place) =>
        Error.Invalid(key, ("place", place), ("exhibit", exhibit.Key), ("file", exhibit.File!));

    private static bool StandsAt(Locator locator, PracticePlace place) => locator.At switch
    {
        TextPosition p => p.Line == place.Line && (place.Entry is null || locator.Chain.Any(e => e.Zip == place.Entry)),
        CsvPosition p => p.Row == place.Row,
        DocxPosition p => p.Paragraph == place.Paragraph,
        PdfPosition p => p.Page == (place.Box is null ? place.Page : 1),
        ImagePosition => place.Box is not null,
        _ => false,
    };
}
