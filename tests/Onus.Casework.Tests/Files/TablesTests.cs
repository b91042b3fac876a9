using System.Text;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Casework.Tests.Files;

public sealed class TablesTests
{
    private const string Calls = "Call start,Called number,Duration\n03/05/2025 10:00,0555 1,125\n03/05/2025 11:00,0555 2,30\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("calls.csv", Calls, 3)]
    [InlineData("towers.csv", "tower;latitude;longitude\nt0;7,5;0,9\n", 2)]
    public async Task A_table_that_a_person_calls_no_banks_is_read_as_rows_and_holds_no_payment(string name, string table, int rows)
    {
        await using var unit = await Unit.Open();
        await unit.Drop((name, Encoding.UTF8.GetBytes(table)));
        await unit.Answer();
        await unit.Read();
        Assert.Equal(MaterialStatus.NeedsDecision, (await unit.Only()).Status);

        await unit.Decide(profile: ColumnProfile.NotABankTable);
        var read = await unit.Read();
        Assert.True(read.IsOk, read.Error?.Key);
        if (table == Calls)
        {
            // The table has days: in what order they are written, and by which clock, is asked before they stand in the chronology.
            Assert.Equal(["date-order", "zone"], read.Value.Summary!.NeedsDecision.Select(d => d.What));
            await unit.Decide("Asia/Kathmandu", "dmy");
            read = await unit.Read();
            var days = (await new Casework.Records.ReadChronology(unit.Store).Handle(new() { Case = Unit.Ref }, unit.Counsel, Cancel)).Value;
            Assert.Equal((2, 1), (days.Total, days.Undated));
        }

        Assert.Equal(rows, read.Value.Summary!.Records);
        await using var work = unit.Store.Begin(unit.Counsel);
        Assert.All(work.Db.Records, r => Assert.Equal((RecordKind.Row, null), (r.Kind, r.AmountMinor)));
        Assert.Empty(work.Db.Profiles);
    }

    [Fact]
    public async Task A_saved_profile_of_plain_rows_still_reads_its_files_and_none_takes_the_name_of_the_answer()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("calls.csv", Encoding.UTF8.GetBytes(Calls)));
        await unit.Answer();
        var saved = ColumnProfile.Rows with { Name = "No bank's table" };
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, saved, [(await unit.Only()).Id]), unit.Counsel, Cancel)).IsOk);
        await unit.Decide("Asia/Kathmandu", "dmy");
        Assert.Equal(3, (await unit.Read()).Value.Summary!.Records);
        Assert.Equal("files.profile-exists", (await new SaveProfile(unit.Store).Handle(new(Unit.Ref, ColumnProfile.Rows, []), unit.Counsel, Cancel)).Error!.Key);
    }

    [Fact]
    public async Task A_bank_profile_makes_no_payments_of_calls_and_the_next_question_is_of_their_own_group()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("calls.csv", Encoding.UTF8.GetBytes(Calls)));
        await unit.Answer();
        var bank = new ColumnProfile { Name = "bank", Date = 1, DateOrder = "dmy", Amount = 3, Currency = "USD" };
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, bank, [(await unit.Only()).Id]), unit.Counsel, Cancel)).IsOk);
        await unit.Read();
        Assert.Equal(["calls"], Assert.Single((await unit.Only()).Summary!.NeedsDecision).Options);
        var group = Assert.Single((await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups);
        Assert.Equal(["Call start", "Called number", "Duration"], group.Table!.Header);
        Assert.Null(group.Fitting);
    }

    [Theory]
    // Of no account in particular; of an account that this case knows by name, however it is written; of somebody else's.
    [InlineData(null, true)]
    [InlineData("SURVIVOR  B", true)]
    [InlineData("Hollow Orchard", false)]
    public async Task Whose_accounts_are_looked_at_in_another_case_is_not_shown_here(string? holder, bool offered)
    {
        await using var unit = await Unit.Open();
        var other = await unit.Another("TEST-2");
        var profile = new ColumnProfile { Name = "Valley Bank", Date = 1, DateOrder = "dmy", Amount = 3, Currency = "USD", Holder = holder };
        Assert.True((await new SaveProfile(unit.Store).Handle(new(other, profile, []), unit.Counsel, Cancel)).IsOk);
        await unit.Drop(("bank.csv", "Date,Text,Amount\n03/05/2025,Rent,-5.00\n"u8.ToArray()));
        await unit.Answer();
        await unit.Read();
        Assert.Equal(offered ? ["Valley Bank"] : [], (await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Profiles);
        if (!offered)
        {
            // Nor is a file read by it, whatever a form says, and not even its name is confirmed.
            var file = await unit.Only();
            Assert.Equal("files.profile-unknown", (await new DecideReading(unit.Store).Handle(new(Unit.Ref, [file.Id], new(null, null, null, "Valley Bank"), true), unit.Counsel, Cancel)).Error?.Key);
            Assert.Equal(
                "files.profile-unknown",
                (await new CorrectReading(unit.Store).Handle(new() { Case = Unit.Ref, File = file.Id, Version = file.Version, Profile = "Valley Bank", Reason = "The columns are theirs." }, unit.Counsel, Cancel)).Error?.Key);
        }

        // Once a file of this case is read by it, it is this case's own.
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, profile, [(await unit.Only()).Id]), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(["Valley Bank"], (await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Profiles);
    }

    [Fact]
    public async Task A_profile_fits_a_table_with_its_header_however_many_lines_stand_before()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("bank.csv", "Bank of Kestria,,\nPort,,\nDate,Text,Amount\n03/05/2025,Rent,-5.00\n"u8.ToArray()));
        await unit.Answer();
        await unit.Read();
        var bank = new ColumnProfile { Name = "bank", HeaderCells = ["Date", "Text", "Amount"], Date = 1, DateOrder = "dmy", Amount = 3, Currency = "USD" };
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, bank, []), unit.Counsel, Cancel)).IsOk);
        Assert.Equal("bank", Assert.Single((await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups).Fitting);
    }

    [Fact]
    public async Task Tables_without_a_head_that_hold_other_things_are_two_questions()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(
            ("bank.csv", "03/05/2025,Rent,-5.00,10.00\n04/05/2025,Wage,7.00,17.00\n"u8.ToArray()), ("calls.csv", "03/05/2025,05551,125,9\n03/05/2025,05552,30,9\n"u8.ToArray()));
        await unit.Answer();
        foreach (var file in (await unit.List()).Files)
        {
            await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel);
        }

        Assert.Equal(2, (await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups.Count);
    }
}
