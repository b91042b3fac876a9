using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

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
    public async Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        await using var work = store.Begin(actor);
        var foundation = await work.Db.Foundations.FirstOrDefaultAsync(f => f.Id == command.Foundation, cancel);
        var found = foundation is null ? null : await work.Db.Cases.FirstOrDefaultAsync(c => c.Id == foundation.CaseId, cancel);
        if (foundation is null || found is null)
        {
            return Error.NotFound("foundations.not-found");
        }

        if (foundation.Version != command.Version)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        if (TakenBack.Refuse(foundation.Kind, command.On, command.SaidTo, found.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime)) is { } refused)
        {
            return refused;
        }

        work.Change(foundation, foundation with { TakenBack = new(command.On!.Value, command.SaidTo.Trim(), command.SaidBy.Trim(), actor.Name, work.Now) });
        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "foundation-taken-back"), cancel);
        return done.IsOk ? foundation.Id : done.Error!;
    }
}
