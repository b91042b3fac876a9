using System.Globalization;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>
/// The law of one count as nodes: required to all, alternatives to any, the child rule to any(element, condition), what is only pleaded to a node
/// that no other needs, an aggravator to a goal of its own, a presumption and a defence that was not raised to a stipulated point that a challenge
/// can fell.
/// </summary>
internal sealed partial class CountCompiler
{
    private readonly CaseProof proof;
    private readonly ChargeColumn column;
    private readonly ChargeColumn whole;
    private readonly Offence offence;
    private readonly Guid row;
    private readonly IReadOnlyList<string> victims;
    private readonly ILookup<string, FactTie> ties;

    // The column is the whole one, or the part of it that is about one of several survivors.
    private CountCompiler(CaseProof proof, ChargeColumn column, ChargeColumn whole)
    {
        this.proof = proof;
        this.column = column;
        this.whole = whole;
        offence = column.Law.Value;
        row = column.Count?.Id.Value ?? Guid.Empty;
        victims = column.Survivor is { } survivor ? [ProofId.Of(survivor)] : proof.Victims;
        ties = proof.Fitting(column);
    }

    private bool IsPart => column != whole;

    public static void AddTo(CaseProof proof)
    {
        HashSet<(string Offence, DateOnly Day)> looked = [];
        foreach (var charged in proof.Columns)
        {
            proof.Goal(charged.Goal);
            if (charged.Law.IsOk)
            {
                foreach (var aggravator in charged.Law.Value.Aggravators)
                {
                    proof.Goal(charged.Node(aggravator.Id));
                }

                foreach (var mode in Begun(proof, charged))
                {
                    proof.Goal(charged.Node(mode.Id));
                }

                ForNobody(proof, charged.Law.Value, charged.From, looked);
            }

            Compile(proof, charged);
        }
    }

    private static void Compile(CaseProof proof, ChargeColumn column)
    {
        if (column.Law.Error is { } reason)
        {
            // The answer is "no", with a reason, and not an error: a draft may well name the wrong law.
            proof.Add(
                new Proof.ProofNode(column.Goal, Proof.Rule.Any()) { Kind = "charge" },
                new ProofItem(ProofItemKind.Count, column.Count?.Id.Value ?? Guid.Empty));
            proof.Because(column.Goal, reason);
            return;
        }

        var law = column.Law.Value;
        NotInThisText(proof, column);
        var compiler = new CountCompiler(proof, column, column);
        if (law.Unit == ChargeUnit.PerDefendant || column.Survivor is not null)
        {
            compiler.Compile();
            return;
        }

        if (column.Count is { } count)
        {
            proof.Note("proof.no-survivor-named", ("count", count.Number), ("citation", law.Citation));
        }

        // What is proved for one survivor proves nothing for another.
        IReadOnlyList<ChargeColumn> parts = [.. proof.Fitting(column).SelectMany(tied => tied).SelectMany(tie => tie.Survivors).Distinct()
            .Select(survivor => column with { Goal = $"{column.Goal}:for:{survivor.Value}", Survivor = survivor })];
        if (parts.Count < 2)
        {
            compiler.Compile();
            return;
        }

        foreach (var part in parts)
        {
            new CountCompiler(proof, part, column).Compile();
        }

        compiler.AnyOf(parts);
    }

    private void Compile()
    {
        AddOffenceAndModes();
        foreach (var condition in offence.Conditions)
        {
            Add(condition);
        }

        foreach (var aggravator in offence.Aggravators)
        {
            Add(aggravator.Elements);
            Node(column.Node(aggravator.Id), Proof.Rule.All(column.Goal, column.Part(aggravator.Elements)), "charge", aggravator.Text, ProofItemKind.Aggravator, aggravator.Id);
        }
    }

    // Everything holds if it does for one of the survivors; the count and its aggravators then hold for one and the same.
    private void AnyOf(IReadOnlyList<ChargeColumn> parts)
    {
        foreach (var element in offence.AllElements().Where(element => element is not Reference))
        {
            var isCount = element.Id == offence.Id;
            Node(column.Node(element.Id), Any(part => part.Node(element.Id)), isCount ? "charge" : "element", element.Text, isCount ? ProofItemKind.Count : ProofItemKind.Element, element.Id);
            if (element.NotRequiredWhen is not null)
            {
                Node(column.Part(element), Any(part => part.Part(element)), "element", element.Text, ProofItemKind.ElementOrCondition, element.Id);
            }
        }

        if (Principal(proof, column) != column.Goal)
        {
            Node(Principal(proof, column), Any(part => part.Goal + ":principal"), "element", offence.Title, ProofItemKind.Element, offence.Id);
        }

        foreach (var aggravator in offence.Aggravators)
        {
            Node(column.Node(aggravator.Id), Any(part => part.Node(aggravator.Id)), "charge", aggravator.Text, ProofItemKind.Aggravator, aggravator.Id);
        }

        Proof.Rule Any(Func<ChargeColumn, string> node) => Proof.Rule.Any([.. parts.Select(node)]);
    }

