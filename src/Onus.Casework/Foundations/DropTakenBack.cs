using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Foundations;

/// <summary>
/// Takes away a note that something was taken back, because nobody took it back. Counsel's: whoever could take it away would answer what waits for counsel. The
/// log keeps the note, and why it went.
/// </summary>
public sealed class DropTakenBack(OnusStore store)
{
    /// <summary>Which and why.</summary>
    /// <param name="Foundation">The foundation.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why the note is wrong.</param>
    public sealed record Command(FoundationId Foundation, int Version, string Reason);

    /// <summary>Takes it away.</summary>
    /// <returns><c>foundations.not-found</c>, <c>foundations.not-taken-back</c>, <c>foundations.drop-reason-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Foundation, FoundationId>(Acts.FoundationNotTakenBack, new Seen<Foundation>(rows => rows.Foundations.Where(f => f.Id == command.Foundation), command.Version, "foundations.not-found"), actor, (work, foundation) =>
        {
            if (foundation.TakenBack is null)
            {
                return Error.Invalid("foundations.not-taken-back");
            }

            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Error.Invalid("foundations.drop-reason-missing");
            }

            work.Change(foundation, foundation with { TakenBack = null });
            work.Tell(new { Reason = command.Reason.Trim() });
            return foundation.Id;
        }, cancel);
    }
}
