using System.Globalization;
using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Exif.Makernotes;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using MetadataExtractor.Formats.Xmp;
using MetadataExtractor.IO;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Images;

/// <summary>
/// What a picture says about itself. The text has a line <c>key: value</c> for each that is stated, in this order: <c>type</c>; <c>width</c> and <c>height</c>
/// in pixels as displayed, of every kind: turned as the orientation says, or as HEIF and AVIF say with their own properties; <c>orientation</c> (Exif 274,
/// where not 1); <c>make</c>, <c>model</c>, <c>serial</c> (of the camera), <c>lens-serial</c>, <c>owner</c>, <c>artist</c>, <c>copyright</c>, <c>unique-id</c> (Exif 42016),
/// <c>software</c>, <c>host</c> (Exif 316), <c>description</c>, <c>place</c> (in words);
/// <c>taken</c>, <c>digitized</c>, <c>changed</c> (the camera's own characters, with its offset where stated); <c>gps-time</c> (UTC, ISO 8601);
/// <c>gps</c> (latitude, longitude in degrees, WGS 84, north and east positive). What EXIF does not state and XMP or IPTC does has the name of that block
/// behind it in brackets.
/// </summary>
/// <param name="Width">Pixels, as displayed; 0 where a HEIF or AVIF does not say.</param>
/// <param name="Height">Pixels, as displayed; 0 where a HEIF or AVIF does not say.</param>
/// <param name="Text">The lines.</param>
/// <param name="Time">When it was taken, as far as it says.</param>
/// <param name="Warnings">What a person should know.</param>
internal sealed record ImageFacts(int Width, int Height, string Text, RecordTime Time, IReadOnlyList<string> Warnings)
{
    // DNG has the serial number of the camera among the fields of the picture (DNG 1.7, CameraSerialNumber).
    private const int CameraSerialNumber = 0xC62F;

    /// <summary>The facts, or null where not even the size can be read.</summary>
    public static ImageFacts? Of(ImageKind kind, EvidenceFile file)
    {
        try
        {
            using var bytes = file.Open();
            var (parts, size, isWhole) = Parts(kind, bytes);
            if (size is not var (width, height) || ((width <= 0 || height <= 0) && kind is not (ImageKind.Heif or ImageKind.Avif)))
            {
                return null;
            }

            var facts = Of(kind, width, height, parts, isWhole);
            var pages = kind == ImageKind.Tiff ? TiffPages.Count(bytes) : 1;
            return pages == 1 ? facts : facts with { Warnings = [FormattableString.Invariant($"several-pages:{pages}"), .. facts.Warnings] };
        }
        catch (Exception e) when (ParserFault.Is(e) || e.GetType() == typeof(IOException))
        {
            // MetadataExtractor reports reading beyond the end as a plain IOException.
            return null;
        }
    }

    private static (IReadOnlyList<MetadataExtractor.Directory> Parts, (int Width, int Height)? Size, bool IsWhole) Parts(ImageKind kind, Stream bytes)
    {
        if (kind is not (ImageKind.Heif or ImageKind.Avif))
        {
            var all = ImageMetadataReader.ReadMetadata(bytes);
            return (all, Size(kind, all), true);
        }

        if (HeifItems.Of(bytes) is not { } items)
        {
            return ([], null, false);
        }

        var parts = new List<MetadataExtractor.Directory>();
        if (items.Exif is { } exif)
        {
            parts.AddRange(new ExifReader().Extract(new ByteArrayReader(exif)));
        }

        if (items.Xmp is { } xmp)
        {
            parts.Add(new XmpReader().Extract(xmp));
        }

        return (parts, (items.Width, items.Height), items.IsWhole);
    }

    private static ImageFacts Of(ImageKind kind, int width, int height, IReadOnlyList<MetadataExtractor.Directory> parts, bool isWhole)
    {
        var warnings = new List<string>();
        var lines = new StringBuilder();
        void Say(string key, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                lines.Append(lines.Length == 0 ? "" : "\n").Append(key).Append(": ").Append(value);
            }
        }

