using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>Files that are answered for and not read yet, in every case the actor may see: what a restart goes on with.</summary>
public sealed class ListWaitingFiles(OnusStore store)
{
    /// <summary>A file that waits, with the short name of its case.</summary>
    public sealed record Waiting(string Case, Material File);

    /// <summary>Lists them, in the order they came.</summary>
    public async Task<IReadOnlyList<Waiting>> Handle(Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        return await (
            from file in work.Db.Materials
            join of in work.Db.Cases on file.CaseId equals of.Id
            where file.Status == MaterialStatus.Held && file.Obtained != null && file.Withdrawn == null
            orderby file.Id
            select new Waiting(of.Ref, file)).ToListAsync(cancel);
    }
}
