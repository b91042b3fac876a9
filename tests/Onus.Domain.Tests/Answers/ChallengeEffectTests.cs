using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Law.Laws;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

/// <summary>What a challenge or answer does, which answers defeat themselves, what bears on a thing, and which exhibits fell.</summary>
public sealed class ChallengeEffectTests
{
    private static readonly LawPacks Law = Packs(Offence(Leaf("a")));

    private readonly SmallCase small = new();

    [Fact]
    public void The_counts_that_stand_otherwise_are_told_with_before_and_after()
    {
        small.Count();
        small.Tick("a", small.Found("drawer"));
        var attack = small.Challenge(ArguedBy.Defence, On(small.Warrant), ChallengeMode.Exclude);
        var effect = Assert.Single(ChallengeEffect.Of(small.Snapshot(), attack.Id, Law)!);
        Assert.Equal((ProofState.Stands, ProofState.Fails), (effect.Before.Challenged, effect.After.Challenged));
        var answer = small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: On(small.Clerk));
        Assert.Equal(ProofState.Stands, Assert.Single(ChallengeEffect.Of(small.Snapshot(), answer.Id, Law)!).After.Challenged);
        Assert.Empty(ChallengeEffect.FallsWith(small.Snapshot(), answer, Law));
    }

    [Fact]
    public void A_count_that_is_contested_already_is_told_to_fall_if_the_court_sustains_the_next_challenge()
    {
        small.Count();
        small.Tick("a", small.Found("drawer"));
        small.Challenge(ArguedBy.Defence, On(small.Warrant), ChallengeMode.Exclude);
        var second = small.Challenge(ArguedBy.Defence, On(small.Warrant), ChallengeMode.Exclude);
        Assert.Empty(ChallengeEffect.Of(small.Snapshot(), second.Id, Law)!);
        Assert.Equal([1], ChallengeEffect.FallIfSustained(small.Snapshot(), second, Law).Select(count => count.Number));
        // What is ruled on falls no further, and an answer makes nothing fall.
        Assert.Empty(ChallengeEffect.FallIfSustained(small.Snapshot(), second with { Ruling = Ruling.Overruled }, Law));
        small.Tick("a", small.Statement());
        Assert.Empty(ChallengeEffect.FallIfSustained(small.Snapshot(), second, Law));
    }

    [Fact]
    public void An_answer_whose_own_evidence_falls_with_what_is_attacked_is_told()
    {
        small.Count();
        var found = small.Found("drawer");
        var fact = small.Fact(null, found);
        small.Tie("a", fact);
        var child = small.Exhibit([], small.Clerk);
        child = small.Change(child, exhibit => exhibit with { DerivedFrom = [new Onus.Domain.Evidence.Derivation(found.Id, [])] });
        var attack = small.Challenge(ArguedBy.Defence, On(small.Warrant), ChallengeMode.Exclude);
        var premises = new[] { new Target(TargetKind.Exhibit, found.Id.Value), new Target(TargetKind.Fact, fact.Id.Value), new Target(TargetKind.Exhibit, child.Id.Value), On(small.Warrant), On(small.Clerk) };
        var answer = small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: premises);
        Assert.Equal(premises[..4], ChallengeEffect.FallsWith(small.Snapshot(), answer, Law));
        // It ends nothing: attack and answer hang in the air together.
        Assert.NotEqual(ProofState.Stands, Assert.Single(ChallengeEffect.Of(small.Snapshot(), answer.Id, Law)!).After.Challenged);
        // An attack on something else leaves them standing.
        var other = small.Challenge(ArguedBy.Defence, On(small.HerWord), ChallengeMode.Impeach);
        Assert.Empty(ChallengeEffect.FallsWith(small.Snapshot(), small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, other.Id.Value), premises: premises), Law));
    }

    [Fact]
    public void What_bears_on_a_thing_is_its_facts_what_speaks_of_them_and_what_that_relies_on()
    {
        small.Count();
        var found = small.Found("drawer");
        var fact = small.Fact(null, found, small.Statement());
        var against = small.Exhibit([], small.Clerk);
        small.Cite(fact, against, Bearing.Undermines);
        small.Tie("a", fact);
        var elsewhere = small.Fact(null, small.Exhibit([], small.Foundation(FoundationKind.Device, "A phone")));
        foreach (var target in new[] { On(small.Warrant), new Target(TargetKind.Exhibit, found.Id.Value), new Target(TargetKind.Fact, fact.Id.Value) })
        {
            var attack = small.Challenge(ArguedBy.Defence, target);
            var bears = BearsOn.Of(new Target(TargetKind.Challenge, attack.Id.Value), small.Snapshot());
            Assert.Contains(new Target(TargetKind.Fact, fact.Id.Value), bears);
            Assert.Contains(new Target(TargetKind.Exhibit, against.Id.Value), bears);
            Assert.Contains(On(small.HerWord), bears);
            Assert.DoesNotContain(new Target(TargetKind.Fact, elsewhere.Id.Value), bears);
            Assert.DoesNotContain(bears, one => one.Kind == TargetKind.Foundation && one.Id != small.Warrant.Id.Value && one.Id != small.HerWord.Id.Value && one.Id != small.Clerk.Id.Value);
        }
    }

    [Fact]
    public void What_falls_with_the_thing_that_is_attacked_is_nothing_to_rest_an_answer_on()
    {
        small.Count();
        var (found, clerks) = (small.Found("drawer"), small.Exhibit([], small.Clerk));
        var child = small.Exhibit([], small.Clerk);
        child = small.Change(child, exhibit => exhibit with { DerivedFrom = [new Onus.Domain.Evidence.Derivation(found.Id, [])] });
        var saved = small.Exhibit([], small.Clerk);
        saved = small.Change(saved, exhibit => exhibit with { DerivedFrom = [new Onus.Domain.Evidence.Derivation(found.Id, [small.Clerk.Id])] });
        var (alone, both) = (small.Fact(null, found), small.Fact(null, found, clerks));
        small.Cite(both, child);
        small.Cite(both, saved);
        small.Tie("a", both);
        small.Tie("a", alone);
        HashSet<Target> stand = [new(TargetKind.Fact, both.Id.Value), new(TargetKind.Exhibit, clerks.Id.Value), new(TargetKind.Exhibit, saved.Id.Value), On(small.Clerk)];
        Assert.Equivalent(stand, Standing(On(small.Warrant)), strict: true);
        // Of an exhibit, what let it in is no part of the quarrel; it may be all that answers.
        Assert.Contains(On(small.Warrant), Standing(new Target(TargetKind.Exhibit, found.Id.Value)));
        Assert.DoesNotContain(new Target(TargetKind.Exhibit, found.Id.Value), Standing(new Target(TargetKind.Exhibit, found.Id.Value)));
        // A fact is answered by what shows it, and not by itself.
        Assert.Contains(new Target(TargetKind.Exhibit, found.Id.Value), Standing(new Target(TargetKind.Fact, alone.Id.Value)));
        Assert.DoesNotContain(new Target(TargetKind.Fact, alone.Id.Value), Standing(new Target(TargetKind.Fact, alone.Id.Value)));

        HashSet<Target> Standing(Target attacked) => [.. BearsOn.ThatStands(new Target(TargetKind.Challenge, small.Challenge(ArguedBy.Defence, attacked).Id.Value), small.Snapshot())];
    }

    [Fact]
    public void Exhibits_that_fell_say_by_what()
    {
        small.Count();
        var decided = small.Foundation(FoundationKind.Consent, "The consent", status: FoundationStatus.Fallen);
        var (under, ruled, direct, child, whole, unbelieved) = (small.Exhibit([], decided), small.Found("drawer"), small.Exhibit([], small.Clerk), small.Exhibit([], small.Clerk), small.Exhibit([], small.Clerk), small.Statement());
        child = small.Change(child, exhibit => exhibit with { DerivedFrom = [new Onus.Domain.Evidence.Derivation(ruled.Id, [])] });
        var order = small.Challenge(ArguedBy.Defence, On(small.Warrant), ChallengeMode.Exclude, Ruling.Sustained);
        var own = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Admission, direct.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Admission, whole.Id.Value), ChallengeMode.Exclude, Ruling.Overruled);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, whole.Id.Value), ChallengeMode.Exclude);
        var belief = small.Challenge(ArguedBy.Defence, On(small.HerWord), ChallengeMode.Impeach, Ruling.Sustained);
        var proof = small.Proof(Leaf("a"));
        var fell = ExhibitStanding.Of(proof, new ProofEngine(proof.Graph).Evaluate());
        Assert.Equal((ExhibitFate.KeptOut, decided.Id, null), Why(under.Id));
        Assert.Equal((ExhibitFate.KeptOut, small.Warrant.Id, order.Id), Why(ruled.Id));
        Assert.Equal((ExhibitFate.KeptOut, null, own.Id), Why(direct.Id));
        Assert.Equal(ruled.Id, fell[child.Id].With?.Id);
        Assert.Equal((ExhibitFate.NotBelieved, small.HerWord.Id, belief.Id), Why(unbelieved.Id));
        // What was overruled, and what nobody has ruled on, fells nothing.
        Assert.DoesNotContain(whole.Id, fell.Keys);

        (ExhibitFate, Shared.FoundationId?, Shared.ChallengeId?) Why(Shared.ExhibitId id) => (fell[id].Fate, fell[id].Foundation?.Id, fell[id].Ruling?.Id);
    }

    private static Target On(Onus.Domain.Evidence.Foundation foundation) => new(TargetKind.Foundation, foundation.Id.Value);
}
