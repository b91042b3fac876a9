using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Casework.Files;

/// <summary>
/// Imports files from disk in one go: drop, answers from an answers file, reading. Files that are in the case already are not stored again,
/// but answered and read where that is still open: an import that was broken off goes on where it stopped.
/// </summary>
public sealed class ImportFiles(OnusStore store, Texts texts)
{
    /// <summary>What to import.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Files">Where the files lie, and the names under which they come, with folders and slashes.</param>
    /// <param name="Answers">The answers; null leaves the questions open.</param>
    /// <param name="Keys">What the words of the answers stand for.</param>
    /// <param name="ReadAtOnce">How many files are read at a time.</param>
    public sealed record Command(string Case, IReadOnlyList<(string Path, string Name)> Files, AnswersFile? Answers, AnswerKeys Keys, int ReadAtOnce = 2);

    /// <summary>What it came to.</summary>
    /// <param name="Run">The drop.</param>
    /// <param name="Files">The files of the case that this import named, as they stand now.</param>
    /// <param name="Unanswered">Names of files for which no answer was given.</param>
    public sealed record Imported(ImportRun Run, IReadOnlyList<Material> Files, IReadOnlyList<string> Unanswered);

    /// <summary>How far it is: <paramref name="Step"/> is <c>storing</c> or <c>reading</c>.</summary>
    public sealed record Progress(string Step, int Done, int Total, string File);

    /// <summary>Imports them.</summary>
    /// <returns>What it came to; errors of <see cref="DropFiles"/>, <see cref="AnswerQuestions"/>, <see cref="DecideReading"/>, or <c>import.key-unknown</c> with its place.</returns>
    /// <exception cref="UnreadableSourceException">A file can't be opened. Nothing joins the case.</exception>
    /// <exception cref="IOException">The disk is full or failing. Files that were read before are kept, nothing is half-written.</exception>
    public async Task<Result<Imported>> Handle(Command command, Actor actor, IProgress<Progress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var run = await Drop(command, actor, progress, cancel);
        if (run.Error is { } error)
        {
            return error;
        }

        var open = await Ours(command, run.Value, actor, cancel);
        if (command.Answers is { } answers && await Answer(command, answers, open, actor, cancel) is { } refused)
        {
            return refused;
        }

        var waiting = (await Ours(command, run.Value, actor, cancel)).Where(f => f is { Status: MaterialStatus.Held, Obtained: not null }).ToList();
        var failed = await Read(command, waiting, actor, progress, cancel);
        if (failed is not null)
        {
            return failed;
        }

        var files = await Ours(command, run.Value, actor, cancel);
        return new Imported(run.Value, files, [.. files.Where(f => f.Obtained is null).Select(f => f.Name)]);
    }

    private async Task<Result<ImportRun>> Drop(Command command, Actor actor, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var begun = await new DropFiles(store).Handle(command.Case, actor, cancel);
        if (begun.Error is { } error)
        {
            return error;
        }

        await using var drop = begun.Value;
        foreach (var (number, (path, name)) in command.Files.Index())
        {
            progress?.Report(new Progress("storing", number, command.Files.Count, name));
            await using var bytes = Open(path);
            await drop.Add(name, bytes, cancel);
        }

        return await drop.Finish(cancel);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableSourceException(path, e);
        }
    }

    /// <summary>The files that this import stored, or found to be here under one of its names.</summary>
    private async Task<IReadOnlyList<Material>> Ours(Command command, ImportRun run, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var names = command.Files.Select(f => f.Name).ToList();
        return await work.Db.Materials
            .Where(m => m.CaseId == run.CaseId && (m.Run == run.Id || names.Contains(m.Name)))
            .OrderBy(m => m.Name)
            .ToListAsync(cancel);
    }

    /// <summary>One act for all files of an entry: answers first, then what was decided about reading.</summary>
    private async Task<Error?> Answer(Command command, AnswersFile answers, IReadOnlyList<Material> files, Actor actor, CancellationToken cancel)
    {
        var open = files.Where(f => f.Status is MaterialStatus.Held or MaterialStatus.NeedsDecision);
        foreach (var group in open.GroupBy(f => answers.For(f.Name)).Where(g => g.Key is not null))
        {
            var entry = group.Key!;
            var made = await command.Keys.Command(store, command.Case, entry, answers.Path, actor, texts, cancel);
            if (made.Error is { } unknown)
            {
                return unknown;
            }

            var ids = group.Select(f => f.Id).ToList();
            var done = await new AnswerQuestions(store).Handle(made.Value with { Files = ids }, actor, cancel);
            if (done.Error is { } error)
            {
                return error;
            }

            if (entry is not { Zone: null, DateOrder: null, Charset: null, Profile: null })
            {
                var profile = entry.Profile is { } name ? command.Keys.Profiles.GetValueOrDefault(name, name) : null;
                var what = new DecideReading.Decided(entry.Zone, entry.DateOrder, entry.Charset, profile);
                var decided = await new DecideReading(store).Handle(new DecideReading.Command(command.Case, ids, what), actor, cancel);
                if (decided.Error is { } undecided)
                {
                    return undecided;
                }
            }
        }

        return null;
    }

    private async Task<Error?> Read(Command command, List<Material> waiting, Actor actor, IProgress<Progress>? progress, CancellationToken cancel)
    {
        Error? failed = null;
        var done = 0;
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = command.ReadAtOnce, CancellationToken = cancel }, async (file, stop) =>
        {
            progress?.Report(new Progress("reading", Interlocked.Increment(ref done) - 1, waiting.Count, file.Name));
            var read = await new ReadHeldFile(store).Handle(new ReadHeldFile.Command(command.Case, file.Id), actor, stop);
            if (read.Error is { } error)
            {
                Interlocked.CompareExchange(ref failed, error, null);
            }
        });
        return failed;
    }
}
