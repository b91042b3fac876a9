using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

/// <summary>What two statements of one account list is one payment; what one file lists twice, and what another account lists, is not.</summary>
public sealed class SameEntryTests
{
    private static readonly Dictionary<char, Guid> Files = "abcd".ToDictionary(name => name, _ => Guid.CreateVersion7());

    [Fact]
    public void A_row_that_stands_in_two_statements_is_one_and_every_other_stands_for_itself()
    {
        Assert.Equal(("a2 b1", ""), Told(Line("a1", 1, balance: 1000), Line("a2", 9, balance: 750), Line("b1", 9, balance: 750), Line("b2", 20, balance: 500)));
        Assert.Equal(("a2 b1", ""), Told(Line("a1", 1), Line("a2", 9), Line("b1", 9), Line("b2", 20)));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, text: "Rent  May"), Line("b1", 9, text: "RENT MAY")));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, party: null, text: "Rent"), Line("b1", 9, party: null, text: "rent", balance: 5)));
    }

    [Theory]
    [InlineData("a1 a2 b1", "a1 b1")]
    [InlineData("a1 b1 b2", "a1 b1")]
    [InlineData("a1 a2 b1 b2", "a1 b1, a2 b2")]
    [InlineData("a1 a2 b1 c1 c2", "a1 b1 c1, a2 c2")]
    [InlineData("a1 b1 c1 c2 c3 d1 d2", "a1 b1 c1 d1, c2 d2")]
    public void Of_equal_rows_there_are_as_many_payments_as_the_file_with_most_lists(string rows, string same) =>
        Assert.Equal((same, ""), Told([.. rows.Split(' ').Select(row => Line(row, 9))]));

    [Fact]
    public void Balances_say_which_of_equal_rows_is_which()
    {
        Assert.Equal(("a2 b1", ""), Told(Line("a1", 9, balance: 750), Line("a2", 9, balance: 500), Line("b1", 9, balance: 500)));
        Assert.Equal(("b2 c1, a1 b1", ""), Sorted(Told(Line("a1", 9), Line("b1", 9, balance: 750), Line("b2", 9, balance: 500), Line("c1", 9, balance: 500))));
        Assert.Equal(("b1 c1, a1 b2", ""), Sorted(Told(Line("a1", 9, balance: 500), Line("b1", 9, balance: 750), Line("b2", 9, balance: 500), Line("c1", 9, balance: 750))));

        static (string, string) Sorted((string Same, string Maybe) told) => (string.Join(", ", told.Same.Split(", ").OrderByDescending(one => one.Contains('c', StringComparison.Ordinal))), told.Maybe);
    }

    [Fact]
    public void Two_forms_of_one_statement_are_told_by_their_balances_and_without_these_may_be_one()
    {
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, balance: 750), Line("b1", 9, party: null, text: "Transfer, reference 4471", balance: 750)));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, text: "Wages", balance: 750, time: "2025-04-09T08:10:00"), Line("b1", 9, text: "SALARY", balance: 750)));
        Assert.Equal(("", "a1 b1"), Told(Line("a1", 9), Line("b1", 9, party: null, text: "Transfer, reference 4471")));
        Assert.Equal(("", "a1 b1"), Told(Line("a1", 9, text: "Wages"), Line("b1", 9, text: "SALARY")));
        // Both balances say that it is one, and the names that it is not.
        Assert.Equal(("a2 b2", "a1 b1"), Told(Line("a1", 9, balance: 750), Line("a2", 11, balance: 500), Line("b1", 9, party: "M. Od.", balance: 750), Line("b2", 11, balance: 500)));
    }

    [Fact]
    public void Another_account_of_the_same_person_has_payments_of_its_own()
    {
        Assert.Equal(("", ""), Told(Line("a1", 9, balance: 750), Line("b1", 9, balance: 80)));
        Assert.Equal(("", ""), Told(Line("a1", 9, balance: 750), Line("a2", 20, balance: 500), Line("b1", 9, balance: 80), Line("b2", 20, balance: 60)));
        Assert.Equal(("", ""), Told(Line("a1", 9, holder: "Corin Vale 0012"), Line("b1", 9, holder: "Corin Vale 0077")));
        Assert.Equal(("", ""), Told(Line("a1", 9, balance: 750, holder: "0012"), Line("b1", 9, balance: 750, holder: "0077")));
        Assert.Equal(("", ""), Told(Line("a1", 9), Line("b1", 9, holder: "Mirela", account: "k2")));
        // The number of one bank within an international one is no other account.
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, balance: 750, holder: "XX00 4400 1177"), Line("b1", 9, balance: 750, holder: "44001177")));
        Assert.Equal(("", "a1 b1"), Told(Line("a1", 9, holder: "XX00 4400 1177"), Line("b1", 9, holder: "44001177")));
        // On the days that both have, one lists what the other does not: the account may be another, and the one row in common a chance.
        Assert.Equal(("", "a2 b2"), Told(Line("a1", 1), Line("a2", 9), Line("a3", 20), Line("b1", 1, minor: -7), Line("b2", 9), Line("b3", 12, minor: -8), Line("b4", 20, minor: -9)));
    }

    [Fact]
    public void What_empties_two_accounts_is_not_one_payment_for_that()
    {
        Assert.Equal(("", "a1 b1"), Told(Line("a1", 9, party: null, text: "Cash, gate 1", balance: 0), Line("b1", 9, party: null, text: "Transfer", balance: 0)));
        Assert.Equal(("", "a1 b1"), Told(Line("a1", 9, balance: 0), Line("b1", 9, balance: 0, holder: "Boss")));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, balance: 0), Line("b1", 9, balance: 0)));
    }

    [Fact]
    public void Money_that_came_in_is_told_as_money_that_went_out()
    {
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, minor: 250, balance: 260), Line("b1", 9, minor: 250, balance: 260)));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, minor: 250), Line("a2", 9, minor: -250), Line("b1", 9, minor: 250)));
        // Nothing but day and amount agrees: that may be another payment of that day.
        Assert.Equal(("", "a1 b1"), Told(Line("a1", 9, minor: 250, party: null), Line("b1", 9, minor: 250, party: null)));
    }

    [Theory]
    [InlineData("Boss", "k1", 750L, 750L, "a1 b1", "")]
    [InlineData("Boss", "k1", null, null, "", "a1 b1")]
    [InlineData("Boss", "k1", 750L, 60L, "", "")]
    [InlineData("CORIN  VALE", "k9", null, null, "a1 b1", "")]
    [InlineData(null, null, 750L, 750L, "", "a1 b1")]
    [InlineData(null, null, null, 750L, "", "a1 b1")]
    [InlineData(null, null, 750L, 60L, "", "")]
    public void A_holder_who_is_written_otherwise_or_not_at_all_leaves_more_open(string? holder, string? account, long? balance, long? other, string same, string maybe) =>
        Assert.Equal((same, maybe), Told(Line("a1", 9, balance: balance), Line("b1", 9, balance: other, holder: holder, account: account)));

    [Fact]
    public void Without_balances_the_statements_of_two_banks_may_be_of_two_accounts()
    {
        Assert.Equal(("", "a1 b1"), Told(Line("a1", 9) with { Giver = "cove bank" }, Line("b1", 9) with { Giver = "quay bank" }));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9) with { Giver = "cove bank" }, Line("b1", 9) with { Giver = "cove bank" }));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, balance: 750) with { Giver = "cove bank" }, Line("b1", 9, balance: 750) with { Giver = "quay bank" }));
    }

    [Fact]
    public void Rows_of_another_day_clock_amount_direction_or_currency_are_never_one()
    {
        foreach (var other in new[]
        {
            Line("b1", 10, balance: 750), Line("b1", 9, minor: 250, balance: 750), Line("b1", 9, minor: -251, balance: 750), Line("b1", 9, balance: 750) with { Currency = "KES" },
        })
        {
            Assert.Equal(("", ""), Told(Line("a1", 9, balance: 750), other));
        }

        Assert.Equal(("", ""), Told(Line("a1", 9, time: "2025-04-09T08:10:00"), Line("b1", 9, time: "2025-04-09T19:45:00")));
        Assert.Equal(("a1 b1", ""), Told(Line("a1", 9, time: "2025-04-09T08:10:42"), Line("b1", 9, time: "2025-04-09T08:10:00")));
        Assert.Equal(("", ""), Told(Line("a1", 9), Line("a2", 9)));
    }

    [Fact]
    public void A_row_whose_day_could_not_be_read_is_one_with_the_row_that_writes_it_alike()
    {
        Assert.Equal(("a1 b1", ""), Told(Undated("a1", "31 avr."), Undated("b1", "31 avr. ")));
        Assert.Equal(("", ""), Told(Undated("a1", "31 avr."), Undated("b1", "32 avr.")));

        static StatementLine<string> Undated(string row, string written) => Line(row, 9, balance: 750) with { Day = null, Time = written };
    }

    private static (string Same, string Maybe) Told(params StatementLine<string>[] lines)
    {
        var (same, maybe) = SameEntry.Of(lines);
        return (Joined(same), Joined(maybe));

        static string Joined(IEnumerable<IReadOnlyList<string>> groups) => string.Join(", ", groups.Select(group => string.Join(' ', group)));
    }

    private static StatementLine<string> Line(
        string row, int day, long minor = -250, string? party = "Mirela", string? text = null, long? balance = null, string? holder = "Corin Vale", string? account = "k1", string? time = null) =>
        new(row, Files[row[0]], holder, account, new(2025, 4, day), time ?? $"2025-04-{day:00}", minor, "USD", party, party, text, balance);
}
