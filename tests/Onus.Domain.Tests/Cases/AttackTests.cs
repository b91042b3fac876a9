using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Domain.Tests.Law;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Cases;

public sealed class AttackTests
{
    private static readonly Offence Act = Laws.Offence(Laws.Leaf("a"));

    // A names Survivor A, B names Survivor B, one fact.
    private static (bool A, bool B) Holds(SmallCase small) => small.Proof(Act) is var proof ? (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")) : default;

    private static (SmallCase Small, Exhibit Slip, Fact Fact) Setup(Func<SmallCase, Exhibit> slipOf)
    {
        var small = new SmallCase();
        var hers = small.Exhibit([new Origin(null, "ledger")], small.Clerk);
        var slip = slipOf(small);
        var fact = small.Fact(null);
        var one = small.Cite(fact, hers);
        var by = small.Cite(fact, slip);
        var tie = small.Tie("a", fact, [small.Defendant1]);
        small.Add(tie with { Named = [new NamedBy(one.Id, small.SurvivorA, small.Defendant1), new NamedBy(by.Id, small.SurvivorB, small.Defendant1)] });
        small.Count();
        small.Count(survivor: small.SurvivorB);
        return (small, slip, fact);
    }

    [Fact]
    public void T0_control() => Assert.Equal((true, true), Holds(Setup(small => small.Found("phone")).Small));

    [Fact]
    public void T1_warrant_fallen()
    {
        var (small, _, _) = Setup(small => small.Found("phone"));
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen, Decided = "Order of 3 May" });
        Assert.Equal((true, false), Holds(small));
    }

    [Fact]
    public void T1b_exhibit_kept_out_by_the_court()
    {
        var (small, slip, _) = Setup(small => small.Found("phone"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, slip.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        Assert.Equal((true, false), Holds(small));
    }

    [Fact]
    public void T1c_court_ruled_that_the_citation_does_not_show_the_fact()
    {
        var (small, slip, _) = Setup(small => small.Found("phone"));
        var cite = small.Snapshot().ExhibitTies.Single(tie => tie.Exhibit == slip.Id);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.ExhibitTie, cite.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        Assert.Equal((true, false), Holds(small));
    }

    [Fact]
    public void T2_only_against_another()
    {
        var (small, slip, _) = Setup(small => small.Found("phone"));
        small.Change(slip, exhibit => exhibit with { OnlyAgainst = [small.Defendant2] });
        Assert.Equal((true, false), Holds(small));
    }

    [Fact]
    public void T2b_only_for_another_fact()
    {
        var (small, slip, _) = Setup(small => small.Found("phone"));
        var other = small.Fact(null, slip);
        small.Change(slip, exhibit => exhibit with { OnlyFor = [other.Id] });
        Assert.Equal((true, false), Holds(small));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void T4_ruling_on_the_same_sentence(bool lapsed)
    {
        var small = new SmallCase();
        var fact1 = small.Fact(null, small.Found("phone"));
        var ruled = small.Tie("a", fact1, [small.Defendant1], [small.SurvivorA]);
        var fact2 = small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk));
        var tie = small.Tie("a", fact2, [small.Defendant1], [small.SurvivorA]);
        if (lapsed)
        {
            // Survivor B was named with a citation that the police took back.
            small.Add(tie with { Survivors = [small.SurvivorA, small.SurvivorB], Named = [new NamedBy(null, small.SurvivorA, small.Defendant1), new NamedBy(new TieId(Guid.CreateVersion7()), small.SurvivorB, small.Defendant1)] });
        }

        small.Challenge(ArguedBy.Defence, new Target(TargetKind.FactTie, ruled.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        small.Count();
        var snapshot = small.Snapshot();
        snapshot = snapshot with { Facts = [.. snapshot.Facts.Select(fact => fact with { Sentence = "He kept it." })] };
        var proof = CaseProof.Of(snapshot, Laws.Packs(Act));
        Assert.False(SmallCase.Stands(proof, "count:1"));
    }

    [Fact]
    public void T5_a_copy_keeps_with_which_citation_the_survivor_was_named()
    {
        var small = new SmallCase();
        var fact = small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk));
        var slip = small.Cite(fact, small.Found("phone"));
        var tie = small.Tie("a", fact, [small.Defendant1], [small.SurvivorB]);
        tie = small.Add(tie with { Named = [new NamedBy(slip.Id, small.SurvivorB, small.Defendant1)] });
        var count = small.Count(survivor: small.SurvivorB);
        var other = small.Count(small.Defendant2, small.SurvivorB);
        var copy = CountRules.Carried(tie, new TieId(Guid.CreateVersion7()), other, Laws.Packs(Act));
        var snapshot = small.Snapshot();
        snapshot = snapshot with { FactTies = [tie, copy], ExhibitTies = [.. snapshot.ExhibitTies.Where(cite => cite.Id != slip.Id)] };
        var proof = CaseProof.Of(snapshot, Laws.Packs(Act));
        Assert.Equal((false, false), (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void T6_an_answer_that_rests_on_a_tie_that_counts_for_nobody(bool lapsed)
    {
        var small = new SmallCase();
        var fact = small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk));
        small.Tick("a", small.Found("phone"));
        var premise = small.Tie("a", fact, [small.Defendant1], [small.SurvivorA]);
        premise = small.Add(premise with { Named = [new NamedBy(lapsed ? new TieId(Guid.CreateVersion7()) : null, small.SurvivorA, small.Defendant1)] });
        var count = small.Count();
        var attack = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"), ChallengeMode.Rebut);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: new Target(TargetKind.FactTie, premise.Id.Value));
        var state = SmallCase.State(small.Proof(Act), "count:1").Challenged;
        Assert.Equal(lapsed ? Onus.Domain.Proof.ProofState.Contested : Onus.Domain.Proof.ProofState.Stands, lapsed && state == Onus.Domain.Proof.ProofState.Fails ? Onus.Domain.Proof.ProofState.Contested : state);
    }

    [Theory]
    [InlineData("stands")]
    [InlineData("withdrawn")]
    [InlineData("withdrawn, by the fact that it shows")]
    public void T7_an_answer_that_rests_on_an_exhibit_of_a_withdrawn_file(string how)
    {
        var small = new SmallCase();
        var file = small.Material(small.Warrant);
        var under = small.Change(small.Exhibit([new Origin(null, "ledger")], small.Clerk), exhibit => exhibit with { Material = file.Id });
        var shown = small.Fact(null, under);
        small.Tick("a", small.Found("phone"));
        var count = small.Count();
        var attack = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"), ChallengeMode.Rebut);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: how.EndsWith("shows", StringComparison.Ordinal) ? new Target(TargetKind.Fact, shown.Id.Value) : new Target(TargetKind.Exhibit, under.Id.Value));
        var state = SmallCase.State(how == "stands" ? small.Proof(Act) : CaseProof.Of(small.Without(file), Laws.Packs(Act)), "count:1").Challenged;
        Assert.Equal(how == "stands", state == Onus.Domain.Proof.ProofState.Stands);
    }

    [Theory]
    [InlineData("fact")]
    [InlineData("exhibit")]
    [InlineData("element")]
    [InlineData("count")]
    public void T8_an_answer_that_rests_on_what_is_attacked_ends_nothing(string on)
    {
        var small = new SmallCase();
        var x = small.Found("phone");
        var fact = small.Fact(null, x);
        small.Tie("a", fact);
        var count = small.Count();
        var target = on is "element" or "count" ? new Target(TargetKind.Element, count.Id.Value, "zz.act.a") : new Target(TargetKind.Exhibit, x.Id.Value);
        var attack = small.Challenge(ArguedBy.Defence, target, on is "element" or "count" ? ChallengeMode.Rebut : ChallengeMode.Impeach);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: on switch
        {
            "fact" => new Target(TargetKind.Fact, fact.Id.Value),
            "exhibit" => new Target(TargetKind.Exhibit, x.Id.Value),
            "element" => target,
            _ => new Target(TargetKind.Element, count.Id.Value),
        });
        Assert.NotEqual(Onus.Domain.Proof.ProofState.Stands, SmallCase.State(small.Proof(Act), "count:1").Challenged);
    }

    [Theory]
    [InlineData("alone")]
    [InlineData("both named")]
    [InlineData("slip taken back")]
    public void T9_a_ruling_on_the_fact_reaches_the_same_sentence(string how)
    {
        var small = new SmallCase();
        var fact1 = small.Fact(null, small.Found("phone"));
        small.Tie("a", fact1, [small.Defendant1], [small.SurvivorA]);
        var fact2 = small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk));
        var slip = small.Cite(fact2, small.Found("other"));
        var tie = small.Tie("a", fact2, [small.Defendant1], [small.SurvivorA]);
        if (how != "alone")
        {
            small.Add(tie with { Survivors = [small.SurvivorA, small.SurvivorB], Named = [new NamedBy(null, small.SurvivorA, small.Defendant1), new NamedBy(slip.Id, small.SurvivorB, small.Defendant1)] });
        }

        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact1.Id.Value), ChallengeMode.Rebut, Ruling.Sustained);
        small.Count();
        var snapshot = small.Snapshot();
        snapshot = snapshot with
        {
            Facts = [.. snapshot.Facts.Select(fact => fact with { Sentence = "He kept it." })],
            ExhibitTies = [.. snapshot.ExhibitTies.Where(cite => how != "slip taken back" || cite.Id != slip.Id)],
        };
        Assert.False(SmallCase.Stands(CaseProof.Of(snapshot, Laws.Packs(Act)), "count:1"));
    }

    [Fact]
    public void T1d_what_the_count_depends_on_names_the_only_warrant_under_which_she_was_named()
    {
        var (small, _, _) = Setup(small => small.Found("phone"));
        var proof = small.Proof(Act);
        var cuts = new Onus.Domain.Proof.ProofEngine(proof.Graph).CutsOf(["count:2"])[0];
        Assert.Contains(cuts.Sets, cut => cut.Count == 1 && cut[0] == ProofId.Of(small.Warrant.Id));
    }
}
