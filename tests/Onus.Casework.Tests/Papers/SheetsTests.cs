using System.Text;
using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Papers;

/// <summary>What the gap sheet and the printed chronology hold, and how much of it where they are cut.</summary>
public sealed class SheetsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-sheets-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "3 of 4 shown; more in the annex.")]
    [InlineData(9, "3 of 9 shown; more in the annex.")]
    public async Task A_list_on_the_first_page_that_is_cut_says_how_much_of_it_is_shown_and_is_whole_in_the_annex(int challenges, string? said)
    {
        var cited = (await Cite("chat.txt", 0)).Value;
        var enter = new EnterChallenge(seeded.Store, PracticeStore.Law);
        for (var i = 1; i <= challenges; i++)
        {
            Assert.True((await enter.Handle(new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.Fact, cited.Fact.Value), ChallengeMode.Rebut, $"Objection {i}.", ChallengeStatus.Possible, []), await seeded.Prosecutor(), Cancel)).IsOk);
        }

        var blocks = await GapSheet(seeded.Store, seeded.Ref, await seeded.Prosecutor());
        var front = blocks.TakeWhile(block => block is not PrintPageBreak).ToList();
        Assert.Equal(3, Lines(front).Count(line => line.StartsWith("Objection ", StringComparison.Ordinal)));
        Assert.Equal(challenges, Lines(blocks.Skip(front.Count)).Count(line => line.StartsWith("Objection ", StringComparison.Ordinal)));
        Assert.Equal(said is null ? [] : [said], front.OfType<PrintNote>().Select(note => Words(note.Runs)));
    }

    [Theory]
    [InlineData(2008, 12, 1, 2009, 2, 1, 1)]
    [InlineData(2009, 1, 1, 2009, 2, 1, 0)]
    public async Task A_count_over_the_day_on_which_its_text_changed_says_so_on_the_sheet_too(int year, int month, int day, int toYear, int toMonth, int toDay, int said)
    {
        Assert.True((await new Casework.Charges.DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(year, month, day), new(toYear, toMonth, toDay)), await seeded.Prosecutor(), Cancel)).IsOk);
        var blocks = await GapSheet(seeded.Store, seeded.Ref, await seeded.Prosecutor());
        Assert.Equal(said, blocks.OfType<PrintNote>().Count(note => Words(note.Runs).Contains("changed on 23 December 2008", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_to_look_is_listed_whole_what_the_first_page_leaves_stands_on_the_next()
    {
        foreach (var offence in new[] { "us.1589-a", "us.1592-a", "us.1581-a" })
        {
            var drafted = await new Casework.Charges.DraftCount(seeded.Store, PracticeStore.Law).Handle(
                new(seeded.Ref, offence, seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 9)), await seeded.Prosecutor(), Cancel);
            Assert.True(drafted.IsOk, drafted.Error?.Key);
        }

        var sheet = (await new WhomToAsk(seeded.Store, new LoadProof(seeded.Store, PracticeStore.Law), new FindGaps(seeded.Store), Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
        var front = sheet.Blocks.TakeWhile(block => block is not PrintPageBreak).ToList();
        var (shown, rest) = (Assert.Single(front.OfType<PrintList>()).Items.Count, Assert.Single(sheet.Blocks.Skip(front.Count).OfType<PrintList>()).Items.Count);
        Assert.True(rest > 0);
        Assert.Contains($"The list shows {shown} of {shown + rest}.", string.Concat(front.OfType<PrintNote>().Select(note => Words(note.Runs))), StringComparison.Ordinal);
        var all = sheet.Blocks.OfType<PrintList>().SelectMany(list => list.Items).Select(Words).ToList();
        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
    }

    [Fact]
    public async Task What_is_to_be_minded_about_a_count_stands_on_paper_too()
    {
        var other = (await new Casework.People.AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Defendant 7", [Domain.People.PersonRole.Defendant], []), await seeded.Prosecutor(), Cancel)).Value;
        var drafted = await new Casework.Charges.DraftCount(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, "us.1589-a", other, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 9)), await seeded.Prosecutor(), Cancel);
        Assert.True(drafted.IsOk, drafted.Error?.Key);
        await Cite("chat.txt", 1, command => command with { Defendants = [other] });
        var blocks = await GapSheet(seeded.Store, seeded.Ref, await seeded.Prosecutor());
        Assert.Contains(Lines(blocks), line => line.StartsWith("EX-1 (chat.txt) holds the words of Defendant 1, who is a defendant too.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_page_names_the_missing_month_and_what_runs_out()
    {
        var blocks = await GapSheet(seeded.Store, seeded.Ref, await seeded.Prosecutor());
        var front = Lines(blocks.TakeWhile(block => block is not PrintPageBreak)).ToList();
        Assert.Contains(front, line => line.Contains("May 2025", StringComparison.Ordinal) && line.EndsWith("missing, or nothing happened.", StringComparison.Ordinal));
        Assert.Contains(front, line => line.Contains("call records of Defendant 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<attached: 00000012-PHOTO-2025-05-03.jpg>", 1)]
    [InlineData("<attached: 00000012-AUDIO-2025-05-03.opus>", 1)]
    [InlineData("see you at eight", 0)]
    public async Task The_first_page_counts_what_was_not_exported_with_a_chat_until_the_file_is_withdrawn(string text, int absent)
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Encoding.UTF8.GetBytes($"[03/05/2025, 18:04:51] Boss: Come\r\n[03/05/2025, 18:05:51] Boss: \u200E{text}\r\n[03/05/2025, 18:06:51] B: No\r\n")));
        await unit.Answer();
        Assert.Contains(await Missing(unit), line => line.Contains("not read", StringComparison.Ordinal));
        await unit.Read();
        await unit.Decide("Europe/Berlin", "dmy");
        var read = (await unit.Read()).Value;
        Assert.Equal(MaterialStatus.Read, read.Status);
        Assert.Equal(absent, (await Missing(unit)).Count);
        Assert.True((await new WithdrawFile(unit.Store).Handle(new(Unit.Ref, read.Id, read.Version, "Another case's phone"), unit.Counsel, Cancel)).IsOk);
        Assert.Empty(await Missing(unit));
    }

    [Fact]
    public async Task A_file_that_was_withdrawn_waits_for_nothing()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", Encoding.UTF8.GetBytes("[03/05/2025, 18:04:51] Boss: Come\r\n")));
        var summarise = new SummariseCase(unit.Store, new FindGaps(unit.Store), new WhoAndWhom(unit.Store));
        Assert.Equal(1, (await summarise.Handle(Unit.Ref, new(2025, 6, 1), unit.Counsel, Cancel)).Value.Open);
        Assert.Single(await Missing(unit));
        var file = await unit.Only();
        Assert.True((await new WithdrawFile(unit.Store).Handle(new(Unit.Ref, file.Id, file.Version, "Handed in by mistake"), unit.Counsel, Cancel)).IsOk);
        var sum = (await summarise.Handle(Unit.Ref, new(2025, 6, 1), unit.Counsel, Cancel)).Value;
        Assert.Equal((0, 0, 1), (sum.Open, sum.Undecided, sum.Stored));
        Assert.Empty(await Missing(unit));
    }

    [Fact]
    public async Task The_printed_chronology_keeps_two_facts_apart_that_say_the_same_and_counts_what_it_shows()
    {
        const string sentence = "Defendant 1 kept everybody at the orchard.";
        await Cite("chat.txt", 0, command => command with { Fact = sentence, Translation = new Interpreting("Nobody goes anywhere", null, "Interpreter 7") });
        await Cite("chat.txt", 2, command => command with { Fact = sentence });
        await Cite("chat.txt", 1, command => command with { Fact = "Survivor B asked for the passport." });
        var (rows, lede) = await Chronology(seeded.Store, seeded.Ref, await seeded.Prosecutor());
        Assert.StartsWith($"{rows.Count} dated facts.", lede, StringComparison.Ordinal);
        var same = rows.Where(row => row[1].StartsWith(sentence, StringComparison.Ordinal)).ToList();
        Assert.Equal(["EX-1", "EX-2"], same.Select(row => row[2]));
        Assert.Contains("EX-1: Nobody goes anywhere", same[0][1], StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody goes anywhere", same[1][1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Auckland")]
    public async Task Within_a_day_the_printed_chronology_goes_by_the_hour_of_what_shows_a_fact_and_not_by_its_words(string zone)
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", "[03/05/2025, 07:04:51] Boss: Zebra first\r\n[03/05/2025, 09:05:51] Boss: Apple second\r\n[03/05/2025, 23:06:51] Boss: Mango third\r\n[04/05/2025, 00:10:00] Boss: Cherry next\r\n"u8.ToArray()));
        await unit.Answer();
        await unit.Decide(zone, "dmy");
        Assert.Equal(MaterialStatus.Read, (await unit.Read()).Value.Status);
        List<Store.Database.RecordRow> records;
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            records = [.. work.Db.Records.ToList().OrderBy(record => record.Text, StringComparer.Ordinal)];
        }

        // Cited in the order of their words, and one fact more of a day that states no hour.
        foreach (var record in records)
        {
            var cited = await new CitePassage(unit.Store, Unit.Texts, PracticeStore.Law, new(unit.Store, new())).Handle(new CitePassage.Command { Case = Unit.Ref, Record = record.Id, Fact = record.Text! }, unit.Counsel, Cancel);
            Assert.True(cited.IsOk, cited.Error?.Key);
        }

        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            var like = work.Db.Facts.First();
            work.Add(new Fact { Id = new(Guid.CreateVersion7()), CaseId = like.CaseId, Sentence = "A day alone", On = new(2025, 5, 3) });
            Assert.True((await work.Commit(new Store.Log.LogEvent(like.CaseId, Acts.FactChanged), Cancel)).IsOk);
        }

        var (rows, lede) = await Chronology(unit.Store, Unit.Ref, unit.Counsel);
        Assert.Equal(["Zebra first", "Apple second", "Mango third", "A day alone", "Cherry next"], rows.Select(row => row[1]));
        Assert.StartsWith("5 dated facts.", lede, StringComparison.Ordinal);
    }

    private static async Task<(List<List<string>> Rows, string Lede)> Chronology(Onus.Store.OnusStore store, string reference, Actor actor)
    {
        var sheet = (await new ChronologySheet(store, PracticeStore.Law, Unit.Texts).Handle(reference, actor, Cancel)).Value;
        return ([.. sheet.Blocks.OfType<PrintTable>().Single().Rows.Select(row => row.Select(Words).ToList())], Words(sheet.Blocks.OfType<PrintParagraph>().First().Runs));
    }

    private async Task<Result<CitePassage.Cited>> Cite(string file, int row, Func<CitePassage.Command, CitePassage.Command>? change = null)
    {
        var command = new CitePassage.Command
        {
            Case = seeded.Ref,
            Record = seeded.Rows[file][row].Id,
            Elements = [new ElementRef("us.1589-a", "us.1589-a.knowingly")],
            Survivors = [seeded.Survivor.Id],
            Defendants = [seeded.Defendant.Id],
        };
        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(change is null ? command : change(command), await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return cited;
    }

    // What stands under the heading "Missing or unread".
    private static async Task<List<string>> Missing(Unit unit) =>
        [.. Lines((await GapSheet(unit.Store, Unit.Ref, unit.Counsel)).TakeWhile(block => block is not PrintPageBreak)
            .SkipWhile(block => block is not PrintHeading heading || Words(heading.Runs) != Unit.Texts["gap-sheet.missing"]).Take(2))];

    private static async Task<IReadOnlyList<PrintBlock>> GapSheet(Onus.Store.OnusStore store, string reference, Actor actor) =>
        (await new GapSheet(store, new LoadProof(store, PracticeStore.Law), new FindGaps(store), Unit.Texts).Handle(reference, actor, Cancel)).Value.Blocks;

    private static IEnumerable<string> Lines(IEnumerable<PrintBlock> blocks) => blocks.OfType<PrintList>().SelectMany(list => list.Items).Select(Words);

    private static string Words(IReadOnlyList<PrintRun> runs) => string.Concat(runs.Select(run => run.Text));
}
