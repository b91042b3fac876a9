using System.Globalization;
using System.IO.Compression;
using Onus.Domain.Evidence;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Chats;

/// <summary>
/// WhatsApp's export with media: a ZIP file with one chat and the files it names. Media become attachments with hash and size; media that no message
/// names, and names that leave the folder, are warnings of the summary. A second chat is not read: it is counted as skipped.
/// </summary>
public sealed class WhatsAppZip : IFormat
{
    private static readonly WhatsAppText Text = new();

    // What WhatsApp sends as media and contacts. Documents are of any kind, and are known by being named.
    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".mp4", ".mov", ".3gp", ".m4v", ".opus", ".ogg", ".oga", ".mp3", ".m4a", ".aac", ".amr", ".wav", ".vcf", ".was",
    };

    /// <inheritdoc/>
    public string Format => "whatsapp-zip";

    /// <inheritdoc/>
    public string Parser => "onus.whatsapp-zip/5";

    /// <inheritdoc/>
    public Family Family => Families.Conversation;

    /// <inheritdoc/>
    public string NamedAs(EvidenceFile file) => "zip";

    /// <inheritdoc/>
    public bool IsWhole(EvidenceFile file) => IsOneExport(file);

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
            return Chats(container, file).Any();
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
            var chats = Chats(container, file).ToList();
            var chat = chats.Count > 0 ? chats[0] : throw new UnreadableException(Failures.NoKnownStyle);
            if (ZipContainer.LeavesFolder(chat.FullName))
            {
                throw new UnreadableException(Failures.NameLeavesFolder);
            }

            var (hash, length) = container.Hash(chat);
            var inner = new EvidenceFile(file.Name, file.Blob, length, Prefix(container, chat), () => container.Read(chat))
            {
                Chain = [.. file.Chain, ContainerEntry.InZip(chat.FullName, hash)],
            };
            var ofMac = container.Entries.Count(e => ZipContainer.IsOfMac(e.FullName));
            string[] notes =
            [
                .. container.Entries.Select(e => e.FullName).Where(ZipContainer.LeavesFolder).Select(name => ReadWarnings.NameLeavesFolder + ":" + name),
                .. ofMac > 0 ? [ReadWarnings.FilesOfMac + ":" + ofMac.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            ];
            var summary = WhatsAppText.Read(inner, options, emit, this, new ChatMedia(() => container.HashAllBut(chat), notes));
            return chats.Count == 1 ? summary : summary with
            {
                Seen = summary.Seen + chats.Count - 1,
                Skipped = [.. summary.Skipped, new Skipped(SkipReasons.AnotherChat, chats.Count - 1)],
            };
        }
        catch (UnreadableException e)
        {
            return new ReadSummary(file.Name, file.Blob, Format, Parser, 1, 0, [new Skipped(e.Failure, 1)], [], e.Failure);
        }
    }

    /// <summary>
    /// Whether a ZIP file is one export and nothing else: its only text is the chat, and all else lies in the chat's own folder and is media, by its kind
    /// or because a message names it. Any other ZIP file with a chat in it is a folder that holds, among other things, a chat.
    /// </summary>
    /// <exception cref="UnreadableException">It is damaged, or no ZIP file.</exception>
    public static bool IsOneExport(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var container = ZipContainer.Open(file);
        if (container.Entries.Count(IsText) != 1 || Chats(container, file).FirstOrDefault() is not { } chat)
        {
            return false;
        }

        var others = container.Entries.Where(e => e != chat && !ZipContainer.IsOfMac(e.FullName)).ToList();
        if (others.Any(e => FolderOf(e) != FolderOf(chat)))
        {
            return false;
        }

        var inDoubt = others.Where(e => !Media.Contains(Path.GetExtension(e.Name))).Select(e => LetterForms.Apart(e.Name)).ToHashSet(StringComparer.Ordinal);
        try
        {
            return inDoubt.Count == 0 || inDoubt.IsSubsetOf(Named(container, chat, file, inDoubt));
        }
        catch (UnreadableException)
        {
            // A damaged chat names nothing: its neighbours are looked at one by one.
            return false;
        }
    }

    /// <summary>The names of files that the lines of a chat state.</summary>
    private static IEnumerable<string> Named(ZipContainer container, ZipArchiveEntry chat, EvidenceFile file, HashSet<string> looked)
    {
        var inner = new EvidenceFile(chat.Name, file.Blob, 0, Prefix(container, chat), () => Stream.Null) { Charset = file.Charset };
        var charset = TextCharset.ToLookAt(inner);
        using var stream = container.Read(chat);
        var lines = new ByteLines(stream, charset, WhatsAppText.LongestMessage);
        var decoder = new LineDecoder(charset);
        while (lines.Next())
        {
            var line = decoder.Whole(lines.Content);
            var text = ChatHeader.TryRead(line, out var header) ? line[header.Rest..] : line;
            foreach (var name in WhatsAppPhrases.Files(text[(text.IndexOf(": ") is >= 0 and var colon ? colon + 2 : 0)..].ToString(), name => looked.Contains(LetterForms.Apart(name))))
            {
                yield return LetterForms.Apart(name);
            }
        }
    }

    /// <summary>The chats, first those by the name that WhatsApp gives them, then other texts in which messages begin.</summary>
    private static IEnumerable<ZipArchiveEntry> Chats(ZipContainer container, EvidenceFile file) => container.Entries
        .Where(e => IsText(e) && !e.IsEncrypted)
        .OrderBy(e => e.Name == "_chat.txt" || e.Name.Contains("WhatsApp", StringComparison.Ordinal) ? 0 : 1)
        .Take(100)
        .Where(e => Text.Takes(new EvidenceFile(e.Name, file.Blob, 0, Prefix(container, e), () => Stream.Null) { Charset = file.Charset }));

    private static bool IsText(ZipArchiveEntry entry) => entry.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !ZipContainer.IsOfMac(entry.FullName);

    private static string FolderOf(ZipArchiveEntry entry) => entry.FullName[..(entry.FullName.LastIndexOfAny(['/', '\\']) + 1)];

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
