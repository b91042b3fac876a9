using System.Collections;
using System.Text.RegularExpressions;
using Onus.Casework.Proof;

namespace Onus.Casework.Tests.Practice;

/// <summary>Every sentence that an answer holds, wherever in it; and what one of them names more than once.</summary>
internal static partial class Sentences
{
    public static IEnumerable<string> In(object answer) => Walk(answer, new HashSet<object>(ReferenceEqualityComparer.Instance));

    /// <summary>Quoted things and numbers of exhibits.</summary>
    public static IEnumerable<string> NamedTwice(string sentence) =>
        Named().Matches(sentence).Select(match => match.Value).CountBy(name => name, StringComparer.Ordinal).Where(pair => pair.Value > 1).Select(pair => pair.Key);

    private static IEnumerable<string> Walk(object? part, HashSet<object> seen)
    {
        switch (part)
        {
            case null:
                return [];
            case Sentence sentence:
                return [sentence.ToString()];
            case string words:
                return [words];
            case IEnumerable many:
                return many.Cast<object?>().SelectMany(one => Walk(one, seen));
        }

        // Only what the answers themselves say: rows, law and graph are named by them.
        return part.GetType().Namespace != typeof(Sentence).Namespace || !seen.Add(part) ? []
            : part.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => Walk(property.GetValue(part), seen));
    }

    [GeneratedRegex(@"“[^“”]+”|\bEX-[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
