using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>A date in a cell, with a time of day and an offset where they are written.</summary>
/// <param name="Numbers">The date, where all three parts are numbers.</param>
/// <param name="Named">The date, where the month is a word: nobody has to say which number it is.</param>
/// <param name="Time">The time of day.</param>
/// <param name="Offset">The offset from UTC; zero for <c>Z</c>.</param>
/// <param name="IsUtc">Whether UTC itself is stated.</param>
internal readonly record struct DateCell(DateNumbers? Numbers, DateOnly? Named, DayTime? Time, TimeSpan? Offset, bool IsUtc)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date in an order; null where there is no such day.</summary>
    public DateOnly? In(string? order) => Named ?? Numbers?.In(order);

    /// <summary>Reads a cell, and the time from a second one where the table has it.</summary>
    public static bool TryRead(string cell, string timeCell, string? order, out DateCell read)
    {
        read = default;
        ReadOnlySpan<char> text = cell.Trim();
        var i = 0;
        if (Compact(text, order) is { } compact)
        {
            read = new DateCell(compact, null, null, null, false);
            i = 8;
        }
        else if (DateNumbers.TryRead(text, ref i, out var numbers))
        {
            read = new DateCell(numbers, null, null, null, false);
        }
        else if (TryNamed(text, ref i, order, out var named))
        {
            read = new DateCell(null, named, null, null, false);
        }
        else
        {
            return false;
        }

        var rest = text[i..];
        if (read.Numbers is { Separator: '.' })
        {
            // Hungarian writes a point behind the day too.
            rest = rest.TrimStart('.');
        }

        if (timeCell.Length > 0)
        {
            return rest.Trim().Length == 0 && TryTime(timeCell.Trim(), ref read);
        }

        rest = rest.TrimStart('T').TrimStart(',').Trim();
        return rest.Length == 0 || TryTime(rest, ref read);
    }

    private static bool TryTime(ReadOnlySpan<char> text, ref DateCell read)
    {
        var i = 0;
        if (!DayTime.TryRead(text, ref i, out var time) || time.Part == DayPart.UnknownWord)
        {
            // "10:00Z" ends in a letter that is no part of the day.
            i = text.IndexOfAny('Z', 'U');
            var short_ = 0;
            if (i < 0 || !DayTime.TryRead(text[..i], ref short_, out time) || short_ != i)
            {
                return false;
            }
        }

        var rest = text[i..].Trim();
        if (rest.Length > 1 && rest[0] == '.' && !rest[1..].ContainsAnyExceptInRange('0', '9'))
        {
            rest = [];
        }
        else if (rest.Length > 1 && rest[0] == '.' && char.IsAsciiDigit(rest[1]))
        {
            var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
            rest = rest[(end + 1)..];
        }

        read = read with { Time = time };
        if (rest.Length == 0)
        {
            return true;
        }

        if (rest is "Z" or "UTC")
        {
            read = read with { Offset = TimeSpan.Zero, IsUtc = true };
            return true;
        }

        if (rest[0] is not ('+' or '-') || rest.Length is not (3 or 5 or 6))
        {
            return false;
        }

        var at = 1;
        var digits = rest[1..].ToString().Replace(":", "", StringComparison.Ordinal);
        at = 0;
        if (!Digits.TryNumber(digits, ref at, 4, out var number, out var count) || at != digits.Length || count is not (2 or 4))
        {
            return false;
        }

        var (hours, minutes) = count == 2 ? (number, 0) : (number / 100, number % 100);
        if (hours > 14 || minutes > 59)
        {
            return false;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        read = read with { Offset = rest[0] == '-' ? -offset : offset };
        return true;
    }

    /// <summary>Eight digits without separators, cut by the order.</summary>
    public static DateNumbers? Compact(ReadOnlySpan<char> text, string? order)
    {
        if (text.Length < 8 || text[..8].ContainsAnyExceptInRange('0', '9') || (text.Length > 8 && char.IsAsciiDigit(text[8])))
        {
            return null;
        }

        return order == DateOrders.YearFirst
            ? new DateNumbers(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), 4, 2, '\0')
            : new DateNumbers(Number(text[..2]), Number(text[2..4]), Number(text[4..8]), 2, 4, '\0');
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    /// <summary>03 May 2025, 3-May-25, May 3, 2025.</summary>
    private static bool TryNamed(ReadOnlySpan<char> text, ref int at, string? order, out DateOnly date)
    {
        date = default;
        var i = at;
        var month = 0;
        Span<int> numbers = stackalloc int[2];
        Span<int> digits = stackalloc int[2];
        var count = 0;
        while (i < text.Length && (count < 2 || month == 0))
        {
            if (char.IsAsciiLetter(text[i]))
            {
                var start = i;
                while (i < text.Length && char.IsAsciiLetter(text[i]))
                {
                    i++;
                }

                if (month > 0 || i - start < 3)
                {
                    return false;
                }

                month = Array.IndexOf(Months, text.Slice(start, 3).ToString().ToLowerInvariant()) + 1;
                if (month == 0)
                {
                    return false;
                }
            }
            else if (Digits.Value(text[i]) >= 0)
            {
                if (count == 2 || !Digits.TryNumber(text, ref i, 4, out numbers[count], out digits[count]))
                {
                    return false;
                }

                count++;
            }
            else if (text[i] is ' ' or '-' or '/' or ',' or '.' || Digits.IsSpace(text[i]))
            {
                i++;
            }
            else
            {
                return false;
            }
        }

        var yearFirst = digits[0] == 4 || (digits[1] != 4 && order == DateOrders.YearFirst);
        var named = yearFirst
            ? new DateNumbers(numbers[0], month, numbers[1], digits[0], digits[1], ' ').In(DateOrders.YearFirst)
            : new DateNumbers(numbers[0], month, numbers[1], digits[0], digits[1], ' ').In(DateOrders.DayFirst);
        date = named ?? default;
        at = i;
        return count == 2 && month > 0 && named is not null;
    }
}
