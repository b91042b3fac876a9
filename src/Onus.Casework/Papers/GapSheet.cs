using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Documents;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Ingest.Reading;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Papers;

/// <summary>
/// The gap sheet. Its first page holds the case: a line and a next step for each count, what breaks it, what is contested, what runs out, what is missing or
/// unread. The rest is an annex. Counsel's paper, and says so on every page.
/// </summary>
public sealed class GapSheet(OnusStore store, LoadProof load, FindGaps gaps, Texts texts) : CasePaper
{
    /// <inheritdoc/>
    public override string Kind => "gap-sheet";

    /// <inheritdoc/>
    public override string Title => "gap-sheet.title";

    /// <inheritdoc/>
    public override CompartmentKind In => CompartmentKind.CounselsPapers;

    // Nobody reads further, and there may be thousands; how many is said.
    private const int DependenciesShown = 60;

    /// <summary>Makes the sheet.</summary>
    /// <returns><c>cases.not-found</c>, also for those who may not see counsel's papers.</returns>
    public override async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        var loaded = await load.Handle(reference, actor, null, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var view = loaded.Value;
        await using var work = store.Begin(actor);
        var today = view.Case.Case.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime);
        var missing = await gaps.Handle(reference, today, actor, cancel);
        if (missing.Error is { } gone)
        {
            return gone;
        }

        var kept = await work.Db.Retention.Where(r => r.CaseId == view.Case.Case.Id).ToListAsync(cancel);
        var absent = await AbsentAttachments.Of(work.Db, view.Case.Case.Id, cancel);
        var warned = await MayBeLost.Of(work.Db, view.Case.Case.Id, null, cancel);
        var silent = await work.Db.Totals.Where(t => t.CaseId == view.Case.Case.Id).PagesWithoutText().SumAsync(t => t.Count, cancel);
        var unheard = await UnheardRecordings.Of(work.Db, view.Case.Case.Id, cancel);
        var words = new ProofWords(view.Proof, texts);
        var advice = LookForNext.Of(view.Proof, view.Engine).Select(new FindingSentences(words).Of).ToList();
        var front = new GapSheetFront(view, words, texts);
        var blocks = new List<PrintBlock>(front.Of(advice, missing.Value, [("attachments", absent), ("without-text", silent), ("unheard", unheard)], warned, today))
        {
            new PrintPageBreak(),
            new PrintHeading(1, texts["gap-sheet.annex"]),
        };
        foreach (var column in view.Proof.Columns.Where(c => c.Count is not null))
        {
            AddCount(blocks, view, words, column, advice, today);
        }

        var whole = advice.Where(a => a.Finding.Count is null).ToList();
        if (whole.Count > 0)
        {
            blocks.Add(new PrintHeading(1, texts["gap-sheet.whole-case"]));
            blocks.Add(new PrintList(false, [.. whole.Select(a => Words(a))]));
        }

