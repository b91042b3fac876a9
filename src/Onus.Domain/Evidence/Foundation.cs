using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What a foundation is.</summary>
public enum FoundationKind
{
    /// <summary>Something else; its label says what.</summary>
    Other = 0,

    /// <summary>A person who tells what they know.</summary>
    Witness,

    /// <summary>A warrant.</summary>
    Warrant,

    /// <summary>A consent.</summary>
    Consent,

    /// <summary>A court's or authority's order to hand over.</summary>
    Order,

    /// <summary>Handed over by someone without being ordered to.</summary>
    HandedOver,

    /// <summary>Open to everyone.</summary>
    PublicSource,

    /// <summary>Whoever translated.</summary>
    Interpreter,

    /// <summary>A phone or computer, and that it was this person's.</summary>
    Device,

    /// <summary>Whoever extracted or examined.</summary>
    Examiner,

    /// <summary>Whoever kept it.</summary>
    Custodian,

    /// <summary>A laboratory.</summary>
    Laboratory,

    /// <summary>An expert.</summary>
    Expert,

    /// <summary>Records made in the course of business.</summary>
    BusinessRecord,

    /// <summary>A second, untainted way to the same evidence.</summary>
    IndependentSource,

    /// <summary>That it would have been found anyway.</summary>
    InevitableDiscovery,
}

/// <summary>How a foundation stands.</summary>
public enum FoundationStatus
{
    /// <summary>It may fall.</summary>
    Open = 0,

    /// <summary>Both sides accept it.</summary>
    Stipulated,

    /// <summary>It has fallen.</summary>
    Fallen,
}

/// <summary>The smallest thing that can fall at one stroke. A shared warrant, interpreter or device is one foundation under many exhibits.</summary>
public sealed record Foundation : CaseRow
{
    /// <summary>Identity.</summary>
    public required FoundationId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>What it is.</summary>
    public required FoundationKind Kind { get; init; }

    /// <summary>Name on screens: "Search warrant for the farmhouse".</summary>
    public required string Label { get; init; }

    /// <summary>The person on whom it rests: witness, interpreter, custodian. Null for warrants, consents and orders, which rest on nobody's word.</summary>
    public PersonId? Person { get; init; }

    /// <summary>
    /// Through whose device, consent or hand it came; null where that is nobody of the case. It says nothing about belief: what a phone holds may be
    /// believed though its owner is not.
    /// </summary>
    public PersonId? Whose { get; init; }

    /// <summary>Whether it decides admission (legal) or belief (factual).</summary>
    public bool Legal { get; init; }

    /// <summary>Whether it is live testimony: what is lost when the person does not testify. It follows from the kind, so that a person's role can change.</summary>
    public bool Testimony => Kind == FoundationKind.Witness && Person is not null;

    /// <summary>How it stands.</summary>
    public FoundationStatus Status { get; init; }

    /// <summary>Who decided that, when and in which paper; null while open.</summary>
    public string? Decided { get; init; }

    /// <summary>That its giver took it back; null where nobody noted that. It stands as it does until counsel decides.</summary>
    public TakenBack? TakenBack { get; init; }

    /// <summary>Whether its giver took it back and counsel has decided nothing since that was noted.</summary>
    public bool AsksCounsel => TakenBack is { Decided: null };

    /// <summary>Its name inside a sentence: a witness is a person there, "Officer 4", and not that they testify.</summary>
    /// <param name="people">The people of the case.</param>
    public string NameAmong(IEnumerable<People.Person> people) =>
        Testimony && people.FirstOrDefault(person => person.Id == Person) is { } witness ? witness.Pseudonym : Label;

    /// <summary>
    /// It after a decision. A decision that says nothing and only opens the question of its standing again answers no other question either.
    /// </summary>
    /// <param name="status">How it stands now.</param>
    /// <param name="decided">Who decided, when, in which paper; empty for nothing.</param>
    public Foundation After(FoundationStatus status, string decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var said = decided.Trim() is { Length: > 0 } words ? words : null;
        return this with { Status = status, Decided = status == FoundationStatus.Open ? null : said, TakenBack = TakenBack is null ? null : TakenBack with { Decided = said } };
    }
}
