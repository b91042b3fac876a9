namespace Onus.Domain.Proof;

/// <summary>What a node depends on: the minimal sets of open foundations whose loss breaks it, under rulings only.</summary>
/// <param name="Sets">Ids in ordinal order; shortest sets first, then lexicographically. One empty set: it fails already.</param>
/// <param name="SearchedTo">Every minimal set of at most this size is listed.</param>
/// <param name="IsComplete">Whether it is proved that there are no others. Complete and empty: nothing can break it.</param>
public sealed record CutSets(IReadOnlyList<IReadOnlyList<string>> Sets, int SearchedTo, bool IsComplete)
{
    /// <summary>Size of the smallest set; null when none was found.</summary>
    public int? K => Sets.Count > 0 ? Sets[0].Count : null;

    /// <summary>The smallest size that is not excluded; null when nothing can break it.</summary>
    public int? KAtLeast => K ?? (IsComplete ? null : SearchedTo + 1);

    /// <summary>Null when complete, else the last order that was searched through.</summary>
    public int? CompleteToOrder => IsComplete ? null : SearchedTo;
}

/// <content>Cut sets.</content>
public sealed partial class ProofEngine
{
    /// <summary>Diagram nodes that one order of a search may use: at worst about 60 MiB and a second.</summary>
    public const int DefaultNodeBudget = 250_000;

    /// <summary>More cut sets than this are not listed for one node: the search ends at the last order with fewer.</summary>
    public const int MaxListedSets = 100_000;

    /// <summary>
    /// The cut sets of some nodes, in their order. Nodes asked for together share the work and the budget.
    /// </summary>
    /// <param name="nodes">Ids of nodes.</param>
    /// <param name="maxOrder">Largest sets looked for, 0 or more; null deepens until complete or until the budget ends.</param>
    /// <param name="nodeBudget">Diagram nodes that one order may use.</param>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<CutSets> CutsOf(IReadOnlyList<string> nodes, int? maxOrder = null, int nodeBudget = DefaultNodeBudget)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return [.. SearchCuts(nodes, maxOrder, nodeBudget).Select(Named)];
    }

    private CutSets Named(FoundSets found) => new([.. found.Sets.Select(PointIds)], found.Order, found.Complete);

    private IReadOnlyList<FoundSets> SearchCuts(IReadOnlyList<string> nodes, int? maxOrder, int nodeBudget)
    {
        if (maxOrder is { } order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(order, nameof(maxOrder));
        }

        return SetSearch.All(circuit.Circuit, RuledBindings([]), NodeGates(nodes), SetKind.Cuts, new(maxOrder, nodeBudget, MaxListedSets));
    }
}
