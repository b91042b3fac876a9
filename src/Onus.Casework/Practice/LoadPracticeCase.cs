using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Tables;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Practice;

/// <summary>
/// Loads a practice case from its folder: accounts, case, people and foundations; then its files, by the same drop, answers and reading as
/// any other; then what the unit made of them. Where work.yaml has made nothing of the files, they are left for a person to drop.
/// </summary>
public sealed class LoadPracticeCase(OnusStore store, Texts texts, LawPacks law)
{
    private static readonly int ReadAtOnce = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>What to load.</summary>
    /// <param name="Folder">The folder, read.</param>
    public sealed record Command(PracticeFolder Folder);

    /// <summary>
    /// Loads it. Police hand in the files and write the record, counsel writes counsel's papers; both stand in the log under their names.
    /// </summary>
    /// <param name="command">The folder.</param>
    /// <param name="actor">Who asks: they become counsel of the case, beside whoever is in it.</param>
    /// <param name="progress">Told which file is stored or read; may be null.</param>
    /// <param name="cancel">Cancels; what was loaded so far stays.</param>
    /// <returns>
    /// The case; or what <see cref="OpenDemoAccounts"/> refuses, <c>practice.there-already</c>, <c>practice.answers-missing</c>, <c>practice.key-unknown</c>,
    /// <c>import.key-unknown</c>, <c>practice.file-missing</c>, <c>practice.place-missing</c>, <c>practice.quote-missing</c>,
    /// <c>practice.file-not-read</c>, each naming file and line where it is about one.
    /// </returns>
    /// <exception cref="IOException">A file can't be read, or the disk is full.</exception>
    public async Task<Result<CaseId>> Handle(Command command, Actor actor, IProgress<ImportFiles.Progress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var folder = command.Folder;
        var opened = await Open(folder, actor, cancel);
        if (opened.Error is { } error)
        {
            return error;
        }

        var (caseId, police, counsel, keys) = opened.Value;
        if (!folder.FilesWait && await Import(folder, keys, police, progress, cancel) is { } notRead)
        {
            return notRead;
        }

        var done = await new PracticeWorkLoader(store, texts, law, folder, caseId, keys).Load(police, counsel, cancel);
        return done.Error is { } fault ? fault : caseId;
    }

    /// <summary>Accounts, case, people, foundations and profiles.</summary>
    private async Task<Result<(CaseId Case, Actor Police, Actor Counsel, PracticeKeys Keys)>> Open(PracticeFolder folder, Actor actor, CancellationToken cancel)
    {
        var from = folder.Case;
        var known = from.People.Select(person => person.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var foundation in from.Foundations)
        {
            if (new[] { foundation.Person, foundation.Whose }.OfType<string>().FirstOrDefault(person => !known.Contains(person)) is { } unknown)
            {
                return PracticeKeys.Unknown(Path.Combine(folder.Root, "case.yaml"), foundation.Line, unknown);
            }
        }

        var made = await new OpenDemoAccounts(store, texts).Handle(folder, actor, cancel);
        if (made.Error is { } error)
        {
            return error;
        }

        var begun = await new OpenCase(store).Handle(
            new(from.Ref, from.Title, from.Country)
            {
                TipOn = from.Tip,
                ChargeOn = from.Charge,
                TrialOn = from.Trial,
                Today = from.Today,
                Members = from.Members.ToDictionary(m => made.Value.Of[m.Key], m => m.Role),
            }, actor, cancel);
        if (begun.Error is { } notBegun)
        {
            return notBegun.Key == "cases.ref-taken" ? Error.Conflict("practice.there-already", ("case", from.Ref)) : notBegun;
        }

        var id = begun.Value;
        await using var work = store.Begin((await store.ActorOf(actor.Account, null, cancel))!);
        var keys = new PracticeKeys();
        foreach (var person in from.People)
        {
            keys.People.Add(person.Key, new PersonId(Guid.CreateVersion7()));
            work.Add(new Person
            {
                Id = keys.People[person.Key],
                CaseId = id,
                Pseudonym = person.Pseudonym,
                Roles = person.Roles,
                Aliases = [.. person.Aliases.Prepend(person.Pseudonym)],
                Wish = person.Wish,
                Words = person.Words,
                MayBeMinor = person.MayBeMinor,
            });
            if (person.Wish != TestimonyWish.NotRecorded)
            {
                var heard = from.Members.First(m => m.Role == MemberRole.Investigator).Name;
                work.Add(new WishEntry
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = id,
                    Person = keys.People[person.Key],
                    Wish = person.Wish,
                    SaidOn = person.WishSaidOn ?? from.Today ?? from.Tip ?? DateOnly.FromDateTime(work.Now.UtcDateTime),
                    SaidTo = person.WishSaidTo ?? heard,
                    NotedBy = heard,
                    NotedAt = work.Now,
                });
            }
        }

        foreach (var foundation in from.Foundations)
        {
            keys.Foundations.Add(foundation.Key, new FoundationId(Guid.CreateVersion7()));
            work.Add(new Foundation
            {
                Id = keys.Foundations[foundation.Key],
                CaseId = id,
                Kind = foundation.Kind,
                Label = foundation.Label,
                Person = foundation.Person is { } on ? keys.People[on] : null,
                Legal = foundation.Legal,
                Whose = foundation.Whose is { } whose ? keys.People[whose] : null,
                Status = foundation.Status,
                Decided = foundation.Decided,
            });
        }

        var profiles = await work.Db.Profiles.Select(p => p.Name).ToListAsync(cancel);
        foreach (var profile in folder.Profiles.Values.Where(p => !profiles.Contains(p.Name)))
        {
            work.Add(new SavedProfile { Name = profile.Name, Json = ColumnProfileJson.Write(profile) });
        }

        var done = await work.Commit(new LogEvent(id, Acts.PracticeCaseOpened), cancel);
        foreach (var member in from.Members)
        {
            keys.Members.Add(member.Key, member.Name);
        }

        return done.IsOk ? (id, (await store.ActorOf(made.Value.Police, null, cancel))!, work.Actor, keys) : done.Error!;
    }

    /// <summary>Drop, answers, reading.</summary>
    private async Task<Error?> Import(PracticeFolder folder, PracticeKeys keys, Actor police, IProgress<ImportFiles.Progress>? progress, CancellationToken cancel)
    {
        var import = new ImportFiles(store, texts);
        var resolver = new AnswerKeys(keys.People, keys.Foundations, folder.Profiles.ToDictionary(p => p.Key, p => p.Value.Name, StringComparer.Ordinal));
        var done = await import.Handle(new ImportFiles.Command(folder.Case.Ref, [.. folder.Files().Select(f => new FileOnDisk(f.Path, f.Name))], folder.Answers, resolver, ReadAtOnce), police, progress, cancel);
        if (done.Error is { } error)
        {
            return error;
        }

        return done.Value.Unanswered is [var unanswered, ..]
            ? Error.Invalid("practice.answers-missing", ("place", folder.Answers.Path), ("file", unanswered))
            : null;
    }
}

/// <summary>What the keys of a practice case stand for.</summary>
internal sealed class PracticeKeys
{
    public Dictionary<string, PersonId> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FoundationId> Foundations { get; } = new(StringComparer.Ordinal);

    /// <summary>Display names of members.</summary>
    public Dictionary<string, string> Members { get; } = new(StringComparer.Ordinal);

    public static Error Unknown(string file, int line, string key) => Error.Invalid("practice.key-unknown", ("place", PlaceOf(file, line)), ("key", key));

    public static string PlaceOf(string file, int line) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}, line {line}");
}
