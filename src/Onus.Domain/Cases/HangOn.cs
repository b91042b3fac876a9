using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>How much hangs on one foundation: "31 of 44 exhibits hang on one warrant".</summary>
/// <param name="Foundation">The foundation.</param>
/// <param name="Exhibits">Exhibits that fall when it falls, by number.</param>
/// <param name="Materials">Files that nobody has cited yet and that would fall too.</param>
/// <param name="Total">All exhibits and uncited files of the case.</param>
public sealed record HangOn(Foundation Foundation, IReadOnlyList<Exhibit> Exhibits, IReadOnlyList<Material> Materials, int Total)
{
    /// <summary>Exhibits and uncited files that hang on it.</summary>
    public int Count => Exhibits.Count + Materials.Count;

    /// <summary>
    /// For each foundation what hangs on it, most first. Asks for no law and no counts: it is there as soon as files are. What an exhibit can do
    /// without (another ground of admission, another way by which it was found) does not make it hang. Whether a foundation has fallen already
    /// makes no difference.
    /// </summary>
    public static IReadOnlyList<HangOn> Of(CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var exhibits = snapshot.Exhibits.ToDictionary(exhibit => exhibit.Id);
        var cited = snapshot.Exhibits.Select(exhibit => exhibit.Material).OfType<MaterialId>().ToHashSet();
        var uncited = snapshot.Materials.Where(material => !cited.Contains(material.Id)).ToList();
        var witnesses = snapshot.Foundations.Where(foundation => foundation.Kind == FoundationKind.Witness && foundation.Person is not null)
            .ToLookup(foundation => foundation.Person!.Value, foundation => foundation.Id);
        return [.. snapshot.Foundations
            .Select(foundation => new HangOn(
                foundation,
                [.. snapshot.Exhibits.Where(exhibit => Falls(exhibit, foundation.Id, exhibits, admission: false, [])).OrderBy(exhibit => exhibit.Number)],
                [.. uncited.Where(material => Needs(material, snapshot, witnesses).Contains(foundation.Id))],
                snapshot.Exhibits.Count + uncited.Count))
            .OrderByDescending(hang => hang.Count)
            .ThenBy(hang => hang.Foundation.Label, StringComparer.Ordinal)];
    }

    // Admission falls with its legal foundations and with what it was found through; belief besides with its factual ones and with what it relies on.
    private static bool Falls(Exhibit exhibit, FoundationId lost, Dictionary<ExhibitId, Exhibit> exhibits, bool admission, HashSet<(ExhibitId, bool)> onTheWay)
    {
        // A circle is a fault that the graph reports; here it only must not go round for ever.
        if (!onTheWay.Add((exhibit.Id, admission)))
        {
            return false;
        }

        var falls = exhibit.Legal.Contains(lost)
            || (exhibit.LegalAny.Count > 0 && exhibit.LegalAny.All(way => way.Contains(lost)))
            || exhibit.DerivedFrom.Any(from => from.Unless.All(other => other == lost)
                && exhibits.TryGetValue(from.Parent, out var parent) && Falls(parent, lost, exhibits, admission: true, onTheWay))
            || (!admission && (exhibit.Factual.Contains(lost)
                || exhibit.ReliesOn.Any(id => exhibits.TryGetValue(id, out var parent) && Falls(parent, lost, exhibits, admission: false, onTheWay))));
        onTheWay.Remove((exhibit.Id, admission));
        return falls;
    }

    private static IEnumerable<FoundationId> Needs(Material material, CaseSnapshot snapshot, ILookup<PersonId, FoundationId> witnesses)
    {
        var from = snapshot.People.FirstOrDefault(person => person.Id == material.FromPerson);
        var speaker = FoundationRules.FromWhom(material, from) is { Kind: FoundationKind.Witness, Person: { } person } ? witnesses[person] : [];
        return speaker.Concat(material.Factual)
            .Concat(material.Obtained is { } obtained ? [obtained] : [])
            .Concat(material.Translated is { } translated ? [translated] : []);
    }
}
