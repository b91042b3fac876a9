using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Web.Citing;

/// <summary>What a passage was cited for, as the form of the next one ticks it again.</summary>
/// <param name="Cells">The elements.</param>
/// <param name="About">About whom.</param>
/// <param name="By">By whom; null where no element asks for it, so that what is tied for every defendant never ticks every defendant.</param>
internal sealed record CiteAgain(IReadOnlyList<string> Cells, IReadOnlyList<string> About, IReadOnlyList<string>? By)
{
    /// <summary>What a fact is tied to. Where it is tied for several people apart, only those of every tie are ticked: nobody comes to an element by another.</summary>
    internal static CiteAgain Of(CaseSnapshot snapshot, LawPacks law, FactId fact)
    {
        // Whoever was named with what was taken back is not ticked once more.
        var names = new StandingNames(snapshot.ExhibitTies, snapshot.Challenges);
        var ties = snapshot.FactTies.Where(tie => tie.Fact == fact).Select(tie => names.Of(tie) is var left ? tie with { Survivors = left.Survivors, Defendants = left.Defendants } : tie).ToList();
        if (ties.Count == 0)
        {
            return new([CitePage.FactOnly], [], null);
        }

        var own = ties.Where(tie => law.Packs.SelectMany(pack => pack.Offences).Any(offence => offence.Id == tie.OffenceId && offence.Find(tie.LeafId) is Leaf { PerDefendant: true })).ToList();
        return new([.. ties.Select(tie => $"{tie.OffenceId}|{tie.LeafId}").Distinct()], Common(ties.Select(tie => tie.Survivors)), own.Count == 0 ? null : Common(own.Select(tie => tie.Defendants)));
    }

    private static List<string> Common(IEnumerable<IReadOnlyList<PersonId>> people) =>
        [.. people.Aggregate((some, others) => [.. some.Intersect(others)]).Select(person => person.Value.ToString())];
}
