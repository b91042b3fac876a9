using Onus.Store.Vault;

namespace Onus.Store;

/// <summary>
/// The folder for the working copies of this process, inside the data folder. Copies of evidence lie there in plain: it is its owner's alone, and gone
/// when the process is, however it ended.
/// </summary>
internal sealed class WorkingFolder(string path) : IDisposable
{
    private const string Lock = ".lock";

    // Held for as long as this process works on the folder: others then leave its working copies alone.
    private FileStream? inUse;
    private readonly HashSet<Guid> gone = [];

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>Programs that had ended without tidying up when this one began.</summary>
    public IReadOnlySet<Guid> Gone => gone;

    /// <summary>Removes what processes that are gone left behind, working copies and unfinished files of the vault, and takes the folder.</summary>
    public void Take(FileVault vault)
    {
        // Before the locks are looked at: whoever was writing then held its lock already.
        var unfinished = vault.Arriving();
        var all = Private(System.IO.Path.GetDirectoryName(Path)!);
        var alive = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stale in all.EnumerateFiles("*" + Lock))
        {
            var left = stale.FullName[..^Lock.Length];
            try
            {
                // A process that is gone holds nothing.
                using var free = new FileStream(stale.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                if (Directory.Exists(left))
                {
                    Directory.Delete(left, recursive: true);
                }

                stale.Delete();
                if (Guid.TryParseExact(System.IO.Path.GetFileName(left), "N", out var ended))
                {
                    gone.Add(ended);
                }
            }
            catch (IOException)
            {
                // In use, or gone in the same moment.
                alive.Add(System.IO.Path.GetFileName(left));
            }
        }

        foreach (var (path, _) in unfinished.Where(u => !alive.Contains(u.Owner.ToString("N"))))
        {
            File.Delete(path);
        }

        inUse = TakeLock(Path + Lock);
        Private(Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (inUse is null)
        {
            return;
        }

        try
        {
            Directory.Delete(Path, recursive: true);
            File.Delete(Path + Lock);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start removes it.
        }

        inUse.Dispose();
        inUse = null;
    }

    /// <summary>Takes a new lock. Another process that starts in the same moment may take it for a stale one before it is ours.</summary>
    private static FileStream TakeLock(string path)
    {
        const int Tries = 100;
        for (var tries = 1; ; tries++)
        {
            try
            {
                var taken = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
                if (File.Exists(path))
                {
                    return taken;
                }

                taken.Dispose();
            }
            catch (IOException) when (tries < Tries)
            {
                Thread.Yield();
            }
        }
    }

    private static DirectoryInfo Private(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder);
        }

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var made = Directory.CreateDirectory(folder, OwnerOnly);
        if (made.UnixFileMode != OwnerOnly)
        {
            // An earlier version made it.
            made.UnixFileMode = OwnerOnly;
        }

        return made;
    }
}
