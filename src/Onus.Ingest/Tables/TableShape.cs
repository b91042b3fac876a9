using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Tables;

/// <summary>The shape of a table as its first lines show it: never a decision, only a ground for one.</summary>
/// <param name="Charset">How its bytes are read.</param>
/// <param name="Delimiter">What parts most lines into the same number of cells.</param>
/// <param name="Columns">How many cells most lines have.</param>
internal sealed record TableShape(TextCharset Charset, char Delimiter, int Columns)
{
    private const int RowsToLookAt = 60;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The shape of a file, or null where its first lines are no table: a name that ends in .csv or .tsv needs less to be believed.</summary>
    public static TableShape? Of(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var charset = TextCharset.ToLookAt(file);
        if (!charset.CanBe(file.Prefix.Span) || file.Prefix.Span.StartsWith("%PDF"u8))
        {
            return null;
        }

        var isNamed = file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        TableShape? best = null;
        var mostRows = 0;
        var stated = FirstRows(file, charset, '\n', 1) is [{ } head, ..] ? TableWalk.Separator(string.Concat(head.Fields)) : null;
        foreach (var delimiter in stated is { } sign && Delimiters.Contains(sign) ? [sign] : Delimiters)
        {
            var (columns, rows, all) = Count(file, charset, delimiter);
            var fits = isNamed ? columns >= 2 && rows >= 1 : columns >= 3 && rows >= 2 && rows * 10 >= all * 7;
            if (fits && rows * columns > mostRows)
            {
                mostRows = rows * columns;
                best = new TableShape(charset, delimiter, columns);
            }
        }

        return best;
    }

    /// <summary>The first rows under a delimiter; the last may be cut off by the end of the prefix and is left out then.</summary>
    public static List<CsvRow> FirstRows(EvidenceFile file, TextCharset charset, char delimiter, int most)
    {
        using var prefix = new MemoryStream(file.Prefix.ToArray());
        var rows = new CsvRows(prefix, charset, delimiter);
        var read = new List<CsvRow>();
        while (read.Count <= most && rows.Next() is { } row)
        {
            read.Add(row);
        }

        if (read.Count > most || (file.Length > file.Prefix.Length && read.Count > 1))
        {
            read.RemoveAt(read.Count - 1);
        }

        return read;
    }

    private static (int Columns, int Rows, int All) Count(EvidenceFile file, TextCharset charset, char delimiter)
    {
        var rows = FirstRows(file, charset, delimiter, RowsToLookAt);
        var most = rows.GroupBy(r => r.Fields.Count).Where(g => g.Key > 1).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        return (most?.Key ?? 0, most?.Count() ?? 0, rows.Count);
    }
}
