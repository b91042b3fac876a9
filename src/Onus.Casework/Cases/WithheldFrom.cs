using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Cases;

/// <summary>Asks what of a case its actor may see and not read: for a use case that reads exhibits, facts or differences past <see cref="LoadCase"/> and shows them.</summary>
internal static class WithheldFrom
{
    /// <summary>What is kept from an actor; nothing from counsel.</summary>
    internal static async Task<WithheldWords> Actor(UnitOfWork work, CaseId id, CancellationToken cancel)
    {
        if (work.Actor.MaySee(id, CompartmentKind.CounselsPapers))
        {
            return WithheldWords.None;
        }

        var records = await Records(work.Db, id, cancel);
        var facts = await work.Db.Facts.Where(fact => fact.CaseId == id).ToListAsync(cancel);
        return records.Count == 0 ? WithheldWords.Of(records, [], [], [], facts) : WithheldWords.Of(
            records,
            await work.Db.Exhibits.Where(exhibit => exhibit.CaseId == id).ToListAsync(cancel),
            await work.Db.ExhibitTies.Where(tie => tie.CaseId == id).ToListAsync(cancel),
            await Once(work.Db, id, cancel),
            facts);
    }

    /// <summary>What was cited for or against a fact and taken back: the fact may stand still, and its sentence says what it said.</summary>
    internal static async Task<IReadOnlyList<(ExhibitId Exhibit, FactId Fact)>> Once(VisibleRows db, CaseId id, CancellationToken cancel) =>
        [.. from told in await db.Told<ExhibitTie>(id, [Acts.CitationTakenBack], after: -1, cancel)
            let tie = told.Before
            where tie is not null
            select (new ExhibitId(Guid.Parse((string)tie["exhibit"]!)), new FactId(Guid.Parse((string)tie["fact"]!)))];

    /// <summary>The records of a case whose words are kept from the actor, with their files.</summary>
    internal static async Task<IReadOnlyDictionary<Sha256, MaterialId>> Records(VisibleRows db, CaseId id, CancellationToken cancel) =>
        await db.Records.Where(record => record.CaseId == id && record.Withheld).Select(record => new { record.Id, record.Material }).ToDictionaryAsync(record => record.Id, record => record.Material, cancel);
}