        AddList(blocks, "gap-sheet.contested", front.Contested());
        AddMissing(blocks, missing.Value);
        AddList(blocks, "gap-sheet.warned", Warned(view, warned, texts));
        AddRetention(blocks, kept, today);
        blocks.Add(new PrintNote(texts["analysis.foot"]));
        return PaperFrame.Of(texts["gap-sheet.title"], blocks, view.Case.Case, work.Now, texts, PaperNames.Of(view.Case, texts, null), court: null, header: texts["paper.working"]);
    }

    private void AddCount(List<PrintBlock> blocks, ProofView view, ProofWords words, ChargeColumn column, List<Advice> advice, DateOnly today)
    {
        var count = column.Count!;
        var title = view.Proof.Law.Title(count.OffenceId, count.From, texts);
        blocks.Add(new PrintHeading(1, texts.Format("gap-sheet.count", ("number", count.Number), ("offence", title))));
        blocks.Add(new PrintParagraph(texts.Format(
            count.Survivor is null ? "gap-sheet.against" : "gap-sheet.against-for",
            ("defendant", words.Person(count.Defendant)),
            ("survivor", count.Survivor is { } survivor ? words.Person(survivor) : ""),
            ("from", count.From),
            ("to", count.To))));
        if (column.Law.Error is { } none)
        {
            blocks.Add(new PrintNote(texts.Of(none)));
            return;
        }

        var offence = column.Law.Value;
        if (offence.Review.Status == LawStatus.Unreviewed)
        {
            blocks.Add(new PrintNote(texts.Format("gap-sheet.unreviewed", ("citation", offence.Citation))));
        }

        if (LimitationLine.Of(view, column, today, texts) is { } limitation)
        {
            blocks.Add(new PrintParagraph(limitation.Sentence));
        }

        if (Amendments.First(view.Proof.Law, column.OffenceId, column.From, column.To) is var (day, hasText))
        {
            blocks.Add(new PrintNote(texts.Format(hasText ? "counts.straddles" : "counts.no-text-from", ("citation", offence.Citation), ("day", day))));
        }

        AddElements(blocks, ElementLines.Of(view, words, column), column, words);
        blocks.AddRange(CountAnswers.NotDecided(view, words, column).Select(sentence => new PrintNote(sentence.ToString())));
        var depends = new ProofSentences(words, view.Engine).Of(column, view.Engine.CutsOf([column.Goal], ProofSentences.MaxOrder)[0], DependenciesShown);
        blocks.Add(new PrintHeading(2, texts["gap-sheet.depends"]));
        blocks.Add(new PrintParagraph(depends.Lead.ToString()));
        if (depends.Items.Count > 0)
        {
            blocks.Add(new PrintList(false, [.. depends.Items.Select(item => (IReadOnlyList<PrintRun>)
                [new PrintRun(item.Title.ToString(), Bold: true), new PrintRun(string.Concat(item.Chain.Select(step => "\n" + step)))])]));
        }

        if (depends.More > 0)
        {
            blocks.Add(new PrintNote(texts.Format("counts.depends-more", ("count", depends.More))));
        }

        blocks.Add(new PrintParagraph(depends.Searched));
        var mind = BesideCount.Of(view, words, texts, column).ToList();
        if (mind.Count > 0)
        {
            blocks.Add(new PrintHeading(2, texts["counts.beside"]));
            blocks.Add(new PrintList(false, [.. mind.Select(sentence => (IReadOnlyList<PrintRun>)[new PrintRun(sentence)])]));
        }

        var own = advice.Where(a => a.Finding.Count?.Id == count.Id).ToList();
        if (own.Count > 0)
        {
            blocks.Add(new PrintHeading(2, texts["gap-sheet.next"]));
            blocks.Add(new PrintList(true, [.. own.Select(Words)]));
        }
    }

    private void AddElements(List<PrintBlock> blocks, IReadOnlyList<ElementLine> lines, ChargeColumn column, ProofWords words)
    {
        var rows = lines.Where(line => line.Row.Element is Leaf || line.EmptyWays.Count > 0).Select(line =>
        {
            var empty = line.EmptyWays.Count == 0 ? "" : "\n" + texts.Format("counts.empty-ways", ("count", line.EmptyWays.Count)) + " " + string.Join("; ", line.EmptyWays.Select(way => way.Text)) + ".";
            var marks = line.Row.IsAlternative ? words.Marks(line.Row).Prepend(words.StandsFor(line.Row, column.Law.Value) ?? texts["gap-sheet.alternative"]) : words.Marks(line.Row);
            var reliance = ShortReliance.Of(line.Cell, column, line.Row.Element, words);
            var beside = reliance.LookElsewhere ? reliance.Beside.Append(texts["gap-sheet.elsewhere"]) : reliance.Beside;
            return (IReadOnlyList<IReadOnlyList<PrintRun>>)
            [
                [new PrintRun(line.Row.Element.Text), new PrintRun(string.Concat(marks.Select(mark => "\n" + mark)) + empty, Italic: true)],
                [new PrintRun(line.Row.IsPleadedOnly ? "–" : texts["standing." + ProofWordKeys.Of(line.Word)])],
                [
                    new PrintRun(line.Row.Element is Group || line.Exhibits.Count == 0 ? "–" : words.Exhibits(line.Exhibits).ToString()),
                    new PrintRun(line.Row.Element is Group || line.Fallen.Count == 0 ? "" : "\n" + texts.Format("gap-sheet.fell", ("exhibits", words.Exhibits(line.Fallen).ToString())), Italic: true),
                ],
                [new PrintRun(line.Row.IsPleadedOnly ? "–" : reliance.Word ?? "–"), new PrintRun(string.Concat(beside.Select(said => "\n" + said)), Italic: true)],
            ];
        }).ToList();
        blocks.Add(new PrintTable(
            [
                new PrintColumn(texts["gap-sheet.element"], 3),
                new PrintColumn(texts["gap-sheet.standing"], 1.3),
                new PrintColumn(texts["gap-sheet.rests-on"], 1.5),
                new PrintColumn(texts["gap-sheet.survivor"], 1.2),
            ],
            rows));
    }

    private IReadOnlyList<PrintRun> Words(Advice advice)
    {
        var runs = new List<PrintRun> { new(advice.Title.ToString(), Bold: true) };
        runs.AddRange(advice.Why.Select(why => new PrintRun("\n" + why)));
        runs.AddRange(advice.Sources.Select(source => new PrintRun("\n– " + source)));
        if (advice.SourcesMore > 0)
        {
            runs.Add(new PrintRun("\n– " + texts.Format("proof.finding.look-more", ("count", advice.SourcesMore)), Italic: true));
        }

        return runs;
    }

    private void AddMissing(List<PrintBlock> blocks, FindGaps.Answer missing)
    {
        var months = missing.Incomplete.SelectMany(series => series.Missing.Select(month => texts.Format("gap-sheet.month", ("month", texts.Month(month)), ("title", series.Title)))).ToList();
        // What somebody says of a gap does not take it off the sheet.
        months.AddRange(missing.Series.SelectMany(series => series.Months.Answered.Select(answer => texts.Format(
            "gap-sheet.month-answered", ("title", series.Title), ("month", texts.Month(CalendarMonth.Of(answer.Month))), ("said", GapWords.Said(texts, answer))))));
        months.AddRange(missing.Series.SelectMany(series => series.Months.Overtaken.Select(answer => texts.Format(
            series.Months.Contradicted.Contains(answer) ? "gap-sheet.month-contradicted" : "gap-sheet.month-overtaken",
            ("title", series.Title), ("month", texts.Month(CalendarMonth.Of(answer.Month))), ("said", GapWords.Said(texts, answer))))));
        AddList(blocks, "gap-sheet.months", months);
    }

    // By file: what is cut on the first page stands here.
    private static List<string> Warned(ProofView view, MayBeLost warned, Texts texts) =>
    [
        .. WarningGroups.Counted.SelectMany(group => view.Case.Materials.Where(file => warned.Count(group, file.Id) > 0)
            .Select(file => file.Title + ": " + texts.Format("files.warned." + WarningGroups.KeyOf(group), ("count", warned.Count(group, file.Id))))),
    ];

    private void AddList(List<PrintBlock> blocks, string heading, List<string> items)
    {
        if (items.Count > 0)
        {
            blocks.Add(new PrintHeading(1, texts[heading]));
            blocks.Add(new PrintList(false, [.. items.Select(item => (IReadOnlyList<PrintRun>)[new PrintRun(item)])]));
        }
    }

    private void AddRetention(List<PrintBlock> blocks, List<RetentionWatch> kept, DateOnly today)
    {
        if (kept.Count == 0)
        {
            return;
        }

        blocks.Add(new PrintHeading(1, texts["gap-sheet.retention"]));
        blocks.Add(new PrintTable(
            [new PrintColumn(texts["gap-sheet.deleted-on"], 1.2), new PrintColumn(texts["gap-sheet.days-left"], 0.7), new PrintColumn(texts["gap-sheet.what"], 3), new PrintColumn(texts["gap-sheet.holder"], 1.5)],
            [.. kept.OrderBy(r => r.DeletedOn).Select(r => (IReadOnlyList<IReadOnlyList<PrintRun>>)
            [
                [new PrintRun(texts.Day(r.DeletedOn))],
                [new PrintRun((r.DeletedOn.DayNumber - today.DayNumber).ToString(CultureInfo.InvariantCulture))],
                [new PrintRun(r.What), new PrintRun(r.Why.Length > 0 ? "\n" + r.Why : "", Italic: true)],
                [new PrintRun(r.Holder)],
            ])]));
    }
}
