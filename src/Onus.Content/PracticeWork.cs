using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Content;

/// <summary>What a unit made of the files of a practice case: <c>work.yaml</c>. Things name each other by key.</summary>
public sealed record PracticeWork
{
    /// <summary>The file, as opened.</summary>
    public required string Path { get; init; }

    /// <summary>Exhibits.</summary>
    public IReadOnlyList<PracticeExhibit> Exhibits { get; init; } = [];

    /// <summary>Facts.</summary>
    public IReadOnlyList<PracticeFact> Facts { get; init; } = [];

    /// <summary>Counts.</summary>
    public IReadOnlyList<PracticeCount> Counts { get; init; } = [];

    /// <summary>Facts tied to elements.</summary>
    public IReadOnlyList<PracticeTie> Ties { get; init; } = [];

    /// <summary>Challenges, then answers to them.</summary>
    public IReadOnlyList<PracticeArgument> Arguments { get; init; } = [];

    /// <summary>Requests.</summary>
    public IReadOnlyList<PracticeRequest> Requests { get; init; } = [];

    /// <summary>What will be deleted.</summary>
    public IReadOnlyList<PracticeRetention> Retention { get; init; } = [];
}

/// <summary>Where in a file an exhibit is found: exactly one of its parts is given.</summary>
/// <param name="Numbers">The numbers by which kinds of places are found, by their words: line, row, paragraph, page.</param>
/// <param name="Entry">Entry of a zip, with a line.</param>
/// <param name="Box">Part of a picture, or of page 1 of a scan.</param>
public sealed record PracticePlace(IReadOnlyDictionary<string, int> Numbers, string? Entry, Box? Box);

/// <summary>An exhibit.</summary>
public sealed record PracticeExhibit
{
    /// <summary>Line in the file, from 1.</summary>
    public required int FileLine { get; init; }

    /// <summary>Key.</summary>
    public required string Key { get; init; }

    /// <summary>Number in the exhibit list.</summary>
    public required int Number { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>File below <c>files/</c>; null for a physical object.</summary>
    public string? File { get; init; }

    /// <summary>Place in the file; null for a physical object.</summary>
    public PracticePlace? Find { get; init; }

    /// <summary>Cited words.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What they mean.</summary>
    public string Translation { get; init; } = "";

    /// <summary>Keys of people, or words.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Keys of legal foundations.</summary>
    public IReadOnlyList<string> Legal { get; init; } = [];

    /// <summary>Keys of factual foundations.</summary>
    public IReadOnlyList<string> Factual { get; init; } = [];

    /// <summary>Exhibits through which it came to light, with what breaks the taint.</summary>
    public IReadOnlyList<(string Exhibit, IReadOnlyList<string> Unless)> DerivedFrom { get; init; } = [];

    /// <summary>Exhibits without which it means nothing.</summary>
    public IReadOnlyList<string> ReliesOn { get; init; } = [];

    /// <summary>Disclosure marks of the record it cites.</summary>
    public Marks Marks { get; init; } = new();
}

/// <summary>A fact.</summary>
/// <param name="FileLine">Line in the file, from 1.</param>
/// <param name="Key">Key.</param>
/// <param name="Sentence">The assertion.</param>
/// <param name="On">When it was so.</param>
/// <param name="Exhibits">What is cited for it and against it.</param>
/// <param name="Together">Keys of exhibits that show it only together; all of them are cited for it.</param>
/// <param name="Marks">Disclosure marks, without who considered it.</param>
/// <param name="ConsideredBy">Key of the member who considered it; null for nobody.</param>
/// <param name="ConsideredOn">When.</param>
public sealed record PracticeFact(
    int FileLine,
    string Key,
    string Sentence,
    DateOnly? On,
    IReadOnlyList<PracticeCite> Exhibits,
    IReadOnlyList<IReadOnlyList<string>> Together,
    Marks Marks,
    string? ConsideredBy,
    DateOnly? ConsideredOn);

/// <summary>An exhibit that is cited for a fact or against it.</summary>
/// <param name="Exhibit">Its key.</param>
/// <param name="Bearing">Whether it shows the fact or speaks against it.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record PracticeCite(string Exhibit, Bearing Bearing, string Reason);

/// <summary>A count.</summary>
public sealed record PracticeCount(int FileLine, int Number, string Key, string Offence, string Defendant, string? Survivor, DateOnly From, DateOnly To);

/// <summary>A fact tied to an element. An empty list stands for everyone of that role in <c>case.yaml</c>.</summary>
public sealed record PracticeTie(int FileLine, string Key, string Fact, string Leaf, IReadOnlyList<string> Defendants, IReadOnlyList<string> Survivors, string Reason);

/// <summary>A challenge or an answer. Things are named as <c>exhibit:key/adm</c>, <c>fact:key</c> and so on.</summary>
public sealed record PracticeArgument(
    int FileLine,
    string Key,
    ArguedBy By,
    string On,
    ChallengeMode Mode,
    ChallengeStatus Status,
    DateOnly? Filed,
    Ruling Ruling,
    string Text,
    IReadOnlyList<string> Premises,
    bool Competes);

/// <summary>A request, with counsel's reason for it.</summary>
public sealed record PracticeRequest(
    int FileLine,
    Addressee Kind,
    string To,
    string What,
    string Account,
    DateOnly? From,
    DateOnly? Until,
    string Authority,
    string Why,
    DateOnly? By,
    string Spares,
    bool Sent,
    string Ours,
    string Leaf,
    string Count);

/// <summary>Something that its holder will delete.</summary>
public sealed record PracticeRetention(int FileLine, string Holder, string Kind, DateOnly From, string Why);
