namespace Onus.Domain.Law;

/// <summary>Days on which the text of an offence changed.</summary>
public static class Amendments
{
    /// <summary>
    /// The days within a span on which another text begins, in their order: an act from before and an act from after such a day are charged under
    /// different texts, so a count over both has to be split there. A gap between two texts has no such day of its own: the later text's first day is it.
    /// </summary>
    /// <param name="packs">The law packs.</param>
    /// <param name="offenceId">The offence.</param>
    /// <param name="from">First day of the span; a text that begins on it changes nothing within.</param>
    /// <param name="to">Last day of the span, included.</param>
    public static IReadOnlyList<DateOnly> Within(LawPacks packs, string offenceId, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return [.. packs.Packs.SelectMany(pack => pack.Offences)
            .Where(offence => offence.Id == offenceId && offence.Validity.From > from && offence.Validity.From <= to)
            .Select(offence => offence.Validity.From)
            .Distinct()
            .Order()];
    }

    /// <summary>The first day on which a count over a span has to be split, and whether another text begins on it or there is none from it on; null for none.</summary>
    public static (DateOnly Day, bool HasText)? First(LawPacks packs, string offenceId, DateOnly from, DateOnly to) =>
        (Within(packs, offenceId, from, to), WithoutText(packs, offenceId, from, to)) switch
        {
            ([var begins, ..], var ends) when ends is null || begins <= ends => (begins, true),
            (_, { } ends) => (ends, false),
            _ => null,
        };

    /// <summary>
    /// The first day within a span for which there is no text of an offence, though there is one on its first day; null where there is one on every day. What was
    /// done from that day on is charged under nothing that is known here.
    /// </summary>
    /// <param name="packs">The law packs.</param>
    /// <param name="offenceId">The offence.</param>
    /// <param name="from">First day of the span.</param>
    /// <param name="to">Last day of the span, included.</param>
    public static DateOnly? WithoutText(LawPacks packs, string offenceId, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(packs);
        var day = from;
        while (day <= to && packs.OffenceAt(offenceId, day) is { IsOk: true, Value.Validity.To: var last })
        {
            if (last is not { } ends || ends >= to)
            {
                return null;
            }

            day = ends.AddDays(1);
        }

        return day > from && day <= to ? day : null;
    }
}
