using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Requests;

/// <summary>Records that a request was sent or answered, one step at a time, or takes the last step back.</summary>
public sealed class MoveRequest(OnusStore store)
{
    /// <summary>What happened.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">The request.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Status">How far it is now.</param>
    public sealed record Command(string Case, int Number, int Version, RequestStatus Status);

    /// <summary>Records it.</summary>
    /// <returns><c>requests.not-found</c>, <c>rows.changed-meanwhile</c>, <c>requests.stopped</c>, <c>requests.step</c>, <c>requests.withdrew</c> where it would be sent to somebody who has withdrawn.</returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        var request = found is null ? null : await work.Db.Requests.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Number == command.Number, cancel);
        if (request is null)
        {
            return Error.NotFound("requests.not-found");
        }

        if (request.Version != command.Version)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        if (request.Stopped.Length > 0)
        {
            return Error.Invalid("requests.stopped");
        }

        if (Math.Abs(command.Status - request.Status) != 1)
        {
            // A request that was never sent has no answer.
            return Error.Invalid("requests.step");
        }

        if (command.Status == RequestStatus.Sent
            && Wishes.RefuseAsking(request.To, request.Asks, await work.Db.People.Where(p => p.CaseId == request.CaseId).ToListAsync(cancel)) is { } refused)
        {
            return refused;
        }

        work.Change(request, request with { Status = command.Status });
        var done = await work.Commit(new LogEvent(request.CaseId, Side.Record, "request-moved"), cancel);
        return done.IsOk ? request.Number : done.Error!;
    }
}
