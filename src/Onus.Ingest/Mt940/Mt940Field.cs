using System.Buffers;
using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Mt940;

/// <summary>The fields of a message: each begins a line with its number between colons.</summary>
internal static class Mt940Field
{
    /// <summary>What an amount is written with.</summary>
    internal static readonly SearchValues<char> AmountSigns = SearchValues.Create("0123456789,");

    /// <summary>The number of a field and what stands behind it in its first line; false for a line that begins none.</summary>
    public static bool TryTag(ReadOnlySpan<char> line, out string tag, out ReadOnlySpan<char> content)
    {
        tag = "";
        content = default;
        var end = line is [':', >= '0' and <= '9', >= '0' and <= '9', ':', ..] ? 3
            : line is [':', >= '0' and <= '9', >= '0' and <= '9', >= 'A' and <= 'Z', ':', ..] ? 4
            : 0;
        if (end == 0)
        {
            return false;
        }

        tag = line[1..end].ToString();
        content = line[(end + 1)..];
        return true;
    }

    /// <summary>Whether a line ends a message: a minus alone, or with the brace that closes the block.</summary>
    public static bool EndsMessage(ReadOnlySpan<char> line) => line.TrimEnd() is "-" || line.StartsWith("-}") || line.StartsWith("{");

    /// <summary>A day as YYMMDD: years from 80 on are those of the last century, as the standard has it. Null where there is no such day.</summary>
    public static DateOnly? Day(ReadOnlySpan<char> six) =>
        int.TryParse(six, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number / 10000 is var year && number / 100 % 100 is var month && number % 100 is var day
            ? Day(year >= 80 ? 1900 + year : 2000 + year, month, day) : null;

    /// <summary>A day; null where there is none.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>
    /// An amount at the beginning of a text, in minor units: digits with exactly one comma, which is never left out. Digits behind it beyond those of the currency are not read.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="decimals">Decimals of the currency.</param>
    /// <param name="length">Characters of the amount; 0 where none stands there.</param>
    /// <returns>Null where it is not readable.</returns>
    public static long? Amount(ReadOnlySpan<char> text, int decimals, out int length)
    {
        length = text.IndexOfAnyExcept(AmountSigns);
        length = length < 0 ? text.Length : length;
        var digits = text[..length];
        var comma = digits.IndexOf(',');
        if (comma < 1 || digits[(comma + 1)..].Contains(',') || length - comma - 1 > decimals || length > 19)
        {
            return null;
        }

        long minor = 0;
        foreach (var c in digits)
        {
            minor = c == ',' ? minor : checked((minor * 10) + (c - '0'));
        }

        for (var missing = decimals - (length - comma - 1); missing > 0; missing--)
        {
            minor = minor > long.MaxValue / 10 ? -1 : minor * 10;
            if (minor < 0)
            {
                return null;
            }
        }

        return minor;
    }
}

/// <summary>A balance as fields 60 and 62 state it.</summary>
/// <param name="Amount">Signed; negative for a debit.</param>
internal sealed record Mt940Balance(Money Amount)
{
    /// <summary>Whether a field states the balance with which a statement, or a part of it, begins.</summary>
    public static bool IsOpening(string tag) => tag is "60F" or "60M";

    /// <summary>Whether a field states the balance with which a statement, or a part of it, ends.</summary>
    public static bool IsClosing(string tag) => tag is "62F" or "62M";

    /// <summary>Reads <c>C250503EUR1234,56</c>; null where it is not in this form.</summary>
    public static Mt940Balance? Read(ReadOnlySpan<char> text)
    {
        if (text is not ['C' or 'D', ..] || text.Length < 12 || Mt940Field.Day(text[1..7]) is null || text[7..10].ToString() is not { } currency || !Currencies.IsCode(currency))
        {
            return null;
        }

        var decimals = Currencies.Decimals(currency);
        return Mt940Field.Amount(text[10..], decimals, out var length) is { } minor && text[(10 + length)..].IsWhiteSpace()
            ? new(new Money(text[0] == 'D' ? -minor : minor, currency, decimals)) : null;
    }
}
