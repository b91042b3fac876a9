using Onus.Domain.Law;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Law;

/// <summary>Days: of texts, between texts, and until which an act can be charged.</summary>
public sealed class LawDaysTests
{
    [Fact]
    public void Days_between_two_texts_are_a_gap_and_days_that_meet_are_none()
    {
        var pack = Pack(
            Offence(Leaf("a")).Valid(Day("2018-01-01"), Day("2018-12-31")),
            Offence(Leaf("a")).Valid(Day("2020-03-01"), null),
            Offence(Leaf("a")).Valid(Day("2010-01-01"), Day("2017-12-31")));
        Assert.Equal([("zz.act", Day("2019-01-01"), Day("2020-02-29"), 1)], LawGaps.Of(pack).Select(gap => (gap.OffenceId, gap.From, gap.To, gap.Index)));
    }

    [Fact]
    public void A_gap_of_one_day_and_gaps_of_two_offences_are_found_and_texts_that_overlap_are_no_gap()
    {
        var other = Offence(Leaf("a")) with { Id = "zz.other" };
        var pack = Pack(
            Offence(Leaf("a")).Valid(Day("2010-01-01"), Day("2011-05-04")),
            other.Valid(Day("2010-01-01"), Day("2012-01-01")),
            Offence(Leaf("a")).Valid(Day("2011-05-06"), null),
            other.Valid(Day("2011-01-01"), null));
        Assert.Equal([(Day("2011-05-05"), Day("2011-05-05"))], LawGaps.Of(pack).Select(gap => (gap.From, gap.To)));
        Assert.Empty(LawGaps.Of(Pack(Offence(Leaf("a")))));
    }

    [Fact]
    public void A_list_of_offences_shows_the_newest_text_of_each_once()
    {
        var other = Offence(Leaf("a")) with { Id = "zz.other" };
        var pack = Pack(Offence(Leaf("old")).Valid(Day("2010-01-01"), Day("2014-12-31")), other, Offence(Leaf("new")).Valid(Day("2015-01-01"), null));
        Assert.Equal([("zz.act", Day("2015-01-01")), ("zz.other", Day("2020-01-01"))], pack.Newest().Select(offence => (offence.Id, offence.Validity.From)));
    }

    [Fact]
    public void A_span_over_amendments_has_every_day_on_which_a_text_begins()
    {
        var packs = Packs(
            Offence(Leaf("a")).Valid(Day("2010-01-01"), Day("2014-12-31")),
            Offence(Leaf("a")).Valid(Day("2015-01-01"), Day("2017-06-30")),
            Offence(Leaf("a")).Valid(Day("2018-07-01"), null));
        Assert.Equal([Day("2015-01-01"), Day("2018-07-01")], Amendments.Within(packs, "zz.act", Day("2014-01-01"), Day("2019-01-01")));
        Assert.Empty(Amendments.Within(packs, "zz.act", Day("2015-01-01"), Day("2017-06-30")));
        Assert.Equal([Day("2015-01-01")], Amendments.Within(packs, "zz.act", Day("2014-12-31"), Day("2015-01-01")));
    }

    [Theory]
    [InlineData("2010-03-01", "2014-12-31", null, true)]
    [InlineData("2010-03-01", "2015-03-01", "2015-01-01", true)]
    [InlineData("2016-01-01", "2017-07-01", "2017-07-01", false)]
    [InlineData("2016-01-01", "2019-01-01", "2017-07-01", false)]
    [InlineData("2019-01-01", "2020-06-30", null, true)]
    [InlineData("2019-01-01", "2021-01-01", "2020-07-01", false)]
    [InlineData("2005-01-01", "2005-02-01", null, true)]
    public void A_span_is_split_where_a_text_begins_and_where_there_is_none(string from, string to, string? day, bool hasText)
    {
        var packs = Packs(
            Offence(Leaf("a")).Valid(Day("2010-01-01"), Day("2014-12-31")),
            Offence(Leaf("a")).Valid(Day("2015-01-01"), Day("2017-06-30")),
            Offence(Leaf("a")).Valid(Day("2018-07-01"), Day("2020-06-30")));
        Assert.Equal(day is null ? null : (Day(day), hasText), Amendments.First(packs, "zz.act", Day(from), Day(to)));
    }

