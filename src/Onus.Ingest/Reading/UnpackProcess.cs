using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Reading;

/// <summary>
/// Takes the files out of a ZIP that is a folder, or those that lie beside what it is read as, in a child process as every opening of hostile bytes. The child says for
/// each file its name and its bytes, or why it has to stay out; the caller counts and keeps what arrives.
/// </summary>
public static class UnpackProcess
{
    // What the child writes is a row of frames: a letter, four bytes of length (little-endian), so many bytes.
    private const char Name = 'n';
    private const char Bytes = 'b';
    private const char End = 'e';
    private const char Refused = 'r';
    private const char Whole = 'w';
    private const char Stays = 's';
    private const char Done = 'd';
    private const int Chunk = 256 * 1024;

    /// <summary>What the child is asked where a person says that the ZIP is a folder, and where nobody does.</summary>
    internal const string Folder = "unpack", Found = "take-out";

    /// <summary>Why what a Mac wrote for itself stays out, where a zip is taken apart: nobody gave it.</summary>
    public const string OfMac = "of-mac";

    /// <summary>What became of the whole.</summary>
    public enum Outcome
    {
        /// <summary>Not stated.</summary>
        Unknown = 0,

        /// <summary>Every file in it was taken or refused.</summary>
        Unpacked,

        /// <summary>It is one chat export and nothing else, or no ZIP that can be opened, or nobody says that it is a folder: it stays one file.</summary>
        KeptWhole,

        /// <summary>Its reader did not come back: what was taken so far is not all.</summary>
        ReaderDied,
    }

    /// <summary>Takes out file after file.</summary>
    /// <param name="path">Where the ZIP is.</param>
    /// <param name="name">The name it came with.</param>
    /// <param name="isFolder">Whether a person says that it is a folder. Otherwise it is one where that shows, as where it holds two chats.</param>
    /// <param name="stays">Told, before anything is taken out, that the ZIP stays one file all the same: what is taken out lies beside what it is read as.</param>
    /// <param name="take">Takes a file: its name in the ZIP and its bytes, forward only, which throw <see cref="UnreadableException"/> where they turn out to be damaged or a bomb.</param>
    /// <param name="refuse">Told of what stays out: its name in the ZIP, empty for the ZIP itself, and a code from <see cref="Failures"/>.</param>
    /// <param name="cancel">Ends the child.</param>
    /// <param name="limits">Its limits; the time is what it may take to say the next thing. Null for those of a file of its size.</param>
    public static async Task<Outcome> Each(
        string path, string name, bool isFolder, Func<Task> stays, Func<string, Stream, Task> take, Action<string, string> refuse, CancellationToken cancel, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stays);
        ArgumentNullException.ThrowIfNull(take);
        ArgumentNullException.ThrowIfNull(refuse);
        limits ??= ReadingLimits.For(new FileInfo(path).Length);
        Process child;
        try
        {
            child = ChildStarter.Start(ReadingSandbox.StartInfo(path, limits, isFolder ? Folder : Found)) ?? throw new Win32Exception();
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            return Outcome.ReaderDied;
        }

