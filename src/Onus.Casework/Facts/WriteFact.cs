using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Facts;

/// <summary>Writes a fact: one assertion, one sentence. It belongs to the record, whoever writes it.</summary>
public sealed class WriteFact(OnusStore store, LawPacks law)
{
    /// <summary>What to write.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Sentence">The assertion.</param>
    /// <param name="On">When it was so; null where that is not known.</param>
    /// <param name="Element">An element to tie it to in the same act; null for none. Counsel only.</param>
    /// <param name="Whom">About whom and by whom; null without an element.</param>
    /// <param name="Reason">Why it shows that; may be empty.</param>
    public sealed record Command(string Case, string Sentence, DateOnly? On, ElementRef? Element = null, Whom? Whom = null, string Reason = "");

    /// <summary>Writes it.</summary>
    /// <returns><c>cases.not-found</c>, <c>facts.sentence-missing</c>, <c>cases.counsel-only</c>, those of <see cref="ElementTies"/>.</returns>
    public Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<FactId>(Acts.FactWritten, command.Case, actor, async (work, found) =>
        {
            if (string.IsNullOrWhiteSpace(command.Sentence))
            {
                return Error.Invalid("facts.sentence-missing");
            }

            if (command.Element is not null && !actor.MaySee(found.Id, CompartmentKind.CounselsPapers))
            {
                return Error.Invalid("cases.counsel-only");
            }

            var fact = new Fact
            {
                Id = new FactId(Guid.CreateVersion7()),
                CaseId = found.Id,
                Sentence = command.Sentence.Trim(),
                On = command.On,
            };
            work.Add(fact);
            if (command.Element is { } element)
            {
                var tied = await ElementTies.Tie(work, found.Id, law, fact.Id, [element], command.Whom ?? new Whom([], []), command.Reason, by: [], cancel);
                if (tied.Error is { } missing)
                {
                    return missing;
                }
            }

            return fact.Id;
        }, cancel);
    }
}
