using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Store.Tests;

/// <summary>Whether a record may be privileged stands where the database can ask for it, also in folders that were marked before it did.</summary>
public sealed class PrivilegedWordsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_marked_before_words_were_kept_from_anybody_is_kept_from_them_after_the_update()
    {
        await using var scratch = await ScratchStore.Open();
        // Somebody whose name is that of the mark is nobody's mark.
        var marks = new[] { new Marks(Privileged: true, ConsideredBy: "Demo person 1"), new Marks(HelpsDefence: true, ConsideredBy: "\"privileged\":true"), new Marks() };
        await Add(scratch, marks);
        Assert.Equal([2, 1, null], await Few(scratch));
        await using (var db = scratch.Store.OpenUnfiltered())
        {
            await db.GetService<IMigrator>().MigrateAsync("Jobs", Cancel);
        }

        Assert.Equal([1, 1, null], await Few(scratch));
        await using (var db = scratch.Store.OpenUnfiltered())
        {
            await db.Database.MigrateAsync(Cancel);
        }

        Assert.Equal([2, 1, null], await Few(scratch));
        Assert.Equal([null, "words 2", "words 3"], await Texts(scratch, scratch.Investigator));
        Assert.Equal(["words 1", "words 2", "words 3"], await Texts(scratch, scratch.Prosecutor));
    }

    [Fact]
    public async Task A_mark_that_is_set_or_lifted_opens_and_closes_the_words_at_once_and_to_nobody_who_is_not_of_the_case()
    {
        await using var scratch = await ScratchStore.Open();
        await Add(scratch, [new Marks(), new Marks()]);
        foreach (var (privileged, seen) in new (bool, string?)[] { (true, null), (false, "words 1"), (true, null) })
        {
            await using (var work = scratch.Store.Begin(scratch.Investigator))
            {
                var row = await work.Db.Records.OrderBy(r => r.Sequence).FirstAsync(Cancel);
                work.Mark(row, new Marks(Privileged: privileged));
                Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.MarkedForDisclosure), Cancel)).IsOk);
            }

            Assert.Equal([seen, "words 2"], await Texts(scratch, scratch.Investigator));
            Assert.Equal(["words 1", "words 2"], await Texts(scratch, scratch.Prosecutor));
            Assert.Empty(await Texts(scratch, scratch.Stranger));
        }
    }

    private static async Task Add(ScratchStore scratch, Marks[] marks)
    {
        var file = new Material
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = scratch.Case,
            Name = "a.txt",
            Title = "a.txt",
            Blob = new Sha256(new string('a', 64)),
            VaultName = Guid.CreateVersion7(),
            Bytes = 1,
            ReceivedAt = new DateTimeOffset(2025, 5, 24, 9, 0, 0, TimeSpan.Zero),
            Run = Guid.CreateVersion7(),
            Status = MaterialStatus.Read,
        };
        await using var work = scratch.Store.Begin(scratch.Investigator);
        work.Add(file);
        work.AddRecords(marks.Select((mark, i) => new RecordRow
        {
            CaseId = scratch.Case,
            Compartment = file.Compartment,
            Material = file.Id,
            Sequence = i + 1,
            Id = new Sha256(new string((char)('b' + i), 64)),
            Kind = RecordKind.Message,
            Locator = new Locator(file.Blob, [], new TextPosition(i + 1, i, 1), file.Blob),
            Text = $"words {i + 1}",
            Marks = mark,
        }));
        var done = await work.Commit(new LogEvent(scratch.Case, Acts.FilesDropped), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
    }

    private static async Task<List<int?>> Few(ScratchStore scratch)
    {
        await using var db = scratch.Store.OpenUnfiltered();
        db.SeeAll([scratch.Case]);
        return await db.StoredRecords.OrderBy(r => r.Sequence).Select(r => r.Few).ToListAsync(Cancel);
    }

    private static async Task<List<string?>> Texts(ScratchStore scratch, Actor actor)
    {
        await using var work = scratch.Store.Begin(actor);
        return await work.Db.Records.OrderBy(r => r.Sequence).Select(r => r.Text).ToListAsync(Cancel);
    }
}
