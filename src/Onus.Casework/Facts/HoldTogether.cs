using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Facts;

/// <summary>
/// Counsel's judgement that facts meet an element only together, none of them alone; or its taking back. Several sets are alternatives.
/// </summary>
public sealed class HoldTogether(OnusStore store)
{
    /// <summary>Which facts.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Element">The element.</param>
    /// <param name="Ties">Ties of facts to it, at least two.</param>
    /// <param name="Reason">Why they are enough together; needed.</param>
    public sealed record Command(string Case, ElementRef Element, IReadOnlyList<TieId> Ties, string Reason);

    /// <summary>Says it.</summary>
    /// <returns><c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>facts.hold-two</c>, <c>facts.hold-reason</c>, <c>facts.tie-not-found</c>.</returns>
    public Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Guid>(Acts.FactsHeldTogether, command.Case, actor, async (work, found) =>
        {
            var ties = command.Ties.Distinct().ToList();
            if (ties.Count < 2)
            {
                return Error.Invalid("facts.hold-two");
            }

            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Error.Invalid("facts.hold-reason");
            }

            var there = await work.Db.FactTies
                .Where(tie => tie.CaseId == found.Id && tie.OffenceId == command.Element.OffenceId && tie.LeafId == command.Element.LeafId).Select(tie => tie.Id).ToListAsync(cancel);
            if (ties.Exists(tie => !there.Contains(tie)))
            {
                return Error.NotFound("facts.tie-not-found");
            }

            var set = new EnoughTogether
            {
                Id = Guid.CreateVersion7(),
                CaseId = found.Id,
                OffenceId = command.Element.OffenceId,
                LeafId = command.Element.LeafId,
                Ties = ties,
                Reason = command.Reason.Trim(),
                Author = actor.Name,
            };
            work.Add(set);
            return set.Id;
        }, cancel);
    }

    /// <summary>Takes it back: each fact is enough alone again, unless another set holds it.</summary>
    /// <returns><c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>facts.set-not-found</c>.</returns>
    public Task<Result<Guid>> TakeBack(string reference, Guid id, Actor actor, CancellationToken cancel)
    {
        return store.Do<Guid>(Acts.FactsHeldApart, reference, actor, async (work, found) =>
        {
            var set = await work.Db.Enough.FirstOrDefaultAsync(e => e.CaseId == found.Id && e.Id == id, cancel);
            if (set is null)
            {
                return Error.NotFound("facts.set-not-found");
            }

            work.Remove(set);
            return id;
        }, cancel);
    }
}
