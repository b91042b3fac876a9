using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Records;

/// <summary>A citation made by mistake is taken back, and nothing else with it.</summary>
public sealed class TakeBackCitationTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-take-back-").FullName;
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
    public async Task One_slip_against_several_facts_is_taken_back_in_one_act_and_what_stood_before_stays()
    {
        var (first, second) = (await Cite(0), await Cite(1));
        var meant = await Cite(2, command => command with { ExistingFact = first.Fact, Bearing = Bearing.Undermines });
        var slip = await Cite(2, command => command with { ExistingFact = first.Fact, AlsoAgainst = [second.Fact], Bearing = Bearing.Undermines });
        Assert.Equal([meant.Cite], meant.Fresh);
        var fresh = Assert.Single(slip.Fresh);

        Assert.Equal("cite.against-counsel", (await TakeBack(await seeded.Investigator(), fresh)).Error?.Key);
        // Nothing of it is taken back either where it stands among others.
        Assert.Equal("cite.against-counsel", (await TakeBack(await seeded.Investigator(), first.Cite, meant.Cite)).Error?.Key);
        Assert.Equal(4, (await Case()).ExhibitTies.Count);
        Assert.Equal("cite.take-back-reason-missing", (await TakeBack(await seeded.Prosecutor(), " ", fresh)).Error?.Key);
        var taken = await TakeBack(await seeded.Prosecutor(), "Meant for another fact", fresh);

        Assert.Equal((second.Fact, Bearing.Undermines), (Assert.Single(taken.Value.Ties).Fact, taken.Value.Ties[0].Bearing));
        var after = await Case();
        Assert.Equal([first.Cite, second.Cite, meant.Cite], after.ExhibitTies.Select(tie => tie.Id).OrderBy(id => id.Value));
        Assert.Equal((3, 2, 2), (after.Exhibits.Count, after.Facts.Count, after.FactTies.Count));
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        Assert.Single(await work.Db.Log.Where(entry => entry.Kind == "citation-taken-back").ToListAsync(Cancel));
        Assert.Equal("cite.not-cited", (await TakeBack(await seeded.Prosecutor(), "Meant for another fact", fresh)).Error?.Key);
    }

    [Fact]
    public async Task A_fact_that_was_written_for_a_slip_goes_with_it_and_one_of_somebodys_own_stays()
    {
        var (slip, own, shared) = (await Cite(0), await Cite(1, command => command with { Fact = "He kept the book." }), await Cite(2));
        await Cite(3, command => command with { ExistingFact = shared.Fact });
        // The police see nothing of what it is tied to, so for them it stays.
        var police = await Cite(4);
        Assert.True((await TakeBack(await seeded.Investigator(), police.Cite)).IsOk);
        Assert.True((await TakeBack(await seeded.Prosecutor(), slip.Cite, own.Cite, shared.Cite)).IsOk);
        var after = await Case();
        Assert.Equal([own.Fact, shared.Fact, police.Fact], after.Facts.Select(fact => fact.Id));
        Assert.DoesNotContain(after.FactTies, tie => tie.Fact == slip.Fact);
        // Tied with this citation alone, it is tied to nothing any more; what nothing else showed stays a sentence.
        Assert.DoesNotContain(after.FactTies, tie => tie.Fact == own.Fact);
        Assert.Contains(after.FactTies, tie => tie.Fact == shared.Fact);
        // Cited anew for somebody else it is theirs alone.
        var other = after.People.First(person => person.Id != seeded.Defendant.Id && person.Is(Domain.People.PersonRole.Defendant)).Id;
        var again = await Cite(0, command => command with { Defendants = [other] });
        Assert.Equal([other], Assert.Single((await Case()).FactTies, tie => tie.Fact == again.Fact).Defendants);
        // What nothing shows is spoken against by nothing that is cited against an element.
        Assert.DoesNotContain(own.Fact, Contest.Supporting(await Case(), [("us.1589-a", "us.1589-a.knowingly")], new Whom([], [])));
    }

    [Fact]
    public async Task A_fact_that_is_left_over_is_shown_again_by_the_same_passage_and_by_no_other()
    {
        var police = await Cite(4);
        Assert.True((await TakeBack(await seeded.Investigator(), police.Cite)).IsOk);
        var (own, used) = (await Cite(5, command => command with { Fact = "He kept the key." }), await Cite(6, command => command with { Fact = "He kept the gate." }));
        Assert.True((await TakeBack(await seeded.Prosecutor(), own.Cite)).IsOk);
        Assert.Equal(3, (await Case()).Facts.Count);

        Assert.NotEqual(police.Fact, (await Cite(7)).Fact);
        Assert.Equal(police.Fact, (await Cite(4, command => command with { Elements = [] })).Fact);
        Assert.Equal(own.Fact, (await Cite(5, command => command with { Fact = "He kept the key. " })).Fact);
        // What another exhibit shows is no left-over.
        Assert.NotEqual(used.Fact, (await Cite(8, command => command with { Fact = "He kept the gate." })).Fact);
        Assert.Equal(5, (await Case()).Facts.Count);
    }

    [Fact]
    public async Task What_changed_meanwhile_and_what_is_only_half_there_is_left_as_it_is()
    {
        var (first, second) = (await Cite(0), await Cite(1));
        var take = new TakeBackCitation(seeded.Store, Unit.Texts);
        Assert.Equal("rows.changed-meanwhile", (await take.Handle(new(seeded.Ref, [new(first.Cite, 1), new(second.Cite, 2)], ""), await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal("cite.not-cited", (await take.Handle(new(seeded.Ref, [new(first.Cite, 1), new(new TieId(Guid.CreateVersion7()), 1)], ""), await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal("cite.not-cited", (await take.Handle(new(seeded.Ref, [], ""), await seeded.Prosecutor(), Cancel)).Error?.Key);
        Assert.Equal(2, (await Case()).ExhibitTies.Count);
    }

    [Fact]
    public async Task What_spoke_against_a_fact_stays_listed_for_disclosure_until_counsel_lifts_its_mark_with_a_reason()
    {
        var shown = await Cite(0);
        var slip = await Cite(2, command => command with { ExistingFact = shown.Fact, Bearing = Bearing.Undermines });
        Assert.Equal("cite.take-back-reason-missing", (await TakeBack(await seeded.Prosecutor(), " ", slip.Cite)).Error?.Key);
        Assert.True((await TakeBack(await seeded.Prosecutor(), "Meant for another fact", slip.Cite)).IsOk);

        var item = Assert.Single((await Lists()).Marked, item => item.Record?.Id == seeded.Rows["chat.txt"][2].Id);
        var back = Assert.Single(item.TakenBack);
        Assert.Equal((true, slip.Exhibit, "Meant for another fact", (await seeded.Prosecutor()).Name), (item.Marks.HelpsDefence, back.Exhibit, back.Reason, back.By));
        var paper = (await new Casework.Papers.DisclosureList(seeded.Store, new ListMarks(seeded.Store), Practice.PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Contains("Meant for another fact", string.Concat(paper.Blocks.OfType<Casework.Documents.PrintTable>().SelectMany(table => table.Rows).SelectMany(row => row).SelectMany(cell => cell).Select(run => run.Text)), StringComparison.Ordinal);

        Assert.Equal("disclosure.taken-back-counsel", (await Unmark(await seeded.Investigator(), item, "A slip")).Error?.Key);
        Assert.Equal("disclosure.reason-missing", (await Unmark(await seeded.Prosecutor(), item, "")).Error?.Key);
        Assert.True((await Unmark(await seeded.Prosecutor(), item, "It says nothing of this case")).IsOk);
        Assert.DoesNotContain((await Lists()).Marked, one => one.Record?.Id == item.Record!.Id);
    }

    [Fact]
    public async Task What_is_marked_as_helping_the_defence_is_taken_back_by_whoever_cited_it_with_a_reason()
    {
        var record = seeded.Rows["chat.txt"][3];
        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, record.Id, null, record.Version, HelpsDefence: true, Sensitive: false, Privileged: false), await seeded.Investigator(), Cancel)).IsOk);
        var cited = await Cite(3);

        Assert.Equal("cite.take-back-reason-missing", (await TakeBack(await seeded.Investigator(), "", cited.Cite)).Error?.Key);
        Assert.True((await TakeBack(await seeded.Prosecutor(), "Another message shows it", cited.Cite)).IsOk);

        // The sentence that was written of it helps the defence too, and does not go with it.
        Assert.Contains((await Case()).Facts, fact => fact.Id == cited.Fact);
        Assert.Equal("Another message shows it", Assert.Single(Assert.Single((await Lists()).Marked, item => item.Record?.Id == record.Id).TakenBack).Reason);
    }

    [Fact]
    public async Task What_was_taken_back_in_the_same_act_and_spoke_against_nothing_is_not_listed_as_if_it_had()
    {
        var (shown, other) = (await Cite(0), await Cite(1));
        var slip = await Cite(2, command => command with { ExistingFact = shown.Fact, Bearing = Bearing.Undermines });
        Assert.True((await TakeBack(await seeded.Prosecutor(), "Meant for another case", slip.Cite, other.Cite)).IsOk);
        Assert.True((await TakeBack(await seeded.Investigator(), "Cited twice", shown.Cite)).IsOk);

        // Somebody marks them for what they say.
        var mark = new MarkForDisclosure(seeded.Store);
        foreach (var row in seeded.Rows["chat.txt"].Take(2))
        {
            Assert.True((await mark.Handle(new(seeded.Ref, row.Id, null, row.Version, HelpsDefence: true, Sensitive: false, Privileged: false), await seeded.Investigator(), Cancel)).IsOk);
        }

        var lists = await Lists();
        Assert.Equal([slip.Exhibit], lists.Marked.SelectMany(item => item.TakenBack).Select(back => back.Exhibit));
        // So whoever marked them lifts it again.
        foreach (var item in lists.Marked.Where(item => item.Record is not null && item.TakenBack.Count == 0))
        {
            Assert.True((await Unmark(await seeded.Investigator(), item, "Looked at once more")).IsOk);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task To_take_back_is_not_to_consider(bool considered)
    {
        var row = seeded.Rows["chat.txt"][2];
        if (considered)
        {
            Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, false, Sensitive: true, false), await seeded.Investigator(), Cancel)).IsOk);
        }

        var shown = await Cite(0);
        var slip = await Cite(2, command => command with { ExistingFact = shown.Fact, Bearing = Bearing.Undermines });
        var before = (await Lists()).Against.Single(item => item.Record?.Id == row.Id).Marks;
        Assert.True((await TakeBack(await seeded.Prosecutor(), "Meant for another fact", slip.Cite)).IsOk);

        Assert.Equal(before with { HelpsDefence = true }, Assert.Single((await Lists()).Marked, item => item.Record?.Id == row.Id).Marks);
    }

    [Fact]
    public async Task A_passage_that_was_cited_for_what_helps_the_defence_is_said_to_have_been_and_not_to_have_spoken_against_a_fact()
    {
        var record = seeded.Rows["chat.txt"][3];
        Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, record.Id, null, record.Version, HelpsDefence: true, Sensitive: false, Privileged: false), await seeded.Investigator(), Cancel)).IsOk);
        var cited = await Cite(3);
        Assert.True((await TakeBack(await seeded.Investigator(), "Another message shows it", cited.Cite)).IsOk);

        var item = Assert.Single((await Lists()).Marked, item => item.Record?.Id == record.Id);

        Assert.DoesNotContain("against", Assert.Single(item.TakenBack).Told(Unit.Texts, said => said), StringComparison.Ordinal);
        // They took it back themselves, and lift the mark as every mark is lifted.
        Assert.True((await Unmark(await seeded.Investigator(), item, "It says nothing of this case")).IsOk);
    }

    [Fact]
    public async Task What_speaks_against_a_fact_stays_listed_where_its_file_is_withdrawn()
    {
        var shown = await Cite(0);
        await Cite(2, command => command with { ExistingFact = shown.Fact, Bearing = Bearing.Undermines });
        var file = (await Case()).Materials.Single(material => material.Name == "chat.txt");
        Assert.True((await new Casework.Files.WithdrawFile(seeded.Store).Handle(new(seeded.Ref, file.Id, file.Version, "Handed in twice"), await seeded.Prosecutor(), Cancel)).IsOk);

        Assert.Contains((await Lists()).Against, item => item.Record?.Id == seeded.Rows["chat.txt"][2].Id);
    }

    [Theory]
    [InlineData(Ruling.Sustained)]
    [InlineData(Ruling.Overruled)]
    public async Task What_the_court_ruled_on_is_not_taken_from_under_its_ruling(Ruling ruling)
    {
        var (ruled, argued) = (await Cite(0), await Cite(1));
        var enter = new EnterChallenge(seeded.Store, Practice.PracticeStore.Law);
        EnterChallenge.Command On(TieId tie, Ruling said) => new(
            seeded.Ref, ArguedBy.Defence, new Target(TargetKind.ExhibitTie, tie.Value), ChallengeMode.Undercut, "It shows something else", ChallengeStatus.Filed, [], Ruling: said, Reference: said == Ruling.None ? "" : "Order of 3 May");
        Assert.True((await enter.Handle(On(ruled.Cite, ruling), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.True((await enter.Handle(On(argued.Cite, Ruling.None), await seeded.Prosecutor(), Cancel)).IsOk);

        var refused = (await TakeBack(await seeded.Prosecutor(), ruled.Cite)).Error!;

        Assert.Equal("cite.ruled-on", refused.Key);
        Assert.Contains("Order of 3 May", Unit.Texts.Of(refused), StringComparison.Ordinal);
        // Whoever does not see challenges is not told what the ruling says, and takes nothing from under it either.
        var hidden = (await TakeBack(await seeded.Investigator(), ruled.Cite)).Error!;
        Assert.Equal("cite.ruled-on-counsel", hidden.Key);
        Assert.DoesNotContain("Order of 3 May", Unit.Texts.Of(hidden), StringComparison.Ordinal);
        Assert.True((await TakeBack(await seeded.Investigator(), argued.Cite)).IsOk);
        Assert.Equal([ruled.Cite], (await Case()).ExhibitTies.Select(tie => tie.Id));
    }

    private async Task<ListMarks.Answer> Lists() => (await new ListMarks(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value;

    private Task<Result<Marks>> Unmark(Actor actor, ListMarks.Item item, string reason) => new MarkForDisclosure(seeded.Store).Handle(
        new(seeded.Ref, item.Record!.Id, null, item.Record.Version, HelpsDefence: false, Sensitive: false, Privileged: false, reason), actor, Cancel);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private Task<Result<TakeBackCitation.Taken>> TakeBack(Actor actor, params TieId[] ties) => TakeBack(actor, "", ties);

    private Task<Result<TakeBackCitation.Taken>> TakeBack(Actor actor, string reason, params TieId[] ties) =>
        new TakeBackCitation(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [.. ties.Select(tie => new TakeBackCitation.Citation(tie, 1))], reason), actor, Cancel);

    private async Task<CitePassage.Cited> Cite(int row, Func<CitePassage.Command, CitePassage.Command>? change = null)
    {
        var command = new CitePassage.Command
        {
            Case = seeded.Ref,
            Record = seeded.Rows["chat.txt"][row].Id,
            Elements = [new("us.1589-a", "us.1589-a.knowingly")],
            Survivors = [seeded.Survivor.Id],
            Defendants = [seeded.Defendant.Id],
        };
        return (await new CitePassage(seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(seeded.Store, new())).Handle(change is null ? command : change(command), await seeded.Prosecutor(), Cancel)).Value;
    }
}
