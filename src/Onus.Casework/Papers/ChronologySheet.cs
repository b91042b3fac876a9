using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Papers;

/// <summary>The chronology for paper: the dated facts with the exhibits that show them. Facts, not every message: a bundle is read by people.</summary>
public sealed class ChronologySheet(OnusStore store, LawPacks law, Texts texts) : CasePaper
{
    /// <inheritdoc/>
    public override string Kind => "chronology";

    /// <inheritdoc/>
    public override string Title => "chronology-sheet.title";

    /// <inheritdoc/>
    public override CompartmentKind In => CompartmentKind.Record;

    // "2025-03-02": what is longer states an hour too.
    private const int DayLength = 10;

    // Behind every clock.
    private const string Last = "~";

    /// <summary>Makes the sheet.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public override async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var loaded = await LoadCase.Of(work, reference, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var snapshot = loaded.Value;
        // To whoever does not see the record, an empty list would say that there is nothing.
        if (!actor.MaySee(snapshot.Case.Id, CompartmentKind.Record))
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var dated = await InOrder(work, snapshot, cancel);
        var exhibits = await Withheld.Exhibits(work, snapshot, cancel);
        var facts = await Withheld.Repeating(work, snapshot, exhibits, cancel);
        var outside = Shown(Withheld.Outside(snapshot)).Except(facts).ToHashSet();
        var unseen = Shown(Withheld.Unseen(snapshot)).Except(facts).Except(outside).ToHashSet();
        var withheld = dated.Count(fact => facts.Contains(fact.Id));
        var beyond = dated.Count(fact => outside.Contains(fact.Id));
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

        if (beyond > 0)
        {
            blocks.Add(new PrintNote(texts.Format("chronology-sheet.outside", ("count", beyond))));
        }

        if (covered > 0)
        {
            blocks.Add(new PrintNote(texts.Format("chronology-sheet.unseen", ("count", covered))));
        }

        if (dated.Count > 0)
        {
            blocks.Add(new PrintTable(
                [new PrintColumn(texts["chronology-sheet.day"], 1.4), new PrintColumn(texts["chronology-sheet.fact"], 5), new PrintColumn(texts["chronology-sheet.shown-by"], 1.6)],
                [.. dated.Select(fact => Row(fact, snapshot, court, facts.Contains(fact.Id) ? "papers.withheld" : outside.Contains(fact.Id) ? "papers.outside" : unseen.Contains(fact.Id) ? "papers.unseen" : null))]));
        }

        return PaperFrame.Of(texts["chronology-sheet.title"], blocks, snapshot.Case, work.Now, texts, PaperNames.Of(snapshot, texts, court), court, header: null);

        IReadOnlySet<FactId> Shown(IReadOnlySet<ExhibitId> exhibits) => Withheld.Facts(snapshot, exhibits);
    }

    // By day, and within it by the time of what shows the fact, as on screen: instants before clocks of which nobody knows the zone, and these before what states no hour.
    private static async Task<IReadOnlyList<Fact>> InOrder(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var cited = snapshot.Exhibits.Where(exhibit => exhibit.Record is not null).ToDictionary(exhibit => exhibit.Id, exhibit => exhibit.Record!.Value);
        var ids = cited.Values.Distinct().ToList();
        var times = await work.Db.Records.Where(r => r.CaseId == snapshot.Case.Id && ids.Contains(r.Id)).Select(r => new { r.Id, r.Day, r.TimeLocal, r.Utc, r.Sequence }).ToDictionaryAsync(r => r.Id, cancel);
        var shown = snapshot.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && cited.ContainsKey(tie.Exhibit)).ToLookup(tie => tie.Fact, tie => times.GetValueOrDefault(cited[tie.Exhibit]));
        return
        [
            .. snapshot.Facts.Where(fact => fact.On is not null)
                .Select(fact => (Fact: fact, First: shown[fact.Id].Where(time => time is not null && time.Day == fact.On!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                    .OrderBy(time => time!.Utc ?? DateTimeOffset.MaxValue).ThenBy(time => time!.TimeLocal is { Length: > DayLength } ? time.TimeLocal : Last, StringComparer.Ordinal).ThenBy(time => time!.Sequence).FirstOrDefault()))
                .OrderBy(of => of.Fact.On)
                .ThenBy(of => of.First?.Utc ?? DateTimeOffset.MaxValue)
                .ThenBy(of => of.First?.TimeLocal is { Length: > DayLength } clock ? clock : Last, StringComparer.Ordinal)
                .ThenBy(of => of.First?.Sequence ?? int.MaxValue)
                .ThenBy(of => of.Fact.Sentence, StringComparer.Ordinal)
                .ThenBy(of => of.Fact.Id.Value)
                .Select(of => of.Fact),
        ];
    }

    private IReadOnlyList<IReadOnlyList<PrintRun>> Row(Fact fact, CaseSnapshot snapshot, CourtWords court, string? withheld)
    {
        var ties = snapshot.ExhibitTies.Where(t => t.Fact == fact.Id).ToList();
        List<Domain.Evidence.Exhibit> Cited(Bearing bearing) => [.. snapshot.Exhibits.Where(e => ties.Any(t => t.Exhibit == e.Id && t.Bearing == bearing)).OrderBy(e => e.Number)];
        string List(Bearing bearing) => string.Join(", ", Cited(bearing).Select(e => Files.ExhibitNotes.Mark(e, snapshot, law, texts) is { Length: > 0 } mark ? $"EX-{e.Number} ({court.Say(mark)})" : $"EX-{e.Number}"));
        var against = List(Bearing.Undermines);
        var shown = List(Bearing.Supports) + (against.Length > 0 ? $" ↔ {against}" : "");
        if (withheld is not null)
        {
            return [[new PrintRun(texts.Day(fact.On!.Value))], [new PrintRun(texts[withheld])], [new PrintRun(shown)]];
        }

        var translated = Cited(Bearing.Supports).Where(e => e.Translation.Length > 0).Select(e => $"EX-{e.Number}: {e.Translation}").ToList();
        return
        [
            [new PrintRun(texts.Day(fact.On!.Value))],
            translated.Count == 0
                ? [new PrintRun(court.Say(fact.Sentence))]
                : [new PrintRun(court.Say(fact.Sentence)), new PrintRun(" · " + texts.Format("chronology-sheet.translated", ("words", string.Join(" · ", translated)))) { Verbatim = true }],
            [new PrintRun(shown)],
        ];
    }
}
