using Onus.Domain.People;

namespace Onus.Domain.Requests;

/// <summary>Words of a law in the text of a letter. A payment, a passport or a room is everybody's; bondage is not.</summary>
internal static class LetterLaw
{
    // A shorter text of the law, such as "work", is everybody's word.
    private const int LongText = 6;

    // Shorter words of a title, such as "force", have too many meanings to tell by themselves.
    private const int LongWord = 6;

    // "Trafficked", "traffickers" and "trafficking" are one word, "traffic" is another.
    private static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ions", "ion", "ers", "er", "ed", "es", "s", "y", "e"];

    /// <summary>The word or words that tell what the case is about, folded; null where nothing does.</summary>
    public static string? Telling(string text, CaseWords words)
    {
        var written = FoldedName.WordsOf(text);
        return words.Law.FirstOrDefault(law => FoldedName.WordsOf(law).Sum(word => word.Length) >= LongText && FoldedName.Names(text, law))
            ?? written.FirstOrDefault(word => words.Stems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal)))
            ?? OfTitle(written, words)
            ?? OfPhrase(written, words.Law, words);
    }

    /// <summary>Words of a phrase that stand side by side in a text, two of them no mere joints and one not everyday: of the title "Alder Street laundry", "alder street". Null where none do.</summary>
    public static string? PartOf(string phrase, string text, CaseWords words) => OfPhrase(FoldedName.WordsOf(text), [phrase], words);

    private static string? OfTitle(IReadOnlyList<string> written, CaseWords words)
    {
        var stems = words.Offences.SelectMany(FoldedName.WordsOf)
            .Where(word => word.Length >= LongWord && !word.Any(char.IsDigit) && !words.Everyday.Contains(word) && !words.Joining.Contains(word))
            .Select(Stem).ToHashSet(StringComparer.Ordinal);
        return written.FirstOrDefault(word => stems.Contains(Stem(word)) && !words.Everyday.Contains(word));
    }

    /// <summary>Words that stand side by side in a text of the law, two of them no mere joints and one not everyday: "serious harm", not "travel documents".</summary>
    private static string? OfPhrase(IReadOnlyList<string> written, IEnumerable<string> phrases, CaseWords words)
    {
        foreach (var law in phrases.Select(FoldedName.WordsOf))
        {
            for (var from = 0; from < law.Count; from++)
            {
                for (var at = 0; at < written.Count; at++)
                {
                    var same = 0;
                    while (from + same < law.Count && at + same < written.Count && law[from + same] == written[at + same])
                    {
                        same++;
                    }

                    var content = law.Skip(from).Take(same).Where(word => !words.Joining.Contains(word) && word.Length >= 3 && !word.Any(char.IsDigit)).Distinct(StringComparer.Ordinal).ToList();
                    if (content.Count > 1 && content.Exists(word => !words.Everyday.Contains(word)))
                    {
                        return string.Join(' ', law.Skip(from).Take(same));
                    }
                }
            }
        }

        return null;
    }

    private static string Stem(string word)
    {
        var ending = Endings.FirstOrDefault(ending => word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }
}
