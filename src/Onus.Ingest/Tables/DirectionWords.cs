using Onus.Ingest.Contract;

namespace Onus.Ingest.Tables;

/// <summary>
/// Words by which banks say in a column of their own that money went out or came in. They never decide: where a column holds nothing else, or nothing
/// beside empty cells, and the signs of the amounts do not say the same, a person is asked, because rent paid would read as money received.
/// </summary>
internal sealed class DirectionWords
{
    private const int MostColumns = 100;

    private static readonly (string Out, string In)[] Pairs =
    [
        ("-", "+"), ("d", "c"), ("d", "k"), ("d", "h"), ("w", "d"), ("dr", "cr"), ("db", "cr"), ("db", "kr"), ("dt", "ct"), ("dt", "kt"), ("wd", "dep"), ("dbit", "crdt"), ("debit", "credit"), ("s", "h"),
        ("debit", "deposit"), ("debits", "credits"), ("o", "i"), ("af", "bij"), ("afschrijving", "bijschrijving"), ("debet", "credit"), ("debet", "kredit"), ("debiet", "krediet"), ("uitgaand", "inkomend"),
        ("out", "in"), ("outflow", "inflow"), ("outgoing", "incoming"), ("paid out", "paid in"), ("money out", "money in"), ("sent", "received"), ("spent", "received"), ("payment", "receipt"),
        ("expense", "income"), ("withdrawal", "deposit"), ("withdraw", "deposit"), ("debe", "haber"), ("cargo", "abono"), ("débito", "crédito"), ("debito", "credito"), ("egreso", "ingreso"), ("retiro", "depósito"),
        ("saída", "entrada"), ("saque", "depósito"), ("despesa", "receita"), ("débit", "crédit"), ("sortie", "entrée"), ("dépense", "recette"), ("soll", "haben"), ("lastschrift", "gutschrift"),
        ("belastung", "gutschrift"), ("zu lasten", "zu gunsten"), ("zulasten", "zugunsten"), ("ausgang", "eingang"), ("ausgabe", "einnahme"), ("dare", "avere"), ("addebito", "accredito"), ("uscita", "entrata"),
        ("obciążenie", "uznanie"), ("wydatek", "wpływ"), ("дебет", "кредит"), ("дт", "кт"), ("д", "к"), ("расход", "приход"), ("списание", "зачисление"), ("borç", "alacak"), ("gider", "gelir"), ("مدين", "دائن"),
        ("سحب", "إيداع"), ("بدهکار", "بستانکار"), ("برداشت", "واریز"), ("खर्च", "आम्दानी"), ("डेबिट", "क्रेडिट"), ("नामे", "जमा"), ("निकासी", "जमा"), ("支出", "收入"), ("借", "贷"), ("出金", "入金"), ("출금", "입금"),
        ("ghi nợ", "ghi có"), ("nợ", "có"), ("keluar", "masuk"), ("debet", "kredit"), ("cheltuială", "venit"),
    ];

    private static readonly HashSet<string> Known = [.. Pairs.SelectMany(p => (string[])[p.Out, p.In])];

    private readonly Dictionary<int, Seen?> columns = [];

    /// <summary>What a column holds: how many amounts above and below zero stand beside each of its words, and beside none.</summary>
    private sealed record Seen(Dictionary<string, (long Above, long Below)> Words)
    {
        public long AboveWithoutWord { get; set; }
    }

    /// <summary>Learns from a row; <paramref name="amount"/> is its amount, null where none was read.</summary>
    public void Learn(IReadOnlyList<string> fields, long? amount)
    {
        for (var column = 1; column <= fields.Count && column <= MostColumns; column++)
        {
            if (columns.TryGetValue(column, out var seen) && seen is null)
            {
                continue;
            }

            seen ??= new Seen(new Dictionary<string, (long, long)>(StringComparer.Ordinal));
            var word = Plain(fields[column - 1]);
            if (word.Length == 0)
            {
                seen.AboveWithoutWord += amount > 0 ? 1 : 0;
            }
            else
            {
                var (above, below) = seen.Words.GetValueOrDefault(word);
                seen.Words[word] = (above + (amount > 0 ? 1 : 0), below + (amount < 0 ? 1 : 0));
            }

            columns[column] = seen.Words.Count > 2 || (word.Length > 0 && !Known.Contains(word)) ? null : seen;
        }
    }

