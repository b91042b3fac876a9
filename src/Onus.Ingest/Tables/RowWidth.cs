namespace Onus.Ingest.Tables;

/// <summary>
/// How many cells the rows of a table have. A comma inside a text moves every cell behind it one column on, and the table then says another amount:
/// a row of another width is not taken apart.
/// </summary>
/// <param name="Cells">Cells of the header line, or of most rows where there is none.</param>
/// <param name="Filled">The same without empty cells at the end.</param>
internal readonly record struct RowWidth(int Cells, int Filled)
{
    /// <summary>The width of a row.</summary>
    public static RowWidth Of(IReadOnlyList<string> fields)
    {
        var filled = fields.Count;
        while (filled > 0 && string.IsNullOrWhiteSpace(fields[filled - 1]))
        {
            filled--;
        }

        return new RowWidth(fields.Count, filled);
    }

    /// <summary>Whether a row has this width, give or take empty cells at its end.</summary>
    public bool Fits(IReadOnlyList<string> fields) => fields.Count <= Cells ? fields.Count >= Filled : Of(fields).Filled <= Cells;
}
