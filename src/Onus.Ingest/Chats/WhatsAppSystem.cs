using System.Buffers;
using System.Text;
using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>What a text is, of those that WhatsApp writes itself.</summary>
/// <param name="Names">What stands where the sentence has names, in its order.</param>
/// <param name="Group">The name of the group that the sentence quotes; null where it quotes none.</param>
/// <param name="StartsWithName">Whether the sentence begins with a name.</param>
/// <param name="IsCertain">Whether the sentence is long enough that nobody types it.</param>
/// <param name="IsTyped">Whether people type such sentences too.</param>
internal sealed record SystemSentence(IReadOnlyList<string> Names, string? Group, bool StartsWithName, bool IsCertain, bool IsTyped);

/// <summary>
/// Sentences that WhatsApp writes about a conversation, in the languages that units see most. Exports for iPhones put the name of the group or of the
/// other person before them, as if that had written them, and begin them with U+200E. What stands in no list here is not guessed: see
/// <see cref="ChatAuthor"/>.
/// </summary>
internal static class WhatsAppSystem
{
    private const int LongestSentence = 700;
    private const int CertainLetters = 24;
    private const int LongestTypedName = 60;

    private static readonly Template[] Sentences = [.. Lines(WhatsAppSentences.Sentences).Select(line => new Template(line))];
    private static readonly string[] Calls = Lines(WhatsAppCalls.Calls);

    // One look for the longest fixed part of every sentence: nearly every message holds none of them.
    private static readonly SearchValues<string> FixedParts =
        SearchValues.Create([.. Sentences.Select(sentence => sentence.LongestPart).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);

    /// <summary>The sentence that a text is, or null.</summary>
    /// <param name="text">A whole text, or a line behind its time.</param>
    /// <param name="typedToo">Whether sentences that people type count as well.</param>
    public static SystemSentence? Of(string text, bool typedToo)
    {
        if (text.Length > LongestSentence)
        {
            return null;
        }

        var plain = Plain(text);
        if (!plain.AsSpan().ContainsAny(FixedParts))
        {
            return null;
        }

        foreach (var sentence in Sentences)
        {
            if ((typedToo || !sentence.IsTyped) && sentence.Match(plain) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a text says that there was a call, or one that was missed, and nothing else.</summary>
    public static bool IsCall(string text)
    {
        var plain = text.Length < 160 ? Plain(text) : "";
        return Calls.Any(call => plain.StartsWith(call, StringComparison.OrdinalIgnoreCase)
            && (plain.Length == call.Length || plain[call.Length] is ',' or '.' or '(' or '،' || (plain[call.Length] == ' ' && plain.AsSpan(call.Length).ContainsAnyInRange('0', '9'))));
    }

    /// <summary>A text without marks of direction and of vowels, its quotation marks, apostrophes and spaces plain, without a full stop at its end.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Digits.IsMark(c) && c is not (>= '\u064B' and <= '\u0652'))
            {
                plain.Append(c switch
                {
                    '’' or '‘' or 'ʼ' => '\'',
                    '“' or '”' or '„' or '«' or '»' or '‟' => '"',
                    _ => Digits.IsSpace(c) ? ' ' : c,
                });
            }
        }

        return plain.ToString().Trim().TrimEnd('.', '。', '।', ' ');
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A sentence with stars for names.</summary>
    private sealed class Template
    {
        private readonly string[] parts;
        private readonly bool isCertain;

        public Template(string line)
        {
            IsTyped = line[0] == '~';
            parts = line.TrimStart('~').Split('*');
            isCertain = parts[0].Length >= CertainLetters && !IsTyped;
        }

        public bool IsTyped { get; }

        public string LongestPart => parts.MaxBy(part => part.Length)!;

        public SystemSentence? Match(string text)
        {
            if (!text.StartsWith(parts[0], StringComparison.Ordinal) || !text.EndsWith(parts[^1], StringComparison.Ordinal))
            {
                return null;
            }

            // A name is what stands up to the first occurrence of what follows it.
            var names = new List<string>();
            string? group = null;
            var at = parts[0].Length;
            for (var i = 1; i < parts.Length; i++)
            {
                var isLast = i == parts.Length - 1;
                var end = isLast ? text.Length - parts[i].Length : text.IndexOf(parts[i], Math.Min(text.Length, at + (parts[i - 1].Length == 0 && i == 1 ? 1 : 0)), StringComparison.Ordinal);
                if (end < at || (i == 1 && parts[0].Length == 0 && (end == at || end - at > 160)) || text.AsSpan(at, end - at).Contains('\n') && !(isLast && parts[i].Length == 0))
                {
                    return null;
                }

                names.Add(text[at..end].Trim());
                group = parts[i].StartsWith('"') && parts[i - 1].EndsWith('"') ? names[^1] : group;
                at = end + parts[i].Length;
            }

            // "You can wait. I added sugar": what people type is no name.
            return at == text.Length && !(IsTyped && names.Count > 0 && (names[0].Length > LongestTypedName || names[0].Contains(". ", StringComparison.Ordinal))) ? new SystemSentence(names, group, parts[0].Length == 0, isCertain, IsTyped) : null;
        }
    }
}
