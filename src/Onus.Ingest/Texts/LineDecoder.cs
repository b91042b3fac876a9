namespace Onus.Ingest.Texts;

/// <summary>Decodes lines into one buffer that is used again and again.</summary>
internal sealed class LineDecoder(TextCharset charset)
{
    private const int HeadBytes = 384;
    private char[] characters = new char[1024];

    /// <summary>The beginning of a line, long enough for date and time. Valid until the next call.</summary>
    public ReadOnlySpan<char> Head(ReadOnlySpan<byte> line) => Whole(line.Length > HeadBytes ? line[..HeadBytes] : line);

    /// <summary>A whole line. Valid until the next call.</summary>
    public ReadOnlySpan<char> Whole(ReadOnlySpan<byte> line)
    {
        var most = charset.Encoding.GetMaxCharCount(line.Length);
        if (characters.Length < most)
        {
            characters = new char[Math.Max(most, characters.Length * 2)];
        }

        return characters.AsSpan(0, charset.Encoding.GetChars(line, characters));
    }
}
