using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>
/// Finds who sent a message. The export writes <c>Name: text</c>; the name ends at the first colon that a space follows, so <c>Farm:Office</c> is a
/// name. Nothing in the file tells <c>Agent: Port: come</c> by "Agent: Port" from one by "Agent": where every one of at least three messages of a name
/// goes on with the same second part, each carries a warning, and nothing is guessed.
/// </summary>
internal sealed class ChatSenders
{
    private const int MostNames = 4096;
    private const int LongestName = 160;
    private const int Enough = 3;

    private readonly Dictionary<string, (string Second, int Count)> seconds = new(StringComparer.Ordinal);

    /// <summary>First pass: learns which names go on with a colon.</summary>
    public void Learn(ReadOnlySpan<char> rest)
    {
        var colon = Colon(rest);
        if (colon < 0)
        {
            return;
        }

        var name = rest[..colon].ToString();
        var text = Behind(rest, colon);
        var second = Colon(text) is > 0 and <= 40 and var end ? text[..end].ToString() : "";
        if (seconds.TryGetValue(name, out var known))
        {
            seconds[name] = (known.Second == second ? second : "", known.Count < Enough ? known.Count + 1 : Enough);
        }
        else if (seconds.Count < MostNames)
        {
            seconds.Add(name, (second, 1));
        }
    }

    /// <summary>Splits what follows the time into sender and text; no sender in a system line.</summary>
    /// <param name="rest">First line of the message behind its time.</param>
    /// <param name="text">Where the text begins.</param>
    /// <param name="longerName">The longer name that it may be by the rule above, else null.</param>
    /// <returns>The name without marks at its edges, or null for a system line.</returns>
    public string? Split(ReadOnlySpan<char> rest, out int text, out string? longerName)
    {
        longerName = null;
        text = 0;
        var colon = Colon(rest);
        if (colon < 0)
        {
            return null;
        }

        var name = rest[..colon].ToString();
        text = rest.Length - Behind(rest, colon).Length;
        if (seconds.TryGetValue(name, out var known) && known is { Count: >= Enough, Second.Length: > 0 })
        {
            longerName = Trim(rest[..(text + known.Second.Length)].ToString());
        }

        return Trim(name);
    }

    /// <summary>The colon behind a name: followed by a space or by the end of the line, and not inside a quotation that a system line makes.</summary>
    private static int Colon(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length && i <= LongestName; i++)
        {
            if (rest[i] == ':' && (i + 1 == rest.Length || Digits.IsSpace(rest[i + 1])))
            {
                var name = rest[..i];
                return i > 0 && !IsInsideQuotation(name) && Trim(name.ToString()).Length > 0 ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>Bob changed the subject to “Plan: B”: the colon stands between quotation marks.</summary>
    private static bool IsInsideQuotation(ReadOnlySpan<char> name) =>
        name.Count('"') % 2 == 1 || name.Count('“') + name.Count('„') > name.Count('”') || name.Count('«') > name.Count('»');

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> rest, int colon) =>
        rest[Math.Min(rest.Length, colon + (colon + 1 < rest.Length ? 2 : 1))..];

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
