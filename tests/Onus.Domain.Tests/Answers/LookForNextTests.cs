using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Law.Laws;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

public sealed class LookForNextTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void A_leaf_without_anything_is_named_with_where_to_look()
    {
        small.Count();
        var finding = Assert.Single(Look(Leaf("a")));
        Assert.Equal((FindingKind.NothingYet, "zz.act.a"), (finding.Kind, finding.Element!.Id));
        Assert.Equal([Topic], finding.Topics);
    }

    [Fact]
    public void One_gap_for_a_group_of_alternatives_with_the_nearest_way_first()
    {
        small.Count();
        small.Tick("m.z.2", small.Found("bank"));
        var law = Any("m", All("m.x", Leaf("m.x.1"), Leaf("m.x.2")), Leaf("m.y"), All("m.z", Leaf("m.z.1"), Leaf("m.z.2"), Leaf("m.z.3")));
        var finding = Assert.Single(Look(law));
        Assert.Equal("zz.act.m", finding.Element!.Id);
        Assert.Equal(["zz.act.m.y", "zz.act.m.x", "zz.act.m.z"], finding.Alternatives.Select(alternative => alternative.Element.Id));
        Assert.Equal(["zz.act.m.z.1", "zz.act.m.z.3"], finding.Alternatives[2].Missing.Select(leaf => leaf.Id));
    }

    [Fact]
    public void Alternatives_beside_one_that_holds_without_her_are_no_gap()
    {
        small.Count();
        small.Tick("m.x", small.Found("bank"));
        Assert.DoesNotContain(Look(Any("m", Leaf("m.x"), Leaf("m.y"))), finding => finding.Kind is FindingKind.NothingYet or FindingKind.OnHerAlone);
    }

    [Fact]
    public void What_rests_on_her_alone_or_needs_her_is_told_apart()
    {
        small.Count();
        var statement = small.Statement();
        small.Tick("a", statement);
        small.Together("b", small.Tick("b", statement), small.Tick("b", small.Found("bank")));
        var findings = Look(Leaf("a"), Leaf("b"));
        Assert.Equal(
            [(FindingKind.SinglePoint, null), (FindingKind.OnHerAlone, "zz.act.a"), (FindingKind.OnBoth, "zz.act.b")],
            findings.Select(finding => (finding.Kind, finding.Element?.Id)));
        Assert.Equal([statement], findings[1].Exhibits);
    }

    [Fact]
    public void A_way_that_only_she_carries_names_the_other_ways_and_the_hints_of_the_law()
    {
        small.Count();
        small.Tick("m.x", small.Statement());
        var hint = new AlternativeHint("zz.act.m.y", "That would stand on these facts");
        var finding = Assert.Single(Look(Any("m", Leaf("m.x") with { Hints = [hint] }, Leaf("m.y"))));
        Assert.Equal((FindingKind.OnHerAlone, "zz.act.m"), (finding.Kind, finding.Element!.Id));
        Assert.Equal(["zz.act.m.x"], finding.Leaves.Select(leaf => leaf.Id));
        Assert.Equal(["zz.act.m.y"], finding.Alternatives.Select(alternative => alternative.Element.Id));
        Assert.Equal([hint], finding.Hints);
    }

    [Fact]
    public void A_single_point_names_what_falls_with_it()
    {
        small.Count();
        var ledger = small.Found("ledger");
        small.Tick("a", ledger);
        small.Tick("b", small.Found("phone"));
        small.Tick("b", small.Exhibit([], small.Clerk));
        var finding = Look(Leaf("a"), Leaf("b")).Single(f => f.Kind == FindingKind.SinglePoint);
        Assert.Equal(small.Warrant, finding.Foundation);
        Assert.Equal(["zz.act.a"], finding.Leaves.Select(leaf => leaf.Id));
        Assert.Equal([1, 2], finding.Exhibits.Select(exhibit => exhibit.Number));
        Assert.Equal([Topic], finding.Topics);
    }

    [Fact]
    public void The_survivor_and_what_is_stipulated_are_no_single_points()
    {
        small.Count();
        small.Tick("a", small.Exhibit([], small.HerWord, small.Foundation(FoundationKind.Device, "Agreed", status: FoundationStatus.Stipulated)));
        Assert.DoesNotContain(Look(Leaf("a"), Leaf("q", LeafKind.Presumed)), finding => finding.Kind == FindingKind.SinglePoint);
    }

    [Fact]
    public void No_law_at_that_date_is_a_hole_and_nothing_more_is_asked()
    {
        small.Count(from: new DateOnly(2010, 1, 1));
        var finding = Assert.Single(Look(Leaf("a"), Leaf("b")));
        Assert.Equal((FindingKind.HoleInLaw, "law.not-yet-in-force"), (finding.Kind, finding.Reason!.Key));
        Assert.Empty(finding.Topics);
    }

    [Fact]
    public void A_fact_outside_the_days_of_the_text_is_said_and_leaves_the_advice_as_it_was()
    {
        small.Count();
        var before = Look(Leaf("a"), Leaf("b")).Select(finding => (finding.Kind, finding.Element!.Id)).ToList();
        var early = small.Fact(new DateOnly(2019, 1, 1), small.Found("bank"));
        small.Tie("a", early);
        var (outside, rest) = (Look(Leaf("a"), Leaf("b"))[0], Look(Leaf("a"), Leaf("b")).Skip(1));
        Assert.Equal((FindingKind.OutsideDays, "zz.act.a", "proof.outside-law"), (outside.Kind, outside.Element!.Id, outside.Reason!.Key));
        Assert.Equal([early.Id], outside.Facts.Select(fact => fact.Id));
        Assert.Equal(before, rest.Select(finding => (finding.Kind, finding.Element!.Id)));
        Assert.All(rest, finding => Assert.NotEmpty(finding.Topics));
    }

    [Fact]
    public void What_a_ruling_keeps_out_asks_for_another_source_and_mutes_nothing()
    {
        small.Count();
        var bad = small.Foundation(FoundationKind.Warrant, "The bad warrant", status: FoundationStatus.Fallen);
        var phone = small.Exhibit([], bad);
        small.Tick("a", phone);
        var findings = Look(Leaf("a"), Leaf("b"));
        Assert.Equal([(FindingKind.KeptOut, "zz.act.a"), (FindingKind.NothingYet, "zz.act.b")], findings.Select(finding => (finding.Kind, finding.Element!.Id)));
        Assert.Equal([phone], findings[0].Exhibits);
        Assert.Equal([Topic], findings[0].Topics);
    }

    [Fact]
    public void A_sustained_motion_to_exclude_asks_for_another_source_too()
    {
        small.Count();
        var phone = small.Found("phone");
        small.Tick("a", phone);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Admission, phone.Id.Value), ChallengeMode.Exclude, Domain.Cases.Ruling.Sustained);
        var finding = Assert.Single(Look(Leaf("a")));
        Assert.Equal((FindingKind.KeptOut, "zz.act.a"), (finding.Kind, finding.Element!.Id));
        Assert.Equal([phone], finding.Exhibits);
    }

    [Fact]
    public void A_ruling_of_law_on_an_element_silences_that_element_alone()
    {
        var count = small.Count();
        small.Tick("a", small.Found("phone"));
        var ruling = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"), ChallengeMode.Undercut, Domain.Cases.Ruling.Sustained);
        var findings = Look(Leaf("a"), Leaf("b"));
        Assert.Equal([(FindingKind.ClosedInLaw, "zz.act.a"), (FindingKind.NothingYet, "zz.act.b")], findings.Select(finding => (finding.Kind, finding.Element!.Id)));
        Assert.Equal([ruling.Id], findings[0].Challenges);
        Assert.Empty(findings[0].Topics);
    }

    [Fact]
    public void A_defence_that_was_raised_asks_for_its_disproof()
    {
        var count = small.Count();
        var law = Leaf("q", LeafKind.DefenceNegated);
        Assert.Empty(Look(law));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.q"));
        var finding = Assert.Single(Look(law), finding => finding.Kind != FindingKind.Contested);
        Assert.Equal((FindingKind.DisproofNeeded, "zz.act.q"), (finding.Kind, finding.Element!.Id));
        Assert.Equal([Topic], finding.Topics);
    }

    [Fact]
    public void What_is_not_believed_is_not_closed_in_law()
    {
        small.Count();
        small.Tick("a", small.Exhibit([], small.Foundation(FoundationKind.Expert, "An expert", status: FoundationStatus.Fallen)));
        Assert.Equal([FindingKind.NothingYet], Look(Leaf("a")).Select(finding => finding.Kind));
    }

    [Fact]
    public void A_closed_way_does_not_close_the_open_ones()
    {
        small.Count();
        small.Tick("m.x", small.Exhibit([], small.Foundation(FoundationKind.Warrant, "The bad warrant", status: FoundationStatus.Fallen)));
        var finding = Assert.Single(Look(Any("m", Leaf("m.x"), Leaf("m.y"))));
        Assert.Equal(FindingKind.KeptOut, finding.Kind);
        Assert.Equal(["zz.act.m.x", "zz.act.m.y"], finding.Leaves.Select(leaf => leaf.Id));
        Assert.Equal(["zz.act.m.x", "zz.act.m.y"], finding.Alternatives.Select(alternative => alternative.Element.Id));
    }

    [Fact]
    public void A_contested_element_names_what_contests_it_and_proposes_no_exhibit()
    {
        small.Count();
        var fact = small.Fact(null, small.Found("bank"), small.Exhibit([], small.Clerk));
        small.Tie("a", fact);
        var against = small.Cite(fact, small.Found("contract"), Bearing.Undermines);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value), ruling: Ruling.Overruled);
        var finding = Assert.Single(Look(Leaf("a")), f => f.Kind == FindingKind.Contested);
        Assert.Equal([challenge.Id], finding.Challenges);
        Assert.Equal([against.Id], finding.Against);
        Assert.Empty(finding.Exhibits);
        Assert.Empty(finding.Topics);
    }

    [Fact]
    public void A_challenge_that_is_answered_contests_nothing()
    {
        small.Count();
        var fact = small.Fact(null, small.Found("bank"), small.Exhibit([], small.Clerk));
        small.Tie("a", fact);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.DoesNotContain(Look(Leaf("a")), finding => finding.Kind == FindingKind.Contested);
    }

    [Fact]
    public void A_survivor_who_may_be_a_minor_opens_the_child_path()
    {
        var girl = small.Person("Survivor C", PersonRole.Survivor, mayBeMinor: true);
        small.Count(survivor: girl);
        small.Count();
        var law = Offence(Any("means", Leaf("means.deception")) with { NotRequiredWhen = "zz.act.child" }) with { Conditions = [Leaf("child")] };
        var open = Assert.Single(Look(law), finding => finding.Kind == FindingKind.ChildPathOpen);
        Assert.Equal((1, "zz.act.child"), (open.Count!.Number, open.Element!.Id));
        small.Tie("child", small.Fact(null, small.Found("registry")), survivors: [girl, small.SurvivorA]);
        Assert.DoesNotContain(Look(law), finding => finding.Kind is FindingKind.ChildPathOpen or FindingKind.NothingYet);
    }

    [Fact]
    public void A_child_path_that_only_she_carries_asks_for_proof_of_age_and_not_of_means()
    {
        small.Count();
        small.Tick("child", small.Statement());
        var law = Offence(Any("means", Leaf("means.deception")) with { NotRequiredWhen = "zz.act.child" }) with { Conditions = [Leaf("child")] };
        Assert.Equal([(FindingKind.OnHerAlone, "zz.act.child")], Look(law).Select(finding => (finding.Kind, finding.Element!.Id)));
    }

    [Fact]
    public void Many_things_on_one_interpreter_are_said_of_the_case()
    {
        var interpreter = small.Foundation(FoundationKind.Interpreter, "The interpreter");
        for (var i = 0; i < 3; i++)
        {
            small.Exhibit([], interpreter);
        }

        small.Found("a");
        small.Found("b");
        var finding = Assert.Single(Look(Leaf("a")));
        Assert.Equal((FindingKind.ManyOnOne, interpreter, 3, 5), (finding.Kind, finding.Foundation, finding.Hanging, finding.Total));
    }

    [Fact]
    public void Facts_on_what_is_only_pleaded_are_pointed_out()
    {
        small.Count();
        small.Tick("a", small.Found("x"));
        small.Tick("a", small.Exhibit([], small.Clerk));
        small.Tick("p", small.Found("x"));
        Assert.Equal([FindingKind.PleadedNotRequired], Look(Leaf("a"), Leaf("p", LeafKind.PleadedOnly)).Select(finding => finding.Kind));
    }

    [Fact]
    public void The_most_pressing_kind_comes_first_and_counts_in_their_order()
    {
        small.Count(small.Defendant2);
        small.Count(from: new DateOnly(2010, 1, 1));
        small.Count(small.Defendant1);
        Assert.Equal(
            [(FindingKind.HoleInLaw, 2), (FindingKind.NothingYet, 1), (FindingKind.NothingYet, 3)],
            Look(Leaf("a")).Select(finding => (finding.Kind, finding.Count!.Number)));
    }

    private IReadOnlyList<Finding> Look(params Element[] law) => Look(Offence(law));

    private IReadOnlyList<Finding> Look(Offence law)
    {
        var proof = small.Proof(law);
        Assert.Empty(proof.Graph.Faults());
        return LookForNext.Of(proof, new ProofEngine(proof.Graph));
    }
}
