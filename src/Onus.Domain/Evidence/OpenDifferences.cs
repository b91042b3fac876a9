namespace Onus.Domain.Evidence;

/// <summary>Exhibits that are read otherwise than they were cited, and of which nobody has decided which reading they go by.</summary>
public static class OpenDifferences
{
    /// <summary>Whether one waits for a decision. A file that was withdrawn waits for nothing.</summary>
    public static bool Waits(ReadingDifference difference, Material file)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentNullException.ThrowIfNull(file);
        return difference.State == DifferenceState.Open && difference.Material == file.Id && file.Withdrawn is null;
    }

    /// <summary>The files with such exhibits, in the order given, and how many of each.</summary>
    public static IReadOnlyList<(Material File, int Count)> Of(IEnumerable<Material> files, IEnumerable<ReadingDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(differences);
        var open = differences.Where(difference => difference.State == DifferenceState.Open).ToLookup(difference => difference.Material);
        return [.. files.Select(file => (file, open[file.Id].Where(difference => Waits(difference, file)).Select(difference => difference.Exhibit).Distinct().Count())).Where(of => of.Item2 > 0)];
    }
}
