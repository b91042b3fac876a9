using Onus.Domain.Charges;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>What it asks of a person to take back a citation: whose act it is, and whether they say why.</summary>
/// <param name="IsCounsels">It speaks against a fact. It may have to be disclosed, and a count is contested by it: that it is no longer so is not for whoever builds the case to say.</param>
/// <param name="AsksWhy">It speaks against a fact, or what is cited or shown is marked as helping the defence: what once did does not vanish silently.</param>
public sealed record TakingBack(bool IsCounsels, bool AsksWhy)
{
    /// <summary>What it asks for one citation.</summary>
    /// <param name="cite">The citation.</param>
    /// <param name="fact">The marks of its fact; null where they are not known.</param>
    /// <param name="passage">The marks of the record that its exhibit cites; null where it cites none, or they are not known.</param>
    public static TakingBack Of(ExhibitTie cite, Marks? fact, Marks? passage)
    {
        ArgumentNullException.ThrowIfNull(cite);
        return cite.Bearing == Bearing.Undermines ? new(true, true) : new(false, fact is { HelpsDefence: true } || passage is { HelpsDefence: true });
    }

    /// <summary>Whoever may do this act may take it back.</summary>
    public Act Needs => IsCounsels ? Acts.ChallengeRuled : Acts.CitationTakenBack;
}
