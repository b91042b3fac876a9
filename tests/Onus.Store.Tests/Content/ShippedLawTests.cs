using Onus.Domain.Law;

namespace Onus.Store.Tests.Content;

public sealed class ShippedLawTests
{
    [Fact]
    public void The_shipped_packs_have_no_fault()
    {
        var loaded = ShippedLaw.Load();
        Assert.Empty(loaded.Faults.Select(fault => $"{Path.GetFileName(fault.File)}:{fault.Line} {fault.Path} {fault.Why.Key} {string.Join(' ', fault.Why.Values)}"));
        Assert.Equal(["kestria", "un", "us"], loaded.Packs.Packs.Select(pack => pack.Country));
    }

    [Fact]
    public void Nothing_ships_as_reviewed()
    {
        foreach (var pack in ShippedLaw.Load().Packs.Packs)
        {
            Assert.Equal(LawReview.None, pack.Review);
            Assert.All(pack.Offences, offence => Assert.Equal(LawReview.None, offence.Review));
        }
    }

    [Fact]
    public void A_leaf_id_belongs_to_one_offence_only()
    {
        var owners = ShippedLaw.Load().Packs.Packs.SelectMany(pack => pack.Offences)
            .SelectMany(offence => offence.Leaves().Select(leaf => (leaf.Id, Offence: offence.Id)))
            .GroupBy(pair => pair.Id);
        Assert.All(owners, owner => Assert.Single(owner.Select(pair => pair.Offence).Distinct()));
    }

    [Fact]
    public void Every_mental_leaf_of_the_packs_is_proved_for_each_defendant_alone() => Assert.All(
        ShippedLaw.Load().Packs.Packs.SelectMany(pack => pack.Offences).SelectMany(offence => offence.Leaves()).Where(leaf => leaf.Mens is not null),
        leaf => Assert.True(leaf.PerDefendant, leaf.Id));

    [Fact]
    public void A_treaty_definition_is_not_chargeable_and_everything_else_is() => Assert.All(
        ShippedLaw.Load().Packs.Packs.SelectMany(pack => pack.Offences.Select(offence => (pack.Country, offence))),
        pair => Assert.Equal(pair.Country != "un", pair.offence.Chargeable));

