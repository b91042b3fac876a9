using System.Globalization;

namespace Onus.Domain.Proof;

/// <summary>Finds every fault of a graph whose shape is right: ids, references, rules, colours and loops.</summary>
internal sealed class GraphCheck
{
    private readonly ProofGraph graph;
    private readonly Dictionary<string, (ItemKind Kind, int Index)> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Argument> moves = new(StringComparer.Ordinal);
    private readonly List<ProofFault> faults = [];

    private GraphCheck(ProofGraph graph) => this.graph = graph;

    public static IReadOnlyList<ProofFault> FaultsOf(ProofGraph graph)
    {
        var check = new GraphCheck(graph);
        check.Ids();
        Each("$.evidence", graph.Evidence, check.Evidence);
        Each("$.nodes", graph.Nodes, check.Node);
        Each("$.arguments", graph.Arguments, check.Argument);
        check.References("$.goals", graph.Goals, "A goal", once: true, ItemKind.Node);
        check.faults.AddRange(SupportLoops.In(graph));
        return check.faults;
    }

    private void Ids()
    {
        Each("$.points", graph.Foundations, (path, x, i) => Id(path, x.Id, ItemKind.Foundation, i));
        Each("$.evidence", graph.Evidence, (path, x, i) => Id(path, x.Id, ItemKind.Evidence, i));
        Each("$.nodes", graph.Nodes, (path, x, i) => Id(path, x.Id, ItemKind.Node, i));
        Each("$.arguments", graph.Arguments, (path, x, i) => Id(path, x.Id, ItemKind.Argument, i));
    }

    private void Id(string path, string id, ItemKind kind, int index)
    {
        if (id.Length == 0)
        {
            Fault(path + ".id", "An id must not be empty.");
        }
        else if (id.Contains('/', StringComparison.Ordinal))
        {
            Fault(path + ".id", $"The id '{id}' contains '/', which is kept for naming the admission of evidence.");
        }
        else if (!items.TryAdd(id, (kind, index)))
        {
            Fault(path + ".id", $"The id '{id}' is used twice: it already names {Word(items[id].Kind)}.");
        }
    }

    private void Evidence(string path, EvidenceItem item, int index)
    {
        References(path + ".legal", item.Legal, "A legal ground", once: false, ItemKind.Foundation);
        References(path + ".factual", item.Factual, "A factual ground", once: false, ItemKind.Foundation);
        References(path + ".reliesOn", item.ReliesOn, "What evidence relies on", once: false, ItemKind.Evidence);
        Each(path + ".legalAny", item.LegalAny, (at, list, _) =>
        {
            if (list.Count == 0)
            {
                Fault(at, "An alternative ground of admission names no foundation; remove the empty list.");
            }

            References(at, list, "A legal ground", once: false, ItemKind.Foundation);
        });
        Each(path + ".derivedFrom", item.DerivedFrom, (at, derivation, _) =>
        {
            Reference(at + ".parent", derivation.Parent, "What evidence is derived from", ItemKind.Evidence);
            References(at + ".unless", derivation.Unless, "An exception", once: false, ItemKind.Foundation);
        });
        if (item.Legal.Count + item.LegalAny.Count + item.Factual.Count + item.DerivedFrom.Count + item.ReliesOn.Count == 0)
        {
            Fault(path, $"The evidence '{item.Id}' rests on nothing: it names neither foundations nor other evidence.");
        }
    }

