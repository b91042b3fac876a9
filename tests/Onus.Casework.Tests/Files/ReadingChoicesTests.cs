using System.Text;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Casework.Tests.Files;

/// <summary>What no reader knows is no decision, and what a colleague decided meanwhile is not overwritten by an older page.</summary>
public sealed class ReadingChoicesTests
{
    private const string Table = "Date;Text;Amount;Balance\n03/05/2025;Rent;-5.00;95.00\n14/05/2025;Wage;7.00;102.00\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "xxx", null, "files.order-unknown", "dmy")]
    [InlineData(null, "DMY", null, "files.order-unknown", "mdy")]
    [InlineData(null, "ydm", null, "files.order-unknown", "ymd")]
    [InlineData("Moon/Tranquility", "dmy", null, "files.zone-unknown", "Asia/Kathmandu")]
    [InlineData("UTC+5", null, null, "files.zone-unknown", "UTC+5")]
    [InlineData("Asia/Tokyo", "dmy", "utf-33", "files.charset-unknown", "utf-33")]
    [InlineData("Asia/Tokyo", "dmy", "utf-7", "files.charset-unknown", "utf-8")]
    public async Task What_no_reader_knows_is_no_decision(string? zone, string? order, string? charset, string error, string said)
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Encoding.UTF8.GetBytes("3/4/2024, 08:10 - Boss: be there\n5/4/2024, 19:45 - Survivor B: no\n")));
        await unit.Answer();
        await unit.Read();
        var before = await unit.Only();
        var refused = (await new DecideReading(unit.Store).Handle(new(Unit.Ref, [before.Id], new(zone, order, charset, null)), unit.Counsel, Cancel)).Error!;
        Assert.Equal(error, refused.Key);
        Assert.Contains(said, Unit.Texts.Of(refused), StringComparison.Ordinal);
        // What is said of one file alone is asked the same.
        Assert.Equal(error, (await new DecideReading(unit.Store).Handle(
            new(Unit.Ref, [before.Id], new("Asia/Tokyo", "dmy", null, null)) { Of = new Dictionary<Domain.Shared.MaterialId, DecideReading.Decided> { [before.Id] = new(zone, order, charset, null) } }, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal((before.Version, null, null, null), ((await unit.Only()).Version, (await unit.Only()).Zone, (await unit.Only()).DateOrder, (await unit.Only()).Charset));

        await unit.Decide("Asia/Kathmandu", "dmy");
        var read = (await unit.Read()).Value;
        Assert.Equal(error, (await new CorrectReading(unit.Store).Handle(
            new() { Case = Unit.Ref, File = read.Id, Version = read.Version, Reason = "x", Zone = zone ?? "Asia/Tokyo", DateOrder = order, Charset = charset }, unit.Counsel, Cancel)).Error?.Key);
    }

    [Theory]
    [InlineData("Nowhere", null, "files.zone-unknown")]
    [InlineData(null, "klingon", "files.charset-unknown")]
    public async Task Columns_are_not_kept_with_a_zone_or_letters_that_no_reader_knows(string? zone, string? charset, string error)
    {
        await using var unit = await Waiting("a.csv");
        var file = (await unit.Only()).Id;
        Assert.Equal(error, (await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Columns("Quay bank"), [file], zone, charset), unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Columns("Quay bank") with { Currency = "EUR" }, [file]), unit.Counsel, Cancel)).IsOk);
    }

    [Theory]
    [InlineData("profile")]
    [InlineData("rows")]
    public async Task Columns_from_an_older_page_do_not_overwrite_what_a_colleague_decided(string how)
    {
        await using var unit = await Waiting("a.csv", "b.csv");
        var files = Assert.Single((await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups).Files.Select(f => f.Id).ToList();
        var save = new SaveProfile(unit.Store);
        Assert.True((how == "profile"
            ? await save.Handle(new(Unit.Ref, Columns("Of the quay"), [files[0]], Undecided: true), unit.Counsel, Cancel)
            : await new DecideReading(unit.Store).Handle(new(Unit.Ref, [files[0]], new(null, null, null, ColumnProfile.NotABankTable), Undecided: true), unit.Counsel, Cancel)).IsOk);
        var decided = (await unit.List()).Files.Single(f => f.Id == files[0]);
        Assert.Equal("rows.changed-meanwhile", (await save.Handle(new(Unit.Ref, Columns("Of the mill"), files, Undecided: true), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal((decided.Version, decided.Profile), ((await unit.List()).Files.Single(f => f.Id == files[0]).Version, (await unit.List()).Files.Single(f => f.Id == files[0]).Profile));
        // Nothing is left of what was refused: its name is free, and the other file still takes it.
        Assert.True((await save.Handle(new(Unit.Ref, Columns("Of the mill") with { Currency = "EUR" }, [files[1]], Undecided: true), unit.Counsel, Cancel)).IsOk);
    }

    private static async Task<Unit> Waiting(params string[] names)
    {
        var unit = await Unit.Open();
        await unit.Drop([.. names.Select(name => (name, Encoding.UTF8.GetBytes(Table.Replace("Rent", name, StringComparison.Ordinal))))]);
        await unit.Answer();
        foreach (var file in (await unit.List()).Files)
        {
            Assert.Equal(MaterialStatus.NeedsDecision, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
        }

        return unit;
    }

    private static ColumnProfile Columns(string name) => new()
    {
        Name = name,
        Delimiter = ';',
        Header = true,
        HeaderCells = ["Date", "Text", "Amount", "Balance"],
        Date = 1,
        DateOrder = "dmy",
        Description = 2,
        Amount = 3,
        Balance = 4,
        Currency = "USD",
    };
}
