namespace Onus.Casework.Files;

/// <summary>What a file seems to be, so that files alike can be answered for together. Nothing is read or decided by it.</summary>
public enum FileKind
{
    /// <summary>Something else.</summary>
    Rest = 0,

    /// <summary>A table: bank statements.</summary>
    Table,

    /// <summary>A text or a zip: chat exports.</summary>
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
            _ when prefix.StartsWith("PK"u8) => ending is ".DOCX" ? FileKind.Document : ending is ".ZIP" ? FileKind.Chat : FileKind.Rest,
            _ => ending switch
            {
                ".CSV" or ".TSV" => FileKind.Table,
                ".TXT" when prefix.Length > 0 => FileKind.Chat,
                ".DOC" or ".DOCX" or ".ODT" or ".RTF" => FileKind.Document,
                _ => FileKind.Rest,
            },
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
