using System.Numerics;
using Onus.Domain.Proof;

namespace Onus.Bench.Proof;

/// <summary>What a fault tree came to.</summary>
/// <param name="ByOrder">Number of minimal cut sets of order 1, 2, ...</param>
/// <param name="Probability">Exact probability of the top event; null when not asked for, unknown, or beyond the limit.</param>
/// <param name="CompleteToOrder">Null when these are all cut sets, else the last order that was searched through.</param>
internal sealed record FaultTreeAnswer(IReadOnlyList<BigInteger> ByOrder, double? Probability, int? CompleteToOrder)
{
    public BigInteger Products => ByOrder.Aggregate(BigInteger.Zero, (a, b) => a + b);
}

/// <summary>Cut sets of fault trees in full, by the engine's diagrams.</summary>
internal static class FaultTreeSolver
{
    private const int BinaryNodes = 40_000_000;
    private const int SetNodes = 40_000_000;

    /// <summary>All cut sets by a binary diagram and minsol; where that is too large, or an order is given, the engine's own order-limited search.</summary>
    public static FaultTreeAnswer Solve(FaultTree tree, int? maxOrder, bool probability)
    {
        var open = new OpenCircuit(tree.Circuit, new Binding[tree.Circuit.Variables], [tree.Top]);
        if (open.Roots[0].Constant is { } constant)
        {
            return new([], constant ? 1 : 0, null);
        }

        var diagram = maxOrder is null || probability ? BinaryDiagram.Of(open, BinaryNodes) : null;
        var exact = diagram is { Exhausted: false };
        double? p = exact && probability && diagram!.Probability(tree.Probabilities) is var value && !double.IsNaN(value) ? value : null;
        if (maxOrder is null && exact)
        {
            var sets = new Diagram(int.MaxValue);
            return new(ByOrder(sets, diagram!.MinimalSets(sets)), p, null);
        }

        diagram = null;
        return Limited(open, maxOrder ?? open.Variables.Length) with { Probability = p };
    }

    private static FaultTreeAnswer Limited(OpenCircuit open, int maxOrder)
    {
        var last = new FaultTreeAnswer([], null, 0);
        for (var order = 1; order <= maxOrder; order++)
        {
            var sets = new Diagram(SetNodes);
            var gates = new GateFamilies(open, sets, SetKind.Paths, order);
            if (!gates.Solve(new FoundSets?[1]))
            {
                break;
            }

            var root = open.Roots[0].Gate;
            var byOrder = ByOrder(sets, gates.FamilyOf(root));
            if (!gates.WasCut(root))
            {
                return new(byOrder, null, null);
            }

            last = new([.. byOrder, .. Enumerable.Repeat(BigInteger.Zero, order - byOrder.Length)], null, order);
        }

        return last;
    }

    private static BigInteger[] ByOrder(Diagram sets, int family)
    {
        var counts = new Dictionary<int, BigInteger[]> { [Diagram.Empty] = [BigInteger.Zero], [Diagram.Unit] = [BigInteger.One] };
        return Of(family)[1..];

        BigInteger[] Of(int f)
        {
            if (!counts.TryGetValue(f, out var result))
            {
                var (high, low) = (Of(sets.HighOf(f)), Of(sets.LowOf(f)));
                result = new BigInteger[sets.LargestOf(f) + 1];
                for (var i = 0; i < result.Length; i++)
                {
                    result[i] = (i > 0 && i <= high.Length ? high[i - 1] : 0) + (i < low.Length ? low[i] : 0);
                }

                counts.Add(f, result);
            }

            return result;
        }
    }
}
