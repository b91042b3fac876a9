using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>Takes away the note that something will be deleted: it has been secured, or was entered by mistake. The log keeps it, with the reason.</summary>
public sealed class StopWatching(OnusStore store)
{
    /// <summary>What to take away.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Watch">The note.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why nobody needs to watch it any more.</param>
    public sealed record Command(string Case, Guid Watch, int Version, string Reason);

    /// <summary>Takes it away.</summary>
    /// <returns><c>cases.not-found</c>, <c>retention.not-found</c>, <c>retention.reason-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Guid>(Acts.RetentionRemoved, command.Case, actor, async (work, found) =>
        {
            var watch = await work.Db.Retention.FirstOrDefaultAsync(w => w.CaseId == found.Id && w.Id == command.Watch, cancel);
            if (watch is null)
            {
                return Error.NotFound("retention.not-found");
            }

            if (watch.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Error.Invalid("retention.reason-missing");
            }

            work.Remove(watch);
            work.Tell(new { Reason = command.Reason.Trim() });
            return watch.Id;
        }, cancel);
    }
}
