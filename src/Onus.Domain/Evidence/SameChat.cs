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

    /// <summary>A message of a file.</summary>
    /// <param name="Who">Who wrote it: the person, where the case knows them.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="Utc">Its instant; null where the zone was not decided.</param>
    /// <param name="Sequence">Place in its file, from 1.</param>
    public readonly record struct Line(string Who, string Text, DateTimeOffset? Utc, int Sequence);

    /// <summary>What two files have in common.</summary>
    /// <param name="Messages">Messages of the second that the first has too.</param>
    /// <param name="Hours">How many whole hours the second is later in each of them; 0 where they agree or differ in no common way.</param>
    /// <param name="ByWhom">How many of them by each writer.</param>
    public sealed record Common(int Messages, int Hours, IReadOnlyDictionary<string, int> ByWhom);

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

        var hours = both.Select(HoursApart).ToList();
        var common = hours.GroupBy(h => h).MaxBy(g => g.Count())!;
        return new Common(
            both.Count,
            common.Key is { } apart && common.Count() * 2 > both.Count ? apart : 0,
            both.GroupBy(pair => pair.Second.Who, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }

    private static bool Near((Line First, Line Second) pair) =>
        pair is not { First.Utc: { } one, Second.Utc: { } other } || (one - other).Duration() <= TimeSpan.FromHours(MostHours);

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
