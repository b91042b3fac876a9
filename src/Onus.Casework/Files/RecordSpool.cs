using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Store.Database;

namespace Onus.Casework.Files;

/// <summary>
/// A folder for one reading: the working copy of the file, and the records that came of it, one canonical JSON object a line.
/// It keeps the database out of the way while a child process reads, and memory flat however long the file is.
/// </summary>
internal sealed class RecordSpool : IDisposable
{
    private readonly string folder;
    private readonly FileStream lines;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> line = new(4096);

    /// <summary>Makes the folder.</summary>
    /// <param name="working">Where working copies live.</param>
    public RecordSpool(string working)
    {
        folder = Directory.CreateDirectory(Path.Combine(working, Guid.CreateVersion7().ToString("N"))).FullName;
        lines = new FileStream(Path.Combine(folder, "records.jsonl"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    /// <summary>Where the working copy is. Its name says nothing about the file.</summary>
    public string WorkingCopy => Path.Combine(folder, "file");

    /// <summary>Makes the working copy.</summary>
    public async Task Copy(Stream bytes, CancellationToken cancel)
    {
        await using var copy = new FileStream(WorkingCopy, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        await bytes.CopyToAsync(copy, 1 << 20, cancel);
    }

    /// <summary>Adds a record.</summary>
    public void Add(EvidenceRecord record)
    {
        line.ResetWrittenCount();
        RecordJson.Write(line, record);
        line.Write("\n"u8);
        hash.AppendData(line.WrittenSpan);
        lines.Write(line.WrittenSpan);
    }

    /// <summary>The hash of all lines. Call once, after the last record.</summary>
    public Sha256 Hash() => new(Convert.ToHexStringLower(hash.GetHashAndReset()));

    /// <summary>The records as rows of a case, read back while they are asked for.</summary>
    public IEnumerable<RecordRow> Rows(Material file)
    {
        lines.Position = 0;
        using var reader = new StreamReader(lines, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        var sequence = 0;
        while (reader.ReadLine() is { } text)
        {
            if (!RecordJsonReader.TryRecord(Encoding.UTF8.GetBytes(text), out var record))
            {
                throw new InvalidDataException($"Line {sequence + 1} of the working copy is not what was written there.");
            }

            yield return RecordRow.Of(record, file, ++sequence);
        }
    }

    /// <summary>Removes the folder, also where the disk has no room for the lines that were still on the way.</summary>
    public void Dispose()
    {
        hash.Dispose();
        try
        {
            lines.Dispose();
        }
        catch (IOException)
        {
            // They are thrown away as it is; what failed before has been said, or nothing has.
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
