using Onus.Casework.Cases;
using Onus.Casework.Documents;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;

namespace Onus.Casework.Papers;

/// <summary>
/// What every paper passes before it leaves: where a title, a label or a sentence of ours names a survivor by a name of the files, the paper says what it
/// calls her. Words of evidence stand as they are; how many of them name her is told to whoever prints the paper.
/// </summary>
internal sealed class PaperNames
{
    private readonly SurvivorNames names;
    private readonly HashSet<string> titles;
    private readonly Texts texts;
    private readonly CourtWords? court;
    private int replaced;
    private int left;

    /// <summary>The names of a case.</summary>
    /// <param name="people">Its people.</param>
    /// <param name="titles">Titles that sentences may give in quotation marks though they are no evidence.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="court">The words of a paper that is filed or sent; null for one that stays in the office, where nothing is quoted for its own sake.</param>
    internal PaperNames(IReadOnlyCollection<Person> people, IEnumerable<string> titles, Texts texts, CourtWords? court)
    {
        names = KnownNames.Of(people, texts);
        this.titles = titles.ToHashSet(StringComparer.Ordinal);
        this.texts = texts;
        this.court = court;
    }

    /// <summary>The names of a case, with the titles of its files and exhibits.</summary>
    internal static PaperNames Of(CaseSnapshot of, Texts texts, CourtWords? court) =>
        new(of.People, of.Materials.SelectMany(file => new[] { file.Title, court?.Title(file) ?? file.Title, file.Name }).Concat(of.Exhibits.Select(exhibit => exhibit.Title)), texts, court);

    /// <summary>The paper without the names, and what whoever prints it is told.</summary>
    internal PrintDocument Off(PrintDocument paper)
    {
        var said = paper with
        {
            Title = Say(paper.Title),
            Subtitle = paper.Subtitle is { } subtitle ? Say(subtitle) : null,
            Meta = [.. paper.Meta.Select(Say)],
            Header = paper.Header is { } header ? Say(header) : null,
            Blocks = [.. paper.Blocks.Select(Block)],
        };
        return said with
        {
            Mind =
            [
                .. paper.Mind,
                .. replaced > 0 ? [texts.Format("papers.names-replaced", ("count", replaced))] : Array.Empty<string>(),
                .. left > 0 ? [texts.Format("papers.names-left", ("count", left))] : Array.Empty<string>(),
            ],
        };
    }

    private PrintBlock Block(PrintBlock block) => block switch
    {
        PrintHeading heading => heading with { Runs = Runs(heading.Runs) },
        PrintParagraph paragraph => paragraph with { Runs = Runs(paragraph.Runs) },
        PrintNote note => note with { Runs = Runs(note.Runs) },
        PrintList list => list with { Items = [.. list.Items.Select(Runs)] },
        PrintTable table => table with { Rows = [.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<PrintRun>>)[.. row.Select(Runs)])] },
        _ => block,
    };

    private IReadOnlyList<PrintRun> Runs(IReadOnlyList<PrintRun> runs) => [.. runs.Select(run => run.Verbatim ? Left(run) : run with { Text = Say(run.Text) })];

    private PrintRun Left(PrintRun run)
    {
        left += names.Count(run.Text);
        return run;
    }

    private string Say(string text) => court is null
        ? Replace(text)
        : QuotedParts.Outside(text, Replace, quoted =>
        {
            if (titles.Contains(quoted[1..^1]))
            {
                return "“" + Replace(quoted[1..^1]) + "”";
            }

            left += names.Count(quoted);
            return quoted;
        });

    private string Replace(string text) => names.Replace(text, person =>
    {
        replaced++;
        return person is null ? texts["papers.name-withheld"] : court?.Say(person.Pseudonym) ?? person.Pseudonym;
    });
}
