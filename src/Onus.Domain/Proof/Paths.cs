namespace Onus.Domain.Proof;

/// <summary>What carries a node alone: the smallest sets of open foundations on which it stands, under rulings only.</summary>
/// <param name="Sets">Ids in ordinal order; shortest sets first, then lexicographically. One empty set: nothing can break it.</param>
/// <param name="IsComplete">Whether these are all minimal sets.</param>
public sealed record PathSets(IReadOnlyList<IReadOnlyList<string>> Sets, bool IsComplete);

/// <content>Path sets.</content>
public sealed partial class ProofEngine
{
    /// <summary>The smallest path sets of some nodes, in their order.</summary>
    /// <param name="nodes">Ids of nodes.</param>
    /// <param name="count">How many to list for each, 0 or more.</param>
    /// <param name="nodeBudget">Diagram nodes that the search may use, for all orders together.</param>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<PathSets> PathsOf(IReadOnlyList<string> nodes, int count, int nodeBudget = DefaultNodeBudget)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var found = SetSearch.Smallest(circuit.Circuit, RuledBindings([]), NodeGates(nodes), SetKind.Paths, count, new(null, nodeBudget, MaxListedSets), circuit.Places);
        return [.. found.Select(f => new PathSets([.. f.Sets.Take(count).Select(PointIds)], f.Complete && f.Sets.Count <= count))];
    }
}