        using (child)
        using (var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            void Alive() => budget.CancelAfter(limits.Wall);
            Alive();
            try
            {
                var errors = child.StandardError.ReadToEndAsync(budget.Token);
                await child.StandardInput.WriteAsync(name.AsMemory(), budget.Token).ConfigureAwait(false);
                child.StandardInput.Close();
                var outcome = await Take(child.StandardOutput.BaseStream, stays, take, refuse, Alive, budget.Token).ConfigureAwait(false);
                await errors.ConfigureAwait(false);
                await child.WaitForExitAsync(budget.Token).ConfigureAwait(false);
                return child.ExitCode == 0 ? outcome : Outcome.ReaderDied;
            }
            catch (Exception e) when (e is EndOfStreamException or InvalidDataException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                return Outcome.ReaderDied;
            }
            finally
            {
                if (!child.HasExited)
                {
                    child.Kill(entireProcessTree: true);
                }
            }
        }
    }

    /// <summary>Answers in the child.</summary>
    internal static void Answer(string verb, string path, string name, Stream output)
    {
        var file = EvidenceFile.At(path, name);
        try
        {
            var parts = Formats.All.Select(format => format.PartsOf(file, verb == Folder)).FirstOrDefault(parts => parts is not null);
            if (parts is null ? verb != Folder : parts is { IsFolder: false, Beside.Count: 0 })
            {
                Write(output, Whole, []);
                return;
            }

            if (parts is { IsFolder: false })
            {
                Write(output, Stays, []);
            }

            using var zip = ZipContainer.Open(file);
            long total = 0;
            foreach (var entry in zip.Entries.Where(entry => parts is null or { IsFolder: true } || parts.Beside.Contains(entry.FullName)))
            {
                Write(output, Name, Encoding.UTF8.GetBytes(entry.FullName.TrimEnd('/', '\\')));
                var refused = ZipContainer.LeavesFolder(entry.FullName) ? Failures.NameLeavesFolder
                    : ZipContainer.IsOfMac(entry.FullName) ? OfMac
                    : entry.IsEncrypted ? Failures.Encrypted
                    : total > zip.Budget ? Failures.UnpacksTooLarge
                    : Send(zip, entry, output, ref total);
                Write(output, refused is null ? End : Refused, Encoding.UTF8.GetBytes(refused ?? ""));
            }

            Write(output, Done, []);
        }
        catch (UnreadableException e) when (e.Failure == Failures.UnpacksTooLarge)
        {
            Write(output, Name, []);
            Write(output, Refused, Encoding.UTF8.GetBytes(e.Failure));
            Write(output, Done, []);
        }
        catch (UnreadableException)
        {
            // Not a ZIP that can be opened: it is kept as it came, and reading it will say what it is.
            Write(output, Whole, []);
        }
    }

    private static string? Send(ZipContainer zip, System.IO.Compression.ZipArchiveEntry entry, Stream output, ref long total)
    {
        try
        {
            using var bytes = zip.Read(entry);
            var buffer = new byte[Chunk];
            for (int read; (read = bytes.Read(buffer)) > 0;)
            {
                total += read;
                Write(output, Bytes, buffer.AsSpan(0, read));
            }

            return null;
        }
        catch (UnreadableException e)
        {
            return e.Failure;
        }
    }

    private static void Write(Stream output, char kind, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], content.Length);
        output.Write(head);
        output.Write(content);
    }

    private static async Task<Outcome> Take(Stream output, Func<Task> stays, Func<string, Stream, Task> take, Action<string, string> refuse, Action alive, CancellationToken cancel)
    {
        while (true)
        {
            var (kind, content) = await Frame(output, alive, cancel).ConfigureAwait(false);
            switch (kind)
            {
                case Stays:
                    await stays().ConfigureAwait(false);
                    break;
                case Whole:
                    return Outcome.KeptWhole;
                case Done:
                    return Outcome.Unpacked;
                case Name:
                    var name = Encoding.UTF8.GetString(content);
                    var entry = new EntryStream(output, alive, cancel);
                    await using (entry.ConfigureAwait(false))
                    {
                        // A file that is refused before its first byte is not offered.
                        if (await entry.Begin(cancel).ConfigureAwait(false) is { } refused)
                        {
                            refuse(name, refused);
                            continue;
                        }

                        try
                        {
                            await take(name, entry).ConfigureAwait(false);
                            await entry.Drain(cancel).ConfigureAwait(false);
                        }
                        catch (UnreadableException e)
                        {
                            refuse(name, e.Failure);
                        }
                    }

                    break;
                default:
                    throw new InvalidDataException("The child wrote what is no frame.");
            }
        }
    }

    /// <summary>What the child says next. It has its time for each: how long we take to keep what it said is not its fault.</summary>
    private static async Task<(char Kind, byte[] Content)> Frame(Stream output, Action alive, CancellationToken cancel)
    {
        alive();
        var head = new byte[5];
        await output.ReadExactlyAsync(head, cancel).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        if (length is < 0 or > Chunk)
        {
            throw new InvalidDataException("The child wrote what is no frame.");
        }

        var content = new byte[length];
        await output.ReadExactlyAsync(content, cancel).ConfigureAwait(false);
        return ((char)head[0], content);
    }

    /// <summary>The bytes of one file as the child sends them.</summary>
    private sealed class EntryStream(Stream output, Action alive, CancellationToken budget) : Stream
    {
        private byte[] content = [];
        private int at;
        private bool ended;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        /// <summary>Waits for the first bytes; the reason where there will be none.</summary>
        public async Task<string?> Begin(CancellationToken cancel)
        {
            try
            {
                await Next(cancel).ConfigureAwait(false);
                return null;
            }
            catch (UnreadableException e)
            {
                return e.Failure;
            }
        }

        public async Task Drain(CancellationToken cancel)
        {
            while (!ended)
            {
                await Next(cancel).ConfigureAwait(false);
            }
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // Whoever takes the file waits no longer than the child has; what cancels them cancels that too.
            cancellationToken.ThrowIfCancellationRequested();
            while (at == content.Length && !ended)
            {
                await Next(budget).ConfigureAwait(false);
            }

            var read = Math.Min(buffer.Length, content.Length - at);
            content.AsMemory(at, read).CopyTo(buffer);
            at += read;
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A child is waited for without blocking.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private async Task Next(CancellationToken cancel)
        {
            (var kind, content) = await Frame(output, alive, cancel).ConfigureAwait(false);
            at = 0;
            if (kind == Bytes)
            {
                return;
            }

            ended = true;
            var reason = Encoding.UTF8.GetString(content);
            content = [];
            if (kind != End)
            {
                throw kind == Refused ? new UnreadableException(reason) : new InvalidDataException("The child wrote what is no frame.");
            }
        }
    }
}
