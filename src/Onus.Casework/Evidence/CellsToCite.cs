using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Evidence;

/// <summary>
/// The cells of the grid that a passage can be cited into: the elements of the offences that counsel works on, for each defendant. Only counsel
/// ties facts to elements; everybody else gets none, and cites facts without a cell.
/// </summary>
public static class CellsToCite
{
    /// <summary>A cell.</summary>
    /// <param name="OffenceId">The offence in the law pack.</param>
    /// <param name="Citation">How a charge cites the offence.</param>
    /// <param name="LeafId">The element leaf.</param>
    /// <param name="Title">What has to be proved, in the pack's words.</param>
    /// <param name="Defendant">For whom; null for all, where the law does not ask for each defendant's own.</param>
    /// <param name="DefendantName">Their pseudonym; null for all.</param>
    public sealed record Cell(string OffenceId, string Citation, string LeafId, string Title, PersonId? Defendant, string? DefendantName);

    /// <summary>The offences counsel works on: those of the counts by number, those that facts are tied to, and the one that is chosen.</summary>
    /// <param name="snapshot">The case as the actor may see it.</param>
    /// <param name="actor">Who cites.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="chosen">An offence that counsel chose for now; null for none. It comes first.</param>
    /// <returns>The cells by offence, element and defendant; empty for those who do not see counsel's papers.</returns>
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

        var charged = snapshot.Counts.Where(c => c.OffenceId == id).Select(c => c.Defendant).ToHashSet();
        var defendants = snapshot.People
            .Where(p => p.Is(PersonRole.Defendant))
            .OrderByDescending(p => charged.Contains(p.Id)).ThenBy(p => p.Pseudonym, StringComparer.Ordinal)
            .ToList();
        return offence.Leaves().Where(l => l.Kind != LeafKind.PleadedOnly).SelectMany(leaf => leaf.PerDefendant && defendants.Count > 0
            ? defendants.Select(p => new Cell(offence.Id, offence.Citation, leaf.Id, leaf.Text, p.Id, p.Pseudonym))
            : [new Cell(offence.Id, offence.Citation, leaf.Id, leaf.Text, null, null)]);
    }

    /// <summary>The law of the act applies: that of the count, else of the first report.</summary>
    private static DateOnly? DayOf(CaseSnapshot snapshot, string? offence) =>
        snapshot.Counts.FirstOrDefault(c => offence is null || c.OffenceId == offence)?.From ?? snapshot.Case.TipOn ?? snapshot.Case.Today;
}
