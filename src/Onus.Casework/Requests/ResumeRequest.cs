using Microsoft.EntityFrameworkCore;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>Takes a request up again that was stopped, once a newer wish allows it. Nothing starts again by itself.</summary>
public sealed class ResumeRequest(OnusStore store)
{
    /// <summary>Which request.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">The request.</param>
    /// <param name="Version">The version that was seen.</param>
    public sealed record Command(string Case, int Number, int Version);

    /// <summary>Takes it up.</summary>
    /// <returns>Its number; <c>requests.not-found</c>, <c>rows.changed-meanwhile</c>, <c>requests.withdrew</c>.</returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.RequestResumed, command.Case, actor, async (work, found) =>
        {
            var request = await work.Db.Requests.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Number == command.Number, cancel);
            if (request is null)
            {
                return Error.NotFound("requests.not-found");
            }

            if (request.Version != command.Version || request.Stopped.Length == 0)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (Asking.Refuse(request.To, request.Asks, await work.Db.People.Where(p => p.CaseId == request.CaseId).ToListAsync(cancel)) is { } refused)
            {
                return refused;
            }

            work.Change(request, request with { Stopped = "" });
            return request.Number;
        }, cancel);
    }
}
