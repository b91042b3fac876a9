using Onus.Domain.Evidence;

namespace Onus.Domain.Charges;

/// <summary>
/// Which attacks make sense for a thing. A warrant is not disbelieved and a fact is not kept out: an attack that cannot be made in court is not offered.
/// </summary>
public static class ChallengeRules
{
    /// <summary>The attacks that make sense, in the order in which a form offers them; none for what cannot be attacked.</summary>
    /// <param name="target">What is attacked.</param>
    /// <param name="foundation">The foundation, where one is attacked; null otherwise.</param>
    /// <param name="isWords">Of an exhibit: whether it holds somebody's words (<see cref="HoldsWords"/>), which alone can be taken back.</param>
    public static IReadOnlyList<ChallengeMode> ModesOf(TargetKind target, Foundation? foundation, bool isWords) => target switch
    {
        TargetKind.Foundation when foundation is { Legal: true } => [ChallengeMode.Exclude],
        TargetKind.Foundation when foundation is { Kind: FoundationKind.Witness } => [ChallengeMode.Impeach, ChallengeMode.Retract, ChallengeMode.Exclude],
        TargetKind.Foundation => [ChallengeMode.Impeach, ChallengeMode.Exclude],
        TargetKind.Admission => [ChallengeMode.Exclude],
        TargetKind.Exhibit when isWords => [ChallengeMode.Exclude, ChallengeMode.Impeach, ChallengeMode.Retract],
        TargetKind.Exhibit => [ChallengeMode.Exclude, ChallengeMode.Impeach],
        TargetKind.Fact => [ChallengeMode.Rebut, ChallengeMode.Alternative],
        TargetKind.ExhibitTie => [ChallengeMode.Undercut, ChallengeMode.Alternative],
        TargetKind.FactTie => [ChallengeMode.Undercut, ChallengeMode.Alternative],
        TargetKind.Element => [ChallengeMode.Rebut, ChallengeMode.Undercut, ChallengeMode.Alternative],
        TargetKind.Challenge => [ChallengeMode.Rebut, ChallengeMode.Undercut, ChallengeMode.Alternative, ChallengeMode.Impeach],
        _ => [],
    };

    /// <summary>
    /// Whether an exhibit holds what somebody said, who could take it back: a passage of a statement, a message or a comment of a person of the case, words for which
    /// the one whose words they are vouches. Whoever photographed a passport, or keeps the accounts of a bank, can be disbelieved, and takes back nothing that is in it.
    /// </summary>
    /// <param name="exhibit">The exhibit.</param>
    /// <param name="file">The file it stands in; null for an object.</param>
    /// <param name="foundations">The foundations of the case.</param>
    public static bool HoldsWords(Exhibit exhibit, Material? file, IEnumerable<Foundation> foundations)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(foundations);
        var said = exhibit.Locator is { } place ? PositionCodec.Of(place.At).Said : SaidBy.Unknown;
        return said != SaidBy.Nobody && (file is null || Families.Of(file) is null or { HoldsWords: true }) && (file is { Statement: true }
            || (exhibit.Quote.Length > 0 && exhibit.Origins.Any(origin => origin.Person is { } person
                && (said == SaidBy.Writer || foundations.Any(point => point.Testimony && point.Person == person
                    && (exhibit.Factual.Contains(point.Id) || exhibit.VouchedBy.Contains(point.Id)))))));
    }

    /// <summary>
    /// The rulings on exhibits and on what they rest on, and on answers to these, each without its words and its premises: what a court said of the record is
    /// said in public. What is aimed at facts, ties or elements shows what counsel charges and how, and is not among them.
    /// </summary>
    public static IReadOnlyList<Challenge> OfRecord(IReadOnlyCollection<Challenge> challenges)
    {
        ArgumentNullException.ThrowIfNull(challenges);
        var ruled = challenges.Where(challenge => challenge.Ruling != Ruling.None).ToList();
        var taken = new Dictionary<Guid, Challenge>();
        for (var found = true; found;)
        {
            found = false;
            foreach (var challenge in ruled.Where(challenge => !taken.ContainsKey(challenge.Id.Value)
                && (challenge.On.Kind is TargetKind.Foundation or TargetKind.Exhibit or TargetKind.Admission || (challenge.On.Kind == TargetKind.Challenge && taken.ContainsKey(challenge.On.Id)))))
            {
                taken.Add(challenge.Id.Value, challenge with { Text = "", Premises = [] });
                found = true;
            }
        }

        return [.. ruled.Select(challenge => taken.GetValueOrDefault(challenge.Id.Value)).OfType<Challenge>()];
    }

    /// <summary>An argument about a thing itself, or one that answers such an argument at whatever remove, on which the court has ruled; null where there is none.</summary>
    /// <param name="target">The thing.</param>
    /// <param name="challenges">The challenges and answers of the case, as their reader may see them.</param>
    public static Challenge? RuledOn(Target target, IReadOnlyCollection<Challenge> challenges)
    {
        ArgumentNullException.ThrowIfNull(challenges);
        var about = WithAnswers(target, challenges);
        return challenges.FirstOrDefault(challenge => challenge.Ruling != Ruling.None && about.Contains(challenge.On));
    }

    /// <summary>
    /// Whether an answer of the prosecution is a mere assertion: it rests on nothing, and no court has ruled on it. Whatever it is said to do, it competes with what it
    /// answers and ends nothing.
    /// </summary>
    public static bool IsMereAssertion(Challenge challenge)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        return challenge is { By: ArguedBy.Prosecution, Ruling: Ruling.None, Premises.Count: 0 };
    }

    /// <summary>Whether somebody takes an argument, or evidence against a fact, for answered by what is a mere assertion, there or in answer to a reply at whatever remove.</summary>
    /// <param name="attack">What is answered.</param>
    /// <param name="challenges">The challenges and answers of the case, as their reader may see them.</param>
    public static bool IsMerelyDenied(Target attack, IReadOnlyCollection<Challenge> challenges)
    {
        ArgumentNullException.ThrowIfNull(challenges);
        var about = WithAnswers(attack, challenges);
        return challenges.Any(challenge => about.Contains(challenge.On) && !challenge.Competes && IsMereAssertion(challenge));
    }

    // An answer may be listed before what it answers, so it goes on until a round finds nothing.
    private static HashSet<Target> WithAnswers(Target target, IReadOnlyCollection<Challenge> challenges)
    {
        var about = new HashSet<Target> { target };
        for (var before = 0; before < about.Count;)
        {
            before = about.Count;
            about.UnionWith(challenges.Where(challenge => about.Contains(challenge.On)).Select(challenge => new Target(TargetKind.Challenge, challenge.Id.Value)));
        }

        return about;
    }
}
