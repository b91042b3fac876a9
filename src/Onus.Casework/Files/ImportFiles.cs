using Microsoft.EntityFrameworkCore;
using Onus.Casework.Jobs;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>
/// Imports files from disk in one go: drop, answers from an answers file, reading. Files that are in the case already are not stored again,
/// but answered and read where that is still open: an import that was broken off goes on where it stopped. Answers that were given before stay
/// as they are: what differs from them is named, and for a person to decide.
/// </summary>
public sealed class ImportFiles(OnusStore store, Texts texts)
{
    /// <summary>What to import.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Answers">The answers; null leaves the questions open.</param>
    /// <param name="Keys">What the words of the answers stand for.</param>
    /// <param name="ReadAtOnce">How many files are read at a time.</param>
    public sealed record Command(string Case, IReadOnlyList<FileOnDisk> Files, AnswersFile? Answers, AnswerKeys Keys, int ReadAtOnce = 2);

    /// <summary>What it came to.</summary>
    /// <param name="Run">The drop.</param>
    /// <param name="Files">The files of the case that this import handed in, now or before, as they stand now.</param>
    /// <param name="Unanswered">Names of files for which no answer was given.</param>
    /// <param name="Kept">Names of files that have other answers already; they were left as they are.</param>
    public sealed record Imported(ImportRun Run, IReadOnlyList<Material> Files, IReadOnlyList<string> Unanswered, IReadOnlyList<string> Kept);

    /// <summary>How far it is: <paramref name="Step"/> is <c>storing</c> or <c>reading</c>.</summary>
    public sealed record Progress(string Step, int Done, int Total, string File);

    /// <summary>Imports them.</summary>
    /// <returns>What it came to; errors of <see cref="DropFiles"/>, <see cref="AnswerQuestions"/>, <see cref="DecideReading"/>, or <c>import.key-unknown</c> with its place.</returns>
    /// <exception cref="IOException">The disk is full or failing. Files that were read before are kept, nothing is half-written. A file that can't be read is rejected by name.</exception>
    public async Task<Result<Imported>> Handle(Command command, Actor actor, IProgress<Progress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var dropped = await Drop(command, actor, progress, cancel);
        if (dropped.Error is { } error)
        {
            return error;
        }

        var drop = dropped.Value;
        var kept = new List<Material>();
        if (command.Answers is { } answers && await Answer(command, answers, drop, kept, actor, cancel) is { } refused)
        {
            return refused;
        }

        // What has other answers waits for a person: reading would make those it has final.
        var waiting = (await Ours(drop, actor, cancel)).Where(f => f is { Status: MaterialStatus.Held, Obtained: not null } && kept.TrueForAll(k => k.Id != f.Id)).ToList();
        var failed = await Read(command, waiting, actor, progress, cancel);
        if (failed is not null)
        {
            return failed;
        }

        var files = await Ours(drop, actor, cancel);
        return new Imported(drop.Run, files, [.. files.Where(f => f is { Obtained: null, Status: not MaterialStatus.Container }).Select(f => f.Name)], [.. kept.Select(f => f.Name)]);
    }

    private async Task<Result<Dropped>> Drop(Command command, Actor actor, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var begun = await new DropFiles(store).Handle(command.Case, actor, cancel);
        if (begun.Error is { } error)
        {
            return error;
        }

        await using var drop = begun.Value;
        foreach (var (number, file) in command.Files.Index())
        {
            progress?.Report(new Progress("storing", number, command.Files.Count, file.Name));
            if (file.Refused is { } reason)
            {
                drop.Reject(file.Name, reason);
                continue;
            }

            try
            {
                await using var bytes = file.Open();
                await drop.Add(file.Name, bytes, cancel);
            }
            catch (UnreadableFileException)
            {
                drop.Reject(file.Name, FileOnDisk.Unreadable);
            }
        }

        var done = await drop.Finish(cancel);
        return done.IsOk ? new Dropped(done.Value, drop.AlreadyHere) : done.Error!;
    }

    /// <summary>The files that this import stored, or whose very bytes it found to be here. A name says nothing: another file may have it.</summary>
    private async Task<IReadOnlyList<Material>> Ours(Dropped drop, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var hashes = drop.Here.Keys.ToList();
        return await work.Db.Materials
            .Where(m => m.CaseId == drop.Run.CaseId && (m.Run == drop.Run.Id || hashes.Contains(m.Blob)))
            .OrderBy(m => m.Name)
            .ToListAsync(cancel);
    }

