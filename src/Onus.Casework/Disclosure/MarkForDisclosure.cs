using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Disclosure;

/// <summary>
/// Marks a record or a fact for disclosure: helps the defence, sensitive, possibly privileged; and that somebody considered it.
/// A mark is lifted with a reason, which the log keeps: counsel's among counsel's papers, for it is what counsel thinks of the case, and everybody else's on the record.
/// </summary>
public sealed class MarkForDisclosure(OnusStore store)
{
    /// <summary>What to mark. Exactly one of <paramref name="Record"/> and <paramref name="Fact"/> is given.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Record">A record.</param>
    /// <param name="Fact">A fact.</param>
    /// <param name="Version">The version of it that the person saw: marks replace what stands, and must not undo what somebody else marked meanwhile.</param>
    /// <param name="HelpsDefence">It may help the defence.</param>
    /// <param name="Sensitive">Disclosing it may harm someone.</param>
    /// <param name="Privileged">It is possibly privileged.</param>
    /// <param name="Reason">Why a mark is lifted; may be empty where none is.</param>
    public sealed record Command(string Case, Sha256? Record, FactId? Fact, int Version, bool HelpsDefence, bool Sensitive, bool Privileged, string Reason = "");

    /// <summary>Marks it, as considered by the actor now.</summary>
    /// <returns><c>records.not-found</c>, <c>facts.not-found</c>, <c>rows.changed-meanwhile</c>, <c>disclosure.reason-missing</c> where a mark is lifted, <c>disclosure.privileged-counsel</c> where somebody else than counsel lifts that of what may be privileged, <c>disclosure.taken-back-counsel</c> where somebody else than counsel lifts that of a passage whose citation against a fact was taken back.</returns>
    public Task<Result<Marks>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Marks>(Acts.MarkedForDisclosure, command.Case, actor, async (work, found) =>
        {
            var reason = command.Reason.Trim();
            var marks = new Marks(command.HelpsDefence, command.Sensitive, command.Privileged, actor.Name, work.Now);

            if (command.Record is { } id)
            {
                // The file first: what is read anew between the two is noticed by the file's version.
                var file = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && work.Db.Records.Any(r => r.CaseId == found.Id && r.Id == id && r.Material == m.Id), cancel);
                var record = await work.Db.Records.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Id == id, cancel);
                if (file is null || record is null)
                {
                    return Error.NotFound("records.not-found");
                }

                if (record.Version != command.Version)
                {
                    return Error.Conflict("rows.changed-meanwhile");
                }

                if (record.Marks.LosesBy(marks) && reason.Length == 0)
                {
                    return Error.Invalid("disclosure.reason-missing");
                }

                if (Opens(record.Marks, found.Id))
                {
                    return Error.Invalid("disclosure.privileged-counsel");
                }

                if (record.Marks.HelpsDefence && !marks.HelpsDefence && !actor.May(found.Id, Acts.ChallengeRuled) && await IsTakenBack(work, record, cancel))
                {
                    return Error.Invalid("disclosure.taken-back-counsel");
                }

                // A file that is read anew or withdrawn in this moment takes its records along: the whole row is written, and would bring back the old one.
                work.RestsOn(file);
                work.Mark(record, marks);
                if (marks.Privileged && !record.Marks.Privileged)
                {
                    await MarkAsReadBefore(work, record, cancel);
                }
            }
            else
            {
                var fact = await work.Db.Facts.FirstOrDefaultAsync(f => f.CaseId == found.Id && f.Id == command.Fact, cancel);
                if (fact is null)
                {
                    return Error.NotFound("facts.not-found");
                }

                if (fact.Version != command.Version)
                {
                    return Error.Conflict("rows.changed-meanwhile");
                }

                if (fact.Marks.LosesBy(marks) && reason.Length == 0)
                {
                    return Error.Invalid("disclosure.reason-missing");
                }

                if (Opens(fact.Marks, found.Id))
                {
                    return Error.Invalid("disclosure.privileged-counsel");
                }

                work.Change(fact, fact with { Marks = marks });
            }

            // Which record or fact it was says the entry on the record; the reason has to say it by itself.
            if (reason.Length > 0)
            {
                work.TellThought(new { command.Record, command.Fact, Reason = reason });
            }

            return marks;

            // The words are kept from everybody else: whoever lifts the mark would open them to themselves.
            bool Opens(Marks before, CaseId id) => before.Privileged && !marks.Privileged && !actor.May(id, Acts.ChallengeRuled);
        }, cancel);
    }

    /// <summary>What an older reading, which cut the file otherwise, kept of the same words because it is cited or marked.</summary>
    private static async Task MarkAsReadBefore(UnitOfWork work, RecordRow record, CancellationToken cancel)
    {
        var kept = await work.Db.Records.Where(r => r.CaseId == record.CaseId && r.Material == record.Material && r.Reading != record.Reading).ToListAsync(cancel);
        kept.FindAll(row => !row.Marks.Privileged && row.Locator.Meets(record.Locator)).ForEach(row => work.Mark(row, row.Marks with { Privileged = true }));
    }

    private static async Task<bool> IsTakenBack(UnitOfWork work, RecordRow record, CancellationToken cancel)
    {
        var exhibits = await work.Db.Exhibits.Where(exhibit => exhibit.CaseId == record.CaseId && exhibit.Record == record.Id).Select(exhibit => exhibit.Id).ToListAsync(cancel);
        return exhibits.Count > 0 && (await AgainstTakenBack.Of(work, record.CaseId, [], cancel)).Any(back => back.SpokeAgainst && exhibits.Contains(back.Exhibit));
    }
}
