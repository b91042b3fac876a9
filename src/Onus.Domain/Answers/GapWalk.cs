using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Answers;

/// <summary>Goes down the law of one count, only where the answer above is not yet good, and notes what is missing or rests on too little.</summary>
internal sealed class GapWalk(CaseProof proof, GridCells cells, ChargeColumn column, List<Finding> findings)
{
    private readonly Offence offence = column.Law.Value;
    private readonly ILookup<string, ColumnTie> ties = proof.Ties.Where(tie => tie.Column == column.Goal).ToLookup(tie => tie.Leaf.Id, StringComparer.Ordinal);
    private readonly Dictionary<Guid, Exhibit> exhibits = proof.Case.Exhibits.ToDictionary(exhibit => exhibit.Id.Value);
    private readonly HashSet<string> contested = new(StringComparer.Ordinal);

    public void Walk()
    {
        // An aggravator or a way of taking part is nobody's duty; it is looked at once somebody began to prove it.
        var begun = offence.Aggravators.Select(aggravator => aggravator.Elements).Concat(offence.Modes.Select(mode => mode.Elements)).Where(root => root.WithDescendants().Any(element => ties[element.Id].Any()));
        foreach (var root in begun.Prepend(offence.Elements))
        {
            Visit(root);
            Contested(root);
        }

        var person = proof.Case.People.FirstOrDefault(candidate => candidate.Id == column.Survivor);
        foreach (var condition in offence.Conditions.Where(condition => person is { MayBeMinor: true } && State(condition) == CellState.Nothing && !IsRuledOut(condition)))
        {
            findings.Add(Finding(FindingKind.ChildPathOpen, condition) with { Topics = condition.Evidence });
        }

        // Said of the fact, and only of it: what else is missing is as missing as it was.
        foreach (var leaf in offence.Leaves().Where(leaf => leaf.Kind != LeafKind.PleadedOnly))
        {
            foreach (var reasons in ties[leaf.Id].Where(tie => tie.Outside is not null).GroupBy(tie => tie.Outside))
            {
                findings.Add(Finding(FindingKind.OutsideDays, leaf) with { Reason = reasons.Key, Facts = [.. reasons.Select(tie => proof.Facts[tie.Tie.Fact])] });
            }
        }

        foreach (var leaf in offence.Leaves().Where(leaf => leaf.Kind is LeafKind.DefenceNegated or LeafKind.Presumed && IsRaised(leaf)))
        {
            findings.Add(Finding(FindingKind.DisproofNeeded, leaf) with { Topics = leaf.Evidence });
        }

        // Facts for what this text does not know: more of them would not help.
        foreach (var tie in ties.SelectMany(tied => tied).Where(tie => offence.Find(tie.Leaf.Id) is null && State(offence.Elements) == CellState.Nothing).DistinctBy(tie => tie.Leaf.Id))
        {
            findings.Add(Finding(FindingKind.HoleInLaw, tie.Leaf) with { Reason = tie.Outside });
        }

        foreach (var leaf in offence.Leaves().Where(leaf => leaf.Kind == LeafKind.PleadedOnly && ties[leaf.Id].Any()))
        {
            findings.Add(Finding(FindingKind.PleadedNotRequired, leaf));
        }
    }

    private void Visit(Element part)
    {
        var element = Resolve(part);
        if (element is Leaf { Kind: LeafKind.PleadedOnly })
        {
            return;
        }

        switch (State(element))
        {
            case CellState.WithoutHer when !cells.ComesFromHer(column.Part(element)):
                return;
            case CellState.Nothing:
                Gap(element);
                return;
        }

        // The child rule carries it: what matters is how the age is proved.
        if (element.NotRequiredWhen is { } condition && cells.State(column.Node(element.Id)) == CellState.Nothing)
        {
            Visit(offence.Find(condition)!);
            return;
        }

        // What holds part by part may still not hold together, where the law asks for several sources.
        var known = findings.Count;
        VisitParts(element);
        if (findings.Count > known)
        {
            return;
        }

        IReadOnlyList<Leaf> carrying = [.. Leaves(element).Where(leaf => State(leaf) != CellState.Nothing)];
        findings.Add(Finding(Carried(State(element)), element) with
        {
            Leaves = carrying,
            Alternatives = Alternatives(element),
            Topics = Topics(Leaves(element)),
            Hints = [.. carrying.SelectMany(leaf => leaf.Hints)],
            Exhibits = Rows(cells.Holding(column.Part(element))),
        });
    }

