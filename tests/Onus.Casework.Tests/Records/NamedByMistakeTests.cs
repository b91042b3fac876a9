using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.People;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Records;

/// <summary>What a citation that was taken back, or an exhibit of a withdrawn file, leaves behind: no ruling is shed, no sentence is about somebody else, no attack is ended, and nothing leaves the list.</summary>
public sealed class NamedByMistakeTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-named-by-mistake-").FullName;
    private SeededCase seeded = null!;
    private PersonId another;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        seeded = await SeededCase.In(folder);
        another = (await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "S-2", [PersonRole.Survivor], []), await seeded.Prosecutor(), Cancel)).Value;
    }

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_object_that_showed_what_helps_the_defence_stays_listed_with_the_reason()
    {
        var fact = new Fact { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Sentence = "The key hung by the door.", Marks = new Marks(HelpsDefence: true) };
        var thing = new Exhibit { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Number = 77, Title = "A key ring", Origins = [new(seeded.Survivor.Id)] };
        var cite = new ExhibitTie { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Exhibit = thing.Id, Fact = fact.Id };
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            work.Add(fact);
            work.Add(thing);
            work.Add(cite);
            Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.PassageCited), Cancel)).IsOk);
        }

        var take = new TakeBackCitation(seeded.Store, Unit.Texts);
        Assert.Equal("cite.take-back-reason-missing", (await take.Handle(new(seeded.Ref, [new(cite.Id, 1)], ""), await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await take.Handle(new(seeded.Ref, [new(cite.Id, 1)], "Wrong key"), await seeded.Investigator(), Cancel)).IsOk);
        var lists = (await new Casework.Disclosure.ListMarks(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Contains(lists.Against.Concat(lists.Marked).SelectMany(item => item.TakenBack), back => back.Reason == "Wrong key");
    }

    [Fact]
    public async Task A_sentence_about_one_is_not_made_the_fact_for_another_after_the_slip_was_taken_back()
    {
        var (first, slip) = await SlipForAnother();
        Assert.True((await TakeBack(await seeded.Investigator(), slip.Cite)).IsOk);
        // Counsel cites the first passage for the other survivor, without a sentence: the passage is to get a sentence of its own.
        var again = await Cite(0, null, another, own: true);
        Assert.NotEqual(first.Fact, again.Fact);
    }

    [Fact]
    public async Task Without_a_slip_it_is_another_fact()
    {
        var first = await Cite(0, null, seeded.Survivor.Id);
        Assert.NotEqual(first.Fact, (await Cite(0, null, another, own: true)).Fact);
    }

    [Theory]
    [InlineData("one")]
    [InlineData("both named")]
    [InlineData("slip taken back by police")]
    public async Task The_ruling_on_a_tie_reaches_the_same_sentence_about_the_same_survivor(string how)
    {
        var first = await Cite(0, null, seeded.Survivor.Id);
        var ruled = (await Tie(first.Fact))!;
        Assert.True((await new EnterChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.FactTie, ruled.Id.Value), ChallengeMode.Undercut, "It does not show that", ChallengeStatus.Filed, [], Ruling: Ruling.Sustained, Reference: "Order of 3 May"),
            await seeded.Prosecutor(), Cancel)).IsOk);
        var again = await Cite(1, null, seeded.Survivor.Id);
        Assert.NotEqual(first.Fact, again.Fact);
        if (how != "one")
        {
            var slip = await Cite(2, again.Fact, another);
            if (how != "both named")
            {
                Assert.True((await TakeBack(await seeded.Investigator(), slip.Cite)).IsOk);
                Assert.False(Counts(await Case(), another));
            }
        }

        var day = new DateOnly(2025, 3, 1);
        var column = new ChargeColumn { Goal = "column:test", OffenceId = Knowingly.OffenceId, Defendant = seeded.Defendant.Id, Survivor = seeded.Survivor.Id, From = day, To = day };
        var proof = CaseProof.Of(await Case(), Practice.PracticeStore.Law, column);
        var standing = new Onus.Domain.Proof.ProofEngine(proof.Graph).Evaluate();
        Assert.DoesNotContain(proof.Ties.Where(tie => tie.Column == column.Goal), tie => standing[tie.Node, Onus.Domain.Proof.Reading.RuledOnly] == Onus.Domain.Proof.ProofState.Stands);
    }

    [Fact]
    public async Task No_answer_ends_an_attack_with_an_exhibit_of_a_withdrawn_file()
    {
        var first = await Cite(0, null, seeded.Survivor.Id);
        var gone = await Cite(1, null, seeded.Survivor.Id, "one-sided.txt", own: true);
        await Withdraw("one-sided.txt");
        var enter = new EnterChallenge(seeded.Store, Practice.PracticeStore.Law);
        var attack = (await enter.Handle(new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.Fact, first.Fact.Value), ChallengeMode.Rebut, "He did not", ChallengeStatus.Filed, []), await seeded.Prosecutor(), Cancel)).Value;
        var answer = (await enter.Handle(new(seeded.Ref, ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Value), ChallengeMode.Rebut, "He did", ChallengeStatus.Filed, []), await seeded.Prosecutor(), Cancel)).Value;
        Assert.Equal(Onus.Domain.Proof.ProofState.Contested, await State());
        var changed = await new ChangeChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(answer, 1, "He did", ChallengeMode.Rebut, false) { Premises = [new Target(TargetKind.Exhibit, gone.Exhibit.Value)], Why = "The other chat says so" }, await seeded.Prosecutor(), Cancel);
        Assert.True(changed.IsOk, changed.Error?.Key);
        Assert.NotEqual(Onus.Domain.Proof.ProofState.Stands, await State());

        async Task<Onus.Domain.Proof.ProofState> State()
        {
            var proof = CaseProof.Of(await Case(), Practice.PracticeStore.Law);
            return new Onus.Domain.Proof.ProofEngine(proof.Graph).Evaluate()[ProofId.Of(first.Fact), Onus.Domain.Proof.Reading.WithAll];
        }
    }

    [Fact]
    public async Task A_count_drafted_from_one_for_her_lapses_with_the_slip_that_named_her()
    {
        var (first, slip) = await SlipForAnother();
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2").Id;
        var count = await Count(another);
        Assert.True((await Duplicate(count, second, another, (await Tie(first.Fact))!.Id)).IsOk);
        Assert.True((await TakeBack(await seeded.Investigator(), slip.Cite)).IsOk);
        var after = await Case();
        Assert.Equal((false, false), (Counts(after, another), Counts(after, another, second)));
    }

    [Fact]
    public async Task Also_where_counsel_takes_it_back()
    {
        var (first, slip) = await SlipForAnother();
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2").Id;
        var count = await Count(another);
        Assert.True((await Duplicate(count, second, another, (await Tie(first.Fact))!.Id)).IsOk);
        Assert.True((await TakeBack(await seeded.Prosecutor(), slip.Cite)).IsOk);
        var after = await Case();
        Assert.Equal((false, false), (Counts(after, another), Counts(after, another, second)));
    }

    [Fact]
    public async Task Nor_does_it_count_after_both_files_were_withdrawn_and_one_is_put_back()
    {
        var first = await Cite(0, null, seeded.Survivor.Id);
        await Cite(1, first.Fact, another, "one-sided.txt");
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2").Id;
        var count = await Count(another);
        await Withdraw("one-sided.txt");
        Assert.Equal("rows.changed-meanwhile", (await Duplicate(count, second, another, (await Tie(first.Fact))!.Id)).Error?.Key);
        await Withdraw("chat.txt");
        Assert.True((await Duplicate(count, second, another, (await Tie(first.Fact))!.Id)).IsOk);
        await PutBack("chat.txt");
        var after = await Case();
        Assert.Equal((false, false), (Counts(after, another), Counts(after, another, second)));
    }

    [Fact]
    public async Task Where_the_court_keeps_out_the_only_passage_that_named_her_the_tie_does_not_hold_for_her()
    {
        var first = await Cite(0, null, seeded.Survivor.Id);
        var hers = await Cite(1, first.Fact, another, "one-sided.txt");
        Assert.True((await new EnterChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.Exhibit, hers.Exhibit.Value), ChallengeMode.Exclude, "Searched without a warrant", ChallengeStatus.Filed, [], Ruling: Ruling.Sustained, Reference: "Order of 3 May"),
            await seeded.Prosecutor(), Cancel)).IsOk);
        var day = new DateOnly(2025, 3, 1);
        var column = new ChargeColumn { Goal = "column:test", OffenceId = Knowingly.OffenceId, Defendant = seeded.Defendant.Id, Survivor = another, From = day, To = day };
        var proof = CaseProof.Of(await Case(), Practice.PracticeStore.Law, column);
        var standing = new Onus.Domain.Proof.ProofEngine(proof.Graph).Evaluate();
        Assert.DoesNotContain(proof.Ties.Where(tie => tie.Column == column.Goal), tie => standing[tie.Node, Onus.Domain.Proof.Reading.RuledOnly] == Onus.Domain.Proof.ProofState.Stands);
    }

    [Fact]
    public async Task What_was_cited_for_another_shows_the_fact_for_nobody_else_because_they_were_taken_off_by_hand()
    {
        var benefit = new ElementRef("us.1589-b", "us.1589-b.benefits");
        var first = await Cite(0, null, seeded.Survivor.Id);
        await Cite(1, first.Fact, another, "one-sided.txt", element: benefit);
        var other = (await Case()).FactTies.Single(tie => tie.Fact == first.Fact && tie.LeafId == benefit.LeafId);
        Assert.True((await new Casework.Facts.UntieFact(seeded.Store).Handle(new(seeded.Ref, other.Id, other.Version, null, null), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.True((await new EnterChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.Exhibit, first.Exhibit.Value), ChallengeMode.Exclude, "Searched without a warrant", ChallengeStatus.Filed, [], Ruling: Ruling.Sustained, Reference: "Order of 3 May"),
            await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.False(Holds(await Case(), seeded.Survivor.Id));
    }

    private async Task Withdraw(string file) => Assert.True((await new Casework.Files.WithdrawFile(seeded.Store).Handle(await OfFile(file), await seeded.Prosecutor(), Cancel)).IsOk);

    private async Task PutBack(string file) => Assert.True((await new Casework.Files.WithdrawFile(seeded.Store).PutBack(await OfFile(file), await seeded.Prosecutor(), Cancel)).IsOk);

    private async Task<Count> Count(PersonId survivor)
    {
        var count = new Count { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Number = 1, OffenceId = Knowingly.OffenceId, Defendant = seeded.Defendant.Id, Survivor = survivor, From = new(2025, 3, 1), To = new(2025, 3, 31) };
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        work.Add(count);
        Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.CountDrafted), Cancel)).IsOk);
        return count;
    }

    private async Task<Result<int>> Duplicate(Count count, PersonId defendant, PersonId survivor, params TieId[] carry) =>
        await new DuplicateCount(seeded.Store, Practice.PracticeStore.Law).Handle(new(seeded.Ref, count.Number, 1, defendant, survivor, carry), await seeded.Prosecutor(), Cancel);

    private async Task<Casework.Files.WithdrawFile.Command> OfFile(string name) =>
        (await Case()).Materials.Single(material => material.Name == name) is var file ? new(seeded.Ref, file.Id, file.Version, "Handed in twice") : null!;

    // One passage is cited for one survivor, and another passage for the same fact by mistake for another survivor.
    private async Task<(CitePassage.Cited First, CitePassage.Cited Slip)> SlipForAnother()
    {
        var first = await Cite(0, null, seeded.Survivor.Id);
        return (first, await Cite(1, first.Fact, another));
    }

    private bool Counts(CaseSnapshot of, PersonId survivor, PersonId? defendant = null)
    {
        var day = new DateOnly(2025, 3, 1);
        var column = new ChargeColumn { Goal = "column:test", OffenceId = Knowingly.OffenceId, Defendant = defendant ?? seeded.Defendant.Id, Survivor = survivor, From = day, To = day };
        return CaseProof.Of(of, Practice.PracticeStore.Law, column).Ties.Any(tie => tie.Column == column.Goal && tie.Outside is null);
    }

    private bool Holds(CaseSnapshot of, PersonId survivor)
    {
        var day = new DateOnly(2025, 3, 1);
        var column = new ChargeColumn { Goal = "column:test", OffenceId = Knowingly.OffenceId, Defendant = seeded.Defendant.Id, Survivor = survivor, From = day, To = day };
        var proof = CaseProof.Of(of, Practice.PracticeStore.Law, column);
        var standing = new Onus.Domain.Proof.ProofEngine(proof.Graph).Evaluate();
        return proof.Ties.Any(tie => tie.Column == column.Goal && standing[tie.Node, Onus.Domain.Proof.Reading.RuledOnly] == Onus.Domain.Proof.ProofState.Stands);
    }

    private async Task<FactTie?> Tie(FactId fact) => (await Case()).FactTies.SingleOrDefault(tie => tie.Fact == fact);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private Task<Result<TakeBackCitation.Taken>> TakeBack(Actor actor, params TieId[] ties) =>
        new TakeBackCitation(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [.. ties.Select(tie => new TakeBackCitation.Citation(tie, 1))], ""), actor, Cancel);

    private async Task<CitePassage.Cited> Cite(int row, FactId? fact, PersonId survivor, string file = "chat.txt", bool own = false, ElementRef? element = null) => (await new CitePassage(seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(seeded.Store, new())).Handle(
        new()
        {
            Case = seeded.Ref,
            Record = seeded.Rows[file][row].Id,
            ExistingFact = fact,
            Fact = fact is null && !own ? "He kept the book." : "",
            Elements = [element ?? Knowingly],
            Survivors = [survivor],
            Defendants = [seeded.Defendant.Id],
        },
        await seeded.Prosecutor(), Cancel)).Value;
}
