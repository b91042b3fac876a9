using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>How much hangs on one foundation: "31 of 44 exhibits hang on one warrant".</summary>
/// <param name="Foundation">The foundation.</param>
/// <param name="Exhibits">Exhibits that fall when it falls, by number.</param>
/// <param name="Materials">Files that nobody has cited yet and that would fall too.</param>
/// <param name="Total">All exhibits and uncited files of the case. What was withdrawn or replaced, or relies on what was withdrawn, hangs on nothing and is not counted.</param>
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
        var withdrawn = Withdrawn.Exhibits(snapshot.Materials, snapshot.Exhibits);
        var counted = snapshot.Exhibits.Where(exhibit => !withdrawn.Contains(exhibit.Id)).OrderBy(exhibit => exhibit.Number).ToList();
        var cited = snapshot.Exhibits.Select(exhibit => exhibit.Material).OfType<MaterialId>().ToHashSet();
        var replaced = Replaced.Of(snapshot.Materials);
        var uncited = snapshot.Materials.Where(material => material is { Withdrawn: null, Status: not MaterialStatus.Container } && !cited.Contains(material.Id) && !replaced.ContainsKey(material.Id)).ToList();
        var witnesses = snapshot.Foundations.Where(foundation => foundation.Kind == FoundationKind.Witness && foundation.Person is not null)
            .ToLookup(foundation => foundation.Person!.Value, foundation => foundation.Id);
        var needs = new Needs(exhibits);
        var hanging = counted
            .SelectMany(exhibit => needs.Of(exhibit, admission: false).Select(foundation => (Foundation: foundation, Exhibit: exhibit)))
            .ToLookup(pair => pair.Foundation, pair => pair.Exhibit);
        var files = uncited
            .SelectMany(material => Under(material, snapshot, witnesses).Distinct().Select(foundation => (Foundation: foundation, Material: material)))
            .ToLookup(pair => pair.Foundation, pair => pair.Material);
        return [.. snapshot.Foundations
            .Select(foundation => new HangOn(foundation, [.. hanging[foundation.Id]], [.. files[foundation.Id]], counted.Count + uncited.Count))
            .OrderByDescending(hang => hang.Count)
            .ThenBy(hang => hang.Foundation.Label, StringComparer.Ordinal)];
    }

    private static IEnumerable<FoundationId> Under(Material material, CaseSnapshot snapshot, ILookup<PersonId, FoundationId> witnesses)
    {
        var from = snapshot.People.FirstOrDefault(person => person.Id == material.FromPerson);
        var speaker = FoundationRules.FromWhom(material, from) is { Kind: FoundationKind.Witness, Person: { } person } ? witnesses[person] : [];
        return speaker.Concat(material.Factual)
            .Concat(SecondWay.Of(material) is [var only] ? [only] : [])
            .Concat(material.Translated is { } translated ? [translated] : []);
    }

    // Admission needs its legal foundations and those of what it was found through; belief needs besides its factual ones and all that it relies on.
    private sealed class Needs(Dictionary<ExhibitId, Exhibit> exhibits)
    {
        private readonly Dictionary<(ExhibitId, bool), HashSet<FoundationId>> known = [];

        public HashSet<FoundationId> Of(Exhibit exhibit, bool admission)
        {
            if (known.TryGetValue((exhibit.Id, admission), out var needs))
            {
                return needs;
            }

            // A circle is a fault that the graph reports; what is not finished yet adds nothing here, so that it does not go round for ever.
            known[(exhibit.Id, admission)] = needs = [];
            if (!admission)
            {
                needs.UnionWith(Of(exhibit, admission: true));
                needs.UnionWith(exhibit.Factual);
                // One of several who can vouch is enough; where there is only one, all hangs on them.
                if (exhibit.VouchedBy.Distinct().ToList() is [var only])
                {
                    needs.Add(only);
                }

                foreach (var parent in exhibit.ReliesOn.Where(exhibits.ContainsKey))
                {
                    needs.UnionWith(Of(exhibits[parent], admission: false));
                }

                return needs;
            }

            needs.UnionWith(exhibit.Legal);
            var ways = exhibit.LegalAny.Where(way => way.Count > 0).ToList();
            if (ways.Count > 0)
            {
                needs.UnionWith(ways[0].Where(foundation => ways.TrueForAll(way => way.Contains(foundation))));
            }

            foreach (var from in exhibit.DerivedFrom.Where(from => exhibits.ContainsKey(from.Parent)))
            {
                // What breaks the taint has to fall as well.
                needs.UnionWith(Of(exhibits[from.Parent], admission: true).Where(lost => from.Unless.All(other => other == lost)));
            }

            return needs;
        }
    }
}
