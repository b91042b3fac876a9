using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Domain.Tests.Law;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using ProofState = Onus.Domain.Proof.ProofState;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

/// <summary>Two passages show one fact, the ledger named Survivor A with it and the phone Survivor B: what becomes of one passage is felt by whom it named.</summary>
public sealed class ForOthersTests
{
    private static readonly Offence Act = Laws.Offence(Laws.Leaf("a"));
    private readonly SmallCase small = new();
    private readonly Exhibit ledger;
    private readonly Exhibit phone;
    private readonly Fact fact;
    private readonly ExhibitTie first;
    private readonly ExhibitTie second;
    private FactTie tie;

    public ForOthersTests()
    {
        ledger = small.Exhibit([new Origin(null, "ledger")], small.Clerk);
        phone = small.Found("phone");
        fact = small.Fact(null);
        first = small.Cite(fact, ledger);
        second = small.Cite(fact, phone);
        tie = small.Tie("a", fact, [small.Defendant1]);
        tie = small.Add(tie with { Named = [new(first.Id, small.SurvivorA, small.Defendant1), new(second.Id, small.SurvivorB, small.Defendant1)] });
        small.Count();
        small.Count(survivor: small.SurvivorB);
    }

    private (bool A, bool B) Holds => small.Proof(Act) is var proof ? (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")) : default;

    [Fact]
    public void Both_hold_while_both_passages_stand() => Assert.Equal((true, true), Holds);

    [Fact]
    public void Each_passage_shows_it_for_whom_it_named()
    {
        var shows = new ForOthers(small.Snapshot(), StandingNames.Of(small.Snapshot()));
        Assert.Equal([small.SurvivorA], Assert.Single(shows.ShownBy(first.Id, tie)).Survivors);
        Assert.Equal([small.SurvivorB], Assert.Single(shows.ShownBy(second.Id, tie)).Survivors);
        Assert.Equal([small.Defendant1], Assert.Single(shows.ShownBy(second.Id, tie)).Defendants);
    }

    [Fact]
    public void What_nobody_knows_how_it_was_tied_is_shown_for_all_by_each()
    {
        var plain = tie with { Named = [] };
        Assert.Equal([small.SurvivorA, small.SurvivorB], Assert.Single(new ForOthers(small.Snapshot(), StandingNames.Of(small.Snapshot())).ShownBy(second.Id, plain)).Survivors);
    }

    [Fact]
    public void The_warrant_fell_by_which_the_one_that_named_her_was_found()
    {
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen, Decided = "Order of 3 May" });
        Assert.Equal((true, false), Holds);
    }

    [Fact]
    public void The_court_kept_it_out()
    {
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, phone.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        Assert.Equal((true, false), Holds);
    }

    [Fact]
    public void The_court_ruled_that_it_does_not_show_the_fact()
    {
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.ExhibitTie, second.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        Assert.Equal((true, false), Holds);
    }

    [Fact]
    public void It_may_be_used_only_against_another()
    {
        small.Change(phone, exhibit => exhibit with { OnlyAgainst = [small.Defendant2] });
        Assert.Equal((true, false), Holds);
    }

    [Fact]
    public void It_may_be_used_only_for_another_fact()
    {
        var other = small.Fact(null, phone);
        small.Change(phone, exhibit => exhibit with { OnlyFor = [other.Id] });
        Assert.Equal((true, false), Holds);
    }

    [Fact]
    public void What_the_count_depends_on_names_the_warrant_by_which_it_was_found()
    {
        var cuts = new Onus.Domain.Proof.ProofEngine(small.Proof(Act).Graph).CutsOf(["count:2"])[0];
        Assert.Equal([ProofId.Of(small.Warrant.Id)], Assert.Single(cuts.Sets));
    }

    [Fact]
    public void What_the_court_ruled_of_the_fact_or_of_its_tie_is_felt_by_both()
    {
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value), ruling: Ruling.Sustained);
        Assert.Equal((false, false), Holds);
        var onTie = new ForOthersTests();
        onTie.small.Challenge(ArguedBy.Defence, new Target(TargetKind.FactTie, onTie.tie.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        Assert.Equal((false, false), onTie.Holds);
    }

    [Fact]
    public void What_speaks_against_the_fact_speaks_against_both()
    {
        small.Cite(fact, small.Exhibit([new Origin(null, "letter")], small.Clerk), Bearing.Undermines);
        var proof = small.Proof(Act);
        Assert.Equal((ProofState.Fails, ProofState.Fails), (SmallCase.State(proof, "count:1").Challenged, SmallCase.State(proof, "count:2").Challenged));
    }

    [Fact]
    public void An_answer_that_only_competes_keeps_it_contested_for_both()
    {
        var attack = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), competes: true);
        var proof = small.Proof(Act);
        Assert.Equal((ProofState.Contested, ProofState.Contested), (SmallCase.State(proof, "count:1").Challenged, SmallCase.State(proof, "count:2").Challenged));
    }

    [Fact]
    public void A_passage_about_another_is_no_second_source()
    {
        var strict = Act with { Elements = Act.Elements with { Of = [Laws.Leaf("a") with { Corroboration = new CorroborationRule(2, 0) }] } };
        var proof = small.Proof(strict);
        Assert.Equal((false, false), (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")));
        // Cited for her too, it is.
        small.Add(tie with { Named = [.. tie.Named, new(second.Id, small.SurvivorA, small.Defendant1)] });
        proof = small.Proof(strict);
        Assert.Equal((true, false), (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")));
    }

    [Fact]
    public void What_named_nobody_shows_it_for_all()
    {
        small.Cite(fact, small.Exhibit([new Origin(null, "letter")], small.Clerk));
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen, Decided = "Order of 3 May" });
        Assert.Equal((true, true), Holds);
    }

    [Fact]
    public void So_does_everything_for_whom_counsel_tied_by_hand()
    {
        small.Add(tie with { Named = [.. tie.Named, new(null, small.SurvivorB, small.Defendant1)] });
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen, Decided = "Order of 3 May" });
        Assert.Equal((true, true), Holds);
    }

    [Fact]
    public void A_passage_that_shows_it_only_together_with_hers_shows_it_for_her_with_that()
    {
        small.Together(fact, ledger, phone);
        Assert.Equal((true, true), Holds);
        small.Change(small.Clerk, clerk => clerk with { Status = FoundationStatus.Fallen, Decided = "She died" });
        Assert.Equal((false, false), Holds);
    }

    [Fact]
    public void A_cell_shows_the_passages_that_count_there()
    {
        var proof = small.Proof(Act);
        var grid = Grid.Of(proof, new(proof.Graph), Act.Id, new(2025, 3, 1)).Value;
        var cells = grid.Rows.Single(row => row.Element.Id == "zz.act.a").Cells;
        Assert.Equal([1], cells[0]!.Facts[0].Supporting.Select(exhibit => exhibit.Number));
        Assert.Equal([2], cells[1]!.Facts[0].Supporting.Select(exhibit => exhibit.Number));
    }

    [Fact]
    public void A_count_drafted_from_hers_rests_on_what_hers_rests_on()
    {
        var other = small.Count(small.Defendant2, small.SurvivorB);
        var copy = CountRules.Carried(tie, new TieId(Guid.CreateVersion7()), small.Snapshot().Counts[1], other, Laws.Packs(Act));
        var snapshot = small.Snapshot();
        snapshot = snapshot with { FactTies = [tie, copy] };
        Assert.Equal((true, true, true), Three(snapshot));
        Assert.Equal((true, false, false), Three(snapshot with { ExhibitTies = [first] }));
        Assert.Equal((true, false, false), Three(snapshot with { Foundations = [.. snapshot.Foundations.Select(known => known.Id == small.Warrant.Id ? known with { Status = FoundationStatus.Fallen } : known)] }));

        static (bool, bool, bool) Three(CaseSnapshot of) => CaseProof.Of(of, Laws.Packs(Act)) is var proof
            ? (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2"), SmallCase.Stands(proof, "count:3")) : default;
    }

    [Fact]
    public void An_answer_rests_on_the_fact_and_not_on_its_tie()
    {
        var one = new SmallCase();
        one.Tick("a", one.Found("phone"));
        var premise = one.Tie("a", one.Fact(null, one.Exhibit([new Origin(null, "ledger")], one.Clerk)), [one.Defendant1], [one.SurvivorA]);
        var attack = one.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, one.Count().Id.Value, "zz.act.a"));
        one.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: new Target(TargetKind.FactTie, premise.Id.Value));
        var proof = one.Proof(Act);
        Assert.Equal(ProofState.Fails, SmallCase.State(proof, "count:1").Challenged);
        Assert.Contains(proof.Notes, note => note.Key == "proof.answer-without-premise");
    }

    [Theory]
    [InlineData(TargetKind.Fact)]
    [InlineData(TargetKind.FactTie)]
    public void What_was_ruled_of_an_assertion_about_her_is_felt_where_it_is_written_again_about_her_and_another(TargetKind kind)
    {
        var one = new SmallCase();
        var ruled = one.Tie("a", one.Fact(null, one.Found("phone")), [one.Defendant1], [one.SurvivorA]);
        one.Tie("a", one.Fact(null, one.Exhibit([new Origin(null, "ledger")], one.Clerk)), [one.Defendant1]);
        one.Challenge(ArguedBy.Defence, new Target(kind, kind == TargetKind.Fact ? ruled.Fact.Value : ruled.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        one.Count();
        one.Count(survivor: one.SurvivorB);
        var snapshot = one.Snapshot();
        snapshot = snapshot with { Facts = [.. snapshot.Facts.Select(known => known with { Sentence = "He kept it." })] };
        var proof = CaseProof.Of(snapshot, Laws.Packs(Act));
        Assert.Equal((false, true), (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")));
        Assert.Contains(proof.Notes, note => note.Key == "proof.ruled-same-fact");
        Assert.DoesNotContain(proof.Notes, note => note.Key == "proof.ruled-other-fact");
    }
}
