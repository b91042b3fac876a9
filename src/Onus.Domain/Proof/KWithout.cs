namespace Onus.Domain.Proof;

/// <summary>The smallest cut of a node once some foundations are down; the answer to "and how firmly does it hold then?".</summary>
/// <param name="K">Its size; null when the node does not hold then, when nothing can break it then, or when the search ended before.</param>
/// <param name="SearchedTo">Only when the search ended before the first cut: there is none of this size or smaller.</param>
public readonly record struct KWithout(int? K, int? SearchedTo = null);

/// <content>Smallest cuts without victims.</content>
public sealed partial class ProofEngine
{
    /// <summary>
    /// For each node the smallest cut once the open foundations of <paramref name="persons"/> are down. Where all cuts are known it is read off them,
    /// else it is searched, no further than the cuts themselves.
    /// </summary>
    private KWithout[] WithoutPersons(IReadOnlyList<string> persons, int[] nodes, FoundSets[] known, int? maxOrder, int nodeBudget)
    {
        var down = circuit.OpenPointsOf(persons).ToHashSet();
        var results = new KWithout[nodes.Length];
        var open = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (!known[i].Complete)
            {
                open.Add(i);
                continue;
            }

            // What is left of every cut, when its members among the victims have fallen already; nothing left means that it does not hold.
            var left = known[i].Sets.Select(set => set.Count(v => !down.Contains(v))).DefaultIfEmpty(0).Min();
            results[i] = new(left == 0 ? null : left);
        }

        if (open.Count > 0)
        {
            int[] gates = [.. open.Select(i => circuit.NodeGate(nodes[i]))];
            var found = SetSearch.First(circuit.Circuit, RuledBindings(down), gates, SetKind.Cuts, 1, new(maxOrder, nodeBudget, MaxListedSets));
            for (var j = 0; j < open.Count; j++)
            {
                results[open[j]] = found[j] switch
                {
                    { Smallest: { } size } => new(size == 0 ? null : size),
                    { Complete: true } => new(null),
                    var searched => new(null, searched.Order),
                };
            }
        }

        return results;
    }
}
