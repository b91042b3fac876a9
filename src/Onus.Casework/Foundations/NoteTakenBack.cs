using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Foundations;

/// <summary>
/// Notes that a consent, or what was given without an order, was taken back: on which day, by whom and to whom it was said. How it stands does not change;
/// counsel is asked. Noted again, the newer note replaces the older and asks anew; the log keeps both.
/// </summary>
public sealed class NoteTakenBack(OnusStore store)
{
    /// <summary>What to note.</summary>
    /// <param name="Foundation">The foundation.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="On">The day on which it was said.</param>
    /// <param name="SaidTo">To whom it was said.</param>
    /// <param name="SaidBy">Who said it, where it was not the giver; empty where it was.</param>
    public sealed record Command(FoundationId Foundation, int Version, DateOnly? On, string SaidTo, string SaidBy = "");

    /// <summary>Notes it.</summary>
    /// <returns><c>foundations.not-found</c>, <c>rows.changed-meanwhile</c>, and the reasons of <see cref="TakenBack.Refuse"/>.</returns>
    public Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Foundation, FoundationId>(Acts.FoundationTakenBack, new Seen<Foundation>(rows => rows.Foundations.Where(f => f.Id == command.Foundation), command.Version, "foundations.not-found"), actor, async (work, foundation) =>
        {
            var of = await work.Db.Cases.SingleAsync(c => c.Id == foundation.CaseId, cancel);
            if (TakenBack.Refuse(foundation.Kind, command.On, command.SaidTo, of.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime)) is { } refused)
            {
                return refused;
            }

            work.Change(foundation, foundation with { TakenBack = new(command.On!.Value, command.SaidTo.Trim(), command.SaidBy.Trim(), actor.Name, work.Now) });
            return foundation.Id;
        }, cancel);
    }
}
