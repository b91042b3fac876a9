using System.Buffers.Binary;
using System.Text;

namespace Onus.Ingest.Images;

/// <summary>Boxes of files in the base media format (ISO/IEC 14496-12, 4.2): a length, a type, and what is inside.</summary>
internal static class IsoBoxes
{
    /// <summary>No box that describes a picture is larger.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The content of the box <c>meta</c> of a file; null where there is none.</summary>
    public static byte[]? Meta(Stream bytes)
    {
        Span<byte> head = stackalloc byte[16];
        for (long at = 0, size; at + 8 <= bytes.Length; at += size)
        {
            bytes.Position = at;
            bytes.ReadExactly(head[..8]);
            size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var start = 8;
            if (size == 1)
            {
                bytes.ReadExactly(head[8..]);
                (size, start) = (BinaryPrimitives.ReadInt64BigEndian(head[8..]), 16);
            }

            size = size == 0 ? bytes.Length - at : size;
            if (size < start)
            {
                return null;
            }

            if (head[4..8].SequenceEqual("meta"u8))
            {
                // Version and flags stand before the boxes inside.
                return size - start is >= 4 and <= MostBytes && at + size <= bytes.Length ? Bytes(bytes, at + start + 4, (int)(size - start - 4)) : null;
            }
        }

        return null;
    }

    /// <summary>Part of a file.</summary>
    public static byte[] Bytes(Stream bytes, long at, int count)
    {
        var read = new byte[count];
        bytes.Position = at;
        bytes.ReadExactly(read);
        return read;
    }

    /// <summary>The boxes that stand one after the other in a part of <c>meta</c>: type, and where their content begins and ends.</summary>
    public static IEnumerable<(string Type, int Start, int End)> Boxes(byte[] meta, int from, int to)
    {
        for (long at = from, size; at + 8 <= to; at += size)
        {
            size = Number(meta, (int)at, 4);
            var start = 8;
            if (size == 1)
            {
                (size, start) = (BinaryPrimitives.ReadInt64BigEndian(meta.AsSpan((int)at + 8)), 16);
            }

            size = size == 0 ? to - at : size;
            if (size < start || size > to - at)
            {
                throw new ArgumentException("A box is longer than the one around it.", nameof(meta));
            }

            yield return (Encoding.Latin1.GetString(meta, (int)at + 4, 4), (int)at + start, (int)(at + size));
        }
    }

    /// <summary>Where the content of the first box of a type begins and ends.</summary>
    public static (int Start, int End)? Find(byte[] meta, string type, (int Start, int End)? inside = null)
    {
        var (from, to) = inside ?? (0, meta.Length);
        foreach (var box in Boxes(meta, from, to))
        {
            if (box.Type == type)
            {
                return (box.Start, box.End);
            }
        }

        return null;
    }

    /// <summary>A number of so many bytes.</summary>
    public static uint Number(byte[] meta, int at, int bytes) => bytes switch
    {
        0 => 0,
        1 => meta.AsSpan(at, 1)[0],
        2 => BinaryPrimitives.ReadUInt16BigEndian(meta.AsSpan(at, 2)),
        4 => BinaryPrimitives.ReadUInt32BigEndian(meta.AsSpan(at, 4)),
        _ => throw new ArgumentException("No such length of a number.", nameof(bytes)),
    };

    /// <summary>A number of up to eight bytes.</summary>
    public static long Long(byte[] meta, int at, int bytes) => bytes == 8 ? BinaryPrimitives.ReadInt64BigEndian(meta.AsSpan(at, 8)) : Number(meta, at, bytes);
}
