using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.People;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Charges;

/// <summary>Counts and challenges that could not mean anything are not written.</summary>
public sealed class DraftCountTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_count_names_its_survivor_where_the_law_charges_for_one_at_a_time()
    {
        await using var unit = await Unit.Open();
        Assert.Equal("counts.survivor-needed", (await Draft(unit, "us.1589-a", null)).Error?.Key);
        Assert.True((await Draft(unit, "us.1589-a", unit.Survivor)).IsOk);
        Assert.True((await Draft(unit, "us.1594-b", null)).IsOk);
        Assert.Contains("18 USC 1589(a)", Unit.Texts.Of((await Draft(unit, "us.1589-a", null)).Error!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_challenge_or_an_answer_names_is_there()
    {
        await using var unit = await Unit.Open();
        var drafted = await Draft(unit, "us.1589-a", unit.Survivor);
        Assert.True(drafted.IsOk);
        CountId count;
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            count = work.Db.Counts.Single(c => c.CaseId == unit.Case).Id;
        }

        Assert.Equal("challenges.target-missing", (await Enter(unit, ArguedBy.Defence, new Target(TargetKind.Element, count.Value, "us.1589-a.no-such-leaf"))).Error?.Key);
        Assert.True((await Enter(unit, ArguedBy.Defence, new Target(TargetKind.Element, count.Value, "us.1589-a.knowingly"))).IsOk);
        var challenge = await Enter(unit, ArguedBy.Defence, new Target(TargetKind.Foundation, unit.Warrant.Value), ChallengeMode.Exclude);
        Assert.True(challenge.IsOk);
        Assert.Equal("challenges.mode-senseless", (await Enter(unit, ArguedBy.Defence, new Target(TargetKind.Foundation, unit.Warrant.Value), ChallengeMode.Impeach)).Error?.Key);
        var on = new Target(TargetKind.Challenge, challenge.Value.Value);
        Assert.Equal("challenges.premise-missing", (await Enter(unit, ArguedBy.Prosecution, on, new Target(TargetKind.Exhibit, Guid.CreateVersion7()))).Error?.Key);
        Assert.Equal("challenges.premise-missing", (await Enter(unit, ArguedBy.Prosecution, on, on)).Error?.Key);
        Assert.True((await Enter(unit, ArguedBy.Prosecution, on, new Target(TargetKind.Foundation, unit.Warrant.Value))).IsOk);
    }

    private static async Task<Result<int>> Draft(Unit unit, string offence, PersonId? survivor)
    {
        var defendant = (await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant " + Guid.CreateVersion7(), [PersonRole.Defendant], []), unit.Counsel, Cancel)).Value;
        return await new DraftCount(unit.Store, PracticeStore.Law).Handle(new(Unit.Ref, offence, defendant, survivor, new(2025, 3, 1), new(2025, 4, 1)), unit.Counsel, Cancel);
    }

    private static Task<Result<ChallengeId>> Enter(Unit unit, ArguedBy by, Target on, params Target[] premises) => Enter(unit, by, on, ChallengeMode.Rebut, premises);

    private static Task<Result<ChallengeId>> Enter(Unit unit, ArguedBy by, Target on, ChallengeMode mode, params Target[] premises) =>
        new EnterChallenge(unit.Store, PracticeStore.Law).Handle(new(Unit.Ref, by, on, mode, "It is not so", ChallengeStatus.Possible, premises), unit.Counsel, Cancel);
}
