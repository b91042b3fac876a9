using System.Text;
using System.Xml;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>
/// A form in XFA (ISO 32000-1, 12.7.8) that only its own program shows: one that has to be drawn by it, or none of whose pages has a field. Its pages are
/// placeholders. What was filled in stands in the packet of datasets (XFA 3.3, part 1, chapter 3) and is told with the names that it has there.
/// </summary>
internal static class XfaForm
{
    // A form of fifty pages has a few hundred answers.
    private const int MostValues = 500;
    private const int LongestValue = 2000;
    private const int LongestName = 12;
    private const int MostNodes = 10_000;
    private const long MostCharacters = 5_000_000;
    private const string DataSpace = "http://www.xfa.org/schema/xfa-data/1.0/";

    /// <summary><c>form-not-shown</c>, <c>form-value:NAME: VALUE</c> for each answer, <c>form-values-left-out:N</c>, <c>form-values-unreadable</c>; nothing for other files.</summary>
    public static IReadOnlyList<string> Warnings(PdfDocument document)
    {
        var (scanner, catalog) = (document.Structure.TokenScanner, document.Structure.Catalog.CatalogDictionary);
        if (PdfTokens.Dictionary(scanner, catalog.Data.GetValueOrDefault("AcroForm")) is not { } form
            || PdfTokens.Resolve(scanner, form.Data.GetValueOrDefault("XFA")) is not { } packets
            || (PdfTokens.Resolve(scanner, catalog.Data.GetValueOrDefault("NeedsRendering")) is not BooleanToken { Data: true } && HasFields(scanner, catalog)))
        {
            return [];
        }

        try
        {
            var values = Values(Packets(scanner, packets)).ToList();
            return ["form-not-shown", .. values.Take(MostValues), .. values.Count > MostValues ? (string[])[FormattableString.Invariant($"form-values-left-out:{values.Count - MostValues}")] : []];
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return ["form-not-shown", "form-values-unreadable"];
        }
    }

    private static bool HasFields(IPdfTokenScanner scanner, DictionaryToken catalog)
    {
        var waiting = new Stack<IToken?>([catalog.Data.GetValueOrDefault("Pages")]);
        for (var nodes = 0; nodes < MostNodes && waiting.TryPop(out var next); nodes++)
        {
            var node = PdfTokens.Dictionary(scanner, next);
            if ((PdfTokens.Resolve(scanner, node?.Data.GetValueOrDefault("Annots")) as ArrayToken)?.Data
                .Any(a => PdfTokens.Resolve(scanner, PdfTokens.Dictionary(scanner, a)?.Data.GetValueOrDefault("Subtype")) is NameToken { Data: "Widget" }) == true)
            {
                return true;
            }

            foreach (var kid in (PdfTokens.Resolve(scanner, node?.Data.GetValueOrDefault("Kids")) as ArrayToken)?.Data ?? [])
            {
                waiting.Push(kid);
            }
        }

        return false;
    }

    // Names and streams take turns, or one stream holds all packets.
    private static string Packets(IPdfTokenScanner scanner, IToken packets)
    {
        var streams = packets is ArrayToken pairs
            ? pairs.Data.Chunk(2).Where(p => p.Length == 2 && PdfTokens.Text(scanner, p[0]) == "datasets").Select(p => p[1])
            : [packets];
        var bytes = streams.Select(t => PdfTokens.Resolve(scanner, t)).OfType<StreamToken>().SelectMany(s => s.Decode(DefaultFilterProvider.Instance).ToArray()).ToArray();
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes) : bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes) : Encoding.UTF8.GetString(bytes);
    }

    private static IEnumerable<string> Values(string xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            yield break;
        }

        using var text = new StringReader(xml.TrimStart('\uFEFF'));
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters });
        var document = XDocument.Load(reader);

        // What describes the answers stands beside them.
        var data = document.Descendants(XName.Get("data", DataSpace)).FirstOrDefault() ?? document.Descendants(XName.Get("datasets", DataSpace)).FirstOrDefault();
        foreach (var element in data?.Descendants().Where(e => e.Name.LocalName != "dataDescription") ?? [])
        {
            // Formatted answers hold XHTML: their words belong to the field around them.
            var isLeaf = element.Elements().All(e => e.Name.Namespace != element.Name.Namespace);
            var value = isLeaf ? string.Join(' ', element.DescendantNodes().OfType<XText>().Select(t => t.Value)) : string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value));
            value = OneLine(value);
            if (value.Length > 0 && element.Name.Namespace != "http://www.w3.org/1999/xhtml")
            {
                var name = string.Join('/', element.AncestorsAndSelf().TakeWhile(e => e != data).Take(LongestName).Select(e => e.Name.LocalName).Reverse().Skip(1));
                yield return $"form-value:{(name.Length == 0 ? element.Name.LocalName : name)}: {(value.Length > LongestValue ? value[..LongestValue] + " ..." : value)}";
            }
        }
    }

    private static string OneLine(string value) =>
        string.Join(' ', string.Concat(value.EnumerateRunes().Select(r => Rune.IsControl(r) || Rune.IsWhiteSpace(r) ? " " : r.ToString())).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
