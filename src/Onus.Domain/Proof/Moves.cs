namespace Onus.Domain.Proof;

/// <summary>Minimal sets of defence arguments that keep a node from standing; the listed answers reply.</summary>
/// <param name="Sets">Ids in ordinal order; shortest sets first, then lexicographically. One empty set: it does not stand as it is. None: no set is enough.</param>
/// <param name="SearchedTo">Every minimal set of at most this size is listed.</param>
/// <param name="IsComplete">Whether these are all.</param>
public sealed record MoveSets(IReadOnlyList<IReadOnlyList<string>> Sets, int SearchedTo, bool IsComplete);

/// <content>Moves of the defence.</content>
public sealed partial class ProofEngine
{
    /// <summary>
    /// What the defence needs: the minimal sets of challenges without a ruling that, brought together, keep a node from standing. Contested is enough.
    /// Null when the defence has no arguments at all.
    /// </summary>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<MoveSets>? MovesOn(IReadOnlyList<string> nodes, int nodeBudget = DefaultNodeBudget) =>
        circuit.Graph.Arguments.Any(a => a.By == Side.Defence) ? Moves(nodes, Ruling.None, nodeBudget) : null;

    /// <summary>
    /// What a successful appeal would do: the same over the challenges that were overruled. Null when none was.
    /// </summary>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<MoveSets>? ReversalsOn(IReadOnlyList<string> nodes, int nodeBudget = DefaultNodeBudget) =>
        circuit.Graph.Arguments.Any(a => a is { By: Side.Defence, Ruling: Ruling.Overruled }) ? Moves(nodes, Ruling.Overruled, nodeBudget) : null;

    private IReadOnlyList<MoveSets> Moves(IReadOnlyList<string> nodes, Ruling played, int nodeBudget)
    {
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

        var first = circuit.OutVariable(0);
        var found = SetSearch.All(circuit.Circuit, bindings, NodeGates(nodes), SetKind.Cuts, new(null, nodeBudget, MaxListedSets));
        return [.. found.Select(f => new MoveSets(
            [.. f.Sets.Select(set => (IReadOnlyList<string>)[.. set.Select(v => circuit.Graph.Arguments[v - first].Id)])],
            f.Order,
            f.Complete))];
    }
}
