using Onus.Domain.Law;

namespace Onus.Content.Tests;

public sealed class ShippedLawTests
{
    [Fact]
    public void The_shipped_packs_have_no_fault()
    {
        var loaded = ShippedLaw.Load();
        Assert.Empty(loaded.Faults.Select(fault => $"{Path.GetFileName(fault.File)}:{fault.Line} {fault.Path} {fault.Why.Key} {string.Join(' ', fault.Why.Values)}"));
        Assert.Equal(["ke", "kestria", "texas", "ug", "un", "us"], loaded.Packs.Packs.Select(pack => pack.Country));
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
            .SelectMany(offence => offence.Leaves().Except(offence.Modes.SelectMany(mode => mode.Elements.WithDescendants()).OfType<Leaf>()).Select(leaf => (leaf.Id, Offence: offence.Id)))
            .GroupBy(pair => pair.Id);
        Assert.All(owners, owner => Assert.Single(owner.Select(pair => pair.Offence).Distinct()));
    }

    [Fact]
    public void A_treaty_definition_is_not_chargeable_and_everything_else_is() => Assert.All(
        ShippedLaw.Load().Packs.Packs.SelectMany(pack => pack.Offences.Select(offence => (pack.Country, offence))),
        pair => Assert.Equal(pair.Country != "un", pair.offence.Chargeable));

