using System.Globalization;
using Onus.Content;

namespace Onus.Casework.Cases;

/// <summary>How sums of money are written for people to read.</summary>
public static class Sums
{
    /// <summary>An amount with its decimals and currency: "1,180.00 USD". A minus stands before it where money leaves.</summary>
    public static string Money(this Texts texts, long minor, string? currency, int decimals)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var digits = Math.Abs((decimal)minor).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = texts.Language.Number(long.Parse(digits[..^decimals], CultureInfo.InvariantCulture));
        var sum = decimals == 0 ? whole : texts.Format("money.decimals", ("whole", whole), ("rest", digits[^decimals..]));
        return string.Concat(minor < 0 ? "\u2212" : "", string.IsNullOrEmpty(currency) ? sum : texts.Format("money.currency", ("sum", sum), ("currency", currency)));
    }

    /// <summary>An amount inside a sentence, without a sign; that no currency is stated is said.</summary>
    public static string InSentence(Texts texts, long minor, string? currency, int decimals)
    {
        ArgumentNullException.ThrowIfNull(texts);
        // Negating the smallest number of all would overflow.
        var sum = texts.Money(minor, currency is null or Domain.Evidence.Money.NoCurrency ? null : currency, decimals).TrimStart('\u2212');
        return currency is null or "" or Domain.Evidence.Money.NoCurrency ? texts.Format("facts.no-currency", ("sum", sum)) : sum;
    }
}
