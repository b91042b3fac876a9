namespace Onus.Domain.Proof;

/// <summary>
/// One piece of evidence with its two faces. Its admission holds when its legal foundations stand and no taint reaches it; the evidence holds when,
/// besides, its factual foundations stand and everything it relies on holds. Legal taint travels along <see cref="DerivedFrom"/>, disbelief along <see cref="ReliesOn"/>.
/// </summary>
/// <param name="Id">Its id. <c>id/adm</c> names its admission alone, for arguments that exclude it.</param>
public sealed record EvidenceItem(string Id)
{
    /// <summary>Its name for people.</summary>
    public string? Label { get; init; }

    /// <summary>The number it carries in court.</summary>
    public string? Exhibit { get; init; }

    /// <summary>Where its information really comes from. Without any, it counts for no rule of corroboration.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>
    /// Persons who tell the words of its <see cref="Origins"/> and without whose own words these are not known: it is lost with any of them, and no more
    /// independent of them than of its origins. Of no effect without origins.
    /// </summary>
    public IReadOnlyList<string> ToldBy { get; init; } = [];

    /// <summary>All whom it may not share with another item to be independent of that.</summary>
    internal IEnumerable<string> Sources => Origins.Count == 0 ? [] : Origins.Union(ToldBy, StringComparer.Ordinal);

    /// <summary>Whether it is the words of some persons: all its origins are among them, or somebody who tells it is.</summary>
    internal bool IsWordsOf(IReadOnlyCollection<string> persons) => Origins.Count > 0 && (Origins.All(origin => persons.Contains(origin)) || ToldBy.Any(teller => persons.Contains(teller)));

    /// <summary>Foundations that must all stand for it to be admitted.</summary>
    public IReadOnlyList<string> Legal { get; init; } = [];

    /// <summary>Alternative grounds of admission: unless this is empty, all foundations of at least one list must stand.</summary>
    public IReadOnlyList<IReadOnlyList<string>> LegalAny { get; init; } = [];

    /// <summary>Foundations that must all stand for it to be believed.</summary>
    public IReadOnlyList<string> Factual { get; init; } = [];

    /// <summary>Evidence it was found through: taint of a parent's admission reaches it unless an exception stands.</summary>
    public IReadOnlyList<Derivation> DerivedFrom { get; init; } = [];

    /// <summary>Evidence it builds on, as a report builds on an extraction: all must hold.</summary>
    public IReadOnlyList<string> ReliesOn { get; init; } = [];
}

/// <summary>One way by which evidence was found.</summary>
/// <param name="Parent">The evidence that led to it.</param>
/// <param name="Unless">Foundations of which one is enough to stop the taint: an independent source, inevitable discovery.</param>
public sealed record Derivation(string Parent, params IReadOnlyList<string> Unless);
