using Onus.Domain.Law;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Law;

public sealed class LawPackCheckTests
{
    [Fact]
    public void A_sound_pack_has_no_fault() => Assert.Empty(Faults(Offence(
        Leaf("a"),
        Any("m", Leaf("m.x"), All("m.y", Leaf("m.y.z"), Ref("b"))) with { NotRequiredWhen = "zz.act.child" },
        Leaf("b"),
        Leaf("p", LeafKind.PleadedOnly),
        Leaf("q", LeafKind.Presumed),
        Leaf("d", LeafKind.DefenceNegated)) with
    { Conditions = [Leaf("child")] }));

    [Fact]
    public void A_reference_to_what_contains_it_is_a_circle() =>
        Assert.Equal([("offences[0].elements.all[0].all[1].ref", "law.reference-circle")], Faults(Offence(All("g", Leaf("a"), Ref("g")))));

    [Fact]
    public void References_that_lead_to_each_other_are_a_circle() => Assert.Equal(
        [("offences[0].elements.all[0].all[1].ref", "law.reference-circle"), ("offences[0].elements.all[1].all[1].ref", "law.reference-circle")],
        Faults(Offence(All("g", Leaf("a"), Ref("h")), All("h", Leaf("b"), Ref("g")))));

    [Fact]
    public void A_reference_to_nothing_and_to_the_offence_itself_are_faults() => Assert.Equal(
        ["law.no-such-element", "law.no-such-element"],
        Faults(Offence(Leaf("a"), Ref("nothing"), new Reference { Id = "zz.act", Text = "" })).Select(fault => fault.Key));

    [Fact]
    public void A_group_of_what_is_only_pleaded_proves_nothing() =>
        Assert.Equal([("offences[0].elements.all[1]", "law.group-empty")], Faults(Offence(Leaf("a"), Any("g", Leaf("g.p", LeafKind.PleadedOnly)))));

    [Fact]
    public void At_least_counts_only_what_has_to_be_proved()
    {
        var group = Group(GroupRule.AtLeast, "g", Leaf("x"), Leaf("y"), Leaf("p", LeafKind.PleadedOnly)) with { AtLeast = 3 };
        Assert.Equal([("offences[0].elements.all[0].at-least", "law.at-least")], Faults(Offence(group)));
        Assert.Empty(Faults(Offence(group with { AtLeast = 2 })));
    }

    [Fact]
    public void A_defence_is_no_alternative() =>
        Assert.Equal([("offences[0].elements.all[0].any[1]", "law.defence-as-alternative")], Faults(Offence(Any("g", Leaf("a"), Leaf("d", LeafKind.DefenceNegated)))));

    [Fact]
    public void What_holds_while_nobody_raises_anything_is_no_alternative_however_it_is_put()
    {
        var defence = Leaf("d", LeafKind.DefenceNegated);
        const string fault = "law.defence-as-alternative";
        Assert.Equal([("offences[0].elements.all[1].any[0].ref", fault)], Faults(Offence(defence, Any("g", Ref("d"), Leaf("y")))));
        Assert.Equal([("offences[0].elements.all[0].any[0]", fault)], Faults(Offence(Any("g", All("g.h", defence, Leaf("e", LeafKind.DefenceNegated)), Leaf("y")))));
        Assert.Equal([("offences[0].elements.all[0].of[0]", fault)], Faults(Offence(Group(GroupRule.AtLeast, "g", All("g.h", defence), Leaf("y")) with { AtLeast = 1 })));
        Assert.Equal([("offences[0].elements.all[0].not-required-when", fault)], Faults(Offence(Leaf("a") with { NotRequiredWhen = "zz.act.d" }, defence)));
        Assert.Equal([("offences[0].elements.all[0].any[0]", fault)], Faults(Offence(Any("g", Leaf("q", LeafKind.Presumed), Leaf("y")))));
        Assert.Empty(Faults(Offence(Any("g", All("g.h", Leaf("basic"), Leaf("q", LeafKind.Presumed)), Leaf("y")), All("h", defence, Leaf("z")))));
    }

    [Fact]
    public void A_reference_to_what_is_only_pleaded_proves_nothing() => Assert.Equal(
        [("offences[0].elements.all[1]", "law.group-empty")],
        Faults(Offence(Leaf("p", LeafKind.PleadedOnly), Any("g", Ref("p")), Leaf("a"))));

    [Fact]
    public void A_part_and_a_reference_to_it_in_one_group_are_a_fault_in_either_order()
    {
        Assert.Equal([("offences[0].elements.all[0].any[1].ref", "law.id-twice")], Faults(Offence(Any("g", Leaf("a"), Ref("a")))));
        Assert.Equal([("offences[0].elements.all[0].any[1]", "law.id-twice")], Faults(Offence(Any("g", Ref("a"), Leaf("a")))));
    }

    [Fact]
    public void A_condition_that_nothing_names_is_a_fault() =>
        Assert.Equal([("offences[0].conditions[0]", "law.condition-unused")], Faults(Offence(Leaf("a")) with { Conditions = [Leaf("child")] }));

    [Fact]
    public void A_group_can_not_make_another_unnecessary() =>
        Assert.Contains("law.no-such-leaf", Faults(Offence(Leaf("a") with { NotRequiredWhen = "zz.act.g" }, Any("g", Leaf("b")))).Select(fault => fault.Key));

    [Fact]
    public void The_same_part_twice_in_a_group_is_a_fault() =>
        Assert.Equal([("offences[0].elements.all[1].ref", "law.id-twice")], Faults(Offence(Leaf("a"), Ref("a"))));

    [Fact]
    public void A_signature_needs_a_name_and_a_day()
    {
        var half = new LawReview(LawStatus.Reviewed, "A lawyer", null);
        Assert.Equal([("offences[0].status", "law.review")], Faults(Offence(Leaf("a")) with { Review = half }));
        Assert.Empty(Faults(Offence(Leaf("a")) with { Review = half with { On = new DateOnly(2026, 1, 1) } }));
    }

    [Fact]
    public void A_hint_may_name_an_element_or_an_offence_but_not_itself()
    {
        static Leaf Hinting(string to) => Leaf("a") with { Hints = [new AlternativeHint(to, "Look there")] };
        Assert.Empty(Faults(Offence(Hinting("zz.act.b"), Leaf("b"))));
        Assert.Empty(Faults(Offence(Hinting("zz.act"))));
        Assert.Equal([("offences[0].elements.all[0].hints[0].instead", "law.no-such-element")], Faults(Offence(Hinting("zz.act.a"))));
    }

    [Fact]
    public void Versions_must_not_overlap()
    {
        var old = Offence(Leaf("a")).Valid(new DateOnly(2010, 1, 1), new DateOnly(2019, 12, 31));
        Assert.Empty(LawPackCheck.Of(Pack(old, Offence(Leaf("a")))));
        Assert.Equal(
            [("offences[1].valid", "law.versions-overlap")],
            Keys(LawPackCheck.Of(Pack(old.Valid(new DateOnly(2010, 1, 1), new DateOnly(2020, 1, 1)), Offence(Leaf("a"))))));
    }

    private static IReadOnlyList<(string Path, string Key)> Faults(Offence offence) => Keys(LawPackCheck.Of(Pack(offence)));

    private static IReadOnlyList<(string Path, string Key)> Keys(IReadOnlyList<LawFault> faults) => [.. faults.Select(fault => (fault.Path, fault.Why.Key))];
}
