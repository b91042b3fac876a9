using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

/// <summary>What statements and people say of a month without an entry, and what the balances say against it.</summary>
public sealed class MonthGapsTests
{
    private static readonly MaterialId File = new(Guid.CreateVersion7());

    [Theory]
    [InlineData("2025-03-01/2025-03-31", "2025-04", "2025-03")]
    [InlineData("2025-03-01/2025-04-30", "", "2025-03,2025-04")]
    [InlineData("2025-03-01/2025-03-20", "2025-03,2025-04", "")]
    [InlineData("2025-03-01/2025-03-20 2025-03-21/2025-04-30", "", "2025-03,2025-04")]
    [InlineData("2025-03-10/2025-04-30 2025-03-01/2025-03-15", "", "2025-03,2025-04")]
    [InlineData("2025-03-02/2025-04-29", "2025-03,2025-04", "")]
    [InlineData("2025-03-01/2025-03-10 2025-03-12/2025-03-31", "2025-03,2025-04", "")]
    public void A_month_is_not_missing_where_statements_have_every_day_of_it(string periods, string missing, string stated)
    {
        var gaps = Of("2025-02-05 2025-05-09", periods);
        Assert.Equal((missing, stated), (string.Join(',', gaps.Missing), string.Join(',', gaps.Stated)));
    }

    [Fact]
    public void An_empty_statement_behind_the_last_entry_shows_what_lies_between()
    {
        var gaps = Of("2025-02-05", "2025-05-01/2025-05-31");
        Assert.Equal(["2025-03", "2025-04"], gaps.Missing.Select(m => m.ToString()));
        Assert.Equal(["2025-05"], gaps.Stated.Select(m => m.ToString()));
    }

    [Theory]
    [InlineData("2025-02-05", "2025-02-09 2025-04-02", "", false)]
    [InlineData("2025-02-05 2025-04-03", "2025-02-09 2025-04-02", "", false)]
    [InlineData("2025-02-05", "2025-02-09 2025-04-02", "2025-03-01/2025-03-31", true)]
    [InlineData("2025-02-05 2025-04-03", "2025-02-09 2025-04-02", "2025-02-20/2025-04-01", true)]
    [InlineData("2025-02-05 2025-04-03", "2025-02-09 2025-04-02", "2025-03-02/2025-03-31", false)]
    [InlineData("2025-02-05 2025-04-03", "2025-04-02", "", true)]
    public void A_statement_says_nothing_of_another_account_of_the_same_person(string one, string other, string periods, bool stated)
    {
        var second = new MaterialId(Guid.CreateVersion7());
        var gaps = MonthGaps.Of(
            [.. Entered(one, "A-1", File), .. Entered(other, "A-2", second)], [.. Periods("2025-02-01/2025-03-31", "A-1", File), .. Periods(periods, "A-2", second)], [], []);
        Assert.Equal((stated ? 0 : 1, stated ? 1 : 0), (gaps.Missing.Count, gaps.Stated.Count));
    }

    [Theory]
    [InlineData("2025-02-09 2025-04-02", false)]
    [InlineData("2025-02-05 2025-04-02", true)]
    [InlineData("2025-04-02", true)]
    public void A_statement_that_does_not_list_what_another_file_has_in_its_days_is_of_another_account_under_the_same_name(string other, bool stated)
    {
        var gaps = MonthGaps.Of(
            [.. Entered("2025-02-05", "The shop", File), .. Entered(other, "The shop", new MaterialId(Guid.CreateVersion7()))], [.. Periods("2025-02-01/2025-03-31", "The shop", File)], [], []);
        Assert.Equal((stated ? 0 : 1, stated ? 1 : 0), (gaps.Missing.Count, gaps.Stated.Count));
    }

    [Fact]
    public void Where_the_balances_break_no_statement_and_nobody_takes_the_gap_away()
    {
        AccountEntry[] broken = [Entry("2025-02-05", 100, 900), Entry("2025-04-02", -50, 600)];
        var stated = Of("2025-02-05 2025-04-02", "2025-03-01/2025-03-31", broken);
        Assert.Equal((1, 0, 1), (stated.Missing.Count, stated.Stated.Count, stated.Broken.Count));
        var answered = Of("2025-02-05 2025-04-02", "", broken, "2025-03-01");
        Assert.Equal((0, 1, 1), (answered.Missing.Count, answered.Answered.Count, answered.Broken.Count));
        var unbroken = Of("2025-02-05 2025-04-02", "2025-03-01/2025-03-31", [Entry("2025-02-05", 100, 900), Entry("2025-04-02", -50, 850)], "2025-03-01");
        Assert.Equal((0, 1, 0, 0), (unbroken.Missing.Count, unbroken.Quiet.Count, unbroken.Stated.Count, unbroken.Answered.Count));
    }

