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

    [Fact]
    public void Lists_that_overlap_in_too_many_ways_are_a_fault_and_no_long_wait()
    {
        var r = new Random(1);
        string[][] lists = [.. Enumerable.Range(0, 3000).Select(_ => Enumerable.Range(0, 3).Select(_ => "o" + r.Next(100)).Distinct().ToArray())];
        var fault = Assert.Single(Graph(3, lists).Faults());
        Assert.Equal("$.nodes[0].corroboration.minOrigins", fault.Path);
        Assert.Contains("overlap in too many ways", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Graph(1, lists).Faults());
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
