namespace Onus.Domain.Proof;

/// <summary>
/// Single variables whose loss makes a root false, all else being true, found by trying them: 64 tries for the price of one. Variables are tried in
/// groups first. A group that can be lost together without harm holds no such variable, so only harmful groups are split.
/// Worst case O(variables / 64 x circuit); much less where few variables matter alone.
/// </summary>
internal static class SingleLosses
{
    private const int Parts = 8;

    // About a second for the largest circuits at the usual budget; counted, not timed.
    private const long GatesPerNode = 1000;

    /// <summary>For each root the levels of its single losses; null where the budget does not suffice. Constant roots have none.</summary>
    /// <param name="circuit">What is left of the circuit.</param>
    /// <param name="nodeBudget">The budget of the search that asks; a diagram node is worth so many gates tried.</param>
    public static IReadOnlyList<List<int>>? Of(OpenCircuit circuit, int nodeBudget)
    {
        var found = circuit.Roots.Select(_ => new List<int>()).ToList();
        var left = nodeBudget * GatesPerNode;
        var groups = new Stack<(int From, int Count)>([(0, circuit.Variables.Length)]);
        var tried = new List<(int From, int Count)>(64);
        var lost = new ulong[circuit.Variables.Length];
        while (groups.Count > 0)
        {
            tried.Clear();
            while (tried.Count < 64 && groups.TryPop(out var group))
            {
                lost.AsSpan(group.From, group.Count).Fill(1UL << tried.Count);
                tried.Add(group);
            }

            if (circuit.Solve(lost, ref left) is not { } values)
            {
                return null;
            }

            foreach (var (from, count) in tried)
            {
                lost.AsSpan(from, count).Clear();
            }

            for (var t = 0; t < tried.Count; t++)
            {
                var (from, count) = tried[t];
                var harmed = false;
                for (var r = 0; r < found.Count; r++)
                {
                    if (circuit.Roots[r].Gate is var gate && gate >= 0 && ((values[gate] >> t) & 1) == 0)
                    {
                        harmed = true;
                        if (count == 1)
                        {
                            found[r].Add(from);
                        }
                    }
                }

                for (var part = 0; harmed && count > 1 && part < Parts; part++)
                {
                    var (start, end) = ((int)((long)count * part / Parts), (int)((long)count * (part + 1) / Parts));
                    if (end > start)
                    {
                        groups.Push((from + start, end - start));
                    }
                }
            }
        }

        return found;
    }
}
