using System.Globalization;
using System.Text.Json.Nodes;
using Onus.Domain.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Onus.Content;

/// <summary>
/// One YAML mapping, read key by key. Whatever is wrong is reported with its line and reading goes on, so that an author sees all faults at once.
/// A key that nobody asked for is a fault: a misspelt key would otherwise change the law without a word. Keys and words are lower case with hyphens.
/// What is asked for is also what an editor proposes: see <see cref="YamlShape"/>.
/// </summary>
internal sealed class YamlMap
{
    private readonly YamlFile file;
    private readonly YamlMappingNode node;
    private readonly Dictionary<string, YamlNode> entries = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
    private readonly List<string> otherWays = [];

    // Where a schema is made: what is asked for is noted here, and there is nothing to read.
    private YamlShape? shape;

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

    /// <summary>A mapping with nothing in it, whose shape is noted.</summary>
    public YamlMap(YamlShape shape)
        : this(YamlFile.Nowhere(), "", new YamlMappingNode()) => this.shape = shape;

    /// <summary>Place of this mapping within the file.</summary>
    public string Path { get; }

    /// <summary>Line of this mapping in its file, from 1.</summary>
    public int Line => file.LineOf(Path);

    /// <summary>Whether a key is there with a value.</summary>
    public bool Has(string key) => Value(key) is not null;

    /// <summary>The place of a key below this mapping.</summary>
    public string At(string key) => Path.Length == 0 ? key : Path + "." + key;

    /// <summary>A text; empty, and a fault, where it is missing.</summary>
    public string Text(string key)
    {
        shape?.Ask(key, needed: true, YamlShape.Text);
        return Optional(key) ?? Missing(key);
    }

    /// <summary>A text or null.</summary>
    public string? Optional(string key)
    {
        shape?.Ask(key, needed: false, YamlShape.Text);
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

    /// <summary>A key that stands there for the people who read the file, not for the program.</summary>
    public void Aside(string key) => Optional(key);

    /// <summary>Notes that a key is needed; the reader itself says what is wrong without it.</summary>
    public void Need(string key) => shape?.Need(key);

    /// <summary>A key at which only one word may stand, if any: what else stands there, for the reader to say why it can't be.</summary>
    public string? Only(string key, string word)
    {
        shape?.Ask(key, needed: false, YamlShape.Words([word], otherwise: null));
        return Optional(key) is { } other && other != word ? other : null;
    }

    /// <summary>Which kind of file this is. May be left out, since the place of a file tells it too.</summary>
    public void Kind(string name) => Choice("schema", name, (name, name));

    /// <summary>A date as year-month-day; no day, and a fault, where it is missing.</summary>
    public DateOnly Day(string key)
    {
        Text(key);
        return Date(key) ?? default;
    }

    /// <summary>A date as year-month-day, or null.</summary>
    public DateOnly? Date(string key)
    {
        shape?.Ask(key, needed: false, YamlShape.Date);
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

    /// <summary>A whole number, or null.</summary>
    public int? Number(string key)
    {
        shape?.Ask(key, needed: false, new() { ["type"] = "integer" });
        return Has(key) ? Number(key, 0) : null;
    }

    /// <summary>A whole number, or the given one.</summary>
    public int Number(string key, int otherwise)
    {
        shape?.Ask(key, needed: false, new() { ["type"] = "integer" });
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
        shape?.Ask(key, needed: false, YamlShape.Words(words.Select(w => w.Word), words.Where(w => Equals(w.Value, otherwise)).Select(w => w.Word).FirstOrDefault()));
        return Optional(key) is { } text ? Chosen(key, text, otherwise, words) : otherwise;
    }

    /// <summary>A list of some of several words; empty where the key is missing.</summary>
    public IReadOnlyList<T> Choices<T>(string key, params IReadOnlyList<(string Word, T Value)> words)
        where T : struct
    {
        shape?.Ask(key, needed: false, YamlShape.List(YamlShape.Words(words.Select(w => w.Word), otherwise: null)));
        return [.. Texts(key).Select(text => Chosen(key, text, default, words))];
    }

    /// <summary>The mapping at a key, read, or the given value where it is missing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="part">Name of such a mapping in the schema.</param>
    /// <param name="otherwise">What holds without it.</param>
    /// <param name="read">Reads it.</param>
    public T Map<T>(string key, string part, T otherwise, Func<YamlMap, T> read)
    {
        shape?.Ask(key, needed: false, shape.Part(part, map => read(map)));
        switch (Value(key))
        {
            case null:
                return otherwise;
            case YamlMappingNode mapping:
                return Read(new YamlMap(file, At(key), mapping), read);
            default:
                Fault(key, "content.not-a-mapping");
                return otherwise;
        }
    }

    /// <summary>The mapping at a key, read; the given value, and a fault, where it is missing.</summary>
    public T Needed<T>(string key, string part, T otherwise, Func<YamlMap, T> read)
    {
        Need(key);
        if (!Has(key) && shape is null)
        {
            Missing(key);
        }

        return Map(key, part, otherwise, read);
    }

    /// <summary>A list of mappings, each read; empty where the key is missing.</summary>
    public IReadOnlyList<T> Maps<T>(string key, string part, Func<YamlMap, T> read)
    {
        shape?.Ask(key, needed: false, YamlShape.List(shape.Part(part, map => read(map))));
        return [.. Items(key, (item, path) =>
        {
            if (item is YamlMappingNode mapping)
            {
                return new YamlMap(file, path, mapping);
            }

            file.Fault(path, "content.not-a-mapping");
            return null;
        }).Select(map => Read(map, read))];
    }

    /// <summary>Reads this mapping in one of several ways: the first whose key is there. The given value where none is.</summary>
    public T OneOf<T>(T otherwise, params IReadOnlyList<(string Key, Func<T> Read)> ways)
    {
        if (shape is { } whole)
        {
            foreach (var (key, read) in ways)
            {
                shape = whole.Way(key);
                read();
            }

            shape = whole;
            return otherwise;
        }

        otherWays.AddRange(ways.Select(way => way.Key));
        foreach (var (key, read) in ways)
        {
            if (IsThere(key))
            {
                return read();
            }
        }

        return otherwise;
    }

    /// <summary>A list of texts; empty where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        shape?.Ask(key, needed: false, YamlShape.List(YamlShape.Text));
        return Items(key, (item, path) =>
        {
            if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                return text.Trim();
            }

            file.Fault(path, "content.not-a-text");
            return null;
        });
    }

