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

/// <summary>What a person wishes about testifying. The wish is recorded, not assumed.</summary>
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

    /// <summary>No longer takes part: nothing is asked of this person until a newer wish says otherwise.</summary>
    Withdraws,
}

/// <summary>The words that stand for a person in a sentence. Never guessed: somebody says so, or the pseudonym is repeated.</summary>
public enum PersonWords
{
    /// <summary>Nobody said so: the pseudonym is repeated.</summary>
    RepeatName = 0,

    /// <summary>She, her.</summary>
    She,

    /// <summary>He, him.</summary>
    He,

    /// <summary>They, them.</summary>
    They,
}

/// <summary>Someone the case is about. Only pseudonyms are kept here.</summary>
public sealed record Person : CaseRow
{
    /// <summary>Identity.</summary>
    public required PersonId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>Name on every screen and paper: "Survivor B".</summary>
    public required string Pseudonym { get; init; }

    /// <summary>All they are in this case.</summary>
    public required IReadOnlyList<PersonRole> Roles { get; init; }

    /// <summary>Names, numbers and accounts under which the records name this person, exactly as the sources write them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Wish about testifying: that of the newest <see cref="WishEntry"/>, and written in the same act.</summary>
    public TestimonyWish Wish { get; init; }

    /// <summary>The words that stand for the person in a sentence.</summary>
    public PersonWords Words { get; init; }

    /// <summary>Whether the person may have been under 18 at the time: age is then to be proved, and a child path in law looked at.</summary>
    public bool MayBeMinor { get; init; }

    /// <summary>Whether the person holds a role.</summary>
    public bool Is(PersonRole role) => Roles.Contains(role);

    /// <summary>People as every list shows them: by the first of their roles, then by name.</summary>
    public static IReadOnlyList<Person> InOrder(IEnumerable<Person> people) =>
        [.. people.OrderBy(p => p.Roles.Count > 0 ? p.Roles.Min() : PersonRole.Unknown).ThenBy(p => p.Pseudonym, StringComparer.Ordinal)];
}
