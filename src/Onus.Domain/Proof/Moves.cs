namespace Onus.Domain.Proof;

/// <summary>Minimal sets of defence arguments that keep a node from standing; the listed answers reply.</summary>
/// <param name="Sets">Ids in ordinal order; shortest sets first, then lexicographically. One empty set: it does not stand as it is. None: no set is enough.</param>
/// <param name="SearchedTo">Every minimal set of at most this size is listed.</param>
/// <param name="IsComplete">Whether it is proved that these are all. Where only the first were asked for, no proof is looked for once they are found.</param>
public sealed record MoveSets(IReadOnlyList<IReadOnlyList<string>> Sets, int SearchedTo, bool IsComplete);

/// <content>Moves of the defence.</content>
public sealed partial class ProofEngine
{
    /// <summary>
    /// What the defence needs: the minimal sets of challenges without a ruling that, brought together, keep a node from standing. Contested is enough.
    /// Null when the defence has no arguments at all.
    /// </summary>
    /// <param name="nodes">Ids of nodes.</param>
    /// <param name="first">Only the first so many sets of each node, 1 or more, the smallest first: cheap, since nothing larger is looked at. Null for all.</param>
    /// <param name="nodeBudget">Diagram nodes that the search may use, for all orders together.</param>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<MoveSets>? MovesOn(IReadOnlyList<string> nodes, int? first = null, int nodeBudget = DefaultNodeBudget) =>
        circuit.Graph.Arguments.Any(a => a.By == Side.Defence) ? Moves(nodes, Ruling.None, first, nodeBudget) : null;

    /// <summary>
    /// What a successful appeal would do: the same over the challenges that were overruled. Null when none was.
    /// </summary>
    /// <param name="nodes">Ids of nodes.</param>
    /// <param name="first">Only the first so many sets of each node, as with <see cref="MovesOn"/>; null for all.</param>
    /// <param name="nodeBudget">Diagram nodes that the search may use, for all orders together.</param>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<MoveSets>? ReversalsOn(IReadOnlyList<string> nodes, int? first = null, int nodeBudget = DefaultNodeBudget) =>
        circuit.Graph.Arguments.Any(a => a is { By: Side.Defence, Ruling: Ruling.Overruled }) ? Moves(nodes, Ruling.Overruled, first, nodeBudget) : null;

    private IReadOnlyList<MoveSets> Moves(IReadOnlyList<string> nodes, Ruling played, int? first, int nodeBudget)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (first is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(first));
        }

        // To bring a challenge is to lose "it is out of play": a winning set of moves is a cut over those switches.
        var bindings = RuledBindings([]);
        for (var p = 0; p < circuit.Graph.Foundations.Count; p++)
        {
            bindings[p] = bindings[p] == Binding.False ? Binding.False : Binding.True;
        }

        for (var a = 0; a < circuit.Graph.Arguments.Count; a++)
        {
            var argument = circuit.Graph.Arguments[a];
            bindings[circuit.OutVariable(a)] = argument.By == Side.Defence && argument.Ruling == played ? Binding.Free : Binding.True;
        }

        var offset = circuit.OutVariable(0);
        var limits = new SearchLimits(null, nodeBudget, MaxListedSets);
        var found = first is { } some
            ? SetSearch.First(circuit.Circuit, bindings, NodeGates(nodes), SetKind.Cuts, some, limits, circuit.Places)
            : SetSearch.All(circuit.Circuit, bindings, NodeGates(nodes), SetKind.Cuts, limits, circuit.Places);
        return [.. found.Select(f => new MoveSets(
            [.. f.Sets.Select(set => (IReadOnlyList<string>)[.. set.Select(v => circuit.Graph.Arguments[v - offset].Id)])],
            f.Order,
            f.Complete))];
    }
}
