using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Casework.Cases;

/// <summary>
/// Facts in the sentence that Onus wrote when a passage was cited, and that nobody changed since, follow who somebody is and what they are called. A sentence
/// is told by writing it again: what a person typed or changed is theirs and stays.
/// </summary>
internal static class OwnSentences
{
    /// <summary>Writes them anew, in the act that changes the people.</summary>
    /// <param name="work">The act.</param>
    /// <param name="id">The case.</param>
    /// <param name="before">The people as they were.</param>
    /// <param name="after">The people as they will be.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="filed">A file as it will be.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The facts that follow.</returns>
    internal static async Task<IReadOnlySet<FactId>> Follow(
        UnitOfWork work, CaseId id, IReadOnlyList<Person> before, IReadOnlyList<Person> after, Texts texts, Func<Material, Material> filed, CancellationToken cancel)
    {
        var db = work.Db;
        var country = (await db.Cases.FirstAsync(of => of.Id == id, cancel)).Country;
        var facts = await db.Facts.Where(fact => fact.CaseId == id).ToDictionaryAsync(fact => fact.Id, cancel);
        var ties = await db.ExhibitTies.Where(tie => tie.CaseId == id).ToListAsync(cancel);
        var exhibits = await db.Exhibits.Where(exhibit => exhibit.CaseId == id && exhibit.Record != null).ToDictionaryAsync(exhibit => exhibit.Id, cancel);
        var cited = exhibits.Values.Select(exhibit => exhibit.Record!.Value).Distinct().ToList();
        var records = await db.Records.Where(record => record.CaseId == id && cited.Contains(record.Id)).ToDictionaryAsync(record => record.Id, cancel);
        var materials = await db.Materials.Where(material => material.CaseId == id).ToDictionaryAsync(material => material.Id, cancel);
        var earlier = (await db.Differences.Where(difference => difference.CaseId == id).ToListAsync(cancel)).ToLookup(difference => difference.Exhibit, difference => difference.Old);
        var followed = new HashSet<FactId>();
        foreach (var tie in ties)
        {
            if (!facts.TryGetValue(tie.Fact, out var fact) || followed.Contains(fact.Id)
                || !exhibits.TryGetValue(tie.Exhibit, out var exhibit) || !records.TryGetValue(exhibit.Record!.Value, out var record)
                || !materials.TryGetValue(record.Material, out var material))
            {
                continue;
            }

            var (old, (inDoubt, of)) = earlier[exhibit.Id].Prepend(record.AsCited()).SelectMany(reading => FactSentence.Forms(country), (reading, form) => (reading, form))
                .FirstOrDefault(read => FactSentence.Of(material, read.reading, exhibit.Quote, before, texts, read.form.InDoubt, read.form.Country) == fact.Sentence);
            if (old is not null && FactSentence.Of(filed(material), old, exhibit.Quote, after, texts, inDoubt, of) is var sentence && sentence != fact.Sentence)
            {
                work.Change(fact, fact with { Sentence = sentence });
                followed.Add(fact.Id);
            }
        }

        return followed;
    }
}
