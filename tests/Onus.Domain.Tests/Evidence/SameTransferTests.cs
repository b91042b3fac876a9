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
    [InlineData(null, null, false)]
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
        SameTransfer.HalfNamed(halves).Select(pair => (pair.Paid.Entry, pair.Received.Entry, pair.IsOne));

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
