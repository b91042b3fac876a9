using System.Xml;
using Onus.Domain.Evidence;
using Onus.Ingest.Containers;

namespace Onus.Ingest.Documents;

/// <summary>A comment: words that somebody wrote beside the body (ECMA-376 part 1, 17.13.4).</summary>
/// <param name="Number">Its place in the file's list of comments, from 1.</param>
/// <param name="Id">The name by which the body refers to it; a file may give it twice.</param>
/// <param name="Author">Who wrote it, as the file says; null where it does not.</param>
/// <param name="Time">When, as far as the file says.</param>
/// <param name="Text">Its words, one line a paragraph.</param>
/// <param name="Warnings">What is not in the words, or differs from what is seen.</param>
internal sealed record DocxComment(int Number, string Id, string? Author, RecordTime Time, string Text, IReadOnlyList<string> Warnings)
{
    /// <summary>The paragraph at which it hangs, from 1; null where it hangs on none of the body.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Neither words nor anything else that a person would see.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>Reads the comments of a DOCX, with what the parts beside their list say of them.</summary>
internal static class DocxComments
{
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
    private const string Identities = "http://schemas.microsoft.com/office/word/2016/wordml/cid";
    private const string Extensible = "http://schemas.microsoft.com/office/word/2018/wordml/cex";
    private const string Utc = "http://schemas.microsoft.com/office/word/2023/wordml/word16du";

    /// <summary>The comments in the order of their list, without the places at which they hang.</summary>
    /// <param name="package">The document.</param>
    /// <param name="sides">Styles and lists, which comments share with the body.</param>
    /// <param name="warnings">What could not be read is added.</param>
    /// <exception cref="UnreadableException">The list does not hold.</exception>
    /// <exception cref="XmlException">The list is not well formed.</exception>
    public static IReadOnlyList<DocxComment> Read(DocxPackage package, DocxSides sides, List<string> warnings)
    {
        var found = new List<(DocxComment Comment, string? Date, string? DateUtc, IReadOnlyList<string> Paragraphs)>();
        using (var xml = package.OpenBeside("comments"))
        {
            if (xml is null)
            {
                return [];
            }

            var around = sides with { Links = package.Links("comments") };
            xml.MoveToContent();
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element || !xml.IsWord("comment"))
                {
                    xml.Read();
                    continue;
                }

                var author = xml.Word("author") is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : null;
                var (id, date, utc) = (xml.Word("id") ?? "", xml.Word("date"), xml.GetAttribute("dateUtc", Utc));
                var (text, said, paragraphs) = Story(xml.ReadOuterXml(), around);
                found.Add((new DocxComment(found.Count + 1, id, author, RecordTime.None, text, said), date, utc, paragraphs));
            }
        }

        var threads = Beside(package, "commentsExtended", "comment-threads-unreadable", warnings, Threads);
        var instants = Beside(package, "commentsIds", "comment-instants-unreadable", warnings, at => Pairs(at, "commentId", Identities, "paraId", "durableId"));
        var utcs = Beside(package, "commentsExtensible", "comment-instants-unreadable", warnings, at => Pairs(at, "commentExtensible", Extensible, "durableId", "dateUtc"));
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (comment, _, _, paragraphs) in found)
        {
            foreach (var paragraph in paragraphs)
            {
                numbers.TryAdd(paragraph, comment.Number);
            }
        }

        return [.. found.Select(Whole)];

        DocxComment Whole((DocxComment Comment, string? Date, string? DateUtc, IReadOnlyList<string> Paragraphs) read)
        {
            // What is said of a comment is said of its last paragraph.
            var key = read.Paragraphs.LastOrDefault(threads.ContainsKey);
            var (parent, isResolved) = key is null ? (null, false) : threads[key];
            var durable = read.Paragraphs.Select(p => instants.GetValueOrDefault(p)).LastOrDefault(d => d is not null);
            var (time, doubt) = DocxClock.Of(read.Date, read.DateUtc ?? (durable is null ? null : utcs.GetValueOrDefault(durable)));
            var said = new List<string?> { doubt };
            if (parent is not null)
            {
                said.Add(numbers.TryGetValue(parent, out var answered) ? Number("comment-answers:", answered) : "comment-answers-missing");
            }

            said.Add(isResolved ? "comment-resolved" : null);
            return read.Comment with
            {
                Time = time,
                IsEmpty = string.IsNullOrWhiteSpace(read.Comment.Text) && read.Comment.Warnings.Count == 0,
                Warnings = [.. said.OfType<string>(), .. read.Comment.Warnings],
            };
        }
    }

    /// <summary>A warning with the number of a comment.</summary>
    private static string Number(string warning, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{warning}{number}");

    // A comment is a small body: what a paragraph of a body can hold, one of a comment can.
    private static (string Text, IReadOnlyList<string> Warnings, IReadOnlyList<string> Paragraphs) Story(string comment, DocxSides around)
    {
        var fields = new DocxFields(new HashSet<int>());
        foreach (var _ in Paragraphs(around, fields))
        {
        }

        var read = Paragraphs(around, new DocxFields(fields.Unclosed)).ToList();
        var names = new List<string>();
        using var xml = Reader(comment);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.IsWord("p") && xml.GetAttribute("paraId", Word2010) is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }

        return (
            string.Join('\n', read.Select(p => p.Text).Where(t => !string.IsNullOrWhiteSpace(t))),
            [.. read.SelectMany(p => p.IsDocument ? ["object-not-read"] : p.Warnings).Distinct(StringComparer.Ordinal)], names);

        IEnumerable<DocxParagraph> Paragraphs(DocxSides sides, DocxFields open)
        {
            using var body = Reader(comment);
            foreach (var paragraph in DocxParagraphs.Of(body, sides, open, new DocxRanges()))
            {
                yield return paragraph;
            }
        }
    }

    private static XmlReader Reader(string xml) =>
        XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    // These parts came with later programs: a comment stands without them.
    private static Dictionary<string, T> Beside<T>(
        DocxPackage package, string kind, string lost, List<string> warnings, Func<XmlReader, IEnumerable<(string Key, T Value)>> read)
    {
        var found = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var xml = package.OpenBeside(kind);
            foreach (var (key, value) in xml is null ? [] : read(xml))
            {
                found[key] = value;
            }
        }
        catch (Exception e) when (ParserFault.Is(e) || e is UnreadableException)
        {
            if (!warnings.Contains(lost))
            {
                warnings.Add(lost);
            }
        }

        return found;
    }

    private static IEnumerable<(string Key, (string? Parent, bool IsResolved) Value)> Threads(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "commentEx" && xml.GetAttribute("paraId", Word2012) is { Length: > 0 } paragraph)
            {
                yield return (paragraph, (xml.GetAttribute("paraIdParent", Word2012), xml.GetAttribute("done", Word2012) is "1" or "true" or "on"));
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> Pairs(XmlReader xml, string element, string space, string key, string value)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element
                && xml.GetAttribute(key, space) is { Length: > 0 } name && xml.GetAttribute(value, space) is { Length: > 0 } says)
            {
                yield return (name, says);
            }
        }
    }
}
