using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Reading;

/// <summary>
/// Reads a file in a child process, so that a file that kills, hangs or takes over its reader does so to that process only. Whatever happens there,
/// the caller gets a summary.
/// </summary>
public static class ReadingProcess
{
    private const int LongestLine = 64 * 1024 * 1024;
    private const int MostErrorText = 4096;

    /// <summary>Whether reading processes run without network and file system here; the health page says so where they don't.</summary>
    public static bool Sandboxed => ReadingSandbox.Works;

    /// <summary>
    /// Reads a file and hands every record to <paramref name="emit"/> as it arrives, in the order of the source, on one other thread at a time.
    /// </summary>
    /// <remarks>
    /// Records that were emitted count only when the summary comes without <see cref="ReadSummary.Failure"/>: where the reader died on the way, the
    /// summary says 0 records, and what came before has to be thrown away. What <paramref name="emit"/> throws ends the reading and reaches the caller.
    /// </remarks>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The name it came with; null for the last part of the path.</param>
    /// <param name="options">What people decided.</param>
    /// <param name="emit">Takes a record.</param>
    /// <param name="limits">Null for the budget by the size of the file.</param>
    /// <param name="cancellation">Ends the child.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<ReadSummary> Read(
        string path, string? name, ReadOptions options, Action<EvidenceRecord> emit, ReadingLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(emit);
        name ??= Path.GetFileName(path);
        long length;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            length = file.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return FileReader.NotOpened(name);
        }

        limits ??= ReadingLimits.For(length);
        Process process;
        try
        {
            process = ChildStarter.Start(ReadingSandbox.StartInfo(path, limits)) ?? throw new Win32Exception();
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            return Failed(path, name, Failures.ReaderNotStarted);
        }

        using (process)
        using (var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            budget.CancelAfter(limits.Wall);
            await using var kill = budget.Token.Register(() => Kill(process)).ConfigureAwait(false);
            try
            {
                var errors = ErrorText(process);
                await Tell(process, ReadOptionsJson.Write(name, options)).ConfigureAwait(false);
                var summary = await Task.Run(() => Records(process.StandardOutput.BaseStream, name, emit), CancellationToken.None).ConfigureAwait(false);
                if (summary is null)
                {
                    Kill(process);
                }

                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
                if (summary is not null && process.ExitCode == summary.ExitCode)
                {
                    return summary.WithFamily();
                }

                var failure = Why(process.ExitCode, budget.IsCancellationRequested, await errors.ConfigureAwait(false));
                return Failed(path, name, failure);
            }
            finally
            {
                Kill(process);
            }
        }
    }

    /// <summary>Reads the child's lines; null where they do not end in a summary that fits them.</summary>
    private static ReadSummary? Records(Stream output, string name, Action<EvidenceRecord> emit)
    {
        var utf8 = new TextCharset(Encoding.UTF8, 1, false, 0, IsAssumed: false);
        var lines = new ByteLines(output, utf8, LongestLine);
        long emitted = 0;
        while (lines.Next())
        {
            if (lines.IsCut)
            {
                return null;
            }

            ReadOnlyMemory<byte> line = lines.Content.ToArray();
            if (RecordJsonReader.TryRecord(line, out var record))
            {
                emit(record);
                emitted++;
            }
            else
            {
                return RecordJsonReader.TrySummary(line, out var summary) && summary.Records == emitted && summary.File == name && !lines.Next() ? summary : null;
            }
        }

        return null;
    }

    private static async Task Tell(Process process, byte[] options)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(options).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It died before it listened; its exit code says so.
        }
    }

    private static async Task<string> ErrorText(Process process)
    {
        var text = new StringBuilder();
        var buffer = new char[1024];
        for (int read; (read = await process.StandardError.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            text.Append(buffer, 0, Math.Min(read, MostErrorText - Math.Min(MostErrorText, text.Length)));
        }

        return text.ToString();
    }

    private static string Why(int exitCode, bool tookTooLong, string errors)
    {
        // 128 + SIGXCPU (24): the kernel ended it for processor time.
        const int OutOfProcessorTime = 152;
        return tookTooLong || exitCode == OutOfProcessorTime ? Failures.ReaderTooSlow
            : errors.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase) || errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
                || errors.Contains("GC heap initialization failed", StringComparison.Ordinal) ? Failures.ReaderOutOfMemory
            : Failures.ReaderDied;
    }

    private static ReadSummary Failed(string path, string name, string failure)
    {
        try
        {
            return new ReadSummary(name, EvidenceFile.At(path, name).Blob, null, null, 1, 0, [new Skipped(failure, 1)], [], failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileReader.NotOpened(name);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }
}
