using Microsoft.EntityFrameworkCore;
using Onus.Casework.Log;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.People;

public sealed class SettleNamesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-names-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Several_names_are_settled_at_once_or_none()
    {
        var police = await seeded.Investigator();
        var settle = new SettleNames(seeded.Store, Unit.Texts);
        var wrong = await settle.Handle(new(seeded.Ref, [("خالد", seeded.Defendant.Id), ("Boss", seeded.Survivor.Id)]), police, Cancel);
        Assert.Equal(("people.alias-taken", (ErrorValue)2), (wrong.Error!.Key, wrong.Error["row"]));
        Assert.Equal(2, (await Unknown()).Count);
        Assert.Equal("people.no-name-settled", (await settle.Handle(new(seeded.Ref, []), police, Cancel)).Error?.Key);
        Assert.Equal("people.not-found", (await settle.Handle(new(seeded.Ref, [("خالد", new(Guid.CreateVersion7()))]), police, Cancel)).Error?.Key);
        Assert.Equal("people.alias-not-a-person", (await settle.Handle(new(seeded.Ref, [("Quarry Fuel", null), ("Quarry Fuel", seeded.Defendant.Id)]), police, Cancel)).Error?.Key);

        Assert.Equal(2, (await settle.Handle(new(seeded.Ref, [("Quarry Fuel", null), ("خالد", seeded.Defendant.Id)]), police, Cancel)).Value);
        Assert.Empty(await Unknown());
        Assert.Equal("cases.not-found", (await settle.Handle(new(seeded.Ref, [("x", null)]), await seeded.Stranger(), Cancel)).Error?.Key);

        async Task<IReadOnlyList<WhoAndWhom.Unmapped>> Unknown() => (await new WhoAndWhom(seeded.Store).Handle(seeded.Ref, police, Cancel)).Value.Unknown;
    }

    [Fact]
    public async Task Who_bears_a_name_may_be_new_to_the_case_and_gets_the_next_pseudonym()
    {
        var police = await seeded.Investigator();
        var settle = new SettleNames(seeded.Store, Unit.Texts);
        var wrong = await settle.Handle(new(seeded.Ref, [("Quarry Fuel", null)]) { New = [(PersonRole.Witness, ["خالد", "Boss"])] }, police, Cancel);
        Assert.Equal(("people.alias-taken", (ErrorValue)3), (wrong.Error!.Key, wrong.Error["row"]));
        var nobody = await settle.Handle(new(seeded.Ref, []) { New = [(PersonRole.Unknown, ["خالد"])] }, police, Cancel);
        Assert.Equal("people.role-missing", nobody.Error?.Key);
        var twice = await settle.Handle(new(seeded.Ref, []) { New = [(PersonRole.Witness, ["خالد"]), (PersonRole.Witness, ["خالد"])] }, police, Cancel);
        Assert.Equal(("people.alias-taken", (ErrorValue)2), (twice.Error!.Key, twice.Error["row"]));

        Assert.Equal(2, (await settle.Handle(new(seeded.Ref, []) { New = [(PersonRole.Witness, ["خالد"]), (PersonRole.Witness, ["Quarry Fuel"])] }, police, Cancel)).Value);
        Assert.Empty((await new WhoAndWhom(seeded.Store).Handle(seeded.Ref, police, Cancel)).Value.Unknown);
        await using var work = seeded.Store.Begin(police);
        var added = await work.Db.People.Where(p => p.CaseId == seeded.Id).ToListAsync(Cancel);
        Assert.Equal(["خالد"], added.Single(p => p.Pseudonym == "Witness 1").Aliases);
        Assert.Equal(["Quarry Fuel"], added.Single(p => p.Pseudonym == "Witness 2").Aliases);
        Assert.Equal("person-added", (await new ReadLog(seeded.Store).Handle(seeded.Ref, 1, police, Cancel)).Value.Entries[0].Told?.Kind);
    }
}
