using Onus.Casework.People;
using Onus.Casework.Requests;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.People;

/// <summary>What a wish stops, and what it lets go on.</summary>
public sealed class WishTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-wishes-").FullName;
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
    public async Task Whoever_withdraws_is_asked_nothing_more_until_a_newer_wish_says_otherwise()
    {
        var toHer = await Ask("The advocate of Survivor B");
        var through = await Ask("The clinic", seeded.Survivor.Id);
        var answered = await Ask("Survivor B");
        var about = await Ask("Selwen Bank");
        await Move(answered, RequestStatus.Sent);
        await Move(answered, RequestStatus.Answered, "The statements of May");
        await Move(through, RequestStatus.Sent);

        Assert.Equal(2, (await Note(TestimonyWish.Withdraws, new(2025, 5, 20), version: 1)).Value);

        var requests = await List();
        Assert.Equal([toHer, through], requests.Where(r => r.Stopped.Length > 0).Select(r => r.Number).Order());
        Assert.Contains("20 May 2025", requests.Single(r => r.Number == toHer).Stopped, StringComparison.Ordinal);
        Assert.Equal("requests.stopped", (await new MoveRequest(seeded.Store, Practice.PracticeStore.Law, Unit.Texts).Handle(new(seeded.Ref, through, 3, RequestStatus.Answered) { Came = Came.InFull, Words = "All" }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.Equal("requests.withdrew", (await New("Survivor B, by her advocate")).Error?.Key);
        Assert.Equal("requests.withdrew", (await New("The clinic", seeded.Survivor.Id)).Error?.Key);
        Assert.True((await New("Selwen Bank")).IsOk);
        Assert.True((await Move(about, RequestStatus.Sent)).IsOk);
        var resume = new ResumeRequest(seeded.Store);
        Assert.Equal("requests.withdrew", (await resume.Handle(new(seeded.Ref, toHer, 2), await seeded.Investigator(), Cancel)).Error?.Key);

        // An older wish that is noted later changes nothing; a newer one does.
        Assert.True((await Note(TestimonyWish.Testifies, new(2025, 5, 2), version: 2)).IsOk);
        Assert.Equal(TestimonyWish.Withdraws, (await Open()).Person.Wish);
        Assert.True((await Note(TestimonyWish.Undecided, new(2025, 5, 23), version: 3)).IsOk);
        Assert.Equal(2, (await List()).Count(r => r.Stopped.Length > 0));
        Assert.True((await resume.Handle(new(seeded.Ref, toHer, 2), await seeded.Investigator(), Cancel)).IsOk);
        Assert.Equal([through], (await List()).Where(r => r.Stopped.Length > 0).Select(r => r.Number));
        Assert.True((await New("Survivor B")).IsOk);

        var it = await Open();
        Assert.Equal([TestimonyWish.Undecided, TestimonyWish.Withdraws, TestimonyWish.Testifies], it.Wishes.Select(w => w.Wish));
        Assert.Equal(("Officer 4", "A guardian", "Demo person 1"), (it.Wishes[0].SaidTo, it.Wishes[0].SaidBy, it.Wishes[0].NotedBy));
        Assert.Equal([toHer, through, answered, 6], it.Asked.Select(r => r.Number));
    }

    [Fact]
    public async Task A_draft_that_turns_out_to_go_to_somebody_who_withdrew_is_stopped_and_not_sent()
    {
        var draft = await Ask("Nene, through the union");
        Assert.Equal(0, (await Note(TestimonyWish.Withdraws, new(2025, 5, 20), version: 1)).Value);
        Assert.True((await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Nene", seeded.Survivor.Id), await seeded.Investigator(), Cancel)).IsOk);
        Assert.Equal("requests.stopped", (await Move(draft, RequestStatus.Sent)).Error?.Key);
    }

    [Fact]
    public async Task A_wish_has_a_day_that_has_come_and_somebody_who_heard_it()
    {
        Assert.Equal("wishes.wish-missing", (await Note(TestimonyWish.NotRecorded, new(2025, 5, 2), 1)).Error?.Key);
        Assert.Equal("wishes.said-on-missing", (await Note(TestimonyWish.Testifies, null, 1)).Error?.Key);
        Assert.Equal("wishes.said-on-future", (await Note(TestimonyWish.Testifies, new(2025, 5, 25), 1)).Error?.Key);
        Assert.Equal("wishes.said-to-missing", (await Note(TestimonyWish.Testifies, new(2025, 5, 24), 1, to: " ")).Error?.Key);
        Assert.Equal("rows.changed-meanwhile", (await Note(TestimonyWish.Testifies, new(2025, 5, 24), 2)).Error?.Key);
        Assert.Empty((await Open()).Wishes);
    }

    private async Task<OpenPerson.Answer> Open() => (await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Survivor.Id, await seeded.Investigator(), Cancel)).Value;

    private async Task<IReadOnlyList<EvidenceRequest>> List() => [.. (await new ListRequests(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Select(row => row.Request)];

    private async Task<Result<int>> Note(TestimonyWish wish, DateOnly? day, int version, string to = "Officer 4") => await new NoteWish(seeded.Store, Unit.Texts).Handle(
        new(seeded.Ref, seeded.Survivor.Id, version, wish, day, "A guardian", to, ""), await seeded.Investigator(), Cancel);

    private async Task<Result<int>> New(string to, PersonId? asks = null) =>
        await new AskForEvidence(seeded.Store, new LawPacks([]), Unit.Texts).Handle(new(seeded.Ref, Addressee.Police, to, "The bank statements of Survivor B") { Why = "Wages", Asks = asks }, await seeded.Investigator(), Cancel);

    private async Task<int> Ask(string to, PersonId? asks = null) => (await New(to, asks)).Value;

    private async Task<Result<int>> Move(int number, RequestStatus to, string words = "")
    {
        var version = (await List()).Single(r => r.Number == number).Version;
        return await new MoveRequest(seeded.Store, Practice.PracticeStore.Law, Unit.Texts).Handle(new(seeded.Ref, number, version, to) { Came = to == RequestStatus.Answered ? Came.InFull : Came.NotSaid, Words = words }, await seeded.Investigator(), Cancel);
    }
}