    // Parts that are all needed, or some of them; of alternatives the whole is looked at.
    private void VisitParts(Element element)
    {
        foreach (var part in element is Group { Rule: not GroupRule.Any } group ? group.Of : [])
        {
            Visit(part);
        }
    }

    private void Gap(Element element)
    {
        IReadOnlyList<Element> lacking = [.. Lacking(element).Where(LacksSources).DistinctBy(part => part.Id)];
        foreach (var part in lacking)
        {
            TooFewSources(part);
        }

        if (LacksSources(element))
        {
            VisitParts(element);
            return;
        }

        if (IsRuledOut(element))
        {
            // A ruling of law on the element itself: it alone is silent, and what else the same facts may carry is named.
            findings.Add(Finding(FindingKind.ClosedInLaw, element) with
            {
                Challenges = [.. RulingsAgainst(element)],
                Hints = [.. Leaves(element).SelectMany(leaf => leaf.Hints)],
            });
            return;
        }

        // A defence that was raised, or a presumption that was rebutted, has been named with what disproves it.
        if (element is Leaf { Kind: LeafKind.DefenceNegated or LeafKind.Presumed } negated && IsRaised(negated))
        {
            return;
        }

        if (element is Group { Rule: not GroupRule.Any })
        {
            VisitParts(element);
            return;
        }

        // A way for which only a further source is missing has been named, and is no longer nothing.
        if (element is Group any && Parts(any).Any(LacksSources))
        {
            return;
        }

        IReadOnlyList<Leaf> open = [.. Leaves(element).Where(leaf => State(leaf) == CellState.Nothing && !IsRuledOut(leaf))];
        var keptOut = open.SelectMany(leaf => ties[leaf.Id]).Where(IsKeptOut).ToList();
        findings.Add(Finding(cells.IsSuppressed(column, element) ? FindingKind.KeptOut : FindingKind.NothingYet, element) with
        {
            Exhibits = Rows(keptOut.SelectMany(tie => cells.Reached(tie.Node))),
            Leaves = open,
            NeverCited = element is Group ways ? [.. Parts(ways).Where(way => !cells.IsCited(column.Node(way.Id)))] : [],
            Alternatives = Alternatives(element),
            Topics = Topics(element is OffenceElement other ? AskedBy(other) : open),
            Hints = [.. Leaves(element).Where(leaf => ties[leaf.Id].Any()).SelectMany(leaf => leaf.Hints)],
        });
    }

    // The element, what makes it unnecessary and, where one part is enough, all parts: of others each is visited for itself.
    private IEnumerable<Element> Lacking(Element element)
    {
        IEnumerable<Element> own = element is Group { Rule: GroupRule.Any } ? element.WithDescendants().Select(Resolve) : [element];
        return element.NotRequiredWhen is { } condition ? own.Append(offence.Find(condition)!) : own;
    }

    private void TooFewSources(Element element)
    {
        // What makes several elements unnecessary is met below each of them.
        if (findings.Exists(known => known.Kind == FindingKind.TooFewSources && known.Count == column.Count && known.Element!.Id == element.Id))
        {
            return;
        }

        findings.Add(Finding(FindingKind.TooFewSources, element) with
        {
            Leaves = [.. Leaves(element)],
            Topics = Topics(Leaves(element)),
            Exhibits = Rows(cells.Holding(column.Node(element.Id))),
        });
    }

    private void Contested(Element part)
    {
        var element = Resolve(part);
        if (!IsContested(column.Part(element)) || !contested.Add(element.Id))
        {
            return;
        }

        var node = column.Node(element.Id);
        var (challenges, against) = IsContested(node) ? cells.Attacks(node, includeBelow: element is Leaf) : ([], []);
        if (challenges.Count + against.Count > 0)
        {
            findings.Add(Finding(FindingKind.Contested, element) with { Challenges = challenges, Against = against });
        }

        foreach (var child in element is Group group ? Parts(group) : [])
        {
            Contested(child);
        }

        if (element.NotRequiredWhen is { } condition)
        {
            Contested(offence.Find(condition)!);
        }
    }

    private bool IsContested(string node) =>
        cells.Standing[node, Reading.RuledOnly] == ProofState.Stands && cells.Standing[node, Reading.WithAll] != ProofState.Stands;

    // Closed in law only where a court ruled so on the element itself. Evidence that is kept out can be replaced.
    private bool IsRuledOut(Element element) => RulingsAgainst(element).Any();

