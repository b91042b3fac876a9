using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What an exhibit means nothing without, however far away: what limits one of these limits the exhibit.</summary>
/// <param name="exhibits">The exhibits of the case.</param>
public sealed class ReliedOn(IEnumerable<Exhibit> exhibits)
{
    private readonly Dictionary<ExhibitId, Exhibit> known = exhibits.ToDictionary(exhibit => exhibit.Id);
    private readonly Dictionary<ExhibitId, IReadOnlyList<Exhibit>> found = [];

    /// <summary>The exhibit itself, then all that it relies on, each once. A circle, which the graph reports as a fault, ends.</summary>
    public IReadOnlyList<Exhibit> By(Exhibit exhibit)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        if (exhibit.ReliesOn.Count == 0)
        {
            return [exhibit];
        }

        if (!found.TryGetValue(exhibit.Id, out var all))
        {
            var (list, seen) = (new List<Exhibit> { exhibit }, new HashSet<ExhibitId> { exhibit.Id });
            for (var at = 0; at < list.Count; at++)
            {
                list.AddRange(list[at].ReliesOn.Where(seen.Add).Select(id => known.GetValueOrDefault(id)).OfType<Exhibit>());
            }

            found[exhibit.Id] = all = list;
        }

        return all;
    }
}
