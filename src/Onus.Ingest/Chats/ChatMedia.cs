using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Reading;

namespace Onus.Ingest.Chats;

/// <summary>The media that came with a chat: looked up by the name that a message states.</summary>
internal sealed class ChatMedia
{
    private const int MostWarnings = 200;
    private readonly Func<IReadOnlyList<Attachment>> load;
    private readonly IReadOnlyList<string> notes;
    private readonly Dictionary<string, Attachment> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>Media that are hashed only when the chat can be read.</summary>
    /// <param name="load">Hashes them; called once, before the first message is emitted.</param>
    /// <param name="notes">Warnings about the container.</param>
    public ChatMedia(Func<IReadOnlyList<Attachment>> load, IReadOnlyList<string> notes)
    {
        this.load = load;
        this.notes = notes;
    }

    /// <summary>A chat that came alone.</summary>
    public static ChatMedia None => new(() => [], []);

    /// <summary>Hashes the media.</summary>
    public void Load()
    {
        foreach (var attachment in load())
        {
            byName.TryAdd(attachment.Name, attachment);
        }
    }

    /// <summary>The files of one message; what did not come with the chat has neither hash nor size, and a warning.</summary>
    public IReadOnlyList<Attachment> Attachments(IEnumerable<string> names, List<string> warnings)
    {
        var attachments = new List<Attachment>();
        foreach (var name in names)
        {
            if (byName.TryGetValue(name, out var found))
            {
                named.Add(name);
                attachments.Add(found);
            }
            else
            {
                warnings.Add(ReadWarnings.AttachmentMissing + ":" + name);
                attachments.Add(new Attachment(name, null, null));
            }
        }

        return attachments;
    }

    /// <summary>What a person should know about the container, among it media that no message names.</summary>
    public IReadOnlyList<string> Warnings()
    {
        var unnamed = byName.Keys.Where(name => !named.Contains(name)).Order(StringComparer.Ordinal).Select(name => ReadWarnings.MediaUnreferenced + ":" + name);
        string[] all = [.. notes, .. unnamed];
        return all.Length <= MostWarnings ? all : [.. all.Take(MostWarnings), ReadWarnings.MoreWarnings + ":" + (all.Length - MostWarnings).ToString(CultureInfo.InvariantCulture)];
    }
}
