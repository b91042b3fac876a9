using System.Globalization;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Images;
using Onus.Ingest.Tests.Documents;
using static Onus.Ingest.Tests.Images.RawImage;

namespace Onus.Ingest.Tests.Images;

/// <summary>Where a picture keeps what it says about itself: the boxes of HEIF and AVIF, and the blocks beside EXIF.</summary>
public sealed class ImageBlocksTests
{
    private const int Taken = 0x9003, TakenOffset = 0x9011;

    private static readonly byte[] Stated = Exif([Ascii(0x010F, "Fern")], [Ascii(Taken, "2025:04:09 07:15:30"), Ascii(TakenOffset, "-03:00")]);

    private static EvidenceRecord One(byte[] image) => Assert.Single(ReadRun.Of(new ImageReader(), "a", image).Records);

    private static string? Utc(EvidenceRecord record) => record.Time.Utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [Fact]
    public void Properties_that_are_none_do_not_make_a_sound_HEIC_unreadable()
    {
        foreach (var image in (byte[][])[
            RawHeif.Of(Stated), RawHeif.Of(Stated, [0, 1]), RawHeif.Of(Stated, [1, 99, 0]), RawHeif.Of(Stated, [0, 1, 300], wideIndexes: true),
            RawHeif.Of(Stated, inIdat: true), RawHeif.Of(Stated, version: 0), RawHeif.Of(Stated, brands: ["mif1", "heic"]), RawHeif.Of(Stated, brands: ["MiHB", "mif1"])])
        {
            var record = One(image);
            Assert.Equal("type: image/heif\nwidth: 40\nheight: 30\nmake: Fern\ntaken: 2025:04:09 07:15:30 -03:00", record.Text);
            Assert.Equal("2025-04-09T10:15:30Z", Utc(record));
            Assert.Empty(record.Warnings);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(77)]
    public void A_HEIC_without_its_size_keeps_its_time(int index)
    {
        var record = One(RawHeif.Of(Stated, [index]));
        Assert.Equal(("type: image/heif\nmake: Fern\ntaken: 2025:04:09 07:15:30 -03:00", "2025-04-09T10:15:30Z"), (record.Text, Utc(record)));
        Assert.Equal(["size-unknown"], record.Warnings);
        Assert.Equal("damaged", ReadRun.Of(new ImageReader(), "a", RawHeif.Of(indexes: [index])).Summary.Failure);
    }

    [Fact]
    public void AVIF_is_read_like_HEIC()
    {
        Assert.StartsWith("type: image/avif\nwidth: 40", One(RawHeif.Of(Stated, brands: ["avif", "mif1"])).Text, StringComparison.Ordinal);
        Assert.Equal("2025-04-09T10:15:30Z", Utc(One(RawHeif.Of(Stated, brands: ["mif1", "avif"]))));
    }

    [Theory]
    [InlineData(1, 2, 30, 40, 1)]
    [InlineData(1, 2, 40, 30, 2)]
    [InlineData(1, 2, 30, 40, 3)]
    [InlineData(1, 3, 40, 30, 1)]
    [InlineData(2, 1, 40, 30, 1)]
    public void The_size_is_that_of_the_picture_as_shown(int first, int second, int width, int height, int turn) =>
        Assert.Equal($"type: image/heif\nwidth: {width}\nheight: {height}", One(RawHeif.Of(indexes: [first, second], turn: turn)).Text);

    [Fact]
    public void What_describes_another_picture_of_the_file_says_nothing_of_this_one() => Assert.Equal(RecordTime.None, One(RawHeif.Of(Stated, describes: 9)).Time);

    [Fact]
    public void A_block_that_cannot_be_fetched_is_said()
    {
        var image = RawHeif.Of(Stated);
        Assert.Empty(One(image).Warnings);
        // The place of the Exif: behind the type, eight bytes of the box and eight of its only entry.
        image[image.AsSpan().IndexOf("iloc"u8) + 4 + 8 + 8] = 0x7F;
        Assert.Equal(["metadata-damaged"], One(image).Warnings);
    }

    [Fact]
    public void Damage_of_boxes_never_throws() =>
        Assert.All((byte[][])[RawHeif.Of(Stated, [0, 1, 2], wideIndexes: true, xmp: Packet("")), RawHeif.Of(Stated, inIdat: true)], b => ReadRun.SurvivesDamage(new ImageReader(), "a.heic", b, 1500));

    private static byte[] Packet(string properties) => Encoding.UTF8.GetBytes(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\""
        + $" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" xmlns:aux=\"http://ns.adobe.com/exif/1.0/aux/\" {properties}/></rdf:RDF></x:xmpmeta>");

    private static byte[] With(string properties, byte[]? exif = null) => Segment(Jpeg(40, 30, exif), 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Packet(properties)]);

