using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Web.Tests.Files;

/// <summary>Whoever handed a file in is not in the case any more: nobody's name stands behind its reading until somebody takes it on.</summary>
public sealed class LeftFilesTests(Desk desk) : IClassFixture<Desk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_that_a_file_waits_for_somebody_to_have_it_read()
    {
        var store = desk.Services.GetRequiredService<OnusStore>();
        var counsel = (await store.ActorNamed("Person 1", Cancel)).Value;
        var police = new Account { Id = new(Guid.CreateVersion7()), Name = "Person 2", Office = "Investigator" };
        await using (var work = store.Begin(counsel))
        {
            work.Add(police);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        var warrant = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Warrant, "Search warrant"), counsel, Cancel)).Value;
        await Become(store, counsel, police.Id, MemberRole.Investigator);
        var asking = (await store.ActorOf(police.Id, null, Cancel))!;
        MaterialId file;
        await using (var drop = (await new DropFiles(store).Handle(Desk.Case, asking, Cancel)).Value)
        {
            await drop.Add("late.txt", new MemoryStream("13/3/2024, 10:00 - A: late\n"u8.ToArray()), Cancel);
            Assert.True((await drop.Finish(Cancel)).IsOk);
            file = drop.Stored[0].Id;
        }

        Assert.DoesNotContain("waits until somebody who works on the case", await desk.Person.GetStringAsync($"/cases/{Desk.Case}/files", Cancel), StringComparison.Ordinal);
        await Become(store, counsel, police.Id, MemberRole.Unknown);
        // Their form was on its way when they left.
        Assert.True((await new AnswerQuestions(store).Handle(new AnswerQuestions.Command { Case = Desk.Case, Files = [file], From = "Officer 1", Obtained = warrant }, asking, Cancel)).IsOk);
        var page = await desk.Person.GetStringAsync($"/cases/{Desk.Case}/files", Cancel);
        Assert.Contains("waits until somebody who works on the case", page, StringComparison.Ordinal);
        Assert.Contains("Read now", page, StringComparison.Ordinal);
    }

    private static async Task Become(OnusStore store, Actor counsel, AccountId who, MemberRole role)
    {
        await using var work = store.Begin(counsel);
        var found = await work.Db.Cases.SingleAsync(c => c.Ref == Desk.Case, Cancel);
        Assert.True((await new ChangeCase(store).Handle(new() { Case = Desk.Case, Version = found.Version, Title = found.Title, Members = new Dictionary<AccountId, MemberRole> { [who] = role } }, counsel, Cancel)).IsOk);
    }
}
