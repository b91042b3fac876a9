using Microsoft.EntityFrameworkCore;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>
/// Stops the reading of a file that waits or is being read. A reading reaches the case in one act or not at all, so that nothing of it stays; it begins anew when
/// somebody asks for it.
/// </summary>
public sealed class StopReading(OnusStore store)
{
    /// <summary>What to stop.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file.</param>
    public sealed record Command(string Case, MaterialId File);

    /// <summary>Stops it.</summary>
    /// <returns><c>cases.not-found</c>, <c>cases.may-not</c>, <c>files.not-being-read</c> where it was read already or nobody asked, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Job>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Job>(Acts.ReadingStopped, command.Case, actor, async (work, found) =>
        {
            var job = await work.Db.Jobs.FirstOrDefaultAsync(j => j.CaseId == found.Id && j.Kind == JobKind.ReadFile && j.File == command.File, cancel);
            return job?.IsAwaited() != true ? Error.Invalid("files.not-being-read") : work.Change(job, job.Stopped(actor.Name, work.Now));
        }, cancel);
    }
}
