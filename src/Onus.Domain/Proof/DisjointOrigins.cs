namespace Onus.Domain.Proof;

/// <summary>
/// "At least k items whose origins are pairwise disjoint", for k up to 3, as gates. Items of equal origins are alternatives of one source;
/// sources that share no origin with each other, directly or through others, are counted apart and added up.
/// </summary>
internal sealed class DisjointOrigins
{
    private readonly Circuit.Builder builder;
    private readonly List<(SortedSet<string> Origins, int Gate)> sources;
    private bool isTooLarge;

    public DisjointOrigins(Circuit.Builder builder, IEnumerable<(SortedSet<string> Origins, int Gate)> items)
    {
        this.builder = builder;
        List<(SortedSet<string> Origins, int Gate)> distinct = [.. items.GroupBy(i => string.Join('\n', i.Origins.Select(o => $"{o.Length} {o}")), StringComparer.Ordinal)
            .Select(g => (g.First().Origins, builder.Or([.. g.Select(i => i.Gate)])))];
        // Those that share an origin with many stand together.
        var sharing = distinct.SelectMany(s => s.Origins).CountBy(o => o, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        sources = [.. distinct.OrderBy(s => string.Join('\n', s.Origins.OrderByDescending(o => sharing[o])), StringComparer.Ordinal)];
    }

    /// <summary>Whether "at least <paramref name="count"/>" over such lists can be answered; where not, they overlap in too many ways.</summary>
    public static bool IsAnswerable(int count, IEnumerable<SortedSet<string>> origins)
    {
        var probe = new Circuit.Builder(1);
        var lists = new DisjointOrigins(probe, origins.Select(o => (o, 0)));
        lists.AtLeast(count);
        return !lists.isTooLarge;
    }

    /// <summary>The gate for <paramref name="count"/> from 1 to 3.</summary>
    public int AtLeast(int count)
    {
        var groups = Groups();
        var singles = groups.Where(g => g.Count == 1).Select(g => sources[g[0]].Gate).ToList();
        var clusters = groups.Where(g => g.Count > 1).ToList();
        if (clusters.Count == 0)
        {
            return builder.AtLeast(count, singles);
        }

        // sum[j]: at least j disjoint items among the groups seen so far.
        int[] sum = [.. Enumerable.Range(0, count + 1).Select(j => builder.AtLeast(j, singles))];
        foreach (var cluster in clusters)
        {
            var halves = new OriginHalves(builder, [.. cluster.Select(s => sources[s])]);
            int[] own = [.. Enumerable.Range(0, count + 1).Select(halves.AtLeast)];
            isTooLarge |= halves.IsTooLarge;
            sum = [.. Enumerable.Range(0, count + 1).Select(j => builder.Or([.. Enumerable.Range(0, j + 1).Select(i => builder.And([sum[j - i], own[i]]))]))];
        }

        return sum[count];
    }

    /// <summary>The sources, grouped by shared origins.</summary>
    private List<List<int>> Groups()
    {
        var leader = Enumerable.Range(0, sources.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var s = 0; s < sources.Count; s++)
        {
            foreach (var origin in sources[s].Origins)
            {
                if (!first.TryAdd(origin, s))
                {
                    leader[Leader(s)] = Leader(first[origin]);
                }
            }
        }

        return [.. Enumerable.Range(0, sources.Count).GroupBy(Leader).Select(g => g.ToList())];

        int Leader(int s)
        {
            while (leader[s] != s)
            {
                s = leader[s] = leader[leader[s]];
            }

            return s;
        }
    }
}
