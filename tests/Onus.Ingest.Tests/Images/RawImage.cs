using System.Buffers.Binary;
using System.Text;

namespace Onus.Ingest.Tests.Images;

/// <summary>Writes pictures byte by byte, with the metadata that a test wants (TIFF 6.0, Exif 2.32).</summary>
internal static class RawImage
{
    public static Field Ascii(int tag, string text) => new(tag, 2, text.Length + 1, [.. Encoding.UTF8.GetBytes(text), 0]);

    public static Field Short(int tag, int value) => new(tag, 3, 1, BitConverter.GetBytes((ushort)value));

    public static Field Rationals(int tag, params (uint Top, uint Bottom)[] values) =>
        new(tag, 5, values.Length, [.. values.SelectMany(v => (byte[])[.. BitConverter.GetBytes(v.Top), .. BitConverter.GetBytes(v.Bottom)])]);

    /// <summary>A baseline JPEG of that size, without samples worth the name, with or without an Exif segment.</summary>
    public static byte[] Jpeg(int width, int height, byte[]? exif = null)
    {
        var app1 = exif is null ? [] : (byte[])[0xFF, 0xE1, .. Big16(exif.Length + 8), .. "Exif\0\0"u8, .. exif];
        return
        [
            0xFF, 0xD8, .. app1,
            0xFF, 0xC0, 0, 11, 8, .. Big16(height), .. Big16(width), 1, 1, 0x11, 0,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0, 0x56,
            0xFF, 0xD9,
        ];
    }

    public static byte[] Png(int width, int height)
    {
        byte[] header = [.. Big32(width), .. Big32(height), 8, 0, 0, 0, 0];
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Big32(13), .. "IHDR"u8, .. header, 0, 0, 0, 0,
            .. Big32(2), .. "IDAT"u8, 1, 2, 0, 0, 0, 0, .. Big32(0), .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82,
        ];
    }

    public static byte[] Gif(int width, int height) =>
        [.. "GIF89a"u8, .. BitConverter.GetBytes((ushort)width), .. BitConverter.GetBytes((ushort)height), 0, 0, 0, (byte)';'];

    /// <summary>A little-endian TIFF structure with three directories; the pointers between them are added.</summary>
    public static byte[] Exif(Field[] main, Field[]? exif = null, Field[]? gps = null)
    {
        // Directories one after the other, each followed by the values that do not fit into four bytes.
        var mainFields = main.ToList();
        var exifAt = 8 + Size([.. main, .. Pointers(exif, gps)]);
        var gpsAt = exifAt + (exif is null ? 0 : Size(exif));
        if (exif is not null)
        {
            mainFields.Add(new Field(0x8769, 4, 1, BitConverter.GetBytes(exifAt)));
        }

        if (gps is not null)
        {
            mainFields.Add(new Field(0x8825, 4, 1, BitConverter.GetBytes(gpsAt)));
        }

        return [.. "II*\0"u8, 8, 0, 0, 0, .. Directory([.. mainFields], 8), .. exif is null ? [] : Directory(exif, exifAt), .. gps is null ? [] : Directory(gps, gpsAt)];
    }

    private static IEnumerable<Field> Pointers(params Field[]?[] directories) =>
        directories.Where(d => d is not null).Select(_ => new Field(0, 4, 1, new byte[4]));

    private static int Size(Field[] fields) => 2 + (fields.Length * 12) + 4 + fields.Sum(f => f.Value.Length > 4 ? f.Value.Length : 0);

    private static byte[] Directory(Field[] fields, int at)
    {
        var far = at + 2 + (fields.Length * 12) + 4;
        var (entries, values) = (new List<byte>(), new List<byte>());
        foreach (var f in fields.OrderBy(f => f.Tag))
        {
            entries.AddRange([.. BitConverter.GetBytes((ushort)f.Tag), .. BitConverter.GetBytes((ushort)f.Type), .. BitConverter.GetBytes(f.Count)]);
            if (f.Value.Length <= 4)
            {
                entries.AddRange([.. f.Value, .. new byte[4 - f.Value.Length]]);
            }
            else
            {
                entries.AddRange(BitConverter.GetBytes(far + values.Count));
                values.AddRange(f.Value);
            }
        }

        return [.. BitConverter.GetBytes((ushort)fields.Length), .. entries, 0, 0, 0, 0, .. values];
    }

    private static byte[] Big16(int value)
    {
        var two = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)value);
        return two;
    }

    private static byte[] Big32(int value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, value);
        return four;
    }

    internal sealed record Field(int Tag, int Type, int Count, byte[] Value);
}
