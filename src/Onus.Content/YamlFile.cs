using System.Text;
using Onus.Domain.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Onus.Content;

/// <summary>One YAML file: its root, the line of every place in it, and the faults found so far.</summary>
internal sealed class YamlFile
{
    /// <summary>Content is written by hand; a larger file is not one of ours and is not parsed.</summary>
    private const long MaxBytes = 1024 * 1024;

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<ContentFault> faults;

    private YamlFile(string name, List<ContentFault> faults)
    {
        Name = name;
        this.faults = faults;
    }

    /// <summary>No file: for a mapping of which nothing is read.</summary>
    public static YamlFile Nowhere() => new("", []);

    /// <summary>Path of the file as it was opened.</summary>
    public string Name { get; }

    /// <summary>Whether something in a list could not be read: places counted in the model are then not those of the file.</summary>
    public bool HasHoles { get; set; }

    /// <summary>
    /// Reads a file whose root is a mapping. Null, and a fault, where it is broken, too large, not UTF-8 or something else.
    /// </summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static (YamlFile File, YamlMap? Root) Read(string name, List<ContentFault> faults)
    {
        var file = new YamlFile(name, faults);
        if (new FileInfo(name).Length > MaxBytes)
        {
            file.Fault("", "content.too-large", ("max", MaxBytes));
            return (file, null);
        }

        try
        {
            using var reader = new StreamReader(name, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var stream = new YamlStream();
            stream.Load(new NoAliases(new Parser(reader)));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return (file, new YamlMap(file, "", root));
            }

            file.Fault("", "content.not-a-mapping");
        }
        catch (YamlException broken)
        {
            // The parser calls a tab in an indent something else and names a line before it or behind it. Whatever else is wrong is found once it is gone.
            faults.Add(FirstTab(name) is { } tab
                ? new ContentFault(name, tab, "", Error.Invalid("content.tab"))
                : new ContentFault(name, (int)Math.Max(1, broken.Start.Line), "", Error.Invalid("content.broken-yaml", ("message", broken.Message))));
        }
        catch (DecoderFallbackException)
        {
            file.Fault("", "content.not-utf8");
        }

        return (file, null);
    }

    /// <summary>Reads a file of one kind, every key of it. The given value, and a fault, where it is broken, too large, not UTF-8 or no mapping.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static T Read<T>(string name, List<ContentFault> faults, T otherwise, Func<YamlMap, T> read)
    {
        if (Read(name, faults).Root is not { } root)
        {
            return otherwise;
        }

        var done = read(root);
        root.Done();
        return done;
    }

    // The first line that is indented with a tab; null where none is.
    private static int? FirstTab(string name)
    {
        var number = 0;
        foreach (var line in File.ReadLines(name))
        {
            number++;
            if (line.AsSpan()[..^line.AsSpan().TrimStart(" \t").Length].Contains('\t'))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Remembers where a place begins.</summary>
    public void Place(string path, YamlNode node) => lines[path] = (int)node.Start.Line;

    /// <summary>Line of a place, from 1; of the nearest place above it where the place itself is not written.</summary>
    public int LineOf(string path)
    {
        while (!lines.ContainsKey(path) && path.Length > 0)
        {
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return lines.GetValueOrDefault(path, 1);
    }

    /// <summary>Reports a fault at a place.</summary>
    public void Fault(string path, string why, params IReadOnlyList<(string, ErrorValue)> values) => Fault(path, Error.Invalid(why, values));

    /// <summary>Reports a fault at a place.</summary>
    public void Fault(string path, Error why) => faults.Add(new ContentFault(Name, LineOf(path), path, why));

    /// <summary>Refuses anchors and aliases: a small file could unfold into millions of nodes, and a reader would have to look elsewhere.</summary>
    private sealed class NoAliases(IParser inner) : IParser
    {
        public YamlDotNet.Core.Events.ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            var moved = inner.MoveNext();
            if (moved && (Current is YamlDotNet.Core.Events.AnchorAlias || Current is YamlDotNet.Core.Events.NodeEvent { Anchor.IsEmpty: false }))
            {
                throw new YamlException(Current!.Start, Current.End, "anchors and aliases are not used in content files");
            }

            return moved;
        }
    }
}
