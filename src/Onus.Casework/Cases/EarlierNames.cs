using System.Text.Json.Nodes;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>A pseudonym that a person had before.</summary>
/// <param name="Name">The pseudonym.</param>
/// <param name="Person">Whose it was.</param>
public sealed record EarlierName(string Name, Person Person);

/// <summary>The pseudonyms that people had before they were renamed or merged, as the log has them: texts that people wrote may still call them so.</summary>
internal static class EarlierNames
{
    private static readonly Act[] Renaming = [Acts.PersonChanged, Acts.PeopleMerged];

    /// <summary>
    /// The earlier names, longest first. A name that somebody else bears now, or that two people bore, is left out: it means nobody for certain.
    /// </summary>
    internal static async Task<IReadOnlyList<EarlierName>> Of(UnitOfWork work, CaseId id, IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        var names = new List<(string Name, Guid Id)>();
        var became = new Dictionary<Guid, Guid>();
        foreach (var act in (await work.Db.Told<Person>(id, Renaming, after: -1, cancel)).GroupBy(row => row.Sequence))
        {
            var rows = act.Select(row => (Before: Read(row.Before), After: Read(row.After))).ToList();
            names.AddRange(rows.Where(row => row.Before is { } was && was.Name != row.After?.Name).Select(row => row.Before!.Value));
            if (rows.Select(row => row.After).OfType<(string, Guid Id)>().ToList() is [var stays])
            {
                foreach (var gone in rows.Where(row => row is { Before: not null, After: null }))
                {
                    became[gone.Before!.Value.Id] = stays.Id;
                }
            }
        }

        var now = people.ToDictionary(person => person.Id.Value);
        return
        [
            .. names.Select(name => (name.Name, Id: Now(name.Id))).GroupBy(name => string.Join(' ', FoldedName.WordsOf(name.Name)), StringComparer.Ordinal)
                .Where(same => same.Key.Length > 0 && same.Select(name => name.Id).Distinct().Count() == 1 && now.ContainsKey(same.First().Id)
                    && !people.Any(person => FoldedName.Same(person.Pseudonym, same.First().Name)))
                .Select(same => new EarlierName(same.First().Name, now[same.First().Id])).OrderByDescending(name => name.Name.Length).ThenBy(name => name.Name, StringComparer.Ordinal),
        ];

        Guid Now(Guid id)
        {
            for (var steps = 0; steps <= became.Count && became.TryGetValue(id, out var next); steps++)
            {
                id = next;
            }

            return id;
        }
    }

    private static (string Name, Guid Id)? Read(JsonNode? row) =>
        (string?)row?["pseudonym"] is { } name && Guid.TryParse((string?)row["id"], out var id) ? (name, id) : null;
}
