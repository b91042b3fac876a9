using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Store.Database;

/// <summary>
/// How values become columns, the same on SQLite and PostgreSQL: ids as GUIDs, instants as UTC ticks (SQLite can't order by
/// DateTimeOffset), enums as words, lists as JSON text that nobody queries into.
/// </summary>
internal static class Conversions
{
    /// <summary>JSON of values inside the store: in columns and in log payloads.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new IdJson(), new CompartmentJson(), new PositionJson(), new EntryJson() },
    };

    internal static void Conventions(ModelConfigurationBuilder builder)
    {
        Id<AccountId>(builder);
        Id<CaseId>(builder);
        Id<PersonId>(builder);
        Id<CountId>(builder);
        Id<FoundationId>(builder);
        Id<MaterialId>(builder);
        Id<ExhibitId>(builder);
        Id<FactId>(builder);
        Id<TieId>(builder);
        Id<ChallengeId>(builder);
        Id<RequestId>(builder);
        Id<JobId>(builder);
        builder.Properties<Compartment>().HaveConversion<CompartmentColumn>().HaveMaxLength(100);
        builder.Properties<Sha256>().HaveConversion<HashColumn>().HaveMaxLength(64);
        builder.Properties<DateTimeOffset>().HaveConversion<InstantColumn>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        Value<Locator>(builder);
        Value<Marks>(builder);
        Value<ReadSummary>(builder);
        Value<Withdrawal>(builder);
        Value<StatementTaken>(builder);
        Value<TakenBack>(builder);
        Value<CitedReading>(builder);
        Value<Target>(builder);
        List<string>(builder);
        List<PersonRole>(builder);
        List<Attachment>(builder);
        List<ContainerEntry>(builder);
        List<RejectedFile>(builder);
        List<AlsoReceived>(builder);
        List<Origin>(builder);
        List<Derivation>(builder);
        List<Target>(builder);
        List<PersonId>(builder);
        List<FoundationId>(builder);
        List<IReadOnlyList<FoundationId>>(builder);
        List<Ground>(builder);
        List<FactId>(builder);
        List<ExhibitId>(builder);
        List<IReadOnlyList<ExhibitId>>(builder);
        List<TieId>(builder);
        List<NamedBy>(builder);
        List<RequestStep>(builder);
    }

    private static void Value<T>(ModelConfigurationBuilder builder) =>
        builder.Properties<T>().HaveConversion<JsonColumn<T>, JsonComparer<T>>();

    private static void List<T>(ModelConfigurationBuilder builder) => Value<IReadOnlyList<T>>(builder);

    private static void Id<T>(ModelConfigurationBuilder builder)
        where T : struct, IId<T> => builder.Properties<T>().HaveConversion<IdColumn<T>>();

    internal sealed class IdColumn<T>() : ValueConverter<T, Guid>(id => id.Value, value => IdOf<T>(value))
        where T : struct, IId<T>;

    internal sealed class CompartmentColumn() : ValueConverter<Compartment, string>(compartment => compartment.ToString(), text => Compartment.Parse(text));

    internal sealed class HashColumn() : ValueConverter<Sha256, string>(hash => hash.Hex, hex => new Sha256(hex));

    /// <summary>A hash in half the room, where there are millions.</summary>
    internal sealed class HashBytes() : ValueConverter<Sha256, byte[]>(hash => Convert.FromHexString(hash.Hex), bytes => new Sha256(Convert.ToHexStringLower(bytes)));

    internal sealed class InstantColumn() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>A value kept as JSON text.</summary>
    internal sealed class JsonColumn<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!);

    /// <summary>Two values are the same when their JSON is.</summary>
    internal sealed class JsonComparer<T>() : ValueComparer<T>(
        (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
        value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
        value => value);

    // An expression of a column may not name a static member of an interface.
    private static T IdOf<T>(Guid value)
        where T : struct, IId<T> => T.Of(value);

    /// <summary>Typed ids and hashes as plain strings.</summary>
    private sealed class IdJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert == typeof(Sha256) || Array.Exists(typeToConvert.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            typeToConvert == typeof(Sha256)
                ? new HashText()
                : (JsonConverter)Activator.CreateInstance(typeof(IdText<>).MakeGenericType(typeToConvert))!;

        private sealed class HashText : JsonConverter<Sha256>
        {
            public override Sha256 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

            public override void Write(Utf8JsonWriter writer, Sha256 value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
        }

        private sealed class IdText<T> : JsonConverter<T>
            where T : struct, IId<T>
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetGuid());

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
        }
    }

    /// <summary>Compartments as their text.</summary>
    private sealed class CompartmentJson : JsonConverter<Compartment>
    {
        public override Compartment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Compartment.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Compartment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>Steps into containers, told apart by one word.</summary>
    private sealed class EntryJson : JsonConverter<ContainerEntry>
    {
        public override ContainerEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return ContainerEntry.Read(document.RootElement);
        }

        public override void Write(Utf8JsonWriter writer, ContainerEntry value, JsonSerializerOptions options) => value.Write(writer);
    }

    /// <summary>The kinds of position, told apart by one word.</summary>
    private sealed class PositionJson : JsonConverter<Position>
    {
        public override Position Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var property = document.RootElement.EnumerateObject().First();
            return (Position)property.Value.Deserialize(PositionCodec.Named(property.Name)!.Type, options)!;
        }

        public override void Write(Utf8JsonWriter writer, Position value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(PositionCodec.Of(value).Word);
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            writer.WriteEndObject();
        }
    }
}
