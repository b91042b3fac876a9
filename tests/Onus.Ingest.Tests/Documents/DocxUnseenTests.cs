using Onus.Ingest.Documents;
using static Onus.Ingest.Tests.Documents.RawDocx;

namespace Onus.Ingest.Tests.Documents;

/// <summary>Words of a document that nobody sees on its pages are read, and said to be that.</summary>
public sealed class DocxUnseenTests
{
    private const string Rels = "word/_rels/document.xml.rels";

    private static string R(string look, string text) => $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Warnings(string body, params (string Name, string Content)[] others)
    {
        var record = Assert.Single(ReadRun.Of(new DocxReader(), "a.docx", Of(body, others)).Records);
        Assert.Contains("Ines Vorr", record.Text, StringComparison.Ordinal);
        return string.Join(',', record.Warnings);
    }

    [Theory]
    [InlineData("<w:highlight w:val=\"black\"/>", "covered-text:2")]
    [InlineData("<w:color w:val=\"auto\"/><w:highlight w:val=\"black\"/>", "covered-text:2")]
    [InlineData("<w:color w:val=\"FF0000\"/><w:highlight w:val=\"red\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/><w:color w:val=\"000000\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"solid\" w:color=\"1F3864\"/><w:color w:val=\"1F3864\"/>", "covered-text:2")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"FEFEFA\"/>", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", "text-without-contrast:2")]
    [InlineData("<w:sz w:val=\"2\"/>", "tiny-text:2")]
    [InlineData("<w:highlight w:val=\"yellow\"/>", "")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>", "")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"2F5496\"/>", "")]
    [InlineData("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>", "")]
    [InlineData("<w:color w:val=\"C00000\"/><w:sz w:val=\"12\"/>", "")]
    public void Letters_in_the_colour_of_what_lies_behind_them_or_too_small_are_told_from_those_that_are_seen(string look, string warnings)
    {
        Assert.Equal(warnings, Warnings($"<w:p>{R("", "I saw ")}{R(look, "Ines Vorr")}{R("", " there.")}</w:p>"));
    }

    [Fact]
    public void A_word_over_several_runs_is_one_and_words_apart_are_several()
    {
        const string Black = "<w:highlight w:val=\"black\"/>";
        Assert.Equal("covered-text:2", Warnings($"<w:p>{R(Black, "In")}{R(Black, "es")}{R(Black, " Vorr")}{R("", " left.")}</w:p>"));
        Assert.Equal("covered-text:2", Warnings($"<w:p>{R(Black, "yes")}{R("", "Ines Vorr")}{R(Black, "no")}</w:p>"));
    }

    [Fact]
    public void The_look_of_a_style_of_the_paragraph_and_of_the_cell_around_is_looked_at()
    {
        const string White = "<w:color w:val=\"FFFFFF\"/>";
        var styles = ("word/styles.xml", $"<w:styles {W}><w:style w:type=\"character\" w:styleId=\"Pale\"><w:rPr>{White}</w:rPr></w:style></w:styles>");
        var rels = (Rels, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"p0\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
        Assert.Equal("text-without-contrast:2", Warnings($"<w:p>{R("<w:rStyle w:val=\"Pale\"/>", "Ines Vorr")}</w:p>", rels, styles));
        Assert.Equal("", Warnings($"<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"333333\"/></w:pPr>{R(White, "Ines Vorr")}</w:p>"));
        Assert.Equal("covered-text:2", Warnings($"<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"333333\"/></w:pPr>{R("<w:color w:val=\"333333\"/>", "Ines Vorr")}</w:p>"));
        Assert.Equal("", Warnings(Cell("333333", White)));
        Assert.Equal("text-without-contrast:2", Warnings(Cell("FFFFFF", White)));
        Assert.Equal("covered-text:2", Warnings(Cell("333333", "<w:color w:val=\"333333\"/>")));

        static string Cell(string fill, string look) =>
            $"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"{fill}\"/></w:tcPr><w:p>{R(look, "Ines Vorr")}</w:p></w:tc></w:tr></w:tbl>";
    }

    [Theory]
    [InlineData("<w14:textFill><w14:noFill/></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"000000\"/><w14:textFill><w14:noFill/></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w:shd w:val=\"clear\" w:fill=\"2F5496\"/><w14:textFill><w14:noFill/></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"100000\"/></w14:srgbClr></w14:solidFill></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w14:textFill><w14:solidFill><w14:schemeClr w14:val=\"tx1\"><w14:alpha w14:val=\"99%\"/></w14:schemeClr></w14:solidFill></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w14:textFill><w14:gradFill><w14:gsLst><w14:gs w14:pos=\"0\"><w14:srgbClr w14:val=\"FF0000\"><w14:alpha w14:val=\"100000\"/></w14:srgbClr></w14:gs><w14:gs w14:pos=\"100000\"><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"100000\"/></w14:srgbClr></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"000000\"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"FFFFFF\"/></w14:solidFill></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"000000\"/><w14:textFill><w14:solidFill><w14:schemeClr w14:val=\"bg1\"/></w14:solidFill></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w14:textOutline><w14:noFill/></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>", "text-without-contrast:2")]
    [InlineData("<w14:textOutline w14:w=\"9525\"><w14:solidFill><w14:srgbClr w14:val=\"000000\"/></w14:solidFill></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>", "")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"C00000\"/></w14:solidFill></w14:textFill>", "")]
    [InlineData("<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"40000\"/></w14:srgbClr></w14:solidFill></w14:textFill>", "")]
    [InlineData("<w14:textFill><w14:solidFill><w14:schemeClr w14:val=\"bg1\"><w14:lumMod w14:val=\"50000\"/></w14:schemeClr></w14:solidFill></w14:textFill>", "")]
    [InlineData("<w14:textFill><w14:gradFill><w14:gsLst><w14:gs w14:pos=\"0\"><w14:srgbClr w14:val=\"FFFFFF\"/></w14:gs><w14:gs w14:pos=\"100000\"><w14:srgbClr w14:val=\"000000\"/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>", "")]
    [InlineData("<w:shd w:val=\"clear\" w:fill=\"2F5496\"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"FFFFFF\"/></w14:solidFill></w14:textFill>", "")]
    public void Letters_that_are_filled_with_nothing_or_with_what_lies_behind_them_are_told(string look, string warnings) =>
        Assert.Equal(warnings, Warnings($"<w:p>{R("", "I saw ")}{R(look, "Ines Vorr")}{R("", " there.")}</w:p>"));

