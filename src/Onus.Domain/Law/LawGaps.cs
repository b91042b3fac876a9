namespace Onus.Domain.Law;

/// <summary>Days for which a pack has no text of an offence though it has one before and one after.</summary>
/// <param name="OffenceId">The offence.</param>
/// <param name="Citation">How the later text is cited.</param>
/// <param name="From">First day without a text.</param>
/// <param name="To">Last day without a text.</param>
/// <param name="Index">Place of the later text among the pack's offences, from 0.</param>
public sealed record LawGap(string OffenceId, string Citation, DateOnly From, DateOnly To, int Index);

/// <summary>Finds what is missing between texts. A gap is no fault: a text that is not at hand is left out, and the gap says so.</summary>
public static class LawGaps
{
    /// <summary>The gaps by offence, then by day.</summary>
    public static IReadOnlyList<LawGap> Of(LawPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var gaps = new List<LawGap>();
        foreach (var versions in pack.Offences.Select((offence, i) => (Offence: offence, Index: i)).GroupBy(pair => pair.Offence.Id, StringComparer.Ordinal))
        {
            var ordered = versions.OrderBy(pair => pair.Offence.Validity.From).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                // Texts that overlap are a fault, and no gap.
                if (ordered[i - 1].Offence.Validity.To is { } to && to < DateOnly.MaxValue && to.AddDays(1) < ordered[i].Offence.Validity.From)
                {
                    gaps.Add(new LawGap(versions.Key, ordered[i].Offence.Citation, to.AddDays(1), ordered[i].Offence.Validity.From.AddDays(-1), ordered[i].Index));
                }
            }
        }

        return gaps;
    }
}
