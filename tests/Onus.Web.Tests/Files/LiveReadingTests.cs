using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Web.Tests.Files;

/// <summary>How far reading is, told as it changes to whoever may see the record; and the buttons that stop it and go on.</summary>
public sealed class LiveReadingTests : IAsyncLifetime
{
    private const string Files = "/cases/" + Desk.Case + "/files";
    private readonly Desk desk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Where_nothing_is_read_the_stream_says_so_and_ends()
    {
        using var answer = await desk.Person.GetAsync(Files + "/reading/live", Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var events = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("event: idle", events, StringComparison.Ordinal);
        Assert.DoesNotContain("event: reading", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_theirs_has_no_stream()
    {
        using var answer = await desk.Person.GetAsync("/cases/NOBODYS/files/reading/live", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task While_a_file_is_read_the_stream_tells_how_far_and_ends_when_it_is_stopped()
    {
        var (store, held) = await Held("late.txt");
        var page = HtmlPage.Read(await desk.Person.GetStringAsync(Files, Cancel));
        var live = page.QuerySelector("[data-live]")!;
        Assert.Equal(Files + "/reading/live", live.GetAttribute("data-live"));
        Assert.Equal("polite", live.QuerySelector("[aria-live]")!.GetAttribute("aria-live"));
        Assert.Contains("Now: late.txt", live.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"#so-far-{held.File.Value:N}"));
        Assert.Equal(Files, live.QuerySelector("a")!.GetAttribute("href"));

        using var answer = await desk.Person.GetAsync(Files + "/reading/live", HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal("event: reading", await lines.ReadLineAsync(Cancel));
        var told = await lines.ReadLineAsync(Cancel);
        Assert.Contains("late.txt", told, StringComparison.Ordinal);
        Assert.Contains("1,234 records read so far, 50 % of the file", told, StringComparison.Ordinal);
        Assert.DoesNotContain("evidence", told, StringComparison.Ordinal);

        var form = HtmlPage.Form(page, "stop");
        using var stopped = await desk.Person.PostAsync(Files, new FormUrlEncodedContent([.. form.Hidden(), new("file", held.File.Value.ToString())]), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        Assert.Contains("event: idle", await lines.ReadToEndAsync(Cancel), StringComparison.Ordinal);

        var after = HtmlPage.Read(await desk.Person.GetStringAsync(Files, Cancel));
        Assert.Null(after.QuerySelector("[data-live]"));
        Assert.Contains("Reading stopped by Person 1 on", after.QuerySelector("#stopped")!.TextContent, StringComparison.Ordinal);
        Assert.False(await store.Move(await Person(store), held, held.Renewed(new(1, 1), store.Now), Cancel));

        using var on = await desk.Person.PostAsync(Files, new FormUrlEncodedContent([.. HtmlPage.Form(after, "go-on").Hidden(), new("file", held.File.Value.ToString())]), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, on.StatusCode);
        await Reading.Settled(desk.Services, Desk.Case);
        Assert.Equal(MaterialStatus.NeedsDecision, (await desk.List()).Files.Single(file => file.Id == held.File).Status);
    }

    [Fact]
    public async Task The_page_that_watches_looks_again_by_itself_without_scripts_and_leads_on_when_all_is_read()
    {
        var (store, held) = await Held("watched.txt");
        var page = await desk.Person.GetStringAsync(Files + "/reading", Cancel);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>", page, StringComparison.Ordinal);
        Assert.Equal(Files + "/reading", HtmlPage.Read(page).QuerySelector("[data-live]")!.GetAttribute("data-then"));
        Assert.True(await store.Move(await Person(store), held, held.Failed(Job.Fault, store.Now), Cancel));
        using var leads = await desk.Person.GetAsync(Files + "/reading", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, leads.StatusCode);
        Assert.Contains("broke off", HtmlPage.Read(await desk.Person.GetStringAsync(Files, Cancel)).QuerySelector("#stopped")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A file as it is being read by another program that has the folder open, which is half way.</summary>
    private async Task<(OnusStore Store, Job Held)> Held(string name)
    {
        var store = desk.Services.GetRequiredService<OnusStore>();
        var person = await Person(store);
        var warrant = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Warrant, "Search warrant"), person, Cancel)).Value;
        MaterialId file;
        var bytes = Encoding.UTF8.GetBytes("13/3/2024, 10:00 - A: evidences\n");
        await using (var drop = (await new DropFiles(store).Handle(Desk.Case, person, Cancel)).Value)
        {
            await drop.Add(name, new MemoryStream(bytes), Cancel);
            Assert.True((await drop.Finish(Cancel)).IsOk);
            file = drop.Stored[0].Id;
        }

        // The job is in other hands before the runner of this site looks for it.
        var job = Job.Of(JobKind.ReadFile, person.Cases[0].CaseId, file, person.Account, store.Now).Taken(Guid.CreateVersion7(), store.Now);
        await using (var work = store.Begin(person))
        {
            work.Add(job = job.Renewed(new(1234, bytes.Length / 2), store.Now));
            Assert.True((await work.Commit(new LogEvent(job.CaseId, Acts.ReadingAsked), Cancel)).IsOk);
        }

        Assert.True((await new AnswerQuestions(store).Handle(new AnswerQuestions.Command { Case = Desk.Case, Files = [file], From = "Officer 1", Obtained = warrant }, person, Cancel)).IsOk);
        return (store, job);
    }

    private static async Task<Actor> Person(OnusStore store) => (await store.ActorNamed("Person 1", Cancel)).Value;
}
