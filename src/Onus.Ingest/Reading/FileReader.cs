using Onus.Domain.Evidence;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Reading;

/// <summary>Reads one file as the format that takes it. Every way of not being able to ends in a summary.</summary>
public static class FileReader
{
    private static readonly byte[][] EncryptedBeginnings =
    [
        [.. "age-encryption.org/v1"u8], [.. "-----BEGIN AGE ENCRYPTED FILE-----"u8], [.. "-----BEGIN PGP MESSAGE-----"u8], [.. "Salted__"u8],
    ];

    /// <summary>Reads a file on disk.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The name it came with; null for the last part of the path.</param>
    /// <param name="options">What people decided.</param>
    /// <param name="emit">Gets every record in the order of the source.</param>
    public static ReadSummary Read(string path, string? name, ReadOptions options, Action<EvidenceRecord> emit)
    {
        EvidenceFile file;
        try
        {
            file = EvidenceFile.At(path, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return NotOpened(name ?? Path.GetFileName(path));
        }

        return Read(file, options, emit);
    }

    /// <summary>Reads an opened file.</summary>
    public static ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        if (file.Length == 0)
        {
            return new ReadSummary(file.Name, file.Blob, null, null, 1, 0, [new Skipped(SkipReasons.EmptyFile, 1)], []);
        }

        if (EncryptedBeginnings.Any(beginning => file.Prefix.Span.StartsWith(beginning)))
        {
            return Unusable(file, Failures.Encrypted);
        }

        var known = file with { Charset = options.Charset, HasProfile = options.Profile is not null };
        var format = Formats.Of(known, options);
        return format is not null
            ? WithName(format, format.Read(known, options, emit), known).WithFamily()
            : Unusable(file, ZipContainer.WhyUnreadable(file) ?? Failures.NoKnownStyle);
    }

    private static ReadSummary WithName(IFormat format, ReadSummary summary, EvidenceFile file) =>
        NamedOtherwise.Warning(file, format.NamedAs(file)) is { } warning ? summary with { Warnings = [warning, .. summary.Warnings] } : summary;

    /// <summary>The summary of a file that could not be opened.</summary>
    public static ReadSummary NotOpened(string name) => new(name, null, null, null, 0, 0, [], [], Failures.CannotOpen);

    private static ReadSummary Unusable(EvidenceFile file, string failure) =>
        new(file.Name, file.Blob, null, null, 1, 0, [new Skipped(failure, 1)], [], failure);
}
