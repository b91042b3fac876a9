using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Onus.Ingest.Documents;

/// <summary>How a PDF ends.</summary>
internal enum PdfEnding
{
    /// <summary>Part of it is missing: half a file may still open, with half its pages, and nobody would notice.</summary>
    CutOff,

    /// <summary>Its end mark is missing or stands further up, but the table of all its objects is there and nothing of it follows.</summary>
    WithoutMark,

    /// <summary>With its end mark.</summary>
    Whole,
}

/// <summary>Tells a file that was cut off from one whose end is only untidy.</summary>
internal static partial class PdfEnd
{
    // ISO 32000-1, annex H.3.18 (readers look for the end mark in the last 1,024 bytes); a little more for what mail gateways append.
    private const int TailBytes = 2048;

    // What gateways and servers append is shorter.
    private const int SearchedBytes = 1024 * 1024;

    /// <summary>How these bytes end. Moves their position.</summary>
    public static PdfEnding Of(Stream bytes)
    {
        var end = WithoutPadding(bytes);
        var tail = Part(bytes, Math.Max(0, end - TailBytes), end);
        var mark = tail.AsSpan().LastIndexOf("%%EOF"u8);

        // An object behind the mark belongs to what was added later, and is no longer whole.
        return mark >= 0 ? HasObject(Encoding.Latin1.GetString(tail, mark, tail.Length - mark)) ? PdfEnding.CutOff : PdfEnding.Whole
            : HasTable(bytes, end) ? PdfEnding.WithoutMark : PdfEnding.CutOff;
    }

    // Padding after the end (blocks of a recovered disk) is no part of the file.
    private static long WithoutPadding(Stream bytes)
    {
        var end = bytes.Length;
        while (end > 0)
        {
            var start = Math.Max(0, end - TailBytes);
            var length = Part(bytes, start, end).AsSpan().TrimEnd("\0\r\n\t "u8).Length;
            end = start + length;
            if (length > 0)
            {
                break;
            }
        }

        return end;
    }

    // The last startxref leads to a table, and no object stands behind it: of a file that was added to and then cut, one does.
    private static bool HasTable(Stream bytes, long end)
    {
        var start = Math.Max(0, end - SearchedBytes);
        var tail = Part(bytes, start, end);
        var at = tail.AsSpan().LastIndexOf("startxref"u8);
        if (at < 0)
        {
            return false;
        }

        var behind = Encoding.Latin1.GetString(tail, at + 9, tail.Length - at - 9);
        var number = string.Concat(behind.SkipWhile(char.IsWhiteSpace).TakeWhile(char.IsAsciiDigit));
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || HasObject(behind))
        {
            return false;
        }

        // Offsets count from the header, and something may stand before it.
        var head = Part(bytes, 0, Math.Min(end, 1024)).AsSpan().IndexOf("%PDF-"u8);
        return IsTable(bytes, offset, start + at) || (head > 0 && IsTable(bytes, offset + head, start + at));
    }

    private static bool IsTable(Stream bytes, long offset, long before)
    {
        if (offset < 0 || offset >= before)
        {
            return false;
        }

        var text = Encoding.Latin1.GetString(Part(bytes, offset, Math.Min(before, offset + 1024))).TrimStart();
        return text.StartsWith("xref", StringComparison.Ordinal)
            || (text.Length > 0 && char.IsAsciiDigit(text[0]) && text.IndexOf(" obj", StringComparison.Ordinal) is > 0 and < 20 && text.Contains("/XRef", StringComparison.Ordinal));
    }

    private static bool HasObject(string text) => ObjectHead().IsMatch(text);

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9]{1,10}\s{1,4}[0-9]{1,5}\s{1,4}obj\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ObjectHead();

    private static byte[] Part(Stream bytes, long from, long to)
    {
        var part = new byte[to - from];
        bytes.Position = from;
        bytes.ReadExactly(part);
        return part;
    }
}
