using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// The ways on which the bytes of a file were obtained. Where they came twice, each way is enough to admit them: a paper found in a search and also given
/// by its owner does not stand on the consent alone.
/// </summary>
public static class SecondWay
{
    /// <summary>How the file was obtained, the first way first, each once; empty where nobody has said.</summary>
    public static IReadOnlyList<FoundationId> Of(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. new[] { file.Obtained }.Concat(file.AlsoReceived.Select(also => also.Obtained)).OfType<FoundationId>().Distinct()];
    }

    /// <summary>
    /// The exhibit with every way of its file as an alternative, where it stands on the first of them; null where it does not, or has them already. What it
    /// needs besides stays needed.
    /// </summary>
    /// <param name="exhibit">An exhibit out of the file.</param>
    /// <param name="file">The file.</param>
    public static Exhibit? On(Exhibit exhibit, Material file)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        var ways = Of(file);
        if (ways.Count < 2 || file.Obtained is not { } first)
        {
            return null;
        }

        // Alternatives that somebody gave it for other reasons are a question of their own: both must hold then, which two lists of ways cannot say.
        return exhibit.LegalAny.Count == 0 && exhibit.Legal.Contains(first)
            ? exhibit with { Legal = [.. exhibit.Legal.Where(id => id != first)], LegalAny = [.. ways.Select(way => new[] { way })] }
            : exhibit.LegalAny.Any(way => way is [var only] && only == first) && ways.Any(way => !exhibit.LegalAny.Any(list => list is [var known] && known == way))
                ? exhibit with { LegalAny = [.. exhibit.LegalAny, .. ways.Where(way => !exhibit.LegalAny.Any(list => list is [var known] && known == way)).Select(way => new[] { way })] }
                : null;
    }
}
