using Onus.Domain.Evidence;
using Onus.Ingest.Documents;
using static Onus.Ingest.Tests.Documents.RawDocx;

namespace Onus.Ingest.Tests.Documents;

/// <summary>Where what a file holds and what a person sees on the page part.</summary>
public sealed class DocxTrapsTests
{
    private const string Rels = "word/_rels/document.xml.rels";

    private static ReadRun Read(string body, params (string Name, string Content)[] others)
    {
        var run = ReadRun.Of(new DocxReader(), "a.docx", Of(body, others));
        Assert.Null(run.Summary.Failure);
        Assert.All(run.Records, r => Assert.Equal(r.Locator.Slice, DocxSlice.Of(run.File, (DocxPosition)r.Locator.At)));
        return run;
    }

    private static IEnumerable<string?> Texts(string body, params (string Name, string Content)[] others) => Read(body, others).Records.Select(r => r.Text);

    private static EvidenceRecord One(string body, params (string Name, string Content)[] others) => Assert.Single(Read(body, others).Records);

    private static string T(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{instruction}<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string I(string instruction) => $"<w:r><w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r>";

    private static (string, string) Beside(params (string Kind, string Target)[] parts) => (Rels,
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(parts.Select((p, i) => p.Kind == "hyperlink"
            ? $"<Relationship Id=\"h{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"{p.Target}\" TargetMode=\"External\"/>"
            : $"<Relationship Id=\"p{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{p.Kind}\" Target=\"{p.Target}\"/>"))
        + "</Relationships>");

    [Fact]
    public void A_field_in_the_instruction_of_another_is_not_seen_and_one_in_its_result_is()
    {
        Assert.Equal("Room: upper.", One($"<w:p>{T("Room: ")}{Field(I(" IF ") + Field(I("DOCVARIABLE Floor"), T("7")) + I(" &gt; 3 \"upper\" \"lower\""), T("upper"))}{T(".")}</w:p>").Text);
        Assert.Equal("a12b", One($"<w:p>{T("a")}{Field(I("QUOTE"), T("1") + Field(I("PAGE"), T("2")))}{T("b")}</w:p>").Text);
        Assert.Equal("x deep y", One($"<w:p>{T("x ")}{Field(I("IF") + Field(I("IF") + Field(I("A"), T("one")), T("two")), T("deep"))}{T(" y")}</w:p>").Text);
    }

    [Fact]
    public void Fields_go_on_over_paragraphs_in_their_instruction_and_in_their_result()
    {
        const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", Middle = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        Assert.Equal(["Before ", "seen", "after"], Texts($"<w:p>{T("Before ")}{Begin}{I("IF x")}</w:p><w:p>{T("not seen")}</w:p><w:p>{I("y")}{Middle}{T("seen")}</w:p><w:p>{End}{T("after")}</w:p>"));
    }

    [Fact]
    public void A_field_that_never_ends_swallows_nothing_and_is_said()
    {
        var run = Read($"<w:p>{T("He ")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{T("paid")}</w:p>{P("nothing")}<w:p>{Field(I("PAGE"), T("4"))}</w:p>");
        Assert.Equal(["He paid", "nothing", "4"], run.Records.Select(r => r.Text));
        Assert.Equal(["field-unclosed"], run.Records[0].Warnings);
        Assert.Empty(run.Records[1].Warnings);
    }

