using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>Says that a name in the records is not this person after all. What was written under it comes from that name again.</summary>
public sealed class RemoveAlias(OnusStore store, Texts texts)
{
    /// <summary>What to take away.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Person">The person.</param>
    /// <param name="Version">The version that was seen.</param>
    /// <param name="Alias">The spelling.</param>
    public sealed record Command(string Case, PersonId Person, int Version, string Alias);

    /// <summary>Takes it away.</summary>
    /// <returns>How many exhibits now come from that name; <c>people.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.AliasRemoved, command.Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            if (people.Find(p => p.Id == command.Person) is not { } person)
            {
                return Error.NotFound("people.not-found");
            }

            if (person.Version != command.Version || !person.Aliases.Contains(command.Alias, StringComparer.Ordinal))
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            var known = person with { Aliases = [.. person.Aliases.Where(a => a != command.Alias)] };
            work.Change(person, known);
            // Where the records write the pseudonym itself, they still mean the person.
            var (_, exhibits) = await Naming.Follow(work, person.CaseId, people, [.. people.Select(p => p.Id == person.Id ? known : p)], null, texts, cancel);
            return exhibits;
        }, cancel);
    }
}
