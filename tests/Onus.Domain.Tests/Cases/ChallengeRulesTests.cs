using Onus.Domain.Cases;
using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Cases;

/// <summary>An attack that nobody can make in court is not offered.</summary>
public sealed class ChallengeRulesTests
{
    private readonly SmallCase small = new();

    [Theory]
    [InlineData(FoundationKind.Warrant, "Exclude")]
    [InlineData(FoundationKind.Consent, "Exclude")]
    [InlineData(FoundationKind.HandedOver, "Exclude")]
    [InlineData(FoundationKind.PublicSource, "Exclude")]
    [InlineData(FoundationKind.Witness, "Impeach Retract Exclude")]
    [InlineData(FoundationKind.Device, "Impeach Exclude")]
    [InlineData(FoundationKind.Interpreter, "Impeach Exclude")]
    public void A_paper_is_kept_out_a_witness_is_not_believed_or_takes_it_back(FoundationKind kind, string modes) =>
        Assert.Equal(modes, string.Join(' ', ChallengeRules.ModesOf(TargetKind.Foundation, small.Foundation(kind, "What it rests on"))));

    [Theory]
    [InlineData(TargetKind.Admission, "Exclude")]
    [InlineData(TargetKind.Exhibit, "Exclude Impeach Retract")]
    [InlineData(TargetKind.Fact, "Rebut Alternative")]
    [InlineData(TargetKind.ExhibitTie, "Undercut Alternative")]
    [InlineData(TargetKind.FactTie, "Undercut Alternative")]
    [InlineData(TargetKind.Element, "Rebut Undercut Alternative")]
    public void Each_thing_is_attacked_in_ways_that_make_sense(TargetKind target, string modes) => Assert.Equal(modes, string.Join(' ', ChallengeRules.ModesOf(target, null)));

    [Fact]
    public void Every_thing_that_can_be_attacked_has_a_way()
    {
        Assert.All(Enum.GetValues<TargetKind>().Where(target => (int)target != 0), target => Assert.NotEmpty(ChallengeRules.ModesOf(target, null)));
        Assert.DoesNotContain(Enum.GetValues<TargetKind>().SelectMany(target => ChallengeRules.ModesOf(target, null)), mode => mode == ChallengeMode.Unknown);
    }
}
