namespace Onus.Domain.Evidence;

/// <summary>The months of an account or a chat without an entry, each in one list, in order.</summary>
/// <param name="Missing">Something may be missing.</param>
/// <param name="Quiet">Nothing is: the balance goes on unbroken.</param>
/// <param name="Stated">Nothing is, as far as statements say: their periods have every day of the month, and they list nothing in it.</param>
/// <param name="Answered">Somebody says that nothing happened.</param>
/// <param name="Broken">Those of <paramref name="Missing"/> and <paramref name="Answered"/> over which the balances say that something moved.</param>
/// <param name="Overtaken">Every other answer: its month has entries now, is quiet or stated, or lies outside what is known of. It can be corrected and taken back all the same.</param>
/// <param name="Contradicted">Those of <paramref name="Overtaken"/> whose months have entries now.</param>
public sealed record MonthGaps(
    IReadOnlyList<CalendarMonth> Missing, IReadOnlyList<CalendarMonth> Quiet, IReadOnlyList<CalendarMonth> Stated, IReadOnlyList<GapAnswer> Answered,
    IReadOnlyList<CalendarMonth> Broken, IReadOnlyList<GapAnswer> Overtaken, IReadOnlyList<GapAnswer> Contradicted)
{
    /// <summary>All that was said of the months.</summary>
    public IEnumerable<GapAnswer> Said => Answered.Concat(Overtaken);

    /// <summary>Sorts the months between the first that is known of and the last.</summary>
    /// <param name="days">Days with an entry, at least one, in any order, repeated or not.</param>
    /// <param name="periods">The periods of the statements of this account.</param>
    /// <param name="entries">Its entries; empty for a chat.</param>
    /// <param name="answers">What was said of its months.</param>
    public static MonthGaps Of(
        IReadOnlyCollection<DateOnly> days, IReadOnlyCollection<StatedPeriod> periods, IReadOnlyCollection<AccountEntry> entries, IReadOnlyCollection<GapAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(answers);
        var there = days.Select(CalendarMonth.Of).ToHashSet();
        var covered = Covered(periods);
        var (missing, quiet, stated, broken, answered) = (new List<CalendarMonth>(), new List<CalendarMonth>(), new List<CalendarMonth>(), new List<CalendarMonth>(), new List<GapAnswer>());
        var (first, last) = (there.Concat(covered).Min(), there.Concat(covered).Max());
        for (var month = first; month <= last; month = month.Next)
        {
            if (there.Contains(month))
            {
                continue;
            }

            // Balances speak only of what lies between two entries.
            var before = days.Where(day => day < month.First).DefaultIfEmpty(DateOnly.MinValue).Max();
            var after = days.Where(day => day > month.Last).DefaultIfEmpty(DateOnly.MaxValue).Min();
            var between = before > DateOnly.MinValue && after < DateOnly.MaxValue;
            var breaks = between && RunningBalance.Breaks(entries, before.AddDays(1), after.AddDays(-1));
            if (between && entries.Count > 0 && RunningBalance.GoesOn(entries, before.AddDays(1), after.AddDays(-1)))
            {
                quiet.Add(month);
                continue;
            }

            if (covered.Contains(month) && !breaks)
            {
                stated.Add(month);
                continue;
            }

            if (breaks)
            {
                broken.Add(month);
            }

            var said = answers.Where(answer => CalendarMonth.Of(answer.Month) == month).ToList();
            answered.AddRange(said);
            if (said.Count == 0)
            {
                missing.Add(month);
            }
        }

        List<GapAnswer> overtaken = [.. answers.Except(answered).OrderBy(answer => answer.Month)];
        return new MonthGaps(missing, quiet, stated, answered, broken, overtaken, [.. overtaken.Where(answer => there.Contains(CalendarMonth.Of(answer.Month)))]);
    }

    private static HashSet<CalendarMonth> Covered(IReadOnlyCollection<StatedPeriod> periods)
    {
        var covered = new HashSet<CalendarMonth>();
        if (periods.Count > 0)
        {
            var last = CalendarMonth.Of(periods.Max(period => period.Until));
            for (var month = CalendarMonth.Of(periods.Min(period => period.From)); month <= last; month = month.Next)
            {
                if (StatedPeriod.Cover(periods, month))
                {
                    covered.Add(month);
                }
            }
        }

        return covered;
    }
}
