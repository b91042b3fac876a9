using System.Buffers.Binary;

namespace Onus.Ingest.Documents;

/// <summary>Recognises Office documents with a password: a compound file (MS-CFB) that holds a stream <c>EncryptedPackage</c> (MS-OFFCRYPTO 2.3.4.4).</summary>
internal static class OfficeEncryption
{
    private const int EntryLength = 128;

    // The two streams of an encrypted package stand among the first entries; a directory is rarely longer than this.
    private const int Searched = 16 * 1024;

    /// <summary>Whether the bytes are such a document. Never throws on hostile bytes.</summary>
    public static bool IsPackage(ReadOnlySpan<byte> prefix, Func<Stream> open)
    {
        if (prefix.Length < 512 || !prefix.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return false;
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(prefix[30..]);
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(prefix[48..]);
        if (shift is not (9 or 12))
        {
            return false;
        }

        using var bytes = open();
        var start = ((long)sector + 1) << shift;
        if (start >= bytes.Length)
        {
            return false;
        }

        bytes.Position = start;
        var directory = new byte[(int)Math.Min(Searched, bytes.Length - start)];
        bytes.ReadExactly(directory);
        ReadOnlySpan<byte> name = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage\0");
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            if (directory.AsSpan(at, EntryLength).StartsWith(name))
            {
                return true;
            }
        }

        return false;
    }
}
