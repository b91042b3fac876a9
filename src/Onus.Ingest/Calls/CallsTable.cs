using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Ingest.Calls;

/// <summary>
/// An operator's table of calls and text messages, known by the words of its head. A record a row: who called whom, when; all else that the row says, such as
/// length, cell and device, stands in its text under the words of the head. Order of dates and zone are asked, as of every table.
/// </summary>
public sealed class CallsTable : IFormat
{
    /// <inheritdoc/>
    public string Format => "calls-csv";

    /// <inheritdoc/>
    public string Parser => "onus.calls-csv/1";

    /// <inheritdoc/>
    public Family Family => Families.Calls;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WarningGroup> Warnings => CallWarnings.Groups;

    /// <inheritdoc/>
    public string NamedAs(EvidenceFile file) => "text";

    /// <summary>What a person has said of the columns of a table goes before what its head says.</summary>
    public bool Takes(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !file.HasProfile && CallHead.Of(file) is not null;
    }

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

        var head = CallHead.Of(file with { Charset = options.Charset });
        if (head is null)
        {
            return new ReadSummary(file.Name, file.Blob, Format, Parser, 1, 0, [new Skipped(Failures.NoKnownStyle, 1)], [], Failures.NoKnownStyle);
        }

        var columns = new ColumnProfile { Name = Format, Delimiter = head.Delimiter, HeaderCells = head.Cells, Date = head.Start, DateOrder = "" };
        var days = new RowDays { IsStated = true };
        var bytes = new TableSurvey(columns, "");
        days.See(CallRow.When(head, head.Cells), options.DateOrder);
        bytes.CheckBytes(file, charset, row => days.See(CallRow.When(head, row), options.DateOrder));
        Decision[] questions =
        [
            .. options.Charset is null && bytes.Charset(charset) is { } question ? [question] : Array.Empty<Decision>(), .. days.Questions(options.DateOrder, options.Zone),
        ];
        if (questions.Length > 0)
        {
            return Undecided(file, Math.Max(1, bytes.Rows), questions);
        }

        var reader = new CallRow(head, days, options.DateOrder, DecidedZone.Find(options.Zone));
        var walk = new TableWalk(file, charset, columns);
        long records = 0, empty = 0;
        var number = 0;
        walk.Run(row =>
        {
            number++;
            if (row.Fields.All(string.IsNullOrWhiteSpace))
            {
                empty++;
                return;
            }

            emit(reader.Read(file, row, number));
            records++;
        });
        Skipped[] skipped =
        [
            .. ((string Reason, long Count)[])[(SkipReasons.EmptyRow, empty), (SkipReasons.RepeatedHeader, walk.RepeatedHeaders), (SkipReasons.RowTooLong, walk.TooLong)]
            is var all ? all.Where(s => s.Count > 0).Select(s => new Skipped(s.Reason, s.Count)) : [],
        ];
        if (records == 0 && skipped.Length == 0)
        {
            skipped = [new Skipped(SkipReasons.NoRows, 1)];
        }

        string[] warnings = [.. reader.Rounded.Select(column => CallWarnings.NumberRounded + ":" + column)];
        return new ReadSummary(file.Name, file.Blob, Format, Parser, records + skipped.Sum(s => s.Count), records, skipped, []) { Warnings = warnings };
    }

    private ReadSummary Undecided(EvidenceFile file, long seen, params Decision[] questions) =>
        new(file.Name, file.Blob, Format, Parser, seen, 0, [new Skipped(SkipReasons.NeedsDecision, seen)], questions);
}
