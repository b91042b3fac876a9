using Onus.Casework.Cases;
using Onus.Casework.Challenges;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Seeds;
using Onus.Store.Database;
using CaseRuling = Onus.Domain.Cases.Ruling;
using Foundation = Onus.Domain.Evidence.Foundation;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Casework.Tests.Files;

/// <summary>What people gave without an order: through whose hand it came, and that no correction makes rise again what a court struck.</summary>
public sealed class GivenTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-given-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(FoundationStatus.Fallen)]
    [InlineData(FoundationStatus.Stipulated)]
    public async Task What_is_decided_about_a_shared_giving_is_decided_about_every_giver_and_it_is_not_split(FoundationStatus status)
    {
        var shared = await SharedGiving();
        Assert.Equal(ProofState.Stands, await Standing());
        Assert.True((await new DecideFoundation(seeded.Store).Handle(new(shared, (await Foundation(shared)).Version, status, "Order 7"), await seeded.Prosecutor(), Cancel)).IsOk);
        var before = await Standing();
        var split = await Split(shared, await seeded.Prosecutor());
        Assert.Equal(("files.giving-decided", "Order 7"), (split.Error?.Key, split.Error?["decided"]?.ToString()));
        Assert.Equal(before, await Standing());
        Assert.Equal(status == FoundationStatus.Fallen ? ProofState.Fails : ProofState.Stands, before);
    }

    [Theory]
    [InlineData(CaseRuling.Sustained)]
    [InlineData(CaseRuling.None)]
    public async Task A_giving_that_is_argued_about_is_not_split_either(CaseRuling ruling)
    {
        var shared = await SharedGiving();
        var entered = (await new EnterChallenge(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(seeded.Ref, ArguedBy.Defence, new Target(TargetKind.Foundation, shared.Value), ChallengeMode.Exclude, "Nothing was voluntary", ChallengeStatus.Filed, []), await seeded.Prosecutor(), Cancel)).Value;
        if (ruling != CaseRuling.None)
        {
            Assert.True((await new RuleOnChallenge(seeded.Store).Handle(new(entered, 1, ChallengeStatus.Filed, ruling, "Order 8"), await seeded.Prosecutor(), Cancel)).IsOk);
        }

        var before = await Standing();
        Assert.Equal("files.giving-argued", (await Split(shared, await seeded.Prosecutor())).Error?.Key);
        // The police see no argument, and so cannot be told of one: whether there is one, the act is counsel's.
        Assert.Equal("cases.counsel-only", (await Split(shared, await seeded.Investigator())).Error?.Key);
        Assert.Equal(before, await Standing());
    }

    [Fact]
    public async Task A_kept_question_that_strikes_a_shared_giving_strikes_what_becomes_of_it()
    {
        var shared = await SharedGiving();
        await using (var work = seeded.Store.Begin(await seeded.Prosecutor()))
        {
            work.Add(new SharedWhatIf { Id = Guid.CreateVersion7(), CaseId = seeded.Id, Struck = [shared], Title = "If nothing was voluntary", Author = "Demo person 2" });
            Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.WhatIfKept), Cancel)).IsOk);
        }

        Assert.Equal(2, (await Split(shared, await seeded.Prosecutor())).Value);
        await using var after = seeded.Store.Begin(await seeded.Prosecutor());
        var givings = (await Case()).Foundations.Where(f => f.Kind == FoundationKind.HandedOver).Select(f => f.Id).ToHashSet();
        Assert.Equal(3, givings.Count);
        Assert.True(givings.SetEquals(after.Db.WhatIfs.Single().Struck));
    }

    [Fact]
    public async Task The_police_do_not_take_a_file_off_what_has_fallen_and_counsel_does()
    {
        var shared = await SharedGiving();
        Assert.True((await new DecideFoundation(seeded.Store).Handle(new(shared, (await Foundation(shared)).Version, FoundationStatus.Fallen, "Order 9"), await seeded.Prosecutor(), Cancel)).IsOk);
        var warrant = (await Case()).Foundations.First(f => f.Kind == FoundationKind.Warrant).Id;
        async Task<Result<CorrectAnswers.Corrected>> Correct(Actor actor) => await Answer("one-sided.txt", file => new() { Case = seeded.Ref, Files = [file.Id], FromPerson = file.FromPerson, From = file.From, Obtained = warrant }, actor);
        Assert.Equal("files.fallen-counsel", (await Correct(await seeded.Investigator())).Error?.Key);
        Assert.Equal(ProofState.Fails, await Standing());
        // What leaves the foundation that fell in its place is theirs to correct.
        Assert.True((await Answer("one-sided.txt", file => new() { Case = seeded.Ref, Files = [file.Id], From = "Her cousin", Obtained = shared }, await seeded.Investigator())).IsOk);
        Assert.True((await Correct(await seeded.Prosecutor())).IsOk);
        Assert.Equal(ProofState.Stands, await Standing());
    }

    [Fact]
    public async Task What_she_handed_over_came_through_her_hand_and_does_not_rest_on_believing_her()
    {
        var examiner = (await new AddFoundation(seeded.Store).Handle(new(seeded.Ref, FoundationKind.Examiner, "Examiner 1"), await seeded.Prosecutor(), Cancel)).Value;
        var corrected = await Answer(
            "one-sided.txt",
            file => new() { Case = seeded.Ref, Files = [file.Id], FromPerson = seeded.Survivor.Id, Given = new(null, "", null, (name, _) => "Given voluntarily, by " + name), Factual = [examiner] },
            await seeded.Prosecutor());
        Assert.True(corrected.IsOk, corrected.Error?.Key);
        await CiteForTheCount();
        var proof = CaseProof.Of(await Case(), Practice.PracticeStore.Law);
        var holds = new ProofEngine(proof.Graph).RelianceOf([proof.Columns[0].Node(Knowingly.LeafId)])[0]!.HoldsWithout;
        // His own message, which does not turn on believing her; and all of it came from her hand.
        Assert.Equal((true, (bool?)false), (holds.Belief, holds.Through));
        var given = (await Case()).Foundations.Single(f => f.Kind == FoundationKind.HandedOver);
        Assert.Equal((null, seeded.Survivor.Id), (given.Person, given.Whose));
    }

    [Theory]
    [InlineData(FoundationKind.HandedOver)]
    [InlineData(FoundationKind.Consent)]
    [InlineData(FoundationKind.Device)]
    public async Task Whoever_is_named_with_what_is_added_with_an_answer_is_the_one_through_whom_it_came(FoundationKind kind)
    {
        AnswerQuestions.NewFoundation named = new(kind, "Hers", seeded.Survivor.Id);
        var warrant = (await Case()).Foundations.First(f => f.Kind == FoundationKind.Warrant).Id;
        var corrected = await Answer(
            "gate.png",
            file => kind == FoundationKind.Device
                ? new() { Case = seeded.Ref, Files = [file.Id], From = file.From, Obtained = warrant, FactualNew = [named] }
                : new() { Case = seeded.Ref, Files = [file.Id], From = file.From, ObtainedNew = named },
            await seeded.Prosecutor());
        Assert.True(corrected.IsOk, corrected.Error?.Key);
        var added = (await Case()).Foundations.Single(f => f.Kind == kind && f.Label == "Hers");
        Assert.Equal((null, seeded.Survivor.Id), (added.Person, added.Whose));
    }

    private async Task<FoundationId> SharedGiving()
    {
        var shared = (await new AddFoundation(seeded.Store).Handle(new(seeded.Ref, FoundationKind.HandedOver, "Given voluntarily"), await seeded.Prosecutor(), Cancel)).Value;
        foreach (var name in new[] { "one-sided.txt", "lease.pdf" })
        {
            Assert.True((await Answer(name, file => new() { Case = seeded.Ref, Files = [file.Id], FromPerson = file.FromPerson, From = file.From, Obtained = shared }, await seeded.Prosecutor())).IsOk);
        }

        await CiteForTheCount();
        return shared;
    }

    private async Task CiteForTheCount()
    {
        Assert.True((await new DraftCount(seeded.Store, Practice.PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), await seeded.Prosecutor(), Cancel)).IsOk);
        var cited = await new CitePassage(seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(seeded.Store, new())).Handle(
            new() { Case = seeded.Ref, Record = seeded.Rows["one-sided.txt"][3].Id, Elements = [Knowingly], Survivors = [seeded.Survivor.Id], Defendants = [seeded.Defendant.Id] }, await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
    }

    private async Task<Result<CorrectAnswers.Corrected>> Answer(string name, Func<Material, AnswerQuestions.Command> answers, Actor actor)
    {
        var file = (await Case()).Materials.Single(m => m.Name == name);
        return await new CorrectAnswers(seeded.Store, Unit.Texts).Handle(new(file.Version, "It was asked again", answers(file), []), actor, Cancel);
    }

    private async Task<Result<int>> Split(FoundationId shared, Actor actor) =>
        await new SplitGiving(seeded.Store).Handle(new(seeded.Ref, shared, (await Foundation(shared)).Version, (name, _) => "Given voluntarily, by " + name), actor, Cancel);

    private async Task<ProofState> Standing()
    {
        var proof = CaseProof.Of(await Case(), Practice.PracticeStore.Law);
        return new ProofEngine(proof.Graph).Evaluate()[proof.Columns[0].Node(Knowingly.LeafId), Reading.RuledOnly];
    }

    private async Task<Foundation> Foundation(FoundationId id) => (await Case()).Foundations.Single(foundation => foundation.Id == id);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
}
