using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Foundations;

/// <summary>Corrects what a foundation is called, on whom it rests and through whom it came. How it stands is decided elsewhere. The log keeps what it was.</summary>
public sealed class EditFoundation(OnusStore store)
{
    /// <summary>What to correct.</summary>
    /// <param name="Foundation">The foundation.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Label">Name on screens.</param>
    /// <param name="Person">The person on whom it rests; null for nobody of the case.</param>
    /// <param name="Whose">Through whose device, consent or hand it comes; null for nobody of the case.</param>
    public sealed record Command(FoundationId Foundation, int Version, string Label, PersonId? Person, PersonId? Whose);

    /// <summary>Corrects it.</summary>
    /// <returns><c>foundations.not-found</c>, <c>foundations.label-missing</c>, <c>people.not-found</c>, <c>rows.changed-meanwhile</c>, <c>foundations.fallen-counsel</c>, <c>foundations.struck-counsel</c>.</returns>
    public async Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var foundation = await work.Db.Foundations.FirstOrDefaultAsync(f => f.Id == command.Foundation, cancel);
        if (foundation is null)
        {
            return Error.NotFound("foundations.not-found");
        }

        if (foundation.Version != command.Version)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        if (string.IsNullOrWhiteSpace(command.Label))
        {
            return Error.Invalid("foundations.label-missing");
        }

        foreach (var person in new[] { command.Person, command.Whose }.OfType<PersonId>())
        {
            if (!await work.Db.People.AnyAsync(p => p.CaseId == foundation.CaseId && p.Id == person, cancel))
            {
                return Error.NotFound("people.not-found");
            }
        }

        work.Change(foundation, foundation with { Label = command.Label.Trim(), Person = command.Person, Whose = command.Whose });
        var done = await work.Commit(new LogEvent(foundation.CaseId, Side.Record, "foundation-changed"), cancel);
        return done.IsOk ? foundation.Id : done.Error!;
    }
}
