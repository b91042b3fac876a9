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
/// <param name="NodeBudget">Diagram nodes that the search may use, for all orders and all roots together.</param>
/// <param name="MaxSets">More sets than this are not listed: the last order with fewer is the answer.</param>
internal readonly record struct SearchLimits(int? MaxOrder, int NodeBudget, int MaxSets);

/// <summary>What a search found for one root.</summary>
/// <param name="Sets">Minimal sets of variables; shortest first, then by the places that the search was given.</param>
/// <param name="Order">Every minimal set of at most this size was found and listed.</param>
/// <param name="Complete">Whether it is proved that there is no larger one.</param>
/// <param name="NotListed">Sets of the next size that were found and are too many to list.</param>
internal sealed record FoundSets(IReadOnlyList<int[]> Sets, int Order, bool Complete, UnlistedSets? NotListed = null)
{
    /// <summary>Size of the smallest set, listed or not; null when none was found.</summary>
    public int? Smallest => Sets is [var set, ..] ? set.Length : NotListed?.Size;
}

/// <summary>
/// Searches minimal sets by order-limited diagrams, deepened one order at a time: everything up to order K is exact before anything of order K + 1 is
/// looked at. Loops are solved by iteration from the end that the least solution prescribes; restricted to sets of at most K variables that is
/// exact, since a function's value at a set depends on its inputs' values at that set only. Worst case O(variables^K), ended by the budget; single
/// losses are found by trying them where the diagrams do not reach them.
/// </summary>
internal sealed class SetSearch
{
    // The operations recurse once a variable; the stack of a server thread carries this many with room to spare.
    private const int MaxVariables = 3000;

    private readonly OpenCircuit circuit;
    private readonly SetKind kind;
    private readonly SearchLimits limits;
    private readonly int[] labels;
    private readonly int[]? byPlace;

    private SetSearch(OpenCircuit circuit, int[]? places, SetKind kind, SearchLimits limits)
    {
        (this.circuit, this.kind, this.limits) = (circuit, kind, limits);
        labels = places is null ? circuit.Variables : [.. circuit.Variables.Select(v => places[v])];
        if (places is not null)
        {
            byPlace = new int[places.Length];
            for (var v = 0; v < places.Length; v++)
            {
                byPlace[places[v]] = v;
            }
        }
    }

    /// <summary>Every minimal set of each root, as far as the limits go. Where places are given, sets are written in their order instead of the variables'.</summary>
    public static IReadOnlyList<FoundSets> All(Circuit circuit, ReadOnlySpan<Binding> bindings, IReadOnlyList<int> roots, SetKind kind, SearchLimits limits, int[]? places = null) =>
        new SetSearch(new(circuit, bindings, roots), places, kind, limits).Run(_ => false, null);

    /// <summary>The smallest <paramref name="count"/> sets of each root; complete when it is proved that those are all.</summary>
    public static IReadOnlyList<FoundSets> Smallest(Circuit circuit, ReadOnlySpan<Binding> bindings, IReadOnlyList<int> roots, SetKind kind, int count, SearchLimits limits, int[]? places = null) =>
        new SetSearch(new(circuit, bindings, roots), places, kind, limits).Run(found => found > count, count);

    /// <summary>The smallest <paramref name="count"/> sets of each root, looking no further once there are so many.</summary>
    public static IReadOnlyList<FoundSets> First(Circuit circuit, ReadOnlySpan<Binding> bindings, IReadOnlyList<int> roots, SetKind kind, int count, SearchLimits limits, int[]? places = null) =>
        new SetSearch(new(circuit, bindings, roots), places, kind, limits).Run(found => found >= count, count);

    private IReadOnlyList<FoundSets> Run(Func<long, bool> enough, int? listed)
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
        var budget = limits.NodeBudget;
        for (var order = 1; results.Contains(null); order++)
        {
            var level = order > limits.MaxOrder || circuit.Variables.Length > MaxVariables ? null : Solve(order, results, ref budget);
            var singles = level is null && order == 1 && limits.MaxOrder != 0 && kind == SetKind.Cuts ? SingleLosses.Of(circuit, limits.NodeBudget) : null;
            for (var r = 0; r < results.Length; r++)
            {
                if (results[r] is not null)
                {
                    continue;
                }

                if (singles is not null)
                {
                    results[r] = InPlaces(singles[r], listed ?? limits.MaxSets);
                    continue;
                }

                var found = level?.Count(r) ?? 0;
                if (level is null || (found > limits.MaxSets && listed is null))
                {
                    var before = last?.List(r, listed ?? limits.MaxSets, labels, complete: false) ?? new([], 0, false);
                    results[r] = Named(level is null ? before : before with { NotListed = level.Beyond(r, last) });
                }
                else if (!level.WasCut(r) || enough(found))
                {
                    var all = found <= (listed ?? limits.MaxSets);
                    var result = Named(level.List(r, listed ?? limits.MaxSets, labels, complete: all && !level.WasCut(r)));
                    results[r] = all ? result : result with { Order = order - 1 };
                }
            }

            last = level;
        }

        return [.. results.Select(r => r!)];
    }

    /// <summary>The families of all gates that unanswered roots need, up to an order; null when the budget does not suffice.</summary>
    private Level? Solve(int order, FoundSets?[] done, ref int budget)
    {
        var diagram = new Diagram(budget);
        var gates = new GateFamilies(circuit, diagram, kind, order);
        var solved = gates.Solve(done);
        budget = Math.Max(0, budget - diagram.Spent);
        diagram.Rest();
        return solved ? new(circuit, diagram, gates, order) : null;
    }

    private FoundSets InPlaces(List<int> singles, int listed)
    {
        int[] sorted = [.. singles.Select(level => labels[level]).Order()];
        return Named(sorted.Length > listed
            ? new([.. sorted.Take(listed).Select(v => new[] { v })], 0, false, new(1, sorted.Length - listed))
            : new([.. sorted.Select(v => new[] { v })], 1, false));
    }

    // Sets were listed by place; what is handed out are variables again.
    private FoundSets Named(FoundSets found) => byPlace is null ? found : found with { Sets = [.. found.Sets.Select(set => Array.ConvertAll(set, place => byPlace[place]))] };

    private sealed record Level(OpenCircuit Circuit, Diagram Diagram, GateFamilies Gates, int Order)
    {
        public long Count(int root) => Diagram.CountOf(Family(root));

        public bool WasCut(int root) => Gates.WasCut(Circuit.Roots[root].Gate);

        public FoundSets List(int root, int count, int[] labels, bool complete) => new(Diagram.Smallest(Family(root), count, labels), Order, complete);

        /// <summary>What this order adds to the one before.</summary>
        public UnlistedSets Beyond(int root, Level? before) => new(Order, Count(root) - (before?.Count(root) ?? 0));

        private int Family(int root) => Gates.FamilyOf(Circuit.Roots[root].Gate);
    }
}
