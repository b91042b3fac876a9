namespace Onus.Domain.Proof;

/// <content>Counting and listing the sets of a family.</content>
internal sealed partial class Diagram
{
    /// <summary>The number of sets, or <see cref="long.MaxValue"/> when it is not smaller.</summary>
    public long CountOf(int family)
    {
        var counts = new Dictionary<int, long> { [Empty] = 0, [Unit] = 1 };
        return CountOf(family);

        long CountOf(int f)
        {
            if (!counts.TryGetValue(f, out var sets))
            {
                var (high, low) = (CountOf(highs[f]), CountOf(lows[f]));
                counts.Add(f, sets = high > long.MaxValue - low ? long.MaxValue : high + low);
            }

            return sets;
        }
    }

    /// <summary>Up to <paramref name="limit"/> sets, smallest first and then in lexicographic order of their variables; <paramref name="variables"/> gives the variable of each level.</summary>
    public List<int[]> Smallest(int family, long limit, int[] variables)
    {
        // Listing makes nodes as well, but what was found within the budget is always listed.
        budget = int.MaxValue;
        var sets = new List<int[]>();
        for (var size = smallest[family]; family != Empty && size <= largest[family] && sets.Count < limit; size++)
        {
            var first = sets.Count;
            var exact = OfSize(family, size, []);
            if (CountOf(exact) <= limit - first)
            {
                List(exact, new int[size], 0, variables, sets);
                sets.Sort(first, sets.Count - first, Lexicographic);
            }
            else
            {
                First(exact, new int[size], 0, variables, limit, sets);
            }
        }

        return sets;
    }

    private static readonly Comparer<int[]> Lexicographic = Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    private void List(int family, int[] set, int depth, int[] variables, List<int[]> sets)
    {
        for (; family > Unit; family = lows[family])
        {
            set[depth] = variables[levels[family]];
            List(highs[family], set, depth + 1, variables, sets);
        }

        if (family == Unit)
        {
            int[] copy = [.. set];
            Array.Sort(copy);
            sets.Add(copy);
        }
    }

    // All sets have the same size: those with the first variable come first, then those with the second but not the first, and so on.
    private void First(int family, int[] set, int depth, int[] variables, long limit, List<int[]> sets)
    {
        if (family == Unit)
        {
            sets.Add([.. set]);
            return;
        }

        foreach (var level in LevelsOf(family).OrderBy(l => variables[l]))
        {
            if (family == Empty || sets.Count >= limit)
            {
                return;
            }

            set[depth] = variables[level];
            First(Restrict(family, level, keep: true, []), set, depth + 1, variables, limit, sets);
            family = Restrict(family, level, keep: false, []);
        }
    }

    private HashSet<int> LevelsOf(int family)
    {
        var found = new HashSet<int>();
        var seen = new HashSet<int>();
        var stack = new Stack<int>([family]);
        while (stack.TryPop(out var f))
        {
            if (f > Unit && seen.Add(f))
            {
                found.Add(levels[f]);
                stack.Push(highs[f]);
                stack.Push(lows[f]);
            }
        }

        return found;
    }

    /// <summary>The sets that contain a variable, without it; or those that do not contain it.</summary>
    private int Restrict(int family, int level, bool keep, Dictionary<int, int> done)
    {
        if (levels[family] > level)
        {
            return keep ? Empty : family;
        }

        if (levels[family] == level)
        {
            return keep ? highs[family] : lows[family];
        }

        if (!done.TryGetValue(family, out var result))
        {
            result = Node(levels[family], Restrict(highs[family], level, keep, done), Restrict(lows[family], level, keep, done));
            done.Add(family, result);
        }

        return result;
    }

    private int OfSize(int family, int size, Dictionary<(int, int), int> done)
    {
        if (family == Empty || size < smallest[family] || size > largest[family])
        {
            return Empty;
        }

        if (smallest[family] == largest[family])
        {
            return family;
        }

        if (!done.TryGetValue((family, size), out var result))
        {
            result = Node(levels[family], OfSize(highs[family], size - 1, done), OfSize(lows[family], size, done));
            done.Add((family, size), result);
        }

        return result;
    }
}
