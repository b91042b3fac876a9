using System.IO.Compression;
using Onus.Domain.Evidence;
using Onus.Ingest.Containers;
using Onus.Ingest.Reading;

namespace Onus.Ingest.Chats;

/// <summary>
/// WhatsApp's export with media: a ZIP file with one chat and the files it names. Media become attachments with hash and size; media that no message
/// names, and names that leave the folder, are warnings of the summary.
/// </summary>
public sealed class WhatsAppZip : IEvidenceReader
{
    private static readonly WhatsAppText Text = new();

    /// <inheritdoc/>
    public string Format => "whatsapp-zip";

    /// <inheritdoc/>
    public string Parser => "onus.whatsapp-zip/1";

    /// <inheritdoc/>
    public bool Takes(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!ZipContainer.IsZip(file.Prefix.Span))
        {
            return false;
        }

        try
        {
            using var container = ZipContainer.Open(file);
            return FindChat(container, file) is not null;
        }
        catch (UnreadableException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var container = ZipContainer.Open(file);
            var chat = FindChat(container, file) ?? throw new UnreadableException(Failures.NoKnownStyle);
            if (ZipContainer.LeavesFolder(chat.FullName))
            {
                throw new UnreadableException(Failures.NameLeavesFolder);
            }

            var (hash, length) = container.Hash(chat);
            var inner = new EvidenceFile(file.Name, file.Blob, length, Prefix(container, chat), () => container.Read(chat))
            {
                Chain = [.. file.Chain, new ContainerEntry(chat.FullName, hash)],
            };
            string[] notes = [.. container.Entries.Select(e => e.FullName).Where(ZipContainer.LeavesFolder).Select(name => ReadWarnings.NameLeavesFolder + ":" + name)];
            return WhatsAppText.Read(inner, options, emit, this, new ChatMedia(() => container.HashAllBut(chat), notes));
        }
        catch (UnreadableException e)
        {
            return new ReadSummary(file.Name, file.Blob, Format, Parser, 1, 0, [new Skipped(e.Failure, 1)], [], e.Failure);
        }
    }

    /// <summary>The chat: a text by the name that WhatsApp gives it, else the first text in which messages begin.</summary>
    private static ZipArchiveEntry? FindChat(ZipContainer container, EvidenceFile file)
    {
        var texts = container.Entries
            .Where(e => e.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !e.IsEncrypted)
            .OrderBy(e => e.Name == "_chat.txt" || e.Name.Contains("WhatsApp", StringComparison.Ordinal) ? 0 : 1)
            .Take(100);
        return texts.FirstOrDefault(e => Text.Takes(
            new EvidenceFile(e.Name, file.Blob, 0, Prefix(container, e), () => Stream.Null) { Charset = file.Charset }));
    }

    private static byte[] Prefix(ZipContainer container, ZipArchiveEntry entry)
    {
        var prefix = new byte[EvidenceFile.PrefixLength];
        var length = 0;
        try
        {
            using var stream = container.Read(entry);
            for (int read; length < prefix.Length && (read = stream.Read(prefix.AsSpan(length))) > 0;)
            {
                length += read;
            }
        }
        catch (UnreadableException)
        {
            // Damage is found, and said, when the entry is read; what came before it is enough to know a chat.
        }

        return prefix[..length];
    }
}
