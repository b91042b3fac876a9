using Onus.Casework.Cases;
using Onus.Casework.Charges;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Papers;
using Onus.Casework.People;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Casework.Requests;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Requests;
using Onus.Seeds;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Papers;

/// <summary>A file may have come under the name of a survivor; no paper is to tell it.</summary>
public sealed class SurvivorsOnPapersTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-names-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        seeded = await SeededCase.In(folder);
        var actor = await seeded.Prosecutor();
        Assert.True((await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Marisol Tendero", seeded.Survivor.Id), actor, Cancel)).IsOk);
        await Title("statement.docx", "Statement Marisol Tendero.docx");
        await Title("bank.csv", "tendero_account.csv");
        await Title("chat.txt", "Chat with Marisol");
        foreach (var (row, fact) in new[] { (seeded.Rows["statement.docx"][1], ""), (seeded.Rows["bank.csv"][0], ""), (seeded.Rows["chat.txt"][2], "Marisol was told to stay: “Marisol, you owe it”") })
        {
            var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
                new()
                {
                    Case = seeded.Ref,
                    Record = row.Id,
                    Fact = fact,
                    Elements = [new("us.1589-a", "us.1589-a.knowingly")],
                    Survivors = [seeded.Survivor.Id],
                    Defendants = [seeded.Defendant.Id],
                },
                actor, Cancel);
            Assert.True(cited.IsOk, cited.Error?.Key);
            var written = (await Case()).Facts.Single(f => f.Id == cited.Value.Fact);
            Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, null, written.Id, written.Version, true, false, false), actor, Cancel)).IsOk);
            Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, true, false, false), actor, Cancel)).IsOk);
        }

        var count = await new DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new DateOnly(2025, 1, 1), new DateOnly(2025, 7, 1)), actor, Cancel);
        Assert.True(count.IsOk, count.Error?.Key);
    }

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task No_paper_has_her_name_in_a_title_a_label_or_a_sentence_of_ours()
    {
        var actor = await seeded.Prosecutor();
        var asked = await new AskForEvidence(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(
            new(seeded.Ref, Addressee.Police, "The unit", "The passport of Marisol Tendero") { Account = "Tendero 88-1", Why = "Marisol has no papers." }, actor, Cancel);
        Assert.True(asked.IsOk, asked.Error?.Key);
        var letter = (await new RequestLetter(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, asked.Value, actor, Cancel)).Value;
        Assert.Contains("The passport of Victim B", Text(letter), StringComparison.Ordinal);
        // By this the holder finds it.
        Assert.Contains("Tendero 88-1", Text(letter), StringComparison.Ordinal);

        var papers = new Dictionary<string, PrintDocument>
        {
            ["letter"] = letter,
            ["exhibits"] = (await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
            ["chronology"] = (await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
            ["disclosure"] = (await new DisclosureList(seeded.Store, new ListMarks(seeded.Store), PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
            ["gaps"] = (await new GapSheet(seeded.Store, Load, new FindGaps(seeded.Store), Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
            ["whom"] = (await new WhomToAsk(seeded.Store, Load, new FindGaps(seeded.Store), Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value,
        };
        Assert.All(papers, paper =>
        {
            var ours = Text(paper.Value).Replace("“Marisol, you owe it”", "", StringComparison.Ordinal).Replace("Tendero 88-1", "", StringComparison.Ordinal);
            Assert.DoesNotContain("Marisol", ours, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Tendero", ours, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(paper.Value.Mind, line => line.Contains("survivor’s name as the files write it", StringComparison.Ordinal));
        });
        Assert.Contains("Statement Victim B.docx", Text(papers["exhibits"]), StringComparison.Ordinal);
        Assert.Contains("Statement Victim B.docx", Text(papers["disclosure"]), StringComparison.Ordinal);
        Assert.Contains("(Statement Survivor B.docx)", Text(papers["gaps"]), StringComparison.Ordinal);
        Assert.Contains("The passport of Survivor B", Text(papers["whom"]), StringComparison.Ordinal);
        // What is quoted stands, and is told.
        Assert.Contains("Victim B was told to stay: “Marisol, you owe it”", Text(papers["disclosure"]), StringComparison.Ordinal);
        Assert.Contains(papers["disclosure"].Mind, line => line.StartsWith("One passage that is quoted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_without_her_name_says_nothing_of_it()
    {
        foreach (var (name, title) in new[] { ("statement.docx", "Statement of Survivor B"), ("bank.csv", "Account of the farm"), ("chat.txt", "Chat of May") })
        {
            await TitleOf(name, title);
        }

        var list = (await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Empty(list.Mind);
        Assert.Contains("Statement of Victim B", Text(list), StringComparison.Ordinal);
        // An exhibit and a sentence that were called after the file follow.
        var now = await Case();
        Assert.Equal("Account of the farm", now.Exhibits.Single(e => e.Material == seeded.Files["bank.csv"].Id).Title);
    }

    [Fact]
    public async Task A_file_gets_a_title_of_its_own_that_names_no_survivor()
    {
        var file = (await Case()).Materials.Single(m => m.Name == "statement.docx");
        var titling = new TitleFile(seeded.Store, Unit.Texts);
        var actor = await seeded.Investigator();
        Assert.Equal("files.title-names", (await titling.Handle(new(seeded.Ref, file.Id, file.Version, "Account of M. Tendero"), actor, Cancel)).Error?.Key);
        Assert.Equal("files.title-missing", (await titling.Handle(new(seeded.Ref, file.Id, file.Version, "  "), actor, Cancel)).Error?.Key);
        Assert.Equal("rows.changed-meanwhile", (await titling.Handle(new(seeded.Ref, file.Id, file.Version + 1, "First statement"), actor, Cancel)).Error?.Key);
        Assert.Equal("cases.not-found", (await titling.Handle(new(seeded.Ref, file.Id, file.Version, "First statement"), await seeded.Stranger(), Cancel)).Error?.Key);
        Assert.Equal("First statement", (await titling.Handle(new(seeded.Ref, file.Id, file.Version, " First statement "), actor, Cancel)).Value.Title);
        Assert.Equal("statement.docx", (await Case()).Materials.Single(m => m.Id == file.Id).Name);
    }

    [Fact]
    public async Task Her_page_lists_the_titles_that_name_her()
    {
        var person = (await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Survivor.Id, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Contains(person.Named, text => text.Kind == NamingKind.FileTitle && text.Text == "Statement Marisol Tendero.docx");
    }

    private LoadProof Load => new(seeded.Store, PracticeStore.Law);

    private async Task TitleOf(string name, string title)
    {
        var file = (await Case()).Materials.Single(m => m.Name == name);
        var done = await new TitleFile(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, file.Id, file.Version, title), await seeded.Prosecutor(), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
    }

    // As the file was dropped under that name.
    private async Task Title(string name, string title)
    {
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        var file = seeded.Files[name];
        work.Change(file, file with { Title = title });
        Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.AnswersCorrected), Cancel)).IsOk);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private static string Text(PrintDocument paper) => string.Join('\n', [paper.Title, .. paper.Meta, paper.Subtitle ?? "", paper.Header ?? "", .. paper.Blocks.SelectMany(Runs)]);

    private static IEnumerable<string> Runs(PrintBlock block) => block switch
    {
        PrintTable table => table.Rows.SelectMany(row => row).Select(Joined),
        PrintList list => list.Items.Select(Joined),
        PrintHeading heading => [Joined(heading.Runs)],
        PrintParagraph paragraph => [Joined(paragraph.Runs)],
        PrintNote note => [Joined(note.Runs)],
        _ => [],
    };

    private static string Joined(IReadOnlyList<PrintRun> runs) => string.Concat(runs.Select(run => run.Text));
}
