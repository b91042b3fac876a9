using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Facts;
using Onus.Casework.People;
using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Store.Tests;
using Onus.Tests;

namespace Onus.Casework.Tests.Facts;

/// <summary>What is enough only together is enough alone for nobody, whatever is taken out or carried over afterwards.</summary>
public sealed class TogetherTests : IAsyncLifetime
{
    private static readonly ElementRef Liberty = new("us.1592-a", "us.1592-a.restrict.liberty");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-together-").FullName;
    private readonly Account person = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
    private readonly Account police = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator" };
    private OnusStore store = null!;
    private FarmCase farm = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await TestDatabase.Open(folder);
        await using (var work = store.Begin(new Actor(person.Id, person.Name, [])))
        {
            work.Add(person);
            work.Add(police);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        farm = await FarmCase.Seed(store, new Actor(person.Id, person.Name, []), police.Id, Cancel);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Counsel_says_which_facts_are_enough_only_together_and_takes_it_back()
    {
        var (shown, bare) = (await Tie(farm.Passport.Id, farm.Foreman), await Tie(await Write(), farm.Foreman));
        Assert.True(await Holds(3));
        var hold = new HoldTogether(store);
        HoldTogether.Command command = new(farm.Ref, Liberty, [shown, bare], "The one explains the other");
        Assert.Equal("facts.hold-two", (await hold.Handle(command with { Ties = [shown, shown] }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("facts.hold-reason", (await hold.Handle(command with { Reason = " " }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("facts.tie-not-found", (await hold.Handle(command with { Element = new("us.1592-a", "us.1592-a.knowingly") }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("cases.counsel-only", (await hold.Handle(command, (await store.ActorOf(police.Id, null, Cancel))!, Cancel)).Error?.Key);
        var set = (await hold.Handle(command, await Counsel(), Cancel)).Value;
        Assert.Equal(("Demo person 2", "The one explains the other"), (await Case()).Enough.Select(e => (e.Author, e.Reason)).Single());
        Assert.False(await Holds(3));

        Assert.Equal("facts.set-not-found", (await hold.TakeBack(farm.Ref, Guid.CreateVersion7(), await Counsel(), Cancel)).Error?.Key);
        Assert.True((await hold.TakeBack(farm.Ref, set, await Counsel(), Cancel)).IsOk);
        Assert.True(await Holds(3));
    }

    [Fact]
    public async Task Taking_one_of_them_out_makes_the_other_no_stronger()
    {
        var (shown, bare) = (await Tie(farm.Passport.Id, farm.Foreman), await Tie(await Write(), farm.Foreman));
        await Hold(shown, bare);
        Assert.True((await new UntieFact(store).Handle(new(farm.Ref, bare, 1, farm.Foreman.Id, farm.Survivor.Id), await Counsel(), Cancel)).IsOk);
        Assert.False(await Holds(3));
    }

    [Fact]
    public async Task Taking_one_out_of_a_cell_leaves_them_together_in_every_other()
    {
        var other = (await new AddPerson(store, Unit.Texts).Handle(new(farm.Ref, "Survivor C", [PersonRole.Survivor], []), await Counsel(), Cancel)).Value;
        var whom = new Whom([farm.Survivor.Id, other], [farm.Foreman.Id, farm.Owner.Id]);
        var (shown, bare) = (await Tie(farm.Passport.Id, whom), await Tie(await Write(), whom));
        await Hold(shown, bare);
        var count = (await new DraftCount(store, PracticeStore.Law).Handle(new(farm.Ref, "us.1592-a", farm.Foreman.Id, other, new(2025, 4, 1), new(2025, 4, 2)), await Counsel(), Cancel)).Value;
        Assert.False(await Holds(count));

        Assert.True((await new UntieFact(store).Handle(new(farm.Ref, shown, 1, farm.Foreman.Id, farm.Survivor.Id), await Counsel(), Cancel)).IsOk);
        Assert.Equal(3, (await Case()).FactTies.Count(tie => tie.LeafId == Liberty.LeafId));
        Assert.False(await Holds(3));
        Assert.False(await Holds(count));
    }

    [Fact]
    public async Task What_is_argued_of_a_tie_is_of_every_part_that_is_left_and_what_the_court_ruled_of_it_goes_with_what_is_carried_over()
    {
        var people = new AddPerson(store, Unit.Texts);
        var other = (await people.Handle(new(farm.Ref, "Survivor C", [PersonRole.Survivor], []), await Counsel(), Cancel)).Value;
        var third = (await people.Handle(new(farm.Ref, "Survivor D", [PersonRole.Survivor], []), await Counsel(), Cancel)).Value;
        var tie = await Tie(farm.Passport.Id, new Whom([farm.Survivor.Id, other], [farm.Foreman.Id, farm.Owner.Id]));
        var count = (await new DraftCount(store, PracticeStore.Law).Handle(new(farm.Ref, "us.1592-a", farm.Foreman.Id, other, new(2025, 4, 1), new(2025, 4, 2)), await Counsel(), Cancel)).Value;
        Assert.True(await Holds(count));
        Assert.True((await new EnterChallenge(store, PracticeStore.Law).Handle(
            new(farm.Ref, ArguedBy.Defence, new Target(TargetKind.FactTie, tie.Value), ChallengeMode.Undercut, "A drawer is no fence", ChallengeStatus.Filed, []), await Counsel(), Cancel)).IsOk);
        Assert.True((await new UntieFact(store).Handle(new(farm.Ref, tie, 1, farm.Foreman.Id, farm.Survivor.Id), await Counsel(), Cancel)).IsOk);
        foreach (var part in (await Case()).Challenges.Where(known => known.Text == "A drawer is no fence").ToList())
        {
            Assert.True((await new RuleOnChallenge(store).Handle(new(part.Id, part.Version, ChallengeStatus.Filed, Domain.Charges.Ruling.Sustained, "Order 4"), await Counsel(), Cancel)).IsOk);
        }

        Assert.False(await Holds(count));
        var left = (await Case()).FactTies.Single(known => known.LeafId == Liberty.LeafId && known.Defendants is [var only] && only == farm.Foreman.Id);
        Assert.NotEqual(tie, left.Id);
        var carried = (await new DuplicateCount(store, PracticeStore.Law).Handle(new(farm.Ref, count, 1, farm.Foreman.Id, third, [left.Id]), await Counsel(), Cancel)).Value;
        Assert.False(await Holds(carried));
        Assert.Equal(["Order 4", "Order 4", "Order 4"], (await Case()).Challenges.Where(known => known.Text == "A drawer is no fence").Select(known => known.Reference));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Carried_to_another_count_they_stay_together(bool both)
    {
        var (shown, bare) = (await Tie(farm.Passport.Id, farm.Foreman), await Tie(await Write(), farm.Foreman));
        await Hold(shown, bare);
        var number = (await new DuplicateCount(store, PracticeStore.Law).Handle(
            new(farm.Ref, 3, 1, farm.Owner.Id, farm.Survivor.Id, both ? [shown, bare] : [shown]), await Counsel(), Cancel)).Value;
        Assert.False(await Holds(number));
        Assert.Equal(2, (await Case()).Enough.Count);
    }

    [Fact]
    public async Task Exhibits_are_said_to_show_a_fact_only_together_and_that_is_taken_back()
    {
        var fact = (await Case()).Facts.Single(known => known.Sentence.StartsWith("Defendant 1 wrote a debt", StringComparison.Ordinal));
        var shown = (await Case()).ExhibitTies.Where(tie => tie.Fact == fact.Id).Select(tie => tie.Exhibit).ToList();
        var elsewhere = (await Case()).Exhibits.First(exhibit => !shown.Contains(exhibit.Id)).Id;
        var together = new ShowTogether(store);
        ShowTogether.Command command = new(farm.Ref, fact.Id, 1, shown);
        Assert.Equal("facts.together-two", (await together.Handle(command with { Exhibits = [shown[0]] }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("facts.together-gone", (await together.Handle(command with { Exhibits = [shown[0], elsewhere] }, await Counsel(), Cancel)).Error?.Key);
        Assert.True((await together.Handle(command, await Counsel(), Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await together.Handle(command, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("facts.together-known", (await together.Handle(command with { Version = 2, Exhibits = [shown[1], shown[0]] }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal([shown], (await Case()).Facts.Single(known => known.Id == fact.Id).Together);

        Assert.Equal("facts.set-not-found", (await together.TakeBack(new(farm.Ref, fact.Id, 2, 1), await Counsel(), Cancel)).Error?.Key);
        Assert.True((await together.TakeBack(new(farm.Ref, fact.Id, 2, 0), await Counsel(), Cancel)).IsOk);
        Assert.Empty((await Case()).Facts.Single(known => known.Id == fact.Id).Together);
    }

    private async Task<bool> Holds(int number)
    {
        var view = (await new LoadProof(store, PracticeStore.Law).Handle(farm.Ref, await Counsel(), null, Cancel)).Value;
        return view.Engine.Evaluate()[view.Proof.Columns.Single(column => column.Count?.Number == number).Node(Liberty.LeafId), Reading.RuledOnly] == ProofState.Stands;
    }

    private async Task Hold(params TieId[] ties) =>
        Assert.True((await new HoldTogether(store).Handle(new(farm.Ref, Liberty, ties, "The one explains the other"), await Counsel(), Cancel)).IsOk);

    // Nothing shows it.
    private async Task<FactId> Write() => (await new WriteFact(store, PracticeStore.Law).Handle(new(farm.Ref, "The drawer had one key.", null), await Counsel(), Cancel)).Value;

    private Task<TieId> Tie(FactId fact, Person defendant) => Tie(fact, new Whom([farm.Survivor.Id], [defendant.Id]));

    private async Task<TieId> Tie(FactId fact, Whom whom) => (await new TieFact(store, PracticeStore.Law).Handle(new(farm.Ref, fact, [Liberty], whom, ""), await Counsel(), Cancel)).Value.Single();

    private async Task<CaseSnapshot> Case() => (await new LoadCase(store).Handle(farm.Ref, await Counsel(), Cancel)).Value;

    private async Task<Actor> Counsel() => (await store.ActorOf(person.Id, null, Cancel))!;
}
