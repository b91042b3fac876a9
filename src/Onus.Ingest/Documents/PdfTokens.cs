using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Values behind references.</summary>
internal static class PdfTokens
{
    // A page tree is a few levels deep; one that is deeper, or leads back to itself, is not a tree.
    private const int MostParents = 64;

    public static IToken? Resolve(IPdfTokenScanner scanner, IToken? token)
    {
        for (var i = 0; i < 8 && token is IndirectReferenceToken reference; i++)
        {
            token = scanner.Get(reference.Data)?.Data;
        }

        return token is IndirectReferenceToken or NullToken ? null : token;
    }

    public static DictionaryToken? Dictionary(IPdfTokenScanner scanner, IToken? token) => Resolve(scanner, token) as DictionaryToken;

    public static string? Text(IPdfTokenScanner scanner, IToken? token) => Resolve(scanner, token) switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    /// <summary>The resources of a page, its own or inherited (ISO 32000-1, 7.7.3.4).</summary>
    public static DictionaryToken? Resources(IPdfTokenScanner scanner, DictionaryToken page)
    {
        DictionaryToken? node = page;
        for (var i = 0; i < MostParents && node is not null; i++)
        {
            if (Dictionary(scanner, node.Data.GetValueOrDefault("Resources")) is { } found)
            {
                return found;
            }

            node = Dictionary(scanner, node.Data.GetValueOrDefault("Parent"));
        }

        return null;
    }
}
