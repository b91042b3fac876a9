using System.Text.RegularExpressions;

namespace Onus.Domain.People;

/// <summary>
/// Finds the names of survivors in a text, such as the title of a file, and puts what they are called in their place. A name is a spelling under which the
/// records know them, whole or a word of it that can be a name, however its letters are composed and whatever stands between its words.
/// </summary>
public sealed partial class SurvivorNames
{
    // "Me", "Bo": so short a word stands in too many texts to mean somebody.
    private const int Short = 3;

    // A shorter name stands inside other words too: "anali" in "banalities".
    private const int LongEnoughInside = 6;

    // "Imelda, R. Dagohoy": what may stand between two words of one name.
    private const int MostBetween = 3;

    private readonly IReadOnlySet<string> everyday;
    private readonly IReadOnlySet<string> beforeNames;
    private readonly Dictionary<string, Bearer> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bearer> parts = new(StringComparer.Ordinal);
    private readonly List<(string Name, Bearer Of)> running = [];
    private readonly int longest;

    /// <summary>The names of the survivors among some people.</summary>
    /// <param name="people">Everybody in the case: what is somebody else's whole name is no survivor's.</param>
    /// <param name="everyday">Words that any title has: alone they are nobody's name.</param>
    /// <param name="beforeNames">Words before a name: "ms". After one, an everyday word is a name.</param>
    public SurvivorNames(IReadOnlyCollection<Person> people, IReadOnlySet<string> everyday, IReadOnlySet<string> beforeNames)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(everyday);
        ArgumentNullException.ThrowIfNull(beforeNames);
        this.everyday = everyday;
        this.beforeNames = beforeNames;
        foreach (var survivor in people.Where(person => person.Is(PersonRole.Survivor)))
        {
            var bearer = new Bearer(survivor);
            foreach (var alias in survivor.Aliases.Where(alias => !FoldedName.Same(alias, survivor.Pseudonym)))
            {
                Learn(alias, bearer);
            }
        }

        foreach (var person in people)
        {
            Shield(person);
        }

