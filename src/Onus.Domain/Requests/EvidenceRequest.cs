using Onus.Domain.Cases;
using Onus.Domain.Shared;

namespace Onus.Domain.Requests;

/// <summary>How far a request is.</summary>
public enum RequestStatus
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Answered.</summary>
    Answered,
}

/// <summary>A request from prosecutor to police or back, or to a third party: what, why, by when, and what it spares.</summary>
public sealed record EvidenceRequest : CaseRow
{
    /// <summary>Identity.</summary>
    public required RequestId Id { get; init; }

    /// <inheritdoc/>
    public override Side Side => Side.Record;

    /// <summary>Number in the case, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>To whom.</summary>
    public required string To { get; init; }

    /// <summary>What is asked for.</summary>
    public required string What { get; init; }

    /// <summary>The element it serves, as words for the reader; empty where it serves none. Words, not a tie: the record holds no papers of counsel.</summary>
    public string Element { get; init; } = "";

    /// <summary>Why it is needed.</summary>
    public required string Why { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? By { get; init; }

    /// <summary>What it spares: a question to the survivor, a search.</summary>
    public string Spares { get; init; } = "";

    /// <summary>How far it is.</summary>
    public RequestStatus Status { get; init; }

    /// <summary>The person of the case who is asked something by it, also through somebody else; null for nobody.</summary>
    public PersonId? Asks { get; init; }

    /// <summary>Why it was stopped; empty while it goes on. A request that is stopped goes no step further.</summary>
    public string Stopped { get; init; } = "";
}

/// <summary>Something that its holder will delete.</summary>
public sealed record RetentionWatch : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public override Side Side => Side.Record;

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
