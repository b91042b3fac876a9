using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Seeds;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Casework.Tests.Cases;

/// <summary>What police, a mentor or a narrower authority change of what counsel and the court are shown: nothing in silence.</summary>
public sealed class SameForAllReadersTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-readers-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        seeded = await SeededCase.In(folder);
        Assert.True((await new DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 3, 1), new(2025, 6, 1)), await seeded.Prosecutor(), Cancel)).IsOk);
    }

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whose_device_or_consent_it_is_stays_too_and_what_no_exhibit_rests_on_is_corrected_by_police()
    {
        var cited = (await Cite(seeded.Rows["chat.txt"][0])).Value;
        var edit = new EditFoundation(seeded.Store);
        var id = (await Case()).Exhibits.Single(e => e.Id == cited.Exhibit).Legal[0];
        var way = (await Case()).Foundations.Single(f => f.Id == id);
        Assert.True((await edit.Handle(new(id, way.Version, way.Label, way.Person, seeded.Survivor.Id), await seeded.Investigator(), Cancel)).IsOk);
        Assert.Equal("foundations.person-counsel", (await edit.Handle(new(id, way.Version + 1, way.Label, way.Person, null), await seeded.Investigator(), Cancel)).Error?.Key);

        var unused = (await new AddFoundation(seeded.Store).Handle(new(seeded.Ref, FoundationKind.Device, "Her old phone", Whose: seeded.Survivor.Id), await seeded.Investigator(), Cancel)).Value;
        Assert.True((await edit.Handle(new(unused, 1, "His old phone", null, seeded.Defendant.Id), await seeded.Investigator(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData(TargetKind.Exhibit)]
    [InlineData(TargetKind.Admission)]
    [InlineData(TargetKind.Foundation)]
    public async Task A_paper_that_is_filed_says_what_the_court_kept_out_whoever_prints_it_and_nothing_of_a_challenge_without_a_ruling(TargetKind kind)
    {
        var cited = (await Cite(seeded.Row("chat.txt", "You owe 1,400"))).Value;
        Assert.True((await Cite(seeded.Rows["statement.docx"][2])).IsOk);
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == cited.Exhibit);
        var on = new Target(kind, kind == TargetKind.Foundation ? exhibit.Legal[0].Value : exhibit.Id.Value);
        var challenge = (await new EnterChallenge(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, on, ChallengeMode.Exclude, "Our weak point", ChallengeStatus.Filed, []), await seeded.Prosecutor(), Cancel)).Value;
        var papers = await Papers(await seeded.Investigator());
        Assert.DoesNotContain("kept out", papers, StringComparison.OrdinalIgnoreCase);
        Assert.Empty((await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value.Rulings);
        Assert.True((await new RuleOnChallenge(seeded.Store).Handle(new(challenge, 1, ChallengeStatus.Filed, Ruling.Sustained, "Order 9"), await seeded.Prosecutor(), Cancel)).IsOk);
        papers = await Papers(await seeded.Investigator());
        Assert.Contains("kept out", papers, StringComparison.Ordinal);
        Assert.Contains("Order 9", papers, StringComparison.Ordinal);
        Assert.DoesNotContain("Our weak point", papers, StringComparison.Ordinal);
        Assert.Equal(await Papers(await seeded.Prosecutor()), papers);
        var seen = (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value;
        Assert.Empty(seen.Challenges);
        Assert.All(seen.Rulings, ruled => Assert.Equal(("", 0), (ruled.Text, ruled.Premises.Count)));
    }

    [Fact]
    public async Task What_a_ruling_says_of_facts_and_ties_stays_with_counsel()
    {
        var cited = (await Cite(seeded.Rows["chat.txt"][0])).Value;
        Assert.True((await new EnterChallenge(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.FactTie, cited.Ties[0].Value), ChallengeMode.Undercut, "Our weak point", ChallengeStatus.Filed, [], false, Ruling.Sustained, "Order 9"),
            await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Empty((await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value.Rulings);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_record_prints_nothing_of_it()
    {
        Assert.True((await Cite(seeded.Rows["chat.txt"][0])).IsOk);
        var mentor = await seeded.Investigator();
        mentor = mentor with { Cases = [.. mentor.Cases.Select(member => member with { Role = MemberRole.Mentor })] };
        Assert.Equal("cases.not-found", (await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, mentor, Cancel)).Error?.Key);
        Assert.Equal("cases.not-found", (await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, mentor, Cancel)).Error?.Key);
    }

    [Theory]
    [InlineData("people")]
    [InlineData("from")]
    [InlineData("to")]
    public async Task What_lies_outside_a_narrowed_authority_supports_nothing_until_counsel_says_so_and_every_page_says_it(string narrowed)
    {
        var row = seeded.Rows["chat.txt"].First(r => r is { Kind: RecordKind.Message, Sender: "Boss", TimeLocal: not null });
        var cited = (await Cite(row)).Value;
        Assert.Equal(ProofState.Stands, await State());
        var day = DateOnly.ParseExact(row.TimeLocal![..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await Narrow(
            file => file with
            {
                ScopePeople = narrowed == "people" ? ["Somebody else"] : [],
                ScopeFrom = narrowed == "from" ? day.AddDays(1) : null,
                ScopeTo = narrowed == "to" ? day.AddDays(-1) : null,
            },
            row);
        Assert.Equal(ProofState.Fails, await State());
        Assert.Contains("outside what the authority covers", string.Join('\n', await Beside()), StringComparison.Ordinal);
        var now = await Case();
        var exhibit = now.Exhibits.Single(e => e.Id == cited.Exhibit);
        Assert.Contains("Outside what the authority of its file covers", string.Join('\n', ExhibitNotes.Of(exhibit, now, PracticeStore.Law, Unit.Texts, filed: false)), StringComparison.Ordinal);
        var papers = await Papers(await seeded.Prosecutor());
        Assert.Contains("outside the authority", papers, StringComparison.Ordinal);
        Assert.DoesNotContain(exhibit.Quote.Length > 40 ? exhibit.Quote[..40] : exhibit.Quote, papers, StringComparison.Ordinal);

        var decide = new DecideDifferences(seeded.Store, Unit.Texts);
        var difference = now.Differences.Single();
        DecideDifferences.Command keep = new(seeded.Ref, difference.Material, [new(difference.Id, difference.Version, Accept: false)], []);
        Assert.Equal("files.difference-outside-counsel", (await decide.Handle(keep, await seeded.Investigator(), Cancel)).Error?.Key);
        Assert.True((await decide.Handle(keep, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Equal(ProofState.Stands, await State());
        Assert.Contains("it may lie outside what the authority covers", string.Join('\n', await Beside()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_otherwise_for_another_reason_goes_on_as_it_was_cited_and_what_is_outside_goes_on_contesting()
    {
        var row = seeded.Rows["chat.txt"].First(r => r is { Kind: RecordKind.Message, Sender: "Boss", TimeLocal: not null });
        var other = (await Cite(seeded.Rows["statement.docx"][2])).Value;
        Assert.True((await Cite(row, c => c with { ExistingFact = other.Fact, Bearing = Bearing.Undermines, Elements = [] })).IsOk);
        Assert.Equal(ProofState.Fails, await State(Reading.WithAll));
        await Narrow(file => file with { ScopePeople = ["Somebody else"] }, row);
        Assert.Equal(ProofState.Fails, await State(Reading.WithAll));
        Assert.Equal(ProofState.Stands, await State());
    }

    // As a corrected reading leaves it: the authority of the file, and a difference whose record the new reading does not have.
    private async Task Narrow(Func<Material, Material> scope, Store.Database.RecordRow row)
    {
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        var file = work.Db.Materials.Single(m => m.Id == row.Material);
        work.Change(file, scope(file));
        work.Add(new ReadingDifference
        {
            Id = Guid.CreateVersion7(),
            CaseId = seeded.Id,
            Material = row.Material,
            Exhibit = work.Db.Exhibits.Single(exhibit => exhibit.Record == row.Id).Id,
            Record = row.Id,
            Old = row.AsCited(),
            New = null,
            Reason = "The warrant names one person",
            CorrectedBy = "Officer",
            CorrectedAt = work.Now,
            State = DifferenceState.Open,
        });
        Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.ReadingCorrected), Cancel)).IsOk);
    }

    private async Task<IReadOnlyList<string>> Beside()
    {
        var view = (await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
        return CountAnswers.Of(view, Unit.Texts, 1)!.Beside;
    }

    private async Task<string> Papers(Actor actor) =>
        Text((await new ExhibitList(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value)
        + Text((await new ChronologySheet(seeded.Store, PracticeStore.Law, Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value);

    private static string Text(PrintDocument paper) =>
        string.Join('\n', paper.Blocks.OfType<PrintTable>().SelectMany(table => table.Rows).SelectMany(row => row).Select(cell => string.Concat(cell.Select(run => run.Text))));

    private async Task<ProofState> State(Reading reading = Reading.RuledOnly)
    {
        var proof = CaseProof.Of(await Case(), PracticeStore.Law);
        return new ProofEngine(proof.Graph).Evaluate()[proof.Columns.Single(c => c.Count?.Number == 1).Node(Knowingly.LeafId), reading];
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<Result<CitePassage.Cited>> Cite(Store.Database.RecordRow row, Func<CitePassage.Command, CitePassage.Command>? change = null)
    {
        var command = new CitePassage.Command { Case = seeded.Ref, Record = row.Id, Elements = [Knowingly], Survivors = [seeded.Survivor.Id], Defendants = [seeded.Defendant.Id] };
        return await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(change is null ? command : change(command), await seeded.Prosecutor(), Cancel);
    }
}
