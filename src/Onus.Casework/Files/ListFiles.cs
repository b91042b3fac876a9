using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Files;

/// <summary>The files of a case and how far each is, with what was rejected on the way in: the reconciliation.</summary>
public sealed class ListFiles(OnusStore store)
{
    /// <summary>Lists them.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<FileList>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        return store.See<FileList>(reference, actor, async (work, found) =>
        {
            var files = await work.Db.Materials.Where(m => m.CaseId == found.Id).OrderBy(m => m.Id).ToListAsync(cancel);
            var open = (await work.Db.Differences.Where(d => d.CaseId == found.Id && d.State == DifferenceState.Open).Select(d => new { d.Material, d.Exhibit }).Distinct().ToListAsync(cancel)).ToLookup(d => d.Material);
            var list = new FileList(
                files,
                await work.Db.ImportRuns.Where(r => r.CaseId == found.Id).OrderBy(r => r.Id).ToListAsync(cancel));
            if (list.Waiting.Count + list.Unusable.Count > 0)
            {
                // Of a file that waited a moment ago the job may be done by now: it is asked for all the same, so that nobody is told that the file is left.
                var waiting = list.Waiting.Select(file => file.Id).ToList();
                list = list with
                {
                    Jobs = await work.Db.Jobs.Where(j => j.CaseId == found.Id && j.Kind == JobKind.ReadFile && (j.State != JobState.Done || waiting.Contains(j.File))).ToDictionaryAsync(j => j.File, cancel),
                };
            }

            return list with
            {
                WithoutText = await work.Db.Totals.Where(t => t.CaseId == found.Id).PagesWithoutText()
                    .GroupBy(t => t.Material).Select(g => new { g.Key, Count = g.Sum(t => t.Count) }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
                Warned = await MayBeLost.Of(work.Db, found.Id, null, cancel),
                Differences = [.. files.Where(f => f.Withdrawn is null && open.Contains(f.Id)).Select(f => (f, open[f.Id].Count()))],
                Shared = await SplitGiving.Of(work, found.Id, files, cancel),
                Left = list.Waiting.Count == 0 ? [] : await LeftOf(list, work, found.Id, cancel),
            };
        }, cancel);
    }

    private static async Task<IReadOnlyList<Material>> LeftOf(FileList list, UnitOfWork work, CaseId of, CancellationToken cancel)
    {
        var may = (await work.Db.Members.Where(m => m.CaseId == of).ToListAsync(cancel)).Where(m => Roles.Has(m.Role, Acts.FileRead.Needs)).Select(m => m.AccountId).ToHashSet();
        return [.. list.Waiting.Where(file => !list.Jobs.TryGetValue(file.Id, out var job) || !may.Contains(job.Account))];
    }
}

/// <summary>The files of a case. Seen = stored + rejected; stored = questions open + waiting + stopped + to decide + read + unusable + replaced + containers + withdrawn.</summary>
/// <param name="Files">Every file stored, in the order it came.</param>
/// <param name="Runs">Every drop, in order.</param>
public sealed record FileList(IReadOnlyList<Material> Files, IReadOnlyList<ImportRun> Runs)
{
    /// <summary>Pages that have no words, by file; a file without any is not there.</summary>
    public IReadOnlyDictionary<MaterialId, int> WithoutText { get; init; } = new Dictionary<MaterialId, int>();

    /// <summary>Records of which something may be lost, unseen or absent; null before they were counted.</summary>
    public MayBeLost? Warned { get; init; }

    /// <summary>Files of which exhibits wait for a decision after the reading was corrected, with how many.</summary>
    public IReadOnlyList<(Material File, int Count)> Differences { get; init; } = [];

    /// <summary>Foundations that carry what several people gave.</summary>
    public IReadOnlyList<SplitGiving.Shared> Shared { get; init; } = [];

    /// <summary>What is to be done for files, by file, but for what was done before the files were asked for.</summary>
    public IReadOnlyDictionary<MaterialId, Job> Jobs { get; init; } = new Dictionary<MaterialId, Job>();

    /// <summary>Whether files are being read, or will be without anybody doing anything.</summary>
    public bool IsBusy => Coming > 0;

    /// <summary>Of those that wait: asked for by somebody who may not have files read here any more, so that nothing reads them by itself.</summary>
    public IReadOnlyList<Material> Left { get; init; } = [];

    /// <summary>Files that ever came, whatever became of them.</summary>
    public int Seen => Runs.Sum(r => r.Seen);

    /// <summary>What was not stored, each with its reason.</summary>
    public IReadOnlyList<RejectedFile> Rejected => [.. Runs.SelectMany(r => r.Rejected)];

    /// <summary>Held, because the three questions are open.</summary>
    public IReadOnlyList<Material> QuestionsOpen => [.. Counting.Where(f => f is { Status: MaterialStatus.Held, Obtained: null })];

    /// <summary>Answered for, and about to be read.</summary>
    public IReadOnlyList<Material> Waiting => [.. Answered.Where(f => JobOf(f)?.State is not (JobState.Stopped or JobState.Failed))];

    /// <summary>Answered for, and not read: somebody stopped it, or it failed, as its job says.</summary>
    public IReadOnlyList<Material> Stopped => [.. Answered.Where(f => JobOf(f)?.State is JobState.Stopped or JobState.Failed)];

    /// <summary>A person has to decide something first.</summary>
    public IReadOnlyList<Material> ToDecide => [.. Counting.Where(f => f.Status == MaterialStatus.NeedsDecision)];

    /// <summary>Read.</summary>
    public IReadOnlyList<Material> Read => [.. Counting.Where(f => f.Status == MaterialStatus.Read)];

    /// <summary>Can't be read, and nothing came in its place.</summary>
    public IReadOnlyList<Material> Unusable => [.. Counting.Where(f => f.Status == MaterialStatus.Unusable && !Replaced.ContainsKey(f.Id))];

    /// <summary>Taken apart, kept as received.</summary>
    public IReadOnlyList<Material> Containers => [.. Counting.Where(f => f.Status == MaterialStatus.Container)];

    /// <summary>What came in the place of files that can't be read, by the file that it replaced.</summary>
    public IReadOnlyDictionary<MaterialId, Material> Replaced { get; } = Domain.Evidence.Replaced.Of(Files);

    /// <summary>Withdrawn, whatever had become of them.</summary>
    public IReadOnlyList<Material> Withdrawn => [.. Files.Where(f => f.Withdrawn is not null)];

    /// <summary>Those that are being read, in the order in which they were asked for.</summary>
    public IReadOnlyList<Material> Now => [.. Counting.Where(f => JobOf(f)?.State == JobState.Running).OrderBy(f => JobOf(f)!.AskedAt).ThenBy(f => f.Id.Value)];

    /// <summary>How many were read, or found to need something else.</summary>
    public int Reached => Counting.Count(f => f.Status is not (MaterialStatus.Held or MaterialStatus.Container));

    /// <summary>How many are read, or will be without anybody doing anything.</summary>
    public int Coming => Waiting.Count - Left.Count + Unusable.Count(file => JobOf(file)?.IsAwaited() is true);

    /// <summary>What is to be done for a file; null where nothing is.</summary>
    public Job? JobOf(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Jobs.GetValueOrDefault(file.Id);
    }

    private IEnumerable<Material> Answered => Counting.Where(f => f is { Status: MaterialStatus.Held, Obtained: not null });

    private IEnumerable<Material> Counting => Files.Where(f => f.Withdrawn is null);
}
