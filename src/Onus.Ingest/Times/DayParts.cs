using System.Text;

namespace Onus.Ingest.Times;

/// <summary>
/// Words for the parts of the day, from Unicode CLDR, of languages in which phones write them into exports: those that mean one half of the day and
/// nothing else, and the Chinese ones, whose hours CLDR fixes (supplemental/dayPeriods.xml, rules of zh). Words of other languages for evening, night
/// or noon are left out, because the hour they mean differs.
/// </summary>
internal static class DayParts
{
    private const int LongestWord = 16;

    private static readonly Dictionary<string, DayPart> Words = Table(
        before: "am dop priešpiet prijepodne претпладне priekšp fh pd vm rn yb үө дп тң կա gün.öň to sa gh sn ກ່ອນທ່ຽງ පෙ.ව পূৰ্বাহ্ন לפנה״צ vorm ipm fm pd de öö ap sa pg π.μ. пр.об. ص ق.ظ پ.خ غ.م پیش‌ازظهر पूर्वाह्न म.पू স.পূ পূর্বাহ্ণ ਪੂ.ਦੁ முற்பகல் ಪೂರ್ವಾಹ್ನ 上午 午前 오전 ก่อนเที่ยง ព្រឹក နံနက် ጥዋት e_paradites چۈشتىن_بۇرۇن таңкы",
        after: "pm odp pop popiet popodne попладне pēcp eh md nm in yh үх пп тк կհ gün.soň tk gd gn ຫຼັງທ່ຽງ ප.ව অপৰাহ্ন אחה״צ nachm em md du ös ip ch ptg μ.μ. сл.об. م ب.ظ غ.و بعدازظهر अपराह्न म.उ অপরাহ্ণ ਬਾ.ਦੁ பிற்பகல் ಅಪರಾಹ್ನ 下午 午後 오후 หลังเที่ยง ល្ងាច ညနေ ከሰዓት e_pasdites چۈشتىن_كېيىن түштөн_кийинки");

    // Words that some languages write behind a time of 24 hours; they mean "hour" and no part of the day.
    private static readonly HashSet<string> HourWords = new(StringComparer.Ordinal) { "uhr", "ч", "час", "год", "h", "hrs", "น", "kl", "klo" };

    /// <summary>Gershayim inside an abbreviation, which many keyboards write as a plain quotation mark.</summary>
    private static bool IsHebrewMark(char c, ReadOnlySpan<char> text, int at) =>
        c is '\u05F3' or '\u05F4' or '"' && at + 1 < text.Length && text[at - 1] is >= '\u05D0' and <= '\u05EA' && text[at + 1] is >= '\u05D0' and <= '\u05EA';

    /// <summary>Reads the word at a place: nothing there leaves the place and gives <see cref="DayPart.NotWritten"/>.</summary>
    public static DayPart ReadWord(ReadOnlySpan<char> text, ref int at)
    {
        // "p. m." has a space inside: dots join what belongs together.
        var word = new StringBuilder(8);
        var i = at;
        var end = at;
        while (i < text.Length && word.Length < LongestWord)
        {
            var c = text[i];
            if (char.IsLetter(c) || c is '\u200C' || (word.Length > 0 && IsHebrewMark(c, text, i)) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(c == '"' ? '\u05F4' : char.ToLowerInvariant(c));
                end = ++i;
            }
            else if (c == '.' && word.Length > 0)
            {
                end = ++i;
                var next = i;
                Digits.SkipSpaces(text, ref next);
                if (next > i && next < text.Length && char.IsLetter(text[next]) && word.Length == 1)
                {
                    i = next;
                }
            }
            else if (Digits.IsMark(c) && word.Length > 0)
            {
                i++;
            }
            else
            {
                break;
            }
        }

        if (word.Length == 0)
        {
            return DayPart.NotWritten;
        }

        if (HourWords.Contains(word.ToString()))
        {
            at = end;
            return DayPart.NotWritten;
        }

        at = end;
        if (Words.TryGetValue(word.ToString(), out var part))
        {
            return part;
        }

        // Albanian, Uyghur and Kyrgyz write two words.
        var second = end;
        Digits.SkipSpaces(text, ref second);
        var length = 0;
        while (second > end && second + length < text.Length && length < LongestWord && char.IsLetter(text[second + length]))
        {
            length++;
        }

        if (length > 0 && Words.TryGetValue($"{word} {text.Slice(second, length).ToString().ToLowerInvariant()}", out part))
        {
            at = second + length;
            return part;
        }

        return DayPart.UnknownWord;
    }

    private static Dictionary<string, DayPart> Table(string before, string after)
    {
        var table = new Dictionary<string, DayPart>(StringComparer.Ordinal)
        {
            ["凌晨"] = new(0, 5),
            ["清晨"] = new(5, 8),
            ["早上"] = new(5, 8),
            ["中午"] = new(12, 13),
            ["晚上"] = new(19, 24),
        };
        foreach (var word in before.Split(' '))
        {
            table.TryAdd(Key(word), DayPart.BeforeNoon);
        }

        foreach (var word in after.Split(' '))
        {
            table.TryAdd(Key(word), DayPart.AfterNoon);
        }

        return table;
    }

    private static string Key(string word) => word.Replace(".", "", StringComparison.Ordinal).Replace('_', ' ').ToLowerInvariant();
}
