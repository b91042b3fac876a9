using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>
/// Who a name in the records likely is: whoever bears the same name written otherwise, the same telephone number with or without the prefix of its country, or the
/// same account with or without the code of its bank. It is proposed and never taken for settled; where it could be two people it is nobody.
/// </summary>
public sealed class LikelySpelling
{
    // Numbers of a network are shorter, and extensions are shared by many.
    private const int Shortest = 7;

    private const int LongestPrefix = 4;

    private readonly ILookup<string, PersonId> names;
    private readonly IReadOnlyList<(Number Number, PersonId Person)> numbers;
    private readonly IReadOnlyList<(WrittenAccount Account, PersonId Person)> accounts;

    /// <summary>The spellings of the people of a case.</summary>
    public LikelySpelling(IReadOnlyCollection<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var known = people.SelectMany(person => person.Aliases.Append(person.Pseudonym).Select(name => (Name: name, Person: person.Id))).ToList();
        names = known.ToLookup(one => FoldedName.KeyOf(one.Name), one => one.Person, StringComparer.Ordinal);
        numbers = [.. known.SelectMany(one => Number.Of(one.Name) is { } number ? [(number, one.Person)] : Array.Empty<(Number, PersonId)>())];
        accounts = [.. known.SelectMany(one => WrittenAccount.Of(one.Name) is { } account ? [(account, one.Person)] : Array.Empty<(WrittenAccount, PersonId)>())];
    }

    /// <summary>Whose it likely is; null where nothing says so, or two people could be meant.</summary>
    public PersonId? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        IEnumerable<PersonId> likely = names[FoldedName.KeyOf(name)];
        likely = Number.Of(name) is { } number ? likely.Concat(numbers.Where(known => known.Number.IsSame(number)).Select(known => known.Person)) : likely;
        likely = WrittenAccount.Of(name) is { } account ? likely.Concat(accounts.Where(known => known.Account.IsLike(account)).Select(known => known.Person)) : likely;
        return likely.Distinct().Take(2).ToList() is [var only] ? only : null;
    }

    // Digits behind the sign of a country, or as dialled at home, there with or without the nought that comes first.
    private sealed record Number(string Digits, bool Abroad)
    {
        internal static Number? Of(string written)
        {
            if (written.EnumerateRunes().Any(rune => !System.Text.Rune.IsDigit(rune) && rune.Value is not ('+' or ' ' or '-' or '‑' or '–' or '(' or ')' or '.' or '/' or '\u00A0' or '\u200E' or '\u202A' or '\u202C')))
            {
                return null;
            }

            var digits = string.Concat(written.Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
            var abroad = written.Contains('+', StringComparison.Ordinal) || digits.StartsWith("00", StringComparison.Ordinal);
            digits = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
            return digits.Length < Shortest ? null : new(digits, abroad);
        }

        internal bool IsSame(Number other) => Digits == other.Digits || (!Abroad && IsOf(other)) || (!other.Abroad && other.IsOf(this));

        private bool IsOf(Number whole) => Ends(whole.Digits, Digits) || (Digits[0] == '0' && Ends(whole.Digits, Digits[1..]));

        private static bool Ends(string whole, string end) =>
            end.Length >= Shortest && whole[0] != '0' && whole.Length - end.Length is > 0 and <= LongestPrefix && whole.EndsWith(end, StringComparison.Ordinal);
    }
}
