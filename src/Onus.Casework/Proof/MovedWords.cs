using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
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
    private static readonly string[] Moves = ["person-split", "alias-removed", "exhibit-changed", "passage-cited", "answers-corrected", "differences-decided", "alias-mapped", "name-not-a-person", "person-added", "person-changed"];
    private static readonly string[] Looks = ["fact-changed", "fact-tied", "fact-untied", "passage-cited"];

    /// <summary>
    /// Those of a case, as its log tells. Whoever saves the fact again, or ties it again, has looked at it.
    /// </summary>
    internal static async Task<IReadOnlyList<MovedWords>> Of(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var defendants = snapshot.FactTies.SelectMany(tie => tie.Defendants).ToHashSet();
        var merged = await Merged(work, snapshot.Case.Id, cancel);
        var exhibits = snapshot.Exhibits.ToDictionary(exhibit => exhibit.Id.Value);
        var moved = new Dictionary<(Guid Exhibit, PersonId From), long>();
        foreach (var (sequence, row) in await Rows(work, snapshot.Case.Id, Moves, nameof(Exhibit), -1, cancel))
        {
            if (Guid.TryParse((string?)row["after"]?["id"], out var id) && exhibits.TryGetValue(id, out var exhibit))
            {
                foreach (var from in Speakers(row["before"]).Except(Speakers(row["after"])).Select(Now).Where(person => defendants.Contains(person) && exhibit.Origins.All(origin => origin.Person != person)))
                {
                    moved[(id, from)] = sequence;
                }
            }
        }

        if (moved.Count == 0)
        {
            return [];
        }

        var first = moved.Values.Min();
        var looked = (await Rows(work, snapshot.Case.Id, Looks, nameof(Fact), first, cancel)).Concat(await Rows(work, snapshot.Case.Id, Looks, nameof(FactTie), first, cancel))
            .Select(entry => (entry.Sequence, Id: (string?)entry.Row["after"]?["id"])).Where(entry => entry.Id is not null).ToLookup(entry => entry.Id!, entry => entry.Sequence, StringComparer.Ordinal);
        var facts = snapshot.Facts.ToDictionary(fact => fact.Id);
        var people = snapshot.People.ToDictionary(person => person.Id);
        return
        [
            .. from of in moved
               from cite in snapshot.ExhibitTies
               where cite.Exhibit.Value == of.Key.Exhibit && cite.Bearing == Bearing.Supports && facts.ContainsKey(cite.Fact) && people.ContainsKey(of.Key.From)
               from tie in snapshot.FactTies
               where tie.Fact == cite.Fact && tie.Defendants.Contains(of.Key.From)
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
        (await Rows(work, id, ["people-merged"], nameof(Person), -1, cancel)).GroupBy(entry => entry.Sequence)
            .Select(act => (Gone: Id(act.FirstOrDefault(entry => entry.Row["after"] is null).Row?["before"]), Stays: Id(act.FirstOrDefault(entry => entry.Row["after"] is not null).Row?["after"])))
            .Where(pair => pair is { Gone: not null, Stays: not null }).ToDictionary(pair => pair.Gone!.Value, pair => pair.Stays!.Value);

    private static PersonId? Id(JsonNode? person) => Guid.TryParse((string?)person?["id"], out var id) ? new PersonId(id) : null;

    private static IEnumerable<PersonId> Speakers(JsonNode? exhibit) =>
        (exhibit?["origins"] as JsonArray ?? []).Select(origin => Guid.TryParse((string?)origin?["person"], out var id) ? id : (Guid?)null).OfType<Guid>().Select(id => new PersonId(id));

    private static async Task<IReadOnlyList<(long Sequence, JsonNode Row)>> Rows(UnitOfWork work, CaseId id, string[] kinds, string row, long after, CancellationToken cancel)
    {
        var payloads = await work.Db.Log.Where(entry => entry.CaseId == id && entry.Sequence > after && kinds.Contains(entry.Kind))
            .Join(work.Db.LogPayloads, entry => entry.Sequence, payload => payload.Sequence, (entry, payload) => new { entry.Sequence, payload.Json })
            .OrderBy(payload => payload.Sequence).ToListAsync(cancel);
        return [.. payloads.SelectMany(payload => (JsonNode.Parse(payload.Json)?["rows"] as JsonArray ?? []).OfType<JsonNode>()
            .Where(entry => (string?)entry["row"] == row).Select(entry => (payload.Sequence, entry)))];
    }
}
