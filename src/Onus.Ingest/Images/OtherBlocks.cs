using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Images;

/// <summary>What a block beside EXIF states: programs that edit, send on or archive pictures often leave no other.</summary>
/// <param name="Name">XMP or IPTC.</param>
/// <param name="Taken">When it was taken.</param>
/// <param name="Digitized">When it was digitised.</param>
/// <param name="GpsTime">UTC of the receiver.</param>
/// <param name="Position">Latitude and longitude, written as those of EXIF.</param>
/// <param name="Serial">Serial number of the camera.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="Software">Program that wrote the file.</param>
/// <param name="Place">Where it was taken, in words, from the smallest to the largest.</param>
/// <param name="Description">What somebody wrote about it.</param>
/// <param name="Unreadable">Which of these it states in a way that cannot be read.</param>
internal sealed record OtherBlock(
    string Name, RecordTime? Taken, RecordTime? Digitized, RecordTime? GpsTime, string? Position, string? Serial, string? Owner, string? Software,
    string? Place, string? Description, IReadOnlyList<string> Unreadable)
{
    /// <summary>The blocks of a picture, XMP before IPTC.</summary>
    public static IReadOnlyList<OtherBlock> Of(IReadOnlyList<MetadataExtractor.Directory> parts)
    {
        var blocks = new List<OtherBlock>();
        var packet = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, value) in parts.OfType<XmpDirectory>().SelectMany(x => x.GetXmpProperties()))
        {
            // A long packet goes on in a second one.
            packet.TryAdd(path, value);
        }

        if (packet.Count > 0)
        {
            blocks.Add(Xmp(packet));
        }

        if (parts.OfType<IptcDirectory>().FirstOrDefault() is { } iptc)
        {
            var unreadable = new List<string>();
            blocks.Add(new OtherBlock(
                "IPTC", Time(Joined(iptc, IptcDirectory.TagDateCreated, IptcDirectory.TagTimeCreated), "taken", unreadable),
                Time(Joined(iptc, IptcDirectory.TagDigitalDateCreated, IptcDirectory.TagDigitalTimeCreated), "digitized", unreadable),
                null, null, null, null, iptc.GetString(IptcDirectory.TagOriginatingProgram),
                PlaceOf([.. ((ReadOnlySpan<int>)[IptcDirectory.TagSubLocation, IptcDirectory.TagCity, IptcDirectory.TagProvinceOrState, IptcDirectory.TagCountryOrPrimaryLocationName])
                    .ToArray().Select(iptc.GetString)]),
                iptc.GetString(IptcDirectory.TagCaption), unreadable));
        }

        return blocks;
    }

    /// <summary>Whether two statements of when a picture was taken can both hold: to the second, or to the day where one states no more.</summary>
    public static bool Agree(RecordTime one, RecordTime other)
    {
        if (one.Utc is { } a && other.Utc is { } b)
        {
            return (a - b).Duration() <= TimeSpan.FromSeconds(1);
        }

        var length = Math.Min(one.Local!.Length, other.Local!.Length);
        return one.Local[..length] == other.Local[..length];
    }

    private static OtherBlock Xmp(Dictionary<string, string> packet)
    {
        var unreadable = new List<string>();
        string? Find(params ReadOnlySpan<string> paths)
        {
            foreach (var path in paths)
            {
                if (packet.TryGetValue(path, out var value) && !string.IsNullOrWhiteSpace(value))
                {
                    return value;
                }
            }

            return null;
        }

        var (latitude, longitude) = (Find("exif:GPSLatitude"), Find("exif:GPSLongitude"));
        string? position = null;
        if (latitude is not null || longitude is not null)
        {
            position = Degrees(latitude, 'N', 'S', 90) is { } north && Degrees(longitude, 'E', 'W', 180) is { } east ? GpsFacts.Written(north, east) : null;
            if (position is null)
            {
                unreadable.Add("position");
            }
        }

        return new OtherBlock(
            "XMP", Time(Find("exif:DateTimeOriginal", "photoshop:DateCreated"), "taken", unreadable),
            Time(Find("exif:DateTimeDigitized", "xmp:CreateDate"), "digitized", unreadable),
            Time(Find("exif:GPSTimeStamp", "exif:GPSDateTime"), "GPS", unreadable), position,
            Find("exifEX:BodySerialNumber", "aux:SerialNumber"), Find("exifEX:CameraOwnerName", "aux:OwnerName"), Find("xmp:CreatorTool"),
            PlaceOf(Find("Iptc4xmpCore:Location"), Find("photoshop:City"), Find("photoshop:State"), Find("photoshop:Country")),
            Find("dc:description[1]"), unreadable);
    }

    private static string? Joined(IptcDirectory iptc, int day, int clock)
    {
        var (date, time) = (iptc.GetString(day)?.Trim('\0', ' '), iptc.GetString(clock)?.Trim('\0', ' '));
        return CameraTime.IsBlank(date) ? CameraTime.IsBlank(time) ? null : time : string.IsNullOrEmpty(time) ? date : $"{date} {time}";
    }

    private static string? PlaceOf(params ReadOnlySpan<string?> parts)
    {
        var stated = string.Join(", ", parts.ToArray().Select(p => p?.Trim('\0', ' ')).Where(p => !string.IsNullOrEmpty(p)));
        return stated.Length == 0 ? null : stated;
    }

    private static RecordTime? Time(string? raw, string what, List<string> unreadable)
    {
        if (raw is null || CameraTime.IsUnset(raw))
        {
            return null;
        }

        var time = BlockTime.Parse(raw);
        if (time is null)
        {
            unreadable.Add(what);
        }

        return time;
    }

    // Degrees and minutes, or degrees, minutes and seconds, with the hemisphere behind (XMP specification part 2, GPSCoordinate).
    private static double? Degrees(string? raw, char positive, char negative, double limit)
    {
        var text = raw?.Trim().ToUpperInvariant() ?? "";
        if (text.Length < 2 || (text[^1] != positive && text[^1] != negative))
        {
            return null;
        }

        var parts = text[..^1].Split(',');
        double value = 0, unit = 1;
        foreach (var part in parts)
        {
            if (parts.Length > 3 || !double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || (unit > 1 && number >= 60))
            {
                return null;
            }

            value += number / unit;
            unit *= 60;
        }

        return value <= limit ? (text[^1] == negative ? -value : value) + 0.0 : null;
    }
}

