using Microsoft.EntityFrameworkCore;
using Onus.Casework.Files;
using Onus.Content;
using Onus.Domain.Cases;
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
    /// <param name="actor">Onus itself: the case has no members before this.</param>
    /// <param name="progress">Told which file is stored or read; may be null.</param>
    /// <param name="cancel">Cancels; what was loaded so far stays.</param>
    /// <returns>
    /// The case; or <c>practice.there-already</c>, <c>practice.member-missing</c>, <c>practice.members-alike</c>, <c>practice.name-taken</c>, <c>practice.answers-missing</c>, <c>practice.key-unknown</c>,
    /// <c>import.key-unknown</c>, <c>practice.file-missing</c>, <c>practice.place-missing</c>, <c>practice.quote-missing</c>,
    /// <c>practice.file-not-read</c>, each naming file and line where it is about one.
    /// </returns>
    /// <exception cref="IOException">A file can't be read, or the disk is full.</exception>
    public async Task<Result<CaseId>> Handle(Command command, Actor actor, IProgress<ImportFiles.Progress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var folder = command.Folder;
        foreach (var role in (ReadOnlySpan<MemberRole>)[MemberRole.Prosecutor, MemberRole.Investigator])
        {
            if (folder.Case.Members.All(m => m.Role != role))
            {
                return Error.Invalid("practice.member-missing", ("case", folder.Case.Ref), ("role", texts["practice.office." + Word(role)]));
            }
        }

        if (folder.Case.Members.GroupBy(m => FoldedName.KeyOf(m.Name), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } alike)
        {
            return Error.Invalid("practice.members-alike", ("case", folder.Case.Ref), ("name", alike.First().Name), ("other", alike.Last().Name));
        }

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
        var made = await Accounts(from, actor, cancel);
        if (made.Error is { } error)
        {
            return error;
        }

        var accounts = made.Value;
        var (police, counsel) = (First(MemberRole.Investigator), First(MemberRole.Prosecutor));
        await using var work = store.Begin((await store.ActorOf(counsel, null, cancel))!);
        var id = new CaseId(Guid.CreateVersion7());
        var opened = new Case
        {
            Id = id,
            Ref = from.Ref,
            Title = from.Title,
            Country = from.Country,
            Practice = true,
            Today = from.Today,
            TipOn = from.Tip,
            ChargeOn = from.Charge,
            TrialOn = from.Trial,
        };
        work.AddCase(opened, [.. from.Members.Select(m => new CaseMember { CaseId = id, AccountId = accounts[m.Key], Role = m.Role })]);
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
            if (new[] { foundation.Person, foundation.Whose }.OfType<string>().FirstOrDefault(person => !keys.People.ContainsKey(person)) is { } unknown)
            {
                return PracticeKeys.Unknown(Path.Combine(folder.Root, "case.yaml"), foundation.Line, unknown);
            }

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

        var known = await work.Db.Profiles.Select(p => p.Name).ToListAsync(cancel);
        foreach (var profile in folder.Profiles.Values.Where(p => !known.Contains(p.Name)))
        {
            work.Add(new SavedProfile { Name = profile.Name, Json = ColumnProfileJson.Write(profile) });
        }

        var done = await work.Commit(new LogEvent(id, Acts.PracticeCaseOpened), cancel);
        foreach (var member in from.Members)
        {
            keys.Members.Add(member.Key, member.Name);
        }

        return done.IsOk
            ? (id, (await store.ActorOf(police, null, cancel))!, work.Actor, keys)
            : Error.Conflict("practice.there-already", ("case", from.Ref));

        AccountId First(MemberRole role) => accounts[from.Members.First(m => m.Role == role).Key];
    }

    /// <summary>The demo accounts of the case, added where another case has not brought them already. Nobody's own account becomes one.</summary>
    private async Task<Result<Dictionary<string, AccountId>>> Accounts(PracticeCase from, Actor actor, CancellationToken cancel)
    {
        var all = (await store.Accounts(cancel)).OrderBy(a => a.Id.Value).ToLookup(a => FoldedName.KeyOf(a.Name), StringComparer.Ordinal);
        var known = new Dictionary<string, AccountId>(StringComparer.Ordinal);
        await using var work = store.Begin(actor);
        var added = false;
        foreach (var member in from.Members)
        {
            var named = all[FoldedName.KeyOf(member.Name)];
            if (named.FirstOrDefault(a => a.Demo) is { } demo)
            {
                known.Add(member.Name, demo.Id);
                continue;
            }

            if (named.FirstOrDefault() is { } other)
            {
                return Error.Conflict("practice.name-taken", ("case", from.Ref), ("name", member.Name), ("other", other.Name));
            }

            var account = new Account { Id = new AccountId(Guid.CreateVersion7()), Name = member.Name, Office = texts["practice.office." + Word(member.Role)], Demo = true };
            known.Add(member.Name, account.Id);
            work.Add(account);
            added = true;
        }

        if (added && (await work.Commit(new LogEvent(null, Acts.DemoAccountsCreated), cancel)).Error is { } error)
        {
            return error;
        }

        return from.Members.ToDictionary(m => m.Key, m => known[m.Name], StringComparer.Ordinal);
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

    private static string Word(MemberRole role) => role.ToString().ToLowerInvariant();
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
