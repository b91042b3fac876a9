using Onus.Content;
using Onus.Domain.Law;

namespace Onus.Casework.Proof;

/// <summary>How an offence is called on pages and papers, also where the pack has no text of it for the day: never by its id.</summary>
public static class OffenceNames
{
    /// <summary>Its title: "Forced labour".</summary>
    /// <param name="law">The law packs.</param>
    /// <param name="offenceId">The offence.</param>
    /// <param name="day">The first day of the count.</param>
    /// <param name="texts">The screen texts.</param>
    public static string Title(this LawPacks law, string offenceId, DateOnly day, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(texts);
        return law.Called(offenceId, day)?.Title ?? texts["law.in-no-pack"];
    }

    /// <summary>How a charge cites it; where the pack has no text for the day, the nearest one, and that it is not of that day.</summary>
    /// <inheritdoc cref="Title"/>
    public static string Citation(this LawPacks law, string offenceId, DateOnly day, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(texts);
        return law.Called(offenceId, day) is not { } called ? texts["law.in-no-pack"]
            : called.Validity.Covers(day) ? called.Citation
            : texts.Format("law.cited-nearest", ("citation", called.Citation), ("day", day));
    }
}
