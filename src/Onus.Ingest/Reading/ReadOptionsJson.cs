using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Reading;

/// <summary>What the parent tells the reading process on its standard input: one JSON object with the name of the file and the decisions about it.</summary>
internal static class ReadOptionsJson
{
    public static byte[] Write(string name, ReadOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("zone", options.Zone);
            json.WriteString("dateOrder", options.DateOrder);
            json.WriteString("charset", options.Charset);
            if (options.Profile is { } profile)
            {
                json.WritePropertyName("profile");
                ColumnProfileJson.Write(json, profile);
            }

            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    public static bool TryRead(string text, [NotNullWhen(true)] out string? name, out ReadOptions options)
    {
        (name, options) = (null, new ReadOptions());
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            options = new ReadOptions(Text(json, "zone"), Text(json, "dateOrder"), Text(json, "charset"));
            if (json.TryGetProperty("profile", out var profile))
            {
                var parsed = ColumnProfileJson.Parse(profile);
                if (!parsed.IsOk)
                {
                    return false;
                }

                options = options with { Profile = parsed.Value };
            }

            name = Text(json, "name");
            return name is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
