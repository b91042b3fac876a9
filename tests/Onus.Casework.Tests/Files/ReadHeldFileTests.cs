using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Files;
using Onus.Domain.Evidence;

namespace Onus.Casework.Tests.Files;

public sealed class ReadHeldFileTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_before_the_questions_are_answered()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Chat(20)));
        Assert.Equal("files.questions-open", (await unit.Read()).Error?.Key);
        Assert.Equal(0, await Records(unit));
    }

    [Fact]
    public async Task A_chat_waits_for_zone_and_order_and_reading_it_again_does_not_double_its_records()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Chat(40)));
        await unit.Answer();
        var first = (await unit.Read()).Value;
        Assert.Equal(MaterialStatus.NeedsDecision, first.Status);
        Assert.Equal(["date-order", "zone"], first.Summary!.NeedsDecision.Select(d => d.What).Order(StringComparer.Ordinal));
        Assert.Equal(0, await Records(unit));

        await unit.Decide(zone: "Asia/Kathmandu", order: "dmy");
        var read = (await unit.Read()).Value;
        Assert.Equal((MaterialStatus.Read, 40L), (read.Status, read.Summary!.Records));
        Assert.Equal(40, await Records(unit));
        Assert.Equal("files.read-already", (await unit.Read()).Error?.Key);
        Assert.Equal(40, await Records(unit));
    }

    [Fact]
    public async Task What_the_authority_does_not_cover_is_counted_and_not_kept()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Chat(100)));
        await unit.Answer(new DateOnly(2024, 3, 13), new DateOnly(2024, 3, 14), "Defendant 1");
        await unit.Decide(zone: "Asia/Kathmandu", order: "dmy");
        var read = (await unit.Read()).Value;
        await using var work = unit.Store.Begin(unit.Counsel);
        var kept = await work.Db.Records.ToListAsync(Cancel);
        Assert.Equal(read.Summary!.Records - read.OutOfScope, kept.Count);
        Assert.NotEmpty(kept);
        Assert.All(kept, r => Assert.Equal("Defendant 1", r.Sender));
        Assert.All(kept, r => Assert.Contains(r.Day, new[] { "2024-03-13", "2024-03-14" }));
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_lets_nothing_past_an_authority_for_certain_days()
    {
        // 2568 of the Buddhist era is 2025; what cannot be read as a day cannot be shown to lie inside the authority.
        const string chat = "13/3/2024, 10:00 - Defendant 1: inside\n20/3/2024, 10:00 - Survivor B: outside\n13/3/2567, 10:00 - Defendant 1: nobody knows\n14/3/2568, 10:00 - Survivor B: nor here\n";
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Encoding.UTF8.GetBytes(chat)));
        await unit.Answer(new DateOnly(2024, 3, 13), new DateOnly(2024, 3, 14));
        await unit.Decide(zone: "Asia/Bangkok", order: "dmy");
        var read = (await unit.Read()).Value;
        await using var work = unit.Store.Begin(unit.Counsel);
        Assert.Equal("inside", Assert.Single(await work.Db.Records.ToListAsync(Cancel)).Text);
        Assert.Equal((4L, 2L, 1L), (read.Summary!.Seen, read.Summary.Records, read.OutOfScope));
        Assert.Equal(new Skipped(Authority.Undated, 2), Assert.Single(read.Summary.Skipped));
        Assert.True(Unit.Texts.Has("skipped." + Authority.Undated));
    }

    [Fact]
    public async Task Without_days_in_the_authority_an_unreadable_date_keeps_nothing_out_and_pages_have_no_date_to_read()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", "13/3/2568, 10:00 - Defendant 1: nobody knows\n"u8.ToArray()));
        await unit.Answer(null, null, "Defendant 1");
        await unit.Decide(zone: "Asia/Bangkok", order: "dmy");
        Assert.Equal((1L, 0L), ((await unit.Read()).Value.Summary!.Records, (await unit.Only()).OutOfScope));
        Assert.Equal(1, await Records(unit));
    }

    [Theory]
    [InlineData("empty.txt", "", "empty-file")]
    [InlineData("notes.txt", "just some words\nand more", "no-known-style")]
    [InlineData("locked.age", "age-encryption.org/v1\n-> X25519 aaaa", "encrypted")]
    [InlineData("cut.zip", "PK\u0003\u0004and then nothing", "truncated")]
    public async Task What_cannot_be_read_says_why_in_one_sentence_and_keeps_nothing(string name, string content, string reason)
    {
        await using var unit = await Unit.Open();
        await unit.Drop((name, Encoding.UTF8.GetBytes(content)));
        await unit.Answer();
        var read = (await unit.Read()).Value;
        Assert.Equal(MaterialStatus.Unusable, read.Status);
        Assert.Equal(reason, read.Summary!.Failure ?? read.Summary.Skipped.Single().Reason);
        Assert.True(Unit.Texts.Has("errors." + reason));
        Assert.Equal(0, await Records(unit));
    }

    [Fact]
    public async Task Bytes_that_changed_in_the_vault_are_not_read()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Chat(20)));
        await unit.Answer();
        await unit.Decide(zone: "Asia/Kathmandu", order: "dmy");
        var blob = Directory.EnumerateFiles(Path.Combine(unit.Folder, "vault"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(blob, Cancel);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes, Cancel);
        var read = (await unit.Read()).Value;
        Assert.Equal((MaterialStatus.Unusable, ReadFailures.NotAsReceived), (read.Status, read.Summary!.Failure));
        Assert.Equal(0, await Records(unit));
    }

    [Fact]
    public async Task A_reading_that_is_broken_off_leaves_the_file_as_it_was_and_no_copy_behind()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Chat(2000)));
        await unit.Answer();
        await unit.Decide(zone: "Asia/Kathmandu", order: "dmy");
        var before = await unit.Only();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, before.Id), unit.Counsel, stop.Token));
        var after = await unit.Only();
        Assert.Equal((before.Status, before.Version), (after.Status, after.Version));
        Assert.Equal(0, await Records(unit));
        Assert.Empty(Directory.EnumerateFileSystemEntries(unit.Store.Working));
        Assert.Equal(2000, (await unit.Read()).Value.Summary!.Records);
    }

    [Fact]
    public async Task The_log_names_parser_decisions_zone_rules_and_the_hash_of_what_was_read()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Chat(20)));
        await unit.Answer();
        await unit.Decide(zone: "Asia/Kathmandu", order: "dmy");
        await unit.Read();
        await using var work = unit.Store.Begin(unit.Counsel);
        var entry = await work.Db.Log.SingleAsync(l => l.Kind == "file-read", Cancel);
        var payload = await work.Db.LogPayloads.SingleAsync(p => p.Sequence == entry.Sequence, Cancel);
        foreach (var part in new[] { "onus.whatsapp-text/", "Asia/Kathmandu", "dmy", "tzdb", "recordLines" })
        {
            Assert.Contains(part, payload.Json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Twenty_thousand_lines_of_chat_are_in_the_case_in_well_under_ten_seconds()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Chat(20_000)));
        await unit.Answer();
        await unit.Decide(zone: "Asia/Kathmandu", order: "dmy");
        var watch = Stopwatch.StartNew();
        var read = (await unit.Read()).Value;
        output.WriteLine($"20,000 messages in the case after {watch.Elapsed.TotalSeconds:F2} s (target: 10 s)");
        Assert.Equal(20_000, read.Summary!.Records);
        Assert.Equal(20_000, await Records(unit));
    }

    private static async Task<int> Records(Unit unit)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Records.CountAsync(Cancel);
    }

    /// <summary>Two people, one message every hour from 12 March 2024 on.</summary>
    internal static byte[] Chat(int messages)
    {
        var text = new StringBuilder();
        var at = new DateTime(2024, 3, 12, 6, 0, 0, DateTimeKind.Unspecified);
        for (var i = 0; i < messages; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{at.AddHours(i):dd/MM/yyyy, HH:mm} - {(i % 2 == 0 ? "Defendant 1" : "Survivor B")}: message {i}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
