using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>How far a search goes, what it says where it ends, and what is found all the same.</summary>
public sealed class SearchLimitTests
{
    [Theory]
    [InlineData(10, 20, 11, 167_960)]
    [InlineData(9, 22, 14, 319_770)]
    [InlineData(12, 24, 13, 2_496_144)]
    public void The_smallest_size_is_known_though_there_are_too_many_sets_to_list(int needed, int of, int k, long count)
    {
        var engine = new ProofEngine(Wide(of, children => Rule.AtLeast(needed, children)));
        var cuts = engine.CutsOf(["g"])[0];
        Assert.Equal((k, k, k - 1, false), (cuts.K!.Value, cuts.KAtLeast!.Value, cuts.SearchedTo, cuts.IsComplete));
        Assert.Empty(cuts.Sets);
        Assert.Equal(new UnlistedSets(k, count), cuts.NotListed);

        // Without any one of them it is a smaller question of the same kind.
        Assert.Equal(k - 1, engine.Report(new() { MaxPaths = 1 }).Goals[0].Victim!.PerVictim[0].K);
    }

    [Fact]
    public void Sets_of_the_size_before_are_still_listed_when_those_of_the_next_are_too_many()
    {
        var wide = Wide(20, children => Rule.AtLeast(10, children));
        var cuts = new ProofEngine(wide with
        {
            Goals = ["both"],
            Foundations = [.. wide.Foundations, new("warrant")],
            Evidence = [.. wide.Evidence, new("search") { Legal = ["warrant"] }],
            Nodes = [.. wide.Nodes, new("both", Rule.All("g", "search"))],
        }).CutsOf(["both"])[0];
        Assert.Equal([["warrant"]], cuts.Sets);
        Assert.Equal((1, 10, new UnlistedSets(11, 167_960)), (cuts.K!.Value, cuts.SearchedTo, cuts.NotListed));
    }

    [Fact]
    public void One_budget_holds_for_all_orders_together()
    {
        // One alternative more is one order more. No order of these needs 400 nodes; forty together do.
        var graph = Wide(40, children => Rule.Any(children));
        Assert.False(new ProofEngine(graph).CutsOf(["g"], nodeBudget: 400)[0].IsComplete);
        Assert.True(new ProofEngine(graph).CutsOf(["g"], nodeBudget: 20_000)[0].IsComplete);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(350)]
    public void A_chain_of_exceptions_has_its_single_loss_and_its_pairs_whatever_its_length(int length)
    {
        // Each was found through the one before, unless an independent source led there.
        var graph = new ProofGraph
        {
            Goals = ["g"],
            Foundations = [.. Enumerable.Range(0, length).SelectMany(i => new Foundation[] { new($"paper{i:000}"), new($"source{i:000}") })],
            Evidence = [.. Enumerable.Range(0, length).Select(i => new EvidenceItem($"e{i:000}")
            {
                Legal = [$"paper{i:000}"], DerivedFrom = i == 0 ? [] : [new Derivation($"e{i - 1:000}", [$"source{i:000}"])],
            })],
            Nodes = [new("g", Rule.Any($"e{length - 1:000}"))],
        };
        Assert.Empty(graph.Faults());
        var cuts = new ProofEngine(graph).CutsOf(["g"], 2)[0];
        Assert.Equal([[$"paper{length - 1:000}"], [$"paper{length - 2:000}", $"source{length - 1:000}"]], cuts.Sets);
        Assert.Equal(1, new ProofEngine(graph).CutsOf(["g"])[0].K);
    }

    [Theory]
    [InlineData(3001, 1)]
    [InlineData(3500, 2)]
    [InlineData(12_000, 3)]
    public void Single_losses_are_found_among_more_foundations_than_diagrams_hold(int width, int shared)
    {
        // Each exhibit rests on a device of its own and on one of a few warrants, or on all of them where there is one place only.
        string[] warrants = [.. Enumerable.Range(0, shared).Select(i => $"w{i}")];
        var wide = Wide(width, children => Rule.Any(children));
        var graph = wide with
        {
            Goals = ["g", "loose"],
            Foundations = [.. wide.Foundations, .. warrants.Select(w => new Foundation(w))],
            Evidence = [.. wide.Evidence.Select(e => e with { Legal = warrants }), new("other") { Factual = ["p0"] }, new("another") { Factual = ["p1"] }],
            Nodes = [.. wide.Nodes, new("loose", Rule.Any("other", "another"))],
        };
        var report = new ProofEngine(graph).Report();
        Assert.Equal(warrants.Select(w => new[] { w }), report.Goals[0].Cuts.Sets);
        Assert.Equal((1, 1, 1), (report.Goals[0].Cuts.K!.Value, report.Goals[0].Cuts.KAtLeast!.Value, report.Goals[0].Cuts.CompleteToOrder!.Value));
        Assert.Equal(1, report.Goals[0].Victim!.KWithout.K);
        Assert.Equal((null, 2, 1), (report.Goals[1].Cuts.K, report.Goals[1].Cuts.KAtLeast!.Value, report.Goals[1].Cuts.CompleteToOrder!.Value));
        Assert.Equal(0, new ProofEngine(graph).CutsOf(["g"], 0)[0].SearchedTo);
    }

