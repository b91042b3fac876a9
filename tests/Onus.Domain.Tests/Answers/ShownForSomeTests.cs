using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Domain.Tests.Law;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

/// <summary>Which citations show a fact for whom, where sets, limits, rulings, counts for nobody in particular and what was untied meet.</summary>
public sealed class ShownForSomeTests
{
    private static readonly Offence Act = Laws.Offence(Laws.Leaf("a"));
    private readonly SmallCase small = new();

    private (Exhibit Ledger, Exhibit Phone, Fact Fact, ExhibitTie First, ExhibitTie Second, FactTie Tie) Two(params PersonId[] by)
    {
        var ledger = small.Exhibit([new Origin(null, "ledger")], small.Clerk);
        var phone = small.Found("phone");
        var fact = small.Fact(null);
        var (first, second) = (small.Cite(fact, ledger), small.Cite(fact, phone));
        by = by.Length == 0 ? [small.Defendant1] : by;
        var tie = small.Tie("a", fact, by);
        tie = small.Add(tie with { Named = [.. by.SelectMany(d => new NamedBy[] { new(first.Id, small.SurvivorA, d), new(second.Id, small.SurvivorB, d) })] });
        return (ledger, phone, fact, first, second, tie);
    }

    private static CaseSnapshot Same(CaseSnapshot snapshot) => snapshot with { Facts = [.. snapshot.Facts.Select(known => known with { Sentence = "He kept it." })] };

    private void Fell(Onus.Domain.Evidence.Foundation foundation) => small.Change(foundation, known => known with { Status = FoundationStatus.Fallen, Decided = "Order of 3 May" });

    [Fact]
    public void What_may_be_used_only_against_another_completes_no_set_in_her_view()
    {
        var (ledger, phone, fact, _, _, _) = Two();
        small.Together(fact, ledger, phone);
        small.Change(phone, exhibit => exhibit with { OnlyAgainst = [small.Defendant2] });
        small.Count();
        small.Count(survivor: small.SurvivorB);
        small.Count(small.Defendant2);
        var proof = small.Proof(Act);
        Assert.Equal((false, false), (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")));
    }

    [Fact]
    public void What_stands_on_a_ground_completes_a_set_in_her_view()
    {
        var ledger = small.Exhibit([new Origin(null, "ledger")], small.Clerk);
        var said = small.Change(small.Statement(), exhibit => exhibit with { Grounds = [new Ground("A ground", [], [small.Defendant1])] });
        var fact = small.Fact(null);
        var (first, second) = (small.Cite(fact, ledger), small.Cite(fact, said));
        var tie = small.Tie("a", fact, [small.Defendant1]);
        small.Add(tie with { Named = [new(first.Id, small.SurvivorA, small.Defendant1), new(second.Id, small.SurvivorB, small.Defendant1)] });
        small.Together(fact, ledger, said);
        small.Count();
        small.Count(survivor: small.SurvivorB);
        Fell(small.HerWord);
        var proof = small.Proof(Act);
        Assert.Equal((true, true), (SmallCase.Stands(proof, "count:1"), SmallCase.Stands(proof, "count:2")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void To_untie_somebody_else_makes_nothing_show_more_for_her(bool corroborated)
    {
        var law = corroborated ? Act with { Elements = Act.Elements with { Of = [Laws.Leaf("a") with { Corroboration = new CorroborationRule(2, 0) }] } } : Act;
        var (_, _, _, _, _, tie) = Two();
        small.Count();
        if (!corroborated)
        {
            Fell(small.Clerk);
        }

        Assert.False(SmallCase.Stands(small.Proof(law), "count:1"));
        small.Add(Assert.Single(Whom.Without(tie, small.Defendant1, small.SurvivorB)));
        Assert.False(SmallCase.Stands(small.Proof(law), "count:1"));
    }

    [Fact]
    public void A_count_that_names_no_survivor_meets_a_challenge_of_a_fact_once()
    {
        var (_, _, fact, _, _, _) = Two();
        small.CountForNobody();
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var proof = small.Proof(Act);
        var moves = new ProofEngine(proof.Graph).MovesOn(["count:1"])![0].Sets;
        Assert.Equal([1], moves.Select(set => set.Count));
    }

    [Fact]
    public void A_count_that_names_no_survivor_lists_the_smallest_sets_of_challenges()
    {
        var (_, _, fact, _, _, tie) = Two();
        small.CountForNobody();
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value), ruling: Ruling.Overruled);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.FactTie, tie.Id.Value), ChallengeMode.Undercut, Ruling.Overruled);
        var proof = small.Proof(Act);
        // As CountAnswers lists them: each row once.
        var sets = new ProofEngine(proof.Graph).ReversalsOn(["count:1"], 4)![0].Sets.Select(set => set.Select(argument => proof.Items[argument]).Distinct().Count());
        Assert.Equal([1, 1], sets);
    }

    [Fact]
    public void The_gap_sheet_names_a_challenge_once()
    {
        var (_, _, fact, _, _, _) = Two();
        small.CountForNobody();
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var proof = small.Proof(Act);
        var found = LookForNext.Of(proof, new(proof.Graph)).Where(finding => finding.Kind == FindingKind.Contested).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(finding.Challenges.Distinct().Count(), finding.Challenges.Count));
    }

