using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Facts;
using Onus.Casework.People;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Records;

/// <summary>Whom a citation named on the elements of a fact goes off them with it, and nobody else does.</summary>
public sealed class TakenOffTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-taken-off-").FullName;
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
    public async Task Whom_the_citation_added_goes_and_whom_another_named_stays()
    {
        var (first, slip) = await SlipForAnother();
        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);

        var taken = await TakeBack(await seeded.Prosecutor(), slip.Cite);

        Assert.Equal([(first.Fact, another)], taken.Value.Off);
        Assert.Equal([seeded.Survivor.Id], (await Tie(first.Fact))!.Survivors);
        // Cited anew for her, she is on it anew; and where all of them are taken back, nobody is.
        var again = await Cite(1, first.Fact, another);
        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);
        Assert.True((await TakeBack(await seeded.Prosecutor(), first.Cite, again.Cite)).IsOk);
        Assert.Null(await Tie(first.Fact));
    }

    [Fact]
    public async Task Whom_another_citation_that_stands_named_too_stays_even_where_it_added_nobody()
    {
        var (first, slip) = await SlipForAnother();
        // Named once more with the exhibit that stands: nothing is added, and it is remembered all the same.
        await Cite(0, first.Fact, another);

        Assert.Empty((await TakeBack(await seeded.Prosecutor(), slip.Cite)).Value.Off);

        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);
    }

    [Fact]
    public async Task Whom_counsel_tied_by_hand_as_well_stays()
    {
        var (first, slip) = await SlipForAnother();
        Assert.True((await new TieFact(seeded.Store, Practice.PracticeStore.Law).Handle(new(seeded.Ref, first.Fact, [Knowingly], new Whom([another], [seeded.Defendant.Id]), ""), await seeded.Prosecutor(), Cancel)).IsOk);

        Assert.Empty((await TakeBack(await seeded.Prosecutor(), slip.Cite)).Value.Off);

        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);
    }

    [Fact]
    public async Task Where_the_police_take_it_back_it_counts_for_her_no_longer_and_counsel_is_told()
    {
        var (first, slip) = await SlipForAnother();
        Assert.Equal((true, true), (Counts(await Case(), seeded.Survivor.Id), Counts(await Case(), another)));

        Assert.Empty((await TakeBack(await seeded.Investigator(), slip.Cite)).Value.Off);

        // They write nothing of counsel's: the tie says what it said, and counts as if it did not.
        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);
        var after = await Case();
        Assert.Equal((true, false), (Counts(after, seeded.Survivor.Id), Counts(after, another)));
        var note = Assert.Single(CaseProof.Of(after, Practice.PracticeStore.Law).Notes, note => note.Key == "proof.citation-taken-back");
        Assert.Contains("S-2", Unit.Texts.Of(note), StringComparison.Ordinal);
        Assert.DoesNotContain(seeded.Survivor.Pseudonym, Unit.Texts.Of(note), StringComparison.Ordinal);
        // Counsel's next tie for her counts.
        await Cite(0, first.Fact, another);
        Assert.True(Counts(await Case(), another));
    }

    [Fact]
    public async Task Who_turned_out_to_be_another_goes_under_the_name_that_stays()
    {
        var (first, slip) = await SlipForAnother();
        var third = (await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "S-3", [PersonRole.Survivor], []), await seeded.Prosecutor(), Cancel)).Value;
        var people = (await Case()).People;
        Assert.True((await new MergePeople(seeded.Store, Unit.Texts).Handle(
            new(seeded.Ref, third, people.Single(p => p.Id == third).Version, another, people.Single(p => p.Id == another).Version), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal([seeded.Survivor.Id, third], (await Tie(first.Fact))!.Survivors);

        Assert.Equal([(first.Fact, third)], (await TakeBack(await seeded.Prosecutor(), slip.Cite)).Value.Off);

        Assert.Equal([seeded.Survivor.Id], (await Tie(first.Fact))!.Survivors);
    }

    [Fact]
    public async Task A_tie_on_which_the_court_ruled_stays_for_whom_it_ruled()
    {
        var (first, slip) = await SlipForAnother();
        var tie = (await Tie(first.Fact))!;
        Assert.True((await new EnterChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.FactTie, tie.Id.Value), ChallengeMode.Undercut, "It does not show that", ChallengeStatus.Filed, [], Ruling: Ruling.Overruled, Reference: "Order of 3 May"),
            await seeded.Prosecutor(), Cancel)).IsOk);

        Assert.Empty((await TakeBack(await seeded.Prosecutor(), slip.Cite)).Value.Off);

        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);
        // She is named there still, so that the ruling reaches what is cited for her again; but nobody cites it for her.
        Assert.False(Counts(await Case(), another));
    }

    [Fact]
    public async Task A_fact_on_which_the_court_ruled_keeps_its_ties_so_that_the_ruling_reaches_what_is_cited_again()
    {
        var (first, slip) = await SlipForAnother();
        Assert.True((await new EnterChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.Fact, first.Fact.Value), ChallengeMode.Rebut, "He did not", ChallengeStatus.Filed, [], Ruling: Ruling.Sustained, Reference: "Order of 3 May"),
            await seeded.Prosecutor(), Cancel)).IsOk);

        Assert.Empty((await TakeBack(await seeded.Prosecutor(), slip.Cite)).Value.Off);

        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);
    }

    [Fact]
    public async Task What_is_enough_only_together_is_not_enough_alone_when_it_is_cited_again()
    {
        var (first, slip) = await SlipForAnother();
        var tie = (await Tie(first.Fact))!;
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            work.Add(new EnoughTogether { Id = Guid.CreateVersion7(), CaseId = seeded.Id, OffenceId = Knowingly.OffenceId, LeafId = Knowingly.LeafId, Ties = [tie.Id, new TieId(Guid.CreateVersion7())], Reason = "Only both", Author = seeded.Counsel.Name });
            Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.FactsHeldTogether), Cancel)).IsOk);
        }

        Assert.Empty((await TakeBack(await seeded.Prosecutor(), slip.Cite)).Value.Off);
        Assert.False(Counts(await Case(), another));
        await Cite(2, first.Fact, another);

        Assert.Equal(tie.Id, (await Tie(first.Fact))!.Id);
        Assert.True(Counts(await Case(), another));
    }

    [Fact]
    public async Task A_count_for_somebody_else_takes_along_no_tie_that_counts_for_nobody_in_the_count_that_is_there()
    {
        var (first, slip) = await SlipForAnother();
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2").Id;
        var count = await Count(another);
        Assert.True((await TakeBack(await seeded.Investigator(), slip.Cite)).IsOk);

        Assert.Equal("rows.changed-meanwhile", (await Duplicate(count, second, another, (await Tie(first.Fact))!.Id)).Error?.Key);

        Assert.True((await Duplicate(count, second, another)).IsOk);
        Assert.False(Counts(await Case(), another, second));
    }

    [Fact]
    public async Task A_tie_that_names_somebody_and_counts_for_them_no_longer_is_carried_over_to_them()
    {
        var (first, slip) = await SlipForAnother();
        var count = await Count(seeded.Survivor.Id);
        Assert.True((await TakeBack(await seeded.Investigator(), slip.Cite)).IsOk);
        Assert.False(Counts(await Case(), another));
        var tie = (await Tie(first.Fact))!;

        Assert.True((await Duplicate(count, seeded.Defendant.Id, another, tie.Id)).IsOk);

        // Counsel's own choice counts, on the tie that names her already.
        Assert.True(Counts(await Case(), another));
        Assert.Equal(tie.Id, (await Tie(first.Fact))!.Id);
        Assert.Equal([seeded.Survivor.Id, another], (await Tie(first.Fact))!.Survivors);
    }

    [Fact]
    public async Task Where_the_file_is_withdrawn_it_counts_as_if_its_citations_were_taken_back_and_put_back_it_counts_again()
    {
        var first = await Cite(0, null, seeded.Survivor.Id);
        await Cite(1, first.Fact, another, "one-sided.txt");
        Assert.Equal((true, true), (Counts(await Case(), seeded.Survivor.Id), Counts(await Case(), another)));

        await Withdraw("one-sided.txt");

        var after = await Case();
        Assert.Equal((true, false), (Counts(after, seeded.Survivor.Id), Counts(after, another)));
        var notes = CaseProof.Of(after, Practice.PracticeStore.Law).Notes;
        Assert.Contains("S-2", Unit.Texts.Of(Assert.Single(notes, note => note.Key == "proof.citation-shows-nothing")), StringComparison.Ordinal);
        Assert.DoesNotContain(notes, note => note.Key == "proof.citation-taken-back");
        await PutBack("one-sided.txt");
        Assert.True(Counts(await Case(), another));
    }

    [Fact]
    public async Task Whom_a_citation_of_a_withdrawn_file_named_is_not_taken_off_with_another_and_counts_again_when_the_file_is_back()
    {
        var (first, slip) = await SlipForAnother();
        await Cite(1, first.Fact, another, "one-sided.txt");
        await Withdraw("one-sided.txt");
        Assert.True(Counts(await Case(), another));

        Assert.Empty((await TakeBack(await seeded.Prosecutor(), slip.Cite)).Value.Off);

        Assert.False(Counts(await Case(), another));
        await PutBack("one-sided.txt");
        Assert.True(Counts(await Case(), another));
    }

    private async Task Withdraw(string file) => Assert.True((await new Casework.Files.WithdrawFile(seeded.Store).Handle(await OfFile(file), await seeded.Prosecutor(), Cancel)).IsOk);

    private async Task PutBack(string file) => Assert.True((await new Casework.Files.WithdrawFile(seeded.Store).PutBack(await OfFile(file), await seeded.Prosecutor(), Cancel)).IsOk);

    private async Task<Casework.Files.WithdrawFile.Command> OfFile(string name) =>
        (await Case()).Materials.Single(material => material.Name == name) is var file ? new(seeded.Ref, file.Id, file.Version, "Handed in twice") : null!;

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

    private async Task<FactTie?> Tie(FactId fact) => (await Case()).FactTies.SingleOrDefault(tie => tie.Fact == fact);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private Task<Result<TakeBackCitation.Taken>> TakeBack(Actor actor, params TieId[] ties) =>
        new TakeBackCitation(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [.. ties.Select(tie => new TakeBackCitation.Citation(tie, 1))], ""), actor, Cancel);

    private async Task<CitePassage.Cited> Cite(int row, FactId? fact, PersonId survivor, string file = "chat.txt") => (await new CitePassage(seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(seeded.Store, new())).Handle(
        new()
        {
            Case = seeded.Ref,
            Record = seeded.Rows[file][row].Id,
            ExistingFact = fact,
            Fact = fact is null ? "He kept the book." : "",
            Elements = [Knowingly],
            Survivors = [survivor],
            Defendants = [seeded.Defendant.Id],
        },
        await seeded.Prosecutor(), Cancel)).Value;
}
