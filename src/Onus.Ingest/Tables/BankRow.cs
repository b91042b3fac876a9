using Onus.Domain.Evidence;
using Onus.Ingest.Reading;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>Makes a payment of one row, by a profile. What a cell does not say readably becomes a warning, never a guess.</summary>
internal sealed class BankRow(ColumnProfile profile, string dateOrder, DecidedZone? zone)
{
    /// <summary>The payment without its place.</summary>
    internal sealed record Payment(RecordTime Time, IReadOnlyList<Party> Parties, string? Text, Money? Amount, Money? Balance, List<string> Warnings);

    /// <summary>The cells of date and time as they stand, and what was read in them.</summary>
    public static (string Raw, DateCell? Cell) Date(IReadOnlyList<string> fields, ColumnProfile profile, string dateOrder)
    {
        var date = Cell(fields, profile.Date).Trim();
        var time = Cell(fields, profile.Time).Trim();
        return ((date + " " + time).Trim(), DateCell.TryRead(date, time, dateOrder, out var read) ? read : null);
    }

    /// <summary>The text of a column; empty where the row has none.</summary>
    public static string Cell(IReadOnlyList<string> fields, int column) => column >= 1 && column <= fields.Count ? fields[column - 1] : "";

    /// <summary>Reads the cells of a row.</summary>
    public Payment Read(CsvRow row)
    {
        var fields = row.Fields;
        var warnings = new List<string>();
        if (row.HasOpenQuote)
        {
            warnings.Add(ReadWarnings.OpenQuote);
        }

        if (fields.Any(field => field.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            warnings.Add(ReadWarnings.CharactersUnreadable);
        }

        var time = Time(fields, warnings);
        var currency = Currency(fields, warnings);
        var amount = currency is null ? null : Amount(fields, currency, warnings);
        var balance = currency is null ? null : Single(fields, profile.Balance, currency, ReadWarnings.BalanceUnreadable, warnings);
        string[] texts = [Cell(fields, profile.Description), Cell(fields, profile.Reference)];
        var text = string.Join('\n', texts.Where(t => t.Length > 0));
        return new Payment(time, Parties(fields), text.Length > 0 ? text : null, amount, balance, warnings);
    }

    private List<Party> Parties(IReadOnlyList<string> fields)
    {
        var parties = new List<Party>();
        if (profile.Holder is { Length: > 0 } holder)
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

        if (read.Time is not { } written)
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

            return amount;
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

    private Money? Single(IReadOnlyList<string> fields, int column, string currency, string warning, List<string> warnings)
    {
        var cell = Cell(fields, column).Trim();
        if (cell.Length == 0)
        {
            return null;
        }

        if (AmountCell.Read(cell, profile.DecimalSign, currency) is { } minor)
        {
            return new Money(minor, currency, Currencies.Decimals(currency));
        }

        warnings.Add(warning);
        return null;
    }
}
