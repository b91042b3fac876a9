using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Facts;

/// <summary>Ties a fact that is there to elements, about whom and by whom. Counsel's own act.</summary>
public sealed class TieFact(OnusStore store, LawPacks law)
{
    /// <summary>What to tie.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Elements">The elements.</param>
    /// <param name="Whom">About whom and by whom.</param>
    /// <param name="Reason">Why it shows that; may be empty.</param>
    public sealed record Command(string Case, FactId Fact, IReadOnlyList<ElementRef> Elements, Whom Whom, string Reason);

    /// <summary>Ties it.</summary>
    /// <returns><c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>facts.not-found</c>, those of <see cref="ElementTies"/>.</returns>
    public Task<Result<IReadOnlyList<TieId>>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<IReadOnlyList<TieId>>(Acts.FactTied, command.Case, actor, async (work, found) =>
        {
            if (!await work.Db.Facts.AnyAsync(f => f.CaseId == found.Id && f.Id == command.Fact, cancel))
            {
                return Error.NotFound("facts.not-found");
            }

            var ties = await ElementTies.Tie(work, found.Id, law, command.Fact, command.Elements, command.Whom, command.Reason, by: [], cancel);
            if (ties.Error is { } missing)
            {
                return missing;
            }

            return ties.Value.ConvertAll(tie => tie.Id);
        }, cancel);
    }
}
