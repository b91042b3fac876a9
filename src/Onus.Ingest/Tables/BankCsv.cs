using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Reading;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>
/// A bank's table, by a saved profile that says which column means what. Two passes: the first checks every date against the order of the profile (or
/// the order that was stated for this file), the second emits. Without a profile nothing is read, and a person is asked for one.
/// </summary>
public sealed class BankCsv : IEvidenceReader
{
    /// <inheritdoc/>
    public string Format => "bank-csv";

    /// <inheritdoc/>
    public string Parser => "onus.bank-csv/2";

    /// <inheritdoc/>
    public bool Takes(EvidenceFile file) => TableShape.Of(file) is not null;

    /// <inheritdoc/>
    public ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(emit);
        var (charset, charsetQuestion) = TextCharset.Of(file, options.Charset);
        if (charset is null)
        {
            return Undecided(file, 1, charsetQuestion!);
        }

        if (options.Profile is not { } profile)
        {
            return Undecided(file, 1, new Decision("profile", null, null, []));
        }

        var order = options.DateOrder ?? profile.DateOrder;
        var survey = new Survey(profile, order);
        var tooLong = Walk(file, charset, profile, survey.Header, survey.See);
        var questions = survey.Questions(options, charset);
        if (questions.Count > 0)
        {
            return Undecided(file, Math.Max(1, survey.Rows), [.. questions]);
        }

        var pass = new Pass(file, new BankRow(profile, order, DecidedZone.Find(options.Zone)), survey.Balance.RunsBackwards, emit);
        Walk(file, charset, profile, _ => { }, pass.See);
        pass.Flush();
        Skipped[] skipped =
        [
            .. pass.Empty > 0 ? [new Skipped(SkipReasons.EmptyRow, pass.Empty)] : Array.Empty<Skipped>(),
            .. tooLong > 0 ? [new Skipped(SkipReasons.RowTooLong, tooLong)] : Array.Empty<Skipped>(),
        ];
        return new ReadSummary(file.Name, file.Blob, Format, Parser, pass.Records + pass.Empty + tooLong, pass.Records, skipped, []);
    }

    /// <summary>Walks the data rows: without preamble, header and footer.</summary>
    /// <returns>Rows too long to be read.</returns>
    private static long Walk(EvidenceFile file, TextCharset charset, ColumnProfile profile, Action<CsvRow> header, Action<CsvRow> row)
    {
        using var stream = file.Open();
        var rows = new CsvRows(stream, charset, profile.Delimiter);
        for (var line = 0; line < profile.PreambleLines && rows.SkipLine(); line++)
        {
        }

        var isFirst = true;
        while (rows.Next() is { } next)
        {
            if (isFirst)
            {
                header(next);
            }

            if ((!isFirst || !profile.Header) && !IsFooter(next, profile))
            {
                row(next);
            }

            isFirst = false;
        }

        return rows.TooLong;
    }

    private static bool IsFooter(CsvRow row, ColumnProfile profile)
    {
        var first = row.Fields[0].TrimStart();
        return profile.FooterStarts.Any(start => start.Length > 0 && first.StartsWith(start, StringComparison.Ordinal));
    }

    private ReadSummary Undecided(EvidenceFile file, long seen, params Decision[] questions) =>
        new(file.Name, file.Blob, Format, Parser, seen, 0, [new Skipped(SkipReasons.NeedsDecision, seen)], questions);

    private static bool IsEmpty(CsvRow row) => row.Fields.All(string.IsNullOrWhiteSpace);

    /// <summary>The first pass.</summary>
    private sealed class Survey(ColumnProfile profile, string order)
    {
        private readonly DateOrderSurvey orders = new(linesFollowTime: false);
        private readonly BankRow reader = new(profile with { Date = 0, Time = 0 }, order, null);
        private Decision? misfit;
        private (int Line, string Value)? firstTime;
        private (int Line, string Value)? notUtf8;

        public long Rows { get; private set; }

        public BalanceCheck Balance { get; } = new();

        /// <summary>A profile that names columns which the table does not have is not this table's profile.</summary>
        public void Header(CsvRow row)
        {
            int[] columns =
            [
                profile.Date, profile.Time, profile.Amount, profile.Debit, profile.Credit, profile.Balance, profile.Counterparty,
                profile.Description, profile.Reference, profile.CurrencyColumn,
            ];
            if (columns.Max() > row.Fields.Count)
            {
                misfit = new Decision("profile", row.Line, string.Join(profile.Delimiter, row.Fields), []);
            }

            CheckBytes(row);
        }

        public void See(CsvRow row)
        {
            Rows++;
            CheckBytes(row);
            var (raw, cell) = BankRow.Date(row.Fields, profile, order);
            if (cell is { } read)
            {
                if (read.Numbers is { } numbers)
                {
                    orders.See(numbers, row.Line, raw);
                }

                firstTime ??= read is { Time: not null, Offset: null } ? (row.Line, raw) : null;
            }

            var payment = reader.Read(row);
            Balance.Learn(payment.Amount, payment.Balance);
        }

        public List<Decision> Questions(ReadOptions options, TextCharset charset)
        {
            var questions = new List<Decision>();
            if (misfit is not null)
            {
                return [misfit];
            }

            if (charset.IsAssumed && notUtf8 is { } fault && options.Charset is null)
            {
                questions.Add(new Decision("charset", fault.Line, fault.Value, []));
            }

            if (orders.Question(order) is { } question)
            {
                questions.Add(question);
            }

            if (firstTime is { } time && DecidedZone.Find(options.Zone) is null)
            {
                questions.Add(new Decision("zone", time.Line, options.Zone ?? time.Value, []));
            }

            return questions;
        }

        private void CheckBytes(CsvRow row)
        {
            if (notUtf8 is null && Utf8Check.Fault(row.Bytes.Span, out _) is >= 0 and var at)
            {
                notUtf8 = (row.Line, "0x" + row.Bytes.Span[at].ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The second pass. One record is held back, because in a statement that runs backwards the row below is the older one.</summary>
    private sealed class Pass(EvidenceFile file, BankRow reader, bool runsBackwards, Action<EvidenceRecord> emit)
    {
        private EvidenceRecord? held;
        private int row;

        public long Records { get; private set; }

        public long Empty { get; private set; }

        public void See(CsvRow source)
        {
            row++;
            if (IsEmpty(source))
            {
                Empty++;
                return;
            }

            var payment = reader.Read(source);
            if (!runsBackwards && BalanceCheck.Fails(held?.Balance, payment.Amount, payment.Balance))
            {
                payment.Warnings.Add(ReadWarnings.BalanceDoesNotFollow);
            }

            if (runsBackwards && held is { } newer && BalanceCheck.Fails(payment.Balance, newer.Amount, newer.Balance))
            {
                held = newer with { Warnings = [.. newer.Warnings, ReadWarnings.BalanceDoesNotFollow] };
            }

            Flush();
            var at = new CsvPosition(row, source.Start, source.Bytes.Length);
            held = new EvidenceRecord(
                RecordIdentity.Of(file.Blob, file.Chain, at),
                RecordKind.Payment,
                new Locator(file.Blob, file.Chain, at, Sha256.Of(source.Bytes.Span)),
                payment.Time,
                payment.Parties,
                payment.Text,
                [],
                payment.Warnings,
                payment.Amount,
                payment.Balance);
        }

        public void Flush()
        {
            if (held is not null)
            {
                emit(held);
                Records++;
            }
        }
    }
}
