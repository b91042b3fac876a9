using System.IO.Compression;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Tests.Documents;

/// <summary>What is lost, hidden or covered on a page is said, with its number.</summary>
public sealed class PdfLossTests
{
    private const string Text = "BT /F1 12 Tf 50 500 Td (He did ) Tj {0} /F1 12 Tf (pay her.) Tj ET";

    private static EvidenceRecord Read(byte[] pdf)
    {
        var run = ReadRun.Of(new PdfReader(), "a.pdf", pdf);
        var record = Assert.Single(run.Records);
        Assert.Equal(record.Locator.Slice, PdfSlice.Of(run.File, (PdfPosition)record.Locator.At));
        return record;
    }

    private static EvidenceRecord Read(string content) => Read(RawPdf.OfPages(content));

    private static string With(string middle) => Text.Replace("{0}", middle, StringComparison.Ordinal);

    private static byte[] Deflated(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        return packed.ToArray();
    }

    private static string Lines(int count) => string.Concat(Enumerable.Range(1, count).Select(i => RawPdf.Text(50, 580 - (i * 12), $"{i}. Paid {i * 7919 % 977} on day {i * 31 % 29}")));

    [Theory]
    [InlineData("[(not )] Tj", 1)]
    [InlineData("null Tj [[(not )]] Tj", 2)]
    [InlineData("/Name Tj", 1)]
    [InlineData("/Nowhere Do", 1)]
    public void An_operator_that_cannot_be_run_is_counted(string odd, int count) =>
        Assert.Equal([$"operators-lost:{count}"], Read(With(odd)).Warnings);

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.6)]
    [InlineData(0.3)]
    public void Content_that_breaks_off_is_said(double part)
    {
        var packed = Deflated(Lines(30));
        Assert.Empty(Read(new RawPdf().Page(packed, "/Filter /FlateDecode").Bytes()).Warnings);
        Assert.Contains("content-breaks-off:1", Read(new RawPdf().Page(packed[..(int)(packed.Length * part)], "/Filter /FlateDecode").Bytes()).Warnings);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Of_content_that_is_damaged_in_the_middle_the_beginning_is_read(double part)
    {
        var packed = Deflated(Lines(30));
        packed.AsSpan((int)(packed.Length * part), 12).Fill(0xFF);
        var form = new RawPdf();
        var number = form.Stream("/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /Font << /F1 3 0 R >> >> /Filter /FlateDecode", packed);
        foreach (var pdf in (RawPdf[])[new RawPdf().Page(packed, "/Filter /FlateDecode"), new RawPdf().Page(packed, "/Filter [/FlateDecode]"), form.Page("/X Do", xobjects: $"/X {number} 0 R")])
        {
            var record = Read(pdf.Bytes());
            Assert.StartsWith("1. Paid 103 on day 2\n2. Paid 206 on day 4", record.Text, StringComparison.Ordinal);
            Assert.Contains("content-breaks-off:1", record.Warnings);
        }
    }

    [Fact]
    public void Content_that_breaks_off_is_said_behind_another_filter_without_any_and_in_a_form()
    {
        var packed = Deflated(Lines(30));
        string Hex(byte[] data) => Convert.ToHexString(data) + ">";
        Assert.Empty(Read(new RawPdf().Page(Encoding.Latin1.GetBytes(Hex(packed)), "/Filter [/ASCIIHexDecode /FlateDecode]").Bytes()).Warnings);
        Assert.Equal(["content-breaks-off:1"], Read(new RawPdf().Page(Encoding.Latin1.GetBytes(Hex(packed[..^40])), "/Filter [/ASCIIHexDecode /FlateDecode]").Bytes()).Warnings);
        Assert.Contains("content-breaks-off:1", Read(With("(not ) Tj")[..40]).Warnings);

        // Nothing is no half.
        Assert.Equal(["no-text"], Read(new RawPdf().Page([], "/Filter /FlateDecode").Bytes()).Warnings);

        var pdf = new RawPdf();
        var form = pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /Font << /F1 3 0 R >> >> /Filter /FlateDecode", packed[..^30]);
        Assert.Equal(["content-breaks-off:1"], Read(pdf.Page("/X Do", xobjects: $"/X {form} 0 R").Bytes()).Warnings);
    }

    [Theory]
    [InlineData("/OFF [{0} 0 R]", "{0} 0 R", true)]
    [InlineData("/BaseState /OFF", "{0} 0 R", true)]
    [InlineData("/BaseState /OFF /ON [{0} 0 R]", "{0} 0 R", false)]
    [InlineData("/OFF [{1} 0 R]", "{0} 0 R", false)]
    [InlineData("/OFF [{0} 0 R]", "<< /Type /OCMD /OCGs [{0} 0 R {1} 0 R] /P /AllOn >>", true)]
    [InlineData("/OFF [{0} 0 R]", "<< /Type /OCMD /OCGs [{0} 0 R {1} 0 R] >>", false)]
    [InlineData("/OFF [{0} 0 R]", "<< /Type /OCMD /OCGs {0} 0 R >>", true)]
    [InlineData("/OFF [{0} 0 R]", "<< /Type /OCMD /VE [/And {1} 0 R [/Not {0} 0 R]] >>", false)]
    [InlineData("/AS [<< /Event /View /Category [/View] /OCGs [{0} 0 R] >>]", "{0} 0 R", true)]
    [InlineData("/AS [<< /Event /Print /Category [/Print /View] /OCGs [{0} 0 R] >>]", "{0} 0 R", false)]
    [InlineData("/AS [<< /Event /View /Category [/View] /OCGs [{1} 0 R] >>]", "{0} 0 R", false)]
    [InlineData("/OFF [{0} 0 R]", "<< /Type /OCMD /VE [/Or [/Not {1} 0 R] {0} 0 R] >>", true)]
    public void Text_of_a_layer_that_is_switched_off_is_said(string configuration, string membership, bool hidden)
    {
        var pdf = new RawPdf();
        // Two layers of one name are two layers.
        var (a, b) = (pdf.Add("<< /Type /OCG /Name (draft) /Usage << /View << /ViewState /OFF >> >> >>"), pdf.Add("<< /Type /OCG /Name (draft) >>"));
        string Filled(string text) => text.Replace("{0}", $"{a}", StringComparison.Ordinal).Replace("{1}", $"{b}", StringComparison.Ordinal);
        pdf.Set(1, $"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [{a} 0 R {b} 0 R] /D << {Filled(configuration)} >> >> >>");
        var member = pdf.Add(Filled(membership.StartsWith("<<", StringComparison.Ordinal) ? membership : "<< /Type /OCMD /OCGs {0} 0 R >>"));
        var direct = membership.StartsWith("<<", StringComparison.Ordinal) ? member : a;
        var form = pdf.Stream(
            $"/Type /XObject /Subtype /Form /BBox [0 0 400 600] /OC {direct} 0 R /Resources << /Font << /F1 3 0 R >> >>", Encoding.Latin1.GetBytes(RawPdf.Text(50, 400, "in a form")));
        var record = Read(pdf.Page(
            RawPdf.Text(50, 500, "Seen.") + "/OC /L BDC " + RawPdf.Text(50, 450, "Draft text") + "EMC /X Do " + RawPdf.Text(50, 350, "Seen too."),
            xobjects: $"/X {form} 0 R", properties: $"/L {direct} 0 R").Bytes());
        Assert.Equal(hidden ? ["hidden-layer-text:5"] : [], record.Warnings);
    }

    [Theory]
    [InlineData("(100)", "900", true)]
    [InlineData("(not)", "now", true)]
    [InlineData("(1500)", "15 000", true)]
    [InlineData("(f)", "fi", false)]
    [InlineData("(-)", "", false)]
    [InlineData("(Page)", "Page\u00AD", false)]
    [InlineData("(gone)", "", true)]
    [InlineData("(100)", "not 100", true)]
    [InlineData("(did)", "did not", true)]
    [InlineData("(Theofce)", "The office", false)]
    [InlineData("(m2)", "m\u00B2", false)]
    [InlineData("(fi)", "\uFB01", false)]
    [InlineData("(con-)", "continued", false)]
    [InlineData("/P << /ActualText (100) >> BDC (100) Tj EMC (", "900", true)]
    public void A_stated_text_that_differs_from_what_its_letters_show_is_said(string shown, string stated, bool differs)
    {
        var record = Read(With($"/Span << /ActualText <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(stated))}> >> BDC {(shown.EndsWith('(') ? shown[..^1] : shown + " Tj")} EMC"));
        Assert.Equal(differs ? ["actual-text-differs:1"] : [], record.Warnings);
    }

    [Theory]
    [InlineData("0 g 88 496 40 14 re f", 1)]
    [InlineData("88 496 m 128 496 l 128 510 l 88 510 l h f*", 1)]
    [InlineData("0 g 0 G 14 w 88 503 m 128 503 l S", 1)]
    [InlineData("1 g 45 490 300 30 re f", 4)]
    [InlineData("q 40 0 0 14 88 496 cm /I Do Q", 1)]
    [InlineData("/Multiply gs 0 g 88 496 40 14 re f", 1)]
    [InlineData("88 503 40 0.8 re f 88 498 40 0.8 re f", 0)]
    [InlineData("88 496 40 14 re n", 0)]
    [InlineData("88 496 40 14 re S", 0)]
    [InlineData("q 0 0 5 5 re W n 0 0 400 600 re f Q", 0)]
    [InlineData("40 480 300 40 re 42 482 296 36 re f*", 0)]
    [InlineData("/Clear gs 0 g 88 496 40 14 re f", 0)]
    [InlineData("/Multiply gs 1 1 0 rg 88 496 40 14 re f", 0)]
    public void Text_under_something_painted_later_is_said(string paint, int words)
    {
        var pdf = new RawPdf();
        var image = pdf.Image("/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", [0]);
        pdf.Page(
            RawPdf.Text(50, 500, "He met") + RawPdf.Text(92, 500, "Tolen") + RawPdf.Text(132, 500, "here") + paint, xobjects: $"/I {image} 0 R",
            states: "/Clear << /ca 0.3 >> /Multiply << /BM /Multiply >>");
        Assert.Equal(words == 0 ? [] : [$"covered-text:{words}"], Read(pdf.Bytes()).Warnings);
        Assert.Empty(Read(paint.Contains("/I Do", StringComparison.Ordinal) ? "" + RawPdf.Text(50, 500, "Above") : "q 0.8 g 45 490 300 30 re f Q " + RawPdf.Text(50, 500, "Above")).Warnings);
    }

    [Fact]
    public void Text_under_a_scan_is_text_recognition()
    {
        var pdf = new RawPdf();
        var image = pdf.Image("/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", [0]);
        Assert.Equal(["invisible-text"], Read(pdf.Page(RawPdf.Text(50, 500, "recognised words") + "q 400 0 0 600 0 0 cm /I Do Q", xobjects: $"/I {image} 0 R").Bytes()).Warnings);
    }

    [Fact]
    public void Text_without_contrast_and_text_too_small_to_see_are_said()
    {
        Assert.Equal(["text-without-contrast:2"], Read("1 g " + RawPdf.Text(50, 500, "white words")).Warnings);
        Assert.Equal(["text-without-contrast:1"], Read("0 g 40 490 300 30 re f " + RawPdf.Text(50, 500, "black")).Warnings);
        Assert.Empty(Read("0 g 40 490 300 30 re f 1 g " + RawPdf.Text(50, 500, "white on black")).Warnings);
        Assert.Equal(["tiny-text:2"], Read(RawPdf.Text(50, 500, "two words", 0.5)).Warnings);
    }

    [Theory]
    [InlineData("/NeedsRendering true", "/Fields [] /XFA [(template) {0} 0 R]", true)]
    [InlineData("", "/XFA {0} 0 R", true)]
    [InlineData("", "/Fields [{0} 0 R] /XFA {0} 0 R", true)]
    [InlineData("", "/Fields []", false)]
    public void A_form_that_only_its_own_program_shows_is_said(string catalog, string form, bool said)
    {
        var pdf = new RawPdf();
        var data = pdf.Stream("", "<data/>"u8.ToArray());
        pdf.Set(1, $"<< /Type /Catalog /Pages 2 0 R {catalog} /AcroForm << {form.Replace("{0}", $"{data}", StringComparison.Ordinal)} >> >>");
        Assert.Equal(said ? ["form-not-shown"] : [], Read(pdf.Page(RawPdf.Text(50, 500, "Please wait...")).Bytes()).Warnings);
    }

    [Fact]
    public void A_missing_end_mark_is_no_missing_end()
    {
        var pdf = RawPdf.OfPages(RawPdf.Text(50, 500, "Contract"));
        Assert.Equal(["end-mark-missing"], Read(pdf[..^6]).Warnings);
        Assert.Equal(["end-mark-missing"], Read([.. pdf, .. Encoding.Latin1.GetBytes(new string('-', 5000) + "scanned by a gateway")]).Warnings);
        Assert.Equal("Contract", Read([.. "@PJL ENTER\n"u8, .. pdf[..^6]]).Text);

        // Cut in the middle of what was added later: the first part is whole, and the page it replaced is not what the file says.
        byte[] added = [.. pdf, .. Encoding.Latin1.GetBytes("4 0 obj\n<< /Length 400 >>\nstream\n" + Lines(80))];
        Assert.Equal("truncated", ReadRun.Of(new PdfReader(), "a.pdf", added).Summary.Failure);
        byte[] shortly = [.. pdf, .. "4 0 obj\n<< /Length 9 >>\nstream\nBT ET\nendstream\nendobj\n"u8];
        Assert.Equal("truncated", ReadRun.Of(new PdfReader(), "a.pdf", shortly).Summary.Failure);
        Assert.Equal(["end-mark-missing"], Read([.. pdf[..^6], .. Encoding.Latin1.GetBytes(new string('-', 5000) + " object 12 obj, scanned")]).Warnings);
        Assert.Equal("truncated", ReadRun.Of(new PdfReader(), "a.pdf", pdf[..^8]).Summary.Failure);
    }

    [Theory]
    [InlineData("/StmF /Identity /StrF /Identity /EFF /StdCF", true, true)]
    [InlineData("/EFF /StdCF", true, true)]
    [InlineData("/EFF/StdCF/StmF\n/Identity", true, true)]
    [InlineData("/StmF /Identity /StrF /Identity", true, false)]
    [InlineData("/StmF /Free /StrF /Free", true, false)]
    [InlineData("/StmF /Free /StrF /Free /EFF /StdCF", true, true)]
    [InlineData("/StmF /StdCF /StrF /Identity /EFF /StdCF", false, false)]
    [InlineData("/StmF /Identity /StrF /StdCF /EFF /Identity", false, false)]
    public void A_file_that_locks_only_its_attachments_is_read(string filters, bool read, bool locks)
    {
        var keys = $"/O <{new string('1', 96)}> /U <{new string('2', 96)}> /OE <{new string('3', 64)}> /UE <{new string('4', 64)}> /Perms <{new string('5', 32)}>";
        foreach (var (handler, direct) in ((string, bool)[])[("/Standard", true), ("/Standard", false), ("/Adobe.PubSec /SubFilter /adbe.pkcs7.s5", false)])
        {
            var encrypt = $"/Filter {handler} /V 5 /R 6 /Length 256 /P -1028 {keys} /CF << /StdCF << /CFM /AESV3 /AuthEvent /EFOpen /Length 32 >> /Free << /CFM /None >> >> {filters}";
            var pdf = new RawPdf().Page(RawPdf.Text(50, 500, "Cover sheet"));
            var trailer = direct ? $"/Encrypt << {encrypt} >>" : $"/Encrypt {pdf.Add($"<< {encrypt} >>")} 0 R";
            var run = ReadRun.Of(new PdfReader(), "a.pdf", pdf.Bytes(trailer + " /ID [<00> <00>]"));
            Assert.Equal(read ? null : "encrypted", run.Summary.Failure);
            Assert.Equal(locks ? ["attachments-locked"] : [], run.Records.SelectMany(r => r.Warnings));
        }
    }

    [Theory]
    [InlineData("/Subtype /Square /IC [0 0 0]", 2)]
    [InlineData("/Subtype /Circle /IC [1 1 1]", 2)]
    [InlineData("/Subtype /Highlight /C [0 0 0] /QuadPoints [88 512 128 512 88 496 128 496]", 1)]
    [InlineData("/Subtype /Stamp /AP << /N {0} 0 R >>", 2)]
    [InlineData("/Subtype /Redact /AP << /N << /On {0} 0 R >> >> /AS /On", 2)]
    [InlineData("/Subtype /Highlight /C [1 1 0] /AP << /N {1} 0 R >>", 0)]
    [InlineData("/Subtype /Highlight /C [1 1 0] /QuadPoints [88 512 128 512 88 496 128 496]", 0)]
    [InlineData("/Subtype /Square /C [0 0 0]", 0)]
    [InlineData("/Subtype /Square /IC [0 0 0] /CA 0.3", 0)]
    [InlineData("/Subtype /Square /IC [0 0 0] /F 2", 0)]
    [InlineData("/Subtype /Text /AP << /N {0} 0 R >>", 0)]
    public void Text_under_a_box_among_the_comments_is_said(string comment, int words)
    {
        var pdf = new RawPdf();
        var black = pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", "0 g 0 0 10 10 re f"u8.ToArray());
        var yellow = pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Group << /S /Transparency >>", "1 1 0 rg 0 0 10 10 re f"u8.ToArray());
        var filled = comment.Replace("{0}", $"{black}", StringComparison.Ordinal).Replace("{1}", $"{yellow}", StringComparison.Ordinal);
        var annotation = pdf.Add($"<< /Type /Annot /Rect [88 494 170 512] {filled} >>");
        // A page that leaves its own state open, and clips: comments lie above all that.
        pdf.Page(RawPdf.Text(50, 500, "He met") + RawPdf.Text(92, 500, "Tolen") + RawPdf.Text(132, 500, "here") + "q 0 0 5 5 re W n 2 0 0 2 9 9 cm", $"/MediaBox [0 0 400 600] /Annots [{annotation} 0 R]");
        Assert.Equal([.. words == 0 ? [] : (string[])[$"covered-text:{words}"], "annotations-not-read:1"], Read(pdf.Bytes()).Warnings);
    }

    [Theory]
    [InlineData("/G << /S /Transparency >>", "", "0 g", 1)]
    [InlineData("/Group << /S /Transparency >>", "/Clear gs", "0 g", 0)]
    [InlineData("/Group << /S /Transparency >>", "/Multiply gs", "1 1 0 rg", 0)]
    [InlineData("/Group << /S /Transparency >>", "/Multiply gs", "0 g", 1)]
    [InlineData("/Group << /S /Transparency >>", "", "1 1 0 rg", 1)]
    public void A_group_covers_as_the_whole_of_it_does(string group, string state, string color, int words)
    {
        var pdf = new RawPdf();
        var form = pdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 400 600] {group}", Encoding.Latin1.GetBytes($"{color} 88 496 40 14 re f"));
        pdf.Page(RawPdf.Text(50, 500, "He met") + RawPdf.Text(92, 500, "Tolen") + $"q {state} /X Do Q", xobjects: $"/X {form} 0 R", states: "/Clear << /ca 0.3 >> /Multiply << /BM /Multiply >>");
        Assert.Equal(words == 0 ? [] : [$"covered-text:{words}"], Read(pdf.Bytes()).Warnings);
    }

    [Fact]
    public void A_mask_of_one_sample_is_a_box()
    {
        var pdf = new RawPdf();
        var (box, letters) = (pdf.Image("/Width 1 /Height 1 /ImageMask true /BitsPerComponent 1", [0]), pdf.Image("/Width 8 /Height 1 /ImageMask true /BitsPerComponent 1", [0x55]));
        var text = RawPdf.Text(50, 500, "He met") + RawPdf.Text(92, 500, "Tolen");
        pdf.Page(text + "q 40 0 0 14 88 496 cm /I Do Q", xobjects: $"/I {box} 0 R").Page(text + "q 40 0 0 14 88 496 cm /I Do Q", xobjects: $"/I {letters} 0 R");
        Assert.Equal(["covered-text:1"], ReadRun.Of(new PdfReader(), "a.pdf", pdf.Bytes()).Records.SelectMany(r => r.Warnings));
    }
}
