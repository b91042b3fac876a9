using System.Globalization;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>
/// Names of a case's rows in its proof graph. Stable: the same row has the same id in every graph of its case, so that a saved what-if
/// still means the same tomorrow.
/// </summary>
public static class ProofId
{
    /// <summary>A person: what origins, foundations and lists of victims name.</summary>
    public static string Of(PersonId person) => "person:" + person.Value;

    /// <summary>A foundation.</summary>
    public static string Of(FoundationId foundation) => "foundation:" + foundation.Value;

    /// <summary>An exhibit, by its number in the case: "exhibit:14".</summary>
    public static string Of(Exhibit exhibit)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        return string.Create(CultureInfo.InvariantCulture, $"exhibit:{exhibit.Number}");
    }

    /// <summary>A fact.</summary>
    public static string Of(FactId fact) => "fact:" + fact.Value;

    /// <summary>A tie of a fact to an element.</summary>
    public static string Of(FactTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return "tie:" + tie.Id.Value;
    }

    /// <summary>A tie of an exhibit to a fact: a node where it supports, an argument of the defence where it undermines.</summary>
    public static string Of(ExhibitTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return (tie.Bearing == Bearing.Undermines ? "against:" : "cite:") + tie.Id.Value;
    }

    /// <summary>A challenge or an answer.</summary>
    public static string Of(ChallengeId challenge) => "challenge:" + challenge.Value;

    /// <summary>A count, by its number: "count:2". Elements of it stand below: "count:2:us.1589-a.knowingly".</summary>
    public static string Of(Count count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return string.Create(CultureInfo.InvariantCulture, $"count:{count.Number}");
    }

    private static string Body(string name) => string.Concat(FoldedName.WordsOf(name)) is { Length: > 0 } folded ? folded : name.Trim().Replace('/', '-');

    /// <summary>An element or aggravator of a count; the offence itself is the count.</summary>
    public static string Of(string column, string offenceId, string elementId) => elementId == offenceId ? column : column + ":" + elementId;

    /// <summary>
    /// Where information comes from: a person of the case, or a body by name. A body is one whatever the spelling: case, accents, spaces and marks
    /// make no difference.
    /// </summary>
    public static string Of(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return origin.Person is { } person ? Of(person) : "origin:" + Body(origin.Name);
    }
}
