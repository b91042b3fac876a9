using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>
/// Says who a name, number or account in the records is. Exhibits that named it as their origin then come from that person: two names of one
/// person are one origin.
/// </summary>
public sealed class MapAlias(OnusStore store, Texts texts)
{
    /// <summary>Who it is.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Alias">The name as the sources write it.</param>
    /// <param name="Person">The person of the case.</param>
    public sealed record Command(string Case, string Alias, PersonId Person);

    /// <summary>Records it.</summary>
    /// <returns>
    /// How many exhibits now come from that person; <c>cases.not-found</c>, <c>people.not-found</c>, <c>people.alias-missing</c>, <c>people.alias-taken</c>
    /// when the name is somebody's already, <c>people.alias-not-a-person</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.AliasMapped, command.Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            if (people.FirstOrDefault(p => p.Id == command.Person) is not { } person)
            {
                return Error.NotFound("people.not-found");
            }

            var notPeople = await work.Db.NotPeople.Where(n => n.CaseId == found.Id).ToListAsync(cancel);
            if (Spellings.Refuse(command.Alias, person.Id, people, notPeople) is { } refused)
            {
                return refused;
            }

            var spellings = Spellings.Of([command.Alias], await CasePeople.RecordedNames(work, found.Id, cancel));
            var known = person with { Aliases = [.. person.Aliases, .. spellings] };
            work.Change(person, known);
            var (_, exhibits) = await Naming.Follow(work, found.Id, people, [.. people.Select(p => p.Id == person.Id ? known : p)], null, texts, cancel);
            return exhibits;
        }, cancel);
    }
}
