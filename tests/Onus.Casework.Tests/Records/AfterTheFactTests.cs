using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Casework.Facts;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Records;

/// <summary>What somebody does to a passage or a fact after it was cited, and what is said of it elsewhere from then on.</summary>
public sealed class AfterTheFactTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-after-").FullName;
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
    public async Task A_fact_that_repeats_what_may_be_privileged_is_listed_without_its_words()
    {
        var row = seeded.Rows["chat.txt"].First(record => record.Sender == "Boss");
        var cited = (await Cite(new() { Case = seeded.Ref, Record = row.Id })).Value;
        var mark = new MarkForDisclosure(seeded.Store);
        Assert.True((await mark.Handle(new(seeded.Ref, null, cited.Fact, 1, HelpsDefence: true, Sensitive: false, Privileged: false), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Contains(row.Text!, await List(), StringComparison.Ordinal);
        Assert.True((await mark.Handle(new(seeded.Ref, row.Id, null, row.Version, HelpsDefence: false, Sensitive: false, Privileged: true), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.DoesNotContain(row.Text!, await List(), StringComparison.Ordinal);

        async Task<string> List()
        {
            var listed = (await new ListMarks(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
            return string.Join('\n', DisclosureList.Lists(listed).SelectMany(list => list.Items).Select(item => DisclosureList.Name(item, Unit.Texts)));
        }
    }

    [Fact]
    public async Task Who_puts_exhibits_together_has_not_looked_at_whose_words_they_are()
    {
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2");
        var rows = seeded.Rows["chat.txt"].Where(record => record.Sender == "Boss").Take(2).Select(record => record.Id).ToList();
        var cited = (await Cite(new() { Case = seeded.Ref, Record = rows[0], AlsoRecords = [rows[1]], Fact = "He knew it.", Elements = [Knowingly], Survivors = [seeded.Survivor.Id], Defendants = [seeded.Defendant.Id] })).Value;
        Assert.True((await new Casework.Charges.DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.True((await Cite(new() { Case = seeded.Ref, Record = rows[0], ExistingFact = cited.Fact, Words = new Origin(second.Id) })).IsOk);
        Assert.Single(await Moved());
        var snapshot = await Case();
        Assert.True((await new ShowTogether(seeded.Store).Handle(
            new(seeded.Ref, cited.Fact, snapshot.Facts.Single().Version, [.. snapshot.Exhibits.Select(exhibit => exhibit.Id)]), await seeded.Investigator(), Cancel)).IsOk);
        Assert.Single(await Moved());
        var fact = (await Case()).Facts.Single();
        Assert.True((await new EditFact(seeded.Store).Handle(new(seeded.Ref, fact.Id, fact.Version, fact.Sentence, fact.On), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Empty(await Moved());

        async Task<IReadOnlyList<MovedWords>> Moved() => (await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value.Moved;
    }

    [Fact]
    public async Task What_the_court_ruled_of_one_defendant_is_not_ruled_of_another_by_a_changed_count_or_a_longer_tie()
    {
        var second = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2");
        var command = new CitePassage.Command
        {
            Case = seeded.Ref,
            Record = seeded.Rows["chat.txt"].First(record => record.Sender == "Boss").Id,
            Elements = [Knowingly],
            Survivors = [seeded.Survivor.Id],
            Defendants = [seeded.Defendant.Id],
        };
        var tie = (await Cite(command)).Value.Ties.Single();
        Assert.True((await new Casework.Charges.DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), await seeded.Prosecutor(), Cancel)).IsOk);
        var count = (await Case()).Counts.Single();
        foreach (var on in new[] { new Target(TargetKind.FactTie, tie.Value), new Target(TargetKind.Element, count.Id.Value, Knowingly.LeafId) })
        {
            Assert.True((await new Casework.Challenges.EnterChallenge(seeded.Store, PracticeStore.Law).Handle(
                new(seeded.Ref, ArguedBy.Defence, on, on.Kind == TargetKind.FactTie ? ChallengeMode.Undercut : ChallengeMode.Rebut, "He knew nothing", ChallengeStatus.Filed, [], Ruling: Ruling.Overruled, Reference: "Order 7"),
                await seeded.Prosecutor(), Cancel)).IsOk);
        }

        Assert.True((await Cite(command with { Defendants = [second.Id] })).IsOk);
        Assert.Equal([[seeded.Defendant.Id], [second.Id]], (await Case()).FactTies.OrderBy(one => one.Id != tie).Select(one => one.Defendants));
        // The same people again are under the same ruling.
        Assert.Equal([tie], (await Cite(command)).Value.Ties);

        var change = new Casework.Charges.ChangeCount(seeded.Store, PracticeStore.Law);
        var refused = (await change.Handle(new(seeded.Ref, 1, 1, "us.1589-a", second.Id, seeded.Survivor.Id, count.From, count.To), await seeded.Prosecutor(), Cancel)).Error!;
        Assert.Equal("counts.ruled-on", refused.Key);
        Assert.Contains("Order 7", Unit.Texts.Of(refused), StringComparison.Ordinal);
        Assert.True((await change.Handle(new(seeded.Ref, 1, 1, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, count.From, count.To.AddDays(1)), await seeded.Prosecutor(), Cancel)).IsOk);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<Result<CitePassage.Cited>> Cite(CitePassage.Command command) =>
        await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(command, await seeded.Prosecutor(), Cancel);
}
