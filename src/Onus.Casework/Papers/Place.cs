using System.Globalization;
using Onus.Content;
using Onus.Domain.Evidence;

namespace Onus.Casework.Papers;

/// <summary>A place in a file, in words: "page 3", "line 1,204".</summary>
public static class Place
{
    /// <summary>The words; empty for what stands in no file.</summary>
    public static string Of(Locator? locator, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return locator?.At switch
        {
            TextPosition p => texts.Format("place.line", ("number", p.Line)),
            CsvPosition p => texts.Format("place.row", ("number", p.Row)),
            PdfPosition p => texts.Format("place.page", ("number", p.Page)),
            DocxPosition p => texts.Format("place.paragraph", ("number", p.Paragraph)),
            DocxCommentPosition { Paragraph: { } beside } p => texts.Format("place.comment", ("number", p.Comment), ("paragraph", beside)),
            DocxCommentPosition p => texts.Format("place.comment-elsewhere", ("number", p.Comment)),
            ImagePosition { Box: { } part } => texts.Format("place.picture-part", ("width", Plain(part.Width)), ("height", Plain(part.Height)), ("left", Plain(part.X)), ("top", Plain(part.Y))),
            ImagePosition => texts["place.picture"],
            _ => "",
        };
    }

    private static string Plain(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);
}
