using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Files;

/// <summary>Which files come from one phone or one hand, whatever drop they came in: what is known of the clock of one is likely for the other.</summary>
public static class SamePhone
{
    /// <summary>The phone or hand that a file comes from: what its answers name, else whoever it is from and the folder it came in.</summary>
    internal static string KeyOf(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var device = string.Join(',', file.Factual.Select(f => f.Value).Order());
        return device.Length > 0 ? device : string.Join('\u001f', SourceOf(file), FileNames.FolderOf(file.Name));
    }

    /// <summary>Whether two files come from the same phone: one that the answers of both name, or the same giver and folder where neither names one.</summary>
    /// <param name="a">A file.</param>
    /// <param name="b">Another file.</param>
    /// <param name="devices">Which of the case's foundations are devices.</param>
    public static bool Is(Material a, Material b, IReadOnlySet<FoundationId> devices)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(devices);
        var (of, other) = (DevicesOf(a, devices), DevicesOf(b, devices));
        return of.Count > 0 || other.Count > 0 ? of.Overlaps(other) : KeyOf(a) == KeyOf(b);
    }

    /// <summary>
    /// Whether two files of one kind, table or not, come from the same person or office and no answer says that it is from two phones. Weaker than
    /// <see cref="Is"/>: who gave one phone may have given another.
    /// </summary>
    internal static bool MayBe(Material a, Material b, IReadOnlySet<FoundationId> devices)
    {
        var (of, other) = (DevicesOf(a, devices), DevicesOf(b, devices));
        return SourceOf(a).Length > 0 && SourceOf(a) == SourceOf(b) && IsTable(a) == IsTable(b) && (of.Count == 0 || other.Count == 0 || of.Overlaps(other));
    }

    /// <summary>The devices among foundations.</summary>
    public static IReadOnlySet<FoundationId> Devices(IEnumerable<Foundation> foundations)
    {
        ArgumentNullException.ThrowIfNull(foundations);
        return foundations.Where(foundation => foundation.Kind == FoundationKind.Device).Select(foundation => foundation.Id).ToHashSet();
    }

    private static string SourceOf(Material file) => file.FromPerson?.Value.ToString() ?? file.From;

    private static bool IsTable(Material file) => file.Summary?.Format == "bank-csv";

    private static HashSet<FoundationId> DevicesOf(Material file, IReadOnlySet<FoundationId> devices) => [.. file.Factual.Where(devices.Contains)];
}
