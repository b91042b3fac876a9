namespace Onus.Ingest.Times;

/// <summary>A time of day as it stands: 24 hours, or 12 with the words for before and after noon.</summary>
/// <param name="Hour">Hour as written.</param>
/// <param name="Minute">Minute.</param>
/// <param name="Second">Second, 0 where none is written.</param>
/// <param name="Half">Which half of the day, where that is written.</param>
public readonly record struct DayTime(int Hour, int Minute, int Second, DayHalf Half)
{
    /// <summary>The time, or null where there is none such (25:10, 13:00 PM) or the half of the day is in no known words.</summary>
    public TimeOnly? Time => Half switch
    {
        _ when Minute > 59 || Second > 59 => null,
        DayHalf.NotWritten => Hour <= 23 ? new TimeOnly(Hour, Minute, Second) : null,
        DayHalf.BeforeNoon => Hour is >= 1 and <= 12 ? new TimeOnly(Hour % 12, Minute, Second)
            : Hour == 0 ? new TimeOnly(0, Minute, Second) : null,
        DayHalf.AfterNoon => Hour is >= 1 and <= 12 ? new TimeOnly((Hour % 12) + 12, Minute, Second) : null,
        _ => null,
    };

    /// <summary>
    /// Reads a time from a place in a line, with the word for the half of the day before it (<c>下午 3:04</c>) or behind it (<c>3:04 p. m.</c>).
    /// On success the place stands behind the last character of the time.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, ref int at, out DayTime time)
    {
        time = default;
        var i = at;
        Digits.SkipMarks(text, ref i);
        var half = DayHalf.NotWritten;
        if (i < text.Length && Digits.Value(text[i]) < 0)
        {
            half = DayHalves.ReadWord(text, ref i);
            if (half is not (DayHalf.BeforeNoon or DayHalf.AfterNoon))
            {
                return false;
            }

            Digits.SkipSpaces(text, ref i);
        }

        if (!Digits.TryNumber(text, ref i, 2, out var hour, out _)
            || !TryColon(text, ref i, out var separator)
            || !Digits.TryNumber(text, ref i, 2, out var minute, out var minuteDigits)
            || minuteDigits != 2)
        {
            return false;
        }

        var second = 0;
        var behind = i;
        if (TryColon(text, ref behind, out var again) && again == separator
            && Digits.TryNumber(text, ref behind, 2, out second, out var secondDigits) && secondDigits == 2)
        {
            i = behind;
        }
        else
        {
            second = 0;
        }

        if (half == DayHalf.NotWritten)
        {
            behind = i;
            Digits.SkipSpaces(text, ref behind);
            half = DayHalves.ReadWord(text, ref behind);
            i = half == DayHalf.NotWritten ? i : behind;
        }

        time = new DayTime(hour, minute, second, half);
        at = i;
        return true;
    }

    private static bool TryColon(ReadOnlySpan<char> text, ref int at, out char separator)
    {
        Digits.SkipMarks(text, ref at);
        separator = at < text.Length ? text[at] : '\0';
        if (separator is not (':' or '.'))
        {
            return false;
        }

        at++;
        Digits.SkipMarks(text, ref at);
        return true;
    }
}

/// <summary>Which half of the day.</summary>
public enum DayHalf
{
    /// <summary>None is written: 24 hours.</summary>
    NotWritten = 0,

    /// <summary>Before noon.</summary>
    BeforeNoon,

    /// <summary>After noon.</summary>
    AfterNoon,

    /// <summary>A word stands there that is not known.</summary>
    UnknownWord,
}
