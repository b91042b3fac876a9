using Microsoft.EntityFrameworkCore;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>Says that a name in the records is no person but a group, a service, a machine. It leaves the lists of people; its records stay.</summary>
public sealed class SayNotAPerson(OnusStore store)
{
    /// <summary>Which name.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Name">The name exactly as the sources write it.</param>
    public sealed record Command(string Case, string Name);

    /// <summary>Records it.</summary>
    /// <returns>Its id; <c>cases.not-found</c>, <c>people.alias-missing</c>, <c>people.alias-taken</c> where it is a person's already, <c>people.alias-not-a-person</c> where somebody said so before.</returns>
    public Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Guid>(Acts.NameNotAPerson, command.Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var said = await work.Db.NotPeople.Where(n => n.CaseId == found.Id).ToListAsync(cancel);
            if (Spellings.Refuse(command.Name, null, people, said) is { } refused)
            {
                return refused;
            }

            var row = new NotAPerson { Id = Guid.CreateVersion7(), CaseId = found.Id, Name = command.Name };
            work.Add(row);
            return row.Id;
        }, cancel);
    }

    /// <summary>Takes it back: the name may be a person after all.</summary>
    /// <returns>Its id; <c>people.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Guid>> TakeBack(string reference, Guid id, Actor actor, CancellationToken cancel)
    {
        return store.Do<Guid>(Acts.NameTakenBack, reference, actor, async (work, found) =>
        {
            var row = await work.Db.NotPeople.FirstOrDefaultAsync(n => n.CaseId == found.Id && n.Id == id, cancel);
            if (row is null)
            {
                return Error.NotFound("people.not-found");
            }

            work.Remove(row);
            return row.Id;
        }, cancel);
    }
}
