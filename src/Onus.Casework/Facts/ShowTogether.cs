using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Facts;

/// <summary>
/// Says that some exhibits show a fact only together, none of them alone, or takes that back. Several sets are alternatives. The log keeps what stood
/// before.
/// </summary>
public sealed class ShowTogether(OnusStore store)
{
    /// <summary>Which exhibits.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Exhibits">Exhibits that speak for it, at least two.</param>
    public sealed record Command(string Case, FactId Fact, int Version, IReadOnlyList<ExhibitId> Exhibits);

    /// <summary>What to take back.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Set">Which set, from 0.</param>
    public sealed record Back(string Case, FactId Fact, int Version, int Set);

    /// <summary>Says it.</summary>
    /// <returns><c>cases.not-found</c>, <c>facts.not-found</c>, <c>rows.changed-meanwhile</c>, <c>facts.together-two</c>, <c>facts.together-gone</c>, <c>facts.together-known</c>.</returns>
    public Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Change(command.Case, command.Fact, command.Version, actor, async (work, fact) =>
        {
            var set = command.Exhibits.Distinct().ToList();
            if (set.Count < 2)
            {
                return Error.Invalid("facts.together-two");
            }

            var shown = await work.Db.ExhibitTies.Where(tie => tie.CaseId == fact.CaseId && tie.Fact == fact.Id && tie.Bearing == Bearing.Supports).Select(tie => tie.Exhibit).ToListAsync(cancel);
            return set.Exists(exhibit => !shown.Contains(exhibit)) ? Error.Invalid("facts.together-gone")
                : fact.Together.Any(known => set.ToHashSet().SetEquals(known)) ? Error.Invalid("facts.together-known")
                : fact with { Together = [.. fact.Together, set] };
        }, cancel);
    }

    /// <summary>Takes it back: each of them shows the fact alone again, unless another set holds it.</summary>
    /// <returns><c>cases.not-found</c>, <c>facts.not-found</c>, <c>rows.changed-meanwhile</c>, <c>facts.set-not-found</c>.</returns>
    public Task<Result<FactId>> TakeBack(Back back, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(back);
        return Change(back.Case, back.Fact, back.Version, actor, (_, fact) => Task.FromResult<Result<Fact>>(
            back.Set < 0 || back.Set >= fact.Together.Count ? Error.NotFound("facts.set-not-found") : fact with { Together = [.. fact.Together.Where((_, at) => at != back.Set)] }), cancel);
    }

    private Task<Result<FactId>> Change(string reference, FactId id, int version, Actor actor, Func<UnitOfWork, Fact, Task<Result<Fact>>> after, CancellationToken cancel) =>
        store.Do<FactId>(Acts.ExhibitsPutTogether, reference, actor, async (work, found) =>
        {
            var fact = await work.Db.Facts.FirstOrDefaultAsync(f => f.CaseId == found.Id && f.Id == id, cancel);
            if (fact is null)
            {
                return Error.NotFound("facts.not-found");
            }

            if (fact.Version != version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            var changed = await after(work, fact);
            if (changed.Error is { } refused)
            {
                return refused;
            }

            work.Change(fact, changed.Value);
            return id;
        }, cancel);
}
