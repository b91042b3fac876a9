using System.IO.Compression;
using System.Xml;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Documents;

/// <summary>
/// The parts of a DOCX (ECMA-376 part 2): a ZIP whose relationships name the main part. Names of entries are data and lead to nothing but entries.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private readonly ZipContainer zip;

    private DocxPackage(ZipContainer zip, string mainPart)
    {
        this.zip = zip;
        MainPart = mainPart;
    }

    /// <summary>Name of the entry that holds the body.</summary>
    public string MainPart { get; }

    /// <summary>The package, or null where the bytes are no ZIP or hold no word-processing document.</summary>
    /// <exception cref="UnreadableException">No ZIP, or a broken one, or one with two entries of one name.</exception>
    /// <exception cref="XmlException">The list of relationships is broken.</exception>
    public static DocxPackage? Open(EvidenceFile file)
    {
        DocxPackage? package = null;
        var container = ZipContainer.Open(file);
        try
        {
            return package = IsWordProcessing(container) && MainPartOf(container) is { } main ? new DocxPackage(container, main) : null;
        }
        finally
        {
            if (package is null)
            {
                container.Dispose();
            }
        }
    }

    /// <summary>The body. Reading it to the end checks size and sum; <see cref="UnreadableException"/> where they do not hold.</summary>
    public XmlReader OpenMain() => Read(zip, Single(zip, MainPart) ?? throw new UnreadableException(Failures.Damaged));

    /// <summary>The part of that kind beside the body, for example <c>styles</c>; null where there is none.</summary>
    public XmlReader? OpenBeside(string kind)
    {
        var target = Beside(kind).Select(r => r.Target).FirstOrDefault();
        return target is not null && Single(zip, Resolve(Folder, target)) is { } entry ? Read(zip, entry) : null;
    }

    /// <summary>Where the body, or a part beside it, leads out of the document: addresses by the names of their relationships.</summary>
    public IReadOnlyDictionary<string, string> Links(string? kind = null)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var part = kind is null ? MainPart : Beside(kind).Select(r => Resolve(Folder, r.Target)).First();
        foreach (var relationship in Relationships(zip, RelationshipsOf(part)).Where(r => r.IsExternal && r.Id.Length > 0))
        {
            found[relationship.Id] = relationship.Target;
        }

        return found;
    }

    /// <summary>Whether a header or footer has text.</summary>
    public bool HasHeaderText()
    {
        foreach (var (_, _, target, _) in Beside("header").Concat(Beside("footer")))
        {
            if (Single(zip, Resolve(Folder, target)) is { } entry)
            {
                using var xml = Read(zip, entry);
                while (xml.Read())
                {
                    if (xml.NodeType == XmlNodeType.Text && !string.IsNullOrWhiteSpace(xml.Value))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private string Folder => MainPart[..(MainPart.LastIndexOf('/') + 1)];

    private static string RelationshipsOf(string part) => $"{part[..(part.LastIndexOf('/') + 1)]}_rels/{part[(part.LastIndexOf('/') + 1)..]}.rels";

    private IEnumerable<Relationship> Beside(string kind) =>
        Relationships(zip, RelationshipsOf(MainPart)).Where(r => !r.IsExternal && r.Type.EndsWith("/" + kind, StringComparison.Ordinal));

    private static bool IsWordProcessing(ZipContainer zip)
    {
        if (Single(zip, "[Content_Types].xml") is not { } entry)
        {
            return false;
        }

        using var xml = Read(zip, entry);
        while (xml.Read())
        {
            var type = xml.NodeType == XmlNodeType.Element ? xml.GetAttribute("ContentType") : null;
            if (type is not null && type.EndsWith(".main+xml", StringComparison.Ordinal)
                && (type.Contains(".wordprocessingml.", StringComparison.Ordinal) || type.Contains("ms-word.", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? MainPartOf(ZipContainer zip)
    {
        foreach (var (_, type, target, external) in Relationships(zip, "_rels/.rels"))
        {
            if (!external && type.EndsWith("/officeDocument", StringComparison.Ordinal) && Resolve("", target) is var name && Single(zip, name) is not null)
            {
                return name;
            }
        }

        return null;
    }

    private static List<Relationship> Relationships(ZipContainer zip, string part)
    {
        var found = new List<Relationship>();
        if (Single(zip, part) is not { } entry)
        {
            return found;
        }

        using var xml = Read(zip, entry);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                found.Add(new Relationship(xml.GetAttribute("Id") ?? "", type, target, xml.GetAttribute("TargetMode") == "External"));
            }
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not (".." or "." or ""))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }

    // Two entries of one name: programs differ on which one they show, so neither is evidence of what was seen.
    private static ZipArchiveEntry? Single(ZipContainer zip, string name)
    {
        ZipArchiveEntry? found = null;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = found is null ? entry : throw new UnreadableException(Failures.Damaged);
            }
        }

        return found;
    }

    private static XmlReader Read(ZipContainer zip, ZipArchiveEntry entry) => XmlReader.Create(
        zip.Read(entry),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });

    private sealed record Relationship(string Id, string Type, string Target, bool IsExternal);
}
