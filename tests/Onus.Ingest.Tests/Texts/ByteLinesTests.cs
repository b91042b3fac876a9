using System.Text;
using CsCheck;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Tests.Texts;

public sealed class ByteLinesTests
{
    private static readonly TextCharset[] Charsets =
    [
        new(Encoding.UTF8, 1, false, 0, true), new(Encoding.Unicode, 2, false, 0, false), new(Encoding.BigEndianUnicode, 2, true, 0, false),
    ];

    [Fact]
    public void Lines_are_those_of_the_text_and_every_byte_has_its_place_however_the_stream_hands_them_out()
    {
        Gen.Select(Gen.OneOf("a", "\r", "\n", "\r\n", "ठ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx").List[0, 40], Gen.Int[0, 2], Gen.Int[1, 7], Gen.Int[4, 40]).Sample(
            (pieces, which, step, longest) =>
            {
                longest &= ~1;
                var charset = Charsets[which];
                var text = string.Concat(pieces);
                var expected = text.Split('\n').Select(l => l).ToList();
                if (expected[^1].Length == 0)
                {
                    expected.RemoveAt(expected.Count - 1);
                }

                var lines = new ByteLines(new Drip(charset.Encoding.GetBytes(text), step), charset, longest);
                long next = 0;
                for (var i = 0; i < expected.Count; i++)
                {
                    Assert.True(lines.Next());
                    var hasEnd = next + charset.Encoding.GetByteCount(expected[i]) < charset.Encoding.GetByteCount(text);
                    var line = hasEnd && expected[i].EndsWith('\r') ? expected[i][..^1] : expected[i];
                    var bytes = charset.Encoding.GetBytes(line);
                    Assert.Equal((i + 1, next, (long)bytes.Length), (lines.Number, lines.Start, lines.Length));
                    Assert.Equal(bytes[..Math.Min(bytes.Length, longest)], lines.Content.ToArray());
                    Assert.Equal(bytes.Length > longest, lines.IsCut);
                    next += lines.Length + lines.EndLength;
                }

                Assert.False(lines.Next());
                Assert.Equal(charset.Encoding.GetByteCount(text), next);
            },
            iter: 3000);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_return_ends_lines_where_the_whole_file_has_no_line_feed(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal([("one", 1), ("", 1), ("two", 0)], Lines("one\r\rtwo"));
        Assert.Equal([("one\r\rtwo", 1)], Lines("one\r\rtwo\n"));
        var late = string.Concat(Enumerable.Repeat("x\r", 50_000));
        Assert.Equal(50_000, Lines(late).Count);
        Assert.Single(Lines(late + "\n"));

        List<(string Text, int End)> Lines(string text)
        {
            var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(text)).ToArray();
            var charset = TextCharset.Of(EvidenceFile.Of("a.txt", bytes), null).Charset!;
            var lines = new ByteLines(new Drip(bytes, 1000), charset, 1 << 20);
            var read = new List<(string, int)>();
            while (lines.Next())
            {
                read.Add((encoding.GetString(lines.Content), lines.EndLength / charset.Unit));
            }

            return read;
        }
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-32")]
    [InlineData("ibm037")]
    [InlineData("no-such-set")]
    public void Character_sets_in_which_lines_cannot_be_found_are_unknown(string name) => Assert.Null(TextCharset.Find(name));

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("windows-1256")]
    [InlineData("gb18030")]
    [InlineData("shift_jis")]
    [InlineData("utf-16le")]
    public void Character_sets_of_phones_and_banks_are_known(string name) => Assert.NotNull(TextCharset.Find(name));

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Drip(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
    }
}
