using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Facts;

/// <summary>Ties a fact that is there to an element: puts it into a cell of the grid. Counsel's own act.</summary>
public sealed class TieFact(OnusStore store)
{
    /// <summary>What to tie.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Cell">The cell.</param>
    /// <param name="Reason">Why it shows that; may be empty.</param>
    public sealed record Command(string Case, FactId Fact, Cell Cell, string Reason);

    /// <summary>Ties it.</summary>
    /// <returns><c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>facts.not-found</c>, <c>facts.tied-already</c>.</returns>
    public async Task<Result<TieId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        if (!actor.MaySee(found.Id, Side.CounselsPapers))
        {
            return Error.Invalid("counts.counsel-only");
        }

        if (!await work.Db.Facts.AnyAsync(f => f.CaseId == found.Id && f.Id == command.Fact, cancel))
        {
            return Error.NotFound("facts.not-found");
        }

        var tie = command.Cell.Tie(found.Id, command.Fact, command.Reason);
        var there = await work.Db.FactTies.Where(t => t.CaseId == found.Id && t.Fact == tie.Fact && t.OffenceId == tie.OffenceId && t.LeafId == tie.LeafId).ToListAsync(cancel);
        if (there.Exists(t => t.Defendants.SequenceEqual(tie.Defendants) && t.Survivors.SequenceEqual(tie.Survivors)))
        {
            return Error.Invalid("facts.tied-already");
        }

        work.Add(tie);
        var done = await work.Commit(new LogEvent(found.Id, Side.CounselsPapers, "fact-tied"), cancel);
        return done.IsOk ? tie.Id : done.Error!;
    }
}
