using Onus.Domain.Evidence;
using Onus.Domain.People;

namespace Onus.Content;

/// <summary>What stands in <c>case.yaml</c> of a practice case. <c>content/practice/README.md</c> describes it for those who write one.</summary>
public sealed record PracticeCase
{
    /// <summary>Short name.</summary>
    public required string Ref { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Folder of the law pack.</summary>
    public required string Country { get; init; }

    /// <summary>First report.</summary>
    public DateOnly? Tip { get; init; }

    /// <summary>Charge, planned or done.</summary>
    public DateOnly? Charge { get; init; }

    /// <summary>Trial, planned or done.</summary>
    public DateOnly? Trial { get; init; }

    /// <summary>The day on which the case stands still.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The people.</summary>
    public IReadOnlyList<PracticePerson> People { get; init; } = [];

    /// <summary>The demo accounts that are members.</summary>
    public IReadOnlyList<PracticeMember> Members { get; init; } = [];

    /// <summary>The foundations that exist from the start.</summary>
    public IReadOnlyList<PracticeFoundation> Foundations { get; init; } = [];
}

/// <summary>A person.</summary>
/// <param name="Key">Key.</param>
/// <param name="Pseudonym">Name on screens.</param>
/// <param name="Roles">All they are.</param>
/// <param name="Wish">A survivor's wish about testifying.</param>
/// <param name="MayBeMinor">Whether they may have been under 18.</param>
/// <param name="Aliases">Names under which the files know them, besides the pseudonym.</param>
/// <param name="Words">The words that stand for them in a sentence.</param>
/// <param name="WishSaidOn">When the wish was said; null for the day of the case.</param>
/// <param name="WishSaidTo">To whom it was said; null for the first investigator.</param>
public sealed record PracticePerson(
    string Key, string Pseudonym, IReadOnlyList<PersonRole> Roles, TestimonyWish Wish, bool MayBeMinor, IReadOnlyList<string> Aliases,
    PersonWords Words = PersonWords.RepeatName, DateOnly? WishSaidOn = null, string? WishSaidTo = null);

/// <summary>A demo account.</summary>
/// <param name="Key">Key.</param>
/// <param name="Name">Name on screens.</param>
/// <param name="Role">What they are in the case.</param>
public sealed record PracticeMember(string Key, string Name, MemberRole Role);

/// <summary>A foundation.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Key">Key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Legal">Whether it decides admission.</param>
/// <param name="Label">Name on screens.</param>
/// <param name="Person">Key of the person on whom it rests; null for none.</param>
/// <param name="Whose">Key of the person through whose device, consent or hand it comes; null for none.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Decided">Who decided that; null while open.</param>
public sealed record PracticeFoundation(
    int Line, string Key, FoundationKind Kind, bool Legal, string Label, string? Person, string? Whose, FoundationStatus Status, string? Decided);

/// <summary>Reads <c>case.yaml</c>.</summary>
public static class PracticeCaseYaml
{
    private static readonly (string, PersonRole)[] Roles =
    [
        ("survivor", PersonRole.Survivor), ("defendant", PersonRole.Defendant), ("witness", PersonRole.Witness), ("officer", PersonRole.Officer),
        ("interpreter", PersonRole.Interpreter), ("expert", PersonRole.Expert), ("custodian", PersonRole.Custodian),
    ];

    private static readonly (string, FoundationKind)[] Kinds =
    [
        ("warrant", FoundationKind.Warrant), ("consent", FoundationKind.Consent), ("order", FoundationKind.Order), ("handed-over", FoundationKind.HandedOver),
        ("public", FoundationKind.PublicSource), ("witness", FoundationKind.Witness), ("interpreter", FoundationKind.Interpreter),
        ("device", FoundationKind.Device), ("examiner", FoundationKind.Examiner), ("custodian", FoundationKind.Custodian), ("lab", FoundationKind.Laboratory),
        ("expert", FoundationKind.Expert), ("business-record", FoundationKind.BusinessRecord),
        ("independent-source", FoundationKind.IndependentSource), ("inevitable-discovery", FoundationKind.InevitableDiscovery), ("other", FoundationKind.Other),
    ];

    /// <summary>Reads one; null where the file is broken. Whatever is wrong is in the faults, with its line.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static PracticeCase? Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return YamlFile.Read(path, faults, null, Case);
    }

    internal static PracticeCase? Case(YamlMap root)
    {
        root.Kind("onus.practice-case/1");
        // For people who read the file, not for the program.
        root.Aside("summary");
        root.Aside("zone");
        root.Texts("offences");
        var (tip, charge, trial, today) = root.Map(
            "dates", "dates", default((DateOnly?, DateOnly?, DateOnly?, DateOnly?)), map => (map.Date("tip"), map.Date("charge"), map.Date("trial"), map.Date("today")));
        return new PracticeCase
        {
            Ref = root.Text("ref"),
            Title = root.Text("title"),
            Country = root.Text("country"),
            Tip = tip,
            Charge = charge,
            Trial = trial,
            Today = today,
            People = root.Maps("people", "person", Person),
            Members = root.Maps("members", "member", Member),
            Foundations = root.Maps("foundations", "foundation", Foundation),
        };
    }

    private static PracticePerson Person(YamlMap map)
    {
        map.Aside("note");
        return new PracticePerson(
            map.Text("key"),
            map.Text("pseudonym"),
            map.Choices("roles", Roles),
            map.Choice(
                "wish", TestimonyWish.NotRecorded, ("testifies", TestimonyWish.Testifies), ("does-not-testify", TestimonyWish.Declines), ("undecided", TestimonyWish.Undecided),
                ("withdraws", TestimonyWish.Withdraws)),
            map.Flag("may-be-minor", false),
            map.Texts("aliases"),
            map.Choice("words", PersonWords.RepeatName, ("she", PersonWords.She), ("he", PersonWords.He), ("they", PersonWords.They)),
            map.Date("wish-said-on"),
            map.Optional("wish-said-to"));
    }

    private static PracticeMember Member(YamlMap map) =>
        new(
            map.Text("key"),
            map.Text("name"),
            map.Choice(
                "role", MemberRole.Unknown, ("prosecutor", MemberRole.Prosecutor), ("investigator", MemberRole.Investigator), ("advocate", MemberRole.Advocate), ("mentor", MemberRole.Mentor)));

    private static PracticeFoundation Foundation(YamlMap map) =>
        new(
            map.Line,
            map.Text("key"),
            map.Choice("kind", FoundationKind.Other, Kinds),
            map.Choice("mode", false, ("legal", true), ("factual", false)),
            map.Text("label"),
            map.Optional("person"),
            map.Optional("whose"),
            map.Choice("status", FoundationStatus.Open, ("open", FoundationStatus.Open), ("stipulated", FoundationStatus.Stipulated), ("fallen", FoundationStatus.Fallen)),
            map.Optional("decided"));
}
