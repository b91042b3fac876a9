
namespace Onus.Domain.Answers;

/// <summary>What a node, evidence, point or argument of the graph stands for.</summary>
public enum ProofItemKind
{
    /// <summary>A count.</summary>
    Count = 0,

    /// <summary>An aggravator of a count; <see cref="ProofItem.Element"/> is its id.</summary>
    Aggravator,

    /// <summary>An element of a count; <see cref="ProofItem.Element"/> is its id in the law.</summary>
    Element,

    /// <summary>An element or, instead of it, the leaf that makes it unnecessary.</summary>
    ElementOrCondition,

    /// <summary>What the law presumes for an element, or that nobody raised or challenged it: falls to a challenge of the element.</summary>
    Presumption,

    /// <summary>Ties that counsel holds to be enough together.</summary>
    EnoughTogether,

    /// <summary>A fact tied to an element.</summary>
    FactTie,

    /// <summary>A fact that is tied, but was outside the days on which the text was in force: <see cref="CaseProof.Reasons"/> says so.</summary>
    OutsideLaw,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>An exhibit tied to a fact, for or against it.</summary>
    ExhibitTie,

    /// <summary>An exhibit, or that it is what it seems where no foundation is known.</summary>
    Exhibit,

    /// <summary>A foundation.</summary>
    Foundation,

    /// <summary>That a court takes a ground on which an exhibit stands without its witness; <see cref="ProofItem.Element"/> is the ground's name.</summary>
    Ground,

    /// <summary>A challenge or an answer.</summary>
    Challenge,

    /// <summary>A count or element of it for one of several survivors; the count's own node says whether it holds for any of them.</summary>
    ForOneSurvivor,
}

/// <summary>The row behind an id of the graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">Id of the row; of the count for its elements; empty in a column that is no count.</param>
/// <param name="Element">Id in the law pack, for what belongs to the law.</param>
public sealed record ProofItem(ProofItemKind Kind, Guid Row, string? Element = null);
