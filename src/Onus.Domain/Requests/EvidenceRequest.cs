using Onus.Domain.Shared;

namespace Onus.Domain.Requests;

/// <summary>To what kind of reader a request goes: what its letter may say follows from it.</summary>
public enum Addressee
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>The investigating unit or another officer of it.</summary>
    Police,

    /// <summary>Somebody outside: a bank, an operator, an authority, a school, an expert. They may know the people of the case.</summary>
    ThirdParty,

    /// <summary>A survivor, through whoever stands beside them.</summary>
    Survivor,
}

/// <summary>
/// A request for evidence. All of it may be printed and disclosed: why the unit really wants it, and for which element, stands in counsel's papers
/// (<see cref="RequestReason"/>).
/// </summary>
public sealed record EvidenceRequest : CaseRow, INumbered
{
    /// <summary>Identity.</summary>
    public required RequestId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>Number in the case, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What kind of reader it goes to.</summary>
    public required Addressee Kind { get; init; }

    /// <summary>To whom.</summary>
    public required string To { get; init; }

    /// <summary>What is asked for.</summary>
    public required string What { get; init; }

    /// <summary>The account, telephone or other number by which the holder finds it; may be empty.</summary>
    public string Account { get; init; } = "";

    /// <summary>First day that is asked for; null for no beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that is asked for; null for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The order, the section or the consent under which it is asked; may be empty.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The reason for its reader, as printed; may be empty for somebody outside.</summary>
    public string Why { get; init; } = "";

    /// <summary>By when.</summary>
    public DateOnly? By { get; init; }

    /// <summary>What it spares: a question to the survivor, a search. Printed for the police alone.</summary>
    public string Spares { get; init; } = "";

    /// <summary>How far it is: that of the newest of <see cref="Steps"/>, and written in the same act.</summary>
    public RequestStatus Status { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<RequestStep> Steps { get; init; } = [];

    /// <summary>The person of the case who is asked something by it, also through somebody else; null for nobody.</summary>
    public PersonId? Asks { get; init; }

    /// <summary>Why it was stopped; empty while it goes on. A request that is stopped goes no step further.</summary>
    public string Stopped { get; init; } = "";

    /// <summary>Whether somebody still has to answer it.</summary>
    public bool IsOpen => Status is RequestStatus.Draft or RequestStatus.Sent or RequestStatus.SentBack;
}

/// <summary>Why counsel wants what a request asks for. Counsel's papers: never printed, and closed to everybody who does not see them.</summary>
public sealed record RequestReason : CaseRow
{
    /// <summary>The request.</summary>
    public required RequestId Request { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.CounselsPapers;

    /// <summary>The reason, in counsel's words; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>The element it serves, in words under its offence; may be empty.</summary>
    public string Element { get; init; } = "";

    /// <summary>The count it serves; null for none. Whom it is against follows from the count.</summary>
    public CountId? Count { get; init; }
}

/// <summary>Something that its holder will delete.</summary>
public sealed record RetentionWatch : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>Who holds it: "Valley Mobile".</summary>
    public required string Holder { get; init; }

    /// <summary>What kind of records: "call records of Defendant 1".</summary>
    public required string What { get; init; }

    /// <summary>Why they matter here; empty where nobody has said.</summary>
    public string Why { get; init; } = "";

    /// <summary>The last day the records are about; keeping time counts from here.</summary>
    public required DateOnly RecordsUntil { get; init; }

    /// <summary>Days that the holder keeps them.</summary>
    public required int Days { get; init; }

    /// <summary>Where the number of days is from.</summary>
    public required string Source { get; init; }

    /// <summary>The day of deletion.</summary>
    public DateOnly DeletedOn => RecordsUntil.AddDays(Days);
}
