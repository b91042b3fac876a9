namespace Onus.Domain.Proof;

/// <summary>The family of minimal sets of every gate of an open circuit, up to one order.</summary>
internal sealed class GateFamilies
{
    private readonly OpenCircuit circuit;
    private readonly Diagram diagram;
    private readonly SetKind kind;
    private readonly int order;
    private readonly int[] families;
    private readonly bool[] cut;

    public GateFamilies(OpenCircuit circuit, Diagram diagram, SetKind kind, int order)
    {
        this.circuit = circuit;
        this.diagram = diagram;
        this.kind = kind;
        this.order = order;
        families = new int[circuit.Count];
        cut = new bool[circuit.Count];

        // The least solution starts from "nothing holds": no path anywhere, and the empty set is a cut of everything.
        Array.Fill(families, kind == SetKind.Paths ? Diagram.Empty : Diagram.Unit);
    }

    public int FamilyOf(int gate) => families[gate];

    /// <summary>Whether something larger than the order was left out below a gate, be it minimal or not.</summary>
    public bool WasCut(int gate) => cut[gate];

    /// <summary>Computes what the roots without a result need; false when the diagram's budget ended.</summary>
    public bool Solve(FoundSets?[] done)
    {
        var needed = Needed(done);
        var sequence = circuit.Components.Order;
        var first = 0;
        foreach (var end in circuit.Components.Ends)
        {
            var again = true;
            while (again && !diagram.Exhausted)
            {
                again = false;
                for (var i = first; i < end; i++)
                {
                    var gate = sequence[i];
                    if (!needed[gate])
                    {
                        continue;
                    }

                    var before = (families[gate], cut[gate]);
                    families[gate] = Combine(gate);
                    again |= end - first > 1 && before != (families[gate], cut[gate]);
                }
            }

            first = end;
        }

        return !diagram.Exhausted;
    }

    private bool[] Needed(FoundSets?[] done)
    {
        var needed = new bool[circuit.Count];
        var stack = new Stack<int>(circuit.Roots.Where((r, i) => done[i] is null).Select(r => r.Gate));
        while (stack.TryPop(out var gate))
        {
            if (!needed[gate])
            {
                needed[gate] = true;
                foreach (var input in circuit[gate].Inputs)
                {
                    stack.Push(input);
                }
            }
        }

        return needed;
    }

    private int Combine(int gate)
    {
        var (gateKind, threshold, inputs) = circuit[gate];
        diagram.Step(inputs.Length);
        foreach (var input in inputs)
        {
            cut[gate] |= cut[input];
        }

        // For cuts every gate is read in the dual: "all hold" fails where one fails, "k of n hold" where n - k + 1 fail.
        return (gateKind, kind) switch
        {
            (GateKind.Variable, _) => diagram.Single(circuit.Levels[gate]),
            (GateKind.And, SetKind.Cuts) or (GateKind.Or, SetKind.Paths) => AnyOf(inputs),
            (GateKind.Or, SetKind.Cuts) or (GateKind.And, SetKind.Paths) => AllOf(inputs, ref cut[gate]),
            _ => AtLeast(kind == SetKind.Paths ? threshold : inputs.Length - threshold + 1, inputs, ref cut[gate]),
        };
    }

    // Inputs are combined from the last to the first, so that most of what is added lies above what is there, and a wide gate costs its width, not its square.
    private int AnyOf(int[] inputs)
    {
        var result = Diagram.Empty;
        for (var i = inputs.Length - 1; i >= 0; i--)
        {
            result = diagram.Union(result, families[inputs[i]]);
        }

        return result;
    }

    // Families whose smallest sets are large come first: they take the product to the limit soonest.
    private int AllOf(int[] inputs, ref bool wasCut)
    {
        var result = Diagram.Unit;
        foreach (var family in inputs.Reverse().Select(i => families[i]).OrderByDescending(diagram.SmallestOf))
        {
            result = diagram.Product(result, family, order, ref wasCut);
        }

        return result;
    }

    private int AtLeast(int count, int[] inputs, ref bool wasCut)
    {
        // reached[j]: where at least j of the inputs seen so far are true.
        var reached = new int[count + 1];
        reached[0] = Diagram.Unit;
        for (var i = inputs.Length - 1; i >= 0 && !diagram.Exhausted; i--)
        {
            // More than have been seen are not reached, and too few for what is left to make up need not be known.
            for (var j = Math.Min(count, inputs.Length - i); j >= Math.Max(1, count - i); j--)
            {
                if (reached[j - 1] == Diagram.Empty)
                {
                    continue;
                }

                diagram.Step(1);
                reached[j] = diagram.Union(reached[j], diagram.Product(reached[j - 1], families[inputs[i]], order, ref wasCut));
            }
        }

        return reached[count];
    }
}
