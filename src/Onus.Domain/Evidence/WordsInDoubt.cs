using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>An exhibit that counts as the words of whoever its record names, though its reading doubts that they wrote it.</summary>
/// <param name="Exhibit">The exhibit.</param>
/// <param name="Warnings">Why, as the reader's warnings.</param>
public sealed record WordsInDoubt(ExhibitId Exhibit, IReadOnlyList<string> Warnings)
{
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
