using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>
/// Withdraws a file with a reason, or puts it back. Its bytes stay in the vault and what happened stays in the log; its records leave chronology, search
/// and gaps, and exhibits out of it no longer count.
/// </summary>
public sealed class WithdrawFile(OnusStore store)
{
    /// <summary>What to do.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Command(string Case, MaterialId File, int Version, string Reason);

    /// <summary>Withdraws it.</summary>
    /// <returns><c>files.not-found</c>, <c>files.reason-missing</c>, <c>files.withdrawn</c> where it is already, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Material>> Handle(Command command, Actor actor, CancellationToken cancel) => Turn(command, away: true, actor, cancel);

    /// <summary>Puts it back.</summary>
    /// <returns><c>files.not-found</c>, <c>files.reason-missing</c>, <c>files.not-withdrawn</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Material>> PutBack(Command command, Actor actor, CancellationToken cancel) => Turn(command, away: false, actor, cancel);

    private async Task<Result<Material>> Turn(Command command, bool away, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await FileToChange.Find(work, command.Case, command.File, command.Version, command.Reason, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var file = found.Value;
        if (file.Withdrawn is not null == away)
        {
            return Error.Invalid(away ? "files.withdrawn" : "files.not-withdrawn", ("file", file.Title));
        }

        var after = work.Change(file, file with { Withdrawn = away ? new Withdrawal(command.Reason.Trim(), actor.Name, work.Now) : null });
        work.SetAside(file, away);
        await AskForReading.Apply(work, [after], evenUnusable: false, cancel);
        var done = await work.Commit(
            new LogEvent(file.CaseId, away ? Acts.FileWithdrawn : Acts.FilePutBack, new { file = file.Id, reason = command.Reason.Trim() }), cancel);
        return done.IsOk ? after : done.Error!;
    }
}
