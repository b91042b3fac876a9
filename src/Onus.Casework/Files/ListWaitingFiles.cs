using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>
/// Files that are answered for and not read yet, in every case: what a restart goes on with. Each is read for whoever handed it in, as they may act now; where they
/// are no longer in the case, or only look on, it waits for somebody else (<see cref="FileList.Left"/>).
/// </summary>
public sealed class ListWaitingFiles(OnusStore store)
{
    /// <summary>A file that waits, with the short name of its case and for whom it is read.</summary>
    public sealed record Waiting(string Case, Material File, Actor For);

    /// <summary>Lists them, in the order they came.</summary>
    public async Task<IReadOnlyList<Waiting>> Handle(CancellationToken cancel)
    {
        var waiting = new List<Waiting>();
        foreach (var account in await store.WhoseFilesWait(cancel))
        {
            if (await store.ActorOf(account, form: null, cancel) is not { } actor)
            {
                continue;
            }

            await using var work = store.Begin(actor);
            var theirs = await (
                from file in work.Db.Materials
                join of in work.Db.Cases on file.CaseId equals of.Id
                join run in work.Db.ImportRuns on file.Run equals run.Id
                where file.Status == MaterialStatus.Held && file.Obtained != null && file.Withdrawn == null && run.Account == account
                select new { of.Ref, File = file }).ToListAsync(cancel);
            waiting.AddRange(theirs.Where(one => actor.May(one.File.CaseId, Acts.FileRead)).Select(one => new Waiting(one.Ref, one.File, actor)));
        }

        return [.. waiting.OrderBy(one => one.File.Id.Value)];
    }
}
