using System.Globalization;
using System.IO.Compression;
using Onus.Domain.Evidence;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Chats;

/// <summary>
/// WhatsApp's export with media: a ZIP file with one chat and the files it names. Media become attachments with hash and size; recordings and contacts that no
/// message names, and names that leave the folder, are warnings of the summary. Whatever else no message names is no part of the chat: it is taken out as a file of
/// its own when the ZIP file is handed in, and here it is named and counted as skipped, as a second chat is.
/// </summary>
public sealed class WhatsAppZip : IFormat
{
    private static readonly WhatsAppText Text = new();

    // What WhatsApp sends besides documents, which are of any kind and are known by being named.
    private static readonly HashSet<string> Pictures = new([".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic"], StringComparer.OrdinalIgnoreCase);

    // What is of no use without the message that sent it: no reader looks into it.
    private static readonly HashSet<string> Recordings = new(
        [".mp4", ".mov", ".3gp", ".m4v", ".opus", ".ogg", ".oga", ".mp3", ".m4a", ".aac", ".amr", ".wav", ".vcf", ".was"], StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Format => "whatsapp-zip";

    /// <inheritdoc/>
    public string Parser => "onus.whatsapp-zip/6";

    /// <inheritdoc/>
    public Family Family => Families.Conversation;

    /// <inheritdoc/>
    public string NamedAs(EvidenceFile file) => "zip";

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
            var beside = 0;
            var summary = WhatsAppText.Read(inner, options, emit, this, new ChatMedia(() => container.HashAllBut(chat), notes, Unnamed));
            return summary with
            {
                Seen = summary.Seen + chats.Count - 1 + beside,
                Skipped =
                [
                    .. summary.Skipped,
                    .. chats.Count > 1 ? [new Skipped(SkipReasons.AnotherChat, chats.Count - 1)] : Array.Empty<Skipped>(),
                    .. beside > 0 ? [new Skipped(SkipReasons.BesideChat, beside)] : Array.Empty<Skipped>(),
                ],
            };

            IEnumerable<string> Unnamed(IReadOnlySet<string> named)
            {
                var all = container.Entries.Where(e => !chats.Contains(e) && !named.Contains(LetterForms.Apart(e.Name)) && IsGiven(e)).OrderBy(e => e.FullName, StringComparer.Ordinal).ToLookup(e => IsRecording(e, chat));
                beside = all[false].Count();
                return all[false].Select(e => ReadWarnings.BesideChat + ":" + e.FullName).Concat(all[true].Select(e => ReadWarnings.MediaUnreferenced + ":" + e.Name));
            }
        }
        catch (UnreadableException e)
        {
            return new ReadSummary(file.Name, file.Blob, Format, Parser, 1, 0, [new Skipped(e.Failure, 1)], [], e.Failure);
        }
    }

    /// <summary>
    /// A ZIP file with one chat is that chat's export, and what no message names lies beside it, but for recordings and contacts in the chat's own folder. One that holds
    /// two chats is a folder. Where a person says that it is one, it is an export only where its only text is the chat, and all else lies in the chat's own folder and
    /// is media, by its kind or because a message names it.
    /// </summary>
    /// <inheritdoc/>
    public ContainerParts? PartsOf(EvidenceFile file, bool isFolder)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var container = ZipContainer.Open(file);
        var chats = Chats(container, file).ToList();
        if (chats is not [var chat])
        {
            return chats.Count > 1 ? ContainerParts.Folder : null;
        }

        var others = container.Entries.Where(e => e != chat && !ZipContainer.IsOfMac(e.FullName)).ToList();
        if (isFolder && others.Exists(e => IsText(e) || FolderOf(e) != FolderOf(chat)))
        {
            return ContainerParts.Folder;
        }

        var inDoubt = others.Where(e => IsGiven(e) && !IsRecording(e, chat)).ToList();
        try
        {
            var named = inDoubt.Count == 0 ? [] : Named(container, chat, file, inDoubt.Select(e => LetterForms.Apart(e.Name)).ToHashSet(StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
            var beside = inDoubt.Where(e => !named.Contains(LetterForms.Apart(e.Name))).ToList();
            return isFolder && beside.Exists(e => !Pictures.Contains(Path.GetExtension(e.Name)))
                ? ContainerParts.Folder
                : new(false, beside.Select(e => e.FullName).ToHashSet(StringComparer.Ordinal));
        }
        catch (UnreadableException) when (isFolder)
        {
            // A damaged chat names nothing: its neighbours are looked at one by one.
            return ContainerParts.Folder;
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

    // What a Mac writes for itself was given by nobody, and a name that leaves the folder is refused with a warning of its own.
    private static bool IsGiven(ZipArchiveEntry entry) => !ZipContainer.IsOfMac(entry.FullName) && !ZipContainer.LeavesFolder(entry.FullName);

    private static bool IsRecording(ZipArchiveEntry entry, ZipArchiveEntry chat) => Recordings.Contains(Path.GetExtension(entry.Name)) && FolderOf(entry) == FolderOf(chat);

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
