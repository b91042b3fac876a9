using System.IO.Compression;

namespace Onus.Ingest.Documents;

/// <summary>A ZIP entry swells beyond what a document does.</summary>
public sealed class ZipBombException : IOException
{
    /// <summary>A bomb.</summary>
    public ZipBombException()
        : base("A ZIP entry swells beyond what a document does.")
    {
    }

    /// <summary>A bomb, in other words.</summary>
    public ZipBombException(string message)
        : base(message)
    {
    }

    /// <summary>A bomb, with what showed it.</summary>
    public ZipBombException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>The bytes of a ZIP entry, counted and summed as they come: a flipped bit may still inflate to readable text, and the sum tells.</summary>
internal sealed class CheckedEntryStream(ZipArchiveEntry entry, long limit) : Stream
{
    // XML of real documents shrinks to a fifth or a tenth; a table of nothing but empty cells reaches 100.
    private const long RatioFrom = 64 * 1024 * 1024;
    private const long MaxRatio = 200;

    private static readonly uint[] Table = MakeTable();
    private readonly Stream inner = entry.Open();
    private uint sum = 0xFFFFFFFF;
    private long count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => count; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        count += read;
        if (count > limit || (count > RatioFrom && count / MaxRatio > entry.CompressedLength))
        {
            throw new ZipBombException();
        }

        foreach (var b in buffer[..read])
        {
            sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        if (read == 0 && buffer.Length > 0 && (sum ^ 0xFFFFFFFF) != entry.Crc32)
        {
            throw new InvalidDataException("The sum of a ZIP entry does not hold.");
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

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
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // CRC-32 of ISO 3309, as in ZIP (APPNOTE 4.4.7).
    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var c = i;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1);
            }

            table[i] = c;
        }

        return table;
    }
}