    private IEnumerable<Shared.ChallengeId> RulingsAgainst(Element element) => element is Leaf { Kind: LeafKind.DefenceNegated or LeafKind.Presumed } || column.Count is not { } count ? []
        : proof.Case.Challenges
            .Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained } && challenge.On.Kind == TargetKind.Element && challenge.On.Id == count.Id.Value
                && (challenge.On.Leaf ?? offence.Id) == element.Id
                && proof.Items.ContainsKey(ProofId.Of(challenge.Id)) && cells.Standing[ProofId.Of(challenge.Id), Reading.RuledOnly] != ProofState.Stands)
            .Select(challenge => challenge.Id);

    // Somebody raised the defence, or rebutted the presumption, and no ruling or answer ended that.
    private bool IsRaised(Leaf leaf) => column.Count is { } count && proof.Case.Challenges.Any(challenge =>
        challenge.By == ArguedBy.Defence && challenge.On == new Target(TargetKind.Element, count.Id.Value, leaf.Id)
        && proof.Items.ContainsKey(ProofId.Of(challenge.Id)) && cells.Standing[ProofId.Of(challenge.Id), Reading.WithAll] != ProofState.Stands);

    /// <summary>The fewest parts that would do and are not there yet; null where a ruling of law closed every way.</summary>
    private IReadOnlyList<Element>? Missing(Element element)
    {
        if (State(element) != CellState.Nothing)
        {
            return [];
        }

        var own = element switch
        {
            _ when LacksSources(element) => [element],
            _ when IsRuledOut(element) => null,
            Group group => Missing(group),
            _ => [element],
        };
        var other = element.NotRequiredWhen is { } condition ? Missing(offence.Find(condition)!) : null;
        return own is null || other?.Count < own.Count ? other : own;
    }

    private IReadOnlyList<Element>? Missing(Group group)
    {
        var parts = Parts(group).ToList();
        var needed = group.Rule switch
        {
            GroupRule.All => parts.Count,
            GroupRule.Any => 1,
            _ => group.AtLeast,
        };
        var open = parts.Select(Missing).OfType<IReadOnlyList<Element>>().OrderBy(missing => missing.Count).ToList();
        return open.Count < needed ? null : [.. open.Take(needed).SelectMany(missing => missing).DistinctBy(part => part.Id)];
    }

    private bool IsKeptOut(ColumnTie tie) => cells.IsKeptOut(tie.Node);

    private IReadOnlyList<OpenAlternative> Alternatives(Element element) => element is Group { Rule: GroupRule.Any } any
        ? [.. Parts(any)
            .Where(part => State(part) == CellState.Nothing)
            .Select(part => (Element: part, Missing: Missing(part)))
            .Where(part => part.Missing is not null)
            .Select(part => new OpenAlternative(part.Element, part.Missing!))
            .OrderBy(alternative => alternative.Missing.Count)]
        : [];

    private bool LacksSources(Element element) => cells.LacksSources(column.Node(element.Id));

    // What is only pleaded is no part of the proof.
    private IEnumerable<Element> Parts(Group group) => group.Of.Select(Resolve).Where(part => part is not Leaf { Kind: LeafKind.PleadedOnly });

    private Element Resolve(Element part) => part is Reference ? offence.Find(part.Id)! : part;

    private CellState State(Element element) => cells.State(column.Part(element));

    private static FindingKind Carried(CellState state) => state switch
    {
        CellState.OnHerAlone => FindingKind.OnHerAlone,
        CellState.OnBoth => FindingKind.OnBoth,
        _ => FindingKind.ComesFromHer,
    };

    private static IEnumerable<Leaf> Leaves(Element element) => element.WithDescendants().OfType<Leaf>().Where(leaf => leaf.Kind != LeafKind.PleadedOnly);

    // Where a whole other offence is missing, what to look for is what that offence asks for.
    private IEnumerable<Leaf> AskedBy(OffenceElement other) => proof.Law.OffenceAt(other.OffenceId == OffenceElement.Same ? offence.Id : other.OffenceId, column.From) is { IsOk: true } law
        ? Leaves(law.Value.Elements) : [];

    private static IReadOnlyList<EvidenceTopic> Topics(IEnumerable<Leaf> leaves) => [.. leaves.SelectMany(leaf => leaf.Evidence).DistinctBy(topic => topic.Id)];

    private IReadOnlyList<Exhibit> Rows(IEnumerable<EvidenceItem> items) =>
        [.. items.Select(item => exhibits.GetValueOrDefault(proof.Items[item.Id].Row)).OfType<Exhibit>().Distinct().OrderBy(exhibit => exhibit.Number)];

    private Finding Finding(FindingKind kind, Element element) => new() { Kind = kind, Count = column.Count, Element = element };
}
