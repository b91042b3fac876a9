using Onus.Domain.Evidence;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Reading;

/// <summary>What a machine found when it looked up a citation.</summary>
public enum LocatorFinding
{
    /// <summary>Nothing reads citations of this kind; never a finding of a kind that Onus writes.</summary>
    NotChecked = 0,

    /// <summary>There stands what the citation says.</summary>
    Holds,

    /// <summary>This is another file.</summary>
    OtherFile,

    /// <summary>The container has no such entry.</summary>
    NoSuchEntry,

    /// <summary>The entry of that name holds other bytes.</summary>
    OtherEntry,

    /// <summary>The place lies outside the file.</summary>
    OutsideFile,

    /// <summary>Something else stands there.</summary>
    OtherSlice,

    /// <summary>The container cannot be read.</summary>
    Unreadable,
}

/// <summary>
/// Looks up citations in one file: through the containers, to the place, and compares the hash of what stands there. One instance looks up many
/// citations of a file without unpacking it again. Not safe for several threads.
/// </summary>
/// <param name="file">The file as received.</param>
internal sealed class LocatorCheck(EvidenceFile file)
{
    private const long MostInMemory = 256L * 1024 * 1024;
    private const int MostDeep = 8;
    private readonly Dictionary<string, (LocatorFinding Finding, EvidenceFile? Inner)> entries = new(StringComparer.Ordinal);

    /// <summary>Looks up one citation. Never throws on hostile bytes or citations; I/O errors of the file itself reach the caller.</summary>
    public LocatorFinding Of(Locator locator)
    {
        ArgumentNullException.ThrowIfNull(locator);
        if (locator.Blob != file.Blob)
        {
            return LocatorFinding.OtherFile;
        }

        var (found, inner) = Through(locator);
        return inner is null ? found : Slice(inner, locator);
    }

    /// <summary>The innermost file that a citation leads to; null where the containers do not.</summary>
    internal EvidenceFile? Inside(Locator locator) => locator.Blob == file.Blob ? Through(locator).Inner : null;

    /// <summary>Through containers of any kind, one in the other.</summary>
    private (LocatorFinding Finding, EvidenceFile? Inner) Through(Locator locator)
    {
        var (finding, inner, way) = (LocatorFinding.Holds, (EvidenceFile?)file, "");
        foreach (var entry in locator.Chain)
        {
            if (inner is null || locator.Chain.Count > MostDeep)
            {
                return (inner is null ? finding : LocatorFinding.NotChecked, null);
            }

            way += $"{entry.Kind} {entry.Sha256} {entry.Path.Length} {entry.Path}\n";
            if (!entries.TryGetValue(way, out var known))
            {
                entries.Add(way, known = Entry(inner, entry));
            }

            (finding, inner) = known;
        }

        return (finding, inner);
    }

    private static LocatorFinding Slice(EvidenceFile inner, Locator locator) =>
        locator.At.Bytes() is { } range ? Compare(Bytes(inner, range.Start, range.Length), locator)
        : Formats.Places.TryGetValue(locator.At.GetType(), out var places) ? Compare(places.Slice(inner, locator.At), locator)
        : LocatorFinding.NotChecked;

    private static LocatorFinding Compare(Sha256? slice, Locator locator) =>
        slice is null ? LocatorFinding.OutsideFile : slice == locator.Slice ? LocatorFinding.Holds : LocatorFinding.OtherSlice;

    /// <summary>The hash of some bytes, or null where the file has none there.</summary>
    private static Sha256? Bytes(EvidenceFile inner, long start, long length)
    {
        if (start < 0 || length < 0 || length > int.MaxValue || start > inner.Length - length)
        {
            return null;
        }

        using var stream = inner.Open();
        stream.Position = start;
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return Sha256.Of(bytes);
    }

    private (LocatorFinding Finding, EvidenceFile? Inner) Entry(EvidenceFile container, ContainerEntry entry)
    {
        if (Formats.Containers.FirstOrDefault(kind => kind.Kind == entry.Kind) is not { } kind)
        {
            return (LocatorFinding.NotChecked, null);
        }

        try
        {
            return kind.Bytes(container, entry, MostInMemory, out var isNamed) is { } bytes ? (LocatorFinding.Holds, EvidenceFile.Of(entry.Path, bytes) with { Blob = file.Blob })
                : (isNamed ? LocatorFinding.OtherEntry : LocatorFinding.NoSuchEntry, null);
        }
        catch (UnreadableException)
        {
            return (LocatorFinding.Unreadable, null);
        }
    }
}
