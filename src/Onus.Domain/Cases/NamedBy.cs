using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>By which act somebody came to be named on a tie of a fact to an element: with a citation, or by hand.</summary>
/// <param name="Cite">The tie of the exhibit to the fact with whose citation they were named; null where counsel tied the fact itself.</param>
/// <param name="Survivor">About whom; null where the act named nobody, as an offence that is not against a person allows.</param>
/// <param name="Defendant">By whom; the default where whoever the act named was taken off the tie by hand: then it is kept that the citation named somebody, so that it does not show the fact for everybody else.</param>
public sealed record NamedBy(TieId? Cite, PersonId? Survivor, PersonId Defendant)
{
    /// <summary>What is kept of acts whose people are taken off: with which citations they named somebody.</summary>
    internal static IEnumerable<NamedBy> Kept(IEnumerable<NamedBy> gone) => gone.Where(named => named.Cite is not null).Select(named => new NamedBy(named.Cite, null, default)).Distinct();

    // Whoever named nobody meant whoever it is about.
    internal bool Names(PersonId? survivor, PersonId defendant) => Defendant == defendant && (Survivor is null || survivor is null || Survivor == survivor);
}

/// <summary>
/// For whom ties count still, by the citations that stand, which is asked wherever somebody wants to know for whom a tie counts: whoever was named with citations alone, and with none that stands, was named by mistake. Of whom nothing is
/// known counts. A tie on which a court has ruled keeps all whom it names, because the court ruled for them; that does not make it count for whoever was named by mistake.
/// </summary>
/// <param name="cites">The ties of exhibits to facts that stand.</param>
/// <param name="challenges">The challenges of the case.</param>
public sealed class StandingNames(IEnumerable<ExhibitTie> cites, IReadOnlyCollection<Challenge> challenges)
{
    private readonly HashSet<TieId> standing = [.. cites.Where(cite => cite.Bearing == Bearing.Supports).Select(cite => cite.Id)];

