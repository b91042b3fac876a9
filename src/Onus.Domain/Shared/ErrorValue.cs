using System.Globalization;

namespace Onus.Domain.Shared;

/// <summary>
/// What the sentence of an <see cref="Error"/> names: words, a whole number, or a day, and nothing else. Only a number is grouped and chooses a plural
/// form, only a day is written in words: a case named 202417 and a file named 20250401 are told as they are named.
/// </summary>
public sealed record ErrorValue
{
    private ErrorValue()
    {
    }

    /// <summary>A <see cref="string"/>, a <see cref="long"/> or a <see cref="DateOnly"/>.</summary>
    public object Content { get; private init; } = "";

    /// <summary>Words, shown as they are, digits too.</summary>
    public static implicit operator ErrorValue(string words) => new() { Content = words };

    /// <summary>A whole number: a count, a line, the number of a count.</summary>
    public static implicit operator ErrorValue(long number) => new() { Content = number };

    /// <summary>A day.</summary>
    public static implicit operator ErrorValue(DateOnly day) => new() { Content = day };

    /// <summary>The value where no language is at hand: a number without groups, a day by ISO 8601.</summary>
    public override string ToString() => Content is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(Content, CultureInfo.InvariantCulture)!;
}
