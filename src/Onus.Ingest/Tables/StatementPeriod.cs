using Onus.Domain.Evidence;

namespace Onus.Ingest.Tables;

/// <summary>
/// The days that a statement says it is about, in a line before, behind or between its rows: words for a period and two days, or a month; or a line that
/// says from when and the next one that says until when. A line counts only where it is made of such words and nothing else, and no row that is a payment is
/// looked at. Several periods are believed only where each has a table of its own.
/// </summary>
/// <param name="order">The order of day, month and year that was decided for the file.</param>
internal sealed class StatementPeriod(string order)
{
    private const int LongestLine = 400;
    private const StatementWords.Parts Before = StatementWords.Parts.Statement | StatementWords.Parts.Period | StatementWords.Parts.Begin | StatementWords.Parts.Link;
    private const StatementWords.Parts Above = Before | StatementWords.Parts.End | StatementWords.Parts.Beside | StatementWords.Parts.Label;

    private readonly List<(StatedPeriod Period, int Tables)> found = [];
    private readonly Dictionary<(int Table, DateOnly Day), long> days = [];
    private readonly HashSet<string> holders = new(StringComparer.Ordinal);
    private int tables;
    private bool inTable;
    private DateOnly? begun;

    // Whether the line above may be about something else, which "from" and "period" then are about too.
    private bool foreign;

    /// <summary>Payments on days of which the statement says that it is not about them; then it is not believed.</summary>
    public long Outside => Several > 0 ? 0 : found.Count < 2 ? Without(_ => null) : Readings().Min(Without);

    /// <summary>How many different periods the file names without a table for each; then none is believed.</summary>
    public int Several => found.Count > 1 && !Readings().Any() ? found.Count : 0;

    /// <summary>Looks at a line that is no payment.</summary>
    public void See(CsvRow row)
    {
        List<string> cells = [.. Enumerable.Range(1, row.Fields.Count).Select(cell => BankRow.Cell(row.Fields, cell).Trim()).Where(cell => cell.Length > 0)];
        if (cells.Count == 0)
        {
            return;
        }

        var line = string.Join(' ', cells);
        var (waiting, belowForeign) = (begun, foreign);
        begun = null;
        foreign = StatementWords.Of(cells[0].Split(':', '：')[0], Above) is null;
        if (line.Length > LongestLine)
        {
            return;
        }

        line = StatementPatterns.Signs().Replace(line, match => $"{match.Groups["year"].Value}-{match.Groups["month"].Value}{(match.Groups["day"].Success ? "-" + match.Groups["day"].Value : "")}");
        var stated = StatementDays.In(line, order);
        if (Between(line, stated, belowForeign) is { } period)
        {
            Add(period.From, period.Until, row.Line);
        }
        else if (stated is [{ IsMonth: false } one] && line[one.End..].Trim().Length == 0)
        {
            if (waiting is { } first && first <= one.From && StatementWords.AreEnd(line[..one.Start]))
            {
                Add(first, one.From, row.Line);
            }
            else if (StatementWords.Of(line[..one.Start], StatementWords.Parts.Begin) is StatementWords.Parts.Begin && !belowForeign)
            {
                begun = one.From;
            }
        }
    }

    /// <summary>A table begins.</summary>
    public void Table()
    {
        tables++;
        (inTable, foreign, begun) = (true, false, null);
    }

