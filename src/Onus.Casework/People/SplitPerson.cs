using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>Says that some of the names of a person are somebody else. What was written under those names comes from the other person.</summary>
public sealed class SplitPerson(OnusStore store, Texts texts)
{
    /// <summary>Who is somebody else.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Person">The person whose names they were.</param>
    /// <param name="Version">The version that was seen.</param>
    /// <param name="Spellings">The names that go; at least one.</param>
    /// <param name="Pseudonym">Pseudonym of the other person.</param>
    /// <param name="Roles">All that the other person is; at least one.</param>
    public sealed record Command(string Case, PersonId Person, int Version, IReadOnlyList<string> Spellings, string Pseudonym, IReadOnlyList<PersonRole> Roles);

    /// <summary>Splits them.</summary>
    /// <returns>
    /// The other person; <c>people.not-found</c>, <c>rows.changed-meanwhile</c>, <c>people.split-nothing</c>, <c>people.role-missing</c>,
    /// <c>people.pseudonym-missing</c>, <c>people.pseudonym-taken</c>, <c>people.alias-taken</c>, <c>people.pseudonym-real</c>, <c>people.pseudonym-survivor</c>.
    /// </returns>
    public Task<Result<PersonId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<PersonId>(Acts.PersonSplit, command.Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            if (people.Find(p => p.Id == command.Person) is not { } person)
            {
                return Error.NotFound("people.not-found");
            }

            if (person.Version != command.Version || command.Spellings.Except(person.Aliases, StringComparer.Ordinal).Any())
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (command.Spellings.Count == 0)
            {
                return Error.Invalid("people.split-nothing");
            }

            if (Pseudonyms.Refuse(command.Pseudonym, null, command.Roles, people, await CasePeople.RecordedNames(work, person.CaseId, cancel)) is { } refused)
            {
                return refused;
            }

            if (command.Roles.Count == 0)
            {
                return Error.Invalid("people.role-missing");
            }

            var other = new Person
            {
                Id = new PersonId(Guid.CreateVersion7()),
                CaseId = person.CaseId,
                Pseudonym = command.Pseudonym.Trim(),
                Roles = [.. command.Roles.Distinct()],
                Aliases = [.. command.Spellings.Distinct(StringComparer.Ordinal)],
            };
            work.Add(other);
            var left = person with { Aliases = [.. person.Aliases.Except(other.Aliases, StringComparer.Ordinal)] };
            work.Change(person, left);
            await Naming.Follow(work, person.CaseId, people, [.. people.Select(p => p.Id == person.Id ? left : p), other], null, texts, cancel);
            return other.Id;
        }, cancel);
    }
}
