using System.Buffers.Binary;
using System.Text;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Images;

/// <summary>The kinds of pictures that are read.</summary>
internal enum ImageKind
{
    /// <summary>No picture, or none of these.</summary>
    None = 0,

    Jpeg,
    Png,
    Gif,
    WebP,
    Tiff,
    Heif,
    Avif,
}

/// <summary>What the outside of a picture says: its kind, and whether its end is there.</summary>
internal static class ImageContainer
{
    private static readonly string[] AvifBrands = ["avif", "avis"];

    private static readonly string[] HeifBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "heif", "mif1", "mif2", "msf1", "miaf"];

    /// <summary>The media type of a kind.</summary>
    public static string MediaType(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => "image/jpeg",
        ImageKind.Png => "image/png",
        ImageKind.Gif => "image/gif",
        ImageKind.WebP => "image/webp",
        ImageKind.Tiff => "image/tiff",
        ImageKind.Heif => "image/heif",
        ImageKind.Avif => "image/avif",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No picture."),
    };

    /// <summary>The kind, from the first bytes. Never throws.</summary>
    public static ImageKind Detect(ReadOnlySpan<byte> b)
    {
        if (b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return ImageKind.Jpeg;
        }

        if (b.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return ImageKind.Png;
        }

        if (b.StartsWith("GIF87a"u8) || b.StartsWith("GIF89a"u8))
        {
            return ImageKind.Gif;
        }

        if (b.Length >= 12 && b.StartsWith("RIFF"u8) && b[8..].StartsWith("WEBP"u8))
        {
            return ImageKind.WebP;
        }

        if (b.StartsWith("II*\0"u8) || b.StartsWith("MM\0*"u8))
        {
            return ImageKind.Tiff;
        }

        return b.Length >= 12 && b[4..].StartsWith("ftyp"u8) ? OfBrands(b) : ImageKind.None;
    }

    // The first brand says what the file is, those behind it what it may be read as (ISO/IEC 14496-12, 4.3): a film names no brand of pictures.
    private static ImageKind OfBrands(ReadOnlySpan<byte> b)
    {
        var end = (int)Math.Min(Math.Min(BinaryPrimitives.ReadUInt32BigEndian(b), (uint)b.Length), 256u);
        var brands = new List<string> { Encoding.Latin1.GetString(b[8..12]) };
        for (var at = 16; at + 4 <= end; at += 4)
        {
            brands.Add(Encoding.Latin1.GetString(b[at..(at + 4)]));
        }

        return AvifBrands.Contains(brands[0]) ? ImageKind.Avif
            : brands.Exists(AvifBrands.Contains) && !brands[0].StartsWith("he", StringComparison.Ordinal) ? ImageKind.Avif
            : brands.Exists(HeifBrands.Contains) ? ImageKind.Heif
            : ImageKind.None;
    }

    /// <summary>Whether the end of the picture is there. A TIFF has no end mark: true.</summary>
    public static bool HasEnd(ImageKind kind, EvidenceFile file)
    {
        using var bytes = file.Open();
        return kind switch
        {
            ImageKind.Jpeg => JpegEnds(bytes),
            ImageKind.Png => PngEnds(bytes),
            ImageKind.Gif => GifEnds(bytes),
            ImageKind.WebP => BinaryPrimitives.ReadUInt32LittleEndian(file.Prefix.Span[4..]) + 8L <= bytes.Length,
            ImageKind.Heif or ImageKind.Avif => HeifEnds(bytes),
            _ => true,
        };
    }

    // The mark of the end cannot occur in compressed samples, but does in the thumbnail before them, and phones append films behind it.
    private static bool JpegEnds(Stream bytes)
    {
        Span<byte> head = stackalloc byte[4];
        bytes.Position = 2;
        while (bytes.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4)
        {
            if (head[0] != 0xFF)
            {
                return false;
            }

            if (head[1] is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                // Fill bytes and marks without a body.
                bytes.Position -= head[1] == 0xFF ? 3 : 2;
                continue;
            }

            if (head[1] == 0xDA)
            {
                return Finds(bytes, 0xFF, 0xD9);
            }

            bytes.Position += BinaryPrimitives.ReadUInt16BigEndian(head[2..]) - 2;
        }

        return false;
    }

    private static bool Finds(Stream bytes, byte first, byte second)
    {
        var buffer = new byte[64 * 1024];
        byte before = 0;
        for (int read; (read = bytes.Read(buffer)) > 0; before = buffer[read - 1])
        {
            var part = buffer.AsSpan(0, read);
            if ((before == first && part[0] == second) || part.IndexOf((ReadOnlySpan<byte>)[first, second]) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool PngEnds(Stream bytes)
    {
        Span<byte> head = stackalloc byte[8];
        bytes.Position = 8;
        while (bytes.ReadAtLeast(head, 8, throwOnEndOfStream: false) == 8)
        {
            // Length, type, data, sum.
            var end = bytes.Position + BinaryPrimitives.ReadUInt32BigEndian(head) + 4;
            if (head[4..].SequenceEqual("IEND"u8))
            {
                return end <= bytes.Length;
            }

            if (end > bytes.Length)
            {
                return false;
            }

            bytes.Position = end;
        }

        return false;
    }

    private static bool GifEnds(Stream bytes)
    {
        var tail = new byte[(int)Math.Min(bytes.Length, 4096)];
        bytes.Position = bytes.Length - tail.Length;
        bytes.ReadExactly(tail);
        return tail.AsSpan().TrimEnd((byte)0) is [.., (byte)';'];
    }

    private static bool HeifEnds(Stream bytes)
    {
        Span<byte> head = stackalloc byte[16];
        long at = 0;
        while (at < bytes.Length)
        {
            bytes.Position = at;
            if (bytes.ReadAtLeast(head[..8], 8, throwOnEndOfStream: false) < 8)
            {
                return false;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (size == 1)
            {
                size = bytes.ReadAtLeast(head[8..], 8, throwOnEndOfStream: false) == 8 ? BinaryPrimitives.ReadInt64BigEndian(head[8..]) : -1;
            }

            if (size == 0)
            {
                return true;
            }

            if (size < 8 || size > bytes.Length - at)
            {
                return false;
            }

            at += size;
        }

        return true;
    }
}
