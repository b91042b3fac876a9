using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>
/// Changes the pseudonym of a person, what they are in the case, the words that stand for them. A pseudonym changes wherever it was derived,
/// and in every sentence that Onus wrote, in the same act.
/// </summary>
public sealed class ChangePerson(OnusStore store, Texts texts)
{
    /// <summary>What to change.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>The person.</summary>
        public required PersonId Person { get; init; }

        /// <summary>The version that was seen.</summary>
        public required int Version { get; init; }

        /// <summary>Name on every screen and paper.</summary>
        public required string Pseudonym { get; init; }

        /// <summary>All they are; at least one.</summary>
        public required IReadOnlyList<PersonRole> Roles { get; init; }

        /// <summary>The words that stand for them in a sentence.</summary>
        public PersonWords Words { get; init; }

        /// <summary>Whether the person may have been under 18.</summary>
        public bool MayBeMinor { get; init; }
    }

    /// <summary>Changes it.</summary>
    /// <returns>
    /// How many texts that people wrote still name the person by the pseudonym they had, which <see cref="OpenPerson"/> lists; <c>people.not-found</c>, <c>rows.changed-meanwhile</c>,
    /// <c>people.pseudonym-missing</c>, <c>people.pseudonym-taken</c>, <c>people.alias-taken</c>, <c>people.pseudonym-real</c>, <c>people.pseudonym-survivor</c>, <c>people.role-missing</c>; those of <see cref="ChangedParts"/>.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.PersonChanged, command.Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            if (people.Find(p => p.Id == command.Person) is not { } person)
            {
                return Error.NotFound("people.not-found");
            }

            if (person.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            var pseudonym = command.Pseudonym.Trim();
            var renamed = pseudonym != person.Pseudonym;
            // The name of an officer who becomes a witness is a secret from then on.
            if ((renamed || (Pseudonyms.Hides(command.Roles) && !Pseudonyms.Hides(person.Roles))) && Pseudonyms.Refuse(pseudonym, person.Id, command.Roles, people, await CasePeople.RecordedNames(work, person.CaseId, cancel)) is { } refused)
            {
                return refused;
            }

            if (command.Roles.Count == 0)
            {
                return Error.Invalid("people.role-missing");
            }

            // Records that write the old pseudonym go on meaning this person.
            var written = renamed && !person.Aliases.Contains(person.Pseudonym, StringComparer.Ordinal) && await CasePeople.AreNamed(work, person.CaseId, person.Pseudonym, cancel);
            var changed = person with
            {
                Pseudonym = pseudonym,
                Roles = [.. command.Roles.Distinct()],
                Words = command.Words,
                MayBeMinor = command.MayBeMinor,
                Aliases = written ? [.. person.Aliases, person.Pseudonym] : person.Aliases,
            };
            work.Change(person, changed);
            IReadOnlyList<Person> after = [.. people.Select(p => p.Id == person.Id ? changed : p)];
            var parts = await ChangedParts.Of(work, person.CaseId, people, after, file => file, texts, cancel);
            if (parts.Error is { } held)
            {
                return held;
            }

            var followed = (await Naming.Follow(work, person.CaseId, people, after, parts.Value, texts, cancel)).Facts.Select(fact => fact.Value.ToString()).ToHashSet(StringComparer.Ordinal);
            var left = renamed ? await Rename(work, person, pseudonym, followed, cancel) : 0;
            return left;
        }, cancel);
    }

    private async Task<int> Rename(UnitOfWork work, Person person, string pseudonym, HashSet<string> followed, CancellationToken cancel)
    {
        var (id, old) = (person.CaseId, person.Pseudonym);
        var foundations = await work.Db.Foundations.Where(f => f.CaseId == id).ToListAsync(cancel);
        foreach (var foundation in foundations)
        {
            if (OwnLabels.Renamed(foundation.Label, old, pseudonym, texts) is { } label)
            {
                work.Change(foundation, foundation with { Label = label });
            }
        }

        return (await TextsNaming.Of(work, id, [old], cancel)).Count(text =>
            !(text.Kind == NamingKind.Foundation && OwnLabels.Renamed(text.Text, old, pseudonym, texts) is not null) && !(text.Kind == NamingKind.Fact && followed.Contains(text.Key)));
    }
}
