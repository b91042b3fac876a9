using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Casework.Evidence;

/// <summary>
/// The elements that a passage can be cited into: those of the offences that counsel works on. Only counsel ties facts to elements; everybody else
/// gets none, and cites facts alone.
/// </summary>
public static class CellsToCite
{
    /// <summary>An element to cite into.</summary>
    /// <param name="Element">Which.</param>
    /// <param name="Citation">How a charge cites the offence; under every text that a count is under, where these differ.</param>
    /// <param name="Title">What has to be proved, in the pack's words.</param>
    /// <param name="PerDefendant">Whether it is each defendant's own act or mind: then a tie has to say by whom.</param>
    /// <param name="PerSurvivor">Whether the offence is against a person: then a tie has to say about whom.</param>
    /// <param name="Facts">The facts that are tied to it already, in the order in which they were.</param>
    /// <param name="Further">Whether it is no element of the offence itself: what raises the penalty, or another way of taking part.</param>
    public sealed record Cell(ElementRef Element, string Citation, string Title, bool PerDefendant, bool PerSurvivor, IReadOnlyList<Fact> Facts, bool Further = false)
    {
        /// <summary>Whether counts exist and none asks for its offence, which counsel did not choose either: it is offered, and not before what is asked for.</summary>
        public bool Aside { get; init; }

        /// <summary>Whether a passage is cited for it.</summary>
        public bool IsCited { get; init; }
    }

    /// <summary>The offences counsel works on: those of the counts by number with those they ask for, those that facts are tied to, and the one that is chosen.</summary>
    /// <param name="snapshot">The case as the actor may see it.</param>
    /// <param name="actor">Who cites.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="chosen">An offence that counsel works on before anything is charged; null for none. It comes first.</param>
    /// <returns>The cells by offence and element in the order of the law; empty for those who do not see counsel's papers.</returns>
    public static IReadOnlyList<Cell> Of(CaseSnapshot snapshot, Actor actor, LawPacks law, string? chosen)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(law);
        if (!actor.MaySee(snapshot.Case.Id, CompartmentKind.CounselsPapers))
        {
            return [];
        }

        var asked = (chosen is null ? [] : new[] { chosen }).Concat(snapshot.Counts.SelectMany(count => AskedFor(law, count).Prepend(count.OffenceId))).Distinct(StringComparer.Ordinal).ToList();
        var cited = snapshot.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports).Select(tie => tie.Fact).ToHashSet();
        return [.. asked.Concat(snapshot.FactTies.Select(tie => tie.OffenceId)).Distinct(StringComparer.Ordinal)
            .SelectMany(id => CellsOf(snapshot, law, id).Select(cell => cell with
            {
                Aside = snapshot.Counts.Count > 0 && !asked.Contains(id, StringComparer.Ordinal),
                IsCited = cell.Facts.Any(fact => cited.Contains(fact.Id)),
            }))];
    }

    /// <summary>The offences of the case's country that counsel may choose, each in the text that its first count is under, or in that of the day of the case.</summary>
    public static IReadOnlyList<Offence> Offences(CaseSnapshot snapshot, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(law);
        return [.. (law.Of(snapshot.Case.Country)?.TextsOn(id => DaysOf(snapshot, id) is [var day, ..] ? day : null) ?? []).Where(offence => offence.Chargeable)];
    }

    // A count that is never proved without another offence needs the elements of that one too; of several offences that would each do, counsel chooses.
    private static IEnumerable<string> AskedFor(LawPacks law, Count count) =>
        law.OffenceAt(count.OffenceId, count.From) is { IsOk: true } at ? Needed(at.Value.Elements) : [];

    private static IEnumerable<string> Needed(Element element) => element switch
    {
        OffenceElement { OffenceId: not OffenceElement.Same } other => [other.OffenceId],
        Group { Rule: GroupRule.All } all => all.Of.SelectMany(Needed),
        _ => [],
    };

    private static IEnumerable<Cell> CellsOf(CaseSnapshot snapshot, LawPacks law, string id)
    {
        // Counts of one offence may fall under different texts of it: what any of them asks for can be cited into.
        var texts = DaysOf(snapshot, id).Select(day => law.OffenceAt(id, day)).Where(at => at.IsOk).Select(at => at.Value).Distinct().ToList();
        if (texts.Count == 0 && law.Packs.SelectMany(p => p.Offences).Where(o => o.Id == id).MaxBy(o => o.Validity.From) is { } newest)
        {
            texts.Add(newest);
        }

        var citation = string.Join("; ", texts.Select(offence => offence.Citation).Distinct(StringComparer.Ordinal));
        var tied = snapshot.FactTies.Where(tie => tie.OffenceId == id).ToLookup(tie => tie.LeafId, tie => tie.Fact, StringComparer.Ordinal);
        var facts = snapshot.Facts.ToDictionary(fact => fact.Id);
        return texts.SelectMany(offence => offence.Leaves().Where(leaf => leaf.Kind != LeafKind.PleadedOnly).Select(leaf => (offence, leaf))).DistinctBy(pair => pair.leaf.Id).Select(pair => new Cell(
            new ElementRef(id, pair.leaf.Id), citation, pair.leaf.Text, pair.leaf.PerDefendant, pair.offence.Unit == ChargeUnit.PerSurvivorPerDefendant,
            [.. tied[pair.leaf.Id].Distinct().Where(facts.ContainsKey).Select(fact => facts[fact])],
            IsFurther(pair.offence, pair.leaf.Id)));
    }

    private static bool IsFurther(Offence offence, string leaf) =>
        !offence.Elements.WithDescendants().Concat(offence.Conditions).Any(element => element.Id == leaf);

    /// <summary>The law of the act applies: that of each count, else of the first report.</summary>
    private static List<DateOnly> DaysOf(CaseSnapshot snapshot, string id) =>
        snapshot.Counts.Where(c => c.OffenceId == id).OrderBy(c => c.Number).Select(c => c.From).ToList() is { Count: > 0 } days ? days
        : DayOf(snapshot) is { } day ? [day] : [];

    private static DateOnly? DayOf(CaseSnapshot snapshot) => snapshot.Counts.OrderBy(c => c.Number).Select(c => (DateOnly?)c.From).FirstOrDefault() ?? snapshot.Case.TipOn ?? snapshot.Case.Today;
}
