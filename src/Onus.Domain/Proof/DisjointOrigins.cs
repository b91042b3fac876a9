namespace Onus.Domain.Proof;

/// <summary>
/// "At least k items whose origins are pairwise disjoint", for k up to 3, as gates. Items of equal origins are alternatives of one source;
/// sources that share no origin with each other, directly or through others, are counted apart and added up.
/// </summary>
internal sealed class DisjointOrigins
{
    private readonly Circuit.Builder builder;
    private readonly List<(SortedSet<string> Origins, int Gate)> sources;

    public DisjointOrigins(Circuit.Builder builder, IEnumerable<(SortedSet<string> Origins, int Gate)> items)
    {
        this.builder = builder;
        sources = [.. items.GroupBy(i => string.Join('\n', i.Origins.Select(o => $"{o.Length} {o}")), StringComparer.Ordinal)
            .Select(g => (g.First().Origins, builder.Or([.. g.Select(i => i.Gate)])))];
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
            int[] own = [.. Enumerable.Range(0, count + 1).Select(j => Within(cluster, j))];
            sum = [.. Enumerable.Range(0, count + 1).Select(j => builder.Or([.. Enumerable.Range(0, j + 1).Select(i => builder.And([sum[j - i], own[i]]))]))];
        }

        return sum[count];
    }

    private int Within(List<int> cluster, int count) => count switch
    {
        0 => builder.True,
        1 => builder.Or([.. cluster.Select(s => sources[s].Gate)]),
        2 => builder.Or([.. cluster.Select((s, i) => With(s, Pairable(cluster, s, i)))]),
        _ => builder.Or([.. cluster.Select((s, i) =>
        {
            var rest = Pairable(cluster, s, i);
            return With(s, builder.Or([.. rest.Select((t, j) => With(t, Pairable(rest, t, j)))]));
        })]),
    };

    /// <summary>Later sources of a list that share no origin with one of it.</summary>
    private List<int> Pairable(List<int> list, int source, int position) =>
        [.. list.Skip(position + 1).Where(t => !sources[t].Origins.Overlaps(sources[source].Origins))];

    private int With(int source, List<int> others) => With(source, builder.Or([.. others.Select(t => sources[t].Gate)]));

    private int With(int source, int other) => builder.And([sources[source].Gate, other]);

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
