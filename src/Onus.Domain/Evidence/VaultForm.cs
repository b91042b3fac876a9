namespace Onus.Domain.Evidence;

/// <summary>How a file is kept in the vault: one byte says in which form, the rest is the file. Virus scanners then meet no file that they know.</summary>
public static class VaultForm
{
    /// <summary>The file as received.</summary>
    public const byte Plain = 1;

    /// <summary>The bytes as received, of a kept file that stands at its start.</summary>
    /// <param name="kept">A seekable stream; disposed with what is returned.</param>
    /// <exception cref="InvalidDataException">It is kept in a form that this version does not know.</exception>
    public static Stream Read(Stream kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var form = kept.ReadByte();
        return form == Plain ? new BehindFirst(kept) : throw new InvalidDataException($"The file is kept in form {form}, which this version does not know.");
    }

    /// <summary>The bytes behind the first one.</summary>
    private sealed class BehindFirst(Stream file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => file.Length - 1;

        public override long Position { get => file.Position - 1; set => file.Position = value + 1; }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => file.Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => file.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            file.ReadAsync(buffer, offset, count, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) =>
            (origin == SeekOrigin.Begin ? file.Seek(offset + 1, origin) : file.Seek(offset, origin)) - 1;

        public override void SetLength(long value) => throw new NotSupportedException("The vault's files never change.");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The vault's files never change.");

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
