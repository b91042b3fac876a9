using System.Security.Cryptography;

namespace Onus.Domain.Evidence;

/// <summary>A SHA-256 in lower-case hexadecimal, 64 characters (FIPS 180-4).</summary>
/// <param name="Hex">The 64 characters.</param>
public readonly record struct Sha256(string Hex)
{
    /// <summary>The hash of some bytes.</summary>
    public static Sha256 Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

/// <summary>
/// A citation that a machine can check: which file, through which containers, at which place, and the hash of what stands there.
/// </summary>
/// <param name="Blob">Hash of the file as received.</param>
/// <param name="Chain">Containers from the outside in; empty for a plain file.</param>
/// <param name="At">The place in the innermost file.</param>
/// <param name="Slice">
/// Hash of the bytes at <paramref name="At"/>; for PDF and DOCX of the UTF-8 text as read; for an image of the whole file.
/// </param>
public sealed record Locator(Sha256 Blob, IReadOnlyList<ContainerEntry> Chain, Position At, Sha256 Slice);

/// <summary>One entry of a ZIP container.</summary>
/// <param name="Zip">Name of the entry as the container states it. Data, never a path to write to.</param>
/// <param name="Sha256">Hash of the entry's bytes.</param>
public sealed record ContainerEntry(string Zip, Sha256 Sha256);

/// <summary>A rectangle from the top left corner: points in a PDF, pixels in an image.</summary>
/// <param name="X">Distance from the left edge, 0 or more.</param>
/// <param name="Y">Distance from the top edge, 0 or more.</param>
/// <param name="Width">Width, more than 0.</param>
/// <param name="Height">Height, more than 0.</param>
public readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>A place in a file. Lines, rows, pages and paragraphs count from 1, bytes from 0.</summary>
public abstract record Position;

/// <summary>A line of a text, or several (a message with line breaks): bytes without the final line end.</summary>
/// <param name="Line">First line, from 1.</param>
/// <param name="ByteStart">First byte, from 0.</param>
/// <param name="ByteLen">Number of bytes.</param>
public sealed record TextPosition(int Line, long ByteStart, long ByteLen) : Position;

/// <summary>A data row of a table, without header and preamble; bytes without the final line end.</summary>
/// <param name="Row">Data row, from 1.</param>
/// <param name="ByteStart">First byte, from 0.</param>
/// <param name="ByteLen">Number of bytes.</param>
public sealed record CsvPosition(int Row, long ByteStart, long ByteLen) : Position;

/// <summary>A page of a PDF or parts of it.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Boxes">Parts of the page in points; empty for the whole page.</param>
public sealed record PdfPosition(int Page, IReadOnlyList<Box> Boxes) : Position
{
    /// <summary>Whether it is the same place: the same page and the same parts in the same order.</summary>
    public bool Equals(PdfPosition? other) => other is not null && Page == other.Page && Boxes.SequenceEqual(other.Boxes);

    /// <inheritdoc/>
    public override int GetHashCode() => Boxes.Aggregate(Page, HashCode.Combine);
}

/// <summary>A paragraph of a DOCX, in body and table cells, in reading order.</summary>
/// <param name="Paragraph">Paragraph, from 1.</param>
public sealed record DocxPosition(int Paragraph) : Position;

/// <summary>A comment beside the text of a DOCX.</summary>
/// <param name="Comment">Its place in the file's list of comments, from 1.</param>
/// <param name="Paragraph">The paragraph at which it hangs, from 1; null where it hangs on none that is read. It says where to look and is no part of the identity.</param>
public sealed record DocxCommentPosition(int Comment, int? Paragraph) : Position;

/// <summary>An image or a part of it.</summary>
/// <param name="Box">The part in pixels; null for the whole image.</param>
public sealed record ImagePosition(Box? Box) : Position;
