using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

public sealed class RunningBalanceTests
{
    private static readonly MaterialId First = new(Guid.CreateVersion7());
    private static readonly MaterialId Second = new(Guid.CreateVersion7());
    private static readonly MaterialId Third = new(Guid.CreateVersion7());

    [Fact]
    public void A_balance_that_goes_on_over_the_days_between_leaves_nothing_missing()
    {
        Assert.True(GoesOn(Entry(First, 1, "2025-02-20", 100, 900), Entry(First, 2, "2025-05-02", -50, 850)));
        Assert.False(GoesOn(Entry(First, 1, "2025-02-20", 100, 900), Entry(First, 2, "2025-05-02", -50, 800)));
        Assert.False(GoesOn(Entry(First, 1, "2025-02-20", 100, null), Entry(First, 2, "2025-05-02", -50, null)));
        Assert.False(GoesOn(Entry(First, 1, "2025-02-20", 100, 900), Entry(First, 2, "2025-05-02", null, 850)));
    }

    [Fact]
    public void A_statement_that_lists_the_newest_first_is_read_from_its_end() =>
        Assert.True(GoesOn(Entry(First, 1, "2025-05-02", -10, 840), Entry(First, 2, "2025-05-02", -50, 850), Entry(First, 3, "2025-02-20", 100, 900), Entry(First, 4, "2025-02-20", 7, 800)));

    [Fact]
    public void One_file_may_go_on_where_another_ended_and_a_lost_one_between_them_shows()
    {
        Assert.True(GoesOn(Entry(First, 1, "2025-01-09", 0, 10), Entry(Second, 1, "2025-02-20", 100, 110), Entry(Third, 1, "2025-05-02", -50, 60)));
        Assert.False(GoesOn(Entry(First, 1, "2025-02-20", 100, 900), Entry(Second, 1, "2025-05-02", -50, 700)));
    }

    [Fact]
    public void Of_two_accounts_of_one_holder_both_have_to_go_on()
    {
        AccountEntry[] unbroken = [Entry(First, 1, "2025-02-20", 100, 900), Entry(First, 2, "2025-05-02", -50, 850)];
        Assert.True(GoesOn([.. unbroken, Entry(Second, 1, "2025-01-03", 1, 41), Entry(Second, 2, "2025-05-09", 2, 43)]));
        Assert.False(GoesOn([.. unbroken, Entry(Second, 1, "2025-01-03", 1, 41), Entry(Second, 2, "2025-05-09", 2, 99)]));
        Assert.False(GoesOn([.. unbroken, Entry(Second, 1, "2025-01-03", 1, 41), Entry(Third, 1, "2025-05-09", 2, 99)]));
        Assert.True(GoesOn([.. unbroken, Entry(Second, 1, "2025-01-03", 1, 41)]));
    }

    [Theory]
    [InlineData(300, 60, true)]
    [InlineData(300, 70, false)] // The next file goes on from another balance than the overlapping one had.
    [InlineData(299, 60, false)] // The row of that day is another.
    public void Where_statements_overlap_the_last_row_of_one_goes_on_in_the_next(long middle, long end, bool goesOn)
    {
        AccountEntry[] entries =
        [
            Entry(First, 1, "2025-01-10", 50, 200), Entry(First, 2, "2025-01-20", 100, 300),
            Entry(Second, 1, "2025-01-10", 50, 200), Entry(Second, 2, "2025-01-20", 100, middle), Entry(Second, 3, "2025-02-15", -190, 110),
            Entry(Third, 1, "2025-05-02", -50, end),
        ];
        Assert.Equal(goesOn, GoesOn(entries));
        Assert.Equal(!goesOn, RunningBalance.Breaks(entries, new(2025, 2, 21), new(2025, 5, 1)));
    }

    [Fact]
    public void Another_currency_is_another_account() =>
        Assert.False(GoesOn(Entry(First, 1, "2025-02-20", 100, 900), Entry(Second, 1, "2025-05-02", -50, 850) with { Currency = "KES" }));

    private static bool GoesOn(params AccountEntry[] entries) => RunningBalance.GoesOn(entries, new(2025, 2, 21), new(2025, 5, 1));

    private static AccountEntry Entry(MaterialId file, int at, string day, long? minor, long? balance) =>
        new(file, at, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), minor, balance, "USD");
}