/// <summary>Times as XMP (ISO 8601) and IPTC (IIM 2:55, 2:60) write them: year first, perhaps without a time of day, perhaps with an offset.</summary>
internal static class BlockTime
{
    private static readonly string[] Clocks =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy:MM:dd HH:mm:ss", "yyyyMMdd HHmmss", "yyyy:MM:dd HHmmss", "yyyyMMdd HH:mm:ss",
    ];

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy:MM:dd", "yyyyMMdd"];

    /// <summary>The time; null where it is none.</summary>
    public static RecordTime? Parse(string raw)
    {
        var text = raw.Trim(' ', '\0');
        if (DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new RecordTime(text, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, null, TimeBasis.Unknown);
        }

        // Behind the date a sign begins an offset.
        var clock = text.IndexOfAny(['T', ' ']);
        var sign = clock < 0 ? -1 : text.IndexOfAny(['+', '-', 'Z'], clock);
        var stated = sign < 0 ? "" : text[sign..];
        var offset = CameraTime.ParseOffset(stated.Length == 5 ? stated.Insert(3, ":") : stated);
        var reading = sign < 0 ? text : text[..sign].TrimEnd();
        var fraction = reading.IndexOf('.', StringComparison.Ordinal);
        reading = fraction < 0 ? reading : reading[..fraction];
        if ((stated.Length > 0 && offset is null) || !DateTime.TryParseExact(reading, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        return CameraTime.Of(text, local, null, offset) with { Raw = text };
    }
}
