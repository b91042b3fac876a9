namespace Onus.Ingest.Tables;

/// <summary>
/// How many cells the rows of a table have. A comma inside a text moves every cell behind it one column on, and the table then says another amount:
/// a row of another width is not taken apart.
/// </summary>
/// <param name="Cells">Cells of the header line, or of most rows where there is none.</param>
/// <param name="Filled">The same without empty cells at the end.</param>
internal readonly record struct RowWidth(int Cells, int Filled)
{
    /// <summary>Cells of most rows, where these end in more empty cells than the header; else 0, or less than <see cref="Cells"/>.</summary>
    public int Longer { get; init; }

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

    /// <summary>Whether a row has this width, give or take empty cells at its end where the header, or most rows, have them too.</summary>
    public bool Fits(IReadOnlyList<string> fields) => fields.Count <= Cells ? fields.Count >= Filled : fields.Count == Longer && Of(fields).Filled <= Cells;
}
