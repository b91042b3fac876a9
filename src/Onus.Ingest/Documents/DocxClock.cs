using System.Globalization;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Documents;

/// <summary>
/// The time of a comment. Its date (ECMA-376 part 1, 17.13.4.2) is by the clock of the computer, and Word writes a Z behind it that does not mean UTC; newer
/// programs state the instant besides ([MS-DOCX] 2.5.4.5 and 2.7.2).
/// </summary>
internal static class DocxClock
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm"];

    // From UTC-12 to UTC+14: further from UTC is no clock.
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(-12), Latest = TimeSpan.FromHours(14);

    /// <summary>The time, and what a person should know of it.</summary>
    /// <param name="date">The clock reading; null where none is stated.</param>
    /// <param name="utc">The instant; null where none is stated.</param>
    public static (RecordTime Time, string? Warning) Of(string? date, string? utc)
    {
        var (clock, instant) = (Parse(date), Parse(utc));
        var at = instant is { } known ? new DateTimeOffset(known.Time - (known.Offset ?? TimeSpan.Zero), TimeSpan.Zero) : (DateTimeOffset?)null;
        if (clock is not { } read)
        {
            return at is { } only
                ? (new RecordTime(utc, Reading(only.DateTime), only, null, TimeBasis.ExplicitUtc), null)
                : string.IsNullOrWhiteSpace(date) && string.IsNullOrWhiteSpace(utc)
                    ? (RecordTime.None, null)
                    : (new RecordTime(date ?? utc, null, null, null, TimeBasis.Unknown), "impossible-date:" + (string.IsNullOrWhiteSpace(date) ? utc : date));
        }

        if (at is { } stated)
        {
            return read.Time - stated.DateTime is var offset && offset >= Earliest && offset <= Latest
                ? (new RecordTime(date, Reading(read.Time), stated, null, TimeBasis.ExplicitUtc), null)
                : (new RecordTime(date, Reading(read.Time), null, null, TimeBasis.Unknown), "other-time:" + utc);
        }

        return read.Offset is { } written
            ? (new RecordTime(date, Reading(read.Time), new DateTimeOffset(read.Time - written, TimeSpan.Zero), null, TimeBasis.ExplicitOffset), null)
            : (new RecordTime(date, Reading(read.Time), null, null, TimeBasis.Unknown), "comment-clock");
    }

    private static string Reading(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    // Before 1990 no program wrote comments: such a date is what an empty field is filled with.
    private static (DateTime Time, TimeSpan? Offset)? Parse(string? text)
    {
        var clock = text?.Trim() ?? "";
        TimeSpan? offset = null;
        if (clock.EndsWith('Z'))
        {
            clock = clock[..^1];
        }
        else if (clock.Length > 16 && clock[^6] is '+' or '-'
            && TimeSpan.TryParseExact(clock[^5..], @"hh\:mm", CultureInfo.InvariantCulture, out var far) && far <= Latest)
        {
            (offset, clock) = (clock[^6] == '-' ? -far : far, clock[..^6]);
        }

        return DateTime.TryParseExact(clock, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year >= 1990 ? (time, offset) : null;
    }
}
