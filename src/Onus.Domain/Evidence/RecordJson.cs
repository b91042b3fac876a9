using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Onus.Domain.Evidence;

/// <summary>
/// Records, locators and summaries as canonical JSON: one line, fields in fixed order, no spaces, UTF-8. Equal values give equal bytes on every machine.
/// Kinds and bases are written in camelCase (<c>systemLine</c>, <c>declaredZone</c>), instants as <c>2025-05-03T12:21:13Z</c>.
/// Letters beyond ASCII stand as themselves: the lines go to files and pipes, never into a page unescaped.
/// </summary>
public static class RecordJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A record: id, kind, locator, time, parties, text, attachments, warnings, then amount and balance where there are any.</summary>
    public static string Of(EvidenceRecord record) => Text(output => Write(output, record));

    /// <summary>A locator: blob, chain, at, slice.</summary>
    public static string Of(Locator locator) => Text(output => Write(output, locator));

    /// <summary>A summary line: <c>{"summary":{...}}</c>; <c>warnings</c>, <c>periods</c> and <c>failure</c> only where there are any.</summary>
    public static string Of(ReadSummary summary) => Text(output => Write(output, summary));

    /// <summary>Writes a record without a line end.</summary>
    public static void Write(IBufferWriter<byte> output, EvidenceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("id", record.Id.Hex);
        json.WriteString("kind", NameOf(record.Kind));
        json.WritePropertyName("locator");
        Write(json, record.Locator);
        json.WritePropertyName("time");
        Write(json, record.Time);
        json.WriteStartArray("parties");
        foreach (var party in record.Parties)
        {
            json.WriteStartObject();
            json.WriteString("raw", party.Raw);
            json.WriteString("role", party.Role);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("text", record.Text);
        json.WriteStartArray("attachments");
        foreach (var attachment in record.Attachments)
        {
            json.WriteStartObject();
            json.WriteString("name", attachment.Name);
            json.WriteString("sha256", attachment.Sha256?.Hex);
            if (attachment.Bytes is { } bytes)
            {
                json.WriteNumber("bytes", bytes);
            }
            else
            {
                json.WriteNull("bytes");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "warnings", record.Warnings);
        Write(json, "amount", record.Amount);
        Write(json, "balance", record.Balance);
        json.WriteEndObject();
    }

    /// <summary>Writes a summary line without a line end.</summary>
    public static void Write(IBufferWriter<byte> output, ReadSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartObject("summary");
        json.WriteString("file", summary.File);
        json.WriteString("sha256", summary.Sha256?.Hex);
        json.WriteString("format", summary.Format);
        json.WriteString("parser", summary.Parser);
        json.WriteNumber("seen", summary.Seen);
        json.WriteNumber("records", summary.Records);
        json.WriteStartArray("skipped");
        foreach (var skipped in summary.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("reason", skipped.Reason);
            json.WriteNumber("count", skipped.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("needsDecision");
        foreach (var decision in summary.NeedsDecision)
        {
            json.WriteStartObject();
            json.WriteString("what", decision.What);
            if (decision.Line is { } line)
            {
                json.WriteNumber("line", line);
            }
            else
            {
                json.WriteNull("line");
            }

            json.WriteString("value", decision.Value);
            Write(json, "options", decision.Options);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (summary.Warnings is { Count: > 0 } warnings)
        {
            Write(json, "warnings", warnings);
        }

        if (summary.Periods is { Count: > 0 } periods)
        {
            json.WriteStartArray("periods");
            foreach (var period in periods)
            {
                json.WriteStartObject();
                json.WriteString("from", period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("until", period.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteNumber("line", period.Line);
                json.WriteString("holder", period.Holder);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (summary.Failure is { } failure)
        {
            json.WriteString("failure", failure);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(IBufferWriter<byte> output, Locator locator)
    {
        using var json = new Utf8JsonWriter(output, Options);
        Write(json, locator);
    }

    private static void Write(Utf8JsonWriter json, Locator locator)
    {
        json.WriteStartObject();
        json.WriteString("blob", locator.Blob.Hex);
        json.WriteStartArray("chain");
        foreach (var entry in locator.Chain)
        {
            entry.Write(json);
        }

        json.WriteEndArray();
        json.WritePropertyName("at");
        PositionCodec.Write(json, locator.At);
        json.WriteString("slice", locator.Slice.Hex);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RecordTime time)
    {
        json.WriteStartObject();
        json.WriteString("raw", time.Raw);
        json.WriteString("utc", Instant(time.Utc));
        json.WriteString("basis", NameOf(time.Basis));
        json.WriteString("local", time.Local);
        if (time.UtcLater is { } later)
        {
            json.WriteString("utcLater", Instant(later));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Money? money)
    {
        if (money is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("minor", money.Minor);
        json.WriteString("currency", money.Currency);
        json.WriteNumber("decimals", money.Decimals);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Whole seconds where there is no fraction, else as many decimals as needed.</summary>
    private static string? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The word of a kind in JSON.</summary>
    public static string NameOf(RecordKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The word of a basis in JSON.</summary>
    public static string NameOf(TimeBasis basis) => JsonNamingPolicy.CamelCase.ConvertName(basis.ToString());

    private static string Text(Action<ArrayBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>(512);
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
