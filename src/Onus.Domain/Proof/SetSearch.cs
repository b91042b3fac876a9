namespace Onus.Domain.Proof;

/// <summary>Which sets are searched.</summary>
internal enum SetKind : byte
{
    /// <summary>Minimal sets of free variables whose loss makes the root false, all else being true.</summary>
    Cuts = 0,

    /// <summary>Minimal sets of free variables that make the root true, all else being false.</summary>
    Paths,
}

/// <summary>How far a search goes. All limits count the same on every machine.</summary>
/// <param name="MaxOrder">Largest sets looked for; null for no limit.</param>
/// <param name="NodeBudget">Diagram nodes that the search of one order may use, for all roots together.</param>
/// <param name="MaxSets">More sets than this are not listed: the last order with fewer is the answer.</param>
internal readonly record struct SearchLimits(int? MaxOrder, int NodeBudget, int MaxSets);

/// <summary>What a search found for one root.</summary>
/// <param name="Sets">Minimal sets of variables, ascending; shortest first, then lexicographically.</param>
/// <param name="Order">Every minimal set of at most this size was found.</param>
/// <param name="Complete">Whether it is proved that there is no larger one.</param>
internal sealed record FoundSets(IReadOnlyList<int[]> Sets, int Order, bool Complete);

/// <summary>
/// Searches minimal sets by order-limited diagrams, deepened one order at a time: everything up to order K is exact before anything of order K + 1 is
/// looked at. Loops are solved by iteration from the end that the least solution prescribes; restricted to sets of at most K variables that is
/// exact, since a function's value at a set depends on its inputs' values at that set only. Worst case O(variables^K).
/// </summary>
internal sealed class SetSearch
{
    // The operations recurse once a variable; the stack of a server thread carries this many with room to spare.
    private const int MaxVariables = 3000;

    private readonly OpenCircuit circuit;
    private readonly SetKind kind;
    private readonly SearchLimits limits;

    private SetSearch(OpenCircuit circuit, SetKind kind, SearchLimits limits) => (this.circuit, this.kind, this.limits) = (circuit, kind, limits);

    /// <summary>Every minimal set of each root, as far as the limits go.</summary>
    public static IReadOnlyList<FoundSets> All(Circuit circuit, ReadOnlySpan<Binding> bindings, IReadOnlyList<int> roots, SetKind kind, SearchLimits limits) =>
        new SetSearch(new(circuit, bindings, roots), kind, limits).Run(_ => false, limits.MaxSets);

    /// <summary>The smallest <paramref name="count"/> sets of each root; complete when those are all.</summary>
    public static IReadOnlyList<FoundSets> Smallest(Circuit circuit, ReadOnlySpan<Binding> bindings, IReadOnlyList<int> roots, SetKind kind, int count, SearchLimits limits) =>
        new SetSearch(new(circuit, bindings, roots), kind, limits).Run(found => found > count, count);

    /// <summary>For each root the order at which its first sets appear, with one of them.</summary>
    public static IReadOnlyList<FoundSets> First(Circuit circuit, ReadOnlySpan<Binding> bindings, IReadOnlyList<int> roots, SetKind kind, SearchLimits limits) =>
        new SetSearch(new(circuit, bindings, roots), kind, limits).Run(found => found > 0, 1);

    private IReadOnlyList<FoundSets> Run(Func<long, bool> enough, int listed)
    {
        var results = new FoundSets?[circuit.Roots.Count];
        for (var r = 0; r < results.Length; r++)
        {
            if (circuit.Roots[r].Constant is { } value)
            {
                // A cut is wanted where the root is false, a path where it is true; the empty set is one when that is so already.
                results[r] = new(value == (kind == SetKind.Paths) ? [[]] : [], 0, true);
            }
        }

        Level? last = null;
        for (var order = 1; results.Contains(null); order++)
        {
            var level = order > limits.MaxOrder || circuit.Variables.Length > MaxVariables ? null : Solve(order, results);
            for (var r = 0; r < results.Length; r++)
            {
                if (results[r] is not null)
                {
                    continue;
                }

                var found = level?.Count(r) ?? 0;
                if (level is null || (found > limits.MaxSets && listed == limits.MaxSets))
                {
                    results[r] = last?.List(r, listed, complete: false) ?? new([], 0, false);
                }
                else if (!level.WasCut(r) || enough(found))
                {
                    results[r] = level.List(r, listed, complete: !level.WasCut(r) && found <= listed);
                }
            }

            last = level;
        }

        return [.. results.Select(r => r!)];
    }

    /// <summary>The families of all gates that unanswered roots need, up to an order; null when the budget does not suffice.</summary>
    private Level? Solve(int order, FoundSets?[] done)
    {
        var diagram = new Diagram(limits.NodeBudget);
        var gates = new GateFamilies(circuit, diagram, kind, order);
        return gates.Solve(done) ? new(circuit, diagram, gates, order) : null;
    }

    private sealed record Level(OpenCircuit Circuit, Diagram Diagram, GateFamilies Gates, int Order)
    {
        public long Count(int root) => Diagram.CountOf(Gates.FamilyOf(Circuit.Roots[root].Gate));

        public bool WasCut(int root) => Gates.WasCut(Circuit.Roots[root].Gate);

        public FoundSets List(int root, int count, bool complete) =>
            new(Diagram.Smallest(Gates.FamilyOf(Circuit.Roots[root].Gate), count, Circuit.Variables), Order, complete);
    }
}
