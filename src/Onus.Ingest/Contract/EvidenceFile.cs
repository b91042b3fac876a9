using System.Security.Cryptography;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Contract;

/// <summary>A file to read: seekable bytes, their hash, and the name it came with.</summary>
/// <param name="Name">Name as received; a hint, never a path.</param>
/// <param name="Blob">Hash of all bytes.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Prefix">The first bytes, at most 64 KiB.</param>
/// <param name="Open">Opens the bytes from the start, seekable, read-only. The caller disposes.</param>
public sealed record EvidenceFile(string Name, Sha256 Blob, long Length, ReadOnlyMemory<byte> Prefix, Func<Stream> Open)
{
    /// <summary>At most so many bytes stand in <see cref="Prefix"/>.</summary>
    public const int PrefixLength = 64 * 1024;

    /// <summary>Containers around the bytes, from the outside in; empty for a plain file. <see cref="Blob"/> stays the hash of the outermost file.</summary>
    public IReadOnlyList<ContainerEntry> Chain { get; init; } = [];

    /// <summary>The character set that a person stated, for readers of text to know their own; null when not stated.</summary>
    public string? Charset { get; init; }

    /// <summary>Whether a person said which column of it means what: that goes before what its head seems to say.</summary>
    public bool HasProfile { get; init; }

    /// <summary>A file on disk, hashed now. Takes one pass over the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The name it came with; null for the last part of the path.</param>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static EvidenceFile At(string path, string? name = null) =>
        From(name ?? Path.GetFileName(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024));

    /// <summary>A file as the vault keeps it, hashed now.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    /// <exception cref="InvalidDataException">It is kept in a form that this version does not know.</exception>
    public static EvidenceFile Kept(string path) =>
        From(Path.GetFileName(path), () => VaultForm.Read(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024)));

    /// <summary>A file in memory.</summary>
    public static EvidenceFile Of(string name, byte[] bytes) => From(name, () => new MemoryStream(bytes, writable: false));

    private static EvidenceFile From(string name, Func<Stream> open)
    {
        using var stream = open();
        var prefix = new byte[PrefixLength];
        var length = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var hash = new Sha256(Convert.ToHexStringLower(SHA256.HashData(stream)));
        return new EvidenceFile(name, hash, stream.Length, prefix.AsMemory(0, length), open);
    }
}
