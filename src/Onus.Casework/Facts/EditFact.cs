using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Facts;

/// <summary>Changes the sentence or the day of a fact. What it was before stays in the log.</summary>
public sealed class EditFact(OnusStore store)
{
    /// <summary>What to change.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Sentence">The assertion.</param>
    /// <param name="On">When it was so; null where that is not known.</param>
    public sealed record Command(string Case, FactId Fact, int Version, string Sentence, DateOnly? On);

    /// <summary>Changes it.</summary>
    /// <returns><c>cases.not-found</c>, <c>facts.not-found</c>, <c>facts.sentence-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public async Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        var fact = await work.Db.Facts.FirstOrDefaultAsync(f => f.CaseId == found.Id && f.Id == command.Fact, cancel);
        if (fact is null)
        {
            return Error.NotFound("facts.not-found");
        }

        if (fact.Version != command.Version)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        if (string.IsNullOrWhiteSpace(command.Sentence))
        {
            return Error.Invalid("facts.sentence-missing");
        }

        work.Change(fact, fact with { Sentence = command.Sentence.Trim(), On = command.On });
        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "fact-changed"), cancel);
        return done.IsOk ? fact.Id : done.Error!;
    }
}
