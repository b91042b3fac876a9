using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Store.Database;

/// <summary>A record of a case, as it is asked for: put together from the rows that keep it.</summary>
public sealed record RecordRow : IMarked
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The compartment in which it lies: that of its file.</summary>
    public required Compartment Compartment { get; init; }

    /// <summary>Number of the reading that has it; 0 while it is not stored.</summary>
    public int Reading { get; init; }

    /// <summary>Counts changes of its marks from 1. Two people changing the same version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Identity of what stands at that place in that file; unique in the case.</summary>
    public required Sha256 Id { get; init; }

    /// <summary>The file.</summary>
    public required MaterialId Material { get; init; }

    /// <summary>Place in the order of the source, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>What it is.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required Locator Locator { get; init; }

    /// <summary>The source's own characters for the time.</summary>
    public string? TimeRaw { get; init; }

    /// <summary>Clock reading, ISO 8601 without offset, or a date.</summary>
    public string? TimeLocal { get; init; }

    /// <summary>The instant in UTC.</summary>
    public DateTimeOffset? Utc { get; init; }

    /// <summary>The later instant where the clock reading occurs twice.</summary>
    public DateTimeOffset? UtcLater { get; init; }

    /// <summary>How the instant is known.</summary>
    public TimeBasis Basis { get; init; }

    /// <summary>Sender or payer, as the source writes it.</summary>
    public string? Sender { get; init; }

    /// <summary>Receiver or payee, as the source writes it.</summary>
    public string? Receiver { get; init; }

    /// <summary>Text as the source writes it.</summary>
    public string? Text { get; init; }

    /// <summary>Files it names.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init => field = value ?? []; } = [];

    /// <summary>What a person should know before relying on it. Where it is asked for by itself, only of those that <see cref="IsWarned"/>: the others keep none.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>The warnings of which only those come that say no word of what was read. There is nothing to be asked for here: the database would answer with the words.</summary>
    internal IReadOnlyList<string>? BareWarnings { init => Warnings = value is null ? Warnings : WithheldWords.Bare(value); }

    /// <summary>Minor units moved.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Minor units left after it.</summary>
    public long? BalanceMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>Decimals of the currency.</summary>
    public int? CurrencyDecimals { get; init; }

    /// <inheritdoc/>
    public Marks Marks { get; init; } = new();

    /// <summary>The day by which chronologies sort: of the clock reading, which is what the source states; null where none is stated.</summary>
    public string? Day { get; init; }

    /// <summary>Whether the file was read anew and that reading does not have it: kept only because it is cited or marked.</summary>
    public bool Superseded { get; init; }

    /// <summary>Whether its file was withdrawn.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Whether its words are kept from whoever asks: it may be privileged, and they are not counsel. It has no text, names no files and warns of nothing but what says no word of it then.</summary>
    public bool Withheld { get; init; }

    /// <summary>Whether its reading warns of it. Asked for among many: an index has those.</summary>
    public bool IsWarned { get; init; }

    /// <summary>Whether it names files, likewise.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>Whether somebody marked it, likewise.</summary>
    public bool IsMarked { get; init; }

    /// <summary>What a citation relies on.</summary>
    public CitedReading AsCited() => new(Kind, TimeRaw, TimeLocal, Utc, Sender, Receiver, Text, AmountMinor, Currency, CurrencyDecimals);

    /// <summary>The row of a record of a file.</summary>
    public static RecordRow Of(EvidenceRecord record, Material file, int sequence)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(file);
        var sender = record.Parties.FirstOrDefault(p => p.Role is "from" or "holder")?.Raw;
        var receiver = record.Parties.FirstOrDefault(p => p.Role is "to" or "counterparty")?.Raw;
        return new RecordRow
        {
            CaseId = file.CaseId,
            Compartment = file.Compartment,
            Id = record.Id,
            Material = file.Id,
            Sequence = sequence,
            Kind = record.Kind,
            Locator = record.Locator,
            TimeRaw = record.Time.Raw,
            TimeLocal = record.Time.Local,
            Day = record.Time.Local is { Length: >= 10 } local ? local[..10] : null,
            Utc = record.Time.Utc,
            UtcLater = record.Time.UtcLater,
            Basis = record.Time.Basis,
            Sender = sender,
            Receiver = receiver,
            Text = record.Text,
            Attachments = record.Attachments,
            Warnings = record.Warnings,
            AmountMinor = record.Amount?.Minor,
            BalanceMinor = record.Balance?.Minor,
            Currency = (record.Amount ?? record.Balance)?.Currency,
            CurrencyDecimals = (record.Amount ?? record.Balance)?.Decimals,
        };
    }
}

/// <summary>Which records count.</summary>
public static class CurrentRecords
{
    /// <summary>Those that the last reading of a file has, where the file was not withdrawn.</summary>
    public static IQueryable<RecordRow> Current(this IQueryable<RecordRow> records) => records.Where(r => !r.Superseded && !r.Withdrawn);

    /// <summary>Pages without a word: most likely scans, which are read and which no search finds.</summary>
    public static IQueryable<RecordTotal> PagesWithoutText(this IQueryable<RecordTotal> totals) => totals.Where(t => t.Silent);
}

/// <summary>How many records of a file that count (<see cref="CurrentRecords.Current"/>) are alike. Several may tell the same: they are added up.</summary>
public sealed record RecordTotal
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The file.</summary>
    public required MaterialId Material { get; init; }

    /// <summary>What they are.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Their day; null where none is stated.</summary>
    public string? Day { get; init; }

    /// <summary>Their sender or payer, as the source writes it.</summary>
    public string? Sender { get; init; }

    /// <summary>Their receiver or payee.</summary>
    public string? Receiver { get; init; }

    /// <summary>Whether money left the account; null where none is stated.</summary>
    public bool? Out { get; init; }

    /// <summary>Whether they are pages without a word.</summary>
    public bool Silent { get; init; }

    /// <summary>How many they are.</summary>
    public required int Count { get; init; }
}

/// <summary>A name that records write.</summary>
public sealed record RecordName
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The file.</summary>
    public required MaterialId Material { get; init; }

    /// <summary>The name, as the source writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether an older reading has it.</summary>
    public bool Superseded { get; init; }

    /// <summary>Whether the file was withdrawn.</summary>
    public bool Withdrawn { get; init; }
}
