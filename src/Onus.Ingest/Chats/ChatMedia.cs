using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Chats;

/// <summary>The media that came with a chat: looked up by the name that a message states.</summary>
internal sealed class ChatMedia
{
    private const int MostWarnings = 200;
    private readonly Func<IReadOnlyList<Attachment>> load;
    private readonly IReadOnlyList<string> notes;
    private readonly Func<IReadOnlySet<string>, IEnumerable<string>> unnamed;
    private readonly Dictionary<string, Attachment> byName = new(StringComparer.Ordinal);
    private readonly List<(string Name, Attachment File)> doubled = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>Media that are hashed only when the chat can be read.</summary>
    /// <param name="load">Hashes them; called once, before the first message is emitted.</param>
    /// <param name="notes">Warnings about the container.</param>
    /// <param name="unnamed">Warnings of what no message names, when the names that messages state are known, their letters and marks apart.</param>
    public ChatMedia(Func<IReadOnlyList<Attachment>> load, IReadOnlyList<string> notes, Func<IReadOnlySet<string>, IEnumerable<string>> unnamed)
    {
        this.load = load;
        this.notes = notes;
        this.unnamed = unnamed;
    }

    /// <summary>A chat that came alone.</summary>
    public static ChatMedia None => new(() => [], [], _ => []);

    /// <summary>Hashes the media.</summary>
    public void Load()
    {
        foreach (var attachment in load())
        {
            var name = LetterForms.Apart(attachment.Name);
            if (!byName.TryAdd(name, attachment) && byName[name].Sha256 != attachment.Sha256)
            {
                doubled.Add((name, attachment));
            }
        }
    }

    /// <summary>
    /// The files that a message names, by the names that it states; what did not come with the chat has neither hash nor size, and a warning. Names are the
    /// same whichever way their letters and marks are joined.
    /// </summary>
    public IReadOnlyList<Attachment> Attachments(string text, List<string> warnings)
    {
        var attachments = new List<Attachment>();
        foreach (var name in WhatsAppPhrases.Files(text, byName.Count > 0 ? name => byName.ContainsKey(LetterForms.Apart(name)) : null))
        {
            if (byName.TryGetValue(LetterForms.Apart(name), out var found))
            {
                named.Add(LetterForms.Apart(name));
                attachments.Add(found with { Name = name });
                // Which of them the message sent nobody knows but who packed them.
                var others = doubled.Where(other => other.Name == LetterForms.Apart(name)).Select(other => other.File with { Name = name }).ToList();
                attachments.AddRange(others);
                if (others.Count > 0)
                {
                    warnings.Add(ReadWarnings.AttachmentDoubled + ":" + name);
                }
            }
            else
            {
                warnings.Add(ReadWarnings.AttachmentMissing + ":" + name);
                attachments.Add(new Attachment(name, null, null));
            }
        }

        return attachments;
    }

    /// <summary>What a person should know about the container, among it what no message names.</summary>
    public IReadOnlyList<string> Warnings()
    {
        var twice = doubled.Where(other => named.Contains(other.Name)).Select(other => other.File.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => ReadWarnings.AttachmentDoubled + ":" + name);
        string[] all = [.. notes, .. twice, .. unnamed(named)];
        return all.Length <= MostWarnings ? all : [.. all.Take(MostWarnings), ReadWarnings.MoreWarnings + ":" + (all.Length - MostWarnings).ToString(CultureInfo.InvariantCulture)];
    }
}
