using Onus.Domain.Charges;
using Onus.Domain.Law;

namespace Onus.Domain.Cases;

/// <summary>Under which versions of its offence a tie is read.</summary>
public static class TieLaw
{
    /// <summary>
    /// The versions on the days of the counts that the tie counts for, each once and by count; where it counts for none, the version on the day of the fact,
    /// else of the other counts of the offence, else of the first report. A day that no version covers says nothing; where no day says anything it is the newest.
    /// </summary>
    /// <param name="tie">The tie.</param>
    /// <param name="snapshot">The case.</param>
    /// <param name="law">The law packs.</param>
    /// <returns>Empty only where no pack knows the offence.</returns>
    public static IReadOnlyList<Offence> Of(FactTie tie, CaseSnapshot snapshot, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(law);
        var versions = law.Packs.SelectMany(pack => pack.Offences).Where(offence => offence.Id == tie.OffenceId).OrderByDescending(offence => offence.Validity.From).ToList();
        var counts = snapshot.Counts.Where(count => count.OffenceId == tie.OffenceId).OrderBy(count => count.Number).ToList();
        List<IEnumerable<DateOnly?>> days =
        [
            counts.Where(count => versions.Exists(offence => tie.Counts(count.Defendant, count.Survivor, offence.Unit))).Select(count => (DateOnly?)count.From),
            [snapshot.Facts.FirstOrDefault(fact => fact.Id == tie.Fact)?.On],
            counts.Select(count => (DateOnly?)count.From),
            [snapshot.Case.TipOn ?? snapshot.Case.Today],
        ];
        return days.Select(those => those.OfType<DateOnly>().Select(day => versions.Find(offence => offence.Validity.Covers(day))).OfType<Offence>().Distinct().ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [.. versions.Take(1)];
    }
}
