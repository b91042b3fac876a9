using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using static Onus.Domain.Tests.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

/// <summary>What speaks for the defence, and what a court ruled for it, is lost by no act of the prosecution.</summary>
public sealed class HelpsTheDefenceTests
{
    private readonly SmallCase small = new();

    [Theory]
    [InlineData("warrant")]
    [InlineData("one of two ways")]
    [InlineData("found through it")]
    public void What_was_suppressed_still_speaks_for_the_defence(string how)
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var consent = small.Foundation(FoundationKind.Consent, "Consent", status: FoundationStatus.Fallen);
        var search = small.Found("house");
        var contract = small.Change(small.Exhibit([new Origin(null, "contract")], small.Clerk), e => how switch
        {
            "warrant" => e with { Legal = [small.Warrant.Id] },
            "one of two ways" => e with { LegalAny = [[small.Warrant.Id], [consent.Id]] },
            _ => e with { DerivedFrom = [new Domain.Evidence.Derivation(search.Id, [consent.Id])] },
        });
        small.Cite(fact, contract, Bearing.Undermines);
        Assert.Equal((ProofState.Stands, ProofState.Fails), State(small.Proof(Leaf("a")), "count:1"));
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen, Decided = "Order 3" });
        var proof = small.Proof(Leaf("a"));
        Assert.Equal((ProofState.Stands, ProofState.Fails), State(proof, "count:1"));
        Assert.Empty(proof.Notes);
    }

    [Theory]
    [InlineData("vouched")]
    [InlineData("factual")]
    [InlineData("relies")]
    public void What_is_no_longer_what_it_seems_speaks_for_nobody(string how)
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var keeper = small.Foundation(FoundationKind.Custodian, "Keeper", status: FoundationStatus.Fallen);
        var copy = small.Change(small.Found("copy"), e => e with { Factual = [keeper.Id] });
        small.Cite(fact, small.Change(small.Found("contract"), e => how switch
        {
            "vouched" => e with { VouchedBy = [keeper.Id] },
            "factual" => e with { Factual = [keeper.Id] },
            _ => e with { ReliesOn = [copy.Id] },
        }), Bearing.Undermines);
        var proof = small.Proof(Leaf("a"));
        Assert.Equal(ProofState.Stands, State(proof, "count:1").Challenged);
        Assert.Equal(["proof.attack-fell"], proof.Notes.Select(note => note.Key));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_speaks_against_a_fact_does_not_leave_silently_with_its_file(bool itself)
    {
        small.Count();
        var file = small.Material(small.Warrant);
        var contract = small.Change(small.Found("contract"), e => e with { Material = file.Id });
        var reading = small.Change(small.Found("a reading of it"), e => e with { ReliesOn = [contract.Id] });
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        small.Cite(fact, itself ? contract : reading, Bearing.Undermines);
        Assert.Equal(ProofState.Fails, State(small.Proof(Leaf("a")), "count:1").Challenged);
        Assert.Equal(
            [("proof.attack-withdrawn", itself ? "EX-1" : "EX-2", fact.Sentence)],
            small.ProofWithdrawn(file, Leaf("a")).Notes.Select(note => (note.Key, note.Values[0].Value.ToString(), note.Values[1].Value.ToString())));
    }

    [Fact]
    public void A_tie_that_a_court_undercut_stays_undercut_in_every_part_that_is_left_of_it()
    {
        small.Count(small.Defendant1, small.SurvivorB);
        small.Count(small.Defendant2, small.SurvivorA);
        var tie = small.Tick("a", small.Statement());
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.FactTie, tie.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        var answer = small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value), premises: new Target(TargetKind.FactTie, tie.Id.Value));
        var left = Whom.Without(tie, small.Defendant1, small.SurvivorA);
        var copy = left[1] with { Id = new TieId(Guid.CreateVersion7()) };
        var snapshot = small.Snapshot();
        var copied = CarriedAlong.Challenges(snapshot.Challenges, CarriedAlong.To(new Dictionary<TieId, TieId> { [tie.Id] = copy.Id }), Guid.CreateVersion7);
        Assert.Equal([challenge.Text, answer.Text], copied.Select(known => known.Text));
        Assert.Equal([new Target(TargetKind.FactTie, copy.Id.Value), new Target(TargetKind.Challenge, copied[0].Id.Value)], copied.Select(known => known.On));
        Assert.Equal([new Target(TargetKind.FactTie, copy.Id.Value)], copied[1].Premises);
        var proof = CaseProof.Of(snapshot with { FactTies = [left[0], copy], Challenges = [.. snapshot.Challenges, .. copied] }, Packs(Offence(Leaf("a"))));
        Assert.Equal((false, false), (Stands(proof, "count:1"), Stands(proof, "count:2")));
        Assert.True(Stands(CaseProof.Of(snapshot with { FactTies = [left[0], copy] }, Packs(Offence(Leaf("a")))), "count:1"));
    }

    [Fact]
    public void Answers_that_are_listed_before_what_they_answer_come_along_and_circles_end()
    {
        var tie = small.Tick("a", small.Statement());
        var late = new ChallengeId(Guid.CreateVersion7());
        var answer = small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, late.Value));
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.FactTie, tie.Id.Value)) with { Id = late };
        var (one, other) = (small.Challenge(ArguedBy.Defence, new Target(TargetKind.Challenge, Guid.Empty)), small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, Guid.Empty)));
        Challenge[] all = [answer, challenge, one with { On = new Target(TargetKind.Challenge, other.Id.Value) }, other with { On = new Target(TargetKind.Challenge, one.Id.Value) }];
        var copied = CarriedAlong.Challenges(all, CarriedAlong.To(new Dictionary<TieId, TieId> { [tie.Id] = new TieId(Guid.CreateVersion7()) }), Guid.CreateVersion7);
        Assert.Equal([challenge.Text, answer.Text], copied.Select(known => known.Text));
        Assert.All(copied, known => Assert.DoesNotContain(all, old => old.Id == known.Id));
    }

    [Theory]
    [InlineData("zz.act.a", true)]
    [InlineData("zz.act.p", true)]
    [InlineData(null, false)]
    public void A_ruling_on_a_count_is_there_in_both_halves_after_the_split(string? leaf, bool second)
    {
        var count = small.Count();
        var law = Offence(Leaf("a"), Leaf("p", LeafKind.Presumed));
        small.Tick("a", small.Statement());
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, leaf), ChallengeMode.Rebut, Ruling.Sustained);
        var split = CountRules.Split(count, count.From.AddDays(10), new CountId(Guid.CreateVersion7()), 2).Value;
        var snapshot = small.Snapshot();
        var copied = CarriedAlong.Challenges(snapshot.Challenges, CarriedAlong.To(count.Id, split.Second.Id), Guid.CreateVersion7);
        var proof = CaseProof.Of(snapshot with { Counts = [split.First, split.Second], Challenges = [.. snapshot.Challenges, .. copied] }, Packs(law));
        Assert.Equal((false, false), (Stands(proof, "count:1"), Stands(proof, "count:2")));
        Assert.Equal(second ? leaf : null, copied[0].On.Leaf);
    }

    [Fact]
    public void What_a_court_ruled_against_who_did_it_is_ruled_for_who_helped()
    {
        small.Count();
        var principal = small.Count(small.Defendant2);
        var law = Helped(Leaf("a"), Leaf("p", LeafKind.Presumed));
        Assert.True(Stands(small.Proof(law), "count:1"));
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, principal.Id.Value, "zz.act.p"));
        Assert.Equal((ProofState.Stands, ProofState.Fails), State(small.Proof(law), "count:1"));
        Assert.All(new ProofEngine(small.Proof(law).Graph).Report().Goals, goal => Assert.All(goal.Moves!.Sets, move => Assert.Single(move)));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value), competes: true);
        Assert.Equal((ProofState.Stands, ProofState.Contested), State(small.Proof(law), "count:1"));
        small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.Equal((ProofState.Stands, ProofState.Stands), State(small.Proof(law), "count:1"));
    }

    [Theory]
    [InlineData("zz.act.p")]
    [InlineData("zz.act.a")]
    [InlineData(null)]
    public void A_ruling_for_who_did_it_frees_who_helped_on_the_same_days_and_no_other(string? leaf)
    {
        var from = new DateOnly(2025, 3, 1);
        small.Count();
        var principal = small.Count(small.Defendant2);
        small.Count(small.Defendant2, from: from.AddYears(1));
        small.Count(from: from.AddYears(1));
        var law = Helped(Leaf("a"), Leaf("p", LeafKind.Presumed));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, principal.Id.Value, leaf), ruling: Ruling.Sustained);
        var proof = small.Proof(law);
        Assert.Equal([false, false, true, true], proof.Columns.Select(column => Stands(proof, column.Goal)));
    }

    [Theory]
    [InlineData(Ruling.Sustained, true, 1)]
    [InlineData(Ruling.Sustained, false, 0)]
    [InlineData(Ruling.Overruled, true, 0)]
    public void A_ruling_that_waits_with_its_withdrawn_count_is_named_where_the_same_is_charged_anew_on_other_days(Ruling ruling, bool same, int named)
    {
        var withdrawn = small.Count();
        var anew = small.Count(small.Defendant1, same ? small.SurvivorA : small.SurvivorB, withdrawn.To.AddDays(1));
        small.Tick("a", small.Statement());
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, withdrawn.Id.Value, "zz.act.a"), ruling: ruling);
        var proof = CaseProof.Of(small.Snapshot() with { Counts = [anew], WithdrawnCounts = [withdrawn] }, Packs(Offence(Leaf("a"))));
        Assert.Equal(Enumerable.Repeat(("proof.ruled-in-withdrawn", "2", "1"), named), proof.Notes.Select(note => (note.Key, note.Values[0].Value.ToString(), note.Values[1].Value.ToString())));
    }

    private Offence Helped(params Element[] elements)
    {
        small.Add(small.Tie("x", small.Fact(null, small.Found("phone")), [small.Defendant1]) with { LeafId = "zz.helping.helped" });
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2]);
        return Offence(elements) with
        {
            Modes =
            [
                new LiabilityMode
                {
                    Id = "zz.helping",
                    Citation = "Act, section 2",
                    Title = "Helping",
                    Validity = new Validity(new DateOnly(2020, 1, 1), null, LawConfidence.Memory),
                    SameOffence = true,
                    Elements = All(
                        "",
                        new OffenceElement { Id = "zz.helping.offence", Text = "Another did it", OffenceId = OffenceElement.Same, By = CommittedBy.Another },
                        Leaf("x") with { Id = "zz.helping.helped", PerDefendant = true }) with { Id = "zz.helping" },
                    Confidence = LawConfidence.Memory,
                    Sources = Sources,
                },
            ],
        };
    }
}
