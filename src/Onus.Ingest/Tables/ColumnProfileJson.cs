using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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

    private static readonly ColumnProfile Nothing = new() { Name = "", Date = 0, DateOrder = "" };

    /// <summary>Every field: its name, and what it holds.</summary>
    public static IReadOnlyList<(string Name, Type Holds)> Fields { get; } =
        [.. ProfileJson.Default.ColumnProfile.Properties.Select(field => (field.Name, field.PropertyType))];

    /// <summary>Reads a profile. Errors name the field: <c>errors.profile-not-json</c>, <c>errors.profile-unknown-field</c>, <c>errors.profile-missing-field</c>, <c>errors.profile-bad-field</c>.</summary>
    public static Result<ColumnProfile> Parse(string json)
    {
        JsonObject? given;
        try
        {
            given = JsonNode.Parse(json, nodeOptions: null, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException e)
        {
            return Error.Invalid("errors.profile-not-json", ("place", string.Create(CultureInfo.InvariantCulture, $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}")));
        }

        if (given is null)
        {
            return Error.Invalid("errors.profile-not-json", ("place", "1:1"));
        }

        // What is not given is as in a profile that says nothing.
        var whole = JsonSerializer.SerializeToNode(Nothing, ProfileJson.Default.ColumnProfile)!.AsObject();
        foreach (var (name, value) in given)
        {
            if (!whole.ContainsKey(name))
            {
                return Error.Invalid("errors.profile-unknown-field", ("field", name));
            }

            whole[name] = value?.DeepClone();
        }

        try
        {
            var profile = whole.Deserialize(ProfileJson.Default.ColumnProfile)!;
            return Fault(profile, given) is { } fault ? fault : profile;
        }
        catch (JsonException e)
        {
            // "$.outWords[1]" is the field outWords.
            return Bad((e.Path ?? "").TrimStart('$', '.').Split('[')[0]);
        }
    }

    /// <summary>Writes a profile in one line, every field.</summary>
    public static string Write(ColumnProfile profile) => JsonSerializer.Serialize(profile, ProfileJson.Relaxed.ColumnProfile);

    /// <summary>What is wrong with a profile; null where nothing is.</summary>
    private static Error? Fault(ColumnProfile profile, JsonObject given)
    {
        foreach (var field in ProfileJson.Default.ColumnProfile.Properties)
        {
            if (field.Get!(profile) is int and (< 0 or > MostColumns)
                || (field.Get(profile) is IReadOnlyList<string> words && words.Contains(null!)))
            {
                return Bad(field.Name);
            }
        }

        return given.ContainsKey("name") && profile.Name.Length == 0 ? Bad("name")
            : profile.Delimiter is '"' or '\n' or '\r' ? Bad("delimiter")
            : profile.DateOrder.Length > 0 && !DateOrders.All.Contains(profile.DateOrder) ? Bad("dateOrder")
            : profile.Currency is { } currency && !Currencies.IsCode(currency) ? Bad("currency")
            : profile.OutWords.Intersect(profile.InWords, StringComparer.OrdinalIgnoreCase).Any() ? Bad("inWords")
            : Missing(profile) is { } missing ? Error.Invalid("errors.profile-missing-field", ("field", missing))
            : null;
    }

    private static Error Bad(string field) => Error.Invalid("errors.profile-bad-field", ("field", field));

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
}

/// <summary>The form of profiles in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ColumnProfile))]
internal sealed partial class ProfileJson : JsonSerializerContext
{
    /// <summary>With letters as they are, for people who look at it.</summary>
    public static ProfileJson Relaxed => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
