using Onus.Ingest.Contract;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Files that a PDF carries inside, as a portfolio does: they are counted by their names (ISO 32000-1, 7.11.4) and never unpacked.</summary>
internal static class EmbeddedFiles
{
    // A tree of names is a few levels deep; one that is deeper, or leads back to itself, is not a tree.
    private const int MostNodes = 10_000;

    /// <summary><c>embedded-files-not-read:N</c> where there are any.</summary>
    public static IReadOnlyList<string> Warnings(EvidenceFile file)
    {
        try
        {
            using var bytes = file.Open();
            using var document = PdfFile.Open(bytes);
            return Count(document) is > 0 and var count ? [FormattableString.Invariant($"embedded-files-not-read:{count}")] : [];
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return ["embedded-files-unreadable"];
        }
    }

    private static int Count(PdfDocument document)
    {
        var names = Value(document, document.Structure.Catalog.CatalogDictionary, "Names") as DictionaryToken;
        var waiting = new Stack<IToken?>([names is null ? null : names.Data.GetValueOrDefault("EmbeddedFiles")]);
        var seen = new HashSet<IndirectReference>();
        var files = 0;
        for (var nodes = 0; nodes < MostNodes && waiting.TryPop(out var next);)
        {
            if ((next is IndirectReferenceToken reference && !seen.Add(reference.Data)) || Resolve(document, next) is not DictionaryToken node)
            {
                continue;
            }

            nodes++;

            // Names and files take turns.
            files += Value(document, node, "Names") is ArrayToken pairs ? pairs.Length / 2 : 0;
            foreach (var kid in (Value(document, node, "Kids") as ArrayToken)?.Data ?? [])
            {
                waiting.Push(kid);
            }
        }

        return files;
    }

    private static IToken? Value(PdfDocument document, DictionaryToken dictionary, string name) => Resolve(document, dictionary.Data.GetValueOrDefault(name));

    private static IToken? Resolve(PdfDocument document, IToken? token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
