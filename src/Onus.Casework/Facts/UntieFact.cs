using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Facts;

/// <summary>Takes a fact out of a cell of the grid. The fact and its exhibits stay; the log keeps the tie.</summary>
public sealed class UntieFact(OnusStore store)
{
    /// <summary>What to take out.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Tie">The tie.</param>
    public sealed record Command(string Case, TieId Tie);

    /// <summary>Takes it out, and out of every set that it was enough together with: such a set is gone without it.</summary>
    /// <returns><c>cases.not-found</c>, <c>facts.tie-not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public async Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        var tie = await work.Db.FactTies.FirstOrDefaultAsync(t => t.CaseId == found.Id && t.Id == command.Tie, cancel);
        if (tie is null)
        {
            return Error.NotFound("facts.tie-not-found");
        }

        work.Remove(tie);
        foreach (var set in (await work.Db.Enough.Where(e => e.CaseId == found.Id).ToListAsync(cancel)).Where(e => e.Ties.Contains(tie.Id)))
        {
            work.Remove(set);
        }

        var done = await work.Commit(new LogEvent(found.Id, Side.CounselsPapers, "fact-untied"), cancel);
        return done.IsOk ? tie.Fact : done.Error!;
    }
}
