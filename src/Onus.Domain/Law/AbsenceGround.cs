namespace Onus.Domain.Law;

/// <summary>What may become of a survivor's or witness's testimony.</summary>
public enum AbsenceState
{
    /// <summary>Does not testify.</summary>
    DoesNotTestify = 0,

    /// <summary>Testifies and says otherwise than before.</summary>
    SaysOtherwise,

    /// <summary>Testifies and is not believed.</summary>
    NotBelieved,

    /// <summary>Has died.</summary>
    Died,

    /// <summary>Can't be found.</summary>
    CannotBeFound,
}

/// <summary>A ground on which a country's law may let an earlier statement in, when its speaker does not say it in court.</summary>
/// <param name="State">When.</param>
/// <param name="Name">The ground, in the words of the courtroom.</param>
/// <param name="Source">Where it stands: the rule or section.</param>
/// <param name="Questioned">Whether it asks that the defendant could question the speaker then.</param>
/// <param name="Confidence">How it is known.</param>
public sealed record AbsenceGround(AbsenceState State, string Name, string Source, bool Questioned, LawConfidence Confidence)
{
    /// <summary>Whether it asks that the statement was made on oath or affirmation.</summary>
    public bool OnOath { get; init; }

    /// <summary>Whether it asks that the statement was made at a trial, a hearing or another proceeding, or in a deposition.</summary>
    public bool AtHearing { get; init; }

    /// <summary>Whether it asks something of each defendant that only a person can say, such as that this one caused the absence: it opens a statement against nobody by itself.</summary>
    public bool OfEach { get; init; }
}