        var main = parts.OfType<ExifIfd0Directory>().FirstOrDefault();
        var exif = parts.OfType<ExifSubIfdDirectory>().FirstOrDefault();
        var orientation = main is not null && main.TryGetInt32(ExifDirectoryBase.TagOrientation, out var o) && o is >= 1 and <= 8 ? o : 1;
        // From 5 on the picture is shown lying on its side. HEIF states its own rotation, which holds instead.
        var (w, h) = orientation >= 5 && kind is not (ImageKind.Heif or ImageKind.Avif) ? (height, width) : (width, height);
        Say("type", ImageContainer.MediaType(kind));
        if (w > 0 && h > 0)
        {
            Say("width", w.ToString(CultureInfo.InvariantCulture));
            Say("height", h.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            warnings.Add("size-unknown");
        }

        Say("orientation", orientation == 1 ? null : orientation.ToString(CultureInfo.InvariantCulture));
        Say("make", String(main, ExifDirectoryBase.TagMake));
        Say("model", String(main, ExifDirectoryBase.TagModel));
        var others = OtherBlock.Of(parts);
        void SayOr(string key, string? value, Func<OtherBlock, string?> other)
        {
            var block = value is null ? others.FirstOrDefault(b => other(b) is not null) : null;
            Say(key, block is null ? value : $"{OneLine(other(block)!)} ({block.Name})");
        }

        SayOr("serial", String(exif, ExifDirectoryBase.TagBodySerialNumber) ?? String(main, CameraSerialNumber)
            ?? String(parts.OfType<CanonMakernoteDirectory>().FirstOrDefault(), CanonMakernoteDirectory.TagCanonSerialNumber)
            ?? String(parts.OfType<NikonType2MakernoteDirectory>().FirstOrDefault(), NikonType2MakernoteDirectory.TagCameraSerialNumber), b => b.Serial);
        Say("lens-serial", String(exif, ExifDirectoryBase.TagLensSerialNumber));
        SayOr("owner", String(exif, ExifDirectoryBase.TagCameraOwnerName), b => b.Owner);
        Say("artist", String(main, ExifDirectoryBase.TagArtist));
        Say("copyright", String(main, ExifDirectoryBase.TagCopyright));
        Say("unique-id", String(exif, ExifDirectoryBase.TagImageUniqueId));
        SayOr("software", String(main, ExifDirectoryBase.TagSoftware), b => b.Software);
        Say("host", String(main, ExifDirectoryBase.TagHostComputer));
        SayOr("description", String(main, ExifDirectoryBase.TagImageDescription), b => b.Description);
        SayOr("place", null, b => b.Place);

        var taken = Clock("taken", exif, ExifDirectoryBase.TagDateTimeOriginal, ExifDirectoryBase.TagTimeZoneOriginal, Say, warnings);
        var digitized = Clock("digitized", exif, ExifDirectoryBase.TagDateTimeDigitized, ExifDirectoryBase.TagTimeZoneDigitized, Say, warnings);
        taken = With(taken, "taken", others, b => b.Taken, Say, warnings);
        digitized = With(digitized, "digitized", others, b => b.Digitized, Say, taken is null ? warnings : null);
        // Written by every program that saves the picture: said, and never taken for the time of the picture.
        Clock("changed", main, ExifDirectoryBase.TagDateTime, null, Say, warnings, isOfCamera: false);
        var gps = GpsFacts.Of(parts.OfType<GpsDirectory>().FirstOrDefault(), warnings).With(others, warnings);
        Say("gps-time", gps.Time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Say("gps", gps.Position);
        warnings.AddRange(others.SelectMany(b => b.Unreadable.Select(what => $"block-unreadable:{b.Name} ({what})")));

        var time = taken ?? digitized ?? RecordTime.None;
        if (taken is null && digitized is not null)
        {
            warnings.Add("time-is-digitized");
        }

        if (gps.Time is { } utc)
        {
            if (time.Raw is null)
            {
                time = new RecordTime(gps.RawTime, utc.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), utc, null, TimeBasis.ExplicitUtc);
                warnings.Add("time-from-gps");
            }
            else if (CameraTime.Differs(time, utc))
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"clock-differs-from-gps:{OneLine(time.Raw)} / {utc:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
            }
        }

