using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Tables;

public sealed class BankCsvTests
{
    internal const string Statement =
        "Bank of Kestria;;;;;\nAccount;1234;;;;\nDatum;Text;Empfänger;Soll;Haben;Saldo\n03.05.2025;Lohn;Farm Nord;;1.250,00;2.250,00\n" +
        "04.05.2025;\"Miete \"\"Lager\"\";\nMai\";Halle 3;900,00;;1.350,00\n05.05.2025;Bar;;50,00;;1.300,00\nSumme;;;950,00;1.250,00;\n";

    internal static readonly ColumnProfile Profile = new()
    {
        Name = "Bank of Kestria",
        Delimiter = ';',
        PreambleLines = 2,
        Header = true,
        FooterStarts = ["Summe"],
        Date = 1,
        DateOrder = "dmy",
        Description = 2,
        Counterparty = 3,
        Debit = 4,
        Credit = 5,
        Balance = 6,
        Currency = "EUR",
        DecimalSign = ',',
        Holder = "Account 1234",
    };

    private static readonly ColumnProfile Simple = new() { Name = "simple", Date = 1, DateOrder = "ymd", Description = 2, Amount = 3, Balance = 4, Currency = "USD" };

    [Fact]
    public void A_statement_is_read_by_its_profile()
    {
        var run = Read(Statement, Profile);
        Assert.Equal(0, run.Summary.ExitCode);
        Assert.Equal((3L, 3L), (run.Summary.Seen, run.Summary.Records));
        Assert.Equal([125000L, -90000L, -5000L], run.Records.Select(r => r.Amount!.Minor));
        Assert.Equal([225000L, 135000L, 130000L], run.Records.Select(r => r.Balance!.Minor));
        Assert.Equal("Miete \"Lager\";\nMai", run.Records[1].Text);
        Assert.Equal([new Party("Account 1234", "holder"), new Party("Halle 3", "counterparty")], run.Records[1].Parties);
        Assert.Equal(new RecordTime("04.05.2025", "2025-05-04", null, null, TimeBasis.Unknown), run.Records[1].Time);
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
        Assert.Equal("04.05.2025;\"Miete \"\"Lager\"\";\nMai\";Halle 3;900,00;;1.350,00", Encoding.UTF8.GetString(run.Slice(1)));
        Assert.Equal(2, ((CsvPosition)run.Records[1].Locator.At).Row);
    }

    [Fact]
    public void A_bank_file_without_a_profile_waits_for_one()
    {
        var run = FileRun.Of("statement.csv", Encoding.UTF8.GetBytes(Statement), new ReadOptions());
        Assert.Equal(1, run.Summary.ExitCode);
        Assert.Equal(new Decision("profile", null, null, []), Assert.Single(run.Summary.NeedsDecision) with { Options = [] });
        Assert.Equal("bank-csv", run.Summary.Format);
    }

    [Fact]
    public void A_profile_of_another_table_is_refused_with_the_header()
    {
        var run = Read("Date,Amount\n2025-05-03,1.00\n", Simple);
        var decision = Assert.Single(run.Summary.NeedsDecision);
        Assert.Equal(("profile", 1, "Date,Amount"), (decision.What, decision.Line!.Value, decision.Value));
    }

    [Fact]
    public void An_impossible_date_contradicts_the_order_of_the_profile()
    {
        var run = Read("d,t,a,b\n03/05/2025,x,1.00,\n03/25/2025,y,1.00,\n", Simple with { DateOrder = "dmy" });
        var decision = Assert.Single(run.Summary.NeedsDecision);
        Assert.Equal(("date-order", 3, "03/25/2025"), (decision.What, decision.Line!.Value, decision.Value));
        Assert.Equal(["mdy"], decision.Options);
    }

    [Fact]
    public void Tables_need_not_follow_time()
    {
        Assert.Equal(2, Read("d,t,a,b\n03/05/2025,x,1.00,\n01/02/2025,y,1.00,\n", Simple with { DateOrder = "dmy" }).Summary.Records);
    }

