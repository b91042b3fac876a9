namespace Onus.Domain.Proof;

/// <summary>What hangs on one foundation: everything that stands now and would not without it, under rulings only.</summary>
/// <param name="Foundation">The foundation.</param>
/// <param name="Evidence">Evidence lost with it, in ordinal order.</param>
/// <param name="Nodes">Facts, elements and counts lost with it, in ordinal order.</param>
public sealed record Dependence(string Foundation, IReadOnlyList<string> Evidence, IReadOnlyList<string> Nodes);

/// <content>What hangs on each foundation, and who uses what.</content>
public sealed partial class ProofEngine
{
    /// <summary>
    /// What hangs on each foundation that still stands, in ordinal order of their ids: all single points of failure of everything at once.
    /// One evaluation of the graph for every 64 foundations.
    /// </summary>
    public IReadOnlyList<Dependence> Dependences()
    {
        var worlds = new Worlds(circuit);
        var now = worlds.Add(Reading.RuledOnly);
        var without = new List<(int Point, int World)>();
        foreach (var p in ByName(circuit.Graph.Foundations.Select(f => f.Id)))
        {
            if (circuit.Graph.Foundations[p].Status != FoundationStatus.Fallen)
            {
                var world = worlds.Add(Reading.RuledOnly);
                worlds.Strike(world, p);
                without.Add((p, world));
            }
        }

        var solution = worlds.Solve();
        var evidence = Lost(ByName(circuit.Graph.Evidence.Select(e => e.Id)).Select(e => (circuit.Graph.Evidence[e].Id, circuit.EvidenceGate(e))));
        var nodes = Lost(ByName(circuit.Graph.Nodes.Select(n => n.Id)).Select(n => (circuit.Graph.Nodes[n].Id, circuit.NodeGate(n))));
        return [.. without.Select(w => new Dependence(circuit.Graph.Foundations[w.Point].Id, evidence[w.World], nodes[w.World]))];

        // For each world what stands now and does not there.
        List<string>[] Lost(IEnumerable<(string Id, int Gate)> items)
        {
            var lost = new List<string>[without.Count + 1];
            for (var world = 0; world < lost.Length; world++)
            {
                lost[world] = [];
            }

            foreach (var (id, gate) in items.Where(x => solution.Stands(x.Gate, now)))
            {
                foreach (var world in solution.WorldsWithout(gate))
                {
                    lost[world].Add(id);
                }
            }

            return lost;
        }
    }

    /// <summary>
    /// Evidence and nodes that use a foundation, evidence or node, directly or through others, whether or not they need it: a verdict that used what is struck
    /// may fall even where other support remains. Evidence first, then nodes, in ordinal order; the item itself is not listed. Linear in the graph.
    /// </summary>
    /// <exception cref="ArgumentException">The graph has no such thing.</exception>
    public IReadOnlyList<string> UsersOf(string id)
    {
        Item(id);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<string>([id]);
        while (stack.TryPop(out var at))
        {
            foreach (var user in users.Value[at].Where(found.Add))
            {
                stack.Push(user);
            }
        }

        return [
            .. circuit.Graph.Evidence.Select(e => e.Id).Where(found.Contains).Order(StringComparer.Ordinal),
            .. circuit.Graph.Nodes.Select(n => n.Id).Where(found.Contains).Order(StringComparer.Ordinal),
        ];
    }

    private static int[] ByName(IEnumerable<string> ids)
    {
        string[] names = [.. ids];
        int[] order = [.. Enumerable.Range(0, names.Length)];
        Array.Sort(names, order, StringComparer.Ordinal);
        return order;
    }

    private static ILookup<string, string> Users(ProofGraph graph)
    {
        var uses =
            from e in graph.Evidence
            from used in e.Legal.Concat(e.LegalAny.SelectMany(l => l)).Concat(e.Factual).Concat(e.ReliesOn).Concat(e.DerivedFrom.SelectMany(d => d.Unless.Prepend(d.Parent)))
            select (Used: used, By: e.Id);
        var support =
            from n in graph.Nodes
            from child in n.Rule.Children
            select (Used: child, By: n.Id);
        return uses.Concat(support).ToLookup(x => x.Used, x => x.By, StringComparer.Ordinal);
    }
}
