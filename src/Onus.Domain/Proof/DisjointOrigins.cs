namespace Onus.Domain.Proof;

/// <summary>
/// "At least k items whose origins are pairwise disjoint", for k up to 3, as gates. Items of equal origins are alternatives of one source;
/// sources that share no origin with each other, directly or through others, are counted apart and added up. Origins are numbers here.
/// </summary>
internal sealed class DisjointOrigins
{
    private readonly Circuit.Builder builder;
    private readonly List<(int[] Origins, int Gate)> sources;

    /// <param name="builder">Where the gates go.</param>
    /// <param name="items">Items by the numbers of their origins, each once, at least one.</param>
    public DisjointOrigins(Circuit.Builder builder, IReadOnlyList<(int[] Origins, int Gate)> items)
    {
        this.builder = builder;
        List<(int[] Origins, int Gate)> distinct = [.. items
            .Select(i => (Origins: i.Origins.Order().ToArray(), i.Gate))
            .GroupBy(i => i.Origins, SameNumbers.Instance)
            .Select(g => (g.Key, builder.Or([.. g.Select(i => i.Gate)])))];
        // Those that share an origin with many stand together.
        var sharing = distinct.SelectMany(s => s.Origins).CountBy(o => o).ToDictionary();
        sources = [.. distinct.OrderBy(s => s.Origins.OrderByDescending(o => sharing[o]).ToArray(), Lexicographic)];
    }

    /// <summary>Whether the lists overlap in too many ways: what was answered then means nothing.</summary>
    public bool IsTooLarge { get; private set; }

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
            IsTooLarge |= halves.IsTooLarge;
            if (IsTooLarge)
            {
                return builder.False;
            }

            sum = [.. Enumerable.Range(0, count + 1).Select(j => builder.Or([.. Enumerable.Range(0, j + 1).Select(i => builder.And([sum[j - i], own[i]]))]))];
        }

        return sum[count];
    }

    private static readonly Comparer<int[]> Lexicographic = Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <summary>The sources, grouped by shared origins.</summary>
    private List<List<int>> Groups()
    {
        var leader = Enumerable.Range(0, sources.Count).ToArray();
        var first = new Dictionary<int, int>();
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

    private sealed class SameNumbers : IEqualityComparer<int[]>
    {
        public static readonly SameNumbers Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
