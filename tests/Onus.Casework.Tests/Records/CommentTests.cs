using Onus.Casework.Evidence;
using Onus.Casework.Originals;
using Onus.Casework.Papers;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Records;

/// <summary>A comment beside a survivor's statement is not the survivor's, and nobody's whom the file names, until somebody says so.</summary>
public sealed class CommentTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-comment-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        seeded = await SeededCase.In(folder);
        await seeded.AddCommented();
    }

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_cited_comment_is_nobodys_words_and_its_fact_says_that_it_is_a_comment()
    {
        var row = seeded.Row("second.docx", "told me");
        var cited = (await Cite(new() { Case = seeded.Ref, Record = row.Id, Quote = "the house" })).Value;
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            var exhibit = work.Db.Exhibits.Single(e => e.Id == cited.Exhibit);
            Assert.Empty(exhibit.Origins);
            Assert.Equal("comment 1, on paragraph 1", Place.Of(exhibit.Locator, Unit.Texts));
            Assert.Equal("A comment on “second.docx”, by Officer 4 as the file says: “the house”", work.Db.Facts.Single(f => f.Id == cited.Fact).Sentence);
        }

        // Whoever bears the name in the case is no speaker for it either, and takes nothing along when the name does.
        Assert.True((await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Officer 4", seeded.Defendant.Id), await seeded.Investigator(), Cancel)).IsOk);
        Assert.Empty((await Cite(new() { Case = seeded.Ref, Record = row.Id })).Value is var whole ? await Origins(whole.Exhibit) : []);
        Assert.Empty(await Origins(cited.Exhibit));
        await using var after = seeded.Store.Begin(await seeded.Investigator());
        Assert.Equal("A comment on “second.docx”, by Defendant 1 as the file says: “the house”", after.Db.Facts.Single(f => f.Id == cited.Fact).Sentence);
    }

    [Fact]
    public async Task What_somebody_says_of_whose_words_they_are_stands()
    {
        var row = seeded.Row("second.docx", "told me");
        var cited = (await Cite(new() { Case = seeded.Ref, Record = row.Id, Words = new Origin(seeded.Survivor.Id) })).Value;
        Assert.Equal([new Origin(seeded.Survivor.Id)], await Origins(cited.Exhibit));
    }

    [Fact]
    public async Task A_comment_verifies_and_stands_in_its_file_under_its_paragraph_and_in_the_chronology_without_a_zone()
    {
        var row = seeded.Row("second.docx", "told me");
        var actor = await seeded.Investigator();
        Assert.True((await new ReadSource(seeded.Store, new DrawPage(seeded.Store, new PageCache())).Handle(seeded.Ref, row.Id, actor, Cancel)).Value.Verified);
        var opened = (await new OpenFile(seeded.Store).Handle(new(seeded.Ref, null, row.Id), actor, Cancel)).Value;
        Assert.Equal((FileView.Paragraphs, 2), (opened.View, opened.Rows.ToList().FindIndex(r => r.Id == row.Id) + 1));
        var entry = (await new ReadChronology(seeded.Store).Handle(new() { Case = seeded.Ref, Kind = RecordKind.Comment }, actor, Cancel)).Value.Entries.Single();
        Assert.Equal((new DateOnly(2025, 5, 21), null, "Officer 4"), (entry.Day, entry.Record!.Utc, entry.Record.Sender));
    }

    private async Task<IReadOnlyList<Origin>> Origins(ExhibitId id)
    {
        await using var work = seeded.Store.Begin(await seeded.Investigator());
        return work.Db.Exhibits.Single(e => e.Id == id).Origins;
    }

    private async Task<Result<CitePassage.Cited>> Cite(CitePassage.Command command) =>
        await new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new())).Handle(command, await seeded.Investigator(), Cancel);
}
