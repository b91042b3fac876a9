using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Onus.Store.Database;

namespace Onus.Store.Tests;

/// <summary>What the log calls the fields of its rows and the values of those that are one word of a few, as the program that runs would write them.</summary>
internal static class LoggedFields
{
    /// <summary>The lines: a row or a part of one, a field, what it is; a word and what it may be.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<Type> rows)
    {
        var options = new JsonSerializerOptions(Conversions.Json) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var lines = new List<string>();
        // By the field that has them first: what the program calls them is nobody's business here.
        var names = new Dictionary<Type, string>();
        var open = new Queue<Type>();
        foreach (var row in rows)
        {
            Fields(RowNames.Of(row), row);
        }

        while (open.TryDequeue(out var next))
        {
            if (next.IsEnum)
            {
                lines.Add($"({names[next]}) {string.Join(' ', Enum.GetValuesAsUnderlyingType(next).Cast<int>().Order().Select(value => JsonSerializer.Serialize(Enum.ToObject(next, value), next, options).Trim('"')))}");
            }
            else
            {
                Fields($"({names[next]})", next);
            }
        }

        return lines;

        void Fields(string name, Type type) =>
            lines.AddRange(options.GetTypeInfo(type).Properties.Where(field => field.Get is not null).Select(field => $"{name}.{field.Name}{Part(field.PropertyType, $"{name}.{field.Name}")}"));

        // What it is made of, where that is ours: a list of numbers or an id has no name that the log would tell.
        string Part(Type type, string field)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            var info = options.GetTypeInfo(type);
            if (info.Kind == JsonTypeInfoKind.Enumerable)
            {
                return " []" + Part(info.ElementType!, field);
            }

            if (!type.IsEnum && (info.Kind != JsonTypeInfoKind.Object || !type.Namespace!.StartsWith("Onus.", StringComparison.Ordinal)))
            {
                return "";
            }

            if (names.TryAdd(type, field))
            {
                open.Enqueue(type);
            }

            return $" ({names[type]})";
        }
    }
}
