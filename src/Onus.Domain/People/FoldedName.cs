using System.Globalization;
using System.Text;
using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>Names compared as people compare them: without case, accents, spaces and punctuation.</summary>
public static class FoldedName
{
    /// <summary>The words of a name, folded; empty where it has no letter and no digit.</summary>
    public static IReadOnlyList<string> WordsOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder();
        foreach (var rune in LetterForms.Apart(name).EnumerateRunes())
        {
            // A mark belongs to its letter; an apostrophe inside a name parts nothing.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format || rune.Value is '\'' or '’' or 'ʼ')
            {
                continue;
            }

            folded.Append(Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark ? Rune.ToLowerInvariant(rune).ToString() : " ");
        }

        // Letters that no decomposition takes apart.
        folded.Replace("ß", "ss").Replace("ø", "o").Replace("ł", "l").Replace("đ", "d").Replace("ı", "i").Replace("æ", "ae").Replace("œ", "oe");
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether two names are the same, folded.</summary>
    public static bool Same(string one, string other) =>
        WordsOf(one) is [_, ..] words && string.Concat(words) == string.Concat(WordsOf(other));

    /// <summary>What names that are the same have in common, and no others: their words, or their spelling where they have none.</summary>
    public static string KeyOf(string name) => WordsOf(name) is [_, ..] words ? string.Concat(words) : Spelling(name);

    /// <summary>Whether a text has a name in it, in whole words.</summary>
    public static bool Names(string text, string name)
    {
        var (words, wanted) = (WordsOf(text), WordsOf(name));
        return wanted.Count > 0 && Enumerable.Range(0, Math.Max(0, words.Count - wanted.Count + 1)).Any(at => words.Skip(at).Take(wanted.Count).SequenceEqual(wanted, StringComparer.Ordinal));
    }

    /// <summary>One spelling, however it is typed: letters composed, no space around it.</summary>
    public static string Spelling(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return LetterForms.Together(typed.Trim());
    }
}
