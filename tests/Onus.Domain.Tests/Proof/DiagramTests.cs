using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>The operations on families of minimal sets against the same on plain lists of bit masks.</summary>
public sealed class DiagramTests
{
    private const int Variables = 9;

    [Fact]
    public void Union_product_and_difference_equal_those_of_plain_lists()
    {
        for (var seed = 0; seed < RandomGraphs.Count(4000); seed++)
        {
            var r = new Random(seed);
            var (a, b, order) = (Family(r), Family(r), r.Next(Variables + 1));
            var diagram = new Diagram(1_000_000);
            var (x, y) = (Build(diagram, a), Build(diagram, b));

            Assert.Equal(Minimal([.. a, .. b]), Sets(diagram, diagram.Union(x, y)));
            Assert.Equal(a.Where(s => !b.Exists(t => (s & t) == t)).Order(), Sets(diagram, diagram.Without(x, y)));

            var all = Minimal([.. from s in a from t in b select s | t]);
            var cut = false;
            var product = diagram.Product(x, y, order, ref cut);
            Assert.Equal(all.Where(s => int.PopCount(s) <= order), Sets(diagram, product));
            Assert.True(cut || all.TrueForAll(s => int.PopCount(s) <= order), "Something was left out silently.");
            Assert.False(cut && order >= Variables, "Nothing can be larger than all variables.");

            // Equal families have equal numbers, whatever the way to them.
            Assert.Equal(product, diagram.Product(y, x, order, ref cut));
            Assert.Equal(diagram.Union(x, y), Build(diagram, Minimal([.. a, .. b])));
            Assert.False(diagram.Exhausted);
        }
    }

    [Fact]
    public void The_smallest_sets_are_listed_in_order_however_few_are_asked_for()
    {
        int[] names = [4, 7, 1, 0, 8, 3, 2, 6, 5];
        for (var seed = 0; seed < RandomGraphs.Count(1000); seed++)
        {
            var r = new Random(seed);
            var family = Family(r);
            var diagram = new Diagram(1_000_000);
            var root = Build(diagram, family);
            var expected = family.Select(s => Enumerable.Range(0, Variables).Where(v => (s >> v & 1) != 0).Select(v => names[v]).Order().ToArray())
                .OrderBy(s => s.Length)
                .ThenBy(s => string.Concat(s), StringComparer.Ordinal)
                .ToList();
            Assert.Equal(expected.Count, diagram.CountOf(root));
            var count = r.Next(expected.Count + 2);
            Assert.Equal(expected.Take(count), diagram.Smallest(root, count, names));
        }
    }

    [Fact]
    public void A_diagram_whose_budget_ended_says_so()
    {
        var diagram = new Diagram(10);
        _ = Enumerable.Range(0, 30).Aggregate(Diagram.Empty, (f, v) => diagram.Union(f, diagram.Single(v)));
        Assert.True(diagram.Exhausted);
    }

    private static List<int> Family(Random r) => Minimal([.. Enumerable.Range(0, r.Next(12)).Select(_ => r.Next(1 << Variables) & r.Next(1 << Variables))]);

    private static List<int> Minimal(List<int> sets) => [.. sets.Where(s => !sets.Exists(t => t != s && (s & t) == t)).Distinct().Order()];

    // Node by node, so that nothing that is tested builds what it is tested on.
    private static int Build(Diagram diagram, List<int> sets, int level = 0) =>
        sets.Count == 0 ? Diagram.Empty
        : sets is [0] ? Diagram.Unit
        : diagram.Node(
            level,
            Build(diagram, [.. sets.Where(s => (s >> level & 1) != 0).Select(s => s & ~(1 << level))], level + 1),
            Build(diagram, [.. sets.Where(s => (s >> level & 1) == 0)], level + 1));

    private static IEnumerable<int> Sets(Diagram diagram, int family) =>
        diagram.Smallest(family, int.MaxValue, [.. Enumerable.Range(0, Variables)]).Select(s => s.Sum(v => 1 << v)).Order();
}
