using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Onus.Casework.Documents;

/// <summary>How documents look: sober, black on white, in fonts that every office has. Sizes are half points, lengths twentieths of a point.</summary>
internal static class DocxStyles
{
    /// <summary>Numbering of bullets, and of the first numbered list; the others follow it.</summary>
    public const int Bullets = 1, FirstNumbering = 2;

    private const string Font = "Arial";

    /// <summary>The styles, with the language and direction of the document as their ground.</summary>
    public static Styles Of(PrintDocument document)
    {
        var ground = new ParagraphPropertiesBaseStyle();
        if (document.RightToLeft)
        {
            ground.Append(new BiDi());
        }

        ground.Append(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto });
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                    new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" },
                    new Languages { Val = document.Language, EastAsia = document.Language, Bidi = document.Language })),
                new ParagraphPropertiesDefault(ground)),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            Made("Title", "Title", 36, bold: true, before: 0, after: 60, outline: null),
            Made("Subtitle", "Subtitle", 26, bold: false, before: 0, after: 120, outline: null),
            Made("Heading1", "heading 1", 28, bold: true, before: 360, after: 120, outline: 0),
            Made("Heading2", "heading 2", 24, bold: true, before: 280, after: 80, outline: 1),
            Made("Heading3", "heading 3", 22, bold: true, before: 200, after: 60, outline: 2),
            Made("Meta", "Meta", 20, bold: false, before: 0, after: 20, outline: null),
            Made("Header", "header", 18, bold: false, before: 0, after: 0, outline: null),
            Made("Footer", "footer", 18, bold: false, before: 0, after: 0, outline: null),
            Made("TableHead", "Table head", 20, bold: true, before: 40, after: 40, outline: null),
            Made("TableCell", "Table cell", 20, bold: false, before: 40, after: 40, outline: null),
            Made("AfterTable", "After table", 12, bold: false, before: 0, after: 0, outline: null),
            Made("ListParagraph", "List Paragraph", 22, bold: false, before: 0, after: 60, outline: null),
            Framed(
                "Note", "Note",
                new StyleParagraphProperties(
                    new KeepLines(),
                    new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 6, Color = "505050" }),
                    Spacing(120, 120), new Indentation { Left = "170" }),
                Sized(20)),
            Framed(
                "Signature", "Signature",
                new StyleParagraphProperties(
                    new KeepLines(),
                    new Tabs(new TabStop { Val = TabStopValues.Left, Leader = TabStopLeaderCharValues.Underscore, Position = 4800 }),
                    Spacing(720, 0)),
                Sized(20)),
            TableGrid());
    }

    /// <summary>Settings: the version of Word whose rules hold, so that it does not open in a mode for old files.</summary>
    public static Settings Settings(PrintDocument document) => new(
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = document.Language, EastAsia = document.Language, Bidi = document.Language });

    /// <summary>Bullets, and one numbering for every numbered list.</summary>
    public static Numbering Lists(int numberedLists)
    {
        var numbering = new Numbering(
            Abstract(0, NumberFormatValues.Bullet, "\u2022"),
            Abstract(1, NumberFormatValues.Decimal, "%1."),
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Bullets });
        for (var i = 0; i < numberedLists; i++)
        {
            numbering.Append(new NumberingInstance(
                new AbstractNumId { Val = 1 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            { NumberID = FirstNumbering + i });
        }

        return numbering;
    }

    private static AbstractNum Abstract(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "567", Hanging = "397" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };

    private static Style Made(string id, string name, int size, bool bold, int before, int after, int? outline)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext(), new KeepLines());
        }

        paragraph.Append(Spacing(before, after));
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = Sized(size);
        if (bold)
        {
            run.PrependChild(new BoldComplexScript());
            run.PrependChild(new Bold());
        }

        return Framed(id, name, paragraph, run);
    }

    private static StyleRunProperties Sized(int size)
    {
        var half = size.ToString(CultureInfo.InvariantCulture);
        return new StyleRunProperties(new FontSize { Val = half }, new FontSizeComplexScript { Val = half });
    }

    private static Style Framed(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run) =>
        new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };

    private static SpacingBetweenLines Spacing(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
    };

    private static Style TableGrid()
    {
        static T Thin<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "808080" };
        return new Style(
            new StyleName { Val = "Table Grid" }, new PrimaryStyle(),
            new StyleTableProperties(
                new TableBorders(
                    Thin<TopBorder>(), Thin<LeftBorder>(), Thin<BottomBorder>(), Thin<RightBorder>(), Thin<InsideHorizontalBorder>(), Thin<InsideVerticalBorder>()),
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            StyleId = "TableGrid",
        };
    }
}
