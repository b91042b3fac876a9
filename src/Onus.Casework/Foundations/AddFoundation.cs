using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Foundations;

/// <summary>Adds foundations, one or several at once: a warrant, a consent, an interpreter, a device.</summary>
public sealed class AddFoundation(OnusStore store)
{
    /// <summary>What to add.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Label">Name on screens.</param>
    /// <param name="Person">The person on whom it rests, where there is one.</param>
    /// <param name="Whose">Through whose device, consent or hand it comes; null where that is nobody of the case.</param>
    public sealed record Command(string Case, FoundationKind Kind, string Label, PersonId? Person = null, PersonId? Whose = null);

    /// <summary>Adds one foundation.</summary>
    /// <returns>As <see cref="Several"/>.</returns>
    public async Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var added = await Several(command.Case, [command], actor, cancel);
        return added.IsOk ? added.Value[0] : added.Error!;
    }

    /// <summary>Adds several in one act: all of them, or none.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="commands">What to add, in order.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>
    /// Their ids; <c>cases.not-found</c>, <c>foundations.nothing</c>, and with <c>row</c>, the place in the list from 1: <c>foundations.label-missing</c>,
    /// <c>foundations.there-already</c>, <c>people.not-found</c>.
    /// </returns>
    public Task<Result<IReadOnlyList<FoundationId>>> Several(string reference, IReadOnlyList<Command> commands, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return store.Do<IReadOnlyList<FoundationId>>(Acts.FoundationAdded, reference, actor, async (work, found) =>
        {
            if (commands.Count == 0)
            {
                return Error.Invalid("foundations.nothing");
            }

            var people = await work.Db.People.Where(p => p.CaseId == found.Id).Select(p => p.Id).ToListAsync(cancel);
            var there = await work.Db.Foundations.Where(f => f.CaseId == found.Id).ToListAsync(cancel);
            var added = new List<FoundationId>();
            foreach (var (index, command) in commands.Index())
            {
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
                var wrong = foundation.Label.Length == 0 ? Error.Invalid("foundations.label-missing")
                    : new[] { command.Person, command.Whose }.OfType<PersonId>().Any(person => !people.Contains(person)) ? Error.NotFound("people.not-found")
                    : there.Exists(f => (f.Kind, f.Label, f.Person, f.Whose) == (foundation.Kind, foundation.Label, foundation.Person, foundation.Whose))
                        ? Error.Invalid("foundations.there-already", ("name", foundation.Label))
                    : null;
                if (wrong is not null)
                {
                    return wrong with { Values = [.. wrong.Values, ("row", index + 1)] };
                }

                there.Add(foundation);
                added.Add(foundation.Id);
                work.Add(foundation);
            }

            return added;
        }, cancel);
    }
}
