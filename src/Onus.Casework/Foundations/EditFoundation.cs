using Microsoft.EntityFrameworkCore;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

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
    /// <returns><c>foundations.not-found</c>, <c>foundations.label-missing</c>, <c>foundations.witness-nobody</c>, <c>foundations.witness-counsel</c>, <c>people.not-found</c>, <c>rows.changed-meanwhile</c>, <c>foundations.fallen-counsel</c>, <c>foundations.struck-counsel</c>, <c>foundations.person-counsel</c>.</returns>
    public Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Foundation, FoundationId>(Acts.FoundationChanged, new Seen<Foundation>(rows => rows.Foundations.Where(f => f.Id == command.Foundation), command.Version, "foundations.not-found"), actor, async (work, foundation) =>
        {
            if (string.IsNullOrWhiteSpace(command.Label))
            {
                return Error.Invalid("foundations.label-missing");
            }

            // Whoever testifies is somebody: without them nothing would fall when they do not.
            if (foundation.Testimony && command.Person is null)
            {
                return Error.Invalid("foundations.witness-nobody");
            }

            // What exhibits stand on, as somebody's word, comes to be somebody else's by counsel alone. What fell or was ruled on says so itself when it is written.
            if (foundation is { Testimony: true, Status: not FoundationStatus.Fallen } && command.Person != foundation.Person && !actor.MaySee(foundation.CaseId, CompartmentKind.CounselsPapers)
                && (await work.Db.Exhibits.Where(e => e.CaseId == foundation.CaseId).ToListAsync(cancel)).Exists(e => e.Factual.Concat(e.VouchedBy).Contains(foundation.Id))
                && !await work.Db.AnyRulingOn(foundation.CaseId, [new Target(TargetKind.Foundation, foundation.Id.Value)], cancel))
            {
                return Error.Invalid("foundations.witness-counsel", ("name", foundation.Label));
            }

            foreach (var person in new[] { command.Person, command.Whose }.OfType<PersonId>())
            {
                if (!await work.Db.People.AnyAsync(p => p.CaseId == foundation.CaseId && p.Id == person, cancel))
                {
                    return Error.NotFound("people.not-found");
                }
            }

            work.Change(foundation, foundation with { Label = command.Label.Trim(), Person = command.Person, Whose = command.Whose });
            return foundation.Id;
        }, cancel);
    }
}
