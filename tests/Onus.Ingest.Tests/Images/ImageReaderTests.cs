using Onus.Domain.Evidence;
using Onus.Ingest.Images;
using Onus.Ingest.Tests.Documents;
using static Onus.Ingest.Tests.Images.RawImage;

namespace Onus.Ingest.Tests.Images;

public sealed class ImageReaderTests
{
    private const int Taken = 0x9003, Digitized = 0x9004, Changed = 0x0132, TakenOffset = 0x9011;

    private static ReadRun Read(byte[] image) => ReadRun.Of(new ImageReader(), "a.jpg", image);

    private static EvidenceRecord One(byte[] image) => Assert.Single(Read(image).Records);

    private static EvidenceRecord Photo(Field[]? exif = null, Field[]? gps = null, params Field[] main) => One(Jpeg(40, 30, Exif(main, exif, gps)));

    private static Field[] Gps(string date, (uint, uint) hour, uint minute = 27, string north = "N", uint degreesBottom = 1) =>
    [
        Ascii(0x1D, date), Rationals(7, hour, (minute, 1), (700, 100)),
        Ascii(1, north), Rationals(2, (43, degreesBottom), (28, 1), (281400, 10000)), Ascii(3, "W"), Rationals(4, (11, 1), (53, 1), (645600, 100000)),
    ];

    [Fact]
    public void Every_kind_gives_one_record_with_its_size_and_the_hash_of_the_whole_file()
    {
        foreach (var (type, bytes) in (ReadOnlySpan<(string, byte[])>)[
            ("jpeg", Jpeg(40, 30)), ("png", Png(40, 30)), ("gif", Gif(40, 30)), ("webp", ReadRun.Fixture("picture.webp")),
            ("tiff", ReadRun.Fixture("picture.tif")), ("heif", ReadRun.Fixture("picture.heic"))])
        {
            var run = Read(bytes);
            var record = Assert.Single(run.Records);
            Assert.Equal($"type: image/{type}\nwidth: 40\nheight: 30", record.Text);
            Assert.Equal((RecordKind.Image, new ImagePosition(null), RecordTime.None), (record.Kind, record.Locator.At, record.Time));
            Assert.Equal(Sha256.Of(bytes), record.Locator.Slice);
            Assert.Empty(record.Warnings);
            Assert.Equal(1, run.Summary.Seen);
        }
    }

    [Fact]
    public void The_clock_of_a_camera_gives_no_instant_by_itself()
    {
        var record = Photo([Ascii(Taken, "2025:05:03 18:06:13")], null, Ascii(0x010F, "Fern"), Ascii(0x0110, "F-1"));
        Assert.Equal(new RecordTime("2025:05:03 18:06:13", "2025-05-03T18:06:13", null, null, TimeBasis.Unknown), record.Time);
        Assert.Equal("type: image/jpeg\nwidth: 40\nheight: 30\nmake: Fern\nmodel: F-1\ntaken: 2025:05:03 18:06:13", record.Text);
    }

