using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

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
    /// <param name="was">The files as they were, where the act holds them changed already.</param>
    /// <param name="left">Exhibits that stay as they are, and what is written of them.</param>
    /// <returns>The facts that follow.</returns>
    internal static async Task<IReadOnlySet<FactId>> Follow(
        UnitOfWork work, CaseId id, IReadOnlyList<Person> before, IReadOnlyList<Person> after, Texts texts, Func<Material, Material> filed, IReadOnlySet<ExhibitId> left, Func<Material, Material> was,
        CancellationToken cancel)
    {
        var db = work.Db;
        var country = (await db.Cases.FirstAsync(of => of.Id == id, cancel)).Country;
        var facts = await db.Facts.Where(fact => fact.CaseId == id).ToDictionaryAsync(fact => fact.Id, cancel);
        var ties = await db.ExhibitTies.Where(tie => tie.CaseId == id).ToListAsync(cancel);
        var exhibits = await db.Exhibits.Where(exhibit => exhibit.CaseId == id && exhibit.Record != null).ToDictionaryAsync(exhibit => exhibit.Id, cancel);
        var cited = exhibits.Values.Select(exhibit => exhibit.Record!.Value).Distinct().ToList();
#pragma warning disable RS0030 // A sentence follows whoever reads it not; it is written, and withheld where it is read.
        var records = await db.WholeRecords.Where(record => record.CaseId == id && cited.Contains(record.Id)).ToDictionaryAsync(record => record.Id, cancel);
#pragma warning restore RS0030
        var materials = await db.Materials.Where(material => material.CaseId == id).ToDictionaryAsync(material => material.Id, cancel);
        var earlier = (await db.Differences.Where(difference => difference.CaseId == id).ToListAsync(cancel)).ToLookup(difference => difference.Exhibit, difference => difference.Old);
        var followed = new HashSet<FactId>();
        foreach (var tie in ties)
        {
            if (left.Contains(tie.Exhibit) || !facts.TryGetValue(tie.Fact, out var fact) || followed.Contains(fact.Id)
                || !exhibits.TryGetValue(tie.Exhibit, out var exhibit) || !records.TryGetValue(exhibit.Record!.Value, out var record)
                || !materials.TryGetValue(record.Material, out var material))
            {
                continue;
            }

            material = was(material);
            var (old, (inDoubt, of)) = earlier[exhibit.Id].Prepend(record.AsCited()).SelectMany(reading => FactSentence.Forms(country), (reading, form) => (reading, form))
                .FirstOrDefault(read => FactSentence.Of(material, read.reading, exhibit.Quote, before, texts, read.form.InDoubt, read.form.Country) == fact.Sentence);
            // What is somebody's statement now, or no longer one, is told in the other form.
            var doubt = filed(material).Statement == material.Statement ? inDoubt : old is not null && FactSentence.IsInDoubt(filed(material), old, record.Warnings, exhibit, after);
            if (old is not null && FactSentence.Of(filed(material), old, exhibit.Quote, after, texts, doubt, of) is var sentence && sentence != fact.Sentence)
            {
                work.Change(fact, fact with { Sentence = sentence });
                followed.Add(fact.Id);
            }
        }

        return followed;
    }

    /// <summary>Whether Onus wrote the sentence of a fact, for one of these exhibits; a person's own words are theirs.</summary>
    internal static async Task<bool> Wrote(UnitOfWork work, Fact fact, IEnumerable<ExhibitId> of, Texts texts, CancellationToken cancel)
    {
        var db = work.Db;
        var ids = of.ToList();
        var country = (await db.Cases.FirstAsync(known => known.Id == fact.CaseId, cancel)).Country;
        var people = await db.People.Where(person => person.CaseId == fact.CaseId).ToListAsync(cancel);
        foreach (var exhibit in await db.Exhibits.Where(known => known.CaseId == fact.CaseId && ids.Contains(known.Id) && known.Record != null).ToListAsync(cancel))
        {
#pragma warning disable RS0030 // A yes or no.
            var record = await db.WholeRecords.FirstOrDefaultAsync(row => row.CaseId == fact.CaseId && row.Id == exhibit.Record!.Value, cancel);
#pragma warning restore RS0030
            var file = record is null ? null : await db.Materials.FirstOrDefaultAsync(known => known.CaseId == fact.CaseId && known.Id == record.Material, cancel);
            if (file is not null && FactSentence.Forms(country).Any(form => FactSentence.Of(file, record!.AsCited(), exhibit.Quote, people, texts, form.InDoubt, form.Country) == fact.Sentence))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whose words an exhibit holds was said anew: what Onus wrote of it says no longer, or says again, that whoever the file names wrote them.</summary>
    /// <param name="work">The act.</param>
    /// <param name="exhibit">The exhibit as it will be.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="cancel">Cancels.</param>
    internal static async Task FollowWords(UnitOfWork work, Exhibit exhibit, Texts texts, CancellationToken cancel)
    {
        var db = work.Db;
#pragma warning disable RS0030 // As the first.
        if (exhibit.Record is not { } cited || await db.WholeRecords.FirstOrDefaultAsync(row => row.CaseId == exhibit.CaseId && row.Id == cited, cancel) is not { } record)
#pragma warning restore RS0030
        {
            return;
        }

        var country = (await db.Cases.FirstAsync(of => of.Id == exhibit.CaseId, cancel)).Country;
        var people = await db.People.Where(person => person.CaseId == exhibit.CaseId).ToListAsync(cancel);
        var material = await db.Materials.FirstAsync(file => file.CaseId == exhibit.CaseId && file.Id == record.Material, cancel);
        var doubt = FactSentence.IsInDoubt(material, record.AsCited(), record.Warnings, exhibit, people);
        foreach (var fact in await db.ExhibitTies.Where(tie => tie.CaseId == exhibit.CaseId && tie.Exhibit == exhibit.Id).Join(db.Facts, tie => tie.Fact, fact => fact.Id, (_, fact) => fact).Distinct().ToListAsync(cancel))
        {
            var form = FactSentence.Forms(country).Cast<(bool InDoubt, string? Country)?>().FirstOrDefault(form => Of(form!.Value.InDoubt, form.Value.Country) == fact.Sentence);
            if (form is { } own && Of(doubt, own.Country) is var sentence && sentence != fact.Sentence)
            {
                work.Change(fact, fact with { Sentence = sentence });
            }
        }

        string Of(bool inDoubt, string? of) => FactSentence.Of(material, record.AsCited(), exhibit.Quote, people, texts, inDoubt, of);
    }
}
