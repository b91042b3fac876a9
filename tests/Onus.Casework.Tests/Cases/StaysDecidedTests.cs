using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Facts;
using Onus.Casework.Files;
using Onus.Casework.People;
using Onus.Casework.Proof;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Seeds;
using Onus.Store.Log;
using Ruling = Onus.Domain.Cases.Ruling;
using static Onus.Casework.Tests.ExhibitAsItIs;

namespace Onus.Casework.Tests.Cases;

/// <summary>What a court ruled and counsel decided stays so however a fact is tied, a person merged, renamed in part, or a file read again.</summary>
public sealed class StaysDecidedTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-decided-").FullName;
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
    public async Task A_tie_that_the_court_ruled_out_is_not_there_again_by_citing_for_one_more_defendant()
    {
        await Draft(seeded.Defendant.Id);
        var cited = (await Cite(0)).Value;
        Assert.Equal(ProofState.Stands, await State(1, Knowingly.LeafId));
        await Rule(new Target(TargetKind.FactTie, cited.Ties[0].Value), ChallengeMode.Undercut);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
        await Cite(0);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2").Id;
        var again = await Cite(0, c => c with { Defendants = [seeded.Defendant.Id, second] });
        Assert.True(again.IsOk);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
    }

    [Fact]
    public async Task Same_by_tying_the_fact_again_on_its_page()
    {
        await Draft(seeded.Defendant.Id);
        var cited = (await Cite(0)).Value;
        await Rule(new Target(TargetKind.FactTie, cited.Ties[0].Value), ChallengeMode.Undercut);
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2").Id;
        Assert.True((await new TieFact(seeded.Store, Practice.PracticeStore.Law).Handle(new(seeded.Ref, cited.Fact, [Knowingly], new Whom([seeded.Survivor.Id], [seeded.Defendant.Id, second]), ""), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
    }

    [Fact]
    public async Task An_element_that_is_no_defendants_own_is_ruled_out_and_a_defendant_comes_later()
    {
        var leaf = Practice.PracticeStore.Law.Packs.SelectMany(p => p.Offences).Where(o => o.Id == "us.1589-a").MaxBy(o => o.Validity.From)!.Leaves().First(l => !l.PerDefendant && l.Kind == LeafKind.Required);
        var element = new ElementRef("us.1589-a", leaf.Id);
        await Draft(seeded.Defendant.Id);
        var cited = (await Cite(0, c => c with { Elements = [element] })).Value;
        await Rule(new Target(TargetKind.FactTie, cited.Ties[0].Value), ChallengeMode.Undercut);
        Assert.Equal(ProofState.Fails, await State(1, leaf.Id));
        Assert.True((await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Defendant 3", [PersonRole.Defendant], []), await seeded.Prosecutor(), Cancel)).IsOk);
        var again = await Cite(0, c => c with { Elements = [element] });
        Assert.True(again.IsOk);
        Assert.Equal(ProofState.Fails, await State(1, leaf.Id));
    }

    [Fact]
    public async Task What_is_enough_only_together_stays_so_when_tied_for_more_people()
    {
        await Draft(seeded.Defendant.Id);
        var one = (await Cite(0)).Value;
        var two = (await Cite(1)).Value;
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            work.Add(new EnoughTogether { Id = Guid.CreateVersion7(), CaseId = seeded.Id, OffenceId = Knowingly.OffenceId, LeafId = Knowingly.LeafId, Ties = [one.Ties[0], two.Ties[0]], Reason = "only both", Author = "x" });
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FactsHeldTogether), Cancel)).IsOk);
        }
        Assert.True((await new TakeBackCitation(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, [new(two.Cite, 1)], ""), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2").Id;
        var her = (await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Survivor C", [PersonRole.Survivor], []), await seeded.Prosecutor(), Cancel)).Value;
        Assert.True((await new TieFact(seeded.Store, Practice.PracticeStore.Law).Handle(new(seeded.Ref, one.Fact, [Knowingly], new Whom([seeded.Survivor.Id, her], [seeded.Defendant.Id, second]), ""), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
    }

    [Fact]
    public async Task A_ruling_against_one_is_felt_when_two_turn_out_to_be_one()
    {
        await Draft(seeded.Defendant.Id);
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2");
        var one = (await Cite(0, c => c with { Fact = "He knew." })).Value;
        await Rule(new Target(TargetKind.FactTie, one.Ties[0].Value), ChallengeMode.Undercut);
        Assert.True((await new TieFact(seeded.Store, Practice.PracticeStore.Law).Handle(new(seeded.Ref, one.Fact, [Knowingly], new Whom([seeded.Survivor.Id], [second.Id]), ""), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
        var people = (await Case()).People;
        var merged = await new MergePeople(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, seeded.Defendant.Id, people.Single(p => p.Id == seeded.Defendant.Id).Version, second.Id, second.Version), await seeded.Prosecutor(), Cancel);
        Assert.Equal("people.merge-ruled", merged.Error?.Key);
        Assert.Equal(ProofState.Fails, await State(1, Knowingly.LeafId));
    }

    [Fact]
    public async Task A_statement_falls_with_its_witness_also_where_its_speaker_was_a_suspect_first()
    {
        await Draft(seeded.Defendant.Id);
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2");
        // The statement was taken while she was a suspect.
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            var file = work.Db.Materials.Single(m => m.CaseId == seeded.Id && m.Name == "statement.docx");
            work.Change(file, file with { FromPerson = second.Id });
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.AnswersCorrected), Cancel)).IsOk);
        }
        var cited = (await Cite(0, c => c with { Record = seeded.Rows["statement.docx"][2].Id })).Value;
        Assert.Equal(ProofState.Stands, await State(1, Knowingly.LeafId));
        Assert.True((await new ChangePerson(seeded.Store, Unit.Texts).Handle(new() { Case = seeded.Ref, Person = second.Id, Version = second.Version, Pseudonym = "Survivor C", Roles = [PersonRole.Survivor] }, await seeded.Prosecutor(), Cancel)).IsOk);
        var snapshot = await Case();
        var lines = Absence.Of(snapshot, Practice.PracticeStore.Law, second.Id)!.First(a => a.State == AbsenceState.DoesNotTestify).Lines.Single();
        Assert.Contains(lines.Lost, leaf => leaf.Id == Knowingly.LeafId);
    }

    [Fact]
    public async Task Words_that_a_corrected_reading_gives_to_another_are_named_in_the_count()
    {
        await Draft(seeded.Defendant.Id);
        var row = seeded.Rows["chat.txt"].First(r => r.Sender == "Boss" && r.Kind == RecordKind.Message);
        var cited = (await Cite(0, c => c with { Record = row.Id })).Value;
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == cited.Exhibit);
        Assert.Equal([seeded.Defendant.Id], exhibit.Origins.Select(o => o.Person!.Value));
        var difference = new ReadingDifference
        {
            Id = Guid.CreateVersion7(),
            CaseId = seeded.Id,
            Material = row.Material,
            Exhibit = exhibit.Id,
            Record = row.Id,
            Old = row.AsCited(),
            New = row.AsCited() with { Sender = "B" },
            Reason = "wrong order of dates",
            CorrectedBy = "x",
            CorrectedAt = default,
            State = DifferenceState.Open,
        };
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            work.Add(difference);
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.ReadingCorrected), Cancel)).IsOk);
        }
        Assert.True((await new DecideDifferences(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, row.Material, [new(difference.Id, 1, true)], []), await seeded.Prosecutor(), Cancel)).IsOk);
        exhibit = (await Case()).Exhibits.Single(e => e.Id == cited.Exhibit);
        Assert.Equal([seeded.Survivor.Id], exhibit.Origins.Select(o => o.Person!.Value));
        var proof = (await new LoadProof(seeded.Store, Practice.PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
        Assert.Equal(ProofState.Stands, await State(1, Knowingly.LeafId));
        Assert.Single(proof.Moved);
    }

    [Fact]
    public async Task What_relies_on_words_in_doubt_rests_on_doubt()
    {
        await Draft(seeded.Defendant.Id);
        var like = seeded.Rows["chat.txt"].First(r => r.Sender == "Boss" && r.Kind == RecordKind.Message);
        var row = like with { Id = new Sha256(new string('a', 64)), Sequence = 90_000, Warnings = ["third-name"] };
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.AddRecords([row]);
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }
        var leaves = Practice.PracticeStore.Law.OffenceAt("us.1589-a", new(2025, 3, 1)).Value.Leaves().Where(l => l.Kind != LeafKind.PleadedOnly).Select(l => new ElementRef("us.1589-a", l.Id)).ToList();
        var doubted = (await Cite(0, c => c with { Record = row.Id, Elements = leaves })).Value;
        Assert.True((await Proof()).RestsOnDoubt((await Proof()).Proof.Columns[0]));
        var report = (await Cite(0, c => c with { Record = seeded.Rows["lease.pdf"][0].Id, Elements = leaves, Fact = "The report says so." })).Value;
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == report.Exhibit);
        Assert.True((await new EditExhibit(seeded.Store, Practice.PracticeStore.Law, Unit.Texts).Handle(Unchanged(exhibit) with { ReliesOn = [doubted.Exhibit] }, await seeded.Prosecutor(), Cancel)).IsOk);
        var proof = await Proof();
        Assert.True(proof.RestsOnDoubt(proof.Proof.Columns[0]));
    }

    [Fact]
    public async Task Words_that_moved_away_from_one_who_is_merged_are_still_named()
    {
        await Draft(seeded.Defendant.Id);
        var second = (await Case()).People.Single(p => p.Pseudonym == "Defendant 2");
        var witness = (await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "Witness 8", [PersonRole.Witness], []), await seeded.Prosecutor(), Cancel)).Value;
        var row = seeded.Rows["chat.txt"].First(r => r.Sender == "Boss" && r.Kind == RecordKind.Message);
        var cited = (await Cite(0, c => c with { Record = row.Id, Words = new Origin(second.Id), Defendants = [second.Id] })).Value;
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == cited.Exhibit);
        Assert.True((await new EditExhibit(seeded.Store, Practice.PracticeStore.Law, Unit.Texts).Handle(Unchanged(exhibit) with { Origins = [new Origin(witness)] }, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Single((await Proof()).Moved);
        var people = (await Case()).People;
        var (one, two) = (people.Single(p => p.Id == seeded.Defendant.Id), people.Single(p => p.Id == second.Id));
        Assert.True((await new MergePeople(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, one.Id, one.Version, two.Id, two.Version), await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Stands, await State(1, Knowingly.LeafId));
        Assert.Single((await Proof()).Moved);
    }

    private async Task Draft(PersonId who) =>
        Assert.True((await new DraftCount(seeded.Store, Practice.PracticeStore.Law).Handle(new(seeded.Ref, "us.1589-a", who, seeded.Survivor.Id, new(2025, 3, 1), new(2025, 6, 1)), await seeded.Prosecutor(), Cancel)).IsOk);

    private async Task Rule(Target on, ChallengeMode mode) => Assert.True((await new EnterChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
        new(seeded.Ref, ArguedBy.Defence, on, mode, "It does not show that", ChallengeStatus.Filed, [], false, Ruling.Sustained, "Order 9"), await seeded.Prosecutor(), Cancel)).IsOk);

    private async Task<ProofState> State(int count, string leaf)
    {
        var proof = CaseProof.Of(await Case(), Practice.PracticeStore.Law);
        var column = proof.Columns.Single(c => c.Count?.Number == count);
        return new ProofEngine(proof.Graph).Evaluate()[column.Node(leaf), Reading.RuledOnly];
    }

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

    private async Task<ProofView> Proof() => (await new LoadProof(seeded.Store, Practice.PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
}