    // Behind what a JPEG begins with and its Exif, where it has one.
    private static byte[] Segment(byte[] jpeg, byte mark, byte[] content)
    {
        var at = jpeg[3] == 0xE1 ? 4 + (jpeg[4] << 8) + jpeg[5] : 2;
        var length = content.Length + 2;
        return [.. jpeg[..at], 0xFF, mark, (byte)(length >> 8), (byte)(length & 0xFF), .. content, .. jpeg[at..]];
    }

    private static byte[] Iptc(params (byte Number, string Value)[] fields)
    {
        byte[] data = [.. fields.SelectMany(f => (byte[])[0x1C, 2, f.Number, 0, (byte)f.Value.Length, .. Encoding.Latin1.GetBytes(f.Value)])];
        byte[] padded = data.Length % 2 == 0 ? data : [.. data, 0];
        return Segment(Jpeg(40, 30), 0xED, [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 4, 4, 0, 0, 0, 0, 0, (byte)data.Length, .. padded]);
    }

    [Fact]
    public void Time_and_place_in_XMP_only_are_read_with_the_name_of_their_block()
    {
        var record = One(With("exif:DateTimeOriginal=\"2025-04-09T07:15:30.250-03:00\" exif:GPSLatitude=\"11,53.0760S\" exif:GPSLongitude=\"43,28,30E\" aux:SerialNumber=\"77-1\" xmp:CreatorTool=\"Ed 2\""));
        Assert.Equal(
            "type: image/jpeg\nwidth: 40\nheight: 30\nserial: 77-1 (XMP)\nsoftware: Ed 2 (XMP)\ntaken: 2025-04-09T07:15:30.250-03:00 (XMP)\ngps: -11.884600, 43.475000 (XMP)", record.Text);
        Assert.Equal(("2025-04-09T07:15:30", "2025-04-09T10:15:30Z", TimeBasis.ExplicitOffset), (record.Time.Local, Utc(record), record.Time.Basis));
        Assert.Equal(["time-from-block:XMP", "position-from-block:XMP"], record.Warnings);
    }

    [Theory]
    [InlineData("photoshop:DateCreated=\"2025-04-09\"", "2025-04-09", "time-from-block:XMP")]
    [InlineData("photoshop:DateCreated=\"2025-04-09T07:15\"", "2025-04-09T07:15:00", "time-from-block:XMP")]
    [InlineData("xmp:CreateDate=\"2025-04-09T07:15:30Z\"", "2025-04-09T07:15:30", "time-from-block:XMP,time-is-digitized")]
    [InlineData("exif:DateTimeOriginal=\"9 April\"", null, "block-unreadable:XMP (taken)")]
    [InlineData("exif:GPSLatitude=\"95,0N\" exif:GPSLongitude=\"1,0E\"", null, "block-unreadable:XMP (position)")]
    public void Dates_of_XMP_are_read_as_far_as_they_go(string properties, string? local, string warnings)
    {
        var record = One(With(properties));
        Assert.Equal(local, record.Time.Local);
        Assert.Equal(warnings, string.Join(',', record.Warnings));
    }

