using System.Globalization;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// The law of one count as nodes: required to all, alternatives to any, the child rule to any(element, condition), what is only pleaded to a node
/// that no other needs, an aggravator to a goal of its own, a presumption and a defence that was not raised to a stipulated point that a challenge
/// can fell.
/// </summary>
internal sealed class CountCompiler
{
    private readonly CaseProof proof;
    private readonly ChargeColumn column;
    private readonly Offence offence;
    private readonly Guid row;
    private readonly IReadOnlyList<string> victims;
    private readonly ILookup<string, FactTie> ties;

    private CountCompiler(CaseProof proof, ChargeColumn column, Offence offence)
    {
        this.proof = proof;
        this.column = column;
        this.offence = offence;
        row = column.Count?.Id.Value ?? Guid.Empty;
        victims = column.Survivor is { } survivor ? [ProofId.Of(survivor)] : proof.Victims;
        ties = proof.Case.FactTies
            .Where(tie => tie.OffenceId == column.OffenceId && proof.Items.ContainsKey(ProofId.Of(tie)) && Fits(tie))
            .ToLookup(tie => tie.LeafId, StringComparer.Ordinal);
    }

    public static void AddTo(CaseProof proof, ChargeColumn column)
    {
        proof.Goal(column.Goal);
        if (column.Law.Error is { } reason)
        {
            // The answer is "no", with a reason, and not an error: a draft may well name the wrong law.
            proof.Add(
                new Proof.ProofNode(column.Goal, Proof.Rule.Any()) { Kind = "charge" },
                new ProofItem(ProofItemKind.Count, column.Count?.Id.Value ?? Guid.Empty));
            proof.Because(column.Goal, reason);
            return;
        }

        new CountCompiler(proof, column, column.Law.Value).Compile();
    }

    private void Compile()
    {
        Add(offence.Elements);
        foreach (var condition in offence.Conditions)
        {
            Add(condition);
        }

        foreach (var aggravator in offence.Aggravators)
        {
            Add(aggravator.Elements);
            var goal = column.Node(aggravator.Id);
            proof.Goal(goal);
            Node(goal, Proof.Rule.All(column.Goal, column.Part(aggravator.Elements)), "charge", aggravator.Text, ProofItemKind.Aggravator, aggravator.Id);
        }
    }

    private void Add(Element element)
    {
        switch (element)
        {
            case Group group:
                AddGroup(group);
                break;
            case Leaf leaf:
                AddLeaf(leaf);
                break;
            default:
                // A reference is the same node, met again.
                return;
        }

        if (element.NotRequiredWhen is { } condition)
        {
            Node(column.Part(element), Proof.Rule.Any(column.Node(element.Id), column.Node(condition)), "element", element.Text, ProofItemKind.ElementOrCondition, element.Id);
        }
    }

    private void AddGroup(Group group)
    {
        foreach (var part in group.Of)
        {
            Add(part);
        }

        string[] parts = [.. group.Of
            .Where(part => part is not Leaf { Kind: LeafKind.PleadedOnly })
            .Select(part => column.Part(part is Reference ? offence.Find(part.Id)! : part))];
        var rule = group.Rule switch
        {
            GroupRule.All => Proof.Rule.All(parts),
            GroupRule.Any => Proof.Rule.Any(parts),
            _ => Proof.Rule.AtLeast(group.AtLeast, parts),
        };
        var isCount = group.Id == offence.Id;
        Node(column.Node(group.Id), rule, isCount ? "charge" : "element", group.Text, isCount ? ProofItemKind.Count : ProofItemKind.Element, group.Id, group.Corroboration);
    }

