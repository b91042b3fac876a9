namespace Onus.Domain.Proof;

/// <summary>Sets that were found and counted, but are too many to list.</summary>
/// <param name="Size">Members of each, 1 or more.</param>
/// <param name="Count">How many there are beside those listed, 1 or more; <see cref="long.MaxValue"/> when it is not smaller.</param>
public sealed record UnlistedSets(int Size, long Count);

/// <summary>What a node depends on: the minimal sets of open foundations whose loss breaks it, under rulings only.</summary>
/// <param name="Sets">Ids in ordinal order; shortest sets first, then lexicographically. One empty set: it fails already.</param>
/// <param name="SearchedTo">Every minimal set of at most this size is listed.</param>
/// <param name="IsComplete">Whether it is proved that there are no others. Complete and empty: nothing can break it.</param>
/// <param name="NotListed">Sets that were found and are too many to list; null where every set that was found is listed.</param>
public sealed record CutSets(IReadOnlyList<IReadOnlyList<string>> Sets, int SearchedTo, bool IsComplete, UnlistedSets? NotListed = null)
{
    /// <summary>Size of the smallest set, listed or not; null when none was found.</summary>
    public int? K => Sets.Count > 0 ? Sets[0].Count : NotListed?.Size;

    /// <summary>The smallest size that is not excluded; null when nothing can break it.</summary>
    public int? KAtLeast => K ?? (IsComplete ? null : SearchedTo + 1);

    /// <summary>Null when complete, else the last order that was searched through.</summary>
    public int? CompleteToOrder => IsComplete ? null : SearchedTo;
}

/// <content>Cut sets.</content>
public sealed partial class ProofEngine
{
    /// <summary>Diagram nodes that a search may use for all its orders together: at worst about 60 MiB and a second.</summary>
    public const int DefaultNodeBudget = 250_000;

    /// <summary>More cut sets than this are not listed for one node: the list ends at the last order with fewer, and the rest is counted.</summary>
    public const int MaxListedSets = 100_000;

    /// <summary>
    /// The cut sets of some nodes, in their order. Nodes asked for together share the work and the budget.
    /// </summary>
    /// <param name="nodes">Ids of nodes.</param>
    /// <param name="maxOrder">Largest sets looked for, 0 or more; null deepens until complete or until the budget ends.</param>
    /// <param name="nodeBudget">Diagram nodes that the search may use, for all orders together.</param>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<CutSets> CutsOf(IReadOnlyList<string> nodes, int? maxOrder = null, int nodeBudget = DefaultNodeBudget)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return [.. SearchCuts(nodes, maxOrder, nodeBudget).Select(Named)];
    }

    private CutSets Named(FoundSets found) => new([.. found.Sets.Select(PointIds)], found.Order, found.Complete, found.NotListed);

    private IReadOnlyList<FoundSets> SearchCuts(IReadOnlyList<string> nodes, int? maxOrder, int nodeBudget)
    {
        if (maxOrder is { } order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(order, nameof(maxOrder));
        }

        return SetSearch.All(circuit.Circuit, RuledBindings([]), NodeGates(nodes), SetKind.Cuts, new(maxOrder, nodeBudget, MaxListedSets), circuit.Places);
    }
}
