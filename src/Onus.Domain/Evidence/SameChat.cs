namespace Onus.Domain.Evidence;

/// <summary>
/// The same conversation exported from two phones: the same words by the same person stand in both files. Both show the same instant when both clocks
/// were read in the right zone.
/// </summary>
public static class SameChat
{
    /// <summary>Below so many messages in common nothing is said: people write "ok" in many conversations.</summary>
    public const int From = 5;

    /// <summary>No two zones of the earth are further apart than this, in hours.</summary>
    public const int MostHours = 26;

    private const double DaysOfYear = 365.25;
    private const int ChangesOfYear = 2;

    /// <summary>A message of a file.</summary>
    /// <param name="Who">Who wrote it: the person, where the case knows them.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="Utc">Its instant; null where the zone was not decided.</param>
    /// <param name="Sequence">Place in its file, from 1.</param>
    public readonly record struct Line(string Who, string Text, DateTimeOffset? Utc, int Sequence);

    /// <summary>Messages that the second file states so many whole hours later.</summary>
    /// <param name="Hours">Whole hours; negative for earlier, 0 where the two agree.</param>
    /// <param name="Messages">How many messages.</param>
    public readonly record struct Shift(int Hours, int Messages);

    /// <summary>What two files have in common.</summary>
    /// <param name="Messages">Messages of the second that the first has too.</param>
    /// <param name="Apart">
    /// By how many hours most of them are apart, most messages first: one shift, or two that are an hour from one another. Empty where they agree or differ in no
    /// common way.
    /// </param>
    /// <param name="BySeason">Whether the two shifts follow one another as they do where one zone puts its clock forward and the other does not then.</param>
    /// <param name="ByWhom">How many of them by each writer.</param>
    public sealed record Common(int Messages, IReadOnlyList<Shift> Apart, bool BySeason, IReadOnlyDictionary<string, int> ByWhom)
    {
        /// <summary>The hours of most that are apart; 0 where they agree or differ in no common way.</summary>
        public int Hours => Apart.FirstOrDefault(shift => shift.Hours != 0).Hours;
    }

    /// <summary>What two files have in common; null where that is next to nothing.</summary>
    public static Common? Of(IReadOnlyCollection<Line> one, IReadOnlyCollection<Line> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var second = other.GroupBy(l => (l.Who, l.Text)).ToDictionary(g => g.Key, g => g.OrderBy(l => l.Sequence).ToList());
        // The same words written twice are the first and the second time in both files.
        var both = one.GroupBy(l => (l.Who, l.Text)).Where(g => second.ContainsKey(g.Key))
            .SelectMany(g => g.OrderBy(l => l.Sequence).Zip(second[g.Key])).Where(Near).ToList();
        if (both.Count < From)
        {
            return null;
        }

        var apart = Apart(both);
        return new Common(
            both.Count,
            apart,
            apart.Count > 1 && BySeason(both, apart),
            both.GroupBy(pair => pair.Second.Who, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }

    private static bool Near((Line First, Line Second) pair) =>
        pair is not { First.Utc: { } one, Second.Utc: { } other } || (one - other).Duration() <= TimeSpan.FromHours(MostHours);

    // A zone with summer time and one without are one hour more apart for a part of the year: what counts is two neighbouring shifts together.
    private static List<Shift> Apart(List<(Line First, Line Second)> both)
    {
        var shifts = both.Select(HoursApart).OfType<int>().CountBy(hours => hours).ToDictionary();
        var shown = shifts.Keys.Select(hours => new[] { hours, hours + 1 }.Where(shifts.ContainsKey).Select(of => new Shift(of, shifts[of])).OrderByDescending(shift => shift.Messages).ToList())
            .MaxBy(two => two.Sum(shift => shift.Messages));
        // Beside messages that agree, a few that are apart are words that somebody wrote twice.
        return shown is null || shown.Sum(shift => shift.Messages) * 2 <= both.Count || !shown.Exists(shift => shift.Hours != 0 && (shift.Messages >= From || shown.TrueForAll(other => other.Hours != 0))) ? [] : shown;
    }

    // Clocks change twice a year at most.
    private static bool BySeason(List<(Line First, Line Second)> both, List<Shift> apart)
    {
        var inOrder = both.Where(pair => apart.Any(shift => shift.Hours == HoursApart(pair))).OrderBy(pair => pair.First.Utc).ToList();
        var changes = inOrder.Zip(inOrder.Skip(1)).Count(next => HoursApart(next.First) != HoursApart(next.Second));
        var years = (inOrder[^1].First.Utc!.Value - inOrder[0].First.Utc!.Value).TotalDays / DaysOfYear;
        return changes <= ChangesOfYear * (int)Math.Ceiling(years);
    }

    // Exports state minutes or seconds: less than a minute is no difference, and whole hours are a zone.
    private static int? HoursApart((Line First, Line Second) pair)
    {
        if (pair is not { First.Utc: { } one, Second.Utc: { } other })
        {
            return null;
        }

        var apart = other - one;
        var hours = (int)Math.Round(apart.TotalHours);
        return (apart - TimeSpan.FromHours(hours)).Duration() < TimeSpan.FromMinutes(1) ? hours : null;
    }
}
