namespace Onus.Domain.Evidence;

/// <summary>Days without a word in a conversation that was daily until then.</summary>
/// <param name="First">First day without a message.</param>
/// <param name="Last">Last day without a message; the next day somebody writes again.</param>
public readonly record struct Silence(DateOnly First, DateOnly Last)
{
    /// <summary>Days without a message.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;
}

/// <summary>
/// What a series of days does not have. The rules are simple on purpose: the page says each of them, and a person can check it by counting.
/// Nothing is said about the time before the first and after the last day: a source may have begun or ended there.
/// </summary>
public static class Gaps
{
    /// <summary>A conversation is daily where it has messages on at least so many ...</summary>
    public const int DailyDays = 5;

    /// <summary>... of so many days.</summary>
    public const int DailyOf = 7;

    /// <summary>So many days in a row without a message are a silence.</summary>
    public const int SilenceFrom = 3;

    /// <summary>Months without any day, between the first month and the last that have one.</summary>
    /// <param name="days">Days with at least one record, in any order, repeated or not.</param>
    /// <returns>In order; empty for fewer than two months. O(n log n).</returns>
    public static IReadOnlyList<CalendarMonth> MissingMonths(IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var there = new SortedSet<CalendarMonth>(days.Select(CalendarMonth.Of));
        var missing = new List<CalendarMonth>();
        if (there.Count > 0)
        {
            for (var month = there.Min; month < there.Max; month = month.Next)
            {
                if (!there.Contains(month))
                {
                    missing.Add(month);
                }
            }
        }

        return missing;
    }

    /// <summary>
    /// Silences: at least <see cref="SilenceFrom"/> days in a row without a message, where the <see cref="DailyOf"/> days before had messages on at
    /// least <see cref="DailyDays"/>, and somebody writes again afterwards.
    /// </summary>
    /// <param name="days">Days with at least one message, in any order, repeated or not.</param>
    /// <returns>In order. O(n log n).</returns>
    public static IReadOnlyList<Silence> Silences(IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var sorted = days.Distinct().Order().ToList();
        var found = new List<Silence>();
        for (var i = 1; i < sorted.Count; i++)
        {
            var (before, after) = (sorted[i - 1], sorted[i]);
            var silent = after.DayNumber - before.DayNumber - 1;
            var daily = 0;
            for (var j = i - 1; j >= 0 && before.DayNumber - sorted[j].DayNumber < DailyOf; j--)
            {
                daily++;
            }

            if (silent >= SilenceFrom && daily >= DailyDays)
            {
                found.Add(new Silence(before.AddDays(1), after.AddDays(-1)));
            }
        }

        return found;
    }
}
