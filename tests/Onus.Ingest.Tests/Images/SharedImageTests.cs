using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Images;

/// <summary>Pictures of known reading faults, each with what it states about itself and with what a person has to be told.</summary>
public sealed class SharedImageTests
{
    private const string Noon = "2025-05-03T12:21:13Z";
    private const string Phone = "width: 4000\nheight: 3000\nmake: Invented\nmodel: Phone 4\ntaken: 2025:05:03 18:06:13 +05:45";

    [Theory]
    [InlineData("image-heic-refused", "good.heic", "type: image/heif\n" + Phone, Noon, "")]
    [InlineData("image-heic-refused", "zero.heic", "type: image/heif\n" + Phone, Noon, "")]
    [InlineData("image-heic-refused", "picture.avif", "type: image/avif\n" + Phone + "\ngps: 27.717200, 85.324000", Noon, "")]
    [InlineData("image-small", "blank.jpg", "type: image/jpeg\nwidth: 64\nheight: 48\nmake: Invented\ntaken: 0000:00:00 00:00:00", null, "clock-not-set")]
    [InlineData("image-small", "serial.jpg",
        "type: image/jpeg\nwidth: 64\nheight: 48\nmake: Invented\nserial: INV-0042\nowner: Agent Two\nunique-id: 00112233445566778899aabbccddeeff\nsoftware: Editor 9", null, "")]
    [InlineData("image-xmp-only", "xmp.jpg",
        "type: image/jpeg\nwidth: 64\nheight: 48\ntaken: 2025-05-03T18:06:13+05:45 (XMP)\ngps: 27.717200, 85.324000 (XMP)", Noon, "time-from-block:XMP,position-from-block:XMP")]
    [InlineData("image-xmp-only", "iptc.jpg", "type: image/jpeg\nwidth: 64\nheight: 48\ntaken: 20250503 180613+0545 (IPTC)", Noon, "time-from-block:IPTC")]
    [InlineData("image-xmp-only", "both-differ.jpg",
        "type: image/jpeg\nwidth: 64\nheight: 48\ntaken: 2025:05:03 18:06:13 +05:45", Noon, "other-time:XMP 2025-06-11T09:00:00")]
    public void A_picture_says_what_it_states(string folder, string name, string text, string? utc, string warnings)
    {
        var run = FileRun.Of(name, SharedCases.Bytes(folder, name), new ReadOptions());
        var record = Assert.Single(run.Records);
        Assert.Equal(text, record.Text);
        Assert.Equal(utc, record.Time.Utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Assert.Equal(utc is null ? TimeBasis.Unknown : TimeBasis.ExplicitOffset, record.Time.Basis);
        Assert.Equal(warnings, string.Join(',', record.Warnings));
    }

    [Fact]
    public void Ordinary_pictures_are_read_without_an_alarm()
    {
        foreach (var path in SharedCases.Samples(".heic", ".jpg", ".png"))
        {
            var run = FileRun.Of(Path.GetFileName(path), File.ReadAllBytes(path), new ReadOptions());
            Assert.Null(run.Summary.Failure);
            Assert.Empty(Assert.Single(run.Records).Warnings);
        }
    }
}
