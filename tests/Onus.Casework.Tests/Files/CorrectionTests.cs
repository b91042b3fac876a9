using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Originals;
using Onus.Casework.Records;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Files;

/// <summary>One slip never ends a case: a reading, an answer or a whole file is put right, and what was cited stands until a person says otherwise.</summary>
public sealed class CorrectionTests
{
    private const string Harbour =
        "3/4/2024, 08:10 - Defendant 1: the boat leaves at six\n5/4/2024, 19:45 - Survivor B: he has my papers\n6/4/2024, 07:00 - Defendant 1: say nothing\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Asia/Kathmandu", "America/Lima")]
    [InlineData("Europe/Madrid", "Asia/Tokyo")]
    public async Task A_corrected_zone_moves_its_messages_and_keeps_the_exhibit_until_a_person_accepts(string wrong, string right)
    {
        await using var unit = await ReadChat(wrong, "dmy");
        var cited = await Cite(unit, "he has my papers");
        var before = (await Row(unit, "he has my papers")).AsCited();

        var corrected = await Correct(unit, zone: right);
        Assert.True(corrected.IsOk, corrected.Error?.Key);
        Assert.Equal(1, corrected.Value.Differences);
        Assert.NotEqual(before.Utc, (await Row(unit, "he has my papers")).Utc);
        Assert.Equal(3, await Count(unit));

        var shown = Assert.Single(await Differences(unit));
        Assert.Equal((DifferenceState.Open, before, right), (shown.Difference.State, shown.Difference.Old, (await unit.Only()).Zone));
        Assert.Equal("The phone was set to the time of another place", shown.Difference.Reason);
        Assert.Equal("he has my papers", (await Exhibit(unit, cited)).Quote);

        Assert.Equal(1, (await Decide(unit, accept: true)).Value);
        var accepted = Assert.Single(await Differences(unit)).Difference;
        Assert.Equal((DifferenceState.Accepted, unit.Counsel.Name), (accepted.State, accepted.DecidedBy));
        Assert.NotNull(accepted.DecidedAt);
        Assert.Contains("reading-corrected", await Log(unit));
    }

    [Fact]
    public async Task Days_of_facts_follow_where_a_person_says_so_and_a_day_that_somebody_wrote_stays()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        var cited = await Cite(unit, "he has my papers");
        Assert.Equal(new DateOnly(2024, 4, 5), (await Fact(unit, cited.Fact)).On);
        Assert.Equal(1, (await Correct(unit, order: "mdy")).Value.Differences);
        var proposed = Assert.Single(Assert.Single(await Differences(unit)).Facts);
        Assert.Equal(new DateOnly(2024, 5, 4), proposed.Proposed.On);
        Assert.NotEqual(proposed.Fact.Sentence, proposed.Proposed.Sentence);

        await Decide(unit, accept: true, cited.Fact);
        var moved = await Fact(unit, cited.Fact);
        Assert.Equal((new DateOnly(2024, 5, 4), proposed.Proposed.Sentence), (moved.On, moved.Sentence));
    }

    [Fact]
    public async Task A_corrected_zone_takes_the_old_one_out_of_the_sentence_also_where_somebody_wrote_on()
    {
        await using var unit = await ReadChat("Asia/Tokyo", "dmy");
        var cited = await Cite(unit, "say nothing");
        var fact = await Fact(unit, cited.Fact);
        Assert.Contains("on 6 April 2024 (time of the source, UTC+9; 5 April 2024, 18:00 in America/New_York): ", fact.Sentence, StringComparison.Ordinal);
        await Correct(unit, zone: "America/Chicago");
        var proposed = Assert.Single(Assert.Single(await Differences(unit)).Facts).Proposed;
        Assert.Contains("on 6 April 2024: ", proposed.Sentence, StringComparison.Ordinal);

        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            work.Change(fact, fact with { Sentence = fact.Sentence + " He meant the police." });
            Assert.True((await work.Commit(new Store.Log.LogEvent(unit.Case, Acts.FactChanged), Cancel)).IsOk);
        }

        var kept = Assert.Single(Assert.Single(await Differences(unit)).Facts).Proposed.Sentence;
        Assert.Contains("on 6 April 2024: ", kept, StringComparison.Ordinal);
        Assert.EndsWith("He meant the police.", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_corrections_are_compared_with_what_was_cited_and_going_back_leaves_nothing_to_decide()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        await Cite(unit, "say nothing");
        var before = (await Row(unit, "say nothing")).AsCited();
        await Correct(unit, zone: "America/Lima");
        await Decide(unit, accept: false);
        await Correct(unit, zone: "Asia/Tokyo");
        var again = Assert.Single(await Differences(unit)).Difference;
        Assert.Equal((DifferenceState.Open, before), (again.State, again.Old));
        Assert.Equal(0, (await Correct(unit, zone: "Asia/Kathmandu")).Value.Differences);
        Assert.Empty(await Differences(unit));
    }

    [Fact]
    public async Task What_a_narrower_scope_no_longer_has_stays_as_it_was_cited_and_leaves_the_chronology()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        await Cite(unit, "he has my papers");
        Assert.Equal(1, (await Correct(unit, until: new DateOnly(2024, 4, 4))).Value.Differences);
        var kept = await Row(unit, "he has my papers");
        Assert.True(kept.Superseded);
        await using var work = unit.Store.Begin(unit.Counsel);
        Assert.Equal(["the boat leaves at six"], await work.Db.Records.Current().Select(r => r.Text!).ToListAsync(Cancel));
        Assert.Equal("files.difference-gone", (await Decide(unit, accept: true)).Error?.Key);
        Assert.Equal(1, (await Decide(unit, accept: false)).Value);

        // Widened again, it is the record it was.
        Assert.Equal(0, (await Correct(unit)).Value.Differences);
        Assert.False((await Row(unit, "he has my papers")).Superseded);
        Assert.Equal(3, await Count(unit));
    }

    [Fact]
    public async Task Marks_for_disclosure_outlive_a_new_reading()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        var row = await Row(unit, "the boat leaves at six");
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            work.Mark(row, new Marks(HelpsDefence: true));
            Assert.True((await work.Commit(new Store.Log.LogEvent(unit.Case, Acts.MarkedForDisclosure), Cancel)).IsOk);
        }

        await Correct(unit, zone: "America/Lima");
        Assert.True((await Row(unit, "the boat leaves at six")).Marks.HelpsDefence);
    }

    [Theory]
    [InlineData("ymd", null, "files.correction-contradicted")]
    [InlineData("dmy", "Moon/Tranquility", "files.zone-unknown")]
    [InlineData("dmy", "Asia/Kathmandu", "files.nothing-corrected")]
    public async Task What_cannot_be_read_so_changes_nothing(string order, string? zone, string error)
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        var before = await unit.Only();
        Assert.Equal(error, (await Correct(unit, zone: zone ?? "Asia/Kathmandu", order: order)).Error?.Key);
        Assert.Equal((before.Version, before.DateOrder), ((await unit.Only()).Version, (await unit.Only()).DateOrder));
        Assert.Equal(3, await Count(unit));
    }

    [Fact]
    public async Task A_correction_has_a_reason_and_is_of_the_version_that_was_seen()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        var file = await unit.Only();
        var command = new CorrectReading.Command { Case = Unit.Ref, File = file.Id, Version = file.Version, Reason = " ", Zone = "Asia/Tokyo", DateOrder = "dmy" };
        Assert.Equal("files.reason-missing", (await new CorrectReading(unit.Store).Handle(command, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("rows.changed-meanwhile", (await new CorrectReading(unit.Store).Handle(command with { Reason = "x", Version = file.Version - 1 }, unit.Counsel, Cancel)).Error?.Key);
    }

    [Fact]
    public async Task A_withdrawn_file_leaves_the_chronology_and_comes_back_as_it_was()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        var cited = await Cite(unit, "say nothing");
        var file = await unit.Only();
        var withdraw = new WithdrawFile(unit.Store);
        Assert.Equal("files.reason-missing", (await withdraw.Handle(new(Unit.Ref, file.Id, file.Version, ""), unit.Counsel, Cancel)).Error?.Key);
        var gone = (await withdraw.Handle(new(Unit.Ref, file.Id, file.Version, "Seized at the wrong flat"), unit.Counsel, Cancel)).Value;
        Assert.Equal(("Seized at the wrong flat", unit.Counsel.Name), (gone.Withdrawn!.Reason, gone.Withdrawn.By));
        var chronology = new ReadChronology(unit.Store);
        Assert.Equal(0, (await chronology.Handle(new() { Case = Unit.Ref }, unit.Counsel, Cancel)).Value.Entries.Count(e => e.Record is not null));
        Assert.Single((await unit.List()).Withdrawn);
        Assert.Empty((await unit.List()).Read);
        Assert.Equal([cited.Exhibit], Withdrawn.Exhibits([gone], [await Exhibit(unit, cited)]));
        Assert.Equal("files.withdrawn", (await Correct(unit, zone: "Asia/Tokyo")).Error?.Key);

        var back = (await withdraw.PutBack(new(Unit.Ref, file.Id, gone.Version, "The flat was his after all"), unit.Counsel, Cancel)).Value;
        Assert.Null(back.Withdrawn);
        Assert.Equal(3, (await chronology.Handle(new() { Case = Unit.Ref }, unit.Counsel, Cancel)).Value.Entries.Count(e => e.Record is not null));
        Assert.Empty(Withdrawn.Exhibits([back], [await Exhibit(unit, cited)]));
    }

    [Fact]
    public async Task Under_a_limited_authority_the_original_is_given_out_only_where_all_of_it_is_covered()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        var load = new LoadFile(unit.Store);
        await using (var whole = (await load.Open(Unit.Ref, (await unit.Only()).Id, unit.Counsel, Cancel)).Value.Bytes)
        {
            Assert.Equal(Harbour.Length, whole.Length);
        }

        await Correct(unit, until: new DateOnly(2024, 4, 4));
        Assert.Equal("files.original-outside", (await load.Open(Unit.Ref, (await unit.Only()).Id, unit.Counsel, Cancel)).Error?.Key);

        // The lines beside a record that may be read are not shown where they may not be.
        var inside = await Row(unit, "the boat leaves at six");
        var source = await new ReadSource(unit.Store, new DrawPage(unit.Store, new PageCache())).Handle(Unit.Ref, inside.Id, unit.Counsel, Cancel);
        Assert.Equal((true, 1), (source.Value.Verified, source.Value.Lines.Count));

        await Correct(unit, until: new DateOnly(2024, 4, 30));
        await using var all = (await load.Open(Unit.Ref, (await unit.Only()).Id, unit.Counsel, Cancel)).Value.Bytes;
        Assert.Equal(Harbour.Length, all.Length);
    }

    [Fact]
    public async Task A_corrected_answer_takes_its_exhibits_with_it_but_for_those_that_are_left()
    {
        await using var unit = await ReadChat("Asia/Kathmandu", "dmy");
        var follows = await Cite(unit, "he has my papers");
        var stays = await Cite(unit, "say nothing");
        var file = await unit.Only();
        var command = new CorrectAnswers.Command(
            file.Version,
            "It was handed over, not seized",
            new AnswerQuestions.Command { Case = Unit.Ref, Files = [file.Id], From = "The harbour master", Given = new(null, "", null, (name, _) => "Given by " + name) },
            [stays.Exhibit]);
        var done = await new CorrectAnswers(unit.Store, Unit.Texts).Handle(command, unit.Counsel, Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        Assert.Equal((1, 1), (done.Value.Followed, done.Value.Left));
        Assert.NotEqual(unit.Warrant, done.Value.File.Obtained);
        Assert.Equal([done.Value.File.Obtained!.Value], (await Exhibit(unit, follows)).Legal);
        Assert.Equal([unit.Warrant], (await Exhibit(unit, stays)).Legal);
        Assert.Contains("answers-corrected", await Log(unit));
    }

    [Fact]
    public async Task What_two_people_give_is_two_foundations_and_what_one_gives_twice_is_one()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("a.txt", "a"u8.ToArray()), ("b.txt", "b"u8.ToArray()), ("c.txt", "c"u8.ToArray()));
        var files = (await unit.List()).Files;
        AnswerQuestions.Command Given(int file, string from) =>
            new() { Case = Unit.Ref, Files = [files[file].Id], From = from, Given = new(null, "", null, (name, _) => "Given voluntarily by " + name) };
        var done = await new AnswerQuestions(unit.Store).Handle([Given(0, "The baker"), Given(1, "The cook"), Given(2, "The baker")], unit.Counsel, Cancel);
        Assert.Equal(3, done.Value);
        var obtained = (await unit.List()).Files.Select(f => f.Obtained).ToList();
        Assert.Equal(obtained[0], obtained[2]);
        Assert.NotEqual(obtained[0], obtained[1]);
    }

    [Fact]
    public async Task A_shared_giving_is_split_by_giver_and_exhibits_go_with_their_files()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("a.txt", Encoding.UTF8.GetBytes(Harbour)), ("b.txt", "b"u8.ToArray()));
        var files = (await unit.List()).Files;
        var shared = new AnswerQuestions.NewFoundation(FoundationKind.HandedOver, "Handed over");
        Assert.True((await new AnswerQuestions(unit.Store).Handle(
            [new() { Case = Unit.Ref, Files = [files[0].Id], From = "The baker", ObtainedNew = shared }, new() { Case = Unit.Ref, Files = [files[1].Id], From = "The cook", ObtainedNew = shared }],
            unit.Counsel, Cancel)).IsOk);
        await new DecideReading(unit.Store).Handle(new(Unit.Ref, [files[0].Id], new("Asia/Kathmandu", "dmy", null, null)), unit.Counsel, Cancel);
        await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, files[0].Id), unit.Counsel, Cancel);
        var cited = await Cite(unit, "say nothing");
        var one = Assert.Single((await unit.List()).Shared);
        Assert.Equal((2, 2), (one.Files, one.Givers.Count));
        Assert.Equal(2, (await new SplitGiving(unit.Store).Handle(new(Unit.Ref, one.Foundation.Id, one.Foundation.Version, (name, _) => "Given by " + name), unit.Counsel, Cancel)).Value);
        var after = (await unit.List()).Files;
        Assert.NotEqual(after[0].Obtained, after[1].Obtained);
        Assert.Equal([after[0].Obtained!.Value], (await Exhibit(unit, cited)).Legal);
        Assert.Empty((await unit.List()).Shared);
    }

    [Fact]
    public async Task The_second_source_of_the_same_bytes_is_noted_on_the_file_in_the_same_drop_and_in_a_later_one()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("ledger.txt", "same"u8.ToArray()), ("copy/ledger.txt", "same"u8.ToArray()));
        await unit.Drop(("third.txt", "same"u8.ToArray()), ("fourth.txt", "same"u8.ToArray()));
        var file = await unit.Only();
        Assert.Equal(["copy/ledger.txt", "third.txt", "fourth.txt"], file.AlsoReceived.Select(a => a.Name));
        var named = await new NameSecondSource(unit.Store).Handle(new(Unit.Ref, file.Id, file.Version, 1, "The accountant"), unit.Counsel, Cancel);
        Assert.Equal(["", "The accountant", ""], named.Value.AlsoReceived.Select(a => a.From));
    }

    [Fact]
    public async Task Nothing_of_a_file_is_opened_before_somebody_said_how_it_was_obtained()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("gate.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        var file = await unit.Only();
        Assert.Equal("files.questions-open", (await new LoadFile(unit.Store).Open(Unit.Ref, file.Id, unit.Counsel, Cancel)).Error?.Key);
        Assert.False((await new Casework.Originals.OpenPicture(unit.Store).Handle(Unit.Ref, file.Id, unit.Counsel, Cancel)).IsOk);
        await unit.Answer();
        await using var bytes = (await new LoadFile(unit.Store).Open(Unit.Ref, file.Id, unit.Counsel, Cancel)).Value.Bytes;
        Assert.Equal(18, bytes.Length);
    }

    [Fact]
    public async Task Files_of_different_phones_or_folders_are_not_decided_about_together()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("phone-1/x.txt", Chat("one")), ("phone-1/y.txt", Chat("two")), ("phone-2/z.txt", Chat("three")));
        Assert.Equal([2, 1], (await new GroupQuestions(unit.Store).Handle(Unit.Ref, null, unit.Counsel, Cancel)).Value.Select(g => g.Files.Count));
        await unit.Answer();
        foreach (var file in (await unit.List()).Files)
        {
            await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel);
        }

        Assert.Equal([2, 1], (await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups.Select(g => g.Files.Count));
    }

    [Fact]
    public async Task A_table_once_left_unread_as_no_banks_loads_and_is_read_anew_as_rows_under_the_same_answer()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("rota.csv", Encoding.UTF8.GetBytes("Name,Shift,Bed\nSurvivor B,night,4\nDefendant 2,day,1\nDefendant 3,day,2\n")));
        await unit.Answer();
        await unit.Read();
        await unit.Decide(profile: ReadFailures.NotABankTable);
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            // As an older reading left it.
            var file = work.Db.Materials.Single();
            work.Change(file, file with { Status = MaterialStatus.Unusable, Summary = file.Summary! with { NeedsDecision = [], Failure = ReadFailures.NotABankTable } });
            Assert.True((await work.Commit(new LogEvent(file.CaseId, Acts.FileUnusable), Cancel)).IsOk);
        }

        var old = await unit.Only();
        Assert.Equal((MaterialStatus.Unusable, ReadFailures.NotABankTable), (old.Status, old.Summary!.Failure));
        Assert.True(Unit.Texts.Has("errors." + ReadFailures.NotABankTable));
        var command = new CorrectReading.Command { Case = Unit.Ref, File = old.Id, Version = old.Version, Reason = "Rows can be kept now.", Profile = old.Profile };
        var read = await new CorrectReading(unit.Store).Handle(command, unit.Counsel, Cancel);
        Assert.True(read.IsOk, read.Error?.Key);
        Assert.Equal((MaterialStatus.Read, 4L), (read.Value.File.Status, read.Value.File.Summary!.Records));
    }

    private static byte[] Chat(string word) => Encoding.UTF8.GetBytes($"3/4/2024, 08:10 - Defendant 1: {word}\n5/4/2024, 19:45 - Survivor B: {word}\n6/4/2024, 07:00 - Defendant 1: {word}\n");

    private static async Task<Unit> ReadChat(string zone, string order)
    {
        var unit = await Unit.Open();
        await unit.Drop(("harbour.txt", Encoding.UTF8.GetBytes(Harbour)));
        await unit.Answer();
        await unit.Decide(zone: zone, order: order);
        Assert.Equal(MaterialStatus.Read, (await unit.Read()).Value.Status);
        return unit;
    }

    private static async Task<Result<CorrectReading.Corrected>> Correct(Unit unit, string zone = "Asia/Kathmandu", string order = "dmy", DateOnly? until = null)
    {
        var file = await unit.Only();
        return await new CorrectReading(unit.Store).Handle(
            new CorrectReading.Command
            {
                Case = Unit.Ref,
                File = file.Id,
                Version = file.Version,
                Reason = "The phone was set to the time of another place",
                Zone = zone,
                DateOrder = order,
                ScopeTo = until,
            },
            unit.Counsel,
            Cancel);
    }

    private static async Task<CitePassage.Cited> Cite(Unit unit, string text)
    {
        var done = await new CitePassage(unit.Store, Unit.Texts, new([]), new(unit.Store, new())).Handle(
            new CitePassage.Command { Case = Unit.Ref, Record = (await Row(unit, text)).Id, Quote = text }, unit.Counsel, Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        return done.Value;
    }

    private static async Task<IReadOnlyList<DecideDifferences.Shown>> Differences(Unit unit) =>
        (await new DecideDifferences(unit.Store, Unit.Texts).Load(Unit.Ref, (await unit.Only()).Id, unit.Counsel, Cancel)).Value.Open;

    private static async Task<Result<int>> Decide(Unit unit, bool accept, params FactId[] facts)
    {
        var choices = (await Differences(unit)).Select(s => new DecideDifferences.Choice(s.Difference.Id, s.Difference.Version, accept)).ToList();
        return await new DecideDifferences(unit.Store, Unit.Texts).Handle(new(Unit.Ref, (await unit.Only()).Id, choices, facts), unit.Counsel, Cancel);
    }

    private static async Task<RecordRow> Row(Unit unit, string text)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Records.SingleAsync(r => r.Text == text, Cancel);
    }

    private static async Task<int> Count(Unit unit)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Records.Current().CountAsync(Cancel);
    }

    private static async Task<Exhibit> Exhibit(Unit unit, CitePassage.Cited cited)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Exhibits.SingleAsync(e => e.Id == cited.Exhibit, Cancel);
    }

    private static async Task<Fact> Fact(Unit unit, FactId id)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Facts.SingleAsync(f => f.Id == id, Cancel);
    }

    private static async Task<List<string>> Log(Unit unit)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Log.Select(l => l.Kind).ToListAsync(Cancel);
    }
}
