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

    public void Walk()
    {
        Visit(offence.Elements);
        Contested(offence.Elements);
        // An aggravator is nobody's duty; it is looked at once somebody began to prove it.
        foreach (var aggravator in offence.Aggravators.Where(aggravator => aggravator.Elements.WithDescendants().Any(element => ties[element.Id].Any())))
        {
            Visit(aggravator.Elements);
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
            case CellState.WithoutHer:
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

        if (element is Group { Rule: not GroupRule.Any } group)
        {
            foreach (var child in group.Of)
            {
                Visit(child);
            }

            return;
        }

        IReadOnlyList<Leaf> carrying = [.. Leaves(element).Where(leaf => State(leaf) != CellState.Nothing)];
        findings.Add(Finding(State(element) == CellState.OnHerAlone ? FindingKind.OnHerAlone : FindingKind.OnBoth, element) with
        {
            Leaves = carrying,
            Alternatives = Alternatives(element),
            Topics = Topics(Leaves(element)),
            Hints = [.. carrying.SelectMany(leaf => leaf.Hints)],
            Exhibits = Rows(cells.Holding(column.Part(element))),
        });
    }

    private void Gap(Element element)
    {
        if (IsClosed(element))
        {
            // The law keeps it shut, so nobody is sent to look for more.
            if (element is Group { Rule: not GroupRule.Any } shut)
            {
                foreach (var child in shut.Of.Where(child => State(Resolve(child)) == CellState.Nothing && IsClosed(Resolve(child))))
                {
                    Gap(Resolve(child));
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

        if (element is Group { Rule: not GroupRule.Any } group)
        {
            foreach (var child in group.Of)
            {
                Visit(child);
            }

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

    private void Contested(Element part)
    {
        var element = Resolve(part);
        var node = column.Part(element);
        if (cells.Standing[node, Reading.RuledOnly] != ProofState.Stands || cells.Standing[node, Reading.WithAll] == ProofState.Stands)
        {
            return;
        }

        var (challenges, against) = cells.Attacks(node, includeBelow: element is Leaf);
        if (challenges.Count + against.Count > 0)
        {
            findings.Add(Finding(FindingKind.Contested, element) with { Challenges = challenges, Against = against });
        }

        if (element is Group group)
        {
            foreach (var child in group.Of.Where(child => child is not Leaf { Kind: LeafKind.PleadedOnly }))
            {
                Contested(child);
            }
        }
    }

    // Closed in law: there was something, and all of it is kept out by ruling or lies outside the days of the text.
    private bool IsClosed(Element element) => element switch
    {
        Leaf leaf => ties[leaf.Id].Any() && State(leaf) == CellState.Nothing && ties[leaf.Id].All(tie => tie.Outside is not null || IsKeptOut(tie)),
        Group { Rule: GroupRule.All } all => all.Of.Any(part => IsClosed(Resolve(part))),
        Group { Rule: GroupRule.Any } any => any.Of.All(part => part is Leaf { Kind: LeafKind.PleadedOnly } || IsClosed(Resolve(part))),
        Group group => group.Of.Count(part => !IsClosed(Resolve(part))) < group.AtLeast,
        _ => false,
    } && (element.NotRequiredWhen is not { } condition || IsClosed(offence.Find(condition)!));

    private bool IsKeptOut(ColumnTie tie)
    {
        var items = cells.Reached(tie.Node).ToList();
        return items.Count > 0 && items.TrueForAll(item => cells.Standing[item.Id + "/adm", Reading.RuledOnly] == ProofState.Fails);
    }

    private IReadOnlyList<OpenAlternative> Alternatives(Element element) => element is Group { Rule: GroupRule.Any } any
        ? [.. any.Of.Select(Resolve)
            .Where(part => part is not Leaf { Kind: LeafKind.PleadedOnly } && State(part) == CellState.Nothing && !IsClosed(part))
            .Select(part => new OpenAlternative(part, [.. Leaves(part).Where(leaf => State(leaf) == CellState.Nothing)]))
            .OrderBy(alternative => alternative.Missing.Count)]
        : [];

    private Element Resolve(Element part) => part is Reference ? offence.Find(part.Id)! : part;

    private CellState State(Element element) => cells.State(column.Part(element));

    private static IEnumerable<Leaf> Leaves(Element element) => element.WithDescendants().OfType<Leaf>().Where(leaf => leaf.Kind != LeafKind.PleadedOnly);

    private static IReadOnlyList<EvidenceTopic> Topics(IEnumerable<Leaf> leaves) => [.. leaves.SelectMany(leaf => leaf.Evidence).DistinctBy(topic => topic.Id)];

    private IReadOnlyList<Exhibit> Rows(IEnumerable<EvidenceItem> items) =>
        [.. items.Select(item => exhibits.GetValueOrDefault(item.Id)).OfType<Exhibit>().OrderBy(exhibit => exhibit.Number)];

    private Finding Finding(FindingKind kind, Element element) => new() { Kind = kind, Count = column.Count, Element = element };
}