    [Theory]
    [InlineData("un.palermo-3",
        "all(act=any(act.recruitment! act.transportation! act.transfer! act.harbouring! act.receipt!) means=any(means.threat-of-force! "
        + "means.use-of-force! means.other-coercion! means.abduction! means.fraud! means.deception! means.abuse-of-power! "
        + "means.position-of-vulnerability! means.payments!)|child purpose=any(purpose.prostitution! purpose.sexual-exploitation! "
        + "purpose.forced-labour! purpose.slavery! purpose.similar-to-slavery! purpose.servitude! purpose.organs!) intention!)")]
    [InlineData("us.1589-a",
        "all(knowingly! conduct=any(conduct.provides! conduct.obtains!) means=any(means.force=any(means.force.force! means.force.threat-of-force! "
        + "means.force.restraint! means.force.threat-of-restraint!) means.harm=all(means.harm.harm=any(means.serious-harm! "
        + "means.threat-of-serious-harm!) means.harm.background) means.process=any(means.abuse-of-law! means.threat-of-abuse-of-law!) "
        + "means.scheme=all(means.scheme.plan! means.scheme.intended-belief!)) nexus)")]
    [InlineData("us.1589-b",
        "all(benefits! participation! venture-did forced-labor@us.1589-a/Anyone awareness=any(awareness.knew! awareness.reckless!))")]
    [InlineData("us.1590-a",
        "all(knowingly! act=any(act.recruits! act.harbors! act.transports! act.provides! act.obtains!) purpose!)")]
    [InlineData("us.1591-a-1",
        "all(knowingly! act=any(act.advertises! act.other=any(act.recruits! act.entices! act.harbors! act.transports! act.provides! act.obtains! "
        + "act.maintains! act.patronizes! act.solicits!)) jurisdiction=any(jurisdiction.commerce:Jurisdictional "
        + "jurisdiction.territorial:Jurisdictional) circumstance=any(force=all(force.means=any(force.force force.threats force.fraud "
        + "force.coercion=any(force.coercion.by-threats=any(force.coercion.harm=all(force.coercion.serious-harm force.coercion.background) "
        + "force.coercion.restraint) force.coercion.scheme force.coercion.process)) force.will-cause force.awareness=any(force.knew! "
        + "force.reckless=all(force.reckless.disregard! ^act.other))) child=all(child.under-18 child.will-cause child.foresaw=any(child.foresaw.knew! "
        + "child.foresaw.reckless=all(child.foresaw.reckless.disregard! ^act.other)) child.awareness=any(child.knew! "
        + "child.reckless=all(child.reckless.disregard! ^act.other) child.observed=all(child.observed.opportunity! ^act.other)))))")]
    [InlineData("us.1591-a-2",
        "all(benefits! participation! venture act=any(act.advertises act.other) jurisdiction=any(jurisdiction.commerce:Jurisdictional "
        + "jurisdiction.territorial:Jurisdictional) circumstance=any(force=all(force.means=any(force.force force.threats force.fraud "
        + "force.coercion=any(force.coercion.by-threats=any(force.coercion.harm=all(force.coercion.serious-harm force.coercion.background) "
        + "force.coercion.restraint) force.coercion.scheme force.coercion.process)) force.will-cause force.awareness=any(force.knew! "
        + "force.reckless=all(force.reckless.disregard! ^act.other))) child=all(child.under-18 child.will-cause child.foresaw=any(child.foresaw.knew! "
        + "child.foresaw.reckless=all(child.foresaw.reckless.disregard! ^act.other)) child.awareness=any(child.knew! "
        + "child.reckless=all(child.reckless.disregard! ^act.other)))))")]
    [InlineData("us.1592-a",
        "all(knowingly! act=any(act.destroys! act.conceals! act.removes! act.confiscates! act.possesses!) document=any(document.passport "
        + "document.immigration document.identification) circumstance=any(in-the-course=all(in-the-course.connected "
        + "in-the-course.of=any(in-the-course.of.1581@us.1581-a/Anyone in-the-course.of.1583@us.1583/Anyone in-the-course.of.1584@us.1584-a/Anyone "
        + "in-the-course.of.1589-a@us.1589-a/Anyone in-the-course.of.1589-b@us.1589-b/Anyone in-the-course.of.1590@us.1590-a/Anyone "
        + "in-the-course.of.1591-a-1@us.1591-a-1/Anyone in-the-course.of.1591-a-2@us.1591-a-2/Anyone in-the-course.of.1594@us.1594-a/Anyone)) "
        + "with-intent! restrict=all(restrict.liberty! restrict.without-authority! restrict.maintain-labour! restrict.trafficking-victim)) "
        + "not-a-victim:DefenceNegated!)")]
    [InlineData("us.1594-a",
        "all(intent! substantial-step! aimed=any(offence.1581! offence.1583! offence.1584! offence.1589! offence.1590! offence.1591! "
        + "done.1581@us.1581-a done.1583@us.1583 done.1584@us.1584-a done.1589-a@us.1589-a done.1589-b@us.1589-b done.1590@us.1590-a "
        + "done.1591-a-1@us.1591-a-1 done.1591-a-2@us.1591-a-2))")]
    [InlineData("us.1594-b",
        "all(agreement joined! aim=any(aim.1581 aim.1583 aim.1589 aim.1590 aim.1592) overt-act:PleadedOnly)")]
    [InlineData("us.1594-c",
        "all(agreement joined! aim overt-act:PleadedOnly)")]
    [InlineData("us.1351-a",
        "all(knowingly! intent-to-defraud! act=any(act.recruits! act.solicits! act.hires! act.causes! act.attempts!) outside employment "
        + "false-pretenses!)")]
    [InlineData("us.1581-a",
        "all(act=any(act.holds! act.returns! act.arrest=all(act.arrests! act.arrest-intent!)) servitude debt)")]
    [InlineData("us.1584-a",
        "all(willfully! act=any(act.holds! act.sells! act.brings!) servitude)")]
    [InlineData("us.1597-a",
        "all(knowingly! act=any(act.destroys! act.conceals! act.removes! act.confiscates! act.possesses!) document=any(document.passport "
        + "document.immigration) circumstance=any(in-the-course=all(in-the-course.connected "
        + "in-the-course.of=any(in-the-course.of.1351@us.1351-a/Anyone in-the-course.of.1324)) with-intent! labor=all(labor.purpose! "
        + "labor.without-authority!)))")]
    [InlineData("us.2421-a",
        "all(knowingly! transports! journey=any(journey.interstate:Jurisdictional journey.territory:Jurisdictional) intent! "
        + "activity=any(activity.prostitution activity.criminal))")]
    [InlineData("us.2423-a",
        "all(knowingly! transports! journey=any(journey.interstate:Jurisdictional journey.territory:Jurisdictional) under-18 intent! "
        + "activity=any(activity.prostitution activity.criminal))")]
    public void An_offence_asks_for_what_its_text_asks_for(string id, string tree) => Assert.Equal(tree, ShippedLaw.Draw(ShippedLaw.Offence(id)));

