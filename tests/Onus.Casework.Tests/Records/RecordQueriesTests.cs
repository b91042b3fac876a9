using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Casework.Originals;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Documents;
using Onus.Seeds;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Records;

public sealed class RecordQueriesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-records-").FullName;
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
    public async Task A_chronology_pages_through_every_dated_record_and_fact_once_in_order()
    {
        var actor = await seeded.Prosecutor();
        await using (var work = seeded.Store.Begin(actor))
        {
            foreach (var day in new[] { 1, 3, 5 })
            {
                work.Add(new Fact { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Sentence = $"A fact of day {day}", On = new DateOnly(2025, 5, day) });
            }

            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FactWritten), Cancel)).IsOk);
        }

        var read = new ReadChronology(seeded.Store);
        var all = new List<ReadChronology.Entry>();
        var page = 1;
        ReadChronology.Answer answer;
        do
        {
            answer = (await read.Handle(new ReadChronology.Query { Case = seeded.Ref, Page = page++ }, actor, Cancel)).Value;
            all.AddRange(answer.Entries);
        }
        while (page <= answer.Pages);

        var dated = seeded.Rows.Values.SelectMany(r => r).Count(r => r.Day is not null);
        Assert.Equal(dated + 3, answer.Total);
        Assert.Equal(answer.Total, all.Count);
        Assert.Equal(dated, all.Select(e => e.Record?.Id).OfType<Sha256>().Distinct().Count());
        Assert.Equal(3, all.Count(e => e.Fact is not null));
        Assert.Equal(all.Select(e => e.Day), all.Select(e => e.Day).Order());
        Assert.All(all.Where(e => e.Fact is not null), e => Assert.DoesNotContain(all.TakeWhile(x => x != e), x => x.Record is not null && x.Day == e.Day));
        Assert.Equal(seeded.Rows.Values.SelectMany(r => r).Count(r => r.Day is null), answer.Undated);
    }

    [Fact]
    public async Task A_search_finds_words_in_any_script_without_regard_to_case_and_pages()
    {
        var read = new ReadChronology(seeded.Store);
        var actor = await seeded.Investigator();
        var query = new ReadChronology.Query { Case = seeded.Ref };
        Assert.Equal(1, (await read.Handle(query with { Text = "पासपोर्ट" }, actor, Cancel)).Value.Total);
        Assert.Equal(1, (await read.Handle(query with { Text = "the ACCOUNT is settled", Kind = RecordKind.Message }, actor, Cancel)).Value.Total);
        var rows = (await read.Handle(query with { Text = "row", Page = 3 }, actor, Cancel)).Value;
        Assert.Equal(3, rows.Page);
        Assert.Equal(rows.Total - 200, rows.Entries.Count);
    }

    [Fact]
    public async Task A_search_finds_what_states_no_day_and_puts_it_last()
    {
        var read = new ReadChronology(seeded.Store);
        var undated = seeded.Rows.Values.SelectMany(rows => rows).First(row => row.Day is null && row.Text is { Length: > 20 });
        var word = undated.Text!.Split(' ').MaxBy(part => part.Length)!;
        var found = (await read.Handle(new ReadChronology.Query { Case = seeded.Ref, Text = word }, await seeded.Investigator(), Cancel)).Value;
        Assert.Contains(found.Entries, entry => entry.Record?.Id == undated.Id);
        Assert.Equal(found.Entries.Select(entry => entry.Day is null).Order(), found.Entries.Select(entry => entry.Day is null));
    }

    [Fact]
    public async Task On_one_day_two_zones_are_in_the_order_of_their_instants()
    {
        // 14:25 in Kathmandu is 08:40 UTC; 12:24 in New York is 16:24 UTC and stands after it, whatever the clocks say.
        var like = seeded.Row("chat.txt", "row 7,");
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.AddRecords(
            [
                Sent(1, "2031-02-03T12:24:00", new DateTimeOffset(2031, 2, 3, 16, 24, 0, TimeSpan.Zero)),
                Sent(2, "2031-02-03T14:25:00", new DateTimeOffset(2031, 2, 3, 8, 40, 0, TimeSpan.Zero)),
            ]);
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var day = new DateOnly(2031, 2, 3);
        var found = (await new ReadChronology(seeded.Store).Handle(new ReadChronology.Query { Case = seeded.Ref, From = day, Until = day }, await seeded.Investigator(), Cancel)).Value;
        Assert.Equal(["2031-02-03T14:25:00", "2031-02-03T12:24:00"], found.Entries.Select(entry => entry.Record!.TimeLocal));

        RecordRow Sent(int sequence, string local, DateTimeOffset utc) => like with
        {
            Id = new Sha256(sequence.ToString("x64", System.Globalization.CultureInfo.InvariantCulture)),
            Sequence = 90_000 + sequence,
            TimeLocal = local,
            Utc = utc,
            Day = local[..10],
        };
    }

    [Theory]
    // Clocks go back from 3 to 2: the lines of a chat say which pass of the hour it was.
    [InlineData("02:20 02:50 02:10", "02:20 02:50 02:10")]
    [InlineData("02:55 02:05", "02:55 02:05")]
    [InlineData("02:05 02:55", "02:05 02:55")]
    public async Task In_the_hour_that_happens_twice_the_lines_of_a_chat_stand_in_their_own_order(string lines, string shown)
    {
        var like = seeded.Row("chat.txt", "row 7,");
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.AddRecords(lines.Split(' ').Select((clock, at) => Sent(at + 1, clock, twice: true)).Prepend(Sent(0, "01:59", twice: false)).Append(Sent(9, "03:01", twice: false)));
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        foreach (var text in new[] { "", "lower trees" })
        {
            var found = (await new ReadChronology(seeded.Store).Handle(
                new ReadChronology.Query { Case = seeded.Ref, From = new(2031, 10, 26), Until = new(2031, 10, 26), Text = text }, await seeded.Investigator(), Cancel)).Value;
            Assert.Equal($"01:59 {shown} 03:01", string.Join(' ', found.Entries.Select(entry => entry.Record!.TimeLocal![11..16])));
        }

        RecordRow Sent(int sequence, string clock, bool twice)
        {
            var local = DateTime.ParseExact("2031-10-26T" + clock, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            var summer = new DateTimeOffset(local, TimeSpan.FromHours(2)).ToUniversalTime();
            return like with
            {
                Id = new Sha256((7000 + sequence).ToString("x64", System.Globalization.CultureInfo.InvariantCulture)),
                Sequence = 91_000 + sequence,
                TimeLocal = local.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
                Utc = clock.StartsWith("03", StringComparison.Ordinal) ? summer.AddHours(1) : summer,
                UtcLater = twice ? summer.AddHours(1) : null,
                Day = "2031-10-26",
            };
        }
    }

    [Fact]
    public async Task A_pair_shows_exactly_the_messages_that_were_counted_for_it()
    {
        var actor = await seeded.Investigator();
        var whom = (await new WhoAndWhom(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value;
        var pair = Assert.Single(whom.Pairs);
        Assert.Equal((24, 0), (pair.There, pair.Back));
        Assert.True(pair.OneSided);
        Assert.Equal(["Defendant 1", "Survivor B"], [pair.A.Shown, pair.B.Shown]);

        // In the chat three people write, so nobody can say to whom of the two others: it is a group.
        Assert.Equal(3, whom.Groups.Count);
        Assert.All(whom.Groups, g => Assert.Equal(2, g.Others));
        foreach (var group in whom.Groups)
        {
            var shown = await new ReadChronology(seeded.Store).Handle(
                new ReadChronology.Query { Case = seeded.Ref, Kind = RecordKind.Message, Person = group.From.Key, File = group.File }, actor, Cancel);
            Assert.Equal(group.Count, shown.Value.Total);
        }
    }

    [Fact]
    public async Task Payments_are_summed_by_payer_payee_and_month_and_their_links_count_the_same()
    {
        var actor = await seeded.Investigator();
        var whom = (await new WhoAndWhom(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value;
        var back = Assert.Single(whom.Payments, p => p.From?.Shown == "Survivor B");
        Assert.Equal((1050_00, 5, "Defendant 1"), (back.Minor, back.Count, back.To?.Shown));
        Assert.Equal([2, 3, 4, 6, 7], back.Months.Select(m => m.Month.Number));
        var shown = await new ReadChronology(seeded.Store).Handle(
            new ReadChronology.Query { Case = seeded.Ref, Kind = RecordKind.Payment, Person = back.From!.Key, To = back.To!.Key }, actor, Cancel);
        Assert.Equal(5, shown.Value.Total);
        Assert.Equal(["خالد", "Quarry Fuel"], whom.Unknown.Select(u => u.Name.Shown).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task May_is_missing_from_the_account_and_the_clock_is_told()
    {
        var gaps = (await new FindGaps(seeded.Store).Handle(seeded.Ref, new DateOnly(2025, 5, 24), await seeded.Investigator(), Cancel)).Value;
        var account = Assert.Single(gaps.Incomplete);
        Assert.Equal("Defendant 1", account.Title);
        Assert.Equal([new CalendarMonth(2025, 5)], account.Missing);
        Assert.Equal(21, Assert.Single(gaps.Clocks).DaysLeft);
    }

    [Fact]
    public async Task Saying_who_a_name_is_moves_the_origin_of_its_exhibits_and_is_refused_for_a_name_that_is_taken()
    {
        var row = seeded.Row("chat.txt", "الجواز");
        var texts = Texts.Load(ContentFolder.Find(null), "en", strict: true);
        var cited = await new CitePassage(seeded.Store, texts, new([]), new(seeded.Store, new())).Handle(new CitePassage.Command { Case = seeded.Ref, Record = row.Id }, await seeded.Investigator(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);

        var map = new MapAlias(seeded.Store, Unit.Texts);
        var moved = await map.Handle(new MapAlias.Command(seeded.Ref, "خالد", seeded.Defendant.Id), await seeded.Investigator(), Cancel);
        Assert.Equal(1, moved.Value);
        await using var work = seeded.Store.Begin(await seeded.Investigator());
        Assert.Equal(seeded.Defendant.Id, work.Db.Exhibits.Single().Origins.Single().Person);
        var again = await map.Handle(new MapAlias.Command(seeded.Ref, "خالد", seeded.Survivor.Id), await seeded.Investigator(), Cancel);
        Assert.Equal("people.alias-taken", again.Error?.Key);
        Assert.Contains(work.Db.Log, l => l.Kind == "alias-mapped");
    }

    [Fact]
    public async Task Every_record_verifies_in_the_vault_and_shows_its_own_line()
    {
        var source = new ReadSource(seeded.Store, new DrawPage(seeded.Store, new PageCache()));
        var actor = await seeded.Investigator();
        foreach (var row in new[] { seeded.Rows["lease.pdf"][1], seeded.Rows["statement.docx"][2], seeded.Rows["gate.png"][0] })
        {
            Assert.True((await source.Handle(seeded.Ref, row.Id, actor, Cancel)).Value.Verified, row.Kind.ToString());
        }

        foreach (var row in seeded.Rows["chat.txt"].Take(12).Concat(seeded.Rows["bank.csv"]))
        {
            var read = (await source.Handle(seeded.Ref, row.Id, actor, Cancel)).Value;
            Assert.True(read.Verified);
            var cited = string.Join('\n', read.Lines.Where(l => l.Cited).Select(l => l.Text));
            Assert.Contains(row.Text!.Split('\n')[0], cited, StringComparison.Ordinal);
            if (row.Locator.At is TextPosition at)
            {
                Assert.Equal(at.Line, read.Lines.First(l => l.Cited).Number);
            }
        }
    }

    [Fact]
    public async Task A_file_that_was_changed_in_the_vault_does_not_verify()
    {
        var row = seeded.Row("chat.txt", "You owe");
        var name = seeded.Files["chat.txt"].VaultName.ToString("N");
        var path = Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        bytes[((TextPosition)row.Locator.At).ByteStart + 30] ^= 1;
        File.SetAttributes(path, FileAttributes.Normal);
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        var read = await new ReadSource(seeded.Store, new DrawPage(seeded.Store, new PageCache())).Handle(seeded.Ref, row.Id, await seeded.Investigator(), Cancel);
        Assert.False(read.Value.Verified);
    }

    [Fact]
    public async Task A_record_opens_in_its_context_and_on_its_page_and_never_for_a_stranger()
    {
        var row = seeded.Row("chat.txt", "row 250,");
        var open = new OpenFile(seeded.Store);
        var inContext = (await open.Handle(new OpenFile.Query(seeded.Ref, null, row.Id, Around: 3), await seeded.Investigator(), Cancel)).Value;
        Assert.Equal(7, inContext.Rows.Count);
        Assert.Equal(row.Id, inContext.Rows[3].Id);
        var onPage = (await open.Handle(new OpenFile.Query(seeded.Ref, row.Material, null, inContext.Page), await seeded.Investigator(), Cancel)).Value;
        Assert.Contains(onPage.Rows, r => r.Id == row.Id);
        Assert.Equal("files.not-found", (await open.Handle(new OpenFile.Query(seeded.Ref, null, row.Id), await seeded.Stranger(), Cancel)).Error?.Key);
        Assert.Equal("cases.not-found", (await new ReadSource(seeded.Store, new DrawPage(seeded.Store, new PageCache())).Handle(seeded.Ref, row.Id, await seeded.Stranger(), Cancel)).Error?.Key);
    }

    [Fact]
    public async Task Counsel_gets_the_elements_of_the_chosen_offence_with_what_each_asks_and_the_police_get_none()
    {
        var law = LawPackFiles.Load(Path.Combine(ContentFolder.Find(null), "law")).Packs;
        var load = new Onus.Casework.Cases.LoadCase(seeded.Store);
        var counsel = await seeded.Prosecutor();
        var snapshot = (await load.Handle(seeded.Ref, counsel, Cancel)).Value;
        var cells = CellsToCite.Of(snapshot, counsel, law, "us.1589-a");
        Assert.NotEmpty(cells);
        Assert.Contains(cells, c => c is { Element.LeafId: "us.1589-a.knowingly", PerDefendant: true, PerSurvivor: true });
        Assert.Empty(CellsToCite.Of(snapshot, counsel, law, null));
        Assert.Empty(CellsToCite.Of(snapshot, await seeded.Investigator(), law, "us.1589-a"));
    }

    [Fact]
    public async Task A_box_on_a_page_cites_the_words_in_it_with_a_slice_that_verifies()
    {
        var row = seeded.Rows["lease.pdf"][1];
        var pages = new DrawPage(seeded.Store, new PageCache());
        var actor = await seeded.Investigator();
        var layout = (await pages.Handle(seeded.Ref, row.Material, 2, actor, Cancel)).Value;
        var safe = layout.Words.Single(w => w.Text == "safe");
        Box[] boxes = [new(safe.X - 1, safe.Y - 1, safe.W + 2, safe.H + 2)];
        var texts = Texts.Load(ContentFolder.Find(null), "en", strict: true);
        var cited = await new CitePassage(seeded.Store, texts, new([]), pages).Handle(
            new CitePassage.Command { Case = seeded.Ref, Record = row.Id, Boxes = boxes }, actor, Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        await using var work = seeded.Store.Begin(actor);
        var exhibit = work.Db.Exhibits.Single();
        Assert.Equal("safe", exhibit.Quote);
        Assert.Equal(PdfSlice.Of(layout, boxes), exhibit.Locator!.Slice);
        Assert.Equal(boxes, ((PdfPosition)exhibit.Locator.At).Boxes);

        // The same place is the same exhibit, whoever cites it again.
        var again = await new CitePassage(seeded.Store, texts, new([]), pages).Handle(
            new CitePassage.Command { Case = seeded.Ref, Record = row.Id, Boxes = [.. boxes] }, actor, Cancel);
        Assert.Equal(exhibit.Id, again.Value.Exhibit);
    }

    [Fact]
    public async Task Twenty_five_thousand_records_are_paged_filtered_searched_and_counted()
    {
        var actor = await seeded.Investigator();
        var like = seeded.Row("chat.txt", "row 2,");
        await using (var work = seeded.Store.Begin(actor))
        {
            work.AddRecords(Enumerable.Range(0, 25_000).Select(i =>
            {
                var at = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(i * 20L);
                return like with
                {
                    Id = Sha256.Of(BitConverter.GetBytes(i)),
                    Sequence = 1000 + i,
                    Sender = $"Picker {i % 40}",
                    Text = $"line {i} of a long chat, with some more words in it",
                    TimeLocal = at.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
                    Day = at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                };
            }));
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var read = new ReadChronology(seeded.Store);
        var query = new ReadChronology.Query { Case = seeded.Ref };
        async Task<ReadChronology.Answer> Timed(string what, ReadChronology.Query asked)
        {
            await read.Handle(asked, actor, Cancel);
            var started = System.Diagnostics.Stopwatch.StartNew();
            var answer = (await read.Handle(asked, actor, Cancel)).Value;
            output.WriteLine($"{what}: {started.ElapsedMilliseconds} ms, {answer.Total} entries");
            return answer;
        }

        Assert.Equal(25_000, (await Timed("first page", query)).Total - seeded.Rows.Values.SelectMany(r => r).Count(r => r.Day is not null));
        Assert.Equal(100, (await Timed("page 200", query with { Page = 200 })).Entries.Count);
        var picker = (await Timed("one month", query with { From = new(2024, 5, 1), Until = new(2024, 5, 31) })).Senders.First(s => s.Shown == "Picker 7");
        Assert.Equal(625, (await Timed("one person", query with { Person = picker.Key })).Total);
        Assert.Equal(1, (await Timed("words", query with { Text = "LINE 24999 of" })).Total);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await new WhoAndWhom(seeded.Store).Handle(seeded.Ref, actor, Cancel);
        output.WriteLine($"who and whom: {clock.ElapsedMilliseconds} ms");
        clock.Restart();
        await new FindGaps(seeded.Store).Handle(seeded.Ref, new DateOnly(2025, 5, 24), actor, Cancel);
        output.WriteLine($"gaps: {clock.ElapsedMilliseconds} ms");
        clock.Restart();
        await new OpenFile(seeded.Store).Handle(new OpenFile.Query(seeded.Ref, like.Material, null, 240), actor, Cancel);
        output.WriteLine($"page 240 of the chat: {clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_summary_adds_up()
    {
        var gaps = new FindGaps(seeded.Store);
        var sum = (await new SummariseCase(seeded.Store, gaps, new WhoAndWhom(seeded.Store))
            .Handle(seeded.Ref, new DateOnly(2025, 5, 24), await seeded.Investigator(), Cancel)).Value;
        Assert.Equal(6, sum.Read);
        Assert.Equal(sum.Elements, sum.Records + sum.Skipped);
        Assert.Equal(seeded.Rows.Values.Sum(r => r.Count), sum.Records);
        Assert.Single(sum.OneSided);
    }

    [Theory]
    [InlineData("chat.txt")]
    [InlineData("chat.txt", "statement.docx")]
    public async Task A_file_that_was_withdrawn_is_in_no_figure_of_what_was_read_and_the_list_of_files_says_the_same(params string[] names)
    {
        foreach (var name in names)
        {
            var file = seeded.Files[name];
            Assert.True((await new Onus.Casework.Files.WithdrawFile(seeded.Store).Handle(new(seeded.Ref, file.Id, file.Version, "Handed in twice."), await seeded.Prosecutor(), Cancel)).IsOk);
        }

        var sum = (await new SummariseCase(seeded.Store, new FindGaps(seeded.Store), new WhoAndWhom(seeded.Store))
            .Handle(seeded.Ref, new DateOnly(2025, 5, 24), await seeded.Investigator(), Cancel)).Value;
        var list = (await new Onus.Casework.Files.ListFiles(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value;
        Assert.Equal((6 - names.Length, names.Length), (sum.Read, list.Withdrawn.Count));
        Assert.Equal((list.Read.Count, list.Read.Sum(f => f.Summary!.Records)), (sum.Read, sum.Records));
        Assert.Equal(seeded.Rows.Where(r => !names.Contains(r.Key)).Sum(r => r.Value.Count), sum.Records);
    }

    [Fact]
    public async Task Marks_are_kept_with_the_name_of_whoever_considered_it()
    {
        var row = seeded.Row("chat.txt", "You owe");
        var marks = await new MarkForDisclosure(seeded.Store).Handle(
            new MarkForDisclosure.Command(seeded.Ref, row.Id, null, row.Version, true, false, false), await seeded.Investigator(), Cancel);
        Assert.Equal("Demo person 1", marks.Value.ConsideredBy);
        var opened = await new OpenFile(seeded.Store).Handle(new OpenFile.Query(seeded.Ref, null, row.Id), await seeded.Investigator(), Cancel);
        Assert.True(opened.Value.Chosen!.Marks.HelpsDefence);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Why_counsel_lifts_a_mark_stands_in_counsels_papers_and_nowhere_else(bool ofFact)
    {
        var row = seeded.Row("chat.txt", "You owe");
        var (police, counsel) = (await seeded.Investigator(), await seeded.Prosecutor());
        var cited = await new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new())).Handle(new CitePassage.Command { Case = seeded.Ref, Record = row.Id }, police, Cancel);
        FactId? fact = ofFact ? cited.Value.Fact : null;
        Sha256? record = ofFact ? null : row.Id;
        var mark = new MarkForDisclosure(seeded.Store);
        Assert.True((await mark.Handle(new(seeded.Ref, record, fact, 1, true, true, false), counsel, Cancel)).IsOk);
        Assert.Equal("disclosure.reason-missing", (await mark.Handle(new(seeded.Ref, record, fact, 2, false, true, false, " "), counsel, Cancel)).Error?.Key);
        Assert.True((await mark.Handle(new(seeded.Ref, record, fact, 2, false, true, false, "It weakens nothing of ours."), counsel, Cancel)).IsOk);
        Assert.DoesNotContain("weakens", await Log(police), StringComparison.Ordinal);
        var papers = await Log(counsel);
        Assert.Contains("weakens", papers, StringComparison.Ordinal);
        Assert.Contains(ofFact ? cited.Value.Fact.Value.ToString() : row.Id.Hex, papers.Split('\n').Single(line => line.Contains("weakens", StringComparison.Ordinal)), StringComparison.Ordinal);

        // What the police say of it is theirs, and stands on the record.
        Assert.True((await mark.Handle(new(seeded.Ref, record, fact, 3, false, false, false, "Marked the wrong line."), police, Cancel)).IsOk);
        Assert.Contains("wrong line", await Log(police), StringComparison.Ordinal);

        async Task<string> Log(Actor actor) => string.Join('\n', (await new Onus.Casework.Log.ReadLog(seeded.Store).Handle(seeded.Ref, 1, actor, Cancel)).Value.Entries.Select(e => e.Told?.Json));
    }
}
