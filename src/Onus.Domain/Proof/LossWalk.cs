namespace Onus.Domain.Proof;

/// <summary>Walks from a lost goal down to what brought it down, and names it from the leaves up.</summary>
/// <param name="circuit">The graph.</param>
/// <param name="lost">Whether a gate stood and stands no longer.</param>
/// <param name="stands">Whether a gate still stands.</param>
internal sealed class LossWalk(ProofCircuit circuit, Func<int, bool> lost, Func<int, bool> stands)
{
    private readonly List<LostItem> order = [];
    private readonly HashSet<(ItemKind, int)> seen = [];

    public IReadOnlyList<LostItem> From(int goal)
    {
        if (lost(circuit.NodeGate(goal)))
        {
            // Depth first without recursion: an item is named when everything below it has been.
            var path = new Stack<(Loss Loss, int Next)>();
            Enter((ItemKind.Node, goal));
            while (path.TryPop(out var top))
            {
                if (top.Next < top.Loss.Through.Count)
                {
                    path.Push((top.Loss, top.Next + 1));
                    Enter(top.Loss.Through[top.Next]);
                }
                else if (top.Loss.Item.Kind != ItemKind.Foundation)
                {
                    order.Add(new(IdOf(top.Loss.Item), top.Loss.Item.Kind, top.Loss.Reasons, [.. top.Loss.Through.Select(IdOf).Order(StringComparer.Ordinal)]));
                }
            }

            void Enter((ItemKind Kind, int Index) item)
            {
                if (seen.Add(item))
                {
                    path.Push((Explain(item), 0));
                }
            }
        }

        return order;
    }

    private Loss Explain((ItemKind Kind, int Index) item) => item.Kind switch
    {
        ItemKind.Evidence => Explain(circuit.Graph.Evidence[item.Index], item.Index),
        ItemKind.Node => Explain(circuit.Graph.Nodes[item.Index], item.Index),
        _ => new(item, LossReasons.None, []),
    };

    private Loss Explain(EvidenceItem evidence, int index)
    {
        var reasons = LossReasons.None;
        var through = new List<(ItemKind, int)>();
        if (lost(circuit.AdmissionGate(index)))
        {
            Because(LossReasons.Admission, evidence.Legal.Where(Lost));
            if (evidence.LegalAny.Count > 0 && !evidence.LegalAny.Any(list => list.All(Stands)))
            {
                Because(LossReasons.Admission, evidence.LegalAny.SelectMany(list => list).Where(Lost));
            }

            foreach (var derivation in evidence.DerivedFrom)
            {
                var parent = circuit.AdmissionGate(Find(derivation.Parent).Index);
                if (!stands(parent) && !derivation.Unless.Any(Stands))
                {
                    // Either the taint is new, or it was there and the exception that stopped it is gone.
                    Because(LossReasons.Admission, lost(parent) ? [derivation.Parent] : []);
                    Because(LossReasons.Admission, derivation.Unless.Where(Lost));
                }
            }
        }

        Because(LossReasons.Belief, evidence.Factual.Where(Lost));
        Because(LossReasons.Belief, evidence.ReliesOn.Where(Lost));
        return new((ItemKind.Evidence, index), reasons, [.. through.Distinct()]);

        void Because(LossReasons reason, IEnumerable<string> ids)
        {
            foreach (var id in ids)
            {
                reasons |= reason;
                through.Add(Find(id));
            }
        }
    }

    private Loss Explain(ProofNode node, int index)
    {
        var reasons = LossReasons.None;
        var through = new List<(ItemKind, int)>();
        var holding = node.Rule.Children.Count(Stands);
        var needed = node.Rule.Kind switch { RuleKind.All => node.Rule.Children.Count, RuleKind.Any => 1, _ => node.Rule.Count };
        if (holding < needed)
        {
            reasons |= LossReasons.Support;
            through.AddRange(node.Rule.Children.Where(Lost).Select(Find));
        }

        var sources = Sources(index);
        var missing = Missing(node, [.. sources.Where(e => stands(circuit.EvidenceGate(e)))]);
        if (missing != LossReasons.None)
        {
            // A child may hold still and yet have lost a source that counted, so the sources themselves are named.
            reasons |= missing;
            through.AddRange(sources.Where(e => lost(circuit.EvidenceGate(e))).Select(e => (ItemKind.Evidence, e)));
            through.AddRange(node.Rule.Children.Where(Lost).Select(Find));
        }

        return new((ItemKind.Node, index), reasons, [.. through.Distinct()]);
    }

    /// <summary>Which rule of corroboration the sources that still hold do not satisfy; a node's own victims decide who is one.</summary>
    private LossReasons Missing(ProofNode node, int[] holding)
    {
        var reasons = LossReasons.None;
        var origins = holding.Select(e => circuit.Graph.Evidence[e].Sources.ToHashSet(StringComparer.Ordinal)).ToList();
        var victims = circuit.VictimsOf(node);
        if (origins.Count(o => !o.Overlaps(victims)) < node.Corroboration.MinNonVictim)
        {
            reasons |= LossReasons.NonVictim;
        }

        if (!Disjoint(origins, 0, node.Corroboration.MinOrigins, []))
        {
            reasons |= LossReasons.Origins;
        }

        return reasons;
    }

    private static bool Disjoint(List<HashSet<string>> origins, int from, int needed, HashSet<string> used)
    {
        for (var i = from; needed > 0 && i < origins.Count; i++)
        {
            if (!origins[i].Overlaps(used) && Disjoint(origins, i + 1, needed - 1, [.. used, .. origins[i]]))
            {
                return true;
            }
        }

        return needed == 0;
    }

    /// <summary>The evidence that a rule of corroboration counts when it holds: with origins, by way of node children, not below struck nodes.</summary>
    private SortedSet<int> Sources(int root)
    {
        var nodes = new HashSet<int>();
        var evidence = new SortedSet<int>();
        var stack = new Stack<int>([root]);
        while (stack.TryPop(out var at))
        {
            foreach (var (kind, index) in circuit.Graph.Nodes[at].Rule.Children.Select(Find))
            {
                if (kind == ItemKind.Evidence && circuit.Graph.Evidence[index].Origins.Count > 0)
                {
                    evidence.Add(index);
                }
                else if (kind == ItemKind.Node && circuit.OutOf(circuit.NodeGate(index)).All(stands) && nodes.Add(index))
                {
                    stack.Push(index);
                }
            }
        }

        return evidence;
    }

    private (ItemKind Kind, int Index) Find(string id) => circuit.TryFind(id, out var item) ? item : default;

    private string IdOf((ItemKind Kind, int Index) item) => item.Kind switch
    {
        ItemKind.Foundation => circuit.Graph.Foundations[item.Index].Id,
        ItemKind.Evidence => circuit.Graph.Evidence[item.Index].Id,
        _ => circuit.Graph.Nodes[item.Index].Id,
    };

    private bool Lost(string id) => lost(circuit.GateOf(Find(id)));

    private bool Stands(string id) => stands(circuit.GateOf(Find(id)));

    private readonly record struct Loss((ItemKind Kind, int Index) Item, LossReasons Reasons, IReadOnlyList<(ItemKind Kind, int Index)> Through);
}
