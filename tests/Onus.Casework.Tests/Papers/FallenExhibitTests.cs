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
    public async Task What_was_cited_by_mistake_and_taken_back_is_not_on_the_list_of_exhibits()
    {
        var gone = await Exhibit(2);
        var actor = await seeded.Prosecutor();
        List<ExhibitTie> ties;
        await using (var work = seeded.Store.Begin(actor))
        {
            ties = [.. work.Db.ExhibitTies.Where(tie => tie.Exhibit == gone.Id)];
        }

        var list = new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts);
        Assert.Contains("EX-2", Text((await list.Handle(seeded.Ref, actor, Cancel)).Value), StringComparison.Ordinal);
        Assert.True((await new TakeBackCitation(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [.. ties.Select(tie => new TakeBackCitation.Citation(tie.Id, tie.Version))], "By mistake"), actor, Cancel)).IsOk);
        var printed = (await list.Handle(seeded.Ref, actor, Cancel)).Value;
        Assert.DoesNotContain("EX-2", Text(printed), StringComparison.Ordinal);
        Assert.Contains("Not listed, because its citation was taken back: EX-2.", printed.Blocks.OfType<PrintNote>().Select(note => string.Concat(note.Runs.Select(run => run.Text))));
        Assert.Contains("2 exhibits.", printed.Blocks.OfType<PrintParagraph>().Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text))));
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

    [Theory]
    [InlineData("kept out")]
    [InlineData("file withdrawn")]
    [InlineData("foundation fell")]
    public async Task What_does_not_count_any_more_is_no_second_source_and_no_origin_and_the_facts_it_showed_are_shown_by_nothing(string how)
    {
        var first = await Exhibit(1);
        var second = seeded.Rows["chat.txt"].First(row => row.Sender is not null && row.Sender != seeded.Rows["chat.txt"][1].Sender);
        Assert.True((await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
            new()
            {
                Case = seeded.Ref,
                Record = second.Id,
                Elements = [new("us.1589-a", "us.1589-a.knowingly"), new("us.1589-a", "us.1589-a.nexus")],
                Survivors = [seeded.Survivor.Id],
                Defendants = [seeded.Defendant.Id],
                Fact = "He knew it; she told him. It was said twice.",
            }, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Contains("EX-1 and EX-4 count as two sources", await Lists(), StringComparison.Ordinal);
        var before = await Knowingly();
        switch (how)
        {
            case "kept out":
                await Sustain(new Target(TargetKind.Admission, first.Id.Value));
                break;
            case "file withdrawn":
                var chat = seeded.Files["chat.txt"];
                Assert.True((await new WithdrawFile(seeded.Store).Handle(new(seeded.Ref, chat.Id, chat.Version, "Handed in twice."), await seeded.Prosecutor(), Cancel)).IsOk);
                break;
            default:
                var warrant = (await Case()).Foundations.Single(foundation => foundation.Kind == FoundationKind.Warrant);
                Assert.True((await new DecideFoundation(seeded.Store).Handle(new(warrant.Id, warrant.Version, FoundationStatus.Fallen, "Order of 4 May"), await seeded.Prosecutor(), Cancel)).IsOk);
                break;
        }

        var lists = await Lists();
        Assert.DoesNotContain("EX-1 and EX-4 count as two sources", lists, StringComparison.Ordinal);
        Assert.Equal(how == "file withdrawn", lists.Contains("are cited here; their files were withdrawn, and they show nothing any more.", StringComparison.Ordinal));
        Assert.Equal(how == "kept out", lists.Contains("“He knew it; she told him. It was said twice.” says several things", StringComparison.Ordinal));
        var after = await Knowingly();
        // All four came under the warrant; the chat has two of them.
        Assert.Equal((0, how switch { "kept out" => 1, "file withdrawn" => 2, _ => 4 }), (before.Unshown, after.Unshown));
        Assert.True(after.Origins.Count < before.Origins.Count);
    }

    [Fact]
    public async Task The_filed_list_does_not_say_why_the_unit_withdrew_a_file_or_read_it_anew_and_the_screen_does()
    {
        await Differ(1, DifferenceState.Open);
        await Differ(2, DifferenceState.Kept);
        var statement = seeded.Files["statement.docx"];
        Assert.True((await new WithdrawFile(seeded.Store).Handle(new(seeded.Ref, statement.Id, statement.Version, "Handed in twice."), await seeded.Prosecutor(), Cancel)).IsOk);
        var papers = await Papers();
        Assert.Contains("The file was withdrawn on ", papers, StringComparison.Ordinal);
        Assert.Contains("Nobody has decided yet which holds.", papers, StringComparison.Ordinal);
        Assert.Contains("Stands as it was cited", papers, StringComparison.Ordinal);
        Assert.DoesNotContain("Handed in twice.", papers, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody erred", papers, StringComparison.Ordinal);
        var notes = string.Join('\n', (await Case()) is var now ? now.Exhibits.SelectMany(exhibit => ExhibitNotes.Of(exhibit, now, PracticeStore.Law, Unit.Texts, filed: false)) : []);
        Assert.Contains("Handed in twice.", notes, StringComparison.Ordinal);
        Assert.Equal(3, notes.Split("Somebody erred").Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1, 2)]
    public async Task Exhibits_that_wait_for_a_decision_about_their_reading_are_said_on_the_first_page_and_beside_the_count(params int[] numbers)
    {
        Assert.DoesNotContain("otherwise now than", await Lists(), StringComparison.Ordinal);
        foreach (var number in numbers)
        {
            await Differ(number, DifferenceState.Open);
        }

        await Differ(3, DifferenceState.Kept);
        var lists = await Lists();
        Assert.Contains(
            numbers.Length == 1 ? "One exhibit reads otherwise now than it was cited, and nobody has decided: “" : "2 exhibits read otherwise now than they were cited, and nobody has decided: “", lists, StringComparison.Ordinal);
        Assert.Contains(numbers.Length == 1 ? "reads otherwise now than it was cited, and nobody has decided which reading it goes by." : "and nobody has decided which reading they go by.", lists, StringComparison.Ordinal);
        var view = (await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
        Assert.Equal(numbers.Select(_ => 1), CountAnswers.Of(view, Unit.Texts, 1)!.Undecided.Select(of => of.Count));

        // What was withdrawn waits for nothing.
        var chat = seeded.Files["chat.txt"];
        Assert.True((await new WithdrawFile(seeded.Store).Handle(new(seeded.Ref, chat.Id, chat.Version, "Handed in twice."), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(numbers.Length > 1, (await Lists()).Contains("otherwise now than", StringComparison.Ordinal));
    }

    private async Task Differ(int number, DifferenceState state)
    {
        var exhibit = await Exhibit(number);
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        var row = work.Db.Records.Single(record => record.CaseId == seeded.Id && record.Id == exhibit.Record);
        work.Add(new ReadingDifference
        {
            Id = Guid.CreateVersion7(),
            CaseId = seeded.Id,
            Material = exhibit.Material!.Value,
            Exhibit = exhibit.Id,
            Record = row.Id,
            Old = row.AsCited(),
            New = row.AsCited() with { TimeLocal = "2025-01-01T01:01:01" },
            Reason = "Somebody erred",
            CorrectedBy = "Officer",
            CorrectedAt = work.Now,
            State = state,
        });
        Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.ReadingCorrected), Cancel)).IsOk);
    }

    private async Task<(int Unshown, IReadOnlyList<string> Origins)> Knowingly()
    {
        var view = (await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
        var grid = GridAnswer.Of(view, Unit.Texts, "us.1589-a", new DateOnly(2025, 1, 1)).Value;
        return (
            grid.Unshown(grid.Grid.Rows.Single(row => row.Element.Id == "us.1589-a.knowingly").Cells[0]!),
            CountAnswers.Of(view, Unit.Texts, 1)!.Elements.Single(line => line.Row.Element.Id == "us.1589-a.knowingly").Origins);
    }

    private async Task<string> Lists() => string.Join('\n',
        (await new GapSheet(seeded.Store, new LoadProof(seeded.Store, PracticeStore.Law), new FindGaps(seeded.Store), Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value
        .Blocks.OfType<PrintList>().SelectMany(list => list.Items).Select(item => string.Concat(item.Select(run => run.Text))));

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
