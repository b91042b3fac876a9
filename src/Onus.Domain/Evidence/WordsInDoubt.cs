using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// An exhibit that counts as the words of whoever its record names, though its reading doubts that they wrote it; or a passage of a paper that counts as the words of
/// whoever gave it, though it stands under another's name there.
/// </summary>
/// <param name="Exhibit">The exhibit.</param>
/// <param name="Warnings">Why, as the reader's warnings.</param>
public sealed record WordsInDoubt(ExhibitId Exhibit, IReadOnlyList<string> Warnings)
{
    /// <summary>The survivors whose words it may be; it is not counted as independent of them. None where a record names its sender.</summary>
    public IReadOnlyList<PersonId> MayBe { get; init; } = [];

    /// <summary>Whether it is a passage of a paper, which names nobody for each line.</summary>
    public bool IsOfPaper => Warnings.Contains(SpokenLines.Warning, StringComparer.Ordinal);

    /// <summary>The doubt about a passage of a paper; null where there is none, and where somebody confirmed that they are the giver's or said that they are another's.</summary>
    /// <param name="exhibit">The exhibit.</param>
    /// <param name="file">Its file.</param>
    /// <param name="lines">What of it stands under another's name.</param>
    /// <param name="people">The people of the case.</param>
    public static WordsInDoubt? Of(Exhibit exhibit, Material file, SpokenLines? lines, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        return lines is not null && !exhibit.WordsConfirmed && exhibit.Origins is [var giver] && giver == FoundationRules.OriginOf(file, null, people)
            ? new(exhibit.Id, [SpokenLines.Warning]) { MayBe = lines.MayBeOf(people) }
            : null;
    }

    /// <summary>The doubt about an exhibit; null where there is none, and where somebody confirmed whose words they are or said that they are another's.</summary>
    /// <param name="exhibit">The exhibit.</param>
    /// <param name="file">Its file.</param>
    /// <param name="sender">Whom its record names.</param>
    /// <param name="warnings">Those warnings of its record that doubt who wrote it.</param>
    /// <param name="people">The people of the case.</param>
    public static WordsInDoubt? Of(Exhibit exhibit, Material file, string? sender, IReadOnlyList<string> warnings, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(warnings);
        return warnings.Count > 0 && !exhibit.WordsConfirmed && sender is not null && exhibit.Origins.Contains(FoundationRules.OriginOf(file, sender, people)) ? new WordsInDoubt(exhibit.Id, warnings) : null;
    }
}
