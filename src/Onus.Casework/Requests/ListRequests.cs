using Microsoft.EntityFrameworkCore;
using Onus.Domain.Requests;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>The requests of a case, the nearest date first.</summary>
public sealed class ListRequests(OnusStore store)
{
    /// <summary>A request.</summary>
    /// <param name="Request">What was asked.</param>
    /// <param name="Ours">Counsel's reason; null where there is none, and for everybody who does not see counsel's papers.</param>
    public sealed record Row(EvidenceRequest Request, RequestReason? Ours);

    /// <summary>All requests the actor may see; empty for a case that is not theirs.</summary>
    public async Task<IReadOnlyList<Row>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return [];
        }

        var all = await work.Db.Requests.Where(r => r.CaseId == found.Id).ToListAsync(cancel);
        var ours = await work.Db.RequestReasons.Where(r => r.CaseId == found.Id).ToDictionaryAsync(r => r.Request, cancel);
        return [.. all
            .OrderBy(r => r.Status == RequestStatus.Closed).ThenBy(r => !r.IsOpen).ThenBy(r => r.By ?? DateOnly.MaxValue).ThenBy(r => r.Number)
            .Select(r => new Row(r, ours.GetValueOrDefault(r.Id)))];
    }
}
