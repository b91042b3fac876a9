using Onus.Domain.Cases;
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
        var (_, root) = YamlFile.Read(path, faults);
        if (root is null)
        {
            return null;
        }

        root.Choice("schema", "", ("onus.practice-case/1", "onus.practice-case/1"));
        var dates = root.Map("dates");
        var read = new PracticeCase
        {
            Ref = root.Text("ref"),
            Title = root.Text("title"),
            Country = root.Text("country"),
            Tip = dates?.Date("tip"),
            Charge = dates?.Date("charge"),
            Trial = dates?.Date("trial"),
            Today = dates?.Date("today"),
            People = [.. root.Maps("people").Select(Person)],
            Members = [.. root.Maps("members").Select(Member)],
            Foundations = [.. root.Maps("foundations").Select(Foundation)],
        };

        // For people who read the file, not for the program.
        root.Optional("summary");
        root.Optional("zone");
        root.Texts("offences");
        dates?.Done();
        root.Done();
        return read;
    }

    private static PracticePerson Person(YamlMap map)
    {
        var person = new PracticePerson(
            map.Text("key"),
            map.Text("pseudonym"),
            [.. map.Texts("roles").Select(word => Word(map, "roles", word, Roles))],
            map.Choice(
                "wish", TestimonyWish.NotRecorded, ("testifies", TestimonyWish.Testifies), ("does-not-testify", TestimonyWish.Declines), ("undecided", TestimonyWish.Undecided),
                ("withdraws", TestimonyWish.Withdraws)),
            map.Flag("mayBeMinor", false),
            map.Texts("aliases"),
            map.Choice("words", PersonWords.RepeatName, ("she", PersonWords.She), ("he", PersonWords.He), ("they", PersonWords.They)),
            map.Date("wishSaidOn"),
            map.Optional("wishSaidTo"));
        map.Optional("note");
        map.Done();
        return person;
    }

    private static PracticeMember Member(YamlMap map)
    {
        var member = new PracticeMember(
            map.Text("key"),
            map.Text("name"),
            map.Choice(
                "role", MemberRole.Unknown, ("prosecutor", MemberRole.Prosecutor), ("investigator", MemberRole.Investigator), ("advocate", MemberRole.Advocate), ("mentor", MemberRole.Mentor)));
        map.Done();
        return member;
    }

    private static PracticeFoundation Foundation(YamlMap map)
    {
        var foundation = new PracticeFoundation(
            map.Line,
            map.Text("key"),
            map.Choice("kind", FoundationKind.Other, Kinds),
            map.Choice("mode", false, ("legal", true), ("factual", false)),
            map.Text("label"),
            map.Optional("person"),
            map.Optional("whose"),
            map.Choice("status", FoundationStatus.Open, ("open", FoundationStatus.Open), ("stipulated", FoundationStatus.Stipulated), ("fallen", FoundationStatus.Fallen)),
            map.Optional("decided"));
        map.Done();
        return foundation;
    }

    private static T Word<T>(YamlMap map, string key, string word, (string Word, T Value)[] words)
        where T : struct
    {
        foreach (var (known, value) in words)
        {
            if (known == word)
            {
                return value;
            }
        }

        map.Fault(key, "content.not-one-of", ("value", word), ("options", string.Join(", ", words.Select(w => w.Word))));
        return default;
    }
}
