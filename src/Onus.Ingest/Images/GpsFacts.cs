using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace Onus.Ingest.Images;

/// <summary>What the receiver of a camera stated. A field that cannot be right is not shown, and a warning says so.</summary>
/// <param name="RawTime">Date and time of day in the file's own characters and numbers.</param>
/// <param name="Time">UTC, as Exif 4.6.6 has it, without fractions of a second.</param>
/// <param name="Position">Latitude and longitude in degrees with six decimals (a decimetre).</param>
internal sealed record GpsFacts(string? RawTime, DateTimeOffset? Time, string? Position)
{
    /// <summary>The facts; all null where there are none.</summary>
    public static GpsFacts Of(GpsDirectory? gps, List<string> warnings)
    {
        if (gps is null)
        {
            return new GpsFacts(null, null, null);
        }

        var (raw, time) = TimeOf(gps, warnings);
        return new GpsFacts(raw, time, PositionOf(gps, warnings));
    }

    /// <summary>With what other blocks state and EXIF does not; what does not agree is said.</summary>
    public GpsFacts With(IReadOnlyList<OtherBlock> others, List<string> warnings)
    {
        var facts = this;
        foreach (var block in others)
        {
            if (facts.Time is null && block.GpsTime?.Utc is { } utc)
            {
                facts = facts with { RawTime = block.GpsTime.Raw, Time = utc };
            }

            if (block.Position is { } position && facts.Position is null)
            {
                facts = facts with { Position = $"{position} ({block.Name})" };
                warnings.Add("position-from-block:" + block.Name);
            }
            else if (block.Position is { } other && !Agree(facts.Position!.Split(" (")[0], other))
            {
                warnings.Add($"other-position:{block.Name} {other}");
            }
        }

        return facts;
    }

    private static (string? Raw, DateTimeOffset? Time) TimeOf(GpsDirectory gps, List<string> warnings)
    {
        var date = gps.GetString(GpsDirectory.TagDateStamp)?.TrimEnd('\0', ' ');
        var clock = gps.GetRationalArray(GpsDirectory.TagTimeStamp);
        if (CameraTime.IsBlank(date) || clock is null)
        {
            return (null, null);
        }

        if (clock.Length == 3
            && DateTime.TryParseExact(date, ["yyyy:MM:dd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Number(clock[0]) is { } hour and >= 0 and < 24 && Number(clock[1]) is { } minute and >= 0 and < 60 && Number(clock[2]) is { } second and >= 0 and < 60)
        {
            var seconds = (long)((hour * 3600) + (minute * 60) + second);
            return ($"{date} {clock[0]} {clock[1]} {clock[2]}", new DateTimeOffset(day, TimeSpan.Zero).AddSeconds(seconds));
        }

        warnings.Add("gps-time-unreadable");
        return (null, null);
    }

    private static string? PositionOf(GpsDirectory gps, List<string> warnings)
    {
        if (!gps.ContainsTag(GpsDirectory.TagLatitude) && !gps.ContainsTag(GpsDirectory.TagLongitude))
        {
            return null;
        }

        // Without its hemisphere a degree names two places: neither is taken.
        var latitude = Degrees(gps, GpsDirectory.TagLatitude, GpsDirectory.TagLatitudeRef, "N", "S", 90);
        var longitude = Degrees(gps, GpsDirectory.TagLongitude, GpsDirectory.TagLongitudeRef, "E", "W", 180);
        if (latitude is not { } north || longitude is not { } east)
        {
            warnings.Add("gps-position-unreadable");
            return null;
        }

        if (north == 0 && east == 0)
        {
            // A receiver without a fix writes zeros.
            warnings.Add("gps-position-zero");
        }

        return Written(north, east);
    }

    /// <summary>A position, in degrees with six decimals.</summary>
    public static string Written(double north, double east) => string.Create(CultureInfo.InvariantCulture, $"{north:0.000000}, {east:0.000000}");

    /// <summary>Whether two positions lie within about twenty metres, which rounding of minutes explains.</summary>
    public static bool Agree(string one, string other)
    {
        static double[] Parts(string position) => [.. position.Split(", ").Select(p => double.Parse(p, CultureInfo.InvariantCulture))];
        var (a, b) = (Parts(one), Parts(other));
        return Math.Abs(a[0] - b[0]) <= 0.0002 && Math.Abs(a[1] - b[1]) <= 0.0002;
    }

    private static double? Degrees(GpsDirectory gps, int tag, int referenceTag, string positive, string negative, double limit)
    {
        var reference = gps.GetString(referenceTag)?.Trim('\0', ' ').ToUpperInvariant();
        if (gps.GetRationalArray(tag) is not { Length: 3 } parts || (reference != positive && reference != negative)
            || Number(parts[0]) is not { } degrees || Number(parts[1]) is not { } minutes || Number(parts[2]) is not { } seconds)
        {
            return null;
        }

        var value = degrees + (minutes / 60) + (seconds / 3600);
        // Adding 0 turns a negative zero into zero.
        return value >= 0 && value <= limit ? (reference == negative ? -value : value) + 0.0 : null;
    }

    private static double? Number(Rational r) => r.Denominator == 0 ? null : (double)r.Numerator / r.Denominator;
}
