using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;

namespace Onus.Casework.Proof;

/// <summary>One thing, or several together, whose loss breaks a count.</summary>
/// <param name="Points">Ids in the graph.</param>
/// <param name="Together">"Alone", "Two together".</param>
/// <param name="Title">The clause: "the translation by Interpreter 1 is rejected and Survivor B does not testify".</param>
/// <param name="Chain">What goes with it, step by step: exhibits, facts, then the element that has nothing left.</param>
public sealed record Dependency(IReadOnlyList<string> Points, string Together, Sentence Title, IReadOnlyList<Sentence> Chain);

/// <summary>"This count depends on ...".</summary>
/// <param name="Lead">The answer in one sentence.</param>
/// <param name="Items">Smallest first.</param>
/// <param name="More">How many further ones were found and are not listed.</param>
/// <param name="Searched">How far was searched.</param>
public sealed record DependsOn(Sentence Lead, IReadOnlyList<Dependency> Items, int More, string Searched)
{
    /// <summary>Of the pairs that were found, the things that are in more than one, the most often first: what to see to before anything else.</summary>
    public IReadOnlyList<RankedPoint> Ranked { get; init; } = [];

    /// <summary>How many further things are in pairs and are not ranked: each is in one.</summary>
    public int RankedMore { get; init; }
}

/// <summary>A thing that is in several of the pairs whose loss breaks a count.</summary>
/// <param name="Point">Id in the graph.</param>
/// <param name="In">In how many pairs it is.</param>
/// <param name="Of">How many pairs were found and listed.</param>
/// <param name="Sentence">"the search warrant is ruled bad: in 4 of 11".</param>
public sealed record RankedPoint(string Point, int In, int Of, Sentence Sentence);

/// <summary>What a count depends on, in sentences that name the exhibits.</summary>
/// <param name="words">The names of the case.</param>
/// <param name="engine">The engine over its graph.</param>
public sealed class ProofSentences(ProofWords words, ProofEngine engine)
{
    /// <summary>Sets of more than this many foundations are not searched for pages and papers: nobody reads them.</summary>
    public const int MaxOrder = 3;

    /// <summary>What pages and papers ask of the engine.</summary>
    public static ReportOptions Options => new() { MaxOrder = MaxOrder };

