using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Store.Content;

namespace Onus.Casework.Tests.Practice;

public sealed class LoadPracticeCaseTests(ITestOutputHelper output)
{
    private static readonly Actor Itself = new(default, "Onus", []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Shipped =>
        [.. Directory.GetDirectories(Path.Combine(ContentFolder.Find(), "practice")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task A_shipped_case_loads_with_every_quote_in_its_record(string name)
    {
        await using var unit = await Unit.Empty();
        var folder = Folder(name);
        var watch = Stopwatch.StartNew();
        var loaded = await new LoadPracticeCase(unit.Store, Unit.Texts).Handle(new(folder), Itself, Cancel);
        Assert.True(loaded.IsOk, loaded.Error is { } error ? Unit.Texts.Of(error) : "");
        output.WriteLine($"{name}: loaded in {watch.Elapsed.TotalSeconds:F1} s");

        var counsel = (await unit.Store.ActorNamed(folder.Case.Members.First(m => m.Role == MemberRole.Prosecutor).Name, Cancel))!;
        var snapshot = (await new LoadCase(unit.Store).Handle(folder.Case.Ref, counsel, Cancel)).Value;
        Assert.Equal(folder.Work.Exhibits.Count, snapshot.Exhibits.Count);
        Assert.Equal(folder.Work.Facts.Count, snapshot.Facts.Count);
        Assert.Equal(folder.Work.Ties.Count, snapshot.FactTies.Count);
        Assert.Equal(folder.Work.Counts.Count, snapshot.Counts.Count);
        Assert.Equal(folder.Work.Arguments.Count, snapshot.Challenges.Count);
        foreach (var (exhibit, row) in folder.Work.Exhibits.Zip(snapshot.Exhibits).Where(e => e.First.Quote.Length > 0))
        {
            Assert.Equal(Words(exhibit.Quote), Words(row.Quote));
        }

        await using var work = unit.Store.Begin(counsel);
        output.WriteLine(string.Join(", ", snapshot.Materials.CountBy(m => m.Status)));
        output.WriteLine($"{await work.Db.Records.CountAsync(Cancel)} records");
        Assert.Equal(folder.FilesWait, snapshot.Materials.Count == 0);
        Assert.DoesNotContain(snapshot.Materials, m => m.Status is MaterialStatus.Held or MaterialStatus.NeedsDecision);
        foreach (var odd in snapshot.Materials.Where(m => m.Status == MaterialStatus.Unusable))
        {
            output.WriteLine($"{odd.Name}: {odd.Summary?.Failure}");
        }
    }

    [Fact]
    public async Task A_quote_that_is_not_in_its_record_stops_the_loader_and_is_named_with_file_and_line()
    {
        await using var unit = await Unit.Empty();
        var folder = Folder("the-club");
        var exhibits = folder.Work.Exhibits.ToList();
        var at = exhibits.FindIndex(e => e.Quote.Length > 0);
        exhibits[at] = exhibits[at] with { Quote = "words that nobody wrote" };
        var loaded = await new LoadPracticeCase(unit.Store, Unit.Texts).Handle(new(folder with { Work = folder.Work with { Exhibits = exhibits } }), Itself, Cancel);
        Assert.Equal("practice.quote-missing", loaded.Error?.Key);
        Assert.Contains($"work.yaml, line {exhibits[at].FileLine}", Unit.Texts.Of(loaded.Error!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_case_is_not_loaded_twice()
    {
        await using var unit = await Unit.Empty();
        var load = new LoadPracticeCase(unit.Store, Unit.Texts);
        Assert.True((await load.Handle(new(Folder("new-case")), Itself, Cancel)).IsOk);
        Assert.Equal("practice.there-already", (await load.Handle(new(Folder("new-case")), Itself, Cancel)).Error?.Key);
    }

    private static PracticeFolder Folder(string name) =>
        PracticeFolder.Read(Path.Combine(ContentFolder.Find(), "practice", name), Path.Combine(ContentFolder.Find(), "guidance"), Unit.Texts);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
