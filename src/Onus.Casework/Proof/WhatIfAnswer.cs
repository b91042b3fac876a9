using System.Globalization;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Casework.Proof;

/// <summary>One count in a what-if.</summary>
/// <param name="Column">The count.</param>
/// <param name="Before">Its state without the what-if, by rulings, with what is filed, with every challenge.</param>
/// <param name="After">The same when the chosen foundations are struck.</param>
/// <param name="Answer">What becomes of it, as a sentence.</param>
/// <param name="Chain">Through which exhibits and elements, step by step; empty where it still holds.</param>
/// <param name="Lost">Elements that no longer hold though the count as a whole may.</param>
/// <param name="UsesStruck">Whether anything of it uses what is struck, needed or not: then a verdict that used it may still fall.</param>
public sealed record WhatIfLine(
    ChargeColumn Column,
    IReadOnlyList<ProofState> Before,
    IReadOnlyList<ProofState> After,
    Sentence Answer,
    IReadOnlyList<Sentence> Chain,
    IReadOnlyList<Element> Lost,
    bool UsesStruck);

/// <summary>What still holds when some foundations are struck.</summary>
/// <param name="Sentence">The answer in one sentence.</param>
/// <param name="Lines">Every count.</param>
/// <param name="ExhibitsLost">How many exhibits go.</param>
/// <param name="Left">Which counts then rest on the words of a survivor of whom something is struck, or on words of which nobody knows whose they are.</param>
public sealed record WhatIfAnswer(Sentence Sentence, IReadOnlyList<WhatIfLine> Lines, int ExhibitsLost, IReadOnlyList<Sentence> Left)
{
    private static readonly Reading[] Readings = [Reading.RuledOnly, Reading.WithFiled, Reading.WithAll];

    /// <summary>Strikes some foundations. Nothing is stored.</summary>
    /// <param name="view">The case.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="struck">What is struck; those that are not there any more are left out.</param>
    public static WhatIfAnswer Of(ProofView view, Texts texts, IReadOnlyList<FoundationId> struck)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(struck);
        var words = new ProofWords(view.Proof, texts);
        var sentences = new ProofSentences(words, view.Engine);
        string[] points = [.. words.InOrder(struck.Select(id => ProofId.Of(id)).Where(view.Proof.Items.ContainsKey).Distinct(StringComparer.Ordinal))];
        var (now, then) = (view.Engine.Evaluate(), view.Engine.Evaluate(points));
        var users = points.SelectMany(view.Engine.UsersOf).ToHashSet(StringComparer.Ordinal);
        var columns = view.Proof.Columns.Where(column => column.Count is not null).ToList();
        var lines = columns.Select(Line).ToList();
        var lost = view.Case.Exhibits.Count(exhibit => now[ProofId.Of(exhibit), Reading.RuledOnly] == ProofState.Stands && then[ProofId.Of(exhibit), Reading.RuledOnly] != ProofState.Stands);
        return new(points.Length == 0 ? Sentence.None : Answer(words, points, lines), lines, lost, [.. StillOn(view, words, points, columns)]);

        WhatIfLine Line(ChargeColumn column)
        {
            IReadOnlyList<ProofState> before = [.. Readings.Select(reading => now[column.Goal, reading])];
            IReadOnlyList<ProofState> after = [.. Readings.Select(reading => then[column.Goal, reading])];
            var chain = before[0] == ProofState.Stands && after[0] != ProofState.Stands ? sentences.Chain(column, view.Engine.ChainOf(column.Goal, points)) : [];
            IReadOnlyList<Element> gone = column.Law.IsOk
                ? [.. column.Law.Value.AllElements().OfType<Leaf>().Where(leaf => now[column.Node(leaf.Id), Reading.RuledOnly] == ProofState.Stands && then[column.Node(leaf.Id), Reading.RuledOnly] != ProofState.Stands)]
                : [];
            var answer = (before[0], after[0]) switch
            {
                (ProofState.Stands, ProofState.Stands) when after[2] == ProofState.Stands => "holds",
                (ProofState.Stands, ProofState.Stands) => before[2] == ProofState.Stands ? "holds-until-challenged" : "contested-as-before",
                (ProofState.Stands, _) => "falls",
                _ => "did-not-hold",
            };
            return new(column, before, after, texts.Say("proof.what-if." + answer), chain, gone, users.Contains(column.Goal));
        }
    }

    private static Sentence Answer(ProofWords words, string[] points, List<WhatIfLine> lines)
    {
        var texts = words.Texts;
        var clause = texts.List([.. points.Select(words.Falls)]);
        var holding = lines.Where(line => line.After[0] == ProofState.Stands).ToList();
        var falling = lines.Where(line => line.Before[0] == ProofState.Stands && line.After[0] != ProofState.Stands).ToList();
        return (holding.Count, falling.Count) switch
        {
            (0, 0) => texts.Say("proof.what-if.nothing-held", ("clause", clause)),
            (_, 0) => texts.Say("proof.what-if.all-hold", ("clause", clause), ("counts", Counts(holding)), ("count", holding.Count)),
            (0, _) => texts.Say("proof.what-if.all-fall", ("clause", clause), ("counts", Counts(falling)), ("count", falling.Count)),
            _ => texts.Say(
                "proof.what-if.some-fall",
                ("clause", clause),
                ("holding", texts.Say("proof.what-if.still-hold", ("counts", Counts(holding)), ("count", holding.Count))),
                ("falling", texts.Say("proof.what-if.they-fall", ("counts", Counts(falling)), ("count", falling.Count)))),
        };

        Sentence Counts(List<WhatIfLine> list) => texts.List([.. list.Select(line => (Sentence)Number(line.Column))]);
    }

    // Of each survivor whose testimony is struck; whoever testifies still vouches for what is theirs.
    private static IEnumerable<Sentence> StillOn(ProofView view, ProofWords words, string[] points, List<ChargeColumn> columns) =>
        from person in view.Case.People
        where person.Is(PersonRole.Survivor) && view.Case.Foundations.Any(foundation => foundation.Testimony && foundation.Person == person.Id && points.Contains(ProofId.Of(foundation.Id)))
        from left in columns.Zip(LeftOnWords.Of(view.Proof, view.Engine, columns, points, person.Id))
        where left.Second != LeftOn.Others
        group left.First by (Left: left.Second, Who: person.Pseudonym) into alike
        orderby alike.Key.Left, alike.Key.Who
        select words.Texts.Say(
            alike.Key.Left switch { LeftOn.Hers => "proof.what-if.left-on-hers", LeftOn.Unvouched => "proof.what-if.left-unvouched", _ => "proof.what-if.left-not-known" },
            ("counts", words.Texts.List([.. alike.Select(column => (Sentence)Number(column))])), ("count", alike.Count()), ("who", alike.Key.Who));

    private static Part Number(ChargeColumn column)
    {
        var number = column.Count!.Number.ToString(CultureInfo.InvariantCulture);
        return new Part(number, PartKind.Count, number);
    }
}
