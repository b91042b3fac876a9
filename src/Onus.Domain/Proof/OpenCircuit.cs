namespace Onus.Domain.Proof;

/// <summary>What a search may do with a variable of the circuit.</summary>
internal enum Binding : byte
{
    /// <summary>The search chooses.</summary>
    Free = 0,

    /// <summary>It is true throughout.</summary>
    True,

    /// <summary>It is false throughout.</summary>
    False,
}

/// <summary>
/// What is left of a circuit when some variables are bound: only gates whose lower value still depends on a free variable, and only those below the
/// roots. Gates with one open input are that input. Variables come in the order in which a depth-first walk from the roots meets them:
/// what stands close together in the case stands close together in the diagram.
/// </summary>
internal sealed class OpenCircuit
{
    private readonly Circuit circuit;
    private readonly bool?[] constants;
    private readonly Dictionary<int, int> local = [];
    private readonly List<(GateKind Kind, int Threshold, int[] Inputs)> gates = [];

    public OpenCircuit(Circuit circuit, ReadOnlySpan<Binding> bindings, IEnumerable<int> roots)
    {
        this.circuit = circuit;
        constants = Constants(circuit, bindings);
        Roots = [.. roots.Select(r => constants[r] is { } value ? new Root(value, -1) : new Root(null, Open(r)))];
        Renumber();
        Components = Components.Of(Edges.From([.. gates.Select(g => (IReadOnlyList<int>)g.Inputs)]));
        Order();
    }

    /// <summary>One for each root asked for: its constant value, or its open gate.</summary>
    public IReadOnlyList<Root> Roots { get; }

    public Components Components { get; }

    public int Count => gates.Count;

    /// <summary>The circuit's variable of each level.</summary>
    public int[] Variables { get; private set; } = [];

    /// <summary>The level of a gate that is a variable, else -1.</summary>
    public int[] Levels { get; private set; } = [];

    public (GateKind Kind, int Threshold, int[] Inputs) this[int gate] => gates[gate];

    /// <summary>The least solution in 64 worlds at once, one bit each: every gate with the given levels lost and all others true; null when it takes more steps than are left.</summary>
    public ulong[]? Solve(ReadOnlySpan<ulong> lost, ref long left)
    {
        var values = new ulong[gates.Count];
        var first = 0;
        foreach (var end in Components.Ends)
        {
            var again = true;
            while (again)
            {
                if (left < 0)
                {
                    return null;
                }

                again = false;
                for (var i = first; i < end; i++)
                {
                    var gate = Components.Order[i];
                    var (kind, threshold, inputs) = gates[gate];
                    left -= inputs.Length + 1;
                    var value = kind == GateKind.Variable ? ~lost[Levels[gate]] : Valuation.Value(kind, threshold, inputs, values);
                    again |= value != values[gate] && end - first > 1;
                    values[gate] = value;
                }
            }

            first = end;
        }

        return values;
    }

    // A monotone gate that has the same value when all free variables are true and when all are false has it always.
    private static bool?[] Constants(Circuit circuit, ReadOnlySpan<Binding> bindings)
    {
        var variables = new ulong[circuit.Variables];
        for (var v = 0; v < variables.Length; v++)
        {
            variables[v] = bindings[v] switch { Binding.Free => 0b01, Binding.True => 0b11, _ => 0 };
        }

        return [.. Valuation.Lower(circuit, variables).Select(value => (value & 0b11) switch { 0b11 => true, 0 => false, _ => (bool?)null })];
    }

    private int Open(int root)
    {
        var stack = new Stack<int>([Resolve(root)]);
        while (stack.TryPop(out var gate))
        {
            if (local.TryAdd(gate, gates.Count))
            {
                var (kind, threshold, inputs) = Reduce(gate);
                gates.Add((kind, threshold, inputs));
                foreach (var input in inputs)
                {
                    stack.Push(input);
                }
            }
        }

        return local[Resolve(root)];
    }

    private (GateKind Kind, int Threshold, int[] Inputs) Reduce(int gate)
    {
        var kind = circuit.KindOf(gate);
        var all = circuit.InputsOf(gate).ToArray();
        int[] open = [.. all.Where(i => constants[i] is null).Select(Resolve)];
        if (kind != GateKind.AtLeast)
        {
            return (kind, 0, [.. open.Distinct()]);
        }

        var threshold = circuit.ThresholdOf(gate) - all.Count(i => constants[i] == true);
        return threshold == 1 ? (GateKind.Or, 0, [.. open.Distinct()])
            : threshold == open.Length ? (GateKind.And, 0, [.. open.Distinct()])
            : (kind, threshold, open);
    }

    // A loop of single inputs would be false for want of a reason outside it, hence constant: this ends.
    private int Resolve(int gate)
    {
        while (circuit.KindOf(gate) != GateKind.Variable)
        {
            var only = -1;
            foreach (var input in circuit.InputsOf(gate))
            {
                if (constants[input] is null)
                {
                    if (only >= 0 && only != input)
                    {
                        return gate;
                    }

                    // The same input twice is one input to "and" and "or", but not to a count.
                    if (only == input && circuit.KindOf(gate) == GateKind.AtLeast)
                    {
                        return gate;
                    }

                    only = input;
                }
            }

            gate = only;
        }

        return gate;
    }

    // Inputs were kept as gates of the whole circuit until all of them had a number here.
    private void Renumber()
    {
        for (var g = 0; g < gates.Count; g++)
        {
            gates[g] = gates[g] with { Inputs = [.. gates[g].Inputs.Select(i => local[i])] };
        }
    }

    private void Order()
    {
        Levels = new int[gates.Count];
        Array.Fill(Levels, -1);
        var whole = local.ToDictionary(p => p.Value, p => p.Key);
        var variables = new List<int>();
        var seen = new bool[gates.Count];
        var stack = new Stack<int>();
        foreach (var root in Roots.Where(r => r.Gate >= 0))
        {
            stack.Push(root.Gate);
            while (stack.TryPop(out var gate))
            {
                if (seen[gate])
                {
                    continue;
                }

                seen[gate] = true;
                if (gates[gate].Kind == GateKind.Variable)
                {
                    Levels[gate] = variables.Count;
                    variables.Add(whole[gate]);
                }

                foreach (var input in gates[gate].Inputs.Reverse())
                {
                    stack.Push(input);
                }
            }
        }

        Variables = [.. variables];
    }

    /// <summary>A root that is constant, or an open gate.</summary>
    public readonly record struct Root(bool? Constant, int Gate);
}
