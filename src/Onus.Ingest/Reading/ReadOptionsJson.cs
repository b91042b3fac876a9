using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Reading;

/// <summary>What the parent tells the reading process on its standard input: the name of the file and the decisions about it.</summary>
internal sealed record Told(string Name, ReadOptions Options);

/// <summary>Its form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Told))]
internal sealed partial class ToldJson : JsonSerializerContext;

/// <summary>It as one JSON object.</summary>
internal static class ReadOptionsJson
{
    public static byte[] Write(string name, ReadOptions options) => JsonSerializer.SerializeToUtf8Bytes(new Told(name, options), ToldJson.Default.Told);

    public static bool TryRead(string text, [NotNullWhen(true)] out string? name, out ReadOptions options)
    {
        (name, options) = (null, new ReadOptions());
        try
        {
            if (JsonSerializer.Deserialize(text, ToldJson.Default.Told) is not { Name: not null, Options: not null } told)
            {
                return false;
            }

            (name, options) = told;
            return told.Options.Profile is not { } profile || ColumnProfileJson.Parse(ColumnProfileJson.Write(profile)).IsOk;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
