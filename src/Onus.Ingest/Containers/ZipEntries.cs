using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Containers;

/// <summary>Entries of a ZIP file.</summary>
public sealed class ZipEntries : IContainer
{
    /// <inheritdoc/>
    public string Kind => ContainerEntry.Zip;

    /// <inheritdoc/>
    public byte[]? Bytes(EvidenceFile container, ContainerEntry entry, long most, out bool isNamed)
    {
        ArgumentNullException.ThrowIfNull(container);
        ArgumentNullException.ThrowIfNull(entry);
        isNamed = false;
        using var zip = ZipContainer.Open(container);

        // A container may hold the same name twice: any of them will do.
        foreach (var candidate in zip.Entries.Where(e => e.FullName == entry.Path))
        {
            isNamed = true;
            var (hash, length) = zip.Hash(candidate);
            if (hash != entry.Sha256)
            {
                continue;
            }

            if (length > most)
            {
                throw new UnreadableException(Failures.UnpacksTooLarge);
            }

            using var stream = zip.Read(candidate);
            var bytes = new byte[length];
            stream.ReadExactly(bytes);
            return bytes;
        }

        return null;
    }
}
