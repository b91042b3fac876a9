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
}
