namespace Onus.Domain.Proof;

/// <summary>
/// A graph as a circuit. Its variables are the foundations, one switch for each piece of evidence (is it heard at all?) and one for each argument
/// (is this challenge out of play?), so that every question of the engine is one circuit under other inputs. All gates are monotone in all variables,
/// because a challenge appears only as "it is out": design section 7.3.
/// </summary>
internal sealed class ProofCircuit
{
    private readonly int points;
    private readonly int evidence;
    private readonly int nodes;
    private readonly int stands;
    private readonly IReadOnlyList<string>[] victims;
    private readonly Dictionary<string, (ItemKind Kind, int Index)> items = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> attackers = [];
    private readonly Circuit.Builder builder;
    private readonly int[] first;

    /// <summary>
    /// Builds the circuit of a graph without faults, in the order of its lists: ids decide nothing here, so that other names get the same answers.
    /// O(size), apart from rules of corroboration: each costs its reach, and where it asks for two or three independent origins and their lists
    /// overlap, up to <see cref="OriginHalves.MaxGates"/> gates more. A rule that needs more than that counts as unmet, with a warning.
    /// </summary>
    public ProofCircuit(ProofGraph graph)
    {
        Graph = graph;
        (points, evidence, nodes) = (graph.Foundations.Count, graph.Evidence.Count, graph.Nodes.Count);
        Index();
        // Arguments that are one move share the switch of the first of them.
        var moves = new Dictionary<string, int>(StringComparer.Ordinal);
        first = [.. graph.Arguments.Select((argument, a) => argument.Move is not { } move || moves.TryAdd(move, a) ? a : moves[move])];
        builder = new(points + evidence + graph.Arguments.Count);
        stands = builder.Reserve(points + (2 * evidence) + nodes + graph.Arguments.Count);
        for (var a = 0; a < graph.Arguments.Count; a++)
        {
            Attack(TargetOf(graph.Arguments[a].On), a);
        }

        for (var p = 0; p < points; p++)
        {
            builder.Define(PointGate(p), GateKind.And, [PointVariable(p), .. OutOf(PointGate(p))]);
        }

        for (var e = 0; e < evidence; e++)
        {
            Define(graph.Evidence[e], e);
        }

        var corroboration = new CorroborationGates(this, builder);
        for (var n = 0; n < nodes; n++)
        {
            Define(graph.Nodes[n], n, corroboration);
        }

        for (var a = 0; a < graph.Arguments.Count; a++)
        {
            Define(graph.Arguments[a], a);
        }

        Circuit = builder.Build();
        Warnings = corroboration.Warnings;
        Places = OrdinalPlaces();
        victims = DistinctVictims(graph);
    }

    public ProofGraph Graph { get; }

    public Circuit Circuit { get; }

    /// <summary>What could not be decided and counts as unmet, in the order of the nodes.</summary>
    public IReadOnlyList<ProofWarning> Warnings { get; }

    /// <summary>For each variable its place when sets are written: by id within its list.</summary>
    public int[] Places { get; }

    public static int PointVariable(int point) => point;

    /// <summary>True when this evidence is heard, whatever becomes of it then.</summary>
    public int HeardVariable(int item) => points + item;

    /// <summary>True when this challenge is not in play.</summary>
    public int OutVariable(int argument) => points + evidence + first[argument];

    public int PointGate(int point) => stands + point;

    public int AdmissionGate(int item) => stands + points + item;

    public int EvidenceGate(int item) => stands + points + evidence + item;

    public int NodeGate(int node) => stands + points + (2 * evidence) + node;

    /// <summary>For an answer: it stands. For a challenge: it is out.</summary>
    public int ArgumentGate(int argument) => stands + points + (2 * evidence) + nodes + argument;

    /// <summary>What an id names and at which place of its list; false when nothing has it.</summary>
    public bool TryFind(string id, out (ItemKind Kind, int Index) item) => items.TryGetValue(id, out item);

    /// <summary>The gate that says whether a foundation, evidence, its admission, a node or an answer stands.</summary>
    public int GateOf((ItemKind Kind, int Index) item) => item.Kind switch
    {
        ItemKind.Foundation => PointGate(item.Index),
        ItemKind.Evidence => EvidenceGate(item.Index),
        ItemKind.Node => NodeGate(item.Index),
        _ => ArgumentGate(item.Index),
    };

    public int NodeIndex(string id) => items.TryGetValue(id, out var item) && item.Kind == ItemKind.Node
        ? item.Index
        : throw new ArgumentException($"The graph has no node '{id}'.", nameof(id));

    /// <summary>Gates that are true when the challenges to a gate are out.</summary>
    public IReadOnlyList<int> OutOf(int gate) => attackers.TryGetValue(gate, out var list) ? list : [];

    /// <summary>The victims that a node's own rule, or its report, speaks of.</summary>
    public IReadOnlyList<string> VictimsOf(ProofNode node) => node.Victims ?? Graph.Victims;