        if (!isWhole || parts.Any(p => p.HasError))
        {
            warnings.Add("metadata-damaged");
        }

        return new ImageFacts(w, h, lines.ToString(), time, warnings);
    }

    private static RecordTime? Clock(
        string key, MetadataExtractor.Directory? part, int tag, int? offsetTag, Action<string, string?> say, List<string> warnings, bool isOfCamera = true)
    {
        // Blank is read from the field itself: a text without its spaces would be no field at all.
        if (part?.GetString(tag) is { Length: > 0 } field && CameraTime.IsBlank(field))
        {
            return isOfCamera ? Unset(warnings) : null;
        }

        if (String(part, tag) is not { } raw)
        {
            return null;
        }

        if (CameraTime.IsUnset(raw))
        {
            say(key, raw);
            return isOfCamera ? Unset(warnings) : null;
        }

        var rawOffset = offsetTag is { } t ? String(part, t) : null;
        rawOffset = CameraTime.IsBlank(rawOffset) ? null : rawOffset;
        say(key, rawOffset is null ? raw : $"{raw} {rawOffset}");
        if (CameraTime.Parse(raw) is not { } local)
        {
            warnings.Add("impossible-date:" + key);
            return null;
        }

        var offset = rawOffset is null ? null : CameraTime.ParseOffset(rawOffset);
        if (rawOffset is not null && offset is null)
        {
            warnings.Add("offset-unreadable:" + key);
        }

        return CameraTime.Of(raw, local, rawOffset, offset);
    }

    private static RecordTime? Unset(List<string> warnings)
    {
        if (!warnings.Contains("clock-not-set"))
        {
            warnings.Add("clock-not-set");
        }

        return null;
    }

    /// <summary>The time of EXIF, or of the first other block that states one; what the others state and does not agree is said.</summary>
    private static RecordTime? With(
        RecordTime? exif, string key, IReadOnlyList<OtherBlock> others, Func<OtherBlock, RecordTime?> of, Action<string, string?> say, List<string>? warnings)
    {
        var time = exif;
        foreach (var block in others)
        {
            if (of(block) is not { } stated)
            {
                continue;
            }

            if (time is null)
            {
                time = stated;
                say(key, $"{OneLine(stated.Raw!)} ({block.Name})");
                warnings?.Add("time-from-block:" + block.Name);
            }
            else if (!OtherBlock.Agree(time, stated))
            {
                warnings?.Add($"other-time:{block.Name} {OneLine(stated.Raw!)}");
            }
        }

        return time;
    }

    private static (int Width, int Height)? Size(ImageKind kind, IReadOnlyList<MetadataExtractor.Directory> parts) => kind switch
    {
        ImageKind.Jpeg => Size<JpegDirectory>(parts, JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
        ImageKind.Png => Size<PngDirectory>(parts, PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
        ImageKind.Gif => Size<GifHeaderDirectory>(parts, GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight),
        ImageKind.WebP => Size<WebPDirectory>(parts, WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
        ImageKind.Tiff => Size<ExifIfd0Directory>(parts, ExifDirectoryBase.TagImageWidth, ExifDirectoryBase.TagImageHeight),
        _ => null,
    };

    private static (int Width, int Height)? Size<T>(IReadOnlyList<MetadataExtractor.Directory> parts, int widthTag, int heightTag)
        where T : MetadataExtractor.Directory
    {
        foreach (var part in parts.OfType<T>())
        {
            if (part.TryGetInt32(widthTag, out var width) && part.TryGetInt32(heightTag, out var height))
            {
                return (width, height);
            }
        }

        return null;
    }

    // One line whatever the file says: a line break in a camera's name must not look like a line of ours.
    private static string? String(MetadataExtractor.Directory? part, int tag)
    {
        var value = part?.GetString(tag)?.TrimEnd('\0', ' ');
        return string.IsNullOrEmpty(value) ? null : OneLine(value);
    }

    private static string OneLine(string value) =>
        string.Concat(value.EnumerateRunes().Select(r => Rune.IsControl(r) || r.Value is 0x2028 or 0x2029 ? " " : r.ToString()));
}
