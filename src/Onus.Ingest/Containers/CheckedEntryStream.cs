using Onus.Ingest.Contract;

namespace Onus.Ingest.Containers;

/// <summary>An entry that counts what comes out of it and compares its CRC-32 (ISO 3309, as in ZIP) at the end.</summary>
internal sealed class CheckedEntryStream(Stream inner, uint expected, long most) : Stream
{
    private static readonly uint[] Table = MakeTable();
    private uint crc = uint.MaxValue;
    private long count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception e) when (ZipContainer.IsDamage(e))
        {
            throw new UnreadableException(Failures.Damaged, e);
        }

        count += read;
        if (count > most)
        {
            throw new UnreadableException(Failures.UnpacksTooLarge);
        }

        foreach (var b in buffer[..read])
        {
            crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        if (read == 0 && buffer.Length > 0 && ~crc != expected)
        {
            throw new UnreadableException(Failures.Damaged);
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

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
