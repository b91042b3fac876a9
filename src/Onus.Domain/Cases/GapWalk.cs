using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;

namespace Onus.Domain.Cases;

/// <summary>Goes down the law of one count, only where the answer above is not yet good, and notes what is missing or rests on too little.</summary>
internal sealed class GapWalk(CaseProof proof, GridCells cells, ChargeColumn column, List<Finding> findings)
{
    private readonly Offence offence = column.Law.Value;
    private readonly ILookup<string, ColumnTie> ties = proof.Ties.Where(tie => tie.Column == column.Goal).ToLookup(tie => tie.Leaf.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Exhibit> exhibits = proof.Case.Exhibits.ToDictionary(ProofId.Of, StringComparer.Ordinal);
    private readonly HashSet<string> contested = new(StringComparer.Ordinal);

    public void Walk()
    {
        // An aggravator is nobody's duty; it is looked at once somebody began to prove it.
        var begun = offence.Aggravators.Select(aggravator => aggravator.Elements).Where(root => root.WithDescendants().Any(element => ties[element.Id].Any()));
        foreach (var root in begun.Prepend(offence.Elements))
        {
            Visit(root);
            Contested(root);
        }

        var person = proof.Case.People.FirstOrDefault(candidate => candidate.Id == column.Survivor);
        foreach (var condition in offence.Conditions.Where(condition => person is { MayBeMinor: true } && State(condition) == CellState.Nothing && !IsClosed(condition)))
        {
            findings.Add(Finding(FindingKind.ChildPathOpen, condition) with { Topics = condition.Evidence });
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

        if (IsClosed(element))
        {
            // The law keeps it shut, so nobody is sent to look for more.
            if (element is Group { Rule: not GroupRule.Any } shut)
            {
                foreach (var child in Parts(shut).Where(IsClosed))
                {
                    Gap(child);
                }

                return;
            }

            var outside = Leaves(element).SelectMany(leaf => ties[leaf.Id]).Select(tie => tie.Outside).ToList();
            var lawOnly = outside.Count > 0 && outside.TrueForAll(reason => reason is not null);
            findings.Add(Finding(lawOnly ? FindingKind.HoleInLaw : FindingKind.ClosedInLaw, element) with
            {
                Reason = outside.Find(reason => reason is not null),
                Exhibits = Rows(cells.Reached(column.Node(element.Id))),
                // Not more evidence, but another way in law, is what is left.
                Hints = [.. Leaves(element).SelectMany(leaf => leaf.Hints)],
            });
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

        IReadOnlyList<Leaf> open = [.. Leaves(element).Where(leaf => State(leaf) == CellState.Nothing && !IsClosed(leaf))];
        findings.Add(Finding(FindingKind.NothingYet, element) with
        {
            Leaves = open,
            Alternatives = Alternatives(element),
            Topics = Topics(open),
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

    // Closed in law: there was something, and all of it is kept out by ruling or lies outside the days of the text.
    private bool IsClosed(Element element) => Missing(element) is null;

    private bool IsClosed(Leaf leaf) => ties[leaf.Id].Any() && ties[leaf.Id].All(tie => tie.Outside is not null || IsKeptOut(tie));

    /// <summary>The fewest parts that would do and are not there yet; null where every way is closed in law.</summary>
    private IReadOnlyList<Element>? Missing(Element element)
    {
        if (State(element) != CellState.Nothing)
        {
            return [];
        }

        var own = element switch
        {
            _ when LacksSources(element) => [element],
            Group group => Missing(group),
            Leaf leaf when IsClosed(leaf) => null,
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

    private bool IsKeptOut(ColumnTie tie)
    {
        var items = cells.Reached(tie.Node).ToList();
        return items.Count > 0 && items.TrueForAll(item => cells.Standing[item.Id + "/adm", Reading.RuledOnly] == ProofState.Fails);
    }

    private IReadOnlyList<OpenAlternative> Alternatives(Element element) => element is Group { Rule: GroupRule.Any } any
        ? [.. Parts(any)
            .Where(part => State(part) == CellState.Nothing && !IsClosed(part))
            .Select(part => new OpenAlternative(part, Missing(part)!))
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

    private static IReadOnlyList<EvidenceTopic> Topics(IEnumerable<Leaf> leaves) => [.. leaves.SelectMany(leaf => leaf.Evidence).DistinctBy(topic => topic.Id)];

    private IReadOnlyList<Exhibit> Rows(IEnumerable<EvidenceItem> items) =>
        [.. items.Select(item => exhibits.GetValueOrDefault(item.Id)).OfType<Exhibit>().OrderBy(exhibit => exhibit.Number)];

    private Finding Finding(FindingKind kind, Element element) => new() { Kind = kind, Count = column.Count, Element = element };
}
