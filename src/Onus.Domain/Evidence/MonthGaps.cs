using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>A day on which an account has an entry.</summary>
/// <param name="Account">The account as the file writes it, and from whom the file is; null where it names none, and for a chat.</param>
/// <param name="File">The file that has the entry.</param>
/// <param name="Day">The day.</param>
public readonly record struct AccountDay(string? Account, MaterialId File, DateOnly Day);

/// <summary>What a file says that it is about.</summary>
/// <param name="File">The file.</param>
/// <param name="Period">The days, and whose account they are of.</param>
public readonly record struct FilePeriod(MaterialId File, StatedPeriod Period);

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
    /// <param name="entered">Days with an entry, at least one, in any order, repeated or not; a person may hold several accounts.</param>
    /// <param name="periods">The periods of the statements of these accounts. Each speaks of the account that it names, and of no other.</param>
    /// <param name="entries">Its entries; empty for a chat.</param>
    /// <param name="answers">What was said of its months.</param>
    public static MonthGaps Of(
        IReadOnlyCollection<AccountDay> entered, IReadOnlyCollection<FilePeriod> periods, IReadOnlyCollection<AccountEntry> entries, IReadOnlyCollection<GapAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(entered);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(answers);
        List<DateOnly> days = [.. entered.Select(entry => entry.Day)];
        var there = days.Select(CalendarMonth.Of).ToHashSet();
        var covered = Covered(entered, periods);
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

    /// <summary>
    /// The months that statements have every day of. Where a person holds several accounts, each that has entries before and after a month has to be covered
    /// by statements of its own: what one account lists says nothing of another.
    /// </summary>
    private static HashSet<CalendarMonth> Covered(IReadOnlyCollection<AccountDay> entered, IReadOnlyCollection<FilePeriod> periods)
    {
        var covered = new HashSet<CalendarMonth>();
        if (periods.Count == 0)
        {
            return covered;
        }

        var listed = entered.ToLookup(entry => entry.Account);
        var stated = periods.Where(period => IsWhole(period, listed[period.Period.Holder])).ToLookup(period => period.Period.Holder, period => period.Period);
        var last = CalendarMonth.Of(periods.Max(period => period.Period.Until));
        for (var month = CalendarMonth.Of(periods.Min(period => period.Period.From)); month <= last; month = month.Next)
        {
            if (stated.Any(of => StatedPeriod.Cover(of, month))
                && listed.All(of => !of.Any(entry => entry.Day < month.First) || !of.Any(entry => entry.Day > month.Last) || StatedPeriod.Cover(stated[of.Key], month)))
            {
                covered.Add(month);
            }
        }

        return covered;
    }

    /// <summary>
    /// Whether a statement has every day of its period on which other files have an entry under the same name; if not, it is of another account of that name
    /// or not whole, and says nothing of what it does not list.
    /// </summary>
    private static bool IsWhole(FilePeriod stated, IEnumerable<AccountDay> listed)
    {
        var within = listed.Where(entry => stated.Period.From <= entry.Day && entry.Day <= stated.Period.Until).ToList();
        var own = within.Where(entry => entry.File == stated.File).Select(entry => entry.Day).ToHashSet();
        return within.TrueForAll(entry => own.Contains(entry.Day));
    }
}
