namespace Onus.Domain.Requests;

/// <summary>What its holder will delete, seen from one day.</summary>
/// <param name="Watch">What, where and when.</param>
/// <param name="DaysLeft">Days until the day of deletion: 0 on that day, negative when it has passed.</param>
public sealed record RetentionClock(RetentionWatch Watch, int DaysLeft)
{
    /// <summary>So many days before deletion a clock is one of the first things to say.</summary>
    public const int Soon = 30;

    /// <summary>Whether the records are gone if nobody asked for them.</summary>
    public bool Passed => DaysLeft < 0;

    /// <summary>Whether it is high time, and not too late.</summary>
    public bool IsSoon => DaysLeft is >= 0 and <= Soon;

    /// <summary>Clocks by urgency: those that still run, the soonest first; then those that have run out, the latest first.</summary>
    public static IReadOnlyList<RetentionClock> Of(IEnumerable<RetentionWatch> watches, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(watches);
        return [.. watches
            .Select(w => new RetentionClock(w, w.DeletedOn.DayNumber - today.DayNumber))
            .OrderBy(c => c.Passed)
            .ThenBy(c => Math.Abs(c.DaysLeft))
            .ThenBy(c => c.Watch.Holder, StringComparer.Ordinal)
            .ThenBy(c => c.Watch.What, StringComparer.Ordinal)];
    }
}