    [Fact]
    public void A_cell_names_what_shows_it_for_her_only_together_with_hers()
    {
        var (ledger, phone, fact, _, second, _) = Two();
        small.Together(fact, ledger, phone);
        small.Count();
        var proof = small.Proof(Act);
        Assert.Contains(new ProofEngine(proof.Graph).CutsOf(["count:1"])[0].Sets, set => set.Contains(ProofId.Of(small.Warrant.Id)));
        var grid = Grid.Of(proof, new(proof.Graph), Act.Id, new(2025, 3, 1)).Value;
        Assert.Equal([1, 2], grid.Rows.Single(row => row.Element.Id == "zz.act.a").Cells[0]!.Facts[0].Supporting.Select(exhibit => exhibit.Number));
        Assert.Contains(proof.CitedIn(proof.Columns[0]), cite => cite.Id == second.Id);
    }

    [Fact]
    public void An_answer_rests_on_no_tie_that_counts_for_others_only()
    {
        // Count for B: the element is shown for her by a fact of its own; the answer rests on the tie that shows something for A alone.
        var (_, _, _, _, _, premise) = Two();
        small.Tick("a", small.Exhibit([new Origin(null, "letter")], small.Clerk));
        Fell(small.Warrant);
        var count = small.Count(survivor: small.SurvivorB);
        var attack = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: new Target(TargetKind.FactTie, premise.Id.Value));
        Assert.NotEqual(ProofState.Stands, SmallCase.State(small.Proof(Act), "count:1").Challenged);
    }

    [Fact]
    public void An_answer_rests_on_no_tie_on_which_the_court_ruled_for_her()
    {
        var ruled = small.Tie("a", small.Fact(null, small.Found("phone")), [small.Defendant1], [small.SurvivorA]);
        var again = small.Tie("a", small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk)), [small.Defendant1]);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, ruled.Fact.Value), ChallengeMode.Undercut, Ruling.Sustained);
        var other = small.Tick("a", small.Exhibit([new Origin(null, "letter")], small.Clerk));
        var count = small.Count();
        var attack = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, attack.Id.Value), premises: new Target(TargetKind.FactTie, again.Id.Value));
        var snapshot = Same(small.Snapshot());
        snapshot = snapshot with { Facts = [.. snapshot.Facts.Select(known => known.Id == other.Fact ? known with { Sentence = "Another." } : known)] };
        Assert.NotEqual(ProofState.Stands, SmallCase.State(CaseProof.Of(snapshot, Laws.Packs(Act)), "count:1").Challenged);
    }

    [Fact]
    public void Nobody_is_told_that_a_ruling_about_one_reaches_what_is_about_another()
    {
        var ruled = small.Tie("a", small.Fact(null, small.Found("phone")), [small.Defendant1], [small.SurvivorA]);
        small.Tie("a", small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk)), [small.Defendant1], [small.SurvivorB]);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, ruled.Fact.Value), ChallengeMode.Undercut, Ruling.Sustained);
        small.Count(survivor: small.SurvivorB);
        var proof = CaseProof.Of(Same(small.Snapshot()), Laws.Packs(Act));
        Assert.True(SmallCase.Stands(proof, "count:1"));
        Assert.DoesNotContain(proof.Notes, note => note.Key == "proof.ruled-same-fact");
    }

    [Theory]
    [InlineData(TargetKind.Fact)]
    [InlineData(TargetKind.FactTie)]
    public void A_ruling_on_what_names_nobody_is_not_shed_by_writing_it_again_about_somebody(TargetKind kind)
    {
        // An offence that is against nobody: the tie that was ruled out names the defendant alone, the same words stand once more about A.
        var law = Act with { Unit = ChargeUnit.PerDefendant };
        var ruled = small.Tie("a", small.Fact(null, small.Found("phone")), [small.Defendant1], []);
        small.Tie("a", small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk)), [small.Defendant1], [small.SurvivorA]);
        small.Challenge(ArguedBy.Defence, new Target(kind, kind == TargetKind.Fact ? ruled.Fact.Value : ruled.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        small.CountForNobody();
        var proof = CaseProof.Of(Same(small.Snapshot()), Laws.Packs(law));
        Assert.False(SmallCase.Stands(proof, "count:1"));
        Assert.Contains(proof.Notes, note => note.Key == "proof.ruled-same-fact");
    }

    [Fact]
    public void A_ruling_reaches_him_where_all_about_whom_it_still_counts_for_him_are_under_it()
    {
        var law = Act with { Unit = ChargeUnit.PerDefendant };
        var ruled = small.Tie("a", small.Fact(null, small.Found("phone")), [small.Defendant1], [small.SurvivorA]);
        var fact = small.Fact(null);
        var cite = small.Cite(fact, small.Exhibit([new Origin(null, "ledger")], small.Clerk));
        var gone = new TieId(Guid.CreateVersion7());
        var tie = small.Tie("a", fact);
        small.Add(tie with { Named = [new(cite.Id, small.SurvivorA, small.Defendant1), new(cite.Id, small.SurvivorA, small.Defendant2), new(gone, small.SurvivorB, small.Defendant1), new(cite.Id, small.SurvivorB, small.Defendant2)] });
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, ruled.Fact.Value), ChallengeMode.Undercut, Ruling.Sustained);
        small.CountForNobody();
        var proof = CaseProof.Of(Same(small.Snapshot()), Laws.Packs(law));
        Assert.False(SmallCase.Stands(proof, "count:1"));
    }

    [Fact]
    public void A_ruling_about_her_by_him_and_another_by_another_is_none_about_her_by_the_other()
    {
        var fact = small.Fact(null, small.Found("phone"));
        small.Tie("a", fact, [small.Defendant1], [small.SurvivorA]);
        small.Tie("a", fact, [small.Defendant2], [small.SurvivorB]);
        small.Tie("a", small.Fact(null, small.Exhibit([new Origin(null, "ledger")], small.Clerk)), [small.Defendant2], [small.SurvivorA]);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        small.Count(small.Defendant2);
        Assert.True(SmallCase.Stands(CaseProof.Of(Same(small.Snapshot()), Laws.Packs(Act)), "count:1"));
    }

    [Fact]
    public void A_ruling_on_a_citation_is_felt_where_the_same_passage_is_cited_for_the_same_words_about_her_and_another()
    {
        var phone = small.Found("phone");
        var fact = small.Fact(null);
        var cite = small.Cite(fact, phone);
        small.Tie("a", fact, [small.Defendant1], [small.SurvivorA]);
        small.Tie("a", small.Fact(null, phone), [small.Defendant1]);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.ExhibitTie, cite.Id.Value), ChallengeMode.Undercut, Ruling.Sustained);
        small.Count();
        Assert.False(SmallCase.Stands(CaseProof.Of(Same(small.Snapshot()), Laws.Packs(Act)), "count:1"));
    }

}
