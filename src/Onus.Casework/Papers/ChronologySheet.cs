using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Casework.Papers;

/// <summary>The chronology for paper: the dated facts with the exhibits that show them. Facts, not every message: a bundle is read by people.</summary>
public sealed class ChronologySheet(OnusStore store, LawPacks law, Texts texts)
{
    /// <summary>Makes the sheet.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var loaded = await LoadCase.Of(work, reference, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var snapshot = loaded.Value;
        var dated = snapshot.Facts.Where(f => f.On is not null).OrderBy(f => f.On).ThenBy(f => f.Sentence, StringComparer.Ordinal).ToList();
        var exhibits = await Withheld.Exhibits(work, snapshot, cancel);
        var facts = Withheld.Facts(snapshot, exhibits);
        var unseen = Withheld.Facts(snapshot, Withheld.Unseen(snapshot)).Except(facts).ToHashSet();
        var withheld = dated.Count(fact => facts.Contains(fact.Id));
        var covered = dated.Count(fact => unseen.Contains(fact.Id));
        var court = await CourtWords.Of(work, snapshot, law, texts, cancel);
        var blocks = new List<PrintBlock>
        {
            new PrintParagraph(texts.Format("chronology-sheet.lede", ("count", dated.Count), ("undated", snapshot.Facts.Count - dated.Count))),
        };
        if (withheld > 0)
        {
            blocks.Add(new PrintNote(texts.Format("chronology-sheet.withheld", ("count", withheld))));
        }

        if (covered > 0)
        {
            blocks.Add(new PrintNote(texts.Format("chronology-sheet.unseen", ("count", covered))));
        }

        if (dated.Count > 0)
        {
            blocks.Add(new PrintTable(
                [new PrintColumn(texts["chronology-sheet.day"], 1.4), new PrintColumn(texts["chronology-sheet.fact"], 5), new PrintColumn(texts["chronology-sheet.shown-by"], 1.6)],
                [.. dated.GroupBy(fact => (fact.On, fact.Sentence)).Select(same => Row([.. same], snapshot, court, facts, unseen))]));
        }

        return Paper.Of(texts["chronology-sheet.title"], blocks, snapshot.Case, work.Now, texts, PaperNames.Of(snapshot, texts, court), court, header: null);
    }

    // A sentence that several facts state on one day is one line, with all exhibits that show it.
    private IReadOnlyList<IReadOnlyList<PrintRun>> Row(IReadOnlyList<Fact> same, CaseSnapshot snapshot, CourtWords court, IReadOnlySet<FactId> withheld, HashSet<FactId> unseen)
    {
        var ties = snapshot.ExhibitTies.Where(t => same.Any(fact => fact.Id == t.Fact)).ToList();
        List<Domain.Evidence.Exhibit> Cited(Bearing bearing) => [.. snapshot.Exhibits.Where(e => ties.Any(t => t.Exhibit == e.Id && t.Bearing == bearing)).OrderBy(e => e.Number)];
        string List(Bearing bearing) => string.Join(", ", Cited(bearing).Select(e => Files.ExhibitNotes.Mark(e, snapshot, law, texts) is { Length: > 0 } mark ? $"EX-{e.Number} ({court.Say(mark)})" : $"EX-{e.Number}"));
        var against = List(Bearing.Undermines);
        var shown = List(Bearing.Supports) + (against.Length > 0 ? $" ↔ {against}" : "");
        if (same.Any(fact => withheld.Contains(fact.Id) || unseen.Contains(fact.Id)))
        {
            var why = texts[same.Any(fact => withheld.Contains(fact.Id)) ? "papers.withheld" : "papers.unseen"];
            return [[new PrintRun(texts.Day(same[0].On!.Value))], [new PrintRun(why)], [new PrintRun(shown)]];
        }

        var translated = Cited(Bearing.Supports).Where(e => e.Translation.Length > 0).Select(e => $"EX-{e.Number}: {e.Translation}").ToList();
        return
        [
            [new PrintRun(texts.Day(same[0].On!.Value))],
            translated.Count == 0
                ? [new PrintRun(court.Say(same[0].Sentence))]
                : [new PrintRun(court.Say(same[0].Sentence)), new PrintRun(" · " + texts.Format("chronology-sheet.translated", ("words", string.Join(" · ", translated)))) { Verbatim = true }],
            [new PrintRun(shown)],
        ];
    }
}
