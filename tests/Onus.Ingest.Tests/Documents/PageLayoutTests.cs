using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Tests.Documents;

public sealed class PageLayoutTests
{
    // One pixel, JFIF, invented.
    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z");

    private static PageLayout Layout(byte[] pdf, int page = 1)
    {
        var layout = PdfLayout.Of(ReadRun.FileOf("a.pdf", pdf), page);
        Assert.NotNull(layout);
        return layout;
    }

    [Fact]
    public void A_word_stands_where_the_page_shows_it()
    {
        var layout = Layout(RawPdf.OfPages(RawPdf.Text(50, 500, "First word")));
        Assert.Equal((400.0, 600.0), (layout.Width, layout.Height));
        Assert.Equal(["First", "word"], layout.Words.Select(w => w.Text));
        var word = layout.Words[0];
        Assert.Equal((50.0, 100.0, 12.0, 0.0, 1), (word.BaseX, word.BaseY, word.Size, word.Angle, word.Line));
        Assert.InRange(word.Y, 88, 92);
        Assert.InRange(word.Y + word.H, 101, 104);
        Assert.InRange(word.W, 20, 30);
    }

    [Theory]
    [InlineData(90, 600, 400, 500, 50, 90)]
    [InlineData(180, 400, 600, 350, 500, 180)]
    [InlineData(270, 600, 400, 100, 350, -90)]
    public void On_a_turned_page_places_are_those_of_the_page_as_displayed(int degrees, double width, double height, double x, double y, double angle)
    {
        var layout = Layout(new RawPdf().Page(RawPdf.Text(50, 500, "Turned"), $"/MediaBox [0 0 400 600] /Rotate {degrees}").Bytes());
        var word = Assert.Single(layout.Words);
        Assert.Equal((width, height, x, y, angle), (layout.Width, layout.Height, word.BaseX, word.BaseY, word.Angle));
        Assert.True(word.IsIn(new Box(0, 0, width, height)));
    }

    [Fact]
    public void A_crop_box_moves_the_corner()
    {
        var layout = Layout(new RawPdf().Page(RawPdf.Text(50, 500, "Cropped"), "/MediaBox [0 0 400 600] /CropBox [40 90 390 580]").Bytes());
        Assert.Equal((350.0, 490.0), (layout.Width, layout.Height));
        Assert.Equal((10.0, 80.0), (layout.Words[0].BaseX, layout.Words[0].BaseY));
    }

    [Fact]
    public void Text_turned_on_the_page_is_read_along_its_baseline()
    {
        var layout = Layout(RawPdf.OfPages(RawPdf.Text(100, 100, "Up the margin", matrix: "0 1 -1 0")));
        Assert.Equal("Up the margin", PageText.Of(layout.Words));
        Assert.All(layout.Words, w => Assert.Equal(-90, w.Angle));
        Assert.True(layout.Words[0].Y > layout.Words[2].Y);
    }

    [Fact]
    public void Boxes_take_the_words_whose_centre_lies_in_them()
    {
        var pdf = RawPdf.OfPages(RawPdf.Text(50, 500, "we were told to wait") + RawPdf.Text(50, 480, "at the depot"));
        var (file, layout) = (ReadRun.FileOf("a.pdf", pdf), Layout(pdf));
        var boxes = new[] { "told", "to", "at" }.Select(t => layout.Words.Single(w => w.Text == t)).Select(w => new Box(w.X, w.Y, w.W, w.H)).ToArray();
        Assert.Equal("told to\nat", PageText.In(layout.Words, boxes));
        Assert.Equal(Sha256.Of("told to\nat"u8), PdfSlice.Of(file, new PdfPosition(1, boxes)));
        Assert.Equal(Sha256.Of("told to\nat"u8), PdfSlice.Of(layout, [.. boxes.Reverse(), boxes[0]]));
        Assert.Equal(PdfSlice.Of(file, new PdfPosition(1, [])), PdfSlice.Of(file, new PdfPosition(1, [new Box(0, 0, 400, 600)])));
        Assert.Equal(Sha256.Of([]), PdfSlice.Of(file, new PdfPosition(1, [new Box(0, 550, 400, 50)])));
    }

