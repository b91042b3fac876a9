using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Proof;

/// <summary>
/// An exhibit that was taken for the words of a defendant when a fact was tied against them, and turned out to be another's. Whether the fact still shows
/// anything against them only a person can say; until somebody does, the count says so.
/// </summary>
/// <param name="Exhibit">The exhibit, with whose words it is now.</param>
/// <param name="Fact">The fact that it shows.</param>
/// <param name="Tie">The tie of the fact that still counts against them.</param>
/// <param name="From">Whose words it was taken for.</param>
public sealed record MovedWords(Exhibit Exhibit, Fact Fact, FactTie Tie, Person From)
{
    private static readonly Act[] Moves =
    [
        Acts.PersonSplit, Acts.AliasRemoved, Acts.ExhibitChanged, Acts.PassageCited, Acts.AnswersCorrected, Acts.DifferencesDecided, Acts.AliasMapped, Acts.NameNotAPerson, Acts.PersonAdded, Acts.PersonChanged,
    ];
    private static readonly Act[] Looks = [Acts.FactChanged, Acts.FactTied, Acts.FactUntied, Acts.PassageCited];

    /// <summary>
    /// Those of a case, as its log tells. Whoever saves the fact again, or ties it again, has looked at it.
    /// </summary>
    internal static async Task<IReadOnlyList<MovedWords>> Of(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var defendants = snapshot.FactTies.SelectMany(tie => tie.Defendants).ToHashSet();
        var merged = await Merged(work, snapshot.Case.Id, cancel);
        var exhibits = snapshot.Exhibits.ToDictionary(exhibit => exhibit.Id.Value);
        var moved = new Dictionary<(Guid Exhibit, PersonId From), long>();
        foreach (var row in await work.Db.Told<Exhibit>(snapshot.Case.Id, Moves, after: -1, cancel))
        {
            if (Guid.TryParse((string?)row.After?["id"], out var id) && exhibits.TryGetValue(id, out var exhibit))
            {
                foreach (var from in Speakers(row.Before).Except(Speakers(row.After)).Select(Now).Where(person => defendants.Contains(person) && exhibit.Origins.All(origin => origin.Person != person)))
                {
                    moved[(id, from)] = row.Sequence;
                }
            }
        }

        if (moved.Count == 0)
        {
            return [];
        }

        var first = moved.Values.Min();
        var looked = (await work.Db.Told<Fact>(snapshot.Case.Id, Looks, first, cancel)).Concat(await work.Db.Told<FactTie>(snapshot.Case.Id, Looks, first, cancel))
            .Select(row => (row.Sequence, Id: (string?)row.After?["id"])).Where(entry => entry.Id is not null).ToLookup(entry => entry.Id!, entry => entry.Sequence, StringComparer.Ordinal);
        var facts = snapshot.Facts.ToDictionary(fact => fact.Id);
        var people = snapshot.People.ToDictionary(person => person.Id);
        var names = StandingNames.Of(snapshot);
        return
        [
            .. from of in moved
               from cite in snapshot.ExhibitTies
               where cite.Exhibit.Value == of.Key.Exhibit && cite.Bearing == Bearing.Supports && facts.ContainsKey(cite.Fact) && people.ContainsKey(of.Key.From)
               from tie in snapshot.FactTies
               where tie.Fact == cite.Fact && names.Of(tie).Defendants.Contains(of.Key.From)
                   && !looked[tie.Fact.Value.ToString()].Concat(looked[tie.Id.Value.ToString()]).Any(sequence => sequence > of.Value)
               select new MovedWords(exhibits[of.Key.Exhibit], facts[cite.Fact], tie, people[of.Key.From]),
        ];

        PersonId Now(PersonId person)
        {
            // One who stayed may have gone in turn; a chain is no longer than there are merges.
            for (var steps = 0; steps < merged.Count && merged.TryGetValue(person, out var stays); steps++)
            {
                person = stays;
            }

            return person;
        }
    }

    // Who turned out to be somebody else is in older entries of the log under the id that is gone.
    private static async Task<Dictionary<PersonId, PersonId>> Merged(UnitOfWork work, CaseId id, CancellationToken cancel) =>
        (await work.Db.Told<Person>(id, [Acts.PeopleMerged], after: -1, cancel)).GroupBy(row => row.Sequence)
            .Select(act => (Gone: Id(act.FirstOrDefault(row => row.After is null)?.Before), Stays: Id(act.FirstOrDefault(row => row.After is not null)?.After)))
            .Where(pair => pair is { Gone: not null, Stays: not null }).ToDictionary(pair => pair.Gone!.Value, pair => pair.Stays!.Value);

    private static PersonId? Id(JsonNode? person) => Guid.TryParse((string?)person?["id"], out var id) ? new PersonId(id) : null;

    private static IEnumerable<PersonId> Speakers(JsonNode? exhibit) =>
        (exhibit?["origins"] as JsonArray ?? []).Select(origin => Guid.TryParse((string?)origin?["person"], out var id) ? id : (Guid?)null).OfType<Guid>().Select(id => new PersonId(id));
}