    [Theory]
    [InlineData("<w:trPr><w:del w:author=\"Clerk A\" w:date=\"2025-03-01T09:00:00Z\"/></w:trPr>", "", null, "tracked-deletion,deleted-words:Clerk A, 2025-03-01T09:00:00Z: ran off")]
    [InlineData("<w:trPr><w:cantSplit/><w:ins w:author=\"Clerk A\"/></w:trPr>", "", "ran off", "tracked-insertion")]
    [InlineData("", "<w:tcPr><w:cellDel w:author=\"Clerk A\"/></w:tcPr>", null, "tracked-deletion,deleted-words:Clerk A: ran off")]
    [InlineData("", "<w:tcPr><w:cellIns/></w:tcPr>", "ran off", "tracked-insertion")]
    [InlineData("", "<w:tcPr><w:cellMerge w:vMerge=\"cont\"/></w:tcPr>", "ran off", "tracked-cell-merge")]
    [InlineData("<w:trPr><w:moveFrom w:author=\"Clerk A\"/></w:trPr>", "", null, "tracked-deletion,deleted-words:Clerk A: ran off")]
    public void Rows_and_cells_carry_changes_of_their_own(string row, string cell, string? text, string warnings)
    {
        var run = Read($"<w:tbl><w:tr>{row}<w:tc>{cell}{P("ran off")}<w:p/></w:tc></w:tr><w:tr><w:tc>{P("stays")}</w:tc></w:tr></w:tbl>{P("End")}");
        Assert.Equal([text, "stays", "End"], run.Records.Select(r => r.Text));
        Assert.Equal(warnings, string.Join(',', run.Records[0].Warnings));
        Assert.All(run.Records.Skip(1), r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void The_words_that_two_people_deleted_are_kept_apart_and_out_of_the_text()
    {
        var record = One($"<w:p>{T("He paid ")}<w:del w:author=\"A\"><w:r><w:delText>no</w:delText></w:r><w:r><w:delText>body</w:delText></w:r></w:del><w:del w:author=\"B\"><w:r><w:delText>us</w:delText></w:r></w:del>{T("her")}</w:p>");
        Assert.Equal("He paid her", record.Text);
        Assert.Equal(["tracked-deletion", "deleted-words:A: nobody", "deleted-words:B: us"], record.Warnings);
    }

    [Fact]
    public void A_text_box_never_touches_the_sentence_it_hangs_in()
    {
        const string V = "xmlns:v=\"urn:schemas-microsoft-com:vml\"";
        string Box(string inside) => $"<w:r><w:pict><v:shape {V}><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
        Assert.Equal(["He owed us\nNote 3\nNote 4", "cell\nin the table"], Texts(
            $"<w:p>{T("He ")}{Box(P("Note 3"))}{T("owed")}{Box(P("Note 4"))}{T(" us")}</w:p><w:tbl><w:tr><w:tc><w:p>{Box(P("in the table"))}{T("cell")}</w:p></w:tc></w:tr></w:tbl>"));
        Assert.Equal("alone", One($"<w:p>{Box(P("alone"))}</w:p>").Text);
    }

    private static string Form(string data, string kind, string result = "") =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar></w:r>{I(kind)}<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Theory]
    [InlineData("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", "FORMCHECKBOX", "\u2612")]
    [InlineData("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>", "FORMCHECKBOX", "\u2610")]
    [InlineData("<w:checkBox><w:checked w:val=\"true\"/></w:checkBox>", "FORMCHECKBOX", "\u2612")]
    [InlineData("<w:checkBox/>", "FORMCHECKBOX", "\u2610")]
    [InlineData("<w:ddList><w:listEntry w:val=\"yes\"/><w:listEntry w:val=\"no\"/></w:ddList>", "FORMDROPDOWN", "yes")]
    [InlineData("<w:ddList><w:default w:val=\"1\"/><w:listEntry w:val=\"yes\"/><w:listEntry w:val=\"no\"/></w:ddList>", "FORMDROPDOWN", "no")]
    public void What_was_ticked_or_chosen_in_an_old_form_is_read(string data, string kind, string shown)
    {
        var record = One($"<w:p>{Form(data, kind)}{T(" came freely")}</w:p>");
        Assert.Equal(shown + " came freely", record.Text);
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void A_form_field_that_says_nothing_or_two_things_is_said()
    {
        Assert.Equal(["form-field-not-read"], One($"<w:p>{Form("<w:ddList><w:result w:val=\"5\"/><w:listEntry w:val=\"a\"/></w:ddList>", "FORMDROPDOWN")}{T("x")}</w:p>").Warnings);
        Assert.Equal(["form-field-not-read"], One($"<w:p>{Field(I(" FORMCHECKBOX "), "")}{T("x")}</w:p>").Warnings);
        Assert.Equal(["form-field-says:a"], One($"<w:p>{Form("<w:ddList><w:listEntry w:val=\"a\"/></w:ddList>", "FORMDROPDOWN", T("b"))}</w:p>").Warnings);
        Assert.Equal("typed", One($"<w:p>{Form("<w:textInput/>", "FORMTEXT", T("typed"))}</w:p>").Text);
    }

    [Fact]
    public void Boxes_and_prompts_of_content_controls_are_read_as_what_they_are()
    {
        static string Control(string properties, string content) => $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        static string Box(int on) => $"<w14:checkbox xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w14:checked w14:val=\"{on}\"/></w14:checkbox>";
        const string Symbol = "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>";
        Assert.Equal("\u2612 held \u2610 free", One($"<w:p>{Control(Box(1), Symbol)}{T(" held ")}{Control(Box(0), T("\u2610"))}{T(" free")}</w:p>").Text);
        Assert.Equal("\u2612 held", One($"<w:p>{Control(Box(1), "")}{T(" held")}</w:p>").Text);
        Assert.Equal(["form-field-says:\u2610"], One($"<w:p>{Control(Box(0), T("\u2612"))}</w:p>").Warnings);
        Assert.Equal("\u2612", One(Control(Box(1), $"<w:p>{Symbol}</w:p>")).Text);
        Assert.Equal(["prompt-text"], One($"<w:p>{T("Age: ")}{Control("<w:showingPlcHdr/>", T("Click here"))}</w:p>").Warnings);
    }

    private const string Styles = $"<w:styles {W}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:rPr><w:sz w:val=\"20\"/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:basedOn w:val=\"N\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Child\"><w:basedOn w:val=\"Base\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Off\"><w:basedOn w:val=\"Base\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:basedOn w:val=\"Base\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Mark\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Gone\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

    private const string Numbering = $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"7\">"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:pStyle w:val=\"Sub\"/><w:lvlText w:val=\"%1(%2)\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"-\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"9\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"hindiCounting\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"5\"><w:abstractNumId w:val=\"8\"/></w:num><w:num w:numId=\"9\"><w:abstractNumId w:val=\"9\"/></w:num>"
        + "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";

    private static (string, string)[] Listed => [Beside(("styles", "styles.xml"), ("numbering", "numbering.xml")), ("word/styles.xml", Styles), ("word/numbering.xml", Numbering)];

    private static string In(string properties, string text = "x") => $"<w:p><w:pPr>{properties}</w:pPr>{T(text)}</w:p>";

    private static string Style(string name) => $"<w:pStyle w:val=\"{name}\"/>";

    private static string List(int list) => $"<w:numPr><w:numId w:val=\"{list}\"/></w:numPr>";

    [Fact]
    public void Automatic_numbers_are_counted_through_styles_levels_and_new_beginnings()
    {
        var run = Read(
            In(Style("Base")) + In(Style("Child")) + In(Style("Sub")) + In(Style("Sub")) + In(Style("Off")) + In(Style("Base")) + In(Style("Sub"))
            + In(List(6)) + In(List(6)) + In(Style("Child") + List(0)) + In(List(5)) + In(List(9)) + In(List(77)) + In(Style("Loop")) + P("plain")
            + In($"<w:pPrChange><w:pPr>{List(4)}</w:pPr></w:pPrChange>") + In(Style("Base") + "<w:rPr><w:del/></w:rPr>") + In(Style("Base")), Listed);
        Assert.Equal(
            ["3.", "4.", "4(a)", "4(b)", "-", "5.", "5(a)", "1.", "2.", "-", "-", "?", "?", "-", "-", "-", "-", "3."],
            run.Records.Select(r => r.Warnings.FirstOrDefault(w => w.StartsWith("shown-number:", StringComparison.Ordinal))?["shown-number:".Length..]
                ?? (r.Warnings.Contains("automatic-number") ? "?" : "-")));
    }

    [Fact]
    public void The_usual_style_numbers_paragraphs_that_name_none() => Assert.Equal(["automatic-number", "shown-number:3."], One(
        P("x"), Beside(("styles", "s.xml"), ("numbering", "n.xml")), ("word/n.xml", Numbering),
        ("word/s.xml", $"<w:styles {W}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:pPr>{List(4)}</w:pPr></w:style></w:styles>")).Warnings);

    [Theory]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "1200", "7", "1200\u2077 a")]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "1200", "10,1", "1200\u00B9\u2070,\u00B9 a")]
    [InlineData("<w:rStyle w:val=\"Mark\"/>", "1200", "7", "1200\u2077 a")]
    [InlineData("<w:position w:val=\"6\"/>", "1200", "7", "1200\u2077 a")]
    [InlineData("<w:vertAlign w:val=\"subscript\"/>", "1200", "2", "1200\u2082 a")]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "\u0967\u0968", "\u0969\u096A", "\u0967\u0968[\u0969\u096A] a")]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "the 3", "rd", "the 3rd a")]
    [InlineData("<w:vertAlign w:val=\"baseline\"/>", "12", "00", "1200 a")]
    public void A_raised_figure_never_joins_the_figure_beside_it(string look, string before, string raised, string text) =>
        Assert.Equal(text, One($"<w:p>{T(before)}<w:r><w:rPr>{look}</w:rPr><w:t>{raised}</w:t></w:r>{T(" a")}</w:p>", Listed).Text);

    [Fact]
    public void The_address_behind_a_link_is_kept()
    {
        var relationships = Beside(("hyperlink", "https://ads.example/a?b=1&amp;c=2"), ("hyperlink", "mailto:desk@ads.example"));
        const string R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        var run = Read(
            $"<w:p><w:hyperlink r:id=\"h0\" w:anchor=\"top\" {R}>{T("one")}</w:hyperlink><w:hyperlink r:id=\"h1\" {R}>{T("two")}</w:hyperlink><w:hyperlink w:anchor=\"here\">{T("three")}</w:hyperlink></w:p>"
            + $"<w:p>{Field(I(" HYPERLINK \\o \"a tip\" ") + I("\"https://ads.example/") + Field(I("MERGEFIELD n"), T("room 9")) + I("\" \\l \"end\" "), T("four"))}</w:p>"
            + $"<w:p><w:fldSimple w:instr=\" HYPERLINK https://ads.example/5 \">{T("five")}</w:fldSimple>{Field(I("HYPERLINK \\l \"inside\""), T("six"))}</w:p>"
            + $"<w:p>{Field(I("HYPERLINK &quot;C:\\\\ads\\\\7.docx&quot;"), T("seven"))}</w:p>", relationships);
        Assert.Equal(["onetwothree", "four", "fivesix", "seven"], run.Records.Select(r => r.Text));
        Assert.Equal(
            ["link-target:https://ads.example/a?b=1&c=2#top,link-target:mailto:desk@ads.example", "link-target:https://ads.example/room 9#end", "link-target:https://ads.example/5", "link-target:C:\\ads\\7.docx"],
            run.Records.Select(r => string.Join(',', r.Warnings)));
    }

    [Fact]
    public void Hidden_and_struck_text_is_said_where_there_is_text_and_not_for_the_mark_of_a_paragraph()
    {
        var run = Read("<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>no</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rStyle w:val=\"Gone\"/></w:rPr><w:t>no</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>yes</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>yes</w:t></w:r></w:p>", Listed);
        Assert.Equal(["struck-text", "hidden-text", "", ""], run.Records.Select(r => string.Join(',', r.Warnings)));
    }

    [Fact]
    public void A_damaged_part_beside_the_body_is_said_and_the_body_is_read()
    {
        var run = Read(P("She left"), Beside(("styles", "styles.xml")), ("word/styles.xml", "<w:styles"));
        Assert.Equal("She left", Assert.Single(run.Records).Text);
        Assert.Equal(["part-unreadable:styles"], run.Summary.Warnings);
    }
}
