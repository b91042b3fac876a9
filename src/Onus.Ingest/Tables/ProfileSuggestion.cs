using System.Text;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Tables;

/// <summary>
/// What a table looks like, for a person to confirm column by column: a suggestion is never applied by itself. Column numbers count from 1; a meaning
/// that no header word suggests is absent.
/// </summary>
/// <param name="Delimiter">What parts the cells.</param>
/// <param name="PreambleLines">Lines before the header line.</param>
/// <param name="Header">Cells of the header line; empty where none was found.</param>
/// <param name="Rows">The first data rows, at most ten.</param>
/// <param name="Columns">Likely columns by the names of the fields of <see cref="ColumnProfile"/>: <c>date</c>, <c>amount</c>, <c>debit</c>, ...</param>
/// <param name="DateOrders">Orders that no date of the first rows contradicts, as few as make a difference: where all read every date as the same day, only the one in which the dates are written.</param>
/// <param name="DecimalSign">The decimal sign, where the first rows leave no other reading; null where they do not tell.</param>
public sealed record ProfileSuggestion(
    char Delimiter,
    int PreambleLines,
    IReadOnlyList<string> Header,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyDictionary<string, int> Columns,
    IReadOnlyList<string> DateOrders,
    char? DecimalSign)
{
    private const int RowsToShow = 10;

    // Header words of bank exports, folded to lower case without accents; the first list that matches a cell names its meaning.
    private static readonly (string Meaning, string[] Words)[] Words =
    [
        ("balance", ["balance", "saldo", "solde", "kontostand", "остаток", "баланс", "मौज्दात", "الرصيد", "رصيد", "bakiye", "sold", "余额"]),
        ("debit", ["debit", "withdrawal", "withdrawals", "paid out", "money out", "dr", "debe", "cargo", "cargos", "soll", "дебет", "расход", "खर्च", "مدين", "borc", "支出", "debito"]),
        ("credit", ["credit", "deposit", "deposits", "paid in", "money in", "cr", "haber", "abono", "abonos", "haben", "кредит", "приход", "आम्दानी", "دائن", "alacak", "收入", "credito"]),
        ("amount", ["amount", "importe", "monto", "montant", "betrag", "bedrag", "belop", "kwota", "valor", "сумма", "रकम", "المبلغ", "مبلغ", "tutar", "suma", "金额", "importo"]),
        ("currency-column", ["currency", "ccy", "moneda", "devise", "wahrung", "валюта", "मुद्रा", "العملة", "para birimi", "valuta", "币种"]),
        ("date", ["date", "fecha", "datum", "data", "дата", "मिति", "التاريخ", "تاريخ", "tarih", "booking date", "transaction date", "posting date", "buchungstag", "日期"]),
        ("time", ["time", "hora", "heure", "uhrzeit", "время", "समय", "الوقت", "saat", "时间"]),
        ("counterparty", ["counterparty", "payee", "beneficiary", "payer", "recipient", "beneficiario", "beneficiaire", "empfanger", "auftraggeber", "получатель", "контрагент", "पाउने", "المستفيد", "name", "naam", "tegenpartij", "other party", "对方"]),
        ("reference", ["reference", "ref", "receipt", "transaction id", "referencia", "referenz", "номер", "सन्दर्भ", "المرجع", "cheque no", "流水号"]),
        ("description", ["description", "details", "narrative", "narration", "particulars", "memo", "concepto", "omschrijving", "mededelingen", "descripcion", "libelle", "verwendungszweck", "назначение", "описание", "विवरण", "البيان", "الوصف", "aciklama", "descriere", "摘要"]),
    ];

    // Head words of tables of calls, folded the same way. A length of time is no amount of money, however much it looks like one.
    private static readonly string[] CallWords =
    [
        "duration", "caller", "callee", "calling", "called", "call type", "call start", "dialled", "dialed", "imei", "imsi", "msisdn", "cell", "cell id", "antenna", "tower", "lac", "seconds", "sms",
        "dauer", "anrufer", "angerufener", "rufnummer", "gesprachsdauer", "duree", "appelant", "appele", "duracion", "llamada", "llamante", "duracao", "chamada", "durata", "chiamante", "duur", "beller",
        "czas trwania", "длительность", "абонент", "вызов", "المدة", "مدة", "المتصل", "अवधि", "कल", "sure", "arayan", "aranan", "通话时长", "主叫", "被叫", "通話時間",
    ];

    private static readonly string[] LengthWords =
        ["duration", "length", "talk time", "seconds", "minutes", "dauer", "gesprachsdauer", "duree", "duracion", "duracao", "durata", "duur", "czas trwania", "длительность", "المدة", "مدة", "अवधि", "sure", "通话时长", "通話時間"];

    private static readonly string[] Money = ["amount", "debit", "credit", "balance"];

    /// <summary>The words of a direction column in the first rows, for money out and money in; both empty where no column is suggested as one.</summary>
    public (IReadOnlyList<string> Out, IReadOnlyList<string> In) Directions { get; private init; } = ([], []);

    /// <summary>In whose name the account is, where a line before the table says so; null for none.</summary>
    public string? Holder { get; private init; }

    /// <summary>ISO 4217 code that a line before the table or its head says; null for none or several.</summary>
    public string? Currency { get; private init; }

    /// <summary>Whether the first rows read as the same days in any order, because the year stands first or the month is a word: then no saved order contradicts them.</summary>
    private bool OrderSaysNothing { get; init; }

    /// <summary>What the cells of the first row are, a letter each: <c>d</c> for a date, <c>n</c> for a figure, <c>t</c> for text, <c>-</c> for nothing.</summary>
    public string Kinds => string.Concat((Rows.Count > 0 ? Rows[0] : []).Select(cell =>
        string.IsNullOrWhiteSpace(cell) ? '-'
        : DateCell.TryRead(cell, "", null, out _) ? 'd'
        : AmountCell.Read(cell, '.', Domain.Evidence.Money.NoCurrency) is not null || AmountCell.Read(cell, ',', Domain.Evidence.Money.NoCurrency) is not null ? 'n'
        : 't'));

    /// <summary>
    /// What the head calls the columns that have a meaning, in its order. Of a cell that says more, such as whose balance it is, only the word that is known: it
    /// may be told to people of other cases.
    /// </summary>
    public IReadOnlyList<string> KnownHead => [.. Columns.Where(column => column.Value <= Header.Count).OrderBy(column => column.Value)
        .Select(column => KnownWord(Array.Find(Words, known => known.Meaning == column.Key).Words ?? [], Header[column.Value - 1])).OfType<string>()];

    private static string? KnownWord(string[] words, string cell)
    {
        var folded = Fold(cell);
        return Array.IndexOf(words, folded) >= 0 ? string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : words.Where(word => (" " + folded + " ").Contains(" " + word + " ", StringComparison.Ordinal)).MaxBy(word => word.Length) is { Length: > 0 } known ? char.ToUpperInvariant(known[0]) + known[1..]
            : null;
    }

    /// <summary>Whether a saved profile has the shape of this table: its header where the profile keeps one, else the lines before it.</summary>
    public bool Fits(ColumnProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return !profile.PlainRows && profile.Delimiter == Delimiter && (OrderSaysNothing || DateOrders.Contains(profile.DateOrder))
            && (profile.HeaderCells.Count > 0
                ? TableWalk.Same(profile.HeaderCells, Header)
                : profile.PreambleLines == PreambleLines && profile.Header == Header.Count > 0 && !IsHeadOfCalls(Header));
    }

    /// <summary>Whether the head reads like that of a table of calls and names no money.</summary>
    public static bool IsHeadOfCalls(IReadOnlyList<string> header) =>
        header.Count(cell => CallWords.Any(word => (" " + Fold(cell) + " ").Contains(" " + word + " ", StringComparison.Ordinal))) >= 2
        && !Meanings(header).Keys.Intersect(Money, StringComparer.Ordinal).Any();

    /// <summary>Whether a head says that its column has lengths of time, which look like times of day.</summary>
    internal static bool IsLength(string cell) => LengthWords.Any(word => (" " + Fold(cell) + " ").Contains(" " + word + " ", StringComparison.Ordinal));

    /// <summary>Looks at the first 64 KiB of a file; null where they are no table.</summary>
    public static ProfileSuggestion? From(EvidenceFile file)
    {
        if (TableShape.Of(file) is not { } shape)
        {
            return null;
        }

        var rows = TableShape.FirstRows(file, shape.Charset, shape.Delimiter, 200);
        var first = rows.FindIndex(row => row.Fields.Count == shape.Columns);
        var header = rows.FindIndex(row => row.Fields.Count == shape.Columns && Meanings(row.Fields).Count >= 2);
        if (header < 0 && first >= 0 && rows[first].Fields.All(cell => cell.Any(char.IsLetter) && !cell.Any(c => Times.Digits.Value(c) >= 0)))
        {
            // Words in every cell and figures in none: a head in words that are not known.
            header = first;
        }

        var start = header >= 0 ? header : first;
        List<CsvRow> data = [.. rows.Skip(header >= 0 ? header + 1 : first).Where(row => row.Fields.Count == shape.Columns)];
        var columns = header >= 0 ? Meanings(rows[header].Fields) : new Dictionary<string, int>(StringComparer.Ordinal);
        if (!columns.ContainsKey("debit") && !columns.ContainsKey("credit") && Direction(data, columns) is > 0 and var direction)
        {
            columns.Add("direction", direction);
        }

        var (orders, same) = Orders(data, columns);
        return new ProfileSuggestion(
            shape.Delimiter,
            rows[start].Line - 1,
            header >= 0 ? rows[header].Fields : [],
            [.. data.Take(RowsToShow).Select(row => row.Fields)],
            columns,
            orders,
            Decimal(data, columns))
        {
            OrderSaysNothing = same,
            Holder = StatementHead.Holder(rows.Take(start).Select(row => row.Fields)),
            Currency = StatementHead.Currency(rows.Take(start).Select(row => row.Fields), header >= 0 ? rows[header].Fields : []),
            Directions = columns.TryGetValue("direction", out var words) ? DirectionWords.Of(data.Select(row => row.Fields[words - 1])) : ([], []),
        };
    }

    /// <summary>A column without another meaning that holds words of direction and nothing else.</summary>
    private static int Direction(List<CsvRow> data, Dictionary<string, int> columns) => data.Count == 0 ? 0
        : Enumerable.Range(1, data[0].Fields.Count).FirstOrDefault(column =>
            !columns.ContainsValue(column) && DirectionWords.Of(data.Select(row => row.Fields[column - 1])).Out.Count > 0);

    private static Dictionary<string, int> Meanings(IReadOnlyList<string> header)
    {
        var meanings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var exact in (ReadOnlySpan<bool>)[true, false])
        {
            for (var column = 0; column < header.Count; column++)
            {
                var cell = Fold(header[column]);
                foreach (var (meaning, words) in Words)
                {
                    if (!meanings.ContainsKey(meaning) && !meanings.ContainsValue(column + 1)
                        && words.Any(word => exact ? cell == word : (" " + cell + " ").Contains(" " + word + " ", StringComparison.Ordinal)))
                    {
                        meanings.Add(meaning, column + 1);
                        break;
                    }
                }
            }
        }

        return meanings;
    }

    /// <summary>The orders that fit, and whether every date is the same day in any of them; then only that in which the first is written is left.</summary>
    private static (IReadOnlyList<string> Orders, bool Same) Orders(List<CsvRow> data, Dictionary<string, int> columns)
    {
        // Under a head in words that are not known, a column that holds dates and nothing else has them. Eight digits alone may be a number of an account.
        var dates = columns.TryGetValue("date", out var known) ? [known]
            : Enumerable.Range(1, data.Count == 0 ? 0 : data[0].Fields.Count).Where(column => data.TrueForAll(row => StandsAlone(row.Fields[column - 1].Trim()))).ToList();
        var cells = dates.SelectMany(column => data.Select(row => row.Fields[column - 1].Trim())).Where(IsDate).ToList();
        IReadOnlyList<string> fitting = [.. Times.DateOrders.All.Where(order => cells.TrueForAll(cell => !DateCell.TryRead(cell, "", order, out var read) || read.In(order) is not null))];
        var same = cells.Count > 0 && fitting.Count == Times.DateOrders.All.Count && cells.TrueForAll(cell => fitting.Select(order => Day(cell, order)).Distinct().Count() == 1);
        return (same ? [Written(cells[0])] : fitting, same);

        static bool IsDate(string cell) => Times.DateOrders.All.Any(order => DateCell.TryRead(cell, "", order, out _));

        static bool StandsAlone(string cell) => cell.Length == 0 || (IsDate(cell) && !cell.All(char.IsAsciiDigit));

        static DateOnly? Day(string cell, string order) => DateCell.TryRead(cell, "", order, out var read) ? read.In(order) : null;
    }

    /// <summary>The order in which a date is written that is the same day in any: four digits of a year first, else the month as a word first or second.</summary>
    private static string Written(string cell) =>
        char.IsLetter(cell[0]) ? Times.DateOrders.MonthFirst
        : cell.TakeWhile(c => Times.Digits.Value(c) >= 0).Count() >= 4 ? Times.DateOrders.YearFirst
        : Times.DateOrders.DayFirst;

    private static char? Decimal(List<CsvRow> data, Dictionary<string, int> columns)
    {
        var cells = Money.Where(columns.ContainsKey).SelectMany(name => data.Select(row => row.Fields[columns[name] - 1].Trim())).Where(cell => cell.Length > 0).ToList();
        var point = Reads('.');
        var comma = Reads(',');
        return point == comma ? null : point ? '.' : ',';

        // 1.500 is one and a half Kuwaiti dinars, or fifteen hundred euro: three digits alone tell nothing.
        bool Reads(char sign) => cells.All(cell => AmountCell.Read(cell, sign, Domain.Evidence.Money.NoCurrency) is not null) || cells.All(cell => AmountCell.Read(cell, sign, "KWD") is not null);
    }

    /// <summary>Lower case, Latin letters without accents, signs as spaces. By a table, because a program without culture data does not decompose letters.</summary>
    internal static string Fold(string cell)
    {
        const string Accented = "áàâäãåçéèêëíìîïñóòôöõúùûüýğışţțşșăćčęłńśźż";
        const string Plain = "aaaaaaceeeeiiiinooooouuuuygisttssaccelnszz";
        var folded = new StringBuilder();
        foreach (var c in cell.Trim().ToLowerInvariant())
        {
            var accent = Accented.IndexOf(c, StringComparison.Ordinal);
            folded.Append(accent >= 0 ? Plain[accent] : char.IsLetterOrDigit(c) || c >= '\u0300' ? c : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
