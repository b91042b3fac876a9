using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Evidence;

/// <summary>Says what an object shows: an exhibit that stands in no file, so that there is no passage to mark. The fact is one that is there, or is written in the same act.</summary>
public sealed class CiteObject(OnusStore store)
{
    /// <summary>What an object shows or speaks against.</summary>
    /// <param name="ExistingFact">A fact that is there; null to write one.</param>
    /// <param name="Fact">The new fact, in one sentence; empty where one that is there is named.</param>
    /// <param name="On">The day of a new fact; null where none is known.</param>
    /// <param name="Bearing">For or against.</param>
    /// <param name="Reason">Why it shows that; may be empty.</param>
    public sealed record Shown(FactId? ExistingFact, string Fact, DateOnly? On, Bearing Bearing, string Reason)
    {
        /// <summary>Whether nothing at all was said: a day or a reason without a fact is not lost unsaid.</summary>
        public bool IsNothing => ExistingFact is null && On is null && Bearing == Bearing.Supports && string.IsNullOrWhiteSpace(Fact + Reason);
    }

    /// <summary>What to say.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">Number of the exhibit.</param>
    /// <param name="Shown">What it shows.</param>
    public sealed record Command(string Case, int Number, Shown Shown);

    /// <summary>Says it.</summary>
    /// <returns>
    /// The fact; <c>cases.not-found</c>, <c>exhibits.not-found</c>, <c>objects.is-passage</c> where it stands in a file and a passage of that is to be cited,
    /// those of <see cref="Show"/>.
    /// </returns>
    public Task<Result<FactId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<FactId>(Acts.ObjectCited, command.Case, actor, async (work, found) =>
        {
            var exhibit = await work.Db.Exhibits.FirstOrDefaultAsync(e => e.CaseId == found.Id && e.Number == command.Number, cancel);
            return exhibit is null ? Error.NotFound("exhibits.not-found")
                : exhibit.Material is not null ? Error.Invalid("objects.is-passage", ("exhibit", exhibit.Number))
                : await Show(work, exhibit, command.Shown, cancel);
        }, cancel);
    }

    /// <summary>Ties an object to what it shows, within an act.</summary>
    /// <returns>The fact; <c>facts.sentence-missing</c>, <c>cite.fact-both</c>, <c>cite.against-what</c>, <c>facts.not-found</c>, <c>objects.day-of-known</c> where a day is given and a fact that is there has another or none, <c>objects.shown-already</c>.</returns>
    internal static async Task<Result<FactId>> Show(UnitOfWork work, Exhibit exhibit, Shown shown, CancellationToken cancel)
    {
        var sentence = shown.Fact.Trim();
        if (shown.ExistingFact is not null && sentence.Length > 0)
        {
            return Error.Invalid("cite.fact-both");
        }

        if (shown is { Bearing: Bearing.Undermines, ExistingFact: null })
        {
            return Error.Invalid("cite.against-what");
        }

        if (shown.ExistingFact is null && sentence.Length == 0)
        {
            return Error.Invalid("facts.sentence-missing");
        }

        if (shown.ExistingFact is { } named)
        {
            var there = await work.Db.Facts.FirstOrDefaultAsync(fact => fact.CaseId == exhibit.CaseId && fact.Id == named, cancel);
            if (there is null)
            {
                return Error.NotFound("facts.not-found");
            }

            // A day that somebody typed is not dropped unsaid.
            if (shown.On is { } day && day != there.On)
            {
                return Error.Invalid("objects.day-of-known");
            }
        }

        // The same sentence is the same fact, as with a passage: two of them would be one argument twice.
        var known = shown.ExistingFact ?? await FactShown.Of(work.Db, exhibit, [], new([], []), [sentence], written: true, cancel);
        if (known is not null && await work.Db.ExhibitTies.AnyAsync(tie => tie.CaseId == exhibit.CaseId && tie.Exhibit == exhibit.Id && tie.Fact == known && tie.Bearing == shown.Bearing, cancel))
        {
            return Error.Invalid("objects.shown-already", ("exhibit", exhibit.Number));
        }

        var id = known ?? new FactId(Guid.CreateVersion7());
        if (known is null)
        {
            work.Add(new Fact { Id = id, CaseId = exhibit.CaseId, Sentence = sentence, On = shown.On });
        }

        work.Add(new ExhibitTie { Id = new TieId(Guid.CreateVersion7()), CaseId = exhibit.CaseId, Exhibit = exhibit.Id, Fact = id, Bearing = shown.Bearing, Reason = shown.Reason.Trim() });
        return id;
    }
}
