using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class SameTransferTests
{
    private static readonly Guid Hers = Guid.CreateVersion7();
    private static readonly Guid His = Guid.CreateVersion7();

    [Fact]
    public void Both_sides_of_a_transfer_are_one_payment_and_each_entry_is_in_one_pair()
    {
        var pairs = SameTransfer.Pairs([Half("a", His, true, 1), Half("b", His, true, 3), Half("c", Hers, false, 4), Half("d", Hers, false, 6), Half("e", Hers, false, 20)]);
        Assert.Equal([("a", "c"), ("b", "d")], pairs.Select(p => (p.Paid.Entry, p.Received.Entry)));
    }

    [Fact]
    public void No_payment_is_paired_over_more_days_in_its_own_file_or_with_another_amount_currency_or_person()
    {
        Assert.Single(SameTransfer.Pairs([Half("a", His, true, 1), Half("b", Hers, false, 5)]));
        Assert.Empty(SameTransfer.Pairs([Half("a", His, true, 1), Half("b", Hers, false, 6)]));
        Assert.Empty(SameTransfer.Pairs([Half("a", His, true, 1), Half("b", His, false, 1)]));
        Assert.Empty(SameTransfer.Pairs([Half("a", His, true, 1), Half("b", Hers, true, 1)]));
        Assert.Empty(SameTransfer.Pairs([Half("a", His, true, 1), Half("b", Hers, false, 1) with { Minor = 101 }]));
        Assert.Empty(SameTransfer.Pairs([Half("a", His, true, 1), Half("b", Hers, false, 1) with { Currency = "KES" }]));
        Assert.Empty(SameTransfer.Pairs([Half("a", His, true, 1), Half("b", Hers, false, 1) with { From = "p3" }]));
    }

    [Theory]
    [InlineData(null, "p2", true)] // The account of who is paid leaves out the payer.
    [InlineData("p1", null, true)] // It leaves out its own holder.
    [InlineData("p1", "p3", false)]
    [InlineData("p3", null, false)]
    public void An_entry_that_leaves_out_a_name_is_the_other_half_where_the_rest_agrees(string? from, string? to, bool one)
    {
        SameTransfer.Half<string>[] halves = [Half("a", His, true, 1), Half("b", Hers, false, 1) with { From = from, To = to }];
        Assert.Empty(SameTransfer.Pairs(halves));
        Assert.Equal(one ? [("a", "b", true)] : [], Told(halves));
        Assert.Equal(one ? [("b", "a", true)] : [], Told([.. halves.Select(h => h with { Out = !h.Out })]));
    }

    [Fact]
    public void Where_the_day_differs_or_more_entries_fit_two_entries_only_may_be_one()
    {
        var unnamed = Half("b", Hers, false, 2) with { From = null };
        Assert.Equal([("a", "b", false)], Told([Half("a", His, true, 1), unnamed]));
        Assert.Equal([("a", "b", false)], Told([Half("a", His, true, 2), Half("c", His, true, 2), unnamed]));
        Assert.Equal([("c", "b", true)], Told([Half("a", His, true, 1), Half("c", His, true, 2), unnamed]));
        Assert.Empty(Told([Half("a", His, true, 7), unnamed]));
        Assert.Empty(Told([Half("a", His, true, 2) with { Currency = "KES" }, unnamed]));
        Assert.Empty(Told([Half("a", Hers, true, 2), unnamed]));
    }

    private static IEnumerable<(string, string, bool)> Told(IEnumerable<SameTransfer.Half<string>> halves) =>
        SameTransfer.HalfNamed(halves, _ => PaymentWords.Of(null, []), []).Select(pair => (pair.Paid.Entry, pair.Received.Entry, pair.IsOne));

    [Fact]
    public void Where_each_bank_names_its_own_customer_alone_two_entries_may_be_one()
    {
        // Money out of his account to nobody named, and as much into hers from nobody named.
        var (paid, received) = (Half("a", His, true, 10) with { To = null }, Half("b", Hers, false, 10) with { From = null });
        Assert.Equal([("a", "b", false)], Told([received, paid]));
        Assert.Equal([("a", "b", false)], Told([paid, received with { Day = new(2025, 4, 13) }]));
        Assert.Equal([("a", "b", false)], Told([paid with { Currency = "" }, received]));
        Assert.Empty(Told([paid, received with { Day = new(2025, 4, 15) }]));
        Assert.Empty(Told([paid, received with { Minor = 101 }]));
        Assert.Empty(Told([paid, received with { Currency = "EUR" }]));
        Assert.Empty(Told([paid, received with { File = His }]));
        Assert.Empty(Told([paid, received with { Out = true }]));
        // From one account of hers to another, or a month of one account and the next: nothing says that there are two.
        Assert.Empty(Told([paid with { From = "p2" }, received]));
        Assert.Empty(Told([paid with { From = null }, received with { To = null }]));
        Assert.Equal([("a", "b", false)], Told([paid with { From = null }, received]));
        Assert.Equal([("a", "b", false)], Told([paid with { To = "p2" }, received with { To = null }]));
    }

    [Theory]
    [InlineData("n1", null, true, 1)] // A name that is nobody's yet may be hers.
    [InlineData("p3", null, false, 0)] // Somebody else of the case is not.
    [InlineData("n1", "n2", true, 0)] // Both name another side, and neither the holder of the other.
    [InlineData("n1", "p1", true, 1)]
    [InlineData(null, "n2", true, 1)]
    public void A_name_that_is_nobodys_yet_speaks_against_nothing(string? to, string? from, bool open, int pairs) =>
        Assert.Equal(Enumerable.Repeat(("a", "b", false), pairs), Told(
            [Half("a", His, true, 10) with { To = to, IsToOpen = open }, Half("b", Hers, false, 10) with { From = from, IsFromOpen = open && from != "p1" }]));

    [Theory]
    [InlineData("Transfer to Tomas Reyes", "FROM HALE, JON", true)]
    [InlineData("Transfer to Tomas Reyes", "Salary", false)]
    [InlineData("Rent", "FROM HALE, JON", false)]
    [InlineData("TR ref FT2604100077", "/REF/ft2604100077", true)]
    [InlineData("TR ref FT2604100077", "/REF/ft2604100078", false)]
    [InlineData("booked 20250410", "value 20250410", false)]
    [InlineData("TRANSFER", "TRANSFER", false)]
    [InlineData("RENT2025", "rent2025", false)] // A word and a year are of everybody.
    [InlineData("RENT042025", "RENT042025", false)]
    [InlineData("2025JANUARY", "2025JANUARY", false)]
    [InlineData("value20250410", "value20250410", false)]
    [InlineData("at 20250410000000", "at 20250410000000", false)]
    [InlineData("2025-04-10T00:00:00 20250410T000000", "20250410T000000", false)]
    [InlineData("/REF/00000000", "//0000000000", false)]
    [InlineData("//0000000000", "//0000000000", false)] // Nor is what a bank writes where there is none.
    [InlineData("ref 9999999999", "ref 9999999999", false)]
    public void They_are_one_where_each_names_the_other_or_both_have_a_reference_of_their_own(string paid, string received, bool one)
    {
        var words = new Dictionary<string, PaymentWords> { ["a"] = PaymentWords.Of(paid, ["Hale Jon", "Jon"]), ["b"] = PaymentWords.Of(received, ["Tomas Reyes"]) };
        Assert.Equal([("a", "b", one)], SameTransfer.HalfNamed(
            [Half("a", His, true, 10) with { To = null }, Half("b", Hers, false, 12) with { From = null }], entry => words[entry], []).Select(pair => (pair.Paid.Entry, pair.Received.Entry, pair.IsOne)));
    }

    [Fact]
    public void A_reference_that_a_third_entry_has_says_nothing()
    {
        var halves = new[] { Half("a", His, true, 10) with { To = null }, Half("b", Hers, false, 10) with { From = null }, Half("c", His, true, 28) with { To = null, Minor = 7 } };
        Assert.Equal([false], SameTransfer.HalfNamed(halves, _ => PaymentWords.Of("mandate 7700123456", []), []).Select(pair => pair.IsOne));
        Assert.Equal([true], SameTransfer.HalfNamed(halves[..2], _ => PaymentWords.Of("mandate 7700123456", []), []).Select(pair => pair.IsOne));
        // Nor does one that stands in what was paired by its names before.
        Assert.Equal([false], SameTransfer.HalfNamed(halves[..2], _ => PaymentWords.Of("mandate 7700123456", []), [Half("d", His, true, 20), Half("e", Hers, false, 20)]).Select(pair => pair.IsOne));
    }

    [Fact]
    public void Two_entries_that_name_no_currency_only_may_be_one()
    {
        var unnamed = Half("b", Hers, false, 1) with { From = null, Currency = "" };
        Assert.Equal([("a", "b", false)], Told([Half("a", His, true, 1) with { Currency = "" }, unnamed]));
    }

    [Fact]
    public void In_whatever_order_they_come_the_same_are_paired_and_each_entry_once()
    {
        var random = new Random(20260210);
        string?[] people = ["p1", "p2", "n1", null];
        for (var round = 0; round < 300; round++)
        {
            var files = Enumerable.Range(0, 3).Select(_ => (Id: Guid.CreateVersion7(), Holder: people[random.Next(4)])).ToArray();
            var halves = Enumerable.Range(0, random.Next(2, 14)).Select(number =>
            {
                var ((file, holder), other, leaves) = (files[random.Next(3)], people[random.Next(4)], random.Next(2) == 0);
                var (from, to) = leaves ? (holder, other) : (other, holder);
                return new SameTransfer.Half<int>(number, file, from, to, leaves, random.Next(1, 3), "USD", new(2026, 2, random.Next(1, 9))) { IsFromOpen = from == "n1", IsToOpen = to == "n1" };
            }).ToArray();
            // What only a number of the test tells apart is one for the other.
            halves = [.. halves.DistinctBy(half => half with { Entry = 0 })];
            Func<int, PaymentWords> words = number => PaymentWords.Of(number % 5 == 0 ? "ref 99001122" : null, []);
            var told = SameTransfer.HalfNamed(halves, words, []).ToHashSet();
            var entries = told.SelectMany(pair => new[] { pair.Paid.Entry, pair.Received.Entry }).ToList();
            Assert.Equal(entries.Count, entries.Distinct().Count());
            Assert.All(told, pair => Assert.True(
                pair.Paid.Out && !pair.Received.Out && pair.Paid.File != pair.Received.File && pair.Paid.Minor == pair.Received.Minor
                && Math.Abs(pair.Paid.Day.DayNumber - pair.Received.Day.DayNumber) <= SameTransfer.MostDays));
            random.Shuffle(halves);
            Assert.True(told.SetEquals(SameTransfer.HalfNamed(halves, words, [])), $"round {round}");
        }
    }

    [Theory]
    [InlineData("", "USD", 1)]
    [InlineData("USD", "", 1)]
    [InlineData("USD", "EUR", 0)]
    public void Where_one_bank_names_no_currency_the_two_may_be_one(string paid, string received, int pairs)
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        SameTransfer.Half<string>[] halves = [Half("out", one, true, 1) with { Currency = paid }, Half("in", other, false, 1) with { Currency = received }];
        Assert.Empty(SameTransfer.Pairs(halves));
        Assert.Equal(Enumerable.Repeat(("out", "in", false), pairs), Told(halves));
    }

    private static SameTransfer.Half<string> Half(string entry, Guid file, bool paid, int day) => new(entry, file, "p1", "p2", paid, 100, "USD", new(2025, 4, day));
}
