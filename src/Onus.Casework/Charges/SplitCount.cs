using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Charges;

/// <summary>Makes two counts of one at a day, such as that on which the law changed: the first ends on the day before, the second begins on that day. Challenges of the count stand against both.</summary>
public sealed class SplitCount(OnusStore store)
{
    /// <summary>Where to split.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">The count.</param>
    /// <param name="Version">The version that was seen.</param>
    /// <param name="Day">First day of the second count.</param>
    public sealed record Command(string Case, int Number, int Version, DateOnly Day);

    /// <summary>Splits it.</summary>
    /// <returns>
    /// Number of the second count; <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>counts.not-found</c>, <c>rows.changed-meanwhile</c>, <c>counts.withdrawn</c>,
    /// <c>counts.split-day</c>, <c>counts.split-one-day</c>; <c>rows.exists</c> where somebody else took the number in the same moment.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.CountSplit, command.Case, actor, async (work, found) =>
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

            var split = CountRules.Split(count, command.Day, new CountId(Guid.CreateVersion7()), await work.NextNumber<Count>(count.CaseId, cancel));
            if (split.Error is { } refused)
            {
                return refused;
            }

            work.Change(count, split.Value.First);
            work.Add(split.Value.Second);
            // What the court ruled on an element of the whole it ruled on that element of each half.
            foreach (var challenge in CarriedAlong.Challenges(
                await work.Db.Challenges.Where(c => c.CaseId == count.CaseId).ToListAsync(cancel), CarriedAlong.To(count.Id, split.Value.Second.Id), Guid.CreateVersion7))
            {
                work.Add(challenge);
            }

            return split.Value.Second.Number;
        }, cancel);
    }
}
