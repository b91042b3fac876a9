using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Tests.Documents;

/// <summary>What is written against the rules and shown by every viewer is read, and said to be that; what is lost is said to be lost.</summary>
public sealed class PdfMendingTests
{
    private const string Latin = "/FirstChar 32 /LastChar 34 /Widths [250 300 300] /Encoding /WinAnsiEncoding";
    private const string Codes =
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 4 beginbfchar <0001> <006E> <0002> <006F> <0003> <0074> <0004> <0020> endbfchar endcmap";

    private static EvidenceRecord Read(RawPdf pdf)
    {
        var run = ReadRun.Of(new PdfReader(), "a.pdf", pdf.Bytes());
        var record = Assert.Single(run.Records);
        Assert.Equal(record.Locator.Slice, PdfSlice.Of(run.File, (PdfPosition)record.Locator.At));
        Assert.Equal(record.Text ?? "", PageText.Of(PdfLayout.Of(run.File, 1)!.Words));
        return record;
    }

    private static string Sentence(string middle) => $"BT /F1 12 Tf 50 500 Td (He did ) Tj {middle} /F1 12 Tf (pay her.) Tj ET";

    [Theory]
    [InlineData("/Subtype /Type1 /BaseFont /Helvetica /Encoding 3.5")]
    [InlineData("/Subtype /TrueType /BaseFont /Arial /Encoding [1 2]")]
    [InlineData("/Subtype /Type1 /BaseFont 7 /Encoding /WinAnsiEncoding")]
    [InlineData("/Subtype /TrueType /BaseFont (Arial) /Encoding /WinAnsiEncoding")]
    [InlineData("/Subtype /Type1 /Encoding /WinAnsiEncoding")]
    [InlineData("/Subtype /TrueType /BaseFont /ABCDEF+Fern")]
    [InlineData("/Subtype (Type1) /BaseFont (Helvetica)")]
    [InlineData("/Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [110 (n) 111 null /o] >>")]
    [InlineData("/Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding (Odd) /Differences /none >>")]
    [InlineData("/Subtype /TrueType /BaseFont /Fern " + Latin + " /FontDescriptor 7")]
    [InlineData("/Subtype /TrueType /BaseFont /Fern " + Latin)]
    [InlineData("/Subtype /TrueType /BaseFont /Fern /FirstChar 32 /LastChar 33 /Widths [250 null] /Encoding /WinAnsiEncoding /FontDescriptor << /FontName /Fern /Flags 32 >>")]
    [InlineData("/Subtype /Type1 /BaseFont /Fern /FirstChar (a) /Widths (b) /Encoding /WinAnsiEncoding /FontDescriptor << /FontName /Fern /Flags 32 >>")]
    [InlineData("/Subtype /TrueType /BaseFont /Fern " + Latin + " /FontDescriptor << /FontName /Fern /Flags 32 /FontFile2 null /FontBBox [(a) 0 0 1] >>")]
    [InlineData("/Subtype /Type1 /BaseFont /Fern " + Latin + " /ToUnicode /Identity-H /FontDescriptor << /FontName /Fern /Flags 32 >>")]
    [InlineData("/Subtype /Type1 /BaseFont /Fern " + Latin + " /ToUnicode {0} 0 R /FontDescriptor << /FontName /Fern /Flags 32 >>")]
    public void A_word_in_a_font_that_is_described_against_the_rules_is_read(string font)
    {
        foreach (var direct in (bool[])[false, true])
        {
            var pdf = new RawPdf();
            var broken = pdf.Stream("", "begincmap 1 beginbfchar <6e> endbfchar endcmap"u8.ToArray());
            var dictionary = $"<< /Type /Font {font.Replace("{0}", $"{broken}", StringComparison.Ordinal)} >>";
            var record = Read(pdf.Page(Sentence("/F2 12 Tf [(no) -10 (t )] TJ"), fonts: direct ? $"/F2 {dictionary}" : $"/F2 {pdf.Add(dictionary)} 0 R"));
            Assert.Equal("He did not pay her.", record.Text);
            Assert.Equal(["font-mended:1"], record.Warnings);
        }
    }

