using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>
/// The first pass over a bank's table: whether the table is the profile's, what a person has to decide, and what holds for the file as a whole. A
/// profile that does not fit is a question with the line that shows it; nothing that was passed over as header or preamble may be a payment.
/// </summary>
internal sealed class TableSurvey(ColumnProfile profile, string order)
{
    private readonly DateOrderSurvey orders = new(linesFollowTime: false);
    private readonly BankRow reader = new(profile with { Date = 0, Time = 0 }, order, null, null, daysOnly: false);
    private readonly DirectionWords directions = new();
    private readonly Dictionary<RowWidth, long> widths = [];
    private IReadOnlyList<string> header = [];
    private RowWidth? headerWidth;
    private CsvRow? first;
    private bool hasPayment;
    private Decision? misfit;
    private (int Line, string Value)? firstTime;
    private (int Line, string Value)? notUtf8;
    private long times;
    private long midnights;
    private long doubtful;

    /// <summary>Data rows.</summary>
    public long Rows { get; private set; }

    /// <summary>What the running balances say.</summary>
    public BalanceCheck Balance { get; } = new();

    /// <summary>How many cells a row has: as many as the header, else as most rows.</summary>
    public RowWidth? Width => headerWidth is { } head ? head with { Longer = LongerThan(head) }
        : widths.Count > 0 ? widths.OrderByDescending(w => w.Value).ThenByDescending(w => w.Key.Cells).First().Key : null;

    /// <summary>Whether a minus beside a word for out takes back what it says, because other rows with that word have none.</summary>
    public bool DirectionIsMixed => directions.IsMixed(profile);

    /// <summary>Whether every time of day in the file is midnight: a database that writes days like that states no time.</summary>
    public bool SaysMidnightOnly => times > 0 && times == midnights;

    /// <summary>Most rows end in a delimiter that the header does not have. One row that does is a row with a delimiter too many.</summary>
    private int LongerThan(RowWidth head) => widths.GroupBy(w => w.Key.Cells).OrderByDescending(g => g.Sum(w => w.Value)).ThenBy(g => Math.Abs(g.Key - head.Cells)).FirstOrDefault()?.Key ?? 0;

    /// <summary>Walks the whole file once.</summary>
    public void Walk(EvidenceFile file, TextCharset charset) =>
        new TableWalk(file, charset, profile) { Before = Before, Header = Header, IsPayment = row => new BankRow(profile, order, null, null, daysOnly: true).IsPayment(row) }.Run(See);

    /// <summary>Looks at the bytes of every row, and at nothing else but what the caller looks at.</summary>
    public void CheckBytes(EvidenceFile file, TextCharset charset, Action<CsvRow> see) => new TableWalk(file, charset, profile).Run(row =>
    {
        Rows++;
        CheckBytes(row);
        see(row);
    });

    /// <summary>What is open under these options, in a fixed order.</summary>
    public List<Decision> Questions(ReadOptions options, TextCharset charset)
    {
        if (headerWidth is null && profile.HeaderCells.Count > 0 && first is not null)
        {
            misfit = Misfit(first, "header-missing");
        }

        misfit ??= AskedOfColumns();
        if (misfit is not null)
        {
            return [misfit];
        }

        var questions = new List<Decision>();
        if (options.Charset is null && Charset(charset) is { } bytes)
        {
            questions.Add(bytes);
        }

        if (orders.Question(order) is { } question)
        {
            questions.Add(question);
        }

        if (firstTime is { } time && !SaysMidnightOnly && DecidedZone.Find(options.Zone) is null)
        {
            questions.Add(new Decision("zone", time.Line, options.Zone ?? time.Value, []));
        }

        return questions;
    }

    /// <summary>The question of the character set, where bytes are not what they were taken for.</summary>
    public Decision? Charset(TextCharset charset) => charset.IsAssumed && notUtf8 is { } fault ? new Decision("charset", fault.Line, fault.Value, []) : null;

    /// <summary>What a person should know about the file as a whole.</summary>
    public IReadOnlyList<string> Warnings()
    {
        (string Code, long Count)[] all =
        [
            (ReadWarnings.AllTimesMidnight, SaysMidnightOnly ? times : 0), (ReadWarnings.BalancesDoNotFollow, Balance.MostFail), (ReadWarnings.DecimalSignDoubtful, doubtful),
        ];
        return [.. all.Where(w => w.Count > 0).Select(w => w.Code + ":" + w.Count.ToString(CultureInfo.InvariantCulture))];
    }

    private void Before(CsvRow row)
    {
        first ??= row;
        CheckBytes(row);
        if (StatesDay(row) && (StatesAmount(row) || IsDoubtful(row)))
        {
            misfit ??= Misfit(row, "header");
        }
    }

