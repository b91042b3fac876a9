using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>
/// Asks for files to be read, in whose name they then are: those that wait for somebody, whose reading was stopped or failed, or that could not be read before. What
/// answers a file's questions asks for its reading in the same act.
/// </summary>
public sealed class AskForReading(OnusStore store)
{
    /// <summary>What to read.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Files">The files; those that are being read, or need something else first, are left as they are.</param>
    public sealed record Command(string Case, IReadOnlyList<MaterialId> Files);

    /// <summary>Asks for it.</summary>
    /// <returns>How many files are read now or wait for it; <c>cases.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.ReadingAsked, command.Case, actor, async (work, found) =>
        {
            var files = await work.Db.Materials.Where(m => m.CaseId == found.Id && command.Files.Contains(m.Id)).ToListAsync(cancel);
            return await Apply(work, files, evenUnusable: true, cancel);
        }, cancel);
    }

    /// <summary>Asks inside an act that has begun, for those of its files that can be read as they will stand.</summary>
    /// <returns>How many.</returns>
    internal static async Task<int> Apply(UnitOfWork work, IReadOnlyList<Material> files, bool evenUnusable, CancellationToken cancel)
    {
        var readable = files.Where(f => f is { Withdrawn: null, Obtained: not null } && (f.Status == MaterialStatus.Held || (evenUnusable && f.Status == MaterialStatus.Unusable))).ToList();
        if (readable.Count == 0)
        {
            return 0;
        }

        var inCase = readable[0].CaseId;
        var ids = readable.ConvertAll(f => f.Id);
        var jobs = await work.Db.Jobs.Where(j => j.CaseId == inCase && j.Kind == JobKind.ReadFile && ids.Contains(j.File)).ToDictionaryAsync(j => j.File, cancel);
        foreach (var file in readable)
        {
            if (!jobs.TryGetValue(file.Id, out var job))
            {
                work.Add(Job.Of(JobKind.ReadFile, inCase, file.Id, work.Actor.Account, work.Now) with { Compartment = file.Compartment });
            }
            else if (!job.IsAwaited() || (job.State == JobState.Waiting && job.Account != work.Actor.Account))
            {
                work.Change(job, job.Again(work.Actor.Account, work.Now));
            }
        }

        return readable.Count;
    }
}
