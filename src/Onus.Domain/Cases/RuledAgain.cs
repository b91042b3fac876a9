using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// What a court ruled of a fact, of what a passage shows, or of what a fact meets, and what says the very same under another number: the passage cited once more for
/// the fact, the assertion written once more about the same people. Until the court has said otherwise of it on the same question, it is under the ruling too. Another
/// assertion out of the same passage is not, as one passage may show several things; it is named.
/// </summary>
internal sealed class RuledAgain
{
    private readonly CaseSnapshot snapshot;
    private readonly Dictionary<ExhibitId, Exhibit> exhibits;
    private readonly Dictionary<FactId, Fact> facts;
    private readonly ILookup<FactId, ExhibitTie> cites;
    private readonly ILookup<FactId, FactTie> ties;
    private readonly StandingNames names;
    private readonly HashSet<(TargetKind, Guid, ChallengeMode)> own;

    /// <summary>Finds it.</summary>
    /// <param name="snapshot">The case as its reader may see it.</param>
    public RuledAgain(CaseSnapshot snapshot)
    {
        this.snapshot = snapshot;
        exhibits = snapshot.Exhibits.ToDictionary(exhibit => exhibit.Id);
        facts = snapshot.Facts.ToDictionary(fact => fact.Id);
        cites = snapshot.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && exhibits.ContainsKey(tie.Exhibit) && facts.ContainsKey(tie.Fact)).ToLookup(tie => tie.Fact);
        ties = snapshot.FactTies.Where(tie => facts.ContainsKey(tie.Fact)).ToLookup(tie => tie.Fact);
        names = StandingNames.Of(snapshot);
        own = snapshot.Challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: not Ruling.None }).Select(challenge => (challenge.On.Kind, challenge.On.Id, challenge.Mode)).ToHashSet();

        var (reached, named, parts) = (new List<(Challenge, Target)>(), new List<(Fact, Fact)>(), new List<(Challenge Ruling, FactTie Tie, IReadOnlyList<FactTie> Ruled)>());
        foreach (var ruling in snapshot.Challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained, On.Kind: TargetKind.Fact or TargetKind.ExhibitTie or TargetKind.FactTie }))
        {
            if (FactOf(ruling.On) is { } fact)
            {
                Target[] same = [.. Same(ruling, fact).Where(target => target.Id != ruling.On.Id && !IsRuled(target, ruling))];
                reached.AddRange(same.Select(target => (ruling, target)));
                var struck = same.Select(FactOf).OfType<Fact>().Select(known => known.Id).Append(fact.Id).ToHashSet();
                FactTie[] ruled = ruling.On.Kind == TargetKind.FactTie ? [Tied(ruling.On)] : [.. ties[fact.Id]];
                var inPart = Parts(ruling, fact, ruled).Where(tie => !same.Contains(new Target(TargetKind.FactTie, tie.Id.Value)) && !same.Contains(new Target(TargetKind.Fact, tie.Fact.Value))).ToList();
                parts.AddRange(inPart.Select(tie => (ruling, tie, (IReadOnlyList<FactTie>)ruled)));
                struck.UnionWith(inPart.Select(tie => tie.Fact));
                named.AddRange(Others(ruling, fact).Where(other => !struck.Contains(other.Id)).Select(other => (fact, other)));
            }
        }

        Reached = reached;
        Named = [.. named.Distinct()];
        InPart = parts.ToLookup(part => part.Tie.Id, part => (part.Ruling, part.Ruled));
    }

    /// <summary>
    /// The rulings that reach a tie for some whom it names: the same assertion is tied about these and others in one, and the ruling was of these alone.
    /// </summary>
    /// <param name="tie">The tie.</param>
    /// <param name="defendant">Who is charged.</param>
    /// <param name="survivor">For whom; null where the charge names nobody: then it reaches the tie only where all that it is about are under the ruling.</param>
    public IEnumerable<Challenge> Of(FactTie tie, PersonId defendant, PersonId? survivor) => InPart[tie.Id]
        .Where(part => (survivor is { } her ? [her] : names.Standing(tie, defendant, null, Law.ChargeUnit.PerDefendant)) is var about && about.TrueForAll(one => IsOf(one, defendant, part.Ruled)))
        .Select(part => part.Ruling);

    /// <summary>What each sustained ruling of a fact, a citation or a tie reaches.</summary>
    public IReadOnlyList<(Challenge Ruling, Target Same)> Reached { get; }

    /// <summary>Ties of the same assertion that such a ruling reaches for some whom they name.</summary>
    public ILookup<TieId, (Challenge Ruling, IReadOnlyList<FactTie> Ruled)> InPart { get; }

    /// <summary>Other facts, which such a ruling leaves, out of the same passage or in the same words.</summary>
    public IReadOnlyList<(Fact Ruled, Fact Other)> Named { get; }

    /// <summary>The fact of which it is: itself, the one that is cited for, the one that is tied; null where it is not in the case.</summary>
    public Fact? FactOf(Target on) => on.Kind switch
    {
        TargetKind.Fact => facts.GetValueOrDefault(new FactId(on.Id)),
        TargetKind.ExhibitTie => cites.SelectMany(tie => tie).FirstOrDefault(tie => tie.Id.Value == on.Id) is { } cite ? facts[cite.Fact] : null,
        TargetKind.FactTie => ties.SelectMany(tie => tie).FirstOrDefault(tie => tie.Id.Value == on.Id) is { } tie ? facts[tie.Fact] : null,
        _ => null,
    };

    private bool IsRuled(Target target, Challenge ruling) => own.Contains((target.Kind, target.Id, ruling.Mode));

    private IEnumerable<Target> Same(Challenge ruling, Fact fact) => ruling.On.Kind switch
    {
        TargetKind.Fact => facts.Values.Where(other => IsSame(fact, other)).Select(other => new Target(TargetKind.Fact, other.Id.Value)),
        // The very same words cited for the very same sentence, about whom it was ruled and others too: a court is not asked twice what a passage shows.
        TargetKind.ExhibitTie => facts.Values.Where(other => other.Id == fact.Id || IsSame(fact, other) || (IsSameSentence(fact, other) && ties[other.Id].Any(tie => ties[fact.Id].Any(ruled => IsForSame(ruled, tie))))).SelectMany(other => cites[other.Id]).Where(cite => IsSamePassage(Cited(ruling.On), exhibits[cite.Exhibit]))
            .Select(cite => new Target(TargetKind.ExhibitTie, cite.Id.Value)),
        _ => facts.Values.Where(other => IsSameSentence(fact, other)).SelectMany(other => ties[other.Id])
            .Where(tie => Tied(ruling.On) is var ruled && (tie.OffenceId, tie.LeafId) == (ruled.OffenceId, ruled.LeafId) && IsWithin([tie], [ruled]))
            .Select(tie => new Target(TargetKind.FactTie, tie.Id.Value)),
    };

    // What a passage shows is ruled of a citation, and that is of everybody.
    private IEnumerable<FactTie> Parts(Challenge ruling, Fact fact, FactTie[] ruled) => ruling.On.Kind == TargetKind.ExhibitTie ? []
        : facts.Values.Where(other => other.Id != fact.Id && IsSameSentence(fact, other) && !IsRuled(new(TargetKind.Fact, other.Id.Value), ruling)).SelectMany(other => ties[other.Id])
            .Where(tie => !IsRuled(new(TargetKind.FactTie, tie.Id.Value), ruling) && (ruling.On.Kind == TargetKind.Fact || ruled.Any(known => (known.OffenceId, known.LeafId) == (tie.OffenceId, tie.LeafId)))
                && names.Left(tie) is var left && left.Any(part => part.Defendants.Any(defendant => About(part).Any(her => IsOf(her, defendant, ruled)))));

    // Other facts that count for somebody whom the ruling is about, at the same element, and that the same words show.
    private IEnumerable<Fact> Others(Challenge ruling, Fact fact)
    {
        FactTie[] ruled = ruling.On.Kind == TargetKind.FactTie ? [Tied(ruling.On)] : [.. ties[fact.Id]];
        Exhibit[] shownBy = ruling.On.Kind == TargetKind.ExhibitTie ? [Cited(ruling.On)] : [.. cites[fact.Id].Select(cite => exhibits[cite.Exhibit])];
        return facts.Values.Where(other => other.Id != fact.Id && !IsRuled(new(TargetKind.Fact, other.Id.Value), ruling)
            && ties[other.Id].Any(tie => !IsRuled(new(TargetKind.FactTie, tie.Id.Value), ruling) && ruled.Any(known => IsForSame(known, tie)))
            && (IsSameSentence(fact, other) || cites[other.Id].Any(cite => !IsRuled(new(TargetKind.ExhibitTie, cite.Id.Value), ruling) && shownBy.Any(exhibit => IsSamePassage(exhibit, exhibits[cite.Exhibit])))));
    }

    /// <summary>The exhibit of a citation.</summary>
    public Exhibit Cited(Target on) => exhibits[cites.SelectMany(tie => tie).First(tie => tie.Id.Value == on.Id).Exhibit];

    private FactTie Tied(Target on) => ties.SelectMany(tie => tie).First(tie => tie.Id.Value == on.Id);

    private bool IsSamePassage(Exhibit one, Exhibit other) => one.Id == other.Id || (one.Record is not null && one.Record == other.Record && SamePassage.Overlap(one, other, snapshot.Places));

    private static bool IsSameSentence(Fact one, Fact other) => one.Id == other.Id || (one.On == other.On && FoldedName.Same(one.Sentence, other.Sentence));

    // "He kept it" of one and "he kept it" of another are two assertions, so it is about nobody else.
    private bool IsSame(Fact fact, Fact other) => IsSameSentence(fact, other) && ties[other.Id].Any()
        && IsWithin([.. ties[other.Id]], [.. ties[fact.Id]]);

    // Of what was ruled on, whoever it names; of the others, for whom they count still: whoever was named by mistake takes nothing from under the ruling.
    private bool IsWithin(IReadOnlyList<FactTie> some, IReadOnlyList<FactTie> ruled) =>
        some.All(tie => tie.Defendants.SelectMany(defendant => names.Standing(tie, defendant, null, Law.ChargeUnit.PerDefendant), (defendant, her) => (defendant, her)).All(pair => IsOf(pair.her, pair.defendant, ruled)));

    private static IEnumerable<PersonId?> About(FactTie tie) => tie.Survivors.Count == 0 ? [null] : tie.Survivors.Select(survivor => (PersonId?)survivor);

    // What names nobody, on either side, is about whoever the other is about, of the same defendant: a ruling is not shed by writing a name beside it.
    private static bool IsOf(PersonId? survivor, PersonId defendant, IReadOnlyList<FactTie> ruled) =>
        ruled.Any(tie => tie.Defendants.Contains(defendant) && (survivor is not { } her || tie.Survivors.Count == 0 || tie.Survivors.Contains(her)));

    private static bool IsForSame(FactTie one, FactTie other) => (one.OffenceId, one.LeafId) == (other.OffenceId, other.LeafId) && one.Defendants.Intersect(other.Defendants).Any()
        && (one.Survivors.Count == 0 || other.Survivors.Count == 0 || one.Survivors.Intersect(other.Survivors).Any());
}
