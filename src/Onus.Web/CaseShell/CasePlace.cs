namespace Onus.Web.CaseShell;

/// <summary>The places of a case, in the order in which they stand.</summary>
public enum CasePlace
{
    /// <summary>What the case holds and what to do next; its settings.</summary>
    Overview = 0,

    /// <summary>What came in, read in order and by who writes to whom, and what is missing of it.</summary>
    Evidence,

    /// <summary>Who is in the case.</summary>
    People,

    /// <summary>What is charged, what shows it, and what still holds if something falls.</summary>
    Proof,

    /// <summary>What is asked of others, what runs out, and what goes out.</summary>
    Work,

    /// <summary>Who did what.</summary>
    Log,
}

/// <summary>To whom of the people in a case a page is open.</summary>
public enum Audience
{
    /// <summary>Everybody in it, also those to whom nothing is opened yet.</summary>
    Members = 0,

    /// <summary>Whoever may see the record.</summary>
    Record,

    /// <summary>Whoever may see counsel's papers.</summary>
    Counsel,
}

/// <summary>A page with a link of its own among the pages of a place.</summary>
/// <param name="place">The place.</param>
/// <param name="order">Where it stands in the row: the lower, the earlier; no two pages of a place share one.</param>
/// <param name="name">Key of the words of its link.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InPlaceAttribute(CasePlace place, int order, string name) : Attribute
{
    /// <summary>The place.</summary>
    public CasePlace Place { get; } = place;

    /// <summary>Where it stands in the row.</summary>
    public int Order { get; } = order;

    /// <summary>Key of the words of its link.</summary>
    public string Name { get; } = name;
}

/// <summary>A page without a link of its own: one is led to it from a page that has one, and stays there in the rows.</summary>
/// <param name="part">The part of the address of that page behind the case's own, with its leading slash.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BelowAttribute(string part) : Attribute
{
    /// <summary>The part of the address of the page above.</summary>
    public string Part { get; } = part;
}

/// <summary>To whom a page is open, and so its link; a page that does not say it is open to whom its base is.</summary>
/// <param name="audience">To whom.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAttribute(Audience audience) : Attribute
{
    /// <summary>To whom.</summary>
    public Audience Audience { get; } = audience;
}

/// <summary>An address that a page had once. It leads on to the one that the page has now.</summary>
/// <param name="old">Template of the old address.</param>
/// <param name="now">Template of the address now, which takes its parameters from the old one.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FormerlyAttribute(string old, string now) : Attribute
{
    /// <summary>Template of the old address.</summary>
    public string Old { get; } = old;

    /// <summary>Template of the address now.</summary>
    public string Now { get; } = now;
}

/// <summary>A page that offers a paper, to which the paper leads back.</summary>
/// <param name="kind">Kind of the paper.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OffersAttribute(string kind) : Attribute
{
    /// <summary>Kind of the paper.</summary>
    public string Kind { get; } = kind;
}