    /// <summary>A header that names fewer columns than the profile is another table's; one that reads as data is a payment; one of calls is no bank's.</summary>
    private void Header(CsvRow row)
    {
        (header, headerWidth) = (row.Fields, RowWidth.Of(row.Fields));
        first ??= row;
        CheckBytes(row);
        int[] columns =
        [
            profile.Date, profile.Time, profile.Amount, profile.Debit, profile.Credit, profile.Balance, profile.Counterparty,
            profile.Description, profile.Reference, profile.CurrencyColumn, profile.Direction, profile.HolderColumn,
        ];
        if (columns.Max() > row.Fields.Count)
        {
            misfit ??= new Decision("profile", row.Line, Line(row), []);
        }
        else if (StatesDay(row) || StatesAmount(row))
        {
            misfit ??= Misfit(row, "header");
        }
        else if (profile.HeaderCells.Count == 0 && ProfileSuggestion.IsHeadOfCalls(row.Fields))
        {
            misfit ??= Misfit(row, "calls");
        }
    }

    private void See(CsvRow row)
    {
        Rows++;
        first ??= row;
        CheckBytes(row);
        var width = RowWidth.Of(row.Fields);
        if (widths.Count < 100 || widths.ContainsKey(width))
        {
            widths[width] = widths.GetValueOrDefault(width) + 1;
        }

        if (headerWidth is { } cells && !(cells with { Longer = row.Fields.Count }).Fits(row.Fields))
        {
            return;
        }

        if (!hasPayment && profile is { Header: true, HeaderCells.Count: 0 } && IsLowerHeader(row))
        {
            misfit ??= Misfit(row, "header");
        }

        var (raw, cell) = BankRow.Date(row.Fields, profile, order);
        hasPayment |= cell is not null;
        if (cell is { } read)
        {
            if (read.Numbers is { } numbers)
            {
                orders.See(numbers, row.Line, raw);
            }

            firstTime ??= read is { Time: not null, Offset: null } ? (row.Line, raw) : null;
            times += read.Time is not null ? 1 : 0;
            midnights += read.Time?.Time is { Ticks: 0 } ? 1 : 0;
        }

        var payment = reader.Read(row);
        directions.Learn(row.Fields, profile.Direction > 0 ? AmountCell.Read(BankRow.Cell(row.Fields, profile.Amount), profile.DecimalSign, CurrencyOf(row)) : payment.Amount?.Minor);
        Balance.Learn(payment.Amount, payment.Balance);
        doubtful += IsDoubtful(row) ? 1 : 0;
    }

    /// <summary>What the columns say against the profile: a direction that it leaves out, or signs that are the wrong way round.</summary>
    private Decision? AskedOfColumns()
    {
        if (directions.Column(profile, header) is > 0 and var column)
        {
            var name = header.Count >= column && header[column - 1].Trim() is { Length: > 0 } named ? named : column.ToString(CultureInfo.InvariantCulture);
            return new Decision("profile", first!.Line, name, ["direction"]);
        }

        return Balance.SignsAreTurned ? Misfit(first!, "signs") : null;
    }

    /// <summary>A line below the first that has words where day and money stand: the header stands lower than the profile says.</summary>
    private bool IsLowerHeader(CsvRow row)
    {
        int[] columns = [profile.Date, profile.Amount, profile.Debit, profile.Credit];
        return columns.Where(c => c > 0).All(c => BankRow.Cell(row.Fields, c) is var cell && cell.Any(char.IsLetter) && !cell.Any(l => Digits.Value(l) >= 0));
    }

    private bool StatesDay(CsvRow row) => BankRow.Date(row.Fields, profile, order).Cell is not null;

    private bool StatesAmount(CsvRow row)
    {
        int[] columns = [profile.Amount, profile.Debit, profile.Credit, profile.Balance];
        return columns.Any(c => AmountCell.Read(BankRow.Cell(row.Fields, c).Trim(), profile.DecimalSign, CurrencyOf(row)) is not null);
    }

    private bool IsDoubtful(CsvRow row)
    {
        int[] money = [profile.Amount, profile.Debit, profile.Credit, profile.Balance];
        return money.Any(column => AmountCell.IsDecimalSignDoubtful(BankRow.Cell(row.Fields, column).Trim(), profile.DecimalSign, CurrencyOf(row)));
    }

    private string CurrencyOf(CsvRow row) => BankRow.Cell(row.Fields, profile.CurrencyColumn).Trim().ToUpperInvariant() is { Length: 3 } code ? code : profile.Currency ?? Money.NoCurrency;

    private Decision Misfit(CsvRow row, string why) => new("profile", row.Line, Line(row), [why]);

    private string Line(CsvRow row) => string.Join(profile.Delimiter, row.Fields);

    private void CheckBytes(CsvRow row)
    {
        if (notUtf8 is null && Utf8Check.Fault(row.Bytes.Span, out _) is >= 0 and var at)
        {
            notUtf8 = (row.Line, "0x" + row.Bytes.Span[at].ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
