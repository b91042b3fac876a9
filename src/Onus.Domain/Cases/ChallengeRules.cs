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
    public static IReadOnlyList<ChallengeMode> ModesOf(TargetKind target, Foundation? foundation) => target switch
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

    /// <summary>An argument about a thing itself, or one that answers such an argument at whatever remove, on which the court has ruled; null where there is none.</summary>
    /// <param name="target">The thing.</param>
    /// <param name="challenges">The challenges and answers of the case, as their reader may see them.</param>
    public static Challenge? RuledOn(Target target, IReadOnlyCollection<Challenge> challenges)
    {
        ArgumentNullException.ThrowIfNull(challenges);
        var about = new HashSet<Target> { target };
        // An answer may be listed before what it answers, so it goes on until a round finds nothing.
        for (var before = 0; before < about.Count;)
        {
            before = about.Count;
            about.UnionWith(challenges.Where(challenge => about.Contains(challenge.On)).Select(challenge => new Target(TargetKind.Challenge, challenge.Id.Value)));
        }

        return challenges.FirstOrDefault(challenge => challenge.Ruling != Ruling.None && about.Contains(challenge.On));
    }
}
