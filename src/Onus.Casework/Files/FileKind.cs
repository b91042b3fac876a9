using System.Buffers.Binary;
using System.Text;

namespace Onus.Casework.Files;

/// <summary>What a file seems to be, so that files alike can be answered for together. Nothing is read or decided by it.</summary>
public enum FileKind
{
    /// <summary>Something else.</summary>
    Rest = 0,

    /// <summary>A table: bank statements.</summary>
    Table,

    /// <summary>A text, or a zip with one or with what came with a chat: chat exports.</summary>
    Chat,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A document with paragraphs: statements and letters.</summary>
    Document,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A document or PDF whose name names one person of the case: most likely their statement.</summary>
    Named,
}

/// <summary>Tells kinds of files apart.</summary>
public static class FileKinds
{
    /// <summary>So many first bytes are enough.</summary>
    public const int BytesToLookAt = 16;

    /// <summary>So many of a zip: the heads of what lies in it stand between its files.</summary>
    public const int BytesOfZipToLookAt = 1 << 16;

    private static readonly byte[][] Pictures =
    [
        [0xFF, 0xD8, 0xFF], [0x89, .. "PNG"u8], [.. "GIF8"u8], [.. "II*\0"u8], [.. "MM\0*"u8], [.. "BM"u8],
    ];

    /// <summary>The kind by the first bytes and, where these leave it open, the ending of the name.</summary>
    public static FileKind Of(string name, ReadOnlySpan<byte> prefix)
    {
        ArgumentNullException.ThrowIfNull(name);
        var ending = Path.GetExtension(name).ToUpperInvariant();
        foreach (var picture in Pictures)
        {
            if (prefix.StartsWith(picture))
            {
                return FileKind.Picture;
            }
        }

        return prefix switch
        {
            _ when prefix.StartsWith("%PDF"u8) => FileKind.Pdf,
            _ when prefix.StartsWith("RIFF"u8) && prefix.Length >= 12 && prefix[8..].StartsWith("WEBP"u8) => FileKind.Picture,
            _ when prefix.Length >= 12 && prefix[4..].StartsWith("ftyp"u8) && ending is ".HEIC" or ".HEIF" or ".AVIF" => FileKind.Picture,
            _ when prefix.StartsWith("PK"u8) => ending is ".DOCX" ? FileKind.Document : ending is ".ZIP" ? InZip(prefix) : FileKind.Rest,
            _ => ending switch
            {
                ".CSV" or ".TSV" => FileKind.Table,
                ".TXT" when prefix.Length > 0 => FileKind.Chat,
                ".DOC" or ".DOCX" or ".ODT" or ".RTF" => FileKind.Document,
                _ => FileKind.Rest,
            },
        };
    }

    // By the names that its first bytes tell: a text or only what comes with messages is a chat, tables alone are tables. What tells nothing is taken for a chat,
    // which is what a zip mostly is.
    private static FileKind InZip(ReadOnlySpan<byte> bytes)
    {
        var kinds = new HashSet<FileKind>();
        while (bytes.Length >= 30 && bytes.StartsWith("PK\x3\x4"u8))
        {
            var name = 30 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
            if (name > bytes.Length)
            {
                break;
            }

            var called = Encoding.UTF8.GetString(bytes[30..name]);
            // A folder, or what a Mac lays beside each file, is nothing that anybody gave.
            if (!called.EndsWith('/') && !called.StartsWith("__MACOSX/", StringComparison.Ordinal))
            {
                kinds.Add(ByName(called));
            }

            // Written as it was packed, the length stands behind the file, and what comes next is not found.
            var next = name + BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[18..]);
            if ((bytes[6] & 8) != 0 || next > bytes.Length)
            {
                break;
            }

            bytes = bytes[(int)next..];
        }

        return kinds.Contains(FileKind.Chat) ? FileKind.Chat : kinds switch
        {
            { Count: 1 } when kinds.Contains(FileKind.Table) => FileKind.Table,
            _ when kinds.Overlaps([FileKind.Table, FileKind.Document]) => FileKind.Rest,
            _ => FileKind.Chat,
        };
    }

    /// <summary>The kind by the ending of a name alone, where the bytes are not at hand.</summary>
    public static FileKind ByName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" => FileKind.Table,
            ".TXT" or ".ZIP" => FileKind.Chat,
            ".JPG" or ".JPEG" or ".PNG" or ".GIF" or ".TIF" or ".TIFF" or ".BMP" or ".WEBP" or ".HEIC" or ".HEIF" or ".AVIF" => FileKind.Picture,
            ".PDF" => FileKind.Pdf,
            ".DOC" or ".DOCX" or ".ODT" or ".RTF" => FileKind.Document,
            _ => FileKind.Rest,
        };
    }
}
