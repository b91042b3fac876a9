using Microsoft.EntityFrameworkCore;
using Onus.Casework.Documents;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Papers;

/// <summary>
/// Whom to ask for what, and by when: a sheet to take to the police. It draws on what counsel's papers lack and says nothing of them: no count, no element,
/// no reason, nothing of what a case rests on.
/// </summary>
public sealed class WhomToAsk(OnusStore store, LoadProof load, FindGaps gaps, Texts texts) : CasePaper
{
    /// <inheritdoc/>
    public override string Kind => "whom-to-ask";

    /// <inheritdoc/>
    public override string Title => "whom.title";

    /// <inheritdoc/>
    public override CompartmentKind In => CompartmentKind.CounselsPapers;

    private const int SourcesShown = 12;

    /// <summary>Makes the sheet.</summary>
    /// <returns><c>cases.not-found</c>, also for those who may not see counsel's papers: the unit sees what counsel hands over.</returns>
    public override async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        var loaded = await load.Handle(reference, actor, null, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var view = loaded.Value;
        await using var work = store.Begin(actor);
        var of = view.Case.Case;
        var today = of.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime);
        var missing = await gaps.Handle(reference, today, actor, cancel);
        if (missing.Error is { } gone)
        {
            return gone;
        }

        var requests = (await work.Db.Requests.Where(r => r.CaseId == of.Id).ToListAsync(cancel)).Where(r => r.IsOpen && r.Stopped.Length == 0).ToList();
        var rows = requests.Select(r => (r.To, What: Asked(r), r.By))
            .Concat(missing.Value.Clocks.Where(c => !c.Passed).Select(c => (To: c.Watch.Holder, What: texts.Format("whom.preserve", ("what", Ended(c.Watch.What))), By: (DateOnly?)c.Watch.DeletedOn.AddDays(c.DaysLeft > 0 ? -1 : 0))))
            .OrderBy(row => row.By ?? DateOnly.MaxValue).ThenBy(row => row.To, StringComparer.Ordinal)
            .Concat(missing.Value.Incomplete.SelectMany(s => s.Missing.Select(month => (To: s.From, What: texts.Format("whom.month", ("month", texts.Month(month)), ("title", s.Title)), By: (DateOnly?)null))))
            .ToList();
        var blocks = new List<PrintBlock>();
        if (rows.Count > 0)
        {
            blocks.Add(new PrintParagraph(texts["whom.lede"]));
            blocks.Add(new PrintTable(
                [new PrintColumn(texts["whom.to"], 2), new PrintColumn(texts["whom.what"], 4), new PrintColumn(texts["whom.by"], 1.4)],
                [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<PrintRun>>)[[new PrintRun(row.To)], [new PrintRun(row.What)], [new PrintRun(row.By is { } by ? texts.Day(by) : texts["whom.no-day"])]])]));
        }

        var words = new FindingSentences(new ProofWords(view.Proof, texts));
        var topics = LookForNext.Of(view.Proof, view.Engine).Where(finding => words.Of(finding).Ask is not null)
            .SelectMany(finding => finding.Topics).SelectMany(topic => topic.Sources).Distinct(StringComparer.Ordinal).ToList();
        if (topics.Count > 0)
        {
            blocks.Add(new PrintHeading(2, texts["whom.also"]));
            blocks.Add(new PrintParagraph(texts["whom.also-lede"]));
            blocks.Add(new PrintList(false, [.. topics.Take(SourcesShown).Select(source => (IReadOnlyList<PrintRun>)[new PrintRun(source)])]));
            if (topics.Count > SourcesShown)
            {
                blocks.Add(new PrintNote(texts.Format("whom.shown", ("shown", SourcesShown), ("total", topics.Count))));
                blocks.Add(new PrintPageBreak());
                blocks.Add(new PrintHeading(2, texts["whom.rest"]));
                blocks.Add(new PrintList(false, [.. topics.Skip(SourcesShown).Select(source => (IReadOnlyList<PrintRun>)[new PrintRun(source)])]));
            }
        }

        if (blocks.Count == 0)
        {
            blocks.Add(new PrintParagraph(texts["whom.none"]));
        }

        return PaperFrame.Of(texts["whom.title"], blocks, of, work.Now, texts, PaperNames.Of(view.Case, texts, null), court: null, header: null);
    }

    // What somebody typed may end in a full stop of its own, and the sentence around it ends in one.
    private static string Ended(string typed) => typed.Trim().TrimEnd('.');

    private string Asked(EvidenceRequest request) => texts.Format(
        request.Status == RequestStatus.Draft ? "whom.drafted" : request.Status == RequestStatus.SentBack ? "whom.sent-back" : "whom.sent",
        ("what", string.Join(", ", new[] { Ended(request.What), Ended(request.Account), RequestLetter.PeriodOf(request, texts) }.Where(part => part.Length > 0))),
        ("number", request.Number));
}
