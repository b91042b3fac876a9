using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>Two exhibits that count as independent sources of one element and have something in common all the same.</summary>
/// <param name="Element">The element.</param>
/// <param name="One">The one with the lower number.</param>
/// <param name="Other">The other.</param>
/// <param name="Foundation">The device, custodian, examiner or other thing that both came through; null where they stand in the same file.</param>
public sealed record SharedSource(Element Element, Exhibit One, Exhibit Other, Foundation? Foundation);

/// <summary>
/// What should make a person look again before they call sources independent. Origins are what somebody entered; a phone, an account or a file that
/// two of them share is a fact. Nothing is decided by it.
/// </summary>
public static class SharedSources
{
    /// <summary>The pairs of one count, in the order of the law; at most one for two exhibits of an element. Quadratic in the exhibits of an element.</summary>
    public static IReadOnlyList<SharedSource> Of(CaseProof proof, ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(column);
        if (!column.Law.IsOk)
        {
            return [];
        }

        var foundations = proof.Case.Foundations.ToDictionary(foundation => foundation.Id);
        var exhibits = proof.Case.Exhibits.ToDictionary(exhibit => exhibit.Id);
        var cites = proof.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && exhibits.ContainsKey(tie.Exhibit)).ToLookup(tie => tie.Fact, tie => exhibits[tie.Exhibit]);
        return [.. column.Law.Value.Leaves().SelectMany(leaf =>
        {
            List<Exhibit> shown = [.. proof.Ties.Where(tie => tie.Column == column.Goal && tie.Leaf.Id == leaf.Id && tie.Outside is null)
                .SelectMany(tie => cites[tie.Tie.Fact]).DistinctBy(exhibit => exhibit.Id).OrderBy(exhibit => exhibit.Number)];
            return shown.SelectMany((one, at) => shown.Skip(at + 1).Select(other => Shared(leaf, one, other))).OfType<SharedSource>();
        })];

        SharedSource? Shared(Leaf leaf, Exhibit one, Exhibit other)
        {
            if (one.Origins.Count == 0 || other.Origins.Count == 0 || proof.SourcesOf(one).Intersect(proof.SourcesOf(other), StringComparer.Ordinal).Any())
            {
                return null;
            }

            var common = one.Factual.Intersect(other.Factual).Select(id => foundations.GetValueOrDefault(id))
                .FirstOrDefault(foundation => foundation is { Kind: not FoundationKind.Interpreter });
            return common is not null ? new SharedSource(leaf, one, other, common)
                : one.Material is { } file && file == other.Material ? new SharedSource(leaf, one, other, null)
                : null;
        }
    }

    /// <summary>
    /// Exhibits of a count that are the words of other defendants alone, and of which nobody has said against whom they may be used. What one defendant
    /// said is often no evidence against another; which law asks what is for counsel. By the speaker, then by number.
    /// </summary>
    public static IReadOnlyList<(PersonId Speaker, IReadOnlyList<Exhibit> Exhibits)> WordsOfOthers(CaseProof proof, ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(column);
        var others = proof.Case.People.Where(person => person.Is(PersonRole.Defendant) && person.Id != column.Defendant).ToDictionary(person => ProofId.Of(person.Id), person => person.Id, StringComparer.Ordinal);
        var facts = proof.UsedBy(column).Where(tie => tie.Outside is null).Select(tie => tie.Tie.Fact).ToHashSet();
        var cited = proof.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && facts.Contains(tie.Fact)).Select(tie => tie.Exhibit).ToHashSet();
        return [.. proof.Case.Exhibits
            .Where(exhibit => cited.Contains(exhibit.Id) && !proof.Withdrawn.Contains(exhibit.Id) && exhibit.OnlyAgainst.Count == 0 && exhibit.Origins.Count > 0
                && exhibit.Origins.All(origin => others.ContainsKey(proof.OriginOf(origin))))
            .OrderBy(exhibit => exhibit.Number)
            .GroupBy(exhibit => others[proof.OriginOf(exhibit.Origins[0])])
            .OrderBy(group => group.First().Number)
            .Select(group => (group.Key, (IReadOnlyList<Exhibit>)[.. group]))];
    }

    /// <summary>Facts of a count that say several things at once and are tied to several elements: each should be shown by itself.</summary>
    public static IReadOnlyList<Fact> Compound(CaseProof proof, ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(column);
        return [.. proof.Ties.Where(tie => tie.Column == column.Goal).GroupBy(tie => tie.Tie.Fact)
            .Where(ties => ties.Select(tie => tie.Leaf.Id).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(ties => proof.Facts[ties.Key])
            .Where(fact => fact.Sentence.Contains(';', StringComparison.Ordinal) || fact.Sentence.TrimEnd('.', ' ').Contains(". ", StringComparison.Ordinal))];
    }
}
