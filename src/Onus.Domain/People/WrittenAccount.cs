using System.Globalization;

namespace Onus.Domain.People;

/// <summary>
/// The number of an account as a statement or a person writes it: alone, behind the code of its bank (<c>HARBUS33/99887766</c>, <c>60-16-13 31926819</c>), or at
/// the end of an IBAN. Two banks may give one number, so that two ways to write it are at most likely the same account.
/// </summary>
internal sealed class WrittenAccount
{
    // Fewer digits end many accounts.
    private const int Shortest = 6;

    private readonly string whole;
    private readonly IReadOnlyList<(string Bank, string Own)> parted;

    private WrittenAccount(string whole, IReadOnlyList<(string Bank, string Own)> parted) => (this.whole, this.parted) = (whole, parted);

    /// <summary>The account that a name may be; null where it is none.</summary>
    public static WrittenAccount? Of(string written)
    {
        var name = string.Concat(written.Trim().ToUpperInvariant().Select(sign => char.IsDigit(sign) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)) : sign));
        // With the sign of a country it is a telephone.
        if (name is [] or ['+', ..] || name.StartsWith("00", StringComparison.Ordinal) || name.Any(sign => !char.IsAsciiLetterOrDigit(sign) && !IsBetween(sign)))
        {
            return null;
        }

        var number = Own(name);
        return number.Count(char.IsAsciiDigit) < Shortest ? null
            : new(number, [.. Enumerable.Range(1, name.Length - 1).Where(at => IsBetween(name[at])).Select(at => (Bank: Signs(name[..at]), Own: Own(name[(at + 1)..])))
                .Where(parts => IsBankCode(parts.Bank) && parts.Own.Count(char.IsAsciiDigit) >= Shortest).Distinct()]);
    }

    /// <summary>Whether the two may be one account.</summary>
    public bool IsLike(WrittenAccount other) =>
        whole == other.whole || Ends(other.whole) || other.Ends(whole)
        || parted.Any(mine => other.parted.Any(its => mine.Own == its.Own && (mine.Bank.StartsWith(its.Bank, StringComparison.Ordinal) || its.Bank.StartsWith(mine.Bank, StringComparison.Ordinal))))
        || parted.Any(mine => EndsAtBank(other.whole, mine)) || other.parted.Any(its => EndsAtBank(whole, its));

    /// <summary>Whether this is a number alone, and that of another behind the code of a bank or in an IBAN.</summary>
    private bool Ends(string number) => parted.Any(parts => parts.Own == number) || (!IsIban(number) && EndsIban(whole, number));

    // An IBAN has the code by which a bank is known at home, and its country.
    private static bool EndsAtBank(string iban, (string Bank, string Own) account) =>
        EndsIban(iban, account.Own) && (char.IsAsciiDigit(account.Bank[0]) ? iban.Contains(account.Bank, StringComparison.Ordinal) : account.Bank[4..6] == iban[..2]);

    private static bool EndsIban(string iban, string number) =>
        IsIban(iban) && number.Length < iban.Length - 4 && iban.EndsWith(number, StringComparison.Ordinal);

    private static bool IsBetween(char sign) => sign is ' ' or '\u00A0' or '-' or '‑' or '–' or '/' or '.';

    private static string Signs(string written) => string.Concat(written.Where(char.IsAsciiLetterOrDigit));

    // Statements write the currency of an account behind its number.
    private static string Own(string written) =>
        Signs(written) is var signs && signs.Length > 3 + Shortest && Letters(signs[^3..]) && Digits(signs[^(3 + Shortest)..^3]) ? signs[..^3] : signs;

    private static bool IsBankCode(string signs) => (signs.Length is 8 or 11 && Letters(signs[..6])) || (signs.Length is >= 6 and <= 9 && Digits(signs));

    private static bool IsIban(string signs) => signs.Length is >= 15 and <= 34 && Letters(signs[..2]) && Digits(signs[2..4]);

    private static bool Letters(string signs) => signs.All(char.IsAsciiLetterUpper);

    private static bool Digits(string signs) => signs.All(char.IsAsciiDigit);
}
