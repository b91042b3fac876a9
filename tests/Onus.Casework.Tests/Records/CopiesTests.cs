using System.Globalization;
using System.Text;
using Onus.Casework.Files;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Ingest.Contract;

namespace Onus.Casework.Tests.Records;

/// <summary>What two files both hold is never summed unsaid; a month without an entry is missing only where the balance breaks.</summary>
public sealed class CopiesTests
{
    private const string Head = "Date;With;Amount;Balance\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transfer_that_both_banks_show_is_summed_once_and_said()
    {
        await using var unit = await Banks(
            ("his.csv", "Corin Vale", "01/04/2025;Mirela;-250.00;1000.00\n01/05/2025;Mirela;-250.00;750.00\n01/06/2025;Mirela;-250.00;500.00\n"),
            ("hers.csv", "Mirela", "03/04/2025;Corin Vale;250.00;260.00\n09/05/2025;Corin Vale;250.00;510.00\n02/06/2025;Corin Vale;250.00;760.00\n"));
        var paid = Assert.Single((await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Payments);
        // The entries of May are eight days apart: that may be another payment.
        Assert.Equal((6, 2, 1000_00L), (paid.Count, paid.Twice.Count, paid.Minor));
        Assert.Equal([(250_00L, 1), (500_00L, 2), (250_00L, 1)], paid.Months.Select(m => (m.Minor, m.Count)));
        Assert.Equal(paid.Payments, paid.Months.Sum(m => m.Count));
        Assert.Equal(paid.Minor, paid.Months.Sum(m => m.Minor));
        Assert.Equal([(new DateOnly(2025, 4, 1), new DateOnly(2025, 4, 3)), (new DateOnly(2025, 6, 1), new DateOnly(2025, 6, 2))], paid.Twice.Select(t => (t.PaidOn, t.ReceivedOn)));
    }

    [Theory]
    [InlineData("Corin Vale", "Mirela", "Mirela", "")]
    [InlineData("Corin Vale", "", "Mirela", "Corin Vale")]
    [InlineData("", "Mirela", "Mirela", "Corin Vale")]
    public async Task A_transfer_of_which_one_bank_leaves_out_a_name_is_listed_once(string payer, string whom, string payee, string whose)
    {
        await using var unit = await Banks(("his.csv", payer, $"01/04/2025;{whom};-250.00;1000.00\n"), ("hers.csv", payee, $"01/04/2025;{whose};250.00;260.00\n"));
        var all = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        var paid = Assert.Single(all.Payments);
        Assert.Equal(("Defendant C", "Survivor M", 2, 250_00L), (paid.From?.Shown, paid.To?.Shown, paid.Count, paid.Minor));
        Assert.True(Assert.Single(paid.Twice).Filled);
        Assert.Equal(250_00L, Assert.Single(paid.Months).Minor);
        Assert.Empty(all.Maybe);
    }

    [Fact]
    public async Task Two_entries_of_which_one_leaves_out_a_name_on_another_day_are_both_listed_and_said()
    {
        await using var unit = await Banks(("his.csv", "Corin Vale", "01/04/2025;Mirela;-250.00;1000.00\n"), ("hers.csv", "Mirela", "02/04/2025;;250.00;260.00\n"));
        var all = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Equal([1, 1], all.Payments.Select(p => p.Count));
        var maybe = Assert.Single(all.Maybe);
        Assert.Equal(("Defendant C", "Survivor M", 250_00L), (maybe.From?.Shown, maybe.To?.Shown, maybe.Entries.Minor));
    }

    [Fact]
    public async Task Transfers_of_which_each_bank_names_its_own_customer_alone_are_both_summed_and_said_beside_the_sums()
    {
        await using var unit = await Banks(
            ("his.csv", "Corin Vale", "10/02/2026;;-1500.00;\n15/02/2026;;-940.00;\n10/03/2026;;-1500.00;\n"), ("hers.csv", "Mirela", "10/02/2026;;1500.00;\n12/03/2026;;1500.00;\n20/03/2026;;1500.00;\n"));
        var all = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Equal(
            [("", "Survivor M", 3, 4500_00L, 2), ("Defendant C", "", 3, 3940_00L, 2)],
            all.Payments.Select(p => (p.From?.Shown ?? "", p.To?.Shown ?? "", p.Payments, p.Minor, p.Maybe)));
        Assert.Equal(
            [("Defendant C", "Survivor M", new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 10)), ("Defendant C", "Survivor M", new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 12))],
            all.Maybe.Select(m => (m.From!.Shown, m.To!.Shown, m.Entries.PaidOn, m.Entries.ReceivedOn)));
        await using var work = unit.Store.Begin(unit.Counsel);
        var rows = work.Db.Records.ToList();
        var same = (await new FindSamePayments(unit.Store).Handle(Unit.Ref, rows, unit.Counsel, Cancel)).Value;
        Assert.Equal(4, same.Count);
        Assert.All(same.Values, elsewhere => Assert.False(elsewhere.Certain));
        // Each page asks for what it shows alone.
        var one = rows.Single(row => row.Day == "2026-03-12");
        Assert.Equal("his.csv", Assert.Single((await new FindSamePayments(unit.Store).Handle(Unit.Ref, [one], unit.Counsel, Cancel)).Value[one.Id].Entries).File.Name);
    }

    [Theory]
    [InlineData("Transfer to Mirela Oduya", "FROM CORIN VALE", true)]
    [InlineData("Transfer to Mirela Oduya", "SALARY", false)]
    [InlineData("REF FT2604100077", "TRF FT2604100077", true)]
    [InlineData("REF FT2604100077", "TRF FT2604100078", false)]
    public async Task Transfers_are_one_where_the_words_of_both_banks_say_so(string paid, string received, bool one)
    {
        await using var unit = await Unit.Open();
        await People(unit);
        await unit.Drop(("his.sta", Statement("Corin Vale", "D", paid)), ("hers.sta", Statement("Mirela", "C", received)));
        await unit.Answer();
        foreach (var file in (await unit.List()).Files)
        {
            Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
        }

        var all = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Equal(one ? [("Defendant C", "Survivor M", 1)] : [("", "Survivor M", 1), ("Defendant C", "", 1)], all.Payments.Select(p => (p.From?.Shown ?? "", p.To?.Shown ?? "", p.Payments)).Order());
        Assert.Equal((one ? 0 : 1, one ? 1 : 0), (all.Maybe.Count, all.Payments.Sum(p => p.Twice.Count(t => t.Filled))));

        static byte[] Statement(string account, string mark, string words) => Encoding.UTF8.GetBytes(
            $":20:S1\r\n:25:{account}\r\n:28C:1/1\r\n:60F:C260201USD9000,00\r\n:61:2602100210{mark}1500,00NTRFNONREF\r\n:86:{words}\r\n:62F:C260228USD{(mark == "D" ? "7500" : "10500")},00\r\n-\r\n");
    }

    [Theory]
    [InlineData("750.00", 0, 2)]
    [InlineData("600.00", 2, 0)]
    [InlineData("", 2, 0)]
    public async Task Months_without_an_entry_are_missing_only_where_the_balance_does_not_go_on(string after, int missing, int quiet)
    {
        await using var unit = await Banks(("his.csv", "Corin Vale", $"01/02/2025;Rent;-250.00;1000.00\n06/05/2025;Rent;-250.00;{after}\n"));
        var series = Assert.Single((await new FindGaps(unit.Store).Handle(Unit.Ref, new(2025, 7, 1), unit.Counsel, Cancel)).Value.Series);
        Assert.Equal((missing, quiet), (series.Missing.Count, series.Quiet.Count));
    }

    [Fact]
    public async Task A_statement_covers_the_days_it_names_also_where_it_lists_nothing_in_them()
    {
        // April has a statement of its own without a row; the first one says that it is for February and March.
        await using var unit = await Banks(
            ("first.csv", "Corin Vale", "01/02/2025;Rent;-250.00;\n"), ("april.csv", "Corin Vale", ""), ("last.csv", "Corin Vale", "06/06/2025;Rent;-250.00;\n"));
        var series = Assert.Single((await new FindGaps(unit.Store).Handle(Unit.Ref, new(2025, 7, 1), unit.Counsel, Cancel)).Value.Series);
        Assert.Equal(["2025-03", "2025-04"], series.Months.Stated.Select(m => m.ToString()));
        Assert.Equal(["2025-05"], series.Missing.Select(m => m.ToString()));
        Assert.Equal(["april.csv", "first.csv"], series.Periods.Select(p => p.File.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Boss", "02/02/2025;Wages;-90.00;\n", "06/04/2025;Wages;-90.00;\n")]
    [InlineData("Corin Vale", "20/02/2025;Wages;-90.00;\n", "06/04/2025;Wages;-90.00;\n")]
    public async Task A_statement_of_one_account_says_nothing_of_another_of_the_same_person(string holder, string before, string after)
    {
        await using var unit = await Banks(("first.csv", "Corin Vale", "01/02/2025;Rent;-250.00;\n"), ("other-february.csv", holder, before), ("other-june.csv", holder, after));
        var series = Assert.Single((await new FindGaps(unit.Store).Handle(Unit.Ref, new(2025, 7, 1), unit.Counsel, Cancel)).Value.Series);
        Assert.Equal(["2025-03"], series.Missing.Select(m => m.ToString()));
        Assert.Empty(series.Months.Stated);
    }

    [Fact]
    public async Task Somebodys_word_that_nothing_happened_stands_beside_the_gap_and_in_the_log_and_can_be_taken_back()
    {
        await using var unit = await Banks(("his.csv", "Corin Vale", "01/02/2025;Rent;-250.00;\n06/04/2025;Rent;-250.00;\n"));
        var find = new FindGaps(unit.Store);
        var say = new AnswerGap(unit.Store, find);
        var gap = Assert.Single((await Series()).Missing);
        var command = new AnswerGap.Command(Unit.Ref, (await Series()).Holder, null, gap, 0, "Selwen Bank", new DateOnly(2025, 4, 3), "Asked by telephone.", new(2025, 7, 1));
        Assert.Equal("gaps.said-on-early", (await say.Handle(command with { SaidOn = new(2025, 3, 30) }, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("gaps.not-missing", (await say.Handle(command with { Month = new(2025, 4) }, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("gaps.not-missing", (await say.Handle(command with { Holder = "nobody" }, unit.Counsel, Cancel)).Error?.Key);
        var id = (await say.Handle(command, unit.Counsel, Cancel)).Value;
        Assert.Equal("rows.changed-meanwhile", (await say.Handle(command, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal(id, (await say.Handle(command with { Version = 1, Reason = "Asked in writing." }, unit.Counsel, Cancel)).Value);
        var answered = Assert.Single((await Series()).Months.Answered);
        Assert.Empty((await Series()).Missing);
        Assert.Equal(("Selwen Bank", "Asked in writing.", "Demo person 2", "Corin Vale", 2), (answered.SaidBy, answered.Reason, answered.NotedBy, answered.Holder, answered.Version));
        Assert.Contains("Selwen Bank, on 3 April 2025: nothing happened. Asked in writing. Noted by Demo person 2", GapWords.Said(Unit.Texts, answered), StringComparison.Ordinal);

        var back = new TakeBackGapAnswer(unit.Store);
        Assert.Equal("gaps.take-back-reason-missing", (await back.Handle(new(Unit.Ref, id, 2, " "), unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await back.Handle(new(Unit.Ref, id, 2, "It was another account."), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(gap, Assert.Single((await Series()).Missing));
        await using var work = unit.Store.Begin(unit.Counsel);
        Assert.Equal(["gap-answered", "gap-answered", "gap-answer-taken-back"], work.Db.Log.Where(l => l.Kind.StartsWith("gap-")).OrderBy(l => l.Sequence).Select(l => l.Kind));

        async Task<FindGaps.Series> Series() => Assert.Single((await find.Handle(Unit.Ref, new(2025, 7, 1), unit.Counsel, Cancel)).Value.Series);
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin", 0)]
    [InlineData("Europe/Berlin", "Europe/London", 1)]
    public async Task The_same_conversation_from_two_phones_counts_once_and_a_wrong_zone_shows(string zone, string other, int hours)
    {
        await using var unit = await Unit.Open();
        await People(unit);
        await unit.Drop(("his phone/chat.txt", Chat("Mirela", "Corin Vale")), ("her phone/chat.txt", Chat("Mirela Oduya", "Boss")));
        await unit.Answer();
        foreach (var (file, at) in (await unit.List()).Files.Zip([zone, other]))
        {
            Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [file.Id], new(at, "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
            Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
        }

        var all = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        var copy = Assert.Single(all.Copies);
        Assert.Equal((12, hours), (copy.What.Messages, copy.What.Hours));
        var pair = Assert.Single(all.Pairs);
        Assert.Equal((6, 6), (pair.There, pair.Back));
    }

    private static async Task<Unit> Banks(params (string Name, string Holder, string Rows)[] banks)
    {
        var unit = await Unit.Open();
        await People(unit);
        await unit.Drop([.. banks.Select(b => (b.Name, Encoding.UTF8.GetBytes(b.Name switch { "first.csv" => "Statement period 01/02/2025 - 31/03/2025\n", "april.csv" => "From;01/04/2025\nTo;30/04/2025\n", _ => "" } + Head + b.Rows)))]);
        await unit.Answer();
        foreach (var (file, bank) in (await unit.List()).Files.Zip(banks))
        {
            var profile = new ColumnProfile
            {
                Name = bank.Name,
                Delimiter = ';',
                Header = true,
                HeaderCells = ["Date", "With", "Amount", "Balance"],
                Date = 1,
                DateOrder = "dmy",
                Counterparty = 2,
                Amount = 3,
                Balance = 4,
                Currency = "USD",
                Holder = bank.Holder.Length > 0 ? bank.Holder : null,
            };
            Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, profile, [file.Id]), unit.Counsel, Cancel)).IsOk);
            Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
        }

        return unit;
    }

    private static async Task People(Unit unit)
    {
        var add = new AddPerson(unit.Store, Unit.Texts);
        Assert.True((await add.Several(
            Unit.Ref,
            [new(Unit.Ref, "Survivor M", [PersonRole.Survivor], ["Mirela", "Mirela Oduya"]), new(Unit.Ref, "Defendant C", [PersonRole.Defendant], ["Corin Vale", "Boss"])], unit.Counsel, Cancel)).IsOk);
    }

    private static byte[] Chat(string her, string him) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 12).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{13 + i:00}/04/2025, 08:{10 + i:00} - {(i % 2 == 0 ? her : him)}: Be at the gate, number {i}\n"))));
}
