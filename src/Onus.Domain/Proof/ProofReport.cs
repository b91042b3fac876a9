namespace Onus.Domain.Proof;

/// <summary>Everything the engine says about the goals of a graph: <c>onus.proof-report/1</c>, see <see cref="ProofReportJson"/>.</summary>
/// <param name="Goals">One for each goal, in ordinal order of their ids.</param>
public sealed record ProofReport(IReadOnlyList<GoalReport> Goals);

/// <summary>What a report may spend.</summary>
public sealed record ReportOptions
{
    /// <summary>Largest cut sets looked for; null deepens until complete or until the budget ends.</summary>
    public int? MaxOrder { get; init; }

    /// <summary>How many path sets are listed for a goal.</summary>
    public int MaxPaths { get; init; } = 1000;

    /// <summary>Diagram nodes that one order of one search may use.</summary>
    public int NodeBudget { get; init; } = ProofEngine.DefaultNodeBudget;
}

/// <summary>Everything the engine says about one goal.</summary>
/// <param name="Id">The goal.</param>
/// <param name="RuledOnly">Its state with ruled challenges only.</param>
/// <param name="WithFiled">Its state with filed challenges as well.</param>
/// <param name="WithAll">Its state with every challenge anybody thought of.</param>
/// <param name="Cuts">What it depends on.</param>
/// <param name="Paths">What carries it alone.</param>
/// <param name="Moves">What the defence needs; null without defence arguments.</param>
/// <param name="Reversals">What a successful appeal would need; null when no defence argument was overruled.</param>
/// <param name="Victim">How it relies on its victims; null when it has none.</param>
public sealed record GoalReport(
    string Id,
    ProofState RuledOnly,
    ProofState WithFiled,
    ProofState WithAll,
    CutSets Cuts,
    PathSets Paths,
    MoveSets? Moves,
    MoveSets? Reversals,
    VictimReport? Victim);

/// <summary>What one goal depends on and how it relies on its victims: the part of a <see cref="GoalReport"/> that pages and papers read.</summary>
/// <param name="Cuts">What it depends on.</param>
/// <param name="Victim">How it relies on its victims; null when it has none.</param>
public sealed record GoalReliance(CutSets Cuts, VictimReport? Victim);

/// <summary>How a goal relies on its victims, and how firmly it holds without them.</summary>
/// <param name="Reliance">Categories and what holds without them.</param>
/// <param name="KWith">Size of the goal's smallest cut.</param>
/// <param name="KWithout">The same once all victims' open foundations are down.</param>
/// <param name="PerVictim">The same for each victim alone, in the order of <see cref="Proof.Reliance.PerVictim"/>.</param>
public sealed record VictimReport(Reliance Reliance, int? KWith, KWithout KWithout, IReadOnlyList<KWithout> PerVictim);

/// <content>The whole report.</content>
public sealed partial class ProofEngine
{
    /// <summary>Answers everything about the goals of the graph. The order of the graph's lists does not matter.</summary>
    public ProofReport Report(ReportOptions? options = null)
    {
        options ??= new();
        string[] goals = [.. Graph.Goals.Order(StringComparer.Ordinal)];
        int[] nodes = [.. goals.Select(circuit.NodeIndex)];
        var standing = Evaluate();
        var cuts = SearchCuts(goals, options.MaxOrder, options.NodeBudget);
        var paths = PathsOf(goals, options.MaxPaths, options.NodeBudget);
        var moves = MovesOn(goals, options.NodeBudget);
        var reversals = ReversalsOn(goals, options.NodeBudget);
        var victims = VictimsOf(nodes, RelianceOf(goals), cuts, options.NodeBudget);
        return new([.. goals.Select((id, i) => new GoalReport(
            id,
            standing[id, Reading.RuledOnly],
            standing[id, Reading.WithFiled],
            standing[id, Reading.WithAll],
            Named(cuts[i]),
            paths[i],
            moves?[i],
            reversals?[i],
            victims[i]))]);
    }

    /// <summary>
    /// Answers for one node only what it depends on and how it relies on its victims. Other goals share neither the work nor the budget, so what is
    /// found does not depend on what else is asked.
    /// </summary>
    /// <param name="node">Id of a node, usually a goal.</param>
    /// <param name="options">What may be spent; paths are not asked for.</param>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    public GoalReliance ReportOn(string node, ReportOptions? options = null)
    {
        options ??= new();
        string[] goal = [node];
        var cuts = SearchCuts(goal, options.MaxOrder, options.NodeBudget);
        return new(Named(cuts[0]), VictimsOf([circuit.NodeIndex(node)], RelianceOf(goal), cuts, options.NodeBudget)[0]);
    }

    private VictimReport?[] VictimsOf(int[] nodes, IReadOnlyList<Reliance?> reliance, IReadOnlyList<FoundSets> cuts, int nodeBudget)
    {
        var reports = new VictimReport?[nodes.Length];
        var persons = nodes.Select(circuit.DistinctVictimsOf).ToList();
        foreach (var group in Enumerable.Range(0, nodes.Length).Where(i => reliance[i] is not null).GroupBy(i => persons[i]))
        {
            int[] members = [.. group];
            var victims = persons[members[0]];
            int[] of = [.. members.Select(i => nodes[i])];
            FoundSets[] known = [.. members.Select(i => cuts[i])];
            var together = WithoutPersons(victims, of, known, nodeBudget);
            KWithout[][] each = [.. victims.Select(v => WithoutPersons([v], of, known, nodeBudget))];
            for (var j = 0; j < members.Length; j++)
            {
                var i = members[j];
                reports[i] = new(reliance[i]!, cuts[i].Sets is [var smallest, ..] ? smallest.Length : null, together[j], [.. each.Select(e => e[j])]);
            }
        }

        return reports;
    }
}
