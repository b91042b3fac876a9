using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Files;

/// <summary>Which files come from one phone or one hand, whatever drop they came in: what is known of the clock of one is likely for the other.</summary>
public static class SamePhone
{
    /// <summary>
    /// What files of one phone have in common, so that they are asked about once: the devices that their answers name and the person they are from, else whoever
    /// gave them and the folder they came in. An examiner, a keeper or a finder has many phones in hand and tells none from another.
    /// </summary>
    /// <param name="file">A file.</param>
    /// <param name="devices">Which of the case's foundations are devices.</param>
    internal static string KeyOf(Material file, IReadOnlySet<FoundationId> devices)
    {
        var named = DevicesOf(file, devices);
        return named.Count > 0
            ? string.Join('\u001f', named.Select(device => device.Value).Order().Select(device => device.ToString()).Append(file.FromPerson?.Value.ToString()))
            : string.Join('\u001f', SourceOf(file), FileNames.FolderOf(file.Name));
    }

    /// <summary>
    /// Whether two files come from the same phone: one that the answers of both name, or the same giver and folder where neither names one. Files that came singly
    /// have no folder in common: who gave one phone may have given another. A device that is named for the files of two people may be a computer on which two
    /// phones were kept, so these are not taken for one. What a bank or an operator keeps is of no phone, wherever it was found.
    /// </summary>
    /// <param name="a">A file.</param>
    /// <param name="b">Another file.</param>
    /// <param name="devices">Which of the case's foundations are devices.</param>
    public static bool Is(Material a, Material b, IReadOnlySet<FoundationId> devices)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(devices);
        var (of, other) = (DevicesOf(a, devices), DevicesOf(b, devices));
        return !IsTable(a) && !IsTable(b)
            && (of.Count > 0 || other.Count > 0 ? of.Overlaps(other) && !OfTwoPeople(a, b) : FileNames.FolderOf(a.Name).Length > 0 && KeyOf(a, devices) == KeyOf(b, devices));
    }

    /// <summary>
    /// Whether two files of one kind, table or not, may come from the same phone: they are from the same person or office and no answer says that it is from
    /// two phones, or the answers of both name a device. Weaker than <see cref="Is"/>: who gave one phone may have given another.
    /// </summary>
    internal static bool MayBe(Material a, Material b, IReadOnlySet<FoundationId> devices)
    {
        var (of, other) = (DevicesOf(a, devices), DevicesOf(b, devices));
        return IsTable(a) == IsTable(b) && (of.Overlaps(other) || (SourceOf(a).Length > 0 && SourceOf(a) == SourceOf(b) && (of.Count == 0 || other.Count == 0)));
    }

    /// <summary>The devices among foundations.</summary>
    public static IReadOnlySet<FoundationId> Devices(IEnumerable<Foundation> foundations)
    {
        ArgumentNullException.ThrowIfNull(foundations);
        return foundations.Where(foundation => foundation.Kind == FoundationKind.Device).Select(foundation => foundation.Id).ToHashSet();
    }

    private static string SourceOf(Material file) => file.FromPerson?.Value.ToString() ?? file.From;

    private static bool OfTwoPeople(Material a, Material b) => a.FromPerson is { } one && b.FromPerson is { } other && one != other;

    private static bool IsTable(Material file) => Families.Of(file) is { FromOffice: true };

    private static HashSet<FoundationId> DevicesOf(Material file, IReadOnlySet<FoundationId> devices) => [.. file.Factual.Where(devices.Contains)];
}
