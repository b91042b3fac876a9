using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Domain.Tests.Law;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

/// <summary>What was named by mistake, or rests on what was withdrawn, takes nothing from under a ruling and ends no attack.</summary>
public sealed class WhatStoodOnGoneTests
{
    private static readonly Offence Act = Laws.Offence(Laws.Leaf("a"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_ruling_on_a_tie_reaches_the_same_sentence_whoever_was_named_by_mistake(bool lapsed)
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

    [Theory]
    [InlineData("stands")]
    [InlineData("withdrawn")]
    [InlineData("withdrawn, by the fact that it shows")]
    public void An_answer_that_rests_on_an_exhibit_of_a_withdrawn_file(string how)
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
    public void An_answer_that_rests_on_what_is_attacked_ends_nothing(string on)
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
    [InlineData("slip taken back")]
    public void A_ruling_on_the_fact_reaches_the_same_sentence(string how)
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

}
