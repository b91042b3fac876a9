using System.Globalization;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What one reading made of a record: the parts on which a citation relies.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="TimeRaw">The source's own characters for the time.</param>
/// <param name="TimeLocal">Clock reading, ISO 8601 without offset, or a date.</param>
/// <param name="Utc">The instant in UTC.</param>
/// <param name="Sender">Sender or payer, as the source writes it.</param>
/// <param name="Receiver">Receiver or payee, as the source writes it.</param>
/// <param name="Text">Text as the source writes it.</param>
/// <param name="AmountMinor">Minor units moved.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="CurrencyDecimals">Decimals of the currency.</param>
public sealed record CitedReading(
    RecordKind Kind, string? TimeRaw, string? TimeLocal, DateTimeOffset? Utc, string? Sender, string? Receiver, string? Text,
    long? AmountMinor, string? Currency, int? CurrencyDecimals)
{
    /// <summary>The day that it states, as ISO 8601; null where it states none.</summary>
    public string? Day => TimeLocal is { Length: >= 10 } local ? local[..10] : null;

    /// <summary>
    /// What the row of a payment says: its day as it is written, or in ISO 8601 where it is written in nothing but figures, the sum with a minus where money leaves the account, what it was for. Who paid whom is
    /// said by the fact, under the names that the case gives them: an account often bears the name of a survivor.
    /// </summary>
    public string Row => RowOn(Day is { } day && TimeRaw is { } raw && raw.All(char.IsAsciiDigit) ? day : TimeRaw ?? TimeLocal ?? "");

    /// <summary>Whether a quote is the whole row of this payment, also as it was cited when a day in nothing but figures stood as it is written.</summary>
    public bool IsRow(string quote) => Kind == RecordKind.Payment && (quote == Row || quote == RowOn(TimeRaw ?? TimeLocal ?? ""));

    private string RowOn(string day) => string.Join(" · ", new[] { day, Sum, Text ?? "" }.Select(part => part.Trim()).Where(part => part.Length > 0));

    private string Sum
    {
        get
        {
            if (AmountMinor is not { } minor)
            {
                return "";
            }

            var decimals = CurrencyDecimals ?? 0;
            var digits = Math.Abs((decimal)minor).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
            return (minor < 0 ? "\u2212" : "") + (decimals == 0 ? digits : digits[..^decimals] + "." + digits[^decimals..]) + " " + Currency;
        }
    }
}

/// <summary>What became of a difference between two readings.</summary>
public enum DifferenceState
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>Nobody has decided: the exhibit stands as it was cited.</summary>
    Open,

    /// <summary>The exhibit goes by the new reading.</summary>
    Accepted,

    /// <summary>The exhibit stands as it was cited, though the file is read otherwise now.</summary>
    Kept,
}

/// <summary>An exhibit whose record a corrected reading makes something else of than when it was cited. A person accepts it or keeps what was cited.</summary>
public sealed record ReadingDifference : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>The file that was read anew.</summary>
    public required MaterialId Material { get; init; }

    /// <summary>The exhibit.</summary>
    public required ExhibitId Exhibit { get; init; }

    /// <summary>The record it cites.</summary>
    public required Sha256 Record { get; init; }

    /// <summary>The record as it was cited.</summary>
    public required CitedReading Old { get; init; }

    /// <summary>The record as it is read now; null where the new reading does not have it.</summary>
    public CitedReading? New { get; init; }

    /// <summary>Why the reading was corrected, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who corrected it, by display name at that time.</summary>
    public required string CorrectedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset CorrectedAt { get; init; }

    /// <summary>What became of it.</summary>
    public required DifferenceState State { get; init; }

    /// <summary>Who decided, by display name at that time; empty while nobody has.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>When, in UTC; null while nobody has.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>
    /// The difference after a reading was corrected. What was cited is what the last decision left standing, so that two corrections in a row are
    /// compared with what was cited and not with each other.
    /// </summary>
    /// <param name="before">The last difference of this exhibit; null for none.</param>
    /// <param name="old">The record before this correction; null where the reading before did not have it.</param>
    /// <param name="now">The record after it; null where it is gone.</param>
    /// <returns>What was cited, and whether it differs from what is read now.</returns>
    public static (CitedReading? Cited, bool Differs) Compare(ReadingDifference? before, CitedReading? old, CitedReading? now)
    {
        var cited = before switch
        {
            null => old,
            { State: DifferenceState.Accepted } => before.New ?? old,
            _ => before.Old,
        };
        return (cited, cited is not null && cited != now);
    }
}
