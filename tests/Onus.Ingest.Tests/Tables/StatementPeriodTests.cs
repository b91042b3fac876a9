using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Tables;

/// <summary>The days that a statement says it is about.</summary>
public sealed class StatementPeriodTests
{
    private static readonly ColumnProfile Profile = new()
    {
        Name = "bank",
        Delimiter = ';',
        HeaderCells = ["Day", "Text", "Amount"],
        FooterStarts = ["End"],
        Date = 1,
        DateOrder = "dmy",
        Description = 2,
        Amount = 3,
        Currency = "EUR",
        Holder = "Account 12",
    };

    [Theory]
    [InlineData("Statement period 01.03.2025 - 31.03.2025")]
    [InlineData("Statement period;01.03.2025;31.03.2025")]
    [InlineData("From date;01/03/2025;To date;31/03/2025")]
    [InlineData("Period: 01/03/2025 to 31/03/2025;Opening balance: 42085,03")]
    [InlineData("Period: 01/03/25-31/03/25")]
    [InlineData("Transactions between 1 March 2025 and 31 March 2025")]
    [InlineData("Statement from March 1, 2025 to March 31, 2025")]
    [InlineData("Statement period: 1 to 31 March 2025")]
    [InlineData("Statement period: 1 March to 31 March 2025")]
    [InlineData("Period 2025-03-01 00:00 - 2025-03-31 23:59;printed 2025-04-02")]
    [InlineData("Period 20250301-20250331", "ymd")]
    [InlineData("Period 03/01/2025 - 03/31/2025", "mdy")]
    [InlineData("Statement period: March 2025")]
    [InlineData("Period;2025-03")]
    [InlineData("Period;03/2025")]
    [InlineData("Kontoauszug vom 01.03.2025 bis 31.03.2025")]
    [InlineData("Ums\u00E4tze vom 01.03. bis 31.03.2025")]
    [InlineData("Buchungszeitraum: 1. M\u00E4rz 2025 - 31. M\u00E4rz 2025")]
    [InlineData("Periodo del 01/03/2025 al 31/03/2025")]
    [InlineData("Relev\u00E9 du 1er mars 2025 au 31 mars 2025")]
    [InlineData("Estratto conto dal 01/03/2025 al 31/03/2025")]
    [InlineData("Per\u00EDodo: 01/03/2025 at\u00E9 31/03/2025")]
    [InlineData("Okres od 01.03.2025 do 31.03.2025")]
    [InlineData("Afschriftperiode 01-03-2025 t/m 31-03-2025")]
    [InlineData("Выписка за период с 01.03.2025 по 31.03.2025")]
    [InlineData("Период: 1 марта 2025 - 31 марта 2025")]
    [InlineData("كشف حساب للفترة من 01/03/2025 إلى 31/03/2025")]
    [InlineData("D\u00F6nem: 01.03.2025 - 31.03.2025")]
    [InlineData("账单期间：2025年3月1日至2025年3月31日")]
    [InlineData("Begin;x\nFrom: 01.03.2025\nTo: 31.03.2025")]
    [InlineData("Period from;01.03.2025;\nPeriod to;31.03.2025;")]
    [InlineData("Datum von;01.03.2025\nDatum bis;31.03.2025")]
    public void The_days_of_a_statement_are_read_in_many_layouts(string before, string order = "dmy")
    {
        var run = Read(before + "\nDay;Text;Amount\n", Profile with { DateOrder = order });
        var period = Assert.Single(run.Summary.Periods);
        Assert.Equal((new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31), "Account 12"), (period.From, period.Until, period.Holder));
        Assert.Equal(before.Contains('\n', StringComparison.Ordinal) ? before.Count(letter => letter == '\n') + 1 : 1, period.Line);
        Assert.True(RecordJsonReader.TrySummary(Encoding.UTF8.GetBytes(RecordJson.Of(run.Summary)), out var again));
        Assert.Equal(run.Summary.Periods, again.Periods);
    }

    [Theory]
    [InlineData("Statement date 31.03.2025")]
    [InlineData("Statement date: March 2025")]
    [InlineData("Account 01.03.2025 31.03.2025")]
    [InlineData("Period 31.03.2025 - 01.03.2025")]
    [InlineData("Period 32.03.2025 - 33.03.2025")]
    [InlineData("Statement of an account opened 01.01.2010 as of 31.03.2025")]
    [InlineData("Balance from 28.02.2025: 500,00 to 31.03.2025: 700,00")]
    [InlineData("Statement 3 of 31.03.2025")]
    [InlineData("Statement 12 of 2025")]
    [InlineData("From: 01.03.2025\nAccount;12\nTo: 31.03.2025")]
    [InlineData("From: 31.03.2025\nTo: 01.03.2025")]
    public void A_line_that_leaves_anything_open_says_nothing(string before) =>
        Assert.Empty(Read(before + "\nDay;Text;Amount\n03.03.2025;Rent;-5,00\n", Profile).Summary.Periods);

    [Theory]
    [InlineData("Overdraft agreed from 01.01.2025 to 31.12.2025")]
    [InlineData("Interest rate from 01.01.2025 to 31.12.2025: 0,5 %")]
    [InlineData("Card valid from 01/2025 to 12/2027")]
    [InlineData("Fees valid from 1 January 2025 to 31 December 2025")]
    [InlineData("Insurance from 01.01.2025 until 31.12.2025")]
    [InlineData("Deposit guarantee from January 2025 to December 2025")]
    [InlineData("Next statement: April 2025")]
    [InlineData("Your next statement period: 01.04.2025 - 30.04.2025")]
    [InlineData("Previous statement period: 01.02.2025 - 28.02.2025")]
    [InlineData("No transactions listed for period 01.01.2025 - 31.12.2025: too old")]
    [InlineData("Transactions before March 2025 are not shown")]
    [InlineData("Transactions until March 2025")]
    [InlineData("Statement from March 2025")]
    [InlineData("Transactions from 01.01.2025 to 31.12.2025 cannot be listed")]
    [InlineData("Period 01.01.2025 - 31.12.2025;of notice")]
    [InlineData("Period of notice 01.01.2025 - 31.12.2025")]
    [InlineData("Statement period 01.03.2025 - 31.03.2025;incomplete")]
    [InlineData("Dispo vom 01.01.2025 bis 31.12.2025")]
    [InlineData("Zinszeitraum: 01.01.2025 - 31.12.2025")]
    [InlineData("N\u00E4chster Kontoauszug vom 01.04.2025 bis 30.04.2025")]
    [InlineData("Tarifas vigentes del 01/01/2025 al 31/12/2025")]
    [InlineData("Carte valable du 01/01/2025 au 31/12/2027")]
    [InlineData("Лимит с 01.01.2025 по 31.12.2025")]
    [InlineData("下期账单期间：2025年4月1日至2025年4月30日")]
    [InlineData("Overdraft\nFrom: 01.01.2025\nTo: 31.12.2025")]
    [InlineData("Overdraft;500,00\nFrom;01.01.2025\nTo;31.12.2025")]
    [InlineData("Card 4711 valid\nfrom 01.01.2025 to 31.12.2027")]
    [InlineData("Next statement\n\nPeriod: 01.04.2025 - 30.04.2025")]
    public void A_line_about_something_else_is_no_period(string line)
    {
        Assert.Empty(Read(line + "\nDay;Text;Amount\n", Profile).Summary.Periods);
        Assert.Empty(Read("Day;Text;Amount\n" + line.Replace("\n", ";;\n", StringComparison.Ordinal) + ";;\n", Profile).Summary.Periods);
        var beside = Read("Statement period 01.01.2025 - 31.03.2025\n" + line + "\nDay;Text;Amount\n03.03.2025;Rent;-5,00\n", Profile).Summary;
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31)), (Assert.Single(beside.Periods).From, beside.Periods[0].Until));
    }

    [Theory]
    [InlineData("Account: 12-34 Mill Street;\nPeriod: 01.03.2025 - 31.03.2025")]
    [InlineData("Account holder;The mill\nFrom;01.03.2025\nTo;31.03.2025")]
    [InlineData("Northbank\nKontoauszug vom 01.03.2025 bis 31.03.2025;Seite 1 von 2")]
    [InlineData("Statement of account for the period from 01.03.2025 to 31.03.2025;EUR;opening balance 7,00")]
    public void What_statements_say_beside_their_period_leaves_it_standing(string before) =>
        Assert.Equal(new DateOnly(2025, 3, 31), Assert.Single(Read(before + "\nDay;Text;Amount\n03.03.2025;Rent;-5,00\n", Profile).Summary.Periods).Until);

    [Theory]
    [InlineData("Period 01.03.2025 - 31.03.2025\nPeriod 01.01.2025 - 31.12.2025\nDay;Text;Amount\n03.03.2025;Rent;-5,00\n", 2)]
    [InlineData("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount\n03.03.2025;Rent;-5,00\nPeriod 01.04.2025 - 30.04.2025;;\n", 2)]
    [InlineData("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount\n03.03.2025;Rent;-5,00\nPeriod 01.04.2025 - 30.04.2025;;\nPeriod 01.05.2025 - 31.05.2025;;\nDay;Text;Amount\n", 3)]
    public void Of_several_periods_without_a_table_each_none_is_believed_and_that_is_said(string table, int several)
    {
        var run = Read(table, Profile);
        Assert.Empty(run.Summary.Periods);
        Assert.Equal(["several-periods:" + several], run.Summary.Warnings);
    }

    [Theory]
    [InlineData("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount\n03.03.2025;Rent;-5,00\nPeriod 01.04.2025 - 30.04.2025;;\nDay;Text;Amount\n03.04.2025;Rent;-5,00\n", 2)]
    [InlineData("Day;Text;Amount\n03.03.2025;Rent;-5,00\nPeriod 01.03.2025 - 31.03.2025;;\nDay;Text;Amount\n03.04.2025;Rent;-5,00\nPeriod 01.04.2025 - 30.04.2025;;\n", 2)]
    [InlineData("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount\n03.04.2025;Rent;-5,00\nPeriod 01.04.2025 - 30.04.2025;;\nDay;Text;Amount\n04.04.2025;Rent;-5,00\n", 0)]
    public void Several_statements_in_one_file_are_believed_where_each_has_its_own_rows(string table, int periods) =>
        Assert.Equal(periods, Read(table, Profile).Summary.Periods.Count);

    [Fact]
    public void The_period_stands_behind_the_rows_too_and_year_turns_and_several_statements_are_read()
    {
        Assert.Equal(new DateOnly(2025, 3, 31), Assert.Single(Read("Day;Text;Amount\n03.03.2025;Rent;-5,00\nEnd of statement for 01.03.2025 - 31.03.2025;;\n", Profile).Summary.Periods).Until);
        Assert.Equal(new DateOnly(2025, 3, 31), Assert.Single(Read("Day;Text;Amount\n03.03.2025;Rent;-5,00\nPeriod 01.03.2025 - 31.03.2025;;\n", Profile).Summary.Periods).Until);
        Assert.Equal(new DateOnly(2024, 12, 15), Assert.Single(Read("Statement period 15 December to 14 January 2025\nDay;Text;Amount\n", Profile).Summary.Periods).From);
        Assert.Equal([3, 4], Read("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount\n03.03.2025;Rent;-5,00\nPeriod 01.04.2025 - 30.04.2025;;\nDay;Text;Amount\n", Profile).Summary.Periods.Select(p => p.Until.Month));
    }

    [Fact]
    public void A_payment_says_nothing_of_the_period_and_a_period_that_the_rows_contradict_is_not_relied_on()
    {
        Assert.Empty(Read("Day;Text;Amount\n03.03.2025;Rent for the period 01.01.2025 - 31.12.2025;-5,00\n", Profile).Summary.Periods);
        var run = Read("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount\n03.03.2025;Rent;-5,00\n04.04.2025;Rent;-5,00\n05.04.2025;Rent;-5,00\n", Profile);
        Assert.Empty(run.Summary.Periods);
        Assert.Equal(["rows-outside-period:2"], run.Summary.Warnings);
    }

    [Fact]
    public void Whose_account_it_is_comes_from_the_rows_where_they_name_one_holder()
    {
        var column = Profile with { Holder = null, HeaderCells = ["Day", "Text", "Amount", "Account"], HolderColumn = 4 };
        Assert.Equal("A-1", Assert.Single(Read("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount;Account\n03.03.2025;Rent;-5,00;A-1\n04.03.2025;Rent;-5,00;A-1\n", column).Summary.Periods).Holder);
        Assert.Null(Assert.Single(Read("Period 01.03.2025 - 31.03.2025\nDay;Text;Amount;Account\n03.03.2025;Rent;-5,00;A-1\n04.03.2025;Rent;-5,00;A-2\n", column).Summary.Periods).Holder);
    }

    private static FileRun Read(string table, ColumnProfile profile)
    {
        var run = FileRun.Of("bank.csv", Encoding.UTF8.GetBytes(table), new ReadOptions(null, null, null, profile));
        Assert.Empty(run.Summary.NeedsDecision);
        return run;
    }
}
