using System.CommandLine;
using System.Text.Json;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Practice;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store;

namespace Onus.Cli.Verbs;

/// <summary>
/// <c>import PATH... --case REF --data DIR --as PERSON [--answers FILE.yaml]</c>: imports for real, with progress on standard error, and prints the
/// reconciliation. Exit 0: every file was answered for and read, or can't be read, with its reason; 1: something waits for a person, or the answers are
/// wrong; 2: bad arguments, or something can't be opened.
/// </summary>
public static class Import
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files, or folders with everything in them." };
        var reference = new Option<string>("--case") { Description = "Short name of the case.", Required = true };
        var answers = new Option<string?>("--answers") { Description = "The three answers, and what reading needs, per file or pattern (YAML)." };
        var shared = new DataArguments();
        var verb = new Command("import", "Imports files into a case.") { paths, reference, answers };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancel) =>
        {
            var what = new What(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(reference), parsed.GetValue(answers), parsed.GetValue(shared.Json));
            return shared.Run(parsed, (store, actor, texts) => Run(what, store, actor, texts, parsed.InvocationConfiguration, cancel), cancel);
        });
        return verb;
    }

    private static async Task<int> Run(What what, OnusStore store, Actor actor, Texts texts, InvocationConfiguration console, CancellationToken cancel)
    {
        var (paths, reference, answers, json) = what;

        // What is being looked at outside the data folder; empty while the data folder itself is at work.
        var current = "";
        try
        {
            var loaded = await new LoadCase(store).Handle(reference, actor, cancel);
            if (loaded.Error is { } error)
            {
                return await Say(console.Error, texts, error);
            }

            current = answers ?? "";
            var faults = new List<ContentFault>();
            var file = answers is null ? null : AnswersYaml.Read(answers, faults);
            var keys = answers is null ? AnswerKeys.Of(loaded.Value) : await Keys(store, loaded.Value, answers, faults, actor, cancel);
            foreach (var fault in faults)
            {
                await console.Error.WriteLineAsync($"{fault.File}:{fault.Line}: {texts.Of(fault.Why)}");
            }

            if (faults.Count > 0)
            {
                return Exit.Invalid;
            }

            current = "";
            var files = paths.SelectMany(path => FileOnDisk.Of(current = path)).ToList();
            current = "";
            var progress = new Lines(console.Error, texts);
            var done = await new ImportFiles(store, texts).Handle(new ImportFiles.Command(reference, files, file, keys), actor, progress, cancel);
            return done.Error is { } refused
                ? await Say(console.Error, texts, refused)
                : await new ImportReport(texts, console.Output).Write(done.Value, json);
        }
        catch (Exception e) when (current.Length > 0 && (e is IOException or UnauthorizedAccessException))
        {
            await console.Error.WriteLineAsync(texts.Format("import.unreadable", ("path", current), ("reason", e.Message)));
            return Exit.Cannot;
        }
    }

    private static async Task<int> Say(TextWriter errors, Texts texts, Error error)
    {
        await errors.WriteLineAsync(texts.Of(error));
        return error.Kind == ErrorKind.NotFound ? Exit.Cannot : Exit.Invalid;
    }

    /// <summary>
    /// What the words of the answers stand for: pseudonyms and labels of the case; where the answers lie in the folder of a practice case, its keys too.
    /// Column profiles that lie beside are saved under their names.
    /// </summary>
    private static async Task<AnswerKeys> Keys(OnusStore store, CaseSnapshot snapshot, string answers, List<ContentFault> faults, Actor actor, CancellationToken cancel)
    {
        var keys = AnswerKeys.Of(snapshot);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(answers))!;
        var profiles = PracticeFolder.ReadProfiles(System.IO.Path.Combine(folder, "profiles"), faults);
        foreach (var profile in profiles.Values)
        {
            var saved = await new SaveProfile(store).Handle(new SaveProfile.Command(snapshot.Case.Ref, profile, []), actor, cancel);
            if (saved.Error is { } error)
            {
                faults.Add(new ContentFault(System.IO.Path.Combine(folder, "profiles"), 1, "", error));
            }
        }

        var known = System.IO.Path.Combine(folder, "case.yaml");
        var practice = File.Exists(known) ? PracticeCaseYaml.Read(known, faults) : null;
        return practice is null
            ? keys with { Profiles = profiles.ToDictionary(p => p.Key, p => p.Value.Name, StringComparer.Ordinal) }
            : new AnswerKeys(
                Also(keys.People, practice.People.Select(p => (p.Key, p.Pseudonym))),
                Also(keys.Foundations, practice.Foundations.Select(f => (f.Key, f.Label))),
                profiles.ToDictionary(p => p.Key, p => p.Value.Name, StringComparer.Ordinal));
    }

    private static Dictionary<string, T> Also<T>(IReadOnlyDictionary<string, T> names, IEnumerable<(string Key, string Name)> more)
    {
        var keys = new Dictionary<string, T>(names, StringComparer.Ordinal);
        foreach (var (key, name) in more)
        {
            if (names.TryGetValue(name, out var id))
            {
                keys[key] = id;
            }
        }

        return keys;
    }

    private sealed record What(string[] Paths, string Reference, string? Answers, bool Json);

    /// <summary>Progress, one line a file; not through a queue, so that the lines are there when the reconciliation comes.</summary>
    private sealed class Lines(TextWriter errors, Texts texts) : IProgress<ImportFiles.Progress>
    {
        public void Report(ImportFiles.Progress value)
        {
            lock (errors)
            {
                errors.WriteLine(texts.Format("import." + value.Step, ("done", value.Done + 1), ("total", value.Total), ("file", value.File)));
            }
        }
    }
}

