using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Seeds;

namespace Onus.Casework.Tests.Papers;

/// <summary>An exhibit that no longer counts is marked wherever it is listed, and nothing rests on it any more.</summary>
public sealed class FallenExhibitTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-fallen-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        seeded = await SeededCase.In(folder);
        foreach (var row in new[] { seeded.Rows["chat.txt"][1], seeded.Rows["bank.csv"][0], seeded.Rows["statement.docx"][1] })
        {
            var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
                new()
                {
                    Case = seeded.Ref,
                    Record = row.Id,
                    Elements = [new("us.1589-a", "us.1589-a.knowingly")],
                    Survivors = [seeded.Survivor.Id],
                    Defendants = [seeded.Defendant.Id],
                },
                await seeded.Prosecutor(), Cancel);
            Assert.True(cited.IsOk, cited.Error?.Key);
        }

        var count = await new DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new DateOnly(2025, 1, 1), new DateOnly(2025, 7, 1)), await seeded.Prosecutor(), Cancel);
        Assert.True(count.IsOk, count.Error?.Key);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task One_that_the_court_kept_out_is_marked_on_every_paper_without_what_was_argued()
    {
        Assert.DoesNotContain("kept out", await Papers(), StringComparison.Ordinal);
        await Sustain(new Target(TargetKind.Admission, (await Exhibit(1)).Id.Value));
        var papers = await Papers();
        Assert.Contains("EX-1 (kept out)", papers, StringComparison.Ordinal);
        Assert.Contains("Kept out by the court (Ruling of 3 May, page 2). This exhibit does not count.", papers, StringComparison.Ordinal);
        Assert.DoesNotContain("EX-2 (kept out)", papers, StringComparison.Ordinal);
        Assert.DoesNotContain("Our weak point", papers, StringComparison.Ordinal);
        var gaps = await Gaps();
        Assert.Contains("Fell and does not count: EX-1 (chat.txt)", gaps, StringComparison.Ordinal);
        Assert.DoesNotContain("EX-1 (chat.txt), ", gaps, StringComparison.Ordinal);
        Assert.Contains("EX-2 (bank.csv)", gaps, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whose_file_was_withdrawn_and_one_whose_foundation_fell_are_marked()
    {
        var statement = seeded.Files["statement.docx"];
        Assert.True((await new WithdrawFile(seeded.Store).Handle(new(seeded.Ref, statement.Id, statement.Version, "Handed in twice."), await seeded.Prosecutor(), Cancel)).IsOk);
        var papers = await Papers();
        Assert.Contains("EX-3 (file withdrawn)", papers.Replace("\nfile withdrawn", " (file withdrawn)", StringComparison.Ordinal), StringComparison.Ordinal);

        var warrant = (await Case()).Foundations.Single(foundation => foundation.Kind == FoundationKind.Warrant);
        Assert.True((await new DecideFoundation(seeded.Store).Handle(new(warrant.Id, warrant.Version, FoundationStatus.Fallen, "Order of 4 May"), await seeded.Prosecutor(), Cancel)).IsOk);
        papers = await Papers();
        Assert.Contains("EX-1 (kept out)", papers, StringComparison.Ordinal);
        Assert.Contains("Kept out: what it relies on fell, Search warrant for the orchard house (Order of 4 May).", papers, StringComparison.Ordinal);
    }

    private async Task Sustain(Target on)
    {
        var entered = await new EnterChallenge(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, on, ChallengeMode.Exclude, "Our weak point", ChallengeStatus.Filed, []), await seeded.Prosecutor(), Cancel);
        Assert.True(entered.IsOk, entered.Error?.Key);
        Assert.True((await new RuleOnChallenge(seeded.Store).Handle(new(entered.Value, 1, ChallengeStatus.Filed, Ruling.Sustained, "Ruling of 3 May, page 2"), await seeded.Prosecutor(), Cancel)).IsOk);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<Exhibit> Exhibit(int number) => (await Case()).Exhibits.Single(exhibit => exhibit.Number == number);

    private async Task<string> Papers() =>
        Text((await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value) + "\n"
        + Text((await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value);

    private async Task<string> Gaps() =>
        Text((await new GapSheet(seeded.Store, new LoadProof(seeded.Store, PracticeStore.Law), new FindGaps(seeded.Store), Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value);

    private static string Text(PrintDocument paper) => string.Join('\n', paper.Blocks.OfType<PrintTable>().SelectMany(table => table.Rows).SelectMany(row => row).Select(cell => string.Concat(cell.Select(run => run.Text))));
}
