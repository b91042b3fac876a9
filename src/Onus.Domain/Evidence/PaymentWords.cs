using System.Globalization;
using Onus.Domain.People;

namespace Onus.Domain.Evidence;

/// <summary>What a bank says of an entry in words, as far as it tells whether the entry of another bank is the same payment.</summary>
public sealed class PaymentWords
{
    // A reference is told from words, days and amounts by its length and its digits.
    private const int Shortest = 8;
    private const int FewestDigits = 4;
    private static readonly string[] DaysOf = ["yyyy", "yyyyMM", "MMyyyy", "yyMMdd", "ddMMyy", "MMddyy", "yyyyMMdd", "ddMMyyyy", "MMddyyyy"];

    private readonly string text;
    private readonly IReadOnlyList<string> holders;

    private PaymentWords(string text, IReadOnlyList<string> holders, IReadOnlySet<string> references) => (this.text, this.holders, References) = (text, holders, references);

    /// <summary>What stands in the words and may be a reference of the bank.</summary>
    public IReadOnlySet<string> References { get; }

    /// <summary>Reads them.</summary>
    /// <param name="text">What the bank says; null for nothing.</param>
    /// <param name="holder">Names and numbers of whoever holds the account. A single word without a digit may be a word of the language and names nobody.</param>
    public static PaymentWords Of(string? text, IEnumerable<string> holder) => new(
        text ?? "", [.. holder.Where(name => FoldedName.WordsOf(name) is { Count: > 1 } || name.Count(char.IsDigit) >= FewestDigits)], ReferencesOf(text ?? ""));

    /// <summary>
    /// Whether two entries say by themselves that they are one payment: each names in its words whoever holds the other's account, where its columns do not, or both have a reference
    /// that stands nowhere else.
    /// </summary>
    /// <param name="paid">The entry of who pays.</param>
    /// <param name="received">That of who is paid.</param>
    /// <param name="isPayeeNamed">Whether the columns of the one name who is paid.</param>
    /// <param name="isPayerNamed">Whether those of the other name who pays.</param>
    /// <param name="uses">In how many entries a reference stands.</param>
    public static bool SayOne(PaymentWords paid, PaymentWords received, bool isPayeeNamed, bool isPayerNamed, Func<string, int> uses)
    {
        ArgumentNullException.ThrowIfNull(paid);
        ArgumentNullException.ThrowIfNull(received);
        return ((isPayeeNamed || paid.Names(received)) && (isPayerNamed || received.Names(paid)))
            || paid.References.Any(reference => received.References.Contains(reference) && uses(reference) == 2);
    }

    private bool Names(PaymentWords other) => text.Length > 0 && other.holders.Any(name => FoldedName.Names(text, name));

    private static HashSet<string> ReferencesOf(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            var begin = at;
            while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
            {
                at++;
            }

            var word = text.AsSpan(begin, at - begin);
            if (word.Length >= Shortest && IsOfOne(word))
            {
                found.Add(word.ToString().ToUpperInvariant());
            }
        }

        return found;
    }

    // A year, a month or a day, with a word ("RENT2025") or midnight behind it, and one digit over and over are written in entries of everybody.
    private static bool IsOfOne(ReadOnlySpan<char> word)
    {
        var digits = string.Concat(word.ToString().Where(char.IsAsciiDigit));
        return digits.Length >= FewestDigits && digits.Distinct().Count() > 1 && !IsDay(digits.Length > 8 && digits[8..].All(digit => digit == '0') ? digits[..8] : digits);
    }

    private static bool IsDay(string digits) => DateOnly.TryParseExact(digits, DaysOf, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1980 and < 2040;
}
