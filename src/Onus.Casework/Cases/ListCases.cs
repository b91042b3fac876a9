using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>The cases of an actor.</summary>
public sealed class ListCases(OnusStore store)
{
    /// <summary>The cases of which the actor is a member, by short name, with what is in them.</summary>
    public async Task<IReadOnlyList<Row>> Handle(Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var cases = await work.Db.Cases.OrderBy(c => c.Ref).ToListAsync(cancel);
        var files = await work.Db.Materials.GroupBy(m => m.CaseId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var counts = await work.Db.Counts.Where(c => c.Withdrawn == null).GroupBy(m => m.CaseId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var watches = await work.Db.Retention.ToListAsync(cancel);
        return [.. cases.Select(c => new Row(
            c,
            actor.RoleIn(c.Id),
            actor.MaySee(c.Id, CompartmentKind.Record) ? files.FirstOrDefault(f => f.Key == c.Id)?.Count ?? 0 : null,
            counts.FirstOrDefault(f => f.Key == c.Id)?.Count ?? 0,
            RetentionClock.Of(watches.Where(w => w.CaseId == c.Id), c.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime)).FirstOrDefault(clock => !clock.Passed)))];
    }

    /// <summary>A case in the list.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Role">The actor's role in it.</param>
    /// <param name="Files">Files in it; null for those who do not see them.</param>
    /// <param name="Counts">Counts drafted, as far as the actor may see them.</param>
    /// <param name="Clock">What its holder will delete next, as far as the actor may see it; null where nothing runs.</param>
    public sealed record Row(Case Case, MemberRole Role, int? Files, int Counts, RetentionClock? Clock);
}
