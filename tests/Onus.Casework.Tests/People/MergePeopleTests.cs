using Onus.Casework.Cases;
using Onus.Casework.Log;
using Onus.Casework.People;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;
using Onus.Store.Tests;
using Onus.Tests;

namespace Onus.Casework.Tests.People;

public sealed class MergePeopleTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-merge-").FullName;
    private readonly Account counsel = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
    private readonly Account police = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator" };
    private OnusStore store = null!;
    private FarmCase farm = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await TestDatabase.Open(folder);
        await using (var work = store.Begin(new Actor(counsel.Id, counsel.Name, [])))
        {
            work.Add(counsel);
            work.Add(police);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        farm = await FarmCase.Seed(store, new Actor(counsel.Id, counsel.Name, []), police.Id, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        await ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Everything_that_named_the_other_names_the_one_who_stays()
    {
        var other = await Add("Defendant 9", PersonRole.Defendant);
        var witness = await Add("Witness 9", PersonRole.Witness);
        var theirs = new Foundation { Id = new(Guid.CreateVersion7()), CaseId = farm.Id, Kind = FoundationKind.Witness, Label = "Witness 9", Person = witness };
        var exhibit = new Exhibit { Id = new(Guid.CreateVersion7()), CaseId = farm.Id, Number = 99, Title = "A second statement", Origins = [new(witness)], Factual = [theirs.Id, farm.Interpreter.Id] };
        var tie = new FactTie { Id = new(Guid.CreateVersion7()), CaseId = farm.Id, Fact = farm.Passport.Id, OffenceId = "us.1589-a", LeafId = "us.1589-a.knowingly", Defendants = [farm.Foreman.Id, other], Survivors = [witness] };
        await Write(
            theirs, exhibit, tie,
            new Count { Id = new(Guid.CreateVersion7()), CaseId = farm.Id, Number = 9, OffenceId = "us.1589-a", Defendant = other, Survivor = witness, From = new(2025, 4, 1), To = new(2025, 4, 2) },
            new WishEntry { Id = Guid.CreateVersion7(), CaseId = farm.Id, Person = witness, Wish = TestimonyWish.Undecided, SaidOn = new(2025, 6, 1), SaidTo = "Officer 4", NotedBy = "Demo person 1", NotedAt = default },
            new EvidenceRequest { Kind = Addressee.Police, Id = new(Guid.CreateVersion7()), CaseId = farm.Id, Number = 1, To = "The clinic", What = "A letter", Why = "Wages", Asks = witness },
            new SharedWhatIf { Id = Guid.CreateVersion7(), CaseId = farm.Id, Struck = [theirs.Id, farm.Testimony.Id], Title = "Both", Author = "Demo person 2" },
            new Challenge { Id = new(Guid.CreateVersion7()), CaseId = farm.Id, By = ArguedBy.Defence, On = new(TargetKind.Foundation, theirs.Id.Value), Mode = ChallengeMode.Impeach, Text = "Paid" });

        Assert.Equal("rows.changed-meanwhile", (await Merge(farm.Survivor.Id, witness, keepVersion: 2)).Error?.Key);
        Assert.True((await Merge(farm.Survivor.Id, witness)).IsOk);
        Assert.True((await Merge(farm.Owner.Id, other)).IsOk);

        var after = await Case();
        Assert.DoesNotContain(after.People, p => p.Id == witness || p.Id == other);
        Assert.Equal([PersonRole.Survivor, PersonRole.Witness], after.People.Single(p => p.Id == farm.Survivor.Id).Roles);
        Assert.Equal(TestimonyWish.Undecided, after.People.Single(p => p.Id == farm.Survivor.Id).Wish);
        Assert.DoesNotContain(after.Foundations, f => f.Id == theirs.Id);
        var moved = after.Exhibits.Single(e => e.Id == exhibit.Id);
        Assert.Equal([new Origin(farm.Survivor.Id)], moved.Origins);
        Assert.Equal([farm.Testimony.Id, farm.Interpreter.Id], moved.Factual);
        var count = after.Counts.Single(c => c.Number == 9);
        Assert.Equal((farm.Owner.Id, (PersonId?)farm.Survivor.Id), (count.Defendant, count.Survivor));
        Assert.Equal([farm.Foreman.Id, farm.Owner.Id], after.FactTies.Single(t => t.Id == tie.Id).Defendants);
        Assert.Equal([farm.Survivor.Id], after.FactTies.Single(t => t.Id == tie.Id).Survivors);
        Assert.Equal(farm.Testimony.Id.Value, Assert.Single(after.Challenges).On.Id);
        await using (var work = store.Begin(await Actor(counsel)))
        {
            Assert.Equal(farm.Survivor.Id, work.Db.Requests.Single().Asks);
            Assert.Equal(farm.Survivor.Id, work.Db.Wishes.Single().Person);
            Assert.Equal([farm.Testimony.Id], work.Db.WhatIfs.Single().Struck);
        }

        // One entry on each side that was touched.
        var log = (await new ReadLog(store).Handle(farm.Ref, 1, await Actor(counsel), Cancel)).Value.Entries.Select(e => e.Told!).Where(e => e.Kind == "people-merged").ToList();
        Assert.Equal(4, log.Count);
        Assert.Equal(2, log.Count(e => e.In == CompartmentKind.CounselsPapers));
    }

    [Fact]
    public async Task Whoever_turns_out_to_be_the_one_who_withdrew_is_asked_nothing_more()
    {
        var witness = await Add("Witness 9", PersonRole.Witness);
        Assert.True((await new NoteWish(store, Unit.Texts).Handle(new(farm.Ref, witness, 1, TestimonyWish.Withdraws, new(2025, 6, 1), "", "Officer 4", ""), await Actor(counsel), Cancel)).IsOk);
        await Write(
            new EvidenceRequest { Id = new(Guid.CreateVersion7()), CaseId = farm.Id, Number = 1, Kind = Domain.Requests.Addressee.Survivor, To = "Survivor B", What = "A letter", Why = "Wages" },
            new EvidenceRequest { Id = new(Guid.CreateVersion7()), CaseId = farm.Id, Number = 2, Kind = Domain.Requests.Addressee.ThirdParty, To = "The bank", What = "Statements of Survivor B", Why = "Wages" });
        Assert.True((await Merge(farm.Survivor.Id, witness, goneVersion: 2)).IsOk);
        await using var work = store.Begin(await Actor(counsel));
        Assert.Equal(["Stopped: whom it asks has withdrawn.", ""], work.Db.Requests.OrderBy(r => r.Number).Select(r => r.Stopped));
        Assert.Equal(TestimonyWish.Withdraws, work.Db.People.Single(p => p.Id == farm.Survivor.Id).Wish);
    }

    [Fact]
    public async Task Two_people_of_whom_one_is_charged_for_the_other_cannot_be_one()
    {
        var refused = (await Merge(farm.Survivor.Id, farm.Foreman.Id)).Error!;
        Assert.Equal("people.merge-against", refused.Key);
        Assert.Contains("Count 1", Unit.Texts.Of(refused), StringComparison.Ordinal);
        Assert.Equal("people.merge-itself", (await Merge(farm.Survivor.Id, farm.Survivor.Id)).Error?.Key);
        Assert.Equal("cases.counsel-only", (await Merge(farm.Owner.Id, farm.Foreman.Id, by: police)).Error?.Key);
    }

    [Fact]
    public async Task An_officer_who_turns_out_to_be_a_witness_does_not_keep_a_name_of_the_files()
    {
        var (officer, witness) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        await Write(
            new Person { Id = officer, CaseId = farm.Id, Pseudonym = "Kalm Ostrik", Roles = [PersonRole.Officer] },
            new Person { Id = witness, CaseId = farm.Id, Pseudonym = "Witness 9", Roles = [PersonRole.Witness], Aliases = ["kalm ostrik +100"] });
        var refused = (await Merge(officer, witness)).Error!;
        Assert.Equal("people.merge-real", refused.Key);
        Assert.Contains("keep Witness 9", Unit.Texts.Of(refused), StringComparison.Ordinal);
        Assert.True((await Merge(witness, officer)).IsOk);
        Assert.Equal([PersonRole.Witness, PersonRole.Officer], (await Case()).People.Single(p => p.Id == witness).Roles);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(store).Handle(farm.Ref, await Actor(counsel), Cancel)).Value;

    private async Task<Actor> Actor(Account who) => (await store.ActorOf(who.Id, null, Cancel))!;

    private async Task<PersonId> Add(string name, PersonRole role) => (await new AddPerson(store, Unit.Texts).Handle(new(farm.Ref, name, [role], []), await Actor(counsel), Cancel)).Value;

    private async Task<Result<PersonId>> Merge(PersonId keep, PersonId gone, int keepVersion = 1, int goneVersion = 1, Account? by = null) =>
        await new MergePeople(store, Unit.Texts).Handle(new(farm.Ref, keep, keepVersion, gone, goneVersion), await Actor(by ?? counsel), Cancel);

    private async Task Write(params object[] rows)
    {
        await using var work = store.Begin(await Actor(counsel));
        foreach (var row in rows)
        {
            work.Add(row);
        }

        var done = await work.Commit(new LogEvent(farm.Id, Acts.PassageCited), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
    }
}
