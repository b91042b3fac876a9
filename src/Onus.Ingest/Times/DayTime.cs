namespace Onus.Ingest.Times;

/// <summary>A time of day as it stands: 24 hours, or 12 with a word for the part of the day.</summary>
/// <param name="Hour">Hour as written.</param>
/// <param name="Minute">Minute.</param>
/// <param name="Second">Second, 0 where none is written.</param>
/// <param name="Part">Which part of the day, where that is written.</param>
public readonly record struct DayTime(int Hour, int Minute, int Second, DayPart Part)
{
    /// <summary>The time, or null where there is none such (25:10, 13:00 PM, 3:00 at noon) or the part of the day is in no known word.</summary>
    public TimeOnly? Time => Minute > 59 || Second > 59 || Part.HourOfDay(Hour) is not { } hour ? null : new TimeOnly(hour, Minute, Second);

    /// <summary>
    /// Reads a time from a place in a line, with the word for the part of the day before it (<c>下午 3:04</c>) or behind it (<c>3:04 p. m.</c>).
    /// A word that is not known is one all the same: what it stands before is a time. On success the place stands behind the last character.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, ref int at, out DayTime time)
    {
        time = default;
        var i = at;
        Digits.SkipMarks(text, ref i);
        var part = DayPart.NotWritten;
        if (i < text.Length && Digits.Value(text[i]) < 0)
        {
            part = DayParts.ReadWord(text, ref i);
            if (part == DayPart.NotWritten)
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
        if (TryColon(text, ref behind, out var again) && (again == separator || (separator == 'h' && again == 'm'))
            && Digits.TryNumber(text, ref behind, 2, out second, out var secondDigits) && secondDigits == 2)
        {
            i = behind;
            if (separator == 'h')
            {
                // Canada's French closes with the letter: "18 h 06 min 13 s".
                Digits.SkipSpaces(text, ref behind);
                i = behind < text.Length && text[behind] == 's' && (behind + 1 == text.Length || !char.IsLetter(text[behind + 1])) ? behind + 1 : i;
            }
        }
        else
        {
            second = 0;
        }

        if (part == DayPart.NotWritten)
        {
            behind = i;
            Digits.SkipSpaces(text, ref behind);
            part = DayParts.ReadWord(text, ref behind);
            i = behind > i && (part != DayPart.NotWritten || !Digits.IsSpace(text[behind - 1])) ? behind : i;
        }

        time = new DayTime(hour, minute, second, part);
        at = i;
        return true;
    }

    private static bool TryColon(ReadOnlySpan<char> text, ref int at, out char separator)
    {
        Digits.SkipMarks(text, ref at);
        separator = at < text.Length ? text[at] : '\0';
        if (separator is ':' or '.')
        {
            at++;
            Digits.SkipMarks(text, ref at);
            return true;
        }

        // Hours and minutes with letters between, as in "18 h 06" and "18h06", seconds behind "min".
        var i = at;
        Digits.SkipSpaces(text, ref i);
        var length = text[i..].StartsWith("min") ? 3 : text[i..].StartsWith("h") ? 1 : 0;
        if (length == 0)
        {
            return false;
        }

        separator = text[i];
        i += length;
        Digits.SkipSpaces(text, ref i);
        at = i;
        return true;
    }
}

/// <summary>Which part of the day a word means; the hours of it, at most twelve, tell what a number on a clock of twelve hours is.</summary>
/// <param name="From">Its first hour, 0 to 23.</param>
/// <param name="To">The hour at which it ends, 1 to 24.</param>
public readonly record struct DayPart(int From, int To)
{
    /// <summary>No word is written: 24 hours.</summary>
    public static DayPart NotWritten => default;

    /// <summary>A word stands there that is not known.</summary>
    public static DayPart UnknownWord { get; } = new(-1, -1);

    /// <summary>Before noon.</summary>
    public static DayPart BeforeNoon { get; } = new(0, 12);

    /// <summary>After noon.</summary>
    public static DayPart AfterNoon { get; } = new(12, 24);

    /// <summary>The hour of the day that an hour as written is in this part; null where it is none.</summary>
    public int? HourOfDay(int written)
    {
        if (this == NotWritten)
        {
            return written <= 23 ? written : null;
        }

        // Midnight is written 12, by a few 0.
        var morning = written % 12;
        return written > 12 ? null
            : morning >= From && morning < To ? morning
            : written > 0 && morning + 12 >= From && morning + 12 < To ? morning + 12
            : null;
    }
}
