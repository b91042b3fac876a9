using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Domain.Evidence;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>A file that cannot be read, and that somebody handed in anew as a file that can, waits for nobody.</summary>
public sealed class ReplacedFilesTests(Desk desk) : IClassFixture<Desk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_replaced_a_file_stands_beside_it_and_it_is_counted_as_unread_nowhere()
    {
        var store = desk.Services.GetRequiredService<OnusStore>();
        var actor = (await store.ActorNamed("Person 1", Cancel)).Value;
        var warrant = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Warrant, "Search order"), actor, Cancel)).Value;
        await Drop("papers/till.sdx", "????"u8.ToArray());
        Assert.Contains("One file cannot be read", await Get(""), StringComparison.Ordinal);
        Assert.Contains("1 cannot be read", await Get("/files"), StringComparison.Ordinal);

        await Drop("till.pdf", FileListTests.Scan());

        Assert.DoesNotContain("cannot be read", await Get(""), StringComparison.Ordinal);
        var list = HtmlPage.Read(await Get("/files"));
        Assert.Null(list.QuerySelector("#unusable"));
        Assert.Contains("papers/till.sdx", list.QuerySelector("#replaced")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("till.pdf", list.QuerySelector("#replaced")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 replaced by another", list.QuerySelector("#stored")!.TextContent, StringComparison.Ordinal);
        var old = (await desk.List()).Files.Single(file => file.Status == MaterialStatus.Unusable);
        Assert.Contains("Replaced by", await Get($"/files/{old.Id.Value}"), StringComparison.Ordinal);

        async Task Drop(string name, byte[] bytes)
        {
            using (await desk.Send(await desk.Hidden($"/cases/{Desk.Case}/files/add"), ("files", name, bytes)))
            {
            }

            var open = (await desk.List()).QuestionsOpen;
            Assert.True((await new AnswerQuestions(store).Handle(new AnswerQuestions.Command { Case = Desk.Case, Files = [.. open.Select(f => f.Id)], From = "Somebody", Obtained = warrant }, actor, Cancel)).IsOk);
            await Reading.Settled(desk.Services, Desk.Case);
        }
    }

    private async Task<string> Get(string part) => WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri($"/cases/{Desk.Case}{part}", UriKind.Relative), Cancel));
}