    [Theory]
    [InlineData("2025-05-03", "2025-05-03", null, TimeBasis.Unknown)]
    [InlineData("20250503", "2025-05-03", null, TimeBasis.Unknown)]
    [InlineData("03 May 2025", "2025-05-03", null, TimeBasis.Unknown)]
    [InlineData("\"May 3, 2025\"", "2025-05-03", null, TimeBasis.Unknown)]
    [InlineData("2025-05-03 18:06:13", "2025-05-03T18:06:13", "2025-05-03T12:21:13Z", TimeBasis.DeclaredZone)]
    [InlineData("2025-05-03T18:06:13Z", "2025-05-03T18:06:13", "2025-05-03T18:06:13Z", TimeBasis.ExplicitUtc)]
    [InlineData("2025-05-03T18:06:13.250+05:45", "2025-05-03T18:06:13", "2025-05-03T12:21:13Z", TimeBasis.ExplicitOffset)]
    [InlineData("2025-05-03 06:06 PM", "2025-05-03T18:06:00", "2025-05-03T12:21:00Z", TimeBasis.DeclaredZone)]
    public void Dates_and_times_are_what_the_cell_says(string cell, string local, string? utc, TimeBasis basis)
    {
        var record = Assert.Single(Read("d,t,a,b\n" + cell + ",x,1.00,\n", Simple).Records);
        Assert.Equal(local, record.Time.Local);
        Assert.Equal(basis, record.Time.Basis);
        Assert.Equal(utc, record.Time.Utc?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void Only_local_times_need_a_zone()
    {
        var options = new ReadOptions(Profile: Simple);
        Assert.Equal(0, FileRun.Of("s.csv", "d,t,a,b\n2025-05-03,x,1,\n2025-05-03T10:00Z,x,1,\n"u8.ToArray(), options).Summary.ExitCode);
        var asked = FileRun.Of("s.csv", "d,t,a,b\n2025-05-03,x,1,\n2025-05-03 10:00,x,1,\n"u8.ToArray(), options);
        Assert.Equal(("zone", 3), (asked.Summary.NeedsDecision[0].What, asked.Summary.NeedsDecision[0].Line!.Value));
    }

    [Fact]
    public void A_sign_and_a_word_that_contradict_each_other_are_not_read_as_either()
    {
        var run = Read("d,t,a,b\n2025-05-01,x,-10.00 CR,(110.00) CR\n2025-05-02,x,-10.00 DR,100.00 CR\n", Simple);
        Assert.Equal(["amount-unreadable", "balance-unreadable"], run.Records[0].Warnings);
        Assert.Equal((null, null), (run.Records[0].Amount, run.Records[0].Balance));
        Assert.Equal((-1000L, 10000L), (run.Records[1].Amount!.Minor, run.Records[1].Balance!.Minor));
    }

    [Fact]
    public void A_balance_that_does_not_follow_is_pointed_out()
    {
        var run = Read("d,t,a,b\n2025-05-01,x,10.00,110.00\n2025-05-02,x,10.00,120.00\n2025-05-03,x,10.00,135.00\n2025-05-04,x,10.00,145.00\n", Simple);
        Assert.Equal([0, 0, 1, 0], run.Records.Select(r => r.Warnings.Count));
        Assert.Equal("balance-does-not-follow", run.Records[2].Warnings[0]);
    }

    [Fact]
    public void A_statement_that_runs_backwards_is_checked_backwards()
    {
        var run = Read("d,t,a,b\n2025-05-04,x,10.00,145.00\n2025-05-03,x,10.00,135.00\n2025-05-02,x,10.00,120.00\n2025-05-01,x,10.00,110.00\n", Simple);
        Assert.Equal([0, 1, 0, 0], run.Records.Select(r => r.Warnings.Count));
    }

    [Fact]
    public void What_a_row_does_not_say_readably_is_a_warning_and_the_row_is_kept()
    {
        var run = Read("d,t,a,b\nOpening,x,,5.00\n2025-05-02,x,1.2.3,\n2025-05-03\n,,,\n2025-05-04,\"open,1.00,\n2025-05-05,x,2.00,\n", Simple);
        Assert.Equal(["row-not-a-payment"], run.Records[0].Warnings);
        Assert.Equal((RecordKind.Row, "Opening | x | 5.00"), (run.Records[0].Kind, run.Records[0].Text));
        Assert.Equal(["amount-unreadable"], run.Records[1].Warnings);
        Assert.Equal(["cells-do-not-fit:1"], run.Records[2].Warnings);
        Assert.Equal(["open-quote"], run.Records[3].Warnings);
        Assert.Equal(200, run.Records[4].Amount!.Minor);
        Assert.Equal(new Skipped("empty-row", 1), Assert.Single(run.Summary.Skipped));
    }

    [Fact]
    public void A_table_in_another_character_set_is_read_when_that_is_stated()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(1251).GetBytes("d,t,a,b\n2025-05-01,зарплата,10.00,\n");
        Assert.Equal("charset", FileRun.Of("s.csv", bytes, new ReadOptions(Profile: Simple)).Summary.NeedsDecision[0].What);
        Assert.Equal("зарплата", FileRun.Of("s.csv", bytes, new ReadOptions(Profile: Simple, Charset: "windows-1251")).Records[0].Text);
    }

    private static FileRun Read(string text, ColumnProfile profile) =>
        FileRun.Of("statement.csv", Encoding.UTF8.GetBytes(text), new ReadOptions("Asia/Kathmandu", Profile: profile));
}
