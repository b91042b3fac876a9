using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>What two exhibits have in common, the most telling first: where they share several things, the first is said.</summary>
public enum SharedBy
{
    /// <summary>One of them, or a third, is what both come from or rely on.</summary>
    Exhibit = 0,

    /// <summary>A device, custodian, examiner or other thing that both came through.</summary>
    Foundation,

    /// <summary>They stand in the same file.</summary>
    File,

    /// <summary>What they come from or rely on stands in the same file.</summary>
    FileBehind,

    /// <summary>They are entries of accounts of one holder, in two files.</summary>
    Account,

    /// <summary>One person spoke, gave, kept or examined what both are.</summary>
    Person,

    /// <summary>Somebody who can vouch for both.</summary>
    Voucher,
}

/// <summary>Two exhibits that count as independent sources of one element and have something in common all the same.</summary>
/// <param name="Element">The element.</param>
/// <param name="One">The one with the lower number.</param>
/// <param name="Other">The other.</param>
/// <param name="By">What they have in common.</param>
public sealed record SharedSource(Element Element, Exhibit One, Exhibit Other, SharedBy By)
{
    /// <summary>The foundation that both came through, or that can vouch for both; of a person, the consent or hand-over that let both in. Null for none.</summary>
    public Foundation? Foundation { get; init; }

    /// <summary>The exhibit behind both; one of the two where the other comes from it.</summary>
    public Exhibit? Behind { get; init; }

    /// <summary>The file behind both.</summary>
    public Material? File { get; init; }

    /// <summary>Whose account it is, as the file of the first writes it.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The person behind both.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Through what the person stands behind the first; null for words of theirs, and where <see cref="Foundation"/> says it of both.</summary>
    public Foundation? OneThrough { get; init; }

    /// <summary>Through what the person stands behind the second; likewise.</summary>
    public Foundation? OtherThrough { get; init; }
}

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

        var behind = new Behind(proof);
        var exhibits = proof.Case.Exhibits.Where(exhibit => !proof.Withdrawn.Contains(exhibit.Id)).ToDictionary(exhibit => exhibit.Id);
        var cites = proof.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && exhibits.ContainsKey(tie.Exhibit) && proof.Barred(column, tie) is null)
            .ToLookup(tie => tie.Fact);
        var pairs = new List<SharedSource>();
        foreach (var leaf in column.Law.Value.Leaves())
        {
            List<Behind.Marks> shown = [.. proof.Ties.Where(tie => tie.Column == column.Goal && tie.Leaf.Id == leaf.Id && tie.Outside is null)
                .SelectMany(tie => cites[tie.Tie.Fact].Where(tie.IsShownBy)).Select(cite => exhibits[cite.Exhibit]).DistinctBy(exhibit => exhibit.Id).Where(exhibit => exhibit.Origins.Count > 0).OrderBy(exhibit => exhibit.Number).Select(behind.Of)];
            for (var one = 0; one < shown.Count; one++)
            {
                for (var other = one + 1; other < shown.Count; other++)
                {
                    if (Behind.First(shown[one].Sources, shown[other].Sources) is null && Behind.First(shown[one].Shares, shown[other].Shares) is { } share)
                    {
                        pairs.Add(behind.Told(leaf, shown[one].Exhibit, shown[other].Exhibit, share));
                    }
                }
            }
        }

        return pairs;
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
        var cited = proof.CitedIn(column).Where(cite => cite.Bearing == Bearing.Supports).Select(cite => cite.Exhibit).ToHashSet();
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
