using System.Globalization;
using Onus.Domain.Law;

namespace Onus.Content.Tests;

/// <summary>What the shipped packs state beside their trees: times of limitation, floors, notes and words that were once wrong or missing.</summary>
public sealed class LawTableTests
{
    [Fact]
    public void The_federal_pack_holds_the_sections_that_are_charged() => Assert.Equal(
        [
            "us.1351-a", "us.1581-a", "us.1583", "us.1584-a", "us.1589-a", "us.1589-b", "us.1590-a", "us.1591-a-1", "us.1591-a-2", "us.1592-a", "us.1593a", "us.1594-a", "us.1594-b",
            "us.1594-c", "us.1597-a", "us.2421-a", "us.2421a-a", "us.2422-a", "us.2422-b", "us.2423-a", "us.2424-a",
        ],
        Us.Offences.Select(offence => offence.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Who_helps_is_guilty_of_every_federal_offence() => Assert.All(
        Us.Offences.Where(offence => offence.Chargeable), offence => Assert.Contains("us.aiding", offence.Modes.Where(mode => mode.SameOffence).Select(mode => mode.Id)));

    [Theory]
    [InlineData("us.1589-a", "2004-06-01", 10, "18 USC 3298")]
    [InlineData("us.1589-a", "2019-06-01", 10, "18 USC 3298")]
    [InlineData("us.1589-b", "2019-06-01", 10, "18 USC 3298")]
    [InlineData("us.1590-a", "2004-06-01", 10, "18 USC 3298")]
    [InlineData("us.1592-a", "2012-06-01", 10, "18 USC 3298")]
    [InlineData("us.1594-b", "2012-06-01", 10, "18 USC 3298")]
    [InlineData("us.1581-a", "2012-06-01", 10, "18 USC 3298")]
    [InlineData("us.1583", "2012-06-01", 10, "18 USC 3298")]
    [InlineData("us.1584-a", "2012-06-01", 10, "18 USC 3298")]
    [InlineData("us.1351-a", "2012-06-01", 5, "18 USC 3282")]
    [InlineData("us.1591-a-1", "2016-06-01", null, "18 USC 3299")]
    [InlineData("us.1591-a-2", "2010-06-01", null, "18 USC 3299")]
    [InlineData("us.1591-a-2", "2019-06-01", null, "18 USC 3299")]
    public void A_federal_offence_states_the_time_in_which_it_is_charged(string id, string day, int? years, string source)
    {
        var clock = Assert.Single(ShippedLaw.Offence(id, day).Clocks);
        Assert.Equal((years, source), (clock.Years, clock.Source));
    }

    [Theory]
    [InlineData("us.1591-a-1", "2016-06-01", true)]
    [InlineData("us.1591-a-1", "2012-06-01", true)]
    [InlineData("us.1591-a-1", "2007-06-01", true)]
    [InlineData("us.1591-a-2", "2019-06-01", true)]
    [InlineData("us.1591-a-2", "2016-06-01", true)]
    [InlineData("us.1591-a-2", "2012-06-01", true)]
    [InlineData("us.1591-a-2", "2007-06-01", true)]
    // Before 27 July 2006 the section set no least penalty.
    [InlineData("us.1591-a-1", "2005-06-01", false)]
    [InlineData("us.1591-a-2", "2001-06-01", false)]
    public void Force_and_childhood_are_two_floors(string id, string day, bool floors)
    {
        var levels = ShippedLaw.Offence(id, day).Aggravators;
        Assert.Equal(floors ? [15, 15, 10] : [], levels.Select(level => level.FloorYears).OfType<int>());
        Assert.Equal(floors ? [id + ".by-means", id + ".under-14", id + ".minor"] : [], levels.Where(level => level.FloorYears is not null).Select(level => level.Id));
    }

    [Theory]
    [InlineData("us.1581-a", "2020-01-01")]
    [InlineData("us.1583", "2004-01-01")]
    [InlineData("us.1583", "2020-01-01")]
    [InlineData("us.1584-a", "2020-01-01")]
    [InlineData("us.1589-a", "2004-01-01")]
    [InlineData("us.1589-a", "2020-01-01")]
    [InlineData("us.1589-b", "2020-01-01")]
    [InlineData("us.1590-a", "2020-01-01")]
    public void What_raises_the_penalty_is_of_the_violation_of_each_defendant_and_a_death_is_a_fact(string id, string day)
    {
        var leaves = ShippedLaw.Offence(id, day).Aggravators.SelectMany(level => level.Elements.WithDescendants()).OfType<Leaf>().ToList();
        Assert.Equal([id + ".aggravated.death"], leaves.Where(leaf => !leaf.PerDefendant).Select(leaf => leaf.Id));
        Assert.True(leaves.Count >= 4);
    }

    [Theory]
    [InlineData("A deadly weapon was used or shown")]
    [InlineData("Breathing or circulation was impeded")]
    [InlineData("The person was recruited from a shelter")]
    public void What_the_actor_did_raises_the_penalty_of_that_actor_in_Texas(string text)
    {
        var leaves = ShippedLaw.Load().Packs.Of("texas")!.Offences.SelectMany(offence => offence.Aggravators).SelectMany(level => level.Elements.WithDescendants()).OfType<Leaf>().Where(leaf => leaf.Text == text).ToList();
        Assert.NotEmpty(leaves);
        Assert.All(leaves, leaf => Assert.True(leaf.PerDefendant, leaf.Id));
    }

    [Fact]
    public void Consent_is_not_asked_by_whether_a_will_was_broken()
    {
        foreach (var words in Us.Offences.Select(offence => offence.Consent).Append(Us.Consent))
        {
            Assert.DoesNotContain("overc", words, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("a reasonable person of the same background", Us.Consent, StringComparison.Ordinal);
        Assert.Contains("what the defendant knew, or recklessly disregarded", Us.Consent, StringComparison.Ordinal);
        Assert.Contains("1589(c)(2)", ShippedLaw.Offence("us.1589-a", "2020-01-01").Consent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us.1591-a-1")]
    [InlineData("us.1591-a-2")]
    public void Obstruction_is_punished_by_what_the_day_says(string id)
    {
        foreach (var text in Us.Offences.Where(offence => offence.Id == id))
        {
            if (text.Validity.From >= new DateOnly(2008, 12, 23))
            {
                Assert.Contains("25 years since 21 December 2018, by up to 20 before (1591(d))", text.Note.ReplaceLineEndings(" "), StringComparison.Ordinal);
            }
            else
            {
                Assert.DoesNotContain("25 years", text.Note, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_payment_given_and_one_received_are_both_named_as_the_protocol_does() =>
        Assert.StartsWith("Giving or receiving payments", ShippedLaw.Offence("un.palermo-3", "2020-01-01").Find("un.palermo-3.means.payments")!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("us.1589-a", "2020-01-01")]
    [InlineData("us.1591-a-1", "2020-01-01")]
    [InlineData("us.1591-a-1", "2012-01-01")]
    public void That_jurors_need_not_agree_on_the_means_is_noted(string id, string day) => Assert.Contains(
        ShippedLaw.Offence(id, day).AllElements().Select(element => element.Note), note => note.ReplaceLineEndings(" ").Contains("did not ask jurors to agree", StringComparison.Ordinal));

    [Theory]
    [InlineData("kestria.trafficking", "2020-01-01")]
    [InlineData("us.1591-a-1", "2001-01-01")]
    [InlineData("us.1591-a-2", "2001-01-01")]
    public void Texts_of_one_offence_leave_no_day_between_them(string id, string first)
    {
        var texts = ShippedLaw.Load().Packs.Packs.SelectMany(pack => pack.Offences).Where(offence => offence.Id == id).OrderBy(offence => offence.Validity.From).ToList();
        Assert.True(texts.Count > 1);
        Assert.Same(texts[0], texts.First(text => text.Validity.Covers(DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture))));
        foreach (var (before, after) in texts.Zip(texts.Skip(1)))
        {
            Assert.Equal(after.Validity.From, before.Validity.To!.Value.AddDays(1));
        }
    }

    private static LawPack Us => ShippedLaw.Load().Packs.Of("us")!;
}
