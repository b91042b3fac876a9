using System.Globalization;

namespace Onus.Domain.Proof;

/// <summary>
/// Rules of corroboration as gates. The reach of a rule follows node children, each item once, but not below a node that is struck; a node is struck
/// when a challenge to it is not out. Whether one is depends on the value being computed, so reach is itself a gate.
/// </summary>
internal sealed class CorroborationGates
{
    private readonly ProofCircuit circuit;
    private readonly Circuit.Builder builder;
    private readonly List<ProofWarning> warnings = [];
    private readonly Dictionary<string, int> origins = new(StringComparer.Ordinal);
    private readonly int[][] originsOf;
    private readonly HashSet<string> tooLarge = new(StringComparer.Ordinal);

    public CorroborationGates(ProofCircuit circuit, Circuit.Builder builder)
    {
        (this.circuit, this.builder) = (circuit, builder);

        // Origins are numbered as they are met, so that their names decide nothing.
        originsOf = [.. circuit.Graph.Evidence.Select(e => e.Sources.Select(NumberOf).Distinct().ToArray())];
    }

    /// <summary>Rules that could not be decided.</summary>
    public IReadOnlyList<ProofWarning> Warnings => warnings;

    /// <summary>The gates that the corroboration of a node adds to its rule; none where it asks for nothing.</summary>
    public IEnumerable<int> Of(int node)
    {
        var owner = circuit.Graph.Nodes[node];
        var (minOrigins, minNonVictim) = owner.Corroboration;
        if (minOrigins == 0 && minNonVictim == 0)
        {
            return [];
        }

        var counted = Counted(node);
        var gates = new List<int>();
        if (minNonVictim > 0)
        {
            var victims = circuit.VictimsOf(owner).Select(NumberOf).ToHashSet();
            gates.Add(builder.AtLeast(minNonVictim, [.. counted.Where(c => !c.Origins.Any(victims.Contains)).Select(c => c.Gate)]));
        }

        if (minOrigins > 0)
        {
            if (Independent(minOrigins, counted) is { } gate)
            {
                gates.Add(gate);
            }
            else
            {
                // Unmet is the careful reading: nothing is called proved that could not be worked out.
                gates.Add(builder.False);
                warnings.Add(ProofWarning.TooManyOverlaps(owner.Id, minOrigins, counted.Count));
            }
        }

        return gates;
    }

    private int? Independent(int minOrigins, List<(int[] Origins, int Gate)> counted)
    {
        // Whether it can be worked out depends on the lists alone, so that several rules over the same evidence give up once.
        string Key() => string.Create(CultureInfo.InvariantCulture, $"{minOrigins}:{string.Join(';', counted.Select(c => string.Join(',', c.Origins)))}");
        if (tooLarge.Count > 0 && tooLarge.Contains(Key()))
        {
            return null;
        }

        var before = builder.Count;
        var rule = new DisjointOrigins(builder, counted);
        var gate = rule.AtLeast(minOrigins);
        if (!rule.IsTooLarge)
        {
            return gate;
        }

        builder.TakeBack(before);
        tooLarge.Add(Key());
        return null;
    }

    /// <summary>Evidence below a node, without the items that state no origin; each with the gate "reached and holds".</summary>
    private List<(int[] Origins, int Gate)> Counted(int root)
    {
        // For every item below, the gates by which it can be reached: one for each parent.
        var ways = new Dictionary<(ItemKind Kind, int Index), HashSet<int>>();
        foreach (var node in ParentsFirst(root))
        {
            var reach = node == root ? builder.True : Reach(node, ways[(ItemKind.Node, node)]);
            foreach (var child in Children(node))
            {
                if (!ways.TryGetValue(child, out var gates))
                {
                    ways.Add(child, gates = []);
                }

                gates.Add(reach);
            }
        }

        return [.. ways.Where(w => w.Key.Kind == ItemKind.Evidence && originsOf[w.Key.Index].Length > 0)
            .OrderBy(w => w.Key.Index)
            .Select(w => (
                originsOf[w.Key.Index],
                builder.And([circuit.EvidenceGate(w.Key.Index), .. OneOf(w.Value)])))];
    }

    /// <summary>True when a node is reached and is not struck itself.</summary>
    private int Reach(int node, HashSet<int> ways)
    {
        int[] needs = [.. OneOf(ways), .. circuit.OutOf(circuit.NodeGate(node))];
        return needs.Length == 0 ? builder.True : builder.And(needs);
    }

    private IEnumerable<int> OneOf(HashSet<int> ways) => ways.Contains(builder.True) ? [] : [builder.Or([.. ways])];

    private List<int> ParentsFirst(int root)
    {
        var order = new List<int>();
        var seen = new HashSet<int> { root };
        var path = new Stack<(int Node, IEnumerator<(ItemKind Kind, int Index)> Children)>();
        path.Push((root, Children(root).GetEnumerator()));
        while (path.TryPeek(out var top))
        {
            if (!top.Children.MoveNext())
            {
                order.Add(top.Node);
                path.Pop();
            }
            else if (top.Children.Current is { Kind: ItemKind.Node } child && seen.Add(child.Index))
            {
                path.Push((child.Index, Children(child.Index).GetEnumerator()));
            }
        }

        order.Reverse();
        return order;
    }

    private int NumberOf(string origin)
    {
        if (!origins.TryGetValue(origin, out var number))
        {
            origins.Add(origin, number = origins.Count);
        }

        return number;
    }

    private IEnumerable<(ItemKind Kind, int Index)> Children(int node)
    {
        foreach (var id in circuit.Graph.Nodes[node].Rule.Children)
        {
            circuit.TryFind(id, out var item);
            yield return item;
        }
    }
}
