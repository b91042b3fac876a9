using System.Globalization;
using System.Text;

namespace Onus.Domain.People;

/// <summary>How surely a text names somebody.</summary>
public enum Naming
{
    /// <summary>It does not.</summary>
    Not = 0,

    /// <summary>A word of their name stands where every word would have its capital: "Hope was gone" may be a name.</summary>
    Perhaps,

    /// <summary>A word of their name stands as a name is written.</summary>
    ByWord,

    /// <summary>Pseudonym, number, or a spelling of several words stands there as a whole.</summary>
    Whole,
}

/// <summary>
/// Whether a text names a person. Spellings are often words too, as Hope, Mercy, Joy and Will are, so a single word names somebody only where it is written as a name: with a
/// capital that its place does not explain. Where a script has no capitals, nothing tells the two apart, and the word counts.
/// </summary>
public static class NamedIn
{
    private const int Short = 3;

    private const string Ends = ".!?…:;\n\r\"“”«»‹›„‘([{-–—•*。！？؟۔।";

    /// <summary>How a text names a person, by the surest of all that it says of them.</summary>
    public static Naming Of(string text, Person person)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(person);
        var written = Written(text);
        string[] words = [.. written.Select(word => word.Folded)];
        return WholeOf(person).Any(name => ReportedSpeech.Places(words, name).Any()) ? Naming.Whole
            : WordsOf(person).SelectMany(name => written.Where(word => ReportedSpeech.IsIn(word.Folded, name))).Select(word => word.As).DefaultIfEmpty(Naming.Not).Max();
    }

    /// <summary>Pseudonym and spellings that are sure as they stand, folded: of several words, or with a digit.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> WholeOf(Person person) => [.. Names(person).Where(IsSure)];

    /// <summary>Words by which a person is named and which may be words of the language too, folded.</summary>
    public static IReadOnlyList<string> WordsOf(Person person) =>
        [.. Names(person).Where(name => !IsSure(name)).SelectMany(name => name)
            .Concat(Names(person).Where(IsSure).SelectMany(name => name).Where(word => word.Length >= Short && !word.Any(char.IsDigit) && !Pseudonyms.IsPart(word)))
            .Distinct(StringComparer.Ordinal)];

    private static IEnumerable<IReadOnlyList<string>> Names(Person person) =>
        person.Aliases.Prepend(person.Pseudonym).Select(FoldedName.WordsOf).Where(words => words.Sum(word => word.Length) >= Short);

    private static bool IsSure(IReadOnlyList<string> name) => name.Count > 1 || name[0].Any(char.IsDigit);

    private static List<(string Folded, Naming As)> Written(string text)
    {
        // Where all is in capitals, a capital says nothing.
        var isPlain = text.EnumerateRunes().Any(Rune.IsLower);
        var (found, word, begins) = (new List<(string, Naming)>(), new StringBuilder(), true);
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format || rune.Value is '\'' or '’' or 'ʼ')
            {
                word.Append(rune);
                continue;
            }

            if (word.Length > 0)
            {
                var whole = word.ToString();
                var first = whole.EnumerateRunes().FirstOrDefault(Rune.IsLetter);
                var how = Rune.IsLower(first) ? Naming.Not : Rune.GetUnicodeCategory(first) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter) || (isPlain && !begins) ? Naming.ByWord : Naming.Perhaps;
                found.AddRange(FoldedName.WordsOf(whole).Select(folded => (folded, how)));
                begins = found.Count == 0;
                word.Clear();
            }

            begins |= rune.IsBmp && Ends.Contains((char)rune.Value, StringComparison.Ordinal);
        }

        return found;
    }
}
