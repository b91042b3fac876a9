using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.People;
using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Store;
using Onus.Store.Log;
using Onus.Store.Tests;
using Onus.Tests;

namespace Onus.Casework.Tests.Charges;

public sealed class CountChangesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-counts-").FullName;
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
    public async Task A_count_changes_and_keeps_its_number()
    {
        var change = new ChangeCount(store, PracticeStore.Law);
        ChangeCount.Command command = new(farm.Ref, 3, 1, "us.1590-a", farm.Owner.Id, farm.Survivor.Id, new(2025, 4, 1), new(2025, 4, 30));
        Assert.Equal("counts.days-reversed", (await change.Handle(command with { To = new(2025, 3, 1) }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("counts.defendant-missing", (await change.Handle(command with { Defendant = farm.Survivor.Id }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("counts.survivor-needed", (await change.Handle(command with { OffenceId = "us.1589-a", Survivor = null }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("counts.not-found", (await change.Handle(command with { Number = 8 }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("cases.counsel-only", (await change.Handle(command, (await store.ActorOf(police.Id, null, Cancel))!, Cancel)).Error?.Key);
        Assert.Equal(3, (await change.Handle(command, await Counsel(), Cancel)).Value);
        Assert.Equal("rows.changed-meanwhile", (await change.Handle(command, await Counsel(), Cancel)).Error?.Key);
        var changed = (await Case()).Counts.Single(c => c.Number == 3);
        Assert.Equal(("us.1590-a", farm.Owner.Id, 2), (changed.OffenceId, changed.Defendant, changed.Version));
    }

    [Fact]
    public async Task A_withdrawn_count_leaves_proof_and_keeps_its_number_and_its_reason()
    {
        var withdraw = new WithdrawCount(store);
        var element = new Target(TargetKind.Element, (await Case()).Counts.Single(c => c.Number == 2).Id.Value);
        Assert.Equal("counts.reason-missing", (await withdraw.Handle(new(farm.Ref, 2, 1, " "), await Counsel(), Cancel)).Error?.Key);
        Assert.True((await withdraw.Handle(new(farm.Ref, 2, 1, "Not in the public interest"), await Counsel(), Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await withdraw.Handle(new(farm.Ref, 2, 2, "Again"), await Counsel(), Cancel)).Error?.Key);

        var without = await Case();
        Assert.Equal([1, 3], without.Counts.Select(c => c.Number));
        Assert.Equal(("Not in the public interest", "Demo person 2"), (Assert.Single(without.WithdrawnCounts).Withdrawn!.Reason, without.WithdrawnCounts[0].Withdrawn!.By));
        var view = (await new LoadProof(store, PracticeStore.Law).Handle(farm.Ref, await Counsel(), null, Cancel)).Value;
        Assert.DoesNotContain("count:2", view.Proof.Graph.Goals);
        Assert.Null(CountAnswers.Of(view, Unit.Texts, 2));
        Assert.Equal(2, Assert.Single(await new ListCases(store).Handle(await Counsel(), Cancel)).Counts);
        Assert.Equal("counts.withdrawn", (await new SplitCount(store).Handle(new(farm.Ref, 2, 2, new(2025, 5, 1)), await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("counts.withdrawn", (await new ChangeCount(store, PracticeStore.Law).Handle(new(farm.Ref, 2, 2, "us.1589-a", farm.Owner.Id, farm.Survivor.Id, new(2025, 4, 1), new(2025, 4, 2)), await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("challenges.target-missing", (await new EnterChallenge(store, PracticeStore.Law).Handle(new(farm.Ref, ArguedBy.Defence, element, ChallengeMode.Rebut, "No", ChallengeStatus.Possible, []), await Counsel(), Cancel)).Error?.Key);

        // The next count does not take its number.
        var drafted = await new DraftCount(store, PracticeStore.Law).Handle(new(farm.Ref, "us.1589-a", farm.Owner.Id, farm.Survivor.Id, new(2025, 4, 1), new(2025, 4, 2)), await Counsel(), Cancel);
        Assert.Equal(4, drafted.Value);
        Assert.Equal("rows.changed-meanwhile", (await withdraw.Restore(new(farm.Ref, 1, 1), await Counsel(), Cancel)).Error?.Key);
        Assert.True((await withdraw.Restore(new(farm.Ref, 2, 2), await Counsel(), Cancel)).IsOk);
        Assert.Equal([1, 2, 3, 4], (await Case()).Counts.Select(c => c.Number));
    }

    [Fact]
    public async Task The_same_offence_for_somebody_else_carries_only_what_was_chosen()
    {
        var before = (await Case()).FactTies.Count;
        var duplicate = new DuplicateCount(store, PracticeStore.Law);
        var tied = (await Case()).FactTies.First(t => t.Defendants is [var only] && only == farm.Foreman.Id);
        var general = (await Case()).FactTies.First(t => t.OffenceId == tied.OffenceId && t.Defendants.Contains(farm.Owner.Id) && t.Defendants.Contains(farm.Foreman.Id));
        DuplicateCount.Command command = new(farm.Ref, 1, 1, farm.Owner.Id, farm.Survivor.Id, []);
        Assert.Equal("counts.duplicate-same", (await duplicate.Handle(command with { Defendant = farm.Foreman.Id }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal("facts.tie-not-found", (await duplicate.Handle(command with { Carry = [new(Guid.CreateVersion7())] }, await Counsel(), Cancel)).Error?.Key);
        Assert.Equal(4, (await duplicate.Handle(command, await Counsel(), Cancel)).Value);
        Assert.Equal(before, (await Case()).FactTies.Count);

        // What is tied for both reaches the other count anyhow and is not tied twice.
        Assert.Equal(5, (await duplicate.Handle(command with { Carry = [tied.Id, general.Id] }, await Counsel(), Cancel)).Value);
        var added = Assert.Single((await Case()).FactTies, t => t.Fact == tied.Fact && t.LeafId == tied.LeafId && t.Id != tied.Id);
        Assert.Equal([farm.Owner.Id], added.Defendants);
        Assert.Equal(before + 1, (await Case()).FactTies.Count);
        var count = (await Case()).Counts.Single(c => c.Number == 5);
        Assert.Equal(("us.1589-a", farm.Owner.Id, new DateOnly(2025, 3, 12)), (count.OffenceId, count.Defendant, count.From));
    }

    [Fact]
    public async Task A_count_split_at_a_day_keeps_its_facts_on_both_sides()
    {
        Assert.Equal("counts.split-day", (await new SplitCount(store).Handle(new(farm.Ref, 1, 1, new(2025, 3, 12)), await Counsel(), Cancel)).Error?.Key);
        Assert.Equal(4, (await new SplitCount(store).Handle(new(farm.Ref, 1, 1, new(2025, 5, 5)), await Counsel(), Cancel)).Value);
        var counts = (await Case()).Counts;
        Assert.Equal([(1, new DateOnly(2025, 3, 12), new DateOnly(2025, 5, 4)), (4, new DateOnly(2025, 5, 5), new DateOnly(2025, 6, 30))], counts.Where(c => c.Number is 1 or 4).Select(c => (c.Number, c.From, c.To)));
        var view = (await new LoadProof(store, PracticeStore.Law).Handle(farm.Ref, await Counsel(), null, Cancel)).Value;
        Assert.Equal(
            view.Proof.Ties.Where(t => t.Column == "count:1").Select(t => t.Tie.Id.Value).Order().ToList(),
            view.Proof.Ties.Where(t => t.Column == "count:4").Select(t => t.Tie.Id.Value).Order());
        Assert.Equal("rows.changed-meanwhile", (await new SplitCount(store).Handle(new(farm.Ref, 1, 1, new(2025, 4, 5)), await Counsel(), Cancel)).Error?.Key);
    }

    [Theory]
    [InlineData("us.1589-a.knowingly")]
    [InlineData(null)]
    public async Task A_ruling_on_a_count_stands_against_both_halves_of_it(string? leaf)
    {
        var element = new Target(TargetKind.Element, (await Case()).Counts.Single(c => c.Number == 1).Id.Value, leaf);
        var entered = (await new EnterChallenge(store, PracticeStore.Law).Handle(
            new(farm.Ref, ArguedBy.Defence, element, ChallengeMode.Rebut, "Not made out in law", ChallengeStatus.Filed, []), await Counsel(), Cancel)).Value;
        Assert.True((await new RuleOnChallenge(store).Handle(new(entered, 1, ChallengeStatus.Filed, Ruling.Sustained, "Order 3"), await Counsel(), Cancel)).IsOk);
        Assert.Equal(4, (await new SplitCount(store).Handle(new(farm.Ref, 1, 1, new(2025, 5, 5)), await Counsel(), Cancel)).Value);
        var view = (await new LoadProof(store, PracticeStore.Law).Handle(farm.Ref, await Counsel(), null, Cancel)).Value;
        var standing = view.Engine.Evaluate();
        Assert.All(
            view.Proof.Columns.Where(column => column.Count!.Number is 1 or 4),
            column => Assert.Equal(Onus.Domain.Proof.ProofState.Fails, standing[leaf is null ? column.Goal : column.Node(leaf), Onus.Domain.Proof.Reading.RuledOnly]));
        Assert.Equal(2, view.Case.Challenges.Count(challenge => challenge.Text == "Not made out in law" && challenge.Ruling == Ruling.Sustained));
    }

    [Fact]
    public async Task A_count_that_the_parts_of_people_no_longer_fit_says_so()
    {
        Assert.DoesNotContain(await Beside(1), s => s.Contains("no longer a defendant", StringComparison.Ordinal));
        foreach (var (who, roles) in new[] { (farm.Foreman, new[] { PersonRole.Witness }), (farm.Survivor, [PersonRole.Defendant]) })
        {
            Assert.True((await new ChangePerson(store, Unit.Texts).Handle(new() { Case = farm.Ref, Person = who.Id, Version = 1, Pseudonym = who.Pseudonym, Roles = roles }, await Counsel(), Cancel)).IsOk);
        }

        Assert.Contains(await Beside(1), s => s.StartsWith("This count is against Defendant 1, who is no longer a defendant", StringComparison.Ordinal));
        Assert.Contains(await Beside(1), s => s.StartsWith("This count is for Survivor B, who is no survivor", StringComparison.Ordinal));
        Assert.DoesNotContain(await Beside(2), s => s.StartsWith("This count is against", StringComparison.Ordinal));

        async Task<IReadOnlyList<string>> Beside(int number) =>
            CountAnswers.Of((await new LoadProof(store, PracticeStore.Law).Handle(farm.Ref, await Counsel(), null, Cancel)).Value, Unit.Texts, number)!.Beside;
    }

    private async Task<Actor> Counsel() => (await store.ActorOf(person.Id, null, Cancel))!;

    private async Task<CaseSnapshot> Case() => (await new LoadCase(store).Handle(farm.Ref, await Counsel(), Cancel)).Value;
}
