using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// Which file came in place of one that cannot be read: handed in later, by the same giver, under the same name but for its ending, and read. Nothing is
/// taken away by it; whoever looks at the list sees both, and what is replaced waits for nobody.
/// </summary>
public static class Replaced
{
    /// <summary>What replaced each file that was replaced, the latest where there are several.</summary>
    public static IReadOnlyDictionary<MaterialId, Material> Of(IReadOnlyCollection<Material> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var read = files.Where(file => file is { Withdrawn: null, Status: MaterialStatus.Read }).ToLookup(Called, StringComparer.Ordinal);
        return files.Where(file => file is { Withdrawn: null, Status: MaterialStatus.Unusable })
            .Select(file => (file.Id, By: read[Called(file)].Where(later => Replaces(later, file)).MaxBy(later => later.ReceivedAt)))
            .Where(pair => pair.By is not null).ToDictionary(pair => pair.Id, pair => pair.By!);
    }

    // What came in one drop came together: neither is there because the other could not be read. The same name from somebody else is another paper.
    private static bool Replaces(Material later, Material file) =>
        later.Run != file.Run && later.ReceivedAt > file.ReceivedAt
        && later.FromPerson == file.FromPerson && string.Equals(later.From, file.From, StringComparison.Ordinal)
        && (FileNames.FolderOf(later.Name), FileNames.FolderOf(file.Name)) is var (there, here) && (there.Length == 0 || here.Length == 0 || there == here);

    private static string Called(Material file) => FoldedName.KeyOf(Path.GetFileNameWithoutExtension(file.Name[(FileNames.FolderOf(file.Name) is { Length: > 0 } folder ? folder.Length + 1 : 0)..]));
}
