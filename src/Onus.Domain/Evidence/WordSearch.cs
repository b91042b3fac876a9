using System.Globalization;
using System.Text;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// Words that somebody looks for in a text, as people mean them: upper and lower case, accents and the kinds of apostrophes, quotation marks and dashes
/// make no difference, words may stand apart, and what stands in quotation marks is looked for as it is.
/// </summary>
public sealed class WordSearch
{
    private readonly IReadOnlyList<string> wanted;

    /// <summary>Looks for these words.</summary>
    /// <param name="query">Words, and phrases in quotation marks; empty finds everything.</param>
    public WordSearch(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parts = Fold(query).Split('"');
        wanted = [.. parts.SelectMany((part, at) => at % 2 == 1 && at < parts.Length - 1
            ? part.Trim() is { Length: > 0 } phrase ? [phrase] : Array.Empty<string>()
            : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>Whether a text has all of them, in any order.</summary>
    public bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (wanted.Count == 0)
        {
            return true;
        }

        var folded = Fold(text);
        return wanted.All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Linear in the text; a text of plain letters is only put into lower case.</summary>
    private static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in LetterForms.Apart(text).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '’' or '‘' or 'ʼ' or '´' or '`' or '‛':
                    folded.Append('\'');
                    break;
                case '“' or '”' or '„' or '«' or '»' or '‟':
                    folded.Append('"');
                    break;
                case '–' or '—' or '‐' or '‑' or '−':
                    folded.Append('-');
                    break;
                case 'ß':
                    folded.Append("ss");
                    break;
                default:
                    if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                    {
                        folded.Append(Rune.ToLowerInvariant(rune));
                    }

                    break;
            }
        }

        return folded.ToString();
    }
}
