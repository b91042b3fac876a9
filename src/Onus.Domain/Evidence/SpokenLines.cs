using System.Text.RegularExpressions;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>Lines of a paper that stand under somebody's name: those of a printed chat or mail, or quoted words.</summary>
/// <param name="Named">Who of the case is named over them; empty where only others are.</param>
/// <param name="IsOpen">Whether a line among them stands under a name, a number or a time that is nobody's of the case.</param>
public sealed partial record SpokenLines(IReadOnlyList<PersonId> Named, bool IsOpen)
{
    /// <summary>The reason for a doubt about a paper, as a warning.</summary>
    public const string Warning = "reads-as-said";

    private const int MostBetween = 4;
    private const int Short = 3;
    private const int That = 3;
    private const int LongestHead = 200;
    private const int LongestTime = 45;
    private const int MatchWithin = 1000;

    // Written in evidence, whatever the language of the screens.
    private static readonly HashSet<string> Saying =
    [
        "wrote", "writes", "said", "says", "texted", "replied", "sent", "told", "answered", "asked", "schrieb", "schreibt", "sagte", "sagt", "escribio", "escribe", "dijo", "dice", "ecrit", "dit",
        "escreveu", "disse", "scrive", "scrisse", "aliandika", "alisema", "написал", "написала", "сказал", "сказала", "pise", "napisal", "napisala", "كتب", "كتبت", "قال", "قالت",
    ];

    // "That", which opens what somebody tells in the teller's own sentence.
    private static readonly HashSet<string> Clauses = ["that", "dass", "daß", "que", "qu", "che", "kwamba", "что", "da", "że", "أن"];

    private static readonly HashSet<string> Halves = ["am", "pm", "a", "p", "m", "uhr", "h"];

    /// <summary>
    /// What of some cited words stands under another's name than that of whoever gave the paper; null for nothing, and where it is no paper. Whoever gives what others
    /// wrote is not its source, and a paper has no sender to each line: the name over the nearest line above is all there is. What a survivor gives counts as theirs
    /// already, which is the careful answer.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What the record is.</param>
    /// <param name="text">The record's text.</param>
    /// <param name="cited">The cited words; empty for all of it.</param>
    /// <param name="above">The text that stands before the record; empty for none.</param>
    /// <param name="people">The people of the case.</param>
    public static SpokenLines? Of(Material file, RecordKind kind, string text, string cited, string above, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cited);
        ArgumentNullException.ThrowIfNull(above);
        ArgumentNullException.ThrowIfNull(people);
        var giver = file.FromPerson is { } from ? people.FirstOrDefault(person => person.Id == from) : Spellings.OwnerOf(file.From, people);
        if (!Families.About(kind).IsPaper || (giver is not null && giver.Is(PersonRole.Survivor)))
        {
            return null;
        }

