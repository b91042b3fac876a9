using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Proof;

namespace Onus.Casework.Proof;

/// <summary>What raises the penalty, as a question of its own.</summary>
/// <param name="Aggravator">The aggravator.</param>
/// <param name="Word">How it stands, the offence included.</param>
public sealed record AggravatorLine(Aggravator Aggravator, ProofWord Word);

/// <summary>A way of taking part that somebody began to prove.</summary>
/// <param name="Mode">The way.</param>
/// <param name="Word">How it stands.</param>
public sealed record ModeLine(LiabilityMode Mode, ProofWord Word);

/// <summary>A challenge that bears on a count, or evidence that speaks against a fact of it.</summary>
/// <param name="On">What an answer to it is aimed at.</param>
/// <param name="Title">What is said, or what speaks against what.</param>
/// <param name="Reason">Why the evidence speaks against the fact; empty for a challenge.</param>
/// <param name="IsOut">Whether an answer or a ruling ends it.</param>
/// <param name="IsAsserted">Whether it is answered by what rests on nothing yet, and so is not ended.</param>
/// <param name="Ruling">What the court said of it; none for evidence.</param>
public sealed record ChallengeLine(Target On, Sentence Title, string Reason, bool IsOut, bool IsAsserted, Domain.Cases.Ruling Ruling = Domain.Cases.Ruling.None);

/// <summary>A count in one line, for lists.</summary>
/// <param name="Column">The count.</param>
/// <param name="Word">How it stands.</param>
/// <param name="Cell">The offence as a whole, as the grid has it; null where its law is not known.</param>
/// <param name="Sentence">How it stands and what it needs of the survivor, in a sentence.</param>
public sealed record CountLine(ChargeColumn Column, ProofWord Word, GridCell? Cell, string Sentence);

/// <summary>Everything that a page or a paper says about one count.</summary>
public sealed record CountAnswer
{
    /// <summary>The count in one line.</summary>
    public required CountLine Line { get; init; }

    /// <summary>What the verdict turns on.</summary>
    public required IReadOnlyList<Sentence> Because { get; init; }

    /// <summary>The elements in the order of the law.</summary>
    public required IReadOnlyList<ElementLine> Elements { get; init; }

    /// <summary>What it depends on.</summary>
    public required DependsOn DependsOn { get; init; }

    /// <summary>What holds without the survivor; null where the offence is against nobody.</summary>
    public required WithoutHer? WithoutHer { get; init; }

    /// <summary>What to look for next, most pressing first.</summary>
    public required IReadOnlyList<Advice> Next { get; init; }

    /// <summary>Aggravators of the offence.</summary>
    public required IReadOnlyList<AggravatorLine> Aggravators { get; init; }

    /// <summary>The level with the highest least penalty that is proved; null where none is, or the law sets none.</summary>
    public required Aggravator? Floor { get; init; }

    /// <summary>Ways of taking part that somebody began to prove.</summary>
    public required IReadOnlyList<ModeLine> Modes { get; init; }

    /// <summary>Challenges of the defence that bear on it, in the order they were entered, then evidence that speaks against its facts, by the number of the exhibit.</summary>
    public required IReadOnlyList<ChallengeLine> Challenges { get; init; }

    /// <summary>What the defence will try: the smallest sets of open challenges that keep the count from standing, at most three.</summary>
    public required IReadOnlyList<IReadOnlyList<Sentence>> Moves { get; init; }

    /// <summary>What a successful appeal would undo: the same over the challenges that were overruled, at most three. Empty where none was.</summary>
    public required IReadOnlyList<IReadOnlyList<Sentence>> Reversals { get; init; }

    /// <summary>Whether there are more sets than <see cref="Moves"/> lists.</summary>
    public required bool MoreMoves { get; init; }

    /// <summary>Whether there are more sets than <see cref="Reversals"/> lists.</summary>
    public required bool MoreReversals { get; init; }

