using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Casework.Cases;

/// <summary>Files that lie in a container beside what it is read as: taken out when it was handed in, and still in it alone where it was handed in before that was done.</summary>
public static class TakenOut
{
    /// <summary>The file that such an entry became.</summary>
    /// <param name="container">The container.</param>
    /// <param name="warning">The warning that the entry lies beside what the container is read as.</param>
    /// <param name="materials">The files of the case.</param>
    /// <returns>Null where it became none, or for another warning.</returns>
    public static Material? Of(Material container, string warning, IEnumerable<Material> materials)
    {
        ArgumentNullException.ThrowIfNull(container);
        ArgumentNullException.ThrowIfNull(warning);
        if (!IsBeside(warning))
        {
            return null;
        }

        var inside = "/" + warning[(ReadWarnings.BesideChat.Length + 1)..];
        var names = NamesOf(container).Select(name => PlainName.Of(name + inside)).ToHashSet(StringComparer.Ordinal);
        return materials.FirstOrDefault(file => NamesOf(file).Any(names.Contains));
    }

    /// <summary>Whether any of some files was taken out of a container: it has the name of the container before its own.</summary>
    public static bool Any(Material container, IEnumerable<Material> files)
    {
        ArgumentNullException.ThrowIfNull(container);
        var inside = NamesOf(container).Select(name => PlainName.Of(name) + "/").ToList();
        return files.Any(file => NamesOf(file).Any(name => inside.Exists(start => PlainName.Of(name).StartsWith(start, StringComparison.Ordinal))));
    }

    /// <summary>How many entries of a container are read neither with it nor as files of their own.</summary>
    public static long Left(Material container, IReadOnlyCollection<Material> materials)
    {
        ArgumentNullException.ThrowIfNull(container);
        return container.Summary is not { } summary ? 0
            : summary.Skipped.Where(skipped => skipped.Reason == SkipReasons.BesideChat).Sum(skipped => skipped.Count)
                - summary.Warnings.Count(warning => IsBeside(warning) && Of(container, warning, materials) is not null);
    }

    private static bool IsBeside(string warning) => warning.StartsWith(ReadWarnings.BesideChat + ":", StringComparison.Ordinal);

    // The same bytes under another name are one file.
    private static IEnumerable<string> NamesOf(Material file) => file.AlsoReceived.Select(also => also.Name).Prepend(file.Name);
}
