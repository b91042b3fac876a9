using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;

namespace Onus.Domain.Answers;

/// <summary>The state of every element in some columns, asked of the engine at once.</summary>
internal sealed class GridCells
{
    private readonly CaseProof proof;
    private readonly ProofEngine engine;
    private readonly Standing standing;
    private readonly Dictionary<Shared.PersonId, Standing> untold = [];
    private Standing? nobodyTold;
    private readonly Dictionary<string, Reliance?> reliance = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProofNode> nodes;
    private readonly Dictionary<string, EvidenceItem> evidence;
    private readonly ILookup<(string Column, string Leaf), ColumnTie> ties;
    private readonly ILookup<Shared.FactId, ExhibitTie> cites;
    private readonly Dictionary<Shared.ExhibitId, Exhibit> exhibits;

    public GridCells(CaseProof proof, ProofEngine engine, IReadOnlyList<ChargeColumn> columns)
    {
        this.proof = proof;
        this.engine = engine;
        standing = engine.Evaluate();
        nodes = proof.Graph.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        evidence = proof.Graph.Evidence.ToDictionary(item => item.Id, StringComparer.Ordinal);
        ties = proof.Ties.ToLookup(tie => (tie.Column, tie.Leaf.Id));
        cites = proof.Case.ExhibitTies.ToLookup(tie => tie.Fact);
        exhibits = proof.Case.Exhibits.ToDictionary(exhibit => exhibit.Id);
        string[] asked = [.. columns.SelectMany(column => Nodes(column)).Where(nodes.ContainsKey)];
        var answers = engine.RelianceOf(asked);
        for (var i = 0; i < asked.Length; i++)
        {
            reliance[asked[i]] = answers[i];
        }
    }

    /// <summary>The standing without a what-if.</summary>
    public Standing Standing => standing;

    /// <summary>The cell of an element, or null where the law of the column's date does not know it.</summary>
    public GridCell? Of(ChargeColumn column, string elementId)
    {
        if (!nodes.ContainsKey(column.Node(elementId)) || column.Law.Value.Find(elementId) is not { } element)
        {
            return null;
        }

        var begun = element.WithDescendants().Any(part => ties[(column.Goal, part.Id)].Any());
        var isSuppressed = IsSuppressed(column, element);
        var cell = Cell(column, column.Node(elementId), begun, isSuppressed, [.. ties[(column.Goal, elementId)].Select(Fact)]);
        return element.NotRequiredWhen is null ? cell : cell with { OrCondition = Cell(column, column.Part(element), begun, isSuppressed, cell.Facts) };
    }

    /// <summary>What a node of the columns rests on.</summary>
    public CellState State(string node)
    {
        if (standing[node, Reading.RuledOnly] != ProofState.Stands)
        {
            return CellState.Nothing;
        }

        return reliance[node]?.Category switch
        {
            // Nobody's survivor: what stands, stands without her.
            null or RelianceCategory.Either or RelianceCategory.VictimNotNeeded => CellState.WithoutHer,
            RelianceCategory.VictimAlone => CellState.OnHerAlone,
            RelianceCategory.NotProven => CellState.Nothing,
            // Her statement needs the paper by which it came in and whoever translated it. They carry her word and add none of their own; nor does what the law presumes.
            _ => HoldsOnHers(node) ? CellState.OnHerAlone : CellState.OnBoth,
        };
    }

    // With her words and what the law presumes alone. What else is there besides, and is not needed, does not make it "both".
    private bool HoldsOnHers(string node)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return Holds(node);

        bool Holds(string id) => known.TryGetValue(id, out var holds) ? holds : known[id] = standing[id, Reading.RuledOnly] == ProofState.Stands
            && (evidence.TryGetValue(id, out var item) ? IsCounted(item) : HasEnough(nodes[id]));

        bool HasEnough(ProofNode of) => of.Rule.Children.Count(Holds) >= of.Rule.Kind switch { RuleKind.All => of.Rule.Children.Count, RuleKind.Any => 1, _ => of.Rule.Count }
            && (of.Corroboration is { MinOrigins: <= 1, MinNonVictim: 0 } || Holding(of.Id).All(IsCounted));

