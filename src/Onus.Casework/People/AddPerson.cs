using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.People;

/// <summary>Adds someone the case is about, by pseudonym.</summary>
public sealed class AddPerson(OnusStore store)
{
    /// <summary>Whom to add.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Pseudonym">Name on every screen: "Survivor B".</param>
    /// <param name="Roles">All they are in this case; at least one.</param>
    /// <param name="Aliases">Names, numbers and accounts under which the records name them.</param>
    /// <param name="Wish">A survivor's wish about testifying.</param>
    /// <param name="MayBeMinor">Whether the person may have been under 18.</param>
    public sealed record Command(
        string Case,
        string Pseudonym,
        IReadOnlyList<PersonRole> Roles,
        IReadOnlyList<string> Aliases,
        TestimonyWish Wish = TestimonyWish.NotRecorded,
        bool MayBeMinor = false);

    /// <summary>Adds the person.</summary>
    /// <returns><c>cases.not-found</c>, <c>people.pseudonym-missing</c>, <c>people.role-missing</c>, <c>people.pseudonym-taken</c>.</returns>
    public async Task<Result<PersonId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        var pseudonym = command.Pseudonym.Trim();
        if (pseudonym.Length == 0)
        {
            return Error.Invalid("people.pseudonym-missing");
        }

        if (command.Roles.Count == 0)
        {
            return Error.Invalid("people.role-missing");
        }

        if (await work.Db.People.AnyAsync(p => p.CaseId == found.Id && p.Pseudonym == pseudonym, cancel))
        {
            return Error.Invalid("people.pseudonym-taken", ("name", pseudonym));
        }

        var person = new Person
        {
            Id = new PersonId(Guid.CreateVersion7()),
            CaseId = found.Id,
            Pseudonym = pseudonym,
            Roles = [.. command.Roles.Distinct()],
            Aliases = [.. command.Aliases.Select(a => a.Trim()).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal)],
            Wish = command.Wish,
            MayBeMinor = command.MayBeMinor,
        };
        work.Add(person);
        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "person-added"), cancel);
        return done.IsOk ? person.Id : done.Error!;
    }
}
