using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>
/// Exhibits that cannot be believed whatever else is decided, because what they need to be what they seem has fallen. That the prosecution may not use
/// an exhibit takes it from the prosecution alone, so what was suppressed is not among them; nor is what a challenge without a ruling may fell. Who sees no challenges is told of decisions alone. Linear in
/// foundations and links.
/// </summary>
internal static class FallenExhibits
{
    public static HashSet<ExhibitId> Of(CaseProof proof)
    {
        // What a court keeps out is kept from the prosecution alone; what it does not believe, or what was taken back, is believed by nobody.
        var ruled = proof.Case.Challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained, Mode: not ChallengeMode.Exclude }).Select(challenge => challenge.On).ToList();
        var down = proof.Case.Foundations.Where(foundation => foundation.Status == FoundationStatus.Fallen || ruled.Contains(new Target(TargetKind.Foundation, foundation.Id.Value)))
            .Select(foundation => foundation.Id).ToHashSet();
        var unbelieved = ruled.Where(target => target.Kind == TargetKind.Exhibit).Select(target => target.Id).ToHashSet();
        if (down.Count + unbelieved.Count == 0)
        {
            return [];
        }

        // A ground that rests on an order falls with it, however that fell.
        var lost = proof.Case.Challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained, On.Kind: TargetKind.Foundation })
            .Select(challenge => new FoundationId(challenge.On.Id)).Concat(down).ToHashSet();

        var relied = new ReliedOn(proof.Case.Exhibits);
        var fell = proof.Case.Exhibits.Where(IsFallen).Select(exhibit => exhibit.Id).ToHashSet();
        return [.. proof.Case.Exhibits.Where(exhibit => relied.By(exhibit).Any(under => fell.Contains(under.Id))).Select(exhibit => exhibit.Id)];

        // Only the speaker can be replaced by a ground: a device or a translation that fell takes the statement along.
        bool IsFallen(Exhibit exhibit) =>
            unbelieved.Contains(exhibit.Id.Value)
            || exhibit.Factual.Where(down.Contains).Except(HasGround(exhibit) ? proof.Replaceable(exhibit) : []).Any()
            || (exhibit.VouchedBy.Count > 0 && exhibit.VouchedBy.All(down.Contains));

        bool HasGround(Exhibit exhibit) => exhibit.Grounds.Any(ground => ground is { Opens: true, Against.Count: > 0 } && !ground.Rests.Any(lost.Contains));
    }
}
