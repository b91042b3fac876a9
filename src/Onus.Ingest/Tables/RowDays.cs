using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>
/// The day and time of the rows of a table that is no bank's: calls, visits, deliveries. The column whose cells are days has them, with a column of times
/// of day beside it where there is one, or a column of seconds or milliseconds since 1970 where its head says that it is a time. What order and zone
/// leave open is asked, as for a bank's table; of several columns of days the first is taken, and the file says which.
/// </summary>
internal sealed class RowDays
{
    // Heads under which a number of ten or thirteen digits is an instant and no telephone number.
    private static readonly string[] TimeHeads =
    [
        "time", "timestamp", "epoch", "unix", "date", "datetime", "start", "begin", "end", "utc", "fecha", "hora", "datum", "zeit", "heure", "дата", "время", "التاريخ", "الوقت", "tarih", "saat", "时间", "日期",
    ];

    // Seconds from 2000 to 2100: what lies outside is no instant of a case.
    private const long FirstSecond = 946_684_800;
    private const long LastSecond = 4_102_444_800;

    private readonly List<Column> columns = [];
    private int head;

    /// <summary>Rows looked at.</summary>
    private long rows;

    /// <summary>Whether the head says that the first column has the days, and the second, where there is one, the times of day: then it does not matter how many of its cells can be read.</summary>
    public bool IsStated { get; init; }

    private sealed class Column
    {
        public string Name = "";
        public long Days;
        public long Times;
        public long Instants;
        public long Filled;
        public readonly DateOrderSurvey Orders = new(linesFollowTime: false);
        public (int Line, string Value)? FirstTime;
    }

    /// <summary>The first pass: looks at a row. The first row may be a head.</summary>
    public void See(CsvRow row, string? order)
    {
        rows++;
        while (columns.Count < row.Fields.Count && columns.Count < MostColumns)
        {
            columns.Add(new Column());
        }

        for (var i = 0; i < Math.Min(row.Fields.Count, columns.Count); i++)
        {
            var (cell, column) = (BankRow.Cell(row.Fields, i + 1).Trim(), columns[i]);
            if (rows == 1 && cell.Any(char.IsLetter) && Day(cell, "", order) is null)
            {
                column.Name = cell;
                head++;
                continue;
            }

            column.Filled += cell.Length > 0 ? 1 : 0;
            if (Day(cell, "", order) is { } read)
            {
                column.Days++;
                if (read.Numbers is { } numbers)
                {
                    column.Orders.See(numbers, row.Line, cell);
                }

                column.FirstTime ??= read is { Time: not null, Offset: null } ? (row.Line, cell) : null;
            }
            else if (IsTimeOfDay(cell))
            {
                column.Times++;
                column.FirstTime ??= (row.Line, cell);
            }
            else if (Instant(cell) is not null)
            {
                column.Instants++;
            }
        }
    }

    /// <summary>What is open, in a fixed order.</summary>
    public IEnumerable<Decision> Questions(string? order, string? zone)
    {
        if (Chosen is not { } date || (date.Instants > 0 && !IsStated))
        {
            yield break;
        }

        if (date.Orders.Question(order) is { } question)
        {
            yield return question;
        }

        if ((date.FirstTime ?? Clock(date)?.FirstTime) is { } time && DecidedZone.Find(zone) is null)
        {
            yield return new Decision("zone", time.Line, zone ?? time.Value, []);
        }
    }

