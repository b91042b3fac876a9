using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Papers;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Seeds;

namespace Onus.Casework.Tests.Papers;

/// <summary>Papers for a court say what is withdrawn, and do not repeat what may be privileged.</summary>
public sealed class WithheldTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-withheld-").FullName;
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
    public async Task The_chronology_says_that_an_exhibit_is_withdrawn()
    {
        _ = await Cite(seeded.Rows["chat.txt"][3], "");
        var file = (await Case()).Materials.Single(m => m.Name == "chat.txt");
        Assert.True((await new Casework.Files.WithdrawFile(seeded.Store).Handle(new(seeded.Ref, file.Id, file.Version, "Not ours"), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Contains("EX-1 (file withdrawn)", Text(await Chronology()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_fact_that_may_be_privileged_is_counted_and_not_printed()
    {
        var marked = await Cite(seeded.Rows["chat.txt"][3], "The lawyer told her to wait.");
        _ = await Cite(seeded.Rows["chat.txt"][5], "They met at the gate.");
        var fact = (await Case()).Facts.Single(f => f.Id == marked.Fact);
        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, null, fact.Id, fact.Version, false, false, true), await seeded.Prosecutor(), Cancel)).IsOk);
        var text = Text(await Chronology());
        Assert.DoesNotContain("lawyer", text, StringComparison.Ordinal);
        Assert.Contains("met at the gate", text, StringComparison.Ordinal);
        Assert.Contains("EX-1", text, StringComparison.Ordinal);
        Assert.Contains("The words of one fact may be privileged", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_may_be_privileged_is_repeated_neither_as_fact_nor_as_exhibit_nor_in_translation()
    {
        var row = seeded.Row("chat.txt", "الجواز");
        var cited = await Cite(row, "");
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == cited.Exhibit);
        Assert.True((await new TranslateExhibit(seeded.Store).Handle(new(seeded.Ref, exhibit.Number, exhibit.Version, new Interpreting("The passport stays here", null, "Court interpreter")), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Contains("The passport stays here", Text(await Chronology()), StringComparison.Ordinal);
        Assert.Contains("الجواز", Text(await List()), StringComparison.Ordinal);

        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, false, false, true), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.All([Text(await Chronology()), Text(await List())], paper =>
        {
            Assert.DoesNotContain("الجواز", paper, StringComparison.Ordinal);
            Assert.DoesNotContain("passport stays", paper, StringComparison.Ordinal);
            Assert.Contains("EX-1", paper, StringComparison.Ordinal);
            Assert.Contains(Unit.Texts["papers.withheld"], paper, StringComparison.Ordinal);
        });
    }

    private async Task<PrintDocument> Chronology() => (await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<PrintDocument> List() => (await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<CitePassage.Cited> Cite(Store.Database.RecordRow record, string fact)
    {
        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(new() { Case = seeded.Ref, Record = record.Id, Fact = fact }, await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return cited.Value;
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private static string Text(PrintDocument paper) => string.Join('\n', paper.Blocks.SelectMany(block => block switch
    {
        PrintTable table => table.Rows.SelectMany(row => row).SelectMany(cell => cell).Select(run => run.Text),
        PrintParagraph paragraph => paragraph.Runs.Select(run => run.Text),
        PrintNote note => note.Runs.Select(run => run.Text),
        _ => [],
    }));
}
