using System.Globalization;
using System.Text;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>The passages of a body that its comments are about (ECMA-376 part 1, 17.13.4.3 to 17.13.4.5), gathered while the body is read.</summary>
internal sealed class DocxRanges
{
    // Enough to find the passage by; the whole of it stands in its paragraphs.
    private const int Longest = 300;
    private readonly Dictionary<string, Passage> met = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Passage> open = new(StringComparer.Ordinal);
    private int paragraph = 1;

    /// <summary>Takes the mark of a beginning or an end on which the reader stands; they stand inside paragraphs and between them.</summary>
    public void Take(XmlReader xml)
    {
        if (xml.Word("id") is { } id && xml.LocalName == "commentRangeStart")
        {
            open[id] = Meet(id);
        }
        else if (xml.LocalName == "commentRangeEnd")
        {
            open.Remove(xml.Word("id") ?? "");
        }
    }

    /// <summary>The place at which a comment is drawn, which ends a passage that nothing else does.</summary>
    public void Refer(string id)
    {
        Meet(id);
        open.Remove(id);
    }

    /// <summary>Text of the body.</summary>
    /// <param name="part">The text.</param>
    /// <param name="isDeleted">Whether it was deleted under tracked changes.</param>
    public void Show(string part, bool isDeleted)
    {
        foreach (var passage in open.Values)
        {
            Add(isDeleted ? passage.Deleted : passage.Words, part);
        }
    }

    /// <summary>A paragraph ends.</summary>
    public void Next()
    {
        paragraph++;
        foreach (var passage in open.Values)
        {
            Add(passage.Words, passage.Words.Length == 0 ? "" : " ");
            Add(passage.Deleted, passage.Deleted.Length == 0 ? "" : " ");
        }
    }

    /// <summary>The comments with the paragraphs at which they hang and what they are about, in the order in which a person meets them; last those that hang nowhere.</summary>
    public IReadOnlyList<DocxComment> Hang(IReadOnlyList<DocxComment> comments)
    {
        var places = new Dictionary<int, (int Paragraph, int Order)>();
        var hung = new List<(DocxComment Comment, int Order)>();
        foreach (var comment in comments)
        {
            if (met.TryGetValue(comment.Id, out var passage) && passage.Paragraph < paragraph)
            {
                places[comment.Number] = (passage.Paragraph, passage.Order);
                hung.Add((comment with { Paragraph = passage.Paragraph, Warnings = [.. passage.Warnings, .. comment.Warnings] }, passage.Order));
            }
            else if (Answered(comment) is { } parent && places.TryGetValue(parent, out var beside))
            {
                // An answer that has no place of its own stands with what it answers.
                places[comment.Number] = beside;
                hung.Add((comment with { Paragraph = beside.Paragraph }, beside.Order));
            }
            else
            {
                hung.Add((comment with { Warnings = ["comment-elsewhere", .. comment.Warnings] }, 0));
            }
        }

        return [.. hung.OrderBy(h => h.Comment.Paragraph ?? int.MaxValue).ThenBy(h => h.Order).ThenBy(h => h.Comment.Number).Select(h => h.Comment)];
    }

    private static int? Answered(DocxComment comment)
    {
        const string Answers = "comment-answers:";
        return comment.Warnings.FirstOrDefault(w => w.StartsWith(Answers, StringComparison.Ordinal)) is { } said
            ? int.Parse(said.AsSpan(Answers.Length), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    private static void Add(StringBuilder text, string part)
    {
        if (text.Length <= Longest)
        {
            text.Append(part);
        }
    }

    private Passage Meet(string id)
    {
        if (!met.TryGetValue(id, out var passage))
        {
            met[id] = passage = new Passage(paragraph, met.Count, new StringBuilder(), new StringBuilder());
        }

        return passage;
    }

    private sealed record Passage(int Paragraph, int Order, StringBuilder Words, StringBuilder Deleted)
    {
        public IEnumerable<string> Warnings
        {
            get
            {
                if (Shown(Words) is { Length: > 0 } words)
                {
                    yield return "comment-on:" + words;
                }

                if (Shown(Deleted) is { Length: > 0 } deleted)
                {
                    yield return "comment-on-deleted:" + deleted;
                }
            }
        }

        private static string Shown(StringBuilder text) =>
            text.Length <= Longest ? text.ToString().Trim() : text.ToString(0, Longest).Trim() + " …";
    }
}
