using Onus.Domain.Evidence;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>The pictures of a page, in a form that browsers show where there is one.</summary>
internal static class PdfImages
{
    // A4 at 600 dpi has 35 million samples; beyond this a picture is drawn by nobody and costs 400 MB.
    private const long MaxSamples = 100_000_000;

    /// <summary>The pictures from the lowest to the highest, and what could not be shown: <c>image-not-shown:CODING</c>.</summary>
    public static (IReadOnlyList<PageImage> Images, IReadOnlyList<string> Warnings) Of(Page page)
    {
        var images = new List<PageImage>();
        var warnings = new List<string>();
        foreach (var image in page.GetImages())
        {
            var coding = Coding(image);
            var (type, bytes) = Shown(image, coding);
            if (type is null)
            {
                warnings.Add("image-not-shown:" + coding);
            }

            images.Add(Placed(image, page.Height, type, bytes, coding));
        }

        return (images, warnings);
    }

    /// <summary>The hash of each picture that touches one of the boxes, in painting order, without decoding any.</summary>
    public static IReadOnlyList<Sha256> RawIn(Page page, IReadOnlyList<Box> boxes) =>
        [.. page.GetImages().Select(i => Placed(i, page.Height, null, [], "")).Where(i => boxes.Any(i.Touches)).Select(i => i.Raw)];

    private static PageImage Placed(IPdfImage image, double height, string? type, byte[] bytes, string coding)
    {
        var box = image.BoundingBox;
        double[] xs = [box.TopLeft.X, box.TopRight.X, box.BottomLeft.X, box.BottomRight.X];
        double[] ys = [box.TopLeft.Y, box.TopRight.Y, box.BottomLeft.Y, box.BottomRight.Y];
        double[] matrix =
        [
            box.TopRight.X - box.TopLeft.X, box.TopLeft.Y - box.TopRight.Y,
            box.BottomLeft.X - box.TopLeft.X, box.TopLeft.Y - box.BottomLeft.Y,
            box.TopLeft.X, height - box.TopLeft.Y,
        ];
        return new PageImage(
            PdfWords.Round(xs.Min()), PdfWords.Round(height - ys.Max()), PdfWords.Round(xs.Max() - xs.Min()), PdfWords.Round(ys.Max() - ys.Min()),
            [.. matrix.Select(PdfWords.Round)], type, bytes, coding, Sha256.Of(image.RawBytes));
    }

    private static (string? Type, byte[] Bytes) Shown(IPdfImage image, string coding)
    {
        if (coding == "DCTDecode")
        {
            return ("image/jpeg", image.RawBytes.ToArray());
        }

        if ((long)image.WidthInSamples * image.HeightInSamples is <= 0 or > MaxSamples)
        {
            return (null, []);
        }

        try
        {
            return image.TryGetPng(out var png) && png is not null ? ("image/png", png) : (null, []);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return (null, []);
        }
    }

    // Inline images abbreviate the names (ISO 32000-1, table 94).
    private static string Coding(IPdfImage image)
    {
        if (!image.ImageDictionary.TryGet(NameToken.Filter, out var filter) && !image.ImageDictionary.TryGet(NameToken.F, out filter))
        {
            return "none";
        }

        var names = filter switch
        {
            NameToken name => [name.Data],
            ArrayToken array => array.Data.OfType<NameToken>().Select(n => n.Data).ToList(),
            _ => new List<string>(),
        };
        return names.Count == 0 ? "unknown" : string.Join('+', names.Select(n => n switch
        {
            "DCT" => "DCTDecode",
            "CCF" => "CCITTFaxDecode",
            "Fl" => "FlateDecode",
            _ => n,
        }));
    }
}
