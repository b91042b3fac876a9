using System.Text.Json.Nodes;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Ingest.Times;

namespace Onus.Content;

/// <summary>Reads a column profile that a unit keeps as YAML: the fields of <see cref="ColumnProfile"/>, written with hyphens.</summary>
public static class ColumnProfileYaml
{
    /// <summary>The profile; null, and faults with their lines, where something is wrong with it.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ColumnProfile? Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var before = faults.Count;
        var profile = YamlFile.Read(path, faults, null, Profile);
        return faults.Count == before ? profile : null;
    }

    internal static ColumnProfile? Profile(YamlMap root)
    {
        root.Kind("onus.column-profile/1");
        root.Need("name");
        var json = new JsonObject();
        foreach (var (field, holds) in ColumnProfileJson.Fields)
        {
            if (Value(root, ContentKey.Of(field), holds) is { } value)
            {
                json[field] = value;
            }
        }

        var parsed = ColumnProfileJson.Parse(json.ToJsonString());
        if (parsed.Error is { } fault)
        {
            var key = ContentKey.Of(fault["field"]?.Content as string ?? "");
            if (fault.Key == "errors.profile-missing-field")
            {
                // Says that it is missing, unless it is there and something else is wrong with it.
                root.Text(key);
            }
            else
            {
                root.Fault(key, fault.Key, ("field", key));
            }

            return null;
        }

        return parsed.Value;
    }

    private static JsonNode? Value(YamlMap map, string key, Type holds)
    {
        if (holds == typeof(bool))
        {
            return map.Choice<bool?>(key, null, ("true", true), ("false", false));
        }

        if (holds == typeof(int))
        {
            return map.Number(key);
        }

        if (holds == typeof(IReadOnlyList<string>))
        {
            return new JsonArray([.. map.Texts(key).Select(text => (JsonNode)text)]);
        }

        return key == "date-order" ? map.Choice<string?>(key, null, [.. DateOrders.All.Select(order => (order, (string?)order))]) : map.Optional(key);
    }
}
