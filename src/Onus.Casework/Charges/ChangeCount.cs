using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Charges;

/// <summary>Changes a count: its offence, against whom, for whom, between which days. Its number stays.</summary>
public sealed class ChangeCount(OnusStore store, LawPacks law)
{
    /// <summary>What it is to be.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">The count.</param>
    /// <param name="Version">The version that was seen.</param>
    /// <param name="OffenceId">Offence in the law pack.</param>
    /// <param name="Defendant">Who is charged.</param>
    /// <param name="Survivor">For whom; null where the offence is not against a person.</param>
    /// <param name="From">First day. The law of this day applies.</param>
    /// <param name="To">Last day.</param>
    public sealed record Command(string Case, int Number, int Version, string OffenceId, PersonId Defendant, PersonId? Survivor, DateOnly From, DateOnly To);

    /// <summary>Changes it.</summary>
    /// <returns>
    /// Its number; <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>counts.not-found</c>, <c>rows.changed-meanwhile</c>, <c>counts.withdrawn</c>, <c>counts.ruled-on</c>, or what
    /// <see cref="CountRules.Refuse"/> says.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.CountChanged, command.Case, actor, async (work, found) =>
        {
            var known = await CaseCounts.Find(work, found, command.Number, command.Version, cancel);
            if (known.Error is { } error)
            {
                return error;
            }

            var count = known.Value;
            if (count.Withdrawn is not null)
            {
                return Error.Invalid("counts.withdrawn");
            }

            var changed = count with { OffenceId = command.OffenceId, Defendant = command.Defendant, Survivor = command.Survivor, From = command.From, To = command.To };
            if (CountRules.Refuse(changed, await work.Db.People.Where(p => p.CaseId == count.CaseId).ToListAsync(cancel), law) is { } refused)
            {
                return refused;
            }

            // Rulings hang on the count: what the court said of one defendant's or survivor's it never said of another's.
            if ((changed.OffenceId, changed.Defendant, changed.Survivor) != (count.OffenceId, count.Defendant, count.Survivor))
            {
                var challenges = await work.Db.Challenges.Where(c => c.CaseId == count.CaseId).ToListAsync(cancel);
                if (challenges.Where(c => c.On.Kind == TargetKind.Element && c.On.Id == count.Id.Value).Select(c => ChallengeRules.RuledOn(c.On, challenges)).FirstOrDefault(c => c is not null) is { } ruled)
                {
                    return Error.Invalid("counts.ruled-on", ("reference", ruled.Reference));
                }
            }

            work.Change(count, changed);
            return count.Number;
        }, cancel);
    }
}
