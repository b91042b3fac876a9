using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Law;

/// <summary>Offences that ask for other offences, and ways of taking part, as they compile.</summary>
public sealed class LawPathsTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void What_rests_on_another_offence_falls_with_it()
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        Assert.False(Stands("count:1", Worse(), Offence(Leaf("a"), Leaf("b"))));
        small.Tick("a", small.Statement());
        Assert.False(Stands("count:1", Worse(), Offence(Leaf("a"), Leaf("b"))));
        small.Tick("b", small.Found("register"));
        Assert.True(Stands("count:1", Worse(), Offence(Leaf("a"), Leaf("b"))));
    }

    [Fact]
    public void It_is_the_same_survivor_for_whom_both_are_proved()
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        small.Tie("a", small.Fact(null, small.Found("bank")), survivors: [small.SurvivorB]);
        Assert.False(Stands("count:1", Worse(), Offence(Leaf("a"))));
        small.Tie("a", small.Fact(null, small.Found("bank")), survivors: [small.SurvivorA]);
        Assert.True(Stands("count:1", Worse(), Offence(Leaf("a"))));
    }

    [Fact]
    public void Another_defendant_s_offence_counts_only_where_the_law_says_so()
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2]);
        Assert.False(Stands("count:1", Worse(), Offence(Leaf("a"))));
        Assert.True(Stands("count:1", Worse(CommittedBy.Anyone), Offence(Leaf("a"))));
        Assert.True(Stands("count:1", Worse(CommittedBy.Another), Offence(Leaf("a"))));
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant1]);
        Assert.True(Stands("count:1", Worse(), Offence(Leaf("a"))));
    }

    [Fact]
    public void A_ruling_on_the_count_of_the_other_offence_is_felt_here()
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        var count = small.Count();
        small.Tick("a", small.Found("bank"));
        Assert.True(Stands("count:1", Worse(), Offence(Leaf("a"))));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"), ruling: Ruling.Sustained);
        Assert.False(Stands("count:1", Worse(), Offence(Leaf("a"))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_ruling_on_either_of_two_counts_of_the_other_offence_is_felt_here(int ruledOn)
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        Count[] counts = [small.Count(), small.Count()];
        small.Tick("a", small.Found("bank"));
        Assert.True(Stands("count:1", Worse(), Offence(Leaf("a"))));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, counts[ruledOn - 1].Id.Value, "zz.act.a"), ruling: Ruling.Sustained);
        Assert.False(Stands("count:1", Worse(), Offence(Leaf("a"))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("zz.act")]
    public void Nobody_helped_in_what_a_ruling_on_another_s_whole_count_ended(string? whole)
    {
        small.Count(small.Defendant1);
        var other = small.Count(small.Defendant2);
        var law = Offence(Leaf("a")) with { Modes = [Helping()] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        Tick("zz.act", "zz.helping.helped", small.Defendant2);
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2]);
        Assert.True(Stands("count:1", law));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, other.Id.Value, whole), ruling: Ruling.Sustained);
        Assert.False(Stands("count:1", law));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("zz.act.a")]
    public void A_ruling_on_what_was_done_to_one_survivor_is_felt_where_the_money_is_charged_and_leaves_the_other(string? leaf)
    {
        Offence[] law = [Worse(CommittedBy.Anyone) with { Unit = ChargeUnit.PerDefendant }, Offence(Leaf("a"))];
        small.Add(small.CountForNobody() with { OffenceId = "zz.worse" });
        var other = small.Count(small.Defendant2);
        Tick("zz.worse", "zz.worse.danger");
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorA]);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, other.Id.Value, leaf), ruling: Ruling.Sustained);
        Assert.False(Stands("count:2", law));
        Assert.False(Stands("count:1", law));
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorB]);
        Assert.True(Stands("count:1", law));
    }

    [Fact]
    public void Who_helped_against_one_survivor_is_not_guilty_of_what_was_done_to_another()
    {
        small.CountForNobody();
        var law = Offence(Leaf("a")) with { Modes = [Helping()] };
        small.Add(small.Tie("x", small.Fact(null, small.Found("phone")), [small.Defendant1], [small.SurvivorA]) with { LeafId = "zz.helping.helped" });
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorB]);
        Assert.False(Stands("count:1", law));
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorA]);
        Assert.True(Stands("count:1", law));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_speaks_against_another_s_act_contests_the_count_of_who_helped_and_is_named_with_it(bool charged)
    {
        small.Count();
        if (charged)
        {
            small.Count(small.Defendant2);
        }

        var law = Offence(Leaf("a")) with { Modes = [Helping()] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        var fact = small.Fact(null, small.Found("bank"));
        small.Tie("a", fact, [small.Defendant2]);
        small.Cite(fact, small.Found("alibi"), Bearing.Undermines);
        var proof = Proof(law);
        Assert.Equal(
            charged ? [(1, ContestOutcome.Contested), (2, ContestOutcome.Contested)] : [(1, ContestOutcome.Contested)],
            Contest.Of(proof, new ProofEngine(proof.Graph), fact.Id).Select(contest => (contest.Count.Number, contest.Outcome)));
    }

    [Fact]
    public void What_nobody_can_have_committed_is_not_in_the_graph_but_a_tie_that_names_nobody_is_said()
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        small.Tie("a", small.Fact(null, small.Found("bank")), []);
        Offence[] law = [Worse(CommittedBy.Anyone), Offence(Leaf("a"), Leaf("b") with { Kind = LeafKind.Presumed, Presumption = "It is presumed" })];
        var proof = Proof(law);
        Assert.DoesNotContain(proof.Graph.Nodes, node => node.Id.StartsWith("offence:", StringComparison.Ordinal));
        Assert.False(SmallCase.Stands(proof, "count:1"));
        Assert.Contains("proof.for-nobody", proof.Notes.Select(note => note.Key));
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2]);
        Assert.True(Stands("count:1", law));
    }

    [Theory]
    [InlineData(LeafKind.Presumed)]
    [InlineData(LeafKind.DefenceNegated)]
    public void What_is_presumed_or_only_to_be_disproved_needs_no_fact(LeafKind kind)
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        Assert.True(Stands("count:1", Worse(), Offence(Leaf("a") with { Kind = kind, Presumption = "It is presumed" })));
    }

    [Fact]
    public void Defendants_against_whom_the_same_may_be_used_share_what_counts_against_them()
    {
        var third = small.Person("Defendant 3", Domain.People.PersonRole.Defendant);
        PersonId[] all = [small.Defendant1, small.Defendant2, third];
        Array.ForEach(all, defendant => small.Count(defendant));
        var find = small.Found("house");
        small.Tie("a", small.Fact(null, find), all);
        small.Change(find, exhibit => exhibit with { OnlyAgainst = [small.Defendant1] });
        var proof = Proof(Offence(Leaf("a")));
        Assert.Equal([true, false, false], new[] { 1, 2, 3 }.Select(count => SmallCase.Stands(proof, $"count:{count}")));
        Assert.Single(proof.Graph.Nodes, node => node.Kind == "fact" && node.Id.Contains(":against:", StringComparison.Ordinal));
        small.Change(find, exhibit => exhibit with { OnlyAgainst = [small.Defendant1, third] });
        Assert.Equal([true, false, true], new[] { 1, 2, 3 }.Select(count => SmallCase.Stands(Proof(Offence(Leaf("a"))), $"count:{count}")));
    }

    [Fact]
    public void The_other_offence_is_that_of_the_day_and_none_is_no()
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        small.Tick("a", small.Found("bank"));
        var proof = Proof(Worse(), Offence(Leaf("a")).Valid(new DateOnly(2030, 1, 1), null));
        Assert.False(SmallCase.Stands(proof, "count:1"));
        Assert.Contains("law.not-yet-in-force", proof.Reasons.Values.Select(reason => reason.Key));
    }

    [Fact]
    public void A_money_offence_against_nobody_rests_on_what_was_done_to_one_survivor()
    {
        small.CountForNobody();
        var laundering = Worse(CommittedBy.Anyone) with { Unit = ChargeUnit.PerDefendant };
        Charge("zz.worse", nobody: true);
        Tick("zz.worse", "zz.worse.danger");
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorA]);
        small.Tie("b", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorB]);
        Assert.False(Stands("count:2", laundering, Offence(Leaf("a"), Leaf("b"))));
        small.Tie("b", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorA]);
        Assert.True(Stands("count:2", laundering, Offence(Leaf("a"), Leaf("b"))));
    }

    [Fact]
    public void Who_helped_is_guilty_of_what_another_did()
    {
        small.Count();
        var law = Offence(Leaf("a")) with { Modes = [Helping()] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        Assert.False(Stands("count:1", law));
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2]);
        var proof = Proof(law);
        Assert.True(SmallCase.Stands(proof, "count:1"));
        Assert.False(SmallCase.Stands(proof, "count:1:principal"));
        Assert.Equal(["count:1", "count:1:zz.helping"], proof.Graph.Goals);
    }

    [Fact]
    public void What_another_did_is_proved_with_what_may_be_used_against_this_one()
    {
        small.Count();
        var law = Offence(Leaf("a")) with { Modes = [Helping()] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        var confession = small.Found("interview of Defendant 2");
        small.Tie("a", small.Fact(null, confession), [small.Defendant2]);
        Assert.True(Stands("count:1", law));
        small.Count(small.Defendant2);
        small.Change(confession, exhibit => exhibit with { OnlyAgainst = [small.Defendant2] });
        var proof = Proof(law);
        Assert.False(SmallCase.Stands(proof, "count:1"));
        Assert.True(SmallCase.Stands(proof, "count:2"));
    }

    [Fact]
    public void Two_who_merely_helped_each_other_hold_nothing_up()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var law = Offence(Leaf("a")) with { Modes = [Helping()] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        Tick("zz.act", "zz.helping.helped", small.Defendant2);
        var proof = Proof(law);
        Assert.False(SmallCase.Stands(proof, "count:1"));
        Assert.False(SmallCase.Stands(proof, "count:2"));
    }

    [Fact]
    public void An_attempt_is_a_question_of_its_own_and_does_not_make_the_offence()
    {
        small.Count();
        var law = Offence(Leaf("a")) with { Modes = [Helping() with { SameOffence = false, Elements = All("", Own("zz.helping.helped")) with { Id = "zz.helping" } }] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        var proof = Proof(law);
        Assert.False(SmallCase.Stands(proof, "count:1"));
        Assert.True(SmallCase.Stands(proof, "count:1:zz.helping"));
    }

    [Fact]
    public void A_way_of_taking_part_that_was_not_law_on_the_day_counts_for_nothing_and_says_so()
    {
        small.Count();
        var law = Offence(Leaf("a")) with { Modes = [Helping() with { Validity = new Validity(new DateOnly(2025, 4, 1), null, LawConfidence.Memory) }] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2]);
        var proof = Proof(law);
        Assert.False(SmallCase.Stands(proof, "count:1"));
        Assert.Contains("proof.mode-not-in-force", proof.Notes.Select(note => note.Key));
    }

    [Fact]
    public void A_count_without_a_survivor_is_helped_for_one_and_the_same()
    {
        small.CountForNobody();
        var law = Offence(Leaf("a"), Leaf("b")) with { Modes = [Helping()] };
        Tick("zz.act", "zz.helping.helped", small.Defendant1);
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorA]);
        small.Tie("b", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorB]);
        Assert.False(Stands("count:1", law));
        small.Tie("b", small.Fact(null, small.Found("bank")), [small.Defendant2], [small.SurvivorA]);
        Assert.True(Stands("count:1", law));
    }

    [Fact]
    public void A_level_of_the_penalty_may_be_a_part_of_the_offence()
    {
        small.Count();
        var law = Offence(Leaf("a"), Any("way", Leaf("force"), Leaf("child"))) with
        {
            Aggravators =
            [
                new Aggravator("zz.act.by-force", "Force", All("by-force.proof", Ref("force")), "15 years") { FloorYears = 15 },
                new Aggravator("zz.act.minor", "A child", All("minor.proof", Ref("child")), "10 years") { FloorYears = 10 },
            ],
        };
        small.Tick("a", small.Found("bank"));
        small.Tick("child", small.Found("register"));
        var proof = Proof(law);
        Assert.True(SmallCase.Stands(proof, "count:1:zz.act.minor"));
        Assert.False(SmallCase.Stands(proof, "count:1:zz.act.by-force"));
        Assert.Equal(10, PenaltyFloor.Proved(law, id => SmallCase.Stands(proof, "count:1:" + id))!.FloorYears);
    }

    [Fact]
    public void What_is_still_missing_is_looked_for_without_a_fault()
    {
        Charge("zz.worse");
        Tick("zz.worse", "zz.worse.danger");
        var proof = Proof(Worse(), Offence(Leaf("a")) with { Modes = [Helping()] });
        var findings = LookForNext.Of(proof, new ProofEngine(proof.Graph));
        var missing = Assert.Single(findings, finding => finding.Kind == FindingKind.NothingYet && finding.Element!.Id == "zz.worse.act");
        Assert.Equal([Topic], missing.Topics);
    }

    private static LiabilityMode Helping() => new()
    {
        Id = "zz.helping",
        Citation = "Act, section 2",
        Title = "Helping",
        Validity = new Validity(new DateOnly(2020, 1, 1), null, LawConfidence.Memory),
        SameOffence = true,
        Elements = All("", new OffenceElement { Id = "zz.helping.offence", Text = "Another did it", OffenceId = OffenceElement.Same, By = CommittedBy.Another }, Own("zz.helping.helped")) with { Id = "zz.helping" },
        Confidence = LawConfidence.Memory,
        Sources = Sources,
    };

    private static Leaf Own(string id) => Leaf("x") with { Id = id, PerDefendant = true };

    private static Offence Worse(CommittedBy by = CommittedBy.Defendant) => Offence() with
    {
        Id = "zz.worse",
        Elements = All("", new OffenceElement { Id = "zz.worse.act", Text = "The act", OffenceId = "zz.act", By = by }, Own("zz.worse.danger")) with { Id = "zz.worse" },
    };

    private void Charge(string offence, bool nobody = false) => small.Add(
        (nobody ? small.CountForNobody() : small.Count()) with { OffenceId = offence });

    private void Tick(string offence, string leaf, PersonId? by = null) => small.Add(
        small.Tie("x", small.Fact(null, small.Found("phone")), by is { } person ? [person] : null) with { OffenceId = offence, LeafId = leaf });

    private CaseProof Proof(params Offence[] offences) => CaseProof.Of(small.Snapshot(), Packs(offences));

    private bool Stands(string node, params Offence[] offences) => SmallCase.Stands(Proof(offences), node);
}
