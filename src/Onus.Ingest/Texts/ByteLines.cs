namespace Onus.Ingest.Texts;

/// <summary>
/// Walks a stream line by line and knows where in the bytes each line stands. Lines end with LF or CR LF; a CR alone ends
/// nothing, unless it is what ends the lines of the whole file (<see cref="TextCharset.EndsWithReturn"/>).
/// Memory is bounded by <paramref name="longest"/>, however long a line is.
/// </summary>
/// <param name="stream">Bytes from the start of the file; read forward only.</param>
/// <param name="charset">Tells what a line feed looks like.</param>
/// <param name="longest">Bytes of a line that are kept; the rest is counted only.</param>
internal sealed class ByteLines(Stream stream, TextCharset charset, int longest)
{
    private readonly char end = charset.EndsWithReturn ? '\r' : '\n';
    private byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long next = -1;
    private bool ended;
    private int kept;

    /// <summary>The line, from 1; stands still at the largest number there is.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line starts, in bytes from the start of the file.</summary>
    public long Start { get; private set; }

    /// <summary>Bytes of the line without its end.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes of its end: 0 at the end of the file.</summary>
    public int EndLength { get; private set; }

    /// <summary>The bytes without the end, at most the longest that is kept. Valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<byte> Content => buffer.AsSpan(from, kept);

    /// <summary>Whether the line is longer than what is kept.</summary>
    public bool IsCut => kept < Length;

    /// <summary>Moves to the next line; false at the end. A final line end makes no further line.</summary>
    public bool Next()
    {
        if (next < 0)
        {
            next = charset.MarkLength;
            SkipMark();
        }
        else
        {
            from += kept + (IsCut ? 0 : EndLength);
        }

        Start = next;
        var scanned = 0;
        long dropped = 0;
        while (true)
        {
            var found = FindEnd(buffer.AsSpan(from, to - from), scanned);
            if (found >= 0)
            {
                return Take(found, dropped, charset.Unit);
            }

            scanned = Math.Max(0, to - from - 1) & ~(charset.Unit - 1);
            if (ended)
            {
                return to > from || dropped > 0 ? Take(to - from, dropped, 0) : End();
            }

            if (to - from > longest + 8)
            {
                // Keep the head of the line, count what follows; the last bytes stay, since a line end may be cut in two.
                var tail = Math.Min(to - from - longest, 4);
                var cut = to - from - longest - tail;
                cut -= cut % charset.Unit;
                buffer.AsSpan(from + longest + cut, to - from - longest - cut).CopyTo(buffer.AsSpan(from + longest));
                to -= cut;
                dropped += cut;
                scanned = longest & ~(charset.Unit - 1);
            }

            Fill();
        }
    }

    private bool Take(int length, long dropped, int endLength)
    {
        if (endLength > 0 && !charset.EndsWithReturn && length >= charset.Unit && IsReturn(buffer.AsSpan(from + length - charset.Unit, charset.Unit)))
        {
            length -= charset.Unit;
            endLength += charset.Unit;
        }

        Number += Number < int.MaxValue ? 1 : 0;
        Length = length + dropped;
        EndLength = endLength;
        kept = (int)Math.Min(length, longest);
        next = Start + Length + endLength;
        if (IsCut)
        {
            // What is not kept is left out of the buffer here, so that the next line begins behind what is kept.
            var behind = from + length + endLength;
            buffer.AsSpan(behind, to - behind).CopyTo(buffer.AsSpan(from + kept));
            to -= behind - (from + kept);
        }

        return true;
    }

    private bool End()
    {
        (Length, EndLength, kept) = (0, 0, 0);
        return false;
    }

    private void SkipMark()
    {
        while (to < charset.MarkLength && !ended)
        {
            Fill();
        }

        from = Math.Min(to, charset.MarkLength);
    }

    private void Fill()
    {
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            to -= from;
            from = 0;
        }

        if (to == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, to, buffer.Length - to);
        to += read;
        ended = read == 0;
    }

    private int FindEnd(ReadOnlySpan<byte> bytes, int start)
    {
        if (charset.Unit == 1)
        {
            var at = bytes[start..].IndexOf((byte)end);
            return at < 0 ? -1 : start + at;
        }

        for (var i = start; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i + (charset.BigEndian ? 1 : 0)] == end && bytes[i + (charset.BigEndian ? 0 : 1)] == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsReturn(ReadOnlySpan<byte> unit) => charset.Unit == 1
        ? unit[0] == '\r'
        : unit[charset.BigEndian ? 1 : 0] == '\r' && unit[charset.BigEndian ? 0 : 1] == 0;
}
