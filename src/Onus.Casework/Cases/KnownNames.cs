using Onus.Content;
using Onus.Domain.People;

namespace Onus.Casework.Cases;

/// <summary>The names under which the files know the survivors of a case.</summary>
public static class KnownNames
{
    /// <summary>The names, with the words of the language that are nobody's name.</summary>
    public static SurvivorNames Of(IReadOnlyCollection<Person> people, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(people, Words("letter.everyday").Concat(Words("letter.joining")).ToHashSet(StringComparer.Ordinal), Words("letter.before-names").ToHashSet(StringComparer.Ordinal));

        string[] Words(string key) => texts[key].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
