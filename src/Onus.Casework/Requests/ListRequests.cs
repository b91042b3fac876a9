using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Requests;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>The requests of a case, the nearest date first.</summary>
public sealed class ListRequests(OnusStore store)
{
    /// <summary>All requests the actor may see; empty for a case that is not theirs.</summary>
    public async Task<IReadOnlyList<EvidenceRequest>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        var all = found is null ? [] : await work.Db.Requests.Where(r => r.CaseId == found.Id).ToListAsync(cancel);
        return [.. all.OrderBy(r => r.Status == RequestStatus.Answered).ThenBy(r => r.By ?? DateOnly.MaxValue).ThenBy(r => r.Number)];
    }
}
