using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Onus.Casework.Documents;

namespace Onus.Casework.Tests.Documents;

[Trait("Database", "none")]
public sealed class DocxDocumentTests
{
    internal static PrintDocument Everything { get; } = new("Request: Farm & \"depot\" <1>", "en",
    [
        new PrintHeading(1, "What we ask for"),
        new PrintParagraph([new PrintRun("Please secure the "), new PrintRun("ledgers", Bold: true), new PrintRun(" of the depot, "), new PrintRun("before 3 May", Italic: true), new PrintRun(".")]),
        new PrintHeading(2, "In their words"),
        new PrintParagraph([new PrintRun("राहदानी फिर्ता दिइएन।", Language: "ne-NP")]),
        new PrintParagraph([new PrintRun("أخذوا جوازات السفر يوم 12 مايو.", Language: "ar", RightToLeft: true)], RightToLeft: true),
        new PrintList(Numbered: false, [[new PrintRun("Ledger of 2024")], [new PrintRun("Ledger of 2025")]]),
        new PrintList(Numbered: true, [[new PrintRun("First")], [new PrintRun("Second")]]),
        new PrintHeading(3, "Again"),
        new PrintList(Numbered: true, [[new PrintRun("Begins at one")]]),
        new PrintTable([new PrintColumn("No", 1), new PrintColumn("What it shows", 5), new PrintColumn("Page", 1)],
            [.. Enumerable.Range(1, 60).Select(i => (IReadOnlyList<IReadOnlyList<PrintRun>>)[[new PrintRun($"{i}")], [new PrintRun("A transfer from Defendant 1, with words that run on\nto a second line.")], []])]),
        new PrintNote("Onus does not weigh credibility. Sufficiency is your decision."),
        new PrintPageBreak(),
        new PrintParagraph("Tab\there, and what XML cannot hold:\u0001."),
        new PrintSignatures(["Name and office", "Date"]),
    ])
    {
        Subtitle = "To the provincial police",
        Meta = ["Case: The farm", "Date: 3 May 2025"],
        Header = "Draft",
        Footer = "Page {page} of {pages}",
        Created = new DateTimeOffset(2025, 5, 3, 12, 0, 0, TimeSpan.Zero),
    };

    private static byte[] Write(PrintDocument document)
    {
        using var bytes = new MemoryStream();
        DocxDocument.Write(document, bytes);
        return bytes.ToArray();
    }

    private static T Read<T>(PrintDocument document, Func<WordprocessingDocument, T> look)
    {
        using var bytes = new MemoryStream(Write(document));
        using var file = WordprocessingDocument.Open(bytes, isEditable: false);
        return look(file);
    }

    private static string[] Faults(PrintDocument document) => Read(document, file =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ToArray());

    [Fact]
    public void Every_block_is_valid_in_both_directions()
    {
        Assert.Empty(Faults(Everything));
        Assert.Empty(Faults(Everything with { Language = "ar", RightToLeft = true, Size = SheetSize.Letter }));
        Assert.Empty(Faults(new PrintDocument("Empty", "en", [])));
    }

    [Fact]
    public void Text_arrives_unchanged_with_breaks_tabs_and_a_mark_for_what_XML_cannot_hold()
    {
        var text = Read(Everything, f => f.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText).ToList());
        Assert.Equal("Request: Farm & \"depot\" <1>", text[0]);
        Assert.Contains("Please secure the ledgers of the depot, before 3 May.", text);
        Assert.Contains("राहदानी फिर्ता दिइएन।", text);
        Assert.Contains("Tabhere, and what XML cannot hold:\uFFFD.", text);
        var (breaks, tabs) = Read(Everything, f => (f.MainDocumentPart!.Document!.Descendants<Break>().Count(b => b.Type is null), f.MainDocumentPart.Document.Descendants<TabChar>().Count()));
        // One break in each row and above each label to sign; one tab in the text and one for each line to sign on.
        Assert.Equal((62, 3), (breaks, tabs));
    }

    [Fact]
    public void Headings_have_outline_levels_and_tables_repeat_their_header()
    {
        var levels = Read(Everything, f => f.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .Where(s => s.StyleId!.Value!.StartsWith("Heading", StringComparison.Ordinal)).Select(s => s.StyleParagraphProperties!.OutlineLevel!.Val!.Value).ToList());
        Assert.Equal([0, 1, 2], levels);
        var rows = Read(Everything, f => f.MainDocumentPart!.Document!.Descendants<TableRow>().Select(r => r.Descendants<TableHeader>().Any()).ToList());
        Assert.Equal([true, .. Enumerable.Repeat(false, 60)], rows);
    }

    [Fact]
    public void Quotations_carry_their_language_and_direction()
    {
        var marked = Read(Everything, f => f.MainDocumentPart!.Document!.Descendants<Run>().Where(r => r.RunProperties?.Languages is not null)
            .Select(r => (r.RunProperties!.Languages!.Val!.Value, r.RunProperties.RightToLeftText is not null, ((Paragraph)r.Parent!).ParagraphProperties?.BiDi is not null)).ToList());
        Assert.Equal([("ne-NP", false, false), ("ar", true, true)], marked);
    }

    [Fact]
    public void Every_numbered_list_begins_at_one()
    {
        var used = Read(Everything, f => f.MainDocumentPart!.Document!.Descendants<NumberingId>().Select(n => n.Val!.Value).ToList());
        Assert.Equal([1, 1, 2, 2, 3], used);
        var starts = Read(Everything, f => f.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!.Descendants<StartOverrideNumberingValue>().Select(s => s.Val!.Value).ToList());
        Assert.Equal([1, 1], starts);
    }

    [Fact]
    public void Pages_are_numbered_by_fields()
    {
        var fields = Read(Everything, f => f.MainDocumentPart!.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(s => s.Instruction!.Value).ToList());
        Assert.Equal(["PAGE", "NUMPAGES"], fields);
        Assert.Equal("Page 1 of 1", Read(Everything, f => f.MainDocumentPart!.FooterParts.Single().Footer!.InnerText));
    }

    [Fact]
    public void Nothing_leads_outside_and_nobody_is_named()
    {
        Assert.True(Read(Everything, f => f.GetAllParts().All(p => !p.ExternalRelationships.Any() && !p.HyperlinkRelationships.Any())));
        using var zip = new ZipArchive(new MemoryStream(Write(Everything)));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase));
        var entry = Assert.Single(zip.Entries, e => e.FullName.EndsWith("core.xml", StringComparison.Ordinal));
        using var core = new StreamReader(entry.Open());
        var text = core.ReadToEnd();
        Assert.DoesNotContain("Onus", text, StringComparison.Ordinal);
        Assert.Contains("2025-05-03T12:00:00Z", text, StringComparison.Ordinal);
        Assert.DoesNotContain("lastModifiedBy", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_documents_give_equal_bytes_without_a_time_of_the_machine()
    {
        Assert.Equal(Write(Everything), Write(Everything));
        using var zip = new ZipArchive(new MemoryStream(Write(Everything)));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Write(new PrintDocument("a", "en", [new PrintHeading(4, "deep")])));
        Assert.Throws<ArgumentException>(() => Write(new PrintDocument("a", "en", [new PrintTable([], [])])));
        Assert.Throws<ArgumentException>(() => Write(new PrintDocument("a", "en", [new PrintTable([new PrintColumn("x")], [[[], []]])])));
    }
}
