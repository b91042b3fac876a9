using System.Globalization;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Mt940;

/// <summary>The first line of field 61, cut into its parts; nothing of it is judged here.</summary>
/// <param name="Value">Value date, YYMMDD as written.</param>
/// <param name="Booked">Day of the entry, MMDD as written; empty where none is stated.</param>
/// <param name="Mark"><c>C</c>, <c>D</c>, <c>RC</c> or <c>RD</c>.</param>
/// <param name="Amount">The amount as written.</param>
/// <param name="Rest">Type and references.</param>
internal sealed record Mt940Entry(string Value, string Booked, string Mark, string Amount, string Rest)
{
    private static readonly string[] Marks = ["RC", "RD", "C", "D"];

    /// <summary>Whether the entry takes back an earlier one.</summary>
    public bool IsReversal => Mark[0] == 'R';

    /// <summary>Whether money leaves the account: a debit, or a credit that is taken back.</summary>
    public bool Leaves => Mark is "D" or "RC";

    /// <summary>The days as they stand in the file.</summary>
    public string RawDays => Value + Booked;

    /// <summary>The day from which the bank counts the money; null where there is no such day.</summary>
    public DateOnly? ValueDay => Mt940Field.Day(Value);

    /// <summary>The day on which it was entered, which the field states without its year: the one nearest to the value date. Null where none is stated or there is no such day.</summary>
    public DateOnly? BookedDay
    {
        get
        {
            if (Booked.Length == 0)
            {
                return null;
            }

            var (month, day) = (Number(Booked[..2]), Number(Booked[2..]));
            var apart = month - Number(Value[2..4]);
            var two = Number(Value[..2]);
            var year = (two >= 80 ? 1900 : 2000) + two + (apart > 6 ? -1 : apart < -6 ? 1 : 0);
            return Mt940Field.Day(year, month, day);
        }
    }

    /// <summary>What is money and how it was moved, beside the code of the currency, which goes without saying.</summary>
    public static Mt940Entry? Read(ReadOnlySpan<char> text)
    {
        if (!Digits(text, 6))
        {
            return null;
        }

        var at = Digits(text[6..], 4) ? 10 : 6;
        var booked = text[6..at].ToString();
        var value = text[..6].ToString();
        var rest = text[at..];
        if (Array.Find(Marks, rest.ToString().StartsWith) is not { } mark)
        {
            return null;
        }

        rest = rest[mark.Length..];
        // The third letter of the currency may stand between.
        rest = rest is [>= 'A' and <= 'Z', ..] ? rest[1..] : rest;
        var end = rest.IndexOfAnyExcept(Mt940Field.AmountSigns);
        end = end < 0 ? rest.Length : end;
        return rest is [>= '0' and <= '9', ..] ? new(value, booked, mark, rest[..end].ToString(), rest[end..].ToString()) : null;
    }

    /// <summary>The amount, negative where money leaves the account; null where it cannot be read exactly.</summary>
    public Money? MoneyIn(string currency, int decimals) => Mt940Field.Amount(Amount, decimals, out var length) is { } minor && length == Amount.Length
        ? new Money(Leaves ? -minor : minor, currency, decimals) : null;

    /// <summary>The references of account owner and bank, as far as there are any.</summary>
    public IReadOnlyList<string> References
    {
        get
        {
            var refs = Rest.Length > 4 ? Rest[4..] : "";
            var parts = refs.Split("//", 2);
            return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0 && part != "NONREF")];
        }
    }

    private static bool Digits(ReadOnlySpan<char> text, int count) => text.Length >= count && text[..count].IndexOfAnyExceptInRange('0', '9') < 0;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
