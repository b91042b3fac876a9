using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// Which citations of a fact show it for others than the people of a charge: they named somebody on the ties of the fact, and nobody whom the charge needs. What named
/// nobody at all shows the fact for all whom it is tied for, and so does everything where counsel tied them by hand, or nobody knows how they came to the tie.
/// </summary>
public sealed class ForOthers
{
    private static readonly IReadOnlySet<TieId> None = new HashSet<TieId>();
    private readonly StandingNames names;
    private readonly ILookup<FactId, FactTie> ties;
    private readonly ILookup<FactId, ExhibitTie> cites;
    private readonly Dictionary<FactId, IReadOnlyList<IReadOnlyList<ExhibitId>>> sets;
    private readonly Dictionary<(FactId, string, string), Dictionary<TieId, Meant>> meant = [];
    private readonly Dictionary<(TieId, PersonId, PersonId?, ChargeUnit), IReadOnlySet<TieId>> known = [];

    /// <summary>Those of a case.</summary>
    /// <param name="snapshot">The case.</param>
    /// <param name="names">For whom its ties count.</param>
    public ForOthers(CaseSnapshot snapshot, StandingNames names)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        this.names = names;
        cites = snapshot.ExhibitTies.Where(cite => cite.Bearing == Bearing.Supports).ToLookup(cite => cite.Fact);
        sets = snapshot.Facts.Where(fact => fact.Together.Count > 0).ToDictionary(fact => fact.Id, fact => fact.Together);
        ties = snapshot.FactTies.Where(tie => tie.Named.Count > 0).ToLookup(tie => tie.Fact);
    }

    /// <summary>Those of the fact of a tie that counts for the charge. Linear in the acts by which people came to the ties of the fact, for all charges together, and then in its citations.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="defendant">Who is charged.</param>
    /// <param name="survivor">For whom; null where the charge names nobody: then what shows it for none of those whom the tie names.</param>
    /// <param name="unit">What one count of the offence is about.</param>
    public IReadOnlySet<TieId> Of(FactTie tie, PersonId defendant, PersonId? survivor, ChargeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(tie);
        if (tie.Named.Count == 0)
        {
            return None;
        }

        if (!known.TryGetValue((tie.Id, defendant, survivor, unit), out var others))
        {
            var about = names.Standing(tie, defendant, survivor, unit);
            known[(tie.Id, defendant, survivor, unit)] = others = about.Count == 0 || about.Exists(her => StandingNames.By(tie, her, defendant).Select(named => named.Cite).DefaultIfEmpty(null).Contains(null)) ? None
                : MeantBy(tie).Where(cite => !about.Exists(her => cite.Value.Is(her, defendant))).Select(cite => cite.Key).ToHashSet();
        }

        return others;
    }

    /// <summary>
    /// For whom a citation shows the fact of a tie, by itself or with what shows it only together with it: those for whom the tie counts, without those for whom only others show it. Each part is all of its
    /// survivors by each of its defendants; none where it shows it for nobody.
    /// </summary>
    /// <param name="cite">The citation of the fact.</param>
    /// <param name="tie">The tie.</param>
    public IReadOnlyList<Whom> ShownBy(TieId cite, FactTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        var lapsed = names.Lapsed(tie).ToHashSet();
        var shown = StandingNames.Pairs(tie).Where(pair => !lapsed.Contains(pair)
            && !Beside(cite, tie.Fact).IsSubsetOf(Of(tie, pair.Defendant, pair.Survivor, ChargeUnit.PerSurvivorPerDefendant))).ToLookup(pair => pair.Defendant, pair => pair.Survivor);
        return [.. shown.GroupBy(by => string.Join(' ', by.Select(survivor => survivor?.Value)), StringComparer.Ordinal)
            .Select(alike => new Whom([.. alike.First().OfType<PersonId>()], [.. alike.Select(by => by.Key)]))];
    }

    // The citation, and those of the exhibits that show the fact only together with it.
    private HashSet<TieId> Beside(TieId cite, FactId fact)
    {
        var exhibit = cites[fact].FirstOrDefault(tie => tie.Id == cite)?.Exhibit;
        var together = sets.GetValueOrDefault(fact, []).Where(set => exhibit is { } one && set.Contains(one)).SelectMany(set => set).ToHashSet();
        return [cite, .. cites[fact].Where(tie => together.Contains(tie.Exhibit)).Select(tie => tie.Id)];
    }

    // What the ties of this element say of a citation goes before what those of others say: there it may have named more people, because they ask for fewer.
    private Dictionary<TieId, Meant> MeantBy(FactTie tie)
    {
        if (meant.TryGetValue((tie.Fact, tie.OffenceId, tie.LeafId), out var by))
        {
            return by;
        }

        by = meant[(tie.Fact, tie.OffenceId, tie.LeafId)] = [];
        foreach (var isHere in new[] { true, false })
        {
            var here = by.Keys.ToHashSet();
            foreach (var named in ties[tie.Fact].Where(other => (other.OffenceId, other.LeafId) == (tie.OffenceId, tie.LeafId) == isHere).SelectMany(other => other.Named))
            {
                if (named.Cite is { } cite && !here.Contains(cite))
                {
                    (by.TryGetValue(cite, out var people) ? people : by[cite] = new Meant()).Add(named);
                }
            }
        }

        return by;
    }

    // Whom one citation named.
    private sealed class Meant
    {
        private readonly HashSet<(PersonId? Survivor, PersonId Defendant)> pairs = [];
        private readonly HashSet<PersonId> defendants = [];

        public void Add(NamedBy named)
        {
            pairs.Add((named.Survivor, named.Defendant));
            defendants.Add(named.Defendant);
        }

        public bool Is(PersonId? survivor, PersonId defendant) => survivor is null ? defendants.Contains(defendant) : pairs.Contains((survivor, defendant)) || pairs.Contains((null, defendant));
    }
}