    [Theory]
    [InlineData("<w:w w:val=\"1\"/>", "tiny-text:2")]
    [InlineData("<w:w w:val=\"1%\"/>", "tiny-text:2")]
    [InlineData("<w:w w:val=\"10\"/><w:sz w:val=\"22\"/>", "tiny-text:2")]
    [InlineData("<w:w w:val=\"90\"/>", "")]
    [InlineData("<w:w w:val=\"33\"/><w:sz w:val=\"22\"/>", "")]
    [InlineData("<w:w w:val=\"200\"/>", "")]
    public void Letters_that_are_pressed_together_until_nobody_sees_them_are_told(string look, string warnings) =>
        Assert.Equal(warnings, Warnings($"<w:p>{R("", "I saw ")}{R(look, "Ines Vorr")}{R("", " there.")}</w:p>"));

    [Theory]
    [InlineData("<w:shd w:val=\"pct50\" w:color=\"1F3864\" w:fill=\"1F3864\"/><w:color w:val=\"1F3864\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"pct95\" w:color=\"auto\" w:fill=\"auto\"/><w:color w:val=\"000000\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/><w:color w:val=\"808080\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"pct5\" w:color=\"auto\" w:fill=\"auto\"/><w:color w:val=\"FFFFFF\"/>", "text-without-contrast:2")]
    [InlineData("<w:shd w:val=\"diagStripe\" w:color=\"C00000\" w:fill=\"C00000\"/><w:color w:val=\"C00000\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"solid\" w:color=\"auto\"/><w:color w:val=\"000000\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"pct5\" w:color=\"FFFFFF\" w:fill=\"000000\"/><w:color w:val=\"FFFFFF\"/>", "")]
    [InlineData("<w:shd w:val=\"pct50\" w:color=\"auto\" w:fill=\"auto\"/><w:color w:val=\"FFFFFF\"/>", "")]
    [InlineData("<w:shd w:val=\"diagStripe\" w:color=\"000000\" w:fill=\"333399\"/><w:color w:val=\"FFFFFF\"/>", "")]
    [InlineData("<w:shd w:val=\"pct20\" w:color=\"auto\" w:fill=\"auto\"/><w:color w:val=\"000000\"/>", "")]
    [InlineData("<w:shd w:val=\"pct95\" w:color=\"auto\" w:fill=\"auto\"/>", "")]
    public void Letters_in_the_colour_of_the_pattern_behind_them_are_told(string look, string warnings) =>
        Assert.Equal(warnings, Warnings($"<w:p>{R("", "I saw ")}{R(look, "Ines Vorr")}{R("", " there.")}</w:p>"));

