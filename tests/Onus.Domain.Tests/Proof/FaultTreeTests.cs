using System.Globalization;
using System.Numerics;
using Onus.Bench.Proof;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>The engine's diagrams on public fault trees whose numbers of cut sets are published.</summary>
public sealed class FaultTreeTests
{
    [Theory]
    [InlineData("baobab2")]
    [InlineData("chinese")]
    [InlineData("das9201")]
    [InlineData("das9205")]
    [InlineData("das9209")]
    [InlineData("edf9201")]
    [InlineData("isp9603")]
    public void A_published_tree_has_its_published_cut_sets_and_probability(string name)
    {
        var (tree, expected) = Published(name);
        var answer = FaultTreeSolver.Solve(tree, maxOrder: null, probability: true);
        Assert.Equal(BigInteger.Parse(expected[3], CultureInfo.InvariantCulture), answer.Products);
        Assert.Equal(expected[5], string.Join(' ', answer.ByOrder));
        Assert.Null(answer.CompleteToOrder);
        Assert.Equal(double.Parse(expected[4], CultureInfo.InvariantCulture).ToString("E5", CultureInfo.InvariantCulture), answer.Probability!.Value.ToString("E5", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("baobab3", 4)]
    [InlineData("das9202", 3)]
    [InlineData("edf9205", 4)]
    [InlineData("elf9601", 4)]
    [InlineData("isp9604", 3)]
    [InlineData("nus9601", 2)]
    public void The_search_by_order_finds_the_same_cut_sets_as_far_as_it_goes(string name, int order)
    {
        var (tree, expected) = Published(name);
        var answer = FaultTreeSolver.Solve(tree, order, probability: false);
        Assert.Equal(expected[5].Split(' ').Take(order), answer.ByOrder.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(order, answer.CompleteToOrder);
        Assert.Null(answer.Probability);
    }

    [Fact]
    public void Path_sets_of_the_dual_are_the_same_sets()
    {
        // A tree's cut sets are its paths to "true"; as cuts of the dual they are found by the other half of the engine.
        var (tree, expected) = Published("chinese");
        var limits = new SearchLimits(null, 1_000_000, 100_000);
        var cuts = SetSearch.All(tree.Circuit, new Binding[tree.Circuit.Variables], [tree.Top], SetKind.Paths, limits)[0];
        Assert.True(cuts.Complete);
        Assert.Equal(expected[5], string.Join(' ', Enumerable.Range(1, 6).Select(k => cuts.Sets.Count(s => s.Length == k))));
        var paths = SetSearch.All(tree.Circuit, new Binding[tree.Circuit.Variables], [tree.Top], SetKind.Cuts, limits)[0];
        Assert.True(paths.Complete);
        Assert.All(cuts.Sets, cut => Assert.All(paths.Sets, path => Assert.True(cut.Intersect(path).Any())));
    }

    private static (FaultTree Tree, string[] Expected) Published(string name)
    {
        var folder = Shared.PathOf("vectors/proof/aralia");
        Assert.SkipUnless(folder is not null, "The shared fault trees are not here.");
        var row = File.ReadLines(Path.Combine(folder!, "expected.csv")).Single(l => l.StartsWith(name + ",", StringComparison.Ordinal));
        return (FaultTree.Read(Path.Combine(folder!, name + ".xml")), row.Split(','));
    }
}