        bool IsCounted(EvidenceItem item) => IsPresumed(item) || IsHers(item, nodes[node]);
    }

    /// <summary>Whether a node holds without her testimony and not without all that comes from her: her words, belief in her, her device and consent.</summary>
    public bool ComesFromHer(string node) => State(node) == CellState.WithoutHer
        && reliance[node] is { HoldsWithout: { Information: false } or { Belief: false } or { Credit: false } or { Through: false } };

    /// <summary>Whether enough parts of a node hold, nothing that the court sustained stands against it, and the law asks for more sources.</summary>
    public bool LacksSources(string node)
    {
        var (rule, corroboration) = (nodes[node].Rule, nodes[node].Corroboration);
        var needed = rule.Kind switch
        {
            RuleKind.All => rule.Children.Count,
            RuleKind.Any => 1,
            _ => rule.Count,
        };
        return corroboration != Corroboration.None
            && standing[node, Reading.RuledOnly] != ProofState.Stands
            && rule.Children.Count(child => standing[child, Reading.RuledOnly] == ProofState.Stands) >= needed
            && !proof.Graph.Arguments.Any(argument => argument.On == node && argument.Ruling == Proof.Ruling.Sustained && standing[argument.Id, Reading.RuledOnly] != ProofState.Stands);
    }

    /// <summary>Whether there is evidence below a node, what the law presumes not counted, and all of it is kept out.</summary>
    public bool IsKeptOut(string node)
    {
        var cited = Cited(node).ToList();
        return cited.Count > 0 && cited.TrueForAll(item => standing[item.Id + "/adm", Reading.RuledOnly] == ProofState.Fails);
    }

    /// <summary>Whether anything was ever cited below a node.</summary>
    public bool IsCited(string node) => Cited(node).Any();

    /// <summary>
    /// Whether all that was cited for an element that does not hold is kept out. Nothing was ever cited is another answer: of a group that asks for several parts
    /// each that is missing has to have been cited. What the list of elements says and what to look for next both follow from this and nothing else.
    /// </summary>
    public bool IsSuppressed(ChargeColumn column, Element element) => IsKeptOut(column.Node(element.Id))
        && (element is not Group { Rule: not GroupRule.Any } group || group.Of.Select(part => part is Reference ? column.Law.Value.Find(part.Id)! : part)
            .Where(part => part is not Leaf { Kind: LeafKind.PleadedOnly } && State(column.Part(part)) == CellState.Nothing).All(part => IsSuppressed(column, part)));

    /// <summary>Evidence that is reached below a node and holds, each once.</summary>
    public IEnumerable<EvidenceItem> Holding(string node) => Reached(node).Where(item => standing[item.Id, Reading.RuledOnly] == ProofState.Stands);

    /// <summary>Evidence that is reached below a node, each once.</summary>
    public IEnumerable<EvidenceItem> Reached(string node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([node]);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id))
            {
                continue;
            }

            if (evidence.TryGetValue(id, out var item))
            {
                yield return item;
            }
            else
            {
                foreach (var child in nodes[id].Rule.Children)
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>
    /// Challenges without a ruling that are not out when all are made, and ties against facts, on a node or, if asked, on anything below it. What does not
    /// hold anyway, because nothing shows it or all that did is gone, is not what they make contested.
    /// </summary>
    public (IReadOnlyList<Shared.ChallengeId> Challenges, IReadOnlyList<Shared.TieId> Against) Attacks(string node, bool includeBelow)
    {
        HashSet<string> targets = includeBelow ? Below(node) : [node];
        IReadOnlyList<ProofItem> attacks = [.. proof.Graph.Arguments
            .Where(argument => argument.By == Proof.Side.Defence && argument.Ruling == Proof.Ruling.None && targets.Contains(argument.On)
                && standing[argument.On, Reading.RuledOnly] == ProofState.Stands
                && standing[argument.Id, Reading.WithAll] != ProofState.Stands)
            .Select(argument => proof.Items[argument.Id])];
        return (
            [.. attacks.Where(item => item.Kind == ProofItemKind.Challenge).Select(item => new Shared.ChallengeId(item.Row)).Distinct()],
            [.. attacks.Where(item => item.Kind == ProofItemKind.ExhibitTie).Select(item => new Shared.TieId(item.Row)).Distinct()]);
    }

    // Nodes, evidence with what it derives from and relies on, admissions and foundations: all that an attack below a node can be aimed at.
    private HashSet<string> Below(string node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([node]);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id))
            {
                continue;
            }

            if (nodes.TryGetValue(id, out var below))
            {
                Push(below.Rule.Children);
            }
            else if (evidence.TryGetValue(id, out var item))
            {
                seen.Add(id + "/adm");
                Push(item.Legal);
                Push(item.LegalAny.SelectMany(way => way));
                Push(item.Factual);
                Push(item.ReliesOn);
                Push(item.DerivedFrom.Select(from => from.Parent));
            }
        }

        return seen;

        void Push(IEnumerable<string> ids)
        {
            foreach (var id in ids)
            {
                open.Push(id);
            }
        }
    }

    private GridCell Cell(ChargeColumn column, string node, bool begun, bool isSuppressed, IReadOnlyList<CellFact> facts)
    {
        var state = State(node);
        return new(node, state, standing[node, Reading.RuledOnly], standing[node, Reading.WithAll], reliance[node]?.HoldsWithout, facts)
        {
            ComesFromHer = ComesFromHer(node),
            LacksSources = LacksSources(node),
            Begun = begun || Cited(node).Any(),
            Suppressed = state == CellState.Nothing && isSuppressed,
            ContestedWithout = state == CellState.WithoutHer && standing[node, Reading.WithAll] == ProofState.Stands && Untold(column)[node, Reading.WithAll] != ProofState.Stands,
        };
    }

    // What the law presumes, nobody has cited.
    private IEnumerable<EvidenceItem> Cited(string node) => Reached(node).Where(item => !IsPresumed(item));

    // The case without the testimony of the survivor of a column; without that of all, where it names none.
    private Standing Untold(ChargeColumn column)
    {
        if (column.Survivor is not { } survivor)
        {
            return nobodyTold ??= Without(person => proof.Case.People.Any(known => known.Id == person && known.Is(People.PersonRole.Survivor)));
        }

        return untold.TryGetValue(survivor, out var known) ? known : untold[survivor] = Without(person => person == survivor);

        Standing Without(Func<Shared.PersonId, bool> whose)
        {
            string[] testimony = [.. proof.Case.Foundations
                .Where(foundation => foundation is { Testimony: true, Person: { } person } && foundation.Status != Evidence.FoundationStatus.Fallen && whose(person))
                .Select(foundation => ProofId.Of(foundation.Id))];
            return testimony.Length == 0 ? standing : engine.Evaluate(testimony);
        }
    }

    private bool IsHers(EvidenceItem item, ProofNode node) => item.IsWordsOf(node.Victims ?? proof.Graph.Victims);

    private bool IsPresumed(EvidenceItem item) => proof.Items[item.Id].Kind == ProofItemKind.Presumption;

    private CellFact Fact(ColumnTie tie)
    {
        var fact = proof.Facts[tie.Tie.Fact];
        return new CellFact(tie.Tie, fact, Cited(Bearing.Supports), Cited(Bearing.Undermines), tie.Outside);

        IReadOnlyList<Exhibit> Cited(Bearing bearing) => [.. cites[fact.Id]
            .Where(cite => cite.Bearing == bearing && exhibits.ContainsKey(cite.Exhibit) && (bearing == Bearing.Undermines || tie.IsShownBy(cite)))
            .Select(cite => exhibits[cite.Exhibit]).Distinct().OrderBy(exhibit => exhibit.Number)];
    }

    private static IEnumerable<string> Nodes(ChargeColumn column) => column.Law.IsOk
        ? column.Law.Value.AllElements().Where(element => element is not Reference).SelectMany(element => new[] { column.Node(element.Id), column.Part(element) })
            .Concat(column.Law.Value.Aggravators.Select(aggravator => column.Node(aggravator.Id)))
            .Distinct(StringComparer.Ordinal)
        : [column.Goal];
}