    /// <summary>Files of which exhibits that the count uses wait for a decision after the reading was corrected, with how many of it.</summary>
    public IReadOnlyList<(Domain.Evidence.Material File, int Count)> Undecided { get; init; } = [];

    /// <summary>Facts that cannot count or that lie beside the count's days, with the reason.</summary>
    public required IReadOnlyList<string> Beside { get; init; }

    /// <summary>The law of the count's first day; null where there is none, and <see cref="NoLaw"/> says why.</summary>
    public required Offence? Law { get; init; }

    /// <summary>Why there is no law; null where there is one.</summary>
    public required string? NoLaw { get; init; }
}

/// <summary>Makes the answers about counts.</summary>
public static class CountAnswers
{
    private const int Cheapest = 3;

    /// <summary>All counts, each in one line.</summary>
    public static IReadOnlyList<CountLine> All(ProofView view, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(view);
        var words = new ProofWords(view.Proof, texts);
        return [.. view.Proof.Columns.Where(column => column.Count is not null).Select(column => Line(view, words, column, ElementLines.Rows(view, column)))];
    }

    /// <summary>One count.</summary>
    /// <param name="view">The case.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="number">Number of the count.</param>
    /// <returns>The answer; null where there is no such count.</returns>
    public static CountAnswer? Of(ProofView view, Texts texts, int number)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Proof.Columns.FirstOrDefault(candidate => candidate.Count?.Number == number) is not { } column)
        {
            return null;
        }

        var words = new ProofWords(view.Proof, texts);
        var reliance = new RelianceSentences(words);
        var standing = view.Engine.Evaluate();
        var rows = ElementLines.Rows(view, column);
        var line = Line(view, words, column, rows);
        var report = view.Engine.ReportOn(column.Goal, ProofSentences.Options);
        var depends = new ProofSentences(words, view.Engine).Of(column, report.Cuts);
        var law = column.Law.IsOk ? column.Law.Value : null;
        var findings = new FindingSentences(words);
        // One more than is listed, to know whether there are more.
        var moves = view.Engine.MovesOn([column.Goal], Cheapest + 1);
        var reversals = view.Engine.ReversalsOn([column.Goal], Cheapest + 1);
        List<ChallengeLine> challenges = [.. Challenges(view, words, standing, column)];
        return new CountAnswer
        {
            Line = line,
            Because = [.. NotDecided(view, words, column), .. Asserted(words, line, challenges), .. Because(words, reliance, line, report, depends), .. OnDoubt(view, words, line, report), .. OnUnvouched(view, words, line)],
            Elements = ElementLines.Of(view, words, column, rows),
            DependsOn = depends,
            WithoutHer = line.Word is ProofWord.NothingYet or ProofWord.NotSupported
                ? null
                : reliance.Of(report.Victim?.Reliance.HoldsWithout, column, line.Cell),
            Next = [.. LookForNext.Of(view.Proof, view.Engine)
                .Select(finding => finding.For(view.Proof, column)).OfType<Finding>()
                .Select(findings.Of)],
            Aggravators = law is null ? [] : [.. law.Aggravators.Select(aggravator => new AggravatorLine(
                aggravator,
                RelianceSentences.Word(standing, column.Node(aggravator.Id), ElementLines.Begun(aggravator.Elements, rows))))],
            Floor = law is null ? null : PenaltyFloor.Proved(law, id => standing[column.Node(id), Reading.RuledOnly] == ProofState.Stands),
            Modes = law is null ? [] : [.. law.Modes.Where(mode => view.Proof.Graph.Goals.Contains(column.Node(mode.Id), StringComparer.Ordinal))
                .Select(mode => new ModeLine(mode, RelianceSentences.Word(standing, column.Node(mode.Id), ElementLines.Begun(mode.Elements, rows))))],
            Challenges = challenges,
            Moves = Moves(view, words, moves),
            MoreMoves = moves?[0].Sets.Count > Cheapest,
            Reversals = Moves(view, words, reversals),
            MoreReversals = reversals?[0].Sets.Count > Cheapest,
            Beside = [.. BesideCount.Of(view, words, texts, column)],
            Undecided = BesideCount.Undecided(view, column),
            Law = law,
            NoLaw = column.Law.Error is { } error ? texts.Of(error) : null,
        };
    }

    /// <summary>What of a count was too complex to decide and is counted as unmet; empty where everything was decided.</summary>
    public static IEnumerable<Sentence> NotDecided(ProofView view, ProofWords words, ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(column);
        return view.Engine.Warnings
            .Where(warning => warning.Node == column.Goal || view.Engine.UsersOf(warning.Node).Contains(column.Goal, StringComparer.Ordinal))
            .Select(warning => view.Proof.Items.GetValueOrDefault(warning.Node)?.Element)
            .Distinct(StringComparer.Ordinal)
            .Select(id => id is not null && column.Law.IsOk && column.Law.Value.Find(id) is { } element
                ? words.Texts.Say("proof.too-complex.element", ("element", words.Element(element)))
                : words.Texts.Say("proof.too-complex.whole"));
    }

    // Whoever reads no more than one line of a count is not to miss that it is charged over two texts, or over days without one.
    private static CountLine Line(ProofView view, ProofWords words, ChargeColumn column, IReadOnlyList<(GridRow Row, GridCell Cell)> rows)
    {
        var line = Worded(view, words, column, rows);
        return Amendments.First(view.Proof.Law, column.OffenceId, column.From, column.To) is var (day, hasText)
            ? line with { Sentence = line.Sentence + " " + words.Texts.Format(hasText ? "proof.verdict.text-begins" : "proof.verdict.text-ends", ("day", day)) }
            : line;
    }

    private static CountLine Worded(ProofView view, ProofWords words, ChargeColumn column, IReadOnlyList<(GridRow Row, GridCell Cell)> rows)
    {
        if (rows.Count == 0)
        {
            return new CountLine(column, ProofWord.NotSupported, null, words.Texts["proof.verdict.no-law"]);
        }

        var reliance = new RelianceSentences(words);
        var top = rows[0].Cell;
        var word = RelianceSentences.Word(top.Ruled, top.Challenged, rows.Any(pair => pair.Cell.Begun));
        var key = "proof.verdict." + ProofWordKeys.Of(word);
        if (word is ProofWord.NotSupported)
        {
            var parts = column.Law.Value.Required().Select(element => column.Part(element)).ToList();
            var standing = view.Engine.Evaluate();
            var missing = parts.Count(node => standing[node, Reading.RuledOnly] != ProofState.Stands);
            // Nothing is missing, and it still does not hold: the whole asks for more sources, the court said no to the whole, or what there is belongs to
            // several survivors and is whole for none of them.
            var struck = view.Case.Challenges.Any(challenge => challenge is { By: ArguedBy.Defence, Ruling: Domain.Cases.Ruling.Sustained }
                && challenge.On == new Target(TargetKind.Element, column.Count!.Id.Value));
            key = missing > 0 ? key
                : top.LacksSources ? "proof.verdict.lacks-sources." + ProofWordKeys.Of(word)
                : struck ? "proof.verdict.struck"
                : column.Survivor is null ? "proof.verdict.halves"
                : "proof.verdict.not-together";
            return new CountLine(column, word, top, words.Texts.Format(key, ("missing", missing), ("count", parts.Count)));
        }

        if (word is ProofWord.Supported or ProofWord.Contested)
        {
            key += top.HoldsWithout is null ? ".nobody" : top.State == CellState.Nothing ? ".nothing-yet" : "." + ProofWordKeys.Of(top);
        }

        var required = column.Law.Value.Required().Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        var said = words.Texts.Format(key, ("who", words.Survivor(column)), ("them", words.Them(column)));
        // Words of nobody knows whom are no support to rest on: that comes before all else that is said of the count.
        said = view.RestsOnDoubt(column) ? words.Texts["proof.verdict.rests-on-doubt"] + " " + said : said;
        // It does not need the testimony to hold, and needs it to hold against what is said against the rest.
        var isShaken = top.ContestedWithout || (word == ProofWord.Contested && top.State == CellState.WithoutHer && rows.Any(pair => pair.Cell.Counted.ContestedWithout && required.Contains(pair.Row.Element.Id)));
        return new CountLine(column, word, top, !isShaken ? said
            : said + " " + words.Texts.Format(word == ProofWord.Contested ? "proof.verdict.more-contested-without" : "proof.verdict.contested-without", ("who", words.Survivor(column))));
    }

    // The empty set says that it does not stand as it is, which the page begins with.
    private static IReadOnlyList<IReadOnlyList<Sentence>> Moves(ProofView view, ProofWords words, IReadOnlyList<MoveSets>? found)
    {
        return found is null ? [] : [.. found[0].Sets.Where(set => set.Count > 0).Take(Cheapest).Select(set => (IReadOnlyList<Sentence>)[.. set.Select(argument => view.Proof.Items[argument]).Distinct().Select(Said)])];

        // One row may be aimed at several things of a count: it is said once.
        Sentence Said(ProofItem argued) => argued.Kind == ProofItemKind.ExhibitTie
            ? words.Against(view.Case.ExhibitTies.First(known => known.Id.Value == argued.Row))
            : Sentence.Of(view.Case.Challenges.First(challenge => challenge.Id.Value == argued.Row).Text);
    }

    private static IEnumerable<Sentence> Because(ProofWords words, RelianceSentences reliance, CountLine line, GoalReliance report, DependsOn depends)
    {
        if (line.Word is ProofWord.NothingYet or ProofWord.NotSupported)
        {
            yield break;
        }

        const int Named = 3;
        var alone = depends.Items.Where(item => item.Points.Count == 1).ToList();
        yield return alone.Count is > 0 and <= Named
            ? words.Texts.Say("proof.verdict.falls-if", ("clauses", Or(words.Texts, [.. alone.Select(item => item.Title)])))
            : depends.Lead;
        if (report.Victim is { KWithout.K: { } without } && report.Cuts.K is { } with && without < with)
        {
            yield return words.Texts.Say(
                (report.Victim.Reliance.HoldsWithout.Information, line.Word == ProofWord.Contested || line.Cell is { ContestedWithout: true }) switch
                {
                    (true, false) => "proof.verdict.thinner-without",
                    (true, true) => "proof.verdict.thinner-without-contested",
                    (false, false) => "proof.verdict.thinner-unbelieved",
                    _ => "proof.verdict.thinner-unbelieved-contested",
                },
                ("who", words.Survivor(line.Column)), ("number", words.Texts.Format("proof.number." + without)), ("count", without));
        }

        if (reliance.Wish(line.Column) is { } wish)
        {
            yield return Sentence.Of(wish);
        }
    }

    // What nobody has attributed may be the same person's words once more: that nothing breaks a count is no comfort then.
    private static IEnumerable<Sentence> OnDoubt(ProofView view, ProofWords words, CountLine line, GoalReliance report) =>
        line.Word is ProofWord.Supported or ProofWord.Contested && LeansOnDoubt.Of(view.Proof, view.Engine, line.Column, report.Cuts.K) is { } leans
            ? [words.Texts.Say(leans.Holds ? "proof.verdict.doubt-breaks" : "proof.verdict.doubt-carries", ("exhibits", words.Exhibits(leans.Exhibits)), ("count", leans.Exhibits.Count))]
            : [];

    // What its owner hands in is no extraction: whoever hears that the count needs no testimony is told who else would have to come.
    private static IEnumerable<Sentence> OnUnvouched(ProofView view, ProofWords words, CountLine line)
    {
        if (line.Column.Survivor is not { } survivor || line.Word is not (ProofWord.Supported or ProofWord.Contested))
        {
            return [];
        }

        var theirs = view.Case.Foundations.Where(foundation => foundation.Testimony && foundation.Person == survivor).Select(foundation => ProofId.Of(foundation.Id)).Where(view.Proof.Items.ContainsKey).ToList();
        return LeftOnWords.Of(view.Proof, view.Engine, [line.Column], theirs, survivor)[0] == LeftOn.Unvouched ? [words.Texts.Say("proof.verdict.unvouched", ("who", words.Survivor(line.Column)))] : [];
    }

    // It was answered, and is contested all the same: whoever entered the answer is told why.
    private static IEnumerable<Sentence> Asserted(ProofWords words, CountLine line, List<ChallengeLine> challenges) =>
        line.Word == ProofWord.Contested && challenges.Count(challenge => challenge.IsAsserted) is > 0 and var asserted ? [words.Texts.Say("proof.verdict.asserted", ("count", asserted))] : [];

    private static Sentence Or(Texts texts, IReadOnlyList<Sentence> clauses) =>
        clauses.Skip(1).Aggregate(clauses[0], (before, next) => texts.Say("proof.list.or-if", ("before", before), ("next", next)));

    private static IEnumerable<ChallengeLine> Challenges(ProofView view, ProofWords words, Standing standing, ChargeColumn column)
    {
        var bearing = Bears(view, standing, column);
        foreach (var challenge in view.Case.Challenges.Where(challenge => challenge.By == ArguedBy.Defence && challenge.On.Kind != TargetKind.Challenge))
        {
            if (bearing.TryGetValue(new ProofItem(ProofItemKind.Challenge, challenge.Id.Value), out var isOut))
            {
                var on = new Target(TargetKind.Challenge, challenge.Id.Value);
                yield return new ChallengeLine(on, Sentence.Of(challenge.Text), "", isOut, !isOut && challenge.Ruling == Domain.Cases.Ruling.None && ChallengeRules.IsMerelyDenied(on, view.Case.Challenges), challenge.Ruling);
            }
        }

        var numbers = view.Case.Exhibits.ToDictionary(exhibit => exhibit.Id, exhibit => exhibit.Number);
        foreach (var tie in view.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Undermines).OrderBy(tie => numbers.GetValueOrDefault(tie.Exhibit)))
        {
            if (bearing.TryGetValue(new ProofItem(ProofItemKind.ExhibitTie, tie.Id.Value), out var isOut))
            {
                var on = new Target(TargetKind.ExhibitTie, tie.Id.Value);
                yield return new ChallengeLine(on, words.Against(tie), tie.Reason, isOut, !isOut && ChallengeRules.IsMerelyDenied(on, view.Case.Challenges));
            }
        }
    }

    // The rows of which an argument is aimed at something that the count uses, and whether every such argument is out. One row may be aimed at several
    // things, such as what stands for an exhibit against this defendant alone.
    private static Dictionary<ProofItem, bool> Bears(ProofView view, Standing standing, ChargeColumn column)
    {
        var used = new Dictionary<string, bool>(StringComparer.Ordinal);
        return view.Proof.Graph.Arguments.Where(argument => Uses(argument.On.Split('/')[0]))
            .GroupBy(argument => view.Proof.Items[argument.Id])
            .ToDictionary(row => row.Key, row => row.All(argument => standing[argument.Id, Reading.WithAll] == ProofState.Stands));

        bool Uses(string on) => used.TryGetValue(on, out var known) ? known
            : used[on] = on == column.Goal || (!view.Proof.Graph.Arguments.Any(argument => argument.Id == on) && view.Engine.UsersOf(on).Contains(column.Goal, StringComparer.Ordinal));
    }
}
