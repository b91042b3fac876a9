using System.Globalization;
using Onus.Domain.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Onus.Content;

/// <summary>Something wrong in a content file, with its place.</summary>
/// <param name="File">Path of the file as it was opened.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Path">Place within the file, for example <c>elements.all[0].text</c>; empty for the file as a whole.</param>
/// <param name="Why">What is wrong.</param>
public sealed record ContentFault(string File, int Line, string Path, Error Why);

/// <summary>
/// One YAML mapping, read key by key. Whatever is wrong is reported with its line and reading goes on, so that an author sees all faults at once.
/// A key that nobody asked for is a fault: a misspelt key would otherwise change the law without a word.
/// </summary>
internal sealed class YamlMap
{
    private readonly YamlFile file;
    private readonly YamlMappingNode node;
    private readonly Dictionary<string, YamlNode> entries = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];

    public YamlMap(YamlFile file, string path, YamlMappingNode node)
    {
        this.file = file;
        this.node = node;
        Path = path;
        file.Place(path, node);
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            entries[name] = value;
            // The key stands where the author looks for it; a long text begins a line below.
            file.Place(At(name), key);
        }
    }

    /// <summary>Place of this mapping within the file.</summary>
    public string Path { get; }

    /// <summary>Line of this mapping in its file, from 1.</summary>
    public int Line => file.LineOf(Path);

    /// <summary>Whether a key is there with a value.</summary>
    public bool Has(string key) => Value(key) is not null;

    /// <summary>The place of a key below this mapping.</summary>
    public string At(string key) => Path.Length == 0 ? key : Path + "." + key;

    /// <summary>A text; empty, and a fault, where it is missing.</summary>
    public string Text(string key) => Optional(key) ?? Missing(key);

    /// <summary>A text or null.</summary>
    public string? Optional(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value?.Trim();
            default:
                Fault(key, "content.not-a-text");
                return null;
        }
    }

    /// <summary>A date as year-month-day, or null.</summary>
    public DateOnly? Date(string key)
    {
        if (Optional(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fault(key, "content.not-a-date", ("value", text));
        return null;
    }

    /// <summary>A whole number, or the given one.</summary>
    public int Number(string key, int otherwise)
    {
        if (Optional(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(key, "content.not-a-number", ("value", text));
        return otherwise;
    }

    /// <summary><c>true</c> or <c>false</c>, or the given one.</summary>
    public bool Flag(string key, bool otherwise) => Choice(key, otherwise, ("true", true), ("false", false));

    /// <summary>One of several words, or the given value.</summary>
    public T Choice<T>(string key, T otherwise, params IReadOnlyList<(string Word, T Value)> words)
    {
        if (Optional(key) is not { } text)
        {
            return otherwise;
        }

        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        Fault(key, "content.not-one-of", ("value", text), ("options", string.Join(", ", words.Select(w => w.Word))));
        return otherwise;
    }

    /// <summary>A mapping or null.</summary>
    public YamlMap? Map(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlMap(file, At(key), mapping);
            default:
                Fault(key, "content.not-a-mapping");
                return null;
        }
    }

    /// <summary>A list of mappings; empty where the key is missing.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => Items(key, (item, path) =>
    {
        if (item is YamlMappingNode mapping)
        {
            return new YamlMap(file, path, mapping);
        }

        file.Fault(path, "content.not-a-mapping");
        return null;
    });

    /// <summary>A list of texts; empty where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key) => Items(key, (item, path) =>
    {
        if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        file.Fault(path, "content.not-a-text");
        return null;
    });

    /// <summary>A list of lists of texts; empty where the key is missing.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TextLists(string key) => Items<IReadOnlyList<string>>(key, (item, path) =>
    {
        if (item is YamlSequenceNode list && list.Children.All(child => child is YamlScalarNode { Value.Length: > 0 }))
        {
            return [.. list.Children.Select(child => ((YamlScalarNode)child).Value!.Trim())];
        }

        file.Fault(path, "content.not-a-list");
        return null;
    });

    /// <summary>Whether a key has a text, where a list may stand as well.</summary>
    public bool IsText(string key) => Value(key) is YamlScalarNode;

    /// <summary>Reports a fault at a key of this mapping, or at the mapping.</summary>
    public void Fault(string? key, string why, params IReadOnlyList<(string, ErrorValue)> values) => file.Fault(key is null ? Path : At(key), why, values);

    /// <summary>Says that a part of the file could not be read, so that places counted in the model are not those of the file.</summary>
    public void Hole() => file.HasHoles = true;

    /// <summary>Reports every key that was not asked for. To be called when all keys were read.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!asked.Contains(name, StringComparer.Ordinal))
            {
                Fault(name, "content.unknown-key", ("key", name), ("known", string.Join(", ", asked.Distinct(StringComparer.Ordinal))));
            }
        }
    }

    private string Missing(string key)
    {
        if (entries.GetValueOrDefault(key) is null or YamlScalarNode)
        {
            file.Fault(Path, "content.missing-key", ("key", key));
        }

        return "";
    }

    private List<T> Items<T>(string key, Func<YamlNode, string, T?> read)
        where T : class
    {
        var items = new List<T>();
        switch (Value(key))
        {
            case null:
                break;
            case YamlSequenceNode sequence:
                for (var i = 0; i < sequence.Children.Count; i++)
                {
                    var path = string.Create(CultureInfo.InvariantCulture, $"{At(key)}[{i}]");
                    file.Place(path, sequence.Children[i]);
                    if (read(sequence.Children[i], path) is { } item)
                    {
                        items.Add(item);
                    }
                    else
                    {
                        Hole();
                    }
                }

                break;
            default:
                Fault(key, "content.not-a-list");
                break;
        }

        return items;
    }

    private YamlNode? Value(string key)
    {
        asked.Add(key);
        // "key:" without a value is the same as no key.
        return entries.GetValueOrDefault(key) is { } value && value is not YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } ? value : null;
    }
}
