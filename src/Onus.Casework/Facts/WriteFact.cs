using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Facts;

/// <summary>Writes a fact: one assertion, one sentence. It belongs to the record, whoever writes it.</summary>
public sealed class WriteFact(OnusStore store)
{
    /// <summary>What to write.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Sentence">The assertion.</param>
    /// <param name="On">When it was so; null where that is not known.</param>
    /// <param name="Cell">A cell of the grid to tie it to in the same act; null for none. Counsel only.</param>
    /// <param name="Reason">Why it shows that; may be empty.</param>
    public sealed record Command(string Case, string Sentence, DateOnly? On, Cell? Cell = null, string Reason = "");

    /// <summary>Writes it.</summary>
    /// <returns><c>cases.not-found</c>, <c>facts.sentence-missing</c>, <c>counts.counsel-only</c>.</returns>
    public async Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null || !actor.MaySee(found.Id, Side.Record))
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        if (string.IsNullOrWhiteSpace(command.Sentence))
        {
            return Error.Invalid("facts.sentence-missing");
        }

        if (command.Cell is not null && !actor.MaySee(found.Id, Side.CounselsPapers))
        {
            return Error.Invalid("counts.counsel-only");
        }

        var fact = new Fact
        {
            Id = new FactId(Guid.CreateVersion7()),
            CaseId = found.Id,
            Sentence = command.Sentence.Trim(),
            On = command.On,
        };
        work.Add(fact);
        if (command.Cell is { } cell)
        {
            work.Add(cell.Tie(found.Id, fact.Id, command.Reason));
        }

        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "fact-written"), cancel);
        return done.IsOk ? fact.Id : done.Error!;
    }
}

/// <summary>A cell of the grid.</summary>
/// <param name="OffenceId">The offence in the law pack.</param>
/// <param name="LeafId">The element leaf.</param>
/// <param name="Defendants">For whom it holds; empty for all.</param>
/// <param name="Survivors">For which survivors; empty for all.</param>
public sealed record Cell(string OffenceId, string LeafId, IReadOnlyList<PersonId> Defendants, IReadOnlyList<PersonId> Survivors)
{
    /// <summary>The tie that puts a fact into this cell.</summary>
    internal FactTie Tie(CaseId id, FactId fact, string reason) => new()
    {
        Id = new TieId(Guid.CreateVersion7()),
        CaseId = id,
        Fact = fact,
        OffenceId = OffenceId,
        LeafId = LeafId,
        Defendants = Defendants,
        Survivors = Survivors,
        Reason = reason.Trim(),
    };
}
