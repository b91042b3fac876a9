using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

public sealed class GapsTests
{
    [Fact]
    public void A_month_between_two_that_have_days_is_missing_and_edges_are_not()
    {
        var days = new[] { Day("2024-11-30"), Day("2025-02-01"), Day("2025-02-03") };
        Assert.Equal([new CalendarMonth(2024, 12), new CalendarMonth(2025, 1)], Gaps.MissingMonths(days));
        Assert.Empty(Gaps.MissingMonths([]));
        Assert.Empty(Gaps.MissingMonths([Day("2025-05-01"), Day("2025-05-31")]));
        Assert.Empty(Gaps.MissingMonths([Day("2025-04-30"), Day("2025-05-01")]));
    }

    [Fact]
    public void The_order_and_repetition_of_days_make_no_difference()
    {
        DateOnly[] days = [Day("2025-07-01"), Day("2025-01-09"), Day("2025-07-01"), Day("2025-03-09")];
        Assert.Equal(Gaps.MissingMonths(days.Order()), Gaps.MissingMonths(days));
        Assert.Equal(4, Gaps.MissingMonths(days).Count);
    }

    [Theory]
    [InlineData(5, 3, true)] // five of the seven days before, three days of silence
    [InlineData(4, 3, false)] // not daily
    [InlineData(5, 2, false)] // too short
    [InlineData(7, 30, true)]
    public void A_chat_that_was_daily_falls_silent(int daily, int silent, bool found)
    {
        var last = Day("2025-05-10");
        var days = Enumerable.Range(0, daily).Select(i => last.AddDays(-i)).Append(last.AddDays(silent + 1));
        var silences = Gaps.Silences(days);
        Assert.Equal(found, silences.Count == 1);
        if (found)
        {
            Assert.Equal(new Silence(last.AddDays(1), last.AddDays(silent)), silences[0]);
            Assert.Equal(silent, silences[0].Days);
        }
    }

    [Fact]
    public void A_silence_at_the_end_is_none_because_the_source_may_end_there() =>
        Assert.Empty(Gaps.Silences(Enumerable.Range(0, 20).Select(i => Day("2025-05-01").AddDays(i))));

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(0, 10, true)]
    [InlineData(9, 0, false)]
    [InlineData(40, 1, true)]
    [InlineData(40, 2, false)]
    [InlineData(39, 2, false)]
    public void A_conversation_is_one_sided_below_one_in_twenty(long there, long back, bool expected) =>
        Assert.Equal(expected, OneSided.Is(there, back));

    [Fact]
    public void Clocks_that_run_come_first_and_the_soonest_of_them_before_the_others()
    {
        var today = Day("2025-05-24");
        var clocks = RetentionClock.Of([Watch("late", 400), Watch("gone", 3), Watch("soon", 30), Watch("today", 9), Watch("long gone", 1)], today);
        Assert.Equal(["today", "soon", "late", "gone", "long gone"], clocks.Select(c => c.Watch.Holder));
        Assert.Equal([0, 21], clocks.Take(2).Select(c => c.DaysLeft));
        Assert.True(clocks[1].IsSoon);
        Assert.False(clocks[2].IsSoon);
        Assert.True(clocks[3].Passed);
    }

    private static RetentionWatch Watch(string holder, int days) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = new CaseId(Guid.CreateVersion7()),
        Holder = holder,
        What = "call records",
        RecordsUntil = Day("2025-05-15"),
        Days = days,
        Source = "its terms",
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
