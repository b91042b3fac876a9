using Onus.Domain.Shared;

namespace Onus.Domain.Access;

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
