using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What follows from a file that was withdrawn.</summary>
public static class Withdrawn
{
    /// <summary>
    /// Exhibits that no longer count, because their file was withdrawn: they neither support nor undermine anything, and stay listed with the reason. What
    /// came to light through them is judged by its own foundations.
    /// </summary>
    public static IReadOnlySet<ExhibitId> Exhibits(IEnumerable<Material> files, IEnumerable<Exhibit> exhibits)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(exhibits);
        var gone = files.Where(file => file.Withdrawn is not null).Select(file => file.Id).ToHashSet();
        return exhibits.Where(exhibit => exhibit.Material is { } file && gone.Contains(file)).Select(exhibit => exhibit.Id).ToHashSet();
    }
}
