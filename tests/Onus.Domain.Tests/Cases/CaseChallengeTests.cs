using Onus.Domain.Cases;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Cases.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Cases;

public sealed class CaseChallengeTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void Evidence_that_helps_the_defence_speaks_before_anybody_argues_it()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var against = small.Cite(fact, small.Found("contract"), Bearing.Undermines);
        var proof = small.Proof(Leaf("a"));
        Assert.Equal((ProofState.Stands, ProofState.Fails), State(proof, "count:1"));
        Assert.Equal(new ProofItem(ProofItemKind.ExhibitTie, against.Id.Value), proof.Items[ProofId.Of(against)]);
    }

    [Fact]
    public void An_answer_removes_a_challenge_or_competes_with_it()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        Assert.Equal(ProofState.Fails, State(small.Proof(Leaf("a")), "count:1").Challenged);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value), competes: true);
        Assert.Equal(ProofState.Contested, State(small.Proof(Leaf("a")), "count:1").Challenged);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.Equal(ProofState.Stands, State(small.Proof(Leaf("a")), "count:1").Challenged);
    }

    [Fact]
    public void What_speaks_against_a_fact_can_be_answered()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var against = small.Cite(fact, small.Found("contract"), Bearing.Undermines);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.ExhibitTie, against.Id.Value), competes: true);
        Assert.Equal(ProofState.Contested, State(small.Proof(Leaf("a")), "count:1").Challenged);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.ExhibitTie, against.Id.Value));
        Assert.Equal(ProofState.Stands, State(small.Proof(Leaf("a")), "count:1").Challenged);
    }

    [Fact]
    public void One_tie_can_be_attacked_without_the_others()
    {
        small.Count();
        var exhibit = small.Statement();
        var fact = small.Fact(null);
        var cite = small.Cite(fact, exhibit);
        var tie = small.Tie("a", fact);
        small.Tick("b", exhibit);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.ExhibitTie, cite.Id.Value), ChallengeMode.Undercut);
        Assert.Equal(ProofState.Fails, State(small.Proof(Leaf("a"), Leaf("b")), "count:1:zz.act.a").Challenged);
        Assert.Equal(ProofState.Stands, State(small.Proof(Leaf("a"), Leaf("b")), "count:1:zz.act.b").Challenged);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.FactTie, tie.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        Assert.False(Stands(small.Proof(Leaf("a"), Leaf("b")), "count:1"));
    }

    [Fact]
    public void Keeping_an_exhibit_out_leaves_what_relies_on_belief_of_its_source()
    {
        small.Count();
        var exhibit = small.Found("phone");
        small.Tick("a", exhibit);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Admission, exhibit.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        var proof = small.Proof(Leaf("a"));
        Assert.False(Stands(proof, "count:1"));
        Assert.Equal("exhibit:1/adm", Assert.Single(proof.Graph.Arguments).On);
    }

    [Fact]
    public void A_whole_count_and_a_foundation_can_be_challenged()
    {
        var count = small.Count();
        small.Tick("a", small.Statement());
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Foundation, small.HerWord.Id.Value), ChallengeMode.Impeach);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value));
        Assert.Equal([ProofId.Of(small.HerWord.Id), "count:1"], small.Proof(Leaf("a")).Graph.Arguments.Select(argument => argument.On));
    }

    [Fact]
    public void A_challenge_without_its_target_is_left_out_with_all_answers_to_it_and_noted()
    {
        small.Count();
        small.Tick("a", small.Statement());
        var lost = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, Guid.Empty));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, lost.Id.Value));
        var proof = small.Proof(Leaf("a"));
        Assert.Empty(proof.Graph.Faults());
        Assert.Empty(proof.Graph.Arguments);
        Assert.Equal(["proof.challenge-without-target", "proof.challenge-without-target"], proof.Notes.Select(note => note.Key));
    }

    [Fact]
    public void Nobody_argues_against_their_own_side()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Fact, fact.Id.Value));
        Assert.Empty(small.Proof(Leaf("a")).Graph.Arguments);
    }

    [Fact]
    public void An_answer_to_an_attack_on_an_answer_can_not_compete()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var answer = small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value));
        var attack = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Challenge, answer.Id.Value));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), competes: true);
        var proof = small.Proof(Leaf("a"));
        Assert.Empty(proof.Graph.Faults());
        Assert.Equal(["proof.cannot-compete"], proof.Notes.Select(note => note.Key));
    }

    [Fact]
    public void An_answer_rests_on_its_premises()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var expert = small.Exhibit([], small.Clerk);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value), premises: new Target(TargetKind.Exhibit, expert.Id.Value));
        var engine = new ProofEngine(small.Proof(Leaf("a")).Graph);
        Assert.Equal(ProofState.Stands, engine.Evaluate()["count:1", Reading.WithAll]);
        Assert.Equal(ProofState.Fails, engine.Evaluate(ProofId.Of(small.Clerk.Id))["count:1", Reading.WithAll]);
    }

    [Fact]
    public void An_answer_whose_premise_is_gone_is_left_out_and_named()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value), premises: new Target(TargetKind.Exhibit, Guid.Empty));
        var answer = small.Challenge(
            ArguedBy.Prosecution,
            new Target(TargetKind.Challenge, challenge.Id.Value),
            premises: [new Target(TargetKind.Fact, fact.Id.Value), new Target(TargetKind.Exhibit, Guid.Empty)]);
        var proof = small.Proof(Leaf("a"));
        Assert.Equal([ProofId.Of(challenge.Id)], proof.Graph.Arguments.Select(argument => argument.Id));
        Assert.Equal(ProofState.Fails, State(proof, "count:1").Challenged);
        Assert.Equal([("proof.answer-without-premise", answer.Text)], proof.Notes.Select(note => (note.Key, note.Values[0].Value.ToString())));
    }

    [Fact]
    public void An_answer_does_not_rest_on_another_argument()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value), premises: new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.Equal(ProofState.Fails, State(small.Proof(Leaf("a")), "count:1").Challenged);
    }
}
