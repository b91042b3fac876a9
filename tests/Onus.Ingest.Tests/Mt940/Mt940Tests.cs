using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Mt940;

public sealed class Mt940Tests
{
    private const string Plain = """
        :20:STARTUMS
        :25:10020030/1234567
        :28C:5/1
        :60F:C241227EUR1000,00
        :61:2501021231D12,50NTRFNONREF//B-77
        :86:166?00TRANSFER?100599?20Rent for the room above the?21 harbour?3010020030?31987654?32Harbour Rooms?33 Ltd
        :61:250103CR300,NMSCREF 9
        extra words
        :86:Paid in at the counter
        second line
        :61:2501030103RC0,5NTRFNONREF
        :61:2501030103RDR20,NTRFNONREF
        :62F:C250103EUR1307,00
        -
        """;

    private static FileRun Read(string text, ReadOptions? options = null, string name = "a.sta") => FileRun.Of(name, Encoding.UTF8.GetBytes(text), options ?? new ReadOptions());

    [Fact]
    public void Entries_become_payments_with_their_day_sign_and_words()
    {
        var run = Read(Plain);
        Assert.Equal(("mt940", "ledger", 4L), (run.Summary.Format, run.Summary.Family, run.Summary.Records));
        Assert.Empty(run.Summary.Warnings);
        Assert.All(run.Records, r => Assert.Equal(RecordKind.Payment, r.Kind));
        // A debit that is taken back comes in, a credit that is taken back goes out; the third letter of the currency is no part of the mark.
        Assert.Equal([-1250L, 30000, -50, 2000], run.Records.Select(r => r.Amount!.Minor));
        Assert.All(run.Records, r => Assert.Equal(("EUR", 2), (r.Amount!.Currency, r.Amount.Decimals)));
        Assert.Equal([null, null, null, 130700L], run.Records.Select(r => r.Balance?.Minor));

        // Entered on the last day of the year before the value date.
        Assert.Equal(["2024-12-31", "2025-01-03", "2025-01-03", "2025-01-03"], run.Records.Select(r => r.Time.Local));
        Assert.Equal("2501021231", run.Records[0].Time.Raw);
        Assert.All(run.Records, r => Assert.Equal((null, TimeBasis.Unknown), (r.Time.Utc, r.Time.Basis)));
        Assert.Equal(["value-day:2025-01-02"], run.Records[0].Warnings);
        Assert.Equal(["entry-reversal"], run.Records[3].Warnings);

        Assert.Equal([new Party("10020030/1234567", "holder"), new Party("Harbour Rooms Ltd", "counterparty")], run.Records[0].Parties);
        Assert.Equal("166 TRANSFER\nRent for the room above the harbour\n?10 0599 ?30 10020030 ?31 987654\nB-77", run.Records[0].Text);
        Assert.Equal("Paid in at the counter\nsecond line\nextra words\nREF 9", run.Records[1].Text);
        Assert.Null(run.Records[2].Text);

        // The slice of an entry is its lines, down to the last that belongs to it.
        Assert.Equal(new TextPosition(7, 213, 76), run.Records[1].Locator.At);
        Assert.Equal(":61:250103CR300,NMSCREF 9\nextra words\n:86:Paid in at the counter\nsecond line", Encoding.UTF8.GetString(run.Slice(1)));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Other_line_ends_say_the_same(string end)
    {
        var run = Read(Plain.Replace("\n", end, StringComparison.Ordinal));
        Assert.Equal(Read(Plain).Records.Select(r => (r.Text, r.Amount, r.Time)), run.Records.Select(r => (r.Text, r.Amount, r.Time)));
    }

    [Fact]
    public void Several_statements_of_several_accounts_are_told_apart()
    {
        var run = Read(Statement("A", "1/1", "C250101EUR10,00", "D2,00", "C250102EUR8,00") + Statement("B", "7/1", "D250101USD5,00", "C6,00", "C250102USD1,00") + Statement("A", "2/1", "C250102EUR8,00", "C1,00", "C250103EUR9,00"));
        Assert.Empty(run.Summary.Warnings);
        Assert.Equal(["A", "B", "A"], run.Senders);
        Assert.Equal([("EUR", -200L, 800L), ("USD", 600, 100), ("EUR", 100, 900)], run.Records.Select(r => (r.Amount!.Currency, r.Amount.Minor, r.Balance!.Minor)));
    }

    /// <summary>Two parts of one statement go on through their intermediate balances.</summary>
    [Fact]
    public void Parts_of_a_statement_go_on()
    {
        var parts = Statement("A", "1/1", "C250101EUR10,00", "D2,00", "C250102EUR8,00").Replace(":62F:", ":62M:", StringComparison.Ordinal) + Statement("A", "1/2", "C250102EUR8,00", "C1,00", "C250103EUR9,00").Replace(":60F:", ":60M:", StringComparison.Ordinal);
        Assert.Empty(Read(parts).Summary.Warnings);
        Assert.Equal(["statement-not-continued:1/2"], Read(parts.Replace(":60M:C250102EUR8,00", ":60M:C250102EUR7,00", StringComparison.Ordinal).Replace("EUR9,00", "EUR8,00", StringComparison.Ordinal)).Summary.Warnings);
    }

    [Theory]
    // Of an entry, of the balance before, of the balance after; an entry too many.
    [InlineData("D12,50", "D12,60")]
    [InlineData("EUR1000,00", "EUR1000,01")]
    [InlineData("EUR1307,00", "EUR1307,10")]
    [InlineData(":61:2501030103RDR20,NTRFNONREF\n", ":61:2501030103RDR20,NTRFNONREF\n:61:2501030103D1,NTRFNONREF\n")]
    public void A_statement_that_does_not_come_to_its_balance_is_told(string right, string wrong)
    {
        var run = Read(Plain.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(["statement-does-not-add-up:5/1"], run.Summary.Warnings);
        Assert.Contains("statement-does-not-add-up:5/1", run.Records[^1].Warnings);
        Assert.Null(run.Records[^1].Balance);
        Assert.Equal(WarningGroup.Lost, WarningGroups.Of(run.Summary.Warnings[0]));
    }

    [Fact]
    public void A_statement_that_is_missing_between_two_is_told()
    {
        var run = Read(Statement("A", "1/1", "C250101EUR10,00", "D2,00", "C250102EUR8,00") + Statement("A", "3/1", "C250105EUR4,00", "C1,00", "C250106EUR5,00"));
        Assert.Equal(["statement-not-continued:3/1"], run.Summary.Warnings);
        Assert.Contains("statement-not-continued:3/1", run.Records[1].Warnings);
    }

    /// <summary>Wherever a file is cut off behind its first entry, something says so.</summary>
    [Fact]
    public void A_file_that_is_cut_off_is_never_taken_for_a_whole_one()
    {
        var bytes = Encoding.UTF8.GetBytes(Plain);
        var (first, last) = (Plain.IndexOf(":61:", StringComparison.Ordinal), Plain.IndexOf(":62F:", StringComparison.Ordinal));
        for (var cut = 0; cut < bytes.Length; cut++)
        {
            var run = FileRun.Of("a.sta", bytes[..cut], new ReadOptions());
            // From the comma of the closing balance on nothing is missing but zeros.
            if (cut > first + 30 && cut < last + ":62F:C250103EUR1307,".Length)
            {
                Assert.True(run.Summary.Warnings.Any(w => w.StartsWith("statement-", StringComparison.Ordinal)), $"cut at {cut}: {run.Lines()}");
            }
        }
    }

    [Fact]
    public void Damage_never_throws_and_never_loses_count()
    {
        var random = new Random(20250503);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Plain);
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            FileRun.Of("a.sta", bytes, new ReadOptions(Charset: round % 2 == 0 ? "windows-1252" : null));
        }
    }

