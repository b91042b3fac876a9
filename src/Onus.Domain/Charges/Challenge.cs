using Onus.Domain.Shared;

namespace Onus.Domain.Charges;

/// <summary>What a challenge or answer is aimed at.</summary>
public enum TargetKind
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>A foundation.</summary>
    Foundation,

    /// <summary>An exhibit as a whole.</summary>
    Exhibit,

    /// <summary>Only whether an exhibit is admitted.</summary>
    Admission,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>That an exhibit shows a fact.</summary>
    ExhibitTie,

    /// <summary>That a fact meets an element.</summary>
    FactTie,

    /// <summary>An element of a count.</summary>
    Element,

    /// <summary>A challenge or an answer.</summary>
    Challenge,
}

/// <summary>A thing in the case, by kind and id.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; for an element the count's id.</param>
/// <param name="Leaf">The element leaf in the law pack; elements only.</param>
public sealed record Target(TargetKind Kind, Guid Id, string? Leaf = null);

/// <summary>Who argues.</summary>
public enum ArguedBy
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>The defence.</summary>
    Defence,

    /// <summary>The prosecution.</summary>
    Prosecution,
}

/// <summary>How an argument works.</summary>
public enum ChallengeMode
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>Keep it out.</summary>
    Exclude,

    /// <summary>Do not believe it.</summary>
    Impeach,

    /// <summary>It is taken back.</summary>
    Retract,

    /// <summary>It does not show that.</summary>
    Undercut,

    /// <summary>The opposite is so.</summary>
    Rebut,

    /// <summary>There is another explanation.</summary>
    Alternative,
}

/// <summary>Whether it has been made in court.</summary>
public enum ChallengeStatus
{
    /// <summary>It may come.</summary>
    Possible = 0,

    /// <summary>It has been filed.</summary>
    Filed,
}

/// <summary>What the court said.</summary>
public enum Ruling
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>The argument holds.</summary>
    Sustained,

    /// <summary>The argument does not hold.</summary>
    Overruled,
}

/// <summary>An attack by the defence, or an answer to one.</summary>
public sealed record Challenge : CaseRow
{
    /// <summary>Identity.</summary>
    public required ChallengeId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.CounselsPapers;

    /// <summary>Who argues.</summary>
    public required ArguedBy By { get; init; }

    /// <summary>What it is aimed at.</summary>
    public required Target On { get; init; }

    /// <summary>How it works.</summary>
    public required ChallengeMode Mode { get; init; }

    /// <summary>The argument in words.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it has been made.</summary>
    public ChallengeStatus Status { get; init; }

    /// <summary>What the court said, and <see cref="Reference"/> says where.</summary>
    public Ruling Ruling { get; init; }

    /// <summary>Where the filing or ruling is found; empty while there is none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Target> Premises { get; init; } = [];

    /// <summary>An answer that only competes leaves the matter contested; one that removes ends the challenge where it rests on something that holds. Answers only.</summary>
    public bool Competes { get; init; }
}
