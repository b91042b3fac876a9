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
        var layers = new HiddenLayers(tokens, start, Groups("ON"), Groups("OFF"));
        foreach (var use in (PdfTokens.Resolve(tokens, configuration.Data.GetValueOrDefault("AS")) as ArrayToken)?.Data ?? [])
        {
            layers.Set(PdfTokens.Dictionary(tokens, use));
        }

        return layers;
    }

    /// <summary>Whether what belongs to a group, or to groups by a membership dictionary, is hidden.</summary>
    public bool Hides(IToken? membership) => scanner is not null && membership is not null && !IsVisible(membership, 0);

    // What groups say of themselves holds for those that a usage application of viewing lists (8.11.4.4).
    private void Set(DictionaryToken? use)
    {
        if (use is null || PdfTokens.Resolve(scanner!, use.Data.GetValueOrDefault("Event")) is not NameToken { Data: "View" }
            || PdfTokens.Resolve(scanner!, use.Data.GetValueOrDefault("Category")) is not ArrayToken kinds
            || !kinds.Data.Any(k => PdfTokens.Resolve(scanner!, k) is NameToken { Data: "View" }))
        {
            return;
        }

        foreach (var group in (PdfTokens.Resolve(scanner!, use.Data.GetValueOrDefault("OCGs")) as ArrayToken)?.Data.OfType<IndirectReferenceToken>() ?? [])
        {
            var usage = PdfTokens.Dictionary(scanner!, PdfTokens.Dictionary(scanner!, group)?.Data.GetValueOrDefault("Usage"));
            var state = PdfTokens.Resolve(scanner!, PdfTokens.Dictionary(scanner!, usage?.Data.GetValueOrDefault("View"))?.Data.GetValueOrDefault("ViewState")) as NameToken;
            if (state is { Data: "ON" or "OFF" })
            {
                (state.Data == "ON" ? on : off).Add(group.Data);
                (state.Data == "ON" ? off : on).Remove(group.Data);
            }
        }
    }

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
