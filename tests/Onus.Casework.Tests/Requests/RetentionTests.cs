using Onus.Casework.Requests;
using Onus.Content;
using Onus.Domain.Charges;
using Onus.Seeds;

namespace Onus.Casework.Tests.Requests;

public sealed class RetentionTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-retention-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WatchRetention.Command Hall => new(
        seeded.Ref, null, 0, " Market hall ", "camera recordings", "How the workers came and went.", new DateOnly(2025, 4, 25), 30, "Notice at the door");

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_clock_is_noted_corrected_and_taken_away()
    {
        var actor = await seeded.Investigator();
        var id = (await Watch(Hall, actor)).Value;
        var noted = (await new FindRetention(seeded.Store).Handle(seeded.Ref, id, actor, Cancel)).Value;
        Assert.Equal(("Market hall", "camera recordings", new DateOnly(2025, 5, 25)), (noted.Holder, noted.What, noted.DeletedOn));

        Assert.Equal(id, (await Watch(Hall with { Watch = id, Version = 1, Days = 60 }, actor)).Value);
        Assert.Equal("rows.changed-meanwhile", (await Watch(Hall with { Watch = id, Version = 1, Days = 90 }, await seeded.Prosecutor())).Error!.Key);
        Assert.Equal(60, (await new FindRetention(seeded.Store).Handle(seeded.Ref, id, actor, Cancel)).Value.Days);
        // Seen from the last day of the records, and after the day of deletion; nothing for somebody who is not in the case.
        var list = new ListRetention(seeded.Store);
        Assert.Equal(60, (await list.Handle(seeded.Ref, new(2025, 4, 25), actor, Cancel)).Single(clock => clock.Watch.Id == id).DaysLeft);
        Assert.True((await list.Handle(seeded.Ref, new(2025, 7, 1), actor, Cancel)).Single(clock => clock.Watch.Id == id).Passed);
        Assert.Empty(await list.Handle(seeded.Ref, new(2025, 4, 25), new Actor(new(Guid.CreateVersion7()), "Nobody", []), Cancel));

        var stop = new StopWatching(seeded.Store);
        Assert.Equal("rows.changed-meanwhile", (await stop.Handle(new(seeded.Ref, id, 1, "Secured."), actor, Cancel)).Error!.Key);
        Assert.Equal("retention.reason-missing", (await stop.Handle(new(seeded.Ref, id, 2, " "), actor, Cancel)).Error!.Key);
        Assert.True((await stop.Handle(new(seeded.Ref, id, 2, "Secured."), actor, Cancel)).IsOk);
        Assert.Equal("retention.not-found", (await new FindRetention(seeded.Store).Handle(seeded.Ref, id, actor, Cancel)).Error!.Key);
    }

    [Theory]
    [InlineData("retention.holder-missing")]
    [InlineData("retention.what-missing")]
    [InlineData("retention.why-missing")]
    [InlineData("retention.until-missing")]
    [InlineData("retention.days-form")]
    [InlineData("retention.source-missing")]
    public async Task What_is_missing_is_asked_for(string key)
    {
        var command = key switch
        {
            "retention.holder-missing" => Hall with { Holder = "" },
            "retention.what-missing" => Hall with { What = " " },
            "retention.why-missing" => Hall with { Why = "" },
            "retention.until-missing" => Hall with { RecordsUntil = null },
            "retention.days-form" => Hall with { Days = WatchRetention.MostDays + 1 },
            _ => Hall with { Source = "" },
        };
        Assert.Equal(key, (await Watch(command, await seeded.Investigator())).Error!.Key);
    }

    [Fact]
    public async Task A_stranger_notes_nothing_and_finds_nothing()
    {
        var id = (await Watch(Hall, await seeded.Investigator())).Value;
        var stranger = await seeded.Stranger();
        Assert.Equal("cases.not-found", (await Watch(Hall, stranger)).Error!.Key);
        Assert.Equal("cases.not-found", (await new StopWatching(seeded.Store).Handle(new(seeded.Ref, id, 1, "Gone."), stranger, Cancel)).Error!.Key);
        Assert.Equal("cases.not-found", (await new FindRetention(seeded.Store).Handle(seeded.Ref, id, stranger, Cancel)).Error!.Key);
    }

    [Fact]
    public void Every_kind_of_the_guidance_has_words()
    {
        var guide = RetentionGuide.Load(ContentFolder.Find(), Unit.Texts);
        Assert.NotEmpty(guide.Of("us"));
        Assert.All(guide.Periods, p => Assert.True(Unit.Texts.Has("retention.kinds." + p.Kind), p.Kind));
        Assert.Equal("camera recordings", RetentionGuide.Kind("camera-recordings", Unit.Texts));
    }

    private async Task<Domain.Shared.Result<Guid>> Watch(WatchRetention.Command command, Actor actor) =>
        await new WatchRetention(seeded.Store).Handle(command, actor, Cancel);
}
