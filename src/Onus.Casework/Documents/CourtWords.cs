using System.Text.RegularExpressions;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Store;

namespace Onus.Casework.Documents;

/// <summary>
/// The words of papers that are filed or sent: whoever the law pack calls complainant, victim or witness before a court is called so there, whatever the
/// screens say. Only our own words are changed, titles that the unit gave among them; what is quoted, and the
/// name under which a file was received, stay as they are.
/// </summary>
public sealed class CourtWords
{
    private readonly Texts texts;
    private readonly SurvivorTerm term;
    private readonly Regex others;
    private readonly IReadOnlyList<(Regex Name, string Now)> earlier;
    private readonly HashSet<string> titles;

    /// <summary>The words of a case.</summary>
    /// <param name="country">Country of its law pack.</param>
    /// <param name="people">Its people.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="earlier">Pseudonyms that people had before, longest first: no paper calls one person by two names.</param>
    /// <param name="titles">Titles that the unit gave, which a sentence may have in quotation marks though they are no evidence.</param>
    public CourtWords(string country, IReadOnlyCollection<Person> people, LawPacks law, Texts texts, IReadOnlyList<EarlierName> earlier, IEnumerable<string> titles)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(titles);
        this.texts = texts;
        this.titles = titles.ToHashSet(StringComparer.Ordinal);
        this.earlier = [.. earlier.Select(name => (new Regex($@"(?<!\w){Regex.Escape(name.Name)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), name.Person.Pseudonym))];
        SurvivorTerm[] calls = [SurvivorTerm.Survivor, SurvivorTerm.Victim, SurvivorTerm.Complainant];
        // A longer word, such as "survivorship", is another word.
        others = new Regex($@"(?<!\w)(?:(?<many>{Any("many")})|{Any("one")})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var wanted = law.Of(country)?.Terms.Court ?? SurvivorTerm.Complainant;
        // "Survivor B" must not become the "Witness B" who is somebody else: then the complainant is called so.
        var free = calls.Prepend(SurvivorTerm.Complainant).Prepend(wanted).Where(call => !people.Where(person => person.Is(PersonRole.Survivor))
            .Any(person => Say(person.Pseudonym, call) is var said && people.Any(other => other.Id != person.Id && FoldedName.Same(other.Pseudonym, said))));
        term = free.FirstOrDefault(SurvivorTerm.Survivor);

        string Any(string number) => string.Join('|', calls.Select(call => Regex.Escape(Word(call, number))));
    }

    /// <summary>The words of a case, with the names that its people had before.</summary>
    internal static async Task<CourtWords> Of(UnitOfWork work, CaseSnapshot of, LawPacks law, Texts texts, CancellationToken cancel) =>
        new(of.Case.Country, of.People, law, texts, await EarlierNames.Of(work, of.Case.Id, of.People, cancel), of.Materials.Where(IsOurs).Select(file => file.Title));

    /// <summary>A text of ours as the court reads it.</summary>
    public string Say(string text) => QuotedParts.Outside(text, Ours, quoted => titles.Contains(quoted[1..^1]) ? "“" + Ours(quoted[1..^1]) + "”" : quoted);

    private string Ours(string own) => Say(earlier.Aggregate(own, (said, name) => name.Name.Replace(said, name.Now.Replace("$", "$$", StringComparison.Ordinal))), term);

    private static bool IsOurs(Domain.Evidence.Material file) => file.Title != file.Name[(file.Name.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>
    /// The title of a file as the court reads it. What the unit called it are our words, in which nobody goes by a second name; the name under which it was
    /// received stays as it is, as the file is found by it.
    /// </summary>
    public string Title(Domain.Evidence.Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsOurs(file) ? Say(file.Title) : file.Title;
    }

    /// <summary>The title of an exhibit; one that is called after its file is called as the file is, so that one paper has one name for both.</summary>
    public string Title(Domain.Evidence.Exhibit exhibit, Domain.Evidence.Material? file)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        return file is not null && file.Title == exhibit.Title ? Title(file) : Say(exhibit.Title);
    }

    private string Say(string text, SurvivorTerm call) => others.Replace(text, found =>
    {
        var word = Word(call, found.Groups["many"].Success ? "many" : "one");
        return char.IsUpper(found.Value[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    });

    private string Word(SurvivorTerm call, string number) => texts[$"proof.term.{call.ToString().ToLowerInvariant()}.{number}"];
}