    /// <summary>One act for all files of an entry: answers first, then what was decided about reading. Neither touches what a person gave before.</summary>
    private async Task<Error?> Answer(Command command, AnswersFile answers, Dropped drop, List<Material> kept, Actor actor, CancellationToken cancel)
    {
        var ours = await Ours(drop, actor, cancel);
        foreach (var group in ours.GroupBy(f => answers.For(drop.NameOf(f))).Where(g => g.Key is not null))
        {
            var entry = group.Key!;
            var made = await command.Keys.Command(store, command.Case, entry, answers.Path, actor, texts, cancel);
            if (made.Error is { } unknown)
            {
                return unknown;
            }

            var profile = entry.Profile is { } name ? command.Keys.Profiles.GetValueOrDefault(name, name) : null;
            var what = new DecideReading.Decided(entry.Zone, entry.DateOrder, entry.Charset, profile);
            kept.AddRange(group.Where(f => f.Obtained is not null && !(Gives(made.Value, f) && (f.Status == MaterialStatus.NeedsDecision || Leaves(what, f)))));

            var open = group.Where(f => f.Obtained is null && f.Status is MaterialStatus.Held or MaterialStatus.NeedsDecision).Select(f => f.Id).ToList();
            if (open.Count > 0)
            {
                var done = await new AnswerQuestions(store).Handle(made.Value with { Files = open }, actor, cancel);
                if (done.Error is { } error)
                {
                    return error;
                }
            }

            var undecided = group.Except(kept).Where(f => f.Status is MaterialStatus.Held or MaterialStatus.NeedsDecision && !Has(what, f)).Select(f => f.Id).ToList();
            if (undecided.Count > 0)
            {
                var decided = await new DecideReading(store).Handle(new DecideReading.Command(command.Case, undecided, what), actor, cancel);
                if (decided.Error is { } refused)
                {
                    return refused;
                }
            }
        }

        return null;
    }

    /// <summary>Whether answers are those that a file has.</summary>
    private static bool Gives(AnswerQuestions.Command answers, Material file) =>
        file.FromPerson == answers.FromPerson
        && file.From == (answers.FromPerson is null ? answers.From.Trim() : "")
        && file.Statement == answers.Statement
        && file.Obtained == answers.Obtained
        && file.Translated == answers.Translated
        && file.Factual.ToHashSet().SetEquals(answers.Factual)
        && (file.ScopeFrom, file.ScopeTo) == (answers.ScopeFrom, answers.ScopeTo)
        && file.ScopePeople.ToHashSet(StringComparer.Ordinal).SetEquals(answers.ScopePeople);

    /// <summary>Whether a decision changes nothing that was decided: it only adds.</summary>
    private static bool Leaves(DecideReading.Decided what, Material file) =>
        Pairs(what, file).All(p => p.New is null || p.Old is null || p.New == p.Old);

    private static bool Has(DecideReading.Decided what, Material file) => Pairs(what, file).All(p => p.New is null || p.New == p.Old);

    private static (string? New, string? Old)[] Pairs(DecideReading.Decided what, Material file) =>
        [(what.Zone, file.Zone), (what.DateOrder, file.DateOrder), (what.Charset, file.Charset), (what.Profile, file.Profile)];

    private async Task<Error?> Read(Command command, List<Material> waiting, Actor actor, IProgress<Progress>? progress, CancellationToken cancel)
    {
        // What nobody asked for, was stopped or failed is asked for now; what another program reads is left to it.
        var asked = waiting.Count == 0 ? 0 : await new AskForReading(store).Handle(new(command.Case, [.. waiting.Select(f => f.Id)]), actor, cancel);
        if (asked.Error is { } refused)
        {
            return refused;
        }

        var jobs = await JobsOf(waiting, actor, cancel);
        var runner = new JobRunner(store, [new ReadHeldFile(store)]);
        Error? failed = null;
        var done = 0;
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = command.ReadAtOnce, CancellationToken = cancel }, async (file, stop) =>
        {
            progress?.Report(new Progress("reading", Interlocked.Increment(ref done) - 1, waiting.Count, file.Name));
            if (jobs.TryGetValue(file.Id, out var job) && await runner.Finish(job, actor, stop) is { } error)
            {
                Interlocked.CompareExchange(ref failed, error, null);
            }
        });
        return failed;
    }

    private async Task<IReadOnlyDictionary<MaterialId, JobId>> JobsOf(List<Material> files, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var ids = files.ConvertAll(f => f.Id);
        return await work.Db.Jobs.Where(j => j.Kind == JobKind.ReadFile && ids.Contains(j.File)).ToDictionaryAsync(j => j.File, j => j.Id, cancel);
    }

    /// <summary>What was dropped.</summary>
    /// <param name="Run">The drop.</param>
    /// <param name="Here">Bytes that are in the case already, by the name under which they came this time.</param>
    private sealed record Dropped(ImportRun Run, IReadOnlyDictionary<Sha256, string> Here)
    {
        public string NameOf(Material file) => file.Run != Run.Id && Here.TryGetValue(file.Blob, out var name) ? name : file.Name;
    }
}