    /// <summary>The victims of a node's report in ordinal order, each once. Nodes with equal victims get the same list.</summary>
    public IReadOnlyList<string> DistinctVictimsOf(int node) => victims[node];

    /// <summary>The open foundations of some persons.</summary>
    public IEnumerable<int> OpenPointsOf(IReadOnlyList<string> persons) =>
        Enumerable.Range(0, points).Where(p => Graph.Foundations[p] is { Status: FoundationStatus.Open, Person: { } person } && persons.Contains(person, StringComparer.Ordinal));

    private static IReadOnlyList<string>[] DistinctVictims(ProofGraph graph)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var common = List(graph.Victims);
        return [.. graph.Nodes.Select(n => n.Victims is { } own ? List(own) : common)];

        IReadOnlyList<string> List(IReadOnlyList<string> stated)
        {
            string[] list = [.. stated.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

            // Ids may hold any character; their lengths keep two lists from sharing a key.
            var key = string.Concat(list.Select(v => $"{v.Length} {v} "));
            lists.TryAdd(key, list);
            return lists[key];
        }
    }

    // The place of each id among those of its list, in ordinal order. Sets are written in this order; nothing else may depend on it.
    private int[] OrdinalPlaces()
    {
        int[] places = [.. Enumerable.Range(0, points + evidence + Graph.Arguments.Count)];
        Place(0, [.. Graph.Foundations.Select(f => f.Id)]);
        Place(points + evidence, [.. Graph.Arguments.Select(a => a.Id)]);
        return places;

        void Place(int first, string[] ids)
        {
            int[] order = [.. Enumerable.Range(0, ids.Length)];
            Array.Sort(ids, order, StringComparer.Ordinal);
            for (var place = 0; place < order.Length; place++)
            {
                places[first + order[place]] = first + place;
            }
        }
    }

    private void Index()
    {
        Add(Graph.Foundations, f => f.Id, ItemKind.Foundation);
        Add(Graph.Evidence, e => e.Id, ItemKind.Evidence);
        Add(Graph.Nodes, n => n.Id, ItemKind.Node);
        Add(Graph.Arguments, a => a.Id, ItemKind.Argument);

        void Add<T>(IReadOnlyList<T> list, Func<T, string> id, ItemKind kind)
        {
            for (var i = 0; i < list.Count; i++)
            {
                items.Add(id(list[i]), (kind, i));
            }
        }
    }

    private int TargetOf(string on) => on.EndsWith("/adm", StringComparison.Ordinal) ? AdmissionGate(items[on[..^4]].Index) : GateOf(items[on]);

    private void Attack(int target, int argument)
    {
        if (!attackers.TryGetValue(target, out var list))
        {
            attackers.Add(target, list = []);
        }

        list.Add(ArgumentGate(argument));
    }

    private void Define(EvidenceItem item, int e)
    {
        var admission = new List<int>(item.Legal.Select(PointGateOf));
        if (item.LegalAny.Count > 0)
        {
            admission.Add(builder.Or([.. item.LegalAny.Select(list => builder.And([.. list.Select(PointGateOf)]))]));
        }

        foreach (var derivation in item.DerivedFrom)
        {
            admission.Add(builder.Or([AdmissionGate(items[derivation.Parent].Index), .. derivation.Unless.Select(PointGateOf)]));
        }

        admission.AddRange(OutOf(AdmissionGate(e)));
        builder.Define(AdmissionGate(e), GateKind.And, admission);
        builder.Define(EvidenceGate(e), GateKind.And,
        [
            AdmissionGate(e),
            HeardVariable(e),
            .. item.Factual.Select(PointGateOf),
            .. item.ReliesOn.Select(id => EvidenceGate(items[id].Index)),
            .. OutOf(EvidenceGate(e)),
        ]);
    }

    private void Define(ProofNode node, int n, CorroborationGates corroboration)
    {
        int[] children = [.. node.Rule.Children.Select(id => GateOf(items[id]))];
        var rule = node.Rule.Kind switch
        {
            RuleKind.All => builder.And(children),
            RuleKind.Any => builder.Or(children),
            _ => builder.AtLeast(node.Rule.Count, children),
        };
        builder.Define(NodeGate(n), GateKind.And, [rule, .. corroboration.Of(n), .. OutOf(NodeGate(n))]);
    }

    private void Define(Argument argument, int a)
    {
        if (argument.By == Side.Prosecution)
        {
            int[] needs = [.. argument.Premises.Select(id => GateOf(items[id])), .. OutOf(ArgumentGate(a))];
            builder.Define(ArgumentGate(a), GateKind.And, argument.Ruling == Ruling.Overruled ? [builder.False] : needs);
        }
        else
        {
            // Here the attackers are answers, and one that stands is enough; no answer helps against a sustained challenge.
            int[] ways = [OutVariable(a), .. OutOf(ArgumentGate(a))];
            builder.Define(ArgumentGate(a), GateKind.Or, argument.Ruling == Ruling.Sustained ? [] : ways);
        }
    }

    private int PointGateOf(string id) => PointGate(items[id].Index);
}
