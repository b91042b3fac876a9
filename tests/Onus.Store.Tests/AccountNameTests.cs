using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store.Log;

namespace Onus.Store.Tests;

public sealed class AccountNameTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Demo person 2")]
    [InlineData("demo  PERSON 2 ")]
    [InlineData("Demo-person 2")]
    [InlineData("Dèmo person 2")]
    public async Task An_account_with_a_name_that_is_there_is_not_made(string name)
    {
        await using var scratch = await ScratchStore.Open();
        Assert.Equal("rows.exists", (await Add(scratch, name)).Error?.Key);
        Assert.Equal(3, (await scratch.Store.Accounts(Cancel)).Count);
        Assert.Equal(scratch.Prosecutor.Account, (await scratch.Store.ActorNamed(name, Cancel)).Value.Account);
    }

    [Theory]
    [InlineData("Łucja Orzeł", "LUCJA ORZEL", false)]
    [InlineData("***", " *** ", false)]
    [InlineData("***", "**", true)]
    [InlineData("Prosecutor 2", "Prosecutor 22", true)]
    [InlineData("Нина", "Nina", true)]
    public async Task Names_are_compared_as_people_compare_them(string first, string second, bool both)
    {
        await using var scratch = await ScratchStore.Open();
        Assert.True((await Add(scratch, first)).IsOk);
        Assert.Equal(both, (await Add(scratch, second)).IsOk);
    }

    [Fact]
    public async Task A_folder_from_before_with_names_twice_opens_and_says_whom_a_name_may_mean()
    {
        await using var scratch = await ScratchStore.Open();
        Guid[] more = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        string? server;
        await using (var db = scratch.Store.OpenUnfiltered())
        {
            var all = db.Database.GetMigrations().ToList();
            await db.GetService<IMigrator>().MigrateAsync(all[all.FindIndex(name => name.EndsWith("_AccountNames", StringComparison.Ordinal)) - 1], Cancel);
            foreach (var (id, name) in more.Zip(["Demo person 2", "DEMO PERSON 2", "Demo person 3"]))
            {
                var text = db.Database.IsSqlite() ? (object)id.ToString().ToUpperInvariant() : id;
                await db.Database.ExecuteSqlAsync($"""INSERT INTO "Accounts" ("Id", "Name", "Office", "Demo") VALUES ({text}, {name}, 'Advocate', {false})""", Cancel);
            }

            server = db.Database.IsSqlite() ? null : db.Database.GetConnectionString();
        }

        foreach (var _ in new[] { "the first time", "again" })
        {
            using var store = await OnusStore.Open(scratch.Store.Folder, server, TimeProvider.System, Cancel);
            Assert.Equal(6, (await store.Accounts(Cancel)).Count);
            Assert.Equal(new AccountId(more[2]), (await store.ActorNamed("demo person 3", Cancel)).Value.Account);
            Assert.Equal(new AccountId(more[1]), (await store.ActorNamed("DEMO PERSON 2", Cancel)).Value.Account);
            Assert.Equal(new AccountId(more[0]), (await store.ActorNamed(more[0].ToString(), Cancel)).Value.Account);
            var several = (await store.ActorNamed("Demo person 2", Cancel)).Error!;
            Assert.Equal("accounts.several-named", several.Key);
            Assert.Contains($"{scratch.Prosecutor.Account.Value} (Demo person 2, Prosecutor)", several["accounts"]!.ToString(), StringComparison.Ordinal);
            Assert.Contains($"{more[0]} (Demo person 2, Advocate)", several["accounts"]!.ToString(), StringComparison.Ordinal);
            Assert.Equal("accounts.nobody-named", (await store.ActorNamed("Demo person 7", Cancel)).Error!.Key);
            Assert.Equal("accounts.nobody-named", (await store.ActorNamed(scratch.Case.Value.ToString(), Cancel)).Error!.Key);
            await using var work = store.Begin(scratch.Prosecutor);
            work.Add(new Account { Id = new(Guid.CreateVersion7()), Name = "Demo Person 2", Office = "Advocate" });
            Assert.Equal("rows.exists", (await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).Error?.Key);
        }
    }

    private static async Task<Result<long>> Add(ScratchStore scratch, string name)
    {
        await using var work = scratch.Store.Begin(scratch.Prosecutor);
        work.Add(new Account { Id = new(Guid.CreateVersion7()), Name = name, Office = "Investigator" });
        return await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel);
    }
}
