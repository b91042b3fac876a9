using System.Collections.Concurrent;
using System.Security.Cryptography;
using Onus.Domain.Evidence;

namespace Onus.Store.Vault;

/// <summary>What storing a file gave.</summary>
/// <param name="Name">Name in the vault; says nothing about the file.</param>
/// <param name="Hash">SHA-256 of the bytes as received.</param>
/// <param name="Bytes">Number of bytes as received.</param>
public sealed record StoredFile(Guid Name, Sha256 Hash, long Bytes);

/// <summary>Steps of a file on its way into the vault.</summary>
internal enum VaultStep
{
    /// <summary>A folder was made; its name is not on the disk yet.</summary>
    FolderMade,

    /// <summary>The bytes are written; they are not on the disk yet.</summary>
    Written,

    /// <summary>The bytes are on the disk, under the name of an unfinished file.</summary>
    FileFlushed,

    /// <summary>The file has its name; the name is not on the disk yet.</summary>
    Renamed,

    /// <summary>The names in a folder are on the disk.</summary>
    FolderFlushed,
}

/// <summary>
/// Files as received, unchanged, on disk. Each stands under an opaque name behind one byte that says in which form it is kept
/// (1: plain). A file is acknowledged only when its bytes, its name and its folder have reached the disk; a flush that fails is never
/// tried again, because the pages it should have written may be gone. While it is being written it stands aside, under the name of the
/// process that writes it, so that what a killed process left can be told from what another one is writing now.
/// </summary>
public sealed class FileVault
{
    private const string Unfinished = ".part";
    private readonly string root;
    private readonly string arriving;
    private readonly Guid owner;

    // Folders whose own names this process has brought to the disk. That a folder is there does not say that it would be after a power cut.
    private readonly ConcurrentDictionary<string, bool> kept = new(StringComparer.Ordinal);

    /// <summary>The vault in a folder, which the first file makes.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="owner">The process that writes: its unfinished files bear its name.</param>
    public FileVault(string root, Guid owner = default)
    {
        this.root = root;
        this.owner = owner;
        arriving = Path.Combine(root, "arriving");
    }

    /// <summary>Where the files stand.</summary>
    internal string Folder => root;

    /// <summary>Told of every step on the way to the disk, with its path. The tests cut the power there.</summary>
    internal Action<VaultStep, string>? Passed { get; set; }

    /// <summary>Names of all files that stand in the vault, for verification.</summary>
    public IEnumerable<Guid> Names() => !Directory.Exists(root)
        ? []
        : Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Guid.TryParseExact(Path.GetFileName(path), "N", out var name) ? name : Guid.Empty)
            .Where(name => name != Guid.Empty);

    /// <summary>Stores a file in one pass: hash, write, flush, rename, flush the folder.</summary>
    /// <exception cref="IOException">The disk is full or failing. Nothing is stored then.</exception>
    public async Task<StoredFile> Store(Stream source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(source);
        var name = Guid.CreateVersion7();
        var path = PathOf(name);
        var folder = Path.GetDirectoryName(path)!;
        Keep(root);
        Keep(folder);
        Directory.CreateDirectory(arriving);
        var temporary = Path.Combine(arriving, $"{owner:N}-{name:N}{Unfinished}");
        try
        {
            var (hash, bytes) = await Write(source, temporary, cancel);
            Passed?.Invoke(VaultStep.FileFlushed, temporary);
            File.Move(temporary, path);
            Passed?.Invoke(VaultStep.Renamed, path);
            try
            {
                FileSync.FlushFolder(folder);
            }
            catch (IOException)
            {
                // Nobody will be told of it, so it must not stay.
                File.Delete(path);
                throw;
            }

            Passed?.Invoke(VaultStep.FolderFlushed, folder);
            return new StoredFile(name, hash, bytes);
        }
        finally
        {
            // Left over only when something above failed.
            File.Delete(temporary);
        }
    }

    /// <summary>Unfinished files, and the processes that are writing them, or were when they ended.</summary>
    internal IReadOnlyList<(string Path, Guid Owner)> Arriving() => !Directory.Exists(arriving)
        ? []
        : [.. Directory.EnumerateFiles(arriving, "*" + Unfinished)
            .Select(path => (path, Guid.TryParseExact(Path.GetFileName(path).Split('-')[0], "N", out var of) ? of : Guid.Empty))];

    /// <summary>Opens the bytes as received, seekable.</summary>
    /// <exception cref="FileNotFoundException">The vault has no such file: an incident, not an everyday answer.</exception>
    /// <exception cref="InvalidDataException">The file is kept in a form that this version does not know.</exception>
    public Stream Open(Guid name)
    {
        var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            return VaultForm.Read(file);
        }
        catch (InvalidDataException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Removes a file that no row names yet: the act that would have named it was refused.</summary>
    public void Withdraw(Guid name) => File.Delete(PathOf(name));

    /// <summary>Makes a folder and brings its name to the disk. Cheap from the second time on.</summary>
    private void Keep(string folder)
    {
        if (kept.ContainsKey(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        Passed?.Invoke(VaultStep.FolderMade, folder);
        var parent = Path.GetDirectoryName(folder)!;
        FileSync.FlushFolder(parent);
        Passed?.Invoke(VaultStep.FolderFlushed, parent);
        kept[folder] = true;
    }

    /// <summary>Where a file stands, for a reading process that opens it by itself (<see cref="VaultForm.Read"/>).</summary>
    public string PathOf(Guid name)
    {
        var text = name.ToString("N");
        return Path.Combine(root, text[^2..], text);
    }

    private async Task<(Sha256 Hash, long Bytes)> Write(Stream source, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await file.WriteAsync(new[] { VaultForm.Plain }, cancel);
        var buffer = new byte[1 << 20];
        long bytes = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            bytes += read;
        }

        Passed?.Invoke(VaultStep.Written, path);
        file.Flush(flushToDisk: true);
        return (new Sha256(Convert.ToHexStringLower(hash.GetHashAndReset())), bytes);
    }
}
