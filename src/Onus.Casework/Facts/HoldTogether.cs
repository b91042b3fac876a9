using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

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
    /// <returns><c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>facts.hold-two</c>, <c>facts.hold-reason</c>, <c>facts.tie-not-found</c>.</returns>
    public async Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await Find(work, command.Case, actor, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

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
            .Where(tie => tie.CaseId == found.Value && tie.OffenceId == command.Element.OffenceId && tie.LeafId == command.Element.LeafId).Select(tie => tie.Id).ToListAsync(cancel);
        if (ties.Exists(tie => !there.Contains(tie)))
        {
            return Error.NotFound("facts.tie-not-found");
        }

        var set = new EnoughTogether
        {
            Id = Guid.CreateVersion7(),
            CaseId = found.Value,
            OffenceId = command.Element.OffenceId,
            LeafId = command.Element.LeafId,
            Ties = ties,
            Reason = command.Reason.Trim(),
            Author = actor.Name,
        };
        work.Add(set);
        var done = await work.Commit(new LogEvent(found.Value, Side.CounselsPapers, "facts-held-together"), cancel);
        return done.IsOk ? set.Id : done.Error!;
    }

    /// <summary>Takes it back: each fact is enough alone again, unless another set holds it.</summary>
    /// <returns><c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>facts.set-not-found</c>.</returns>
    public async Task<Result<Guid>> TakeBack(string reference, Guid id, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await Find(work, reference, actor, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var set = await work.Db.Enough.FirstOrDefaultAsync(e => e.CaseId == found.Value && e.Id == id, cancel);
        if (set is null)
        {
            return Error.NotFound("facts.set-not-found");
        }

        work.Remove(set);
        var done = await work.Commit(new LogEvent(found.Value, Side.CounselsPapers, "facts-held-apart"), cancel);
        return done.IsOk ? id : done.Error!;
    }

    private static async Task<Result<CaseId>> Find(UnitOfWork work, string reference, Actor actor, CancellationToken cancel)
    {
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        return found is null ? Error.NotFound("cases.not-found", ("case", reference))
            : !actor.MaySee(found.Id, Side.CounselsPapers) ? Error.Invalid("counts.counsel-only")
            : found.Id;
    }
}
