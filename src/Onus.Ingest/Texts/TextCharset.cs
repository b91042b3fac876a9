using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Texts;

/// <summary>The character set of a text file: what its byte order mark states, else what a person stated, else UTF-8, which is then checked.</summary>
/// <param name="Encoding">Decodes; what is no character becomes U+FFFD.</param>
/// <param name="Unit">Bytes of a line feed: 1, or 2 in UTF-16.</param>
/// <param name="BigEndian">Whether the high byte stands first, in UTF-16.</param>
/// <param name="MarkLength">Bytes of the byte order mark, 0 where there is none.</param>
/// <param name="IsAssumed">Nobody stated it: bytes that are not UTF-8 are a question for a person.</param>
public sealed record TextCharset(Encoding Encoding, int Unit, bool BigEndian, int MarkLength, bool IsAssumed)
{
    /// <summary>
    /// Whether a carriage return alone ends a line: in a file that has some and no line feed outside quotation marks, as old Macintosh programs write it.
    /// </summary>
    public bool EndsWithReturn { get; init; }

    static TextCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The character set of an IANA name; null where it is unknown, or where lines cannot be found in its bytes (UTF-7, UTF-32, EBCDIC).
    /// </summary>
    public static TextCharset? Find(string name)
    {
        Encoding encoding;
        try
        {
            encoding = Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }

        if (encoding is UnicodeEncoding)
        {
            var big = encoding.CodePage == Encoding.BigEndianUnicode.CodePage;
            return new TextCharset(encoding, 2, big, 0, IsAssumed: false);
        }

        return encoding.GetBytes("\n0aZ:").AsSpan().SequenceEqual("\n0aZ:"u8) ? new TextCharset(encoding, 1, false, 0, IsAssumed: false) : null;
    }

    /// <summary>The character set of a file, or the question that has to be decided first.</summary>
    public static (TextCharset? Charset, Decision? Question) Of(EvidenceFile file, string? stated)
    {
        ArgumentNullException.ThrowIfNull(file);
        var marked = OfMark(file.Prefix.Span);
        if (stated is null)
        {
            return (WithLineEnds(file, marked ?? new TextCharset(Encoding.UTF8, 1, false, 0, IsAssumed: true)), null);
        }

        var found = Find(stated);
        if (found is null || (marked is not null && marked.Encoding.CodePage != found.Encoding.CodePage))
        {
            return (null, new Decision("charset", 1, stated, marked is null ? [] : [marked.Encoding.WebName]));
        }

        return (WithLineEnds(file, marked ?? found), null);
    }

    /// <summary>
    /// Looks through the file up to its first line feed, which is nearly always in its first line. A line feed between quotation marks is part of a cell,
    /// where a carriage return before it ended a line.
    /// </summary>
    private static TextCharset WithLineEnds(EvidenceFile file, TextCharset charset)
    {
        if (file.Prefix.Span.IndexOf((byte)'\r') < 0)
        {
            return charset;
        }

        var (inQuotes, hasReturn, hasFeed) = (false, false, false);
        using var stream = file.Open();
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            for (var i = 0; i + charset.Unit <= read; i += charset.Unit)
            {
                var high = charset.Unit == 1 ? 0 : buffer[charset.BigEndian ? i : i + 1];
                var c = high != 0 ? '\0' : (char)buffer[charset.Unit == 2 && charset.BigEndian ? i + 1 : i];
                inQuotes ^= c == '"';
                hasReturn |= c == '\r' && !inQuotes;
                hasFeed |= c == '\n';
                if (c == '\n' && !(inQuotes && hasReturn))
                {
                    return charset;
                }
            }
        }

        return hasReturn || !hasFeed ? charset with { EndsWithReturn = true } : charset;
    }

    /// <summary>How to look at a file before anything is decided: as stated, or as the file itself says where that cannot be.</summary>
    internal static TextCharset ToLookAt(EvidenceFile file) => Of(file, file.Charset).Charset ?? Of(file, null).Charset!;

    /// <summary>Whether the bytes can be a text at all: outside UTF-16 few zero bytes, which are damage and no other kind of file.</summary>
    public bool CanBe(ReadOnlySpan<byte> prefix) => Unit == 2 || prefix.Count((byte)0) <= Math.Max(8, prefix.Length / 50);

    /// <summary>The bytes of a line end, from their number: in one file there are only two line ends.</summary>
    internal ReadOnlySpan<byte> LineEnd(int bytes) => (bytes / Unit, Unit, BigEndian) switch
    {
        (1, 1, _) when EndsWithReturn => "\r"u8,
        (1, 2, false) when EndsWithReturn => "\r\0"u8,
        (1, 2, true) when EndsWithReturn => "\0\r"u8,
        (1, 1, _) => "\n"u8,
        (2, 1, _) => "\r\n"u8,
        (1, 2, false) => "\n\0"u8,
        (2, 2, false) => "\r\0\n\0"u8,
        (1, 2, true) => "\0\n"u8,
        (2, 2, true) => "\0\r\0\n"u8,
        _ => [],
    };

    private static TextCharset? OfMark(ReadOnlySpan<byte> prefix) =>
        prefix.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? new TextCharset(Encoding.UTF8, 1, false, 3, IsAssumed: true)
        : prefix.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new TextCharset(Encoding.Unicode, 2, false, 2, IsAssumed: false)
        : prefix.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new TextCharset(Encoding.BigEndianUnicode, 2, true, 2, IsAssumed: false)
        : null;
}
