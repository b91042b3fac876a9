using System.Formats.Tar;

namespace Onus.Casework.Files;

/// <summary>Something on disk that somebody hands in.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">The name under which it comes, with folders and slashes.</param>
/// <param name="Refused">Why it is not taken, as a key under <c>rejected.</c> in the languages; null where it is.</param>
public sealed record FileOnDisk(string Path, string Name, string? Refused = null)
{
    /// <summary>Could not be opened or read.</summary>
    public const string Unreadable = "unreadable";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>
    /// A file under its own name; a folder as everything in it, under names from there on, in ordinal order. What is no file, or can't be looked at, is in
    /// the list too, with the reason. Links inside a folder are never followed: they lead to what
    /// nobody handed in.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public static IReadOnlyList<FileOnDisk> Of(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path)
                ? [new FileOnDisk(path, System.IO.Path.GetFileName(path), WhyNot(new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(path)))]
                : throw new FileNotFoundException("There is no such file or folder.", path);
        }

        var found = new List<FileOnDisk>();
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(path)]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in In(folder))
            {
                if (entry is null)
                {
                    found.Add(new FileOnDisk(folder.FullName, NameOf(path, folder), Unreadable));
                }
                else if (entry.LinkTarget is not null)
                {
                    found.Add(new FileOnDisk(entry.FullName, NameOf(path, entry), "link"));
                }
                else if (entry is DirectoryInfo inner)
                {
                    folders.Push(inner);
                }
                else
                {
                    found.Add(new FileOnDisk(entry.FullName, NameOf(path, entry), WhyNot((FileInfo)entry)));
                }
            }
        }

        return [.. found.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>Opens its bytes. Whatever goes wrong with reading them is an <see cref="UnreadableFileException"/>, so that nobody takes it for a fault of the vault.</summary>
    /// <exception cref="UnreadableFileException">It can't be opened.</exception>
    public Stream Open() => new Source(Guarded(() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read)));

    private static string NameOf(string root, FileSystemInfo entry) => System.IO.Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');

    /// <summary>What lies in a folder; null where it, or the rest of it, can't be listed.</summary>
    private static List<FileSystemInfo?> In(DirectoryInfo folder)
    {
        var entries = new List<FileSystemInfo?>();
        try
        {
            entries.AddRange(folder.EnumerateFileSystemInfos("*", Everything));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            entries.Add(null);
        }

        return entries;
    }

    /// <summary>
    /// Pipes, sockets and devices have no length, and opening one may wait for ever or never end. The framework tells them from empty files only where it
    /// packs them.
    /// </summary>
    private static string? WhyNot(FileInfo file)
    {
        try
        {
            if (file.Length > 0 || OperatingSystem.IsWindows())
            {
                return null;
            }

            using var packed = new MemoryStream();
            using (var writer = new TarWriter(packed, leaveOpen: true))
            {
                writer.WriteEntry(file.FullName, "file");
            }

            packed.Position = 0;
            using var reader = new TarReader(packed);
            return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile ? null : "not-a-file";
        }
        catch (UnauthorizedAccessException)
        {
            return Unreadable;
        }
        catch (IOException)
        {
            return "not-a-file";
        }
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(e);
        }
    }

    /// <summary>The bytes, forward only.</summary>
    private sealed class Source(FileStream file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Guarded(() => file.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return await file.ReadAsync(buffer, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UnreadableFileException(e);
            }
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>A file that is handed in can't be opened or read. Other files of the drop can.</summary>
public sealed class UnreadableFileException(Exception why) : Exception(why.Message, why);
