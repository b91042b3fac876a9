namespace Onus.Domain.Proof;

/// <summary>
/// Answers questions about one graph: what stands, what it depends on, what carries it, how it relies on victims, what a ruling would change.
/// Built once for a graph, in time linear in its size; immutable afterwards and safe to share between threads.
/// The questions themselves live beside it, each in its own file.
/// </summary>
public sealed partial class ProofEngine
{
    private readonly ProofCircuit circuit;

    // A page asks for these again and again.
    private readonly Lazy<Standing> asItStands;
    private readonly Lazy<ILookup<string, string>> users;

    /// <summary>Prepares a graph for questions.</summary>
    /// <exception cref="ArgumentException">The graph has faults: ask <see cref="ProofGraph.Faults"/> first, or use <see cref="Of"/>.</exception>
    public ProofEngine(ProofGraph graph)
        : this(graph, graph?.Faults() ?? throw new ArgumentNullException(nameof(graph)))
    {
    }

    private ProofEngine(ProofGraph graph, IReadOnlyList<ProofFault> faults)
    {
        if (faults is [var fault, ..])
        {
            throw new ArgumentException($"{fault.Path}: {fault.Message}", nameof(graph));
        }

        Graph = graph;
        circuit = new(graph);
        asItStands = new(() => Solve([]));
        users = new(() => Users(graph));
        Warnings = [.. circuit.Warnings.OrderBy(w => w.Node, StringComparer.Ordinal)];
    }

    /// <summary>Checks a graph once and prepares it: the engine, or what is wrong with the graph.</summary>
    public static (ProofEngine? Engine, IReadOnlyList<ProofFault> Faults) Of(ProofGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var faults = graph.Faults();
        return (faults.Count == 0 ? new(graph, faults) : null, faults);
    }

    /// <summary>The graph as given.</summary>
    public ProofGraph Graph { get; }

    /// <summary>What could not be decided about it and how that was counted, in ordinal order of the nodes' ids; empty where everything was.</summary>
    public IReadOnlyList<ProofWarning> Warnings { get; }

    private (ItemKind Kind, int Index) Item(string id) => circuit.TryFind(id, out var item)
        ? item
        : throw new ArgumentException($"The graph has no '{id}'.", nameof(id));

    private int Point(string id) => Item(id) is { Kind: ItemKind.Foundation } item
        ? item.Index
        : throw new ArgumentException($"'{id}' is no foundation.", nameof(id));

    /// <summary>The inputs of the ruled world: open foundations are free, except those that have been struck.</summary>
    private Binding[] RuledBindings(IEnumerable<int> struck)
    {
        var bindings = new Binding[circuit.Circuit.Variables];
        Array.Fill(bindings, Binding.True);
        for (var p = 0; p < circuit.Graph.Foundations.Count; p++)
        {
            bindings[ProofCircuit.PointVariable(p)] = circuit.Graph.Foundations[p].Status switch
            {
                FoundationStatus.Open => Binding.Free,
                FoundationStatus.Stipulated => Binding.True,
                _ => Binding.False,
            };
        }

        foreach (var p in struck)
        {
            bindings[ProofCircuit.PointVariable(p)] = Binding.False;
        }

        return bindings;
    }

    private int[] NodeGates(IReadOnlyList<string> nodes) => [.. nodes.Select(n => circuit.NodeGate(circuit.NodeIndex(n)))];

    private IReadOnlyList<string> PointIds(int[] variables) => [.. variables.Select(v => circuit.Graph.Foundations[v].Id)];
}
