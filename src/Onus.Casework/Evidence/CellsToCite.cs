using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Law;

namespace Onus.Casework.Evidence;

/// <summary>
/// The elements that a passage can be cited into: those of the offences that counsel works on. Only counsel ties facts to elements; everybody else
/// gets none, and cites facts alone.
/// </summary>
public static class CellsToCite
{
    /// <summary>An element to cite into.</summary>
    /// <param name="Element">Which.</param>
    /// <param name="Citation">How a charge cites the offence.</param>
    /// <param name="Title">What has to be proved, in the pack's words.</param>
    /// <param name="PerDefendant">Whether it is each defendant's own act or mind: then a tie has to say by whom.</param>
    /// <param name="PerSurvivor">Whether the offence is against a person: then a tie has to say about whom.</param>
    /// <param name="Facts">The facts that are tied to it already, in the order in which they were.</param>
    public sealed record Cell(ElementRef Element, string Citation, string Title, bool PerDefendant, bool PerSurvivor, IReadOnlyList<Fact> Facts);

    /// <summary>The offences counsel works on: those of the counts by number, those that facts are tied to, and the one that is chosen.</summary>
    /// <param name="snapshot">The case as the actor may see it.</param>
    /// <param name="actor">Who cites.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="chosen">An offence that counsel works on before anything is charged; null for none. It comes first.</param>
    /// <returns>The cells by offence and element; empty for those who do not see counsel's papers.</returns>
    public static IReadOnlyList<Cell> Of(CaseSnapshot snapshot, Actor actor, LawPacks law, string? chosen)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(law);
        if (!actor.MaySee(snapshot.Case.Id, Side.CounselsPapers))
        {
            return [];
        }

        var offences = (chosen is null ? [] : new[] { chosen })
            .Concat(snapshot.Counts.Select(c => c.OffenceId))
            .Concat(snapshot.FactTies.Select(t => t.OffenceId))
            .Distinct(StringComparer.Ordinal);
        return [.. offences.SelectMany(id => CellsOf(snapshot, law, id))];
    }

    /// <summary>The offences of the case's country that counsel may choose, one version each.</summary>
    public static IReadOnlyList<Offence> Offences(CaseSnapshot snapshot, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(law);
        var day = DayOf(snapshot, null);
        return [.. (law.Of(snapshot.Case.Country)?.Offences ?? [])
            .Where(o => o.Chargeable)
            .GroupBy(o => o.Id, StringComparer.Ordinal)
            .Select(versions => versions.FirstOrDefault(o => day is { } d && o.Validity.Covers(d)) ?? versions.MaxBy(o => o.Validity.From)!)];
    }

    private static IEnumerable<Cell> CellsOf(CaseSnapshot snapshot, LawPacks law, string id)
    {
        var day = DayOf(snapshot, id);
        var offence = day is { } d && law.OffenceAt(id, d) is { IsOk: true } at
            ? at.Value
            : law.Packs.SelectMany(p => p.Offences).Where(o => o.Id == id).MaxBy(o => o.Validity.From);
        if (offence is null)
        {
            return [];
        }

        var tied = snapshot.FactTies.Where(tie => tie.OffenceId == id).ToLookup(tie => tie.LeafId, tie => tie.Fact, StringComparer.Ordinal);
        var facts = snapshot.Facts.ToDictionary(fact => fact.Id);
        return offence.Leaves().Where(leaf => leaf.Kind != LeafKind.PleadedOnly).Select(leaf => new Cell(
            new ElementRef(offence.Id, leaf.Id), offence.Citation, leaf.Text, leaf.PerDefendant, offence.Unit == ChargeUnit.PerSurvivorPerDefendant,
            [.. tied[leaf.Id].Distinct().Where(facts.ContainsKey).Select(fact => facts[fact])]));
    }

    /// <summary>The law of the act applies: that of the count, else of the first report.</summary>
    private static DateOnly? DayOf(CaseSnapshot snapshot, string? offence) =>
        snapshot.Counts.FirstOrDefault(c => offence is null || c.OffenceId == offence)?.From ?? snapshot.Case.TipOn ?? snapshot.Case.Today;
}
