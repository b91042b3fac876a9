using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>How the lines of a chat export begin; one export keeps to one style.</summary>
/// <param name="Mark">
/// <c>[</c> for <c>[3/5/25, 18:06:13] Name: text</c> (iOS), <c>-</c> for <c>3/5/25, 18:06 - Name: text</c> (Android), <c>:</c> for
/// <c>3/5/16, 6:06:13 PM: Name: text</c> (iOS before 2018), <c>;</c> for <c>2016.05.03 - 18:06:13; Name: text</c> (programs that read a phone's database).
/// </param>
/// <param name="YearFirst">A four-digit year stands first.</param>
/// <param name="Separator">What stands between the numbers of a date.</param>
/// <param name="TimeFirst">The time stands before the date, as Vietnamese writes it.</param>
internal readonly record struct ChatStyle(char Mark, bool YearFirst, char Separator, bool TimeFirst);

/// <summary>The beginning of a message: its time, and where the sender begins.</summary>
/// <param name="Style">Style of the line.</param>
/// <param name="Date">The numbers of its date.</param>
/// <param name="Time">Its time of day.</param>
/// <param name="RawStart">Where date and time begin in the line, in characters.</param>
/// <param name="RawEnd">Where they end.</param>
/// <param name="Rest">Where the sender, or the text of a system line, begins.</param>
internal readonly record struct ChatHeader(ChatStyle Style, DateNumbers Date, DayTime Time, int RawStart, int RawEnd, int Rest)
{
    private static readonly string[] BetweenDateAndTime =
    [
        "at", "à", "às", "um", "kl", "kl.", "klo", "o", "u", "alle", "ore", "a", "las", "les", "la", "om", "kell", "plkst.", "v", "o", "ob",
        "об", "в", "во", "ás", "às", "στις", "pukul", "pada", "lúc", "saat", "nang", "ag", "ساعت", "في", "בשעה", "को", "เวลา", "klukkan",
    ];

    // What some languages write behind the year: "3.05.25 г.", "2025 m.".
    private static readonly string[] BehindYear = ["г.", "г", "р.", "р", "ж.", "m.", "оны"];

    /// <summary>Whether a line begins a message. Linear in the length of its beginning; never throws.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out ChatHeader header)
    {
        header = default;
        var i = 0;
        Digits.SkipMarks(line, ref i);
        var bracket = i < line.Length && line[i] == '[';
        if (bracket)
        {
            i++;
            Digits.SkipMarks(line, ref i);
        }

        var rawStart = i;
        var (isTimeFirst, isParted) = (false, false);
        if (!DateNumbers.TryRead(line, ref i, out var date) || !TryGap(line, ref i, date.Separator) || !TryDash(line, ref i, out isParted) || !DayTime.TryRead(line, ref i, out var time))
        {
            i = rawStart;
            (isTimeFirst, isParted) = (true, false);
            if (!DayTime.TryRead(line, ref i, out time) || !TryGap(line, ref i, ',') || !DateNumbers.TryRead(line, ref i, out date))
            {
                return false;
            }
        }

        var rawEnd = i;
        Digits.SkipSpaces(line, ref i);
        var mark = i >= line.Length ? '\0' : isParted ? (line[i] == ';' ? ';' : '\0') : bracket ? (line[i] == ']' ? '[' : '\0') : line[i] is '-' or '–' or '—' ? '-' : line[i] == ':' && i == rawEnd ? ':' : '\0';
        if (mark == '\0')
        {
            return false;
        }

        i++;
        if (!bracket && (mark == ':' ? i >= line.Length || !Digits.IsSpace(line[i]) : i < line.Length && !Digits.IsSpace(line[i])))
        {
            return false;
        }

        if (i < line.Length && Digits.IsSpace(line[i]))
        {
            i++;
        }

        header = new ChatHeader(new ChatStyle(mark, date.YearStandsFirst, date.Separator, isTimeFirst), date, time, rawStart, rawEnd, i);
        return true;
    }

    /// <summary>Whether what looks like the beginning of a message stands behind a return alone, which ends no line where line feeds do.</summary>
    public static bool StandsBehindReturn(string text)
    {
        for (var at = text.IndexOf('\r', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (TryRead(text.AsSpan(at + 1), out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes over a dash between date and time; always true.</summary>
    private static bool TryDash(ReadOnlySpan<char> line, ref int at, out bool found)
    {
        found = at < line.Length && line[at] == '-';
        if (found)
        {
            at++;
            Digits.SkipSpaces(line, ref at);
        }

        return true;
    }

    /// <summary>A comma, spaces, and the small words that some languages put there.</summary>
    private static bool TryGap(ReadOnlySpan<char> line, ref int at, char separator)
    {
        var start = at;
        if (separator == '.' && at < line.Length && line[at] == '.')
        {
            at++;
        }

        TakeWord(line, ref at, BehindYear);
        Digits.SkipMarks(line, ref at);
        if (at < line.Length && line[at] is (',' or '،' or '、'))
        {
            at++;
        }

        Digits.SkipSpaces(line, ref at);
        while (TakeWord(line, ref at, BetweenDateAndTime))
        {
            Digits.SkipSpaces(line, ref at);
        }

        return at > start;
    }

    /// <summary>Takes one of some words, with the spaces before it, where it stands.</summary>
    private static bool TakeWord(ReadOnlySpan<char> line, ref int at, string[] words)
    {
        var from = at;
        Digits.SkipSpaces(line, ref from);
        var length = 0;
        while (from + length < line.Length && length < 10 && (char.IsLetter(line[from + length]) || char.GetUnicodeCategory(line[from + length]) is
            System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.NonSpacingMark || line[from + length] == '.'))
        {
            length++;
        }

        if (length == 0 || !words.AsSpan().Contains(line.Slice(from, length).ToString()))
        {
            return false;
        }

        at = from + length;
        return true;
    }
}
