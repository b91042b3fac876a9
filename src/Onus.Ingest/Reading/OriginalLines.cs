using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Reading;

/// <summary>The lines of an original around a cited range of bytes.</summary>
/// <param name="Lines">In their order.</param>
/// <param name="Verified">Whether the bytes of the range hash to what was noted when the record was read.</param>
public sealed record OriginalLines(IReadOnlyList<OriginalLine> Lines, bool Verified)
{
    /// <summary>Takes one pass over the file up to the range. Lines of a file that was changed are shown, and not verified. Null where the file or its container has no such range.</summary>
    internal static OriginalLines? Of(EvidenceFile file, Locator locator, string? charset, int around)
    {
        if (locator.At.Bytes() is not ({ } start, { } length) || start < 0 || length < 0 || new LocatorCheck(file with { Blob = locator.Blob }).Inside(locator) is not { } inner)
        {
            return null;
        }

        var set = TextCharset.Of(inner, charset).Charset ?? new TextCharset(Encoding.UTF8, 1, false, 0, IsAssumed: true);
        using var stream = inner.Open();
        var window = LineWindow.Read(stream, set.Unit, set.BigEndian, start, length, around);
        return new(
            [.. window.Lines.Select(line => new OriginalLine(line.Number, Shorten(set.Encoding.GetString(line.Bytes).TrimStart('\uFEFF').TrimEnd('\r', '\n')), line.Cited))],
            window.Slice.Length == length && Sha256.Of(window.Slice) == locator.Slice);
    }

    private static string Shorten(string line) => line.Length <= 4000 ? line : string.Concat(line.AsSpan(0, 3000), " … ", line.AsSpan(line.Length - 500));
}

/// <summary>A line of an original.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Text">Its characters; the middle of a very long line is left out.</param>
/// <param name="Cited">Whether the cited range touches it.</param>
public sealed record OriginalLine(long Number, string Text, bool Cited);