    [Theory]
    [InlineData("/Encoding (Identity-H) /DescendantFonts [{0} 0 R]", "/Type /Font", "He did not pay her.")]
    [InlineData("/Encoding /Identity-H /DescendantFonts [{0} 0 R]", "", "He did not pay her.")]
    [InlineData("/Encoding /Identity-H /DescendantFonts [{0} 0 R]", "/Type /Font /W [1 [500 null] 3]", "He did not pay her.")]
    [InlineData("/Encoding /Fern-H /DescendantFonts [{0} 0 R]", "/Type /Font", "He did pay her.")]
    [InlineData("/Encoding /Identity-H", "/Type /Font", "He did pay her.")]
    public void A_composite_font_is_read_as_far_as_its_codes_are_known(string font, string descendant, string text)
    {
        var pdf = new RawPdf();
        var (codes, part) = (pdf.Stream("", Encoding.Latin1.GetBytes(Codes)), pdf.Add($"<< {descendant} /Subtype /CIDFontType2 /BaseFont /Fern /FontDescriptor << /FontName /Fern /Flags 4 >> >>"));
        var number = pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /Fern /ToUnicode {codes} 0 R {font.Replace("{0}", $"{part}", StringComparison.Ordinal)} >>");
        var record = Read(pdf.Page(Sentence("/F2 12 Tf <0001000200030004> Tj"), fonts: $"/F2 {number} 0 R"));
        Assert.Equal(text, record.Text);
        Assert.Equal([text.Contains("not", StringComparison.Ordinal) ? "font-mended:1" : "font-lost:1"], record.Warnings);
    }

