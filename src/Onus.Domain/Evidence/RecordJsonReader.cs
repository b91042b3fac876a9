using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Onus.Domain.Evidence;

/// <summary>
/// Reads back what <see cref="RecordJson"/> wrote. The lines may come from a process that read a hostile file, so nothing here trusts them:
/// what is not exactly such a line is not read, and never throws.
/// </summary>
public static class RecordJsonReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>A record line. False also where its identity is not that of its place.</summary>
    public static bool TryRecord(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out EvidenceRecord? record) => Try(line, Record, out record);

    /// <summary>A locator.</summary>
    public static bool TryLocator(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out Locator? locator) => Try(json, Locator, out locator);

    /// <summary>A summary line. False also where seen is not records plus skipped.</summary>
    public static bool TrySummary(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out ReadSummary? summary) => Try(line, Summary, out summary);

    private static bool Try<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = null;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            value = read(document.RootElement);
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            return false;
        }
    }

    private static EvidenceRecord Record(JsonElement json)
    {
        var locator = Locator(json.GetProperty("locator"));
        var id = Hash(json.GetProperty("id"));
        if (id != RecordIdentity.Of(locator.Blob, locator.Chain, locator.At))
        {
            throw new FormatException("The identity is not that of the place.");
        }

        return new EvidenceRecord(
            id,
            Word<RecordKind>(json.GetProperty("kind")),
            locator,
            Time(json.GetProperty("time")),
            [.. json.GetProperty("parties").EnumerateArray().Select(p => new Party(Text(p, "raw"), Text(p, "role")))],
            json.GetProperty("text").GetString(),
            [.. json.GetProperty("attachments").EnumerateArray().Select(Attachment)],
            Texts(json.GetProperty("warnings")),
            json.TryGetProperty("amount", out var amount) ? Money(amount) : null,
            json.TryGetProperty("balance", out var balance) ? Money(balance) : null);
    }

    private static ReadSummary Summary(JsonElement line)
    {
        var json = line.GetProperty("summary");
        var summary = new ReadSummary(
            Text(json, "file"),
            json.GetProperty("sha256") is { ValueKind: JsonValueKind.String } hash ? Hash(hash) : null,
            json.GetProperty("format").GetString(),
            json.GetProperty("parser").GetString(),
            json.GetProperty("seen").GetInt64(),
            json.GetProperty("records").GetInt64(),
            [.. json.GetProperty("skipped").EnumerateArray().Select(s => new Skipped(Text(s, "reason"), s.GetProperty("count").GetInt64()))],
            [.. json.GetProperty("needsDecision").EnumerateArray().Select(Decision)],
            json.TryGetProperty("failure", out var failure) ? failure.GetString() : null)
        {
            Warnings = json.TryGetProperty("warnings", out var warnings) ? Texts(warnings) : [],
            Periods = json.TryGetProperty("periods", out var periods) ? [.. periods.EnumerateArray().Select(Period)] : [],
        };
        return summary.Seen == summary.Records + summary.Skipped.Sum(s => s.Count)
            ? summary
            : throw new FormatException("Seen is not records plus skipped.");
    }

    private static StatedPeriod Period(JsonElement json)
    {
        var period = new StatedPeriod(Day(json, "from"), Day(json, "until"), json.GetProperty("line").GetInt32(), json.GetProperty("holder").GetString());
        return period.From <= period.Until ? period : throw new FormatException("A period ends before it begins.");
    }

    private static DateOnly Day(JsonElement json, string name) => DateOnly.ParseExact(Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Decision Decision(JsonElement json) => new(
        Text(json, "what"),
        json.GetProperty("line") is { ValueKind: JsonValueKind.Number } line ? line.GetInt32() : null,
        json.GetProperty("value").GetString(),
        Texts(json.GetProperty("options")));

    private static Locator Locator(JsonElement json) => new(
        Hash(json.GetProperty("blob")),
        [.. json.GetProperty("chain").EnumerateArray().Select(Entry)],
        PositionCodec.Read(json.GetProperty("at")),
        Hash(json.GetProperty("slice")));

    private static ContainerEntry Entry(JsonElement json) => ContainerEntry.Read(json) with { Sha256 = Hash(json.GetProperty("sha256")) };

    private static RecordTime Time(JsonElement json) => new(
        json.GetProperty("raw").GetString(),
        json.GetProperty("local").GetString(),
        Instant(json.GetProperty("utc").GetString()),
        json.TryGetProperty("utcLater", out var later) ? Instant(later.GetString()) : null,
        Word<TimeBasis>(json.GetProperty("basis")));

    private static Attachment Attachment(JsonElement json) => new(
        Text(json, "name"),
        json.GetProperty("sha256") is { ValueKind: JsonValueKind.String } hash ? Hash(hash) : null,
        json.GetProperty("bytes") is { ValueKind: JsonValueKind.Number } bytes ? bytes.GetInt64() : null);

    private static Money Money(JsonElement json) =>
        new(json.GetProperty("minor").GetInt64(), Text(json, "currency"), json.GetProperty("decimals").GetInt32());

    private static DateTimeOffset? Instant(string? text) => text is null
        ? null
        : DateTimeOffset.ParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static T Word<T>(JsonElement json)
        where T : struct, Enum
    {
        var word = json.GetString();
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == word)
            {
                return value;
            }
        }

        throw new FormatException("An unknown word.");
    }

    private static Sha256 Hash(JsonElement json)
    {
        var hex = json.GetString();
        return hex is { Length: 64 } && hex.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'))
            ? new Sha256(hex)
            : throw new FormatException("Not a SHA-256.");
    }

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException("A text is missing.");

    private static string[] Texts(JsonElement json) =>
        [.. json.EnumerateArray().Select(t => t.GetString() ?? throw new FormatException("A text is missing."))];
}
