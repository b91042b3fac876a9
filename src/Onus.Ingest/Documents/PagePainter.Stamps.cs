using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Comments that are painted over the page (ISO 32000-1, 12.5.5): boxes, stamps and markers hide what lies below them. Their own text is none of the page's.</summary>
internal sealed partial class PagePainter
{
    private const int Unseen = 2 | 32;

    private static readonly HashSet<string> Covering =
        ["Square", "Circle", "Polygon", "PolyLine", "Line", "Ink", "Stamp", "FreeText", "Redact", "Highlight"];

    private void Stamp(DictionaryToken page, TransformationMatrix paper)
    {
        var comments = (PdfTokens.Resolve(PdfScanner, page.Data.GetValueOrDefault("Annots")) as ArrayToken)?.Data ?? [];
        stamping = true;
        path.Unclip();
        foreach (var comment in comments.Select(t => PdfTokens.Dictionary(PdfScanner, t)).OfType<DictionaryToken>())
        {
            try
            {
                if ((Value(comment, "Subtype") as NameToken)?.Data is { } kind && Covering.Contains(kind)
                    && ((Value(comment, "F") as NumericToken)?.Int ?? 0 & Unseen) == 0 && !layers.Hides(comment.Data.GetValueOrDefault("OC")))
                {
                    Stamp(comment, kind, paper);
                }
            }
            catch (Exception e) when (ParserFault.Is(e))
            {
                // What cannot be painted covers nothing; that there are comments is said in any case.
            }
        }

        stamping = false;
    }

    private void Stamp(DictionaryToken comment, string kind, TransformationMatrix paper)
    {
        if (Numbers(comment, "Rect") is not [var x0, var y0, var x1, var y1])
        {
            return;
        }

        var looks = Value(comment, "AP") as DictionaryToken;
        var look = looks is null ? null : Value(looks, "N");
        look = look is DictionaryToken states && Value(comment, "AS") is NameToken state ? Value(states, state.Data) : look;
        if (look is StreamToken form)
        {
            Paint(form, new Extent(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1)), kind == "Highlight", paper);
            return;
        }

        // Without a look of their own, viewers paint boxes and markers from what is said of them.
        var color = Plain(Numbers(comment, kind == "Highlight" ? "C" : "IC"));
        if (color is null || kind is not ("Square" or "Circle" or "Highlight"))
        {
            return;
        }

        var corners = kind == "Highlight" && Numbers(comment, "QuadPoints") is { Count: >= 8 } quads ? quads : [x0, y0, x1, y0, x0, y1, x1, y1];
        for (var i = 0; i + 8 <= corners.Count; i += 8)
        {
            path.Closed(
                [(corners[i], corners[i + 1]), (corners[i + 2], corners[i + 3]), (corners[i + 6], corners[i + 7]), (corners[i + 4], corners[i + 5])], paper);
        }

        var isDark = color is { R: < 0.1, G: < 0.1, B: < 0.1 };
        path.Fill(FillingRule.NonZeroWinding, letters.Count, color, ((Value(comment, "CA") as NumericToken)?.Data ?? 1) >= 0.9 && (kind != "Highlight" || isDark));
        path.End();
    }

    // Its box, turned by its matrix, is stretched to the place of the comment.
    private void Paint(StreamToken form, Extent place, bool multiplies, TransformationMatrix paper)
    {
        if (Numbers(form.StreamDictionary, "BBox") is not [var x0, var y0, var x1, var y1])
        {
            return;
        }

        var matrix = Numbers(form.StreamDictionary, "Matrix") is { Count: 6 } m ? TransformationMatrix.FromArray([.. m]) : TransformationMatrix.Identity;
        var box = Extent.Of([matrix.Transform(new PdfPoint(x0, y0)), matrix.Transform(new PdfPoint(x1, y0)), matrix.Transform(new PdfPoint(x0, y1)), matrix.Transform(new PdfPoint(x1, y1))]);
        var (w, h) = (box.Right - box.Left, box.Top - box.Bottom);
        if (w <= 0 || h <= 0)
        {
            return;
        }

        PushState();
        try
        {
            var (across, up) = ((place.Right - place.Left) / w, (place.Top - place.Bottom) / h);
            var state = GetCurrentState();
            state.CurrentTransformationMatrix = TransformationMatrix.FromValues(across, 0, 0, up, place.Left - (box.Left * across), place.Bottom - (box.Bottom * up)).Multiply(paper);
            (state.AlphaConstantNonStroking, state.AlphaConstantStroking, state.SoftMask) = (1, 1, null);
            state.BlendMode = BlendMode.Normal;
            blended += multiplies ? 1 : 0;
            ProcessFormXObject(form, NameToken.Create("N"));
        }
        finally
        {
            blended -= multiplies ? 1 : 0;
            PopState();
        }
    }

    private IToken? Value(DictionaryToken dictionary, string key) => PdfTokens.Resolve(PdfScanner, dictionary.Data.GetValueOrDefault(key));

    private List<double>? Numbers(DictionaryToken dictionary, string key) =>
        (Value(dictionary, key) as ArrayToken)?.Data.Select(t => PdfTokens.Resolve(PdfScanner, t)).OfType<NumericToken>().Select(n => n.Data).ToList();

    private static Rgb? Plain(List<double>? parts) => parts switch
    {
        [var gray] => new Rgb(gray, gray, gray),
        [var r, var g, var b] => new Rgb(r, g, b),
        [var c, var m, var y, var k] => new Rgb((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)),
        _ => null,
    };
}
