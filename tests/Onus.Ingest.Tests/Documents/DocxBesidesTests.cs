using Onus.Domain.Evidence;
using Onus.Ingest.Documents;
using static Onus.Ingest.Tests.Documents.RawDocx;

namespace Onus.Ingest.Tests.Documents;

/// <summary>What hangs on the text of a DOCX or hides beside it: boxes in boxes, answers of forms, addresses, numbers that no run holds.</summary>
public sealed class DocxBesidesTests
{
    private const string R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string V = "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private static EvidenceRecord One(string body, params (string Name, string Content)[] others) => Assert.Single(ReadRun.Of(new DocxReader(), "a.docx", Of(body, others)).Records);

    private static string T(string text, string look = "") => $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Box(string inside) => $"<w:r><w:pict><v:shape {V}><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";

    private static string Field(string instruction, string? result, string data = "") =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\">{data}</w:fldChar></w:r><w:r><w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r>"
        + (result is null ? "" : $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static (string, string) Links(params string[] addresses) => ("word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(addresses.Select((a, i) => $"<Relationship Id=\"h{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"{a}\" TargetMode=\"External\"/>"))
        + "</Relationships>");

    [Fact]
    public void A_box_in_a_box_touches_neither_the_box_nor_the_sentence()
    {
        Assert.Equal("He paid\nafter tail\ndeep", One($"<w:p>{T("He ")}{Box($"<w:p>{T("after")}{Box(P("deep"))}{T(" tail")}</w:p>")}{T("paid")}</w:p>").Text);
        Assert.Equal("He paid\none\ntwo\nthree", One($"<w:p>{Box($"<w:tbl><w:tr><w:tc>{P("one")}</w:tc><w:tc>{P("two")}</w:tc></w:tr></w:tbl>")}{T("He ")}{Box(P("three"))}{T("paid")}</w:p>").Text);
        Assert.Equal(
            ["tracked-deletion", "text-box", "deleted-words:B: He | boxed | paid"],
            One($"<w:tbl><w:tr><w:trPr><w:del w:author=\"B\"/></w:trPr><w:tc><w:p>{T("He")}{Box(P("boxed"))}{T("paid")}</w:p></w:tc></w:tr></w:tbl>").Warnings);
    }

    [Theory]
    [InlineData("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"yes\"/><w:listEntry w:val=\"no\"/></w:ddList>", "FORMDROPDOWN", "no", "")]
    [InlineData("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"yes\"/><w:listEntry w:val=\"no\"/></w:ddList>", "FORMDROPDOWN", "yes", "form-field-says:no")]
    [InlineData("<w:checkBox><w:checked/></w:checkBox>", "FORMCHECKBOX", "\u2612", "")]
    [InlineData("<w:checkBox><w:default/><w:checked w:val=\"off\"/></w:checkBox>", "FORMCHECKBOX", "\u2612", "form-field-says:\u2610")]
    public void A_form_field_that_shows_what_it_says_is_no_doubt(string data, string kind, string shown, string warning)
    {
        var record = One($"<w:p>{Field(kind, T(shown), $"<w:ffData>{data}</w:ffData>")}{T(" held")}</w:p>");
        Assert.Equal((shown + " held", warning), (record.Text, string.Join(',', record.Warnings)));
    }

    [Theory]
    [InlineData("AUTONUM", null)]
    [InlineData(" LISTNUM \\l 2 ", "")]
    [InlineData("autonumlgl", null)]
    public void A_number_that_a_field_counts_without_keeping_it_is_said(string field, string? result) =>
        Assert.Equal(["automatic-number"], One($"<w:p>{Field(field, result)}{T("I came")}</w:p>").Warnings);

    [Theory]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>", "\u2611", "")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>", "\u2610", "")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"0053\"/></w:r>", "\u2612", "")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>\u00FD\u00A8</w:t></w:r>", "\u2612\u2610", "")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>J</w:t></w:r>", "J", "symbol-font")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0FE\"/></w:r>", "\uF0FE", "symbol-font")]
    public void A_box_of_a_symbol_font_is_read_and_another_sign_is_said(string run, string sign, string warning)
    {
        var record = One($"<w:p>{run}{T(" held")}</w:p>");
        Assert.Equal((sign + " held", warning), (record.Text, string.Join(',', record.Warnings)));
    }

    [Theory]
    [InlineData($"<w:r><w:drawing><a:blip r:link=\"h0\" {R}/></w:drawing></w:r>", "picture-not-read,link-target:https://ads.example/1")]
    [InlineData($"<w:r><w:pict><v:shape href=\"https://ads.example/2\" {V}/></w:pict></w:r>", "link-target:https://ads.example/2")]
    [InlineData($"<w:hyperlink r:id=\"gone\" {R}><w:r><w:t>x</w:t></w:r></w:hyperlink>", "link-target-missing")]
    [InlineData("<w:hyperlink w:anchor=\"here\"><w:r><w:t>x</w:t></w:r></w:hyperlink>", "")]
    public void An_address_is_kept_wherever_it_hangs(string part, string warnings) =>
        Assert.Equal(warnings, string.Join(',', One($"<w:p>{part}{T("advert")}</w:p>", Links("https://ads.example/1")).Warnings));

    [Theory]
    [InlineData(" INCLUDEPICTURE \"https://ads.example/3\" \\d", "link-target:https://ads.example/3")]
    [InlineData(" INCLUDETEXT \"https://ads.example/4\" \\c conv", "link-target:https://ads.example/4")]
    [InlineData(" PAGEREF here ", "")]
    public void A_field_that_fetches_something_says_from_where(string field, string warnings) =>
        Assert.Equal(warnings, string.Join(',', One($"<w:p>{Field(field, T("advert"))}</w:p>").Warnings));

    [Fact]
    public void What_stands_in_an_instruction_raises_no_doubt_about_what_is_seen()
    {
        var record = One($"<w:p>{T("a ")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:sym w:font=\"Symbol\" w:char=\"F0FE\"/><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{T("b")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
        Assert.Equal("a b", record.Text);
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void A_document_without_a_paragraph_is_counted_all_the_same()
    {
        var summary = ReadRun.Of(new DocxReader(), "a.docx", Of("")).Summary;
        Assert.Equal((1L, new Skipped("no-paragraphs", 1)), (summary.Seen, Assert.Single(summary.Skipped)));
    }
}