        List<(Person Person, IReadOnlyList<string> Name)> names = [.. people.SelectMany(
                person => ReportedSpeech.NamesOf(person).Concat(person.Aliases.Select(alias => string.Join(' ', FoldedName.WordsOf(alias)))).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal),
                (person, name) => (person, (IReadOnlyList<string>)name.Split(' '))).OrderByDescending(known => known.Item2.Count)];
        string[] lines = text.Split('\n');
        var heads = new Head?[lines.Length];
        // Only the last line above is looked at: what stands farther off is another passage.
        var head = above.Split('\n').LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } last && HeadOf(last, "", names) is { } over && !(over.InSentence && IsOver(last, text)) ? over : null;
        // Where lines stand that are a time and nothing else, each ends what somebody wrote: what follows is nobody's until a name says whose, and a name that the case does not know says nothing.
        bool[] times = [.. lines.Select(IsTime)];
        var isTimed = times.Count(time => time) > 1;
        head ??= isTimed ? new Head(null, "") : null;
        for (var i = 0; i < lines.Length; i++)
        {
            head = isTimed && i > 0 && times[i - 1] ? new Head(null, "") : head;
            var before = head is { InSentence: true } ? null : head;
            head = HeadOf(lines[i], lines.Skip(i + 1).FirstOrDefault() ?? "", names) ?? head;
            heads[i] = head;
            // "Ana told me that he kept it." is over where the sentence is: what the teller says next is theirs again.
            head = head is { InSentence: true } && IsOver(lines[i], lines.Skip(i + 1).FirstOrDefault() ?? "") ? before : head;
        }

        List<Head> found = [.. LinesOf(text, lines, cited).Select(line => heads[line]).OfType<Head>().Distinct().Where(one => !IsGiver(one, giver, file))];
        return found.Count == 0 ? null : new([.. found.Select(one => one.Person?.Id).OfType<PersonId>().Distinct()], found.Exists(one => one.Person is null));
    }

    /// <summary>The survivors whose words these may be: those who are named, and all of them where any line is under no name of the case or none of them is named.</summary>
    public IReadOnlyList<PersonId> MayBeOf(IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        PersonId[] survivors = [.. people.Where(person => person.Is(PersonRole.Survivor)).Select(person => person.Id)];
        return !IsOpen && survivors.Intersect(Named).ToList() is { Count: > 0 } named ? named : survivors;
    }

    // Over what follows, or only over the sentence that it begins.
    private sealed record Head(Person? Person, string Name, bool InSentence = false);

    // Where the line ends a sentence, with a word and no abbreviation, and the next begins one in which nobody says anything again.
    private static bool IsOver(string line, string next) =>
        LastWord().IsMatch(line) && next.TrimStart() is var follows && (follows.Length == 0 || (char.IsUpper(follows[0]) && !FoldedName.WordsOf(follows.Split('\n')[0]).Any(Saying.Contains)));

    private static bool IsGiver(Head head, Person? giver, Material file) =>
        head.Person is { } person ? person.Id == giver?.Id : head.Name.Length > 0 && (FoldedName.Same(head.Name, file.From) || (giver is not null && ReportedSpeech.NamesOf(giver).Any(name => FoldedName.Same(name, head.Name))));

    // Words that were marked in boxes need not stand together: then each line goes where it is found.
    private static IEnumerable<int> LinesOf(string text, string[] lines, string cited)
    {
        var words = cited.Trim();
        if (words.Length == 0)
        {
            return Enumerable.Range(0, lines.Length);
        }

        var found = new List<int>();
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var first = text.AsSpan(0, at).Count('\n');
            found.AddRange(Enumerable.Range(first, words.Count(letter => letter == '\n') + 1));
        }

        return found.Count > 0 ? found.Distinct()
            : words.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)
                .SelectMany(part => lines.Index().Where(line => line.Item.Contains(part, StringComparison.Ordinal)).Select(line => line.Index)).Distinct();
    }

    private static Head? HeadOf(string whole, string next, List<(Person Person, IReadOnlyList<string> Name)> names)
    {
        // A name stands at the beginning; a paragraph may be a book.
        var line = whole.Length > LongestHead ? whole[..LongestHead] : whole;
        if (Mail().Match(line) is { Success: true } mail)
        {
            var who = mail.Groups["name"].Value.Trim();
            var sender = Known(FoldedName.WordsOf(who), names).Person;
            return sender is not null || who.Contains('@', StringComparison.Ordinal) || BelowMail().IsMatch(next) ? new(sender, who) : null;
        }

        if (Chat().Match(line) is { Success: true } chat)
        {
            var who = chat.Groups["name"].Value.Trim();
            return new(Known(FoldedName.WordsOf(who), names).Person, who);
        }

        // "On 12 March 2021, Ana wrote:"
        var words = FoldedName.WordsOf(line);
        if (line.TrimEnd().EndsWith(':') && words.Count > 0 && Saying.Contains(words[^1]))
        {
            return new(names.Select(known => (known.Person, At: ReportedSpeech.Places(words, known.Name).Cast<int?>().FirstOrDefault())).FirstOrDefault(known => known.At is not null).Person, "");
        }

        var (person, length) = Known(words, names);
        if (person is null)
        {
            return null;
        }

        // A name alone, with a time, a colon or an opening quotation mark behind it, or with a verb of saying: a sentence about somebody begins with their name too.
        var rest = words.Skip(length).ToList();
        var colon = line.IndexOfAny([':', '：', '“', '„', '«', '"']);
        var until = colon < 0 ? -1 : FoldedName.WordsOf(line[..colon]).Count;
        // A letter or two are a word, but where they stand alone or right before a colon or a verb of saying.
        var isLong = words.Take(length).Sum(word => word.Length) >= Short;
        if (rest.Count == 0 || char.IsDigit(rest[0][0]) || until == length || (isLong && until >= 0 && until <= length + MostBetween))
        {
            return new(person, "");
        }

        var says = rest.FindIndex(Saying.Contains);
        return says == 0 || (isLong && says is > 0 and < MostBetween) ? new(person, "", InSentence: colon < 0 && rest.Skip(says + 1).Take(That).Any(Clauses.Contains)) : null;
    }

    private static bool IsTime(string line)
    {
        if (line.Trim() is not { Length: > 0 and <= LongestTime } stamp || !Clock().IsMatch(stamp))
        {
            return false;
        }

        var words = FoldedName.WordsOf(stamp);
        var others = words.Where(word => !char.IsDigit(word[0]) && !Halves.Contains(word)).ToList();
        // "Feb 9, 2025, 10:02 PM", "sábado, 9 de febrero de 2025, 22:02", "10:02 PM".
        return others.Count == 0 || (others.Count <= MostBetween && words.Count(word => char.IsDigit(word[0])) > Short);
    }

    private static (Person? Person, int Length) Known(IReadOnlyList<string> words, List<(Person Person, IReadOnlyList<string> Name)> names)
    {
        var found = names.FirstOrDefault(known => words.Count >= known.Name.Count && known.Name.Index().All(word => words[word.Index] == word.Item));
        return (found.Person, found.Name?.Count ?? 0);
    }

    [GeneratedRegex(@"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)", RegexOptions.CultureInvariant, MatchWithin)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\p{L}.])\p{L}{4,}[.!?]\s*$", RegexOptions.CultureInvariant, MatchWithin)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^\W*(?:from|von|van|de|da|od|от|kutoka|من)\s*[:：]\s*(?<name>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchWithin)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^\W*(?:to|sent|date|subject|cc|an|gesendet|datum|betreff|para|enviado|fecha|asunto|à|envoyé|objet|кому|тема)\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchWithin)]
    private static partial Regex BelowMail();

    // A time, with a day or without, and a name up to a colon. "10.12" without a day is a number of a section.
    [GeneratedRegex(@"^[\s\p{Cf}\[(]*(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[,\s]+(?:\w{1,4}\.?\s+)?\d{1,2}[:.]\d{2}|\d{1,2}:\d{2})(?:[:.]\d{2})?(?:\s*[ap]\.?\s?m\.?)?(?:[\s,]+\d{1,4}[./-]\d{1,2}[./-]\d{1,4})?[\s\p{Cf}\])]*[-–—:;]?\s+(?<name>[^\s:][^:]{0,59}):(?:\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchWithin)]
    private static partial Regex Chat();
}
