using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>Says of several names in the records at once who each is, somebody new among them, or that it is no person: all of them, or none.</summary>
public sealed class SettleNames(OnusStore store, Texts texts)
{
    /// <summary>What to say.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Names">The names exactly as the sources write them, each with the person it is; null for none.</param>
    public sealed record Command(string Case, IReadOnlyList<(string Name, PersonId? Person)> Names)
    {
        /// <summary>People the case does not have yet, each by their part and all the names that are theirs; they get the next pseudonym of that part.</summary>
        public IReadOnlyList<(PersonRole Part, IReadOnlyList<string> Names)> New { get; init; } = [];
    }

    /// <summary>Records it.</summary>
    /// <returns>
    /// How many names; <c>cases.not-found</c>, <c>people.no-name-settled</c>, and with <c>row</c>, the place in the list from 1, those of new people
    /// behind the others: <c>people.not-found</c>, <c>people.role-missing</c>, <c>people.alias-missing</c>, <c>people.alias-taken</c>, <c>people.alias-not-a-person</c>; <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.AliasMapped, command.Case, actor, async (work, found) =>
        {
            if (command.Names.Count + command.New.Sum(one => one.Names.Count) == 0)
            {
                return Error.Invalid("people.no-name-settled");
            }

            var before = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var people = before.ToList();
            var notPeople = await work.Db.NotPeople.Where(n => n.CaseId == found.Id).ToListAsync(cancel);
            var recorded = await CasePeople.RecordedNames(work, found.Id, cancel);
            var mapped = false;
            foreach (var (index, (name, id)) in command.Names.Index())
            {
                var at = id is null ? -1 : people.FindIndex(p => p.Id == id);
                var wrong = id is not null && at < 0 ? Error.NotFound("people.not-found") : Spellings.Refuse(name, id, people, notPeople);
                if (wrong is not null)
                {
                    return wrong with { Values = [.. wrong.Values, ("row", index + 1)] };
                }

                if (id is null)
                {
                    var none = new NotAPerson { Id = Guid.CreateVersion7(), CaseId = found.Id, Name = name };
                    notPeople.Add(none);
                    work.Add(none);
                    continue;
                }

                var spellings = Spellings.Of([name], recorded);
                people[at] = people[at] with { Aliases = [.. people[at].Aliases, .. spellings] };
                mapped = true;
            }

            var row = command.Names.Count;
            foreach (var (part, names) in command.New)
            {
                foreach (var name in names)
                {
                    row++;
                    if ((part == PersonRole.Unknown ? Error.Invalid("people.role-missing") : Spellings.Refuse(name, null, people, notPeople)) is { } wrong)
                    {
                        return wrong with { Values = [.. wrong.Values, ("row", row)] };
                    }
                }

                var person = new Person
                {
                    Id = new PersonId(Guid.CreateVersion7()),
                    CaseId = found.Id,
                    Pseudonym = AddPerson.Ready(part, 1, people, texts)[0],
                    Roles = [part],
                    Aliases = Spellings.Of(names, recorded),
                };
                people.Add(person);
                work.Add(person);
            }

            foreach (var (was, now) in before.Zip(people).Where(p => !ReferenceEquals(p.First, p.Second)))
            {
                work.Change(was, now);
            }

            await Naming.Follow(work, found.Id, before, people, null, texts, cancel);
            work.Call(people.Count > before.Count ? Acts.PersonAdded : mapped ? Acts.AliasMapped : Acts.NameNotAPerson);
            return row;
        }, cancel);
    }
}
