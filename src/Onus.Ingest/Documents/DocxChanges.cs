using System.Text;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>
/// Tracked changes around a place of the body (ECMA-376 part 1, 17.13.5): of runs, and of whole rows and cells, whose text carries no mark of its own.
/// </summary>
internal sealed class DocxChanges
{
    private readonly Stack<(int Depth, Kind Kind, string Who)> around = new();

    // Cells around this place, with the colour that each puts behind its text: empty for none, null where it does not say, and its table's style may.
    private readonly Stack<(int Depth, string? Shade)> cells = new();

    /// <summary>The colour that the cell around puts behind text; null where there is none, or none is known.</summary>
    public string? CellShade => cells.Count > 0 ? cells.Peek().Shade : null;

    /// <summary>Whether what lies behind text here is the paper: in a cell that says nothing a style of the table may put a colour there.</summary>
    public bool IsOnPaper => cells.Count == 0 || cells.Peek().Shade is "";

    private enum Kind
    {
        /// <summary>A row or cell without a change.</summary>
        None = 0,

        Deleted,
        Inserted,
        Merged,
    }

    /// <summary>Whether what stands here was deleted, or moved away.</summary>
    public bool IsDeleted => around.Any(a => a.Kind == Kind.Deleted);

    /// <summary>Who deleted it and when, in the file's own words; empty where it does not say.</summary>
    public string Who => around.FirstOrDefault(a => a.Kind == Kind.Deleted).Who ?? "";

    /// <summary>What is to be said of text that stands here.</summary>
    public IEnumerable<string> Warnings => around.Select(a => a.Kind switch
    {
        Kind.Deleted => "tracked-deletion",
        Kind.Inserted => "tracked-insertion",
        Kind.Merged => "tracked-cell-merge",
        _ => null,
    }).OfType<string>();

    /// <summary>Enters an element, on which the reader stands and which is not empty, where changes can hang on it.</summary>
    public void Enter(XmlReader xml)
    {
        if (xml.LocalName is "tr" or "tc" or "del" or "moveFrom" or "ins" or "moveTo")
        {
            around.Push((xml.Depth, KindOf(xml.LocalName), WhoOf(xml)));
        }

        if (xml.LocalName == "tc")
        {
            cells.Push((xml.Depth, null));
        }
    }

    /// <summary>Leaves the element at whose end the reader stands.</summary>
    public void Leave(XmlReader xml)
    {
        while (around.TryPeek(out var last) && last.Depth >= xml.Depth)
        {
            around.Pop();
        }

        while (cells.TryPeek(out var cell) && cell.Depth >= xml.Depth)
        {
            cells.Pop();
        }
    }

    /// <summary>Reads the properties of a row or a cell, on which the reader stands, and moves behind them.</summary>
    public void Properties(XmlReader xml, DocxTheme theme)
    {
        var row = xml.LocalName == "trPr";
        var depth = xml.Depth;
        foreach (var at in xml.Inside())
        {
            if (!row && at.LocalName == "shd" && cells.TryPop(out var cell))
            {
                cells.Push((cell.Depth, DocxColours.OfShading(at, theme)));
            }

            var kind = row ? KindOf(at.LocalName) : at.LocalName switch
            {
                "cellDel" => Kind.Deleted,
                "cellIns" => Kind.Inserted,
                "cellMerge" => Kind.Merged,
                _ => Kind.None,
            };
            if (kind != Kind.None)
            {
                // As deep as its row or cell, to be left with it.
                around.Push((depth - 1, kind, WhoOf(at)));
            }
        }
    }

    private static Kind KindOf(string name) => name switch
    {
        "del" or "moveFrom" => Kind.Deleted,
        "ins" or "moveTo" => Kind.Inserted,
        _ => Kind.None,
    };

    private static string WhoOf(XmlReader xml) => By(xml.Word("author"), xml.Word("date"));

    /// <summary>Author and date as the file states them.</summary>
    public static string By(string? author, string? date) =>
        string.Join(", ", new[] { author, date }.Where(s => !string.IsNullOrWhiteSpace(s)));

    /// <summary>The words that were deleted from a paragraph, kept apart from the text that stands.</summary>
    internal sealed class Words
    {
        private readonly List<(string Who, StringBuilder Text)> parts = [];

        private bool isApart;

        /// <summary>What follows stands elsewhere on the page, in a box or behind one.</summary>
        public void Part() => isApart = true;

        public void Add(string who, string text)
        {
            if (isApart && text.Length > 0)
            {
                isApart = false;
                if (parts.Count > 0 && parts[^1].Who == who)
                {
                    parts[^1].Text.Append(" | ");
                }
            }

            if (parts.Count == 0 || parts[^1].Who != who)
            {
                parts.Add((who, new StringBuilder()));
            }

            parts[^1].Text.Append(text);
        }

        /// <summary>A warning for each who and when, in the order of the text.</summary>
        public IEnumerable<string> Warnings => parts.Where(p => !string.IsNullOrWhiteSpace(p.Text.ToString()))
            .Select(p => p.Who.Length == 0 ? $"deleted-words:{p.Text}" : $"deleted-words:{p.Who}: {p.Text}");
    }
}