    [Fact]
    public void Fonts_of_forms_and_of_graphics_states_are_mended_and_other_pages_are_left_alone()
    {
        var pdf = new RawPdf();
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont (Helvetica) /Encoding /WinAnsiEncoding >>");
        var form = pdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /Font << /F2 {font} 0 R >> >>", "BT /F2 12 Tf 50 450 Td (in a form) Tj ET"u8.ToArray());
        pdf.Page(RawPdf.Text(50, 500, "first"));
        pdf.Page(RawPdf.Text(50, 500, "second") + "/X Do", xobjects: $"/X {form} 0 R");
        pdf.Page("/G gs BT 50 500 Td [(by a) -250 (state)] TJ ( alone) Tj ET", states: $"/G << /Font [{font} 0 R 12] >>");
        pdf.Page("/G gs BT 50 500 Td [(by a) -250 (state)] TJ ET", states: "/G << /Font [3 0 R 12] >>");
        var records = ReadRun.Of(new PdfReader(), "a.pdf", pdf.Bytes()).Records;
        Assert.Equal(["first", "second\nin a form", "by a state alone", "by a state"], records.Select(r => r.Text));
        Assert.Equal(["", "font-mended:1", "font-mended:3", ""], records.Select(r => string.Join(',', r.Warnings.Where(w => !w.StartsWith("operators", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_font_that_the_file_does_not_hold_is_lost() =>
        Assert.Equal(["font-lost:2"], Read(new RawPdf().Page(Sentence("/F9 12 Tf (not ) Tj [(e) 1 (ver )] TJ"))).Warnings);

    [Theory]
    [InlineData("[(not ) null] TJ", 1)]
    [InlineData("[true (no) -20 (t )] TJ", 1)]
    [InlineData("[(no) /Name (t ) << /A 1 >>] TJ", 1)]
    [InlineData("[(no) Tj (t )] TJ", 1)]
    [InlineData("[<6e6f7420> [1 2]] TJ", 1)]
    [InlineData("[(not ) 3 0 R] TJ", 1)]
    [InlineData("5 (not ) Tj", 1)]
    [InlineData("(x) (not ) Tj", 1)]
    [InlineData("7 /F1 12 Tf (no) Tj 1 0 Tc (t ) Tj", 2)]
    [InlineData("/F2 /F1 12 Tf 0 9 0 Ts [(not )] TJ", 2)]
    public void Text_beside_an_odd_operand_is_read(string odd, int count)
    {
        var record = Read(new RawPdf().Page(Sentence(odd)));
        Assert.Equal("He did not pay her.", record.Text);
        Assert.Equal([$"operators-mended:{count}"], record.Warnings);
    }

    [Theory]
    [InlineData("foo (not ) Tj")]
    [InlineData("/Nope cs /Nope scn (not ) Tj")]
    [InlineData("ET BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI BT /F1 12 Tf 90 500 Td (not ) Tj foo")]
    public void An_instruction_that_is_none_costs_no_text_but_its_own(string odd)
    {
        var record = Read(new RawPdf().Page(Sentence(odd)));
        Assert.Equal("He did not pay her.", record.Text);
        Assert.Contains(record.Warnings, w => w.StartsWith("operators-lost:", StringComparison.Ordinal));
    }

    [Fact]
    public void Marked_content_that_cannot_be_made_ends_itself_and_no_other()
    {
        var pdf = new RawPdf();
        var layer = pdf.Add("<< /Type /OCG /Name (draft) >>");
        pdf.Set(1, $"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >> >>");
        pdf.Page("/OC /L BDC /Span null BDC " + RawPdf.Text(50, 500, "one") + "EMC " + RawPdf.Text(50, 480, "two") + "EMC " + RawPdf.Text(50, 460, "three"), properties: $"/L {layer} 0 R");
        Assert.Equal(["hidden-layer-text:2"], Read(pdf).Warnings);
    }

    [Fact]
    public void Forms_that_call_each_other_end()
    {
        var pdf = new RawPdf();
        var (a, b) = (pdf.Add(""), pdf.Add(""));
        string Form(int other) => $"<< /Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /XObject << /X {other} 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream";
        pdf.Set(a, Form(b));
        pdf.Set(b, Form(a));
        var record = Read(pdf.Page(RawPdf.Text(50, 500, "page") + "/A Do", xobjects: $"/A {a} 0 R"));
        Assert.Equal("page", record.Text);
        Assert.Contains(record.Warnings, w => w.StartsWith("operators-lost:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("acute", "e", "é")]
    [InlineData("uni030C", "s", "š")]
    [InlineData("uni0323", "s", "s\u0323")]
    public void A_letter_and_the_accent_painted_over_it_are_one_letter(string accent, string letter, string text)
    {
        var pdf = new RawPdf();
        var codes = pdf.Stream("", Encoding.Latin1.GetBytes(
            "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <00" + ((int)letter[0]).ToString("X2", System.Globalization.CultureInfo.InvariantCulture)
            + "> <42> <" + (accent.StartsWith("uni", StringComparison.Ordinal) ? accent[3..] : "0301") + "> endbfchar endcmap"));
        var font = pdf.Add(
            $"<< /Type /Font /Subtype /TrueType /BaseFont /Fern /FirstChar 65 /LastChar 66 /Widths [500 0] /ToUnicode {codes} 0 R /FontDescriptor << /Type /FontDescriptor /FontName /Fern /Flags 32 >> >>");
        var record = Read(pdf.Page("BT /F2 12 Tf 50 500 Td (ABA) Tj ET", fonts: $"/F2 {font} 0 R"));
        Assert.Equal(text + letter, record.Text);
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void A_letter_whose_font_says_nothing_is_counted()
    {
        var pdf = new RawPdf();
        var glyph = pdf.Stream("", "500 0 0 0 500 500 d1 0 0 500 500 re f"u8.ToArray());
        var font = pdf.Add(
            $"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g1 {glyph} 0 R /g2 {glyph} 0 R >> "
            + "/Encoding << /Differences [65 /g1 /g2] >> /FirstChar 65 /LastChar 66 /Widths [600 600] >>");
        Assert.Equal(["unmapped-characters:3"], Read(pdf.Page("BT /F2 12 Tf 50 500 Td (ABA) Tj ET", fonts: $"/F2 {font} 0 R")).Warnings);
    }

    private const string Data = "http://www.xfa.org/schema/xfa-data/1.0/";

    [Theory]
    [InlineData("<xfa:datasets xmlns:xfa='" + Data + "'><xfa:data><form1><Employer><Name>Fern  Ltd</Name></Employer><Wage>12.50</Wage><Empty/></form1></xfa:data></xfa:datasets>",
        "form-value:Employer/Name: Fern Ltd|form-value:Wage: 12.50")]
    [InlineData("<x:datasets xmlns:x='" + Data + "'><name>Worker 9</name><d:dataDescription xmlns:d='urn:d'/></x:datasets>", "form-value:name: Worker 9")]
    [InlineData("<xfa:datasets xmlns:xfa='" + Data + "'><xfa:data><f><Note><body xmlns='http://www.w3.org/1999/xhtml'><p>two</p><p>lines</p></body></Note><Row>1</Row><Row>2</Row></f></xfa:data></xfa:datasets>",
        "form-value:Note: two lines|form-value:Row: 1|form-value:Row: 2")]
    [InlineData("<xfa:datasets xmlns:xfa='" + Data + "'><xfa:data/></xfa:datasets>", "")]
    [InlineData("<xfa:datasets xmlns:xfa='" + Data + "'><xfa:data>", "form-values-unreadable")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><xfa:datasets xmlns:xfa='" + Data + "'><xfa:data><n>&b;</n></xfa:data></xfa:datasets>", "form-values-unreadable")]
    public void The_answers_of_a_form_that_its_pages_do_not_show_are_told(string datasets, string values)
    {
        foreach (var alone in (bool[])[false, true])
        {
            var pdf = new RawPdf();
            var (template, data) = (pdf.Stream("", "<template/>"u8.ToArray()), pdf.Stream("", Encoding.UTF8.GetBytes(datasets)));
            var packets = alone ? $"{data} 0 R" : $"[(template) {template} 0 R (datasets) {data} 0 R]";
            pdf.Set(1, $"<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /Fields [] /XFA {packets} >> >>");
            var record = Read(pdf.Page(RawPdf.Text(50, 500, "Please wait...")));
            Assert.Equal("Please wait...", record.Text);
            Assert.Equal(string.Join('|', ["form-not-shown", .. values.Length == 0 ? [] : (string[])[values]]), string.Join('|', record.Warnings));
        }
    }

    [Fact]
    public void Of_a_long_form_the_rest_of_the_answers_is_counted()
    {
        var pdf = new RawPdf();
        var data = pdf.Stream("", Encoding.UTF8.GetBytes($"<x:datasets xmlns:x='{Data}'><x:data><f>{string.Concat(Enumerable.Range(1, 520).Select(i => $"<a>{i}</a>"))}</f></x:data></x:datasets>"));
        pdf.Set(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{data} 0 R] /XFA {data} 0 R >> >>");
        Assert.Equal("form-values-left-out:20", Read(pdf.Page(RawPdf.Text(50, 500, "Please wait..."))).Warnings[^1]);
    }

    [Fact]
    public void A_form_whose_pages_have_fields_shows_itself()
    {
        var pdf = new RawPdf();
        var (data, field) = (pdf.Stream("", "<data/>"u8.ToArray()), pdf.Add("<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>"));
        pdf.Set(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA {data} 0 R >> >>");
        Assert.Equal(["form-fields-not-read:1"], Read(pdf.Page(RawPdf.Text(50, 500, "Name:"), $"/MediaBox [0 0 400 600] /Annots [{field} 0 R]")).Warnings);
    }
}
