using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>
/// A column profile as a JSON object, in the names of <see cref="ColumnProfile"/> in camelCase. Needed are <c>name</c>, <c>date</c>,
/// <c>dateOrder</c>, <c>amount</c> or one of <c>debit</c> and <c>credit</c>, and <c>currency</c> or <c>currencyColumn</c>; with <c>direction</c> also
/// <c>amount</c> and words for both ways; with <c>plainRows</c> only <c>name</c>. What is not known is a fault.
/// </summary>
public static class ColumnProfileJson
{
    private const int MostColumns = 1000;

    /// <summary>Reads a profile. Errors name the field: <c>errors.profile-not-json</c>, <c>errors.profile-unknown-field</c>, <c>errors.profile-missing-field</c>, <c>errors.profile-bad-field</c>.</summary>
    public static Result<ColumnProfile> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Parse(document.RootElement)
                : Error.Invalid("errors.profile-not-json", ("place", "1:1"));
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
            return Error.Invalid("errors.profile-not-json", ("place", place));
        }
    }

    /// <summary>Reads a profile from an element of a larger document.</summary>
    public static Result<ColumnProfile> Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Error.Invalid("errors.profile-not-json", ("place", "1:1"));
        }

        var profile = new ColumnProfile { Name = "", Date = 0, DateOrder = "" };
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            var next = field.Name switch
            {
                "name" => Text(value) is { Length: > 0 } text ? profile with { Name = text } : null,
                "delimiter" => Sign(value) is { } sign && sign is not ('"' or '\n' or '\r') ? profile with { Delimiter = sign } : null,
                "preambleLines" => Number(value) is { } n ? profile with { PreambleLines = n } : null,
                "header" => Flag(value) is { } flag ? profile with { Header = flag } : null,
                "footerStarts" => Texts(value) is { } texts ? profile with { FooterStarts = texts } : null,
                "date" => Number(value) is { } n ? profile with { Date = n } : null,
                "dateOrder" => Text(value) is { } text && (text.Length == 0 || DateOrders.All.Contains(text)) ? profile with { DateOrder = text } : null,
                "time" => Number(value) is { } n ? profile with { Time = n } : null,
                "amount" => Number(value) is { } n ? profile with { Amount = n } : null,
                "debit" => Number(value) is { } n ? profile with { Debit = n } : null,
                "credit" => Number(value) is { } n ? profile with { Credit = n } : null,
                "balance" => Number(value) is { } n ? profile with { Balance = n } : null,
                "counterparty" => Number(value) is { } n ? profile with { Counterparty = n } : null,
                "description" => Number(value) is { } n ? profile with { Description = n } : null,
                "reference" => Number(value) is { } n ? profile with { Reference = n } : null,
                "currency" => value.ValueKind == JsonValueKind.Null ? profile
                    : Text(value) is { } text && Currencies.IsCode(text) ? profile with { Currency = text } : null,
                "currencyColumn" => Number(value) is { } n ? profile with { CurrencyColumn = n } : null,
                "headerCells" => Texts(value) is { } texts ? profile with { HeaderCells = texts } : null,
                "direction" => Number(value) is { } n ? profile with { Direction = n } : null,
                "outWords" => Texts(value) is { } texts ? profile with { OutWords = texts } : null,
                "inWords" => Texts(value) is { } texts ? profile with { InWords = texts } : null,
                "turnedSigns" => Flag(value) is { } flag ? profile with { TurnedSigns = flag } : null,
                "plainRows" => Flag(value) is { } flag ? profile with { PlainRows = flag } : null,
                "holderColumn" => Number(value) is { } n ? profile with { HolderColumn = n } : null,
                "decimalSign" when Text(value) == "none" => profile with { DecimalSign = ColumnProfile.NoDecimalSign },
                "decimalSign" => Sign(value) is '.' or ',' ? profile with { DecimalSign = Sign(value)!.Value } : null,
                "holder" => value.ValueKind == JsonValueKind.Null ? profile : Text(value) is { } text ? profile with { Holder = text } : null,
                _ => profile with { Name = "\0" },
            };
            if (next is null)
            {
                return Error.Invalid("errors.profile-bad-field", ("field", field.Name));
            }

            if (next.Name == "\0")
            {
                return Error.Invalid("errors.profile-unknown-field", ("field", field.Name));
            }

            profile = next;
        }

        if (profile.OutWords.Intersect(profile.InWords, StringComparer.OrdinalIgnoreCase).Any())
        {
            return Error.Invalid("errors.profile-bad-field", ("field", "inWords"));
        }

        return Missing(profile) is { } missing ? Error.Invalid("errors.profile-missing-field", ("field", missing)) : profile;
    }

    /// <summary>Writes a profile in one line, every field.</summary>
    public static string Write(ColumnProfile profile)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, profile);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    internal static void Write(Utf8JsonWriter json, ColumnProfile profile)
    {
        json.WriteStartObject();
        json.WriteString("name", profile.Name);
        json.WriteString("delimiter", profile.Delimiter.ToString());
        json.WriteNumber("preambleLines", profile.PreambleLines);
        json.WriteBoolean("header", profile.Header);
        Write(json, "headerCells", profile.HeaderCells);
        Write(json, "footerStarts", profile.FooterStarts);
        json.WriteNumber("date", profile.Date);
        json.WriteString("dateOrder", profile.DateOrder);
        json.WriteNumber("time", profile.Time);
        json.WriteNumber("amount", profile.Amount);
        json.WriteNumber("debit", profile.Debit);
        json.WriteNumber("credit", profile.Credit);
        json.WriteNumber("balance", profile.Balance);
        json.WriteNumber("counterparty", profile.Counterparty);
        json.WriteNumber("description", profile.Description);
        json.WriteNumber("reference", profile.Reference);
        json.WriteString("currency", profile.Currency);
        json.WriteNumber("currencyColumn", profile.CurrencyColumn);
        json.WriteString("decimalSign", profile.DecimalSign == ColumnProfile.NoDecimalSign ? "none" : profile.DecimalSign.ToString());
        json.WriteNumber("direction", profile.Direction);
        Write(json, "outWords", profile.OutWords);
        Write(json, "inWords", profile.InWords);
        json.WriteBoolean("turnedSigns", profile.TurnedSigns);
        json.WriteString("holder", profile.Holder);
        json.WriteNumber("holderColumn", profile.HolderColumn);
        json.WriteBoolean("plainRows", profile.PlainRows);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string? Missing(ColumnProfile profile) =>
        profile.Name.Length == 0 ? "name"
        : profile.PlainRows ? null
        : profile.Date == 0 ? "date"
        : profile.DateOrder.Length == 0 ? "dateOrder"
        : profile.Amount == 0 && profile.Debit == 0 && profile.Credit == 0 ? "amount"
        : (profile.Direction > 0 || profile.TurnedSigns) && profile.Amount == 0 ? "amount"
        : profile.Direction > 0 && profile.OutWords.Count == 0 ? "outWords"
        : profile.Direction > 0 && profile.InWords.Count == 0 ? "inWords"
        : profile.Currency is null && profile.CurrencyColumn == 0 ? "currency"
        : null;

    private static bool? Flag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static char? Sign(JsonElement value) => Text(value) is { Length: 1 } text ? text[0] : null;

    private static int? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is >= 0 and <= MostColumns ? number : null;

    private static string[]? Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : null;
}
