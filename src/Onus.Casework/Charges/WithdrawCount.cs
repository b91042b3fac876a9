using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Charges;

/// <summary>Withdraws a count with a reason, or restores it. It stays in counsel's papers with its number and leaves the proof and every other paper.</summary>
public sealed class WithdrawCount(OnusStore store)
{
    /// <summary>Which count, and why.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">The count.</param>
    /// <param name="Version">The version that was seen.</param>
    /// <param name="Reason">Why; not looked at when it is restored.</param>
    public sealed record Command(string Case, int Number, int Version, string Reason = "");

    /// <summary>Withdraws it.</summary>
    /// <returns>Its number; <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>counts.not-found</c>, <c>counts.reason-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        return string.IsNullOrWhiteSpace(command.Reason)
            ? Error.Invalid("counts.reason-missing")
            : await Change(Acts.CountWithdrawn, command, wasWithdrawn: false, now => new Withdrawal(command.Reason.Trim(), actor.Name, now), actor, cancel);
    }

    /// <summary>Restores it, as it was.</summary>
    /// <returns>Its number; <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>counts.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<int>> Restore(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Change(Acts.CountRestored, command, wasWithdrawn: true, _ => null, actor, cancel);
    }

    private Task<Result<int>> Change(Act act, Command command, bool wasWithdrawn, Func<DateTimeOffset, Withdrawal?> withdrawn, Actor actor, CancellationToken cancel) =>
        store.Do<int>(act, command.Case, actor, async (work, found) =>
        {
            var known = await CaseCounts.Find(work, found, command.Number, command.Version, cancel);
            if (known.Error is { } error)
            {
                return error;
            }

            var count = known.Value;
            if (count.Withdrawn is not null != wasWithdrawn)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            work.Change(count, count with { Withdrawn = withdrawn(work.Now) });
            return count.Number;
        }, cancel);
}
