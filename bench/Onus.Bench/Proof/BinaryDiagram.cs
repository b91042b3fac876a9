using Onus.Domain.Proof;

namespace Onus.Bench.Proof;

/// <summary>
/// A binary decision diagram of an open circuit: exact probability, and all minimal sets of any size by Rauzy's minsol (1993).
/// Probabilities exist in this program only.
/// </summary>
internal sealed class BinaryDiagram
{
    private const int False = 0;
    private const int True = 1;

    private readonly OpenCircuit circuit;
    private readonly int limit;
    private int[] levels = new int[1 << 16];
    private int[] highs = new int[1 << 16];
    private int[] lows = new int[1 << 16];
    private int[] table = new int[1 << 17];
    private (int A, int B, int Result)[] results = new (int, int, int)[1 << 18];
    private int count = 2;

    private BinaryDiagram(OpenCircuit circuit, int limit)
    {
        this.circuit = circuit;
        this.limit = limit;
        levels[False] = levels[True] = int.MaxValue;
        Root = Build();
    }

    /// <summary>Whether the diagram outgrew its limit and means nothing.</summary>
    public bool Exhausted { get; private set; }

    public int Root { get; }

    /// <summary>The diagram of the first root, which must not be constant.</summary>
    public static BinaryDiagram Of(OpenCircuit circuit, int limit) => new(circuit, limit);

    /// <summary>The probability of the root when variables are independent; <paramref name="probabilities"/> by variable of the circuit.</summary>
    public double Probability(double[] probabilities)
    {
        // Nodes are made after their branches, so one pass upwards is enough.
        var value = new double[count];
        value[True] = 1;
        for (var node = 2; node < count; node++)
        {
            var p = probabilities[circuit.Variables[levels[node]]];
            value[node] = (p * value[highs[node]]) + ((1 - p) * value[lows[node]]);
        }

        return value[Root];
    }

    /// <summary>All minimal sets that make the root true.</summary>
    public int MinimalSets(Diagram sets)
    {
        var reached = new bool[count];
        reached[Root] = true;
        for (var node = count - 1; node > 1; node--)
        {
            if (reached[node])
            {
                reached[highs[node]] = reached[lows[node]] = true;
            }
        }

        var family = new int[count];
        family[True] = Diagram.Unit;
        for (var node = 2; node < count; node++)
        {
            if (reached[node])
            {
                var low = family[lows[node]];
                family[node] = sets.Node(levels[node], sets.Without(family[highs[node]], low), low);
            }
        }

        return family[Root];
    }

    private int Build()
    {
        var functions = new int[circuit.Count];
        foreach (var gate in circuit.Components.Order)
        {
            var (kind, threshold, inputs) = circuit[gate];
            functions[gate] = kind switch
            {
                GateKind.Variable => Node(circuit.Levels[gate], True, False),
                GateKind.And => Fold(inputs, functions, and: true),
                GateKind.Or => Fold(inputs, functions, and: false),
                _ => AtLeast(threshold, inputs, functions),
            };
        }

        return functions[circuit.Roots[0].Gate];
    }

    // Late variables first: a function is joined to what lies below it.
    private int Fold(int[] inputs, int[] functions, bool and)
    {
        var result = and ? True : False;
        foreach (var f in inputs.Select(i => functions[i]).OrderByDescending(f => levels[f]))
        {
            result = Apply(result, f, and);
        }

        return result;
    }

    private int AtLeast(int threshold, int[] inputs, int[] functions)
    {
        var reached = new int[threshold + 1];
        reached[0] = True;
        foreach (var f in inputs.Select(i => functions[i]).OrderByDescending(f => levels[f]))
        {
            for (var j = threshold; j >= 1; j--)
            {
                reached[j] = Apply(reached[j], Apply(reached[j - 1], f, and: true), and: false);
            }
        }

        return reached[threshold];
    }

    private int Apply(int a, int b, bool and)
    {
        var (neutral, absorbing) = and ? (True, False) : (False, True);
        if (a == absorbing || b == absorbing)
        {
            return absorbing;
        }

        if (a == b || b == neutral)
        {
            return a;
        }

        if (a == neutral)
        {
            return b;
        }

        if (Exhausted)
        {
            return False;
        }

        if (a > b)
        {
            (a, b) = (b, a);
        }

        // The sign of the second operand tells the operation; the memory of results may forget.
        var key = and ? b : -b;
        var slot = Hash(a, key, 7) & (results.Length - 1);
        if (results[slot] is var known && known.A == a && known.B == key)
        {
            return known.Result;
        }

        var level = Math.Min(levels[a], levels[b]);
        var (highA, lowA) = levels[a] == level ? (highs[a], lows[a]) : (a, a);
        var (highB, lowB) = levels[b] == level ? (highs[b], lows[b]) : (b, b);
        var result = Node(level, Apply(highA, highB, and), Apply(lowA, lowB, and));
        results[Hash(a, key, 7) & (results.Length - 1)] = (a, key, result);
        return result;
    }

    private int Node(int level, int high, int low)
    {
        if (high == low)
        {
            return low;
        }

        var slot = Hash(level, high, low) & (table.Length - 1);
        while (table[slot] is var node && node != 0)
        {
            if (levels[node] == level && highs[node] == high && lows[node] == low)
            {
                return node;
            }

            slot = (slot + 1) & (table.Length - 1);
        }

        if (count >= limit)
        {
            Exhausted = true;
            return False;
        }

        if (count == levels.Length)
        {
            Grow();
        }

        (levels[count], highs[count], lows[count]) = (level, high, low);
        Put(count);
        return count++;
    }

    private void Put(int node)
    {
        var slot = Hash(levels[node], highs[node], lows[node]) & (table.Length - 1);
        while (table[slot] != 0)
        {
            slot = (slot + 1) & (table.Length - 1);
        }

        table[slot] = node;
    }

    private void Grow()
    {
        var size = levels.Length * 2;
        Array.Resize(ref levels, size);
        Array.Resize(ref highs, size);
        Array.Resize(ref lows, size);
        table = new int[size * 2];
        results = new (int, int, int)[Math.Min(size * 4, 1 << 24)];
        for (var node = 2; node < count; node++)
        {
            Put(node);
        }
    }

    private static int Hash(int a, int b, int c)
    {
        unchecked
        {
            var h = ((uint)a * 0x9E3779B1u) ^ ((uint)b * 0x85EBCA77u) ^ ((uint)c * 0xC2B2AE3Du);
            h ^= h >> 15;
            h *= 0x2C1B3C6Du;
            return (int)((h ^ (h >> 13)) & 0x7FFFFFFF);
        }
    }
}
