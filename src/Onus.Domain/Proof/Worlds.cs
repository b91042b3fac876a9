using System.Numerics;

namespace Onus.Domain.Proof;

/// <summary>What-ifs of one graph, solved together, 64 for the price of one.</summary>
internal sealed class Worlds(ProofCircuit circuit)
{
    private readonly List<Batch> batches = [];
    private int count;

    /// <summary>Adds a world in which every foundation stands that has not fallen, and gives its number.</summary>
    public int Add(Reading reading)
    {
        if (count % 64 == 0)
        {
            batches.Add(new(new ulong[3], []));
        }

        batches[^1].Worlds[(int)reading] |= 1UL << (count % 64);
        return count++;
    }

    /// <summary>Fells a foundation in one world, whatever its status.</summary>
    public void Strike(int world, int point) => Clear(world, ProofCircuit.PointVariable(point));

    /// <summary>Keeps one piece of evidence from being heard in one world; its admission is untouched.</summary>
    public void Silence(int world, int item) => Clear(world, circuit.HeardVariable(item));

    /// <summary>Solves all worlds added so far.</summary>
    public Solution Solve() => new(circuit.Circuit, [.. batches.Select(Variables)], count);

    private ulong[] Variables(Batch batch)
    {
        var variables = new ulong[circuit.Circuit.Variables];
        var all = batch.Worlds[0] | batch.Worlds[1] | batch.Worlds[2];
        for (var p = 0; p < circuit.Graph.Foundations.Count; p++)
        {
            variables[ProofCircuit.PointVariable(p)] = circuit.Graph.Foundations[p].Status == FoundationStatus.Fallen ? 0 : all;
        }

        for (var e = 0; e < circuit.Graph.Evidence.Count; e++)
        {
            variables[circuit.HeardVariable(e)] = all;
        }

        for (var a = 0; a < circuit.Graph.Arguments.Count; a++)
        {
            for (var reading = 0; reading < batch.Worlds.Length; reading++)
            {
                variables[circuit.OutVariable(a)] |= InPlay(circuit.Graph.Arguments[a], (Reading)reading) ? 0 : batch.Worlds[reading];
            }
        }

        foreach (var (variable, world) in batch.Cleared)
        {
            variables[variable] &= ~world;
        }

        return variables;
    }

    private static bool InPlay(Argument argument, Reading reading) => argument.Ruling switch
    {
        Ruling.Sustained => true,
        Ruling.Overruled => false,
        _ => reading == Reading.WithAll || (reading == Reading.WithFiled && argument.Status == ArgumentStatus.Filed),
    };

    private void Clear(int world, int variable) => batches[world / 64].Cleared.Add((variable, 1UL << (world % 64)));

    /// <param name="Worlds">For each reading the worlds that are under it, one bit each.</param>
    /// <param name="Cleared">Variables that are false in some worlds.</param>
    private sealed record Batch(ulong[] Worlds, List<(int Variable, ulong World)> Cleared);

    /// <summary>The values of every gate in every world.</summary>
    public sealed class Solution(Circuit circuit, IReadOnlyList<ulong[]> batches, int count)
    {
        private readonly ulong[][] lower = [.. batches.Select(b => Valuation.Lower(circuit, b))];
        private readonly ulong[]?[] upper = new ulong[]?[batches.Count];

        /// <summary>Whether a gate stands in a world, in the lower value.</summary>
        public bool Stands(int gate, int world) => Bit(lower[world / 64], gate, world);

        /// <summary>The worlds in which a gate does not stand, ascending.</summary>
        public IEnumerable<int> WorldsWithout(int gate)
        {
            for (var b = 0; b < lower.Length; b++)
            {
                var last = b + 1 < lower.Length || count % 64 == 0 ? ulong.MaxValue : (1UL << (count % 64)) - 1;
                for (var lost = ~lower[b][gate] & last; lost != 0; lost &= lost - 1)
                {
                    yield return (b * 64) + BitOperations.TrailingZeroCount(lost);
                }
            }
        }

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
