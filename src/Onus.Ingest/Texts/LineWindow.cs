namespace Onus.Ingest.Texts;

/// <summary>Lines around a range of bytes, found in one pass from the start, so that they carry their true numbers. Keeps no more than it shows.</summary>
internal sealed class LineWindow
{
    private const int LongestLine = 64 * 1024;

    /// <summary>The lines: number from 1, bytes without the line feed (cut after 64 KiB), and whether the range touches them.</summary>
    public List<(long Number, byte[] Bytes, bool Cited)> Lines { get; } = [];

    /// <summary>The bytes of the range; shorter where the stream ends before it does.</summary>
    public byte[] Slice { get; private set; } = [];

    /// <summary>Reads on until the lines after the range are complete.</summary>
    /// <param name="stream">From its first byte.</param>
    /// <param name="unit">Bytes of a code unit: 1 or 2.</param>
    /// <param name="bigEndian">Order of the bytes in a unit of 2.</param>
    /// <param name="start">First byte of the range, from 0.</param>
    /// <param name="length">Its length, 0 or more.</param>
    /// <param name="around">Lines to keep before and after.</param>
    public static LineWindow Read(Stream stream, int unit, bool bigEndian, long start, long length, int around)
    {
        var window = new LineWindow();
        using var slice = new MemoryStream();
        using var line = new MemoryStream();
        var end = start + length;
        var before = new Queue<(long, byte[], bool)>();
        long number = 1, lineStart = 0, at = 0;
        var after = 0;
        var buffer = new byte[64 * 1024];
        int read;
        while (after < around && (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            var (from, to) = (Math.Clamp(start - at, 0, read), Math.Clamp(end - at, 0, read));
            slice.Write(buffer, (int)from, (int)(to - from));
            for (var i = 0; i < read && after < around; i++, at++)
            {
                var isEnd = unit == 1
                    ? buffer[i] == '\n'
                    : at % 2 == 1 && i > 0 && (bigEndian ? buffer[i] == '\n' && buffer[i - 1] == 0 : buffer[i - 1] == '\n' && buffer[i] == 0);
                if (line.Length < LongestLine)
                {
                    line.WriteByte(buffer[i]);
                }

                if (isEnd)
                {
                    Close(at + 1);
                }
            }
        }

        if (line.Length > 0 && after < around)
        {
            Close(at);
        }

        window.Slice = slice.ToArray();
        return window;

        void Close(long next)
        {
            var cited = lineStart < end && next > start;
            var item = (number, line.ToArray(), cited);
            line.SetLength(0);
            number++;
            lineStart = next;
            if (next <= start)
            {
                before.Enqueue(item);
                if (before.Count > around)
                {
                    before.Dequeue();
                }

                return;
            }

            while (before.TryDequeue(out var earlier))
            {
                window.Lines.Add(earlier);
            }

            window.Lines.Add(item);
            after += cited ? 0 : 1;
        }
    }
}