    [Fact]
    public void XMP_is_read_in_HEIC_too()
    {
        var record = One(RawHeif.Of(xmp: Packet("exif:DateTimeOriginal=\"2025-04-09T07:15:30\"")));
        Assert.EndsWith("taken: 2025-04-09T07:15:30 (XMP)", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void IPTC_dates_are_read_with_a_foreign_character_set_beside_them()
    {
        var record = One(Iptc((0x5A, "Z\u00FCrich"), (0x37, "20250409"), (0x3C, "071530-0300")));
        Assert.Equal("2025-04-09T10:15:30Z", Utc(record));
        Assert.Equal(["time-from-block:IPTC"], record.Warnings);
        Assert.Equal("2025-04-09", One(Iptc((0x37, "20250409"))).Time.Local);
        Assert.Equal("2025-04-09T07:15:30", One(Iptc((0x3E, "20250409"), (0x3F, "071530"))).Time.Local);
    }

    [Fact]
    public void Blocks_that_agree_are_not_spoken_of_and_those_that_do_not_are()
    {
        Assert.Empty(One(With("exif:DateTimeOriginal=\"2025-04-09T10:15:30Z\"", Stated)).Warnings);
        Assert.Empty(One(With("photoshop:DateCreated=\"2025-04-09\"", Stated)).Warnings);
        var record = One(With("exif:DateTimeOriginal=\"2025-05-01T07:15:30\"", Stated));
        Assert.Equal(["other-time:XMP 2025-05-01T07:15:30"], record.Warnings);
        Assert.Equal("2025-04-09T07:15:30", record.Time.Local);
        var place = Exif([], null, [Ascii(1, "N"), Rationals(2, (10, 1), (0, 1), (0, 1)), Ascii(3, "E"), Rationals(4, (20, 1), (0, 1), (0, 1))]);
        Assert.Equal(["other-position:XMP 11.000000, 20.000000"], One(With("exif:GPSLatitude=\"11,0N\" exif:GPSLongitude=\"20,0E\"", place)).Warnings);
        Assert.Empty(One(With("exif:GPSLatitude=\"10,0.003N\" exif:GPSLongitude=\"20,0E\"", place)).Warnings);
    }

    [Theory]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("                   ")]
    public void A_clock_that_was_never_set_is_said_to_be_that(string raw)
    {
        var record = One(Jpeg(40, 30, Exif([], [Ascii(Taken, raw), Ascii(0x9004, raw)])));
        Assert.Equal(["clock-not-set"], record.Warnings);
        Assert.Equal(RecordTime.None, record.Time);
    }

    [Fact]
    public void A_date_that_a_program_left_at_zero_says_nothing_of_the_clock()
    {
        var record = One(Jpeg(40, 30, Exif([Ascii(0x0132, "0000:00:00 00:00:00")], [Ascii(Taken, "2025:04:09T07:15:30")])));
        Assert.Equal("2025-04-09T07:15:30", record.Time.Local);
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void Words_for_place_and_picture_in_other_blocks_are_read()
    {
        Assert.Equal(
            "type: image/jpeg\nwidth: 40\nheight: 30\ndescription: a yard (IPTC)\nplace: Fern Street, Orso, Land (IPTC)",
            One(Iptc((0x5A, "Orso"), (0x5C, "Fern Street"), (0x65, "Land"), (0x78, "a yard"))).Text);
        Assert.Equal("type: image/jpeg\nwidth: 40\nheight: 30\nplace: Orso, Land (XMP)", One(With("photoshop:City=\"Orso\" photoshop:Country=\"Land\"")).Text);
    }

    [Fact]
    public void A_time_without_its_day_is_said() => Assert.Equal(["block-unreadable:IPTC (taken)"], One(Iptc((0x3C, "071530-0300"))).Warnings);

    [Fact]
    public void Who_made_a_picture_with_what_is_in_its_text() =>
        Assert.Equal(
            "type: image/jpeg\nwidth: 40\nheight: 30\nlens-serial: L-7\nartist: Unit 4\ncopyright: (c) Unit 4\nhost: Phone of unit 4",
            One(Jpeg(40, 30, Exif([Ascii(0x013B, "Unit 4"), Ascii(0x013C, "Phone of unit 4"), Ascii(0x8298, "(c) Unit 4")], [Ascii(0xA435, "L-7"), Ascii(0xA431, "  ")]))).Text);

    [Fact]
    public void What_ties_a_picture_to_a_device_is_in_its_text() =>
        Assert.Equal(
            "type: image/jpeg\nwidth: 40\nheight: 30\nserial: 0042-7\nowner: Unit 3\nunique-id: ab12\nsoftware: Ed 2",
            One(Jpeg(40, 30, Exif([Ascii(0x0131, "Ed 2")], [Ascii(0xA420, "ab12"), Ascii(0xA430, "Unit 3"), Ascii(0xA431, "0042-7")]))).Text);
}
