using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Charges;

/// <summary>
/// Drafts the same offence against another defendant or for another survivor. What is tied for named people is not tied for others by that: each tie is
/// carried over by choice, with the challenges of it and the rulings on them.
/// </summary>
public sealed class DuplicateCount(OnusStore store, LawPacks law)
{
    /// <summary>Whom the other count is against and for.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">The count that is there.</param>
    /// <param name="Version">The version that was seen.</param>
    /// <param name="Defendant">Who is charged in the other.</param>
    /// <param name="Survivor">For whom the other is; null where the offence is not against a person.</param>
    /// <param name="Carry">Ties to carry over, by choice.</param>
    public sealed record Command(string Case, int Number, int Version, PersonId Defendant, PersonId? Survivor, IReadOnlyList<TieId> Carry);

    /// <summary>Drafts it.</summary>
    /// <returns>
    /// Number of the other count; <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>counts.not-found</c>, <c>rows.changed-meanwhile</c>,
    /// <c>counts.duplicate-same</c> where nobody in it is another, <c>facts.tie-not-found</c>, <c>rows.changed-meanwhile</c> also where a tie does not count in the count that is there, or what <see cref="CountRules.Refuse"/> says; <c>rows.exists</c> where
    /// somebody else took the number in the same moment.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.CountDuplicated, command.Case, actor, async (work, found) =>
        {
            var known = await CaseCounts.Find(work, found, command.Number, command.Version, cancel);
            if (known.Error is { } error)
            {
                return error;
            }

            var count = known.Value;
            if (command.Defendant == count.Defendant && command.Survivor == count.Survivor)
            {
                return Error.Invalid("counts.duplicate-same");
            }

            var other = count with
            {
                Id = new CountId(Guid.CreateVersion7()),
                Version = 1,
                Number = await work.NextNumber<Count>(count.CaseId, cancel),
                Defendant = command.Defendant,
                Survivor = command.Survivor,
                Withdrawn = null,
            };
            if (CountRules.Refuse(other, await work.Db.People.Where(p => p.CaseId == count.CaseId).ToListAsync(cancel), law) is { } refused)
            {
                return refused;
            }

            var ties = await work.Db.FactTies.Where(t => t.CaseId == count.CaseId && t.OffenceId == count.OffenceId).ToListAsync(cancel);
            if (command.Carry.Except(ties.Select(t => t.Id)).Any())
            {
                return Error.NotFound("facts.tie-not-found");
            }

            var chosen = ties.FindAll(tie => command.Carry.Contains(tie.Id));
            var of = chosen.Count == 0 ? null : (await LoadCase.Of(work, command.Case, cancel)).Value;
            var names = of is null ? null : StandingNames.Of(of);
            // Only what counts in the count that is there is offered.
            if (names is not null && chosen.Exists(tie => !CountRules.Reaches(tie, count, names, law)))
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            work.Add(other);
            var copies = new Dictionary<TieId, TieId>();
            // What reaches the other count anyhow is there already.
            foreach (var tie in chosen.Where(tie => !CountRules.Reaches(tie, other, names!, law)))
            {
                // A citation that is taken back in this moment would leave the copy behind.
                of!.ExhibitTies.Where(cite => tie.Named.Any(named => named.Cite == cite.Id)).ToList().ForEach(work.RestsOn);
                var carried = CountRules.Carried(tie, new TieId(Guid.CreateVersion7()), count, other, law);
                if (carried.Id == tie.Id)
                {
                    work.Change(tie, carried);
                }
                else
                {
                    copies.Add(tie.Id, carried.Id);
                    work.Add(carried);
                }
            }

            await work.AddWhatStandsOnThem(count.CaseId, copies, cancel);

            return other.Number;
        }, cancel);
    }
}
