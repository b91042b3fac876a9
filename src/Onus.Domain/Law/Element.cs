namespace Onus.Domain.Law;

/// <summary>A part of what has to be proved: a leaf that facts are tied to, or a group of parts.</summary>
public abstract record Element
{
    /// <summary>Id, lower case, below the offence's id; ties in cases refer to it, so it never changes.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in our own words; never statute prose.</summary>
    public required string Text { get; init; }

    /// <summary>Where the law says it, as a lawyer cites it: "section 3(1)(d)"; empty where the offence's citation is enough.</summary>
    public string Section { get; init; } = "";

    /// <summary>What a prosecutor should know about it; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>
    /// Id of a leaf whose proof makes this element unnecessary: the child rule. Compiles to any(this, that leaf). Null where it is always needed.
    /// </summary>
    public string? NotRequiredWhen { get; init; }

    /// <summary>Corroboration that the law demands for it; null where none.</summary>
    public CorroborationRule? Corroboration { get; init; }

    /// <summary>This element and all below it, parents before children. References are not followed.</summary>
    public IEnumerable<Element> WithDescendants() =>
        this is Group group ? group.Of.SelectMany(child => child.WithDescendants()).Prepend(this) : [this];
}

/// <summary>How many parts of a group are needed.</summary>
public enum GroupRule
{
    /// <summary>All of them.</summary>
    All = 0,

    /// <summary>One of them: the parts are alternatives.</summary>
    Any,

    /// <summary>At least <see cref="Group.AtLeast"/> of them.</summary>
    AtLeast,
}

/// <summary>Several elements under one rule.</summary>
public sealed record Group : Element
{
    /// <summary>How many are needed.</summary>
    public required GroupRule Rule { get; init; }

    /// <summary>The number for <see cref="GroupRule.AtLeast"/>, from 1; 0 for the other rules.</summary>
    public int AtLeast { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<Element> Of { get; init; }
}

/// <summary>
/// An element that stands elsewhere in the same offence and is needed here too: recklessness is enough only together with an act other than
/// advertising. It compiles to the same node, so that one fact serves both places. <see cref="Element.Id"/> is the id of that element.
/// </summary>
public sealed record Reference : Element;

/// <summary>Whose commission of another offence is meant.</summary>
public enum CommittedBy
{
    /// <summary>The defendant of the count.</summary>
    Defendant = 0,

    /// <summary>Somebody among the defendants of the case, this one included: whose crime the money came from.</summary>
    Anyone,

    /// <summary>A defendant of the case other than this one: whom this one helped.</summary>
    Another,
}

/// <summary>
/// A whole other offence that has to be proved here, for the same survivor: nobody trafficks in an aggravated way who does not traffick. It compiles to
/// that offence under the text of the count's first day, so that what falls there falls here too. No fact is tied to it.
/// </summary>
public sealed record OffenceElement : Element
{
    /// <summary>What stands for the offence that a way of taking part is applied to; only in <see cref="LiabilityMode"/>.</summary>
    public const string Same = "same";

    /// <summary>Id of the offence, or <see cref="Same"/>.</summary>
    public required string OffenceId { get; init; }

    /// <summary>Whose commission is meant.</summary>
    public CommittedBy By { get; init; }
}

/// <summary>How a leaf enters the proof. Whether it is an alternative follows from the group above it.</summary>
public enum LeafKind
{
    /// <summary>Has to be proved.</summary>
    Required = 0,

    /// <summary>Has to be proved and gives the court its power; shown apart.</summary>
    Jurisdictional,

    /// <summary>Charges usually plead it, the law does not ask for it: shown, never needed.</summary>
    PleadedOnly,

    /// <summary>The law presumes it unless the defence rebuts that; then it has to be proved.</summary>
    Presumed,

    /// <summary>A defence: once raised, the prosecution has to disprove it. The leaf is its disproof.</summary>
    DefenceNegated,
}

/// <summary>What a leaf is about that is not the defendant's own act or mind.</summary>
public enum LeafAbout
{
    /// <summary>Nobody said; a fault unless <see cref="Leaf.PerDefendant"/> is set.</summary>
    Unsaid = 0,

    /// <summary>The survivor, or another person against whom it was done: their age, what they endured.</summary>
    Person,

    /// <summary>A thing or a place: a document, money, premises.</summary>
    Thing,

    /// <summary>Other people together with the defendant or without: a venture, a group, an agreement.</summary>
    Others,

    /// <summary>What was so whoever acted: commerce between states, a consequence, what a reasonable person would have done.</summary>
    Circumstances,
}

/// <summary>What facts are tied to.</summary>
public sealed record Leaf : Element
{
    /// <summary>How it enters the proof.</summary>
    public LeafKind Kind { get; init; }

    /// <summary>The mental element, where this leaf is one: "knowingly"; null otherwise.</summary>
    public string? Mens { get; init; }

    /// <summary>Whether each defendant's own is needed: what one did or knew does not prove what another did or knew.</summary>
    public bool PerDefendant { get; init; }

    /// <summary>What it is about instead; every leaf says one of the two, so that nobody's act counts for another by an oversight.</summary>
    public LeafAbout About { get; init; }

    /// <summary>What is presumed from what, in our own words; <see cref="LeafKind.Presumed"/> only.</summary>
    public string? Presumption { get; init; }

    /// <summary>What tends to prove it without, or beside, the survivor's word.</summary>
    public IReadOnlyList<EvidenceTopic> Evidence { get; init; } = [];

    /// <summary>Other ways that the same facts may carry.</summary>
    public IReadOnlyList<AlternativeHint> Hints { get; init; } = [];
}

/// <summary>Another way that the same facts may carry: "abuse of vulnerability would stand on these facts".</summary>
/// <param name="Instead">Id of an element of the same offence, or of another offence of the pack.</param>
/// <param name="Text">Why, in our own words.</param>
public sealed record AlternativeHint(string Instead, string Text);

/// <summary>What the law demands beside sufficiency, over the evidence that reaches the element and holds.</summary>
/// <param name="MinOrigins">Items with pairwise different origins, 0 to 3.</param>
/// <param name="MinNonVictim">Items whose origins contain no victim, 0 or more.</param>
public sealed record CorroborationRule(int MinOrigins, int MinNonVictim);
