using System.Text.Json;
using System.Text.Json.Serialization;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Documents;

/// <summary>
/// One page as a viewer draws it: words, pictures and their places. All lengths are points (1/72 inch), rounded to 1/100,
/// from the top left corner of the page as it is displayed: rotation and crop box are applied.
/// </summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Width">Width as displayed.</param>
/// <param name="Height">Height as displayed.</param>
/// <param name="Words">Words in reading order.</param>
/// <param name="Images">Pictures in the order in which they are painted, the lowest first.</param>
/// <param name="Warnings">What this layout does not show, as keys of <c>documents.yaml</c>: <c>drawings-not-shown</c>, <c>image-not-shown:JBIG2Decode</c>, ...</param>
public sealed record PageLayout(
    int Page,
    double Width,
    double Height,
    IReadOnlyList<PageWord> Words,
    IReadOnlyList<PageImage> Images,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The layout as one JSON object in camel case; the bytes of pictures in Base64.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PageLayoutJson.Default.PageLayout);

    /// <summary>The layout that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static PageLayout FromJson(string json) =>
        JsonSerializer.Deserialize(json, PageLayoutJson.Default.PageLayout) ?? throw new JsonException("A page layout is an object.");
}

/// <summary>A word of a page.</summary>
/// <param name="Text">Its characters in the order in which they are read.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="W">Width, more than 0.</param>
/// <param name="H">Height, more than 0.</param>
/// <param name="Line">The line it stands in, from 1, in reading order. Words of one line have one baseline.</param>
/// <param name="Size">Size of the font.</param>
/// <param name="BaseX">Where its baseline begins.</param>
/// <param name="BaseY">Where its baseline begins.</param>
/// <param name="Angle">Degrees by which its baseline is turned clockwise; 0 for level text.</param>
public sealed record PageWord(
    string Text, double X, double Y, double W, double H, int Line, double Size, double BaseX, double BaseY, double Angle)
{
    /// <summary>Whether its centre lies in a box: the rule by which a selection takes words.</summary>
    public bool IsIn(Box box)
    {
        var (x, y) = (X + (W / 2), Y + (H / 2));
        return x >= box.X && x <= box.X + box.Width && y >= box.Y && y <= box.Y + box.Height;
    }
}

/// <summary>A picture on a page.</summary>
/// <param name="X">Left edge of what it covers.</param>
/// <param name="Y">Upper edge of what it covers.</param>
/// <param name="W">Width of what it covers.</param>
/// <param name="H">Height of what it covers.</param>
/// <param name="Matrix">
/// The six numbers of an SVG <c>matrix()</c> that puts a picture drawn 1 wide and 1 high, without keeping its proportions, in its place:
/// a scan may be turned or mirrored on its page.
/// </param>
/// <param name="MediaType"><c>image/jpeg</c> or <c>image/png</c>; null where the coding cannot be shown.</param>
/// <param name="Bytes">The picture in that type; empty where it cannot be shown.</param>
/// <param name="Coding">How the PDF codes it, for example <c>DCTDecode</c>; <c>none</c> for plain samples.</param>
/// <param name="Raw">Hash of its bytes as they are coded in the PDF.</param>
public sealed record PageImage(
    double X, double Y, double W, double H, IReadOnlyList<double> Matrix, string? MediaType, byte[] Bytes, string Coding, Sha256 Raw)
{
    /// <summary>Whether it covers some of a box.</summary>
    public bool Touches(Box box) => X < box.X + box.Width && box.X < X + W && Y < box.Y + box.Height && box.Y < Y + H;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageLayout))]
internal sealed partial class PageLayoutJson : JsonSerializerContext;