        longest = whole.Keys.Concat(parts.Keys).Select(name => name.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether a text has the name of a survivor in it.</summary>
    public bool AreIn(string text) => Count(text) > 0;

    /// <summary>At how many places a text has the name of a survivor.</summary>
    public int Count(string text)
    {
        var count = 0;
        Replace(text, _ => { count++; return ""; });
        return count;
    }

    /// <summary>The survivor whom a text names first by a name; null for nobody, or where two bear it.</summary>
    public Person? First(string text)
    {
        Person? first = null;
        Replace(text, person => { first ??= person; return ""; });
        return first;
    }

    /// <summary>A text with each name of a survivor replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="call">What stands in its place; null is given for a name that several bear, so that it cannot be told whose it is here.</param>
    public string Replace(string text, Func<Person?, string> call)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(call);
        if (whole.Count + parts.Count + running.Count == 0)
        {
            return text;
        }

        var tokens = Tokens(text);
        var marks = new Bearer?[tokens.Count];
        MarkWhole(tokens, marks);
        MarkParts(tokens, marks);
        MarkEveryday(tokens, marks);
        for (var at = tokens.Count - 1; at >= 0; at--)
        {
            if (marks[at] is not { IsShield: false } bearer)
            {
                continue;
            }

            var from = at;
            while (from > 0 && Joins(tokens, marks, text, from, bearer) is { } before)
            {
                from = before;
            }

            var (start, end) = (tokens[from].Start, tokens[at].End);
            var said = call(bearer.Person);
            text = text[..start] + (start > 0 && char.IsLetterOrDigit(text[start - 1]) ? " " : "") + said + (end < text.Length && char.IsLetterOrDigit(text[end]) ? " " : "") + text[end..];
            at = from;
        }

        foreach (var (name, of) in running)
        {
            text = Regex.Replace(text, Regex.Escape(name), _ => call(of.Person), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }

        return text;
    }

    private void Learn(string alias, Bearer bearer)
    {
        // Of an address, what stands behind the sign is its provider's name.
        var name = alias.Split('@')[0];
        var words = FoldedName.WordsOf(name);
        if (words.Sum(word => word.Count(char.IsLetter)) is var letters && name.Any(IsOfNoSpaces) && letters > 1)
        {
            running.Add((FoldedName.Spelling(name), bearer));
            return;
        }

        var telling = words.Where(word => word.Length >= Short && !word.Any(char.IsDigit) && !Pseudonyms.IsPart(word)).ToList();
        if (letters < Short || (!telling.Exists(word => !everyday.Contains(word)) && (words.Count < 2 || words.Any(word => word.Any(char.IsDigit)) || telling.Count == 0)))
        {
            // A number, or a word that any title has.
            telling.ForEach(word => Add(parts, word, bearer));
            return;
        }

        Add(everyday.Contains(string.Concat(words)) ? parts : whole, string.Concat(words), bearer with { Inside = words.Count > 1 });
        telling.ForEach(word => Add(parts, word, bearer));
    }

    // "Jun Dagohoy" is her brother, and no name of hers; "Dagohoy" alone may be either.
    private void Shield(Person person)
    {
        foreach (var name in person.Is(PersonRole.Survivor) ? [person.Pseudonym] : person.Aliases.Append(person.Pseudonym))
        {
            var words = FoldedName.WordsOf(name);
            if (words.Count > 1)
            {
                whole.TryAdd(string.Concat(words), Bearer.Nobody);
            }

            if (!person.Is(PersonRole.Survivor))
            {
                foreach (var word in words.Where(parts.ContainsKey))
                {
                    parts[word] = Bearer.Unclear;
                }
            }
        }
    }

    private static void Add(Dictionary<string, Bearer> names, string name, Bearer bearer) =>
        names[name] = names.TryGetValue(name, out var other) && other.Person != bearer.Person ? Bearer.Unclear : bearer;

    private void MarkWhole(List<Token> tokens, Bearer?[] marks)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var (joined, last, found) = ("", -1, (Bearer?)null);
            for (var end = at; end < tokens.Count && joined.Length < longest; end++)
            {
                joined += tokens[end].Folded;
                if (whole.TryGetValue(joined, out var bearer))
                {
                    (last, found) = (end, bearer);
                }
            }

            found ??= whole.Where(name => name.Value.Inside && name.Key.Length >= LongEnoughInside && tokens[at].Folded.Contains(name.Key, StringComparison.Ordinal)).Select(name => name.Value).FirstOrDefault();
            if (found is not null)
            {
                last = Math.Max(last, at);
                Array.Fill(marks, found, at, last - at + 1);
                at = last;
            }
        }
    }

    private void MarkParts(List<Token> tokens, Bearer?[] marks)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var joined = "";
            // "McDonald" is one word though a capital stands in it.
            for (var end = at; end < tokens.Count && joined.Length < longest && marks[end] is null && (end == at || tokens[end - 1].End == tokens[end].Start); end++)
            {
                joined += tokens[end].Folded;
                if (!everyday.Contains(joined) && (PartOf(joined) ?? (joined is [.. { Length: > 4 } one, 's'] ? PartOf(one) : null)) is { } bearer)
                {
                    Array.Fill(marks, bearer, at, end - at + 1);
                    break;
                }
            }
        }
    }

    // "Price" is a word of every title; "Ms Price" and "Price, Ana" name somebody.
    private void MarkEveryday(List<Token> tokens, Bearer?[] marks)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (marks[at] is null && everyday.Contains(tokens[at].Folded) && PartOf(tokens[at].Folded) is { } bearer
                && ((at > 0 && (beforeNames.Contains(tokens[at - 1].Folded) || marks[at - 1]?.Person == bearer.Person && marks[at - 1] is { IsShield: false }))
                    || (at + 1 < tokens.Count && marks[at + 1] is { IsShield: false } next && next.Person == bearer.Person)))
            {
                marks[at] = bearer;
            }
        }
    }

    private Bearer? PartOf(string word) => parts.GetValueOrDefault(word);

    /// <summary>The token before, where both are of one name; null where the name begins here.</summary>
    private static int? Joins(List<Token> tokens, Bearer?[] marks, string text, int at, Bearer bearer)
    {
        if (Near(at - 1) && marks[at - 1] is { IsShield: false } one && one.Person == bearer.Person)
        {
            return at - 1;
        }

        return at > 1 && marks[at - 1] is null && tokens[at - 1].Folded.Length == 1 && Near(at - 1) && Near(at - 2, at - 1) && marks[at - 2] is { IsShield: false } other && other.Person == bearer.Person
            ? at - 2
            : null;

        bool Near(int before, int? behind = null)
        {
            var between = text[tokens[before].End..tokens[behind ?? at].Start];
            return between.Length <= MostBetween && !between.AsSpan().ContainsAny('/', '\\', '\n');
        }
    }

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        foreach (var found in Words().EnumerateMatches(text))
        {
            var end = found.Index + found.Length;
            // "Imelda's" names Imelda.
            if (found.Length > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’' or 'ʼ')
            {
                end -= 2;
            }

            var folded = string.Concat(FoldedName.WordsOf(text[found.Index..end]));
            if (folded.Length > 0)
            {
                tokens.Add(new(found.Index, end, folded));
            }
        }

        return tokens;
    }

    private static bool IsOfNoSpaces(char letter) => letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');

    // Letters up to a capital inside a word, as names of files are written, or digits.
    [GeneratedRegex(@"\p{N}+|\p{Lu}[\p{Lu}\p{M}'’ʼ]+(?!\p{Ll})|\p{L}\p{M}*(?:[\p{Ll}\p{Lo}\p{Lm}\p{M}'’ʼ])*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    private readonly record struct Token(int Start, int End, string Folded);

    /// <summary>Whose a name is; nobody's where it shields, and no one's in particular where several bear it.</summary>
    private sealed record Bearer(Person? Person)
    {
        public static readonly Bearer Nobody = new((Person?)null) { IsShield = true };
        public static readonly Bearer Unclear = new((Person?)null);

        public bool IsShield { get; init; }

        public bool Inside { get; init; }
    }
}
