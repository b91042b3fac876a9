using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

public sealed class CaseProofTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void All_elements_are_needed_and_one_alternative_is_enough()
    {
        small.Count();
        small.Tick("a", small.Statement());
        Element[] law = [Leaf("a"), Any("m", Leaf("m.x"), Leaf("m.y"))];
        Assert.False(Stands(small.Proof(law), "count:1"));
        small.Tick("m.y", small.Statement());
        var proof = small.Proof(law);
        Assert.True(Stands(proof, "count:1"));
        Assert.True(Stands(proof, "count:1:zz.act.m"));
        Assert.False(Stands(proof, "count:1:zz.act.m.x"));
    }

    [Fact]
    public void At_least_two_of_three_are_two_of_three()
    {
        small.Count();
        var law = Group(GroupRule.AtLeast, "g", Leaf("x"), Leaf("y"), Leaf("z")) with { AtLeast = 2 };
        small.Tick("x", small.Statement());
        Assert.False(Stands(small.Proof(law), "count:1"));
        small.Tick("z", small.Statement());
        Assert.True(Stands(small.Proof(law), "count:1"));
    }

    [Fact]
    public void A_condition_makes_an_element_unnecessary()
    {
        small.Count();
        var law = Offence(Leaf("a"), Any("means", Leaf("means.x")) with { NotRequiredWhen = "zz.act.child" }) with { Conditions = [Leaf("child")] };
        small.Tick("a", small.Statement());
        Assert.False(Stands(small.Proof(law), "count:1"));
        small.Tick("child", small.Statement());
        var proof = small.Proof(law);
        Assert.True(Stands(proof, "count:1"));
        Assert.False(Stands(proof, "count:1:zz.act.means"));
    }

    [Fact]
    public void Exhibits_that_show_a_fact_only_together_do_not_show_it_alone()
    {
        small.Count();
        var (photo, box) = (small.Found("the search"), small.Exhibit([new Origin(null, "the clerk")], small.Clerk));
        var fact = small.Fact(null, photo, box);
        small.Together(fact, photo, box);
        small.Tie("a", fact);
        Element[] law = [Leaf("a")];
        Assert.True(Stands(small.Proof(law), "count:1"));
        small.Change(small.Clerk, clerk => clerk with { Status = Domain.Evidence.FoundationStatus.Fallen });
        Assert.False(Stands(small.Proof(law), "count:1"));
        small.Cite(fact, small.Found("another paper"));
        Assert.True(Stands(small.Proof(law), "count:1"));
    }

    [Fact]
    public void A_set_of_exhibits_of_which_one_is_not_cited_shows_nothing()
    {
        small.Count();
        var photo = small.Found("the search");
        var fact = small.Fact(null, photo);
        small.Together(fact, photo, small.Found("not cited"));
        small.Tie("a", fact);
        Assert.False(Stands(small.Proof(Leaf("a")), "count:1"));
    }

    [Fact]
    public void What_is_only_pleaded_is_shown_and_never_needed()
    {
        small.Count();
        small.Tick("a", small.Statement());
        var proof = small.Proof(Leaf("a"), Leaf("p", LeafKind.PleadedOnly));
        Assert.True(Stands(proof, "count:1"));
        Assert.False(Stands(proof, "count:1:zz.act.p"));
    }

    [Fact]
    public void A_reference_to_what_is_only_pleaded_is_no_proof_either()
    {
        small.Count();
        small.Tick("p", small.Statement());
        Assert.False(Stands(small.Proof(Leaf("p", LeafKind.PleadedOnly), Any("g", Ref("p"), Leaf("x"))), "count:1"));
        small.Tick("x", small.Statement());
        Assert.True(Stands(small.Proof(Leaf("p", LeafKind.PleadedOnly), All("g", Ref("p"), Leaf("x"))), "count:1"));
    }

    [Fact]
    public void An_aggravator_is_a_goal_of_its_own()
    {
        small.Count();
        small.Tick("a", small.Statement());
        var law = Offence(Leaf("a")) with { Aggravators = [new Aggravator("zz.act.worse", "Worse", All("worse.proof", Leaf("worse.death")), "Ten years")] };
        var proof = small.Proof(law);
        Assert.Equal(["count:1", "count:1:zz.act.worse"], proof.Graph.Goals);
        Assert.True(Stands(proof, "count:1"));
        Assert.False(Stands(proof, "count:1:zz.act.worse"));
        small.Tick("worse.death", small.Found("hospital"));
        Assert.True(Stands(small.Proof(law), "count:1:zz.act.worse"));
    }

    [Fact]
    public void A_presumption_holds_until_it_is_rebutted_and_evidence_can_take_its_place()
    {
        var count = small.Count();
        Element[] law = [Leaf("q", LeafKind.Presumed)];
        Assert.True(Stands(small.Proof(law), "count:1"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.q"), ruling: Ruling.Sustained);
        Assert.False(Stands(small.Proof(law), "count:1"));
        small.Tick("q", small.Found("register"));
        Assert.True(Stands(small.Proof(law), "count:1"));
    }

    [Fact]
    public void A_count_that_names_no_survivor_holds_for_one_of_them_or_for_none()
    {
        var count = small.CountForNobody();
        var law = Offence(Leaf("a"), Any("m", Leaf("m.x")) with { NotRequiredWhen = "zz.act.child" }, All("g", Ref("a2"), Leaf("a3")), Leaf("a2"), Leaf("d", LeafKind.DefenceNegated)) with
        {
            Conditions = [Leaf("child")],
            Aggravators = [new Aggravator("zz.act.worse", "Worse", All("worse.proof", Leaf("worse.x")), "Ten years")],
        };
        small.Tick("a2", small.Found("register"));
        small.Tick("a3", small.Found("register"));
        small.Tie("a", small.Fact(null, small.Found("bank")), survivors: [small.SurvivorA]);
        small.Tie("child", small.Fact(null, small.Found("school")), survivors: [small.SurvivorB]);
        var proof = small.Proof(law);
        Assert.False(Stands(proof, "count:1"));
        Assert.True(Stands(proof, "count:1:zz.act.a"));
        Assert.True(Stands(proof, "count:1:zz.act.m:unless"));
        Assert.Equal(["count:1", "count:1:zz.act.worse"], proof.Graph.Goals);
        Assert.Contains("proof.no-survivor-named", proof.Notes.Select(note => note.Key));
        Assert.Equal(4, proof.Ties.Count);

        small.Tie("m.x", small.Fact(null, small.Found("phone")), survivors: [small.SurvivorA]);
        Assert.True(Stands(small.Proof(law), "count:1"));
        small.Tie("worse.x", small.Fact(null, small.Found("hospital")), survivors: [small.SurvivorB]);
        Assert.False(Stands(small.Proof(law), "count:1:zz.act.worse"));

        // What is aimed at an element is aimed at it for each of them.
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.d"), ruling: Ruling.Sustained);
        Assert.False(Stands(small.Proof(law), "count:1"));
        small.Tick("d", small.Found("court"));
        Assert.True(Stands(small.Proof(law), "count:1"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.m.x"), ruling: Ruling.Sustained);
        Assert.False(Stands(small.Proof(law), "count:1"));
    }

    [Fact]
    public void A_tie_to_what_this_text_does_not_know_is_not_passed_over()
    {
        var count = small.Count(from: new DateOnly(2020, 1, 1));
        Offence[] versions =
        [
            Offence(Leaf("a"), Any("m", Leaf("m.x"))).Valid(new(2020, 1, 1), new(2022, 12, 31)),
            Offence(Leaf("a"), Any("m", Leaf("m.x"), Leaf("m.new"))).Valid(new(2023, 1, 1), null),
        ];
        var tie = small.Tie("m.new", small.Fact(null, small.Found("bank")));
        var lost = small.Tie("nowhere", small.Fact(null, small.Found("phone")));
        var proof = CaseProof.Of(small.Snapshot(), Packs(versions));
        Assert.Empty(proof.Graph.Faults());
        Assert.Equal([(tie, "That m.new"), (lost, "zz.act.nowhere")], proof.Ties.Select(known => (known.Tie, known.Leaf.Text)));
        Assert.All(proof.Ties, known => Assert.Equal("law.leaf-not-in-this-text", known.Outside?.Key));

        var hole = LookForNext.Of(proof, new ProofEngine(proof.Graph)).First(finding => finding.Kind == FindingKind.HoleInLaw);
        Assert.Equal((count.Number, "zz.act.m.new", "law.leaf-not-in-this-text"), (hole.Count!.Number, hole.Element!.Id, hole.Reason?.Key));
    }

    [Theory]
    [InlineData(2022)]
    [InlineData(2024)]
    public void What_this_text_does_not_know_is_named_in_the_words_of_the_text_that_it_is_read_under(int year)
    {
        small.Count(from: new DateOnly(2030, 1, 1));
        small.Count(from: new DateOnly(year, 5, 1));
        Offence[] versions = [.. new[] { 2020, 2022, 2024 }.Select(from => Offence(Leaf("a"), Leaf("old") with { Text = $"As it was put in {from}" }).Valid(new(from, 1, 1), new(from + 1, 12, 31))),
            Offence(Leaf("a")).Valid(new(2026, 1, 1), null)];
        small.Tie("old", small.Fact(null, small.Found("bank")));

        var proof = CaseProof.Of(small.Snapshot(), Packs(versions));

        Assert.Equal([$"As it was put in {year}"], proof.Ties.Where(known => known.Outside?.Key == "law.leaf-not-in-this-text").Select(known => known.Leaf.Text));
    }

    [Fact]
    public void A_defence_has_to_be_disproved_only_once_it_is_raised()
    {
        var count = small.Count();
        small.Tick("a", small.Statement());
        Element[] law = [Leaf("a"), Leaf("d", LeafKind.DefenceNegated)];
        Assert.True(Stands(small.Proof(law), "count:1"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.d"));
        Assert.Equal((ProofState.Stands, ProofState.Fails), State(small.Proof(law), "count:1"));
        small.Tick("d", small.Found("phone"));
        Assert.Equal((ProofState.Stands, ProofState.Stands), State(small.Proof(law), "count:1"));
    }

    [Fact]
    public void A_reference_is_proved_by_the_same_facts()
    {
        small.Count();
        small.Tick("b", small.Statement());
        small.Tick("m.y.z", small.Statement());
        Assert.True(Stands(small.Proof(Leaf("b"), Any("m", All("m.y", Leaf("m.y.z"), Ref("b")))), "count:1"));
    }

    [Fact]
    public void The_law_can_ask_for_sources_that_are_independent_and_not_the_survivor()
    {
        small.Count();
        var law = Leaf("a") with { Corroboration = new CorroborationRule(2, 1) };
        small.Tick("a", small.Statement(), small.Statement());
        Assert.False(Stands(small.Proof(law), "count:1"));
        small.Tick("a", small.Found("bank"));
        Assert.True(Stands(small.Proof(law), "count:1"));
    }

    [Fact]
    public void Ties_count_only_for_the_defendants_and_survivors_they_name()
    {
        small.Count();
        small.Count(small.Defendant2);
        small.Count(small.Defendant1, small.SurvivorB);
        small.Tie("a", small.Fact(null, small.Statement()), [small.Defendant1], [small.SurvivorA]);
        var proof = small.Proof(Leaf("a"));
        Assert.True(Stands(proof, "count:1"));
        Assert.False(Stands(proof, "count:2"));
        Assert.False(Stands(proof, "count:3"));
    }

    [Fact]
    public void Ties_that_counsel_holds_to_be_enough_only_together_are_not_enough_alone()
    {
        small.Count();
        var (first, second) = (small.Tick("a", small.Statement()), small.Fact(null));
        var other = small.Tie("a", second);
        small.Together("a", first, other);
        Assert.False(Stands(small.Proof(Leaf("a")), "count:1"));
        small.Cite(second, small.Found("bank"));
        Assert.True(Stands(small.Proof(Leaf("a")), "count:1"));
    }

    [Fact]
    public void A_tie_that_stands_in_no_set_is_enough_beside_the_sets()
    {
        small.Count();
        small.Together("a", small.Tick("a", small.Statement()), small.Tie("a", small.Fact(null)));
        small.Tick("a", small.Found("bank"));
        Assert.True(Stands(small.Proof(Leaf("a")), "count:1"));
    }

    [Fact]
    public void A_count_before_its_law_fails_with_the_reason()
    {
        small.Count(from: new DateOnly(2019, 12, 31));
        small.Tick("a", small.Statement());
        var proof = small.Proof(Leaf("a"));
        Assert.False(Stands(proof, "count:1"));
        Assert.Equal("law.not-yet-in-force", proof.Reasons["count:1"].Key);
    }

    [Fact]
    public void A_fact_outside_the_days_of_the_text_fails_with_the_reason()
    {
        small.Count();
        var tie = small.Tie("a", small.Fact(new DateOnly(2019, 12, 31), small.Statement()));
        var proof = small.Proof(Leaf("a"));
        Assert.False(Stands(proof, "count:1"));
        var node = Assert.Single(proof.Ties).Node;
        Assert.Equal("proof.outside-law", proof.Reasons[node].Key);
        Assert.Equal(new ProofItem(ProofItemKind.OutsideLaw, tie.Id.Value, "zz.act.a"), proof.Items[node]);
    }

    [Fact]
    public void A_fact_outside_the_days_of_the_count_only_warns()
    {
        small.Count();
        small.Tie("a", small.Fact(new DateOnly(2024, 12, 31), small.Statement()));
        var proof = small.Proof(Leaf("a"));
        Assert.True(Stands(proof, "count:1"));
        Assert.Equal(["proof.outside-count"], proof.Notes.Select(note => note.Key));
    }

    [Fact]
    public void Each_count_is_compiled_with_the_law_of_its_own_day()
    {
        small.Count(from: new DateOnly(2015, 1, 1));
        small.Count();
        small.Tick("a", small.Statement());
        var proof = CaseProof.Of(small.Snapshot(), Packs(
            Offence(Leaf("a")).Valid(new DateOnly(2010, 1, 1), new DateOnly(2019, 12, 31)), Offence(Leaf("a"), Leaf("b"))));
        Assert.True(Stands(proof, "count:1"));
        Assert.False(Stands(proof, "count:2"));
    }

    [Fact]
    public void A_tie_that_names_nobody_counts_for_nobody_and_is_noted_once()
    {
        small.Count();
        small.Count(small.Defendant2);
        small.Tie("a", small.Fact(null, small.Statement()), defendants: []);
        var proof = small.Proof(Leaf("a"));
        Assert.False(Stands(proof, "count:1"));
        Assert.Equal(["proof.for-nobody"], proof.Notes.Select(note => note.Key));
    }

    [Fact]
    public void An_exhibit_without_a_known_foundation_can_still_fall()
    {
        small.Count();
        var exhibit = small.Exhibit([]);
        small.Tick("a", exhibit);
        var proof = small.Proof(Leaf("a"));
        Assert.True(Stands(proof, "count:1"));
        Assert.Equal([["exhibit:1:itself"]], new ProofEngine(proof.Graph).CutsOf(["count:1"]).Single().Sets);
        Assert.Equal(new ProofItem(ProofItemKind.Exhibit, exhibit.Id.Value), proof.Items["exhibit:1:itself"]);
        Assert.Contains("proof.no-foundation", proof.Notes.Select(note => note.Key));
    }

    [Fact]
    public void A_foundation_that_the_reader_may_not_see_stays_under_the_exhibit()
    {
        small.Count();
        small.Tick("a", small.Found("phone"));
        var seen = small.Snapshot();
        var proof = CaseProof.Of(seen with { Foundations = [.. seen.Foundations.Where(f => f.Id != small.Warrant.Id)] }, Packs(Offence(Leaf("a"))));
        Assert.Equal([[ProofId.Of(small.Warrant.Id)]], new ProofEngine(proof.Graph).CutsOf(["count:1"]).Single().Sets);
    }

    [Fact]
    public void Taint_passes_to_what_was_found_through_it_and_another_way_stops_it()
    {
        small.Count();
        var search = small.Found("house");
        var phone = small.Exhibit([], small.Clerk);
        small.Tick("a", small.Change(phone, e => e with { DerivedFrom = [new Domain.Evidence.Derivation(search.Id, [])] }));
        Assert.Equal(ProofState.Fails, Without(small.Warrant));
        var other = small.Foundation(FoundationKind.IndependentSource, "The operator's copy");
        small.Change(small.Snapshot().Exhibits[1], e => e with { DerivedFrom = [new Domain.Evidence.Derivation(search.Id, [other.Id])] });
        Assert.Equal(ProofState.Stands, Without(small.Warrant));

        ProofState Without(Domain.Evidence.Foundation lost) =>
            new ProofEngine(small.Proof(Leaf("a")).Graph).Evaluate(ProofId.Of(lost.Id))["count:1", Reading.RuledOnly];
    }

    [Fact]
    public void Any_alternative_ground_of_admission_is_enough()
    {
        small.Count();
        var consent = small.Foundation(FoundationKind.Consent, "The tenant's consent");
        small.Tick("a", small.Change(small.Exhibit([], small.Clerk), e => e with { LegalAny = [[small.Warrant.Id], [consent.Id]] }));
        Assert.Equal(
            [[ProofId.Of(small.Clerk.Id)], [ProofId.Of(small.Warrant.Id), ProofId.Of(consent.Id)]],
            new ProofEngine(small.Proof(Leaf("a")).Graph).CutsOf(["count:1"]).Single().Sets);
    }

    [Fact]
    public void Every_id_of_the_graph_leads_back_to_a_row()
    {
        var count = small.Count();
        small.Tick("a", small.Statement());
        small.Tick("q", small.Found("x"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"));
        var proof = small.Proof(Leaf("a"), Leaf("q", LeafKind.Presumed));
        Assert.Empty(proof.Graph.Faults());
        string[] ids = [.. proof.Graph.Foundations.Select(f => f.Id), .. proof.Graph.Evidence.Select(e => e.Id), .. proof.Graph.Nodes.Select(n => n.Id), .. proof.Graph.Arguments.Select(a => a.Id)];
        Assert.Equal(ids.Order(StringComparer.Ordinal), proof.Items.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(ids, identity => identity.Contains('/', StringComparison.Ordinal));
    }
}
