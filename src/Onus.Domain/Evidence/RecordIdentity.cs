using System.Globalization;
using System.Text;

namespace Onus.Domain.Evidence;

/// <summary>
/// The identity of a record: SHA-256 over a version, the hash of the file, the container chain and the position.
/// The parser is not part of it, so that a better parser finds the same record again.
/// </summary>
public static class RecordIdentity
{
    private const string Version = "onus.record/1";

    /// <summary>The identity of what stands at a place. Equal places give equal identities on every machine.</summary>
    public static Sha256 Of(Sha256 blob, IReadOnlyList<ContainerEntry> chain, Position at)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var text = new StringBuilder(Version).Append('\n').Append(blob.Hex).Append('\n');
        foreach (var entry in chain)
        {
            // The length before the name keeps two different chains from giving the same text.
            text.Append("zip ").Append(entry.Zip.Length.ToString(CultureInfo.InvariantCulture)).Append(' ')
                .Append(entry.Zip).Append(' ').Append(entry.Sha256.Hex).Append('\n');
        }

        text.Append(Describe(at));
        return Sha256.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Describe(Position at) => at switch
    {
        TextPosition p => string.Create(CultureInfo.InvariantCulture, $"text {p.ByteStart} {p.ByteLen}"),
        CsvPosition p => string.Create(CultureInfo.InvariantCulture, $"csv {p.ByteStart} {p.ByteLen}"),
        PdfPosition p => string.Create(CultureInfo.InvariantCulture, $"pdf {p.Page}") + string.Concat(p.Boxes.Select(Describe)),
        DocxPosition p => string.Create(CultureInfo.InvariantCulture, $"docx {p.Paragraph}"),
        DocxCommentPosition p => string.Create(CultureInfo.InvariantCulture, $"docx comment {p.Comment}"),
        ImagePosition p => "image" + (p.Box is { } box ? Describe(box) : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(at), at.GetType().Name, "A position of a kind that has no identity yet."),
    };

    private static string Describe(Box b) =>
        string.Create(CultureInfo.InvariantCulture, $" [{b.X:0.##} {b.Y:0.##} {b.Width:0.##} {b.Height:0.##}]");
}
