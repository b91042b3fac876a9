using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Law.Laws;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Domain.Tests.Answers;

/// <summary>What only the shape of the law decides: what is merely pleaded, what asks for several sources, what makes something else unnecessary.</summary>
public sealed class GapWalkTests
{
    private static readonly Leaf Pleaded = Leaf("p", LeafKind.PleadedOnly);

    private readonly SmallCase small = new();

    [Fact]
    public void An_early_fact_on_what_is_only_pleaded_makes_no_hole_in_the_law()
    {
        small.Count();
        small.Tie("p", small.Fact(new DateOnly(2019, 1, 1), small.Found("ledger")));
        Assert.Equal(
            [(FindingKind.NothingYet, "zz.act.a"), (FindingKind.PleadedNotRequired, "zz.act.p")],
            Look(Leaf("a"), Pleaded).Select(finding => (finding.Kind, finding.Element!.Id)));
    }

    [Fact]
    public void What_is_only_pleaded_neither_closes_nor_opens_a_group_of_which_some_are_enough()
    {
        small.Count();
        var bad = small.Exhibit([], small.Foundation(FoundationKind.Warrant, "The bad warrant", status: FoundationStatus.Fallen));
        small.Tick("p", bad);
        var some = Group(GroupRule.AtLeast, "m", Leaf("m.x"), Leaf("m.y"), Pleaded) with { AtLeast = 2 };
        Assert.DoesNotContain(Look(some), finding => finding.Kind is FindingKind.ClosedInLaw or FindingKind.HoleInLaw);
        // Kept out is not closed: both that are left can still be shown otherwise.
        small.Tick("m.x", bad);
        Assert.Equal(["zz.act.m.x"], Look(some).Where(finding => finding.Kind == FindingKind.KeptOut).Select(finding => finding.Element!.Id));
        Assert.DoesNotContain(Look(some), finding => finding.Kind is FindingKind.ClosedInLaw or FindingKind.HoleInLaw);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_list_and_what_to_look_for_say_the_same_of_what_is_suppressed_and_of_what_was_never_cited(bool beside)
    {
        small.Count();
        var bad = small.Exhibit([], small.Foundation(FoundationKind.Warrant, "The bad warrant", status: FoundationStatus.Fallen));
        small.Tick("g.x", bad);
        if (beside)
        {
            // A fact that nobody has cited anything for, beside the one that fell.
            small.Tie("g.x", small.Fact(null));
        }

        Element[] law = [All("g", Leaf("g.x"), Leaf("g.age")), Leaf("b")];
        var offence = Offence(law);
        var proof = small.Proof(law);
        var engine = new ProofEngine(proof.Graph);
        var suppressed = Grid.Of(proof, engine, offence.Id, proof.Columns[0].From).Value.Rows.Where(row => row.Cells[0] is { Suppressed: true }).Select(row => row.Element.Id);
        Assert.Equal(["zz.act.g.x"], suppressed);
        Assert.Equal(["zz.act.g.x"], LookForNext.Of(proof, engine).Where(finding => finding.Kind == FindingKind.KeptOut).Select(finding => finding.Element!.Id));
        Assert.Equal(["zz.act.g.age", "zz.act.b"], LookForNext.Of(proof, engine).Where(finding => finding.Kind == FindingKind.NothingYet).Select(finding => finding.Element!.Id));
    }

    [Fact]
    public void One_good_source_where_the_law_asks_for_two_is_too_few_and_not_nothing()
    {
        small.Count();
        var bank = small.Found("bank");
        small.Tick("a", bank);
        var finding = Assert.Single(Look(Leaf("a") with { Corroboration = new(2, 0) }), finding => finding.Kind != FindingKind.SinglePoint);
        Assert.Equal((FindingKind.TooFewSources, "zz.act.a"), (finding.Kind, finding.Element!.Id));
        Assert.Equal([bank], finding.Exhibits);
        Assert.Equal([Topic], finding.Topics);
    }

    [Fact]
    public void A_group_whose_parts_all_hold_can_still_lack_a_source_that_is_not_hers()
    {
        small.Count();
        small.Tick("m.x", small.Statement());
        small.Tick("m.y", small.Statement());
        var law = All("m", Leaf("m.x"), Leaf("m.y")) with { Corroboration = new(0, 1) };
        Assert.Equal(
            [(FindingKind.TooFewSources, "zz.act.m"), (FindingKind.OnHerAlone, "zz.act.m.x"), (FindingKind.OnHerAlone, "zz.act.m.y")],
            Look(law).Select(finding => (finding.Kind, finding.Element!.Id)));
    }

    [Fact]
    public void A_way_that_lacks_only_a_second_source_is_the_nearest_and_no_gap()
    {
        small.Count();
        small.Tick("m.x", small.Found("bank"));
        var law = Any("m", Leaf("m.x") with { Corroboration = new(2, 0) }, Leaf("m.y"));
        Assert.Equal([(FindingKind.TooFewSources, "zz.act.m.x")], Look(law).Select(finding => (finding.Kind, finding.Element!.Id)));
    }

    [Fact]
    public void A_whole_count_that_the_court_struck_does_not_lack_sources()
    {
        var count = small.Count();
        small.Tick("a", small.Found("bank"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value), ruling: Domain.Cases.Ruling.Sustained);
        Assert.DoesNotContain(Look(Offence(Leaf("a")) with { Elements = All("", Leaf("a")) with { Corroboration = new(1, 0) } }), finding => finding.Kind == FindingKind.TooFewSources);
    }

    [Fact]
    public void A_contested_age_is_found_where_it_makes_the_means_unnecessary()
    {
        small.Count();
        var fact = small.Fact(null, small.Found("register"), small.Exhibit([], small.Clerk));
        small.Tie("child", fact);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var finding = Assert.Single(Look(Trafficking), finding => finding.Kind == FindingKind.Contested);
        Assert.Equal("zz.act.child", finding.Element!.Id);
        Assert.Equal([challenge.Id], finding.Challenges);
    }

    [Fact]
    public void What_is_said_against_a_fact_that_does_not_hold_anyway_makes_nothing_contested()
    {
        small.Count();
        var (shown, empty, fell) = (small.Fact(null, small.Found("register")), small.Fact(null), small.Fact(null, small.Exhibit([], small.Foundation(FoundationKind.Warrant, "The other warrant", status: FoundationStatus.Fallen))));
        foreach (var fact in new[] { shown, empty, fell })
        {
            small.Tie("a", fact);
        }

        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, shown.Id.Value));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fell.Id.Value));
        var against = small.Exhibit([], small.Clerk);
        var counts = small.Cite(shown, against, Bearing.Undermines);
        small.Cite(empty, against, Bearing.Undermines);
        small.Cite(fell, against, Bearing.Undermines);
        var finding = Assert.Single(Look(Leaf("a")), finding => finding.Kind == FindingKind.Contested);
        Assert.Equal([challenge.Id], finding.Challenges);
        Assert.Equal([counts.Id], finding.Against);
    }

    [Fact]
    public void A_challenge_of_means_that_an_age_could_replace_is_found()
    {
        var count = small.Count();
        small.Tick("means.deception", small.Found("advert"));
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.means"));
        var finding = Assert.Single(Look(Trafficking), finding => finding.Kind == FindingKind.Contested);
        Assert.Equal("zz.act.means", finding.Element!.Id);
        Assert.Equal([challenge.Id], finding.Challenges);
    }

    [Fact]
    public void A_contested_aggravator_is_found_once_somebody_began_to_prove_it()
    {
        small.Count();
        small.Tick("a", small.Found("bank"));
        var fact = small.Fact(null, small.Found("doctor"));
        small.Tie("worse.x", fact);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var law = Offence(Leaf("a")) with { Aggravators = [new Aggravator("zz.act.worse", "Worse", All("worse.proof", Leaf("worse.x")), "Ten years")] };
        Assert.Equal(["zz.act.worse.x"], Look(law).Where(finding => finding.Kind == FindingKind.Contested).Select(finding => finding.Element!.Id));
    }

    [Fact]
    public void Her_own_messages_hold_without_her_testimony_and_something_else_is_looked_for()
    {
        small.Count();
        var messages = small.Exhibit([new Origin(small.SurvivorA)], small.Foundation(FoundationKind.Device, "Her phone"));
        small.Tick("a", messages);
        var finding = Assert.Single(Look(Leaf("a")), finding => finding.Kind == FindingKind.ComesFromHer);
        Assert.Equal("zz.act.a", finding.Element!.Id);
        Assert.Equal([messages], finding.Exhibits);
        Assert.Equal([Topic], finding.Topics);
        small.Tick("a", small.Found("bank"));
        Assert.DoesNotContain(Look(Leaf("a")), finding => finding.Kind == FindingKind.ComesFromHer);
    }

    [Fact]
    public void The_nearest_way_counts_the_fewest_things_that_would_do()
    {
        small.Count();
        var law = Any(
            "m",
            All("m.x", Leaf("m.x.1"), Leaf("m.x.2"), Leaf("m.x.3")),
            Any("m.y", All("m.y.1", Leaf("m.y.1.a"), Leaf("m.y.1.b")), Leaf("m.y.2"), Leaf("m.y.3")),
            Group(GroupRule.AtLeast, "m.z", All("m.z.1", Leaf("m.z.1.a"), Leaf("m.z.1.b")), Leaf("m.z.2"), Leaf("m.z.3")) with { AtLeast = 2 });
        var finding = Assert.Single(Look(law));
        Assert.Equal(
            [("zz.act.m.y", 1), ("zz.act.m.z", 2), ("zz.act.m.x", 3)],
            finding.Alternatives.Select(alternative => (alternative.Element.Id, alternative.Missing.Count)));
    }

    private static Offence Trafficking =>
        Offence(Any("means", Leaf("means.deception")) with { NotRequiredWhen = "zz.act.child" }) with { Conditions = [Leaf("child")] };

    private IReadOnlyList<Finding> Look(params Element[] law) => Look(Offence(law));

    private IReadOnlyList<Finding> Look(Offence law)
    {
        var proof = small.Proof(law);
        Assert.Empty(proof.Graph.Faults());
        return LookForNext.Of(proof, new ProofEngine(proof.Graph));
    }
}
