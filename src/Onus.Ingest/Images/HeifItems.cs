using System.Text;
using static Onus.Ingest.Images.IsoBoxes;

namespace Onus.Ingest.Images;

/// <summary>
/// What the box <c>meta</c> of a HEIC, HEIF or AVIF says of its main picture (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12): its size, and where its
/// Exif and XMP stand. Property 0 means none (23008-12, 9.3.1); one past the end, which some phones write, is none either.
/// </summary>
/// <param name="Width">Pixels as shown: cut by <c>clap</c> and turned by <c>irot</c>, in the order in which they are listed. 0 where the file does not say.</param>
/// <param name="Height">Pixels as shown.</param>
/// <param name="Exif">A TIFF structure; null where there is none.</param>
/// <param name="Xmp">A packet; null where there is none.</param>
/// <param name="IsWhole">Whether every block that it names could be fetched.</param>
internal sealed record HeifItems(int Width, int Height, byte[]? Exif, byte[]? Xmp, bool IsWhole)
{
    /// <summary>The items; null where there is no main picture, or nothing is said of it.</summary>
    /// <exception cref="ArgumentException">A box contradicts itself.</exception>
    public static HeifItems? Of(Stream bytes)
    {
        var meta = Meta(bytes);
        if (meta is null || (Find(meta, "hdlr") is { } handler && !meta.AsSpan(handler.Start + 8, 4).SequenceEqual("pict"u8)) || Find(meta, "pitm") is not { } main)
        {
            return null;
        }

        var primary = Number(meta, main.Start + 4, meta[main.Start] == 0 ? 2 : 4);
        var (width, height) = SizeOf(meta, primary) ?? (0, 0);
        var (items, references, whole) = (ItemsOf(meta), ReferencesOf(meta), true);
        byte[]? Block(Func<(uint Id, string Type, string Content), bool> fits)
        {
            foreach (var item in items.Where(fits))
            {
                // What describes another picture of the file, such as a thumbnail, says nothing of this one.
                if (references.TryGetValue(item.Id, out var described) && !described.Contains(primary))
                {
                    continue;
                }

                var block = Fetch(meta, bytes, item.Id);
                whole &= block is not null;
                return block;
            }

            return null;
        }

        var exif = Block(i => i.Type == "Exif");
        var xmp = Block(i => i.Type == "mime" && i.Content == "application/rdf+xml");
        var tiff = exif is null ? null : Tiff(exif);
        return (width <= 0 || height <= 0) && tiff is null && xmp is null ? null : new HeifItems(width, height, tiff, xmp, whole && (exif is null || tiff is not null));
    }

    private static List<(uint Id, string Type, string Content)> ItemsOf(byte[] meta)
    {
        var items = new List<(uint, string, string)>();
        if (Find(meta, "iinf") is not { } iinf)
        {
            return items;
        }

        foreach (var (type, at, end) in Boxes(meta, iinf.Start + (meta[iinf.Start] == 0 ? 6 : 8), iinf.End))
        {
            // Older versions name no types of items.
            if (type == "infe" && meta[at] is 2 or 3)
            {
                var wide = meta[at] == 3 ? 4 : 2;
                var named = at + 4 + wide + 2;
                var strings = Encoding.UTF8.GetString(meta.AsSpan(named + 4, Math.Max(0, end - named - 4))).Split('\0');
                items.Add((Number(meta, at + 4, wide), Encoding.Latin1.GetString(meta, named, 4), strings.Length > 1 ? strings[1] : ""));
            }
        }

        return items;
    }

    /// <summary>Which items a block describes (<c>cdsc</c>), by the number of the block.</summary>
    private static Dictionary<uint, HashSet<uint>> ReferencesOf(byte[] meta)
    {
        var described = new Dictionary<uint, HashSet<uint>>();
        if (Find(meta, "iref") is not { } iref)
        {
            return described;
        }

        var wide = meta[iref.Start] == 0 ? 2 : 4;
        foreach (var (type, at, _) in Boxes(meta, iref.Start + 4, iref.End).Where(b => b.Type == "cdsc"))
        {
            var to = new HashSet<uint>();
            var count = Number(meta, at + wide, 2);
            for (var i = 0; i < count; i++)
            {
                to.Add(Number(meta, at + wide + 2 + (i * wide), wide));
            }

            described[Number(meta, at, wide)] = to;
        }

        return described;
    }

