using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>What of a text looks as if it repeated what somebody else said.</summary>
/// <param name="Words">The words that look so, folded.</param>
/// <param name="Named">Who is named beside them; null where nobody of the case is.</param>
public sealed record Retold(string Words, Person? Named);

/// <summary>
/// Finds words of a statement that repeat another's. Whoever repeats adds no source, so the person who cites is asked whose words they are: nothing is
/// concluded from what is found here, and a text without a sign may be hearsay all the same.
/// </summary>
/// <param name="phrases">Phrases that report what another said: "told me". As they are written, one each.</param>
/// <param name="verbs">Verbs of saying, which report only beside somebody's name: "said".</param>
/// <param name="own">
/// Words for whoever speaks, a colon, and the verbs of their language: "I we: told said". Such a verb behind such a word repeats nobody: "I told her".
/// By language, because "i" is "and" in Polish.
/// </param>
/// <param name="joining">Words that may stand between the two: "have", "never".</param>
public sealed class ReportedSpeech(IEnumerable<string> phrases, IEnumerable<string> verbs, IEnumerable<string> own, IEnumerable<string> joining)
{
    /// <summary>How many words may stand between a name and a verb of saying.</summary>
    public const int Between = 4;

    private const int Short = 3;

    private readonly IReadOnlyList<IReadOnlyList<string>> phrases = [.. phrases.Select(FoldedName.WordsOf).Where(words => words.Count > 0).OrderByDescending(words => words.Count)];
    private readonly HashSet<string> verbs = [.. verbs.SelectMany(FoldedName.WordsOf)];
    private readonly HashSet<string> own = [.. own.Select(line => line.Split(':')).SelectMany(line => FoldedName.WordsOf(line[0]).SelectMany(word => FoldedName.WordsOf(line[^1]).Select(verb => word + ' ' + verb)))];
    private readonly HashSet<string> joining = [.. joining.SelectMany(FoldedName.WordsOf)];

    /// <summary>The phrases, folded.</summary>
    public IReadOnlyList<string> Phrases => [.. phrases.Select(words => string.Join(' ', words))];

    /// <summary>The verbs, folded.</summary>
    public IReadOnlyCollection<string> Verbs => verbs;

    /// <summary>Each word for whoever speaks with each of its verbs, folded: "i told".</summary>
    public IReadOnlyCollection<string> Own => own;

    /// <summary>What may stand between those and a verb, folded.</summary>
    public IReadOnlyCollection<string> Joining => joining;

    /// <summary>The sign in some cited words; null where there is none.</summary>
    /// <param name="cited">The cited words.</param>
    /// <param name="teller">Whose statement it is; naming oneself reports nobody.</param>
    /// <param name="people">Everybody in the case.</param>
    public Retold? Find(string cited, PersonId? teller, IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var words = FoldedName.WordsOf(cited);
        var named = people.Where(person => person.Id != teller).SelectMany(person => NamesOf(person).SelectMany(name => Places(words, name.Split(' ')).Select(at => (Person: person, At: at, Long: name.Length))))
            .OrderBy(found => found.At).ThenByDescending(found => found.Long).ToList();
        if (phrases.FirstOrDefault(phrase => Places(words, phrase).Any(at => !IsOwn(words, at))) is { } reports)
        {
            return new(string.Join(' ', reports), named.Select(found => found.Person).FirstOrDefault());
        }

        var beside = named.Select(found => (found.Person, Verb: words.Index().FirstOrDefault(word => verbs.Any(verb => IsIn(word.Item, verb)) && !IsOwn(words, word.Index) && Math.Abs(word.Index - found.At) <= Between + 1).Item)).FirstOrDefault(found => found.Verb is not null);
        return beside.Verb is null ? null : new(beside.Verb, beside.Person);
    }

    /// <summary>By which words a text names a person, folded: pseudonym and spellings as a whole, and each word of a spelling that can be a name.</summary>
    public static IReadOnlyList<string> NamesOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var whole = person.Aliases.Prepend(person.Pseudonym).Select(FoldedName.WordsOf).Where(words => words.Sum(word => word.Length) >= Short).ToList();
        return [.. whole.Select(words => string.Join(' ', words))
            .Concat(whole.SelectMany(words => words).Where(word => word.Length >= Short && !word.Any(char.IsDigit) && !Pseudonyms.IsPart(word)))
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether the verb of saying at this place is said of the speaker: "I have never told her".</summary>
    private bool IsOwn(IReadOnlyList<string> words, int at)
    {
        var before = at - 1;
        while (before >= 0 && joining.Contains(words[before]))
        {
            before--;
        }

        return before >= 0 && own.Contains(words[before] + ' ' + words[at]);
    }

    internal static IEnumerable<int> Places(IReadOnlyList<string> words, IReadOnlyList<string> wanted) =>
        Enumerable.Range(0, Math.Max(0, words.Count - wanted.Count + 1)).Where(at => wanted.Index().All(word => IsIn(words[at + word.Index], word.Item)));

    /// <summary>
    /// Whether a word is the wanted one. Chinese, Japanese and Thai write no spaces, so there what is wanted stands somewhere in the run of letters; Korean joins
    /// endings to its words.
    /// </summary>
    internal static bool IsIn(string word, string wanted) => word == wanted || (wanted.Any(LetterForms.IsRunning) && word.Contains(wanted, StringComparison.Ordinal));
}
