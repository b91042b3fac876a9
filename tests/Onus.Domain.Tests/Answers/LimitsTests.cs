using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

/// <summary>What limits an exhibit limits what means nothing without it, and a ground replaces the speaker and nobody else.</summary>
public sealed class LimitsTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void What_relies_on_an_exhibit_of_a_withdrawn_file_goes_with_it_however_far_away()
    {
        small.Count();
        var file = small.Material(small.Warrant);
        var extraction = small.Change(small.Found("phone"), e => e with { Material = file.Id });
        var report = Relying(small.Found("laboratory"), extraction);
        small.Tick("a", Relying(small.Found("summary"), report));
        Assert.True(Stands(small.Proof(Leaf("a")), "count:1"));
        var proof = small.ProofWithdrawn(file, Leaf("a"));
        Assert.False(Stands(proof, "count:1"));
        Assert.Equal([("EX-3", "EX-1")], proof.Notes.Where(note => note.Key == "proof.relies-withdrawn").Select(note => (note.Values[0].Value.ToString(), note.Values[1].Value.ToString())));
    }

    [Fact]
    public void What_came_to_light_through_a_withdrawn_file_stands_on_its_own()
    {
        small.Count();
        var file = small.Material(small.Warrant);
        var phone = small.Change(small.Found("phone"), e => e with { Material = file.Id });
        small.Tick("a", small.Change(small.Found("house"), e => e with { DerivedFrom = [new Domain.Evidence.Derivation(phone.Id, [])] }));
        Assert.True(Stands(small.ProofWithdrawn(file, Leaf("a")), "count:1"));
    }

    [Fact]
    public void What_relies_on_words_usable_against_one_defendant_is_used_against_no_other()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var confession = small.Change(small.Exhibit([new Origin(small.Defendant1)], small.Clerk), e => e with { OnlyAgainst = [small.Defendant1] });
        var transcript = Relying(small.Exhibit([new Origin(small.Defendant1)], small.Clerk), confession);
        var tie = small.Tick("a", Relying(small.Exhibit([new Origin(small.Defendant1)], small.Clerk), transcript));
        var proof = small.Proof(Leaf("a"));
        Assert.Equal((true, false), (Stands(proof, "count:1"), Stands(proof, "count:2")));
        var cite = small.Snapshot().ExhibitTies.Single(known => known.Fact == tie.Fact);
        Assert.Null(proof.Barred(proof.Columns[0], cite));
        Assert.Equal(("proof.relies-not-against", "EX-3", "EX-1"), Said(proof.Barred(proof.Columns[1], cite)));
    }

    [Fact]
    public void What_relies_on_something_let_in_for_one_purpose_shows_no_other_fact()
    {
        small.Count();
        var letter = small.Found("letter");
        var summary = Relying(small.Found("summary"), letter);
        var (a, b) = (small.Fact(null, summary), small.Fact(null, summary));
        small.Tie("a", a);
        small.Tie("b", b);
        small.Change(letter, e => e with { OnlyFor = [a.Id], Purpose = "Why she stayed" });
        var proof = small.Proof(Leaf("a"), Leaf("b"));
        Assert.Equal((true, false), (Stands(proof, "count:1:zz.act.a"), Stands(proof, "count:1:zz.act.b")));
        Assert.Equal(("proof.relies-other-purpose", "EX-2", "EX-1"), Said(proof.Barred(proof.Columns[0], small.Snapshot().ExhibitTies.Single(known => known.Fact == b.Id))));
    }

    [Fact]
    public void What_relies_on_a_statement_stands_on_the_ground_of_the_statement_against_those_it_names()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var statement = small.Change(small.Statement(), e => e with { Grounds = [new Ground("Deposition", [], [small.Defendant1], true)] });
        var transcript = Relying(small.Exhibit([new Origin(small.SurvivorA)], small.Clerk), statement);
        var challenged = small.Tick("a", Relying(small.Exhibit([new Origin(small.SurvivorA)], small.Clerk), transcript));
        var proof = small.Proof(Leaf("a"));
        Assert.Equal([true, false], new ProofEngine(proof.Graph).RelianceOf(["count:1", "count:2"]).Select(r => r!.HoldsWithout.Testimony));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, transcript.Id.Value), ChallengeMode.Impeach, Ruling.Sustained);
        Assert.False(Stands(small.Proof(Leaf("a")), "count:1"));
        Assert.Equal(small.Defendant1, challenged.Defendants[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_ground_stands_for_the_speaker_and_not_for_who_recorded_it(bool named)
    {
        small.Count();
        small.Change(small.SurvivorA, person => person with { Aliases = ["Mina"] });
        var officer = small.Foundation(FoundationKind.Witness, "Officer", small.Person("Officer 1", PersonRole.Officer));
        small.Tick("a", small.Change(small.Statement(), e => e with
        {
            Origins = [named ? new Origin(null, "Mina") : new Origin(small.SurvivorA)],
            Factual = [small.HerWord.Id, officer.Id],
            Grounds = [new Ground("Deposition", [], [small.Defendant1], true)],
        }));
        var engine = new ProofEngine(small.Proof(Leaf("a")).Graph);
        Assert.Equal(ProofState.Stands, engine.Evaluate(ProofId.Of(small.HerWord.Id))["count:1", Reading.RuledOnly]);
        Assert.Equal(ProofState.Fails, engine.Evaluate(ProofId.Of(officer.Id))["count:1", Reading.RuledOnly]);
    }

    [Fact]
    public void A_ground_where_no_witness_speaks_changes_nothing_and_is_named()
    {
        small.Count();
        var officer = small.Foundation(FoundationKind.Witness, "Officer", small.Person("Officer 1", PersonRole.Officer));
        small.Tick("a", small.Change(small.Found("bank"), e => e with { Grounds = [new Ground("Business records", [], [small.Defendant1])] }));
        var proof = small.Proof(Leaf("a"));
        Assert.Equal([[ProofId.Of(small.Warrant.Id)]], new ProofEngine(proof.Graph).CutsOf(["count:1"], 2)[0].Sets);
        Assert.Equal(["proof.ground-without-speaker"], proof.Notes.Select(note => note.Key));
        small.Change(small.Snapshot().Exhibits[0], e => e with { Factual = [officer.Id] });
        Assert.Equal([[ProofId.Of(small.Warrant.Id)], [ProofId.Of(officer.Id)]], new ProofEngine(small.Proof(Leaf("a")).Graph).CutsOf(["count:1"], 2)[0].Sets.OrderByDescending(set => set[0] == ProofId.Of(small.Warrant.Id)));
    }

    [Theory]
    [InlineData(TargetKind.Exhibit)]
    [InlineData(TargetKind.Admission)]
    public void What_came_to_light_through_an_exhibit_that_is_kept_out_is_kept_out_with_it(TargetKind kind)
    {
        small.Count();
        var phone = small.Found("phone");
        var message = small.Change(small.Exhibit([new Origin(null, "bank")], small.Clerk), e => e with { DerivedFrom = [new Domain.Evidence.Derivation(phone.Id, [])] });
        small.Tick("a", small.Change(small.Exhibit([new Origin(null, "lender")], small.Clerk), e => e with { DerivedFrom = [new Domain.Evidence.Derivation(message.Id, [])] }));
        var challenge = small.Challenge(ArguedBy.Defence, new Target(kind, phone.Id.Value), ChallengeMode.Exclude);
        Assert.Equal((ProofState.Stands, ProofState.Fails), State(small.Proof(Leaf("a")), "count:1"));
        small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.Equal(ProofState.Stands, State(small.Proof(Leaf("a")), "count:1").Challenged);
        small.Challenge(ArguedBy.Defence, new Target(kind, phone.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        Assert.False(Stands(small.Proof(Leaf("a")), "count:1"));
    }

    [Fact]
    public void What_is_not_believed_taints_nothing_that_came_to_light_through_it()
    {
        small.Count();
        var phone = small.Found("phone");
        small.Tick("a", small.Change(small.Exhibit([new Origin(null, "bank")], small.Clerk), e => e with { DerivedFrom = [new Domain.Evidence.Derivation(phone.Id, [])] }));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, phone.Id.Value), ChallengeMode.Impeach, Ruling.Sustained);
        Assert.True(Stands(small.Proof(Leaf("a")), "count:1"));
    }

    private Exhibit Relying(Exhibit exhibit, Exhibit on) => small.Change(exhibit, e => e with { ReliesOn = [on.Id] });

    private static (string, string, string) Said(Shared.Error? error) => (error!.Key, error.Values[0].Value.ToString(), error.Values[1].Value.ToString());
}
