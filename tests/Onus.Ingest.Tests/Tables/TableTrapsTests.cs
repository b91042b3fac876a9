using System.Text;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Tables;

/// <summary>Tables in which a sign, a mark or a word in another place makes another payment, and tables that only look so.</summary>
public sealed class TableTrapsTests
{
    private static readonly ColumnProfile Signed = new() { Name = "signed", Date = 1, DateOrder = "dmy", Description = 2, Amount = 3, Currency = "EUR" };

    [Theory]
    [InlineData("D/C", "75.94,D|5.00,D")]
    [InlineData("S/H", "75.94,S|5.00,S")]
    [InlineData("Type", "75.94,Dr.|5.00,Cr.")]
    [InlineData("Type", "75.94,(D)|5.00,(C)")]
    [InlineData("Mutatie", "75.94,Afschrijving|5.00,Bijschrijving")]
    [InlineData("Way", "75.94,Debit|500.00,Credit|-5.00,Credit")]
    [InlineData("Way", "75.94,Debit|500.00,Credit|-5.00,Debit")]
    [InlineData("Way", "75.94,|500.00,CR")]
    [InlineData("Operação", "75.94,Saída|500.00,ENTRADA")]
    public void Words_of_direction_that_the_signs_do_not_repeat_are_asked_for(string head, string rows)
    {
        var asked = Assert.Single(Read(Table(head, rows), Signed).Summary.NeedsDecision);
        Assert.Equal(("profile", head), (asked.What, asked.Value));
        Assert.Equal(["direction"], asked.Options);
    }

    [Theory]
    [InlineData("Way", "500.00,Credit|600.00,Credit")]
    [InlineData("Way", "-75.94,Debit|500.00,Credit|-5.00,Credit")]
    [InlineData("Way", "-75.94,Debit|-10.00,Debit|5.00,Debit")]
    [InlineData("Class", "75.94,D|5.00,D")]
    [InlineData("Channel", "75.94,Debit card|5.00,Credit transfer")]
    public void A_column_that_says_nothing_more_than_the_signs_is_not_asked_for(string head, string rows) =>
        Assert.Equal(0, Read(Table(head, rows), Signed).Summary.ExitCode);

    [Fact]
    public void An_empty_cell_can_be_the_word_for_out()
    {
        var parsed = ColumnProfileJson("""{"name":"t","date":1,"dateOrder":"dmy","description":2,"amount":3,"currency":"EUR","direction":4,"outWords":[""],"inWords":["cr"]}""");
        Assert.Equal([-7594L, 50000L], Amounts(Read(Table("Way", "75.94,|500.00,CR"), parsed)));
    }

    [Fact]
    public void A_minus_beside_the_word_for_out_is_no_second_word_where_other_rows_have_none()
    {
        var profile = Signed with { Direction = 4, OutWords = ["Debit"], InWords = ["Credit"] };
        var run = Read(Table("Way", "75.94,Debit|500.00,Credit|-5.00,Debit"), profile);
        Assert.Equal([-7594L, 50000L, null], Amounts(run));
        Assert.Equal(["direction-contradicts-sign"], run.Records[2].Warnings);
        Assert.Equal([-7594L, -500L], Amounts(Read(Table("Way", "-75.94,Debit|-5.00,Debit"), profile)));
    }

