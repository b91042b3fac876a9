using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>
/// A bank's table, by a saved profile that says which column means what. Two passes: the first checks every date against the order of the profile (or
/// the order that was stated for this file) and whether the table is the profile's at all, the second emits. Without a profile nothing is read, and a
/// person is asked for one, or says that it is no bank's table: then every row is kept as it stands.
/// </summary>
public sealed class BankCsv : IFormat
{
    /// <inheritdoc/>
    public string Format => "bank-csv";

    /// <inheritdoc/>
    public string Parser => "onus.bank-csv/7";

    /// <inheritdoc/>
    public Family Family => Families.Ledger;

    /// <inheritdoc/>
    public string NamedAs(EvidenceFile file) => "text";

    /// <inheritdoc/>
    public bool IsAskedFor(EvidenceFile file, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);

        // A profile says that it is a table, however short it is.
        return options.Profile is not null && TextCharset.ToLookAt(file).CanBe(file.Prefix.Span);
    }

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

        if (profile.PlainRows)
        {
            return PlainRows(file, charset, profile, options, emit);
        }

        var order = options.DateOrder ?? profile.DateOrder;
        var survey = new TableSurvey(profile, order);
        survey.Walk(file, charset);
        var questions = survey.Questions(options, charset);
        if (questions.Count > 0)
        {
            return Undecided(file, Math.Max(1, survey.Rows), [.. questions]);
        }

        var reader = new BankRow(profile, order, DecidedZone.Find(options.Zone), survey.Width, survey.SaysMidnightOnly) { DirectionIsMixed = survey.DirectionIsMixed };
        var pass = new Pass(file, survey.Balance, emit);
        var period = new StatementPeriod(order);
        var walk = new TableWalk(file, charset, profile) { IsPayment = reader.IsPayment, Before = period.See, Header = _ => period.Table(), Again = period.Table, Footer = period.See };
        walk.Run(row =>
        {
            var payment = reader.Read(row);
            // Neither day nor sum could be read: a line of words between the rows.
            if (payment.Kind == RecordKind.Row || payment is { Time.Local: null, Amount: null })
            {
                period.See(row);
            }
            else
            {
                period.Learn(payment);
            }

            pass.See(row, payment);
        });
        pass.Flush();
        (string Code, long Count)[] doubts = [(ReadWarnings.RowsOutsidePeriod, period.Outside), (ReadWarnings.SeveralPeriods, period.Several)];
        var doubted = doubts.Where(doubt => doubt.Count > 0).Select(doubt => doubt.Code + ":" + doubt.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Done(file, pass, walk, [.. survey.Warnings(), .. doubted]) with { Periods = period.Of(profile.Holder) };
    }

    private ReadSummary Done(EvidenceFile file, Pass pass, TableWalk walk, IReadOnlyList<string> warnings)
    {
        Skipped[] skipped =
        [
            .. ((string Reason, long Count)[])
            [
                (SkipReasons.EmptyRow, pass.Empty), (SkipReasons.RepeatedHeader, walk.RepeatedHeaders), (SkipReasons.RowTooLong, walk.TooLong),
            ]
            is var all ? all.Where(s => s.Count > 0).Select(s => new Skipped(s.Reason, s.Count)) : [],
        ];
        if (pass.Records == 0 && skipped.Length == 0)
        {
            skipped = [new Skipped(SkipReasons.NoRows, 1)];
        }

        return new ReadSummary(file.Name, file.Blob, Format, Parser, pass.Records + skipped.Sum(s => s.Count), pass.Records, skipped, []) { Warnings = warnings };
    }

    /// <summary>
    /// A table that a person called no bank's: each row as it stands, the header too, since nobody said which it is. Its day is that of the column of days.
    /// </summary>
    private ReadSummary PlainRows(EvidenceFile file, TextCharset charset, ColumnProfile profile, ReadOptions options, Action<EvidenceRecord> emit)
    {
        var plain = new ColumnProfile { Name = profile.Name, Header = false, Date = 0, DateOrder = "", Delimiter = TableShape.Of(file)?.Delimiter ?? profile.Delimiter };
        var bytes = new TableSurvey(plain, "");
        var days = new RowDays();
        bytes.CheckBytes(file, charset, row => days.See(row, options.DateOrder));
        Decision[] questions = [.. options.Charset is null && bytes.Charset(charset) is { } question ? [question] : Array.Empty<Decision>(), .. days.Questions(options.DateOrder, options.Zone)];
        if (questions.Length > 0)
        {
            return Undecided(file, Math.Max(1, bytes.Rows), questions);
        }

        var pass = new Pass(file, new BalanceCheck(), emit);
        var walk = new TableWalk(file, charset, plain);
        var zone = DecidedZone.Find(options.Zone);
        var number = 0;
        walk.Run(row =>
        {
            number++;
            var warnings = BankRow.Faults(row);
            var time = row.Fields.All(string.IsNullOrWhiteSpace) ? RecordTime.None : days.Of(row, number, options.DateOrder, zone, warnings);
            pass.See(row, new BankRow.Payment(RecordKind.Row, time, [], BankRow.Whole(row.Fields), null, null, warnings));
        });
        pass.Flush();
        return Done(file, pass, walk, [.. days.Warnings()]);
    }

    private ReadSummary Undecided(EvidenceFile file, long seen, params Decision[] questions) =>
        new(file.Name, file.Blob, Format, Parser, seen, 0, [new Skipped(SkipReasons.NeedsDecision, seen)], questions);

    private static bool IsEmpty(CsvRow row) => row.Fields.All(string.IsNullOrWhiteSpace);

    /// <summary>The second pass. One record is held back, because in a statement that runs backwards the row below is the older one.</summary>
    private sealed class Pass(EvidenceFile file, BalanceCheck balances, Action<EvidenceRecord> emit)
    {
        private readonly bool checks = balances.MostFail == 0;

        private EvidenceRecord? held;
        private int row;

        public long Records { get; private set; }

        public long Empty { get; private set; }

        public void See(CsvRow source, BankRow.Payment payment)
        {
            row++;
            if (IsEmpty(source))
            {
                Empty++;
                return;
            }

            if (checks && !balances.RunsBackwards && BalanceCheck.Fails(held?.Balance, payment.Amount, payment.Balance))
            {
                payment.Warnings.Add(ReadWarnings.BalanceDoesNotFollow);
            }

            if (checks && balances.RunsBackwards && held is { } newer && BalanceCheck.Fails(payment.Balance, newer.Amount, newer.Balance))
            {
                held = newer with { Warnings = [.. newer.Warnings, ReadWarnings.BalanceDoesNotFollow] };
            }

            Flush();
            var at = new CsvPosition(row, source.Start, source.Bytes.Length);
            held = new EvidenceRecord(
                RecordIdentity.Of(file.Blob, file.Chain, at),
                payment.Kind,
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
