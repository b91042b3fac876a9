using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

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
    /// <returns>Its number; <c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>counts.not-found</c>, <c>counts.reason-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        await using var work = store.Begin(actor);
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Error.Invalid("counts.reason-missing");
        }

        return await Change(work, command, "count-withdrawn", wasWithdrawn: false, new Withdrawal(command.Reason.Trim(), actor.Name, work.Now), cancel);
    }

    /// <summary>Restores it, as it was.</summary>
    /// <returns>Its number; <c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>counts.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public async Task<Result<int>> Restore(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        return await Change(work, command, "count-restored", wasWithdrawn: true, null, cancel);
    }

    private static async Task<Result<int>> Change(UnitOfWork work, Command command, string kind, bool wasWithdrawn, Withdrawal? withdrawn, CancellationToken cancel)
    {
        var found = await CaseCounts.Find(work, command.Case, command.Number, command.Version, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var count = found.Value;
        if (count.Withdrawn is not null != wasWithdrawn)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        work.Change(count, count with { Withdrawn = withdrawn });
        var done = await work.Commit(new LogEvent(count.CaseId, Side.CounselsPapers, kind), cancel);
        return done.IsOk ? count.Number : done.Error!;
    }
}
