using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;
using static Onus.Casework.Tests.ExhibitAsItIs;

namespace Onus.Casework.Tests.Records;

/// <summary>What a citation says, from the form to the answer.</summary>
public sealed class CitePassageTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-cite-").FullName;
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
    public async Task A_citation_says_about_whom_and_by_whom_or_is_refused_with_what_is_missing()
    {
        Assert.Equal("cite.about-missing", (await Cite(0, command => command with { Survivors = [] })).Error?.Key);
        Assert.Equal("cite.by-missing", (await Cite(0, command => command with { Defendants = [] })).Error?.Key);
        Assert.Equal("cite.element-unknown", (await Cite(0, command => command with { Elements = [new("us.1589-a", "us.1589-a.no-such")] })).Error?.Key);
        Assert.Empty((await Case()).Exhibits);
        var cited = await Cite(0, command => command with { Elements = [Knowingly, new("us.1592-a", "us.1592-a.knowingly")] });
        Assert.Equal(2, cited.Value.Ties.Count);
        var snapshot = await Case();
        Assert.Single(snapshot.Facts, fact => fact.Id == cited.Value.Fact);
        Assert.All(snapshot.FactTies, tie => Assert.Equal([seeded.Survivor.Id, seeded.Defendant.Id], tie.Survivors.Concat(tie.Defendants)));
    }

    [Fact]
    public async Task A_fact_gets_a_second_exhibit_and_one_against_it_and_the_count_becomes_contested()
    {
        var first = (await Cite(0)).Value;
        var second = (await Cite(1, command => command with { ExistingFact = first.Fact })).Value;
        Assert.Equal(first.Ties, second.Ties);
        Assert.Equal("cite.against-what", (await Cite(2, command => command with { Bearing = Bearing.Undermines })).Error?.Key);
        var against = (await Cite(2, command => command with { ExistingFact = first.Fact, Bearing = Bearing.Undermines })).Value;
        Assert.Empty(against.Ties);
        var snapshot = await Case();
        Assert.Equal([(Bearing.Supports, 2), (Bearing.Undermines, 1)], snapshot.ExhibitTies.GroupBy(tie => tie.Bearing).Select(group => (group.Key, group.Count())));
        Assert.Single(snapshot.FactTies);
    }

    [Fact]
    public async Task One_passage_speaks_against_several_facts_in_one_act()
    {
        var (first, second) = ((await Cite(0)).Value, (await Cite(1)).Value);
        Assert.Equal("facts.not-found", (await Cite(2, command => command with { ExistingFact = first.Fact, AlsoAgainst = [new FactId(Guid.CreateVersion7())], Bearing = Bearing.Undermines })).Error?.Key);
        var against = (await Cite(2, command => command with { ExistingFact = first.Fact, AlsoAgainst = [second.Fact, first.Fact], Bearing = Bearing.Undermines })).Value;
        var again = (await Cite(2, command => command with { ExistingFact = first.Fact, AlsoAgainst = [second.Fact], Bearing = Bearing.Undermines })).Value;
        var ties = (await Case()).ExhibitTies.Where(tie => tie.Bearing == Bearing.Undermines).ToList();
        Assert.Equal(2, ties.Count);
        Assert.Superset(new HashSet<FactId>([first.Fact, second.Fact]), ties.Select(tie => tie.Fact).ToHashSet());
        Assert.All(ties, tie => Assert.Equal(against.Exhibit, tie.Exhibit));
        Assert.Equal(against.Cite, again.Cite);
    }

    [Fact]
    public async Task The_same_passage_cited_again_for_the_same_is_one_fact_and_says_so()
    {
        var first = (await Cite(0)).Value;
        Assert.False(first.Already);
        var again = (await Cite(0)).Value;
        Assert.True(again.Already);
        Assert.Equal((first.Exhibit, first.Fact, first.Cite), (again.Exhibit, again.Fact, again.Cite));
        Assert.Equal(first.Ties, again.Ties);
        // Another element of the same passage is a second tie of the same fact.
        var more = (await Cite(0, command => command with { Elements = [Knowingly, new("us.1592-a", "us.1592-a.knowingly")] })).Value;
        Assert.Equal((first.Fact, false, 2), (more.Fact, more.Already, more.Ties.Count));
        // A sentence that somebody changed is still the fact that this passage shows for these elements.
        var fact = (await Case()).Facts.Single();
        Assert.True((await new Casework.Facts.EditFact(seeded.Store).Handle(new(seeded.Ref, fact.Id, fact.Version, "He kept them in debt.", fact.On), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal((first.Fact, true), ((await Cite(0)).Value.Fact, (await Cite(0)).Value.Already));
        Assert.Single((await Case()).Facts);
        // What somebody words otherwise is another fact; worded the same again, it is that one.
        var own = (await Cite(0, command => command with { Fact = "The debt was 1,400." })).Value;
        Assert.NotEqual(first.Fact, own.Fact);
        Assert.Equal((own.Fact, true), ((await Cite(0, command => command with { Fact = "The debt was 1,400." })).Value.Fact, (await Cite(0, command => command with { Fact = " The debt was 1,400. " })).Value.Already));
        Assert.Equal(2, (await Case()).Facts.Count);
    }

    [Fact]
    public async Task A_tie_is_taken_off_as_a_whole_and_the_fact_stays()
    {
        var cited = (await Cite(0)).Value;
        var tie = (await Case()).FactTies.Single();
        Assert.Equal("rows.changed-meanwhile", (await new Casework.Facts.UntieFact(seeded.Store).Handle(new(seeded.Ref, tie.Id, tie.Version + 1, null, null), await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal(cited.Fact, (await new Casework.Facts.UntieFact(seeded.Store).Handle(new(seeded.Ref, tie.Id, tie.Version, null, null), await seeded.Prosecutor(), Cancel)).Value);
        var snapshot = await Case();
        Assert.Empty(snapshot.FactTies);
        Assert.Single(snapshot.Facts);
        Assert.Single(snapshot.ExhibitTies);
    }

    [Fact]
    public async Task What_another_repeats_stays_the_words_of_whoever_said_it_first()
    {
        var cited = (await Cite(3, command => command with { Words = new Origin(seeded.Survivor.Id) })).Value;
        Assert.Equal([new Origin(seeded.Survivor.Id)], (await Case()).Exhibits.Single(exhibit => exhibit.Id == cited.Exhibit).Origins);
        Assert.Equal("people.not-found", (await Cite(4, command => command with { Words = new Origin(new PersonId(Guid.CreateVersion7())) })).Error?.Key);
    }

    [Fact]
    public async Task Words_that_are_anothers_are_not_written_down_as_the_senders_whenever_it_is_said()
    {
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2");
        var row = Enumerable.Range(0, 9).First(at => seeded.Rows["chat.txt"][at].Sender == "Boss");
        var cited = (await Cite(row, command => command with { Words = new Origin(second.Id), Defendants = [second.Id] })).Value;
        Assert.StartsWith("A line under the name of Defendant 1 on ", Sentence(await Case()), StringComparison.Ordinal);

        // Corrected on the exhibit it says again that he wrote it, and cited with other words not.
        var edit = new EditExhibit(seeded.Store, Practice.PracticeStore.Law, Unit.Texts);
        var exhibit = (await Case()).Exhibits.Single(one => one.Id == cited.Exhibit);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { Origins = [new Origin(seeded.Defendant.Id)] }, await seeded.Investigator(), Cancel)).IsOk);
        Assert.StartsWith("Defendant 1 wrote on ", Sentence(await Case()), StringComparison.Ordinal);
        Assert.True((await Cite(row, command => command with { Words = new Origin(null, "Someone at his desk"), Defendants = [second.Id] })).IsOk);
        Assert.StartsWith("A line under the name of Defendant 1 on ", Sentence(await Case()), StringComparison.Ordinal);
        Assert.Single((await Case()).Facts, fact => fact.Id == cited.Fact);

        string Sentence(CaseSnapshot snapshot) => snapshot.Facts.Single(fact => fact.Id == cited.Fact).Sentence;
    }

    [Fact]
    public async Task What_the_messenger_wrote_is_nobodys_word_and_what_a_paper_says_is_not_stated_by_whoever_gave_it()
    {
        var line = seeded.Rows["chat.txt"].First(row => row.Kind == RecordKind.SystemLine);
        var noted = (await Cite(0, command => command with { Record = line.Id })).Value;
        var paper = (await Cite(0, command => command with { Record = seeded.Rows["lease.pdf"][0].Id })).Value;
        var stated = (await Cite(0, command => command with { Record = seeded.Rows["statement.docx"][0].Id })).Value;
        var snapshot = await Case();
        Assert.Empty(snapshot.Exhibits.Single(exhibit => exhibit.Id == noted.Exhibit).Origins);
        Assert.StartsWith("The chat “chat.txt” notes on 3 May 2025", Sentence(noted), StringComparison.Ordinal);
        Assert.StartsWith("“lease.pdf”, from The land office, says: “", Sentence(paper), StringComparison.Ordinal);
        Assert.StartsWith("Survivor B states: “", Sentence(stated), StringComparison.Ordinal);

        string Sentence(CitePassage.Cited cited) => snapshot.Facts.Single(fact => fact.Id == cited.Fact).Sentence;
    }

    [Fact]
    public async Task A_statement_that_turns_out_to_be_anothers_is_not_left_in_the_first_ones_mouth()
    {
        var cited = (await Cite(0, command => command with { Record = seeded.Rows["statement.docx"][0].Id })).Value;
        var left = (await Cite(0, command => command with { Record = seeded.Rows["statement.docx"][1].Id })).Value;
        var before = await Case();
        var file = before.Materials.Single(material => material.Name == "statement.docx");
        var second = before.People.Single(person => person.Pseudonym == "Defendant 2");
        var answers = new Casework.Files.AnswerQuestions.Command { Case = seeded.Ref, Files = [file.Id], FromPerson = second.Id, Statement = true, Obtained = file.Obtained, Factual = file.Factual };
        Assert.True((await new Casework.Files.CorrectAnswers(seeded.Store, Unit.Texts).Handle(new(file.Version, "The page was of another statement.", answers, [left.Exhibit]), await seeded.Prosecutor(), Cancel)).IsOk);
        var after = await Case();
        Assert.StartsWith("Defendant 2 states: “", after.Facts.Single(fact => fact.Id == cited.Fact).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Survivor B states: “", after.Facts.Single(fact => fact.Id == left.Fact).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_own_sentence_about_one_is_not_made_the_fact_for_another()
    {
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2");
        var first = (await Cite(0, command => command with { Fact = "Defendant 1 knew that she could not leave." })).Value;
        Assert.Equal(first.Fact, (await Cite(0)).Value.Fact);
        var other = (await Cite(0, command => command with { Defendants = [second.Id] })).Value;
        Assert.NotEqual(first.Fact, other.Fact);
        var snapshot = await Case();
        Assert.DoesNotContain(snapshot.FactTies, tie => tie.Fact == first.Fact && tie.Defendants.Contains(second.Id));
        // What Onus wrote says who wrote what, and serves for everybody.
        Assert.Equal(other.Fact, (await Cite(0, command => command with { Defendants = [seeded.Defendant.Id, second.Id], Survivors = [seeded.Survivor.Id] })).Value.Fact);
    }

    [Fact]
    public async Task Only_counsel_lifts_what_a_court_limited_and_the_rest_stays_the_investigators()
    {
        var cited = (await Cite(0)).Value;
        var edit = new EditExhibit(seeded.Store, Practice.PracticeStore.Law, Unit.Texts);
        var exhibit = (await Case()).Exhibits.Single(one => one.Id == cited.Exhibit);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { OnlyAgainst = [seeded.Defendant.Id] }, await seeded.Prosecutor(), Cancel)).IsOk);
        exhibit = (await Case()).Exhibits.Single(one => one.Id == cited.Exhibit);
        Assert.Equal("exhibits.limits-counsel", (await edit.Handle(Unchanged(exhibit) with { OnlyAgainst = [] }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.Equal("exhibits.limits-counsel", (await edit.Handle(Unchanged(exhibit) with { Grounds = [new Ground("A deposition", [], [seeded.Defendant.Id])] }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { Title = "Another title" }, await seeded.Investigator(), Cancel)).IsOk);
    }

    [Fact]
    public async Task Only_counsel_puts_an_exhibit_on_something_else_when_what_it_rests_on_has_fallen()
    {
        var cited = (await Cite(0)).Value;
        var edit = new EditExhibit(seeded.Store, Practice.PracticeStore.Law, Unit.Texts);
        var before = await Case();
        var warrant = before.Foundations.Single(foundation => foundation.Id == before.Exhibits.Single(one => one.Id == cited.Exhibit).Legal[0]);
        Assert.True((await new Casework.Foundations.DecideFoundation(seeded.Store).Handle(new(warrant.Id, warrant.Version, FoundationStatus.Fallen, "Order 7"), await seeded.Prosecutor(), Cancel)).IsOk);
        var exhibit = (await Case()).Exhibits.Single(one => one.Id == cited.Exhibit);
        var other = (await new Casework.Foundations.AddFoundation(seeded.Store).Handle(new(seeded.Ref, FoundationKind.Consent, "A consent"), await seeded.Investigator(), Cancel)).Value;
        Assert.Equal("exhibits.fallen-counsel", (await edit.Handle(Unchanged(exhibit) with { Legal = [] }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.Equal("exhibits.fallen-counsel", (await edit.Handle(Unchanged(exhibit) with { LegalAny = [[warrant.Id], [other]], Legal = [] }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { Legal = [other] }, await seeded.Prosecutor(), Cancel)).IsOk);
    }

    [Fact]
    public async Task What_an_exhibit_rests_on_can_be_corrected_with_a_preview_of_what_changes()
    {
        var cited = (await Cite(0)).Value;
        var exhibit = (await Case()).Exhibits.Single(one => one.Id == cited.Exhibit);
        var edit = new EditExhibit(seeded.Store, Practice.PracticeStore.Law, Unit.Texts);
        var command = Unchanged(exhibit) with { OnlyAgainst = [seeded.Defendant.Id] };
        Assert.Equal("exhibits.ground-incomplete", (await edit.Handle(command with { Grounds = [new Ground("", [], [])] }, await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal("exhibits.purpose-missing", (await edit.Handle(command with { OnlyFor = [cited.Fact] }, await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal("exhibits.derives-from-itself", (await edit.Handle(command with { DerivedFrom = [new Domain.Evidence.Derivation(exhibit.Id, [])] }, await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal("exhibits.names-unknown", (await edit.Handle(command with { Legal = [new FoundationId(Guid.CreateVersion7())] }, await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Empty(edit.Preview(command, await Case()).Value);
        Assert.True((await edit.Handle(command, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await edit.Handle(command, await seeded.Prosecutor(), Cancel)).Error?.Key);
        var changed = (await Case()).Exhibits.Single(one => one.Id == cited.Exhibit);
        Assert.Equal([seeded.Defendant.Id], changed.OnlyAgainst);
        Assert.Equal((exhibit.Quote, exhibit.Locator!.Slice), (changed.Quote, changed.Locator!.Slice));
    }

    [Fact]
    public async Task Who_cites_a_passage_again_and_says_whose_words_it_holds_is_heard()
    {
        var first = (await Cite(3)).Value;
        Assert.Equal([new Origin(seeded.Defendant.Id)], (await Exhibit(first)).Origins);
        var again = (await Cite(3, command => command with { ExistingFact = first.Fact, Words = new Origin(seeded.Survivor.Id) })).Value;
        Assert.Equal((first.Exhibit, 2), (again.Exhibit, (await Exhibit(first)).Version));
        Assert.Equal([new Origin(seeded.Survivor.Id)], (await Exhibit(first)).Origins);
        // Said again, or not said, it changes nothing.
        await Cite(3, command => command with { ExistingFact = first.Fact, Words = new Origin(seeded.Survivor.Id) });
        await Cite(3, command => command with { ExistingFact = first.Fact });
        Assert.Equal(2, (await Exhibit(first)).Version);
    }

    [Fact]
    public async Task Whose_words_and_what_they_mean_are_both_kept_when_a_passage_is_cited_again()
    {
        var first = (await Cite(0)).Value;
        var again = await Cite(0, command => command with
        {
            ExistingFact = first.Fact,
            Words = new Origin(null, "The account book"),
            Translation = new Interpreting("Nobody goes anywhere before it is settled", null, "Interpreter 7"),
        });
        Assert.True(again.IsOk, again.Error?.Key);
        var exhibit = await Exhibit(first);
        Assert.Equal(("Nobody goes anywhere before it is settled", "The account book"), (exhibit.Translation, exhibit.Origins.Single().Name));
    }

    [Fact]
    public async Task A_report_says_what_it_needs_beside_it_and_goes_with_it()
    {
        var (report, extraction) = ((await Cite(0)).Value, (await Cite(1)).Value);
        var edit = new EditExhibit(seeded.Store, Practice.PracticeStore.Law, Unit.Texts);
        var command = Unchanged(await Exhibit(report)) with { ReliesOn = [extraction.Exhibit] };
        Assert.Equal("exhibits.relies-on-itself", (await edit.Handle(command with { ReliesOn = [report.Exhibit] }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.Equal("exhibits.names-unknown", (await edit.Handle(command with { ReliesOn = [new ExhibitId(Guid.CreateVersion7())] }, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await edit.Handle(command, await seeded.Investigator(), Cancel)).IsOk);
        Assert.Equal([extraction.Exhibit], (await Exhibit(report)).ReliesOn);
        var circle = Unchanged(await Exhibit(extraction)) with { ReliesOn = [report.Exhibit] };
        Assert.Equal("proof.circle", (await edit.Handle(circle, await seeded.Investigator(), Cancel)).Error?.Key);
    }

    private async Task<Exhibit> Exhibit(CitePassage.Cited cited) => (await Case()).Exhibits.Single(exhibit => exhibit.Id == cited.Exhibit);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<Result<CitePassage.Cited>> Cite(int row, Func<CitePassage.Command, CitePassage.Command>? change = null)
    {
        var command = new CitePassage.Command
        {
            Case = seeded.Ref,
            Record = seeded.Rows["chat.txt"][row].Id,
            Elements = [Knowingly],
            Survivors = [seeded.Survivor.Id],
            Defendants = [seeded.Defendant.Id],
        };
        return await new CitePassage(seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(seeded.Store, new())).Handle(change is null ? command : change(command), await seeded.Prosecutor(), Cancel);
    }
}
