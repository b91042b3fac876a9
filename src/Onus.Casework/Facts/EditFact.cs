using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Shared;
using Onus.Store;

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
    /// <returns><c>cases.not-found</c>, <c>facts.not-found</c>, <c>facts.sentence-missing</c>, <c>facts.ruled-on</c>, <c>facts.privileged-counsel</c> where its words are kept from the actor, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<FactId>(Acts.FactChanged, command.Case, actor, async (work, found) =>
        {
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

            // Before anything is compared with the sentence: whoever guesses it is not told that they did.
            if ((await WithheldFrom.Actor(work, found.Id, cancel)).Facts.Contains(fact.Id))
            {
                return Error.Invalid("facts.privileged-counsel");
            }

            // What was ruled was ruled of this assertion, and of no other that would come to stand in its place.
            if ((command.Sentence.Trim(), command.On) != (fact.Sentence, fact.On) && await work.Db.AnyRulingOnFact(fact, cancel))
            {
                return Error.Invalid("facts.ruled-on");
            }

            work.Change(fact, fact with { Sentence = command.Sentence.Trim(), On = command.On });
            return fact.Id;
        }, cancel);
    }
}
