using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What follows from a file that was withdrawn.</summary>
public static class Withdrawn
{
    /// <summary>
    /// Exhibits that no longer count, because their file or that of something they rely on was withdrawn: they neither support nor undermine anything, and
    /// stay listed with the reason. What came to light through them is judged by its own foundations.
    /// </summary>
    public static IReadOnlySet<ExhibitId> Exhibits(IEnumerable<Material> files, IReadOnlyCollection<Exhibit> exhibits)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(exhibits);
        var gone = files.Where(file => file.Withdrawn is not null).Select(file => file.Id).ToHashSet();
        if (gone.Count == 0)
        {
            return new HashSet<ExhibitId>();
        }

        var relied = new ReliedOn(exhibits);
        return exhibits.Where(exhibit => relied.By(exhibit).Any(under => under.Material is { } file && gone.Contains(file))).Select(exhibit => exhibit.Id).ToHashSet();
    }
}