    /// <summary>A list of texts, or a word that stands for all of them: an empty list then.</summary>
    public IReadOnlyList<string> TextsOr(string key, string all)
    {
        shape?.Ask(key, needed: false, new() { ["oneOf"] = new JsonArray(YamlShape.Words([all], otherwise: null), YamlShape.List(YamlShape.Text)) });
        return Value(key) is YamlScalarNode ? Choice<string[]>(key, [], (all, [])) : Texts(key);
    }

    /// <summary>A list of lists of texts; empty where the key is missing.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TextLists(string key)
    {
        shape?.Ask(key, needed: false, YamlShape.List(YamlShape.List(YamlShape.Text)));
        return Items<IReadOnlyList<string>>(key, (item, path) =>
        {
            if (item is YamlSequenceNode list && list.Children.All(child => child is YamlScalarNode { Value.Length: > 0 }))
            {
                return [.. list.Children.Select(child => ((YamlScalarNode)child).Value!.Trim())];
            }

            file.Fault(path, "content.not-a-list");
            return null;
        });
    }

    /// <summary>Reports a fault at a key of this mapping, or at the mapping.</summary>
    public void Fault(string? key, string why, params IReadOnlyList<(string, ErrorValue)> values) => file.Fault(key is null ? Path : At(key), why, values);

    /// <summary>Says that a part of the file could not be read, so that places counted in the model are not those of the file.</summary>
    public void Hole() => file.HasHoles = true;

    /// <summary>Reports every key that was not asked for. To be called when all keys were read.</summary>
    public void Done()
    {
        var known = asked.Concat(otherWays).Distinct(StringComparer.Ordinal).ToList();
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (asked.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            if (known.Find(other => other != name && ContentKey.IsAlike(other, name)) is { } written)
            {
                Fault(name, "content.written-otherwise", ("word", name), ("known", written));
            }
            else
            {
                Fault(name, "content.unknown-key", ("key", name), ("known", string.Join(", ", known)));
            }
        }
    }

    private static T Read<T>(YamlMap map, Func<YamlMap, T> read)
    {
        var done = read(map);
        map.Done();
        return done;
    }

    private T Chosen<T>(string key, string text, T otherwise, IReadOnlyList<(string Word, T Value)> words)
    {
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        if (words.FirstOrDefault(w => ContentKey.IsAlike(w.Word, text)).Word is { } written)
        {
            Fault(key, "content.written-otherwise", ("word", text), ("known", written));
        }
        else
        {
            Fault(key, "content.not-one-of", ("value", text), ("options", string.Join(", ", words.Select(w => w.Word))));
        }

        return otherwise;
    }

    private string Missing(string key)
    {
        if (entries.Keys.Any(other => ContentKey.IsAlike(other, key) && !asked.Contains(other, StringComparer.Ordinal)))
        {
            // It is there, written otherwise, and said to be.
            Hole();
        }
        else if (entries.GetValueOrDefault(key) is null or YamlScalarNode)
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
        return IsThere(key) ? entries[key] : null;
    }

    // "key:" without a value is the same as no key.
    private bool IsThere(string key) => entries.GetValueOrDefault(key) is { } value && value is not YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain };
}
