using System.Numerics;

namespace Onus.Domain.Proof;

/// <summary>Solves a circuit in 64 worlds at once, one bit each. Time is linear in the circuit, times the length of its longest chain of loops.</summary>
internal static class Valuation
{
    /// <summary>The least solution: a gate in a loop is true only for a reason outside the loop. Grounded semantics.</summary>
    public static ulong[] Lower(Circuit circuit, ReadOnlySpan<ulong> variables) => Solve(circuit, variables, 0);

    /// <summary>The greatest solution: a gate in a loop is false only for a reason outside the loop.</summary>
    public static ulong[] Upper(Circuit circuit, ReadOnlySpan<ulong> variables) => Solve(circuit, variables, ulong.MaxValue);

    private static ulong[] Solve(Circuit circuit, ReadOnlySpan<ulong> variables, ulong start)
    {
        var values = new ulong[circuit.Count];
        variables.CopyTo(values);
        values.AsSpan(circuit.Variables).Fill(start);

        var order = circuit.Components.Order;
        var first = 0;
        foreach (var end in circuit.Components.Ends)
        {
            // Outside loops the second round changes nothing, and a single gate needs none.
            var again = true;
            while (again)
            {
                again = false;
                for (var i = first; i < end; i++)
                {
                    var gate = order[i];
                    if (circuit.KindOf(gate) == GateKind.Variable)
                    {
                        continue;
                    }

                    var value = Value(circuit.KindOf(gate), circuit.ThresholdOf(gate), circuit.InputsOf(gate), values);
                    again |= value != values[gate] && end - first > 1;
                    values[gate] = value;
                }
            }

            first = end;
        }

        return values;
    }

    /// <summary>What one gate that is no variable computes from its inputs, in 64 worlds.</summary>
    public static ulong Value(GateKind kind, int threshold, ReadOnlySpan<int> inputs, ulong[] values)
    {
        ulong result;
        switch (kind)
        {
            case GateKind.And:
                result = ulong.MaxValue;
                foreach (var input in inputs)
                {
                    result &= values[input];
                }

                return result;

            case GateKind.Or:
                result = 0;
                foreach (var input in inputs)
                {
                    result |= values[input];
                }

                return result;

            default:
                return AtLeast(threshold, inputs, values);
        }
    }

    // Adds the inputs of all 64 worlds in bit slices (slice b holds bit b of every world's count), then compares from the top bit down.
    private static ulong AtLeast(int threshold, ReadOnlySpan<int> inputs, ulong[] values)
    {
        var bits = BitOperations.Log2((uint)inputs.Length) + 1;
        Span<ulong> slices = stackalloc ulong[bits];
        slices.Clear();
        foreach (var input in inputs)
        {
            var carry = values[input];
            for (var b = 0; b < bits && carry != 0; b++)
            {
                (slices[b], carry) = (slices[b] ^ carry, slices[b] & carry);
            }
        }

        ulong more = 0;
        var equal = ulong.MaxValue;
        for (var b = bits - 1; b >= 0; b--)
        {
            if (((threshold >> b) & 1) == 0)
            {
                more |= equal & slices[b];
                equal &= ~slices[b];
            }
            else
            {
                equal &= slices[b];
            }
        }

        return more | equal;
    }
}
