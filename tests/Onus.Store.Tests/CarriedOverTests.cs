using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Store.Log;
using Onus.Store.Verification;

namespace Onus.Store.Tests;

/// <summary>A folder of an earlier version is carried over: what it says, and every leaf of its log, stays as it was. On either database.</summary>
public sealed class CarriedOverTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_earlier_version_wrote_says_the_same_and_its_log_verifies()
    {
        await using var scratch = await ScratchStore.Open();
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(new Person { Id = new(Guid.CreateVersion7()), CaseId = scratch.Case, Pseudonym = "Survivor A", Roles = [PersonRole.Survivor], Aliases = ["Mina", "ما \"M\""] });
            work.Add(new NotAPerson { Id = Guid.CreateVersion7(), CaseId = scratch.Case, Name = "Night shift" });
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.PersonAdded), Cancel)).IsOk);
        }

        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(new Challenge { Id = new(Guid.CreateVersion7()), CaseId = scratch.Case, By = ArguedBy.Defence, On = new Target(TargetKind.Fact, Guid.CreateVersion7()), Mode = ChallengeMode.Rebut, Text = "She was in town." });
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.ChallengeEntered), Cancel)).IsOk);
        }

        var before = (await Says(scratch, scratch.Prosecutor), await Says(scratch, scratch.Investigator));
        Assert.Contains("Night shift", before.Item2, StringComparison.Ordinal);
        Assert.DoesNotContain("She was in town.", before.Item2, StringComparison.Ordinal);
        await using (var db = scratch.Store.OpenUnfiltered())
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync(db.Database.GetMigrations().TakeWhile(name => !name.EndsWith("_LogForms", StringComparison.Ordinal)).Last(), Cancel);
            await migrator.MigrateAsync(null, Cancel);
        }

        Assert.Equal(before, (await Says(scratch, scratch.Prosecutor), await Says(scratch, scratch.Investigator)));
        await foreach (var finding in new StoreVerification(scratch.Store).Log(Cancel))
        {
            Assert.Fail($"{finding.Where} {finding.Why}");
        }
    }

    private static async Task<string> Says(ScratchStore scratch, Actor actor)
    {
        await using var work = scratch.Store.Begin(actor);
        var people = await work.Db.People.OrderBy(person => person.Id).ToListAsync(Cancel);
        var none = await work.Db.NotPeople.ToListAsync(Cancel);
        var challenges = await work.Db.Challenges.ToListAsync(Cancel);
        var leaves = await work.Db.Leaves(scratch.Case).OrderBy(leaf => leaf.Sequence).ToListAsync(Cancel);
        var told = await work.Db.LogPayloads.OrderBy(payload => payload.Sequence).ToListAsync(Cancel);
        return string.Join('\n',
        [
            .. people.Select(person => $"{person.Pseudonym}: {string.Join(", ", person.Aliases)}, version {person.Version}"), .. none.Select(row => row.Name), .. challenges.Select(row => row.Text),
            .. leaves.Select(leaf => $"{leaf.Sequence} {Convert.ToHexStringLower(leaf.LeafHash)}"), .. told.Select(payload => $"{payload.Sequence} {payload.Json}"),
        ]);
    }
}
