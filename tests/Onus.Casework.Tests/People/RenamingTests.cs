using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Facts;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.Papers;
using Onus.Casework.People;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Seeds;
using Onus.Store.Log;

namespace Onus.Casework.Tests.People;

/// <summary>Sentences that Onus wrote follow who somebody is and what they are called; what people typed is listed, and no paper calls one person by two names.</summary>
public sealed class RenamingTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-renaming-").FullName;
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
    public async Task A_new_pseudonym_reaches_the_sentences_that_Onus_wrote_and_no_others()
    {
        var message = await Cite("chat.txt", seeded.Rows["chat.txt"].First(row => row.Sender == "B").Text!);
        var payment = await Cite("bank.csv", "Wages");
        var statement = await Cite("statement.docx", "I came to the orchard");
        var changed = await Cite("statement.docx", "I asked for my passport");
        await Edit(changed, sentence => sentence + " That is what Survivor B meant.");
        var typed = (await new WriteFact(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, "Survivor B slept in the shed.", new DateOnly(2025, 5, 4)), await seeded.Prosecutor(), Cancel)).Value;

        var left = await Rename(seeded.Survivor, "Witness K");

        var facts = (await Case()).Facts.ToDictionary(fact => fact.Id, fact => fact.Sentence);
        Assert.StartsWith("Witness K wrote on ", facts[message], StringComparison.Ordinal);
        Assert.Equal("Defendant 1 paid Witness K 140.00 USD on 1 February 2025 (“Wages”)", facts[payment]);
        Assert.StartsWith("Witness K states: “I came to the orchard", facts[statement], StringComparison.Ordinal);
        Assert.Contains("Survivor B meant.", facts[changed], StringComparison.Ordinal);
        Assert.Equal("Survivor B slept in the shed.", facts[typed]);
        var open = (await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Survivor.Id, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Equal(left, open.Earlier.Count);
        Assert.Equal([changed.Value.ToString(), typed.Value.ToString()], open.Earlier.Where(text => text.Kind == NamingKind.Fact).Select(text => text.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_Onus_called_a_foundation_follows_and_what_somebody_typed_stays()
    {
        var add = new AddFoundation(seeded.Store);
        var own = new[]
        {
            Unit.Texts.Format("files.given", ("name", "Survivor B")), Unit.Texts.Format("files.given-on", ("name", "Survivor B"), ("day", new DateOnly(2025, 5, 3))),
            Unit.Texts.Format("files.interpreter", ("name", "Survivor B")), "Survivor B’s aunt gave it",
        };
        foreach (var label in own)
        {
            Assert.True((await add.Handle(new(seeded.Ref, FoundationKind.Other, label), await seeded.Prosecutor(), Cancel)).IsOk);
        }

        await Rename(seeded.Survivor, "Witness K");
        var labels = (await Case()).Foundations.Select(foundation => foundation.Label).ToList();
        Assert.All(own[..3], label => Assert.Contains(label.Replace("Survivor B", "Witness K", StringComparison.Ordinal), labels));
        Assert.Contains(own[3], labels);
    }

    [Fact]
    public async Task No_paper_calls_one_person_by_two_names()
    {
        await Cite("chat.txt", seeded.Rows["chat.txt"].First(row => row.Sender == "B").Text!);
        await new WriteFact(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, "Survivor B slept in the shed.", new DateOnly(2025, 5, 4)), await seeded.Prosecutor(), Cancel);
        await Rename(seeded.Survivor, "Witness K");
        await Rename(seeded.Survivor, "Survivor C");
        var chronology = Text((await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value);
        var exhibits = Text((await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value);
        var name = new CourtWords("us", [seeded.Survivor with { Pseudonym = "Survivor C" }], PracticeStore.Law, Unit.Texts, [], []).Say("Survivor C");
        Assert.Contains(name + " slept in the shed.", chronology, StringComparison.Ordinal);
        Assert.All([chronology, exhibits], paper =>
        {
            Assert.Contains(name, paper, StringComparison.Ordinal);
            Assert.DoesNotContain("Witness K", paper, StringComparison.Ordinal);
            Assert.DoesNotContain("Survivor B", paper, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("Book of Survivor B, page 3")]
    [InlineData("Survivor B and “the boss”, from item 2")]
    [InlineData("What SURVIVOR B gave")]
    public async Task A_title_that_the_unit_gave_calls_nobody_by_a_second_name_on_a_paper_that_is_filed(string title)
    {
        var file = (await Case()).Materials.Single(m => m.Name == "bank.csv");
        var police = await seeded.Investigator();
        Assert.True((await new TitleFile(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, file.Id, file.Version, title), police, Cancel)).IsOk);
        var row = seeded.Rows["bank.csv"][0];
        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
            new() { Case = seeded.Ref, Record = row.Id, Fact = $"“{title}” lists it on 3 May 2025.", Elements = [new("us.1589-a", "us.1589-a.knowingly")], Survivors = [seeded.Survivor.Id], Defendants = [seeded.Defendant.Id] },
            await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        var fact = (await Case()).Facts.Single(f => f.Id == cited.Value.Fact);
        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, true, false, false), police, Cancel)).IsOk);
        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, null, fact.Id, fact.Version, true, false, false), police, Cancel)).IsOk);
        var court = new CourtWords("us", (await Case()).People, PracticeStore.Law, Unit.Texts, [], []);
        var exhibits = Text((await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, police, Cancel)).Value);
        var disclosure = Text((await new DisclosureList(seeded.Store, new ListMarks(seeded.Store), PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, police, Cancel)).Value);
        Assert.All([exhibits, disclosure], paper =>
        {
            Assert.Contains(court.Say(title), paper, StringComparison.Ordinal);
            Assert.DoesNotContain("Survivor B", paper, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains($"“{court.Say(title)}” lists it", disclosure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_under_which_a_file_was_received_stays_on_a_paper_that_is_filed()
    {
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            var file = seeded.Files["bank.csv"];
            work.Change(file, file with { Name = "from the bank/Survivor B.csv", Title = "Survivor B.csv" });
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.AnswersCorrected), Cancel)).IsOk);
        }

        Assert.Contains("Survivor B.csv", Text((await new DisclosureList(seeded.Store, new ListMarks(seeded.Store), PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_somebody_else_bears_now_is_not_turned_into_another()
    {
        await Rename(seeded.Survivor, "Survivor C");
        Assert.True((await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Survivor B", [PersonRole.Survivor], []), await seeded.Prosecutor(), Cancel)).IsOk);
        await new WriteFact(seeded.Store, PracticeStore.Law).Handle(new(seeded.Ref, "Survivor B came in June.", new DateOnly(2025, 6, 4)), await seeded.Prosecutor(), Cancel);
        var chronology = Text((await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value);
        Assert.Matches("(Survivor|Victim|Complainant|Witness) B came in June", chronology);
        Assert.Empty((await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Survivor.Id, await seeded.Prosecutor(), Cancel)).Value.Earlier);
    }

    [Fact]
    public async Task Sentences_follow_a_spelling_that_is_given_taken_away_and_split_off()
    {
        var message = await Cite("chat.txt", "الجواز");
        var police = await seeded.Investigator();
        Assert.StartsWith("خالد wrote on ", Plain(await Sentence(message)), StringComparison.Ordinal);
        Assert.True((await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "خالد", seeded.Defendant.Id), police, Cancel)).IsOk);
        Assert.StartsWith("Defendant 1 wrote on ", Plain(await Sentence(message)), StringComparison.Ordinal);
        var person = (await Case()).People.Single(p => p.Id == seeded.Defendant.Id);
        Assert.True((await new SplitPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, person.Id, person.Version, ["خالد"], "Suspect 7", [PersonRole.Defendant]), police, Cancel)).IsOk);
        Assert.StartsWith("Suspect 7 wrote on ", Plain(await Sentence(message)), StringComparison.Ordinal);
        var suspect = (await Case()).People.Single(p => p.Pseudonym == "Suspect 7");
        person = (await Case()).People.Single(p => p.Id == seeded.Defendant.Id);
        Assert.True((await new MergePeople(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, person.Id, person.Version, suspect.Id, suspect.Version), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.StartsWith("Defendant 1 wrote on ", Plain(await Sentence(message)), StringComparison.Ordinal);
        person = (await Case()).People.Single(p => p.Id == seeded.Defendant.Id);
        Assert.True((await new RemoveAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, person.Id, person.Version, "خالد"), police, Cancel)).IsOk);
        Assert.StartsWith("خالد wrote on ", Plain(await Sentence(message)), StringComparison.Ordinal);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<string> Sentence(FactId id) => (await Case()).Facts.Single(fact => fact.Id == id).Sentence;

    private async Task<FactId> Cite(string file, string words)
    {
        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(new() { Case = seeded.Ref, Record = seeded.Row(file, words).Id }, await seeded.Investigator(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return cited.Value.Fact;
    }

    private async Task Edit(FactId id, Func<string, string> to)
    {
        var fact = (await Case()).Facts.Single(one => one.Id == id);
        Assert.True((await new EditFact(seeded.Store).Handle(new(seeded.Ref, id, fact.Version, to(fact.Sentence), fact.On), await seeded.Investigator(), Cancel)).IsOk);
    }

    private async Task<int> Rename(Person who, string pseudonym)
    {
        var person = (await Case()).People.Single(p => p.Id == who.Id);
        var done = await new ChangePerson(seeded.Store, Unit.Texts).Handle(
            new() { Case = seeded.Ref, Person = person.Id, Version = person.Version, Pseudonym = pseudonym, Roles = person.Roles }, await seeded.Investigator(), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        return done.Value;
    }

    // Words from right to left are isolated in a sentence.
    private static string Plain(string sentence) => sentence.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static string Text(PrintDocument paper) => string.Join('\n', paper.Blocks.SelectMany(block => block switch
    {
        PrintTable table => table.Rows.SelectMany(row => row).SelectMany(cell => cell).Select(run => run.Text),
        PrintParagraph paragraph => paragraph.Runs.Select(run => run.Text),
        _ => [],
    }));
}
