using System.IO.Compression;
using System.Text;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Papers;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Papers;

/// <summary>The list for disclosure says nothing is settled while passages that are cited against a fact wait, and tells what was deleted.</summary>
public sealed class DisclosureListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_cited_against_a_fact_and_not_decided_is_counted_by_file_and_listed()
    {
        await using var unit = await Chats(("one.txt", ["I was free to go", "Nobody held me"]), ("two.txt", ["I had my papers"]));
        foreach (var words in new[] { "I was free to go", "Nobody held me", "I had my papers" })
        {
            await Cite(unit, await Row(unit, words), Bearing.Undermines);
        }

        // The same passage for another fact is one passage.
        await Cite(unit, await Row(unit, "Nobody held me"), Bearing.Undermines);
        await Cite(unit, await Row(unit, "Come here"), Bearing.Supports);
        var paper = await Paper(unit);
        Assert.Contains("3 passages are cited against a fact, and nobody has decided whether they help the defence: one.txt 2, two.txt 1.", paper[0], StringComparison.Ordinal);
        Assert.Equal(3, (await Lists(unit)).Against.Count);
        Assert.Equal(3, paper.Count(line => line.EndsWith("| | not considered yet", StringComparison.Ordinal)));

        await Mark(unit, "I was free to go", new(true, false, false));
        await Mark(unit, "I had my papers", new(false, true, false));
        var lists = await Lists(unit);
        Assert.Equal(["Nobody held me", "I had my papers"], lists.Against.Select(item => item.Record!.Text));
        Assert.Equal((1, 1), (lists.All.Against, lists.All.Helps));
        Assert.Contains("One passage is cited against a fact, and nobody has decided whether it helps the defence: one.txt 1.", (await Paper(unit))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<w:r><w:t>I left. </w:t></w:r><w:del w:author="Officer 4"><w:r><w:delText>He let me.</w:delText></w:r></w:del>""", "I left. [Deleted: Officer 4: He let me.]")]
    [InlineData("""<w:r><w:t>I left. </w:t></w:r><w:moveFrom><w:r><w:t>The door was open.</w:t></w:r></w:moveFrom>""", "I left. [Deleted: The door was open.]")]
    public async Task Deleted_words_are_told_where_a_paragraph_is_cited_or_marked_and_not_repeated_where_it_may_be_privileged(string paragraph, string told)
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("statement.docx", Docx(paragraph)));
        await unit.Answer();
        Assert.Equal(MaterialStatus.Read, (await unit.Read()).Value.Status);
        var row = await Row(unit, "I left.");
        Assert.Empty((await Lists(unit)).Deleted);
        await Cite(unit, row, Bearing.Supports);
        Assert.Single((await Lists(unit)).Deleted);
        Assert.Contains(await Paper(unit), line => line.Contains(told, StringComparison.Ordinal));
        await Mark(unit, "I left.", new(false, true, false));
        Assert.Empty((await Lists(unit)).Deleted);
        Assert.Contains(await Paper(unit), line => line.Contains(told, StringComparison.Ordinal));
        await Mark(unit, "I left.", new(false, true, true));
        var hidden = await Paper(unit);
        Assert.DoesNotContain(hidden, line => line.Contains("let me", StringComparison.Ordinal) || line.Contains("door", StringComparison.Ordinal));
        Assert.Contains(hidden, line => line.Contains("[Words were deleted here.]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_its_sender_deleted_is_told_as_deleted()
    {
        await using var unit = await Chats(("one.txt", ["\u200EThis message was deleted"]));
        await Cite(unit, await Row(unit, "This message was deleted"), Bearing.Supports);
        Assert.Contains(await Paper(unit), line => line.Contains("[Deleted by its sender.]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Bearing.Undermines)]
    [InlineData(Bearing.Supports)]
    public async Task Of_a_page_the_cited_words_are_printed_and_never_its_top(Bearing bearing)
    {
        await using var unit = await Chats(("one.txt", ["Ana Example, 10 Mill Lane, Selwen. " + new string('x', 200) + " I was free to go. She left."]));
        // A page is read by another process; what the list prints of one follows from its kind.
        var row = await Row(unit, "Mill Lane");
        await Cite(unit, row, bearing, "I was free to go.");
        var answer = await Lists(unit);
        await Mark(unit, "Mill Lane", new(true, false, false));
        var item = bearing == Bearing.Undermines ? Assert.Single(answer.Against) : Assert.Single((await Lists(unit)).Marked);
        Assert.EndsWith("I was free to go.", DisclosureList.Name(item, Unit.Texts), StringComparison.Ordinal);
        Assert.DoesNotContain("Mill Lane", DisclosureList.Name(item, Unit.Texts), StringComparison.Ordinal);
        var page = item with { Cited = [], Record = item.Record! with { Kind = RecordKind.Page } };
        Assert.DoesNotContain("Mill Lane", DisclosureList.Name(page, Unit.Texts), StringComparison.Ordinal);
        Assert.DoesNotContain("Mill Lane", DisclosureList.Name(page with { Cited = [page.Record!.Text!] }, Unit.Texts), StringComparison.Ordinal);
        Assert.DoesNotContain(await Paper(unit), line => line.Contains("Mill Lane", StringComparison.Ordinal));
    }

    private static async Task<Unit> Chats(params (string Name, string[] Says)[] chats)
    {
        var unit = await Unit.Open();
        await unit.Drop([.. chats.Select(chat => (chat.Name, Encoding.UTF8.GetBytes(
            $"[13/05/2025, 18:04:51] Boss: Come here\r\n" + string.Concat(chat.Says.Select((words, i) => $"[13/05/2025, 18:1{i}:51] B: {words}\r\n")))))]);
        await unit.Answer();
        foreach (var file in (await unit.List()).Files)
        {
            Assert.True((await new Casework.Files.DecideReading(unit.Store).Handle(new(Unit.Ref, [file.Id], new("Europe/Berlin", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
            Assert.Equal(MaterialStatus.Read, (await new Casework.Files.ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
        }

        return unit;
    }

    private static byte[] Docx(string paragraph)
    {
        using var bytes = new MemoryStream(SeededCase.Docx(["PLACE", "Second."]));
        using var changed = new MemoryStream();
        bytes.CopyTo(changed);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(part.Open()))
            {
                xml = reader.ReadToEnd();
            }

            part.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml.Replace("<w:r><w:t>PLACE</w:t></w:r>", paragraph, StringComparison.Ordinal));
        }

        return changed.ToArray();
    }

    private static async Task<Store.Database.RecordRow> Row(Unit unit, string words)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return work.Db.Records.AsEnumerable().First(r => r.Text?.Contains(words, StringComparison.Ordinal) is true);
    }

    private static int facts;

    private static async Task<FactId> Cite(Unit unit, Store.Database.RecordRow row, Bearing bearing, string quote = "")
    {
        // What speaks against speaks against a fact that is there already.
        FactId? against = bearing == Bearing.Undermines ? await Cite(unit, await Row(unit, "Come here"), Bearing.Supports) : null;
        var cited = await new CitePassage(unit.Store, Unit.Texts, PracticeStore.Law, new(unit.Store, new())).Handle(
            new CitePassage.Command { Case = Unit.Ref, Record = row.Id, Quote = quote, Fact = against is null ? $"Nobody could leave, {Interlocked.Increment(ref facts)}." : "", ExistingFact = against, Bearing = bearing }, unit.Counsel, Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return cited.Value.Fact;
    }

    private static async Task Mark(Unit unit, string words, Marks marks)
    {
        var row = await Row(unit, words);
        var done = await new MarkForDisclosure(unit.Store).Handle(new(Unit.Ref, row.Id, null, row.Version, marks.HelpsDefence, marks.Sensitive, marks.Privileged), unit.Counsel, Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
    }

    private static async Task<ListMarks.Answer> Lists(Unit unit) => (await new ListMarks(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;

    private static async Task<List<string>> Paper(Unit unit) =>
        [.. (await new DisclosureList(unit.Store, new ListMarks(unit.Store), PracticeStore.Law, Unit.Texts).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Blocks.SelectMany(block => block switch
        {
            PrintParagraph paragraph => [Words(paragraph.Runs)],
            PrintTable table => table.Rows.Select(row => string.Join(" | ", row.Select(Words)).Replace("|  |", "| |", StringComparison.Ordinal)),
            _ => Array.Empty<string>(),
        })];

    private static string Words(IReadOnlyList<PrintRun> runs) => string.Concat(runs.Select(run => run.Text));
}
