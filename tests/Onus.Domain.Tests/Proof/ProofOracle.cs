using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>
/// Design section 7.3 read literally and slowly: iterate every rule until nothing changes, and enumerate every subset. Shares nothing with the engine but the model.
/// </summary>
internal sealed class ProofOracle
{
    private readonly ProofGraph graph;
    private readonly Dictionary<string, int> point;
    private readonly Dictionary<string, int> evidence;
    private readonly Dictionary<string, int> node;
    private readonly Dictionary<string, int> argument;
    private readonly int[] open;

    public ProofOracle(ProofGraph graph)
    {
        this.graph = graph;
        point = Index(graph.Foundations.Select(p => p.Id));
        evidence = Index(graph.Evidence.Select(e => e.Id));
        node = Index(graph.Nodes.Select(n => n.Id));
        argument = Index(graph.Arguments.Select(a => a.Id));
        open = [.. Enumerable.Range(0, graph.Foundations.Count).Where(p => graph.Foundations[p].Status == FoundationStatus.Open)];

        static Dictionary<string, int> Index(IEnumerable<string> ids) => ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
    }

    public sealed class World
    {
        public HashSet<string> Struck { get; init; } = [];

        public HashSet<string> Silent { get; init; } = [];

        public required Func<Argument, bool> InPlay { get; init; }

        /// <summary>Overruled arguments that are argued as if they had no ruling.</summary>
        public HashSet<string> Reopened { get; init; } = [];
    }

    public static bool RuledOnly(Argument a) => a.Ruling == Ruling.Sustained;

    public static bool WithFiled(Argument a) => RuledOnly(a) || (a.Ruling == Ruling.None && a.Status == ArgumentStatus.Filed);

    public static bool WithAll(Argument a) => a.Ruling != Ruling.Overruled;

    public Values Solve(World world, bool upper = false)
    {
        var v = new Values(this, upper);
        while (Step(world, v))
        {
        }

        return v;
    }

    public ProofState State(World world, string id)
    {
        var lower = Solve(world);
        return lower[id] ? ProofState.Stands : Solve(world, upper: true)[id] ? ProofState.Contested : ProofState.Fails;
    }

    /// <summary>For every set of open foundations that stand (bit i: the i-th open one), whether the goals hold.</summary>
    public Dictionary<string, bool[]> Truth(IEnumerable<string> goals)
    {
        var table = goals.ToDictionary(g => g, _ => new bool[1 << open.Length], StringComparer.Ordinal);
        for (var up = 0; up < 1 << open.Length; up++)
        {
            var values = Solve(new() { InPlay = RuledOnly, Struck = [.. open.Where((_, i) => ((up >> i) & 1) == 0).Select(p => graph.Foundations[p].Id)] });
            foreach (var (goal, holds) in table)
            {
                holds[up] = values[goal];
            }
        }

        return table;
    }

    /// <summary>Minimal sets of open foundations whose loss breaks it, given those that are down from the start.</summary>
    public List<string[]> Cuts(bool[] holds, int down = 0)
    {
        var all = holds.Length - 1;
        return Minimal(Enumerable.Range(0, holds.Length).Where(cut => (cut & down) == 0 && !holds[all & ~down & ~cut]));
    }

    public List<string[]> Paths(bool[] holds) => Minimal(Enumerable.Range(0, holds.Length).Where(up => holds[up]));

    /// <summary>Mask of the open foundations of some persons.</summary>
    public int MaskOf(IEnumerable<string> persons)
    {
        var set = persons.ToHashSet(StringComparer.Ordinal);
        return open.Select((p, i) => graph.Foundations[p].Person is { } person && set.Contains(person) ? 1 << i : 0).Sum();
    }

    /// <summary>Minimal sets of the given defence arguments after which the goal no longer stands.</summary>
    public List<string[]> Moves(string goal, IReadOnlyList<string> playable, bool reopened)
    {
        var winning = new List<int>();
        for (var mask = 0; mask < 1 << playable.Count; mask++)
        {
            var played = playable.Where((_, i) => ((mask >> i) & 1) != 0).ToHashSet(StringComparer.Ordinal);
            var world = new World { InPlay = a => RuledOnly(a) || played.Contains(a.Id), Reopened = reopened ? played : [] };
            if (!Solve(world)[goal])
            {
                winning.Add(mask);
            }
        }

        return Sorted(MinimalMasks(winning).Select(m => playable.Where((_, i) => ((m >> i) & 1) != 0)));
    }

    private List<string[]> Minimal(IEnumerable<int> masks) => Sorted(MinimalMasks(masks).Select(m => open.Where((_, i) => ((m >> i) & 1) != 0).Select(p => graph.Foundations[p].Id)));

    private static List<int> MinimalMasks(IEnumerable<int> masks)
    {
        var minimal = new List<int>();
        foreach (var mask in masks.OrderBy(int.PopCount))
        {
            if (!minimal.Exists(m => (m & mask) == m))
            {
                minimal.Add(mask);
            }
        }

        return minimal;
    }

    private static List<string[]> Sorted(IEnumerable<IEnumerable<string>> sets) =>
        [.. sets.Select(s => s.Order(StringComparer.Ordinal).ToArray())
            .OrderBy(s => s.Length)
            .ThenBy(s => s, Comparer<string[]>.Create((a, b) => a.Zip(b, string.CompareOrdinal).FirstOrDefault(c => c != 0)))];

