using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Evidence;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
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

        if (exhibit.Find!.Box is { } box && record.Locator.At.DrawnPage() is not null)
        {
            var at = record.Locator.At.With([box])!;
            var bytes = EvidenceFile.At(Path.Combine(folder.Root, "files", exhibit.File!));
            return Formats.SliceOf(bytes, at) is { } slice
                ? (new Passage(record.Locator with { At = at, Slice = slice }, exhibit.Quote), record)
                : Fault("practice.place-missing", exhibit, place);
        }

        if (Families.Of(record.Kind) is { View: FileView.Table } && record.Locator is { Chain.Count: 0 } && record.Locator.At.Bytes() is { } range)
        {
            // What a bank wrote is its whole row; the text of the record is only what it says the payment was for.
            return Row(exhibit, range).Contains(exhibit.Quote, StringComparison.Ordinal)
                ? (new Passage(record.Locator, exhibit.Quote), record)
                : Fault("practice.quote-missing", exhibit, place);
        }

        var passage = Passage.Locate(record, exhibit.Quote, exhibit.Find.Box is { } part ? [part] : []);
        return passage.IsOk ? (passage.Value, record) : Fault("practice.quote-missing", exhibit, place);
    }

    private string Row(PracticeExhibit exhibit, (long Start, long Length) range)
    {
        using var file = File.OpenHandle(Path.Combine(folder.Root, "files", exhibit.File!));
        var bytes = new byte[range.Length];
        return Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(file, bytes, range.Start));
    }

    private static Error Fault(string key, PracticeExhibit exhibit, string place) =>
        Error.Invalid(key, ("place", place), ("exhibit", exhibit.Key), ("file", exhibit.File!));

    // A part is found on the first page, unless another is named.
    private static bool StandsAt(Locator locator, PracticePlace place)
    {
        var codec = PositionCodec.Of(locator.At);
        int? named = codec.FindBy is { } word && place.Numbers.TryGetValue(word, out var number) ? number : place.Box is not null && codec.PageOf(locator.At) is not null ? 1 : null;
        return (codec.FindBy is null ? codec.IsWholeFile && place.Box is not null : named == codec.NumberOf(locator.At))
            && (place.Entry is null || locator.Chain.Any(entry => entry.Path == place.Entry));
    }
}
