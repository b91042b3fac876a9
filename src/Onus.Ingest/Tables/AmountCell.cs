using System.Globalization;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tables;

/// <summary>
/// Reads an amount exactly, in minor units. Signs before or behind, parentheses, <c>DR</c> and <c>CR</c>, digits of any script, thousands in threes
/// (or lakhs in twos) parted by point, comma, space or apostrophe. What does not fit all of this is not read: <c>1.234</c> under a decimal comma is
/// one thousand two hundred thirty-four, <c>12.34</c> is nothing. More digits behind the decimal sign than the currency has are not read, zeros
/// neither: where the sign is wrong for the table, <c>500.000</c> is half a million.
/// </summary>
internal static class AmountCell
{
    /// <summary>The amount of a cell; null where it is not readable. An empty cell is not readable.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="decimalSign">Decimal sign, or <see cref="Contract.ColumnProfile.NoDecimalSign"/>.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="turned">Whether a plus, or no sign, means money out, and a minus money in. Words for debit and credit say the same either way.</param>
    public static long? Read(string cell, char decimalSign, string currency, bool turned = false)
    {
        var text = cell.AsSpan().Trim();
        var (words, sign) = (Said.Nothing, Said.Nothing);
        text = TakeWords(text, currency, ref words);
        if (text is ['(', .., ')'])
        {
            sign |= Said.Negative;
            text = TakeWords(text[1..^1].Trim(), currency, ref words);
        }

        text = TakeSign(text, ref sign);
        text = TakeWords(text, currency, ref words);
        if (turned)
        {
            sign = sign switch
            {
                Said.Negative => Said.Positive,
                Said.Positive => Said.Negative,
                Said.Nothing when words == Said.Nothing => Said.Negative,
                _ => sign,
            };
        }

        // "-12.00 DR" says the same thing twice. "-12.00 CR" says two things, and nobody but the bank knows which it meant.
        var said = words | sign;
        return said == Said.Both || Number(text, decimalSign, Currencies.Decimals(currency)) is not { } minor ? null
            : said == Said.Negative ? -minor : minor;
    }

    /// <summary>Whether a cell is not read for its digits behind the decimal sign alone, so that the sign may be one that parts thousands.</summary>
    public static bool IsDecimalSignDoubtful(string cell, char decimalSign, string currency) =>
        decimalSign != Contract.ColumnProfile.NoDecimalSign && Read(cell, decimalSign, currency) is null
        && Read(cell, Contract.ColumnProfile.NoDecimalSign, currency) is not null;

    private static ReadOnlySpan<char> TakeSign(ReadOnlySpan<char> text, scoped ref Said said)
    {
        if (text.Length > 0 && IsSign(text[0], out var minus))
        {
            said |= minus ? Said.Negative : Said.Positive;
            return text[1..].Trim();
        }

        if (text.Length > 0 && IsSign(text[^1], out minus))
        {
            said |= minus ? Said.Negative : Said.Positive;
            return text[..^1].Trim();
        }

        return text;
    }

    private static bool IsSign(char c, out bool minus)
    {
        minus = c is '-' or '\u2212' or '\u2013';
        return minus || c == '+';
    }

    /// <summary>Takes away the currency and the words for debit and credit.</summary>
    private static ReadOnlySpan<char> TakeWords(ReadOnlySpan<char> text, string currency, scoped ref Said said)
    {
        // The currency first: CRC begins like a word for credit.
        foreach (var word in (ReadOnlySpan<string>)[currency, "DR", "CR"])
        {
            var before = text.Length;
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..^word.Length].Trim();
            }
            else if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                text = text[word.Length..].Trim();
            }

            if (text.Length < before)
            {
                said |= word == "DR" ? Said.Negative : word == "CR" ? Said.Positive : Said.Nothing;
            }
        }

        if (text.Length > 0 && char.GetUnicodeCategory(text[0]) == UnicodeCategory.CurrencySymbol)
        {
            text = text[1..].Trim();
        }

        return text.Length > 0 && char.GetUnicodeCategory(text[^1]) == UnicodeCategory.CurrencySymbol ? text[..^1].Trim() : text;
    }

    private static long? Number(ReadOnlySpan<char> text, char decimalSign, int decimals)
    {
        long minor = 0;
        var (inGroup, groups, fraction) = (0, 0, -1);
        char separator = '\0';
        foreach (var c in text)
        {
            if (Digits.Value(c) is >= 0 and var digit)
            {
                if (fraction >= 0 && ++fraction > decimals)
                {
                    return null;
                }

                if (minor > (long.MaxValue - digit) / 10)
                {
                    return null;
                }

                minor = (minor * 10) + digit;
                inGroup += fraction < 0 ? 1 : 0;
            }
            else if (fraction < 0 && c != '\0' && (c == decimalSign || c == '\u066B'))
            {
                // ".47" is written without the zero.
                if (groups > 0 && inGroup != 3)
                {
                    return null;
                }

                fraction = 0;
            }
            else if (fraction < 0 && IsGroupSeparator(c, decimalSign) && (separator == '\0' || separator == c)
                && (groups == 0 ? inGroup is >= 1 and <= 3 : inGroup is 2 or 3))
            {
                separator = c;
                groups++;
                inGroup = 0;
            }
            else
            {
                return null;
            }
        }

        if ((fraction < 0 && (inGroup == 0 || (groups > 0 && inGroup != 3))) || fraction == 0)
        {
            return null;
        }

        for (var missing = decimals - Math.Min(Math.Max(fraction, 0), decimals); missing > 0; missing--)
        {
            if (minor > long.MaxValue / 10)
            {
                return null;
            }

            minor *= 10;
        }

        return minor;
    }

    /// <summary>What signs, parentheses and words say about the side of an amount.</summary>
    [Flags]
    private enum Said
    {
        Nothing = 0,
        Negative = 1,
        Positive = 2,
        Both = Negative | Positive,
    }

    private static bool IsGroupSeparator(char c, char decimalSign) =>
        c != decimalSign && (c is '.' or ',' or '\'' or '\u2019' or '\u066C' || Digits.IsSpace(c));
}
