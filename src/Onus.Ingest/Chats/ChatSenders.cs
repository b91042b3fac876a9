using Onus.Domain.People;
using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>Where the sender of a message ends.</summary>
/// <param name="Name">The name without marks at its edges; null where there is none.</param>
/// <param name="Text">Where the text begins.</param>
/// <param name="OtherName">The other name that it may be, where the file does not tell; null where it does.</param>
/// <param name="HasNoSpace">Whether no space follows the colon and no other line has the name.</param>
internal readonly record struct ChatSender(string? Name, int Text, string? OtherName, bool HasNoSpace);

/// <summary>
/// Finds who sent a message. The export writes <c>Name: text</c>; the name ends at the first colon that a space follows, so <c>Farm:Office</c> is a
/// name. A contact can hold such a colon itself: <c>Uncle: Port office</c>. That the longer name is one is known where WhatsApp's own sentences state
/// it, or where a line of a shorter name goes on with that part and then with a text that only WhatsApp writes, while no line of the name goes on
/// otherwise. Where every one of at least three messages goes on with the same part, that alone, it is taken as the name with a warning on each.
/// </summary>
internal sealed class ChatSenders
{
    private const int MostNames = 4096;
    private const int LongestName = 160;
    private const int MostColons = 4;
    private const int Enough = 3;
    private const char WideColon = '\uFF1A';

    private readonly Dictionary<string, Follower> followers = new(StringComparer.Ordinal);
    private readonly HashSet<string> stated = new(StringComparer.Ordinal);
    private readonly HashSet<string> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> writers = new(StringComparer.Ordinal);
    private readonly HashSet<string> spokenFor = new(StringComparer.Ordinal);
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    private int learned;

    /// <summary>What the lines of a name go on with: the longer names they may have in common, one that WhatsApp's own words prove, and between which lines they stand.</summary>
    private sealed record Follower(string[] Longer, int Count, string? Proven, int First, int Last);

    /// <summary>First pass: learns the names of groups, and which names hold a colon.</summary>
    public void Learn(ReadOnlySpan<char> rest)
    {
        learned++;
        var line = rest.ToString();
        var colons = Colons(rest);
        var sentence = Sentence(line, colons);
        if (sentence is not null)
        {
            // The name at the beginning of a sentence is no proof: it may be a sender, a colon, and what that sender wrote.
            State(sentence, sentence.StartsWithName ? 1 : 0);
        }

        if (colons.Count == 0 || (sentence is not null && !HoldsColon(sentence)))
        {
            return;
        }

        string[] names = [.. colons.Select(colon => WhatsAppSystem.Plain(line[..colon]))];
        LearnWriter(names[0], line[Behind(line, colons[0])..]);
        string? proven = null;
        for (var i = 0; i < colons.Count; i++)
        {
            var text = line[Behind(line, colons[i])..];
            proven ??= i > 0 && WhatsAppPhrases.IsWrittenByApp(text) ? names[i] : null;
            if (WhatsAppSystem.Of(text, typedToo: IsMarked(text)) is { } own && (IsMarked(text) || own.Names is [var first, ..] && first == names[i]))
            {
                State(own, own.StartsWithName && !IsMarked(text) ? 1 : 0);
            }
        }

        // Whoever is shown by number is in nobody's contacts: the number is the whole name.
        string[] longer = IsNumber(names[0]) ? [] : [.. names.Skip(1), .. sentence is null ? Array.Empty<string>() : [sentence.Names[0]]];
        if (followers.TryGetValue(names[0], out var known))
        {
            followers[names[0]] = new Follower([.. known.Longer.Intersect(longer)], known.Count + 1, known.Proven ?? proven, known.First, learned);
        }
        else if (followers.Count < MostNames)
        {
            followers.Add(names[0], new Follower(longer, 1, proven, learned, learned));
        }
    }

    /// <summary>
    /// Whether a name is that of the chat itself, which writes nothing: a sentence of WhatsApp quotes it as a group's, or all its lines are marked, some of
    /// them sentences about the chat, and none anything that a person sends.
    /// </summary>
    public bool IsGroup(string name) => WhatsAppSystem.Plain(name) is var plain && (groups.Contains(plain) || (spokenFor.Contains(plain) && !writers.Contains(plain)));

