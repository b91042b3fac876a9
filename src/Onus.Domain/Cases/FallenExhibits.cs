using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// Exhibits that cannot be believed whatever else is decided, because what they need to be what they seem has fallen. That the prosecution may not use
/// an exhibit takes it from the prosecution alone, so what was suppressed is not among them; nor is what a challenge without a ruling may fell. Linear in
/// foundations and links.
/// </summary>
internal static class FallenExhibits
{
    public static HashSet<ExhibitId> Of(CaseProof proof)
    {
        var down = proof.Case.Foundations.Where(foundation => foundation.Status == FoundationStatus.Fallen).Select(foundation => foundation.Id).ToHashSet();
        if (down.Count == 0)
        {
            return [];
        }

        var relied = new ReliedOn(proof.Case.Exhibits);
        var fell = proof.Case.Exhibits.Where(IsFallen).Select(exhibit => exhibit.Id).ToHashSet();
        return [.. proof.Case.Exhibits.Where(exhibit => relied.By(exhibit).Any(under => fell.Contains(under.Id))).Select(exhibit => exhibit.Id)];

        // Only the speaker can be replaced by a ground: a device or a translation that fell takes the statement along.
        bool IsFallen(Exhibit exhibit) =>
            exhibit.Factual.Where(down.Contains).Except(HasGround(exhibit) ? proof.Speakers(exhibit) : []).Any()
            || (exhibit.VouchedBy.Count > 0 && exhibit.VouchedBy.All(down.Contains));

        bool HasGround(Exhibit exhibit) => exhibit.Grounds.Any(ground => ground is { Opens: true, Against.Count: > 0 } && !ground.Rests.Any(down.Contains));
    }
}
