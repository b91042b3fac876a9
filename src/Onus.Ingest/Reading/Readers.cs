using Onus.Ingest.Chats;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;
using Onus.Ingest.Images;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Reading;

/// <summary>The readers, in the order in which they are asked.</summary>
public static class Readers
{
    /// <summary>All of them. The first that takes a file reads it.</summary>
    public static IReadOnlyList<IEvidenceReader> All { get; } =
    [
        new PdfReader(),
        new ImageReader(),
        new WhatsAppZip(),
        new DocxReader(),
        new WhatsAppText(),
        new PdfReader(),
        new DocxReader(),
        new ImageReader(),
        new BankCsv(),
    ];
}
