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
}