    // A tie to what another text of the offence knows can't count here, and says so.
    private static void NotInThisText(CaseProof proof, ChargeColumn column)
    {
        var law = column.Law.Value;
        var leaves = law.Leaves().Select(leaf => leaf.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var tie in proof.Fitting(column).Where(tied => !leaves.Contains(tied.Key)).SelectMany(tied => tied))
        {
            // In the words of the text under which the tie is read elsewhere, else of the newest that has it.
            var leaf = TieLaw.Of(tie, proof.Case, proof.Law)
                .Concat(proof.Law.Packs.SelectMany(pack => pack.Offences).Where(other => other.Id == law.Id).OrderByDescending(other => other.Validity.From))
                .Select(other => other.Find(tie.LeafId)).OfType<Leaf>().FirstOrDefault() ?? new Leaf { Id = tie.LeafId, Text = tie.LeafId };
            var reason = Error.Invalid("law.leaf-not-in-this-text", ("citation", law.Citation), ("day", column.From), ("leaf", leaf.Text));
            proof.Add(new ColumnTie(column.Goal, leaf, tie, ProofId.Of(tie), reason, proof.ForOthers(tie, column)));
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
            case OffenceElement other:
                AddOffence(other);
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

    private void AddGroup(Group group, string? node = null)
    {
        foreach (var part in group.Of)
        {
            Add(part);
        }

        string[] parts = [.. group.Of
            .Select(part => part is Reference ? offence.Find(part.Id)! : part)
            .Where(part => part is not Leaf { Kind: LeafKind.PleadedOnly })
            .Select(column.Part)];
        var rule = group.Rule switch
        {
            GroupRule.All => Proof.Rule.All(parts),
            GroupRule.Any => Proof.Rule.Any(parts),
            _ => Proof.Rule.AtLeast(group.AtLeast, parts),
        };
        var isWhole = group.Id == offence.Id && node is null;
        Node(node ?? column.Node(group.Id), rule, isWhole ? "charge" : "element", group.Text, isWhole ? ProofItemKind.Count : ProofItemKind.Element, group.Id, group.Corroboration);
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
            parts.Add(Presumption(leaf));
        }

        Node(id, Proof.Rule.Any(parts), "element", leaf.Text, ProofItemKind.Element, leaf.Id, leaf.Corroboration);
    }

    private string Presumption(Leaf leaf) => Stipulated(
        PresumptionPoint(whole.Node(leaf.Id)),
        whole.Node(leaf.Id) + ":presumption",
        leaf.Kind == LeafKind.Presumed ? "presumption" : "not-raised",
        leaf.Presumption ?? leaf.Text,
        leaf.Id);

    // Evidence that holds until a challenge fells its point; one for all survivors of a column.
    private string Stipulated(string point, string evidence, string kind, string label, string element)
    {
        if (!proof.Items.ContainsKey(point))
        {
            var item = new ProofItem(ProofItemKind.Presumption, row, element);
            proof.Add(new Proof.Foundation(point) { Kind = kind, Mode = "legal", Label = label, Status = Proof.FoundationStatus.Stipulated }, item);
            // No origin: it corroborates nothing.
            proof.Add(new Proof.EvidenceItem(evidence) { Label = label, Legal = [point] }, item);
        }

        return evidence;
    }

    /// <summary>The point that a challenge of a presumed element, or a defence that is raised, fells.</summary>
    internal static string PresumptionPoint(string leafNode) => leafNode + ":presumed";

    /// <summary>The point that a challenge of an element fells where the column has a part for each of several survivors.</summary>
    internal static string UnchallengedPoint(string elementNode) => elementNode + ":unchallenged";

    private string Tie(Leaf leaf, FactTie tie)
    {
        var fact = proof.Facts[tie.Fact];
        if (fact.On is not { } day)
        {
            return Counted(leaf, tie);
        }

        if (!offence.Validity.Covers(day))
        {
            var reason = Error.Invalid("proof.outside-law", ("day", day), ("citation", offence.Citation));
            var node = whole.Node(leaf.Id) + ":outside:" + tie.Id.Value;
            if (!proof.Items.ContainsKey(node))
            {
                proof.Add(new Proof.ProofNode(node, Proof.Rule.Any()) { Kind = "tie" }, new ProofItem(ProofItemKind.OutsideLaw, tie.Id.Value, leaf.Id));
                proof.Because(node, reason);
                proof.Add(new ColumnTie(whole.Goal, leaf, tie, node, reason, proof.ForOthers(tie, whole)));
            }

            return node;
        }

        if (column.Count is { } count && (day < column.From || day > column.To))
        {
            proof.Note("proof.outside-count", ("count", count.Number), ("fact", fact.Sentence), ("day", day));
        }

        return Counted(leaf, tie);
    }

    private string Counted(Leaf leaf, FactTie tie)
    {
        proof.Add(new ColumnTie(whole.Goal, leaf, tie, proof.Tied(tie, whole), null, proof.ForOthers(tie, whole)));
        return proof.Tied(tie, column);
    }

    private void Node(string id, Proof.Rule rule, string kind, string label, ProofItemKind item, string element, CorroborationRule? corroboration = null)
    {
        if (IsPart && IsChallenged(element))
        {
            // The challenge is of the element and reaches it for each survivor.
            var point = UnchallengedPoint(whole.Node(element));
            Add(id + ":itself", rule, corroboration);
            Add(id, Proof.Rule.All(id + ":itself", Stipulated(point, point + ":evidence", "unchallenged", label, element)), null);
            return;
        }

        Add(id, rule, corroboration);

        void Add(string id, Proof.Rule rule, CorroborationRule? corroboration) => proof.Add(
            new Proof.ProofNode(id, rule)
            {
                Kind = kind,
                Label = label,
                Victims = victims,
                Corroboration = corroboration is null ? Proof.Corroboration.None : new Proof.Corroboration(corroboration.MinOrigins, corroboration.MinNonVictim),
            },
            new ProofItem(IsPart ? ProofItemKind.ForOneSurvivor : item, row, element));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
