namespace Onus.Domain.Proof;

/// <summary>A fact, an element or a count: it holds when its rule, its corroboration and every challenge to it allow.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Rule">How many of its children it needs.</param>
public sealed record ProofNode(string Id, Rule Rule)
{
    /// <summary>What it is, in free text; never changes an answer.</summary>
    public string? Kind { get; init; }

    /// <summary>Its name for people.</summary>
    public string? Label { get; init; }

    /// <summary>The generalisation in words: why do the children show this?</summary>
    public string? Why { get; init; }

    /// <summary>What the law asks of the sources below it, besides the rule.</summary>
    public Corroboration Corroboration { get; init; } = Corroboration.None;

    /// <summary>Victims for its corroboration and, when it is a goal, for its reliance; null takes those of the graph, an empty list means none.</summary>
    public IReadOnlyList<string>? Victims { get; init; }
}

/// <summary>The three forms of a rule.</summary>
public enum RuleKind
{
    /// <summary>Every child, at least one.</summary>
    All = 0,

    /// <summary>One child is enough. Without children it fails: an element without facts.</summary>
    Any,

    /// <summary>A stated number of children.</summary>
    AtLeast,
}

/// <summary>How many of its children a node needs.</summary>
public sealed record Rule
{
    private Rule(RuleKind kind, int count, IReadOnlyList<string> children) => (Kind, Count, Children) = (kind, count, children);

    /// <summary>Its form.</summary>
    public RuleKind Kind { get; }

    /// <summary>Children needed by <see cref="RuleKind.AtLeast"/>, from 1 to the number of children; 0 for the other forms.</summary>
    public int Count { get; }

    /// <summary>Ids of evidence or nodes, each once.</summary>
    public IReadOnlyList<string> Children { get; }

    /// <summary>Needs every child.</summary>
    public static Rule All(params IReadOnlyList<string> children) => new(RuleKind.All, 0, children);

    /// <summary>Needs one child.</summary>
    public static Rule Any(params IReadOnlyList<string> children) => new(RuleKind.Any, 0, children);

    /// <summary>Needs <paramref name="count"/> children.</summary>
    public static Rule AtLeast(int count, params IReadOnlyList<string> children) => new(RuleKind.AtLeast, count, children);
}

/// <summary>
/// What is asked of the evidence that is reached below a node and holds. Evidence without declared origins counts for nothing here,
/// and nothing counts that is reached only through a node with an unanswered challenge.
/// </summary>
/// <param name="MinOrigins">So many items whose origins are pairwise disjoint, 0 to 3.</param>
/// <param name="MinNonVictim">So many items with no victim among their origins, 0 or more.</param>
public sealed record Corroboration(int MinOrigins = 0, int MinNonVictim = 0)
{
    /// <summary>Nothing is asked.</summary>
    public static readonly Corroboration None = new();
}
