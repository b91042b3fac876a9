using System.Text.RegularExpressions;
using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Papers;
using Onus.Casework.Records;
using Onus.Casework.Tests.Practice;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Seeds;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Records;

/// <summary>What a reader may have lost is counted where a case is looked at as a whole, and words that nobody sees in an original leave the office on no list.</summary>
public sealed partial class MayBeLostTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-lost-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Every_warning_that_has_a_sentence_is_in_exactly_one_group_and_no_other_is()
    {
        var written = Directory.EnumerateFiles(Path.Combine(ContentFolder.Find(null), "languages", "en"), "*.yaml")
            .SelectMany(File.ReadLines).Select(line => Key().Match(line)).Where(match => match.Success).Select(match => match.Groups["key"].Value).Order(StringComparer.Ordinal).ToList();
        Assert.True(written.Count > 100);
        Assert.Equal(written, WarningGroups.Keys.Order(StringComparer.Ordinal));
        Assert.All(written.Where(ReadWarnings.IsOfSender), key => Assert.Equal(WarningGroup.Doubt, WarningGroups.Of(key)));
        Assert.Equal(WarningGroup.Lost, WarningGroups.Of("of-a-reader-to-come:3"));
    }

    [Fact]
    public async Task They_are_counted_by_file_and_group_once_a_record_and_listed_as_many_times()
    {
        await Add("lease.pdf", 1, "content-breaks-off:1", "covered-text:2");
        await Add("lease.pdf", 2, "font-lost:4", "unmapped-characters:9");
        await Add("bank.csv", 3, "cells-do-not-fit:7");
        await Add("chat.txt", 4, "media-omitted");
        await Add("chat.txt", 5, "edited");
        await Add("chat.txt", 6, "attachment-missing:\"covered-text:1\".jpg");
        var actor = await seeded.Investigator();
        var before = seeded.Rows.Values.SelectMany(rows => rows).ToList();
        int Seeds(WarningGroup group) => before.Count(row => row.Warnings.Has(group));
        var sum = (await new SummariseCase(seeded.Store, new FindGaps(seeded.Store), new WhoAndWhom(seeded.Store)).Handle(seeded.Ref, new DateOnly(2025, 5, 24), actor, Cancel)).Value.Warned;
        Assert.Equal((3 + Seeds(WarningGroup.Lost), 1 + Seeds(WarningGroup.Unseen), 2 + Seeds(WarningGroup.Absent)), (sum.Count(WarningGroup.Lost), sum.Count(WarningGroup.Unseen), sum.Count(WarningGroup.Absent)));
        var files = (await new ListFiles(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value.Warned!;
        var lease = seeded.Files["lease.pdf"].Id;
        Assert.Equal((2, 1, 0), (files.Count(WarningGroup.Lost, lease), files.Count(WarningGroup.Unseen, lease), files.Count(WarningGroup.Absent, lease)));
        Assert.Equal(2, (await new LoadFile(seeded.Store).Handle(seeded.Ref, lease, actor, Cancel)).Value.Warned.Count(WarningGroup.Lost));
        foreach (var group in WarningGroups.Counted)
        {
            var listed = (await new ReadChronology(seeded.Store).Handle(new ReadChronology.Query { Case = seeded.Ref, Warned = group }, actor, Cancel)).Value;
            Assert.Equal(sum.Count(group), listed.Total);
            Assert.All(listed.Entries, entry => Assert.True(entry.Record!.Warnings.Has(group)));
        }

        Assert.Equal(2, (await new ReadChronology(seeded.Store).Handle(new ReadChronology.Query { Case = seeded.Ref, Warned = WarningGroup.Lost, File = lease }, actor, Cancel)).Value.Total);
        var sheet = Text((await new GapSheet(seeded.Store, new(seeded.Store, PracticeStore.Law), new(seeded.Store), Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value);
        Assert.Contains("lease.pdf: 2 pages, rows and messages of which something may be lost", sheet, StringComparison.Ordinal);
        Assert.Contains("lease.pdf: 1 page or paragraph with words that nobody sees", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("covered-text:2", false)]
    [InlineData("hidden-layer-text:5", false)]
    [InlineData("text-without-contrast:1", false)]
    [InlineData("hidden-text", false)]
    [InlineData("font-mended:3", true)]
    [InlineData("struck-text", true)]
    public async Task Words_that_nobody_sees_in_the_original_are_on_no_list_that_leaves_the_office(string warning, bool printed)
    {
        var row = await Add("lease.pdf", 7, warning);
        var actor = await seeded.Prosecutor();
        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(new() { Case = seeded.Ref, Record = row.Id }, actor, Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        Assert.Equal([warning], (await new LoadCase(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value.Warned[cited.Value.Exhibit]);
        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, true, false, false), actor, Cancel)).IsOk);
        PrintDocument[] papers =
        [
            (await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
            (await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
            (await new DisclosureList(seeded.Store, new ListMarks(seeded.Store), PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
        ];
        Assert.All(papers, paper =>
        {
            Assert.Equal(printed, Text(paper).Contains("room four", StringComparison.Ordinal));
            Assert.NotEqual(printed, Text(paper).Contains(Unit.Texts["papers.unseen"], StringComparison.Ordinal));
        });
    }

    private async Task<RecordRow> Add(string file, int number, params string[] warnings)
    {
        var row = seeded.Rows[file][0] with
        {
            Id = Sha256.Of(BitConverter.GetBytes(900_000 + number)),
            Sequence = 70_000 + number,
            Text = "The witness is in room four.",
            Day = "2025-05-09",
            TimeLocal = "2025-05-09",
            Warnings = warnings,
        };
        await using var work = seeded.Store.Begin(await seeded.Investigator());
        work.AddRecords([row]);
        Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        return row;
    }

    private static string Text(PrintDocument paper) => string.Join('\n', paper.Blocks.SelectMany(block => block switch
    {
        PrintTable table => table.Rows.SelectMany(row => row).SelectMany(cell => cell).Select(run => run.Text),
        PrintParagraph paragraph => paragraph.Runs.Select(run => run.Text),
        PrintNote note => note.Runs.Select(run => run.Text),
        PrintList list => list.Items.SelectMany(item => item).Select(run => run.Text),
        _ => [],
    }));

    [GeneratedRegex("^warnings\\.(?<key>[a-z-]+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Key();
}
