using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class SameChatTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 1, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 1)]
    [InlineData(-120, -2)]
    [InlineData(345, 0)]
    [InlineData(7, 0)]
    public void The_same_words_in_two_exports_are_one_conversation_and_whole_hours_between_them_are_said(int minutes, int hours)
    {
        var common = SameChat.Of(Chat(8, 0), [.. Chat(8, minutes).Skip(1), new("p2", "only here", Start, 99)]);
        Assert.Equal((7, hours), (common!.Messages, common.Hours));
        Assert.Equal([3, 4], common.ByWhom.OrderBy(by => by.Key, StringComparer.Ordinal).Select(by => by.Value));
    }

    [Fact]
    public void A_few_words_in_common_another_writer_or_other_days_are_no_copy()
    {
        Assert.Null(SameChat.Of(Chat(4, 0), Chat(4, 0)));
        Assert.Null(SameChat.Of(Chat(8, 0), [.. Chat(8, 0).Select(l => l with { Who = "p9" })]));
        Assert.Null(SameChat.Of(Chat(8, 0), Chat(8, 60 * 24 * 3)));
    }

    [Fact]
    public void Without_a_zone_it_is_a_copy_and_nothing_is_said_of_hours()
    {
        var common = SameChat.Of(Chat(8, 0), [.. Chat(8, 60).Select(l => l with { Utc = null })]);
        Assert.Equal((8, 0), (common!.Messages, common.Hours));
    }

    [Fact]
    public void Words_that_are_written_again_are_paired_in_their_order()
    {
        SameChat.Line[] twice = [.. Enumerable.Range(0, 6).Select(i => new SameChat.Line("p1", "yes", Start.AddHours(i * 5), i + 1))];
        Assert.Equal((6, 1), (SameChat.Of(twice, [.. twice.Select(l => l with { Utc = l.Utc!.Value.AddHours(1) })])!.Messages, SameChat.Of(twice, [.. twice.Select(l => l with { Utc = l.Utc!.Value.AddHours(1) })])!.Hours));
    }

    private static List<SameChat.Line> Chat(int lines, int minutesLater) =>
        [.. Enumerable.Range(0, lines).Select(i => new SameChat.Line(i % 2 == 0 ? "p1" : "p2", $"Message {i}", Start.AddMinutes((i * 9) + minutesLater), i + 1))];
}