    /// <summary>
    /// The tie, with a further act by which these people were named on it: those of them whom it names. Of whoever was on it before and nobody knows how, nothing is
    /// known afterwards either: that the act named them too takes nothing away.
    /// </summary>
    /// <param name="before">The tie as it stands; null where it is new.</param>
    /// <param name="tie">The tie as it will stand.</param>
    /// <param name="whom">Whom the act named.</param>
    /// <param name="cites">The citations with which it named them; none where counsel tied the fact itself.</param>
    public static FactTie Named(FactTie? before, FactTie tie, Whom whom, IReadOnlyCollection<TieId> cites)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ArgumentNullException.ThrowIfNull(whom);
        ArgumentNullException.ThrowIfNull(cites);
        // An offence that is against nobody may be cited about somebody whom the tie does not name: it names the defendant all the same.
        List<PersonId?> about = [.. whom.Survivors.Where(tie.Survivors.Contains).Select(survivor => (PersonId?)survivor)];
        List<NamedBy> named = [.. tie.Named.Union(
            from cite in cites.Count == 0 ? [null] : cites.Select(one => (TieId?)one)
            from survivor in about.Count == 0 ? [null] : about
            from defendant in whom.Defendants.Where(tie.Defendants.Contains)
            where before is null || !before.Defendants.Contains(defendant) || (survivor is { } her && before.Survivors.Count > 0 && !before.Survivors.Contains(her)) || IsKnown(before, survivor, defendant)
            select new NamedBy(cite, survivor, defendant))];
        return named.Count == tie.Named.Count ? tie : tie with { Named = named };
    }

    /// <summary>Whether the tie counts for a charge: as <see cref="FactTie.Counts"/>, and somebody whom it needs is named by more than what was taken back.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="defendant">Who is charged.</param>
    /// <param name="survivor">For whom; null where the charge names nobody.</param>
    /// <param name="unit">What one count of the offence is about.</param>
    public bool Counts(FactTie tie, PersonId defendant, PersonId? survivor, ChargeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return tie.Counts(defendant, survivor, unit) && (tie.Named.Count == 0 || Standing(tie, defendant, survivor, unit).Count > 0);
    }

    /// <summary>Those of the people whom a charge may be about for whom the tie counts still, with the defendant.</summary>
    internal List<PersonId?> Standing(FactTie tie, PersonId defendant, PersonId? survivor, ChargeUnit unit) =>
        (unit == ChargeUnit.PerDefendant || survivor is null ? About(tie) : [survivor]).FindAll(about => !IsLapsed(tie, about, defendant));

    /// <summary>
    /// For whom ties count in a case. What shows nothing, because its file was withdrawn or lies outside what the authority covers, names nobody either where something
    /// else shows the fact; it names them again when it shows something again, so nobody is taken off a tie by this.
    /// </summary>
    public static StandingNames Of(CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (withdrawn, outside) = (Withdrawn.Exhibits(snapshot.Materials, snapshot.Exhibits), OutsideAuthority.Exhibits(snapshot.Materials, snapshot.Exhibits, snapshot.Differences));
        var shows = snapshot.ExhibitTies.Where(cite => cite.Bearing == Bearing.Supports && !withdrawn.Contains(cite.Exhibit) && !outside.Contains(cite.Exhibit)).Select(cite => cite.Id).ToHashSet();
        // A fact that nothing else shows proves nothing for anybody: its ties stay where they are, so that the counts that used it say why.
        var shown = snapshot.ExhibitTies.Where(cite => shows.Contains(cite.Id)).Select(cite => cite.Fact).ToHashSet();
        return new StandingNames(snapshot.ExhibitTies.Where(cite => shows.Contains(cite.Id) || !shown.Contains(cite.Fact)), snapshot.Challenges);
    }

    /// <summary>The people of a tie of whom nobody knows by which act they came to it.</summary>
    internal static IEnumerable<(PersonId? Survivor, PersonId Defendant)> Unknown(FactTie tie) => Pairs(tie).Where(pair => !By(tie, pair.Survivor, pair.Defendant).Any());

    /// <summary>About whom and by whom the tie counts still; nobody where it does for none of them.</summary>
    public Whom Of(FactTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        var lapsed = Lapsed(tie).ToHashSet();
        List<(PersonId? Survivor, PersonId Defendant)> left = [.. Pairs(tie).Where(pair => !lapsed.Contains(pair))];
        return lapsed.Count == 0 ? new Whom(tie.Survivors, tie.Defendants)
            : new Whom([.. left.Select(pair => pair.Survivor).OfType<PersonId>().Distinct()], [.. left.Select(pair => pair.Defendant).Distinct()]);
    }

    /// <summary>The people for whom the tie counts no longer: each defendant, with the survivor where it names any.</summary>
    public IReadOnlyList<(PersonId? Survivor, PersonId Defendant)> Lapsed(FactTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return tie.Named.Count == 0 ? [] : [.. Pairs(tie).Where(pair => IsLapsed(tie, pair.Survivor, pair.Defendant))];
    }

    /// <summary>
    /// What is left of a tie without them, in as few parts as can be: the first keeps its id, the others have none yet; the tie itself where it counts for all of them,
    /// nothing where it counts for nobody.
    /// </summary>
    public IReadOnlyList<FactTie> Left(FactTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        var lapsed = IsRuledOn(tie) ? [] : Lapsed(tie).ToHashSet();
        return lapsed.Count == 0 ? [tie] :
        [
            .. tie.Defendants.Select(defendant => (Defendant: defendant, About: About(tie).Where(survivor => !lapsed.Contains((survivor, defendant))).ToList()))
                .Where(left => left.About.Count > 0)
                .GroupBy(left => string.Join(' ', left.About.Select(survivor => survivor?.Value)), StringComparer.Ordinal)
                .Select((alike, at) => Whom.Only(
                    at == 0 ? tie : tie with { Id = default, Version = 1 },
                    new Whom([.. alike.First().About.OfType<PersonId>()], [.. alike.Select(left => left.Defendant)]))),
        ];
    }

    private bool IsRuledOn(FactTie tie) => ChallengeRules.RuledOn(new Target(TargetKind.FactTie, tie.Id.Value), challenges) is not null;

    private static List<PersonId?> About(FactTie tie) => tie.Survivors.Count == 0 ? [null] : [.. tie.Survivors.Select(survivor => (PersonId?)survivor)];

    internal static IEnumerable<(PersonId? Survivor, PersonId Defendant)> Pairs(FactTie tie) => from defendant in tie.Defendants from survivor in About(tie) select (survivor, defendant);

    // An act that named nobody is about everybody on the tie, so it is kept only where all of them are known.
    private static bool IsKnown(FactTie tie, PersonId? survivor, PersonId defendant) => (survivor is null ? About(tie) : [survivor]).All(about => By(tie, about, defendant).Any());

    /// <summary>The acts by which they came to the tie; none where nobody knows.</summary>
    internal static IEnumerable<NamedBy> By(FactTie tie, PersonId? survivor, PersonId defendant) => tie.Named.Where(named => named.Names(survivor, defendant));

    private bool IsLapsed(FactTie tie, PersonId? survivor, PersonId defendant)
    {
        var by = By(tie, survivor, defendant).ToList();
        return by.Count > 0 && by.TrueForAll(named => named.Cite is { } cite && !standing.Contains(cite));
    }
}
