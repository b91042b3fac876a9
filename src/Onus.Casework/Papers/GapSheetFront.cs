using Onus.Casework.Cases;
using Onus.Casework.Documents;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Casework.Papers;

/// <summary>The first page of the gap sheet. What is cut to fit says how much of it is shown; no count and no next step is cut.</summary>
/// <param name="view">The case, the law and the engine.</param>
/// <param name="words">The names of the case.</param>
/// <param name="texts">The screen texts.</param>
internal sealed class GapSheetFront(ProofView view, ProofWords words, Texts texts)
{
    private const int BreaksShown = 2;
    private const int LinesShown = 3;
    private const int LongestLine = 150;

    internal IEnumerable<PrintBlock> Of(IReadOnlyList<Advice> advice, FindGaps.Answer missing, IReadOnlyList<(string Key, int Count)> unseen, MayBeLost warned, DateOnly today)
    {
        var columns = view.Proof.Columns.Where(column => column.Count is not null).ToList();
        if (columns.Count == 0)
        {
            yield return new PrintParagraph(texts["gap-sheet.no-counts"]);
        }
        else
        {
            var lines = CountAnswers.All(view, texts);
            var cuts = view.Engine.CutsOf([.. columns.Select(column => column.Goal)], ProofSentences.MaxOrder);
            yield return new PrintTable(
                [new PrintColumn(texts["gap-sheet.front-count"], 2.2), new PrintColumn(texts["gap-sheet.front-breaks"], 2.2), new PrintColumn(texts["gap-sheet.front-next"], 2)],
                [.. lines.Index().Select(line => Row(line.Item, new ProofSentences(words, view.Engine).Of(line.Item.Column, cuts[line.Index], BreaksShown), advice))]);
        }

        foreach (var block in List("gap-sheet.contested", Contested()))
        {
            yield return block;
        }

        foreach (var block in List("gap-sheet.runs-out", [.. RunsOut(missing, today)]))
        {
            yield return block;
        }

        foreach (var block in List("gap-sheet.missing", [.. Missing(missing, unseen, warned)]))
        {
            yield return block;
        }
    }

    // Whatever runs out first stands first, records and limitation alike.
    private IEnumerable<string> RunsOut(FindGaps.Answer missing, DateOnly today) => missing.Clocks.Where(clock => !clock.Passed)
        .Select(clock => (Left: clock.DaysLeft, Line: texts.Format(
            "gap-sheet.clock", ("day", clock.Watch.DeletedOn), ("count", clock.DaysLeft), ("what", clock.Watch.What), ("holder", clock.Watch.Holder))))
        .Concat(LimitationLine.Urgently(view, today, texts).Select(line => (
            Left: line.DaysLeft ?? int.MaxValue, Line: texts.Format("counts.limitation.count", ("number", line.Column.Count!.Number), ("sentence", line.Sentence)))))
        .OrderBy(entry => entry.Left).Select(entry => entry.Line);

    private IReadOnlyList<IReadOnlyList<PrintRun>> Row(CountLine line, DependsOn depends, IReadOnlyList<Advice> advice)
    {
        var count = line.Column.Count!;
        var next = advice.FirstOrDefault(candidate => candidate.Finding.Count?.Id == count.Id) ?? advice.FirstOrDefault(candidate => candidate.Finding.For(view.Proof, line.Column) is not null);
        // What does not hold has nothing that could break it; its line says so already.
        var broken = line.Word is ProofWord.NothingYet or ProofWord.NotSupported;
        var breaks = broken ? ["–"] : depends.Items.Count == 0 ? [depends.Lead.ToString()] : depends.Items.Select(item => Capital(item.Title.ToString())).ToList();
        var (shown, total) = (breaks.Index().TakeWhile(item => item.Index == 0 || breaks.Take(item.Index + 1).Sum(clause => clause.Length) <= LongestLine).Select(item => item.Item).ToList(), depends.Items.Count + depends.More);
        return
        [
            [
                new PrintRun(texts.Format("gap-sheet.count", ("number", count.Number), ("offence", view.Proof.Law.Title(count.OffenceId, count.From, texts))), Bold: true),
                new PrintRun("\n" + texts.Format("gap-sheet.front-against", ("defendant", words.Person(count.Defendant))) + " " + line.Sentence),
            ],
            // A clause that is cut loses its verb, and says of two that something is so of one.
            [new PrintRun(string.Join("\n", shown)), new PrintRun(!broken && shown.Count < total ? "\n" + texts.Format("paper.shown", ("shown", shown.Count), ("total", total)) : "", Italic: true)],
            [new PrintRun(Short(Next(next)))],
        ];
    }

