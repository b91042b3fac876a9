using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Web.Tests.Files;

namespace Onus.Web.Tests.Faults;

/// <summary>The server died while files that were answered for were waiting, or were being read. The next start goes on with them.</summary>
public sealed class RestartTests
{
    private const string Ref = "RESTART-1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_answered_for_and_unread_is_read_at_the_next_start_and_a_bad_file_between_stops_nothing()
    {
        await using var site = new Site();
        CaseId id;
        Actor actor;
        using (var before = await OnusStore.Open(site.Data, null, TimeProvider.System, Cancel))
        {
            (id, actor) = await Prepare(before);
        }

        // What a process that was killed while it read leaves: a copy in a folder whose lock nobody holds, and a file that was on its way into the vault.
        var dead = Guid.CreateVersion7().ToString("N");
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(site.Data, "working", dead, "a")).FullName, "records.jsonl");
        await File.WriteAllTextAsync(copy, "a record", Cancel);
        await File.WriteAllTextAsync(Path.Combine(site.Data, "working", dead + ".lock"), "", Cancel);
        var half = Path.Combine(Directory.CreateDirectory(Path.Combine(site.Data, "vault", "arriving")).FullName, $"{dead}-{Guid.CreateVersion7():N}.part");
        await File.WriteAllTextAsync(half, "half a file", Cancel);

        using var visitor = site.Visitor();
        await Reading.Settled(site.Services, Ref);

        var store = site.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin(actor);
        var files = await work.Db.Materials.OrderBy(m => m.Name).ToListAsync(Cancel);
        Assert.Equal(
            [("1.txt", MaterialStatus.Read), ("2.pdf", MaterialStatus.Unusable), ("3.txt", MaterialStatus.Held), ("4.txt", MaterialStatus.Read), ("5.txt", MaterialStatus.Held)],
            files.Select(f => (f.Name, f.Status)));
        Assert.Equal(20 + 40, await work.Db.Records.CountAsync(Cancel));
        Assert.Equal("Demo person 2", await Reader(work, files[0].Id));
        Assert.False(File.Exists(copy));
        Assert.False(File.Exists(half));
        Assert.Empty(Directory.EnumerateFileSystemEntries(store.Working));
    }

    [Fact]
    public async Task What_was_handed_in_by_somebody_who_left_the_case_waits()
    {
        await using var site = new Site();
        using (var before = await OnusStore.Open(site.Data, null, TimeProvider.System, Cancel))
        {
            var (_, counsel) = await Prepare(before);
            var police = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator" };
            await using (var work = before.Begin(counsel))
            {
                work.Add(police);
                Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
            }

            await Become(before, counsel, police.Id, MemberRole.Investigator);
            var actor = (await before.ActorOf(police.Id, null, Cancel))!;
            await using (var drop = (await new DropFiles(before).Handle(Ref, actor, Cancel)).Value)
            {
                await drop.Add("6.txt", Chat(5), Cancel);
                Assert.True((await drop.Finish(Cancel)).IsOk);
                var answer = new AnswerQuestions.Command { Case = Ref, Files = [drop.Stored[0].Id], From = "Officer 1", Obtained = (await new ListFiles(before).Handle(Ref, counsel, Cancel)).Value.Waiting[0].Obtained!.Value };
                Assert.True((await new AnswerQuestions(before).Handle(answer, actor, Cancel)).IsOk);
                Assert.True((await new DecideReading(before).Handle(new(Ref, [drop.Stored[0].Id], new("Asia/Kathmandu", "dmy", null, null)), actor, Cancel)).IsOk);
            }

            Assert.Empty((await new ListFiles(before).Handle(Ref, counsel, Cancel)).Value.Left);
            await Become(before, counsel, police.Id, MemberRole.Advocate);
            Assert.Single((await new ListFiles(before).Handle(Ref, counsel, Cancel)).Value.Left);
            await Become(before, counsel, police.Id, MemberRole.Unknown);
            before.Vault.Withdraw((await new ListFiles(before).Handle(Ref, counsel, Cancel)).Value.Files.Single(file => file.Name == "1.txt").VaultName);
        }

        using var visitor = site.Visitor();
        var store = site.Services.GetRequiredService<OnusStore>();
        var of = (await store.ActorNamed("Demo person 2", Cancel)).Value;
        await Reading.Settled(site.Services, Ref);
        var list = (await new ListFiles(store).Handle(Ref, of, Cancel)).Value;
        Assert.Equal(["6.txt"], list.Left.Select(file => file.Name));
        Assert.Equal(["6.txt"], list.Waiting.Select(file => file.Name));
        // What the vault lost: each says so, and is not tried again by itself.
        Assert.Equal([("1.txt", Job.Fault), ("3.txt", Job.Fault)], list.Stopped.Select(file => (file.Name, list.JobOf(file)!.Error)));
    }

    private static async Task Become(OnusStore store, Actor counsel, AccountId who, MemberRole role)
    {
        await using var work = store.Begin(counsel);
        var found = await work.Db.Cases.SingleAsync(c => c.Ref == Ref, Cancel);
        Assert.True((await new ChangeCase(store).Handle(new() { Case = Ref, Version = found.Version, Title = found.Title, Members = new Dictionary<AccountId, MemberRole> { [who] = role } }, counsel, Cancel)).IsOk);
    }

    /// <summary>Five files: two good, one that cannot be read, one whose bytes the vault lost, and one that nobody answered for.</summary>
    private static async Task<(CaseId Case, Actor Actor)> Prepare(OnusStore store)
    {
        var account = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
        await using (var work = store.Begin(new Actor(account.Id, account.Name, [])))
        {
            work.Add(account);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        var id = (await new OpenCase(store).Handle(new(Ref, "A case for a test", "us"), (await store.ActorOf(account.Id, null, Cancel))!, Cancel)).Value;
        var actor = (await store.ActorOf(account.Id, null, Cancel))!;
        var warrant = (await new AddFoundation(store).Handle(new(Ref, FoundationKind.Warrant, "Search warrant"), actor, Cancel)).Value;
        await using (var drop = (await new DropFiles(store).Handle(Ref, actor, Cancel)).Value)
        {
            await drop.Add("1.txt", Chat(20), Cancel);
            await drop.Add("2.pdf", new MemoryStream("%PDF-1.7\nand then nothing"u8.ToArray()), Cancel);
            await drop.Add("3.txt", Chat(30), Cancel);
            await drop.Add("4.txt", Chat(40), Cancel);
            await drop.Add("5.txt", Chat(50), Cancel);
            Assert.True((await drop.Finish(Cancel)).IsOk);
            store.Vault.Withdraw(drop.Stored[2].VaultName);
            var answered = drop.Stored.Take(4).Select(f => f.Id).ToList();
            var answer = new AnswerQuestions.Command { Case = Ref, Files = answered, From = "Officer 1", Obtained = warrant };
            Assert.True((await new AnswerQuestions(store).Handle(answer, actor, Cancel)).IsOk);
            var decided = new DecideReading.Command(Ref, answered, new DecideReading.Decided("Asia/Kathmandu", "dmy", null, null));
            Assert.True((await new DecideReading(store).Handle(decided, actor, Cancel)).IsOk);
        }

        return (id, actor);
    }

    /// <summary>For whom the log says that a file was read.</summary>
    private static async Task<string?> Reader(UnitOfWork work, MaterialId file)
    {
        var payloads = await work.Db.Log.Where(l => l.Kind == "file-read").Join(work.Db.LogPayloads, l => l.Sequence, p => p.Sequence, (_, p) => p.Json).ToListAsync(Cancel);
        var json = payloads.Single(p => p.Contains(file.Value.ToString(), StringComparison.Ordinal));
        return System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("actor").GetString();
    }

    private static MemoryStream Chat(int messages)
    {
        var text = new StringBuilder();
        for (var i = 0; i < messages; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"13/03/2024, {i / 60:D2}:{i % 60:D2} - Defendant 1: message {i}\n");
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
