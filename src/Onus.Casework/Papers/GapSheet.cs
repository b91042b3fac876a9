using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Documents;
using Onus.Casework.Proof;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Casework.Papers;

/// <summary>
/// The gap sheet: count by count what is there, what rests on the survivor alone, what has nothing yet, what the count depends on, and what
/// to ask for; then what will be deleted soon. Counsel's paper.
/// </summary>
public sealed class GapSheet(OnusStore store, LoadProof load, Texts texts)
{
    private const int DependenciesShown = 6;

    /// <summary>Makes the sheet.</summary>
    /// <returns><c>cases.not-found</c>, also for those who may not see counsel's papers.</returns>
    public async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        var loaded = await load.Handle(reference, actor, null, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var view = loaded.Value;
        await using var work = store.Begin(actor);
        var kept = await work.Db.Retention.Where(r => r.CaseId == view.Case.Case.Id).ToListAsync(cancel);
        var words = new ProofWords(view.Proof, texts);
        var blocks = new List<PrintBlock>();
        var advice = LookForNext.Of(view.Proof, view.Engine).Select(new FindingSentences(words).Of).ToList();
        AddAnswer(blocks, CountAnswers.All(view, texts));
        foreach (var column in view.Proof.Columns.Where(c => c.Count is not null))
        {
            AddCount(blocks, view, words, column, advice);
        }

        if (blocks.Count == 0)
        {
            blocks.Add(new PrintParagraph(texts["gap-sheet.no-counts"]));
        }

        var whole = advice.Where(a => a.Finding.Count is null).ToList();
        if (whole.Count > 0)
        {
            blocks.Add(new PrintHeading(1, texts["gap-sheet.whole-case"]));
            blocks.Add(new PrintList(false, [.. whole.Select(a => Words(a))]));
        }

        AddRetention(blocks, kept, view.Case.Case.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime));
        blocks.Add(new PrintNote(texts["analysis.foot"]));
        return Paper.Of(texts["gap-sheet.title"], blocks, view.Case.Case, work.Now, texts);
    }

    /// <summary>The sheet in a sentence a count, before anything else.</summary>
    private void AddAnswer(List<PrintBlock> blocks, IReadOnlyList<CountLine> lines)
    {
        if (lines.Count > 0)
        {
            blocks.Add(new PrintList(false, [.. lines.Select(line => (IReadOnlyList<PrintRun>)
            [
                new PrintRun(texts.Format("gap-sheet.count", ("number", line.Column.Count!.Number), ("offence", line.Column.Law.IsOk ? line.Column.Law.Value.Title : line.Column.OffenceId)), Bold: true),
                new PrintRun("\n" + line.Sentence),
            ])]));
        }
    }

    private void AddCount(List<PrintBlock> blocks, ProofView view, ProofWords words, ChargeColumn column, List<Advice> advice)
    {
        var count = column.Count!;
        var title = column.Law.IsOk ? column.Law.Value.Title : count.OffenceId;
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

        blocks.Add(new PrintParagraph(depends.Searched));
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
            var marks = line.Row.IsAlternative ? words.Marks(line.Row).Prepend(texts["gap-sheet.alternative"]) : words.Marks(line.Row);
            var beside = RelianceSentences.Beside(line.Cell, column, words);
            return (IReadOnlyList<IReadOnlyList<PrintRun>>)
            [
                [new PrintRun(line.Row.Element.Text), new PrintRun(string.Concat(marks.Select(mark => "\n" + mark)) + empty, Italic: true)],
                [new PrintRun(line.Row.IsPleadedOnly ? "–" : texts["standing." + ProofWordKeys.Of(line.Word)])],
                [new PrintRun(line.Row.Element is Group || line.Exhibits.Count == 0 ? "–" : words.Exhibits(line.Exhibits).ToString())],
                [new PrintRun(line.Row.IsPleadedOnly ? "–" : words.Reliance(line.Cell.State, column)), new PrintRun(beside is null ? "" : "\n" + beside, Italic: true)],
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

    private static IReadOnlyList<PrintRun> Words(Advice advice)
    {
        var runs = new List<PrintRun> { new(advice.Title.ToString(), Bold: true) };
        runs.AddRange(advice.Why.Select(why => new PrintRun("\n" + why)));
        runs.AddRange(advice.Sources.Select(source => new PrintRun("\n– " + source)));
        return runs;
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
