using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>
/// Makes a payment of one row, by a profile. What a cell does not say readably becomes a warning, never a guess. A row that states neither day nor
/// movement, or that reads like a total, is no payment and is kept as a row; of a row with another number of cells no amount is taken.
/// </summary>
/// <param name="profile">Which column means what.</param>
/// <param name="dateOrder">Order of day, month and year.</param>
/// <param name="zone">Zone of local times; may be null where none is read.</param>
/// <param name="width">How many cells a row has; null where that is not known yet.</param>
/// <param name="daysOnly">Whether times of day are left out, because every one in the file is midnight.</param>
internal sealed class BankRow(ColumnProfile profile, string dateOrder, DecidedZone? zone, RowWidth? width, bool daysOnly)
{
    /// <summary>Whether a minus beside a word for out takes back what it says.</summary>
    public bool DirectionIsMixed { get; init; }

    // A row without a day that begins a cell with one of these sums up other rows, or carries a sum over.
    private static readonly string[] Totals =
    [
        "total", "sub total", "subtotal", "sum", "grand total", "balance", "opening balance", "closing balance", "brought forward", "carried forward", "summe", "gesamt", "saldo", "endsaldo",
        "anfangssaldo", "solde", "suma", "totale", "totaal", "eindsaldo", "beginsaldo", "razem", "итого", "всего", "остаток", "сальдо", "баланс", "المجموع", "الإجمالي", "الرصيد", "कुल", "जम्मा",
        "मौज्दात", "toplam", "bakiye", "合计", "总计", "余额", "合計", "합계", "tổng",
    ];

    /// <summary>What a row comes to, without its place.</summary>
    internal sealed record Payment(
        RecordKind Kind, RecordTime Time, IReadOnlyList<Party> Parties, string? Text, Money? Amount, Money? Balance, List<string> Warnings);

    /// <summary>The cells of date and time as they stand, and what was read in them.</summary>
    public static (string Raw, DateCell? Cell) Date(IReadOnlyList<string> fields, ColumnProfile profile, string dateOrder)
    {
        var date = Cell(fields, profile.Date).Trim();
        var time = Cell(fields, profile.Time).Trim();
        return ((date + " " + time).Trim(), DateCell.TryRead(date, time, dateOrder, out var read) ? read : null);
    }

    /// <summary>The text of a column; empty where the row has none. Spreadsheets write <c>="12.50"</c> to keep a text a text.</summary>
    public static string Cell(IReadOnlyList<string> fields, int column) =>
        column < 1 || column > fields.Count ? ""
        : fields[column - 1] is ['=', '"', .. var inner, '"'] ? inner
        : fields[column - 1];

    /// <summary>Whether a row states a day and an amount where the profile has them.</summary>
    public bool IsPayment(CsvRow row) =>
        Date(row.Fields, profile, dateOrder).Cell is not null && Read(row) is { Kind: RecordKind.Payment, Amount: not null };

    /// <summary>A row as it stands.</summary>
    public static string Whole(IReadOnlyList<string> fields) => string.Join(" | ", fields.Select(f => f.Trim()).Where(f => f.Length > 0));

    /// <summary>Reads the cells of a row.</summary>
    public Payment Read(CsvRow row)
    {
        var fields = row.Fields;
        var warnings = Faults(row);
        if (width is { } cells && !cells.Fits(fields))
        {
            warnings.Add(ReadWarnings.CellsDoNotFit + ":" + fields.Count.ToString(CultureInfo.InvariantCulture));
            var day = Time(fields, warnings);
            return new Payment(day.Local is null ? RecordKind.Row : RecordKind.Payment, day, profile.Holder is { Length: > 0 } own ? [new Party(own, "holder")] : [], Whole(fields), null, null, warnings);
        }

        if (!StatesAMovement(fields))
        {
            warnings.Add(ReadWarnings.RowNotAPayment);
            return new Payment(RecordKind.Row, RecordTime.None, [], Whole(fields), null, null, warnings);
        }

        var time = Time(fields, warnings);
        var currency = Currency(fields, warnings);
        var amount = currency is null ? null : Amount(fields, currency, warnings);
        var balance = currency is null ? null : Single(fields, profile.Balance, currency, ReadWarnings.BalanceUnreadable, warnings);
        string[] texts = [Cell(fields, profile.Description), Cell(fields, profile.Reference)];
        var text = string.Join('\n', texts.Where(t => t.Length > 0));
        return new Payment(RecordKind.Payment, time, Parties(fields), text.Length > 0 ? text : null, amount, balance, warnings);
    }