    [Fact]
    public void What_was_said_of_a_month_that_has_entries_now_is_not_lost()
    {
        var gaps = Of("2025-02-05 2025-03-09 2025-05-02", "", [], "2025-03-01", "2025-04-01");
        Assert.Equal([(new DateOnly(2025, 3, 1))], gaps.Overtaken.Select(a => a.Month));
        Assert.Equal([(new DateOnly(2025, 4, 1))], gaps.Answered.Select(a => a.Month));
        Assert.Empty(gaps.Missing);
    }

    [Theory]
    [InlineData("2025-02-05 2025-04-02", "2025-03-01/2025-03-31", false)] // Stated.
    [InlineData("2025-02-05 2025-04-02", "", true)] // Quiet.
    [InlineData("2025-02-05", "", false)] // Behind the last that is known of.
    [InlineData("2025-04-02 2025-06-01", "", false)] // Before the first.
    public void What_was_said_of_a_month_that_is_not_missing_any_more_is_not_lost(string days, string periods, bool balance)
    {
        var gaps = Of(days, periods, balance ? [Entry("2025-02-05", 100, 900), Entry("2025-04-02", -50, 850)] : [], "2025-03-01");
        Assert.Equal([new DateOnly(2025, 3, 1)], gaps.Said.Select(a => a.Month));
        Assert.Single(gaps.Overtaken);
        Assert.Empty(gaps.Contradicted);
    }

    [Fact]
    public void Of_two_answers_about_one_month_neither_is_lost()
    {
        var gaps = Of("2025-02-05 2025-04-02", "", [], "2025-03-01", "2025-03-01");
        Assert.Equal((2, 0), (gaps.Answered.Count, gaps.Overtaken.Count));
    }

    [Theory]
    [InlineData(" ", "2025-06-03", "asked", "gaps.said-by-missing")]
    [InlineData("The bank", null, "asked", "gaps.said-on-missing")]
    [InlineData("The bank", "2025-05-31", "asked", "gaps.said-on-early")]
    [InlineData("The bank", "2025-05-10", "asked", "gaps.said-on-early")]
    [InlineData("The bank", "2025-07-02", "asked", "gaps.said-on-late")]
    [InlineData("The bank", "2025-06-01", "\t", "gaps.reason-missing")]
    [InlineData("The bank", "2025-06-01", "asked", null)]
    public void Nobody_can_say_it_before_the_month_is_over(string by, string? on, string reason, string? key) =>
        Assert.Equal(key, GapAnswer.Refuse(new(2025, 5), by, on is null ? null : Day(on), reason, new(2025, 7, 1))?.Key);

    [Fact]
    public void What_an_authority_keeps_out_is_not_said_to_be_empty()
    {
        var file = new Material
        {
            Id = File,
            CaseId = default,
            Name = "a",
            Title = "a",
            Blob = default,
            VaultName = default,
            Bytes = 0,
            ReceivedAt = default,
            Run = default,
            Status = MaterialStatus.Read,
            Summary = new ReadSummary("a", null, null, null, 0, 0, [], []) { Periods = [new StatedPeriod(Day("2025-01-01"), Day("2025-12-31"), 1, "A-1")] },
        };
        Assert.Equal(Day("2025-12-31"), Assert.Single(StatedPeriod.Of(file)).Until);
        Assert.Equal((Day("2025-03-05"), Day("2025-04-30")), (Assert.Single(StatedPeriod.Of(file with { ScopeFrom = Day("2025-03-05"), ScopeTo = Day("2025-04-30") })).From, StatedPeriod.Of(file with { ScopeTo = Day("2025-04-30") })[0].Until));
        Assert.Empty(StatedPeriod.Of(file with { ScopeFrom = Day("2026-01-01") }));
        Assert.Empty(StatedPeriod.Of(file with { ScopePeople = ["A-2"] }));
        Assert.Single(StatedPeriod.Of(file with { ScopePeople = ["A-1"] }));
        Assert.Empty(StatedPeriod.Of(file with { Status = MaterialStatus.Held }));
        Assert.Empty(StatedPeriod.Of(file with { Summary = file.Summary with { Skipped = [new Skipped("row-too-long", 1)] } }));
    }

    private static MonthGaps Of(string days, string periods, AccountEntry[]? entries = null, params string[] answers) => MonthGaps.Of(
        [.. Entered(days, null, File)],
        [.. Periods(periods, null, File)],
        entries ?? [],
        [.. answers.Select(month => new GapAnswer { Id = Guid.CreateVersion7(), CaseId = default, Material = File, Month = Day(month), SaidBy = "The bank", SaidOn = Day("2025-06-03"), Reason = "asked", NotedBy = "Demo", NotedAt = default })]);

    private static IEnumerable<AccountDay> Entered(string days, string? account, MaterialId file) =>
        days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => new AccountDay(account, file, Day(day)));

    private static IEnumerable<FilePeriod> Periods(string periods, string? account, MaterialId file) =>
        periods.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new FilePeriod(file, new StatedPeriod(Day(p.Split('/')[0]), Day(p.Split('/')[1]), 1, account)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static AccountEntry Entry(string day, long minor, long balance) => new(File, Day(day).DayNumber, Day(day), minor, balance, "USD");
}
