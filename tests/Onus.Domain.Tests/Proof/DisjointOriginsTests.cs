using System.Text.Json.Nodes;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>"So many sources independent of each other", over lists of origins that overlap in many ways.</summary>
public sealed class DisjointOriginsTests
{
    [Theory]
    [InlineData(2, 6)]
    [InlineData(2, 30)]
    [InlineData(3, 12)]
    [InlineData(3, 30)]
    public void Overlapping_lists_are_counted_exactly(int minOrigins, int names)
    {
        var held = 0;
        const int graphs = 60, worlds = 25;
        for (var seed = 0; seed < graphs; seed++)
        {
            var r = new Random(seed);
            string[][] lists = [.. Enumerable.Range(0, 16).Select(_ => Enumerable.Range(0, r.Next(1, 4)).Select(_ => "o" + r.Next(names)).Distinct().ToArray())];
            var engine = new ProofEngine(Graph(minOrigins, lists));
            for (var world = 0; world < worlds; world++)
            {
                var share = r.NextDouble();
                int[] up = [.. Enumerable.Range(0, lists.Length).Where(_ => r.NextDouble() < share)];
                var expected = Independent([.. up.Select(i => lists[i])], minOrigins);
                held += expected ? 1 : 0;
                var standing = engine.Evaluate([.. Enumerable.Range(0, lists.Length).Except(up).Select(i => $"p{i}")]);
                Assert.True(expected == (standing["g", Reading.RuledOnly] == ProofState.Stands), $"seed {seed}, world {world}");
            }
        }

        Assert.InRange(held, graphs * worlds / 10, graphs * worlds * 9 / 10);
    }

    [Fact]
    public void Three_thousand_lists_that_each_overlap_a_few_others_are_answered()
    {
        const int n = 3000;
        var graph = Graph(3, [.. Enumerable.Range(0, n).Select(i => new[] { $"o{i:D4}", $"o{i + 1:D4}" })]);
        Assert.Empty(graph.Faults());
        var engine = new ProofEngine(graph);
        Assert.Equal(ProofState.Stands, engine.Evaluate()["g", Reading.RuledOnly]);
        string[] struck = [.. Enumerable.Range(0, n).Where(i => i is not (5 or 6 or 2000)).Select(i => $"p{i}")];
        Assert.Equal(ProofState.Fails, engine.Evaluate(struck)["g", Reading.RuledOnly]);
        Assert.Equal(ProofState.Stands, engine.Evaluate([.. struck.Where(p => p != "p7")])["g", Reading.RuledOnly]);
    }

    [Fact]
    public void Three_thousand_lists_that_share_a_few_hubs_are_answered()
    {
        // Each source has an origin of its own and one of four that many share.
        var graph = Graph(3, [.. Enumerable.Range(0, 3000).Select(i => new[] { $"a{i:D4}", $"hub{i % 4}" })]);
        Assert.Empty(graph.Faults());
        var engine = new ProofEngine(graph);
        Assert.Equal(ProofState.Stands, engine.Evaluate()["g", Reading.RuledOnly]);
        Assert.Equal(ProofState.Fails, engine.Evaluate([.. Enumerable.Range(0, 3000).Where(i => i % 4 > 1).Select(i => $"p{i}")])["g", Reading.RuledOnly]);
    }

    [Theory]
    [InlineData(400, 40, 5)]
    [InlineData(3000, 100, 3)]
    [InlineData(900, 60, 4)]
    public void Lists_that_overlap_in_too_many_ways_count_as_unmet_with_a_warning_and_spoil_nothing_else(int items, int names, int each)
    {
        var r = new Random(1);
        string[][] lists = [.. Enumerable.Range(0, items).Select(_ => Enumerable.Range(0, each).Select(_ => "o" + r.Next(names)).Distinct().ToArray())];
        var rule = Graph(3, lists);
        Assert.Empty(rule.Faults());
        var beside = rule with
        {
            Goals = ["g", "above", "beside"],
            Nodes =
            [
                .. rule.Nodes,
                new("above", Rule.All("g", "beside")),
                new("beside", Rule.All("e0", "e1")) { Corroboration = new(MinOrigins: 1) },
            ],
        };
        var engine = new ProofEngine(beside);
        var warning = Assert.Single(engine.Warnings);
        Assert.Equal("g", warning.Node);
        Assert.Contains($"the {items} items", warning.Message, StringComparison.Ordinal);
        var goals = engine.Report(new() { MaxPaths = 10 }).Goals.ToDictionary(goal => goal.Id);
        Assert.Equal((ProofState.Fails, 0), (goals["g"].RuledOnly, goals["g"].Cuts.K));
        Assert.Equal((ProofState.Fails, 0), (goals["above"].RuledOnly, goals["above"].Cuts.K));
        Assert.Equal(ProofState.Stands, goals["beside"].RuledOnly);
        Assert.Equal([["p0"], ["p1"]], goals["beside"].Cuts.Sets);
        Assert.True(goals["beside"].Cuts.IsComplete);
        Assert.Empty(new ProofEngine(Graph(1, lists)).Warnings);
    }

    [Fact]
    public void Each_rule_that_is_too_complex_is_named_and_the_report_says_so()
    {
        var r = new Random(2);
        string[][] lists = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 5).Select(_ => "o" + r.Next(40)).Distinct().ToArray())];
        var graph = Graph(3, lists);
        graph = graph with
        {
            Goals = ["top"],
            Nodes = [.. graph.Nodes, new("f", Rule.AtLeast(2, graph.Nodes[0].Rule.Children)) { Corroboration = new(3, 1) }, new("top", Rule.Any("f", "g"))],
        };
        var report = new ProofEngine(graph).Report();
        Assert.Equal(["f", "g"], report.Warnings.Select(w => w.Node));
        var json = JsonNode.Parse(ProofReportJson.Write(report).Span)!;
        Assert.Equal(["f", "g"], json["warnings"]!.AsArray().Select(w => w!["node"]!.GetValue<string>()));
        Assert.Equal("fails", json["goals"]!["top"]!["ruledOnly"]!.GetValue<string>());
    }

    private static ProofGraph Graph(int minOrigins, string[][] lists) => new()
    {
        Goals = ["g"],
        Foundations = [.. lists.Select((_, i) => new Foundation($"p{i}"))],
        Evidence = [.. lists.Select((list, i) => new EvidenceItem($"e{i}") { Factual = [$"p{i}"], Origins = list })],
        Nodes = [new("g", Rule.Any([.. lists.Select((_, i) => $"e{i}")])) { Corroboration = new(minOrigins, 0) }],
    };

    private static bool Independent(string[][] lists, int count) => count == 0
        || lists.Index().Any(item => Independent([.. lists.Skip(item.Index + 1).Where(other => !other.Intersect(item.Item).Any())], count - 1));
}