    [Theory]
    [InlineData("<w:color w:val=\"000000\" w:themeColor=\"background1\"/>", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"auto\" w:themeColor=\"light1\"/>", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"C00000\" w:themeColor=\"accent1\" w:themeTint=\"08\"/>", "text-without-contrast:2")]
    [InlineData("<w:shd w:val=\"clear\" w:fill=\"FFFFFF\" w:themeFill=\"accent1\"/><w:color w:val=\"000000\" w:themeColor=\"accent1\"/>", "covered-text:2")]
    [InlineData("<w:shd w:val=\"clear\" w:fill=\"FFFFFF\" w:themeFill=\"text1\"/><w:color w:val=\"111111\"/>", "covered-text:2")]
    [InlineData("<w:color w:val=\"FFFFFF\" w:themeColor=\"text1\"/>", "")]
    [InlineData("<w:color w:val=\"FFFFFF\" w:themeColor=\"background1\" w:themeShade=\"80\"/>", "")]
    [InlineData("<w:color w:val=\"FFFFFF\" w:themeColor=\"background1\"/><w:shd w:val=\"clear\" w:fill=\"FFFFFF\" w:themeFill=\"accent1\"/>", "")]
    [InlineData("<w:color w:val=\"000000\" w:themeColor=\"none\"/>", "")]
    public void Colours_of_the_theme_are_looked_up_and_not_what_a_program_wrote_beside_them(string look, string warnings)
    {
        var body = $"<w:p>{R("", "I saw ")}{R(look, "Ines Vorr")}{R("", " there.")}</w:p>";
        Assert.Equal(warnings, Warnings(body, Beside("theme"), ("word/theme.xml", Theme("000000", "FFFFFF"))));
        // The black and the white of a theme are those of every program, also where the part is not there.
        if (!look.Contains("accent", StringComparison.Ordinal))
        {
            Assert.Equal(warnings, Warnings(body));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("<w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\"/>", "")]
    [InlineData("<w:clrSchemeMapping w:bg1=\"dark1\" w:t1=\"light1\"/>", "text-without-contrast:2")]
    public void A_document_that_maps_its_text_to_the_light_colour_of_its_theme_is_read_so(string mapping, string warnings) =>
        Assert.Equal(warnings, Warnings(
            $"<w:p>{R("<w:color w:val=\"000000\" w:themeColor=\"text1\"/>", "Ines Vorr")}</w:p>", Beside("theme", "settings"), ("word/theme.xml", Theme("000000", "FFFFFF")), ("word/settings.xml", $"<w:settings {W}>{mapping}</w:settings>")));

    [Theory]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "", "", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"000000\" w:themeColor=\"background1\"/>", "", "", "text-without-contrast:2")]
    [InlineData("<w:sz w:val=\"1\"/>", "", "", "tiny-text:2")]
    [InlineData("<w:w w:val=\"1\"/>", "", "", "tiny-text:2")]
    [InlineData("<w14:textFill><w14:noFill/></w14:textFill>", "", "", "text-without-contrast:2")]
    [InlineData("", "<w:color w:val=\"000000\" w:themeColor=\"background1\"/>", "", "text-without-contrast:2")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "<w:color w:val=\"000000\"/>", "", "")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "", "<w:color w:val=\"auto\"/>", "")]
    [InlineData("<w:sz w:val=\"1\"/>", "<w:sz w:val=\"22\"/>", "", "")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "", "<w:shd w:val=\"clear\" w:fill=\"2F5496\"/>", "")]
    [InlineData("<w:color w:val=\"333333\"/>", "", "", "")]
    public void What_the_document_says_of_all_its_text_holds_where_nothing_nearer_says_otherwise(string defaults, string usual, string own, string warnings)
    {
        var styles = ("word/styles.xml", $"<w:styles {W} {W14}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:rPr>{usual}</w:rPr></w:style></w:styles>");
        Assert.Equal(warnings, Warnings($"<w:p>{R(own, "Ines Vorr")}</w:p>", Beside("styles"), styles));
        Assert.Equal(warnings, Warnings($"<w:p><w:pPr><w:pStyle w:val=\"Normal\"/></w:pPr>{R(own, "Ines Vorr")}</w:p>", Beside("styles"), styles));
    }

    private static (string, string) Beside(params string[] parts) => (Rels, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(parts.Select(part => $"<Relationship Id=\"{part}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part}\" Target=\"{part}.xml\"/>")) + "</Relationships>");

    private static string Theme(string dark, string light) =>
        $"<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements><a:clrScheme name=\"Office\"><a:dk1><a:sysClr val=\"windowText\" lastClr=\"{dark}\"/></a:dk1><a:lt1><a:sysClr val=\"window\" lastClr=\"{light}\"/></a:lt1><a:dk2><a:srgbClr val=\"44546A\"/></a:dk2><a:lt2><a:srgbClr val=\"E7E6E6\"/></a:lt2><a:accent1><a:srgbClr val=\"4472C4\"/></a:accent1></a:clrScheme></a:themeElements></a:theme>";
}
