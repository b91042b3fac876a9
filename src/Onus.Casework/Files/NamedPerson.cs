using Onus.Domain.People;

namespace Onus.Casework.Files;

/// <summary>Whom the name of a file names: <c>statement-survivor-a-2025-02-20.docx</c> names Survivor A. A suggestion, which a person confirms.</summary>
public static class NamedPerson
{
    /// <summary>The one person of the case whose pseudonym stands in the name of a file, in whole words; null for none or several.</summary>
    public static Person? Of(string name, IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = $"-{AnswerKeys.KeyOf(Path.GetFileNameWithoutExtension(name))}-";
        var named = people.Where(p => words.Contains($"-{AnswerKeys.KeyOf(p.Pseudonym)}-", StringComparison.Ordinal)).Take(2).ToList();
        return named is [var only] ? only : null;
    }
}
