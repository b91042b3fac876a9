using Onus.Ingest.Reading;

namespace Onus.Ingest.Tables;

/// <summary>
/// Words by which banks say in a column of their own that money went out or came in. They never decide: where a column holds nothing else and every
/// amount is without a minus, a person is asked, because rent paid would read as money received.
/// </summary>
internal sealed class DirectionWords
{
    private const int MostColumns = 100;

    private static readonly (string Out, string In)[] Pairs =
    [
        ("-", "+"), ("d", "c"), ("d", "k"), ("d", "h"), ("dr", "cr"), ("db", "cr"), ("db", "kr"), ("dbit", "crdt"), ("debit", "credit"), ("s", "h"), ("o", "i"), ("af", "bij"),
        ("out", "in"), ("outflow", "inflow"), ("outgoing", "incoming"), ("paid out", "paid in"), ("money out", "money in"), ("sent", "received"),
        ("withdrawal", "deposit"), ("withdraw", "deposit"), ("debe", "haber"), ("cargo", "abono"), ("débito", "crédito"), ("debito", "credito"), ("egreso", "ingreso"), ("saída", "entrada"),
        ("débit", "crédit"), ("soll", "haben"), ("lastschrift", "gutschrift"), ("belastung", "gutschrift"), ("ausgang", "eingang"), ("dare", "avere"), ("addebito", "accredito"), ("uscita", "entrata"),
        ("obciążenie", "uznanie"), ("дебет", "кредит"), ("расход", "приход"), ("списание", "зачисление"), ("borç", "alacak"), ("gider", "gelir"), ("مدين", "دائن"), ("खर्च", "आम्दानी"),
        ("डेबिट", "क्रेडिट"), ("नामे", "जमा"), ("支出", "收入"), ("借", "贷"), ("出金", "入金"), ("출금", "입금"), ("ghi nợ", "ghi có"), ("keluar", "masuk"),
    ];

    private readonly Dictionary<int, HashSet<string>?> columns = [];
    private bool hasMinus;

    /// <summary>Learns from a row; <paramref name="amount"/> is its amount, null where none was read.</summary>
    public void Learn(IReadOnlyList<string> fields, long? amount)
    {
        hasMinus |= amount < 0;
        for (var column = 1; column <= fields.Count && column <= MostColumns; column++)
        {
            var word = fields[column - 1].Trim().ToLowerInvariant();
            if (word.Length == 0 || (columns.TryGetValue(column, out var words) && words is null))
            {
                continue;
            }

            words ??= columns[column] = new HashSet<string>(StringComparer.Ordinal);
            words.Add(word);
            if (words.Count > 2 || !Pairs.Any(p => words.All(w => w == p.Out || w == p.In)))
            {
                columns[column] = null;
            }
        }
    }

    /// <summary>The column, from 1, that seems to say the direction and that the profile leaves out; 0 where there is none.</summary>
    /// <remarks>One single letter alone, the same in every row, says nothing: it may be a kind of account. Nor does one word alone in a column of texts.</remarks>
    public int Column(ColumnProfile profile) => profile.Amount == 0 || profile.Direction > 0 || hasMinus
        ? 0
        : columns.Where(c => c.Value is { Count: 2 } || (c.Value is { Count: 1 } words && !IsText(profile, c.Key) && words.First() is { } one && (one.Length > 1 || one is "-" or "+")))
            .Select(c => c.Key).Where(c => c != profile.Amount && c != profile.Date).Order().FirstOrDefault();

    private static bool IsText(ColumnProfile profile, int column) => column == profile.Description || column == profile.Counterparty || column == profile.Reference;

    /// <summary>The words of a column, for a person to confirm: which mean out, which mean in. Empty where they are no such words.</summary>
    public static (IReadOnlyList<string> Out, IReadOnlyList<string> In) Of(IEnumerable<string> cells)
    {
        string[] words = [.. cells.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var (outgoing, incoming) in Pairs)
        {
            if (words.Length is 1 or 2 && words.All(w => Is(w, outgoing) || Is(w, incoming)))
            {
                return ([words.FirstOrDefault(w => Is(w, outgoing)) ?? outgoing], [words.FirstOrDefault(w => Is(w, incoming)) ?? incoming]);
            }
        }

        return ([], []);

        static bool Is(string word, string known) => string.Equals(word, known, StringComparison.OrdinalIgnoreCase);
    }
}
