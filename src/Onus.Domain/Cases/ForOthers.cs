using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// Which citations of a fact show it for others than the people of a charge: they named somebody on the ties of the fact, and nobody whom the charge needs. What named
/// nobody at all shows the fact for all whom it is tied for, and so does everything where counsel tied them by hand, or nobody knows how they came to the tie.
/// </summary>
internal sealed class ForOthers
{
    private static readonly IReadOnlySet<TieId> None = new HashSet<TieId>();
    private readonly StandingNames names;
    private readonly ILookup<FactId, FactTie> ties;

    public ForOthers(CaseSnapshot snapshot, StandingNames names)
    {
        this.names = names;
        ties = snapshot.FactTies.Where(tie => tie.Named.Count > 0).ToLookup(tie => tie.Fact);
    }

    /// <summary>Those of the fact of a tie that counts for the charge. Linear in the acts by which people came to the ties of the fact.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="defendant">Who is charged.</param>
    /// <param name="survivor">For whom; null where the charge names nobody: then what shows it for none of those whom the tie names.</param>
    /// <param name="unit">What one count of the offence is about.</param>
    public IReadOnlySet<TieId> Of(FactTie tie, PersonId defendant, PersonId? survivor, ChargeUnit unit)
    {
        var about = tie.Named.Count == 0 ? [] : names.Standing(tie, defendant, survivor, unit);
        if (about.Count == 0 || about.Exists(her => StandingNames.By(tie, her, defendant).Select(named => named.Cite).DefaultIfEmpty(null).Contains(null)))
        {
            return None;
        }

        // What the ties of this element say of a citation goes before what those of others say: there it may have named more people, because they ask for fewer.
        var known = ties[tie.Fact].SelectMany(other => other.Named.Where(named => named.Cite is not null), (other, named) => (Here: (other.OffenceId, other.LeafId) == (tie.OffenceId, tie.LeafId), Named: named))
            .GroupBy(named => named.Named.Cite!.Value);
        return known.Where(of => (of.Any(one => one.Here) ? of.Where(one => one.Here) : of).All(one => !about.Exists(her => one.Named.Names(her, defendant)))).Select(of => of.Key).ToHashSet();
    }
}
