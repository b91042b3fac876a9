using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What follows from an authority that turns out to cover less than was cited under it.</summary>
public static class OutsideAuthority
{
    /// <summary>The differences of exhibits whose passage the authority of its file, as it stands now, does not cover; open ones, and those that counsel kept.</summary>
    public static IReadOnlyList<ReadingDifference> Of(IEnumerable<Material> files, IEnumerable<ReadingDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(differences);
        var limited = files.Where(Authority.IsLimited).ToDictionary(file => file.Id);
        return limited.Count == 0 ? [] :
            [.. differences.Where(difference => difference is { New: null, State: DifferenceState.Open or DifferenceState.Kept } && limited.TryGetValue(difference.Material, out var file) && !Authority.Covers(file, difference.Old))];
    }

    /// <summary>
    /// Exhibits that support nothing until counsel says on what else they stand, and those that rely on them. What speaks for the defence goes on contesting:
    /// what the unit may not read binds the prosecution alone.
    /// </summary>
    public static IReadOnlySet<ExhibitId> Exhibits(IEnumerable<Material> files, IReadOnlyCollection<Exhibit> exhibits, IEnumerable<ReadingDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(exhibits);
        var open = Of(files, differences).Where(difference => difference.State == DifferenceState.Open).Select(difference => difference.Exhibit).ToHashSet();
        if (open.Count == 0)
        {
            return open;
        }

        var relied = new ReliedOn(exhibits);
        return exhibits.Where(exhibit => relied.By(exhibit).Any(under => open.Contains(under.Id))).Select(exhibit => exhibit.Id).ToHashSet();
    }
}