    [Theory]
    // No comma, two commas, more digits than the currency has.
    [InlineData("D12", "amount-unreadable")]
    [InlineData("D1,2,5", "amount-unreadable")]
    [InlineData("D12,501", "amount-unreadable")]
    [InlineData("X12,50", "entry-unreadable")]
    public void What_cannot_be_read_exactly_is_kept_and_told(string written, string warning)
    {
        var run = Read(Plain.Replace("D12,50", written, StringComparison.Ordinal));
        Assert.Equal(4, run.Records.Count);
        Assert.Contains(warning, run.Records[0].Warnings);
        Assert.Null(run.Records[0].Amount);
        Assert.Contains("Rent", run.Records[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JPY", "D1500,", -1500L, 0)]
    [InlineData("KWD", "C1,234", 1234L, 3)]
    public void Decimals_are_those_of_the_currency(string currency, string amount, long minor, int decimals)
    {
        var run = Read(Statement("A", "1", $"C250101{currency}0,", amount, $"C250102{currency}0,"));
        Assert.Equal(new Money(minor, currency, decimals), run.Records[0].Amount);
    }

    [Fact]
    public void Without_a_balance_before_it_an_entry_has_no_currency_and_so_no_amount()
    {
        var run = Read(Plain.Replace(":60F:C241227EUR1000,00\n", "", StringComparison.Ordinal));
        Assert.All(run.Records, r => Assert.Contains("currency-unreadable", r.Warnings));
        Assert.All(run.Records, r => Assert.Null(r.Amount));
    }

    [Theory]
    [InlineData("2502300301D12,50", "2025-03-01")]
    [InlineData("2503010230D12,50", null)]
    [InlineData("250230D12,50", null)]
    public void A_day_that_is_none_is_told(string written, string? local)
    {
        var record = Read(Plain.Replace("2501021231D12,50", written, StringComparison.Ordinal)).Records[0];
        Assert.Contains("date-impossible", record.Warnings);
        Assert.Equal(local, record.Time.Local);
        Assert.Equal(-1250, record.Amount!.Minor);
    }

    [Fact]
    public void What_the_bank_says_of_the_whole_statement_is_kept()
    {
        var run = Read(Plain.Replace("-\n", ":86:Fees will change\n-\n", StringComparison.Ordinal).TrimEnd('-', '\n') + "\n:86:Fees will change\n-\n");
        Assert.Equal((RecordKind.Row, "Fees will change"), (run.Records[^1].Kind, run.Records[^1].Text));
        Assert.Equal(["row-not-a-payment"], run.Records[^1].Warnings);
        Assert.Empty(run.Summary.Warnings);
        Assert.Equal(130700, run.Records[^2].Balance!.Minor);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_asked_about()
    {
        var bytes = Encoding.Latin1.GetBytes(Plain.Replace("harbour", "hämmern", StringComparison.Ordinal));
        var question = Assert.Single(FileRun.Of("a.sta", bytes, new ReadOptions()).Summary.NeedsDecision);
        Assert.Equal(("charset", 6), (question.What, question.Line));
        Assert.Contains("hämmern", FileRun.Of("a.sta", bytes, new ReadOptions(Charset: "windows-1252")).Records[0].Text, StringComparison.Ordinal);
        Assert.Equal(4, FileRun.Of("a.sta", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)], new ReadOptions()).Records.Count);
    }

    [Theory]
    [InlineData("/TRTP/SEPA TRANSFER/IBAN/XX00TEST/BIC/TESTXX/NAME/A. Lantern/REMI/Room 4/EREF/NOTPROVIDED", "A. Lantern")]
    [InlineData("/ORDP//NAME/Harbour Rooms/REMI/Two", "Harbour Rooms")]
    [InlineData("/CNTP/XX00TEST/TESTXX/A. Lantern///REMI/USTD//Room/", "A. Lantern")]
    // A full line goes on in the next without a space.
    [InlineData("/EREF/01-01-2025 12:00 0030000000000021/BENM//NAME/HARBOUR ROOMS\n & SONS/REMI//ISDT/2025-01-02", "HARBOUR ROOMS & SONS")]
    [InlineData("/EREF/01-01-2025 12:00 00300000000000210/BENM//NAME/HARBOUR ROOM\nS/REMI//ISDT/2025-01-02", "HARBOUR ROOMS")]
    [InlineData("166~00CREDIT~20Room~32A. Lantern", "A. Lantern")]
    [InlineData("Cash paid in, 20 ?32 no field", null)]
    public void The_other_side_is_named_only_where_a_subfield_does(string details, string? other) =>
        Assert.Equal(other, Read(Statement("A", "1", "C250101EUR0,", "C1,00", "C250102EUR1,00", details)).Records[0].Parties.SingleOrDefault(p => p.Role == "counterparty")?.Raw);

    [Fact]
    public void Envelopes_and_empty_lines_stand_in_nobodys_way()
    {
        var run = Read("{1:F01TESTXXXXAXXX0000000000}{2:I940TESTXXXXN}{4:\n" + Plain.Replace("second line\n", "second line\n\n", StringComparison.Ordinal).TrimEnd('-', '\n') + "\n-}\n");
        Assert.Equal(4, run.Records.Count);
        Assert.Empty(run.Summary.Warnings);
        Assert.EndsWith("second line", Encoding.UTF8.GetString(run.Slice(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("statement.csv")]
    [InlineData("noname")]
    public void It_is_known_by_its_fields_and_not_by_its_name(string name) => Assert.Equal("mt940", Read(Plain, name: name).Summary.Format);

    [Theory]
    [InlineData("3/5/25, 18:06 - Asha: :20: and :61:\n3/5/25, 18:07 - Asha: more\n", "whatsapp-text")]
    [InlineData(":20:A\n:60F: no balance\n", null)]
    [InlineData("Date,Text,Amount\n03/05/2025,:61:,1.00\n04/05/2025,x,2.00\n", "bank-csv")]
    public void Other_texts_are_not_taken(string text, string? format) => Assert.Equal(format, Read(text, name: "a.txt").Summary.Format);

    /// <summary>Neither an endless field nor endless faults make what is kept grow.</summary>
    [Fact]
    public void Endless_fields_and_faults_are_bounded()
    {
        var words = string.Concat(Enumerable.Repeat("x words\n", 200_000));
        var run = Read(Plain.Replace("second line\n", words, StringComparison.Ordinal));
        Assert.Equal((3, new Skipped("row-too-long", 1)), (run.Records.Count, Assert.Single(run.Summary.Skipped)));
        // A sum of which an entry is missing is not compared.
        Assert.Empty(run.Summary.Warnings);
        var faults = string.Concat(Enumerable.Range(1, 300).Select(n => Statement("A" + n, n + "/1", "C250101EUR0,", "C1,00", "C250102EUR2,00")));
        Assert.EndsWith(", …", Assert.Single(Read(faults).Summary.Warnings), StringComparison.Ordinal);
        Assert.True(Read(faults).Summary.Warnings[0].Length < 300);
        Assert.Empty(Read(Statement(new string('A', 5000), "1", "C250101EUR0,", "C1,00", "C250102EUR1,00")).Records[0].Parties);
    }

    [Fact]
    public void Public_samples_are_read_entry_by_entry()
    {
        var files = SharedCases.Samples(".sta");
        var (read, entries) = (0, 0);
        foreach (var path in files)
        {
            var bytes = File.ReadAllBytes(path);
            var run = FileRun.Of(Path.GetFileName(path), bytes, new ReadOptions());
            if (run.Summary.NeedsDecision.Count > 0)
            {
                run = FileRun.Of(Path.GetFileName(path), bytes, new ReadOptions(Charset: "windows-1252"));
            }

            if (run.Summary.Format != "mt940")
            {
                // Single fields out of which no statement can be made.
                Assert.True(bytes.Length < 400 && !Encoding.Latin1.GetString(bytes).Contains(":60F:C", StringComparison.Ordinal) | !Encoding.Latin1.GetString(bytes).Contains(":20:", StringComparison.Ordinal), path);
                continue;
            }

            read++;
            var stated = Encoding.Latin1.GetString(bytes).Split('\n').Count(line => line.StartsWith(":61:", StringComparison.Ordinal));
            var payments = run.Records.Where(r => r.Kind == RecordKind.Payment).ToList();
            Assert.True(stated == payments.Count, $"{path}: {stated} entries, {payments.Count} payments");
            var withoutComma = Encoding.Latin1.GetString(bytes).Split('\n').Count(line => line.StartsWith(":61:", StringComparison.Ordinal) && !line.Contains(',', StringComparison.Ordinal));
            Assert.Equal(withoutComma, payments.Count(r => r.Amount is null));
            entries += stated;
        }

        Assert.True(read >= 8 && entries >= 50, $"{read} files and {entries} entries were read.");
    }

    private static string Statement(string account, string number, string opening, string entry, string closing, string details = "Words") =>
        $":20:REF\n:25:{account}\n:28C:{number}\n:60F:{opening}\n:61:2501020102{entry}NTRFNONREF\n:86:{details}\n:62F:{closing}\n-\n";
}
