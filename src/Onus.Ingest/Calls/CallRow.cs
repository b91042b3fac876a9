using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Ingest.Times;

namespace Onus.Ingest.Calls;

/// <summary>Makes a record of one row. What a cell does not say readably becomes a warning, never a guess.</summary>
/// <param name="head">Which column means what.</param>
/// <param name="days">When rows are.</param>
/// <param name="order">Order of day, month and year; null where no date depends on it.</param>
/// <param name="zone">Zone of local times; null where none is read.</param>
internal sealed class CallRow(CallHead head, RowDays days, string? order, DecidedZone? zone)
{
    private static readonly string[] CallWords =
        ["call", "voice", "voice call", "voice moc", "voice mtc", "moc", "mtc", "telephony", "anruf", "sprache", "llamada", "voz", "appel", "voix", "chiamata", "voce", "arama", "вызов", "голос", "مكالمة", "通话", "语音"];

    private static readonly string[] MessageWords = ["sms", "sms mo", "sms mt", "mo sms", "mt sms", "smo", "smt", "sms moc", "sms mtc", "text", "text message", "short message", "mms", "смс", "رسالة", "短信"];

    private readonly SortedSet<string> rounded = new(StringComparer.Ordinal);

    /// <summary>Heads of columns in which a spreadsheet has rounded numbers.</summary>
    public IReadOnlyCollection<string> Rounded => rounded;

    /// <summary>A row as far as it says when it was.</summary>
    public static CsvRow When(CallHead head, CsvRow row) => row with { Fields = Fields(head, row.Fields) };

    /// <summary>The head as far as it says when rows are.</summary>
    public static CsvRow When(CallHead head, IReadOnlyList<string> cells) => new(1, 0, default, Fields(head, cells), HasOpenQuote: false);

    /// <summary>The record of a row.</summary>
    /// <param name="file">The file.</param>
    /// <param name="row">The row.</param>
    /// <param name="number">Its number, from 1.</param>
    public EvidenceRecord Read(EvidenceFile file, CsvRow row, int number)
    {
        var warnings = BankRow.Faults(row);
        var (caller, called) = (Party(row, head.Caller, warnings), Party(row, head.Called, warnings));
        var fits = row.Fields.Count == head.Cells.Count || (row.Fields.Count > head.Cells.Count ? row.Fields.Skip(head.Cells.Count) : []).All(string.IsNullOrWhiteSpace);
        var isCall = caller is not null || called is not null;
        var (kind, time) = (RecordKind.Row, RecordTime.None);
        if (!fits || row.Fields.Count < Math.Max(Math.Max(head.Caller, head.Called), head.Start))
        {
            // A sign that parts cells inside one moves all behind it: nothing of such a row is taken for what its head says.
            warnings.Add(ReadWarnings.CellsDoNotFit + ":" + row.Fields.Count.ToString(CultureInfo.InvariantCulture));
            (caller, called) = (null, null);
        }
        else if (!isCall)
        {
            warnings.Add(CallWarnings.RowNotACall);
        }
        else
        {
            time = days.Of(When(head, row), number + 1, order, zone, warnings);
            kind = KindOf(row, warnings);
            if (caller is null || called is null)
            {
                warnings.Add(CallWarnings.OneSideMissing);
            }
        }

        var at = new CsvPosition(number, row.Start, row.Bytes.Length);
        return new EvidenceRecord(
            RecordIdentity.Of(file.Blob, file.Chain, at), kind, new Locator(file.Blob, file.Chain, at, Sha256.Of(row.Bytes.Span)), time,
            [.. caller is null ? [] : new[] { new Party(caller, "from") }, .. called is null ? [] : new[] { new Party(called, "to") }], Text(row, kind, warnings), [], warnings);
    }

    private static List<string> Fields(CallHead head, IReadOnlyList<string> cells) => [BankRow.Cell(cells, head.Start), .. head.Time > 0 ? [BankRow.Cell(cells, head.Time)] : Array.Empty<string>()];

    private string? Party(CsvRow row, int column, List<string> warnings)
    {
        var cell = BankRow.Cell(row.Fields, column).Trim();
        if (IsRounded(cell))
        {
            Round(column, warnings);
            return null;
        }

        return cell.Length > 0 ? cell : null;
    }

    /// <summary>A row whose kind is not known may be a session of data or a redirection: it is kept, and is no call.</summary>
    private RecordKind KindOf(CsvRow row, List<string> warnings)
    {
        if (BankRow.Cell(row.Fields, head.Duration).Trim() is { Length: > 0 } length && !IsLength(length))
        {
            warnings.Add(CallWarnings.DurationUnreadable);
        }

        if (head.Kind == 0)
        {
            return RecordKind.Call;
        }

        var word = ProfileSuggestion.Fold(BankRow.Cell(row.Fields, head.Kind));
        if (MessageWords.Contains(word))
        {
            return RecordKind.TextMessage;
        }

        if (CallWords.Contains(word))
        {
            return RecordKind.Call;
        }

        warnings.Add(CallWarnings.KindUnknown + ":" + BankRow.Cell(row.Fields, head.Kind).Trim());
        return RecordKind.Row;
    }

    /// <summary>What the row says beside who and when, each under the word of its head; of a row that is no call, all of it.</summary>
    private string? Text(CsvRow row, RecordKind kind, List<string> warnings)
    {
        if (kind == RecordKind.Row)
        {
            return BankRow.Whole(row.Fields) is { Length: > 0 } whole ? whole : null;
        }

        int[] said = [head.Caller, head.Called, head.Start, head.Time];
        var parts = new List<string>();
        foreach (var column in Enumerable.Range(1, head.Cells.Count).Except(said))
        {
            var cell = BankRow.Cell(row.Fields, column).Trim();
            if (cell.Length == 0)
            {
                continue;
            }

            if (IsRounded(cell))
            {
                Round(column, warnings);
            }

            parts.Add(head.Cells[column - 1].Trim() is { Length: > 0 } word ? word + ": " + cell : cell);
        }

        return parts.Count > 0 ? string.Join(" | ", parts) : null;
    }

    private void Round(int column, List<string> warnings)
    {
        var word = head.Cells[column - 1].Trim();
        rounded.Add(word);
        warnings.Add(CallWarnings.NumberRounded + ":" + word);
    }

    // A spreadsheet writes 3.56938E+14 for a number of fifteen digits, of which the last are gone.
    private static bool IsRounded(string cell) =>
        cell.IndexOf("E+", StringComparison.OrdinalIgnoreCase) is > 0 and var at && cell.Length <= 24 && cell[..at].All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-')
        && at + 2 < cell.Length && cell[(at + 2)..].All(char.IsAsciiDigit);

    // Seconds, or hours, minutes and seconds.
    private static bool IsLength(string cell) => cell.Any(char.IsAsciiDigit) && cell.All(c => char.IsAsciiDigit(c) || c is ':' or '.' or ',' or ' ' or 'h' or 'm' or 's' or 'i' or 'n' or 'e' or 'c');
}
