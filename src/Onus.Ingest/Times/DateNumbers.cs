using System.Globalization;

namespace Onus.Ingest.Times;

/// <summary>The three numbers of a date as they stand, before anyone says which is the day.</summary>
/// <param name="First">The number that stands first.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third.</param>
/// <param name="FirstDigits">How many digits the first has, 1 to 4.</param>
/// <param name="ThirdDigits">How many digits the third has, 1 to 4.</param>
/// <param name="Separator">What stands between them.</param>
public readonly record struct DateNumbers(int First, int Second, int Third, int FirstDigits, int ThirdDigits, char Separator)
{
    /// <summary>Four digits first: the year, whatever order anyone states.</summary>
    public bool YearStandsFirst => FirstDigits == 4;

    /// <summary>
    /// The date in an order (<c>dmy</c>, <c>mdy</c>, <c>ymd</c>); null where there is no such day. Two-digit years are of this century:
    /// no messenger and no bank export of the last one has them. The calendar is taken as Gregorian; see <see cref="CalendarIsPlausible"/>.
    /// </summary>
    public DateOnly? In(string? order)
    {
        var (year, month, day, digits) = YearStandsFirst || order == DateOrders.YearFirst ? (First, Second, Third, FirstDigits)
            : order == DateOrders.MonthFirst ? (Third, First, Second, ThirdDigits)
            : order == DateOrders.DayFirst ? (Third, Second, First, ThirdDigits)
            : (0, 0, 0, 0);
        if (digits is 1 or 3)
        {
            return null;
        }

        year += digits == 2 ? 2000 : 0;
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>
    /// Whether a year can be one of the Gregorian calendar in evidence: Persian (1404), Buddhist (2568, or 68 for short) and Nepali (2082) years are not,
    /// and are never converted by guess. The bounds are fixed, so that the same bytes give the same records on any day they are read.
    /// </summary>
    public static bool CalendarIsPlausible(DateOnly date) => date.Year is >= 1970 and < 2050;

    /// <summary>
    /// Reads numbers with one separator (<c>.</c>, <c>-</c> or <c>/</c>) from a place in a line, in digits of any script, with direction marks between.
    /// On success the place stands behind the last digit.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, ref int at, out DateNumbers numbers)
    {
        numbers = default;
        var i = at;
        if (!Digits.TryNumber(text, ref i, 4, out var first, out var firstDigits)
            || !TrySeparator(text, ref i, out var separator)
            || !Digits.TryNumber(text, ref i, 2, out var second, out _)
            || !TrySeparator(text, ref i, out var again)
            || again != separator
            || !Digits.TryNumber(text, ref i, 4, out var third, out var thirdDigits))
        {
            return false;
        }

        numbers = new DateNumbers(first, second, third, firstDigits, thirdDigits, separator);
        at = i;
        return true;
    }

    private static bool TrySeparator(ReadOnlySpan<char> text, ref int at, out char separator)
    {
        Digits.SkipMarks(text, ref at);
        separator = at < text.Length ? text[at] : '\0';
        if (separator is not ('.' or '-' or '/'))
        {
            return false;
        }

        at++;
        Digits.SkipMarks(text, ref at);
        if (separator == '.')
        {
            // Korean and Hungarian write "2025. 5. 3.".
            Digits.SkipSpaces(text, ref at);
        }

        return true;
    }
}

/// <summary>Digits of any script, and the invisible marks between them.</summary>
internal static class Digits
{
    /// <summary>A number of 1 to <paramref name="most"/> digits that no further digit follows.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, ref int at, int most, out int number, out int digits)
    {
        number = 0;
        digits = 0;
        var i = at;
        while (i < text.Length && Value(text[i]) is >= 0 and var digit)
        {
            if (++digits > most)
            {
                return false;
            }

            number = (number * 10) + digit;
            i++;
        }

        at = i;
        return digits > 0;
    }

    /// <summary>0 to 9, or -1 for what is no decimal digit.</summary>
    public static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : c < 128 ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    /// <summary>Marks of direction, and the byte order mark, which writers put between visible characters.</summary>
    public static bool IsMark(char c) => c is '\u200E' or '\u200F' or '\u061C' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Spaces that stand inside dates: plain, no-break, narrow no-break, thin.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\t';

    /// <summary>Moves behind marks.</summary>
    public static void SkipMarks(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && IsMark(text[at]))
        {
            at++;
        }
    }

    /// <summary>Moves behind marks and spaces.</summary>
    public static void SkipSpaces(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && (IsMark(text[at]) || IsSpace(text[at])))
        {
            at++;
        }
    }
}
