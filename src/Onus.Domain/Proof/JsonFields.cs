using System.Globalization;
using System.Text.Json;

namespace Onus.Domain.Proof;

/// <summary>The fields of one JSON object, read by name; every wrong one is written down with its place and read as absent.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly List<ProofFault> faults;

    private JsonFields(string path, List<ProofFault> faults) => (this.path, this.faults) = (path, faults);

    public delegate T Reader<out T>(JsonElement element, string path, List<ProofFault> faults);

    /// <summary>The fields of an object, or null with a fault when it is none. Unknown and repeated fields are faults.</summary>
    public static JsonFields? Open(JsonElement element, string path, List<ProofFault> faults, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new(path, $"Here should be an object, not {Word(element)}."));
            return null;
        }

        var result = new JsonFields(path, faults);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } name || !known.Contains(name))
            {
                result.Fault(NameOf(property) ?? "?", "This form has no such field.");
            }
            else if (!seen.Add(name))
            {
                result.Fault(name, "This field is stated twice.");
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                result.fields.Add(name, property.Value);
            }
        }

        return result;
    }

    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>A text that must be there.</summary>
    public string? Required(string name)
    {
        if (!Has(name))
        {
            Fault(name, $"The field '{name}' is required.");
            return null;
        }

        return Text(name);
    }

    public string? Text(string name) => fields.TryGetValue(name, out var value) ? TextOf(value, At(name)) : null;

    public bool Flag(string name)
    {
        if (fields.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault(name, $"Here should be true or false, not {Word(value)}.");
            return false;
        }

        return value.ValueKind == JsonValueKind.True;
    }

    public void Number(string name)
    {
        if (fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Number)
        {
            Fault(name, $"Here should be a number, not {Word(value)}.");
        }
    }

    /// <summary>A whole number, 0 when absent.</summary>
    public int Whole(string name)
    {
        if (!fields.TryGetValue(name, out var value))
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        Fault(name, value.ValueKind == JsonValueKind.Number
            ? $"Here should be a whole number, not {value.GetRawText()}."
            : $"Here should be a whole number, not {Word(value)}.");
        return 0;
    }

    public T OneOf<T>(string name, T otherwise, params ReadOnlySpan<(string Text, T Value)> choices)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        foreach (var choice in choices)
        {
            if (choice.Text == text)
            {
                return choice.Value;
            }
        }

        Fault(name, $"'{text}' is not possible here; it must be {string.Join(" or ", choices.ToArray().Select(c => $"'{c.Text}'"))}.");
        return otherwise;
    }

    public IReadOnlyList<string> Texts(string name) => fields.TryGetValue(name, out var value) ? TextsOf(value, At(name)) : [];

    public IReadOnlyList<IReadOnlyList<string>> TextLists(string name) =>
        fields.TryGetValue(name, out var value) ? List(value, At(name), TextsOf) : [];

    public IReadOnlyList<T> Objects<T>(string name, Reader<T> read) =>
        fields.TryGetValue(name, out var value) ? List(value, At(name), (element, at) => read(element, at, faults)) : [];

    public T? Object<T>(string name, Reader<T?> read)
        where T : class => fields.TryGetValue(name, out var value) ? read(value, At(name), faults) : null;

    private IReadOnlyList<string> TextsOf(JsonElement element, string at) => List(element, at, (e, p) => TextOf(e, p) ?? "");

    private List<T> List<T>(JsonElement element, string at, Func<JsonElement, string, T> read)
    {
        var list = new List<T>();
        if (element.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new(at, $"Here should be a list, not {Word(element)}."));
            return list;
        }

        foreach (var item in element.EnumerateArray())
        {
            list.Add(read(item, string.Create(CultureInfo.InvariantCulture, $"{at}[{list.Count}]")));
        }

        return list;
    }

    private string? TextOf(JsonElement element, string at)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            faults.Add(new(at, $"Here should be a text, not {Word(element)}."));
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            faults.Add(new(at, "This text is not valid Unicode."));
            return null;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void Fault(string name, string message) => faults.Add(new(At(name), message));

    private string At(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $"{path}.{name}" : $"{path}[{JsonSerializer.Serialize(name)}]";

    private static string Word(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
