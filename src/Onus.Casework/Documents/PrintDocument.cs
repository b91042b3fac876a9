namespace Onus.Casework.Documents;

/// <summary>
/// A document for people outside Onus, before it becomes a page or a file: the web prints it as HTML, <see cref="DocxDocument"/> writes it for editing.
/// It holds sentences, not keys: whoever makes it has chosen language and words.
/// </summary>
/// <param name="Title">Stands at the head and in the properties of the file.</param>
/// <param name="Language">Language of the document (BCP 47), for example <c>en</c> or <c>ne-NP</c>.</param>
/// <param name="Blocks">What it says, from top to bottom.</param>
public sealed record PrintDocument(string Title, string Language, IReadOnlyList<PrintBlock> Blocks)
{
    /// <summary>Whether the document as a whole is read from the right.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>A line below the title; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Short lines below the head: case, date, from, to.</summary>
    public IReadOnlyList<string> Meta { get; init; } = [];

    /// <summary>Stands at the top of every page; null for none.</summary>
    public string? Header { get; init; }

    /// <summary>Stands at the foot of every page; <c>{page}</c> and <c>{pages}</c> become numbers. Null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>When it was made; null leaves the file without a date. Never taken from a clock here.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>What whoever prints or sends it is told on the screen; it is no part of the paper.</summary>
    public IReadOnlyList<string> Mind { get; init; } = [];

    /// <summary>Size of the sheet.</summary>
    public SheetSize Size { get; init; } = SheetSize.A4;
}

/// <summary>Sizes of sheets.</summary>
public enum SheetSize
{
    /// <summary>210 by 297 mm.</summary>
    A4 = 0,

    /// <summary>8.5 by 11 inches.</summary>
    Letter = 1,
}

/// <summary>Some characters in one style.</summary>
/// <param name="Text">The characters. Line feeds break the line, tabs are tabs.</param>
/// <param name="Bold">In bold.</param>
/// <param name="Italic">In italics.</param>
/// <param name="Language">Language of these characters (BCP 47) where it is not that of the document: quotations.</param>
/// <param name="RightToLeft">Whether they are read from the right.</param>
public sealed record PrintRun(string Text, bool Bold = false, bool Italic = false, string? Language = null, bool RightToLeft = false)
{
    /// <summary>Words that no paper changes: what evidence says, and what the holder of an account finds it by.</summary>
    public bool Verbatim { get; init; }
}

/// <summary>A part of a document.</summary>
public abstract record PrintBlock
{
    /// <summary>Text in the style of the document as the only run.</summary>
    protected static IReadOnlyList<PrintRun> Plain(string text) => [new PrintRun(text)];
}

/// <summary>A heading.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Runs">Its text.</param>
public sealed record PrintHeading(int Level, IReadOnlyList<PrintRun> Runs) : PrintBlock
{
    /// <summary>A heading in the style of the document.</summary>
    public PrintHeading(int level, string text)
        : this(level, Plain(text))
    {
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its text.</param>
/// <param name="RightToLeft">Whether the paragraph as a whole is read from the right, as that of a quotation may be; null as the document is.</param>
public sealed record PrintParagraph(IReadOnlyList<PrintRun> Runs, bool? RightToLeft = null) : PrintBlock
{
    /// <summary>A paragraph in the style of the document.</summary>
    public PrintParagraph(string text)
        : this(Plain(text))
    {
    }
}

/// <summary>A list; every numbered list begins at 1.</summary>
/// <param name="Numbered">With numbers rather than bullets.</param>
/// <param name="Items">Its items.</param>
public sealed record PrintList(bool Numbered, IReadOnlyList<IReadOnlyList<PrintRun>> Items) : PrintBlock;

/// <summary>A table; its header row is repeated on every page.</summary>
/// <param name="Columns">Its columns, at least one.</param>
/// <param name="Rows">Its rows: cells of runs, as many as there are columns.</param>
public sealed record PrintTable(IReadOnlyList<PrintColumn> Columns, IReadOnlyList<IReadOnlyList<IReadOnlyList<PrintRun>>> Rows) : PrintBlock;

/// <summary>A column of a table.</summary>
/// <param name="Header">What its head says.</param>
/// <param name="Share">Its part of the width, as a number to be compared with those of the other columns; more than 0.</param>
public sealed record PrintColumn(string Header, double Share = 1);

/// <summary>What follows stands on a new page.</summary>
public sealed record PrintPageBreak : PrintBlock;

/// <summary>A remark that is set off from the text: a limit of what the document says.</summary>
/// <param name="Runs">Its text.</param>
public sealed record PrintNote(IReadOnlyList<PrintRun> Runs) : PrintBlock
{
    /// <summary>A remark in the style of the document.</summary>
    public PrintNote(string text)
        : this(Plain(text))
    {
    }
}

/// <summary>Lines to sign on.</summary>
/// <param name="Labels">What stands below each line: name, office, date.</param>
public sealed record PrintSignatures(IReadOnlyList<string> Labels) : PrintBlock;
