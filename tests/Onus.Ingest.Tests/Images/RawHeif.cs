using System.Text;

namespace Onus.Ingest.Tests.Images;

/// <summary>Writes the boxes of a HEIF or AVIF by hand (ISO/IEC 14496-12, 23008-12), with what a test wants to be odd.</summary>
internal static class RawHeif
{
    /// <summary>A file whose picture is item 1 and whose Exif is item 2.</summary>
    /// <param name="exif">TIFF structure; null for none.</param>
    /// <param name="indexes">What the picture is associated with: properties 1 to 4 are its size 40 x 30, a turn, a mirror and a size 8 x 6 of a thumbnail.</param>
    /// <param name="brands">First brand and those behind it.</param>
    /// <param name="inIdat">Whether Exif stands inside <c>meta</c>.</param>
    /// <param name="wideIndexes">Whether associations take two bytes.</param>
    /// <param name="describes">Which item the Exif describes.</param>
    /// <param name="xmp">A packet as item 3; null for none.</param>
    /// <param name="version">Version of <c>iloc</c>.</param>
    /// <param name="turn">Quarter turns of property 2.</param>
    public static byte[] Of(
        byte[]? exif = null, int[]? indexes = null, string[]? brands = null, bool inIdat = false, bool wideIndexes = false, int describes = 1, byte[]? xmp = null,
        int version = 1, int turn = 1)
    {
        byte[] ftyp = Box("ftyp", [.. Text((brands ?? ["heic"])[0]), 0, 0, 0, 0, .. (brands ?? ["heic", "mif1"]).Skip(1).SelectMany(Text)]);
        byte[] block = exif is null ? [] : [0, 0, 0, 0, .. exif];
        byte[] all = [.. block, .. xmp ?? []];
        byte[] Meta(int dataAt) => Box("meta", [0, 0, 0, 0,
            .. Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "pict"u8, .. new byte[13]]),
            .. Box("pitm", [0, 0, 0, 0, 0, 1]),
            .. Box("iinf", [0, 0, 0, 0, 0, (byte)(1 + (exif is null ? 0 : 1) + (xmp is null ? 0 : 1)),
                .. Entry(1, "hvc1", ""), .. exif is null ? [] : Entry(2, "Exif", ""), .. xmp is null ? [] : Entry(3, "mime", "\0application/rdf+xml\0")]),
            .. Box("iref", [0, 0, 0, 0, .. Box("cdsc", [0, 2, 0, 1, 0, (byte)describes]), .. Box("cdsc", [0, 3, 0, 1, 0, 1])]),
            .. Box("iprp", [
                .. Box("ipco", [
                    .. Box("ispe", [0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 30]), .. Box("irot", [(byte)turn]), .. Box("imir", [1]),
                    .. Box("ispe", [0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 6])]),
                .. Box("ipma", [0, 0, 0, (byte)(wideIndexes ? 1 : 0), 0, 0, 0, 2,
                    0, 9, 1, .. Index(4, wideIndexes), 0, 1, (byte)(indexes ?? [1]).Length, .. (indexes ?? [1]).SelectMany(i => Index(i, wideIndexes))])]),
            .. Box("iloc", [(byte)version, 0, 0, 0, 0x44, 0, 0, (byte)((exif is null ? 0 : 1) + (xmp is null ? 0 : 1)),
                .. exif is null ? [] : Place(2, version, inIdat ? 1 : 0, dataAt, block.Length), .. xmp is null ? [] : Place(3, version, inIdat ? 1 : 0, dataAt + block.Length, xmp.Length)]),
            .. inIdat ? Box("idat", all) : []]);
        var length = ftyp.Length + Meta(0).Length + 8;
        return [.. ftyp, .. Meta(inIdat ? 0 : length), .. Box("mdat", inIdat ? [1, 2, 3] : all)];
    }

    private static byte[] Place(int item, int version, int method, int at, int length) =>
        [0, (byte)item, .. version == 0 ? [] : (byte[])[0, (byte)method], 0, 0, 0, 1, .. Big(at), .. Big(length)];

    private static byte[] Entry(int item, string type, string behind) => Box("infe", [2, 0, 0, 0, 0, (byte)item, 0, 0, .. Text(type), .. behind.Length == 0 ? [0] : Text(behind)]);

    private static byte[] Index(int index, bool wide) => wide ? [(byte)(0x80 | (index >> 8)), (byte)(index & 0xFF)] : [(byte)(0x80 | index)];

    private static byte[] Box(string type, byte[] content) => [.. Big(content.Length + 8), .. Text(type), .. content];

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16 & 0xFF), (byte)(value >> 8 & 0xFF), (byte)(value & 0xFF)];
}
