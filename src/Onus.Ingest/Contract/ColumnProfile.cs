using System.Text.Json.Serialization;

namespace Onus.Ingest.Contract;

/// <summary>Which columns of a bank's table mean what; saved and versioned by the unit. Column numbers count from 1; 0 means there is none.</summary>
public sealed record ColumnProfile
{
    /// <summary>Name by which people choose it.</summary>
    public required string Name { get; init; }

    /// <summary>Delimiter: one character.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Lines before the header line. Not looked at where <see cref="HeaderCells"/> are stated.</summary>
    public int PreambleLines { get; init; }

    /// <summary>Whether a header line stands before the rows.</summary>
    public bool Header { get; init; } = true;

    /// <summary>
    /// The cells of the header line. The table begins at the line that has them, however many stand before it, and a table without that line is not
    /// this profile's. Empty: the header is counted by <see cref="PreambleLines"/>.
    /// </summary>
    public IReadOnlyList<string> HeaderCells { get; init; } = [];

    /// <summary>A row whose first column starts with one of these is a footer, not data, unless it reads as a payment.</summary>
    public IReadOnlyList<string> FooterStarts { get; init; } = [];

    /// <summary>The booking date (and time).</summary>
    public required int Date { get; init; }

    /// <summary>Order of day, month and year: <c>dmy</c>, <c>mdy</c>, <c>ymd</c>.</summary>
    public required string DateOrder { get; init; }

    /// <summary>Time of day, where it stands in a column of its own.</summary>
    public int Time { get; init; }

    /// <summary>Signed amount; 0 where debit and credit have columns of their own.</summary>
    public int Amount { get; init; }

    /// <summary>Money out, unsigned.</summary>
    public int Debit { get; init; }

    /// <summary>Money in, unsigned.</summary>
    public int Credit { get; init; }

    /// <summary>Running balance after the row.</summary>
    public int Balance { get; init; }

    /// <summary>Who was paid or who paid.</summary>
    public int Counterparty { get; init; }

    /// <summary>What the bank says about it.</summary>
    public int Description { get; init; }

    /// <summary>The bank's own reference.</summary>
    public int Reference { get; init; }

    /// <summary>ISO 4217 code, where one holds for all rows.</summary>
    public string? Currency { get; init; }

    /// <summary>ISO 4217 code per row.</summary>
    public int CurrencyColumn { get; init; }

    /// <summary>Decimal sign: <c>.</c> or <c>,</c>; <see cref="NoDecimalSign"/> where both part thousands and nothing stands behind them.</summary>
    [JsonConverter(typeof(DecimalSignJson))]
    public char DecimalSign { get; init; } = '.';

    /// <summary>
    /// The column that says whether money went out or came in, beside amounts without a sign; 0 where the amount says so itself. Its words are
    /// <see cref="OutWords"/> and <see cref="InWords"/>, without regard to case; the empty word is an empty cell. A row with another word has no amount and a warning.
    /// </summary>
    public int Direction { get; init; }

    /// <summary>Words of the direction column for money that leaves the account: <c>Af</c>, <c>D</c>, <c>DR</c>, <c>-</c>.</summary>
    public IReadOnlyList<string> OutWords { get; init; } = [];

    /// <summary>Words of the direction column for money that comes in: <c>Bij</c>, <c>C</c>, <c>CR</c>, <c>+</c>.</summary>
    public IReadOnlyList<string> InWords { get; init; } = [];

    /// <summary>Whether a plus means money out, as in statements of cards: signs of amounts and balances are turned round; words for debit and credit are not.</summary>
    public bool TurnedSigns { get; init; }

    /// <summary>Whose account it is, in the words of the statement; null when not stated.</summary>
    public string? Holder { get; init; }

    /// <summary>Whose account it is, per row.</summary>
    public int HolderColumn { get; init; }

    /// <summary>No bank's table: every row is kept as it stands, and none is a payment. Nothing else of the profile is looked at then.</summary>
    public bool PlainRows { get; init; }

    /// <summary>The name that answers the question for a profile where a table is no bank's; no profile is saved under it.</summary>
    public const string NotABankTable = "not-a-bank-table";

    /// <summary>What that answer comes to.</summary>
    public static ColumnProfile Rows { get; } = new() { Name = NotABankTable, Date = 0, DateOrder = "", PlainRows = true };

    /// <summary>The value of <see cref="DecimalSign"/> of tables whose amounts have no part behind a decimal sign; <c>none</c> in JSON.</summary>
    public const char NoDecimalSign = '\0';
}
