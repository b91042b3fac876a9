using Onus.Casework.Evidence;
using Onus.Domain.Evidence;

namespace Onus.Casework.Tests;

/// <summary>The command that changes nothing of an exhibit of the seeded case: a test says only what it changes.</summary>
internal static class ExhibitAsItIs
{
    internal static EditExhibit.Command Unchanged(Exhibit exhibit) => new()
    {
        Case = "ORCHARD",
        Number = exhibit.Number,
        Version = exhibit.Version,
        Title = exhibit.Title,
        Origins = exhibit.Origins,
        WordsConfirmed = exhibit.WordsConfirmed,
        Legal = exhibit.Legal,
        LegalAny = exhibit.LegalAny,
        Factual = exhibit.Factual,
        VouchedBy = exhibit.VouchedBy,
        DerivedFrom = exhibit.DerivedFrom,
        ReliesOn = exhibit.ReliesOn,
        Grounds = exhibit.Grounds,
        OnlyAgainst = exhibit.OnlyAgainst,
        OnlyFor = exhibit.OnlyFor,
        Purpose = exhibit.Purpose,
    };
}
