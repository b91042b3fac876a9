namespace Onus.Ingest.Contract;

/// <summary>What becomes of a container that is handed in.</summary>
/// <param name="IsFolder">It is a folder: each file in it is one by itself, and the container is none.</param>
/// <param name="Beside">Where it is none: what lies in it and is no part of what it is read as, by the names of the entries. It stays one file, and these become files of their own.</param>
public sealed record ContainerParts(bool IsFolder, IReadOnlySet<string> Beside)
{
    /// <summary>A folder.</summary>
    public static ContainerParts Folder { get; } = new(true, new HashSet<string>());
}
