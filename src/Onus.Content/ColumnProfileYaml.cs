using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Onus.Content;

/// <summary>Reads a column profile that a unit keeps as YAML, into the JSON that the reading process takes.</summary>
public static class ColumnProfileYaml
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Numbers =
    [
        "preamble-lines", "date", "time", "amount", "debit", "credit", "balance", "counterparty", "description", "reference", "currency-column",
        "direction", "holder-column",
    ];

    /// <summary>The profile as a JSON object, its fields as written; null, and faults, where the file is broken. What the fields may hold is the reader's business.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string? Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var before = faults.Count;
        var json = YamlFile.Read(path, faults, null, Profile);
        return faults.Count == before ? json?.ToJsonString(Relaxed) : null;
    }

    internal static JsonObject? Profile(YamlMap root)
    {
        root.Kind("onus.column-profile/1");
        var json = new JsonObject { ["name"] = root.Text("name"), ["plainRows"] = root.Flag("plain-rows", false) };
        foreach (var name in (ReadOnlySpan<string>)["date-order", "delimiter", "currency", "decimal-sign", "holder"])
        {
            if (root.Optional(name) is { Length: > 0 } text)
            {
                json[Field(name)] = text;
            }
        }

        foreach (var name in Numbers)
        {
            json[Field(name)] = root.Number(name) ?? 0;
        }

        json["header"] = root.Flag("header", true);
        json["turnedSigns"] = root.Flag("turned-signs", false);
        foreach (var name in (ReadOnlySpan<string>)["header-cells", "footer-starts", "out-words", "in-words"])
        {
            json[Field(name)] = new JsonArray([.. root.Texts(name).Select(t => (JsonNode)t)]);
        }

        return json;
    }

    // "date-order" is "dateOrder" in JSON.
    private static string Field(string key) => string.Concat(key.Split('-').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
