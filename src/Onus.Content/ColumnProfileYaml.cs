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
        "preambleLines", "date", "time", "amount", "debit", "credit", "balance", "counterparty", "description", "reference", "currencyColumn",
        "direction", "holderColumn",
    ];

    /// <summary>The profile as a JSON object, its fields as written; null, and faults, where the file is broken. What the fields may hold is the reader's business.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string? Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var before = faults.Count;
        var (_, root) = YamlFile.Read(path, faults);
        if (root is null)
        {
            return null;
        }

        root.Choice("schema", "", ("onus.column-profile/1", "onus.column-profile/1"));
        var plain = root.Flag("plainRows", false);
        var json = new JsonObject
        {
            ["name"] = root.Text("name"),
            ["dateOrder"] = plain ? root.Optional("dateOrder") ?? "" : root.Text("dateOrder"),
            ["plainRows"] = plain,
        };
        foreach (var name in (ReadOnlySpan<string>)["delimiter", "currency", "decimalSign", "holder"])
        {
            if (root.Optional(name) is { Length: > 0 } text)
            {
                json[name] = text;
            }
        }

        foreach (var name in Numbers)
        {
            json[name] = root.Number(name, 0);
        }

        json["header"] = root.Flag("header", true);
        json["turnedSigns"] = root.Flag("turnedSigns", false);
        foreach (var name in (ReadOnlySpan<string>)["headerCells", "footerStarts", "outWords", "inWords"])
        {
            json[name] = new JsonArray([.. root.Texts(name).Select(t => (JsonNode)t)]);
        }

        root.Done();
        return faults.Count == before ? json.ToJsonString(Relaxed) : null;
    }
}
