using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Facts;

/// <summary>Takes a fact out of one cell of the grid and of no other, or a tie off as a whole. The fact and its exhibits stay; the log keeps the tie.</summary>
public sealed class UntieFact(OnusStore store)
{
    /// <summary>What to take out.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Tie">The tie.</param>
    /// <param name="Version">The version of it that the person saw.</param>
    /// <param name="Defendant">The defendant of the cell; null to take the tie off for everybody whom it names.</param>
    /// <param name="Survivor">The survivor of the cell; null where it has none, and the tie goes for all of them.</param>
    public sealed record Command(string Case, TieId Tie, int Version, PersonId? Defendant, PersonId? Survivor);

    /// <summary>
    /// Takes it out. For everybody else whom the tie names it counts as before, together with what it was enough together with and under the
    /// same challenges. Where it names nobody else, it goes. What a court has ruled on is not taken out: tied again, it would be free of the ruling.
    /// </summary>
    /// <returns><c>cases.not-found</c>, <c>facts.tie-not-found</c>, <c>rows.changed-meanwhile</c>, <c>facts.tie-ruled-on</c>.</returns>
    public Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<FactId>(Acts.FactUntied, command.Case, actor, async (work, found) =>
        {
            var tie = await work.Db.FactTies.FirstOrDefaultAsync(t => t.CaseId == found.Id && t.Id == command.Tie, cancel);
            if (tie is null)
            {
                return Error.NotFound("facts.tie-not-found");
            }

            if (tie.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (ChallengeRules.RuledOn(new Target(TargetKind.FactTie, tie.Id.Value), await work.Db.Challenges.Where(challenge => challenge.CaseId == found.Id).ToListAsync(cancel)) is { } ruled)
            {
                return Error.Invalid("facts.tie-ruled-on", ("reference", ruled.Reference));
            }

            var left = command.Defendant is { } defendant ? Whom.Without(tie, defendant, command.Survivor) : [];
            await work.ReplaceBy(tie, left, cancel);
            var others = left.Count > 0 || tie.Named.Count == 0 ? [] : await work.Db.FactTies.Where(t => t.CaseId == found.Id && t.Fact == tie.Fact && t.Id != tie.Id).OrderBy(t => t.Id).ToListAsync(cancel);
            // What was cited for somebody shows the fact for nobody else because they were taken off.
            if (others.OrderByDescending(other => (other.OffenceId, other.LeafId) == (tie.OffenceId, tie.LeafId)).FirstOrDefault() is { } other && Whom.WithGone(other, tie.Named) is var keeps && keeps != other)
            {
                work.Change(other, keeps);
            }

            return tie.Fact;
        }, cancel);
    }
}
