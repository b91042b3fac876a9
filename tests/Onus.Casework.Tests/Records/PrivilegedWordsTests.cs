using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Originals;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Seeds;
using Onus.Store.Database;

namespace Onus.Casework.Tests.Records;

/// <summary>The words of a record that may be privileged are counsel's alone, at whichever door somebody else asks; and nothing that others do loses them.</summary>
public sealed class PrivilegedWordsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-privileged-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_record_is_there_for_everybody_and_its_words_for_counsel_alone_whatever_is_asked_of_the_database()
    {
        var row = await Marked("chat.txt", "You owe");
        var (police, counsel) = (await Rows(await seeded.Investigator()), await Rows(await seeded.Prosecutor()));
        Assert.Equal(counsel.Count, police.Count);
        var (hidden, open) = (police.Single(r => r.Id == row.Id), counsel.Single(r => r.Id == row.Id));
        Assert.Equal((true, null), (hidden.Withheld, hidden.Text));
        Assert.Equal((false, row.Text), (open.Withheld, open.Text));
        Assert.Equal((open.Sender, open.TimeRaw, open.Utc, open.Locator.At, open.Marks), (hidden.Sender, hidden.TimeRaw, hidden.Utc, hidden.Locator.At, hidden.Marks));
        Assert.Single(police, r => r.Withheld);

        await using var work = seeded.Store.Begin(await seeded.Investigator());
        Assert.False(await work.Db.Records.AnyAsync(r => r.Text!.Contains("You owe"), Cancel));
        Assert.False(await work.Db.Records.AnyAsync(r => EF.Functions.Like(r.Text!, "%You owe%"), Cancel));
        Assert.Empty(await work.Db.Records.Where(r => r.Id == row.Id && r.Text != null).Select(r => r.Text).ToListAsync(Cancel));
        Assert.Equal([row.Id], await work.Db.Records.Where(r => r.Withheld).Select(r => r.Id).ToListAsync(Cancel));
        await using var ours = seeded.Store.Begin(await seeded.Prosecutor());
        Assert.True(await ours.Db.Records.AnyAsync(r => r.Text!.Contains("You owe"), Cancel));
    }

    [Fact]
    public async Task No_search_finds_hidden_words_and_those_of_a_fact_that_repeats_them_for_anybody_but_counsel()
    {
        await Cite("chat.txt", "You owe");
        await Marked("chat.txt", "You owe");
        Assert.Equal((0, 2), (await Found(await seeded.Investigator(), "You owe"), await Found(await seeded.Prosecutor(), "You owe")));
    }

    [Fact]
    public async Task What_a_message_names_and_what_its_reading_warns_of_is_as_hidden_as_its_words()
    {
        await seeded.AddCommented();
        var row = seeded.Rows["second.docx"][0];
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, false, false, true), await seeded.Investigator(), Cancel)).IsOk);
        }

        var hidden = (await Rows(await seeded.Investigator())).Single(r => r.Id == row.Id);
        Assert.Empty(hidden.Warnings);
        Assert.Empty(hidden.Attachments);
        Assert.False(hidden.IsWarned || hidden.HasAttachments);
        Assert.Equal(row.Warnings, (await Rows(await seeded.Prosecutor())).Single(r => r.Id == row.Id).Warnings);
        // What adds up warnings and recordings asks for those that have some.
        _ = (await new SummariseCase(seeded.Store, new FindGaps(seeded.Store), new WhoAndWhom(seeded.Store)).Handle(seeded.Ref, new DateOnly(2025, 5, 24), await seeded.Investigator(), Cancel)).Value;
    }

    [Fact]
    public async Task Only_counsel_lifts_the_mark_and_anybody_with_the_duty_sets_it_and_the_others()
    {
        var row = await Marked("chat.txt", "You owe");
        Assert.Equal("disclosure.privileged-counsel", (await Mark(await seeded.Investigator(), row.Id, false, false, "It is nothing")).Error?.Key);
        Assert.True((await Rows(await seeded.Investigator())).Single(r => r.Id == row.Id).Withheld);
        Assert.True((await Mark(await seeded.Investigator(), row.Id, true, true)).IsOk);
        Assert.Equal(row.Text, (await Rows(await seeded.Prosecutor())).Single(r => r.Id == row.Id).Text);
        Assert.True((await Mark(await seeded.Prosecutor(), row.Id, true, false, "Not with a lawyer")).IsOk);
        Assert.Equal(row.Text, (await Rows(await seeded.Investigator())).Single(r => r.Id == row.Id).Text);
    }

    [Fact]
    public async Task Somebody_who_may_not_read_a_passage_does_not_cite_it()
    {
        var row = await Marked("chat.txt", "You owe");
        var cite = new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new()));
        Assert.Equal("cite.privileged", (await cite.Handle(new() { Case = seeded.Ref, Record = row.Id }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.Equal("cite.privileged", (await cite.Handle(new() { Case = seeded.Ref, Record = seeded.Rows["chat.txt"][9].Id, AlsoRecords = [row.Id] }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await cite.Handle(new() { Case = seeded.Ref, Record = row.Id }, await seeded.Prosecutor(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2025-01-01")]
    public async Task Police_who_read_a_file_anew_lose_neither_mark_nor_words_and_what_was_cited_is_compared_with_its_words(string? until)
    {
        await Cite("chat.txt", "You owe");
        var row = await Marked("chat.txt", "You owe");
        var file = seeded.Files["chat.txt"];
        var done = await new CorrectReading(seeded.Store).Handle(
            new() { Case = seeded.Ref, File = file.Id, Version = file.Version, Reason = "Another zone", Zone = "America/Lima", DateOrder = "dmy", ScopeTo = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
            await seeded.Investigator(), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        var open = (await Rows(await seeded.Prosecutor())).Single(r => r.Id == row.Id);
        Assert.Equal((true, row.Text, until is not null), (open.Marks.Privileged, open.Text, open.Superseded));
        Assert.True((await Rows(await seeded.Investigator())).Single(r => r.Id == row.Id) is { Withheld: true, Text: null });

        var difference = Assert.Single((await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value.Differences);
        Assert.Equal((row.Text, until is null ? row.Text : null), (difference.Old.Text, difference.New?.Text));
        // And the comparison is no door.
        Assert.DoesNotContain("You owe", Told((await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value.Differences), StringComparison.Ordinal);
        var decide = new DecideDifferences(seeded.Store, Unit.Texts);
        var shown = (await decide.Load(seeded.Ref, file.Id, await seeded.Investigator(), Cancel)).Value.Open;
        Assert.DoesNotContain("You owe", Told(shown), StringComparison.Ordinal);
        Assert.Contains("You owe", Told((await decide.Load(seeded.Ref, file.Id, await seeded.Prosecutor(), Cancel)).Value.Open), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_decides_about_hidden_words_keeps_them_whole()
    {
        var cited = await Cite("chat.txt", "You owe");
        var row = await Marked("chat.txt", "You owe");
        var file = seeded.Files["chat.txt"];
        Assert.True((await new CorrectReading(seeded.Store).Handle(
            new() { Case = seeded.Ref, File = file.Id, Version = file.Version, Reason = "Another zone", Zone = "Pacific/Auckland", DateOrder = "dmy" }, await seeded.Investigator(), Cancel)).IsOk);
        var decide = new DecideDifferences(seeded.Store, Unit.Texts);
        var shown = Assert.Single((await decide.Load(seeded.Ref, file.Id, await seeded.Investigator(), Cancel)).Value.Open);
        var done = await decide.Handle(
            new(seeded.Ref, file.Id, [new(shown.Difference.Id, shown.Difference.Version, Accept: true)], [.. shown.Facts.Select(fact => fact.Fact.Id)]), await seeded.Investigator(), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        var snapshot = (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Equal(row.Text, snapshot.Differences.Single().Old.Text);
        Assert.Contains("You owe", snapshot.Facts.Single(fact => fact.Id == cited.Fact).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_of_Onus_follows_a_new_name_though_whoever_gives_it_may_not_read_it()
    {
        var cited = await Cite("chat.txt", "You owe");
        await Marked("chat.txt", "You owe");
        var boss = seeded.Defendant;
        var renamed = await new ChangePerson(seeded.Store, Unit.Texts).Handle(
            new() { Case = seeded.Ref, Person = boss.Id, Version = boss.Version, Pseudonym = "Defendant A", Roles = boss.Roles }, await seeded.Investigator(), Cancel);
        Assert.True(renamed.IsOk, renamed.Error?.Key);
        var fact = (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value.Facts.Single(f => f.Id == cited.Fact);
        Assert.Contains("Defendant A", fact.Sentence, StringComparison.Ordinal);
        Assert.Contains("You owe", fact.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exhibits_and_facts_that_repeat_the_words_say_that_they_are_for_counsel()
    {
        var cited = await Cite("chat.txt", "You owe", fact: "She owed 1,400 by his account");
        var (police, counsel) = (await seeded.Investigator(), await seeded.Prosecutor());
        var before = (await new LoadCase(seeded.Store).Handle(seeded.Ref, police, Cancel)).Value;
        await Marked("chat.txt", "You owe");
        var (hidden, open) = ((await new LoadCase(seeded.Store).Handle(seeded.Ref, police, Cancel)).Value, (await new LoadCase(seeded.Store).Handle(seeded.Ref, counsel, Cancel)).Value);
        Assert.Equal(before.Exhibits.Select(e => (e.Quote, e.Title, e.Translation)), open.Exhibits.Select(e => (e.Quote, e.Title, e.Translation)));
        Assert.Equal(before.Facts.Select(f => f.Sentence), open.Facts.Select(f => f.Sentence));
        Assert.Equal(open.Exhibits.Select(e => (e.Id, e.Number, e.Version)), hidden.Exhibits.Select(e => (e.Id, e.Number, e.Version)));
        var (exhibit, fact) = (hidden.Exhibits.Single(e => e.Id == cited.Exhibit), hidden.Facts.Single(f => f.Id == cited.Fact));
        Assert.Equal(("", ""), (exhibit.Quote, exhibit.Translation));
        Assert.DoesNotContain("1,400", fact.Sentence, StringComparison.Ordinal);
        Assert.Equal(open.Facts.Single(f => f.Id == cited.Fact).On, fact.On);
        var days = (await new ReadChronology(seeded.Store).Handle(new() { Case = seeded.Ref, FactsOnly = true }, police, Cancel)).Value;
        Assert.DoesNotContain("1,400", Told(days.Entries.Select(e => e.Fact)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hidden_from_somebody_is_not_written_over_by_them()
    {
        var cited = await Cite("chat.txt", "You owe", fact: "She owed 1,400 by his account");
        await Marked("chat.txt", "You owe");
        var hidden = (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value;
        var fact = hidden.Facts.Single(f => f.Id == cited.Fact);
        Assert.Equal("facts.privileged-counsel", (await new Casework.Facts.EditFact(seeded.Store).Handle(new(seeded.Ref, fact.Id, fact.Version, fact.Sentence, fact.On), await seeded.Investigator(), Cancel)).Error?.Key);
        var exhibit = hidden.Exhibits.Single(e => e.Id == cited.Exhibit);
        Assert.Equal("exhibits.privileged-counsel", (await new TranslateExhibit(seeded.Store).Handle(new(seeded.Ref, exhibit.Number, exhibit.Version, new Interpreting("")), await seeded.Investigator(), Cancel)).Error?.Key);
        var changed = await new EditExhibit(seeded.Store, new([]), Unit.Texts).Handle(
            new()
            {
                Case = seeded.Ref,
                Number = exhibit.Number,
                Version = exhibit.Version,
                Title = exhibit.Title,
                Origins = exhibit.Origins,
                WordsConfirmed = true,
                Legal = exhibit.Legal,
                LegalAny = exhibit.LegalAny,
                Factual = exhibit.Factual,
                VouchedBy = exhibit.VouchedBy,
                DerivedFrom = exhibit.DerivedFrom,
                ReliesOn = exhibit.ReliesOn,
                Grounds = exhibit.Grounds,
                OnlyAgainst = exhibit.OnlyAgainst,
                OnlyFor = exhibit.OnlyFor,
                Purpose = exhibit.Purpose,
            },
            await seeded.Investigator(), Cancel);
        Assert.Equal("exhibits.privileged-counsel", changed.Error?.Key);
        var open = (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Contains("You owe", open.Exhibits.Single(e => e.Id == cited.Exhibit).Quote, StringComparison.Ordinal);
        Assert.Contains("1,400", open.Facts.Single(f => f.Id == cited.Fact).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat.txt", "You owe")]
    [InlineData("bank.csv", "Diesel")]
    [InlineData("statement.docx", "passport on the first day")]
    [InlineData("lease.pdf", "keeps a safe")]
    public async Task An_original_with_such_a_record_is_given_out_whole_to_counsel_alone(string name, string words)
    {
        var file = seeded.Files[name];
        var load = new LoadFile(seeded.Store);
        await using (var before = (await load.Open(seeded.Ref, file.Id, await seeded.Investigator(), Cancel)).Value.Bytes)
        {
            Assert.True(before.CanRead);
        }

        await Marked(name, words);
        Assert.Equal("files.original-privileged", (await load.Open(seeded.Ref, file.Id, await seeded.Investigator(), Cancel)).Error?.Key);
        await using var whole = (await load.Open(seeded.Ref, file.Id, await seeded.Prosecutor(), Cancel)).Value.Bytes;
        Assert.True(whole.CanRead);
    }

    [Fact]
    public async Task A_page_with_such_words_is_not_drawn_and_the_page_beside_it_is()
    {
        await Marked("lease.pdf", "keeps a safe");
        var (draw, file) = (new DrawPage(seeded.Store, new PageCache()), seeded.Files["lease.pdf"].Id);
        // Whoever asked before left it in memory.
        Assert.True((await draw.Handle(seeded.Ref, file, 2, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal("files.original-privileged", (await draw.Handle(seeded.Ref, file, 2, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await draw.Handle(seeded.Ref, file, 1, await seeded.Investigator(), Cancel)).IsOk);
    }

    [Fact]
    public async Task A_picture_that_may_be_privileged_is_opened_by_counsel_alone()
    {
        var row = seeded.Rows["gate.png"][0];
        Assert.True((await Mark(await seeded.Investigator(), row.Id, false, true)).IsOk);
        var (open, file) = (new OpenPicture(seeded.Store), seeded.Files["gate.png"].Id);
        Assert.Equal("files.original-privileged", (await open.Handle(seeded.Ref, file, await seeded.Investigator(), Cancel)).Error?.Key);
        await using var seen = (await open.Handle(seeded.Ref, file, await seeded.Prosecutor(), Cancel)).Value.Content;
        Assert.True(seen.CanRead);
    }

    [Fact]
    public async Task Of_a_file_with_such_a_record_no_lines_are_shown_around_another_and_none_of_its_own()
    {
        var row = await Marked("chat.txt", "You owe");
        var beside = seeded.Rows["chat.txt"].Single(r => r.Sequence == row.Sequence + 1);
        var read = new ReadSource(seeded.Store, new DrawPage(seeded.Store, new PageCache()));
        Assert.Equal("files.original-privileged", (await read.Handle(seeded.Ref, row.Id, await seeded.Investigator(), Cancel)).Error?.Key);
        var lines = (await read.Handle(seeded.Ref, beside.Id, await seeded.Investigator(), Cancel)).Value.Lines;
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(line.Cited));
        Assert.Contains((await read.Handle(seeded.Ref, beside.Id, await seeded.Prosecutor(), Cancel)).Value.Lines, line => line.Text.Contains("You owe", StringComparison.Ordinal));
    }

    private async Task<RecordRow> Marked(string file, string words)
    {
        var row = seeded.Row(file, words);
        Assert.True((await Mark(await seeded.Investigator(), row.Id, false, true)).IsOk);
        return row;
    }

    private async Task<Result<Marks>> Mark(Actor actor, Domain.Evidence.Sha256 record, bool helps, bool privileged, string reason = "")
    {
        var version = (await Rows(actor)).Single(r => r.Id == record).Version;
        return await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, record, null, version, helps, false, privileged, reason), actor, Cancel);
    }

    private async Task<CitePassage.Cited> Cite(string file, string words, string fact = "")
    {
        var row = seeded.Row(file, words);
        var cited = await new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new())).Handle(new() { Case = seeded.Ref, Record = row.Id, Quote = row.Text!, Fact = fact }, await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return cited.Value;
    }

    private async Task<List<RecordRow>> Rows(Actor actor)
    {
        await using var work = seeded.Store.Begin(actor);
        return await work.Db.Records.ToListAsync(Cancel);
    }

    private async Task<int> Found(Actor actor, string words) => (await new ReadChronology(seeded.Store).Handle(new() { Case = seeded.Ref, Text = words }, actor, Cancel)).Value.Total;

    private static string Told<T>(IEnumerable<T> things) => string.Join('\n', things.Select(thing => $"{thing} {(thing is DecideDifferences.Shown shown ? string.Join(' ', shown.Facts) : "")}"));
}
