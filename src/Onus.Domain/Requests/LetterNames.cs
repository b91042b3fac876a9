using System.Text;
using System.Text.RegularExpressions;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Requests;

/// <summary>The names of people of a case in the text of a letter: whole, and each word of them that can be a name.</summary>
internal static class LetterNames
{
    // "Me", "Bo", "de": so short a word is a name only as it is written, or is nobody's.
    private const int Short = 3;

    // A shorter name stands inside other words too: "Ana" in "banana".
    private const int LongEnoughInside = 6;

    // Fewer digits are a house, a year, a sum; the last nine tell a telephone from all others of its country.
    private const int Long = 7;
    private const int Telling = 9;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>The error for the first person whom a field names; null for none.</summary>
    public static Error? Refuse(string field, string text, IEnumerable<Person> people, CaseWords words)
    {
        var plain = WithoutPossessive(text);
        foreach (var person in people)
        {
            var names = person.Aliases.Prepend(person.Pseudonym).ToList();
            // What the holder finds it by is what is asked for: a number, or the address of an account. A name without one is none.
            var asked = field == "account" ? names.Where(IsAccount).ToList() : [];
            var written = Without(FoldedName.WordsOf(plain), asked);
            if (names.Except(asked).Any(name => Has(plain, written, name) || HasNumber(plain, name)))
            {
                return Error.Invalid("requests.names-person", ("field", field), ("who", person.Pseudonym));
            }

            if (names.SelectMany(NamesIn).FirstOrDefault(name => Stands(name, written, words)) is { } part)
            {
                return Error.Invalid("requests.names-word", ("field", field), ("word", AsTyped(plain, part.Word)), ("who", person.Pseudonym));
            }
        }

        return null;
    }

    private static bool Has(string text, List<string> written, string name) => FoldedName.WordsOf(name) is var words && words.Sum(word => word.Length) >= Short
        ? Enumerable.Range(0, Math.Max(0, written.Count - words.Count + 1)).Any(at => IsAt(written, at, words))
        : name.Trim().Length > 1 && Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(name.Trim())}(?!\w)", RegexOptions.CultureInvariant, Soon);

    // A number is the same however it is grouped, and with or without what stands before it abroad.
    private static bool HasNumber(string text, string name)
    {
        var digits = Digits(name);
        return digits.Length >= Long && Regex.Matches(text, @"\d[\d\s().\-/]*\d", RegexOptions.CultureInvariant, Soon).Any(found => Digits(found.Value).Contains(digits[^Math.Min(digits.Length, Telling)..], StringComparison.Ordinal));

        static string Digits(string of) => string.Concat(of.Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
    }

    // "Nwosu's" names Nwosu.
    private static string WithoutPossessive(string text) => Regex.Replace(text, @"['’ʼ]s(?!\w)", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Soon);

    private static bool IsAccount(string name) => name.Contains('@', StringComparison.Ordinal) || name.Any(char.IsDigit);

    // Of an address, what stands behind the sign is its provider's name.
    private static IEnumerable<NamePart> NamesIn(string name)
    {
        var words = FoldedName.WordsOf(name.Split('@')[0]);
        foreach (var word in words.Where(word => word.Length >= Short && !word.Any(char.IsDigit) && !Pseudonyms.IsPart(word)))
        {
            yield return new(word, [.. words.Where(other => other != word).Select(other => other[..1])]);
        }

        if (words.Count > 1 && !IsAccount(name) && string.Concat(words) is { Length: >= LongEnoughInside } whole)
        {
            yield return new(whole, []);
        }
    }

    // "Price" and "May" are words of every letter; "Ms Price" and "Price A." name somebody.
    private static bool Stands(NamePart name, List<string> written, CaseWords words)
    {
        var everyday = words.Everyday.Contains(name.Word) || words.Joining.Contains(name.Word);
        return written.Index().Any(word => Bears(word.Item, name.Word) && (!everyday
            || (word.Index > 0 && (words.BeforeNames.Contains(written[word.Index - 1]) || name.Initials.Contains(written[word.Index - 1])))
            || (word.Index + 1 < written.Count && name.Initials.Contains(written[word.Index + 1]))));
    }

    // "The Nwosus" are Nwosu; digits part a word as spaces do; scripts without spaces have names inside words.
    private static bool Bears(string word, string name) =>
        word == name
        || (name.Length >= 5 && word.Length == name.Length + 1 && word[^1] == 's' && word.StartsWith(name, StringComparison.Ordinal))
        || (word.Any(char.IsDigit) && Regex.Split(word, @"\d+", RegexOptions.CultureInvariant, Soon).Contains(name, StringComparer.Ordinal))
        || (word.Length > name.Length && name.EnumerateRunes().Any(IsOfNoSpaces) && word.Contains(name, StringComparison.Ordinal));

    private static bool IsOfNoSpaces(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF);

    private static List<string> Without(IReadOnlyList<string> written, IReadOnlyList<string> accounts)
    {
        var left = written.ToList();
        foreach (var account in accounts.Select(FoldedName.WordsOf).Where(account => account.Count > 0))
        {
            for (var at = 0; at + account.Count <= left.Count; at++)
            {
                if (IsAt(left, at, account))
                {
                    // What stood before and behind it does not come to stand side by side.
                    left.RemoveRange(at, account.Count - 1);
                    left[at] = "";
                }
            }
        }

        return left;
    }

    private static bool IsAt(List<string> written, int at, IReadOnlyList<string> words) => written.Skip(at).Take(words.Count).SequenceEqual(words, StringComparer.Ordinal);

    private static string AsTyped(string text, string part) =>
        Regex.Split(text, @"[^\p{L}\p{M}\d'’ʼ]+", RegexOptions.CultureInvariant, Soon).FirstOrDefault(token => FoldedName.WordsOf(token).Any(word => Bears(word, part))) ?? part;

    /// <summary>A word that can be a name, and the first letters of the words beside it in the whole name.</summary>
    private sealed record NamePart(string Word, IReadOnlyCollection<string> Initials);
}
