using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Foundations;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Seeds;
using Foundation = Onus.Domain.Evidence.Foundation;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Casework.Tests.Cases;

/// <summary>The seeded case, with what it takes to cite in it, to rule on what was cited, and to ask how an element of a count stands.</summary>
public abstract class StruckCase : IAsyncLifetime
{
    protected static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-struck-").FullName;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected SeededCase Seeded { get; private set; } = null!;

    protected async Task<(Exhibit Exhibit, Foundation Warrant)> CitedAndStruck(bool byRuling)
    {
        await Draft();
        var cited = (await Cite(0)).Value;
        await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id, Elements = [] });
        var before = await Case();
        var exhibit = before.Exhibits.Single(e => e.Id == cited.Exhibit);
        var warrant = before.Foundations.Single(f => f.Id == exhibit.Legal[0]);
        await Strike(warrant, byRuling);
        Assert.Equal(ProofState.Fails, await State(1));
        return (exhibit, warrant);
    }

    protected async Task Strike(Foundation foundation, bool byRuling, ChallengeMode mode = ChallengeMode.Exclude)
    {
        if (byRuling)
        {
            await Rule(new Target(TargetKind.Foundation, foundation.Id.Value), mode);
            return;
        }

        Assert.True((await new DecideFoundation(Seeded.Store).Handle(new(foundation.Id, foundation.Version, FoundationStatus.Fallen, "Order 7"), await Seeded.Prosecutor(), Cancel)).IsOk);
    }

    protected async Task Rule(Target on, ChallengeMode mode, Ruling ruling = Ruling.Sustained) => Assert.True((await new EnterChallenge(Seeded.Store, Practice.PracticeStore.Law).Handle(
        new(Seeded.Ref, ArguedBy.Defence, on, mode, "It does not show that", ChallengeStatus.Filed, [], false, ruling, ruling == Ruling.None ? "" : "Order 9"), await Seeded.Prosecutor(), Cancel)).IsOk);

    protected async Task<FoundationId> Consent() =>
        (await new AddFoundation(Seeded.Store).Handle(new(Seeded.Ref, FoundationKind.Consent, "Consent of the landlord"), await Seeded.Investigator(), Cancel)).Value;

    protected async Task<Result<ExhibitId>> Edit(EditExhibit.Command command, Actor actor) => await new EditExhibit(Seeded.Store, Practice.PracticeStore.Law, Unit.Texts).Handle(command, actor, Cancel);

    protected async Task<Material> Chat() => (await Case()).Materials.Single(m => m.Name == "chat.txt");

    protected async Task Draft(PersonId? who = null) =>
        Assert.True((await new DraftCount(Seeded.Store, Practice.PracticeStore.Law).Handle(new(Seeded.Ref, "us.1589-a", who ?? Seeded.Defendant.Id, Seeded.Survivor.Id, new(2025, 3, 1), new(2025, 6, 1)), await Seeded.Prosecutor(), Cancel)).IsOk);

    protected async Task<ProofState> State(int count)
    {
        var proof = CaseProof.Of(await Case(), Practice.PracticeStore.Law);
        return new ProofEngine(proof.Graph).Evaluate()[proof.Columns.Single(c => c.Count?.Number == count).Node(Knowingly.LeafId), Reading.RuledOnly];
    }

    protected async Task<CaseSnapshot> Case() => (await new LoadCase(Seeded.Store).Handle(Seeded.Ref, await Seeded.Prosecutor(), Cancel)).Value;

    protected async Task<Result<CitePassage.Cited>> Cite(int row, Func<CitePassage.Command, CitePassage.Command>? change = null, Actor? actor = null)
    {
        var command = new CitePassage.Command
        {
            Case = Seeded.Ref,
            Record = Seeded.Rows["chat.txt"][row].Id,
            Elements = [Knowingly],
            Survivors = [Seeded.Survivor.Id],
            Defendants = [Seeded.Defendant.Id],
        };
        return await new CitePassage(Seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(Seeded.Store, new())).Handle(change is null ? command : change(command), actor ?? await Seeded.Prosecutor(), Cancel);
    }
}