    private static (int Width, int Height)? SizeOf(byte[] meta, uint primary)
    {
        if (Find(meta, "iprp") is not { } iprp || Find(meta, "ipco", iprp) is not { } ipco)
        {
            return null;
        }

        var properties = Boxes(meta, ipco.Start, ipco.End).ToList();
        (long Width, long Height)? size = null;
        foreach (var index in Boxes(meta, iprp.Start, iprp.End).Where(b => b.Type == "ipma").SelectMany(b => Associated(meta, b.Start, primary)))
        {
            if (index < 1 || index > properties.Count)
            {
                continue;
            }

            var (type, at, _) = properties[index - 1];
            size = (type, size) switch
            {
                ("ispe", null) => (Number(meta, at + 4, 4), Number(meta, at + 8, 4)),
                ("irot", { } s) when (meta[at] & 1) == 1 => (s.Height, s.Width),
                ("clap", { } s) => (Cut(meta, at, s.Width), Cut(meta, at + 8, s.Height)),
                _ => size,
            };
        }

        return size is { Width: <= int.MaxValue, Height: <= int.MaxValue } found ? ((int)found.Width, (int)found.Height) : null;
    }

    // A fraction of pixels; a cut that cannot be is none.
    private static long Cut(byte[] meta, int at, long full)
    {
        var (top, bottom) = (Number(meta, at, 4), Number(meta, at + 4, 4));
        return bottom == 0 || top / bottom < 1 || top / bottom > full ? full : top / bottom;
    }

    private static List<int> Associated(byte[] meta, int at, uint item)
    {
        var (wide, two) = (meta[at] == 0 ? 2 : 4, (meta[at + 3] & 1) == 1);
        var found = new List<int>();
        var entries = Number(meta, at + 4, 4);
        at += 8;
        for (var entry = 0; entry < entries; entry++)
        {
            var id = Number(meta, at, wide);
            var count = meta[at + wide];
            at += wide + 1;
            for (var i = 0; i < count; i++, at += two ? 2 : 1)
            {
                // The highest bit says only whether a reader has to understand the property.
                if (id == item)
                {
                    found.Add((int)(two ? Number(meta, at, 2) & 0x7FFF : Number(meta, at, 1) & 0x7F));
                }
            }
        }

        return found;
    }

    /// <summary>The bytes of an item, from the file or from the box <c>idat</c>; null where they stand elsewhere or outside.</summary>
    private static byte[]? Fetch(byte[] meta, Stream bytes, uint item)
    {
        if (Find(meta, "iloc") is not { } iloc)
        {
            return null;
        }

        var at = iloc.Start;
        var version = meta[at];
        var (offset, length, common, index) = (meta[at + 4] >> 4, meta[at + 4] & 15, meta[at + 5] >> 4, version == 0 ? 0 : meta[at + 5] & 15);
        var wide = version < 2 ? 2 : 4;
        var entries = Number(meta, at + 6, wide);
        at += 6 + wide;
        for (var entry = 0; entry < entries; entry++)
        {
            var id = Number(meta, at, wide);
            at += wide;
            var method = version == 0 ? 0 : (int)Number(meta, at, 2) & 15;
            at += version == 0 ? 0 : 2;
            var isHere = Number(meta, at, 2) == 0;
            var start = Long(meta, at + 2, common);
            at += 2 + common;
            var extents = Number(meta, at, 2);
            at += 2;
            var parts = new List<(long At, long Length)>();
            for (var extent = 0; extent < extents; extent++, at += index + offset + length)
            {
                parts.Add((start + Long(meta, at + index, offset), Long(meta, at + index + offset, length)));
            }

            if (id == item)
            {
                return isHere && method is 0 or 1 ? Fetch(meta, bytes, method, parts) : null;
            }
        }

        return null;
    }

    private static byte[]? Fetch(byte[] meta, Stream bytes, int method, List<(long At, long Length)> parts)
    {
        var inside = method == 1 ? Find(meta, "idat") : null;
        if (method == 1 && inside is null)
        {
            return null;
        }

        var whole = inside is { } box ? box.End - box.Start : bytes.Length;
        using var joined = new MemoryStream();
        foreach (var (from, stated) in parts)
        {
            // No length means all of it.
            var length = stated == 0 ? whole - from : stated;
            if (from < 0 || length < 0 || from > whole - length || joined.Length + length > MostBytes)
            {
                return null;
            }

            joined.Write(inside is { } idat ? meta.AsSpan((int)(idat.Start + from), (int)length) : Bytes(bytes, from, (int)length));
        }

        return joined.ToArray();
    }

    // Before the TIFF structure stands its distance (23008-12, A.2.1); some writers put the mark of Exif between and do not count it.
    private static byte[]? Tiff(byte[] block)
    {
        foreach (var at in (ReadOnlySpan<long>)[block.Length < 4 ? 0 : 4L + Number(block, 0, 4), 4, 10, 0])
        {
            if (at + 8 <= block.Length && (block.AsSpan((int)at).StartsWith("II*\0"u8) || block.AsSpan((int)at).StartsWith("MM\0*"u8)))
            {
                return block[(int)at..];
            }
        }

        return null;
    }
}
