namespace Onus.Domain.Evidence;

/// <summary>What a record is. Rows keep the numbers: none changes, and a new kind gets the next.</summary>
public enum RecordKind
{
    /// <summary>Not stated; never written.</summary>
    Unknown = 0,

    /// <summary>A message that somebody sent.</summary>
    Message = 1,

    /// <summary>A line that a messenger wrote about the conversation itself.</summary>
    SystemLine = 2,

    /// <summary>A movement of money.</summary>
    Payment = 3,

    /// <summary>A page of a document.</summary>
    Page = 4,

    /// <summary>A paragraph of a document.</summary>
    Paragraph = 5,

    /// <summary>A picture.</summary>
    Image = 6,

    /// <summary>A row of a table that is no movement of money, as it stands.</summary>
    Row = 7,

    /// <summary>Words that somebody wrote beside the text of a document. Who did is what the file says, and no more than that.</summary>
    Comment = 8,

    /// <summary>A call, as whoever carried it recorded it: that it was made, not what was said.</summary>
    Call = 9,

    /// <summary>A text message, as whoever carried it recorded it: that it was sent, without its words.</summary>
    TextMessage = 10,
}

/// <summary>How the instant of a record is known. Rows keep the numbers.</summary>
public enum TimeBasis
{
    /// <summary>No instant is known: a date without a time, a camera clock without offset, or nothing at all.</summary>
    Unknown = 0,

    /// <summary>The source states UTC.</summary>
    ExplicitUtc = 1,

    /// <summary>The source states an offset from UTC.</summary>
    ExplicitOffset = 2,

    /// <summary>A person decided the zone of the local times in this source.</summary>
    DeclaredZone = 3,
}

/// <summary>When something happened: what the source says, and what follows from it.</summary>
/// <param name="Raw">The source's own characters; null where it states no time.</param>
/// <param name="Local">
/// The clock reading as ISO 8601 without offset: <c>2025-05-03T18:06:13</c>, or <c>2025-05-03</c> where only the date is stated; null where unknown.
/// </param>
/// <param name="Utc">The instant in UTC, or null where no instant follows. Of an hour that clocks repeat: the earlier instant.</param>
/// <param name="UtcLater">The later instant where the clock reading occurs twice (clocks set back), else null.</param>
/// <param name="Basis">How <paramref name="Utc"/> is known.</param>
public sealed record RecordTime(string? Raw, string? Local, DateTimeOffset? Utc, DateTimeOffset? UtcLater, TimeBasis Basis)
{
    /// <summary>No time is stated.</summary>
    public static readonly RecordTime None = new(null, null, null, null, TimeBasis.Unknown);
}

/// <summary>Someone named in a record, in the source's own words.</summary>
/// <param name="Raw">Name, number or account as the source states it.</param>
/// <param name="Role">What they are there: <c>from</c>, <c>to</c>, <c>holder</c>, <c>counterparty</c>.</param>
public sealed record Party(string Raw, string Role);

/// <summary>A file that a record names.</summary>
/// <param name="Name">Name as the record states it.</param>
/// <param name="Sha256">Hash of its bytes where the container holds it, else null.</param>
/// <param name="Bytes">Its size where the container holds it, else null.</param>
public sealed record Attachment(string Name, Sha256? Sha256, long? Bytes);

/// <summary>An amount of money in the smallest unit of its currency.</summary>
/// <param name="Minor">Minor units (cents), negative for money that leaves the holder's account.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Decimals">Decimals of the currency: 2 for USD, 0 for JPY.</param>
public sealed record Money(long Minor, string Currency, int Decimals)
{
    /// <summary>ISO 4217: "no currency is involved", with two decimals here. Stands where a table names none.</summary>
    public const string NoCurrency = "XXX";
}

/// <summary>One item read out of a file. Its identity does not depend on the parser that read it.</summary>
/// <param name="Id">SHA-256 of version, plaintext blob hash, container chain and position: see <see cref="RecordIdentity"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Locator">Where it stands.</param>
/// <param name="Time">When it happened, as far as the source says.</param>
/// <param name="Parties">Who is named, in the source's order.</param>
/// <param name="Text">Its text, unchanged but for line ends, which are LF; null where it has none.</param>
/// <param name="Attachments">Files it names.</param>
/// <param name="Warnings">What a person should know before relying on it, as keys of <c>languages/*/warnings.yaml</c>, with a value after a colon where needed.</param>
/// <param name="Amount">The money moved; payments only.</param>
/// <param name="Balance">The running balance the source states after it; payments only.</param>
public sealed record EvidenceRecord(
    Sha256 Id,
    RecordKind Kind,
    Locator Locator,
    RecordTime Time,
    IReadOnlyList<Party> Parties,
    string? Text,
    IReadOnlyList<Attachment> Attachments,
    IReadOnlyList<string> Warnings,
    Money? Amount = null,
    Money? Balance = null);

/// <summary>What reading a file came to; printed always, also when nothing could be read. Always Seen = Records + Skipped.</summary>
/// <param name="File">Name as given.</param>
/// <param name="Sha256">Hash of the file; null when it could not be opened.</param>
/// <param name="Format">What the file is, for example <c>bank-csv</c>; null when in no known style.</param>
/// <param name="Parser">Name and version of the reader; null when none took it.</param>
/// <param name="Seen">Top-level elements of the source.</param>
/// <param name="Records">How many became records.</param>
/// <param name="Skipped">The others, counted by reason.</param>
/// <param name="NeedsDecision">What a person has to decide before anything is read; no record is emitted then.</param>
/// <param name="Failure">Why the file is unusable, as a key of <c>languages/*/errors.yaml</c>; null when it could be read.</param>
public sealed record ReadSummary(
    string File,
    Sha256? Sha256,
    string? Format,
    string? Parser,
    long Seen,
    long Records,
    IReadOnlyList<Skipped> Skipped,
    IReadOnlyList<Decision> NeedsDecision,
    string? Failure = null)
{
    /// <summary>
    /// What a person should know about the whole file, for example media in a container that no message names.
    /// Written as the warnings of a record are.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// Name of the <see cref="Evidence.Family"/> of its format; null where no reader took it, and where it was read before families were kept. No part of what the reading
    /// process prints: the format says it.
    /// </summary>
    public string? Family { get; init; }

    /// <summary>The days that a statement says it is about, where it says so outside its rows; in the order of the file.</summary>
    public IReadOnlyList<StatedPeriod> Periods { get; init; } = [];

    /// <summary>
    /// The exit code of <c>read</c>: 0 read in full or in part, or empty; 1 opened but unusable, or a person has to decide; 2 could not be opened.
    /// </summary>
    public int ExitCode => Sha256 is null ? 2 : Failure is not null || NeedsDecision.Count > 0 ? 1 : 0;
}

/// <summary>Elements that did not become records.</summary>
/// <param name="Reason">Why, as a short code: <c>empty-file</c>, <c>encrypted</c>, <c>truncated</c>, ...</param>
/// <param name="Count">How many.</param>
public sealed record Skipped(string Reason, long Count);

/// <summary>A question that only a person may answer, with what the file shows about it.</summary>
/// <param name="What"><c>zone</c>, <c>date-order</c>, <c>profile</c> or <c>charset</c>.</param>
/// <param name="Line">Line or row that shows it, from 1; null where it is the whole file.</param>
/// <param name="Value">The source's own characters at that place, or the answer that was contradicted.</param>
/// <param name="Options">Answers that the file does not contradict; empty where they cannot be listed (zones, profiles) or none is left.</param>
public sealed record Decision(string What, int? Line, string? Value, IReadOnlyList<string> Options);