/// <summary>Says what an import came to.</summary>
internal sealed class ImportReport(Texts texts, TextWriter output)
{
    /// <summary>Prints it.</summary>
    /// <returns>The exit code: 1 where something waits for a person.</returns>
    public async Task<int> Write(ImportFiles.Imported imported, bool json)
    {
        var files = imported.Files;
        var waits = imported.Kept.Count > 0 || files.Any(f => f.Status != MaterialStatus.Container && (f.Obtained is null || f.Status is MaterialStatus.NeedsDecision or MaterialStatus.Held));
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                schema = "onus.import/1",
                seen = imported.Run.Seen,
                stored = imported.Run.Stored,
                rejected = imported.Run.Rejected.Select(r => new { name = r.Name, reason = r.Reason, detail = r.Detail }),
                answersKept = imported.Kept,
                files = files.Select(f => new
                {
                    name = f.Name,
                    sha256 = f.Blob.Hex,
                    status = f is { Obtained: null, Status: not MaterialStatus.Container } ? "without-answers" : f.Status switch
                    {
                        MaterialStatus.Container => "container",
                        MaterialStatus.Read => "read",
                        MaterialStatus.NeedsDecision => "needs-decision",
                        MaterialStatus.Unusable => "unusable",
                        _ => "held",
                    },
                    records = (f.Summary?.Records ?? 0) - f.OutOfScope,
                    outOfScope = f.OutOfScope,
                    skipped = (f.Summary?.Skipped ?? []).Select(s => new { reason = s.Reason, count = s.Count }),
                    failure = f.Summary?.Failure,
                    needsDecision = (f.Summary?.NeedsDecision ?? []).Select(d => new { what = d.What, line = d.Line, value = d.Value, options = d.Options }),
                }),
            }));
        }
        else
        {
            await Sentences(imported, files);
        }

        return waits ? Exit.Invalid : Exit.Done;
    }

    private async Task Sentences(ImportFiles.Imported imported, IReadOnlyList<Material> files)
    {
        await Line("import.seen", ("seen", imported.Run.Seen), ("stored", imported.Run.Stored), ("rejected", imported.Run.Rejected.Count));
        await Line(
            "import.states",
            ("stored", files.Count),
            ("read", files.Count(f => f.Status == MaterialStatus.Read)),
            ("decide", files.Count(f => f.Status == MaterialStatus.NeedsDecision)),
            ("unusable", files.Count(f => f.Status == MaterialStatus.Unusable)),
            ("open", files.Count(f => f is { Obtained: null, Status: not MaterialStatus.Container })),
            ("containers", files.Count(f => f.Status == MaterialStatus.Container)));
        var read = files.Where(f => f.Status == MaterialStatus.Read).ToList();
        await Line(
            "import.records",
            ("records", read.Sum(f => f.Summary!.Records - f.OutOfScope)), ("outside", read.Sum(f => f.OutOfScope)), ("skipped", read.Sum(f => f.Summary!.Skipped.Sum(s => s.Count))));
        foreach (var skipped in read.SelectMany(f => f.Summary!.Skipped).GroupBy(s => s.Reason).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            await Line("import.skipped", ("count", skipped.Sum(s => s.Count)), ("reason", texts["skipped." + skipped.Key]));
        }

        foreach (var name in imported.Run.Rejected)
        {
            await Line("import.rejected", ("name", name.Name), ("reason", texts.Format("rejected." + name.Reason, ("detail", name.Detail))));
        }

        foreach (var file in files.Where(f => f.Status == MaterialStatus.Unusable))
        {
            await Line("import.file-unusable", ("name", file.Name), ("reason", texts.Format("errors." + (file.Summary?.Failure ?? SkipReasons.EmptyFile), ("file", file.Title))));
        }

        foreach (var file in files.Where(f => f.Status == MaterialStatus.NeedsDecision))
        {
            await Line("import.file-decide", ("name", file.Name), ("what", string.Join(", ", file.Summary!.NeedsDecision.Select(d => d.What))));
        }

        foreach (var name in imported.Kept)
        {
            await Line("import.file-kept", ("name", name));
        }

        foreach (var name in imported.Unanswered)
        {
            await Line("import.file-open", ("name", name));
        }
    }

    private Task Line(string key, params (string, object?)[] values) => output.WriteLineAsync(texts.Format(key, values));
}
