using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Casework.Cases;

/// <summary>What the reading of a file warns of as a whole. Of a form it repeats what was filled in, which may be what a record of the file is withheld for.</summary>
public static class FileWarnings
{
    /// <summary>The warnings as the reader of a case may have them.</summary>
    public static IReadOnlyList<string> Of(Material file, CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(snapshot);
        var all = file.Summary?.Warnings ?? [];
        return snapshot.Withheld.Files.Contains(file.Id) ? [.. all.Where(warning => !Repeats(warning))] : all;
    }

    /// <summary>Whether a file has warnings that repeat what was read in it.</summary>
    internal static bool Repeat(Material file) => file.Summary?.Warnings.Any(Repeats) is true;

    private static bool Repeats(string warning) => warning.StartsWith(ReadWarnings.FormValue + ":", StringComparison.Ordinal);
}
