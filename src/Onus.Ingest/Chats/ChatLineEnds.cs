using Onus.Ingest.Texts;

namespace Onus.Ingest.Chats;

/// <summary>What the ends of lines say about beginnings of messages that do not end the line above as all others do.</summary>
internal enum LooseBeginnings
{
    /// <summary>All ends are alike: nothing can be told.</summary>
    None = 0,

    /// <summary>
    /// A message ends with CR LF and a line inside one with LF alone, as on iPhones: what looks like a beginning behind LF was pasted into the message above.
    /// </summary>
    Pasted,

    /// <summary>Both ends stand in the file without that order: each beginning behind the rarer LF is a message with a warning.</summary>
    Doubtful,
}

/// <summary>Looks at how the lines of a chat end, because whoever pastes a copied message writes exactly what the export writes.</summary>
internal static class ChatLineEnds
{
    // More beginnings behind LF than this, and more than behind CR LF or all at the end of the file, are two exports in one file rather than pasted text.
    private const long MostPasted = 20;

    /// <summary>Walks the file, twice where it has both kinds of ends.</summary>
    public static LooseBeginnings Of(Func<Stream> open, TextCharset charset)
    {
        if (charset.EndsWithReturn || !HasBoth(open, charset))
        {
            return LooseBeginnings.None;
        }

        using var stream = open();
        var lines = new ByteLines(stream, charset, WhatsAppText.LongestMessage);
        var decoder = new LineDecoder(charset);
        ChatStyle? style = null;
        var (ends, loose, wholeInside, looseAtEnd, last) = (0L, 0L, 0L, 0L, 0);
        while (lines.Next())
        {
            var begins = ChatHeader.TryRead(decoder.Head(lines.Content), out var header) && (style is null || header.Style == style);
            if (begins && style is not null)
            {
                ends += last == 2 ? 1 : 0;
                loose += last == 1 ? 1 : 0;
                looseAtEnd = last == 2 ? 0 : looseAtEnd + 1;
            }
            else if (!begins && style is not null && lines.Length > 0)
            {
                wholeInside += last == 2 ? 1 : 0;
            }

            style ??= begins ? header.Style : null;
            last = lines.EndLength / charset.Unit;
        }

        ends += last == 2 ? 1 : 0;
        var areTwoExports = loose > MostPasted && (loose > ends || (last != 2 && looseAtEnd > MostPasted));
        return ends == 0 || loose == 0 ? LooseBeginnings.None
            : wholeInside == 0 && last != 1 && (last == 2 || ends > 1) && !areTwoExports ? LooseBeginnings.Pasted
            : loose <= ends ? LooseBeginnings.Doubtful
            : LooseBeginnings.None;
    }

    private static bool HasBoth(Func<Stream> open, TextCharset charset)
    {
        using var stream = open();
        var lines = new ByteLines(stream, charset, 16);
        var (one, two) = (false, false);
        while (!(one && two) && lines.Next())
        {
            one |= lines.EndLength == charset.Unit;
            two |= lines.EndLength == 2 * charset.Unit;
        }

        return one && two;
    }
}
