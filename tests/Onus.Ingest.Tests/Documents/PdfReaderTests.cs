using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Tests.Documents;

public sealed class PdfReaderTests
{
    private static ReadRun Read(byte[] pdf) => ReadRun.Of(new PdfReader(), "a.pdf", pdf);

    [Fact]
    public void A_page_is_a_record_with_the_hash_of_its_text()
    {
        var run = Read(RawPdf.OfPages(RawPdf.Text(50, 500, "Statement of Survivor B") + RawPdf.Text(50, 480, "taken on 4 March"), RawPdf.Text(50, 500, "Second page")));
        Assert.Equal(["Statement of Survivor B\ntaken on 4 March", "Second page"], run.Records.Select(r => r.Text));
        Assert.Equal((2, "pdf", null), (run.Summary.Seen, run.Summary.Format, run.Summary.Failure));
        Assert.All(run.Records, r => Assert.Equal(Sha256.Of(Encoding.UTF8.GetBytes(r.Text!)), r.Locator.Slice));
        Assert.All(run.Records, r => Assert.Equal((RecordKind.Page, RecordTime.None), (r.Kind, r.Time)));
        Assert.Equal([1, 2], run.Records.Select(r => Assert.IsType<PdfPosition>(r.Locator.At).Page));
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void Cells_of_a_row_stand_in_one_line_however_they_are_painted()
    {
        var run = Read(RawPdf.OfPages(RawPdf.Text(250, 500, "120.00") + RawPdf.Text(50, 500, "2025-05-03") + RawPdf.Text(130, 500, "transfer")));
        Assert.Equal("2025-05-03\ttransfer\t120.00", Assert.Single(run.Records).Text);
    }

    [Fact]
    public void Letters_painted_one_by_one_make_words_and_bold_by_overprinting_is_read_once()
    {
        var letters = string.Concat("BOLD".Select((c, i) => RawPdf.Text(50 + (i * 8), 500, c.ToString()) + RawPdf.Text(50.3 + (i * 8), 500, c.ToString())));
        Assert.Equal("BOLD face", Assert.Single(Read(RawPdf.OfPages(letters + RawPdf.Text(88, 500, "face"))).Records).Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_turned_page_reads_the_same(int degrees)
    {
        var pdf = new RawPdf().Page(
            RawPdf.Text(50, 500, "First line") + RawPdf.Text(50, 480, "second line"), $"/MediaBox [0 0 400 600] /Rotate {degrees}").Bytes();
        Assert.Equal("First line\nsecond line", Assert.Single(Read(pdf).Records).Text);
    }

    [Fact]
    public void Scripts_are_read_in_reading_order_from_a_browser_and_from_an_office_program()
    {
        foreach (var name in (string[])["scripts-browser.pdf", "scripts-office.pdf"])
        {
            var run = Read(ReadRun.Fixture(name));
            Assert.Equal(2, run.Records.Count);
            var lines = run.Records[0].Text!.Split('\n');
            Assert.Contains("She said: “we were told to wait” at the depot.", lines);
            Assert.Contains("2025-05-03 transfer to Defendant 1 120.00", lines);
            Assert.Contains("हामीलाई राहदानी फिर्ता दिइएन। ऋण तिर्नु पर्छ भनियो।", lines);
            Assert.Contains("قالت إنهم أخذوا جوازات السفر يوم 12 مايو في Depot 4 ولم يعيدوها.", lines);
            Assert.Contains("เขาเก็บหนังสือเดินทางไว้", lines);
            var flow = run.Records[0].Text!.Replace('\n', ' ');
            Assert.Contains("Left column begins here and goes on until it ends. Right column follows the left one only and never mixes.", flow, StringComparison.Ordinal);
            Assert.Equal("Second page.", run.Records[1].Text);
        }
    }

    [Fact]
    public void A_scan_is_a_record_without_text()
    {
        var pdf = new RawPdf();
        var image = pdf.Image("/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray", [0, 128, 128, 255]);
        var record = Assert.Single(Read(pdf.Page("q 300 0 0 400 50 100 cm /Im1 Do Q", xobjects: $"/Im1 {image} 0 R").Bytes()).Records);
        Assert.Null(record.Text);
        Assert.Equal(["no-text"], record.Warnings);
        Assert.Equal(Sha256.Of([]), record.Locator.Slice);
    }

    [Fact]
    public void Text_that_nobody_sees_is_read_with_a_warning_and_text_beyond_the_page_only_counted()
    {
        var run = Read(RawPdf.OfPages("3 Tr " + RawPdf.Text(50, 500, "hidden layer") + RawPdf.Text(50, 900, "cut away")));
        Assert.Equal("hidden layer", run.Records[0].Text);
        Assert.Equal(["invisible-text", "text-outside-page:2"], run.Records[0].Warnings);
    }

    [Fact]
    public void Comments_and_form_fields_are_not_read_and_said_to_be_there()
    {
        var pdf = new RawPdf();
        var note = pdf.Add("<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (aside) >>");
        var field = pdf.Add("<< /Type /Annot /Subtype /Widget /Rect [10 40 90 60] /FT /Tx /T (name) /V (value) >>");
        var run = Read(pdf.Page(RawPdf.Text(50, 500, "Form"), $"/MediaBox [0 0 400 600] /Annots [{note} 0 R {field} 0 R]").Bytes());
        Assert.Equal(["form-fields-not-read:1", "annotations-not-read:1"], run.Records[0].Warnings);
    }

    [Fact]
    public void Files_inside_a_file_are_not_read_and_said_to_be_there()
    {
        var pdf = new RawPdf();
        var spec = pdf.Add("<< /Type /Filespec /F (ledger.xlsx) >>");
        var inner = pdf.Add($"<< /Limits [(c) (d)] /Names [(c) {spec} 0 R (d) {spec} 0 R] >>");
        var leaf = pdf.Add($"<< /Names [(a) {spec} 0 R] >>");
        // A tree that leads back to itself ends all the same.
        var tree = pdf.Add("");
        pdf.Set(tree, $"<< /Kids [{leaf} 0 R {inner} 0 R {tree} 0 R] >>");
        pdf.Set(1, $"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles {tree} 0 R >> /Collection << /View /D >> >>");
        var run = Read(pdf.Page(RawPdf.Text(50, 500, "Cover")).Page(RawPdf.Text(50, 500, "Second")).Bytes());
        Assert.Equal(["embedded-files-not-read:3"], run.Records[0].Warnings);
        Assert.Empty(run.Records[1].Warnings);
    }

    [Fact]
    public void An_encrypted_file_is_unusable_unless_the_empty_password_opens_it()
    {
        var locked = Read(ReadRun.Fixture("locked.pdf"));
        Assert.Equal(("encrypted", 1, 0), (locked.Summary.Failure, locked.Summary.Seen, locked.Summary.Records));
        Assert.Equal("Locked.", Assert.Single(Read(ReadRun.Fixture("open-with-owner-password.pdf")).Records).Text);
    }

    [Fact]
    public void Half_a_file_is_truncated_and_padding_is_not()
    {
        var pdf = RawPdf.OfPages(RawPdf.Text(50, 500, "One"), RawPdf.Text(50, 500, "Two"));
        Assert.Equal("truncated", Read(pdf[..(pdf.Length / 2)]).Summary.Failure);
        Assert.Equal("truncated", Read(pdf[..^8]).Summary.Failure);
        Assert.Equal(2, Read([.. pdf, .. new byte[5000]]).Records.Count);
        Assert.Equal("damaged", Read(Encoding.Latin1.GetBytes("%PDF-1.7\nnothing at all\n%%EOF")).Summary.Failure);
    }

    [Fact]
    public void Only_PDFs_are_taken()
    {
        var reader = new PdfReader();
        Assert.True(reader.Takes(ReadRun.FileOf("x", [0xEF, 0xBB, 0xBF, .. "%PDF-1.4"u8])));
        Assert.True(reader.Takes(ReadRun.FileOf("x", [.. "@PJL ENTER LANGUAGE=PDF\n"u8, .. RawPdf.OfPages("")])));
        Assert.False(reader.Takes(ReadRun.FileOf("x.txt", [.. "A file begins with %PDF-1.7 and ends otherwise."u8])));
        Assert.False(reader.Takes(ReadRun.FileOf("x.pdf", [])));
        Assert.False(reader.Takes(ReadRun.FileOf("x.pdf", [.. "PK\u0003\u0004"u8])));
        Assert.False(reader.Takes(ReadRun.FileOf("x.pdf", [.. "[03/05/2025, 18:06:13] Survivor B: see a.pdf"u8])));
    }

    [Fact]
    public void Every_locator_verifies_and_a_changed_file_does_not()
    {
        foreach (var pdf in (byte[][])[ReadRun.Fixture("scripts-browser.pdf"), ReadRun.Fixture("scripts-office.pdf"), RawPdf.OfPages("", RawPdf.Text(50, 500, "Two"))])
        {
            var run = Read(pdf);
            Assert.All(run.Records, r => Assert.Equal(r.Locator.Slice, PdfSlice.Of(run.File, (PdfPosition)r.Locator.At)));
        }

        var changed = ReadRun.FileOf("a.pdf", RawPdf.OfPages(RawPdf.Text(50, 500, "One!")));
        var record = Assert.Single(Read(RawPdf.OfPages(RawPdf.Text(50, 500, "One."))).Records);
        Assert.NotEqual(record.Locator.Slice, PdfSlice.Of(changed, new PdfPosition(1, [])));
        Assert.Null(PdfSlice.Of(changed, new PdfPosition(2, [])));
        Assert.Null(PdfSlice.Of(changed, new PdfPosition(0, [])));
    }

    [Fact]
    public void More_pages_than_one_opening_are_read_in_order()
    {
        var run = Read(RawPdf.OfPages([.. Enumerable.Range(1, 130).Select(i => RawPdf.Text(50, 500, $"Page {i}"))]));
        Assert.Equal(Enumerable.Range(1, 130).Select(i => $"Page {i}"), run.Records.Select(r => r.Text));
    }

    [Fact]
    public void Reading_gives_the_same_under_every_culture_and_on_every_thread() =>
        ReadRun.IsTheSameEverywhere(new PdfReader(), "a.pdf", ReadRun.Fixture("scripts-office.pdf"));

    [Fact]
    public void Damage_never_throws()
    {
        ReadRun.SurvivesDamage(new PdfReader(), "a.pdf", ReadRun.Fixture("scripts-browser.pdf"), 120);
        ReadRun.SurvivesDamage(new PdfReader(), "a.pdf", RawPdf.OfPages(RawPdf.Text(50, 500, "One"), RawPdf.Text(50, 500, "Two")), 500);
    }
}
