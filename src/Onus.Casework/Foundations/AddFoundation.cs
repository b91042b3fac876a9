using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Foundations;

/// <summary>Adds a foundation: a warrant, a consent, an interpreter, a device.</summary>
public sealed class AddFoundation(OnusStore store)
{
    /// <summary>What to add.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Label">Name on screens.</param>
    /// <param name="Person">The person on whom it rests, where there is one.</param>
    /// <param name="Whose">Through whose device, consent or hand it comes; null where that is nobody of the case.</param>
    public sealed record Command(string Case, FoundationKind Kind, string Label, PersonId? Person = null, PersonId? Whose = null);

    /// <summary>Adds the foundation.</summary>
    /// <returns><c>cases.not-found</c>, <c>foundations.label-missing</c>, <c>people.not-found</c>.</returns>
    public async Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        if (string.IsNullOrWhiteSpace(command.Label))
        {
            return Error.Invalid("foundations.label-missing");
        }

        foreach (var person in new[] { command.Person, command.Whose }.OfType<PersonId>())
        {
            if (!await work.Db.People.AnyAsync(p => p.CaseId == found.Id && p.Id == person, cancel))
            {
                return Error.NotFound("people.not-found");
            }
        }

        var foundation = new Foundation
        {
            Id = new FoundationId(Guid.CreateVersion7()),
            CaseId = found.Id,
            Kind = command.Kind,
            Label = command.Label.Trim(),
            Person = command.Person,
            Legal = FoundationRules.DecidesAdmission(command.Kind),
            Whose = command.Whose,
        };
        work.Add(foundation);
        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "foundation-added"), cancel);
        return done.IsOk ? foundation.Id : done.Error!;
    }
}
