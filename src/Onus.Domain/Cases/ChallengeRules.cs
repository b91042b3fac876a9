using Onus.Domain.Evidence;

namespace Onus.Domain.Cases;

/// <summary>
/// Which attacks make sense for a thing. A warrant is not disbelieved and a fact is not kept out: an attack that cannot be made in court is not offered.
/// </summary>
public static class ChallengeRules
{
    /// <summary>The attacks that make sense, in the order in which a form offers them; none for what cannot be attacked.</summary>
    /// <param name="target">What is attacked.</param>
    /// <param name="foundation">The foundation, where one is attacked; null otherwise.</param>
    public static IReadOnlyList<ChallengeMode> ModesOf(TargetKind target, Foundation? foundation = null) => target switch
    {
        TargetKind.Foundation when foundation is { Legal: true } => [ChallengeMode.Exclude],
        TargetKind.Foundation when foundation is { Kind: FoundationKind.Witness } => [ChallengeMode.Impeach, ChallengeMode.Retract, ChallengeMode.Exclude],
        TargetKind.Foundation => [ChallengeMode.Impeach, ChallengeMode.Exclude],
        TargetKind.Admission => [ChallengeMode.Exclude],
        TargetKind.Exhibit => [ChallengeMode.Exclude, ChallengeMode.Impeach, ChallengeMode.Retract],
        TargetKind.Fact => [ChallengeMode.Rebut, ChallengeMode.Alternative],
        TargetKind.ExhibitTie => [ChallengeMode.Undercut, ChallengeMode.Alternative],
        TargetKind.FactTie => [ChallengeMode.Undercut, ChallengeMode.Alternative],
        TargetKind.Element => [ChallengeMode.Rebut, ChallengeMode.Undercut, ChallengeMode.Alternative],
        TargetKind.Challenge => [ChallengeMode.Rebut, ChallengeMode.Undercut, ChallengeMode.Alternative, ChallengeMode.Impeach],
        _ => [],
    };
}
