using System.Text.RegularExpressions;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>A day, or a whole month, in a line of words.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last sign.</param>
/// <param name="From">The day, or the first of the month.</param>
/// <param name="Until">The day, or the last of the month.</param>
internal readonly record struct StatementDays(int Start, int End, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it is a month without a day.</summary>
    public bool IsMonth => From != Until;

    /// <summary>What a line holds of days and months, in its order. Numbers are read in the order that holds for the file.</summary>
    public static List<StatementDays> In(string line, string order)
    {
        var found = new List<StatementDays>();
        for (var i = 0; i < line.Length;)
        {
            if (At(line, i, found.Count == 0 ? 0 : found[^1].End, order) is { } read)
            {
                var end = read.End + StatementPatterns.Clock().Match(line, read.End).Length;
                found.Add(read with { End = end });
                i = end;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>
    /// The first day where a line leaves out what the last one says: <c>1 to 31 March 2025</c>, <c>01.03. - 31.03.2025</c>, <c>15 December to 14 January
    /// 2025</c>.
    /// </summary>
    /// <param name="before">What stands before the last day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="order">The order that holds for the file.</param>
    public static StatementDays? Shortened(string before, StatementDays last, string order)
    {
        foreach (var match in (Match[])[StatementPatterns.ShortNamed().Match(before), StatementPatterns.Short().Match(before)])
        {
            if (!match.Success)
            {
                continue;
            }

            var (a, b) = (Number(match.Groups["a"].Value), match.Groups["b"].Success ? Number(match.Groups["b"].Value) : 0);
            var (day, month) = match.Groups["month"].Success ? (a, MonthWords.Find(match.Groups["month"].Value))
                : b == 0 ? (a, last.Until.Month)
                : order == DateOrders.DayFirst ? (a, b)
                : (b, a);
            // From December to January the year turns; over more than a year nobody leaves it out.
            foreach (var year in (int[])[last.Until.Year, last.Until.Year - 1])
            {
                if (Day(year, month, day) is { } from && from <= last.Until && (year == last.Until.Year || month > last.Until.Month))
                {
                    return new StatementDays(match.Groups["a"].Index, match.Index + match.Length, from, from);
                }
            }
        }

        return null;
    }

    private static StatementDays? At(string line, int start, int behind, string order)
    {
        var text = line.AsSpan();
        if (char.IsLetter(text[start]))
        {
            // A month in words stands where a word begins.
            return start > 0 && char.IsLetter(text[start - 1]) ? null
                : Named(StatementPatterns.MonthDay().Match(line, start)) ?? Named(StatementPatterns.Month().Match(line, start));
        }

        if (Digits.Value(text[start]) < 0 || (start > behind && (Digits.Value(text[start - 1]) >= 0 || (start - 1 > behind && text[start - 1] is '.' or '/' && Digits.Value(text[start - 2]) >= 0))))
        {
            return null;
        }

        var end = start;
        if (DateNumbers.TryRead(text, ref end, out var numbers))
        {
            return numbers.In(order) is { } day && DateNumbers.CalendarIsPlausible(day) ? new StatementDays(start, end, day, day) : null;
        }

        if (DateCell.Compact(text[start..], order)?.In(order) is { } compact && DateNumbers.CalendarIsPlausible(compact))
        {
            return new StatementDays(start, start + 8, compact, compact);
        }

        return Named(StatementPatterns.DayMonth().Match(line, start)) ?? Named(StatementPatterns.MonthNumber().Match(line, start));
    }

    private static StatementDays? Named(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var year = Number(match.Groups["year"].Value);
        var month = match.Groups["month"].Success ? MonthWords.Find(match.Groups["month"].Value) : Number(match.Groups["number"].Value);
        var (from, until) = match.Groups["day"].Success
            ? (Day(year, month, Number(match.Groups["day"].Value)), Day(year, month, Number(match.Groups["day"].Value)))
            : (Day(year, month, 1), Day(year, month, month is >= 1 and <= 12 && year is >= 1 and <= 9999 ? DateTime.DaysInMonth(year, month) : 0));
        return from is { } first && until is { } last && DateNumbers.CalendarIsPlausible(first) ? new StatementDays(match.Index, match.Index + match.Length, first, last) : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(string digits) => digits.Aggregate(0, (number, digit) => (number * 10) + Digits.Value(digit));
}

/// <summary>How days and months are written in lines of words.</summary>
internal static partial class StatementPatterns
{
    private const int Longest = 1000;

    [GeneratedRegex(@"\G[ T,]{1,2}\d{1,2}:\d{2}(:\d{2})?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest)]
    internal static partial Regex Clock();

    [GeneratedRegex(@"\G(?<day>\d{1,2})(\.|st|nd|rd|th|er|º)?[-/ ]?\s?(de |of )?(?<month>\p{L}{3,})\.?[-/, ]{1,2}(de )?(?<year>\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Longest)]
    internal static partial Regex DayMonth();

    [GeneratedRegex(@"\G(?<month>\p{L}{3,})\.? (?<day>\d{1,2})(st|nd|rd|th)?,? (?<year>\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Longest)]
    internal static partial Regex MonthDay();

    [GeneratedRegex(@"\G(?<month>\p{L}{3,})\.?[ -](de )?(?<year>\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Longest)]
    internal static partial Regex Month();

    [GeneratedRegex(@"\G((?<year>\d{4})[-/.](?<number>\d{1,2})|(?<number>\d{1,2})[-/.](?<year>\d{4}))(?![\d./-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest)]
    internal static partial Regex MonthNumber();

    [GeneratedRegex(@"(?<![\d./-])(?<a>\d{1,2})(\.|st|nd|rd|th|er)? ?(de |of )?(?<month>\p{L}{3,})\.? ?([-–—~]|t/m|(to|till|until|bis|al|au|a|à|do|até|ate|hasta|tot|до|по|إلى|الى)(?!\p{L})) ?((zum|the|den|el|le) )?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Longest)]
    internal static partial Regex ShortNamed();

    [GeneratedRegex(@"(?<![\d./-])(?<a>\d{1,2})(st|nd|rd|th|er|[./](?<b>\d{1,2})\.?|\.)? ?([-–—~]|t/m|(to|till|until|bis|al|au|a|à|do|até|ate|hasta|tot|до|по|إلى|الى)(?!\p{L})) ?((zum|the|den|el|le) )?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Longest)]
    internal static partial Regex Short();

    [GeneratedRegex(@"(?<year>\d{4}) ?[年년] ?(?<month>\d{1,2}) ?[月월]( ?(?<day>\d{1,2}) ?[日일])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest)]
    internal static partial Regex Signs();
}
