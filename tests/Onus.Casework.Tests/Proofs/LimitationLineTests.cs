using System.Globalization;
using Onus.Casework.Proof;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Tests;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Casework.Tests.Proofs;

/// <summary>Until when a count can be charged. The count of the small case ends on 1 May 2025.</summary>
public sealed class LimitationLineTests
{
    private static readonly LimitationClock Five = new(5, ClockStart.LastDay, "section 80", LawConfidence.Primary);

    private readonly SmallCase small = new();

    [Theory]
    [InlineData("2029-04-30", null, false, "By section 80 it can be charged until 1 May 2030 (read in the primary text). What stops or lengthens that time is not known here.")]
    [InlineData("2029-05-01", null, true, "By section 80 it can be charged until 1 May 2030 (read in the primary text). What stops or lengthens that time is not known here.")]
    [InlineData("2030-05-02", null, true, "By section 80 it could be charged until 1 May 2030 (read in the primary text). That day has passed: find out what stopped or lengthened that time, or whether another offence reaches the acts.")]
    [InlineData("2026-01-01", "2030-05-02", true, "By section 80 it can be charged until 1 May 2030 (read in the primary text), and the charge is to be filed on 2 May 2030. File it before, or find out what stops or lengthens that time.")]
    [InlineData("2031-01-01", "2030-05-01", false, "By section 80 it can be charged until 1 May 2030 (read in the primary text). What stops or lengthens that time is not known here.")]
    public void The_last_day_is_said_and_stands_in_front_when_it_is_near(string today, string? charge, bool urgent, string sentence)
    {
        small.ChargeOn = charge is null ? null : Day(charge);
        var line = Of(today, Five)!;
        Assert.Equal((sentence, urgent, Day("2030-05-01")), (line.Sentence, line.Urgent, line.LastDay!.Value));
    }

    [Fact]
    public void No_limit_and_no_clock_that_reaches_the_acts_are_two_things()
    {
        Assert.Equal("No limitation: section 14 (from memory).", Of("2029-01-01", new LimitationClock(null, ClockStart.LastDay, "section 14", LawConfidence.Memory))!.Sentence);
        Assert.Equal(
            "The law pack names no time of limitation that reaches acts of these days. Look it up.",
            Of("2029-01-01", Five with { ActsFrom = new DateOnly(2026, 1, 1) })!.Sentence);
        Assert.Null(Of("2029-01-01"));
    }

    [Fact]
    public void A_longer_time_from_a_birthday_is_never_left_out()
    {
        Assert.EndsWith("A longer time may run from the day on which a survivor turned 18.", Of("2029-01-01", Five, Five with { Years = 10, From = ClockStart.Majority })!.Sentence, StringComparison.Ordinal);
        var only = Of("2029-01-01", Five with { From = ClockStart.Majority })!;
        Assert.True(only.Urgent);
        Assert.Null(only.LastDay);
    }

    [Fact]
    public void The_soonest_comes_first_and_what_is_far_off_is_left_out()
    {
        small.Count();
        small.Count(from: new DateOnly(2024, 3, 1));
        small.Count(from: new DateOnly(2029, 3, 1));
        Assert.Equal([2, 1], LimitationLine.Urgently(View(Five), Day("2029-05-01"), Unit.Texts).Select(line => line.Column.Count!.Number));
    }

    private LimitationLine? Of(string today, params LimitationClock[] clocks)
    {
        small.Count();
        var view = View(clocks);
        return LimitationLine.Of(view, view.Proof.Columns[0], Day(today), Unit.Texts);
    }

    private ProofView View(params LimitationClock[] clocks)
    {
        var proof = small.Proof(Offence(Leaf("a")) with { Clocks = clocks });
        return new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
