using Onus.Domain.Evidence;

namespace Onus.Ingest.Contract;

/// <summary>
/// A format: how its files are known, read and looked up again. All of it is asked in the reading process only, but for its name and family. A format never guesses:
/// what the file does not state, a person decides.
/// </summary>
public interface IFormat
{
    /// <summary>Its name, for example <c>bank-csv</c>. Never changes.</summary>
    string Format { get; }

    /// <summary>Name and version of what reads it, for example <c>onus.bank-csv/1</c>. A change of output raises the version.</summary>
    string Parser { get; }

    /// <summary>What its files are to whoever works with them.</summary>
    Family Family { get; }

    /// <summary>What its own warnings mean, by their code. Those that several formats share stand in <c>WarningGroups</c>.</summary>
    IReadOnlyDictionary<string, WarningGroup> Warnings => EmptyWarnings;

    /// <summary>Words by which people call a folder of its files, beside whose they are.</summary>
    IReadOnlyList<string> FolderWords => [];

    /// <summary>The places at which its records stand. Ranges of bytes need none.</summary>
    IReadOnlyList<IPlaces> Places => [];

    /// <summary>Whether the file is of this format, from its first bytes and, as a weak hint, its name. Never throws on hostile bytes.</summary>
    bool Takes(EvidenceFile file);

    /// <summary>Whether what a person decided says that the file is of this format, where its bytes alone do not.</summary>
    bool IsAskedFor(EvidenceFile file, ReadOptions options) => false;

    /// <summary>What a container is to this format: one file of it, one with other files beside it, or a folder.</summary>
    /// <param name="file">The container.</param>
    /// <param name="isFolder">Whether a person said that it stands for a folder.</param>
    /// <returns>Null where it says nothing of this format.</returns>
    /// <exception cref="Containers.UnreadableException">The container is damaged.</exception>
    ContainerParts? PartsOf(EvidenceFile file, bool isFolder) => null;

    /// <summary>The kind that the ending of its name should tell: <c>text</c>, <c>zip</c>, <c>jpeg</c>.</summary>
    string NamedAs(EvidenceFile file) => Format;

    /// <summary>
    /// Reads the file and hands every record to <paramref name="emit"/> in the order of the source.
    /// Where a decision is missing or contradicted, nothing is emitted and the summary says what to decide.
    /// Memory does not grow with the length of the file.
    /// </summary>
    ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit);

    /// <summary>The layout of a page for a viewer, as JSON of <c>PageLayout</c>; null where the format has no pages, or the file no such page.</summary>
    string? Drawing(EvidenceFile file, int page) => null;

    private static readonly IReadOnlyDictionary<string, WarningGroup> EmptyWarnings = new Dictionary<string, WarningGroup>(StringComparer.Ordinal);
}

/// <summary>How places of some kinds are looked up in a file.</summary>
public interface IPlaces
{
    /// <summary>The type of these places.</summary>
    Type Of { get; }

    /// <summary>The hash of what stands at a place; null where the file cannot be read or has no such place. Never throws on hostile bytes.</summary>
    Sha256? Slice(EvidenceFile file, Position at);
}

/// <summary>Places of one kind.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="slice">See <see cref="IPlaces.Slice"/>.</param>
public sealed class Places<T>(Func<EvidenceFile, T, Sha256?> slice) : IPlaces
    where T : Position
{
    /// <inheritdoc/>
    public Type Of => typeof(T);

    /// <inheritdoc/>
    public Sha256? Slice(EvidenceFile file, Position at) => slice(file, (T)at);
}
