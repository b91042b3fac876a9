using Onus.Casework.Challenges;
using Onus.Casework.Documents;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
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
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
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
        // Said, and resting on nothing: it ends nothing, and the paper that counsel takes along says so too.
        Assert.Equal((false, true), await Line());
        Assert.Contains(" (answered, but the answer rests on nothing yet)", await Sheet(), StringComparison.Ordinal);
        Assert.True((await new EnterChallenge(unit.Store, Law).Handle(
            new(farm.Ref, ArguedBy.Prosecution, new Target(TargetKind.ExhibitTie, against.Id.Value), ChallengeMode.Undercut, "The bank has it.", ChallengeStatus.Possible, [new Target(TargetKind.Foundation, farm.Bank.Id.Value)]), counsel, Cancel)).IsOk);
        Assert.Equal((true, false), await Line());
        Assert.DoesNotContain("the answer rests on nothing yet", await Sheet(), StringComparison.Ordinal);

        async Task<(bool, bool)> Line() => Assert.Single(CountAnswers.Of(await View(), Unit.Texts, 1)!.Challenges, line => line.On.Id == against.Id.Value) is var line ? (line.IsOut, line.IsAsserted) : default;

        async Task<string> Sheet() => string.Join('\n', (await new GapSheet(unit.Store, new LoadProof(unit.Store, Law), new FindGaps(unit.Store), Unit.Texts).Handle(farm.Ref, counsel, Cancel)).Value
            .Blocks.OfType<PrintList>().SelectMany(list => list.Items).Select(item => string.Concat(item.Select(run => run.Text))));
    }

    [Fact]
    public async Task A_form_without_a_way_is_asked_for_one_and_not_told_that_it_is_the_wrong_one()
    {
        Assert.Equal("challenges.mode-missing", (await Way(ChallengeMode.Unknown)).Error?.Key);
        Assert.Equal("challenges.mode-senseless", (await Way(ChallengeMode.Rebut)).Error?.Key);
        Assert.Null((await Way(ChallengeMode.Exclude)).Error);

        Task<Result<ChallengeId>> Way(ChallengeMode mode) => new EnterChallenge(unit.Store, Law).Handle(
            new(farm.Ref, ArguedBy.Defence, new Target(TargetKind.Foundation, farm.Warrant.Id.Value), mode, "The warrant was stale.", ChallengeStatus.Possible, []), counsel, Cancel);
    }

    [Fact]
    public async Task Evidence_for_a_fact_is_attacked_by_the_defence_alone()
    {
        var cited = (await View()).Case.ExhibitTies.First(tie => tie.Bearing == Bearing.Supports);
        Assert.Equal("challenges.same-side", (await Enter(ArguedBy.Prosecution, cited)).Error?.Key);
        Assert.Null((await Enter(ArguedBy.Defence, cited)).Error);
    }

    [Fact]
    public async Task Only_what_somebody_said_is_taken_back()
    {
        var view = await View();
        var isSeen = new HashSet<bool>();
        foreach (var exhibit in view.Case.Exhibits)
        {
            var isWords = ChallengeRules.HoldsWords(exhibit, view.Case.Materials.FirstOrDefault(file => file.Id == exhibit.Material), view.Case.Foundations);
            isSeen.Add(isWords);
            var entered = await new EnterChallenge(unit.Store, Law).Handle(
                new(farm.Ref, ArguedBy.Defence, new Target(TargetKind.Exhibit, exhibit.Id.Value), ChallengeMode.Retract, "It is taken back.", ChallengeStatus.Possible, []), counsel, Cancel);
            Assert.Equal(isWords ? null : "challenges.mode-senseless", entered.Error?.Key);
            var disbelieved = (await new EnterChallenge(unit.Store, Law).Handle(
                new(farm.Ref, ArguedBy.Defence, new Target(TargetKind.Exhibit, exhibit.Id.Value), ChallengeMode.Impeach, "It is not so.", ChallengeStatus.Possible, []), counsel, Cancel)).Value;
            var changed = await new ChangeChallenge(unit.Store, Law).Handle(new(disbelieved, 1, "It is taken back.", ChallengeMode.Retract, false), counsel, Cancel);
            Assert.Equal(isWords ? null : "challenges.mode-senseless", changed.Error?.Key);
        }

        Assert.Contains(false, isSeen);
        Assert.Contains(true, isSeen);
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be()
    {
        var cited = (await View()).Case.ExhibitTies[0];
        Assert.Equal("challenges.target-missing", (await Enter(ArguedBy.Defence, cited with { Id = new TieId(Guid.Empty) })).Error?.Key);
    }

    [Fact]
    public async Task A_challenge_is_corrected_until_the_court_has_ruled()
    {
        var attack = (await new EnterChallenge(unit.Store, Law).Handle(
            new(farm.Ref, ArguedBy.Defence, new Target(TargetKind.Foundation, farm.Warrant.Id.Value), ChallengeMode.Exclude, "No judge sined it.", ChallengeStatus.Possible, []), counsel, Cancel)).Value;
        var change = new ChangeChallenge(unit.Store, Law);
        ChangeChallenge.Command command = new(attack, 1, " No judge signed it. ", ChallengeMode.Exclude, false);
        Assert.Equal("challenges.text-missing", (await change.Handle(command with { Text = " " }, counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.mode-senseless", (await change.Handle(command with { Mode = ChallengeMode.Impeach }, counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.not-found", (await change.Handle(command with { Challenge = new(Guid.CreateVersion7()) }, counsel, Cancel)).Error?.Key);
        Assert.True((await change.Handle(command, counsel, Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await change.Handle(command, counsel, Cancel)).Error?.Key);
        Assert.Equal("No judge signed it.", (await Of(attack))!.Text);

        var rule = new RuleOnChallenge(unit.Store);
        RuleOnChallenge.Command ruling = new(attack, 2, ChallengeStatus.Filed, Ruling.Sustained, "Order of 3 June");
        Assert.Equal("challenges.reference-missing", (await rule.Handle(ruling with { Reference = " " }, counsel, Cancel)).Error?.Key);
        Assert.True((await rule.Handle(ruling, counsel, Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await rule.Handle(ruling, counsel, Cancel)).Error?.Key);
        Assert.Equal((Ruling.Sustained, "Order of 3 June"), ((await Of(attack))!.Ruling, (await Of(attack))!.Reference));
        Assert.Equal("challenges.ruled-on", (await change.Handle(command with { Version = 3 }, counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.ruled-on", (await change.Remove(new(attack, 3, "Over"), counsel, Cancel)).Error?.Key);
    }

    [Fact]
    public async Task A_challenge_is_aimed_at_something_else_and_the_log_keeps_what_it_was_aimed_at()
    {
        var view = await View();
        var cited = view.Case.ExhibitTies.First(tie => tie.Bearing == Bearing.Supports);
        var enter = new EnterChallenge(unit.Store, Law);
        var attack = (await enter.Handle(new(farm.Ref, ArguedBy.Defence, new Target(TargetKind.Foundation, farm.Warrant.Id.Value), ChallengeMode.Exclude, "It is not so.", ChallengeStatus.Filed, []), counsel, Cancel)).Value;
        var change = new ChangeChallenge(unit.Store, Law);
        ChangeChallenge.Command command = new(attack, 1, "It is not so.", ChallengeMode.Undercut, false);
        Assert.Equal("challenges.same-side", (await change.Handle(command with { On = new(TargetKind.ExhibitTie, view.Case.ExhibitTies.Single(tie => tie.Bearing == Bearing.Undermines).Id.Value) }, counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.target-missing", (await change.Handle(command with { On = new(TargetKind.Element, view.Case.Counts[0].Id.Value, "us.1589-a.no-such") }, counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.mode-senseless", (await change.Handle(command with { On = new(TargetKind.Fact, cited.Fact.Value) }, counsel, Cancel)).Error?.Key);
        var police = (await unit.Store.ActorOf((await Police()).Id, null, Cancel))!;
        Assert.Equal("challenges.not-found", (await change.Handle(command with { On = new(TargetKind.ExhibitTie, cited.Id.Value) }, police, Cancel)).Error?.Key);
        Assert.True((await change.Handle(command with { On = new(TargetKind.ExhibitTie, cited.Id.Value) }, counsel, Cancel)).IsOk);
        Assert.Equal((new Target(TargetKind.ExhibitTie, cited.Id.Value), ChallengeMode.Undercut, ChallengeStatus.Filed), ((await Of(attack))!.On, (await Of(attack))!.Mode, (await Of(attack))!.Status));
        await using var work = unit.Store.Begin(counsel);
        Assert.Contains(work.Db.LogPayloads.Select(payload => payload.Json).ToList(), json => json.Contains(farm.Warrant.Id.Value.ToString(), StringComparison.Ordinal) && json.Contains(cited.Id.Value.ToString(), StringComparison.Ordinal));
        await new RuleOnChallenge(unit.Store).Handle(new(attack, 2, ChallengeStatus.Filed, Ruling.Overruled, "Order of 3 June"), counsel, Cancel);
        Assert.Equal("challenges.ruled-on", (await change.Handle(command with { Version = 3, On = new(TargetKind.Foundation, farm.Warrant.Id.Value), Mode = ChallengeMode.Exclude }, counsel, Cancel)).Error?.Key);
    }

    [Fact]
    public async Task An_answer_is_not_aimed_at_what_answers_it_however_far_round()
    {
        var enter = new EnterChallenge(unit.Store, Law);
        async Task<ChallengeId> Add(ArguedBy by, TargetKind kind, Guid on) => (await enter.Handle(
            new(farm.Ref, by, new Target(kind, on), kind == TargetKind.Foundation ? ChallengeMode.Exclude : ChallengeMode.Rebut, "It is not so.", ChallengeStatus.Possible, []), counsel, Cancel)).Value;
        var (first, second) = (await Add(ArguedBy.Defence, TargetKind.Foundation, farm.Warrant.Id.Value), await Add(ArguedBy.Defence, TargetKind.Foundation, farm.Bank.Id.Value));
        var answer = await Add(ArguedBy.Prosecution, TargetKind.Challenge, first.Value);
        var reply = await Add(ArguedBy.Defence, TargetKind.Challenge, answer.Value);
        var last = await Add(ArguedBy.Prosecution, TargetKind.Challenge, reply.Value);
        var change = new ChangeChallenge(unit.Store, Law);
        ChangeChallenge.Command command = new(answer, 1, "It is so.", ChallengeMode.Rebut, true);
        Assert.Equal("challenges.answers-itself", (await change.Handle(command with { On = new(TargetKind.Challenge, reply.Value) }, counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.answers-itself", (await change.Handle(new(reply, 1, "It is not so.", ChallengeMode.Rebut, false, new(TargetKind.Challenge, last.Value)), counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.same-side", (await change.Handle(command with { On = new(TargetKind.Challenge, answer.Value) }, counsel, Cancel)).Error?.Key);
        Assert.True((await change.Handle(command with { On = new(TargetKind.Challenge, second.Value) }, counsel, Cancel)).IsOk);
        Assert.Equal(second.Value, (await Of(answer))!.On.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_is_made_stronger_or_weaker_and_taken_out_before_what_it_answers(bool competes)
    {
        var against = (await View()).Case.ExhibitTies.Single(tie => tie.Bearing == Bearing.Undermines);
        var answer = (await new EnterChallenge(unit.Store, Law).Handle(
            new(farm.Ref, ArguedBy.Prosecution, new Target(TargetKind.ExhibitTie, against.Id.Value), ChallengeMode.Undercut, "It was another gate.", ChallengeStatus.Possible, [new Target(TargetKind.Foundation, farm.Bank.Id.Value)], Competes: !competes), counsel, Cancel)).Value;
        var change = new ChangeChallenge(unit.Store, Law);
        Assert.True((await change.Handle(new(answer, 1, "It was the gate of the yard.", ChallengeMode.Exclude, competes), counsel, Cancel)).IsOk);
        var changed = (await Of(answer))!;
        // How it works is not asked of an answer.
        Assert.Equal((competes, ChallengeMode.Undercut, "It was the gate of the yard."), (changed.Competes, changed.Mode, changed.Text));
        Assert.Equal(!competes, Assert.Single(CountAnswers.Of(await View(), Unit.Texts, 1)!.Challenges, line => line.On.Id == against.Id.Value).IsOut);

        var reply = (await new EnterChallenge(unit.Store, Law).Handle(
            new(farm.Ref, ArguedBy.Defence, new Target(TargetKind.Challenge, answer.Value), ChallengeMode.Rebut, "There is one gate.", ChallengeStatus.Possible, []), counsel, Cancel)).Value;
        Assert.Equal("challenges.answered-first", (await change.Remove(new(answer, 2, "Wrong"), counsel, Cancel)).Error?.Key);
        Assert.Equal("challenges.reason-missing", (await change.Remove(new(reply, 1, " "), counsel, Cancel)).Error?.Key);
        Assert.True((await change.Remove(new(reply, 1, "Entered twice"), counsel, Cancel)).IsOk);
        Assert.True((await change.Remove(new(answer, 2, "Wrong"), counsel, Cancel)).IsOk);
        Assert.Empty((await View()).Case.Challenges);
        await using var work = unit.Store.Begin(counsel);
        Assert.Contains("Entered twice", string.Concat(work.Db.LogPayloads.Select(payload => payload.Json)), StringComparison.Ordinal);
    }

    private async Task<Account> Police()
    {
        await using var work = unit.Store.Begin(counsel);
        return work.Db.Accounts.ToList().Single(account => account.Name == "Demo person 1");
    }

    private async Task<Challenge?> Of(ChallengeId id) => (await View()).Case.Challenges.FirstOrDefault(known => known.Id == id);

    private static LawPacks Law { get; } = LawPackFiles.Load(Path.Combine(ContentFolder.Find(), "law")).Packs;

    private Task<Result<ChallengeId>> Enter(ArguedBy by, ExhibitTie tie) => new EnterChallenge(unit.Store, Law).Handle(
        new(farm.Ref, by, new Target(TargetKind.ExhibitTie, tie.Id.Value), ChallengeMode.Undercut, "It was another gate.", ChallengeStatus.Possible, []), counsel, Cancel);

    private async Task<ProofView> View()
    {
        return (await new LoadProof(unit.Store, Law).Handle(farm.Ref, counsel, null, Cancel)).Value;
    }
}
