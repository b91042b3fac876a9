namespace Onus.Domain.Law;

/// <summary>
/// A way in which somebody answers for an offence without having done all of it: helping, agreeing, trying. Written once in a pack; it is a path to every
/// offence that it applies to.
/// </summary>
public sealed record LiabilityMode
{
    /// <summary>Id: country, dot, name; <c>us.aiding</c>. Its elements stand below it.</summary>
    public required string Id { get; init; }

    /// <summary>How a charge cites it: "18 USC 2(a)".</summary>
    public required string Citation { get; init; }

    /// <summary>Name on screens.</summary>
    public required string Title { get; init; }

    /// <summary>When this rule was in force.</summary>
    public required Validity Validity { get; init; }

    /// <summary>
    /// Whether who does this is guilty of the offence itself, so that the count stands by it. Otherwise, as with an attempt, it is a question of its own
    /// beside the count.
    /// </summary>
    public required bool SameOffence { get; init; }

    /// <summary>The offences it applies to; empty for all of the pack that somebody can be charged with.</summary>
    public IReadOnlyList<string> Offences { get; init; } = [];

    /// <summary>What has to be proved. Its id is the mode's id.</summary>
    public required Group Elements { get; init; }

    /// <summary>What a prosecutor should know about it; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>How the text is known.</summary>
    public required LawConfidence Confidence { get; init; }

    /// <summary>Where it was read.</summary>
    public required IReadOnlyList<LawSource> Sources { get; init; }

    /// <summary>Whether it is a path to an offence in one of its texts.</summary>
    public bool AppliesTo(Offence offence)
    {
        ArgumentNullException.ThrowIfNull(offence);
        return offence.Chargeable && Validity.Overlaps(offence.Validity) && (Offences.Count == 0 || Offences.Contains(offence.Id, StringComparer.Ordinal));
    }
}
