using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Onus.Casework.Documents;

/// <summary>The body of a DOCX. Lengths are twentieths of a point, as everywhere in the format.</summary>
internal sealed class DocxBody(PrintDocument document)
{
    /// <summary>Ids of the parts that the last section names.</summary>
    public const string HeaderId = "rId4", FooterId = "rId5";

    private const int Margin = 1134;
    private readonly (uint Width, uint Height) sheet = document.Size == SheetSize.Letter ? (12240u, 15840u) : (11906u, 16838u);

    /// <summary>How many numbered lists were written: each has a numbering of its own, so that it begins at 1.</summary>
    public int NumberedLists { get; private set; }

    private int TextWidth => (int)sheet.Width - (2 * Margin);

    public Body Write()
    {
        var body = new Body(Paragraph("Title", [new PrintRun(document.Title)]));
        if (document.Subtitle is { } subtitle)
        {
            body.Append(Paragraph("Subtitle", [new PrintRun(subtitle)]));
        }

        foreach (var line in document.Meta)
        {
            body.Append(Paragraph("Meta", [new PrintRun(line)]));
        }

        foreach (var block in document.Blocks)
        {
            Append(body, block);
        }

        body.Append(Section());
        return body;
    }

    /// <summary>A paragraph in a style.</summary>
    public Paragraph Paragraph(string? style, IReadOnlyList<PrintRun> runs, bool? rightToLeft = null, NumberingProperties? list = null)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        if (list is not null)
        {
            properties.Append(list);
        }

        // Word applies its own guess where nothing is said, so a left-to-right paragraph in a right-to-left document says so.
        if ((rightToLeft ?? document.RightToLeft) != document.RightToLeft)
        {
            properties.Append(new BiDi { Val = !document.RightToLeft });
        }

        var paragraph = properties.HasChildren ? new Paragraph(properties) : new Paragraph();
        // In a right-to-left document a run without a language of its own is in that language, and read from the right.
        paragraph.Append(runs.Select(r => DocxText.Of(document.RightToLeft && r.Language is null ? r with { RightToLeft = true } : r)));
        return paragraph;
    }

    /// <summary>The foot of a page, with fields where the text has <c>{page}</c> and <c>{pages}</c>.</summary>
    public Paragraph FooterLine(string text)
    {
        var line = Paragraph("Footer", []);
        var rest = text;
        while (rest.Length > 0)
        {
            var at = rest.IndexOf("{page", StringComparison.Ordinal);
            var token = at < 0 ? null : rest.AsSpan(at).StartsWith("{page}") ? "{page}" : rest.AsSpan(at).StartsWith("{pages}") ? "{pages}" : null;
            if (token is null)
            {
                line.Append(DocxText.Of(new PrintRun(rest, RightToLeft: document.RightToLeft)));
                break;
            }

            if (at > 0)
            {
                line.Append(DocxText.Of(new PrintRun(rest[..at], RightToLeft: document.RightToLeft)));
            }

            line.Append(new SimpleField(new Run(new Text("1"))) { Instruction = token == "{page}" ? "PAGE" : "NUMPAGES" });
            rest = rest[(at + token.Length)..];
        }

        return line;
    }

    private void Append(Body body, PrintBlock block)
    {
        switch (block)
        {
            case PrintHeading { Level: >= 1 and <= 3 } heading:
                body.Append(Paragraph(string.Create(CultureInfo.InvariantCulture, $"Heading{heading.Level}"), heading.Runs));
                break;
            case PrintParagraph paragraph:
                body.Append(Paragraph(null, paragraph.Runs, paragraph.RightToLeft));
                break;
            case PrintList list:
                var number = list.Numbered ? DocxStyles.FirstNumbering + NumberedLists++ : DocxStyles.Bullets;
                body.Append(list.Items.Select(item => Paragraph("ListParagraph", item, list: new NumberingProperties(
                    new NumberingLevelReference { Val = 0 }, new NumberingId { Val = number }))));
                break;
            case PrintTable table:
                // Word joins two tables that touch, and wants a paragraph after the last.
                body.Append(TableOf(table), new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "AfterTable" })));
                break;
            case PrintPageBreak:
                body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
                break;
            case PrintNote note:
                body.Append(Paragraph("Note", note.Runs));
                break;
            case PrintSignatures signatures:
                // The tab of the style draws the line. A border would not do: neighbours with one border share it.
                body.Append(signatures.Labels.Select(label => Paragraph("Signature", [new PrintRun("\t\n" + label)])));
                break;
            default:
                throw new ArgumentException("No such block, or a heading deeper than 3: " + block.GetType().Name, nameof(block));
        }
    }

    private Table TableOf(PrintTable table)
    {
        if (table.Columns.Count == 0 || table.Columns.Any(c => !(c.Share > 0)) || table.Rows.Any(r => r.Count != table.Columns.Count))
        {
            throw new ArgumentException("A table has columns, each with a share, and rows with as many cells.", nameof(table));
        }

        var sum = table.Columns.Sum(c => c.Share);
        var widths = table.Columns.Select(c => ((int)(TextWidth * c.Share / sum)).ToString(CultureInfo.InvariantCulture)).ToList();
        var properties = new TableProperties(new TableStyle { Val = "TableGrid" });
        if (document.RightToLeft)
        {
            properties.Append(new BiDiVisual());
        }

        properties.Append(
            new TableWidth { Width = TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed });
        var element = new Table(properties, new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        element.Append(Row(widths, "TableHead", [.. table.Columns.Select(c => (IReadOnlyList<PrintRun>)[new PrintRun(c.Header)])], header: true));
        element.Append(table.Rows.Select(row => Row(widths, "TableCell", row, header: false)));
        return element;
    }

    private TableRow Row(List<string> widths, string style, IReadOnlyList<IReadOnlyList<PrintRun>> cells, bool header)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (header)
        {
            properties.Append(new TableHeader());
        }

        var row = new TableRow(properties);
        row.Append(cells.Select((cell, i) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = widths[i], Type = TableWidthUnitValues.Dxa }), Paragraph(style, cell))));
        return row;
    }

    private SectionProperties Section()
    {
        var section = new SectionProperties();
        if (document.Header is not null)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId });
        }

        if (document.Footer is not null)
        {
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId });
        }

        section.Append(
            new PageSize { Width = sheet.Width, Height = sheet.Height },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 });
        if (document.RightToLeft)
        {
            section.Append(new BiDi());
        }

        return section;
    }
}
