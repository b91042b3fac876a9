using System.IO.Compression;
using System.Security.Cryptography;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Containers;

/// <summary>
/// A ZIP file as data: names are never paths, sizes are counted while reading and never believed, checksums are verified. Refused are entries that
/// unpack to more than 64 MiB and 200 times their size, containers that unpack to more than 20 times their size and 10 GiB, or with more than 200,000 entries.
/// </summary>
public sealed class ZipContainer : IDisposable
{
    private const int MostEntries = 200_000;
    private const long SuspectBytes = 64L * 1024 * 1024;
    private const int MostRatio = 200;
    private readonly ZipArchive archive;
    private readonly long budget;

    private ZipContainer(ZipArchive archive, IReadOnlyList<ZipArchiveEntry> entries, long length)
    {
        this.archive = archive;
        Entries = entries;
        budget = (20 * length) + (10L * 1024 * 1024 * 1024);
    }

    /// <summary>Bytes that all of it may unpack to: 20 times its size and 10 GiB.</summary>
    public long Budget => budget;

    /// <summary>Files in it, in the order of its directory; folders are left out.</summary>
    public IReadOnlyList<ZipArchiveEntry> Entries { get; }

    /// <summary>Whether the first bytes are those of a ZIP file.</summary>
    public static bool IsZip(ReadOnlySpan<byte> prefix) => prefix.StartsWith("PK\u0003\u0004"u8) || prefix.StartsWith("PK\u0005\u0006"u8);

    /// <summary>Opens the directory of a ZIP file.</summary>
    /// <exception cref="UnreadableException">It is cut off, damaged, or has too many entries.</exception>
    public static ZipContainer Open(EvidenceFile file)
    {
        var stream = file.Open();
        ZipArchive? opened = null;
        try
        {
            opened = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false);
            if (opened.Entries.Count > MostEntries)
            {
                throw new UnreadableException(Failures.UnpacksTooLarge);
            }

            // What is called a folder and holds bytes is a file, whatever its name says.
            var container = new ZipContainer(opened, [.. opened.Entries.Where(e => e.Name.Length > 0 || e.Length > 0)], file.Length);
            opened = null;
            return container;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableException(HasEnd(file) ? Failures.Damaged : Failures.Truncated, e);
        }
        finally
        {
            opened?.Dispose();
        }
    }

    /// <summary>Why no reader could take this file, when it is a ZIP file that cannot be read; null where that is not the reason.</summary>
    public static string? WhyUnreadable(EvidenceFile file)
    {
        if (!IsZip(file.Prefix.Span))
        {
            return null;
        }

        try
        {
            using var container = Open(file);
            return container.Entries.Any(e => e.IsEncrypted) ? Failures.Encrypted : null;
        }
        catch (UnreadableException e)
        {
            return e.Failure;
        }
    }

    /// <summary>Whether a name would leave the folder that it is unpacked into: rooted, with a drive, or climbing by <c>..</c>.</summary>
    public static bool LeavesFolder(string name) =>
        name.Length == 0
        || name[0] is '/' or '\\'
        || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
        || name.Contains('\0')
        || name.Split('/', '\\').Contains("..");

    /// <summary>The bytes of an entry, forward only. Reading throws <see cref="UnreadableException"/> on a bomb, a wrong checksum or damage.</summary>
    /// <exception cref="UnreadableException">It is encrypted or damaged.</exception>
    public Stream Read(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new UnreadableException(Failures.Encrypted);
        }

        try
        {
            return new CheckedEntryStream(entry.Open(), entry.Crc32, Math.Min(budget, Math.Max(SuspectBytes, MostRatio * entry.CompressedLength)));
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableException(Failures.Damaged, e);
        }
    }

    /// <summary>Whether a Mac wrote this entry for itself beside the files that it packed: the view of a folder, or what its own file system keeps of a file.</summary>
    public static bool IsOfMac(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..] is var last
        && (last == ".DS_Store" || (name.StartsWith("__MACOSX/", StringComparison.Ordinal) && last.StartsWith("._", StringComparison.Ordinal)));

    /// <summary>Hash and size of every entry but one; entries whose names leave the folder and those of a Mac are left out.</summary>
    public IReadOnlyList<Attachment> HashAllBut(ZipArchiveEntry chat)
    {
        long total = 0;
        var hashed = new List<Attachment>();
        foreach (var entry in Entries)
        {
            if (entry == chat || LeavesFolder(entry.FullName) || IsOfMac(entry.FullName))
            {
                continue;
            }

            var (hash, length) = Hash(entry);
            total += length;
            if (total > budget)
            {
                throw new UnreadableException(Failures.UnpacksTooLarge);
            }

            var name = entry.FullName.TrimEnd('/', '\\');
            hashed.Add(new Attachment(name[(name.LastIndexOfAny(['/', '\\']) + 1)..], hash, length));
        }

        return hashed;
    }

    /// <summary>Hash and size of one entry, by reading it.</summary>
    public (Sha256 Hash, long Length) Hash(ZipArchiveEntry entry)
    {
        using var stream = Read(entry);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        long length = 0;
        for (int read; (read = stream.Read(buffer)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
        }

        return (new Sha256(Convert.ToHexStringLower(hash.GetHashAndReset())), length);
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    /// <summary>What the framework throws on hostile ZIP files.</summary>
    internal static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException
        || (e is IOException && e is not FileNotFoundException and not DirectoryNotFoundException);

    /// <summary>Whether the record that ends a ZIP file stands in its last bytes.</summary>
    private static bool HasEnd(EvidenceFile file)
    {
        using var stream = file.Open();
        var tail = new byte[(int)Math.Min(stream.Length, 65_557)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        return tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8) >= 0;
    }
}
