using System.Text.Json;
using System.Text.Json.Serialization;

namespace Onus.Ingest.Contract;

/// <summary>A decimal sign in JSON: <c>.</c>, <c>,</c>, or <c>none</c>.</summary>
internal sealed class DecimalSignJson : JsonConverter<char>
{
    /// <inheritdoc/>
    public override char Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => (reader.TokenType == JsonTokenType.String ? reader.GetString() : null) switch
    {
        "." => '.',
        "," => ',',
        "none" => ColumnProfile.NoDecimalSign,
        _ => throw new JsonException(),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, char value, JsonSerializerOptions options) => writer.WriteStringValue(value == ColumnProfile.NoDecimalSign ? "none" : value.ToString());
}