    /// <summary>Whether a line of a name is something else than WhatsApp writes about a conversation. In a group without marks, none of the group's own is.</summary>
    public bool SaysOtherThings(string name) => others.Contains(WhatsAppSystem.Plain(name));

    /// <summary>
    /// The names that cannot write here, where a file is named for one of its writers, as the export of a chat between two is: all but that one and the one
    /// whose lines stand around those of all others and are more than all of theirs. Where nobody's are, all but that one: of a short chat no more can be told.
    /// Groups are not named for a member, and a file that is named for two of its writers does not tell.
    /// </summary>
    /// <param name="title">The name of the file, in any language and as a file system writes it.</param>
    public IReadOnlySet<string> Strangers(string title)
    {
        var named = groups.Count > 0 ? [] : followers.Keys.Where(name => writers.Contains(name) && FoldedName.Names(title, name)).ToList();
        var other = named.MaxBy(name => FoldedName.WordsOf(name).Count);
        if (other is null || named.Exists(name => !FoldedName.Names(other, name)))
        {
            return new HashSet<string>();
        }

        var rest = followers.Where(pair => pair.Key != other && writers.Contains(pair.Key)).ToList();
        var owner = rest.FirstOrDefault(one => rest.TrueForAll(them => one.Key == them.Key || (one.Value.First < them.Value.First && them.Value.Last < one.Value.Last))
            && one.Value.Count > rest.Sum(them => them.Value.Count) - one.Value.Count);
        return rest.Count < 2 ? new HashSet<string>() : rest.Select(pair => pair.Key).Where(name => name != owner.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Splits what follows the time into sender and text; no sender in a system line.</summary>
    /// <param name="rest">First line of the message behind its time.</param>
    public ChatSender Split(ReadOnlySpan<char> rest)
    {
        var line = rest.ToString();
        var colons = Colons(rest);
        var sentence = Sentence(line, colons);
        if (colons.Count == 0)
        {
            return sentence is not null && !IsKnownWithoutSpace(line) ? default : WithoutSpace(line);
        }

        string[] names = [.. colons.Select(colon => WhatsAppSystem.Plain(line[..colon]))];
        var known = followers.GetValueOrDefault(names[0]);
        if (sentence is not null)
        {
            if (!HoldsColon(sentence))
            {
                return default;
            }

            // "Uncle: Port office left" is a message of "Uncle" where not every line of that name goes on so, and no sentence names "Uncle: Port office".
            if (stated.Contains(sentence.Names[0]))
            {
                return default;
            }

            var isLonger = known is null || known.Longer.Contains(sentence.Names[0]);
            if (isLonger && (!sentence.IsTyped || known is { Count: > 1 }))
            {
                return default;
            }

            return At(0, isLonger ? sentence.Names[0] : null);
        }

        for (var i = names.Length - 1; i > 0; i--)
        {
            if (stated.Contains(names[i]))
            {
                return At(i, null);
            }
        }

        if (known?.Proven is { } proven && Array.IndexOf(names, proven) is > 0 and var end)
        {
            return known.Longer.Contains(proven) ? At(end, known.Count > 1 ? null : Trim(line[..colons[0]])) : At(0, Trim(line[..colons[end]]));
        }

        var common = Array.FindLastIndex(names, name => known?.Longer.Contains(name) == true);
        return common > 0 && known!.Count >= Enough ? At(common, Trim(line[..colons[0]])) : At(0, null);

        ChatSender At(int colon, string? otherName) => new(Trim(line[..colons[colon]]), Behind(line, colons[colon]), otherName, false);
    }

    /// <summary>Whether a text begins with the mark that WhatsApp puts before what it writes itself.</summary>
    public static bool IsMarked(string text) => text.AsSpan().TrimStart(' ') is ['\u200E', ..];

    private void LearnWriter(string name, string text)
    {
        if (writers.Count + spokenFor.Count >= MostNames)
        {
            return;
        }

        var sentence = WhatsAppSystem.Of(text, typedToo: true);
        if (sentence is null)
        {
            others.Add(name);
        }

        sentence = sentence is null || IsMarked(text) ? sentence : WhatsAppSystem.Of(text, typedToo: false);
        if (sentence is not null && (IsMarked(text) || sentence.IsCertain))
        {
            spokenFor.Add(name);
        }
        else if (!IsMarked(text) || WhatsAppPhrases.IsWrittenByApp(text))
        {
            writers.Add(name);
        }
    }

    /// <summary>Keeps the names that a sentence of WhatsApp states, from one on, and the group that it quotes.</summary>
    private void State(SystemSentence sentence, int from)
    {
        if (stated.Count + groups.Count < MostNames)
        {
            stated.UnionWith(sentence.Names.Skip(from).Where(name => name.Length is > 0 and <= LongestName && name != sentence.Group));
            if (sentence.Group is { Length: > 0 } group)
            {
                groups.Add(group);
            }
        }
    }

    /// <summary>
    /// The sentence of WhatsApp that a whole line is, without a sender; null where a text that WhatsApp marked begins behind a colon, and where what would be
    /// its name ends in one: <c>Ana: left</c> is Ana's word.
    /// </summary>
    private static SystemSentence? Sentence(string line, List<int> colons) =>
        colons.Any(colon => IsMarked(line[Behind(line, colon)..])) || WhatsAppSystem.Of(line, typedToo: true) is not { } found || (found.StartsWithName && found.Names[0].EndsWith(':')) ? null : found;

    private static bool IsNumber(string name) => name.Any(char.IsAsciiDigit) && name.All(sign => char.IsAsciiDigit(sign) || sign is '+' or '-' or '(' or ')' or '.' || char.IsWhiteSpace(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.DashPunctuation);

    private static bool HoldsColon(SystemSentence sentence) => sentence.StartsWithName && sentence.Names[0].Contains(": ", StringComparison.Ordinal);

    private bool IsKnownWithoutSpace(string line) =>
        line.AsSpan().IndexOfAny(':', WideColon) is > 0 and var colon && followers.ContainsKey(WhatsAppSystem.Plain(line[..colon]));

    /// <summary><c>Bob:Hi</c>: a name that stands before a colon and a space elsewhere, or else one that may be a name.</summary>
    private ChatSender WithoutSpace(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', WideColon);
        var name = colon > 0 ? Trim(line[..colon]) : "";
        if (name.Length == 0 || colon > LongestName || colon + 1 == line.Length || IsInsideQuotation(line.AsSpan(0, colon)))
        {
            return default;
        }

        // "12:30", "https://..." and "Farm:Office" of a line that is not known are no sender and text.
        var isKnown = followers.ContainsKey(WhatsAppSystem.Plain(name));
        var isNone = line[colon + 1] == '/' || (Digits.Value(line[colon - 1]) >= 0 && Digits.Value(line[colon + 1]) >= 0)
            || followers.Keys.Any(other => other.Length > name.Length && other.StartsWith(name + ":", StringComparison.Ordinal) && line.StartsWith(other, StringComparison.Ordinal));
        return isNone && !isKnown ? default : new ChatSender(name, colon + 1, null, !isKnown);
    }

    /// <summary>The colons behind which a text may begin: followed by a space or by the end of the line, and not inside a quotation.</summary>
    private static List<int> Colons(ReadOnlySpan<char> rest)
    {
        var colons = new List<int>();
        for (var i = 0; i < rest.Length && i <= LongestName && colons.Count < MostColons; i++)
        {
            if (rest[i] == ':' && (i + 1 == rest.Length || Digits.IsSpace(rest[i + 1])))
            {
                var isName = i > 0 && !IsInsideQuotation(rest[..i]) && Trim(rest[..i].ToString()).Length > 0;
                if (!isName)
                {
                    break;
                }

                colons.Add(i);
            }
        }

        return colons;
    }

    /// <summary>Bob changed the subject to “Plan: B”: the colon stands between quotation marks.</summary>
    private static bool IsInsideQuotation(ReadOnlySpan<char> name) =>
        name.Count('"') % 2 == 1 || name.Count('“') + name.Count('„') > name.Count('”') || name.Count('«') > name.Count('»');

    private static int Behind(string rest, int colon) => Math.Min(rest.Length, colon + (colon + 1 < rest.Length ? 2 : 1));

    private static string Trim(string name)
    {
        var (start, end) = (0, name.Length);
        while (start < end && (Digits.IsMark(name[start]) || Digits.IsSpace(name[start])))
        {
            start++;
        }

        while (end > start && (Digits.IsMark(name[end - 1]) || Digits.IsSpace(name[end - 1])))
        {
            end--;
        }

        return name[start..end];
    }
}
