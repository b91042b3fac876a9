using Onus.Domain.Cases;
using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>What a person is in the case; one person may be several at once.</summary>
public enum PersonRole
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>Survivor of the offence.</summary>
    Survivor,

    /// <summary>Suspect or accused.</summary>
    Defendant,

    /// <summary>Knows something.</summary>
    Witness,

    /// <summary>Police, inspector, or other official.</summary>
    Officer,

    /// <summary>Interprets or translates.</summary>
    Interpreter,

    /// <summary>Speaks from a profession.</summary>
    Expert,

    /// <summary>Keeps records: a bank, an operator, a hotel.</summary>
    Custodian,
}

/// <summary>What a survivor wants to do about testifying. Her wish is recorded, not assumed.</summary>
public enum TestimonyWish
{
    /// <summary>Nobody has asked, or it is not recorded.</summary>
    NotRecorded = 0,

    /// <summary>Wants to testify.</summary>
    Testifies,

    /// <summary>Does not want to testify.</summary>
    Declines,

    /// <summary>Has not decided.</summary>
    Undecided,
}

/// <summary>Someone the case is about. Only pseudonyms are kept here.</summary>
public sealed record Person : CaseRow
{
    /// <summary>Identity.</summary>
    public required PersonId Id { get; init; }

    /// <inheritdoc/>
    public override Side Side => Side.Record;

    /// <summary>Name on every screen and paper: "Survivor B".</summary>
    public required string Pseudonym { get; init; }

    /// <summary>All they are in this case.</summary>
    public required IReadOnlyList<PersonRole> Roles { get; init; }

    /// <summary>Names, numbers and accounts under which the records name this person, exactly as the sources write them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Wish about testifying; survivors.</summary>
    public TestimonyWish Wish { get; init; }

    /// <summary>Whether the person may have been under 18 at the time: age is then to be proved, and a child path in law looked at.</summary>
    public bool MayBeMinor { get; init; }

    /// <summary>Whether the person holds a role.</summary>
    public bool Is(PersonRole role) => Roles.Contains(role);
}
