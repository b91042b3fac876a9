using System.Diagnostics;
using System.Globalization;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>The engine against full enumeration of the semantics.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_answer_about_random_graphs_equals_full_enumeration()
    {
        var (graphs, goals, standing, cuts, moves) = (0, 0, 0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        for (var seed = 0; seed < RandomGraphs.Count(10_000, deep: 100_000); seed++)
        {
            // A truth table doubles with every foundation: one graph in four is large, and most are seen in their number.
            var graph = RandomGraphs.Of(seed, seed % 4 == 0 ? 12 : 8);
            Assert.True(graph.Faults().Count == 0, $"seed {seed}: {string.Join("; ", graph.Faults())}");
            var engine = new ProofEngine(graph);
            var oracle = new ProofOracle(graph);
            var report = engine.Report();
            Compare(seed, graph, oracle, report);

            graphs++;
            goals += report.Goals.Count;
            standing += report.Goals.Count(g => g.RuledOnly == ProofState.Stands);
            cuts += report.Goals.Sum(g => g.Cuts.Sets.Count);
            moves += report.Goals.Sum(g => g.Moves?.Sets.Count ?? 0);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"figure: {graphs} random proof graphs against truth tables: {goals} goals of which {standing} stand, {cuts} cut sets, {moves} sets of moves, 0 differences, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        Assert.True(standing > goals / 4, "Most goals fail: the generator tests too little.");
    }

    [Fact]
    public void Every_state_of_every_item_in_every_what_if_equals_the_fixed_point()
    {
        var (compared, contested) = (0, 0);
        for (var seed = 0; seed < RandomGraphs.Count(1000); seed++)
        {
            var graph = RandomGraphs.Of(seed);
            var oracle = new ProofOracle(graph);
            var r = new Random(seed);
            string[] struck = [.. graph.Foundations.Select(p => p.Id).Where(_ => r.Next(5) == 0)];
            var standing = new ProofEngine(graph).Evaluate(struck);
            foreach (var (reading, inPlay) in Readings)
            {
                var world = new ProofOracle.World { InPlay = inPlay, Struck = [.. struck] };
                var (lower, upper) = (oracle.Solve(world), oracle.Solve(world, upper: true));
                foreach (var id in graph.Foundations.Select(p => p.Id).Concat(graph.Evidence.Select(e => e.Id)).Concat(graph.Nodes.Select(n => n.Id)).Concat(graph.Arguments.Select(a => a.Id)))
                {
                    var expected = lower[id] ? ProofState.Stands : upper[id] ? ProofState.Contested : ProofState.Fails;
                    Assert.True(expected == standing[id, reading], $"seed {seed}, {id}, {reading}: expected {expected}");
                    compared++;
                    contested += expected == ProofState.Contested ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{compared} states, {contested} contested");
        Assert.True(contested > 100, "Hardly anything is contested: the generator tests too little.");
    }

    [Fact]
    public void A_limited_search_lists_exactly_what_it_claims()
    {
        for (var seed = 0; seed < RandomGraphs.Count(600); seed++)
        {
            var graph = RandomGraphs.Of(seed);
            var engine = new ProofEngine(graph);
            var all = engine.CutsOf(graph.Goals);
            var order = seed % 5;
            var limited = engine.CutsOf(graph.Goals, order);
            foreach (var (full, part) in all.Zip(limited))
            {
                Assert.Equal(full.Sets.Where(s => s.Count <= order), part.Sets);
                if (full.Sets.Any(s => s.Count > order))
                {
                    Assert.Equal(order, part.CompleteToOrder);
                }
                else
                {
                    Assert.True(part.CompleteToOrder is null || part.CompleteToOrder == order, $"seed {seed}");
                }

                Assert.Equal(part.Sets.Count > 0 ? part.K : part.IsComplete ? null : order + 1, part.KAtLeast);
            }

            var count = seed % 4;
            foreach (var (full, part) in engine.PathsOf(graph.Goals, 5000).Zip(engine.PathsOf(graph.Goals, count)))
            {
                Assert.True(full.IsComplete);
                Assert.Equal(full.Sets.Take(count), part.Sets);
                Assert.Equal(full.Sets.Count <= count, part.IsComplete);
            }
        }
    }

    [Fact]
    public void What_hangs_on_each_foundation_equals_striking_it()
    {
        for (var seed = 0; seed < RandomGraphs.Count(300); seed++)
        {
            var graph = RandomGraphs.Of(seed);
            var oracle = new ProofOracle(graph);
            var before = oracle.Solve(new() { InPlay = ProofOracle.RuledOnly });
            var dependences = new ProofEngine(graph).Dependences();
            Assert.Equal(graph.Foundations.Where(p => p.Status != FoundationStatus.Fallen).Select(p => p.Id).Order(StringComparer.Ordinal), dependences.Select(d => d.Foundation));
            foreach (var dependence in dependences)
            {
                var after = oracle.Solve(new() { InPlay = ProofOracle.RuledOnly, Struck = [dependence.Foundation] });
                Assert.Equal(graph.Evidence.Select(e => e.Id).Where(id => before[id] && !after[id]).Order(StringComparer.Ordinal), dependence.Evidence);
                Assert.Equal(graph.Nodes.Select(n => n.Id).Where(id => before[id] && !after[id]).Order(StringComparer.Ordinal), dependence.Nodes);
            }
        }
    }

    [Fact]
    public void Reliance_of_every_node_equals_full_enumeration()
    {
        for (var seed = 0; seed < RandomGraphs.Count(300); seed++)
        {
            var graph = RandomGraphs.Of(seed, 8);
            var oracle = new ProofOracle(graph);
            string[] ids = [.. graph.Nodes.Select(n => n.Id)];
            var truth = oracle.Truth(ids);
            foreach (var (id, reliance) in ids.Zip(new ProofEngine(graph).RelianceOf(ids)))
            {
                Compare($"seed {seed}, {id}", graph, oracle, truth[id], id, reliance);
            }
        }
    }

    private static readonly (Reading Reading, Func<Argument, bool> InPlay)[] Readings =
    [
        (Reading.RuledOnly, ProofOracle.RuledOnly),
        (Reading.WithFiled, ProofOracle.WithFiled),
        (Reading.WithAll, ProofOracle.WithAll),
    ];

    private static void Compare(int seed, ProofGraph graph, ProofOracle oracle, ProofReport report)
    {
        var truth = oracle.Truth(graph.Goals);
        Assert.Equal(graph.Goals.Order(StringComparer.Ordinal), report.Goals.Select(g => g.Id));
        foreach (var goal in report.Goals)
        {
            var at = $"seed {seed}, {goal.Id}";
            var holds = truth[goal.Id];
            Assert.True(oracle.State(new() { InPlay = ProofOracle.RuledOnly }, goal.Id) == goal.RuledOnly, at);
            Assert.True(oracle.State(new() { InPlay = ProofOracle.WithFiled }, goal.Id) == goal.WithFiled, at);
            Assert.True(oracle.State(new() { InPlay = ProofOracle.WithAll }, goal.Id) == goal.WithAll, at);
            var cuts = oracle.Cuts(holds);
            Same(at + " cuts", cuts, goal.Cuts.Sets);
            Assert.True(goal.Cuts.IsComplete, at);
            Assert.Equal(cuts.Count > 0 ? cuts[0].Length : null, goal.Cuts.K);
            Assert.Equal(goal.Cuts.K, goal.Cuts.KAtLeast);
            Same(at + " paths", oracle.Paths(holds), goal.Paths.Sets);
            Assert.True(goal.Paths.IsComplete, at);

            Moves(at + " moves", graph, oracle, goal.Id, Ruling.None, goal.Moves, graph.Arguments.Any(a => a.By == Side.Defence));
            Moves(at + " reversals", graph, oracle, goal.Id, Ruling.Overruled, goal.Reversals, graph.Arguments.Any(a => a is { By: Side.Defence, Ruling: Ruling.Overruled }));

            Compare(at, graph, oracle, holds, goal.Id, goal.Victim?.Reliance);
            if (goal.Victim is { } victim)
            {
                var victims = VictimsOf(graph, goal.Id);
                Assert.True(victim.KWith == goal.Cuts.K, at);
                Assert.True(Without(oracle, holds, victims) == victim.KWithout.K, at + " kWithout");
                Assert.Equal(victims.Select(v => Without(oracle, holds, [v])), victim.PerVictim.Select(k => k.K));
            }
        }
    }

    private static void Moves(string at, ProofGraph graph, ProofOracle oracle, string goal, Ruling ruling, MoveSets? moves, bool present)
    {
        Assert.True(present == moves is not null, at);
        if (moves is not null)
        {
            string[] playable = [.. graph.Arguments.Where(a => a.By == Side.Defence && a.Ruling == ruling).Select(a => a.Id)];
            Same(at, oracle.Moves(goal, playable, reopened: ruling == Ruling.Overruled), moves.Sets);
            Assert.True(moves.IsComplete, at);
        }
    }

    private static void Compare(string at, ProofGraph graph, ProofOracle oracle, bool[] holds, string node, Reliance? reliance)
    {
        var victims = VictimsOf(graph, node);
        Assert.True(victims.Count == 0 == reliance is null, at);
        if (reliance is null)
        {
            return;
        }

        Assert.True(Category(oracle, holds, victims) == reliance.Category, at + " category");
        Assert.Equal(victims.Select(v => (v, Category(oracle, holds, [v]))), reliance.PerVictim);
        var testimony = graph.Foundations.Where(p => p.Status == FoundationStatus.Open && p.Testimony && p.Person is { } person && victims.Contains(person)).Select(p => p.Id);
        var information = graph.Evidence.Where(e => e.Origins.Count > 0 && e.Origins.All(victims.Contains)).Select(e => e.Id);
        Assert.True(reliance.HoldsWithout.Testimony == oracle.Solve(new() { InPlay = ProofOracle.RuledOnly, Struck = [.. testimony] })[node], at + " testimony");
        Assert.True(reliance.HoldsWithout.Information == oracle.Solve(new() { InPlay = ProofOracle.RuledOnly, Silent = [.. information] })[node], at + " information");
        Assert.True(reliance.HoldsWithout.Belief == holds[(holds.Length - 1) & ~oracle.MaskOf(victims)], at + " belief");
        var points = graph.Foundations.Where(p => p.Status == FoundationStatus.Open && p.Person is { } person && victims.Contains(person)).Select(p => p.Id);
        Assert.True(reliance.HoldsWithout.Credit == oracle.Solve(new() { InPlay = ProofOracle.RuledOnly, Struck = [.. points], Silent = [.. information] })[node], at + " credit");
    }

    private static RelianceCategory Category(ProofOracle oracle, bool[] holds, IReadOnlyList<string> victims)
    {
        var own = oracle.MaskOf(victims);
        var (a, b) = (holds[(holds.Length - 1) & ~own], holds[own]);
        return !holds[^1] ? RelianceCategory.NotProven
            : a && b ? RelianceCategory.Either
            : a ? RelianceCategory.VictimNotNeeded
            : b ? RelianceCategory.VictimAlone
            : RelianceCategory.VictimNeededWithOthers;
    }

    private static int? Without(ProofOracle oracle, bool[] holds, IReadOnlyList<string> victims)
    {
        var own = oracle.MaskOf(victims);
        var cuts = oracle.Cuts(holds, own);
        return holds[(holds.Length - 1) & ~own] && cuts.Count > 0 ? cuts[0].Length : null;
    }

    private static List<string> VictimsOf(ProofGraph graph, string node) =>
        [.. (graph.Nodes.Single(n => n.Id == node).Victims ?? graph.Victims).Distinct().Order(StringComparer.Ordinal)];

    private static void Same(string at, List<string[]> expected, IReadOnlyList<IReadOnlyList<string>> actual)
    {
        static string Text(IEnumerable<IReadOnlyList<string>> sets) => string.Join(" ", sets.Select(s => "{" + string.Join(",", s) + "}"));
        Assert.True(Text(expected) == Text(actual), $"{at}: expected {Text(expected)} but was {Text(actual)}");
    }
}
