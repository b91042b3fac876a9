namespace Onus.Domain.Proof;

/// <summary>What-ifs of one graph, solved together, 64 for the price of one.</summary>
internal sealed class Worlds(ProofCircuit circuit)
{
    private readonly List<ulong[]> batches = [];
    private int count;

    /// <summary>Adds a world in which every foundation stands that has not fallen, and gives its number.</summary>
    public int Add(Reading reading)
    {
        if (count % 64 == 0)
        {
            batches.Add(new ulong[circuit.Circuit.Variables]);
        }

        var variables = batches[^1];
        var bit = 1UL << (count % 64);
        for (var p = 0; p < circuit.Graph.Foundations.Count; p++)
        {
            variables[ProofCircuit.PointVariable(p)] |= circuit.Graph.Foundations[p].Status == FoundationStatus.Fallen ? 0 : bit;
        }

        for (var e = 0; e < circuit.Graph.Evidence.Count; e++)
        {
            variables[circuit.HeardVariable(e)] |= bit;
        }

        for (var a = 0; a < circuit.Graph.Arguments.Count; a++)
        {
            variables[circuit.OutVariable(a)] |= InPlay(circuit.Graph.Arguments[a], reading) ? 0 : bit;
        }

        return count++;
    }

    /// <summary>Fells a foundation in one world, whatever its status.</summary>
    public void Strike(int world, int point) => Clear(world, ProofCircuit.PointVariable(point));

    /// <summary>Keeps one piece of evidence from being heard in one world; its admission is untouched.</summary>
    public void Silence(int world, int item) => Clear(world, circuit.HeardVariable(item));

    /// <summary>Solves all worlds added so far.</summary>
    public Solution Solve() => new(circuit.Circuit, batches);

    private static bool InPlay(Argument argument, Reading reading) => argument.Ruling switch
    {
        Ruling.Sustained => true,
        Ruling.Overruled => false,
        _ => reading == Reading.WithAll || (reading == Reading.WithFiled && argument.Status == ArgumentStatus.Filed),
    };

    private void Clear(int world, int variable) => batches[world / 64][variable] &= ~(1UL << (world % 64));

    /// <summary>The values of every gate in every world.</summary>
    public sealed class Solution(Circuit circuit, IReadOnlyList<ulong[]> batches)
    {
        private readonly ulong[][] lower = [.. batches.Select(b => Valuation.Lower(circuit, b))];
        private readonly ulong[]?[] upper = new ulong[]?[batches.Count];

        /// <summary>Whether a gate stands in a world, in the lower value.</summary>
        public bool Stands(int gate, int world) => Bit(lower[world / 64], gate, world);

        public ProofState StateOf(int gate, int world)
        {
            if (Stands(gate, world))
            {
                return ProofState.Stands;
            }

            var values = upper[world / 64] ??= Valuation.Upper(circuit, batches[world / 64]);
            return Bit(values, gate, world) ? ProofState.Contested : ProofState.Fails;
        }

        private static bool Bit(ulong[] values, int gate, int world) => ((values[gate] >> (world % 64)) & 1) != 0;
    }
}
