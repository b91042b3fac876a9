using System.Globalization;
using Onus.Content;
using Onus.Store.Database;

namespace Onus.Web.Records;

/// <summary>How times, days, sums and warnings of evidence are written for people to read.</summary>
public static class EvidenceTexts
{
    /// <summary>A day in words with its day of the week: "Saturday, 3 May 2025".</summary>
    public static string DayOfWeek(this Texts texts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Format("dates.weekday", ("weekday", texts["weekdays." + Plain((int)day.DayOfWeek)]), ("day", texts.Day(day)));
    }

    /// <summary>From one day to another in words; one day where they are the same.</summary>
    public static string Days(this Texts texts, DateOnly? first, DateOnly? last)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return (first, last) switch
        {
            ({ } a, { } b) when a != b => texts.Format("dates.days", ("first", texts.Day(a)), ("last", texts.Day(b))),
            ({ } a, _) => texts.Day(a),
            _ => texts["dates.none"],
        };
    }

    /// <summary>
    /// The time of a record beside its day, to the minute: "18:06 (+05:45) = 12:21 UTC", both instants where the clock shows an hour twice, and words where
    /// the source says less.
    /// </summary>
    public static string TimeOf(this Texts texts, RecordRow record)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(record);
        if (!TryClock(record.TimeLocal, out var local))
        {
            return record.TimeLocal is null && record.TimeRaw is null ? texts["times.none"] : texts["times.day-only"];
        }

        var clock = Clock(local);
        return (record.Utc, record.UtcLater) switch
        {
            (null, _) => texts.Format("times.no-zone", ("time", clock)),
            ({ } utc, null) => texts.Format("times.known", ("time", clock), ("offset", Offset(local, utc)), ("utc", Utc(texts, local, utc))),
            ({ } early, { } late) => texts.Format(
                "times.twice", ("time", clock), ("first", Utc(texts, local, early)), ("second", Utc(texts, local, late))),
        };
    }

    /// <summary>A size in words: "4.2 MB", in steps of 1,000.</summary>
    public static string Bytes(this Texts texts, long bytes)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return bytes switch
        {
            < 1_000 => texts.Format("sizes.bytes", ("count", bytes)),
            < 1_000_000 => texts.Format("sizes.kilobytes", ("size", Tenths(bytes, 1_000))),
            < 1_000_000_000 => texts.Format("sizes.megabytes", ("size", Tenths(bytes, 1_000_000))),
            _ => texts.Format("sizes.gigabytes", ("size", Tenths(bytes, 1_000_000_000))),
        };

        static string Tenths(long bytes, long unit) => (Math.Floor(bytes * 10m / unit) / 10m).ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>A warning in words. A warning that no language knows is shown as it is, rather than hidden.</summary>
    public static string Warning(this Texts texts, string warning)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(warning);
        var colon = warning.IndexOf(':', StringComparison.Ordinal);
        var (key, value) = colon < 0 ? (warning, "") : (warning[..colon], warning[(colon + 1)..]);
        return texts.Has("warnings." + key) ? texts.Format("warnings." + key, ("value", value)) : warning;
    }

    /// <summary>Whether a warning puts the day or time of a record in doubt, so that it has to stand wherever records are put in order of time.</summary>
    public static bool IsOfTime(string warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return warning.Split(':')[0] is "clock-differs-from-gps" or "other-time" or "time-is-digitized" or "time-from-block" or "offset-unreadable"
            or "local-time-twice" or "local-time-skipped" or "earlier-than-line-above" or "time-before-line-above" or "later-than-line-below";
    }

    private static bool TryClock(string? local, out DateTime clock) =>
        DateTime.TryParseExact(local, ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out clock);

    private static string Clock(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Offset(DateTime local, DateTimeOffset utc)
    {
        var offset = local - utc.UtcDateTime;
        return (offset < TimeSpan.Zero ? "\u2212" : "+") + offset.ToString(offset.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
    }

    private static string Utc(Texts texts, DateTime local, DateTimeOffset utc) =>
        utc.Date == local.Date
            ? Clock(utc.UtcDateTime)
            : texts.Format("times.other-day", ("time", Clock(utc.UtcDateTime)), ("day", texts.Day(DateOnly.FromDateTime(utc.UtcDateTime))));

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
