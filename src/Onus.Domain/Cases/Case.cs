using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>One investigation and what becomes of it.</summary>
public sealed record Case
{
    /// <summary>Identity.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Short name in addresses and on the command line: letters, digits and dashes. Never a person's name.</summary>
    public required string Ref { get; init; }

    /// <summary>Title on screens. Never a survivor's name.</summary>
    public required string Title { get; init; }

    /// <summary>Country of the law pack: the folder under <c>content/law</c>.</summary>
    public required string Country { get; init; }

    /// <summary>Invented, for practice: every page and print says so.</summary>
    public bool Practice { get; init; }

    /// <summary>The day on which the case stands still, for practice cases; null for the clock.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>When the first report came in.</summary>
    public DateOnly? TipOn { get; init; }

    /// <summary>When the charge is to be filed.</summary>
    public DateOnly? ChargeOn { get; init; }

    /// <summary>When the trial begins.</summary>
    public DateOnly? TrialOn { get; init; }

    /// <summary>Counts changes from 1.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>What a member may do in a case.</summary>
public enum MemberRole
{
    /// <summary>Not stated; sees nothing.</summary>
    Unknown = 0,

    /// <summary>Counsel: both sides.</summary>
    Prosecutor,

    /// <summary>Police: the record.</summary>
    Investigator,

    /// <summary>Stands beside the survivor: the record.</summary>
    Advocate,

    /// <summary>Embedded expert: what counsel opens.</summary>
    Mentor,
}

/// <summary>Someone who may see a case.</summary>
public sealed record CaseMember
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>What they may do.</summary>
    public required MemberRole Role { get; init; }
}

/// <summary>A person who signs in.</summary>
public sealed record Account
{
    /// <summary>Identity.</summary>
    public required AccountId Id { get; init; }

    /// <summary>Name on screens and in the log.</summary>
    public required string Name { get; init; }

    /// <summary>Office held: a word for people, no right follows from it.</summary>
    public required string Office { get; init; }

    /// <summary>Whether one click signs this person in; only in the demo, on loopback.</summary>
    public bool Demo { get; init; }
}
