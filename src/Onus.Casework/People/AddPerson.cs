using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>
/// Adds people the case is about, one or several at once, by pseudonym. What was cited under a name that is theirs comes from them.
/// </summary>
public sealed class AddPerson(OnusStore store, Texts texts)
{
    /// <summary>Whom to add.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Pseudonym">Name on every screen: "Survivor B".</param>
    /// <param name="Roles">All they are in this case; at least one.</param>
    /// <param name="Aliases">Names, numbers and accounts under which the records name them.</param>
    /// <param name="MayBeMinor">Whether the person may have been under 18.</param>
    public sealed record Command(string Case, string Pseudonym, IReadOnlyList<PersonRole> Roles, IReadOnlyList<string> Aliases, bool MayBeMinor = false);

    /// <summary>The next pseudonyms of a part that nobody of a case bears: survivors by letters, everybody else by numbers.</summary>
    /// <param name="role">The part.</param>
    /// <param name="count">How many.</param>
    /// <param name="people">Everybody in the case.</param>
    /// <param name="texts">The screen texts.</param>
    public static IReadOnlyList<string> Ready(PersonRole role, int count, IReadOnlyCollection<Person> people, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Pseudonyms.Free(mark => texts.Format("people.ready-name." + role.ToString().ToLowerInvariant(), ("mark", mark)), role == PersonRole.Survivor, count, people);
    }

    /// <summary>Adds one person.</summary>
    /// <returns>As <see cref="Several"/>.</returns>
    public async Task<Result<PersonId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var added = await Several(command.Case, [command], actor, cancel);
        return added.IsOk ? added.Value[0] : added.Error!;
    }

    /// <summary>Adds several people in one act: all of them, or none.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="commands">Whom to add, in order.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>
    /// Their ids, or <c>cases.not-found</c>, <c>people.nobody</c>, and with <c>row</c>, the place in the list from 1: <c>people.pseudonym-missing</c>,
    /// <c>people.role-missing</c>, <c>people.pseudonym-taken</c>, <c>people.pseudonym-real</c>, <c>people.pseudonym-survivor</c>, <c>people.alias-taken</c>, <c>people.alias-not-a-person</c>.
    /// </returns>
    public Task<Result<IReadOnlyList<PersonId>>> Several(string reference, IReadOnlyList<Command> commands, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return store.Do<IReadOnlyList<PersonId>>(Acts.PersonAdded, reference, actor, async (work, found) =>
        {
            if (commands.Count == 0)
            {
                return Error.Invalid("people.nobody");
            }

            var before = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var people = before.ToList();
            var notPeople = await work.Db.NotPeople.Where(n => n.CaseId == found.Id).ToListAsync(cancel);
            var recorded = await CasePeople.RecordedNames(work, found.Id, cancel);
            var added = new List<PersonId>();
            foreach (var (index, command) in commands.Index())
            {
                var person = new Person
                {
                    Id = new PersonId(Guid.CreateVersion7()),
                    CaseId = found.Id,
                    Pseudonym = command.Pseudonym.Trim(),
                    Roles = [.. command.Roles.Distinct()],
                    Aliases = Spellings.Of(command.Aliases, recorded),
                    MayBeMinor = command.MayBeMinor,
                };
                // The spellings of everybody who is added count: a name of the third row is no pseudonym of the first.
                var wrong = Pseudonyms.Refuse(person.Pseudonym, null, person.Roles, people, recorded.Concat(commands.SelectMany(c => c.Aliases)))
                    ?? (person.Roles.Count == 0 ? Error.Invalid("people.role-missing") : null)
                    ?? person.Aliases.DistinctBy(FoldedName.Spelling).Select(alias => Spellings.Refuse(alias, null, people, notPeople)).FirstOrDefault(refused => refused is not null);
                if (wrong is not null)
                {
                    return wrong with { Values = [.. wrong.Values, ("row", index + 1)] };
                }

                people.Add(person);
                added.Add(person.Id);
                work.Add(person);
            }

            await Naming.Follow(work, found.Id, before, people, null, texts, cancel);
            return added;
        }, cancel);
    }
}
