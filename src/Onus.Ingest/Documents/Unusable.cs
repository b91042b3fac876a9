using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Documents;

/// <summary>Totals that always add up, also where nothing could be read.</summary>
internal static class Unusable
{
    /// <summary>The summary of a file that gave no record. The file itself counts as one element where its elements are unknown.</summary>
    public static ReadSummary Summary(IFormat reader, EvidenceFile file, string failure, long seen = 1) =>
        new(file.Name, file.Blob, reader.Format, reader.Parser, seen, 0, [new Skipped(failure, seen)], [], failure);

    /// <summary>The elements that did not become records; none where none.</summary>
    public static IReadOnlyList<Skipped> Skips(string reason, long count) => count == 0 ? [] : [new Skipped(reason, count)];
}