    [Theory]
    [InlineData("04/05/2025,Paid Ilse, 17,-50.00,")]
    [InlineData("04/05/2025,Paid Ilse, 17,-50.00,,")]
    public void A_moved_row_with_an_empty_cell_at_its_end_has_no_amount(string row)
    {
        var run = Read("Date,Text,Amount,Note\n03/05/2025,In,900.00,x\n" + row + "\n05/05/2025,Out,-1.00,\n", Signed);
        Assert.Equal([90000L, null, -100L], Amounts(run));
        Assert.StartsWith("cells-do-not-fit:", Assert.Single(run.Records[1].Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_all_end_in_a_delimiter_more_than_the_header_fit() =>
        Assert.Equal([90000L, -100L, -200L], Amounts(Read("Date,Text,Amount\n03/05/2025,In,900.00,\n04/05/2025,Out,-1.00,\n05/05/2025,Out,-2.00\n", Signed)));

    [Theory]
    [InlineData("\"She said \"pay, now\" twice\"", "She said \"pay, now\" twice")]
    [InlineData("\"The \"Lantern\"\"", "The \"Lantern\"")]
    [InlineData("\"Room 4\" upstairs", "Room 4 upstairs")]
    [InlineData("\"a \"\"b\"\" c\"", "a \"b\" c")]
    public void Marks_inside_a_cell_that_nobody_doubled_move_nothing(string cell, string text)
    {
        var record = Assert.Single(Read("Date,Text,Amount\n04/05/2025," + cell + ",\"-6.00\"\n", Signed).Records);
        Assert.Equal((text, -600L), (record.Text, record.Amount!.Minor));
        Assert.Empty(record.Warnings);
    }

    [Theory]
    [InlineData("03/05/2025,Loan,1.000\n04/05/2025,Fee,-2.00\n", false, 1)]
    [InlineData("Account,7,\n03/05/2025,Loan,-500.000\n04/05/2025,Fee,-2.00\n", false, 2)]
    public void A_payment_whose_amount_is_in_doubt_is_not_passed_over_either(string table, bool header, int preamble)
    {
        var asked = Assert.Single(Read(table, Signed with { Header = header, PreambleLines = preamble }).Summary.NeedsDecision);
        Assert.Equal(["header"], asked.Options);
    }

    [Theory]
    [InlineData("2025-05-03T00:00:00Z")]
    [InlineData("2025-05-03T00:00:00+05:45")]
    [InlineData("2025-05-03T00:00:00.000-03:00")]
    [InlineData("2025-05-03 00:00:00.000000")]
    public void A_midnight_that_all_rows_share_is_no_time_whatever_zone_it_names(string date)
    {
        var run = Read($"Date,Text,Amount\n{date},Rent,-50.00\n{date},Wage,20.00\n", Signed with { DateOrder = "ymd" });
        Assert.All(run.Records, r => Assert.Equal(("2025-05-03", null), (r.Time.Local, r.Time.Utc)));
        Assert.Equal(["all-times-midnight:2"], run.Summary.Warnings);
        Assert.NotNull(Read($"Date,Text,Amount\n{date},Rent,-50.00\n2025-05-04T10:00:00Z,Wage,20.00\n", Signed with { DateOrder = "ymd" }).Records[0].Time.Utc);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_line_feed_in_a_cell_does_not_end_the_lines_of_a_table_that_ends_them_with_returns(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Date,Text,Amount\r03/05/2025,\"In\nside\",900.00\r05/05/2025,Rent,-50.00\r")];
        var run = FileRun.Of("mac.csv", bytes, new ReadOptions(Profile: Signed));
        Assert.Equal([90000L, -5000L], Amounts(run));
        Assert.Equal("In\nside", run.Records[0].Text);
        Assert.Equal([90000L], Amounts(Read("Date,Text,Amount\n03/05/2025,\"In\rside\r\r\",900.00\n", Signed)));
        Assert.Equal([90000L], Amounts(Read("Date,Text,Amount\r\n03/05/2025,\"In\nside\r\n\",900.00\r\n", Signed)));
    }

    [Fact]
    public void Zero_bytes_in_several_rows_are_damage_and_no_other_kind_of_file()
    {
        var run = Read("Date,Text,Amount\n" + string.Concat(Enumerable.Range(1, 8).Select(n => $"0{n}/05/2025,Re\0nt,-5.00\n")), Signed);
        Assert.Equal(8, run.Records.Count);
        Assert.All(run.Records, r => Assert.Equal((-500L, "characters-unreadable"), (r.Amount!.Minor, Assert.Single(r.Warnings))));
    }

    [Theory]
    [InlineData("sep=\t\nDate\tText\tAmount\n03/05/2025\tRent\t-5.00\n", '\t')]
    [InlineData("\"sep=;\"\r\nDate;Text;Amount\r\n03/05/2025;Rent;-5.00\r\n", ';')]
    [InlineData("\uFEFFSEP=|\nDate|Text|Amount\n03/05/2025|Rent|-5.00\n", '|')]
    public void A_first_line_that_states_the_delimiter_is_no_row(string table, char delimiter) =>
        Assert.Equal([-500L], Amounts(Read(table, Signed with { Delimiter = delimiter })));

    private static string Table(string head, string rows) =>
        $"Date,Text,Amount,{head}\n" + string.Concat(rows.Split('|').Select((row, i) => $"0{i + 3}/05/2025,Item {i},{row}\n"));

    private static ColumnProfile ColumnProfileJson(string json) => Onus.Ingest.Tables.ColumnProfileJson.Parse(json).Value;

    private static long?[] Amounts(FileRun run) => [.. run.Records.Select(r => r.Amount?.Minor)];

    private static FileRun Read(string text, ColumnProfile profile) =>
        FileRun.Of("statement.csv", Encoding.UTF8.GetBytes(text), new ReadOptions("Asia/Kathmandu", Profile: profile));
}
