using Microsoft.EntityFrameworkCore;
using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Records;

/// <summary>What pages add up was added up when the records were written, and says what adding them up again says, whatever becomes of a file.</summary>
public sealed class TotalsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-test-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    [Fact]
    public async Task Totals_say_what_the_records_say_also_after_a_correction_and_a_withdrawal()
    {
        await Same();
        var me = await seeded.Prosecutor();
        var cited = seeded.Row("chat.txt", "You owe 1,400");
        Assert.True((await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(new() { Case = seeded.Ref, Record = cited.Id, Fact = "A debt" }, me, Cancel)).IsOk);
        var chat = seeded.Files["chat.txt"];
        var corrected = await new CorrectReading(seeded.Store).Handle(
            new() { Case = seeded.Ref, File = chat.Id, Version = chat.Version, Reason = "From the fourth", Zone = chat.Zone, DateOrder = chat.DateOrder, ScopeFrom = new DateOnly(2025, 5, 4) }, me, Cancel);
        Assert.True(corrected.IsOk, corrected.Error?.Key);
        await Same();
        var bank = seeded.Files["bank.csv"];
        var withdrawn = await new WithdrawFile(seeded.Store).Handle(new(seeded.Ref, bank.Id, bank.Version, "Another account"), me, Cancel);
        Assert.True(withdrawn.IsOk, withdrawn.Error?.Key);
        await Same();
        Assert.True((await new WithdrawFile(seeded.Store).PutBack(new(seeded.Ref, bank.Id, withdrawn.Value.Version, "It was ours"), me, Cancel)).IsOk);
        await Same();
    }

    [Fact]
    public async Task The_log_tells_of_a_marked_record_which_it_is_and_not_its_words()
    {
        var row = seeded.Row("chat.txt", "You owe 1,400");
        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, true, false, false), await seeded.Prosecutor(), Cancel)).IsOk);
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        var told = await work.Db.LogPayloads.OrderByDescending(p => p.Sequence).Select(p => p.Json).FirstAsync(Cancel);
        Assert.Contains(row.Id.Hex, told, StringComparison.Ordinal);
        Assert.Contains("\"helpsDefence\":true", told, StringComparison.Ordinal);
        Assert.DoesNotContain("You owe", told, StringComparison.Ordinal);
        var marked = await work.Db.Records.SingleAsync(r => r.IsMarked, Cancel);
        Assert.Equal((row.Id, true, row.Version + 1), (marked.Id, marked.Marks.HelpsDefence, marked.Version));
    }

    [Fact]
    public async Task Whoever_may_not_see_a_record_marks_none()
    {
        var row = seeded.Row("chat.txt", "You owe 1,400");
        await using var work = seeded.Store.Begin(await seeded.Stranger());
        work.Mark(row, new Marks(HelpsDefence: true));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => work.Commit(new LogEvent(seeded.Id, Acts.MarkedForDisclosure), Cancel));
        Assert.Empty(await work.Db.Records.ToListAsync(Cancel));
        Assert.Empty(await work.Db.Totals.ToListAsync(Cancel));
        Assert.Empty(await work.Db.RecordNames.ToListAsync(Cancel));
    }

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        seeded.Store.Close();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task Same()
    {
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        var records = (await work.Db.Records.Current().ToListAsync(Cancel)).CountBy(r => Key(r.Material, r.Kind, r.Day, r.Sender, r.Receiver, r.Kind == RecordKind.Payment ? r.AmountMinor < 0 : null));
        var totals = (await work.Db.Totals.ToListAsync(Cancel)).GroupBy(t => Key(t.Material, t.Kind, t.Day, t.Sender, t.Receiver, t.Out))
            .Select(g => KeyValuePair.Create(g.Key, g.Sum(t => t.Count)));
        Assert.Equal(records.OrderBy(r => r.Key, StringComparer.Ordinal), totals.OrderBy(t => t.Key, StringComparer.Ordinal));
    }

    private static string Key(MaterialId file, RecordKind kind, string? day, string? sender, string? receiver, bool? leaves) => string.Join('|', file.Value, kind, day, sender, receiver, leaves);
}
