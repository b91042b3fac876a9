using Onus.Ingest.Contract;

namespace Onus.Ingest.Reading;

/// <summary>
/// Whether the ending of a file's name tells another kind than its bytes. Nothing is read by the name; but a person who opens the file by it sees
/// something else, or nothing, and a false name may be evidence itself.
/// </summary>
internal static class NamedOtherwise
{
    // What an ending promises; an ending that is not here promises nothing. The kinds on the right are those of IFormat.NamedAs.
    private static readonly Dictionary<string, string[]> Promised = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ["pdf"],
        [".docx"] = ["docx"],
        [".docm"] = ["docx"],
        [".dotx"] = ["docx"],
        [".dotm"] = ["docx"],
        [".jpg"] = ["jpeg"],
        [".jpeg"] = ["jpeg"],
        [".jpe"] = ["jpeg"],
        [".jfif"] = ["jpeg"],
        [".png"] = ["png"],
        [".gif"] = ["gif"],
        [".webp"] = ["webp"],
        [".tif"] = ["tiff"],
        [".tiff"] = ["tiff"],
        [".dng"] = ["tiff"],
        [".heic"] = ["heif", "avif"],
        [".heif"] = ["heif", "avif"],
        [".hif"] = ["heif"],
        [".avif"] = ["avif", "heif"],
        [".txt"] = ["text"],
        [".text"] = ["text"],
        [".log"] = ["text"],
        [".csv"] = ["text"],
        [".tsv"] = ["text"],
        [".tab"] = ["text"],
        [".zip"] = ["zip"],
    };

    // Endings of kinds that no reader takes: whatever was read under one of them is something else.
    private static readonly HashSet<string> OfOthers = new(StringComparer.OrdinalIgnoreCase)
    {
        ".doc", ".dot", ".odt", ".rtf", ".xls", ".xlsx", ".xlsm", ".ods", ".ppt", ".pptx", ".odp", ".htm", ".html", ".xml", ".json", ".eml", ".msg", ".pst", ".mbox",
        ".bmp", ".svg", ".ico", ".psd", ".mp3", ".m4a", ".aac", ".wav", ".ogg", ".opus", ".amr", ".mp4", ".m4v", ".mov", ".avi", ".mkv", ".3gp", ".webm",
        ".exe", ".dll", ".msi", ".apk", ".bat", ".js", ".vbs", ".rar", ".7z", ".gz", ".tar", ".iso", ".db", ".sqlite", ".vcf", ".ics", ".epub",
    };

    /// <summary><c>named-otherwise:.pdf, jpeg</c> where the name promises another kind than was found; null where it does not.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">The kind that its bytes have, as <see cref="IFormat.NamedAs"/> says it.</param>
    public static string? Warning(EvidenceFile file, string kind)
    {
        var ending = Path.GetExtension(file.Name.TrimEnd('.', ' '));
        var lies = Promised.TryGetValue(ending, out var kinds) ? !kinds.Contains(kind) : OfOthers.Contains(ending);
        return lies ? $"{ReadWarnings.NamedOtherwise}:{ending.ToLowerInvariant()}, {kind}" : null;
    }
}
