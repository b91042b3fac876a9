using System.Globalization;

namespace Onus.Domain.Evidence;

/// <summary>
/// A place in a file. Lines, rows, pages and paragraphs count from 1, bytes from 0. What a kind of place is called, how it is written and how people find it says its
/// <see cref="PositionCodec"/>.
/// </summary>
public abstract record Position;

/// <summary>A line of a text, or several (a message with line breaks): bytes without the final line end.</summary>
/// <param name="Line">First line, from 1.</param>
/// <param name="ByteStart">First byte, from 0.</param>
/// <param name="ByteLen">Number of bytes.</param>
public sealed record TextPosition(int Line, long ByteStart, long ByteLen) : Position
{
    internal static readonly PositionCodec Codec = new PositionCodec<TextPosition>("text")
    {
        Identity = at => string.Create(CultureInfo.InvariantCulture, $"text {at.ByteStart} {at.ByteLen}"),
        Fields = (json, at) =>
        {
            json.WriteNumber("line", at.Line);
            json.WriteNumber("byteStart", at.ByteStart);
            json.WriteNumber("byteLen", at.ByteLen);
        },
        From = json => new(json.GetProperty("line").GetInt32(), json.GetProperty("byteStart").GetInt64(), json.GetProperty("byteLen").GetInt64()),
        FindBy = "line",
        Number = at => at.Line,
        Words = at => new("place.line", [("number", at.Line)]),
        Bytes = at => (at.ByteStart, at.ByteLen),
        Short = (number, start, length) => new(number, start, length),
        Said = SaidBy.Writer,
    };
}

/// <summary>A data row of a table, without header and preamble; bytes without the final line end.</summary>
/// <param name="Row">Data row, from 1.</param>
/// <param name="ByteStart">First byte, from 0.</param>
/// <param name="ByteLen">Number of bytes.</param>
public sealed record CsvPosition(int Row, long ByteStart, long ByteLen) : Position
{
    internal static readonly PositionCodec Codec = new PositionCodec<CsvPosition>("csv")
    {
        Identity = at => string.Create(CultureInfo.InvariantCulture, $"csv {at.ByteStart} {at.ByteLen}"),
        Fields = (json, at) =>
        {
            json.WriteNumber("row", at.Row);
            json.WriteNumber("byteStart", at.ByteStart);
            json.WriteNumber("byteLen", at.ByteLen);
        },
        From = json => new(json.GetProperty("row").GetInt32(), json.GetProperty("byteStart").GetInt64(), json.GetProperty("byteLen").GetInt64()),
        FindBy = "row",
        Number = at => at.Row,
        Words = at => new("place.row", [("number", at.Row)]),
        Bytes = at => (at.ByteStart, at.ByteLen),
        Short = (number, start, length) => new(number, start, length),
        Said = SaidBy.Nobody,
    };
}

/// <summary>A page of a PDF or parts of it.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Boxes">Parts of the page in points; empty for the whole page.</param>
public sealed record PdfPosition(int Page, IReadOnlyList<Box> Boxes) : Position
{
    internal static readonly PositionCodec Codec = new PositionCodec<PdfPosition>("pdf")
    {
        Identity = at => string.Create(CultureInfo.InvariantCulture, $"pdf {at.Page}") + string.Concat(at.Boxes.Select(box => box.Identity)),
        Fields = (json, at) =>
        {
            json.WriteNumber("page", at.Page);
            json.WriteStartArray("boxes");
            foreach (var box in at.Boxes)
            {
                box.Write(json);
            }

            json.WriteEndArray();
        },
        From = json => new(json.GetProperty("page").GetInt32(), [.. json.GetProperty("boxes").EnumerateArray().Select(Box.Read)]),
        FindBy = "page",
        Number = at => at.Page,
        Words = at => new("place.page", [("number", at.Page)]),
        Page = at => at.Page,
        Boxes = at => at.Boxes,
        Part = (at, boxes) => at with { Boxes = boxes },
        Said = SaidBy.Teller,
    };

    /// <summary>Whether it is the same place: the same page and the same parts in the same order.</summary>
    public bool Equals(PdfPosition? other) => other is not null && Page == other.Page && Boxes.SequenceEqual(other.Boxes);

    /// <inheritdoc/>
    public override int GetHashCode() => Boxes.Aggregate(Page, HashCode.Combine);
}

/// <summary>A paragraph of a DOCX, in body and table cells, in reading order.</summary>
/// <param name="Paragraph">Paragraph, from 1.</param>
public sealed record DocxPosition(int Paragraph) : Position
{
    internal static readonly PositionCodec Codec = new PositionCodec<DocxPosition>("docx")
    {
        Identity = at => string.Create(CultureInfo.InvariantCulture, $"docx {at.Paragraph}"),
        Fields = (json, at) => json.WriteNumber("paragraph", at.Paragraph),
        From = json => new(json.GetProperty("paragraph").GetInt32()),
        FindBy = "paragraph",
        Number = at => at.Paragraph,
        Words = at => new("place.paragraph", [("number", at.Paragraph)]),
        Said = SaidBy.Teller,
    };
}

/// <summary>A comment beside the text of a DOCX.</summary>
/// <param name="Comment">Its place in the file's list of comments, from 1.</param>
/// <param name="Paragraph">The paragraph at which it hangs, from 1; null where it hangs on none that is read. It says where to look and is no part of the identity.</param>
public sealed record DocxCommentPosition(int Comment, int? Paragraph) : Position
{
    internal static readonly PositionCodec Codec = new PositionCodec<DocxCommentPosition>("docxComment")
    {
        Identity = at => string.Create(CultureInfo.InvariantCulture, $"docx comment {at.Comment}"),
        Fields = (json, at) =>
        {
            json.WriteNumber("comment", at.Comment);
            json.WritePropertyName("paragraph");
            if (at.Paragraph is { } paragraph)
            {
                json.WriteNumberValue(paragraph);
            }
            else
            {
                json.WriteNullValue();
            }
        },
        From = json => new(
            json.GetProperty("comment").GetInt32(), json.GetProperty("paragraph") is { ValueKind: System.Text.Json.JsonValueKind.Number } paragraph ? paragraph.GetInt32() : null),
        Number = at => at.Comment,
        Words = at => at.Paragraph is { } beside ? new("place.comment", [("number", at.Comment), ("paragraph", beside)]) : new("place.comment-elsewhere", [("number", at.Comment)]),
        Beside = at => at.Paragraph,
        Said = SaidBy.Writer,
    };
}

/// <summary>An image or a part of it.</summary>
/// <param name="Box">The part in pixels; null for the whole image.</param>
public sealed record ImagePosition(Box? Box) : Position
{
    internal static readonly PositionCodec Codec = new PositionCodec<ImagePosition>("image")
    {
        Identity = at => "image" + at.Box?.Identity,
        Fields = (json, at) =>
        {
            json.WritePropertyName("box");
            if (at.Box is { } box)
            {
                box.Write(json);
            }
            else
            {
                json.WriteNullValue();
            }
        },
        From = json => new(json.GetProperty("box") is { ValueKind: System.Text.Json.JsonValueKind.Array } box ? Evidence.Box.Read(box) : null),
        Words = at => at.Box is { } part
            ? new("place.picture-part", [("width", part.Width), ("height", part.Height), ("left", part.X), ("top", part.Y)])
            : new("place.picture", []),
        Boxes = at => at.Box is { } box ? [box] : [],
        Part = (_, boxes) => new ImagePosition(boxes[0]),
        IsWholeFile = true,
        Said = SaidBy.Nobody,
    };
}
