using System.Globalization;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Store;

namespace Onus.Casework.Papers;

/// <summary>What is marked for disclosure and what is not yet considered, by file, for paper. Words of what may be privileged are not repeated.</summary>
public sealed class DisclosureList(OnusStore store, ListMarks marks, LawPacks law, Texts texts) : CasePaper
{
    /// <inheritdoc/>
    public override string Kind => "disclosure";

    /// <inheritdoc/>
    public override string Title => "disclosure.title";

    /// <inheritdoc/>
    public override CompartmentKind In => CompartmentKind.Record;

    /// <summary>Makes the list.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public override async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        var listed = await marks.Handle(reference, actor, cancel);
        if (listed.Error is { } error)
        {
            return error;
        }

        var answer = listed.Value;
        await using var work = store.Begin(actor);
        var court = await CourtWords.Of(work, answer.Case, law, texts, cancel);
        var blocks = new List<PrintBlock> { new PrintParagraph(Lede(answer, texts, court.Title)), new PrintNote(texts["disclosure.privilege"]), new PrintHeading(1, texts["disclosure.by-file"]) };
        blocks.Add(new PrintTable(
            [new PrintColumn(texts["disclosure.file"], 4), .. Figures.Select(figure => new PrintColumn(texts["disclosure." + figure], 1.2))],
            [.. answer.Files.Select(file => Row(court.Title(file.File), file.Tally)), Row(texts["disclosure.facts"], answer.Facts)]));
        if (answer.Unread > 0)
        {
            blocks.Add(new PrintNote(texts.Format("disclosure.unread", ("count", answer.Unread))));
        }

        foreach (var (key, items) in Lists(answer))
        {
            blocks.Add(new PrintHeading(1, texts["disclosure." + key]));
            blocks.Add(items.Count == 0
                ? new PrintParagraph(texts["disclosure.marked-none"])
                : new PrintTable(
                    [new PrintColumn(texts["disclosure.item"], 4), new PrintColumn(texts["disclosure.marks"], 2), new PrintColumn(texts["disclosure.who"], 1.6)],
                    [.. items.Select(item => (IReadOnlyList<IReadOnlyList<PrintRun>>)
                    [
                        [.. Runs(item, court)],
                        [new PrintRun(string.Join("\n", MarksOf(item.Marks, texts)))],
                        [new PrintRun(string.Join("\n", item.TakenBack.Select(back => back.Told(texts, court.Say)).Prepend(Considered(item.Marks, texts))))],
                    ])]));
        }

