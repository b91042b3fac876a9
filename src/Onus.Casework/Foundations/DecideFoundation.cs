using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Foundations;

/// <summary>
/// Records that a foundation was stipulated, has fallen, or is open again, and where that is decided; and what becomes of what was read under one that its giver took back.
/// </summary>
public sealed class DecideFoundation(OnusStore store)
{
    /// <summary>What was decided.</summary>
    /// <param name="Foundation">The foundation.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Status">How it stands now.</param>
    /// <param name="Decided">Who decided, when, in which paper; required unless it is open again. Of one that was taken back and stays open, what counsel decided about that.</param>
    public sealed record Command(FoundationId Foundation, int Version, FoundationStatus Status, string Decided);

    /// <summary>Records it.</summary>
    /// <returns><c>foundations.not-found</c>, <c>foundations.status-missing</c>, <c>foundations.decision-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<FoundationId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Foundation, FoundationId>(Acts.FoundationDecided, new Seen<Foundation>(rows => rows.Foundations.Where(f => f.Id == command.Foundation), command.Version, "foundations.not-found"), actor, (work, foundation) =>
        {
            if (!Enum.IsDefined(command.Status))
            {
                return Error.Invalid("foundations.status-missing");
            }

            if (command.Status != FoundationStatus.Open && string.IsNullOrWhiteSpace(command.Decided))
            {
                return Error.Invalid("foundations.decision-missing");
            }

            work.Change(foundation, foundation.After(command.Status, command.Decided));
            return foundation.Id;
        }, cancel);
    }
}