    /// <summary>What a person should know: from which of several columns the day is, where there are several.</summary>
    public IEnumerable<string> Warnings()
    {
        if (!IsStated && Chosen is { } date && columns.Count(IsDated) > 1)
        {
            yield return ReadWarnings.DayFromColumn + ":" + (date.Name.Length > 0 ? date.Name : (columns.IndexOf(date) + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The second pass: when a row happened; warnings where its cell says nothing that can be read.</summary>
    public RecordTime Of(CsvRow row, int number, string? order, DecidedZone? zone, List<string> warnings)
    {
        if (Chosen is not { } date || (number == 1 && head > 0))
        {
            return RecordTime.None;
        }

        var cell = BankRow.Cell(row.Fields, columns.IndexOf(date) + 1).Trim();
        var clock = Clock(date) is { } beside ? BankRow.Cell(row.Fields, columns.IndexOf(beside) + 1).Trim() : "";
        var raw = (cell + " " + clock).Trim();
        if (raw.Length == 0)
        {
            warnings.Add(ReadWarnings.DateMissing);
            return RecordTime.None;
        }

        if (date.Instants > 0 && Instant(cell) is { } instant)
        {
            var utc = instant.UtcDateTime;
            return new RecordTime(raw, DecidedZone.Reading(DateOnly.FromDateTime(utc), TimeOnly.FromDateTime(utc)), instant, null, TimeBasis.ExplicitUtc);
        }

        // A clock that cannot be read takes nothing from the day.
        var read = Day(cell, clock, order) ?? Day(cell, "", order);
        if (read is not { } found || found.In(order) is not { } day || !DateNumbers.CalendarIsPlausible(day))
        {
            warnings.Add(read is null ? ReadWarnings.DateUnreadable : read.Value.In(order) is null ? ReadWarnings.DateImpossible : ReadWarnings.CalendarUnknown);
            return RecordTime.None with { Raw = raw };
        }

        if (found.Time?.Time is not { } time)
        {
            if (found.Time is not null || clock.Length > 0)
            {
                warnings.Add(ReadWarnings.TimeImpossible);
            }

            return RecordTime.None with { Raw = raw, Local = DecidedZone.Reading(day) };
        }

        if (found.Offset is { } offset)
        {
            var utc = new DateTimeOffset(day.ToDateTime(time), offset).ToUniversalTime();
            return new RecordTime(raw, DecidedZone.Reading(day, time), utc, null, found.IsUtc ? TimeBasis.ExplicitUtc : TimeBasis.ExplicitOffset);
        }

        var result = zone!.At(raw, day, time, out var warning);
        if (warning is not null)
        {
            warnings.Add(warning);
        }

        return result;
    }

    private const int MostColumns = 200;

    /// <summary>The column of days: one that has a time of day with it before one that has none, and of those the first.</summary>
    private Column? Chosen => IsStated ? columns.FirstOrDefault() : columns.FirstOrDefault(c => IsDated(c) && (c.FirstTime is not null || c.Instants > 0)) ?? columns.FirstOrDefault(IsDated);

    /// <summary>The column of times of day that goes with a column of days: the nearest behind it, else the first.</summary>
    private Column? Clock(Column date) => date.FirstTime is not null || date.Instants > 0 ? null
        : IsStated ? columns.ElementAtOrDefault(1)
        : columns.Skip(columns.IndexOf(date) + 1).FirstOrDefault(IsClock) ?? columns.FirstOrDefault(IsClock);

    // Some cells may be empty or wrong; most of what stands there has to be days.
    private static bool IsDated(Column column) => Most(column.Days, column) || (Most(column.Instants, column) && Says(column, TimeHeads));

    private static bool IsClock(Column column) => Most(column.Times, column) && !ProfileSuggestion.IsLength(column.Name);

    private static bool Most(long count, Column column) => count > 0 && count * 10 >= column.Filled * 8;

    private static bool Says(Column column, string[] words) => words.Any(word => (" " + ProfileSuggestion.Fold(column.Name) + " ").Contains(" " + word + " ", StringComparison.Ordinal));

    // Eight digits alone may be a number of anything.
    private static DateCell? Day(string cell, string clock, string? order) =>
        cell.Length is > 0 and < 60 && !cell.All(char.IsAsciiDigit) && DateCell.TryRead(cell, clock, order, out var read) && Orders(order).Any(o => read.In(o) is not null) ? read : null;

    private static IEnumerable<string> Orders(string? order) => order is null ? DateOrders.All : [order, .. DateOrders.All];

    private static bool IsTimeOfDay(string cell) => cell.Length is > 0 and < 30 && cell.Contains(':', StringComparison.Ordinal) && DateCell.TryRead("2000-01-01", cell, DateOrders.YearFirst, out var read) && read.Time is not null;

    /// <summary>Seconds since 1970 in ten digits, milliseconds in thirteen.</summary>
    private static DateTimeOffset? Instant(string cell)
    {
        if (cell.Length is not (10 or 13) || !cell.All(char.IsAsciiDigit))
        {
            return null;
        }

        var number = long.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);
        var milliseconds = cell.Length == 13 ? number : number * 1000;
        return milliseconds / 1000 is >= FirstSecond and < LastSecond ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