    [Theory]
    [InlineData("us.1589-a", "2000-10-28")]
    [InlineData("us.1590-a", "2000-10-28")]
    [InlineData("us.1591-a-1", "2003-12-18")]
    [InlineData("us.1591-a-1", "2014-06-01")]
    [InlineData("us.1591-a-2", "2018-04-10")]
    [InlineData("us.1592-a", "2001-01-01")]
    [InlineData("us.1594-a", "2007-01-01")]
    [InlineData("us.1351-a", "2013-03-06")]
    [InlineData("us.1583", "2004-01-01")]
    public void The_federal_sections_have_a_text_for_days_long_past(string id, string day) => Assert.Equal(id, ShippedLaw.Offence(id, day).Id);

    [Fact]
    public void Each_text_knows_what_its_day_knew()
    {
        Assert.Null(ShippedLaw.Offence("us.1591-a-1", "2014-06-01").Find("us.1591-a-1.act.advertises"));
        Assert.NotNull(ShippedLaw.Offence("us.1591-a-1", "2014-06-01").Find("us.1591-a-1.act.maintains"));
        Assert.Null(ShippedLaw.Offence("us.1591-a-1", "2008-12-22").Find("us.1591-a-1.force.reckless"));
        Assert.Null(ShippedLaw.Offence("us.1351-a", "2012-01-01").Find("us.1351-a.act.causes"));
        Assert.Null(ShippedLaw.Offence("us.1589-a", "2008-12-22").Find("us.1589-a.means.force.force"));
    }

    [Fact]
    public void Every_leaf_of_an_act_or_a_mind_is_the_defendants_own()
    {
        var leaves = ShippedLaw.Load().Packs.Packs.SelectMany(pack => pack.Offences).SelectMany(offence => offence.Leaves());
        Assert.All(leaves.Where(leaf => leaf.Mens is not null || leaf.Text.StartsWith("The defendant", StringComparison.Ordinal)), leaf => Assert.True(leaf.PerDefendant, leaf.Id));
        Assert.True(((Leaf)ShippedLaw.Offence("kestria.trafficking").Find("kestria.trafficking.act.transports")!).PerDefendant);
    }

    [Theory]
    [InlineData("ug")]
    [InlineData("ke")]
    [InlineData("texas")]
    public void A_pack_that_is_a_beginning_names_the_section_of_every_leaf(string country) => Assert.All(
        ShippedLaw.Load().Packs.Of(country)!.Offences.SelectMany(offence => offence.Leaves()), leaf => Assert.True(leaf.Section.Length > 0, leaf.Id));

    [Fact]
    public void The_federal_pack_is_written_in_American_English()
    {
        string[] british = ["labour", "harbour", "offence", "patronis", "organis", "behaviour", "defence ", "wilful "];
        foreach (var offence in ShippedLaw.Load().Packs.Packs.Where(pack => pack.Country is "us" or "texas").SelectMany(pack => pack.Offences))
        {
            var words = string.Join('\n', offence.AllElements().SelectMany(e => new[] { e.Text, e.Note }).Concat([offence.Title, offence.Penalty, offence.Note, offence.Inchoate, offence.Limitation, offence.Consent, offence.Child])
                .Concat(offence.Leaves().SelectMany(leaf => leaf.Evidence).SelectMany(topic => topic.Sources.Concat(topic.Traps).Append(topic.Title))));
            Assert.All(british, word => Assert.DoesNotContain(word, words, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void The_floors_of_1591_are_levels_of_their_own()
    {
        var offence = ShippedLaw.Offence("us.1591-a-1");
        Assert.Equal([15, 15, 10], offence.Aggravators.Select(level => level.FloorYears ?? 0));
        Assert.Equal("us.1591-a-1.minor", PenaltyFloor.Proved(offence, id => id == "us.1591-a-1.minor")!.Id);
        Assert.Equal(15, PenaltyFloor.Proved(offence, id => id is "us.1591-a-1.minor" or "us.1591-a-1.under-14")!.FloorYears);
        Assert.Null(PenaltyFloor.Proved(offence, _ => false));
    }

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
            .DistinctBy(leaf => leaf.Id),
        leaf => Assert.True(leaf.Evidence.Count > 0, leaf.Id));
}