    [Fact]
    public void A_box_on_a_scan_hashes_the_picture_below_it()
    {
        var pdf = new RawPdf();
        byte[] lower = [0, 128, 128, 255], upper = [9, 9, 9, 9];
        var a = pdf.Image("/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray", lower);
        var b = pdf.Image("/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray", upper);
        var bytes = pdf.Page("q 300 0 0 200 50 300 cm /A Do Q q 300 0 0 200 50 50 cm /B Do Q", xobjects: $"/A {a} 0 R /B {b} 0 R").Bytes();
        var (file, layout) = (ReadRun.FileOf("a.pdf", bytes), Layout(bytes));
        Assert.Equal([(50.0, 100.0, 300.0, 200.0), (50.0, 350.0, 300.0, 200.0)], layout.Images.Select(i => (i.X, i.Y, i.W, i.H)));
        Assert.All(layout.Images, i => Assert.Equal("image/png", i.MediaType));
        Box[] one = [new Box(100, 120, 10, 10)], both = [new Box(100, 120, 10, 300)], none = [new Box(0, 0, 10, 10)];
        var hashes = new[] { lower, upper }.Select(x => Sha256.Of(x)).ToArray();
        Assert.Equal(hashes[0], PdfSlice.Of(file, new PdfPosition(1, one)));
        Assert.Equal(Sha256.Of(Encoding.UTF8.GetBytes($"{hashes[0]}\n{hashes[1]}")), PdfSlice.Of(file, new PdfPosition(1, both)));
        Assert.Equal(Sha256.Of([]), PdfSlice.Of(file, new PdfPosition(1, none)));
        Assert.All([one, both, none], boxes => Assert.Equal(PdfSlice.Of(file, new PdfPosition(1, boxes)), PdfSlice.Of(layout, boxes)));
    }

    [Fact]
    public void A_picture_turned_on_its_page_carries_the_matrix_that_draws_it()
    {
        var pdf = new RawPdf();
        var image = pdf.Image("/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", Jpeg);
        var bytes = pdf.Page("q 0 300 -200 0 250 100 cm /A Do Q", xobjects: $"/A {image} 0 R").Bytes();
        var shown = Assert.Single(Layout(bytes).Images);
        Assert.Equal(("image/jpeg", "DCTDecode"), (shown.MediaType, shown.Coding));
        Assert.Equal(Jpeg, shown.Bytes);
        Assert.Equal((50.0, 200.0, 200.0, 300.0), (shown.X, shown.Y, shown.W, shown.H));
        // The upper left corner of the picture lies at (50, 500), its top edge runs upwards, its left edge to the right.
        Assert.Equal([0.0, -300.0, 200.0, 0.0, 50.0, 500.0], shown.Matrix);
    }

    [Theory]
    [InlineData("JPXDecode")]
    [InlineData("JBIG2Decode")]
    public void A_coding_that_cannot_be_shown_is_named(string coding)
    {
        var pdf = new RawPdf();
        var image = pdf.Image($"/Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /{coding}", [1, 2, 3, 4]);
        var layout = Layout(pdf.Page("q 200 0 0 200 50 300 cm /A Do Q", xobjects: $"/A {image} 0 R").Bytes());
        Assert.Equal(["image-not-shown:" + coding], layout.Warnings);
        Assert.Equal((null, 0, Sha256.Of([1, 2, 3, 4])), (layout.Images[0].MediaType, layout.Images[0].Bytes.Length, layout.Images[0].Raw));
    }

    [Fact]
    public void Lines_and_areas_are_not_shown_and_said_to_be_there() =>
        Assert.Equal(["drawings-not-shown"], Layout(RawPdf.OfPages("50 50 100 100 re S " + RawPdf.Text(50, 500, "Table"))).Warnings);

    [Fact]
    public void A_layout_survives_JSON()
    {
        foreach (var bytes in (byte[][])[ReadRun.Fixture("scripts-browser.pdf"), ReadRun.Fixture("scripts-office.pdf")])
        {
            var layout = Layout(bytes);
            var json = layout.ToJson();
            Assert.Equal(json, PageLayout.FromJson(json).ToJson());
            Assert.Equal(layout.Words, PageLayout.FromJson(json).Words);
            Assert.StartsWith("{\"page\":1,\"width\":", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_page_has_no_layout()
    {
        var file = ReadRun.FileOf("a.pdf", RawPdf.OfPages(""));
        Assert.Null(PdfLayout.Of(file, 0));
        Assert.Null(PdfLayout.Of(file, 2));
        Assert.Null(PdfLayout.Of(ReadRun.FileOf("a.pdf", ReadRun.Fixture("locked.pdf")), 1));
    }
}
