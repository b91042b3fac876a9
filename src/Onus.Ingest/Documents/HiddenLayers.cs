using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Which layers the file switches off for everybody who opens it: its default configuration (ISO 32000-1, 8.11.4.3).</summary>
internal sealed class HiddenLayers
{
    private const int DeepestExpression = 32;

    /// <summary>A file without layers.</summary>
    public static readonly HiddenLayers None = new(null, false, [], []);

    private readonly IPdfTokenScanner? scanner;
    private readonly bool startsOff;
    private readonly HashSet<IndirectReference> on;
    private readonly HashSet<IndirectReference> off;

    private HiddenLayers(IPdfTokenScanner? scanner, bool startsOff, HashSet<IndirectReference> on, HashSet<IndirectReference> off)
    {
        (this.scanner, this.startsOff, this.on, this.off) = (scanner, startsOff, on, off);
    }

    /// <summary>The layers of a document.</summary>
    public static HiddenLayers Of(PdfDocument document)
    {
        var tokens = document.Structure.TokenScanner;
        var properties = PdfTokens.Dictionary(tokens, document.Structure.Catalog.CatalogDictionary.Data.GetValueOrDefault("OCProperties"));
        var configuration = properties is null ? null : PdfTokens.Dictionary(tokens, properties.Data.GetValueOrDefault("D"));
        if (configuration is null)
        {
            return None;
        }

        HashSet<IndirectReference> Groups(string key) =>
            [.. (PdfTokens.Resolve(tokens, configuration.Data.GetValueOrDefault(key)) as ArrayToken)?.Data.OfType<IndirectReferenceToken>().Select(r => r.Data) ?? []];

        var start = PdfTokens.Resolve(tokens, configuration.Data.GetValueOrDefault("BaseState")) is NameToken { Data: "OFF" };
        return new HiddenLayers(tokens, start, Groups("ON"), Groups("OFF"));
    }

    /// <summary>Whether what belongs to a group, or to groups by a membership dictionary, is hidden.</summary>
    public bool Hides(IToken? membership) => scanner is not null && membership is not null && !IsVisible(membership, 0);

    private bool IsVisible(IToken token, int depth)
    {
        var dictionary = PdfTokens.Dictionary(scanner!, token);
        if (depth > DeepestExpression || dictionary is null)
        {
            return true;
        }

        if (PdfTokens.Resolve(scanner!, dictionary.Data.GetValueOrDefault("Type")) is not NameToken { Data: "OCMD" })
        {
            return token is not IndirectReferenceToken group || IsOn(group.Data);
        }

        if (PdfTokens.Resolve(scanner!, dictionary.Data.GetValueOrDefault("VE")) is ArrayToken expression)
        {
            return IsTrue(expression, depth + 1);
        }

        var groups = dictionary.Data.GetValueOrDefault("OCGs");
        var states = (groups is IndirectReferenceToken && PdfTokens.Dictionary(scanner!, groups) is not null
                ? [groups]
                : (PdfTokens.Resolve(scanner!, groups) as ArrayToken)?.Data ?? [])
            .OfType<IndirectReferenceToken>().Select(g => IsOn(g.Data)).ToList();
        return states.Count == 0 || (PdfTokens.Resolve(scanner!, dictionary.Data.GetValueOrDefault("P")) as NameToken)?.Data switch
        {
            "AllOn" => states.TrueForAll(s => s),
            "AnyOff" => states.Exists(s => !s),
            "AllOff" => states.TrueForAll(s => !s),
            _ => states.Exists(s => s),
        };
    }

    private bool IsTrue(ArrayToken expression, int depth)
    {
        if (depth > DeepestExpression || expression.Length == 0)
        {
            return true;
        }

        var operands = expression.Data.Skip(1).Select(t => PdfTokens.Resolve(scanner!, t) is ArrayToken inner ? IsTrue(inner, depth + 1) : IsVisible(t, depth + 1));
        return (expression.Data[0] as NameToken)?.Data switch
        {
            "And" => operands.All(o => o),
            "Or" => operands.Any(o => o),
            "Not" => !operands.FirstOrDefault(),
            _ => true,
        };
    }

    private bool IsOn(IndirectReference group) => startsOff ? on.Contains(group) : !off.Contains(group);
}
