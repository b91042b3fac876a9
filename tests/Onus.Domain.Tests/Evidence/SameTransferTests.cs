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

    private static SameTransfer.Half<string> Half(string entry, Guid file, bool paid, int day) => new(entry, file, "p1", "p2", paid, 100, "USD", new(2025, 4, day));
}
