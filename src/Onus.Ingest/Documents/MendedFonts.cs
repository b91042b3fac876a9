using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>
/// Describes fonts anew that the file describes against the rules, in ways that no viewer minds and the parser does (ISO 32000-1, 9.6 and 9.7): strings where
/// names belong, entries of a wrong kind, widths that are none. What says which letter a code stands for is kept or left out, never made up.
/// </summary>
internal sealed class MendedFonts(IPdfTokenScanner scanner, FontMending mending)
{
    // Forms hold forms; what is deeper, or larger, is made to be.
    private const int Deepest = 48;
    private const int MostObjects = 50_000;

    // In thousandths of the font size, where the file states no width: that of a figure, about.
    private static readonly NumericToken UsualWidth = new(500);
    private static readonly NumericToken NonSymbolic = new(32);
    private readonly HashSet<IndirectReference> seen = [];

    /// <summary>Resources with the fonts that they hold, and that forms in them hold, mended.</summary>
    public DictionaryToken In(DictionaryToken resources) => (DictionaryToken)Visit(resources, 0);

    private IToken Visit(IToken token, int depth)
    {
        if (depth > Deepest)
        {
            return token;
        }

        switch (token)
        {
            case IndirectReferenceToken reference when seen.Count < MostObjects && seen.Add(reference.Data):
                if (scanner.Get(reference.Data)?.Data is { } found && Visit(found, depth + 1) is var mended && !ReferenceEquals(mended, found))
                {
                    scanner.ReplaceToken(reference.Data, mended);
                }

                return token;
            case StreamToken stream:
                var dictionary = Visit(stream.StreamDictionary, depth + 1);
                return ReferenceEquals(dictionary, stream.StreamDictionary) ? token : new StreamToken((DictionaryToken)dictionary, stream.Data);
            case ArrayToken array when array.Data.Any(t => t is IndirectReferenceToken or DictionaryToken or ArrayToken):
                var elements = array.Data.Select(t => Visit(t, depth + 1)).ToList();
                return elements.Zip(array.Data).All(p => ReferenceEquals(p.First, p.Second)) ? token : new ArrayToken(elements);
            case DictionaryToken entries:
                foreach (var (key, value) in entries.Data)
                {
                    if (key is not ("Parent" or "P" or "FontFile" or "FontFile2" or "FontFile3") && Visit(value, depth + 1) is var changed && !ReferenceEquals(changed, value))
                    {
                        entries = entries.With(key, changed);
                    }
                }

                return IsFont(entries) ? Font(entries) : entries;
            default:
                return token;
        }
    }

    private bool IsFont(DictionaryToken d) =>
        Name(d, "Type") == "Font" || d.Data.ContainsKey("BaseFont") || d.Data.ContainsKey("DescendantFonts")
        || Name(d, "Subtype") is "Type0" or "Type1" or "MMType1" or "TrueType" or "Type3" or "CIDFontType0" or "CIDFontType2";

    private DictionaryToken Font(DictionaryToken font)
    {
        var descriptor = Dictionary(font, "FontDescriptor") is { } d ? Descriptor(d) : null;
        var kind = Name(font, "Subtype") ?? (font.Data.ContainsKey("DescendantFonts") ? "Type0" : font.Data.ContainsKey("CharProcs") ? "Type3"
            : font.Data.ContainsKey("CIDSystemInfo") ? "CIDFontType2" : descriptor?.Data.ContainsKey("FontFile2") == true ? "TrueType" : "Type1");
        font = font.With("Type", NameToken.Font).With("Subtype", NameToken.Create(kind))
            .With("BaseFont", NameToken.Create(Name(font, "BaseFont") ?? (descriptor is null ? null : Name(descriptor, "FontName")) ?? "Helvetica"));
        font = descriptor is null ? font.Without("FontDescriptor") : font.With("FontDescriptor", descriptor);
        return kind switch
        {
            "Type0" => Composite(font),
            "CIDFontType0" or "CIDFontType2" => Descendant(font),
            _ => Simple(font, kind),
        };
    }