    [Theory]
    [InlineData("2015-05-02", "2025-05-02")]
    [InlineData("2016-02-29", "2026-02-28")]
    [InlineData("9995-01-01", "9999-12-31")]
    public void A_clock_ends_on_the_day_of_its_last_year(string act, string last) =>
        Assert.Equal(Day(last), Limitation.LastDay(With(new LimitationClock(10, ClockStart.LastDay, "section 9", LawConfidence.Memory)), Day(act), born: null).LastDay);

    [Fact]
    public void The_latest_clock_decides_and_an_unknown_birthday_is_said()
    {
        var offence = With(new(5, ClockStart.LastDay, "section 9", LawConfidence.Memory), new(10, ClockStart.Majority, "section 9A", LawConfidence.Memory));
        var known = Limitation.LastDay(offence, Day("2020-03-01"), born: Day("2008-07-09"));
        Assert.Equal((Day("2036-07-09"), "section 9A", false), (known.LastDay!.Value, known.Clock!.Source, known.NeedsBirthday));
        var unknown = Limitation.LastDay(offence, Day("2020-03-01"), born: null);
        Assert.Equal((Day("2025-03-01"), true), (unknown.LastDay!.Value, unknown.NeedsBirthday));
        Assert.Equal(Day("2045-03-01"), Limitation.LastDay(offence, Day("2040-03-01"), born: Day("2008-07-09")).LastDay);
    }

    [Fact]
    public void No_limit_and_no_knowledge_are_not_the_same()
    {
        var never = Limitation.LastDay(With(new LimitationClock(null, ClockStart.LastDay, "section 14", LawConfidence.Primary)), Day("2020-03-01"), born: null);
        Assert.Equal((null, true), (never.LastDay, never.IsUnlimited));
        var unknown = Limitation.LastDay(With(), Day("2020-03-01"), born: null);
        Assert.Equal((null, false, null), (unknown.LastDay, unknown.IsUnlimited, unknown.Clock));
    }

    [Fact]
    public void A_longer_time_does_not_revive_what_was_barred()
    {
        var offence = With(new LimitationClock(null, ClockStart.LastDay, "section 14", LawConfidence.Memory, Day("2001-07-27")));
        Assert.True(Limitation.LastDay(offence, Day("2001-07-27"), born: null).IsUnlimited);
        Assert.Equal((null, false), (Limitation.LastDay(offence, Day("2001-07-26"), born: null).LastDay, Limitation.LastDay(offence, Day("2001-07-26"), born: null).IsUnlimited));
    }

    [Fact]
    public void An_id_keeps_its_meaning_through_all_texts()
    {
        var old = Offence(Leaf("a"), Leaf("b")).Valid(Day("2010-01-01"), Day("2019-12-31"));
        Assert.Empty(LawPackCheck.Of(Pack(old, Offence(Leaf("b"), Leaf("c")))));
        Assert.Equal(["law.id-means-another"], LawPackCheck.Of(Pack(old, Offence(Any("a", Leaf("a.x"))))).Select(fault => fault.Why.Key));
    }

    [Fact]
    public void A_circle_through_three_offences_or_an_aggravator_is_a_fault()
    {
        Assert.Equal(3, LawPackCheck.Of(Pack(Asks("zz.one", "zz.two"), Asks("zz.two", "zz.three"), Asks("zz.three", "zz.one"))).Count(fault => fault.Why.Key == "law.offence-circle"));
        Assert.Empty(LawPackCheck.Of(Pack(Asks("zz.one", "zz.two"), Asks("zz.two", "zz.three"), Offence(Leaf("a")) with { Id = "zz.three", Elements = All("", Leaf("a") with { Id = "zz.three.a" }) with { Id = "zz.three" } })));
        var self = Offence(Leaf("a")) with
        {
            Aggravators = [new Aggravator("zz.act.worse", "Worse", All("worse.proof", new OffenceElement { Id = "zz.act.worse.again", Text = "Again", OffenceId = "zz.act" }), "Ten years")],
        };
        Assert.Equal(["offences[0].aggravators[0].elements.all[0].offence"], LawPackCheck.Of(Pack(self)).Select(fault => fault.Path));
    }

    private static Offence Asks(string id, string other) => Offence() with
    {
        Id = id,
        Elements = All("", new OffenceElement { Id = id + ".other", Text = "The other", OffenceId = other }) with { Id = id },
    };

    private static Offence With(params LimitationClock[] clocks) => Offence(Leaf("a")) with { Clocks = clocks };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
