using Onus.Domain.Evidence;
using Onus.Ingest.Calls;
using Onus.Ingest.Chats;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;
using Onus.Ingest.Images;
using Onus.Ingest.Mt940;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Reading;

/// <summary>The formats.</summary>
public static class Formats
{
    /// <summary>All of them, in the order in which they are asked: the first that takes a file reads it.</summary>
    public static IReadOnlyList<IFormat> All { get; } =
    [
        new PdfReader(),
        new ImageReader(),
        new WhatsAppZip(),
        new DocxReader(),
        new WhatsAppText(),
        new Mt940Format(),
        new CallsTable(),
        new BankCsv(),
    ];

    /// <summary>The kinds of container through which citations go.</summary>
    internal static IReadOnlyList<IContainer> Containers { get; } = [new ZipEntries()];

    /// <summary>Those by which places are looked up, by their type.</summary>
    internal static IReadOnlyDictionary<Type, IPlaces> Places { get; } = All.SelectMany(format => format.Places).ToDictionary(places => places.Of);

    /// <summary>Words by which people call folders of files of some format, beside whose they are.</summary>
    public static IReadOnlySet<string> FolderWords { get; } = All.SelectMany(format => format.FolderWords).ToHashSet(StringComparer.Ordinal);

    /// <summary>A format by its name; null for none.</summary>
    public static IFormat? Named(string? name) => All.FirstOrDefault(format => format.Format == name);

    /// <summary>The format of a file: the first that takes it, else one that a person's decisions ask for.</summary>
    internal static IFormat? Of(EvidenceFile file, ReadOptions options) =>
        All.FirstOrDefault(format => format.Takes(file)) ?? All.FirstOrDefault(format => format.IsAskedFor(file, options));

    /// <summary>The hash of what stands at a place that is no range of bytes; null where the file has no such place. Opens the file here: for files of our own only.</summary>
    public static Sha256? SliceOf(EvidenceFile file, Position at) => Places.GetValueOrDefault(at?.GetType() ?? typeof(Position))?.Slice(file, at!);

    /// <summary>A summary with the family of its format.</summary>
    internal static ReadSummary WithFamily(this ReadSummary summary) => summary with { Family = Named(summary.Format)?.Family.Name };
}
