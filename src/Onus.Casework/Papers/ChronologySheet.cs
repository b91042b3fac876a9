using Onus.Casework.Cases;
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
        var court = CourtWords.Of(snapshot, law, texts);
        var blocks = new List<PrintBlock>
        {
            new PrintParagraph(texts.Format("chronology-sheet.lede", ("count", dated.Count), ("undated", snapshot.Facts.Count - dated.Count))),
        };
        if (dated.Count > 0)
        {
            blocks.Add(new PrintTable(
                [new PrintColumn(texts["chronology-sheet.day"], 1.4), new PrintColumn(texts["chronology-sheet.fact"], 5), new PrintColumn(texts["chronology-sheet.shown-by"], 1.6)],
                [.. dated.Select(fact => Row(fact, snapshot, court))]));
        }

        return Paper.Of(texts["chronology-sheet.title"], blocks, snapshot.Case, work.Now, texts, court);
    }

    private IReadOnlyList<IReadOnlyList<PrintRun>> Row(Fact fact, CaseSnapshot snapshot, CourtWords court)
    {
        var ties = snapshot.ExhibitTies.Where(t => t.Fact == fact.Id).ToList();
        string List(Bearing bearing) => string.Join(", ", snapshot.Exhibits
            .Where(e => ties.Any(t => t.Exhibit == e.Id && t.Bearing == bearing)).Select(e => $"EX-{e.Number}"));
        var against = List(Bearing.Undermines);
        return
        [
            [new PrintRun(texts.Day(fact.On!.Value))],
            [new PrintRun(court.Say(fact.Sentence))],
            [new PrintRun(List(Bearing.Supports) + (against.Length > 0 ? $" ↔ {against}" : ""))],
        ];
    }
}
