using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Evidence;

/// <summary>One passage makes one fact, however often it is cited for the same.</summary>
internal static class FactShown
{
    /// <summary>
    /// The fact that an exhibit shows already and that is meant again: with the same sentence, or, where nobody wrote one, tied to all of these elements for all of
    /// these people; else one with the same sentence for or against which nothing is cited. What a sentence says of one person is never made the fact for another. Null where there is none.
    /// </summary>
    internal static async Task<FactId?> Of(VisibleRows db, Exhibit exhibit, IReadOnlyList<ElementRef> elements, Whom whom, IReadOnlyList<string> sentences, bool written, CancellationToken cancel)
    {
        var cited = await db.ExhibitTies.Where(t => t.CaseId == exhibit.CaseId && t.Exhibit == exhibit.Id && t.Bearing == Bearing.Supports).Select(t => t.Fact).ToListAsync(cancel);
        var facts = await db.Facts.Where(f => f.CaseId == exhibit.CaseId && cited.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(cancel);
        if (sentences.Select(sentence => facts.Find(f => f.Sentence == sentence)).FirstOrDefault(fact => fact is not null) is { } same)
        {
            return same.Id;
        }

        // What is left of a citation that was taken back says the very same of the same passage, and nothing shows it: two facts in one sentence would be one argument twice.
        if (await db.Facts.Where(f => f.CaseId == exhibit.CaseId && sentences.Contains(f.Sentence) && !db.ExhibitTies.Any(t => t.CaseId == exhibit.CaseId && t.Fact == f.Id))
            .OrderBy(f => f.Id).FirstOrDefaultAsync(cancel) is { } left)
        {
            return left.Id;
        }

        if (elements.Count == 0 || written)
        {
            return null;
        }

        var ties = await db.FactTies.Where(t => t.CaseId == exhibit.CaseId && cited.Contains(t.Fact)).ToListAsync(cancel);
        return facts.Find(f => elements.All(element => ties.Exists(t => t.Fact == f.Id && t.OffenceId == element.OffenceId && t.LeafId == element.LeafId && whom.AddedTo(t) == t)))?.Id;
    }
}
