using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Store;

namespace Onus.Casework.Disclosure;

/// <summary>What may be privileged is named on a paper that leaves the office, and its words are not repeated there.</summary>
internal static class Withheld
{
    /// <summary>The exhibits that cite a record which is marked as possibly privileged.</summary>
    internal static async Task<IReadOnlySet<ExhibitId>> Exhibits(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var id = snapshot.Case.Id;
        var cited = snapshot.Exhibits.Select(exhibit => exhibit.Record).OfType<Sha256>().Distinct().ToList();
        var records = (await work.Db.Records.Where(record => record.CaseId == id && cited.Contains(record.Id)).Select(record => new { record.Id, record.Marks }).ToListAsync(cancel))
            .Where(record => record.Marks.Privileged).Select(record => record.Id).ToHashSet();
        return snapshot.Exhibits.Where(exhibit => exhibit.Record is { } record && records.Contains(record)).Select(exhibit => exhibit.Id).ToHashSet();
    }

    /// <summary>
    /// The exhibits of a page or paragraph with words that nobody sees in the original: somebody may have covered them to protect whom they name. Which of the words
    /// those are the record does not say, so none of them are repeated.
    /// </summary>
    internal static IReadOnlySet<ExhibitId> Unseen(CaseSnapshot snapshot) =>
        snapshot.Warned.Where(warned => warned.Value.Has(WarningGroup.Unseen)).Select(warned => warned.Key).ToHashSet();

    /// <summary>The exhibits outside what the authority of their file covers, about which counsel has not decided: what may not be read is not passed on.</summary>
    internal static IReadOnlySet<ExhibitId> Outside(CaseSnapshot snapshot) => OutsideAuthority.Exhibits(snapshot.Materials, snapshot.Exhibits, snapshot.Differences);

    /// <summary>The facts whose words are not printed: those that are marked themselves, and those that such an exhibit shows, whose words they repeat.</summary>
    internal static IReadOnlySet<FactId> Facts(CaseSnapshot snapshot, IReadOnlySet<ExhibitId> exhibits) => WithheldWords.FactsOf(exhibits, snapshot.ExhibitTies, [], snapshot.Facts);

    /// <summary>Those, and the facts that such an exhibit showed until that was taken back.</summary>
    internal static async Task<IReadOnlySet<FactId>> Repeating(UnitOfWork work, CaseSnapshot snapshot, IReadOnlySet<ExhibitId> exhibits, CancellationToken cancel) =>
        WithheldWords.FactsOf(exhibits, snapshot.ExhibitTies, exhibits.Count == 0 ? [] : await WithheldFrom.Once(work.Db, snapshot.Case.Id, cancel), snapshot.Facts);
}
