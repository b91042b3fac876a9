using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Chats;

/// <summary>
/// Whether the name before a text wrote it. Exports put a name before what WhatsApp itself says: a known sentence behind the mark U+200E, one under the
/// name of the group, one in which a person is called by the own name, or one that nobody types is a line of the messenger. A known sentence without any of these,
/// and a marked text in a language that is not known, stays the person's with a warning.
/// </summary>
internal static class ChatAuthor
{
    /// <summary>What the record is, and whether the name before it is a party. A call keeps who called: nobody wrote it, but somebody made it.</summary>
    /// <param name="senders">What the file tells of its names.</param>
    /// <param name="sender">The name before the text; null in a line without one.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="warnings">Gets what a person should know.</param>
    public static (RecordKind Kind, bool IsParty) Of(ChatSenders senders, string? sender, string text, List<string> warnings)
    {
        if (sender is null)
        {
            return (RecordKind.SystemLine, false);
        }

        var isMarked = ChatSenders.IsMarked(text);
        var isGroup = senders.IsGroup(sender);
        if (NotExported.Of(text) is ReadWarnings.ViewOnce or ReadWarnings.NotArrived)
        {
            return (RecordKind.Message, true);
        }

        if (WhatsAppSystem.IsCall(text))
        {
            warnings.Add(isMarked ? ReadWarnings.Call : ReadWarnings.MayBeSystemLine);
            return isMarked ? (RecordKind.SystemLine, !isGroup) : (RecordKind.Message, true);
        }

        var plain = WhatsAppSystem.Plain(sender);
        var sentence = WhatsAppSystem.Of(text, typedToo: true);
        var isOwnName = sentence is { StartsWithName: true, Names: [var first, ..] } && first == plain;
        if (sentence is not null && (isMarked || isGroup || isOwnName || sentence.IsCertain))
        {
            return (RecordKind.SystemLine, false);
        }

        var isDoubtful = isMarked || isGroup ? !WhatsAppPhrases.IsWrittenByApp(text) || isGroup : sentence is { IsTyped: false } || (sentence is not null && !senders.SaysOtherThings(sender)) || WhatsAppPhrases.IsUnknownStub(text);
        if (isDoubtful)
        {
            warnings.Add(ReadWarnings.MayBeSystemLine);
        }

        return isMarked && isGroup ? (RecordKind.SystemLine, false) : (RecordKind.Message, true);
    }
}
