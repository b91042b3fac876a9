using System.Text;
using Onus.Casework.Files;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Ingest.Contract;

namespace Onus.Casework.Tests.Records;

/// <summary>A payment that several statements of one account list is summed once and said; what the files leave open is summed for each, and said too.</summary>
public sealed class OverlapTests
{
    private const string April = "01/04/2025;Mirela;-250.00;1000.00\n";
    private const string May = "01/05/2025;Mirela;-250.00;750.00\n";
    private const string June = "01/06/2025;Mirela;-250.00;500.00\n";

    /// <summary>Another form of the same bank: money out and in apart, the newest row first, no name of the other side in a column of its own.</summary>
    private static readonly ColumnProfile Other = new()
    {
        Name = "",
        Delimiter = ',',
        Header = true,
        HeaderCells = ["Booked", "Details", "Paid out", "Paid in", "Left"],
        Date = 1,
        DateOrder = "ymd",
        Description = 2,
        Debit = 3,
        Credit = 4,
        Balance = 5,
        Currency = "USD",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Statements_that_overlap_are_summed_once_and_it_is_said(bool balances)
    {
        await using var unit = await Banks(("april-may.csv", "Corin Vale", Without(balances, April + May)), ("may-june.csv", "Corin Vale", Without(balances, May + June)));
        var paid = Assert.Single((await All(unit)).Payments);
        Assert.Equal((750_00L, 4, 3), (paid.Minor, paid.Count, paid.Payments));
        Assert.Equal([(250_00L, 1), (250_00L, 1), (250_00L, 1)], paid.Months.Select(m => (m.Minor, m.Count)));
        var again = Assert.Single(paid.Again);
        Assert.Equal(("Defendant C", "Survivor M", 250_00L, new DateOnly(2025, 5, 1)), (again.From?.Shown, again.To?.Shown, again.Minor, again.On));
        Assert.Equal(["april-may.csv", "may-june.csv"], again.Entries.Select(e => e.File.Name));
    }

    [Theory]
    [InlineData("02/05/2025;Corin Vale;250.00;260.00\n", 3)]
    [InlineData("01/05/2025;;250.00;260.00\n", 3)]
    [InlineData("02/05/2025;Corin Vale;250.00;260.00\n02/05/2025;Corin Vale;250.00;510.00\n", 4)]
    public async Task With_the_other_banks_file_too_each_payment_is_summed_once(string hers, int entries)
    {
        await using var unit = await Banks(("q1.csv", "Corin Vale", May), ("q2.csv", "Corin Vale", May + "01/06/2025;Rent;-1.00;749.00\n"), ("hers.csv", "Mirela", hers));
        var all = await All(unit);
        var paid = all.Payments.Single(p => p.To?.Shown == "Survivor M");
        // Two rows in one file are two payments: his bank shows one of them.
        Assert.Equal((entries == 4 ? 500_00L : 250_00L, entries, 1, 1), (paid.Minor, paid.Count, paid.Twice.Count, paid.Again.Count));
        Assert.Equal(paid.Minor / 250_00, paid.Payments);
        Assert.Empty(all.Maybe);
        Assert.Empty(all.MaybeListed);
    }

    [Fact]
    public async Task A_file_that_came_under_two_names_and_other_bytes_is_summed_once()
    {
        await using var unit = await Banks(("his.csv", "Corin Vale", April + May + May.Replace("750", "500", StringComparison.Ordinal)), ("his (1).csv", "Corin Vale", April + May + May.Replace("750", "500", StringComparison.Ordinal) + "\n"));
        var paid = Assert.Single((await All(unit)).Payments);
        Assert.Equal((750_00L, 6, 3), (paid.Minor, paid.Count, paid.Again.Count));
    }

    [Theory]
    [InlineData(new[] { 2, 2, 2 }, 500)]
    [InlineData(new[] { 1, 2, 1 }, 500)]
    [InlineData(new[] { 3, 0, 1 }, 750)]
    public async Task Of_equal_rows_of_a_day_there_are_as_many_payments_as_the_file_with_most_lists(int[] rows, int sum)
    {
        var day = Without(false, May);
        await using var unit = await Banks([.. rows.Select((count, i) => ($"part {i}.csv", "Corin Vale", string.Concat(Enumerable.Repeat(day, count)) + $"0{i + 2}/05/2025;Rent;-{i + 3}.00;\n"))]);
        var paid = (await All(unit)).Payments.Single(p => p.To?.Shown == "Survivor M");
        Assert.Equal((sum * 100L, rows.Sum()), (paid.Minor, paid.Count));
        Assert.Equal(rows.Sum() - (sum / 250), paid.Again.Sum(a => a.Entries.Count - 1));
    }

    [Theory]
    [InlineData("750.00", true)]
    [InlineData("", false)]
    public async Task Two_forms_of_one_banks_statement_are_one_by_their_balances_and_else_may_be(string left, bool one)
    {
        await using var unit = await Banks(("april-may.csv", "Corin Vale", April + $"01/05/2025;Mirela;-250.00;{left}\n"));
        await Arrives(unit, Other with { Name = "Other form", Holder = "CORIN VALE" }, "form.csv", $"Booked,Details,Paid out,Paid in,Left\n2025-06-01,Transfer M. Oduya 4471,250.00,,\n2025-05-01,Transfer M. Oduya 4471,250.00,,{left}\n");
        var all = await All(unit);
        Assert.Equal(one ? 750_00L : 1000_00L, all.Payments.Sum(p => p.Minor));
        if (one)
        {
            // It is told under the name that one of the two forms gives.
            var paid = all.Payments.Single(p => p.To?.Shown == "Survivor M");
            Assert.Equal((500_00L, 3), (paid.Minor, paid.Count));
            Assert.Equal(["april-may.csv", "form.csv"], Assert.Single(paid.Again).Entries.Select(e => e.File.Name));
            Assert.Empty(all.MaybeListed);
        }
        else
        {
            Assert.Equal((250_00L, new DateOnly(2025, 5, 1)), (Assert.Single(all.MaybeListed).Minor, all.MaybeListed[0].On));
            Assert.All(all.Payments, p => Assert.Empty(p.Again));
        }
    }

    [Fact]
    public async Task Two_accounts_of_one_person_are_two_though_their_rows_agree()
    {
        await using var unit = await Banks(("his.csv", "Corin Vale", April + May), ("his other.csv", "Corin Vale", "01/04/2025;Mirela;-250.00;90.00\n01/05/2025;Mirela;-250.00;80.00\n"));
        var all = await All(unit);
        Assert.Equal((1000_00L, 0, 0), (Assert.Single(all.Payments).Minor, all.Payments[0].Again.Count, all.MaybeListed.Count));
    }

    [Fact]
    public async Task Where_no_holder_is_named_nothing_is_joined_and_it_is_said()
    {
        await using var unit = await Banks(("april-may.csv", "", April + May), ("may-june.csv", "", May + June));
        var all = await All(unit);
        Assert.Equal(1000_00L, all.Payments.Sum(p => p.Minor));
        var maybe = Assert.Single(all.MaybeListed);
        Assert.Equal(("april-may.csv", "Survivor M", 250_00L), (maybe.From?.Shown, maybe.To?.Shown, maybe.Minor));
        Assert.Equal(["april-may.csv", "may-june.csv"], maybe.Entries.Select(e => e.File.Name));
    }

    [Fact]
    public async Task Beside_each_entry_stands_where_it_is_listed_too()
    {
        await using var unit = await Banks(("april-may.csv", "Corin Vale", April + May), ("may-june.csv", "Corin Vale", May + June), ("unnamed.csv", "", June));
        var find = new FindSamePayments(unit.Store);
        var shown = (await new ReadChronology(unit.Store).Handle(new() { Case = Unit.Ref }, unit.Counsel, Cancel)).Value.Entries.Select(e => e.Record!).ToList();
        var files = (await unit.List()).Files.ToDictionary(f => f.Id, f => f.Name);
        var found = (await find.Handle(Unit.Ref, shown, unit.Counsel, Cancel)).Value;
        Assert.Equal(
            ["april-may.csv 2025-05-01: may-june.csv True", "may-june.csv 2025-05-01: april-may.csv True", "may-june.csv 2025-06-01: unnamed.csv False", "unnamed.csv 2025-06-01: may-june.csv False"],
            shown.Where(r => found.ContainsKey(r.Id)).Select(r => $"{files[r.Material]} {r.Day}: {Assert.Single(found[r.Id].Entries).File.Name} {found[r.Id].Certain}").Order(StringComparer.Ordinal));
        Assert.Empty((await find.Handle(Unit.Ref, [shown[0]], unit.Counsel, Cancel)).Value);
        Assert.Equal("cases.not-found", (await find.Handle("NONE-1", shown, unit.Counsel, Cancel)).Error?.Key);

        // A file that was withdrawn lists nothing.
        var withdrawn = (await unit.List()).Files.Single(f => f.Name == "may-june.csv");
        Assert.True((await new WithdrawFile(unit.Store).Handle(new(Unit.Ref, withdrawn.Id, withdrawn.Version, "Handed in by mistake"), unit.Counsel, Cancel)).IsOk);
        Assert.Empty((await find.Handle(Unit.Ref, shown, unit.Counsel, Cancel)).Value);
        Assert.Empty((await All(unit)).Payments.Single(p => p.From?.Shown == "Defendant C").Again);
    }

    private static string Without(bool balances, string rows) =>
        balances ? rows : string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row[..(row.LastIndexOf(';') + 1)] + "\n"));

    private static async Task<WhoAndWhom.Answer> All(Unit unit) => (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;

    private static async Task<Unit> Banks(params (string Name, string Holder, string Rows)[] banks)
    {
        var unit = await Unit.Open();
        Assert.True((await new AddPerson(unit.Store, Unit.Texts).Several(
            Unit.Ref,
            [new(Unit.Ref, "Survivor M", [PersonRole.Survivor], ["Mirela", "Mirela Oduya"]), new(Unit.Ref, "Defendant C", [PersonRole.Defendant], ["Corin Vale", "CORIN VALE", "Boss"])], unit.Counsel, Cancel)).IsOk);
        foreach (var bank in banks)
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
            await Arrives(unit, profile, bank.Name, "Date;With;Amount;Balance\n" + bank.Rows);
        }

        return unit;
    }

    private static async Task Arrives(Unit unit, ColumnProfile profile, string name, string text)
    {
        await unit.Drop((name, Encoding.UTF8.GetBytes(text)));
        await unit.Answer();
        var file = (await unit.List()).Files.Single(f => f.Name == name);
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, profile, [file.Id]), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
    }
}