    [Theory]
    [InlineData("+05:45", "2025-05-03T12:21:13Z")]
    [InlineData("-03:00", "2025-05-03T21:06:13Z")]
    [InlineData("Z", "2025-05-03T18:06:13Z")]
    public void An_offset_beside_the_clock_gives_the_instant(string offset, string utc)
    {
        var time = Photo([Ascii(Taken, "2025:05:03 18:06:13"), Ascii(TakenOffset, offset)]).Time;
        Assert.Equal(($"2025:05:03 18:06:13 {offset}", TimeBasis.ExplicitOffset), (time.Raw, time.Basis));
        Assert.Equal(utc, time.Utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_offset_that_is_none_is_said_and_not_guessed()
    {
        var record = Photo([Ascii(Taken, "2025:05:03 18:06:13"), Ascii(TakenOffset, "+5")]);
        Assert.Equal(["offset-unreadable:taken"], record.Warnings);
        Assert.Null(record.Time.Utc);
        Assert.Empty(Photo([Ascii(Taken, "2025:05:03 18:06:13"), Ascii(TakenOffset, "   :  ")]).Warnings);
    }

    [Fact]
    public void The_time_of_GPS_is_UTC_and_stands_beside_the_clock()
    {
        var record = Photo([Ascii(Taken, "2025:05:03 18:06:13")], Gps("2025:05:03", (12, 1)));
        Assert.EndsWith("gps-time: 2025-05-03T12:27:07Z\ngps: 43.474483, -11.885127", record.Text, StringComparison.Ordinal);
        Assert.Equal((null, TimeBasis.Unknown), (record.Time.Utc, record.Time.Basis));
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void A_clock_that_no_zone_explains_is_pointed_out()
    {
        Assert.Equal(["clock-differs-from-gps:2008:10:22 16:28:39 / 2008-10-23T14:27:07Z"], Photo([Ascii(Taken, "2008:10:22 16:28:39")], Gps("2008:10:23", (14, 1))).Warnings);
        Assert.Equal(["clock-differs-from-gps:2025:05:03 18:06:13 +05:45 / 2025-05-03T14:27:07Z"], Photo([Ascii(Taken, "2025:05:03 18:06:13"), Ascii(TakenOffset, "+05:45")], Gps("2025:05:03", (14, 1))).Warnings);
    }

    [Fact]
    public void Where_only_GPS_states_a_time_it_is_the_time()
    {
        var record = Photo(null, Gps("2025:05:03", (12, 1)));
        Assert.Equal(("2025:05:03 12/1 27/1 700/100", TimeBasis.ExplicitUtc), (record.Time.Raw, record.Time.Basis));
        Assert.Equal(["time-from-gps"], record.Warnings);
    }

    [Fact]
    public void Numbers_that_are_none_are_said_and_not_shown()
    {
        Assert.Equal(["gps-time-unreadable"], Photo(null, Gps("2025:05:03", (0, 0))).Warnings);
        Assert.Equal(["gps-time-unreadable"], Photo(null, Gps("2025:02:30", (12, 1))).Warnings);
        Assert.Equal(["gps-time-unreadable"], Photo(null, Gps("2025:05:03", (12, 1), minute: 60)).Warnings);
        Assert.Equal(["gps-position-unreadable", "time-from-gps"], Photo(null, Gps("2025:05:03", (12, 1), degreesBottom: 0)).Warnings);
        Assert.Equal(["gps-position-unreadable", "time-from-gps"], Photo(null, Gps("2025:05:03", (12, 1), north: "")).Warnings);
        var zero = Photo(null, [Ascii(1, "N"), Rationals(2, (0, 1), (0, 1), (0, 1)), Ascii(3, "E"), Rationals(4, (0, 1), (0, 1), (0, 1))]);
        Assert.Equal(["gps-position-zero"], zero.Warnings);
    }

    [Theory]
    [InlineData("2025:02:30 10:00:00")]
    [InlineData("2025:05:03 24:00:00")]
    [InlineData("03/05/2025 10:00:00")]
    public void An_impossible_date_is_kept_as_written_and_gives_no_time(string raw)
    {
        var record = Photo([Ascii(Taken, raw)]);
        Assert.Equal(["impossible-date:taken"], record.Warnings);
        Assert.Equal(RecordTime.None, record.Time);
        Assert.EndsWith("taken: " + raw, record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_date_is_no_date_and_a_change_is_no_taking()
    {
        var record = Photo([Ascii(Taken, "    :  :     :  :  ")], null, Ascii(Changed, "2025:05:04 09:00:00"));
        Assert.Equal(RecordTime.None, record.Time);
        Assert.EndsWith("changed: 2025:05:04 09:00:00", record.Text, StringComparison.Ordinal);
        Assert.Equal(["clock-not-set"], record.Warnings);
        Assert.Equal(["time-is-digitized"], Photo([Ascii(Digitized, "2025:05:03 18:06:13")]).Warnings);
    }

    [Fact]
    public void A_picture_that_is_shown_on_its_side_has_its_size_as_shown() =>
        Assert.Equal("type: image/jpeg\nwidth: 30\nheight: 40\norientation: 6", Photo(null, null, Short(0x0112, 6)).Text);

    [Fact]
    public void A_line_break_in_a_name_makes_no_line() =>
        Assert.Equal("type: image/jpeg\nwidth: 40\nheight: 30\nmake: Fern gps: 0, 0", Photo(null, null, Ascii(0x010F, "Fern\ngps: 0, 0")).Text);

    [Fact]
    public void Half_a_picture_is_a_record_with_a_warning_and_without_its_size_none()
    {
        var exif = Exif([Ascii(0x010F, "Fern")]);
        var jpeg = Jpeg(40, 30, exif);
        Assert.Equal(["truncated-image"], One(jpeg[..^2]).Warnings);
        Assert.Equal("truncated", Read(Png(40, 30)[..^12]).Summary.Failure);
        Assert.Equal(["truncated-image"], One(Gif(40, 30)[..^1]).Warnings);
        Assert.Equal("truncated", Read(jpeg[..(exif.Length / 2)]).Summary.Failure);
        Assert.Empty(One([.. jpeg, .. "a film behind it"u8]).Warnings);
        Assert.Equal("damaged", Read([.. Png(0, 30)]).Summary.Failure);
    }

    [Fact]
    public void Pages_behind_the_first_of_a_TIFF_are_said_to_be_there() =>
        Assert.Equal(["several-pages:2"], One(ReadRun.Fixture("two-pages.tif")).Warnings);

    [Fact]
    public void Only_pictures_are_taken()
    {
        var reader = new ImageReader();
        Assert.False(reader.Takes(ReadRun.FileOf("a.jpg", [])));
        Assert.False(reader.Takes(ReadRun.FileOf("a.jpg", [.. "%PDF-1.7"u8])));
        Assert.False(reader.Takes(ReadRun.FileOf("a.webp", [.. "RIFF\0\0\0\0WAVEfmt "u8])));
        Assert.False(reader.Takes(ReadRun.FileOf("a.mp4", [0, 0, 0, 24, .. "ftypisom\0\0\0\0"u8])));
    }

    [Fact]
    public void Every_locator_verifies_and_a_box_has_to_lie_in_the_picture()
    {
        var bytes = Jpeg(40, 30, Exif([Short(0x0112, 6)]));
        var file = ReadRun.FileOf("a.jpg", bytes);
        Assert.Equal(One(bytes).Locator.Slice, ImageSlice.Of(file, new ImagePosition(null)));
        // As displayed it is 30 wide and 40 high.
        Assert.Equal(Sha256.Of(bytes), ImageSlice.Of(file, new ImagePosition(new Box(0, 0, 30, 40))));
        Assert.Null(ImageSlice.Of(file, new ImagePosition(new Box(0, 0, 40, 30))));
        Assert.Null(ImageSlice.Of(file, new ImagePosition(new Box(-1, 0, 5, 5))));
        Assert.Null(ImageSlice.Of(ReadRun.FileOf("a.jpg", [1, 2]), new ImagePosition(null)));
    }

    [Fact]
    public void Reading_gives_the_same_under_every_culture_and_on_every_thread() =>
        ReadRun.IsTheSameEverywhere(new ImageReader(), "a.jpg", Jpeg(40, 30, Exif([], [Ascii(Taken, "2025:05:03 18:06:13")], Gps("2025:05:03", (12, 1)))));

    [Fact]
    public void Damage_never_throws()
    {
        byte[][] all =
        [
            Jpeg(40, 30, Exif([Ascii(0x010F, "Fern")], [Ascii(Taken, "2025:05:03 18:06:13"), Ascii(TakenOffset, "+05:45")], Gps("2025:05:03", (12, 1)))),
            Png(40, 30), Gif(40, 30), ReadRun.Fixture("picture.webp"), ReadRun.Fixture("picture.tif"), ReadRun.Fixture("two-pages.tif"), ReadRun.Fixture("picture.heic"),
        ];
        Assert.All(all, bytes => ReadRun.SurvivesDamage(new ImageReader(), "a.jpg", bytes, 400));
    }
}
