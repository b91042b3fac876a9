using Onus.Casework.Challenges;
using Onus.Casework.Proof;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store.Content;
using Onus.Store.Log;
using Onus.Tests;

namespace Onus.Casework.Tests.Challenges;

/// <summary>Each side argues against what is the other's: evidence against a fact is the defence's, whoever found it.</summary>
public sealed class EnterChallengeTests : IAsyncLifetime
{
    private Unit unit = null!;
    private FarmCase farm = null!;
    private Actor counsel = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        unit = await Unit.Empty();
        var (prosecutor, police) = (Named("Demo person 2"), Named("Demo person 1"));
        await using (var work = unit.Store.Begin(new Actor(prosecutor.Id, prosecutor.Name, [])))
        {
            work.Add(prosecutor);
            work.Add(police);
            Assert.True((await work.Commit(new LogEvent(null, Side.Record, "accounts-made"), Cancel)).IsOk);
        }

        farm = await FarmCase.Seed(unit.Store, new Actor(prosecutor.Id, prosecutor.Name, []), police.Id, Cancel);
        counsel = (await unit.Store.ActorOf(prosecutor.Id, null, Cancel))!;

        static Account Named(string name) => new() { Id = new(Guid.CreateVersion7()), Name = name, Office = "Office" };
    }

    public ValueTask DisposeAsync() => unit.DisposeAsync();

    [Fact]
    public async Task Evidence_against_a_fact_is_answered_by_the_prosecution_alone()
    {
        var against = (await View()).Case.ExhibitTies.Single(tie => tie.Bearing == Bearing.Undermines);
        Assert.Equal("challenges.same-side", (await Enter(ArguedBy.Defence, against)).Error?.Key);
        Assert.Null((await Enter(ArguedBy.Prosecution, against)).Error);
        Assert.True(Assert.Single(CountAnswers.Of(await View(), Unit.Texts, 1)!.Challenges, line => line.On.Id == against.Id.Value).IsOut);
    }

    [Fact]
    public async Task Evidence_for_a_fact_is_attacked_by_the_defence_alone()
    {
        var cited = (await View()).Case.ExhibitTies.First(tie => tie.Bearing == Bearing.Supports);
        Assert.Equal("challenges.same-side", (await Enter(ArguedBy.Prosecution, cited)).Error?.Key);
        Assert.Null((await Enter(ArguedBy.Defence, cited)).Error);
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be()
    {
        var cited = (await View()).Case.ExhibitTies[0];
        Assert.Equal("challenges.target-missing", (await Enter(ArguedBy.Defence, cited with { Id = new TieId(Guid.Empty) })).Error?.Key);
    }

    private static LawPacks Law { get; } = LawPackFiles.Load(Path.Combine(ContentFolder.Find(), "law")).Packs;

    private Task<Result<ChallengeId>> Enter(ArguedBy by, ExhibitTie tie) => new EnterChallenge(unit.Store, Law).Handle(
        new(farm.Ref, by, new Target(TargetKind.ExhibitTie, tie.Id.Value), ChallengeMode.Undercut, "It was another gate.", ChallengeStatus.Possible, []), counsel, Cancel);

    private async Task<ProofView> View()
    {
        return (await new LoadProof(unit.Store, Law).Handle(farm.Ref, counsel, null, Cancel)).Value;
    }
}
