using System.Globalization;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Images;

/// <summary>Times as cameras write them (Exif 2.32, 4.6.5): digits and colons, without a zone, sometimes with an offset in a field of its own.</summary>
internal static class CameraTime
{
    // The year comes first in all of them, so nothing has to be guessed.
    private static readonly string[] Patterns = ["yyyy:MM:dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss", "yyyy:MM:dd HH:mm", "yyyy:MM:dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    // Clocks on earth read between twelve hours behind UTC and fourteen ahead of it.
    private static readonly TimeSpan Behind = TimeSpan.FromHours(-12), Ahead = TimeSpan.FromHours(14), Slack = TimeSpan.FromMinutes(10);

    /// <summary>Whether a date is one that cameras write whose clock was never set: blank (Exif 2.32, 4.6.5), or nothing but zeros.</summary>
    public static bool IsUnset(string raw) => IsBlank(raw.Replace("0", "", StringComparison.Ordinal).Replace('T', ' ').Replace('+', ' ').Replace('Z', ' '));

    /// <summary>Whether a field was left blank.</summary>
    public static bool IsBlank(string? raw) => raw is null || raw.All(c => c is ' ' or ':' or '\0' or '-' or '/');

    /// <summary>The clock reading, or null where it is no possible date.</summary>
    public static DateTime? Parse(string raw) =>
        DateTime.TryParseExact(raw.TrimEnd(' ', '\0'), Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    /// <summary>An offset from UTC (<c>+05:45</c>, <c>Z</c>), or null where it is none.</summary>
    public static TimeSpan? ParseOffset(string raw)
    {
        var text = raw.Trim(' ', '\0');
        if (text is "Z")
        {
            return TimeSpan.Zero;
        }

        return text.Length == 6 && text[0] is '+' or '-'
            && TimeSpan.TryParseExact(text.AsSpan(1), "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
            ? text[0] == '-' ? -offset : offset
            : null;
    }

    /// <summary>The time of a record, from a clock reading and, where stated, its offset.</summary>
    public static RecordTime Of(string raw, DateTime local, string? rawOffset, TimeSpan? offset)
    {
        var reading = local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return offset is { } o && local.Ticks - o.Ticks is var ticks && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new RecordTime($"{raw} {rawOffset}", reading, new DateTimeOffset(ticks, TimeSpan.Zero), null, TimeBasis.ExplicitOffset)
            : new RecordTime(raw, reading, null, null, TimeBasis.Unknown);
    }

    /// <summary>Whether a camera's clock and a time of GPS cannot both be right.</summary>
    public static bool Differs(RecordTime camera, DateTimeOffset gps)
    {
        if (camera.Utc is { } utc)
        {
            return (utc - gps).Duration() > Slack;
        }

        if (!camera.Local!.Contains('T', StringComparison.Ordinal))
        {
            // A day alone lies within a day of every clock that reads it.
            var day = DateTime.ParseExact(camera.Local, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return gps.UtcDateTime - Behind.Negate() > day.AddDays(1) + Slack || gps.UtcDateTime + Ahead < day - Slack;
        }

        var local = DateTime.ParseExact(camera.Local, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var apart = local - gps.UtcDateTime;
        return apart < Behind - Slack || apart > Ahead + Slack;
    }
}