    /// <summary>Learns from a payment on which day it is and whose account it is of.</summary>
    public void Learn(BankRow.Payment payment)
    {
        if (!inTable)
        {
            Table();
        }

        foreign = false;
        if (payment.Time.Local is { Length: >= 10 } local && DateOnly.TryParseExact(local[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
        {
            days[(tables, day)] = days.GetValueOrDefault((tables, day)) + 1;
        }

        if (holders.Count < 2 && payment.Parties.FirstOrDefault(party => party.Role == "holder") is { } holder)
        {
            holders.Add(holder.Raw);
        }
    }

    /// <summary>What the statement says; nothing where its own rows say otherwise, or where it says several things.</summary>
    /// <param name="holder">Whose account the profile says it is.</param>
    public IReadOnlyList<StatedPeriod> Of(string? holder) => Outside > 0 || Several > 0 ? []
        : [.. found.Select(stated => stated.Period with { Holder = holder is { Length: > 0 } ? holder : holders.Count == 1 ? holders.Single() : null })];

    /// <summary>The ways to give each period a table of its own: the one that follows it, or the one that it stands behind.</summary>
    private IEnumerable<Func<int, StatedPeriod?>> Readings()
    {
        if (found.Select(stated => stated.Tables).Distinct().Count() < found.Count)
        {
            yield break;
        }

        if (found.TrueForAll(stated => stated.Tables < tables))
        {
            yield return table => found.Find(stated => stated.Tables + 1 == table).Period;
        }

        if (found.TrueForAll(stated => stated.Tables > 0))
        {
            yield return table => found.Find(stated => stated.Tables == table).Period;
        }
    }

    private long Without(Func<int, StatedPeriod?> own) => found.Count == 0 ? 0
        : days.Where(day => !(own(day.Key.Table) is { } period ? Has(period, day.Key.Day) : found.Exists(stated => Has(stated.Period, day.Key.Day)))).Sum(day => day.Value);

    private static bool Has(StatedPeriod period, DateOnly day) => period.From <= day && day <= period.Until;

    private void Add(DateOnly from, DateOnly until, int line)
    {
        if (!found.Exists(stated => stated.Period.From == from && stated.Period.Until == until))
        {
            found.Add((new StatedPeriod(from, until, line, null), tables));
            inTable = false;
        }
    }

    private (DateOnly From, DateOnly Until)? Between(string line, List<StatementDays> stated, bool belowForeign)
    {
        for (var i = 0; i < stated.Count; i++)
        {
            var before = line[(i == 0 ? 0 : stated[i - 1].End)..stated[i].Start];
            // What stands elsewhere in the line says something of its own unless it is what statements say beside their period.
            if (!AreBeside(line, stated, 0, i - 1))
            {
                return null;
            }

            if (i == stated.Count - 1 && !stated[i].IsMonth && StatementDays.Shortened(before, stated[i], order) is { } shortened
                && Says(before[..shortened.Start], Before, belowForeign) && AreBeside(line, stated, i + 1, stated.Count))
            {
                return (shortened.From, stated[i].Until);
            }

            if (i + 1 < stated.Count && stated[i].IsMonth == stated[i + 1].IsMonth && stated[i].From <= stated[i + 1].From
                && Says(before, Before, belowForeign) && StatementWords.Join(line[stated[i].End..stated[i + 1].Start]) && AreBeside(line, stated, i + 2, stated.Count))
            {
                return (stated[i].From, stated[i + 1].Until);
            }

            // "From March" and "until March" go on beyond the month.
            if (stated.Count == 1 && stated[i].IsMonth && Says(before, Before & ~StatementWords.Parts.Begin, belowForeign) && AreBeside(line, stated, 1, 1))
            {
                return (stated[i].From, stated[i].Until);
            }
        }

        return null;
    }

    /// <summary>Whether the words before the days of a line, from one to another, or behind the last, are those that stand beside a period.</summary>
    private static bool AreBeside(string line, List<StatementDays> stated, int first, int last) =>
        Enumerable.Range(first, Math.Max(0, last - first + 1)).All(i =>
            StatementWords.Of(line[(i == 0 ? 0 : stated[i - 1].End)..(i == stated.Count ? line.Length : stated[i].Start)], StatementWords.Parts.Beside) is not null);

    private static bool Says(string before, StatementWords.Parts allowed, bool belowForeign) => StatementWords.Of(before, allowed) switch
    {
        null => false,
        { } parts when parts.HasFlag(StatementWords.Parts.Statement) => true,
        { } parts => !belowForeign && (parts.HasFlag(StatementWords.Parts.Period) || parts == StatementWords.Parts.Begin),
    };
}
