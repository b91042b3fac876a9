using Microsoft.EntityFrameworkCore;
using Onus.Casework.Evidence;
using Onus.Casework.Papers;
using Onus.Domain.Evidence;
using Onus.Seeds;

namespace Onus.Casework.Tests.Records;

public sealed class PicturePartTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-parts-").FullName;
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
    public async Task A_part_of_a_picture_is_cited_in_its_pixels_and_the_whole_file_is_hashed()
    {
        var gate = Assert.Single(seeded.Rows["gate.png"]);
        Assert.Equal(new PictureSize(120, 80), PictureSize.Of(gate));

        var actor = await seeded.Investigator();
        var done = await Cite(gate.Id, new Box(30, 20, 60, 40), actor);
        Assert.True(done.IsOk, done.Error?.Key);
        await using var work = seeded.Store.Begin(actor);
        var exhibit = await work.Db.Exhibits.SingleAsync(e => e.Number == done.Value.Number, Cancel);
        Assert.Equal(new ImagePosition(new Box(30, 20, 60, 40)), exhibit.Locator!.At);
        Assert.Equal(seeded.Files["gate.png"].Blob, exhibit.Locator.Slice);
        Assert.Equal("part of the picture: 60 × 40 pixels, 30 from the left, 20 from the top", Place.Of(exhibit.Locator, Unit.Texts));

        // The very same part once more is the same exhibit; another part is another one.
        Assert.Equal(done.Value.Number, (await Cite(gate.Id, new Box(30, 20, 60, 40), actor)).Value.Number);
        Assert.NotEqual(done.Value.Number, (await Cite(gate.Id, new Box(0, 0, 10, 10), actor)).Value.Number);
    }

    [Fact]
    public async Task A_part_outside_the_picture_or_the_page_is_refused_with_the_size()
    {
        var actor = await seeded.Investigator();
        var picture = (await Cite(seeded.Rows["gate.png"][0].Id, new Box(100, 20, 60, 40), actor)).Error!;
        Assert.Equal("cite.box-outside", picture.Key);
        Assert.Equal("This part lies outside. It has to lie within 120 by 80.", Unit.Texts.Of(picture));
        Assert.Equal("cite.box-outside", (await Cite(seeded.Rows["lease.pdf"][0].Id, new Box(500, 20, 200, 40), actor)).Error!.Key);
    }

    [Fact]
    public async Task A_stranger_cites_no_part_of_anything() =>
        Assert.Equal("cases.not-found", (await Cite(seeded.Rows["gate.png"][0].Id, new Box(1, 1, 10, 10), await seeded.Stranger())).Error!.Key);

    private async Task<Domain.Shared.Result<CitePassage.Cited>> Cite(Sha256 record, Box box, Actor actor) =>
        await new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new())).Handle(
            new CitePassage.Command { Case = seeded.Ref, Record = record, Boxes = [box], Fact = "The gate is locked." }, actor, Cancel);
}
