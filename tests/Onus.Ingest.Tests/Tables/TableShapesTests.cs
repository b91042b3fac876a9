using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Tables;

/// <summary>Tables that are not what their profile says: nothing of them may become another payment, or none, without a word.</summary>
public sealed class TableShapesTests
{
    private static readonly ColumnProfile Signed = new() { Name = "signed", Date = 1, DateOrder = "dmy", Description = 2, Amount = 3, Currency = "EUR" };

    private static readonly ColumnProfile WithBalance = Signed with { Name = "with balance", Balance = 4 };

    [Theory]
    [InlineData("03/05/2025,From Ilse,900.00,900.00\n05/05/2025,Rent,-50.00,850.00\n", 0, 1)]
    [InlineData("Account,77,,\nDate,Text,Amount,Balance\n03/05/2025,From Ilse,900.00,900.00\n", 2, 3)]
    [InlineData("Account,77,,\nDate,Text,Amount,Balance\n03/05/2025,From Ilse,900.00,900.00\n05/05/2025,Rent,-50.00,850.00\n", 3, 3)]
    [InlineData("Account,77,,\nBranch,Port,,\nDate,Text,Amount,Balance\n03/05/2025,From Ilse,900.00,900.00\n", 1, 3)]
    public void A_payment_is_never_taken_for_a_header_or_a_line_before_it(string table, int preamble, int line)
    {
        var run = Read(table, WithBalance with { PreambleLines = preamble });
        var decision = Assert.Single(run.Summary.NeedsDecision);
        Assert.Equal(("profile", line), (decision.What, decision.Line!.Value));
        Assert.Equal(["header"], decision.Options);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Account;77;\n")]
    [InlineData("Bank of Kestria\nAccount;77;\n\nfrom;to;\n")]
    public void A_profile_that_keeps_its_header_finds_it_however_many_lines_stand_before(string before)
    {
        var profile = Signed with { Delimiter = ';', HeaderCells = ["Date", "Text", "Amount"], PreambleLines = 1 };
        var run = Read(before + "Date; Text ;Amount\n03/05/2025;From Ilse;900.00\n05/05/2025;Rent;-50.00\n", profile);
        Assert.Equal([90000L, -5000L], Amounts(run));
        Assert.Equal(["header-missing"], Assert.Single(Read(before + "Day;Text;Amount\n03/05/2025;From Ilse;900.00\n", profile).Summary.NeedsDecision).Options);
    }

    [Theory]
    [InlineData("04/05/2025,Paid Ilse, 17, bed,-50.00")]
    [InlineData("04/05/2025,Paid, 17,-50.00")]
    [InlineData("04/05/2025,17")]
    public void A_row_of_another_width_has_no_amount(string row)
    {
        var run = Read("Date,Text,Amount\n03/05/2025,In,900.00\n" + row + "\n", Signed);
        Assert.Equal("cells-do-not-fit", run.Records[1].Warnings[0].Split(':')[0]);
        Assert.Null(run.Records[1].Amount);
        Assert.Contains("17", run.Records[1].Text, StringComparison.Ordinal);
        Assert.Equal(90000L, run.Records[0].Amount!.Minor);
    }

    [Theory]
    [InlineData("Date,Text,Amount,\n03/05/2025,Rent,-5.00\n", "Rent")]
    [InlineData("Date,Text,Amount\n03/05/2025,Rent,-5.00,,\n", "Rent")]
    [InlineData("Date, Text, Amount\n03/05/2025, \"Rent, 4\", -5.00\n", "Rent, 4")]
    [InlineData("Date,Text,Amount\n03/05/2025,\"Rent, 4\" ,-5.00\n", "Rent, 4")]
    [InlineData("Date,Text,Amount\n03/05/2025,\"Cash \\\"for, 12\\\" nights\",\"-5.00\"\n", "Cash \"for, 12\" nights")]
    [InlineData("Date,Text,Amount\n03/05/2025,\"C:\\\",\"-5.00\"\n", "C:\\")]
    [InlineData("Date,Text,Amount\n03/05/2025,Rent \"4\",=\"-5.00\"\n", "Rent \"4\"")]
    public void Empty_cells_at_the_end_and_spaces_around_marks_move_nothing(string table, string text)
    {
        var record = Assert.Single(Read(table, Signed).Records);
        Assert.Equal((text, -500L), (record.Text, record.Amount!.Minor));
        Assert.Empty(record.Warnings);
    }

    [Theory]
    [InlineData("Af", "Bij")]
    [InlineData("D", "C")]
    [InlineData("DR", "CR")]
    [InlineData("-", "+")]
    [InlineData("Расход", "Приход")]
    [InlineData("Soll", "Haben")]
    public void A_column_that_says_the_direction_is_asked_for_and_then_read(string outgoing, string incoming)
    {
        var table = $"Date,Text,Amount,Way\n03/05/2025,Wage,900.00,{incoming}\n05/05/2025,Rent,75.94,{outgoing}\n";
        var asked = Assert.Single(Read(table, Signed).Summary.NeedsDecision);
        Assert.Equal(("profile", "Way"), (asked.What, asked.Value));
        Assert.Equal(["direction"], asked.Options);

        var run = Read(table, Signed with { Direction = 4, OutWords = [outgoing], InWords = [incoming.ToLowerInvariant()] });
        Assert.Equal([90000L, -7594L], Amounts(run));
    }

    [Fact]
    public void A_single_long_word_is_asked_for_and_a_single_letter_or_a_minus_is_not()
    {
        Assert.Single(Read("Date,Text,Amount,Way\n03/05/2025,Rent,900.00,Debit\n", Signed).Summary.NeedsDecision);
        Assert.Empty(Read("Date,Text,Amount,Kind\n03/05/2025,Rent,900.00,D\n", Signed).Summary.NeedsDecision);
        Assert.Empty(Read("Date,Text,Amount,Way\n03/05/2025,Rent,-900.00,Debit\n04/05/2025,Wage,9.00,Credit\n", Signed).Summary.NeedsDecision);
    }

    [Fact]
    public void A_direction_that_is_not_known_or_contradicts_the_sign_gives_no_amount()
    {
        var profile = Signed with { Direction = 4, OutWords = ["D"], InWords = ["C"] };
        var run = Read("Date,Text,Amount,Way\n03/05/2025,a,1.00,X\n03/05/2025,b,1.00,\n03/05/2025,c,-1.00,C\n03/05/2025,d,-1.00,D\n", profile);
        Assert.Equal([null, null, null, -100L], Amounts(run));
        Assert.Equal(["direction-unknown:X", "direction-unknown:", "direction-contradicts-sign"], run.Records.SelectMany(r => r.Warnings));
    }

    [Fact]
    public void Signs_that_the_balances_turn_round_are_asked_for_and_then_read()
    {
        const string Card = "Date,Text,Amount,Owed\n03/05/2025,Hotel,120.00,120.00\n04/05/2025,Fuel,30.00,150.00\n09/05/2025,Payment,-120.00,30.00\n";
        Assert.Equal([-12000L, -3000L, 12000L], Amounts(Read(Card, Signed with { TurnedSigns = true })));
        var turned = Read(Card, WithBalance with { TurnedSigns = true });
        Assert.All(turned.Records, r => Assert.Empty(r.Warnings));

        var swapped = Read("Date,Text,Amount,Balance\n03/05/2025,Rent,10.00,90.00\n04/05/2025,Fuel,30.00,60.00\n05/05/2025,Food,5.00,55.00\n", WithBalance);
        Assert.Equal(["signs"], Assert.Single(swapped.Summary.NeedsDecision).Options);
    }

    [Fact]
    public void Balances_that_mostly_do_not_follow_are_said_once_with_their_number()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(n => $"0{n}/05/2025,x,10.00,{n * n * 7}.00\n"));
        var run = Read("Date,Text,Amount,Balance\n" + rows, WithBalance);
        Assert.Equal(["balances-do-not-follow:8"], run.Summary.Warnings);
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
    }

    [Theory]
    [InlineData("2025-05-03 00:00:00", "2025-05-04T00:00")]
    [InlineData("2025-05-03", "2025-05-04 12:00 AM")]
    public void Days_that_a_database_wrote_as_midnight_are_days(string one, string two)
    {
        var profile = Signed with { DateOrder = "ymd" };
        var run = FileRun.Of("s.csv", Encoding.UTF8.GetBytes($"Date,Text,Amount\n{one},Rent,-50.00\n{two},Wage,20.00\n"), new ReadOptions(Profile: profile));
        Assert.Equal(["2025-05-03", "2025-05-04"], run.Records.Select(r => r.Time.Local));
        Assert.All(run.Records, r => Assert.Null(r.Time.Utc));
        Assert.StartsWith("all-times-midnight:", Assert.Single(run.Summary.Warnings), StringComparison.Ordinal);
        var mixed = Read($"Date,Text,Amount\n{one},Rent,-50.00\n2025-05-04 10:00,Wage,20.00\n", profile);
        Assert.NotNull(mixed.Records[1].Time.Utc);
        Assert.Empty(mixed.Summary.Warnings);
    }

    [Theory]
    [InlineData("500.000", "VND", '.')]
    [InlineData("2,000", "EUR", ',')]
    [InlineData("-1.000", "EUR", '.')]
    public void A_sign_that_may_part_thousands_is_not_read_and_is_pointed_out(string cell, string currency, char sign)
    {
        var run = Read($"Date;Text;Amount\n03/05/2025;Loan;{cell}\n04/05/2025;x;1\n", Signed with { Delimiter = ';', Currency = currency, DecimalSign = sign });
        Assert.Equal(["amount-unreadable"], run.Records[0].Warnings);
        Assert.Equal(["decimal-sign-doubtful:1"], run.Summary.Warnings);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Rows_may_end_with_a_return_alone(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Date,Text,Amount\r03/05/2025,\"In\rside\",900.00\r05/05/2025,Rent,-50.00\r")];
        var run = FileRun.Of("mac.csv", bytes, new ReadOptions(Profile: Signed));
        Assert.Equal([90000L, -5000L], Amounts(run));
        Assert.Equal("In\nside", run.Records[0].Text);
    }

    [Fact]
    public void Small_forms_are_read()
    {
        Assert.Equal("2019-04-19", Assert.Single(Read("Date,Text,Amount\n2019.04.19.,Rent,-350\n", Signed).Records).Time.Local);
        Assert.Equal([-500L], Amounts(Read("sep=;\nDate;Text;Amount\n03/05/2025;Rent;-5.00\n", Signed with { Delimiter = ';' })));
        Assert.Equal([-500L], Amounts(Read("sep=;\nDate;Text;Amount\n03/05/2025;Rent;-5.00\n", Signed with { Delimiter = ';', PreambleLines = 1 })));
        var zero = Read("Date,Text,Amount\n03/05/2025,Re\0nt,-5.00\n04/05/2025,Food,-6.00\n", Signed);
        Assert.Equal([-500L, -600L], Amounts(zero));
        Assert.Equal(["characters-unreadable"], zero.Records[0].Warnings);
        Assert.Equal("Re\uFFFDnt", zero.Records[0].Text);
        Assert.Equal(';', ProfileSuggestion.From(EvidenceFile.Of("s.csv", "sep=;\nDate;Text, long;Amount, gross\n03/05/2025;a, b;-5.00\n"u8.ToArray()))!.Delimiter);
    }

    [Theory]
    [InlineData("Total,,850.00")]
    [InlineData(",Closing balance,850.00")]
    [InlineData("Summe Mai,,850.00")]
    [InlineData(",Итого,850.00")]
    [InlineData("printed by the branch,,")]
    public void Totals_and_notes_are_rows_and_no_payments(string row)
    {
        var run = Read("Date,Text,Amount\n03/05/2025,In,900.00\n" + row + "\n", Signed);
        Assert.Equal((RecordKind.Row, null), (run.Records[1].Kind, run.Records[1].Amount));
        Assert.Equal(["row-not-a-payment"], run.Records[1].Warnings);
    }

    [Fact]
    public void A_payment_of_the_day_above_and_one_that_begins_like_a_footer_stay_payments()
    {
        var sameDay = Read("Date,Text,Amount\n03/05/2025,In,900.00\n,Rent,-50.00\n", Signed).Records[1];
        Assert.Equal((RecordKind.Payment, -5000L), (sameDay.Kind, sameDay.Amount!.Minor));
        var text = new ColumnProfile { Name = "t", Date = 2, DateOrder = "dmy", Description = 1, Amount = 3, Currency = "EUR", FooterStarts = ["Total"] };
        Assert.Equal([-5000L], Amounts(Read("Text,Date,Amount\nTotal Fuel Ltd,03/05/2025,-50.00\nTotal,,-50.00\n", text)));
    }

    [Fact]
    public void A_header_once_more_is_counted_and_a_table_without_rows_is_not_silent()
    {
        var run = Read("Date,Text,Amount\n03/05/2025,In,900.00\nDate,Text,Amount\n04/05/2025,In,1.00\n", Signed);
        Assert.Equal([90000L, 100L], Amounts(run));
        Assert.Equal(new Skipped("repeated-header", 1), Assert.Single(run.Summary.Skipped));
        Assert.Equal(new Skipped("no-rows", 1), Assert.Single(Read("Date,Text,Amount\n", Signed).Summary.Skipped));
    }

    [Theory]
    [InlineData("Call start,Called number,Duration\n03/05/2025,0555 1,125\n")]
    [InlineData("Datum,Rufnummer,Dauer\n03/05/2025,0555 1,125\n")]
    [InlineData("timestamp,caller_id,cell_id\n03/05/2025,0555 1,125\n")]
    public void A_table_of_calls_is_no_payment_and_can_be_kept_as_rows(string table)
    {
        Assert.Equal(["calls"], Assert.Single(Read(table, Signed).Summary.NeedsDecision).Options);
        var rows = new ColumnProfile { Name = "no bank", Date = 0, DateOrder = "", PlainRows = true };
        Assert.Equal("date-order", Assert.Single(Read(table, rows).Summary.NeedsDecision).What);
        var run = Read(table, rows, "dmy");
        Assert.Equal([null, "2025-05-03"], run.Records.Select(r => r.Time.Local));
        Assert.Equal(2, run.Records.Count);
        Assert.All(run.Records, r => Assert.Equal((RecordKind.Row, null, 0), (r.Kind, r.Amount, r.Parties.Count)));
        Assert.Contains("125", run.Records[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_between_telephones_is_a_bank_table() =>
        Assert.Equal(0, Read("timestamp,caller_id,amount,called\n03/05/2025,0555 1,125.00,0555 2\n", Signed).Summary.ExitCode);

    [Fact]
    public void A_suggestion_names_the_direction_column_and_its_words()
    {
        var suggestion = ProfileSuggestion.From(EvidenceFile.Of("s.csv", "Datum,Naam,Bedrag,Af Bij\n03/05/2025,Ilse,\"900,00\",Bij\n04/05/2025,Huur,\"5,00\",Af\n"u8.ToArray()))!;
        Assert.Equal(4, suggestion.Columns["direction"]);
        Assert.Equal(["Af"], suggestion.Directions.Out);
        Assert.Equal(["Bij"], suggestion.Directions.In);
    }

    private static long?[] Amounts(FileRun run) => [.. run.Records.Select(r => r.Amount?.Minor)];

    private static FileRun Read(string text, ColumnProfile profile, string? order = null) =>
        FileRun.Of("statement.csv", Encoding.UTF8.GetBytes(text), new ReadOptions("Asia/Kathmandu", order, Profile: profile));
}
