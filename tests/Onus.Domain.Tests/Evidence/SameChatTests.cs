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

    [Theory]
    [InlineData(18, 26, 13, 12, "12:26 13:18", true)]
    [InlineData(10, 10, 5, 4, "4:10 5:10", true)]
    [InlineData(9, 20, 1, 0, "0:20 1:9", true)]
    [InlineData(9, 20, -6, -5, "-5:20 -6:9", true)]
    [InlineData(2, 20, 1, 0, "", false)]
    [InlineData(10, 10, 3, 7, "", false)]
    public void Where_clocks_change_in_one_zone_alone_both_differences_are_said_with_how_many(int before, int after, int hoursBefore, int hoursAfter, string apart, bool season)
    {
        var chat = Days(before + after);
        var common = SameChat.Of(chat, [.. chat.Select((line, at) => line with { Utc = line.Utc!.Value.AddHours(at < before ? hoursBefore : hoursAfter) })])!;
        Assert.Equal(apart, string.Join(' ', common.Apart.OrderByDescending(shift => shift.Messages).ThenBy(shift => shift.Hours).Select(shift => $"{shift.Hours}:{shift.Messages}")));
        Assert.Equal(season, common.BySeason);
    }

    [Fact]
    public void Differences_that_come_and_go_are_no_season_and_those_of_which_some_differ_otherwise_are_not_all()
    {
        var chat = Days(20);
        Assert.False(SameChat.Of(chat, [.. chat.Select((line, at) => line with { Utc = line.Utc!.Value.AddHours(12 + (at % 2)) })])!.BySeason);
        var some = SameChat.Of(chat, [.. chat.Select((line, at) => line with { Utc = line.Utc!.Value.AddMinutes(at < 5 ? 7 : 60) })])!;
        Assert.Equal((20, 1, 15), (some.Messages, some.Hours, Assert.Single(some.Apart).Messages));
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

    private static List<SameChat.Line> Days(int lines) => [.. Enumerable.Range(0, lines).Select(i => new SameChat.Line(i % 2 == 0 ? "p1" : "p2", $"Message {i}", Start.AddHours(i * 20), i + 1))];

    private static List<SameChat.Line> Chat(int lines, int minutesLater) =>
        [.. Enumerable.Range(0, lines).Select(i => new SameChat.Line(i % 2 == 0 ? "p1" : "p2", $"Message {i}", Start.AddMinutes((i * 9) + minutesLater), i + 1))];
}
