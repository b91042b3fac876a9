using System.IO.Compression;
using System.Text;
using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;
using Onus.Store.Database;

namespace Onus.Casework.Tests.Records;

/// <summary>What repeats the words of a record that may be privileged somewhere else than in the record: others than counsel get none of it there either.</summary>
public sealed class PrivilegedElsewhereTests : IAsyncLifetime
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fact_from_which_the_citation_was_taken_back_repeats_the_words_still(bool marked)
    {
        var police = await seeded.Investigator();
        var row = seeded.Row("chat.txt", "You owe");
        var cited = await Cite(row, police);
        if (marked)
        {
            await Mark(row);
        }

        var tie = (await Load(police)).ExhibitTies.Single(one => one.Exhibit == cited.Exhibit);
        Assert.True((await new TakeBackCitation(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [new(tie.Id, tie.Version)], "Cited by mistake"), police, Cancel)).IsOk);
        if (!marked)
        {
            Assert.Contains("You owe", (await Load(police)).Facts.Single(fact => fact.Id == cited.Fact).Sentence, StringComparison.Ordinal);
            await Mark(row);
        }

        Assert.DoesNotContain("You owe", (await Load(police)).Facts.Single(fact => fact.Id == cited.Fact).Sentence, StringComparison.Ordinal);
        Assert.Contains("You owe", (await Load(await seeded.Prosecutor())).Facts.Single(fact => fact.Id == cited.Fact).Sentence, StringComparison.Ordinal);
        var now = (await Load(police)).Facts.Single(fact => fact.Id == cited.Fact);
        Assert.Equal("facts.privileged-counsel", (await new Casework.Facts.EditFact(seeded.Store).Handle(new(seeded.Ref, now.Id, now.Version, "Another", now.On), police, Cancel)).Error?.Key);

        // What leaves the office repeats it as little, whoever prints it.
        var sheet = await new Casework.Papers.ChronologySheet(seeded.Store, new([]), Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel);
        Assert.DoesNotContain("You owe", System.Text.Json.JsonSerializer.Serialize(sheet.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_citation_of_it_was_taken_back_is_told_of_its_words()
    {
        var (police, counsel) = (await seeded.Investigator(), await seeded.Prosecutor());
        var row = seeded.Row("chat.txt", "You owe");
        var cited = await Cite(row, counsel);
        var tie = (await Load(counsel)).ExhibitTies.Single(one => one.Exhibit == cited.Exhibit);
        await Mark(row, helps: true);
        Assert.True((await new TakeBackCitation(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [new(tie.Id, tie.Version)], "He speaks of 1,400 to his lawyer"), counsel, Cancel)).IsOk);
        Assert.Contains("1,400", Reasons(await List(counsel)), StringComparison.Ordinal);
        var theirs = await List(police);
        Assert.Contains(theirs.Marked, item => item.TakenBack.Count == 1);
        Assert.DoesNotContain("1,400", Reasons(theirs), StringComparison.Ordinal);

        static string Reasons(ListMarks.Answer answer) => string.Join('\n', answer.Marked.Concat(answer.Against).SelectMany(item => item.TakenBack).Select(back => back.Reason));
    }

    [Fact]
    public async Task A_container_is_not_given_out_where_a_file_that_was_taken_out_of_it_is_not()
    {
        var letter = SeededCase.Docx(["To my lawyer: he kept my passport."]);
        var picture = await Picture();
        var zip = Zip(("_chat.txt", "[03/05/2025, 18:04:51] Boss: Come\r\n[03/05/2025, 18:05:51] B: \u200E<attached: gate.png>\r\n"u8.ToArray()), ("letter.docx", letter), ("gate.png", picture));
        await seeded.AddFile("phone.zip", zip);
        await seeded.AddFile("phone.zip/letter.docx", letter);
        var load = new LoadFile(seeded.Store);
        var container = seeded.Files["phone.zip"].Id;
        await using (var before = (await load.Open(seeded.Ref, container, await seeded.Investigator(), Cancel)).Value.Bytes)
        {
            Assert.True(before.CanRead);
        }

        await Mark(seeded.Rows["phone.zip/letter.docx"][0]);
        Assert.Equal("files.holds-closed", (await load.Open(seeded.Ref, container, await seeded.Investigator(), Cancel)).Error?.Key);
        await using var whole = (await load.Open(seeded.Ref, container, await seeded.Prosecutor(), Cancel)).Value.Bytes;
        Assert.True(whole.CanRead);
    }

    [Fact]
    public async Task Nor_where_a_picture_that_came_with_its_messages_is_kept_as_a_file_too()
    {
        var zip = Zip(("_chat.txt", Encoding.UTF8.GetBytes("[03/05/2025, 18:04:51] Boss: Come\r\n[03/05/2025, 18:05:51] B: \u200E<attached: gate.png>\r\n")), ("gate.png", await Picture()));
        await seeded.AddFile("phone.zip", zip);
        Assert.Contains(seeded.Rows["phone.zip"], row => row.Attachments.Any(file => file.Sha256 == seeded.Files["gate.png"].Blob));
        await Mark(seeded.Rows["gate.png"][0]);
        Assert.Equal("files.holds-closed", (await new LoadFile(seeded.Store).Open(seeded.Ref, seeded.Files["phone.zip"].Id, await seeded.Investigator(), Cancel)).Error?.Key);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reading_that_cuts_a_file_otherwise_carries_the_mark_to_whatever_stands_there_now(bool before)
    {
        // A reader of before took two messages for one.
        const string First = "[03/05/2025, 18:04:51] Boss: Come", Second = "[03/05/2025, 18:05:51] B: My lawyer says no";
        var bytes = Encoding.UTF8.GetBytes($"{First}\r\n{Second}\r\n[03/05/2025, 18:06:51] Boss: Well\r\n");
        await seeded.AddFile("cut.txt", bytes, rows =>
        {
            var at = new TextPosition(1, 0, First.Length + 2 + Second.Length);
            var place = rows[0].Locator with { At = at, Slice = Sha256.Of(bytes.AsSpan(0, (int)at.ByteLen)) };
            return [rows[0] with { Id = RecordIdentity.Of(place.Blob, [], at), Locator = place, Text = "Come\nMy lawyer says no" }, rows[2] with { Sequence = 2 }];
        });
        var (police, old, file) = (await seeded.Investigator(), seeded.Rows["cut.txt"][0], seeded.Files["cut.txt"]);
        await Cite(old, await seeded.Prosecutor());
        if (before)
        {
            await Mark(old);
        }

        var done = await new CorrectReading(seeded.Store).Handle(
            new() { Case = seeded.Ref, File = file.Id, Version = file.Version, Reason = "Another zone", Zone = "America/Lima", DateOrder = "dmy" }, await seeded.Prosecutor(), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        if (!before)
        {
            await Mark((await Rows(await seeded.Prosecutor(), file)).Single(row => row.Text == "My lawyer says no"));
        }

        var (theirs, ours) = (await Rows(police, file), await Rows(await seeded.Prosecutor(), file));
        Assert.Equal(2, ours.Count(row => row.Text!.Contains("My lawyer says no", StringComparison.Ordinal)));
        Assert.DoesNotContain(theirs, row => row.Text?.Contains("My lawyer", StringComparison.Ordinal) is true);
        // The line beside it is nobody's secret, where only the newer reading tells them apart.
        Assert.Contains(theirs, row => row.Text == "Well");
        Assert.Equal(!before, theirs.Exists(row => row.Text == "Come"));
        Assert.DoesNotContain("My lawyer", string.Join('\n', (await Load(police)).Exhibits.Select(exhibit => exhibit.Quote)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_and_characters_of_a_file_with_such_a_record_are_corrected_by_counsel_alone()
    {
        // Whatever column is said to hold the other account, or does not fit, is shown: as a name, or as the line that speaks against it.
        var (police, counsel, file) = (await seeded.Investigator(), await seeded.Prosecutor(), seeded.Files["bank.csv"]);
        await Mark(seeded.Row("bank.csv", "held"));
        CorrectReading.Command Other(string? profile, string? charset) => new() { Case = seeded.Ref, File = file.Id, Version = file.Version, Reason = "Other columns", Profile = profile, Charset = charset, Zone = file.Zone, DateOrder = file.DateOrder };
        var correct = new CorrectReading(seeded.Store);
        Assert.Equal("files.correction-privileged", (await correct.Handle(Other(Ingest.Contract.ColumnProfile.NotABankTable, null), police, Cancel)).Error?.Key);
        Assert.Equal("files.correction-privileged", (await correct.Handle(Other(null, "utf-16"), police, Cancel)).Error?.Key);
        Assert.NotEqual("files.correction-privileged", (await correct.Handle(Other(Ingest.Contract.ColumnProfile.NotABankTable, null), counsel, Cancel)).Error?.Key);
    }

    [Fact]
    public async Task The_head_of_a_table_is_not_shown_where_its_file_is_not_given_out()
    {
        var (groups, file) = (new GroupDecisions(seeded.Store), seeded.Files["bank.csv"].Id);
        Assert.NotNull(await groups.Look(seeded.Ref, file, "utf-8", await seeded.Investigator(), Cancel));
        await Mark(seeded.Row("bank.csv", "held"));
        Assert.Null(await groups.Look(seeded.Ref, file, "utf-8", await seeded.Investigator(), Cancel));
        Assert.NotNull(await groups.Look(seeded.Ref, file, "utf-8", await seeded.Prosecutor(), Cancel));
    }

    [Fact]
    public async Task A_comment_beside_a_paragraph_does_not_repeat_it()
    {
        await seeded.AddFile("noted.docx", Noted("I told my lawyer everything", "Ask her again"));
        var (paragraph, comment) = (seeded.Row("noted.docx", "I told my lawyer"), seeded.Row("noted.docx", "Ask her again"));
        Assert.Contains(comment.Warnings, warning => warning.Contains("my lawyer", StringComparison.Ordinal));
        await Mark(paragraph);
        Assert.DoesNotContain((await Rows(await seeded.Investigator(), seeded.Files["noted.docx"])).Single(row => row.Id == comment.Id).Warnings, warning => warning.Contains("my lawyer", StringComparison.Ordinal));
        Assert.Equal(comment.Warnings, (await Rows(await seeded.Prosecutor(), seeded.Files["noted.docx"])).Single(row => row.Id == comment.Id).Warnings);
        await using var work = seeded.Store.Begin(await seeded.Investigator());
        Assert.False(await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(work.Db.Records.Where(row => row.Id == comment.Id && row.IsWarned), Cancel));
    }

    [Fact]
    public async Task Whoever_guesses_a_sentence_is_not_told_whether_it_is_the_one()
    {
        var (police, counsel) = (await seeded.Investigator(), await seeded.Prosecutor());
        var row = seeded.Row("chat.txt", "You owe");
        var cited = await Cite(row, counsel, "She owed 1,400");
        var challenge = await new Casework.Challenges.EnterChallenge(seeded.Store, new([])).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.Fact, cited.Fact.Value), ChallengeMode.Rebut, "No", ChallengeStatus.Filed, [], Ruling: Ruling.Sustained, Reference: "Order 1/25"), counsel, Cancel);
        Assert.True(challenge.IsOk, challenge.Error?.Key);
        await Mark(row);
        var fact = (await Load(police)).Facts.Single(one => one.Id == cited.Fact);
        var edit = new Casework.Facts.EditFact(seeded.Store);
        string? Of(Result<FactId> done) => done.Error?.Key;
        Assert.Equal("facts.privileged-counsel", Of(await edit.Handle(new(seeded.Ref, fact.Id, fact.Version, "She owed 1,500", fact.On), police, Cancel)));
        Assert.Equal("facts.privileged-counsel", Of(await edit.Handle(new(seeded.Ref, fact.Id, fact.Version, "She owed 1,400", fact.On), police, Cancel)));
    }

    [Fact]
    public async Task Warnings_that_quote_nothing_are_everybodys()
    {
        await seeded.AddFile("noted.docx", Noted("I told my lawyer everything", "Ask her again"));
        var row = seeded.Row("noted.docx", "Ask her again");
        Assert.Equal(["comment-on:I told my lawyer everything", "comment-clock"], row.Warnings);
        await Mark(row);
        var hidden = (await Rows(await seeded.Investigator(), seeded.Files["noted.docx"])).Single(one => one.Id == row.Id);
        Assert.Equal((true, null), (hidden.Withheld, hidden.Text));
        Assert.Equal(["comment-clock"], hidden.Warnings);
        await using var work = seeded.Store.Begin(await seeded.Investigator());
        Assert.Null(Assert.Single(await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(work.Db.Records.Where(one => one.Id == row.Id).Select(one => one.Warnings), Cancel)));
    }

    [Fact]
    public async Task Counsel_is_told_where_the_same_words_stand_unmarked_and_nobody_else_is()
    {
        const string Words = "You owe 1,400. Nobody leaves the orchard before the account is settled, and I keep the papers until then";
        await seeded.AddFile("other phone.txt", Encoding.UTF8.GetBytes($"[03/05/2025, 19:26:51] Boss: {Words}\r\n[03/05/2025, 19:27:51] B: ok\r\n"));
        var row = seeded.Row("chat.txt", "You owe");
        await Mark(row);
        var find = new FindSameWords(seeded.Store);
        Assert.Equal([seeded.Rows["other phone.txt"][0].Id], (await find.Handle(seeded.Ref, row.Id, await seeded.Prosecutor(), Cancel)).Value.Select(same => same.Record));
        Assert.Empty((await find.Handle(seeded.Ref, row.Id, await seeded.Investigator(), Cancel)).Value);
        await Mark(seeded.Rows["other phone.txt"][0]);
        Assert.Empty((await find.Handle(seeded.Ref, row.Id, await seeded.Prosecutor(), Cancel)).Value);
    }

    [Fact]
    public async Task And_where_a_file_that_came_with_it_is_kept()
    {
        await seeded.AddFile("phone.zip", Zip(("_chat.txt", Encoding.UTF8.GetBytes("[03/05/2025, 18:04:51] Boss: Come\r\n[03/05/2025, 18:05:51] B: \u200E<attached: gate.png>\r\n")), ("gate.png", await Picture())));
        var row = seeded.Rows["phone.zip"].Single(one => one.Attachments.Count > 0);
        await Mark(row);
        var told = (await new FindSameWords(seeded.Store).Handle(seeded.Ref, row.Id, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Equal([seeded.Rows["gate.png"][0].Id], told.Select(same => same.Record));
    }

    [Fact]
    public async Task What_was_filled_into_a_form_is_not_repeated_beside_the_file()
    {
        var file = seeded.Files["lease.pdf"];
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.Change(file, file with { Summary = file.Summary! with { Warnings = ["form-not-shown", "form-value:advice: wait"] } });
            Assert.True((await work.Commit(new(seeded.Id, Domain.Access.Acts.FileRead), Cancel)).IsOk);
        }

        await Mark(seeded.Row("lease.pdf", "keeps a safe"));
        var (police, counsel) = (await seeded.Investigator(), await seeded.Prosecutor());
        Material Of(CaseSnapshot snapshot) => snapshot.Materials.Single(one => one.Id == file.Id);
        var (theirs, ours) = (await Load(police), await Load(counsel));
        Assert.Equal(["form-not-shown"], FileWarnings.Of(Of(theirs), theirs));
        Assert.Equal(2, FileWarnings.Of(Of(ours), ours).Count);
        var log = (await new Casework.Log.ReadLog(seeded.Store).Handle(seeded.Ref, 1, police, Cancel)).Value;
        Assert.DoesNotContain(log.Entries, entry => entry.Told?.Json?.Contains("advice", StringComparison.Ordinal) is true);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A document with a comment that hangs on the words of its only paragraph.</summary>
    private static byte[] Noted(string paragraph, string comment)
    {
        using var bytes = new MemoryStream(SeededCase.Docx([paragraph], ("Officer 4", "2025-05-21T09:30:00Z", comment)).ToArray());
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml.Replace("<w:p><w:r>", "<w:p><w:commentRangeStart w:id=\"0\"/><w:r>", StringComparison.Ordinal)
                .Replace("<w:r><w:commentReference", "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference", StringComparison.Ordinal));
        }

        return copy.ToArray();
    }

    private async Task<byte[]> Picture()
    {
        await using var bytes = seeded.Store.Vault.Open(seeded.Files["gate.png"].VaultName);
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }

    private async Task<CitePassage.Cited> Cite(RecordRow row, Domain.Access.Actor actor, string fact = "")
    {
        var cited = await new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new())).Handle(new() { Case = seeded.Ref, Record = row.Id, Fact = fact }, actor, Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return cited.Value;
    }

    private async Task Mark(RecordRow row, bool helps = false)
    {
        var marked = await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, helps, false, true), await seeded.Investigator(), Cancel);
        Assert.True(marked.IsOk, marked.Error?.Key);
    }

    private async Task<CaseSnapshot> Load(Domain.Access.Actor actor) => (await new LoadCase(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value;

    private async Task<ListMarks.Answer> List(Domain.Access.Actor actor) => (await new ListMarks(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value;

    private async Task<List<RecordRow>> Rows(Domain.Access.Actor actor, Material file)
    {
        await using var work = seeded.Store.Begin(actor);
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(work.Db.Records.Where(row => row.Material == file.Id), Cancel);
    }
}