    [Fact]
    public void Single_losses_by_trying_equal_those_of_the_search()
    {
        var found = 0;
        for (var seed = 0; seed < RandomGraphs.Count(1000); seed++)
        {
            // A budget of nothing leaves only what is tried; it is worth no trying either, so the first order is asked of a small one.
            var graph = RandomGraphs.Of(300_000 + seed);
            var engine = new ProofEngine(graph);
            foreach (var (whole, tried) in engine.CutsOf(graph.Goals).Zip(engine.CutsOf(graph.Goals, nodeBudget: 2)))
            {
                if (tried.IsComplete)
                {
                    continue;
                }

                Assert.Equal(1, tried.SearchedTo);
                Assert.Equal(whole.Sets.Where(s => s.Count == 1), tried.Sets);
                found += tried.Sets.Count;
            }
        }

        Assert.True(found > 300, "Hardly anything turns on one foundation: the generator tests too little.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Cuts_without_victims_are_searched_no_further_than_asked(int order)
    {
        // Of two of twenty the first smallest cut has nineteen members, and eighteen without her.
        var graph = Wide(20, children => Rule.AtLeast(2, children));
        var goal = new ProofEngine(graph).Report(new() { MaxOrder = order }).Goals[0];
        Assert.Equal((null, order + 1), (goal.Cuts.K, goal.Cuts.KAtLeast!.Value));
        Assert.Equal(new KWithout(null, order), goal.Victim!.KWithout);
        Assert.Equal([new KWithout(null, order), new KWithout(null, order)], goal.Victim.PerVictim);
        var json = System.Text.Json.Nodes.JsonNode.Parse(ProofReportJson.Write(new ProofEngine(graph).Report(new() { MaxOrder = order })).Span)!["goals"]!["g"]!["victim"]!;
        Assert.Null(json["kWithout"]);
        Assert.Equal(order + 1, json["kWithoutAtLeast"]!.GetValue<int>());
        Assert.Equal(order + 1, json["perVictim"]!["V"]!["kWithoutAtLeast"]!.GetValue<int>());
        Assert.Equal(order + 1, json["perVictim"]!["W"]!["kWithoutAtLeast"]!.GetValue<int>());
        Assert.Equal(new KWithout(17), new ProofEngine(graph).Report().Goals[0].Victim!.KWithout);
    }

    [Fact]
    public void The_first_moves_are_the_first_of_all_moves()
    {
        var cut = 0;
        for (var seed = 0; seed < RandomGraphs.Count(1000); seed++)
        {
            var graph = RandomGraphs.Of(400_000 + seed, 6);
            var engine = new ProofEngine(graph);
            var count = 1 + (seed % 3);
            Check(engine.MovesOn(graph.Goals), engine.MovesOn(graph.Goals, count));
            Check(engine.ReversalsOn(graph.Goals), engine.ReversalsOn(graph.Goals, count));

            void Check(IReadOnlyList<MoveSets>? all, IReadOnlyList<MoveSets>? first)
            {
                Assert.Equal(all is null, first is null);
                foreach (var (whole, some) in (all ?? []).Zip(first ?? []))
                {
                    Assert.Equal(whole.Sets.Take(count), some.Sets);
                    Assert.True(!some.IsComplete || whole.Sets.Count <= count);
                    Assert.All(whole.Sets.Where(s => s.Count <= some.SearchedTo), s => Assert.Contains(s, some.Sets));
                    cut += whole.Sets.Count > count ? 1 : 0;
                }
            }
        }

        Assert.True(cut > 20, "Hardly any goal has many moves: the generator tests too little.");
    }

    [Fact]
    public void Three_moves_of_hundreds_of_challenges_are_found_without_looking_at_the_rest()
    {
        // 400 exhibits, each challenged; any three of these challenges together win, and there are ten million such sets.
        var wide = Wide(400, children => Rule.AtLeast(398, children));
        var graph = wide with { Arguments = [.. Enumerable.Range(0, 400).Select(i => new Argument($"a{i:D3}", Side.Defence, $"e{i}"))] };
        var engine = new ProofEngine(graph);
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.MovesOn(["g"], first: 0));
        var moves = engine.MovesOn(["g"], first: 3)![0];
        Assert.Equal([["a000", "a001", "a002"], ["a000", "a001", "a003"], ["a000", "a001", "a004"]], moves.Sets);
        Assert.Equal((2, false), (moves.SearchedTo, moves.IsComplete));
    }

    /// <summary>One node over so many exhibits, each with a foundation of its own; the first two rest on victims.</summary>
    private static ProofGraph Wide(int width, Func<string[], Rule> rule) => new()
    {
        Goals = ["g"],
        Victims = ["V", "W"],
        Foundations = [.. Enumerable.Range(0, width).Select(i => new Foundation($"p{i}") { Person = i switch { 0 => "V", 1 => "W", _ => null } })],
        Evidence = [.. Enumerable.Range(0, width).Select(i => new EvidenceItem($"e{i}") { Factual = [$"p{i}"] })],
        Nodes = [new("g", rule([.. Enumerable.Range(0, width).Select(i => $"e{i}")]))],
    };
}
