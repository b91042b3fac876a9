using Onus.Casework.Cases;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Facts;
using Onus.Casework.Papers;
using Onus.Casework.People;
using Onus.Casework.Proof;
using Onus.Casework.Requests;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.People;

/// <summary>Wherever a name comes to a person or leaves one, what was cited, asked and said under it follows, and what only a person can decide is pointed out.</summary>
public sealed class NamingTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-naming-").FullName;
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
    public async Task Whoever_is_added_with_a_spelling_is_the_origin_of_what_was_cited_under_it_and_its_sentence_says_so()
    {
        var cited = await Cite(seeded.Row("chat.txt", "الجواز"));
        Assert.Equal([new Origin(null, "خالد")], (await Exhibit(cited)).Origins);
        var added = await Add("Survivor C", "خالد");
        Assert.Equal([new Origin(added)], (await Exhibit(cited)).Origins);
        Assert.StartsWith("Survivor C wrote on ", (await Case()).Facts.Single(fact => fact.Id == cited.Fact).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Uncle: Port office")]
    [InlineData("Agent (day): night")]
    public async Task A_spelling_with_a_colon_is_whoever_bears_it_in_messages_and_exhibits_though_the_app_writes_one_after_a_name(string name)
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", System.Text.Encoding.UTF8.GetBytes($"[03/05/2025, 18:04:51] {name}: Come to the gate\r\n[03/05/2025, 18:05:10] {name}: \u200EThis message was deleted by its sender.\r\n[03/05/2025, 18:05:51] B: No\r\n[03/05/2025, 18:06:00] {name}: \u200Eimage omitted\r\n")));
        await unit.Answer();
        await unit.Decide("Europe/Berlin", "dmy");
        await unit.Read();
        var uncle = (await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant 1", [PersonRole.Defendant], [name]), unit.Counsel, Cancel)).Value;
        var view = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Equal(uncle, new Names(view.People).Of(name).Person);
        Assert.Equal(["B"], (await new Casework.Records.WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Unknown.Select(unknown => unknown.Name.Shown));
        List<Store.Database.RecordRow> records;
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            records = [.. work.Db.Records.OrderBy(record => record.Sequence)];
        }

        Assert.Equal([name, name, "B", name], records.Select(record => record.Sender));
        var cited = await new CitePassage(unit.Store, Unit.Texts, PracticeStore.Law, new(unit.Store, new())).Handle(new() { Case = Unit.Ref, Record = records[0].Id }, unit.Counsel, Cancel);
        Assert.Equal([new Origin(uncle)], (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Exhibits.Single(exhibit => exhibit.Id == cited.Value.Exhibit).Origins);
    }

    [Fact]
    public async Task Whoever_is_settled_among_several_names_is_the_origin_too_and_the_sentence_follows()
    {
        var cited = await Cite(seeded.Row("chat.txt", "الجواز"));
        Assert.True((await new SettleNames(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [("Quarry Fuel", null), ("خالد", seeded.Survivor.Id)]), await seeded.Investigator(), Cancel)).IsOk);
        Assert.Equal([new Origin(seeded.Survivor.Id)], (await Exhibit(cited)).Origins);
        Assert.StartsWith("Survivor B wrote on ", (await Case()).Facts.Single(fact => fact.Id == cited.Fact).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_file_is_from_by_name_is_followed_like_a_sender_when_the_name_comes_and_goes()
    {
        var before = await Cite(seeded.Rows["lease.pdf"][0]);
        Assert.Equal([new Origin(null, "The land office")], (await Exhibit(before)).Origins);
        var office = await Add("Records keeper 1", "The land office");
        Assert.Equal([new Origin(office)], (await Exhibit(before)).Origins);
        // What is cited afterwards is theirs from the start.
        var after = await Cite(seeded.Rows["lease.pdf"][1]);
        Assert.Equal([new Origin(office)], (await Exhibit(after)).Origins);
        var person = (await Case()).People.Single(p => p.Id == office);
        Assert.Equal(2, (await new RemoveAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, office, person.Version, "The land office"), await seeded.Investigator(), Cancel)).Value);
        Assert.Equal([new Origin(null, "The land office")], (await Exhibit(after)).Origins);
    }

    [Fact]
    public async Task Whose_words_it_is_by_hand_stays_when_names_change()
    {
        var cited = await Cite(seeded.Rows["chat.txt"][3], c => c with { Words = new Origin(seeded.Survivor.Id) });
        await Split("Boss", "Worker 9");
        Assert.Equal([new Origin(seeded.Survivor.Id)], (await Exhibit(cited)).Origins);
    }

    [Fact]
    public async Task What_turns_out_to_be_another_mans_message_is_said_on_the_count_until_somebody_has_looked()
    {
        await Draft();
        var cited = await Cite(seeded.Rows["chat.txt"][3], Tied);
        Assert.DoesNotContain(await Beside(), IsMoved);
        await Split("Boss", "Worker 9");
        Assert.NotEqual(seeded.Defendant.Id, (await Exhibit(cited)).Origins.Single().Person);
        Assert.Contains(await Beside(), said => IsMoved(said) && said.Contains("EX-1", StringComparison.Ordinal) && said.Contains("Worker 9 wrote", StringComparison.Ordinal));
        var fact = (await Case()).Facts.Single(one => one.Id == cited.Fact);
        Assert.True((await new EditFact(seeded.Store).Handle(new(seeded.Ref, fact.Id, fact.Version, "Worker 9 wrote it for Defendant 1.", fact.On), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.DoesNotContain(await Beside(), IsMoved);
    }

    [Fact]
    public async Task A_spelling_that_is_taken_away_and_words_that_are_corrected_are_said_too_and_gone_with_the_tie()
    {
        await Draft();
        var rows = seeded.Rows["chat.txt"].Where(row => row.Sender == "Boss").Take(2).ToList();
        var (first, second) = (await Cite(rows[0], Tied), await Cite(rows[1], Tied));
        _ = await Cite(rows[1], c => c with { ExistingFact = second.Fact, Words = new Origin(seeded.Survivor.Id) });
        Assert.Contains("EX-2", Assert.Single(await Beside(), said => IsMoved(said)), StringComparison.Ordinal);
        var person = (await Case()).People.Single(p => p.Id == seeded.Defendant.Id);
        Assert.Equal(1, (await new RemoveAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, person.Id, person.Version, "Boss"), await seeded.Investigator(), Cancel)).Value);
        Assert.Equal(2, (await Beside()).Count(IsMoved));
        var tie = (await Case()).FactTies.Single(one => one.Fact == first.Fact);
        Assert.True((await new UntieFact(seeded.Store).Handle(new(seeded.Ref, tie.Id, tie.Version, seeded.Defendant.Id, seeded.Survivor.Id), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Contains("EX-2", Assert.Single(await Beside(), said => IsMoved(said)), StringComparison.Ordinal);
        // Whose words it was taken for first: then nothing was moved.
        _ = await Cite(rows[1], c => c with { ExistingFact = second.Fact, Words = new Origin(seeded.Defendant.Id) });
        Assert.DoesNotContain(await Beside(), IsMoved);
    }

    [Theory]
    [InlineData("map")]
    [InlineData("settle")]
    [InlineData("rename")]
    public async Task Who_withdrew_is_asked_nothing_under_a_name_that_turns_out_to_be_theirs(string how)
    {
        var ask = new AskForEvidence(seeded.Store, PracticeStore.Law, Unit.Texts);
        async Task<int> Ask(string to) => (await ask.Handle(new(seeded.Ref, Addressee.Police, to, "The phone") { Why = "To read it" }, await seeded.Investigator(), Cancel)).Value;
        var (hers, others) = (await Ask(how == "rename" ? "Witness K" : "Khalida Example"), await Ask("Officer 2"));
        var her = (await Case()).People.Single(p => p.Id == seeded.Survivor.Id);
        Assert.True((await new NoteWish(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, her.Id, her.Version, TestimonyWish.Withdraws, new(2025, 5, 20), "", "Advocate", ""), await seeded.Investigator(), Cancel)).IsOk);
        her = (await Case()).People.Single(p => p.Id == seeded.Survivor.Id);
        var done = how switch
        {
            "map" => (await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Khalida Example", her.Id), await seeded.Investigator(), Cancel)).IsOk,
            "settle" => (await new SettleNames(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [("Khalida Example", her.Id)]), await seeded.Investigator(), Cancel)).IsOk,
            _ => (await new ChangePerson(seeded.Store, Unit.Texts).Handle(new() { Case = seeded.Ref, Person = her.Id, Version = her.Version, Pseudonym = "Witness K", Roles = her.Roles }, await seeded.Investigator(), Cancel)).IsOk,
        };
        Assert.True(done);
        var requests = (await new ListRequests(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).ToDictionary(row => row.Request.Number, row => row.Request);
        Assert.Equal(Unit.Texts["wishes.stopped"], requests[hers].Stopped);
        Assert.Equal("", requests[others].Stopped);
    }

    [Theory]
    [InlineData("The subscriber of the line that خالد used", "خالد", "Survivor C")]
    [InlineData("Bookings under Amberline in April", "Mirela Amberline", "Survivor C")]
    [InlineData("The lease that Selwyn Brook signed", "Selwyn Brook", "Witness 4")]
    public async Task A_letter_outside_that_names_somebody_by_now_is_not_printed_and_says_what_to_do(string what, string name, string pseudonym)
    {
        var asked = await new AskForEvidence(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(new(seeded.Ref, Addressee.ThirdParty, "Valley Mobile", what), await seeded.Investigator(), Cancel);
        Assert.True(asked.IsOk, asked.Error?.Key);
        var letter = new RequestLetter(seeded.Store, PracticeStore.Law, Unit.Texts);
        Assert.True((await letter.Handle(seeded.Ref, asked.Value, await seeded.Investigator(), Cancel)).IsOk);
        await Add(pseudonym, name);
        var refused = (await letter.Handle(seeded.Ref, asked.Value, await seeded.Investigator(), Cancel)).Error;
        Assert.Equal("letter.names-person", refused?.Key);
        var sentence = Unit.Texts.Of(refused!);
        Assert.Contains(pseudonym, sentence, StringComparison.Ordinal);
        Assert.Contains("Request 1 ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(name, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_to_the_police_may_name_whoever_it_is_about()
    {
        var asked = await new AskForEvidence(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(new(seeded.Ref, Addressee.Police, "Officer 2", "The call of Selwyn Brook") { Why = "To read it" }, await seeded.Investigator(), Cancel);
        await Add("Witness 4", "Selwyn Brook");
        Assert.True((await new RequestLetter(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, asked.Value, await seeded.Investigator(), Cancel)).IsOk);
    }

    [Fact]
    public async Task What_people_typed_with_a_survivors_name_from_the_files_is_listed_on_her_page()
    {
        var typed = (await new WriteFact(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, "Khalida Example slept in the shed.", new DateOnly(2025, 5, 4)), await seeded.Prosecutor(), Cancel)).Value;
        _ = await new WriteFact(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, "A sign read “Khalida Example”.", new DateOnly(2025, 5, 5)), await seeded.Prosecutor(), Cancel);
        Assert.True((await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Khalida Example", seeded.Survivor.Id), await seeded.Investigator(), Cancel)).IsOk);
        var named = (await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Survivor.Id, await seeded.Investigator(), Cancel)).Value.Named;
        Assert.Equal([(NamingKind.Fact, typed.Value.ToString())], named.Select(text => (text.Kind, text.Key)));
        Assert.Empty((await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Defendant.Id, await seeded.Investigator(), Cancel)).Value.Named);
    }

    [Theory]
    [InlineData("Contract Dagsun.pdf", true)]
    [InlineData("PayslipDagsun April.pdf", true)]
    [InlineData("MARISOL, statement of 3 May", true)]
    [InlineData("Chat with Marisol Dagsun.txt", true)]
    [InlineData("Contract of the orchard.pdf", false)]
    public async Task A_title_that_has_a_word_of_her_name_is_listed_on_her_page_and_so_is_what_gives_that_title(string title, bool named)
    {
        Assert.True((await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Marisol Dagsun", seeded.Survivor.Id), await seeded.Investigator(), Cancel)).IsOk);
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            var file = work.Db.Materials.First(m => m.CaseId == seeded.Id);
            work.Change(file, file with { Title = title });
            Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.FileTitled), Cancel)).IsOk);
        }

        var typed = (await new WriteFact(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, $"“{title}”, from Defendant 1, says how long she stays.", new DateOnly(2025, 5, 4)), await seeded.Prosecutor(), Cancel)).Value;
        _ = await new WriteFact(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, "A sign read “Dagsun”.", new DateOnly(2025, 5, 5)), await seeded.Prosecutor(), Cancel);
        var listed = (await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Survivor.Id, await seeded.Investigator(), Cancel)).Value.Named;
        Assert.Equal(named, listed.Any(text => text.Kind == NamingKind.FileTitle && text.Text == title));
        Assert.Equal(named, listed.Any(text => text.Kind == NamingKind.Fact && text.Key == typed.Value.ToString()));
        Assert.DoesNotContain(listed, text => text.Text.Contains("A sign", StringComparison.Ordinal));
    }

    private static bool IsMoved(string said) => said.Contains("was taken for words of Defendant 1", StringComparison.Ordinal);

    private CitePassage.Command Tied(CitePassage.Command command) => command with { Elements = [Knowingly], Survivors = [seeded.Survivor.Id], Defendants = [seeded.Defendant.Id] };

    private async Task<CitePassage.Cited> Cite(Store.Database.RecordRow record, Func<CitePassage.Command, CitePassage.Command>? change = null)
    {
        var command = new CitePassage.Command { Case = seeded.Ref, Record = record.Id };
        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(change is null ? command : change(command), await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return cited.Value;
    }

    private async Task Draft() => Assert.True((await new DraftCount(seeded.Store, PracticeStore.Law).Handle(
        new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), await seeded.Prosecutor(), Cancel)).IsOk);

    private async Task<IReadOnlyList<string>> Beside() =>
        CountAnswers.Of((await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value, Unit.Texts, 1)!.Beside;

    private async Task Split(string spelling, string pseudonym)
    {
        var person = (await Case()).People.Single(p => p.Id == seeded.Defendant.Id);
        var other = await new SplitPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, person.Id, person.Version, [spelling], pseudonym, [PersonRole.Witness]), await seeded.Prosecutor(), Cancel);
        Assert.True(other.IsOk, other.Error?.Key);
    }

    private async Task<PersonId> Add(string pseudonym, string spelling)
    {
        var role = pseudonym.StartsWith("Survivor", StringComparison.Ordinal) ? PersonRole.Survivor : PersonRole.Witness;
        var added = await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, pseudonym, [role], [spelling]), await seeded.Investigator(), Cancel);
        Assert.True(added.IsOk, added.Error?.Key);
        return added.Value;
    }

    private async Task<Exhibit> Exhibit(CitePassage.Cited cited) => (await Case()).Exhibits.Single(exhibit => exhibit.Id == cited.Exhibit);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
}