    /// <summary>What is wrong with a row whatever it means.</summary>
    public static List<string> Faults(CsvRow row)
    {
        var warnings = new List<string>();
        if (row.HasOpenQuote)
        {
            warnings.Add(ReadWarnings.OpenQuote);
        }

        if (row.Fields.Any(field => field.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            warnings.Add(ReadWarnings.CharactersUnreadable);
        }

        return warnings;
    }

    /// <summary>Whether a row is about money that moved on a day: not a heading, a note or a total.</summary>
    private bool StatesAMovement(IReadOnlyList<string> fields)
    {
        var date = Cell(fields, profile.Date).Trim();
        if (date.Length > 0)
        {
            // "Closing balance" stands where the date does; "31 avr. 2025" is a day that cannot be read.
            return date.Any(c => Digits.Value(c) >= 0) && !IsTotal(date);
        }

        int[] money = [profile.Amount, profile.Debit, profile.Credit];
        return money.Any(column => Cell(fields, column).Any(c => Digits.Value(c) >= 0)) && !fields.Any(IsTotal);
    }

    private static bool IsTotal(string cell)
    {
        var folded = ProfileSuggestion.Fold(cell);
        return Totals.Any(word => folded == word || folded.StartsWith(word + " ", StringComparison.Ordinal));
    }

    private List<Party> Parties(IReadOnlyList<string> fields)
    {
        var parties = new List<Party>();
        var holder = Cell(fields, profile.HolderColumn).Trim() is { Length: > 0 } named ? named : profile.Holder;
        if (holder is { Length: > 0 })
        {
            parties.Add(new Party(holder, "holder"));
        }

        if (Cell(fields, profile.Counterparty).Trim() is { Length: > 0 } counterparty)
        {
            parties.Add(new Party(counterparty, "counterparty"));
        }

        return parties;
    }

    private RecordTime Time(IReadOnlyList<string> fields, List<string> warnings)
    {
        var (raw, cell) = Date(fields, profile, dateOrder);
        if (raw.Length == 0)
        {
            warnings.Add(ReadWarnings.DateMissing);
            return RecordTime.None;
        }

        if (cell is not { } read)
        {
            warnings.Add(ReadWarnings.DateUnreadable);
            return RecordTime.None with { Raw = raw };
        }

        if (read.In(dateOrder) is not { } date)
        {
            warnings.Add(ReadWarnings.DateImpossible);
            return RecordTime.None with { Raw = raw };
        }

        if (!DateNumbers.CalendarIsPlausible(date))
        {
            warnings.Add(ReadWarnings.CalendarUnknown);
            return RecordTime.None with { Raw = raw };
        }

        if (read.Time is not { } written || daysOnly)
        {
            return RecordTime.None with { Raw = raw, Local = DecidedZone.Reading(date) };
        }

        if (written.Time is not { } time)
        {
            warnings.Add(written.Part == DayPart.UnknownWord ? ReadWarnings.DayHalfUnknown : ReadWarnings.TimeImpossible);
            return RecordTime.None with { Raw = raw, Local = DecidedZone.Reading(date) };
        }

        if (read.Offset is { } offset)
        {
            var utc = new DateTimeOffset(date.ToDateTime(time), offset).ToUniversalTime();
            return new RecordTime(raw, DecidedZone.Reading(date, time), utc, null, read.IsUtc ? TimeBasis.ExplicitUtc : TimeBasis.ExplicitOffset);
        }

        var result = zone!.At(raw, date, time, out var warning);
        if (warning is not null)
        {
            warnings.Add(warning);
        }

        return result;
    }

    private string? Currency(IReadOnlyList<string> fields, List<string> warnings)
    {
        var code = profile.CurrencyColumn > 0 ? Cell(fields, profile.CurrencyColumn).Trim().ToUpperInvariant() : profile.Currency ?? "";
        if (profile.CurrencyColumn > 0 && code.Length == 0 && profile.Currency is not null)
        {
            code = profile.Currency;
        }

        if (Currencies.IsCode(code))
        {
            return code;
        }

        warnings.Add(ReadWarnings.CurrencyUnreadable);
        return null;
    }

    private Money? Amount(IReadOnlyList<string> fields, string currency, List<string> warnings)
    {
        if (profile.Amount > 0)
        {
            var amount = Single(fields, profile.Amount, currency, ReadWarnings.AmountUnreadable, warnings);
            if (amount is null && Cell(fields, profile.Amount).Trim().Length == 0)
            {
                warnings.Add(ReadWarnings.AmountMissing);
            }

            return amount is not null && profile.Direction > 0 ? Directed(fields, amount, warnings) : amount;
        }

        var before = warnings.Count;
        var debit = Single(fields, profile.Debit, currency, ReadWarnings.AmountUnreadable, warnings);
        var credit = Single(fields, profile.Credit, currency, ReadWarnings.AmountUnreadable, warnings);
        if (warnings.Count > before)
        {
            return null;
        }

        if (debit is null && credit is null)
        {
            warnings.Add(ReadWarnings.AmountMissing);
            return null;
        }

        if (debit?.Minor < 0 || credit?.Minor < 0)
        {
            warnings.Add(ReadWarnings.SignInUnsignedColumn);
        }

        if (debit is { Minor: not 0 } && credit is { Minor: not 0 })
        {
            warnings.Add(ReadWarnings.DebitAndCredit);
            return null;
        }

        // A debit column that writes its minus says the same thing twice.
        var minor = debit is { Minor: not 0 } ? -Math.Abs(debit.Minor) : credit?.Minor ?? 0;
        return new Money(minor, currency, Currencies.Decimals(currency));
    }

    /// <summary>
    /// The amount with the sign that the direction column says. A minus beside a word for out says the same thing twice, where all such rows have one.
    /// </summary>
    private Money? Directed(IReadOnlyList<string> fields, Money amount, List<string> warnings)
    {
        var word = Cell(fields, profile.Direction).Trim();
        var goesOut = profile.OutWords.Contains(word, StringComparer.OrdinalIgnoreCase);
        if (!goesOut && !profile.InWords.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            warnings.Add(ReadWarnings.DirectionUnknown + ":" + word);
            return null;
        }

        if (amount.Minor < 0 && (!goesOut || DirectionIsMixed))
        {
            warnings.Add(ReadWarnings.DirectionContradictsSign);
            return null;
        }

        return goesOut ? amount with { Minor = -Math.Abs(amount.Minor) } : amount;
    }

    private Money? Single(IReadOnlyList<string> fields, int column, string currency, string warning, List<string> warnings)
    {
        var cell = Cell(fields, column).Trim();
        if (cell.Length == 0)
        {
            return null;
        }

        var isTurned = profile.TurnedSigns && profile.Direction == 0;
        if (AmountCell.Read(cell, profile.DecimalSign, currency, isTurned) is { } minor)
        {
            return new Money(minor, currency, Currencies.Decimals(currency));
        }

        warnings.Add(warning);
        return null;
    }
}
