using System.Buffers.Binary;

namespace Onus.Ingest.Images;

/// <summary>Counts the pages of a TIFF: scanners and fax machines put a whole letter into one file, and viewers show the first page only.</summary>
internal static class TiffPages
{
    private const int Most = 10_000;

    /// <summary>How many directories hang on each other, at least 1. Stops at the first that lies outside the file or leads backwards.</summary>
    public static int Count(Stream bytes)
    {
        Span<byte> head = stackalloc byte[8];
        bytes.Position = 0;
        if (bytes.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8)
        {
            return 1;
        }

        var big = head[0] == (byte)'M';
        var pages = 0;
        long at = Number(head[4..], big);
        var seen = new HashSet<long>();
        while (at > 0 && pages < Most && seen.Add(at) && Next(bytes, at, big) is { } next)
        {
            pages++;
            at = next;
        }

        return Math.Max(1, pages);
    }

    // A directory: the number of its entries in two bytes, twelve bytes for each, and the place of the next in four (TIFF 6.0, section 2).
    private static long? Next(Stream bytes, long at, bool big)
    {
        Span<byte> number = stackalloc byte[4];
        if (at >= bytes.Length)
        {
            return null;
        }

        bytes.Position = at;
        if (bytes.ReadAtLeast(number[..2], 2, throwOnEndOfStream: false) < 2)
        {
            return null;
        }

        var entries = big ? BinaryPrimitives.ReadUInt16BigEndian(number) : BinaryPrimitives.ReadUInt16LittleEndian(number);
        bytes.Position = at + 2 + (12L * entries);
        return bytes.ReadAtLeast(number, 4, throwOnEndOfStream: false) < 4 ? null : Number(number, big);
    }

    private static uint Number(ReadOnlySpan<byte> four, bool big) =>
        big ? BinaryPrimitives.ReadUInt32BigEndian(four) : BinaryPrimitives.ReadUInt32LittleEndian(four);
}
