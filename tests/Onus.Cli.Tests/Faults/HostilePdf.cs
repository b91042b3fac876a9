using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Onus.Cli.Tests.Faults;

/// <summary>Small PDFs that were built to end whoever reads them.</summary>
internal static class HostilePdf
{
    /// <summary>A colour made by a function of a function of a function, deeper than a stack is.</summary>
    public static byte[] Bottomless()
    {
        const int Depth = 20_000;
        List<byte[]> objects = [.. Page(Stream("/C cs 0 sc"u8.ToArray(), ""), "/ColorSpace << /C [/Separation /X /DeviceGray 5 0 R] >>")];
        for (var i = 0; i < Depth; i++)
        {
            var next = (objects.Count + 2).ToString(CultureInfo.InvariantCulture);
            objects.Add(Latin($"<< /FunctionType 3 /Domain [0 1] /Functions [{next} 0 R] /Bounds [] /Encode [0 1] >>"));
        }

        objects.Add(Latin("<< /FunctionType 2 /Domain [0 1] /N 1 >>"));
        return File(objects);
    }

    /// <summary>A page of a thousand bytes that unpacks, twice, to 120 million.</summary>
    public static byte[] Bomb() =>
        File([.. Page(Stream(Deflate(Deflate(Enumerable.Repeat("q "u8.ToArray(), 60_000_000))), "/Filter [/FlateDecode /FlateDecode]"), "")]);

    private static byte[][] Page(byte[] content, string resources) =>
    [
        Latin("<< /Type /Catalog /Pages 2 0 R >>"),
        Latin("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        Latin($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << {resources} >> /Contents 4 0 R >>"),
        content,
    ];

    private static byte[] Stream(byte[] data, string dictionary) => [.. Latin($"<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8];

    private static byte[] Deflate(byte[] data) => Deflate([data]);

    private static byte[] Deflate(IEnumerable<byte[]> parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var buffer = new BufferedStream(zip, 1 << 20))
        {
            foreach (var part in parts)
            {
                buffer.Write(part);
            }
        }

        return packed.ToArray();
    }

    private static byte[] File(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var (i, body) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:D10} 00000 n \n");
            file.Write([.. Latin($"{i + 1} 0 obj\n"), .. body, .. "\nendobj\n"u8]);
        }

        var at = file.Position;
        file.Write(Latin($"{table}trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Latin(FormattableString text) => Latin(text.ToString(CultureInfo.InvariantCulture));

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