    [Theory]
    [InlineData("un.palermo-3",
        "all(act=any(act.recruitment act.transportation act.transfer act.harbouring act.receipt) "
        + "means=any(means.threat-of-force means.use-of-force means.other-coercion means.abduction means.fraud means.deception means.abuse-of-power "
        + "means.position-of-vulnerability means.payments)|child "
        + "purpose=any(purpose.prostitution! purpose.sexual-exploitation! purpose.forced-labour! purpose.slavery! purpose.similar-to-slavery! purpose.servitude! purpose.organs!) "
        + "intention!)")]
    [InlineData("us.1589-a",
        "all(knowingly! conduct=any(conduct.provides conduct.obtains) means=any("
        + "means.force=any(means.force.force means.force.threat-of-force means.force.restraint means.force.threat-of-restraint) "
        + "means.harm=all(means.harm.harm=any(means.serious-harm means.threat-of-serious-harm) means.harm.background) "
        + "means.process=any(means.abuse-of-law means.threat-of-abuse-of-law) "
        + "means.scheme=all(means.scheme.plan means.scheme.intended-belief!)))")]
    [InlineData("us.1589-b", "all(benefits! participation! venture awareness=any(awareness.knew! awareness.reckless!))")]
    [InlineData("us.1590-a", "all(knowingly! act=any(act.recruits act.harbors act.transports act.provides act.obtains) purpose)")]
    [InlineData("us.1591-a-1",
        "all(knowingly! act=any(act.advertises act.other=any(act.recruits act.entices act.harbors act.transports act.provides act.obtains act.maintains act.patronizes act.solicits)) "
        + "jurisdiction=any(jurisdiction.commerce:Jurisdictional jurisdiction.territorial:Jurisdictional) "
        + "circumstance=any("
        + "force=all(force.means=any(force.force force.threats force.fraud force.coercion=any(force.coercion.threats force.coercion.scheme force.coercion.process)) force.will-cause "
        + "force.awareness=any(force.knew! force.reckless=all(force.reckless.disregard! ^act.other))) "
        + "child=all(child.under-18 child.will-cause child.foresaw=any(child.foresaw.knew! child.foresaw.reckless=all(child.foresaw.reckless.disregard! ^act.other)) "
        + "child.awareness=any(child.knew! child.reckless=all(child.reckless.disregard! ^act.other) "
        + "child.observed=all(child.observed.opportunity! ^act.other)))))")]
    [InlineData("us.1591-a-2",
        "all(benefits! participation! venture act=any(act.advertises act.other) "
        + "jurisdiction=any(jurisdiction.commerce:Jurisdictional jurisdiction.territorial:Jurisdictional) "
        + "circumstance=any("
        + "force=all(force.means=any(force.force force.threats force.fraud force.coercion=any(force.coercion.threats force.coercion.scheme force.coercion.process)) force.will-cause "
        + "force.awareness=any(force.knew! force.reckless=all(force.reckless.disregard! ^act.other))) "
        + "child=all(child.under-18 child.will-cause child.foresaw=any(child.foresaw.knew! child.foresaw.reckless=all(child.foresaw.reckless.disregard! ^act.other)) "
        + "child.awareness=any(child.knew! child.reckless=all(child.reckless.disregard! ^act.other)))))")]
    [InlineData("us.1592-a",
        "all(knowingly! act=any(act.destroys act.conceals act.removes act.confiscates act.possesses) "
        + "document=any(document.passport document.immigration document.identification) "
        + "circumstance=any(in-course-of with-intent! restrict=all(restrict.liberty! restrict.without-authority restrict.maintain-labour! restrict.trafficking-victim)))")]
    [InlineData("us.1594-a", "all(intent! substantial-step! offence=any(offence.1581 offence.1583 offence.1584 offence.1589 offence.1590 offence.1591))")]
    [InlineData("us.1594-b", "all(agreement joined! aim=any(aim.1581 aim.1583 aim.1589 aim.1590 aim.1592) overt-act:PleadedOnly)")]
    [InlineData("us.1594-c", "all(agreement joined! aim overt-act:PleadedOnly)")]
    [InlineData("us.1351-a", "all(knowingly! intent-to-defraud! act=any(act.recruits act.solicits act.hires) outside employment false-pretenses)")]
    public void An_offence_asks_for_what_its_text_asks_for(string id, string tree) => Assert.Equal(tree, ShippedLaw.Draw(ShippedLaw.Offence(id)));

    [Fact]
    public void Kestria_is_charged_by_the_text_of_the_offence_date()
    {
        var old = ShippedLaw.Offence("kestria.trafficking", "2022-06-30");
        var current = ShippedLaw.Offence("kestria.trafficking", "2022-07-01");
        Assert.Null(old.Find("kestria.trafficking.child"));
        Assert.Null(old.Find("kestria.trafficking.means.vulnerability"));
        Assert.Equal("kestria.trafficking.child", current.Find("kestria.trafficking.means")!.NotRequiredWhen);
    }

    [Fact]
    public void Leaves_that_both_versions_know_keep_their_ids() => Assert.Contains(
        "kestria.trafficking.means.deception", ShippedLaw.Offence("kestria.trafficking", "2020-01-01").Leaves().Select(leaf => leaf.Id));

    [Fact]
    public void Every_leaf_that_has_to_be_proved_says_what_to_look_for() => Assert.All(
        ShippedLaw.Load().Packs.Packs.SelectMany(pack => pack.Offences).SelectMany(offence => offence.Leaves())
            .Where(leaf => !leaf.Id.StartsWith("us.1594", StringComparison.Ordinal)),
        leaf => Assert.True(leaf.Evidence.Count > 0, leaf.Id));
}
