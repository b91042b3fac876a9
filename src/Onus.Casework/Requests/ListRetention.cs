using Microsoft.EntityFrameworkCore;
using Onus.Domain.Requests;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>What holders of records will delete.</summary>
public sealed class ListRetention(OnusStore store)
{
    /// <summary>Lists it.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="today">The day from which it is seen.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The soonest first, and what has passed last; nothing for a case that is not the actor's.</returns>
    public async Task<IReadOnlyList<RetentionClock>> Handle(string reference, DateOnly today, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        return RetentionClock.Of(
            await (from watch in work.Db.Retention join of in work.Db.Cases on watch.CaseId equals of.Id where of.Ref == reference select watch).ToListAsync(cancel), today);
    }
}
