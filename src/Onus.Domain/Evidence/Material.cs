using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>How far a file is.</summary>
public enum MaterialStatus
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>Stored, not read: the three questions are open.</summary>
    Held,

    /// <summary>Stored; a person has to decide something before it can be read.</summary>
    NeedsDecision,

    /// <summary>Read.</summary>
    Read,

    /// <summary>Stored, but it can't be read; the failure says why.</summary>
    Unusable,

    /// <summary>A container that was taken apart, kept as received: its files are listed by themselves, nothing is asked about it and nothing is read out of it.</summary>
    Container,
}

/// <summary>A file as received, unchanged, in the vault, with the answers to the three questions and what reading it came to.</summary>
public sealed record Material : CaseRow, IMarked
{
    /// <summary>Identity.</summary>
    public required MaterialId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>Name as received. Data, never a path.</summary>
    public required string Name { get; init; }

    /// <summary>Title on screens; the name until somebody gives a better one.</summary>
    public required string Title { get; init; }

    /// <summary>Hash of its bytes.</summary>
    public required Sha256 Blob { get; init; }

    /// <summary>Where its bytes stand in the vault: a name that says nothing about them.</summary>
    public required Guid VaultName { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>When it was stored, in UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The import run it came with.</summary>
    public required Guid Run { get; init; }

    /// <summary>The file that it was taken out of, under the rest of its name; null where it was handed in by itself.</summary>
    public MaterialId? OutOf { get; init; }

    /// <summary>How far it is.</summary>
    public required MaterialStatus Status { get; init; }

    /// <summary>First question, from whom: the person, where it is one of the case.</summary>
    public PersonId? FromPerson { get; init; }

    /// <summary>First question, from whom: in words, where it is nobody of the case.</summary>
    public string From { get; init; } = "";

    /// <summary>Whether it is what that person states: a statement rests on its speaker, a paper found with somebody does not.</summary>
    public bool Statement { get; init; }

    /// <summary>How the statement was taken; null where nobody has said anything yet, or where it is none.</summary>
    public StatementTaken? Taken { get; init; }

    /// <summary>Second question, how obtained: the warrant, consent, order, hand-over or public source.</summary>
    public FoundationId? Obtained { get; init; }

    /// <summary>Third question, translated by whom; null where nothing was translated.</summary>
    public FoundationId? Translated { get; init; }

    /// <summary>Further factual foundations: device, examiner, custodian.</summary>
    public IReadOnlyList<FoundationId> Factual { get; init; } = [];

    /// <summary>Authority: first day that may be read; null for no limit.</summary>
    public DateOnly? ScopeFrom { get; init; }

    /// <summary>Authority: last day that may be read; null for no limit.</summary>
    public DateOnly? ScopeTo { get; init; }

    /// <summary>Authority: people whose records may be read, as the source writes them; empty for no limit.</summary>
    public IReadOnlyList<string> ScopePeople { get; init; } = [];

    /// <summary>IANA zone of local times, decided by a person.</summary>
    public string? Zone { get; init; }

    /// <summary><c>dmy</c>, <c>mdy</c>, <c>ymd</c>, decided by a person.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Character set, decided by a person.</summary>
    public string? Charset { get; init; }

    /// <summary>Name of the column profile, decided by a person.</summary>
    public string? Profile { get; init; }

    /// <summary>Who decided zone, order, character set and profile, and when, in words.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>What reading came to; null while it was not read.</summary>
    public ReadSummary? Summary { get; init; }

    /// <summary>Records that the authority does not cover: counted, not stored.</summary>
    public long OutOfScope { get; init; }

    /// <summary>Why it no longer counts; null while it does.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>The other arrivals of the very same bytes, in the order they came: a second source that holds the same is worth knowing.</summary>
    public IReadOnlyList<AlsoReceived> AlsoReceived { get; init; } = [];

    /// <inheritdoc/>
    public Marks Marks { get; init; } = new();
}

/// <summary>The same bytes as a file, received once more.</summary>
/// <param name="Name">Name as received that time. Data, never a path.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who handed it in, by display name at that time.</param>
/// <param name="From">From whom that copy is, in words; empty until somebody says.</param>
/// <param name="Obtained">How that copy was obtained: a second way to the same bytes, on which they can be admitted when the first falls; null until somebody says.</param>
/// <param name="OutOf">The file that it was taken out of that time; null where it was handed in by itself.</param>
public sealed record AlsoReceived(string Name, DateTimeOffset At, string By, string From = "", FoundationId? Obtained = null, MaterialId? OutOf = null);
