using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Cases;

public sealed class CountRulesTests
{
    private static readonly Person Defendant = Person(PersonRole.Defendant);
    private static readonly Person Second = Person(PersonRole.Defendant);
    private static readonly Person Survivor = Person(PersonRole.Survivor);
    private static readonly Person Both = Person(PersonRole.Survivor, PersonRole.Defendant);
    private static readonly LawPacks Packs = Packs(Offence(Leaf("a")));
    private static readonly Count Sound = new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = default,
        Number = 1,
        OffenceId = "zz.act",
        Defendant = Defendant.Id,
        Survivor = Survivor.Id,
        From = new(2025, 3, 1),
        To = new(2025, 5, 31),
        Version = 7,
    };

    [Fact]
    public void A_count_is_against_a_defendant_for_somebody_else_between_days()
    {
        Assert.Null(Refuse(Sound));
        Assert.Null(Refuse(Sound with { Survivor = Both.Id }));
        Assert.Equal("counts.against-themselves", Refuse(Sound with { Defendant = Both.Id, Survivor = Both.Id }));
        Assert.Equal("counts.days-reversed", Refuse(Sound with { To = Sound.From.AddDays(-1) }));
        Assert.Equal("counts.defendant-missing", Refuse(Sound with { Defendant = Survivor.Id }));
        Assert.Equal("counts.defendant-missing", Refuse(Sound with { Defendant = new(Guid.CreateVersion7()) }));
        Assert.Equal("counts.survivor-missing", Refuse(Sound with { Survivor = new(Guid.CreateVersion7()) }));
        Assert.Equal("counts.survivor-needed", Refuse(Sound with { Survivor = null }));
        Assert.Null(Refuse(Sound with { Survivor = null, OffenceId = "zz.no-such" }));
    }

    [Theory]
    [InlineData("2025-03-02")]
    [InlineData("2025-04-15")]
    [InlineData("2025-05-31")]
    public void Two_counts_of_one_have_every_day_once(string at)
    {
        var day = DateOnly.ParseExact(at, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var (first, second) = CountRules.Split(Sound, day, new(Guid.CreateVersion7()), 5).Value;
        Assert.Equal((Sound.From, day.AddDays(-1), day, Sound.To), (first.From, first.To, second.From, second.To));
        Assert.Equal((Sound.Id, 1, 5, 1), (first.Id, first.Number, second.Number, second.Version));
        Assert.Equal((Sound.OffenceId, Sound.Defendant, Sound.Survivor), (second.OffenceId, second.Defendant, second.Survivor));
    }

    [Theory]
    [InlineData("2025-03-01")]
    [InlineData("2025-02-01")]
    [InlineData("2025-06-01")]
    public void A_day_that_leaves_one_of_them_empty_is_refused(string at) =>
        Assert.Equal("counts.split-day", CountRules.Split(Sound, DateOnly.ParseExact(at, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new(Guid.CreateVersion7()), 2).Error?.Key);

    [Fact]
    public void A_count_of_one_day_cannot_be_split() =>
        Assert.Equal("counts.split-one-day", CountRules.Split(Sound with { To = Sound.From }, Sound.From, new(Guid.CreateVersion7()), 2).Error?.Key);

    [Fact]
    public void Ties_for_named_people_are_offered_and_become_those_of_the_other_count_alone()
    {
        var other = Sound with { Defendant = Second.Id, Survivor = Both.Id };
        var (general, between, nobodys) = (Tie([Defendant.Id, Second.Id], [Survivor.Id, Both.Id]), Tie([Defendant.Id], [Survivor.Id]), Tie([], []));
        var elsewhere = between with { OffenceId = "zz.other" };
        var names = new StandingNames([], []);
        Assert.Equal([general, between], new[] { general, between, nobodys, elsewhere }.Where(tie => CountRules.Reaches(tie, Sound, names, Packs)));
        Assert.Equal([general], new[] { general, between }.Where(tie => CountRules.Reaches(tie, other, names, Packs)));
        Assert.Equal([general], new[] { general, between }.Where(tie => CountRules.Reaches(tie, Sound with { Survivor = Both.Id }, names, Packs)));
        var carried = CountRules.Carried(between, new(Guid.CreateVersion7()), Sound, other, Packs);
        Assert.Equal([Second.Id], carried.Defendants);
        Assert.Equal([Both.Id], carried.Survivors);
        Assert.Equal(between.Fact, carried.Fact);
        // It names them, with a citation that does not stand: counsel names them there.
        var lapsed = general with { Named = [new NamedBy(new(Guid.CreateVersion7()), Both.Id, Second.Id)] };
        Assert.False(CountRules.Reaches(lapsed, other, names, Packs));
        Assert.True(CountRules.Reaches(lapsed, Sound, names, Packs));
        carried = CountRules.Carried(lapsed, new(Guid.CreateVersion7()), Sound, other, Packs);
        Assert.Equal((lapsed.Id, true), (carried.Id, CountRules.Reaches(carried, other, names, Packs)));
    }

    [Fact]
    public void A_challenge_of_a_count_that_was_withdrawn_waits_with_it_and_is_noted_nowhere()
    {
        var small = new SmallCase();
        var stands = small.Count();
        small.Tick("a", small.Statement());
        var withdrawn = stands with { Id = new(Guid.CreateVersion7()), Number = 2, Withdrawn = new("Not needed", "Demo person 2", default) };
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, withdrawn.Id.Value, "zz.act.a"));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value));
        var law = Packs(Offence(Leaf("a")));
        var snapshot = small.Proof(Leaf("a")).Case;
        Assert.Equal(2, CaseProof.Of(snapshot, law).Notes.Count(note => note.Key == "proof.challenge-without-target"));
        var proof = CaseProof.Of(snapshot with { WithdrawnCounts = [withdrawn] }, law);
        Assert.Empty(proof.Notes);
        Assert.Empty(proof.Graph.Arguments);
    }

    private static string? Refuse(Count count) => CountRules.Refuse(count, [Defendant, Second, Survivor, Both], Packs)?.Key;

    private static Person Person(params PersonRole[] roles) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = "Somebody", Roles = roles };

    private static FactTie Tie(PersonId[] defendants, PersonId[] survivors) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = default, Fact = new(Guid.CreateVersion7()), OffenceId = "zz.act", LeafId = "zz.act.a", Defendants = defendants, Survivors = survivors };
}
