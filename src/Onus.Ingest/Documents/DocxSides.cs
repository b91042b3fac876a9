using System.Text;
using System.Xml;
using Onus.Ingest.Containers;

namespace Onus.Ingest.Documents;

/// <summary>What stands beside the body of a DOCX and is needed to read it.</summary>
/// <param name="Styles">Styles of paragraphs and characters.</param>
/// <param name="Lists">Lists with automatic numbers.</param>
/// <param name="Links">Addresses outside the document, by the names of their relationships.</param>
/// <param name="Comments">Each with its author and date before its words, by its number.</param>
/// <param name="NeverEnding">Fields of the body that no end closes, by number: see <see cref="DocxFields"/>.</param>
/// <param name="Warnings">What of this could not be read.</param>
internal sealed record DocxSides(
    DocxStyles Styles, DocxLists Lists, IReadOnlyDictionary<string, string> Links, IReadOnlyDictionary<string, string> Comments,
    IReadOnlySet<int> NeverEnding, IReadOnlyList<string> Warnings)
{
    /// <summary>Reads the parts and passes through the body once. A damaged part beside the body does not make the body unreadable; a warning says so.</summary>
    /// <exception cref="UnreadableException">The body does not hold.</exception>
    /// <exception cref="XmlException">The body is not well formed.</exception>
    public static DocxSides Of(DocxPackage package)
    {
        var warnings = new List<string>();
        T Part<T>(string kind, T without, Func<XmlReader, T> read)
        {
            try
            {
                using var xml = package.OpenBeside(kind);
                return xml is null ? without : read(xml);
            }
            catch (Exception e) when (ParserFault.Is(e) || e is UnreadableException)
            {
                warnings.Add("part-unreadable:" + kind);
                return without;
            }
        }

        var styles = Part("styles", new DocxStyles(), DocxStyles.Read);
        var lists = Part("numbering", new DocxLists(), DocxLists.Read);
        var comments = Part("comments", [], ReadComments);
        IReadOnlyDictionary<string, string> links = new Dictionary<string, string>();
        try
        {
            links = package.Links();
        }
        catch (Exception e) when (ParserFault.Is(e) || e is UnreadableException)
        {
            warnings.Add("part-unreadable:relationships");
        }

        var sides = new DocxSides(styles, lists, links, comments, new HashSet<int>(), warnings);
        var fields = new DocxFields(sides.NeverEnding);
        var commented = new HashSet<string>(StringComparer.Ordinal);
        using var body = package.OpenMain();
        foreach (var _ in DocxParagraphs.Of(body, sides, fields, commented))
        {
        }

        // A comment may hang on a header or a note, which are not read, or on nothing at all.
        var elsewhere = comments.Where(c => !commented.Contains(c.Key)).Select(c => "comment-elsewhere:" + c.Value);
        return sides with { NeverEnding = fields.Unclosed, Warnings = [.. warnings, .. elsewhere] };
    }

    private static Dictionary<string, string> ReadComments(XmlReader xml)
    {
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        xml.MoveToContent();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element || !xml.IsWord("comment"))
            {
                xml.Read();
                continue;
            }

            var number = xml.Word("id") ?? "";
            var by = DocxChanges.By(xml.Word("author"), xml.Word("date"));
            var text = new StringBuilder();
            foreach (var at in xml.Inside())
            {
                if (at.IsWord("p") && text.Length > 0)
                {
                    text.Append(' ');
                }
                else if (at.IsWord() && at.LocalName is "tab" or "br" or "cr")
                {
                    text.Append(' ');
                }
                else if (at.IsWord("t") && at.Read() && at.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                {
                    text.Append(at.Value);
                }
            }

            comments[number] = by.Length == 0 ? text.ToString() : $"{by}: {text}";
        }

        return comments;
    }
}
