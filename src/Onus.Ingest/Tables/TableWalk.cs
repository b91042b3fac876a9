using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Tables;

/// <summary>
/// Walks a table by its profile: what stands before the header, the header, the data rows. A profile that keeps the words of its header finds the line
/// that has them; another counts lines, and whoever walks checks what was passed over. Footers are left out unless they read as a payment.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="charset">Its character set.</param>
/// <param name="profile">Its profile.</param>
internal sealed class TableWalk(EvidenceFile file, TextCharset charset, ColumnProfile profile)
{
    /// <summary>Gets every line before the header.</summary>
    public Action<CsvRow> Before { get; init; } = _ => { };

    /// <summary>Gets the header line, at most once.</summary>
    public Action<CsvRow> Header { get; init; } = _ => { };

    /// <summary>Told of every header line that stands between the rows once more.</summary>
    public Action Again { get; init; } = () => { };

    /// <summary>Gets every footer.</summary>
    public Action<CsvRow> Footer { get; init; } = _ => { };

    /// <summary>Whether a row reads as a payment.</summary>
    public Func<CsvRow, bool> IsPayment { get; init; } = _ => false;

    /// <summary>Rows too long to be read.</summary>
    public long TooLong { get; private set; }

    /// <summary>Header lines that stand between the rows once more.</summary>
    public long RepeatedHeaders { get; private set; }

    /// <summary>Whether a line is the header by the words of the profile; false where it keeps none.</summary>
    public static bool IsHeader(ColumnProfile profile, CsvRow row) => profile.HeaderCells.Count > 0 && Same(profile.HeaderCells, row.Fields);

    /// <summary>The delimiter that a first line <c>sep=;</c> states, as some spreadsheets write it; null where the line is none.</summary>
    public static char? Separator(string line) => line.Trim(' ', '"', '\r', '\n') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var sign] ? sign : null;

    /// <summary>Walks once; <paramref name="row"/> gets every data row.</summary>
    public void Run(Action<CsvRow> row)
    {
        using var stream = file.Open();
        var rows = new CsvRows(stream, charset, profile.Delimiter);
        var next = Skip(rows);
        IReadOnlyList<string>? header = null;
        var byWords = profile.HeaderCells.Count > 0;
        for (var isFirst = true; next is not null; next = rows.Next())
        {
            if (header is null && (byWords ? IsHeader(profile, next) : isFirst && profile.Header))
            {
                header = next.Fields;
                Header(next);
            }
            else if (header is null && byWords)
            {
                Before(next);
            }
            else if (header is not null && Same(header, next.Fields))
            {
                RepeatedHeaders++;
                Again();
            }
            else if (!IsFooter(next) || IsPayment(next))
            {
                row(next);
            }
            else
            {
                Footer(next);
            }

            isFirst = false;
        }

        TooLong = rows.TooLong;
    }

    /// <summary>Passes over what the profile counts as standing before the table, and gives the first row behind it.</summary>
    private CsvRow? Skip(CsvRows rows)
    {
        if (profile.HeaderCells.Count > 0)
        {
            return rows.Next();
        }

        for (var line = 0; line < profile.PreambleLines && rows.Line() is { } skipped; line++)
        {
            Before(skipped);
        }

        var first = rows.Next();
        return first is { Line: 1 } && Separator(string.Join(profile.Delimiter, first.Fields)) is not null ? rows.Next() : first;
    }

    private bool IsFooter(CsvRow row)
    {
        var first = row.Fields[0].TrimStart();
        return profile.FooterStarts.Any(start => start.Length > 0 && first.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>Whether two header lines have the same words, give or take spaces and empty cells at the end.</summary>
    public static bool Same(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        RowWidth.Of(one).Filled == RowWidth.Of(other).Filled && one.Zip(other).All(cells => cells.First.Trim() == cells.Second.Trim());
}
