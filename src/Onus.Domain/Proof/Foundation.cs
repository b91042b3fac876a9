namespace Onus.Domain.Proof;

/// <summary>Whether a foundation may still fall.</summary>
public enum FoundationStatus
{
    /// <summary>It stands now and may fall.</summary>
    Open = 0,

    /// <summary>Both sides agree on it: it falls only to an argument.</summary>
    Stipulated,

    /// <summary>It has fallen.</summary>
    Fallen,
}

/// <summary>
/// The smallest thing that can fall at one stroke: a witness, a warrant, a consent, a device, a lab, an interpreter. A common cause is one shared foundation.
/// </summary>
/// <param name="Id">Its id.</param>
public sealed record Foundation(string Id)
{
    /// <summary>What it is, in free text; never changes an answer.</summary>
    public string? Kind { get; init; }

    /// <summary><c>legal</c> or <c>factual</c>, for screens; never changes an answer.</summary>
    public string? Mode { get; init; }

    /// <summary>The person it rests on; a victim's foundations are those whose person is a victim.</summary>
    public string? Person { get; init; }

    /// <summary>The person through whose device, consent or hand it came; read by one question only, <see cref="HoldsWithout.Through"/>.</summary>
    public string? Through { get; init; }

    /// <summary>Whether it is that person's testimony in court, which is gone when they do not testify.</summary>
    public bool Testimony { get; init; }

    /// <summary>Its name for people.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it may still fall.</summary>
    public FoundationStatus Status { get; init; }

    /// <summary>Who decided the status, when, and where that stands; never changes an answer.</summary>
    public DecidedBy? Decided { get; init; }
}

/// <summary>Who decided something, for people to read.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, as written.</param>
/// <param name="Ref">Where it stands, for example <c>ruling 12</c>.</param>
public sealed record DecidedBy(string? By = null, string? At = null, string? Ref = null);
