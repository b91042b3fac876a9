namespace Onus.Domain.Proof;

/// <summary>What a gate computes from its inputs.</summary>
internal enum GateKind : byte
{
    /// <summary>An input of the circuit.</summary>
    Variable = 0,

    /// <summary>True when all inputs are; true without inputs.</summary>
    And,

    /// <summary>True when one input is; false without inputs.</summary>
    Or,

    /// <summary>True when at least so many inputs are; an input may be named twice and then counts twice.</summary>
    AtLeast,
}

/// <summary>
/// A monotone system of Boolean equations in arrays: gates 0 to <see cref="Variables"/> - 1 are its variables, the others are defined by their inputs.
/// Loops are allowed; what they mean is chosen by the reader, as the least or the greatest solution.
/// </summary>
internal sealed class Circuit
{
    private readonly GateKind[] kinds;
    private readonly int[] thresholds;
    private readonly Edges inputs;

    private Circuit(int variables, GateKind[] kinds, int[] thresholds, Edges inputs)
    {
        Variables = variables;
        this.kinds = kinds;
        this.thresholds = thresholds;
        this.inputs = inputs;
        Components = Components.Of(inputs);
    }

    /// <summary>Number of variables.</summary>
    public int Variables { get; }

    /// <summary>Number of gates, variables included.</summary>
    public int Count => kinds.Length;

    /// <summary>The gates in an order in which inputs come first, loops kept together.</summary>
    public Components Components { get; }

    public GateKind KindOf(int gate) => kinds[gate];

    /// <summary>How many inputs an <see cref="GateKind.AtLeast"/> gate needs.</summary>
    public int ThresholdOf(int gate) => thresholds[gate];

    public ReadOnlySpan<int> InputsOf(int gate) => inputs.Of(gate);

    /// <summary>Collects gates. A gate may be used before it is defined; one never defined is false.</summary>
    public sealed class Builder
    {
        private readonly int variables;
        private readonly List<(GateKind Kind, int Threshold, IReadOnlyList<int> Inputs)> gates = [];

        public Builder(int variables)
        {
            this.variables = variables;
            for (var i = 0; i < variables; i++)
            {
                gates.Add((GateKind.Variable, 0, []));
            }

            True = Add(GateKind.And, []);
            False = Add(GateKind.Or, []);
        }

        public int True { get; }

        public int False { get; }

        /// <summary>Gates added so far, variables included.</summary>
        public int Count => gates.Count;

        /// <summary>Reserves gates to be defined later and gives the first of them.</summary>
        public int Reserve(int count)
        {
            var first = gates.Count;
            gates.AddRange(Enumerable.Repeat((GateKind.Or, 0, (IReadOnlyList<int>)[]), count));
            return first;
        }

        /// <summary>Forgets every gate added since there were <paramref name="count"/>; none of them may be used any more.</summary>
        public void TakeBack(int count) => gates.RemoveRange(count, gates.Count - count);

        public void Define(int gate, GateKind kind, IReadOnlyList<int> inputs) => gates[gate] = (kind, 0, inputs);

        public int And(IReadOnlyList<int> inputs) => inputs.Count == 1 ? inputs[0] : Add(GateKind.And, inputs);

        public int Or(IReadOnlyList<int> inputs) => inputs.Count == 1 ? inputs[0] : Add(GateKind.Or, inputs);

        public int AtLeast(int count, IReadOnlyList<int> inputs)
        {
            if (count <= 1)
            {
                return count == 1 ? Or(inputs) : True;
            }

            if (count >= inputs.Count)
            {
                return count == inputs.Count ? And(inputs) : False;
            }

            gates.Add((GateKind.AtLeast, count, inputs));
            return gates.Count - 1;
        }

        public Circuit Build() => new(
            variables,
            [.. gates.Select(g => g.Kind)],
            [.. gates.Select(g => g.Threshold)],
            Edges.From([.. gates.Select(g => g.Inputs)]));

        private int Add(GateKind kind, IReadOnlyList<int> inputs)
        {
            gates.Add((kind, 0, inputs));
            return gates.Count - 1;
        }
    }
}
