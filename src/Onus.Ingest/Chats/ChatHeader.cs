using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>How the lines of a chat export begin; one export keeps to one style.</summary>
/// <param name="Bracket"><c>[3/5/25, 18:06:13] Name: text</c> (iOS) rather than <c>3/5/25, 18:06 - Name: text</c> (Android).</param>
/// <param name="YearFirst">A four-digit year stands first.</param>
/// <param name="Separator">What stands between the numbers of a date.</param>
internal readonly record struct ChatStyle(bool Bracket, bool YearFirst, char Separator);

/// <summary>The beginning of a message: its time, and where the sender begins.</summary>
/// <param name="Style">Style of the line.</param>
/// <param name="Date">The numbers of its date.</param>
/// <param name="Time">Its time of day.</param>
/// <param name="RawStart">Where date and time begin in the line, in characters.</param>
/// <param name="RawEnd">Where they end.</param>
/// <param name="Rest">Where the sender, or the text of a system line, begins.</param>
internal readonly record struct ChatHeader(ChatStyle Style, DateNumbers Date, DayTime Time, int RawStart, int RawEnd, int Rest)
{
    private static readonly string[] BetweenDateAndTime = ["at", "à", "às", "um", "kl", "kl.", "klo", "o", "u", "alle", "a", "las", "ore", "la"];

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
        if (!DateNumbers.TryRead(line, ref i, out var date) || !TryGap(line, ref i, date.Separator) || !DayTime.TryRead(line, ref i, out var time))
        {
            return false;
        }

        var rawEnd = i;
        Digits.SkipSpaces(line, ref i);
        if (i >= line.Length || (bracket ? line[i] != ']' : line[i] is not ('-' or '–')))
        {
            return false;
        }

        i++;
        if (i < line.Length && !bracket && !Digits.IsSpace(line[i]))
        {
            return false;
        }

        if (i < line.Length && Digits.IsSpace(line[i]))
        {
            i++;
        }

        header = new ChatHeader(new ChatStyle(bracket, date.YearStandsFirst, date.Separator), date, time, rawStart, rawEnd, i);
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

        Digits.SkipMarks(line, ref at);
        if (at < line.Length && line[at] is (',' or '،' or '、'))
        {
            at++;
        }

        Digits.SkipSpaces(line, ref at);
        for (var word = 0; word < 2; word++)
        {
            var length = 0;
            while (at + length < line.Length && (char.IsLetter(line[at + length]) || line[at + length] == '.') && length < 5)
            {
                length++;
            }

            if (length == 0 || !BetweenDateAndTime.AsSpan().Contains(line.Slice(at, length).ToString()))
            {
                break;
            }

            at += length;
            Digits.SkipSpaces(line, ref at);
        }

        return at > start;
    }
}
