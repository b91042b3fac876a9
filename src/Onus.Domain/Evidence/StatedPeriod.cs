namespace Onus.Domain.Evidence;

/// <summary>The days that a statement says it is about: what it does not list of them did not happen, as far as it says.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, not before the first.</param>
/// <param name="Line">Line of the file that says so, from 1.</param>
/// <param name="Holder">Whose account it is, as the source writes it; null where it does not say.</param>
public sealed record StatedPeriod(DateOnly From, DateOnly Until, int Line, string? Holder)
{
    /// <summary>
    /// The periods of a file as far as they say something about what it lists: within the days and people that its authority covers, and only where every
    /// row of it was read.
    /// </summary>
    public static IReadOnlyList<StatedPeriod> Of(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file is { Status: MaterialStatus.Read, Withdrawn: null, Summary: { } summary } && !summary.Skipped.Any(skipped => skipped.Reason == "row-too-long")
            ? [.. summary.Periods
                .Where(period => file.ScopePeople.Count == 0 || (period.Holder is { } holder && file.ScopePeople.Contains(holder, StringComparer.Ordinal)))
                .Select(period => period with
                {
                    From = file.ScopeFrom is { } from && from > period.From ? from : period.From,
                    Until = file.ScopeTo is { } until && until < period.Until ? until : period.Until,
                })
                .Where(period => period.From <= period.Until)]
            : [];
    }

    /// <summary>Whether periods together have every day of a month.</summary>
    public static bool Cover(IEnumerable<StatedPeriod> periods, CalendarMonth month)
    {
        ArgumentNullException.ThrowIfNull(periods);
        var next = month.First;
        foreach (var period in periods.OrderBy(period => period.From))
        {
            if (period.From <= next && period.Until >= next)
            {
                if (period.Until >= month.Last)
                {
                    return true;
                }

                next = period.Until.AddDays(1);
            }
        }

        return false;
    }

    /// <summary>Whether a period has a day of a month.</summary>
    public bool Touches(CalendarMonth month) => From <= month.Last && Until >= month.First;
}