    private bool Step(World w, Values v)
    {
        var changed = false;
        for (var i = 0; i < graph.Foundations.Count; i++)
        {
            var p = graph.Foundations[i];
            Set(v.Points, i, p.Status != FoundationStatus.Fallen && !w.Struck.Contains(p.Id) && AttackersOut(v, p.Id));
        }

        for (var i = 0; i < graph.Evidence.Count; i++)
        {
            var e = graph.Evidence[i];
            Set(v.Admitted, i,
                e.Legal.All(p => v.Points[point[p]])
                && (e.LegalAny.Count == 0 || e.LegalAny.Any(list => list.All(p => v.Points[point[p]])))
                && e.DerivedFrom.All(d => v.Admitted[evidence[d.Parent]] || d.Unless.Any(p => v.Points[point[p]]))
                && AttackersOut(v, e.Id + "/adm"));
            Set(v.Evidence, i,
                v.Admitted[i]
                && !w.Silent.Contains(e.Id)
                && e.Factual.All(p => v.Points[point[p]])
                && e.ReliesOn.All(r => v.Evidence[evidence[r]])
                && AttackersOut(v, e.Id));
        }

        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var n = graph.Nodes[i];
            var holding = n.Rule.Children.Count(c => v[c]);
            var rule = n.Rule.Kind switch
            {
                RuleKind.All => holding == n.Rule.Children.Count,
                RuleKind.Any => holding > 0,
                _ => holding >= n.Rule.Count,
            };
            Set(v.Nodes, i, rule && Corroborated(v, n) && AttackersOut(v, n.Id));
        }

        for (var i = 0; i < graph.Arguments.Count; i++)
        {
            var a = graph.Arguments[i];
            var overruled = a.Ruling == Ruling.Overruled && !w.Reopened.Contains(a.Id);
            if (a.By == Side.Prosecution)
            {
                Set(v.Arguments, i, !overruled && a.Premises.All(p => v[p]) && AttackersOut(v, a.Id));
            }
            else
            {
                // For the defence the value means "out".
                var answered = graph.Arguments.Select((r, j) => (r, j)).Any(x => x.r.By == Side.Prosecution && x.r.On == a.Id && v.Arguments[x.j]);
                Set(v.Arguments, i, a.Ruling != Ruling.Sustained && (!w.InPlay(a) || overruled || answered));
            }
        }

        return changed;

        void Set(bool[] values, int i, bool value)
        {
            changed |= values[i] != value;
            values[i] = value;
        }
    }

    private bool AttackersOut(Values v, string target)
    {
        for (var i = 0; i < graph.Arguments.Count; i++)
        {
            if (graph.Arguments[i].By == Side.Defence && graph.Arguments[i].On == target && !v.Arguments[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool Corroborated(Values v, ProofNode n)
    {
        if (n.Corroboration == Corroboration.None)
        {
            return true;
        }

        var items = new HashSet<string>(StringComparer.Ordinal);
        Reach(n);
        var holding = items.Where(e => v.Evidence[evidence[e]]).Select(e => graph.Evidence[evidence[e]].Origins).Where(o => o.Count > 0).ToList();
        var victims = n.Victims ?? graph.Victims;
        return holding.Count(o => !o.Any(victims.Contains)) >= n.Corroboration.MinNonVictim && Independent(holding) >= n.Corroboration.MinOrigins;

        void Reach(ProofNode from)
        {
            foreach (var child in from.Rule.Children)
            {
                if (evidence.ContainsKey(child))
                {
                    items.Add(child);
                }
                else if (AttackersOut(v, child))
                {
                    Reach(graph.Nodes[node[child]]);
                }
            }
        }
    }

    private static int Independent(List<IReadOnlyList<string>> origins)
    {
        var best = 0;
        for (var mask = 0; mask < 1 << origins.Count; mask++)
        {
            var chosen = origins.Where((_, i) => ((mask >> i) & 1) != 0).Select(o => o.Distinct()).ToList();
            if (chosen.Count > best && chosen.SelectMany(o => o).Count() == chosen.SelectMany(o => o).Distinct().Count())
            {
                best = chosen.Count;
            }
        }

        return best;
    }

    internal sealed class Values
    {
        private readonly ProofOracle oracle;

        public Values(ProofOracle oracle, bool start)
        {
            this.oracle = oracle;
            Points = Fill(oracle.point.Count);
            Admitted = Fill(oracle.evidence.Count);
            Evidence = Fill(oracle.evidence.Count);
            Nodes = Fill(oracle.node.Count);
            Arguments = Fill(oracle.argument.Count);

            bool[] Fill(int count) => [.. Enumerable.Repeat(start, count)];
        }

        public bool[] Points { get; }

        public bool[] Admitted { get; }

        public bool[] Evidence { get; }

        public bool[] Nodes { get; }

        public bool[] Arguments { get; }

        public bool this[string id] =>
            oracle.node.TryGetValue(id, out var n) ? Nodes[n]
            : oracle.evidence.TryGetValue(id, out var e) ? Evidence[e]
            : oracle.point.TryGetValue(id, out var p) ? Points[p]
            : Arguments[oracle.argument[id]];
    }
}
