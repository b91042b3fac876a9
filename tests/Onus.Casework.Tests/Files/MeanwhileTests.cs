using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Originals;
using Onus.Domain.Evidence;
using Onus.Seeds;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Tests.Files;

/// <summary>While one person's act waits for the reader, others go on: what they do in that time is neither lost nor left standing on what is gone.</summary>
public sealed class MeanwhileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("America/Lima", null)]
    [InlineData("Asia/Kathmandu", "2024-04-09")]
    public async Task What_is_cited_and_marked_while_a_file_is_read_anew_is_compared_and_keeps_its_mark(string zone, string? until)
    {
        await using var unit = await Unit.Open();
        var file = await Long(unit, "chat.txt");
        var rows = await Last(unit, file, 2);
        var (correcting, cited) = await While(
            unit.Store,
            () => new CorrectReading(unit.Store).Handle(
                new() { Case = Unit.Ref, File = file.Id, Version = file.Version, Reason = "It was set otherwise", Zone = zone, DateOrder = "dmy", ScopeTo = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture) },
                unit.Counsel, Cancel),
            async () =>
            {
                var made = await new CitePassage(unit.Store, Unit.Texts, new([]), new(unit.Store, new())).Handle(new() { Case = Unit.Ref, Record = rows[0].Id }, unit.Counsel, Cancel);
                var marked = await new MarkForDisclosure(unit.Store).Handle(new(Unit.Ref, rows[1].Id, null, rows[1].Version, HelpsDefence: true, Sensitive: false, Privileged: true), unit.Counsel, Cancel);
                Assert.True(marked.IsOk, marked.Error?.Key);
                return made;
            });
        Assert.True(cited.IsOk, cited.Error?.Key);
        Assert.Equal(1, correcting.Value.Differences);
        var difference = Assert.Single((await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Differences);
        Assert.Equal((cited.Value.Exhibit, until is null), (difference.Exhibit, difference.New is not null));
        await using var work = unit.Store.Begin(unit.Counsel);
        var mark = await work.Db.Records.SingleAsync(r => r.Id == rows[1].Id, Cancel);
        Assert.True(mark.Marks is { HelpsDefence: true, Privileged: true }, "the mark is gone");
        Assert.Equal(until is not null, mark.Superseded);
    }

    [Fact]
    public async Task What_is_cited_in_one_chat_while_the_other_of_that_phone_is_read_anew_is_compared()
    {
        await using var unit = await Unit.Open();
        var (first, second) = (await Long(unit, "phone/a.txt"), await Long(unit, "phone/b.txt"));
        var row = (await Last(unit, first, 1))[0];
        var (outcomes, cited) = await While(
            unit.Store,
            () => new CorrectZoneOfPhone(new(unit.Store), new(unit.Store)).Handle(new(Unit.Ref, [(first.Id, first.Version), (second.Id, second.Version)], "Asia/Tokyo", "The clock was wrong"), unit.Counsel, Cancel),
            () => new CitePassage(unit.Store, Unit.Texts, new([]), new(unit.Store, new())).Handle(new() { Case = Unit.Ref, Record = row.Id }, unit.Counsel, Cancel));
        Assert.True(cited.IsOk, cited.Error?.Key);
        Assert.Equal([(first.Name, 1), (second.Name, 0)], outcomes.Value.Select(o => (o.File.Name, o.Outcome.Value.Differences)));
    }

    [Fact]
    public async Task Whoever_saw_a_mark_of_before_does_not_undo_that_of_a_colleague_after_a_new_reading()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("quay.txt", Encoding.UTF8.GetBytes("3/4/2024, 08:10 - Boss: be there\n15/4/2024, 19:45 - Survivor B: no\n")));
        await unit.Answer();
        await unit.Decide("Asia/Kathmandu", "dmy");
        var file = (await unit.Read()).Value;
        var row = (await Last(unit, file, 1))[0];
        var mark = new MarkForDisclosure(unit.Store);
        Assert.True((await mark.Handle(new(Unit.Ref, row.Id, null, row.Version, HelpsDefence: false, Sensitive: false, Privileged: true), unit.Counsel, Cancel)).IsOk);
        Assert.True((await new CorrectReading(unit.Store).Handle(
            new() { Case = Unit.Ref, File = file.Id, Version = file.Version, Reason = "Wrong zone", Zone = "America/Lima", DateOrder = "dmy" }, unit.Counsel, Cancel)).IsOk);
        Assert.Equal(
            "rows.changed-meanwhile",
            (await mark.Handle(new(Unit.Ref, row.Id, null, row.Version, HelpsDefence: true, Sensitive: false, Privileged: false, "Not seen"), unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await Last(unit, file, 1))[0].Marks.Privileged);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("answered")]
    public async Task A_part_of_a_page_is_not_cited_out_of_a_file_that_was_withdrawn_or_answered_otherwise_while_the_page_was_drawn(string how)
    {
        var folder = Directory.CreateTempSubdirectory("onus-meanwhile-").FullName;
        var seeded = await SeededCase.In(folder);
        var counsel = await seeded.Prosecutor();
        var (row, file) = (seeded.Rows["lease.pdf"][0], seeded.Files["lease.pdf"]);
        var (cited, changed) = await While(
            seeded.Store,
            () => new CitePassage(seeded.Store, Unit.Texts, new([]), new DrawPage(seeded.Store, new PageCache())).Handle(
                new() { Case = seeded.Ref, Record = row.Id, Boxes = [new Box(60, 120, 400, 60)] }, counsel, Cancel),
            async () => how == "withdrawn"
                ? (await new WithdrawFile(seeded.Store).Handle(new(seeded.Ref, file.Id, file.Version, "Seized at the wrong house"), counsel, Cancel)).Error
                : (await new CorrectAnswers(seeded.Store, Unit.Texts).Handle(
                    new(file.Version, "It came from her", new() { Case = seeded.Ref, Files = [file.Id], FromPerson = seeded.Survivor.Id, Obtained = file.Obtained }, []), counsel, Cancel)).Error);
        Assert.Null(changed?.Key);
        Assert.Equal("rows.changed-meanwhile", cited.Error?.Key);
        await using var work = seeded.Store.Begin(counsel);
        Assert.Empty(work.Db.Exhibits.Where(e => e.Material == file.Id));
        seeded.Store.Dispose();
    }

    /// <summary>Does something as soon as the reader of an act has its working copy, and waits for the act.</summary>
    private static async Task<(T Act, TMeanwhile Meanwhile)> While<T, TMeanwhile>(OnusStore store, Func<Task<T>> act, Func<Task<TMeanwhile>> meanwhile)
    {
        Assert.Empty(Directory.EnumerateFiles(store.Working, "*", SearchOption.AllDirectories));
        var acting = Task.Run(act, Cancel);
        while (!acting.IsCompleted && !Directory.EnumerateFiles(store.Working, "*", SearchOption.AllDirectories).Any())
        {
            await Task.Delay(2, Cancel);
        }

        var done = await meanwhile();
        Assert.False(acting.IsCompleted, "The act was over before anything could happen meanwhile.");
        return (await acting, done);
    }

    private static async Task<Material> Long(Unit unit, string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 12_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1 + (i / 600):00}/04/2024, 23:{i % 60:00} - {(i % 2 == 0 ? "Boss" : "Survivor B")}: line {i} of {name}\n");
        }

        await unit.Drop((name, Encoding.UTF8.GetBytes(text.ToString())));
        await unit.Answer();
        var file = (await unit.List()).Files.Single(f => f.Name == name);
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [file.Id], new("Asia/Kathmandu", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        var read = await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel);
        Assert.Equal(MaterialStatus.Read, read.Value.Status);
        return read.Value;
    }

    private static async Task<List<RecordRow>> Last(Unit unit, Material file, int count)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Records.Where(r => r.Material == file.Id).OrderByDescending(r => r.Sequence).Take(count).ToListAsync(Cancel);
    }
}