    /// <summary>What a count depends on.</summary>
    /// <param name="column">The count.</param>
    /// <param name="cuts">What the engine found.</param>
    /// <param name="shown">How many are put into words.</param>
    public DependsOn Of(ChargeColumn column, CutSets cuts, int shown = 12)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(cuts);
        var broken = cuts.Sets is [{ Count: 0 }, ..];
        IReadOnlyList<Dependency> items = broken
            ? []
            : [.. cuts.Sets.Select(words.InOrder)
                .OrderBy(cut => cut.Count).ThenBy(cut => cut.Any(words.IsSurvivors) ? 0 : 1).ThenBy(cut => string.Join('\n', cut.Select(point => words.Falls(point).ToString())), StringComparer.Ordinal)
                .Take(shown).Select(cut => Of(column, cut))];
        var pairs = cuts.Sets.Where(cut => cut.Count == 2).ToList();
        var inPairs = pairs.SelectMany(pair => pair).CountBy(point => point, StringComparer.Ordinal).ToList();
        IReadOnlyList<RankedPoint> ranked = [.. inPairs.Where(point => point.Value > 1)
            .OrderByDescending(point => point.Value).ThenBy(point => words.Falls(point.Key).ToString(), StringComparer.Ordinal)
            .Select(point => new RankedPoint(point.Key, point.Value, pairs.Count, words.Texts.Say("proof.depends.ranked", ("name", words.Falls(point.Key)), ("count", point.Value), ("total", pairs.Count))))];
        return new(Lead(cuts, broken), items, broken ? 0 : cuts.Sets.Count - items.Count, Searched(cuts)) { Ranked = ranked, RankedMore = inPairs.Count - ranked.Count };
    }

    /// <summary>Some foundations that fall together, and what goes with them on the way to a count.</summary>
    public Dependency Of(ChargeColumn column, IReadOnlyList<string> cut)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(cut);
        return new(cut, Together(cut.Count), words.Texts.List([.. words.InOrder(cut).Select(words.Falls)]), Chain(column, engine.ChainOf(column.Goal, cut)));
    }

    /// <summary>"searched up to three at a time; nothing left out".</summary>
    public string Searched(CutSets cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        return cuts switch
        {
            { IsComplete: true } => words.Texts["proof.searched.complete"],
            { NotListed: { Size: 1 } alone } => words.Texts.Format("proof.searched.not-listed-alone", ("count", alone.Count)),
            { NotListed: { } more } => words.Texts.Format("proof.searched.not-listed", ("together", Number(more.Size)), ("count", more.Count)),
            { SearchedTo: 0 } => words.Texts["proof.searched.nothing"],
            _ => words.Texts.Format("proof.searched.up-to", ("number", Number(cuts.SearchedTo)), ("count", cuts.SearchedTo)),
        };
    }

    /// <summary>What goes, step by step, from the exhibits to the element that has nothing left.</summary>
    public IReadOnlyList<Sentence> Chain(ChargeColumn column, CutChain chain)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(chain);
        var steps = new List<Sentence>();
        Gone(chain.Evidence.Where(lost => lost.Reasons.HasFlag(LossReasons.Admission)), "proof.chain.not-admitted");
        Gone(chain.Evidence.Where(lost => !lost.Reasons.HasFlag(LossReasons.Admission)), "proof.chain.not-believed");
        // A row may have several nodes: each set of exhibits that show a fact only together, what stands for it against one defendant, an offence that is
        // asked for again. It is one thing all the same, and named once.
        var facts = chain.Nodes.Select(lost => words.Proof.Items[lost.Id]).Where(item => item.Kind == ProofItemKind.Fact).Select(item => item.Row).Distinct()
            .Select(row => words.Proof.Case.Facts.First(fact => fact.Id.Value == row)).ToList();
        if (facts.Count > 0)
        {
            // What is cited besides may show it for somebody else, or in another count: then it is not the last that shows it.
            var gone = chain.Evidence.Select(lost => words.ExhibitOf(lost.Id)?.Id).ToHashSet();
            var elsewhere = words.Proof.Case.ExhibitTies.Any(tie => tie.Bearing == Bearing.Supports && facts.Exists(fact => fact.Id == tie.Fact) && !gone.Contains(tie.Exhibit));
            steps.Add(facts.Count <= 2
                ? words.Texts.Say(elsewhere ? "proof.chain.facts-named-here" : "proof.chain.facts-named", ("facts", words.Texts.List([.. facts.Select(words.Fact)])))
                : words.Texts.Say("proof.chain.facts", ("count", facts.Count)));
        }

        var elements = chain.Nodes
            .Where(lost => words.Proof.Items[lost.Id].Kind == ProofItemKind.Element)
            .Select(lost => (Lost: lost, Element: column.Law.Value.Find(words.Proof.Items[lost.Id].Element!)))
            .Where(pair => pair.Element is not null).Select(pair => (pair.Lost, Element: pair.Element!)).ToList();
        foreach (var (key, group) in elements.Where(pair => pair.Element is Leaf).GroupBy(pair => Reason(pair.Lost.Reasons)).Select(group => (group.Key, group)))
        {
            steps.Add(words.Texts.Say(key, ("elements", words.Elements(Once(group))), ("count", Once(group).Count), ("who", words.Survivor(column))));
        }

        // Only the outermost choice: what lies below it goes without saying.
        var choices = elements.Where(pair => pair.Element is Group { Rule: not GroupRule.All }).ToList();
        steps.AddRange(Once(choices.Where(pair => !choices.Exists(other => other.Element != pair.Element && other.Element.WithDescendants().Contains(pair.Element))))
            .Select(choice => words.Texts.Say("proof.chain.no-way-left", ("element", words.Element(choice)))));
        return steps;

        static IReadOnlyList<Element> Once(IEnumerable<(LostItem Lost, Element Element)> pairs) => [.. pairs.Select(pair => pair.Element).DistinctBy(element => element.Id)];

        void Gone(IEnumerable<LostItem> lost, string key)
        {
            IReadOnlyList<Exhibit> gone = [.. lost.Select(item => words.ExhibitOf(item.Id)).OfType<Exhibit>().DistinctBy(exhibit => exhibit.Id).OrderBy(exhibit => exhibit.Number)];
            if (gone.Count > 0)
            {
                steps.Add(words.Texts.Say(key, ("exhibits", words.Exhibits(gone)), ("count", gone.Count)));
            }
        }
    }

    private static string Reason(LossReasons reasons) => reasons switch
    {
        _ when reasons.HasFlag(LossReasons.Support) => "proof.chain.nothing-left",
        _ when reasons.HasFlag(LossReasons.NonVictim) => "proof.chain.nothing-beside",
        _ => "proof.chain.too-few-origins",
    };

    private string Together(int count) => words.Texts.Format("proof.together." + count);

    private Sentence Lead(CutSets cuts, bool broken)
    {
        if (broken)
        {
            return words.Texts.Say("proof.depends.broken");
        }

        if (cuts.K is not { } k)
        {
            return cuts switch
            {
                { IsComplete: true } => words.Texts.Say("proof.depends.nothing"),
                { SearchedTo: 0 } => words.Texts.Say("proof.depends.not-searched"),
                _ => words.Texts.Say("proof.depends.none-found", ("number", Number(cuts.SearchedTo)), ("count", cuts.SearchedTo)),
            };
        }

        return k == 1
            ? words.Texts.Say("proof.depends.one", ("count", cuts.Sets.Count(set => set.Count == 1) + (cuts.NotListed is { Size: 1 } more ? more.Count : 0)))
            : words.Texts.Say("proof.depends.more", ("number", Number(k)));
    }

    private string Number(int number) => words.Texts.Format("proof.number." + number);
}
