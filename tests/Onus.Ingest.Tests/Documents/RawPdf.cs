using System.Globalization;
using System.Text;

namespace Onus.Ingest.Tests.Documents;

/// <summary>Writes small PDFs object by object, so that a test says exactly what stands in the file.</summary>
internal sealed class RawPdf
{
    private readonly List<byte[]> objects = [];
    private readonly List<int> pages = [];

    public RawPdf()
    {
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    public static string Text(double x, double y, string text, double size = 12, string matrix = "1 0 0 1") =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {matrix} {x} {y} Tm ({text}) Tj ET\n");

    public static byte[] OfPages(params string[] contents)
    {
        var pdf = new RawPdf();
        foreach (var content in contents)
        {
            pdf.Page(content);
        }

        return pdf.Bytes();
    }

    public int Image(string dictionary, byte[] data) =>
        Stream($"/Type /XObject /Subtype /Image {dictionary}", data);

    public RawPdf Page(
        string content, string extra = "/MediaBox [0 0 400 600]", string xobjects = "", string fonts = "", string properties = "", string states = "") =>
        Page(Encoding.Latin1.GetBytes(content), "", extra, xobjects, fonts, properties, states);

    public RawPdf Page(
        byte[] content, string dictionary, string extra = "/MediaBox [0 0 400 600]", string xobjects = "", string fonts = "", string properties = "", string states = "")
    {
        var stream = Stream(dictionary, content);
        pages.Add(Add(
            $"<< /Type /Page /Parent 2 0 R {extra} /Resources << /Font << /F1 3 0 R {fonts} >> /XObject << {xobjects} >> /Properties << {properties} >> "
            + $"/ExtGState << {states} >> >> /Contents {stream} 0 R >>"));
        return this;
    }

    public byte[] Bytes(string trailer = "")
    {
        objects[1] = Encoding.Latin1.GetBytes($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(p => $"{p} 0 R"))}] >>");
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.7\n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i]);
            Write(file, "\nendobj\n");
        }

        var table = file.Position;
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(file, $"{offset:D10} 00000 n \n");
        }

        Write(file, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    public int Add(string body)
    {
        objects.Add(Encoding.Latin1.GetBytes(body));
        return objects.Count;
    }

    public void Set(int number, string body) => objects[number - 1] = Encoding.Latin1.GetBytes(body);

    public int Stream(string dictionary, byte[] data)
    {
        objects.Add([.. Encoding.Latin1.GetBytes($"<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8]);
        return objects.Count;
    }

    private static void Write(MemoryStream file, FormattableString text) => file.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
