using System.Text;

namespace Onus.Casework.Cases;

/// <summary>Our own words in a text, beside what it quotes: “…”, one in another as evidence has it. A mark that is never closed quotes nothing.</summary>
internal static class QuotedParts
{
    /// <summary>The text with our own words changed and what is quoted as it stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="change">The change of a stretch of our own words.</param>
    /// <param name="quoted">The change of what is quoted, with its marks; null for none.</param>
    internal static string Outside(string text, Func<string, string> change, Func<string, string>? quoted)
    {
        var made = new StringBuilder(text.Length);
        var from = 0;
        while (from < text.Length)
        {
            var open = text.IndexOf('“', from);
            var close = open < 0 ? -1 : CloseOf(text, open);
            if (close < 0)
            {
                break;
            }

            made.Append(change(text[from..open])).Append(quoted is null ? text[open..(close + 1)] : quoted(text[open..(close + 1)]));
            from = close + 1;
        }

        return made.Append(change(text[from..])).ToString();
    }

    /// <summary>Our own words alone.</summary>
    internal static string Own(string text)
    {
        var own = new StringBuilder();
        Outside(text, part =>
        {
            own.Append(part).Append(' ');
            return part;
        }, quoted: null);
        return own.ToString();
    }

    private static int CloseOf(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] switch { '“' => 1, '”' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
