using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

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
        small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
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
        small.Answer(new Target(TargetKind.ExhibitTie, against.Id.Value));
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_answer_to_a_reply_competes_for_what_is_argued_about_in_the_end(bool asserts)
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var answer = small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        var reply = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Challenge, answer.Id.Value));
        Assert.Equal(ProofState.Fails, State(small.Proof(Leaf("a")), "count:1").Challenged);
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, reply.Id.Value), competes: !asserts);
        var proof = small.Proof(Leaf("a"));
        Assert.Empty(proof.Graph.Faults());
        Assert.Empty(proof.Notes);
        Assert.Equal((ProofState.Stands, ProofState.Contested), State(proof, "count:1"));
        small.Answer(new Target(TargetKind.Challenge, reply.Id.Value));
        Assert.Equal(ProofState.Stands, State(small.Proof(Leaf("a")), "count:1").Challenged);
    }

    [Theory]
    [InlineData(TargetKind.Fact)]
    [InlineData(TargetKind.FactTie)]
    [InlineData(TargetKind.Exhibit)]
    [InlineData(TargetKind.Admission)]
    [InlineData(TargetKind.Foundation)]
    [InlineData(TargetKind.Element)]
    [InlineData(TargetKind.ExhibitTie)]
    public void An_answer_that_rests_on_nothing_only_competes_until_the_court_ruled(TargetKind kind)
    {
        var count = small.Count();
        var exhibit = small.Statement();
        var fact = small.Fact(null);
        var cite = small.Cite(fact, exhibit);
        var tie = small.Tie("a", fact);
        var against = kind switch
        {
            TargetKind.Fact => fact.Id.Value,
            TargetKind.FactTie => tie.Id.Value,
            TargetKind.Foundation => small.HerWord.Id.Value,
            TargetKind.Element => count.Id.Value,
            TargetKind.ExhibitTie => cite.Id.Value,
            _ => exhibit.Id.Value,
        };
        var on = new Target(TargetKind.Challenge, small.Challenge(ArguedBy.Defence, kind == TargetKind.Element ? new Target(kind, against, "zz.act.a") : new Target(kind, against), ChallengeMode.Exclude).Id.Value);
        var answer = small.Challenge(ArguedBy.Prosecution, on);
        Assert.Equal((ProofState.Stands, ProofState.Contested), State(small.Proof(Leaf("a")), "count:1"));
        var snapshot = small.Snapshot();
        Assert.True(ChallengeRules.IsMerelyDenied(on, snapshot.Challenges));
        Assert.Equal(ProofState.Stands, State(CaseProof.Of(snapshot with { Challenges = [snapshot.Challenges[0], answer with { Ruling = Ruling.Sustained }] }, Packs(Offence(Leaf("a")))), "count:1").Challenged);
        Assert.Equal(ProofState.Stands, State(CaseProof.Of(snapshot with { Challenges = [snapshot.Challenges[0] with { Ruling = Ruling.Overruled }, answer] }, Packs(Offence(Leaf("a")))), "count:1").Challenged);
        Assert.Equal(ProofState.Stands, State(CaseProof.Of(snapshot with { Challenges = [snapshot.Challenges[0], answer with { Premises = [new Target(TargetKind.Foundation, small.Clerk.Id.Value)] }] }, Packs(Offence(Leaf("a")))), "count:1").Challenged);
    }

    [Fact]
    public void An_answer_that_rests_on_what_does_not_hold_ends_nothing()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var bare = small.Fact(null);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value), premises: new Target(TargetKind.Fact, bare.Id.Value));
        Assert.NotEqual(ProofState.Stands, State(small.Proof(Leaf("a")), "count:1").Challenged);
    }

    [Fact]
    public void Who_only_competes_or_has_a_ruling_asserts_nothing_bare()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var on = new Target(TargetKind.Challenge, challenge.Id.Value);
        small.Challenge(ArguedBy.Prosecution, on, competes: true);
        var answer = small.Answer(on);
        Assert.False(ChallengeRules.IsMerelyDenied(on, small.Snapshot().Challenges));
        var reply = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Challenge, answer.Id.Value));
        Assert.False(ChallengeRules.IsMerelyDenied(on, small.Snapshot().Challenges));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, reply.Id.Value));
        Assert.True(ChallengeRules.IsMerelyDenied(on, small.Snapshot().Challenges));
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
