using Onus.Domain.Evidence;

namespace Onus.Ingest.Contract;

/// <summary>A kind of container: how an entry is found again that a citation goes through. Asked in the reading process only.</summary>
public interface IContainer
{
    /// <summary>The word by which citations tell it: <see cref="ContainerEntry.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>The bytes of an entry, by its path and hash; null where the container holds none of this path with these bytes.</summary>
    /// <param name="container">The container.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="most">Bytes that are kept in memory at most.</param>
    /// <param name="isNamed">Whether the container has an entry of that path.</param>
    /// <exception cref="Containers.UnreadableException">It cannot be read, or the entry is larger.</exception>
    byte[]? Bytes(EvidenceFile container, ContainerEntry entry, long most, out bool isNamed);
}
