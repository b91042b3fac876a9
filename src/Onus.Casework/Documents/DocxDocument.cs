using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Onus.Casework.Documents;

/// <summary>
/// Writes a document as DOCX for people to edit (ECMA-376): styles with outline levels, A4 or Letter, languages and directions marked,
/// no macros, no links to anything outside, no names of people, machines or programs. Equal documents give equal bytes on one version of Onus.
/// </summary>
public static class DocxDocument
{
    // ZIP knows no earlier time; a later one would tell when and in which zone somebody worked.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the document.</summary>
    /// <param name="document">What it says.</param>
    /// <param name="output">Where to; left open. Need not be seekable.</param>
    /// <exception cref="ArgumentException">A heading deeper than 3, a table without columns, or a row with other cells than columns.</exception>
    public static void Write(PrintDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        using var package = new MemoryStream();
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = file.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            var body = new DocxBody(document);
            main.Document = new Document(body.Write());
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.Of(document);
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = DocxStyles.Settings(document);
            main.AddNewPart<NumberingDefinitionsPart>("rId3").Numbering = DocxStyles.Lists(body.NumberedLists);
            if (document.Header is not null)
            {
                main.AddNewPart<HeaderPart>(DocxBody.HeaderId).Header = new Header(body.Paragraph("Header", [new PrintRun(document.Header)]));
            }

            if (document.Footer is not null)
            {
                main.AddNewPart<FooterPart>(DocxBody.FooterId).Footer = new Footer(body.FooterLine(document.Footer));
            }

            using var core = new MemoryStream(Encoding.UTF8.GetBytes(Core(document)));
            file.AddNewPart<CoreFilePropertiesPart>("rId2").FeedData(core);
        }

        package.Position = 0;
        CopySorted(package, output);
    }

    private static string Core(PrintDocument document)
    {
        var created = document.Created is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</dcterms:created>")
            : "";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{SecurityElement.Escape(DocxText.Clean(document.Title))}</dc:title>"
            + $"<dc:language>{SecurityElement.Escape(document.Language)}</dc:language>{created}</cp:coreProperties>";
    }

    // The packaging library stamps entries with the time of the machine and writes them in the order of its tables.
    private static void CopySorted(Stream package, Stream output)
    {
        using var from = new ZipArchive(package, ZipArchiveMode.Read);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // The list of content types comes first: some programs look for it there.
        foreach (var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = NoTime;
            using var source = entry.Open();
            using var target = copy.Open();
            source.CopyTo(target);
        }
    }
}