    private void AddLeaf(Leaf leaf)
    {
        var id = column.Node(leaf.Id);
        var nodes = ties[leaf.Id].ToDictionary(tie => tie.Id, tie => Tie(leaf, tie));
        var sets = proof.Case.Enough.Where(set => set.OffenceId == offence.Id && set.LeafId == leaf.Id && set.Ties.Count > 0).ToList();
        var together = sets.SelectMany(set => set.Ties).ToHashSet();
        // A tie that counsel put into a set is not enough alone; one that nobody put anywhere is, until counsel says otherwise.
        var parts = nodes.Where(node => !together.Contains(node.Key)).Select(node => node.Value).ToList();
        foreach (var set in sets.Where(set => set.Ties.All(nodes.ContainsKey)))
        {
            var name = id + ":together:" + set.Id;
            proof.Add(
                new Proof.ProofNode(name, Proof.Rule.All([.. set.Ties.Distinct().Select(tie => nodes[tie])])) { Kind = "together", Why = EvidenceCompiler.Words(set.Reason) },
                new ProofItem(ProofItemKind.EnoughTogether, set.Id, leaf.Id));
            parts.Add(name);
        }

        if (leaf.Kind is LeafKind.Presumed or LeafKind.DefenceNegated)
        {
            parts.Add(Presumption(leaf, id));
        }

        Node(id, Proof.Rule.Any(parts), "element", leaf.Text, ProofItemKind.Element, leaf.Id, leaf.Corroboration);
    }

    private string Presumption(Leaf leaf, string id)
    {
        var item = new ProofItem(ProofItemKind.Presumption, row, leaf.Id);
        proof.Add(
            new Proof.Foundation(PresumptionPoint(id))
            {
                Kind = leaf.Kind == LeafKind.Presumed ? "presumption" : "not-raised",
                Mode = "legal",
                Label = leaf.Presumption ?? leaf.Text,
                Status = Proof.FoundationStatus.Stipulated,
            },
            item);
        var evidence = id + ":presumption";
        // No origin: a presumption corroborates nothing.
        proof.Add(new Proof.EvidenceItem(evidence) { Label = leaf.Presumption ?? leaf.Text, Legal = [PresumptionPoint(id)] }, item);
        return evidence;
    }

    /// <summary>The point that a challenge of a presumed element, or a defence that is raised, fells.</summary>
    internal static string PresumptionPoint(string leafNode) => leafNode + ":presumed";

    private string Tie(Leaf leaf, FactTie tie)
    {
        var fact = proof.Facts[tie.Fact];
        if (leaf.PerDefendant && tie.Defendants.Count == 0 && proof.Case.People.Count(person => person.Is(People.PersonRole.Defendant)) > 1)
        {
            proof.Note("proof.knowledge-for-all", ("fact", fact.Sentence), ("leaf", leaf.Text));
        }

        if (fact.On is not { } day)
        {
            return Counted(leaf, tie);
        }

        if (!offence.Validity.Covers(day))
        {
            var reason = Error.Invalid("proof.outside-law", ("day", Iso(day)), ("citation", offence.Citation));
            var node = column.Node(leaf.Id) + ":outside:" + tie.Id.Value;
            proof.Add(new Proof.ProofNode(node, Proof.Rule.Any()) { Kind = "tie" }, new ProofItem(ProofItemKind.OutsideLaw, tie.Id.Value, leaf.Id));
            proof.Because(node, reason);
            proof.Add(new ColumnTie(column.Goal, leaf, tie, node, reason));
            return node;
        }

        if (column.Count is { } count && (day < column.From || day > column.To))
        {
            proof.Note("proof.outside-count", ("count", count.Number.ToString(CultureInfo.InvariantCulture)), ("fact", fact.Sentence), ("day", Iso(day)));
        }

        return Counted(leaf, tie);
    }

    private string Counted(Leaf leaf, FactTie tie)
    {
        var node = ProofId.Of(tie);
        proof.Add(new ColumnTie(column.Goal, leaf, tie, node, null));
        return node;
    }

    private bool Fits(FactTie tie) =>
        (tie.Defendants.Count == 0 || tie.Defendants.Contains(column.Defendant))
        && (tie.Survivors.Count == 0 || column.Survivor is not { } survivor || tie.Survivors.Contains(survivor));

    private void Node(string id, Proof.Rule rule, string kind, string label, ProofItemKind item, string element, CorroborationRule? corroboration = null) => proof.Add(
        new Proof.ProofNode(id, rule)
        {
            Kind = kind,
            Label = label,
            Victims = victims,
            Corroboration = corroboration is null ? Proof.Corroboration.None : new Proof.Corroboration(corroboration.MinOrigins, corroboration.MinNonVictim),
        },
        new ProofItem(item, row, element));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
