namespace Onus.Domain.Proof;

/// <summary>Why something does not hold.</summary>
[Flags]
public enum LossReasons
{
    /// <summary>No reason; never stated of a lost item.</summary>
    None = 0,

    /// <summary>It is no longer admitted: a legal foundation, all alternative grounds, or the admission of what it derives from.</summary>
    Admission = 1,

    /// <summary>It is no longer believed: a factual foundation or something it relies on.</summary>
    Belief = 2,

    /// <summary>Too few of its children hold.</summary>
    Support = 4,

    /// <summary>The sources left are too few that are independent of each other.</summary>
    Origins = 8,

    /// <summary>The sources left are too few that are not victims.</summary>
    NonVictim = 16,
}

/// <summary>One thing lost on the way from a cut to its goal.</summary>
/// <param name="Id">What is lost.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Through">Earlier members of the chain that bring it down, in ordinal order.</param>
public sealed record LostItem(string Id, ItemKind Kind, LossReasons Reasons, IReadOnlyList<string> Through);

/// <summary>The chain behind a cut set: what falls with it on the way to the goal, from the leaves up.</summary>
/// <param name="Goal">The node that is broken.</param>
/// <param name="Cut">The foundations that fall.</param>
/// <param name="Lost">Evidence and nodes that fall, each after everything that brings it down; the goal is last.</param>
public sealed record CutChain(string Goal, IReadOnlyList<string> Cut, IReadOnlyList<LostItem> Lost)
{
    /// <summary>The exhibits lost on the way.</summary>
    public IEnumerable<LostItem> Evidence => Lost.Where(l => l.Kind == ItemKind.Evidence);

    /// <summary>The facts, elements and counts lost on the way.</summary>
    public IEnumerable<LostItem> Nodes => Lost.Where(l => l.Kind == ItemKind.Node);

    /// <summary>The chain behind one cut. For several cuts of one graph keep the engine and ask <see cref="ProofEngine.ChainOf"/>.</summary>
    public static CutChain Of(ProofGraph graph, string goal, IReadOnlyList<string> cut) => new ProofEngine(graph).ChainOf(goal, cut);
}

/// <content>The chain behind a cut set.</content>
public sealed partial class ProofEngine
{
    /// <summary>
    /// What falls with some foundations on the way to a goal, under rulings only. Things that fall beside the way, or that the goal does without, are not named.
    /// Empty when the goal still holds, or never did.
    /// </summary>
    /// <exception cref="ArgumentException">The goal is no node, or a member of the cut no foundation.</exception>
    public CutChain ChainOf(string goal, IReadOnlyList<string> cut)
    {
        ArgumentNullException.ThrowIfNull(cut);
        var node = circuit.NodeIndex(goal);
        var worlds = new Worlds(circuit);
        var (before, after) = (worlds.Add(Reading.RuledOnly), worlds.Add(Reading.RuledOnly));
        foreach (var id in cut)
        {
            worlds.Strike(after, Point(id));
        }

        var solution = worlds.Solve();
        var walk = new LossWalk(circuit, gate => solution.Stands(gate, before) && !solution.Stands(gate, after), gate => solution.Stands(gate, after));
        return new(goal, [.. cut.Order(StringComparer.Ordinal)], walk.From(node));
    }
}
