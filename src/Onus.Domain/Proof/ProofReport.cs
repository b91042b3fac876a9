namespace Onus.Domain.Proof;

/// <summary>Everything the engine says about the goals of a graph: <c>onus.proof-report/1</c>, see <see cref="ProofReportJson"/>.</summary>
/// <param name="Goals">One for each goal, in ordinal order of their ids.</param>
/// <param name="Warnings">What could not be decided and how it was counted, in ordinal order of the nodes' ids; empty where everything was.</param>
public sealed record ProofReport(IReadOnlyList<GoalReport> Goals, IReadOnlyList<ProofWarning> Warnings);

/// <summary>What a report may spend.</summary>
public sealed record ReportOptions
{
    /// <summary>Largest cut sets looked for, with and without victims; null deepens until complete or until the budget ends.</summary>
    public int? MaxOrder { get; init; }

    /// <summary>How many path sets are listed for a goal.</summary>
    public int MaxPaths { get; init; } = 1000;

    /// <summary>
    /// Diagram nodes that each of the questions about cuts, paths, moves and reversals may use, all orders and goals together; the cuts without victims
    /// share as much again in equal parts.
    /// </summary>
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
    /// <summary>
    /// Answers everything about the goals of the graph. Ids do not matter: another name gets the same answer. The order of the graph's lists can matter
    /// only to how far a search gets before its budget ends, since what is met first comes first in the diagrams.
    /// </summary>
    public ProofReport Report(ReportOptions? options = null)
    {
        options ??= new();
        string[] goals = [.. Graph.Goals];
        int[] nodes = [.. goals.Select(circuit.NodeIndex)];
        var standing = Evaluate();
        var cuts = SearchCuts(goals, options.MaxOrder, options.NodeBudget);
        var paths = PathsOf(goals, options.MaxPaths, options.NodeBudget);
        var moves = MovesOn(goals, nodeBudget: options.NodeBudget);
        var reversals = ReversalsOn(goals, nodeBudget: options.NodeBudget);
        var victims = VictimsOf(nodes, RelianceOf(goals), cuts, options);
        return new([.. goals.Select((id, i) => new GoalReport(
            id,
            standing[id, Reading.RuledOnly],
            standing[id, Reading.WithFiled],
            standing[id, Reading.WithAll],
            Named(cuts[i]),
            paths[i],
            moves?[i],
            reversals?[i],
            victims[i])).OrderBy(g => g.Id, StringComparer.Ordinal)], Warnings);
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
        return new(Named(cuts[0]), VictimsOf([circuit.NodeIndex(node)], RelianceOf(goal), cuts, options)[0]);
    }

    private VictimReport?[] VictimsOf(int[] nodes, IReadOnlyList<Reliance?> reliance, IReadOnlyList<FoundSets> cuts, ReportOptions options)
    {
        var reports = new VictimReport?[nodes.Length];
        var persons = nodes.Select(circuit.DistinctVictimsOf).ToList();
        var groups = Enumerable.Range(0, nodes.Length).Where(i => reliance[i] is not null).GroupBy(i => persons[i]).ToList();

        // Equal parts, so that no victim's answer depends on whose name comes first; one victim alone is the same question as all together.
        var budget = options.NodeBudget / Math.Max(1, groups.Sum(g => g.Key.Count == 1 ? 1 : 1 + g.Key.Count));
        foreach (var group in groups)
        {
            int[] members = [.. group];
            var victims = group.Key;
            int[] of = [.. members.Select(i => nodes[i])];
            FoundSets[] known = [.. members.Select(i => cuts[i])];
            var together = WithoutPersons(victims, of, known, options.MaxOrder, budget);
            KWithout[][] each = victims.Count == 1 ? [together] : [.. victims.Select(v => WithoutPersons([v], of, known, options.MaxOrder, budget))];
            for (var j = 0; j < members.Length; j++)
            {
                var i = members[j];
                reports[i] = new(reliance[i]!, cuts[i].Smallest, together[j], [.. each.Select(e => e[j])]);
            }
        }

        return reports;
    }
}