    // The step, and not why: the annex has that.
    private string Next(Advice? next) => next switch
    {
        null => texts["gap-sheet.front-none"],
        { Sources: [var source, ..], Finding.Element: { } element } => texts.Format("gap-sheet.front-look-for", ("element", element.Text), ("source", source)),
        { Sources: [var source, ..] } => texts.Format("gap-sheet.front-look", ("source", source)),
        _ => next.Title.ToString(),
    };

    /// <summary>Challenges without a ruling and without an answer that ends them, and evidence that speaks against a fact, in words.</summary>
    internal List<string> Contested()
    {
        var standing = view.Engine.Evaluate();
        return
        [
            .. view.Case.Challenges
                .Where(challenge => challenge.By == ArguedBy.Defence && challenge.On.Kind != TargetKind.Challenge && challenge.Ruling == Domain.Cases.Ruling.None && IsOpen(ProofId.Of(challenge.Id)))
                .Select(challenge => Said(challenge.Text, new Target(TargetKind.Challenge, challenge.Id.Value))),
            .. view.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Undermines && IsOpen(ProofId.Of(tie))).Select(tie => Said(words.Against(tie).ToString(), new Target(TargetKind.ExhibitTie, tie.Id.Value))),
        ];

        string Said(string attack, Target on) => ChallengeRules.IsMerelyDenied(on, view.Case.Challenges) ? texts.Format("gap-sheet.asserted", ("attack", attack)) : attack;

        // An argument about nothing of a count, such as one that was withdrawn, is not in the graph.
        bool IsOpen(string argument) => view.Proof.Graph.Arguments.Any(known => known.Id == argument) && standing[argument, Domain.Proof.Reading.WithAll] != Domain.Proof.ProofState.Stands;
    }

    private IEnumerable<string> Missing(FindGaps.Answer missing, IReadOnlyList<(string Key, int Count)> unseen, MayBeLost warned)
    {
        var replaced = Replaced.Of(view.Case.Materials);
        foreach (var (status, key) in new[] { (MaterialStatus.Held, "unread"), (MaterialStatus.NeedsDecision, "undecided"), (MaterialStatus.Unusable, "unusable") })
        {
            if (view.Case.Materials.Count(file => file.Withdrawn is null && file.Status == status && !replaced.ContainsKey(file.Id)) is > 0 and var files)
            {
                yield return texts.Format("gap-sheet." + key, ("count", files));
            }
        }

        // What did not come with a chat is counted below, without what lies beside it.
        foreach (var group in WarningGroups.Counted.Where(group => group != WarningGroup.Absent && warned.Count(group) > 0))
        {
            yield return texts.Format("files.warned." + WarningGroups.KeyOf(group), ("count", warned.Count(group))) + ".";
        }

        foreach (var (key, count) in unseen.Where(of => of.Count > 0))
        {
            yield return texts.Format("gap-sheet." + key, ("count", count));
        }

        if (OpenDifferences.Of(view.Case.Materials, view.Case.Differences) is { Count: > 0 } open)
        {
            yield return texts.Format("gap-sheet.differences", ("count", open.Sum(of => of.Count)), ("files", string.Join(", ", open.Take(LinesShown).Select(of => $"“{of.File.Title}”"))));
        }

        if (view.Case.Materials.Count(file => file.Withdrawn is null && Files.StatementWords.Open(file, texts).Length > 0) is > 0 and var statements)
        {
            yield return texts.Format("gap-sheet.statements", ("count", statements));
        }

        foreach (var series in missing.Incomplete)
        {
            yield return texts.Format("gap-sheet.months-of", ("title", series.Title), ("months", string.Join(", ", series.Missing.Take(LinesShown).Select(month => texts.Month(month)))), ("count", series.Missing.Count));
        }
    }

    private IEnumerable<PrintBlock> List(string heading, List<string> items)
    {
        if (items.Count > 0)
        {
            yield return new PrintHeading(2, texts[heading]);
            yield return new PrintList(false, [.. items.Take(LinesShown).Select(item => (IReadOnlyList<PrintRun>)[new PrintRun(Short(item))])]);
            foreach (var cut in PaperFrame.Shown(Math.Min(LinesShown, items.Count), items.Count, texts))
            {
                yield return cut;
            }
        }
    }

    // Cut behind a sentence or, where one is longer than a line of the page holds, behind a word: never in the middle of one.
    private static string Short(string line)
    {
        if (line.Length <= LongestLine)
        {
            return line;
        }

        var sentence = line.LastIndexOf(". ", LongestLine, StringComparison.Ordinal);
        var word = line.LastIndexOf(' ', LongestLine);
        return sentence > 0 ? line[..(sentence + 1)] + " …" : line[..(word > 0 ? word : LongestLine)].TrimEnd(',', ';', ' ') + " …";
    }

    private static string Capital(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..];
}
