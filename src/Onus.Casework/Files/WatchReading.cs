using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>How far the reading of a case is at this moment: numbers and titles, nothing of what is read.</summary>
public sealed class WatchReading(OnusStore store)
{
    /// <summary>A file that is being read.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Records">Records read so far.</param>
    /// <param name="Bytes">Bytes of it that are behind; 0 where nobody knows.</param>
    /// <param name="Of">Bytes that it has.</param>
    public sealed record Running(MaterialId File, string Title, long Records, long Bytes, long Of);

    /// <summary>How far it is.</summary>
    /// <param name="Read">Files that were read, or found to need something else.</param>
    /// <param name="Total">These, and those that are read or wait for it.</param>
    /// <param name="Now">Those that are being read, in the order in which they were asked for.</param>
    public sealed record HowFar(int Read, int Total, IReadOnlyList<Running> Now);

    /// <summary>Looks.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<HowFar>> Handle(string reference, Actor actor, CancellationToken cancel) => store.See<HowFar>(reference, actor, async (work, found) =>
    {
        var awaited = await (
            from job in work.Db.Jobs
            join file in work.Db.Materials on job.File equals file.Id
            where job.CaseId == found.Id && (job.State == JobState.Waiting || job.State == JobState.Running)
            orderby job.AskedAt, job.File
            select new { job.State, job.Account, job.Records, job.Bytes, File = file.Id, file.Title, Of = file.Bytes }).ToListAsync(cancel);
        var may = (await work.Db.Members.Where(m => m.CaseId == found.Id).ToListAsync(cancel)).Where(m => Roles.Has(m.Role, Acts.FileRead.Needs)).Select(m => m.AccountId).ToHashSet();
        var open = awaited.Count(one => may.Contains(one.Account));
        var read = await work.Db.Materials.CountAsync(m => m.CaseId == found.Id && m.Withdrawn == null && m.Status != MaterialStatus.Held && m.Status != MaterialStatus.Container, cancel);
        return new HowFar(read, read + open, [.. awaited.Where(one => one.State == JobState.Running).Select(one => new Running(one.File, one.Title, one.Records, one.Bytes, one.Of))]);
    }, cancel);
}
