using Onus.Domain.Evidence;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;
using Onus.Ingest.Images;

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

    private (LocatorFinding Finding, EvidenceFile? Inner) Through(Locator locator) => locator.Chain switch
    {
        [] => (LocatorFinding.Holds, file),
        [var entry] => Entry(entry),
        _ => (LocatorFinding.NotChecked, null),
    };

    private static LocatorFinding Slice(EvidenceFile inner, Locator locator) => locator.At switch
    {
        TextPosition p => Compare(Bytes(inner, p.ByteStart, p.ByteLen), locator),
        CsvPosition p => Compare(Bytes(inner, p.ByteStart, p.ByteLen), locator),
        PdfPosition p => Compare(PdfSlice.Of(inner, p), locator),
        DocxPosition p => Compare(DocxSlice.Of(inner, p), locator),
        DocxCommentPosition p => Compare(DocxSlice.Of(inner, p), locator),
        ImagePosition p => Compare(ImageSlice.Of(inner, p), locator),
        _ => LocatorFinding.NotChecked,
    };

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

    private (LocatorFinding Finding, EvidenceFile? Inner) Entry(ContainerEntry entry)
    {
        var key = entry.Sha256.Hex + entry.Zip;
        if (!entries.TryGetValue(key, out var known))
        {
            known = Unpack(entry);
            entries.Add(key, known);
        }

        return known;
    }

    private (LocatorFinding Finding, EvidenceFile? Inner) Unpack(ContainerEntry entry)
    {
        try
        {
            using var container = ZipContainer.Open(file);
            var finding = LocatorFinding.NoSuchEntry;

            // A container may hold the same name twice: any of them will do.
            foreach (var candidate in container.Entries.Where(e => e.FullName == entry.Zip))
            {
                var (hash, length) = container.Hash(candidate);
                if (hash == entry.Sha256 && length <= MostInMemory)
                {
                    using var stream = container.Read(candidate);
                    var bytes = new byte[length];
                    stream.ReadExactly(bytes);
                    return (LocatorFinding.Holds, EvidenceFile.Of(candidate.FullName, bytes) with { Blob = file.Blob });
                }

                finding = hash == entry.Sha256 ? LocatorFinding.Unreadable : LocatorFinding.OtherEntry;
            }

            return (finding, null);
        }
        catch (UnreadableException)
        {
            return (LocatorFinding.Unreadable, null);
        }
    }
}
