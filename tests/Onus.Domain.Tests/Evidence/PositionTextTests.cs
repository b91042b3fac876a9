using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

/// <summary>The text of a place, of which rows keep millions: it never changes for what was written, and leads back to the place.</summary>
public sealed class PositionTextTests
{
    [Fact]
    public void What_rows_keep_of_a_place_is_short_where_three_numbers_are_all_of_it_and_leads_back()
    {
        Assert.Equal("text 7 120 31", PositionCodec.TextOf(new TextPosition(7, 120, 31)));
        Assert.Equal("csv 2 40 12", PositionCodec.TextOf(new CsvPosition(2, 40, 12)));
        Assert.Equal("{\"pdf\":", PositionCodec.TextOf(new PdfPosition(3, []))[..7]);
        foreach (var at in new Position[] { new TextPosition(7, 120, 31), new CsvPosition(2, 40, 12), new PdfPosition(3, []), new ImagePosition(null), new ImagePosition(new Box(1, 2, 3.5, 4)) })
        {
            Assert.Equal(PositionCodec.Of(at).IdentityOf(at), PositionCodec.Of(at).IdentityOf(PositionCodec.FromText(PositionCodec.TextOf(at))));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("text 1 2")]
    [InlineData("nowhere 1 2 3")]
    [InlineData("pdf 1 2 3")]
    [InlineData("text 1 2 31 ")]
    [InlineData("text 1 2 x")]
    public void What_nobody_wrote_is_no_place(string text) => Assert.Throws<FormatException>(() => PositionCodec.FromText(text));
}