    private DictionaryToken Simple(DictionaryToken font, string kind)
    {
        var embedded = Dictionary(font, "FontDescriptor") is { } descriptor && descriptor.Data.Keys.Any(k => k.StartsWith("FontFile", StringComparison.Ordinal));
        font = Value(font, "ToUnicode") is StreamToken && (mending != FontMending.WithoutCodes || Value(font, "Encoding") is not (NameToken or DictionaryToken)) ? font : font.Without("ToUnicode");
        font = Value(font, "Encoding") switch
        {
            NameToken name => font.With("Encoding", name),
            DictionaryToken encoding => font.With("Encoding", Encoding(encoding)),
            _ => font.Without("Encoding"),
        };

        // Without a description the parser takes a standard font or none, and leaves out what the file says its codes stand for.
        if (!font.Data.ContainsKey("FontDescriptor") && kind != "Type3" && (font.Data.ContainsKey("ToUnicode") || kind == "TrueType"))
        {
            font = font.With("FontDescriptor", DictionaryToken.With(new Dictionary<string, IToken> { ["FontName"] = font.Data["BaseFont"], ["Flags"] = NonSymbolic }));
        }

        // What TrueType fonts without an encoding of their own are read by (ISO 32000-1, 9.6.6.4).
        if (kind == "TrueType" && !embedded && !font.Data.ContainsKey("Encoding") && !font.Data.ContainsKey("ToUnicode"))
        {
            font = font.With("Encoding", NameToken.WinAnsiEncoding);
        }

        var widths = (Value(font, "Widths") as ArrayToken)?.Data.Select(w => PdfTokens.Resolve(scanner, w) as NumericToken ?? UsualWidth).ToList<IToken>();
        var first = Value(font, "FirstChar") as NumericToken ?? (Value(font, "LastChar") is NumericToken end && widths is not null ? new NumericToken(end.Int - widths.Count + 1) : null);
        if ((widths is null || first is null) && (kind != "Type1" || !embedded) && font.Data.ContainsKey("FontDescriptor"))
        {
            (first, widths) = (NumericToken.Zero, [.. Enumerable.Repeat(UsualWidth, 256)]);
        }

        return widths is null || first is null
            ? font.Without("Widths").Without("FirstChar").Without("LastChar")
            : font.With("Widths", new ArrayToken(widths)).With("FirstChar", first).With("LastChar", new NumericToken(first.Int + widths.Count - 1));
    }

    private DictionaryToken Encoding(DictionaryToken encoding)
    {
        encoding = Name(encoding, "BaseEncoding") is { } name ? encoding.With("BaseEncoding", NameToken.Create(name)) : encoding.Without("BaseEncoding");
        return Value(encoding, "Differences") is ArrayToken differences
            ? encoding.With("Differences", new ArrayToken(
                [.. differences.Data.Select(t => PdfTokens.Resolve(scanner, t)).Select(t => t is StringToken s ? NameToken.Create(s.Data) : t).Where(t => t is NameToken or NumericToken)!]))
            : encoding.Without("Differences");
    }

    private DictionaryToken Composite(DictionaryToken font)
    {
        font = Value(font, "Encoding") is StringToken name ? font.With("Encoding", NameToken.Create(name.Data)) : font;
        font = Value(font, "ToUnicode") is StreamToken or NameToken ? font : font.Without("ToUnicode");
        return Value(font, "DescendantFonts") switch
        {
            ArrayToken array => font.With("DescendantFonts", array),
            DictionaryToken => font.With("DescendantFonts", new ArrayToken([font.Data["DescendantFonts"]])),
            _ => font,
        };
    }

    private DictionaryToken Descendant(DictionaryToken font)
    {
        font = Dictionary(font, "CIDSystemInfo") is not null ? font : font.With("CIDSystemInfo", DictionaryToken.With(new Dictionary<string, IToken>
        {
            ["Registry"] = new StringToken("Adobe"),
            ["Ordering"] = new StringToken("Identity"),
            ["Supplement"] = NumericToken.Zero,
        }));
        font = Value(font, "DW") is NumericToken ? font : font.Without("DW");
        font = Value(font, "W") is ArrayToken widths && HasPairs(widths) ? font : font.Without("W");
        return Value(font, "CIDToGIDMap") is NameToken or StreamToken ? font : font.Without("CIDToGIDMap");
    }

    // "first [w w ...]" and "first last w" (ISO 32000-1, 9.7.4.3).
    private bool HasPairs(ArrayToken widths)
    {
        var values = widths.Data.Select(t => PdfTokens.Resolve(scanner, t)).ToList();
        for (var i = 0; i < values.Count;)
        {
            var list = i + 1 < values.Count ? values[i + 1] as ArrayToken : null;
            var step = list is null ? 3 : 2;
            if (i + step > values.Count || values[i] is not NumericToken || (list is null ? values[i + 1] is not NumericToken || values[i + 2] is not NumericToken
                : list.Data.Any(t => PdfTokens.Resolve(scanner, t) is not NumericToken)))
            {
                return false;
            }

            i += step;
        }

        return true;
    }

    private DictionaryToken Descriptor(DictionaryToken descriptor)
    {
        foreach (var key in (ReadOnlySpan<string>)["FontFile", "FontFile2", "FontFile3"])
        {
            descriptor = descriptor.Data.GetValueOrDefault(key) is IndirectReferenceToken && Value(descriptor, key) is StreamToken ? descriptor : descriptor.Without(key);
        }

        descriptor = Value(descriptor, "FontBBox") is ArrayToken box && box.Data.All(t => PdfTokens.Resolve(scanner, t) is NumericToken) ? descriptor : descriptor.Without("FontBBox");
        descriptor = Name(descriptor, "FontName") is { } name ? descriptor.With("FontName", NameToken.Create(name)) : descriptor.Without("FontName");
        return descriptor.Without("FontStretch");
    }

    private IToken? Value(DictionaryToken dictionary, string key) => PdfTokens.Resolve(scanner, dictionary.Data.GetValueOrDefault(key));

    private DictionaryToken? Dictionary(DictionaryToken dictionary, string key) => Value(dictionary, key) as DictionaryToken;

    private string? Name(DictionaryToken dictionary, string key) => Value(dictionary, key) switch
    {
        NameToken name => name.Data,
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };
}
