using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

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
    public async Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await Find(work, command.Case, command.Fact, command.Version, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var fact = found.Value;
        var set = command.Exhibits.Distinct().ToList();
        if (set.Count < 2)
        {
            return Error.Invalid("facts.together-two");
        }

        var shown = await work.Db.ExhibitTies.Where(tie => tie.CaseId == fact.CaseId && tie.Fact == fact.Id && tie.Bearing == Bearing.Supports).Select(tie => tie.Exhibit).ToListAsync(cancel);
        return set.Exists(exhibit => !shown.Contains(exhibit)) ? Error.Invalid("facts.together-gone")
            : fact.Together.Any(known => set.ToHashSet().SetEquals(known)) ? Error.Invalid("facts.together-known")
            : await Commit(work, fact, [.. fact.Together, set], cancel);
    }

    /// <summary>Takes it back: each of them shows the fact alone again, unless another set holds it.</summary>
    /// <returns><c>cases.not-found</c>, <c>facts.not-found</c>, <c>rows.changed-meanwhile</c>, <c>facts.set-not-found</c>.</returns>
    public async Task<Result<FactId>> TakeBack(Back back, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(back);
        await using var work = store.Begin(actor);
        var found = await Find(work, back.Case, back.Fact, back.Version, cancel);
        return found.Error is { } error ? error
            : back.Set < 0 || back.Set >= found.Value.Together.Count ? Error.NotFound("facts.set-not-found")
            : await Commit(work, found.Value, [.. found.Value.Together.Where((_, at) => at != back.Set)], cancel);
    }

    private static async Task<Result<Fact>> Find(UnitOfWork work, string reference, FactId id, int version, CancellationToken cancel)
    {
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var fact = await work.Db.Facts.FirstOrDefaultAsync(f => f.CaseId == found.Id && f.Id == id, cancel);
        return fact is null ? Error.NotFound("facts.not-found")
            : fact.Version != version ? Error.Conflict("rows.changed-meanwhile")
            : fact;
    }

    private static async Task<Result<FactId>> Commit(UnitOfWork work, Fact fact, IReadOnlyList<IReadOnlyList<ExhibitId>> together, CancellationToken cancel)
    {
        work.Change(fact, fact with { Together = together });
        var done = await work.Commit(new LogEvent(fact.CaseId, Side.Record, "exhibits-put-together"), cancel);
        return done.IsOk ? fact.Id : done.Error!;
    }
}
