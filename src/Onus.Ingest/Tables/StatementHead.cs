using System.Text.RegularExpressions;

namespace Onus.Ingest.Tables;

/// <summary>
/// What the lines before a table, and its head, say of the account: in whose name it is, and in which currency. Proposed to a person and never applied by
/// itself.
/// </summary>
internal static partial class StatementHead
{
    // Labels of the holder as banks print them, folded; those that may label something else come last.
    private static readonly string[] HolderWords =
    [
        "account holder", "accountholder", "holder", "holder name", "account name", "name of account", "name on account", "account owner", "owner", "account title", "title of account", "member", "member name",
        "customer", "customer name", "client", "client name", "cardholder", "subscriber", "account of",
        "titular", "titular de la cuenta", "cliente", "titulaire", "titulaire du compte", "client titulaire", "kontoinhaber", "kontoinhaberin", "inhaber", "intestatario", "rekeninghouder", "titular da conta",
        "wlasciciel", "posiadacz rachunku", "titular de cont", "hesap sahibi", "владелец счета", "владелец", "صاحب الحساب", "खातावाला", "户名", "name", "nombre", "nom", "naam", "nome", "nume",
    ];

    private static readonly string[] CurrencyWords = ["currency", "ccy", "account currency", "currency code", "moneda", "devise", "wahrung", "valuta", "waluta", "moeda", "para birimi", "валюта", "العملة", "币种"];

    // Signs that stand for one currency. "$" and "kr" stand for many.
    private static readonly (string Sign, string Code)[] Signs =
        [("€", "EUR"), ("£", "GBP"), ("₱", "PHP"), ("₦", "NGN"), ("₹", "INR"), ("₩", "KRW"), ("₪", "ILS"), ("₫", "VND"), ("฿", "THB"), ("₺", "TRY"), ("₽", "RUB"), ("₴", "UAH"), ("₵", "GHS"), ("₡", "CRC"), ("₲", "PYG"), ("៛", "KHR"), ("₸", "KZT"), ("₼", "AZN"), ("₾", "GEL")];

    /// <summary>In whose name the account is; null where no line says so, or two lines differ under the same label.</summary>
    public static string? Holder(IEnumerable<IReadOnlyList<string>> preamble)
    {
        var found = preamble.SelectMany(Labelled).Where(said => Array.IndexOf(HolderWords, said.Label) >= 0 && IsName(said.Value)).ToList();
        var best = found.Select(said => Array.IndexOf(HolderWords, said.Label)).DefaultIfEmpty(-1).Min();
        return best < 0 ? null : found.Where(said => Array.IndexOf(HolderWords, said.Label) == best).Select(said => said.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>The currency that the lines before the table or its head say; null for none or several.</summary>
    public static string? Currency(IEnumerable<IReadOnlyList<string>> preamble, IReadOnlyList<string> header)
    {
        var lines = preamble.ToList();
        var labelled = lines.SelectMany(Labelled).Where(said => Array.IndexOf(CurrencyWords, said.Label) >= 0).Select(said => said.Value.Trim().ToUpperInvariant()).Where(Currencies.IsCode).ToList();
        var said = labelled.Count > 0 ? labelled : [.. header.SelectMany(InHead), .. lines.SelectMany(line => line).SelectMany(InBrackets)];
        return said.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>What a line says under which label: "Member: J. Roe", or the label in one cell and the value in the next.</summary>
    private static IEnumerable<(string Label, string Value)> Labelled(IReadOnlyList<string> cells)
    {
        for (var at = 0; at < cells.Count; at++)
        {
            var parts = Gap().Split(cells[at].Trim()).Where(part => part.Length > 0).ToList();
            for (var part = 0; part < parts.Count; part++)
            {
                var colon = parts[part].IndexOfAny([':', '：']);
                var label = ProfileSuggestion.Fold(colon < 0 ? parts[part] : parts[part][..colon]);
                var value = colon < 0 ? "" : parts[part][(colon + 1)..].Trim();
                if (value.Length == 0)
                {
                    // The label fills its cell: the value stands behind the gap, or in the next cell that is not empty.
                    value = part + 1 < parts.Count ? parts[part + 1] : cells.Skip(at + 1).FirstOrDefault(cell => cell.Trim().Length > 0)?.Trim() ?? "";
                }
                else if (at == 0 && cells.Count == 2 && IsWord(value) && IsWord(cells[1].Trim()))
                {
                    // A comma in "Roe, Jane" is no end of a cell here.
                    value += ", " + cells[1].Trim();
                }

                yield return (label, Behind().Replace(value, "").Trim().Trim('"', ',', ';', '.').Trim());
            }
        }
    }

    // A word, or two, of letters alone.
    private static bool IsWord(string text) => text.Length > 0 && text.Split(' ') is { Length: <= 2 } && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '.');

    // A number of an account is no name.
    private static bool IsName(string value) => value.Count(char.IsLetter) >= 2 && value.Count(char.IsDigit) < 5 && value.Length <= 80 && !value.Contains(':', StringComparison.Ordinal);

    private static IEnumerable<string> InHead(string cell)
    {
        var words = cell.Split([' ', '(', ')', '[', ']', '/', '_', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        // "Amount USD", "Betrag (EUR)": a head that is nothing but three capitals, such as REF, is a word.
        return (words.Length > 1 ? words.Skip(1).Where(Currencies.IsCode).Where(Known.Contains) : []).Concat(Signs.Where(sign => cell.Contains(sign.Sign, StringComparison.Ordinal)).Select(sign => sign.Code));
    }

    // "Statement of account (USD)", "All amounts in EUR".
    private static IEnumerable<string> InBrackets(string cell) => Code().Matches(cell).Select(found => found.Groups["code"].Value).Where(Known.Contains);

    private static readonly HashSet<string> Known = new(
        ("AED AFN AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD "
        + "IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
        + "SAR SCR SDG SEK SGD SLE SOS SRD SSP SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XCD XOF XPF YER ZAR ZMW").Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"\s{2,}|\t", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s+(?:account|acct|a/c|iban|konto|cuenta|compte|no\.?|nr\.?|number|period|branch|sort code)\b.*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?:\(|\[|\bin )(?<code>[A-Z]{3})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
