namespace Onus.Domain.Law;

/// <summary>
/// The law of one country as Onus compiles it: data that a local lawyer owns, signs and edits. Until somebody signs, it is unreviewed,
/// and every screen says so.
/// </summary>
public sealed record LawPack
{
    /// <summary>Country code and name of the folder, lower case: <c>us</c>, <c>kestria</c>. First segment of every id in the pack.</summary>
    public required string Country { get; init; }

    /// <summary>Name on screens: "United States, federal".</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the language that the texts are written in.</summary>
    public required string Language { get; init; }

    /// <summary>Who vouches for the pack; an offence may have its own.</summary>
    public required LawReview Review { get; init; }

    /// <summary>Which word is used for the survivor.</summary>
    public required LawTerms Terms { get; init; }

    /// <summary>What consent means in this law, in our own words.</summary>
    public required string Consent { get; init; }

    /// <summary>ISO 4217 code of the currency that the country pays in, proposed for its banks; null where the pack does not say.</summary>
    public string? Currency { get; init; }

    /// <summary>What a reader should know first; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Grounds on which earlier statements may come in when their speaker does not say it in court. Empty where the pack names none.</summary>
    public IReadOnlyList<AbsenceGround> Absence { get; init; } = [];

    /// <summary>Where the law was read.</summary>
    public required IReadOnlyList<LawSource> Sources { get; init; }

    /// <summary>The offences, one item a version of the text.</summary>
    public required IReadOnlyList<Offence> Offences { get; init; }

    /// <summary>The newest text of each offence, in the order of the pack: what a list of offences shows before a day is chosen.</summary>
    public IEnumerable<Offence> Newest() => TextsOn(_ => null);

    /// <summary>The text of each offence on a day, in the order of the pack; the newest where none covers the day, or no day is chosen.</summary>
    /// <param name="day">The day; null for none.</param>
    public IEnumerable<Offence> TextsOn(DateOnly? day) => TextsOn(_ => day);

    /// <summary>The same, on a day of its own for each offence.</summary>
    /// <param name="dayOf">The day for the id of an offence; null for none.</param>
    public IEnumerable<Offence> TextsOn(Func<string, DateOnly?> dayOf) => Offences.GroupBy(offence => offence.Id, StringComparer.Ordinal)
        .Select(texts => dayOf(texts.Key) is { } day && texts.FirstOrDefault(text => text.Validity.Covers(day)) is { } then ? then : texts.MaxBy(text => text.Validity.From)!);

    /// <summary>Ways of taking part, each said once for all offences that it applies to.</summary>
    public IReadOnlyList<LiabilityMode> Modes { get; init; } = [];
}

/// <summary>Whether a local lawyer vouches for a text.</summary>
public enum LawStatus
{
    /// <summary>Nobody has. Nothing is drafted for filing from it.</summary>
    Unreviewed = 0,

    /// <summary>A named lawyer has, on a day.</summary>
    Reviewed,
}

/// <summary>Who vouches for a law text.</summary>
/// <param name="Status">Whether anybody does.</param>
/// <param name="By">Name and office of the lawyer; null while unreviewed.</param>
/// <param name="On">Day of the signature; null while unreviewed.</param>
public sealed record LawReview(LawStatus Status, string? By, DateOnly? On)
{
    /// <summary>Nobody has looked at it.</summary>
    public static readonly LawReview None = new(LawStatus.Unreviewed, null, null);
}

/// <summary>How a statement about the law is known.</summary>
public enum LawConfidence
{
    /// <summary>From memory. YAML: <c>M</c>.</summary>
    Memory = 0,

    /// <summary>Seen in a secondary source. YAML: <c>B</c>.</summary>
    Secondary,

    /// <summary>Read in the primary text. YAML: <c>A</c>.</summary>
    Primary,
}

/// <summary>A word for the person an offence was committed against.</summary>
public enum SurvivorTerm
{
    /// <summary>Survivor.</summary>
    Survivor = 0,

    /// <summary>Victim.</summary>
    Victim,

    /// <summary>Complainant.</summary>
    Complainant,

    /// <summary>Witness; before a court.</summary>
    Witness,
}

/// <summary>Which word a country uses, by audience.</summary>
/// <param name="General">On working screens.</param>
/// <param name="Court">In papers for a court.</param>
public sealed record LawTerms(SurvivorTerm General, SurvivorTerm Court);

/// <summary>Where the law was read.</summary>
/// <param name="Title">Name of the source.</param>
/// <param name="Where">Address or place of publication; may be empty.</param>
/// <param name="Read">What of it was read, in words: "the whole section", "a press report of the judgment".</param>
public sealed record LawSource(string Title, string Where, string Read);

/// <summary>What tends to prove an element without, or beside, the survivor's word.</summary>
/// <param name="Id">Name within the pack: <c>deception</c>.</param>
/// <param name="Title">Heading on screens.</param>
/// <param name="Sources">Independent sources to look for, each a short phrase.</param>
/// <param name="Traps">What goes wrong when they are secured, each a short phrase.</param>
public sealed record EvidenceTopic(string Id, string Title, IReadOnlyList<string> Sources, IReadOnlyList<string> Traps);
