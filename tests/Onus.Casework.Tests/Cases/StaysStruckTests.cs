using Onus.Casework.Cases;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Facts;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Derivation = Onus.Domain.Evidence.Derivation;
using Ruling = Onus.Domain.Cases.Ruling;
using static Onus.Casework.Tests.ExhibitAsItIs;

namespace Onus.Casework.Tests.Cases;

/// <summary>Whoever may not rule lifts by no act what fell or what a ruling struck, and a ruling is not left behind by tying, charging or citing the same anew.</summary>
public sealed class StaysStruckTests : StruckCase
{
    [Fact]
    public async Task A_witness_is_somebody_and_stays_who_they_are_for_the_police()
    {
        await Draft();
        Assert.True((await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id })).IsOk);
        var witness = (await Case()).Foundations.Single(f => f.Testimony && f.Person == Seeded.Survivor.Id);
        var edit = new Casework.Foundations.EditFoundation(Seeded.Store);
        Assert.Equal("foundations.witness-nobody", (await edit.Handle(new(witness.Id, witness.Version, witness.Label, null, null), await Seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal("foundations.witness-counsel", (await edit.Handle(new(witness.Id, witness.Version, witness.Label, Seeded.Defendant.Id, null), await Seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await edit.Handle(new(witness.Id, witness.Version, "Her own word", witness.Person, null), await Seeded.Investigator(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData("instead", false)]
    [InlineData("instead", true)]
    [InlineData("either", false)]
    [InlineData("either", true)]
    [InlineData("moved", false)]
    [InlineData("moved", true)]
    public async Task An_exhibit_is_not_put_on_another_way_in(string how, bool byRuling)
    {
        var (exhibit, warrant) = await CitedAndStruck(byRuling);
        var consent = await Consent();
        var change = Unchanged(exhibit);
        change = how switch
        {
            "instead" => change with { Legal = [consent] },
            "either" => change with { Legal = [], LegalAny = [[warrant.Id], [consent]] },
            // Everything that it rested on it rests on still, and none of it is needed any more.
            _ => change with { Legal = [], LegalAny = [[warrant.Id], [exhibit.Factual[0]]] },
        };
        var done = await Edit(change, await Seeded.Investigator());
        Assert.Equal(byRuling ? "exhibits.struck-counsel" : "exhibits.fallen-counsel", done.Error?.Key);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.True((await Edit(change, await Seeded.Prosecutor())).IsOk);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_came_to_light_through_it_is_not_cut_off_from_it(bool byRuling)
    {
        var (parent, warrant) = await CitedAndStruck(byRuling);
        var consent = await Consent();
        var fruit = (await Case()).Exhibits.Single(e => e.Number == 2);
        Assert.True((await Edit(Unchanged(fruit) with { Legal = [consent], DerivedFrom = [new Derivation(parent.Id, [])], ReliesOn = [parent.Id] }, await Seeded.Prosecutor())).IsOk);
        fruit = (await Case()).Exhibits.Single(e => e.Number == 2);
        Assert.Equal("exhibits.struck-counsel", (await Edit(Unchanged(fruit) with { DerivedFrom = [] }, await Seeded.Investigator())).Error?.Key);
        Assert.Equal("exhibits.struck-counsel", (await Edit(Unchanged(fruit) with { DerivedFrom = [new Derivation(parent.Id, [consent])] }, await Seeded.Investigator())).Error?.Key);
        Assert.Equal("exhibits.struck-counsel", (await Edit(Unchanged(fruit) with { ReliesOn = [] }, await Seeded.Investigator())).Error?.Key);
        // A further thing that it needs lifts nothing.
        Assert.True((await Edit(Unchanged(fruit) with { Legal = [consent, warrant.Id], Title = "A page" }, await Seeded.Investigator())).IsOk);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_file_is_not_answered_otherwise(bool byRuling)
    {
        var (_, warrant) = await CitedAndStruck(byRuling);
        var file = await Chat();
        Assert.Equal(warrant.Id, file.Obtained);
        var answers = new AnswerQuestions.Command { Case = Seeded.Ref, Files = [file.Id], FromPerson = file.FromPerson, Statement = file.Statement, Obtained = await Consent(), Factual = file.Factual };
        var done = await new CorrectAnswers(Seeded.Store, Unit.Texts).Handle(new(file.Version, "It was a consent.", answers, []), await Seeded.Investigator(), Cancel);
        Assert.Equal(byRuling ? "files.struck-counsel" : "files.fallen-counsel", done.Error?.Key);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.True((await new CorrectAnswers(Seeded.Store, Unit.Texts).Handle(new(file.Version, "It was a consent.", answers, []), await Seeded.Prosecutor(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task The_same_bytes_by_another_way_are_no_second_way(bool byRuling, bool byHand)
    {
        await CitedAndStruck(byRuling);
        await using (var drop = (await new DropFiles(Seeded.Store).Handle(Seeded.Ref, await Seeded.Investigator(), Cancel)).Value)
        {
            await using var bytes = Seeded.Store.Vault.Open((await Chat()).VaultName);
            await drop.Add("again.txt", bytes, Cancel);
            Assert.True((await drop.Finish(Cancel)).IsOk);
        }

        var file = await Chat();
        NameSecondSource.Command command = byHand
            ? new(Seeded.Ref, file.Id, file.Version, 0, "Officer 4", null, new AnswerQuestions.Giving(null, "Officer 4", null, (name, _) => "Given by " + name))
            : new(Seeded.Ref, file.Id, file.Version, 0, "Officer 4", await Consent());
        Assert.Equal(byRuling ? "files.struck-counsel" : "files.fallen-counsel", (await new NameSecondSource(Seeded.Store).Handle(command, await Seeded.Investigator(), Cancel)).Error?.Key);
        Assert.Equal(ProofState.Fails, await State(1));
        // From whom it came, and no way in, is theirs to say.
        Assert.True((await new NameSecondSource(Seeded.Store).Handle(new(Seeded.Ref, file.Id, file.Version, 0, "Officer 4"), await Seeded.Investigator(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData("back", false)]
    [InlineData("back", true)]
    [InlineData("another", false)]
    [InlineData("another", true)]
    [InlineData("cited", false)]
    [InlineData("cited", true)]
    public async Task A_translation_that_was_rejected_is_not_replaced(string how, bool byRuling)
    {
        await Draft();
        Interpreting first = new("Give me back my passport", null, "Interpreter 1"), other = new("Give me back my passport", null, "Officer who knows some Nepali");
        var cited = (await Cite(1, c => c with { Translation = first })).Value;
        await Strike((await Case()).Foundations.Single(f => f.Kind == FoundationKind.Interpreter), byRuling, ChallengeMode.Impeach);
        Assert.Equal(ProofState.Fails, await State(1));
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == cited.Exhibit);
        var done = how == "cited"
            ? (await Cite(1, c => c with { Translation = other, Elements = [], Survivors = [], Defendants = [] }, await Seeded.Investigator())).Error
            : (await new TranslateExhibit(Seeded.Store).Handle(new(Seeded.Ref, exhibit.Number, exhibit.Version, how == "back" ? new("", null, "") : other), await Seeded.Investigator(), Cancel)).Error;
        Assert.Equal(byRuling ? "exhibits.struck-counsel" : "exhibits.fallen-counsel", done?.Key);
        Assert.Equal(ProofState.Fails, await State(1));
        // Other words by the same interpreter rest on them as before.
        Assert.True((await new TranslateExhibit(Seeded.Store).Handle(new(Seeded.Ref, exhibit.Number, exhibit.Version, first with { Text = "Give back my passport" }), await Seeded.Investigator(), Cancel)).IsOk);
        Assert.Equal(ProofState.Fails, await State(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_suspect_is_called_takes_no_statement_off_what_struck_it(bool byRuling)
    {
        await Draft();
        await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id });
        var word = (await Case()).Foundations.Single(f => f.Testimony && f.Person == Seeded.Survivor.Id);
        await Strike(word, byRuling, ChallengeMode.Impeach);
        Assert.Equal(ProofState.Fails, await State(1));
        var her = (await Case()).People.Single(p => p.Id == Seeded.Survivor.Id);
        var done = await new ChangePerson(Seeded.Store, Unit.Texts).Handle(
            new() { Case = Seeded.Ref, Person = her.Id, Version = her.Version, Pseudonym = "Defendant 9", Roles = [PersonRole.Defendant] }, await Seeded.Investigator(), Cancel);
        Assert.Equal(byRuling ? "exhibits.struck-counsel" : "exhibits.fallen-counsel", done.Error?.Key);
        Assert.Equal(ProofState.Fails, await State(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_fell_does_not_rest_on_somebody_else(bool byRuling)
    {
        await Draft();
        await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id });
        var word = (await Case()).Foundations.Single(f => f.Testimony && f.Person == Seeded.Survivor.Id);
        await Strike(word, byRuling, ChallengeMode.Impeach);
        word = (await Case()).Foundations.Single(f => f.Id == word.Id);
        var edit = new EditFoundation(Seeded.Store);
        Assert.Equal(
            byRuling ? "foundations.struck-counsel" : "foundations.fallen-counsel",
            (await edit.Handle(new(word.Id, word.Version, word.Label, Seeded.Defendant.Id, null), await Seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await edit.Handle(new(word.Id, word.Version, "What she stated", word.Person, word.Whose), await Seeded.Investigator(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_shows_a_fact_only_with_what_is_kept_out_does_not_come_to_show_it_alone(bool byRuling)
    {
        await Draft();
        var one = (await Cite(0, c => c with { Fact = "He knew." })).Value;
        var two = (await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id, ExistingFact = one.Fact })).Value;
        var fact = (await Case()).Facts.Single(f => f.Id == one.Fact);
        Assert.True((await new ShowTogether(Seeded.Store).Handle(new(Seeded.Ref, fact.Id, fact.Version, [one.Exhibit, two.Exhibit]), await Seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Stands, await State(1));
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == one.Exhibit);
        if (byRuling)
        {
            await Rule(new Target(TargetKind.Exhibit, exhibit.Id.Value), ChallengeMode.Exclude);
        }
        else
        {
            await Strike((await Case()).Foundations.Single(f => f.Id == exhibit.Legal[0]), byRuling: false);
        }

        Assert.Equal(ProofState.Fails, await State(1));
        fact = (await Case()).Facts.Single(f => f.Id == one.Fact);
        Assert.Equal("facts.together-counsel", (await new ShowTogether(Seeded.Store).TakeBack(new(Seeded.Ref, fact.Id, fact.Version, 0), await Seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await new ShowTogether(Seeded.Store).TakeBack(new(Seeded.Ref, fact.Id, fact.Version, 0), await Seeded.Prosecutor(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData(Ruling.Sustained, true)]
    [InlineData(Ruling.Sustained, false)]
    [InlineData(Ruling.Overruled, true)]
    public async Task A_tie_under_a_ruling_is_not_taken_off(Ruling ruling, bool whole)
    {
        await Draft();
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2").Id;
        var cited = (await Cite(0, c => c with { Defendants = [Seeded.Defendant.Id, second] })).Value;
        await Rule(new Target(TargetKind.FactTie, cited.Ties[0].Value), ChallengeMode.Undercut, ruling);
        var tie = (await Case()).FactTies.Single();
        var off = await new UntieFact(Seeded.Store).Handle(new(Seeded.Ref, tie.Id, tie.Version, whole ? null : Seeded.Defendant.Id, whole ? null : Seeded.Survivor.Id), await Seeded.Prosecutor(), Cancel);
        Assert.Equal("facts.tie-ruled-on", off.Error?.Key);
        await Cite(0);
        Assert.Equal(ruling == Ruling.Sustained ? ProofState.Fails : ProofState.Stands, await State(1));
    }

    [Theory]
    [InlineData(TargetKind.Fact, ChallengeMode.Rebut, true)]
    [InlineData(TargetKind.FactTie, ChallengeMode.Undercut, true)]
    [InlineData(TargetKind.ExhibitTie, ChallengeMode.Undercut, false)]
    public async Task A_fact_under_a_ruling_is_not_made_another_assertion(TargetKind on, ChallengeMode mode, bool isPolice)
    {
        await Draft();
        var cited = (await Cite(0, c => c with { Fact = "He kept the passport." })).Value;
        var fact = (await Case()).Facts.Single(f => f.Id == cited.Fact);
        var actor = isPolice ? await Seeded.Investigator() : await Seeded.Prosecutor();
        await Rule(new Target(on, on == TargetKind.Fact ? fact.Id.Value : on == TargetKind.FactTie ? cited.Ties[0].Value : cited.Cite.Value), mode, Ruling.Overruled);
        var edit = new EditFact(Seeded.Store);
        Assert.Equal("facts.ruled-on", (await edit.Handle(new(Seeded.Ref, fact.Id, fact.Version, "He locked the gate from outside.", fact.On), actor, Cancel)).Error?.Key);
        Assert.Equal("facts.ruled-on", (await edit.Handle(new(Seeded.Ref, fact.Id, fact.Version, fact.Sentence, new(2025, 4, 9)), actor, Cancel)).Error?.Key);
        Assert.True((await edit.Handle(new(Seeded.Ref, fact.Id, fact.Version, fact.Sentence, fact.On), actor, Cancel)).IsOk);
    }

    [Fact]
    public async Task A_fact_of_which_nothing_was_ruled_is_reworded()
    {
        var cited = (await Cite(0, c => c with { Fact = "He kept the passport." })).Value;
        await Rule(new Target(TargetKind.Fact, cited.Fact.Value), ChallengeMode.Rebut, Ruling.None);
        var fact = (await Case()).Facts.Single(f => f.Id == cited.Fact);
        Assert.True((await new EditFact(Seeded.Store).Handle(new(Seeded.Ref, fact.Id, fact.Version, "He kept her passport.", null), await Seeded.Investigator(), Cancel)).IsOk);
    }

    [Fact]
    public async Task Part_of_a_passage_that_the_court_kept_out_is_kept_out_and_the_police_are_told_of_the_ruling_alone()
    {
        await Draft();
        var row = Seeded.Row("chat.txt", "You owe 1,400");
        var cited = (await Cite(0, c => c with { Record = row.Id })).Value;
        await Rule(new Target(TargetKind.Exhibit, cited.Exhibit.Value), ChallengeMode.Exclude);
        Assert.Equal(ProofState.Fails, await State(1));
        var part = (await Cite(0, c => c with { Record = row.Id, Quote = "Nobody leaves the orchard before the account is settled", ExistingFact = cited.Fact, Elements = [], Survivors = [], Defendants = [] }, await Seeded.Investigator())).Value;
        Assert.Equal(ProofState.Fails, await State(1));
        var snapshot = await Case();
        var exhibit = snapshot.Exhibits.Single(e => e.Id == part.Exhibit);
        Assert.Equal(["Kept out: the court ruled on EX-1, which holds the same words or some of them. This exhibit does not count."], ExhibitNotes.Of(exhibit, snapshot, Practice.PracticeStore.Law, Unit.Texts, filed: false));
        Assert.Contains(CaseProof.Of(snapshot, Practice.PracticeStore.Law).Notes, note => note.Key == "proof.ruled-same-passage");
        var theirs = (await new LoadCase(Seeded.Store).Handle(Seeded.Ref, await Seeded.Investigator(), Cancel)).Value;
        Assert.Equal(
            ExhibitNotes.Of(exhibit, snapshot, Practice.PracticeStore.Law, Unit.Texts, filed: false),
            ExhibitNotes.Of(theirs.Exhibits.Single(e => e.Id == part.Exhibit), theirs, Practice.PracticeStore.Law, Unit.Texts, filed: false));
        Assert.Empty(theirs.Challenges);
        Assert.Empty(CaseProof.Of(theirs, Practice.PracticeStore.Law).Notes);
        // The court may have said otherwise of these words.
        await Rule(new Target(TargetKind.Exhibit, part.Exhibit.Value), ChallengeMode.Exclude, Ruling.Overruled);
        Assert.Equal(ProofState.Stands, await State(1));
    }

    [Fact]
    public async Task Two_counts_that_become_the_same_by_a_merge_are_under_one_ruling()
    {
        await Draft();
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2");
        await Cite(0, c => c with { Defendants = [Seeded.Defendant.Id, second.Id] });
        await Rule(new Target(TargetKind.Element, (await Case()).Counts.Single().Id.Value, Knowingly.LeafId), ChallengeMode.Rebut);
        await Draft(second.Id);
        Assert.Equal(ProofState.Stands, await State(2));
        var keep = (await Case()).People.Single(p => p.Id == Seeded.Defendant.Id);
        Assert.True((await new MergePeople(Seeded.Store, Unit.Texts).Handle(new(Seeded.Ref, keep.Id, keep.Version, second.Id, second.Version), await Seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Fails, await State(2));
    }

    [Fact]
    public async Task A_second_count_for_the_very_same_is_under_the_ruling_on_the_first_until_it_is_changed_to_another()
    {
        await Draft();
        await Cite(0);
        await Rule(new Target(TargetKind.Element, (await Case()).Counts.Single().Id.Value, Knowingly.LeafId), ChallengeMode.Rebut);
        await Draft();
        Assert.Equal(ProofState.Fails, await State(2));
        var count = (await Case()).Counts.Single(c => c.Number == 2);
        Assert.True((await new ChangeCount(Seeded.Store, Practice.PracticeStore.Law).Handle(
            new(Seeded.Ref, 2, count.Version, count.OffenceId, count.Defendant, count.Survivor, new(2025, 7, 1), new(2025, 8, 1)), await Seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Stands, await State(2));
        var note = CaseProof.Of(await Case(), Practice.PracticeStore.Law).Notes.Single(n => n.Key == "proof.ruled-in-other");
        Assert.Equal(("2", "1"), (note["count"]!.ToString(), note["ruled"]!.ToString()));
    }
}
