namespace Onus.Domain.Law;

/// <summary>What a time of limitation runs from.</summary>
public enum ClockStart
{
    /// <summary>The last day of the act.</summary>
    LastDay = 0,

    /// <summary>The day on which the survivor turned 18.</summary>
    Majority,
}

/// <summary>A time within which an offence has to be charged.</summary>
/// <param name="Years">Whole years, from 1; null where the law sets no time.</param>
/// <param name="From">What it runs from.</param>
/// <param name="Source">Where the law says so: "18 USC 3298".</param>
/// <param name="Confidence">How that is known.</param>
/// <param name="ActsFrom">The first day of acts that it reaches; null for all. A longer time does not revive what was barred when it was enacted.</param>
public sealed record LimitationClock(int? Years, ClockStart From, string Source, LawConfidence Confidence, DateOnly? ActsFrom = null);

/// <summary>Until when an offence can be charged.</summary>
/// <param name="LastDay">The last day; null where there is no limit, or where it is not known.</param>
/// <param name="IsUnlimited">Whether the law sets no time.</param>
/// <param name="Clock">The rule that decided; null where the pack has none.</param>
/// <param name="NeedsBirthday">Whether a longer time may run from the survivor's 18th birthday, and the day of birth is not known.</param>
public sealed record LimitationDay(DateOnly? LastDay, bool IsUnlimited, LimitationClock? Clock, bool NeedsBirthday);

/// <summary>How long an act can be charged.</summary>
public static class Limitation
{
    /// <summary>
    /// The latest day that any clock of the offence gives. A clock that began on 29 February ends on 28 February in a year without that day. What stops a
    /// clock (flight, a charge under seal) is not known here, so a day that has passed is a question for counsel and no answer. No day is given where no
    /// clock reaches the act.
    /// </summary>
    /// <param name="offence">The offence in its text of the act.</param>
    /// <param name="lastAct">Last day of the act.</param>
    /// <param name="born">The survivor's day of birth; null where it is not known.</param>
    public static LimitationDay LastDay(Offence offence, DateOnly lastAct, DateOnly? born)
    {
        ArgumentNullException.ThrowIfNull(offence);
        var clocks = offence.Clocks.Where(clock => clock.ActsFrom is not { } first || lastAct >= first).ToList();
        if (clocks.Find(clock => clock.Years is null) is { } never)
        {
            return new LimitationDay(null, IsUnlimited: true, never, NeedsBirthday: false);
        }

        var ends = clocks
            .Select(clock => (Clock: clock, Start: clock.From == ClockStart.LastDay ? lastAct : born?.AddYears(18)))
            .Where(run => run.Start is not null)
            .Select(run => (run.Clock, End: Add(run.Start!.Value, run.Clock.Years!.Value)))
            .OrderByDescending(run => run.End)
            .ToList();
        var needsBirthday = born is null && clocks.Exists(clock => clock.From == ClockStart.Majority);
        return ends is [var (clock, end), ..]
            ? new LimitationDay(end, IsUnlimited: false, clock, needsBirthday)
            : new LimitationDay(null, IsUnlimited: false, null, needsBirthday);
    }

    // A day that no calendar here reaches is as good as the calendar's last.
    private static DateOnly Add(DateOnly day, int years) => day.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.AddYears(years);
}
