using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Content;

/// <summary>
/// The screen texts of one language, by key. A text names its values in braces, <c>{name}</c>; a brace itself is doubled.
/// A sentence with a count has one text for each plural form under <c>key.one</c>, <c>key.other</c>, ... and is asked for by
/// <c>key</c> with the value <c>count</c>. What a language lacks is answered in English.
/// </summary>
/// <remarks>Immutable and safe for all threads.</remarks>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> texts;
    private readonly Texts? fallback;
    private readonly bool strict;

    private Texts(FrozenDictionary<string, string> texts, Language language, Texts? fallback, bool strict)
    {
        this.texts = texts;
        this.fallback = fallback;
        this.strict = strict;
        Language = language;
    }

    /// <summary>The language of these texts.</summary>
    public Language Language { get; }

    /// <summary>Every key of this language, without those answered in English.</summary>
    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>The text of a key that has no values. Missing keys: see <see cref="Format"/>.</summary>
    public string this[string key] => Format(key);

    /// <summary>Reads all texts of a language from <c>languages/&lt;code&gt;/*.yaml</c>, with English behind it.</summary>
    /// <param name="contentFolder">See <see cref="ContentFolder.Find(string?)"/>.</param>
    /// <param name="code">Code of a <see cref="Content.Language"/>.</param>
    /// <param name="strict">Whether a missing key or value is an error, as in development and tests, or is shown in brackets.</param>
    /// <exception cref="ContentFaultException">A file is no YAML, is not made of texts, or defines a key twice.</exception>
    public static Texts Load(string contentFolder, string code, bool strict = false)
    {
        var language = Language.Of(code);
        var read = TextFiles.Read(Path.Combine(contentFolder, "languages", code));
        return new(read.ToFrozenDictionary(StringComparer.Ordinal), language, code == "en" ? null : Load(contentFolder, "en", strict), strict);
    }

    /// <summary>Whether there is a text for this key, in this language or in English.</summary>
    public bool Has(string key) => texts.ContainsKey(key) || texts.ContainsKey(key + ".other") || fallback?.Has(key) == true;

    /// <summary>
    /// The text of a key with its values put in. Whole numbers are grouped, but for <c>{number}</c>, by which something goes; days are written in words, and a value written in the
    /// other direction is isolated so that it does not turn the sentence around it.
    /// </summary>
    /// <exception cref="KeyNotFoundException">Strict only: there is no such key, or no value for a name in its text.</exception>
    public string Format(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (Find(key, values) is { } text)
        {
            return Fill(key, text, values);
        }

        return fallback is not null ? fallback.Format(key, values)
            : strict ? throw new KeyNotFoundException($"There is no text '{key}' in languages/{Language.Code}.")
            : $"[{key}]";
    }

    /// <summary>The sentence of an error: under <c>errors.</c> and its key, as for what readers of files report, or under its key.</summary>
    public string Of(Error error)
    {
        var values = new (string Name, object? Value)[error.Values.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (error.Values[i].Name, error.Values[i].Value.Content);
        }

        return Format(Has("errors." + error.Key) ? "errors." + error.Key : error.Key, values);
    }

    /// <summary>A day in words, "3 May 2025", by the texts <c>dates.day</c> and <c>months.1</c> to <c>months.12</c>. ISO 8601 is for fields in which days are typed.</summary>
    public string Day(DateOnly day) =>
        Format("dates.day", ("day", Plain(day.Day)), ("month", this["months." + Plain(day.Month)]), ("year", Plain(day.Year)));

    /// <summary>A month in words: "May 2025".</summary>
    public string Month(CalendarMonth month) =>
        Format("dates.month", ("month", this["months." + Plain(month.Number)]), ("year", Plain(month.Year)));

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string? Find(string key, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (texts.TryGetValue(key, out var text))
        {
            return text;
        }

        foreach (var (name, value) in values)
        {
            if (name == "count" && value is int or long)
            {
                var form = Language.FormFor(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return texts.GetValueOrDefault($"{key}.{form}") ?? texts.GetValueOrDefault(key + ".other");
            }
        }

        return null;
    }

    private string Fill(string key, string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (text.AsSpan().IndexOfAny('{', '}') < 0)
        {
            return text;
        }

        var filled = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var doubled = i + 1 < text.Length && text[i + 1] == c;
            if (c is not ('{' or '}') || doubled)
            {
                filled.Append(c);
                i += c is '{' or '}' ? 1 : 0;
                continue;
            }

            var end = c == '{' ? text.IndexOf('}', i) : -1;
            if (end < 0)
            {
                filled.Append(c);
                continue;
            }

            filled.Append(Value(key, text[(i + 1)..end], values));
            i = end;
        }

        return filled.ToString();
    }

    private string Value(string key, string wanted, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == wanted)
            {
                return value switch
                {
                    // Count 1204 is a name; 1,204 counts are a quantity.
                    int n when name == "number" => Plain(n),
                    int n => Language.Number(n),
                    long n => Language.Number(n),
                    DateOnly d => Day(d),
                    IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
                    _ => Isolated(value?.ToString() ?? ""),
                };
            }
        }

        return strict ? throw new KeyNotFoundException($"The text '{key}' names '{wanted}', which it was not given.") : $"[{wanted}]";
    }

    /// <summary>First strong isolate and pop (UAX #9) around a value that runs the other way.</summary>
    private string Isolated(string value)
    {
        foreach (var c in value)
        {
            var rightToLeft = c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
            if (char.IsLetter(c) && rightToLeft != Language.RightToLeft)
            {
                return $"\u2068{value}\u2069";
            }
        }

        return value;
    }
}
