using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Onus.Domain.Evidence;
using Onus.Ingest.Documents;
using static Onus.Ingest.Tests.Documents.RawDocx;

namespace Onus.Ingest.Tests.Documents;

public sealed class DocxReaderTests
{
    private static ReadRun Read(byte[] docx) => ReadRun.Of(new DocxReader(), "a.docx", docx);

    // Of a body of one paragraph.
    private static EvidenceRecord One(string body, params (string Name, string Content)[] others) => Assert.Single(Read(Of(body, others)).Records);

    private static byte[] WrittenByTheSdk()
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(
                new Paragraph(new Run(new Text("Statement of Survivor B"))),
                new Paragraph(),
                new Table(
                    new TableRow(new TableCell(new Paragraph(new Run(new Text("Date")))), new TableCell(new Paragraph(new Run(new Text("Amount"))))),
                    new TableRow(new TableCell(new Paragraph(new Run(new Text("2025-05-03")))), new TableCell(new Paragraph()))),
                new Paragraph(new Run(new Text("राहदानी फिर्ता दिइएन।"), new TabChar(), new Text("جوازات السفر")))));
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new Paragraph(new Run(new Text("Confidential"))));
        }

        return bytes.ToArray();
    }

    [Fact]
    public void Paragraphs_of_body_and_cells_are_records_in_reading_order_and_empty_ones_are_counted()
    {
        var run = Read(WrittenByTheSdk());
        Assert.Equal(["Statement of Survivor B", "Date", "Amount", "2025-05-03", "राहदानी फिर्ता दिइएन।\tجوازات السفر"], run.Records.Select(r => r.Text));
        Assert.Equal([1, 3, 4, 5, 7], run.Records.Select(r => Assert.IsType<DocxPosition>(r.Locator.At).Paragraph));
        Assert.Equal((7, null), (run.Summary.Seen, run.Summary.Failure));
        Assert.Equal(new Skipped("empty-paragraph", 2), Assert.Single(run.Summary.Skipped));
        Assert.All(run.Records, r => Assert.Equal(Sha256.Of(Encoding.UTF8.GetBytes(r.Text!)), r.Locator.Slice));
    }

    [Fact]
    public void Headers_with_text_are_said_to_be_there_at_the_first_record()
    {
        var run = Read(WrittenByTheSdk());
        Assert.Equal(["headers-not-read"], run.Records[0].Warnings);
        Assert.All(run.Records.Skip(1), r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void Insertions_are_read_and_deletions_are_not_and_both_are_said()
    {
        var record = One("<w:p><w:r><w:t xml:space=\"preserve\">He took </w:t></w:r><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>one passport</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>all passports</w:t></w:r></w:ins><w:moveFrom w:id=\"3\" w:author=\"x\"><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>");
        Assert.Equal("He took all passports", record.Text);
        Assert.Equal(["tracked-deletion", "tracked-insertion", "deleted-words:x: one passportgone"], record.Warnings);
    }

    [Fact]
    public void A_paragraph_whose_text_was_deleted_stays_to_be_seen()
    {
        var record = One("<w:p><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>never mind</w:delText></w:r></w:del></w:p>");
        Assert.Null(record.Text);
        Assert.Equal(["tracked-deletion", "deleted-words:x: never mind"], record.Warnings);
    }

    [Fact]
    public void Tabs_breaks_and_hyphens_are_read_and_tab_stops_and_field_codes_are_not() =>
        Assert.Equal("a\tb\nc\u2011d 4", One(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">d </w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t> 4 </w:t></w:r></w:p>").Text);

    [Fact]
    public void A_text_box_belongs_to_its_paragraph_and_is_read_once()
    {
        var run = Read(Of("<w:p><w:r><w:t>Form</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" + P("Name: Survivor B") + P("Age: 19")
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + P("Name: Survivor B") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + P("Next")));
        Assert.Equal(["Form\nName: Survivor B\nAge: 19", "Next"], run.Records.Select(r => r.Text));
        Assert.Equal(["text-box"], run.Records[0].Warnings);
        Assert.Equal(2, ((DocxPosition)run.Records[1].Locator.At).Paragraph);
    }

    [Fact]
    public void What_is_not_read_is_said_where_it_stands()
    {
        var run = Read(Of(
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>numbered</w:t></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>shown</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>noted</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:p><w:r><w:t>commented</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>"
            + "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p><w:p><w:r><w:rPr><w:rFonts w:ascii=\"Preeti\"/></w:rPr><w:t>xfdL</w:t></w:r></w:p>"
            + "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r></w:p><w:altChunk/>"));
        Assert.Equal(
            ["automatic-number", "hidden-text", "", "note-not-read", "comment-not-read", "picture-not-read", "legacy-font:Preeti", "symbol-font"],
            run.Records.Select(r => string.Join(',', r.Warnings)));
        Assert.Equal(new Skipped("embedded-document", 1), Assert.Single(run.Summary.Skipped));
        Assert.Equal(9, run.Summary.Seen);
    }

    [Theory]
    [InlineData("<w:drawing><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/></a:graphicData></a:graphic></w:drawing>", "drawing-not-read")]
    [InlineData("<w:drawing><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"/></a:graphic></w:drawing>", "drawing-not-read")]
    [InlineData("<w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textpath string=\"PAID\"/></v:shape></w:pict>", "drawing-not-read")]
    [InlineData("<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>12 000 x 3</m:t></m:r></m:oMath>", "equation-not-read")]
    [InlineData("<m:oMath xmlns:m=\"http://purl.oclc.org/ooxml/officeDocument/math\"/>", "equation-not-read")]
    [InlineData("<w:drawing><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><a:blip/></a:graphicData></a:graphic></w:drawing>", "picture-not-read")]
    public void A_drawing_or_an_equation_is_not_read_and_said_to_be_there(string part, string warning)
    {
        var run = Read(Of($"<w:p><w:r>{part}</w:r></w:p><w:p><w:r><w:t>He owes</w:t>{part}</w:r></w:p>"));
        Assert.Equal([null, "He owes"], run.Records.Select(r => r.Text));
        Assert.All(run.Records, r => Assert.Equal([warning], r.Warnings));
        Assert.Empty(run.Summary.Skipped);
    }

    [Fact]
    public void Content_controls_and_the_strict_format_are_read()
    {
        var strict = $"<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{P("inside")}</w:sdtContent></w:sdt>{P("outside")}</w:body></w:document>";
        Assert.Equal(["inside", "outside"], Read(OfDocument(strict)).Records.Select(r => r.Text));
    }

    [Fact]
    public void A_document_type_definition_is_refused()
    {
        var bomb = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + $"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
        Assert.Equal("damaged", Read(OfDocument(bomb)).Summary.Failure);
    }

    [Fact]
    public void A_body_that_swells_like_a_bomb_is_refused_with_one_record_or_none()
    {
        var body = new StringBuilder();
        while (body.Length < 70_000_000)
        {
            body.Append("<w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p><w:p></w:p>");
        }

        Assert.Equal("unpacks-too-large", Read(Of(body.ToString())).Summary.Failure);
    }

    [Fact]
    public void A_flipped_bit_that_still_inflates_is_found_by_the_sum()
    {
        var bytes = Of(P("He took one passport"));
        // The stored sum of the body, in its local header and in the directory; only the directory counts.
        var name = bytes.AsSpan().LastIndexOf("word/document.xml"u8);
        bytes[name - 46 + 16] ^= 1;
        Assert.Equal("damaged", Read(bytes).Summary.Failure);
    }

    [Fact]
    public void Two_bodies_are_no_document() =>
        Assert.Equal("damaged", Read(Of(P("one"), ("WORD/document.xml", $"<w:document {W}/>"))).Summary.Failure);

    [Fact]
    public void An_encrypted_document_is_unusable()
    {
        // The start of a compound file: sectors of 512 bytes, the directory in sector 1, its second entry the encrypted package.
        var ole = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(ole);
        (ole[30], ole[48]) = (9, 1);
        Encoding.Unicode.GetBytes("Root Entry").CopyTo(ole, 1024);
        var plain = (byte[])ole.Clone();
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(ole, 1024 + 128);
        var run = Read(ole);
        Assert.Equal(("encrypted", 1), (run.Summary.Failure, run.Summary.Seen));
        Assert.True(new DocxReader().Takes(ReadRun.FileOf("a.docx", ole)));
        Assert.False(new DocxReader().Takes(ReadRun.FileOf("a.xlsx", ole)));
        Assert.False(new DocxReader().Takes(ReadRun.FileOf("a.doc", plain)));
    }

    [Fact]
    public void Only_word_processing_documents_are_taken()
    {
        var reader = new DocxReader();
        Assert.True(reader.Takes(ReadRun.FileOf("x", Of(P("a")))));
        Assert.False(reader.Takes(ReadRun.FileOf("a.docx", [])));
        Assert.False(reader.Takes(ReadRun.FileOf("a.docx", ReadRun.Fixture("scripts-office.pdf"))));
        using var bytes = new MemoryStream();
        using (var sheet = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            sheet.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
        }

        Assert.False(reader.Takes(ReadRun.FileOf("a.docx", bytes.ToArray())));
    }

    [Fact]
    public void Half_a_file_is_truncated()
    {
        var bytes = WrittenByTheSdk();
        Assert.Equal("truncated", Read(bytes[..(bytes.Length / 2)]).Summary.Failure);
    }

    [Fact]
    public void Every_locator_verifies_and_a_changed_file_does_not()
    {
        var run = Read(WrittenByTheSdk());
        Assert.All(run.Records, r => Assert.Equal(r.Locator.Slice, DocxSlice.Of(run.File, (DocxPosition)r.Locator.At)));
        var other = ReadRun.FileOf("a.docx", Of(P("another")));
        Assert.NotEqual(run.Records[0].Locator.Slice, DocxSlice.Of(other, new DocxPosition(1)));
        Assert.Null(DocxSlice.Of(other, new DocxPosition(2)));
        Assert.Null(DocxSlice.Of(ReadRun.FileOf("a.docx", [1, 2, 3]), new DocxPosition(1)));
    }

    [Fact]
    public void Reading_gives_the_same_under_every_culture_and_on_every_thread() =>
        ReadRun.IsTheSameEverywhere(new DocxReader(), "a.docx", WrittenByTheSdk());

    [Fact]
    public void Damage_never_throws() => ReadRun.SurvivesDamage(new DocxReader(), "a.docx", WrittenByTheSdk(), 1000);
}
