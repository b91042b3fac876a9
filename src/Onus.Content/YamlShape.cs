using System.Text.Json.Nodes;

namespace Onus.Content;

/// <summary>
/// What a reader asks a mapping for: its keys, what may stand there, and which it needs. Noted by running the reader over a <see cref="YamlMap"/> that answers
/// nothing, so that the JSON Schema of a file and its reader can't differ.
/// </summary>
internal sealed class YamlShape
{
    /// <summary>The draft of JSON Schema that editors for YAML know best.</summary>
    public const string Draft = "http://json-schema.org/draft-07/schema#";

    private readonly OrderedDictionary<string, Field> fields = new(StringComparer.Ordinal);
    private readonly List<YamlShape> ways = [];
    private readonly SortedDictionary<string, YamlShape> parts;

    private YamlShape(SortedDictionary<string, YamlShape> parts) => this.parts = parts;

    /// <summary>The shape of a file that this reader reads.</summary>
    public static YamlShape Of(Action<YamlMap> read)
    {
        var shape = new YamlShape(new(StringComparer.Ordinal));
        read(new YamlMap(shape));
        return shape;
    }

    /// <summary>Any scalar: a title may be a year.</summary>
    public static JsonObject Text => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    /// <summary>A list.</summary>
    public static JsonObject List(JsonObject of) => new() { ["type"] = "array", ["items"] = of };

    /// <summary>A day.</summary>
    public static JsonObject Date => new() { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

    /// <summary>One of several words; <c>true</c> and <c>false</c> are no texts in YAML.</summary>
    public static JsonObject Words(IEnumerable<string> words, string? otherwise)
    {
        var all = words.ToList();
        var form = all is ["true", "false"]
            ? new JsonObject { ["type"] = "boolean" }
            : new JsonObject { ["enum"] = new JsonArray([.. all.Select(word => JsonValue.Create(word))]) };
        if (otherwise is not null)
        {
            form["default"] = all is ["true", "false"] ? JsonValue.Create(otherwise == "true") : JsonValue.Create(otherwise);
        }

        return form;
    }

    /// <summary>Notes that a key is asked for. Asked for twice, it is what it was more narrowly said to be.</summary>
    public void Ask(string key, bool needed, JsonObject form)
    {
        var known = fields.GetValueOrDefault(key);
        fields[key] = new Field(known is null || JsonNode.DeepEquals(known.Form, Text) ? form : known.Form, needed || known is { Needed: true });
    }

    /// <summary>Notes that a key is needed, of which the reader itself says so in words of its own.</summary>
    public void Need(string key) => Ask(key, needed: true, Text);

    /// <summary>The form of a part that has a name of its own. Its reader is run once, so that a part may hold others of its kind.</summary>
    public JsonObject Part(string name, Action<YamlMap> read)
    {
        if (!parts.ContainsKey(name))
        {
            var part = new YamlShape(parts);
            parts.Add(name, part);
            read(new YamlMap(part));
        }

        return new JsonObject { ["$ref"] = "#/definitions/" + name };
    }

    /// <summary>One of the ways to write this mapping, which a key of it tells. What is asked for outside all ways belongs to each.</summary>
    public YamlShape Way(string key)
    {
        var way = new YamlShape(parts);
        way.Need(key);
        ways.Add(way);
        return way;
    }

    /// <summary>The JSON Schema (draft 7) of the file.</summary>
    public JsonObject Schema(string title)
    {
        var schema = new JsonObject { ["$schema"] = Draft, ["title"] = title };
        foreach (var (key, value) in Form().ToList())
        {
            schema[key] = value?.DeepClone();
        }

        if (parts.Count > 0)
        {
            schema["definitions"] = new JsonObject(parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Key, part.Value.Form())));
        }

        return schema;
    }

    private JsonObject Form() => Flat().ToList() is [var only] ? Mapping(only) : new JsonObject { ["oneOf"] = new JsonArray([.. Flat().Select(Mapping)]) };

    private IEnumerable<IReadOnlyList<KeyValuePair<string, Field>>> Flat() => ways.Count == 0
        ? [[.. fields]]
        : ways.SelectMany(way => way.Flat()).Select(way => (IReadOnlyList<KeyValuePair<string, Field>>)[.. way, .. fields.Where(field => !way.Any(own => own.Key == field.Key))]);

    private static JsonObject Mapping(IReadOnlyList<KeyValuePair<string, Field>> fields)
    {
        var form = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Value.Form.DeepClone()))),
        };
        if (fields.Where(field => field.Value.Needed).Select(field => JsonValue.Create(field.Key)).ToArray() is { Length: > 0 } needed)
        {
            form["required"] = new JsonArray([.. needed]);
        }

        return form;
    }

    private sealed record Field(JsonObject Form, bool Needed);
}
