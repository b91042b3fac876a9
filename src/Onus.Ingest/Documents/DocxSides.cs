using System.Xml;
using Onus.Ingest.Containers;

namespace Onus.Ingest.Documents;

/// <summary>What stands beside the body of a DOCX and is needed to read it.</summary>
/// <param name="Styles">Styles of paragraphs and characters.</param>
/// <param name="Lists">Lists with automatic numbers.</param>
/// <param name="Links">Addresses outside the document, by the names of their relationships.</param>
/// <param name="Comments">Those that the body can refer to, in the order in which a person meets them.</param>
/// <param name="NeverEnding">Fields of the body that no end closes, by number: see <see cref="DocxFields"/>.</param>
/// <param name="Warnings">What of this could not be read.</param>
internal sealed record DocxSides(
    DocxStyles Styles, DocxLists Lists, IReadOnlyDictionary<string, string> Links, IReadOnlyList<DocxComment> Comments,
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

        var theme = Part("theme", new DocxTheme(), DocxTheme.Read);
        theme = Part("settings", theme, theme.Mapped);
        var styles = Part("styles", new DocxStyles(), xml => DocxStyles.Read(xml, theme));
        var lists = Part("numbering", new DocxLists(), DocxLists.Read);
        IReadOnlyDictionary<string, string> links = new Dictionary<string, string>();
        try
        {
            links = package.Links();
        }
        catch (Exception e) when (ParserFault.Is(e) || e is UnreadableException)
        {
            warnings.Add("part-unreadable:relationships");
        }

        var sides = new DocxSides(styles, lists, links, [], new HashSet<int>(), warnings) { Theme = theme };
        try
        {
            var comments = DocxComments.Read(package, sides, warnings);
            sides = sides with { Comments = comments, CommentIds = comments.Select(c => c.Id).ToHashSet(StringComparer.Ordinal) };
        }
        catch (Exception e) when (ParserFault.Is(e) || e is UnreadableException)
        {
            warnings.Add("part-unreadable:comments");
        }

        var fields = new DocxFields(sides.NeverEnding);
        var ranges = new DocxRanges();
        using var body = package.OpenMain();
        foreach (var _ in DocxParagraphs.Of(body, sides, fields, ranges))
        {
        }

        return sides with { NeverEnding = fields.Unclosed, Comments = ranges.Hang(sides.Comments) };
    }

    /// <summary>Colours that are called by a name.</summary>
    public DocxTheme Theme { get; private init; } = new();

    /// <summary>Names by which the body can refer to comments.</summary>
    public IReadOnlySet<string> CommentIds { get; private init; } = new HashSet<string>();
}