    /// <summary>The column, from 1, that seems to say the direction and that the profile leaves out; 0 where there is none.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="header">Cells of the header line; empty where there is none.</param>
    public int Column(ColumnProfile profile, IReadOnlyList<string> header) => profile.Amount == 0 || profile.Direction > 0
        ? 0
        : columns.Where(c => c.Key != profile.Amount && c.Key != profile.Date && c.Value is { } seen && IsAsked(seen, profile, c.Key, header)).Select(c => c.Key).Order().FirstOrDefault();

    /// <summary>Whether rows with a word for out have amounts above zero as well as below: then a minus beside such a word takes back what it says.</summary>
    public bool IsMixed(ColumnProfile profile) => profile.Direction > 0 && columns.GetValueOrDefault(profile.Direction) is { } seen
        && seen.Words.Where(w => profile.OutWords.Any(o => Plain(o) == w.Key)).ToList() is var outgoing && outgoing.Sum(w => w.Value.Above) > 0 && outgoing.Sum(w => w.Value.Below) > 0;

    /// <summary>
    /// One single letter alone, the same in every row, says nothing unless the header says what it is: it may be a kind of account. Nor does one word
    /// alone in a column of texts. Where most amounts beside the word for out have a minus, the amounts say the direction themselves.
    /// </summary>
    private static bool IsAsked(Seen seen, ColumnProfile profile, int column, IReadOnlyList<string> header)
    {
        string[] words = [.. seen.Words.Keys];
        if (words.Length == 0 || Pairs.FirstOrDefault(p => words.All(w => w == p.Out || w == p.In)) is not { Out: not null } pair)
        {
            return false;
        }

        if (words is [var one] && (IsText(profile, column) || (one.Length == 1 && one is not ("-" or "+") && !NamesBoth(header, column))))
        {
            return false;
        }

        var (above, below) = seen.Words.GetValueOrDefault(pair.Out);
        return (above > 0 && above >= below) || (words.Length == 1 && seen.Words.ContainsKey(pair.In) && seen.AboveWithoutWord > 0);
    }

    /// <summary>Whether a header cell names both directions: <c>D/C</c>, <c>Af Bij</c>, <c>+/-</c>.</summary>
    private static bool NamesBoth(IReadOnlyList<string> header, int column)
    {
        string[] words = column > header.Count ? [] : header[column - 1].ToLowerInvariant().Split([' ', '/', '|', ',', '(', ')', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        return Pairs.Any(p => words.Contains(p.Out) && words.Contains(p.In));
    }

    private static bool IsText(ColumnProfile profile, int column) => column == profile.Description || column == profile.Counterparty || column == profile.Reference;

    /// <summary>The words of a column, for a person to confirm: which mean out, which mean in. Empty where they are no such words.</summary>
    public static (IReadOnlyList<string> Out, IReadOnlyList<string> In) Of(IEnumerable<string> cells)
    {
        string[] words = [.. cells.Select(c => c.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] said = [.. words.Where(w => w.Length > 0)];
        foreach (var (outgoing, incoming) in Pairs)
        {
            if (said.Length is 1 or 2 && said.All(w => Plain(w) == outgoing || Plain(w) == incoming))
            {
                // The other side may be said by an empty cell.
                var without = said.Length < words.Length ? "" : null;
                return ([said.FirstOrDefault(w => Plain(w) == outgoing) ?? without ?? outgoing], [said.FirstOrDefault(w => Plain(w) == incoming) ?? without ?? incoming]);
            }
        }

        return ([], []);
    }

    /// <summary>A word without case, points and brackets: <c>Dr.</c>, <c>(C)</c>.</summary>
    private static string Plain(string cell) => cell.Trim().Trim('.', '(', ')').ToLowerInvariant();
}