        return PaperFrame.Of(texts["disclosure.title"], blocks, answer.Case.Case, work.Now, texts, PaperNames.Of(answer.Case, texts, court), court, header: null);
    }

    /// <summary>Keys of the figures of a tally, in their order.</summary>
    public static IReadOnlyList<string> Figures { get; } = ["records", "helps", "against", "sensitive", "privileged", "open"];

    /// <summary>The figures of a tally, in the order of <see cref="Figures"/>.</summary>
    public static IReadOnlyList<int> FiguresOf(ListMarks.Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return [tally.Total, tally.Helps, tally.Against, tally.Sensitive, tally.Privileged, tally.Open];
    }

    /// <summary>The lists by the key of their heading: what is cited against, where there is any, what is marked, and what is cited and holds deleted words.</summary>
    public static IEnumerable<(string Key, IReadOnlyList<ListMarks.Item> Items)> Lists(ListMarks.Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new[] { ("cited-against", answer.Against), ("marked", answer.Marked), ("cited-deleted", answer.Deleted) }.Where(list => list.Item1 == "marked" || list.Item2.Count > 0);
    }

    /// <summary>The lists in a few sentences; of what is cited against and not decided, how many in which file.</summary>
    /// <param name="answer">The lists.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="title">What a file is called there.</param>
    public static string Lede(ListMarks.Answer answer, Texts texts, Func<Material, string> title)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(texts);
        var all = answer.All;
        var lede = texts.Format("disclosure.lede", ("helps", all.Helps), ("sensitive", all.Sensitive), ("privileged", all.Privileged), ("open", all.Open), ("total", all.Total));
        var files = answer.Against.Where(item => item.Awaits).CountBy(item => item.File is { } file ? title(file) : texts["disclosure.objects"])
            .Select(file => texts.Format("disclosure.against-in", ("file", file.Key), ("count", file.Value)));
        return all.Against == 0 ? lede : lede + " " + texts.Format("disclosure.lede-against", ("count", all.Against), ("files", string.Join(", ", files)));
    }

    /// <summary>What an item is: a fact by its sentence, a record by its place and words; the words of what may be privileged stay where they are.</summary>
    public static string Name(ListMarks.Item item, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(texts);
        var (place, words, deleted) = Parts(item, texts, file => file.Title);
        return string.Join(" ", deleted.Prepend(string.Join(": ", new[] { place, words }.Where(part => part.Length > 0).DefaultIfEmpty(texts["disclosure.facts"]))));
    }

    private IEnumerable<PrintRun> Runs(ListMarks.Item item, CourtWords court)
    {
        // The words of a record are evidence; a title and the sentence of a fact are ours.
        var (place, words, deleted) = Parts(item, texts, court.Title);
        yield return new PrintRun(place + (place.Length > 0 && words.Length > 0 ? ": " : "") + (place.Length + words.Length == 0 ? texts["disclosure.facts"] : ""));
        yield return item.Record is null ? new PrintRun(item is { Fact: null, Exhibit: { } exhibit, File: { } file } && words == exhibit.Title ? court.Title(exhibit, file) : court.Say(words)) : new PrintRun(words) { Verbatim = true };
        yield return new PrintRun(string.Concat(deleted.Select(told => " " + told))) { Verbatim = true };
    }

    private static (string Place, string Words, IEnumerable<string> Deleted) Parts(ListMarks.Item item, Texts texts, Func<Material, string> title)
    {
        const int Long = 120;
        var unseen = item.Unseen || item.Record?.Warnings.Has(WarningGroup.Unseen) is true;
        var words = item.Marks.Privileged || item.Withheld ? "" : unseen ? texts["papers.unseen"] : item.Fact?.Sentence ?? item.Exhibit?.Title ?? (item.Record is { } record ? OfRecord(item, record) : "");
        var called = item.File is { } file ? title(file) : "";
        var place = item.File is null ? "" : item.Record is null ? called : called + ", " + Place.Of(item.Record.Locator, texts);
        var deleted = DeletedWords.Told(item.Record?.Warnings ?? [], !item.Marks.Privileged, texts);
        return (place, item.Record is null ? Cut(words) : words, deleted.Select(told => "[" + Cut(told) + "]"));

        // What was cited, and of what nobody cited the whole; the top of a page names whom it is about and says nothing of why it stands here.
        static string OfRecord(ListMarks.Item item, Store.Database.RecordRow record) =>
            item.Cited.Where(words => record.Kind != RecordKind.Page || words != record.Text || words.Length <= Long).ToList() is { Count: > 0 } cited ? string.Join(" … ", cited.Select(Cut))
            : record.Kind == RecordKind.Page ? "" : Cut(Evidence.Passage.Whole(record));

        static string Cut(string words) => words.Length <= Long ? words : words[..Long].TrimEnd() + " …";
    }

    /// <summary>The marks in words.</summary>
    public static IEnumerable<string> MarksOf(Marks marks, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(texts);
        return new[] { (marks.HelpsDefence, "helps"), (marks.Sensitive, "sensitive"), (marks.Privileged, "privileged") }.Where(mark => mark.Item1).Select(mark => texts["disclosure." + mark.Item2]);
    }

    /// <summary>Who considered it and when.</summary>
    public static string Considered(Marks marks, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(texts);
        return marks is { ConsideredBy: { } by, ConsideredAt: { } at }
            ? texts.Format("disclosure.considered", ("who", by), ("day", DateOnly.FromDateTime(at.UtcDateTime)))
            : texts["disclosure.not-considered"];
    }

    private static IReadOnlyList<IReadOnlyList<PrintRun>> Row(string name, ListMarks.Tally tally) =>
        [[new PrintRun(name)], .. FiguresOf(tally).Select(figure => (IReadOnlyList<PrintRun>)[new PrintRun(figure.ToString(CultureInfo.InvariantCulture))])];
}
