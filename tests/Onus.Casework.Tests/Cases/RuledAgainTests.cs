using Onus.Casework.Evidence;
using Onus.Casework.Facts;
using Onus.Casework.Files;
using Onus.Casework.Proof;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Ruling = Onus.Domain.Charges.Ruling;

namespace Onus.Casework.Tests.Cases;

/// <summary>What a court ruled of a passage, of what it shows or of a fact does not come back by citing it once more.</summary>
public sealed class RuledAgainTests : StruckCase
{
    private const string Left = "Nobody leaves the orchard before the account is settled";

    [Theory]
    [InlineData(Left, "obody leaves the orchard before the account is settle", false)]
    [InlineData(Left, "account is settled, and I keep", false)]
    [InlineData("Nobody leaves the orchard before the a", "account is settled", false)]
    [InlineData(Left, "You owe 1,400.", true)]
    [InlineData(Left, ", and I keep the papers", true)]
    [InlineData("Nobody leaves the", "the papers until then", true)]
    public async Task A_ruling_on_some_words_of_a_message_reaches_whoever_cites_one_of_them(string ruled, string other, bool stands)
    {
        await Draft();
        var row = Seeded.Row("chat.txt", "You owe 1,400");
        var cited = (await Cite(0, c => c with { Record = row.Id, Quote = ruled })).Value;
        await Rule(new Target(TargetKind.Exhibit, cited.Exhibit.Value), ChallengeMode.Exclude);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.True((await Cite(0, c => c with { Record = row.Id, Quote = other })).IsOk);
        Assert.Equal(stands ? ProofState.Stands : ProofState.Fails, await State(1));
        Assert.Contains(await Beside(1), note => note.StartsWith(stands ? "EX-2 holds other words of the same message" : "EX-2 holds the words of EX-1, or some of them", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Nobody leaves the orchard", false)]
    [InlineData("", false)]
    [InlineData("You owe 1,400.", true)]
    public async Task A_ruling_that_a_passage_does_not_show_a_fact_reaches_its_words_for_the_same_fact(string quote, bool stands)
    {
        await Draft();
        var row = Seeded.Row("chat.txt", "You owe 1,400");
        var cited = (await Cite(0, c => c with { Record = row.Id, Quote = Left })).Value;
        await Rule(new Target(TargetKind.ExhibitTie, cited.Cite.Value), ChallengeMode.Undercut);
        Assert.Equal(ProofState.Fails, await State(1));
        var again = (await Cite(0, c => c with { Record = row.Id, Quote = quote, ExistingFact = cited.Fact, Elements = [], Survivors = [], Defendants = [] }, await Seeded.Investigator())).Value;
        Assert.Equal(stands ? ProofState.Stands : ProofState.Fails, await State(1));
        if (stands)
        {
            return;
        }

        Assert.Contains(await Beside(1), note => note.StartsWith("EX-2 holds the words of EX-1, or some of them, and the court ruled on what EX-1 shows", StringComparison.Ordinal));
        // The court may have said otherwise of these words.
        await Rule(new Target(TargetKind.ExhibitTie, again.Cite.Value), ChallengeMode.Alternative, Ruling.Overruled);
        Assert.Equal(ProofState.Fails, await State(1));
        await Rule(new Target(TargetKind.ExhibitTie, again.Cite.Value), ChallengeMode.Undercut, Ruling.Overruled);
        Assert.Equal(ProofState.Stands, await State(1));
    }

    [Theory]
    [InlineData(TargetKind.Fact, ChallengeMode.Rebut)]
    [InlineData(TargetKind.FactTie, ChallengeMode.Undercut)]
    [InlineData(TargetKind.ExhibitTie, ChallengeMode.Alternative)]
    public async Task A_passage_whose_fact_was_ruled_out_and_that_shows_another_for_the_same_is_named(TargetKind on, ChallengeMode mode)
    {
        await Draft();
        var row = Seeded.Row("chat.txt", "You owe 1,400");
        var cited = (await Cite(0, c => c with { Record = row.Id, Fact = "He knew that nobody could leave." })).Value;
        await Rule(new Target(on, on == TargetKind.Fact ? cited.Fact.Value : on == TargetKind.FactTie ? cited.Ties[0].Value : cited.Cite.Value), mode);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.DoesNotContain(await Beside(1), note => note.Contains("ruled", StringComparison.Ordinal));
        // In the words of Onus, about one more defendant: no sentence about one is made one about another, so it is a fact of its own.
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2").Id;
        Assert.True((await Cite(0, c => c with { Record = row.Id, Quote = Left, Defendants = [Seeded.Defendant.Id, second] })).IsOk);
        var other = (await Case()).Facts.Single(fact => fact.Id != cited.Fact).Sentence;
        Assert.Contains(await Beside(1), note => note.Contains("“He knew that nobody could leave.”", StringComparison.Ordinal) && note.Contains(other, StringComparison.Ordinal) && note.Contains("ruled", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("He knew that nobody could leave.", false)]
    [InlineData("he knew that nobody could leave", false)]
    [InlineData("He counted the boxes.", true)]
    public async Task A_fact_that_was_ruled_out_is_not_written_again_and_shown_by_something_else(string sentence, bool stands)
    {
        await Draft();
        var cited = (await Cite(0, c => c with { Fact = "He knew that nobody could leave." })).Value;
        await Rule(new Target(TargetKind.Fact, cited.Fact.Value), ChallengeMode.Rebut);
        var again = (await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id, Fact = sentence })).Value;
        Assert.NotEqual(cited.Fact, again.Fact);
        var fact = (await Case()).Facts.Single(one => one.Id == again.Fact);
        if (!stands)
        {
            Assert.True((await new EditFact(Seeded.Store).Handle(new(Seeded.Ref, fact.Id, fact.Version, sentence, (await Case()).Facts.Single(one => one.Id == cited.Fact).On), await Seeded.Investigator(), Cancel)).IsOk);
        }

        Assert.Equal(stands ? ProofState.Stands : ProofState.Fails, await State(1));
        Assert.Equal(stands ? 0 : 1, (await Beside(1)).Count(note => note.Contains("ruled", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_ruling_does_not_reach_is_said_to_the_unit_and_on_no_paper_that_is_filed()
    {
        var row = Seeded.Row("chat.txt", "You owe 1,400");
        var ruled = (await Cite(0, c => c with { Record = row.Id, Quote = Left, Elements = [] })).Value;
        var beside = (await Cite(0, c => c with { Record = row.Id, Quote = "You owe 1,400", Elements = [] })).Value;
        var reached = (await Cite(0, c => c with { Record = row.Id, Quote = "Nobody leaves", Elements = [] })).Value;
        await Rule(new Target(TargetKind.Exhibit, ruled.Exhibit.Value), ChallengeMode.Exclude);
        Assert.StartsWith("EX-2 holds other words of the same message", Assert.Single(await Notes(beside.Exhibit, filed: false)), StringComparison.Ordinal);
        Assert.Empty(await Notes(beside.Exhibit, filed: true));
        // What is kept out is public.
        Assert.StartsWith("Kept out", Assert.Single(await Notes(reached.Exhibit, filed: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_cited_for_nothing_is_nothing_to_mind_beside_a_count()
    {
        await Draft();
        var row = Seeded.Row("chat.txt", "You owe 1,400");
        var ruled = (await Cite(0, c => c with { Record = row.Id, Quote = Left })).Value;
        var beside = (await Cite(0, c => c with { Record = row.Id, Quote = "You owe 1,400", Elements = [] })).Value;
        var reached = (await Cite(0, c => c with { Record = row.Id, Quote = "Nobody leaves", Elements = [] })).Value;
        await Rule(new Target(TargetKind.Exhibit, ruled.Exhibit.Value), ChallengeMode.Exclude);
        Assert.Equal(2, (await Beside(1)).Count(note => note.StartsWith("EX-2 holds", StringComparison.Ordinal) || note.StartsWith("EX-3 holds", StringComparison.Ordinal)));
        Assert.True((await new TakeBackCitation(Seeded.Store, Unit.Texts).Handle(new(Seeded.Ref, [new(beside.Cite, 1), new(reached.Cite, 1)], ""), await Seeded.Prosecutor(), Cancel)).IsOk);
        Assert.DoesNotContain(await Beside(1), note => note.Contains("EX-2", StringComparison.Ordinal) || note.Contains("EX-3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fact_that_is_chosen_and_another_that_is_written_are_refused_in_a_sentence()
    {
        var chosen = (await Cite(0, c => c with { Fact = "He kept it.", Elements = [] })).Value.Fact;
        var refused = (await Cite(1, c => c with { ExistingFact = chosen, Fact = "He kept the key." })).Error!;
        Assert.Equal("cite.fact-both", refused.Key);
        Assert.StartsWith("A fact is chosen and another one is written.", Unit.Texts.Of(refused), StringComparison.Ordinal);
        Assert.Single((await Case()).Facts);
    }

    [Fact]
    public async Task Who_is_no_survivor_is_nobody_whom_it_is_about_and_who_is_no_defendant_nobody_by_whom()
    {
        await Draft();
        Assert.Equal("people.not-found", (await Cite(0, c => c with { Survivors = [Seeded.Defendant.Id], Defendants = [Seeded.Survivor.Id] })).Error?.Key);
        Assert.Equal("people.not-found", (await Cite(0, c => c with { Survivors = [Seeded.Survivor.Id, Seeded.Defendant.Id] })).Error?.Key);
        Assert.Equal("people.not-found", (await Cite(0, c => c with { Defendants = [Seeded.Survivor.Id] })).Error?.Key);
        Assert.Empty((await Case()).Facts);
        var fact = (await Cite(0, c => c with { Elements = [] })).Value.Fact;
        Assert.Equal("people.not-found", (await new TieFact(Seeded.Store, Practice.PracticeStore.Law).Handle(
            new(Seeded.Ref, fact, [Knowingly], new Whom([Seeded.Survivor.Id], [Seeded.Survivor.Id]), ""), await Seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal("people.not-found", (await new WriteFact(Seeded.Store, Practice.PracticeStore.Law).Handle(
            new(Seeded.Ref, "He kept it.", null, Knowingly, new Whom([Seeded.Defendant.Id], [Seeded.Defendant.Id]), ""), await Seeded.Prosecutor(), Cancel)).Error?.Key);
    }

    private async Task<IReadOnlyList<string>> Notes(ExhibitId id, bool filed)
    {
        var snapshot = await Case();
        return ExhibitNotes.Of(snapshot.Exhibits.Single(exhibit => exhibit.Id == id), snapshot, Practice.PracticeStore.Law, Unit.Texts, filed);
    }

    private async Task<IReadOnlyList<string>> Beside(int count)
    {
        var view = (await new LoadProof(Seeded.Store, Practice.PracticeStore.Law).Handle(Seeded.Ref, await Seeded.Prosecutor(), null, Cancel)).Value;
        return CountAnswers.Of(view, Unit.Texts, count)!.Beside;
    }
}