    private void Node(string path, ProofNode node, int index)
    {
        var (field, empty) = node.Rule.Kind switch
        {
            RuleKind.All => (".all", node.Rule.Children.Count == 0),
            RuleKind.Any => (".any", false),
            _ => (".of", false),
        };
        if (empty)
        {
            Fault(path + field, $"The node '{node.Id}' needs all of nothing; 'any': [] says that it has no support yet.");
        }

        if (node.Rule.Kind == RuleKind.AtLeast && (node.Rule.Count < 1 || node.Rule.Count > node.Rule.Children.Count))
        {
            Fault(path + ".atLeast", $"The node '{node.Id}' needs at least {Number(node.Rule.Count)} of {Number(node.Rule.Children.Count)}; the number must lie between 1 and the number of children.");
        }

        References(path + field, node.Rule.Children, "A child", once: true, ItemKind.Evidence, ItemKind.Node);
        if (node.Corroboration.MinOrigins is < 0 or > 3)
        {
            Fault(path + ".corroboration.minOrigins", $"The number of independent origins must lie between 0 and 3, not {Number(node.Corroboration.MinOrigins)}.");
        }

        if (node.Corroboration.MinNonVictim < 0)
        {
            Fault(path + ".corroboration.minNonVictim", $"The number of sources other than a victim must not be negative, as {Number(node.Corroboration.MinNonVictim)} is.");
        }
    }

    private void Argument(string path, Argument argument, int index)
    {
        if (argument.Move is { } move && !moves.TryAdd(move, argument) && (moves[move].By, moves[move].Status, moves[move].Ruling) != (argument.By, argument.Status, argument.Ruling))
        {
            Fault(path + ".move", $"The arguments '{moves[move].Id}' and '{argument.Id}' are one move and differ in side, status or ruling.");
        }

        References(path + ".premises", argument.Premises, "A premise", once: true, ItemKind.Foundation, ItemKind.Evidence, ItemKind.Node);
        var admission = argument.On.EndsWith("/adm", StringComparison.Ordinal);
        var target = admission ? argument.On[..^4] : argument.On;
        if (!items.TryGetValue(target, out var item) || (admission && item.Kind != ItemKind.Evidence))
        {
            Fault(path + ".on", admission
                ? $"'{argument.On}' names the admission of '{target}', but there is no such evidence."
                : $"The argument '{argument.Id}' is on '{argument.On}', but nothing has that id.");
            return;
        }

        var attacked = item.Kind == ItemKind.Argument ? graph.Arguments[item.Index].By : Side.Prosecution;
        if (attacked == argument.By)
        {
            Fault(path + ".on", argument.By == Side.Defence
                ? $"The defence argument '{argument.Id}' attacks '{argument.On}', which is an argument of the defence too."
                : $"The prosecution argument '{argument.Id}' attacks '{argument.On}', which is the prosecution's own; it may answer defence arguments only.");
        }
    }

    private void References(string path, IReadOnlyList<string> ids, string what, bool once, params ReadOnlySpan<ItemKind> kinds)
    {
        var seen = once ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < ids.Count; i++)
        {
            var at = At(path, i);
            if (seen?.Add(ids[i]) == false)
            {
                Fault(at, $"'{ids[i]}' stands in this list twice.");
            }
            else
            {
                Reference(at, ids[i], what, kinds);
            }
        }
    }

    private void Reference(string path, string id, string what, params ReadOnlySpan<ItemKind> kinds)
    {
        if (!items.TryGetValue(id, out var item))
        {
            Fault(path, $"{what} is '{id}', but nothing has that id.");
        }
        else if (!kinds.Contains(item.Kind))
        {
            var wanted = string.Join(" or ", kinds.ToArray().Select(Word));
            Fault(path, $"{what} must be {wanted}, but '{id}' is {Word(item.Kind)}.");
        }
    }

    private static void Each<T>(string path, IReadOnlyList<T> list, Action<string, T, int> check)
    {
        for (var i = 0; i < list.Count; i++)
        {
            check(At(path, i), list[i], i);
        }
    }

    private void Fault(string path, string message) => faults.Add(new(path, message));

    private static string At(string path, int index) => $"{path}[{Number(index)}]";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word(ItemKind kind) => kind switch
    {
        ItemKind.Foundation => "a point",
        ItemKind.Evidence => "evidence",
        ItemKind.Node => "a node",
        _ => "an argument",
    };
}

/// <summary>What an id names.</summary>
public enum ItemKind
{
    /// <summary>A foundation.</summary>
    Foundation = 0,

    /// <summary>A piece of evidence.</summary>
    Evidence,

    /// <summary>A fact, element or count.</summary>
    Node,

    /// <summary>A challenge or an answer.</summary>
    Argument,
}
