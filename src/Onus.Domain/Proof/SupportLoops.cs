using System.Globalization;

namespace Onus.Domain.Proof;

/// <summary>Finds support that rests on itself: children of nodes and parents of evidence must not form a loop.</summary>
internal static class SupportLoops
{
    /// <summary>One fault for each knot of support, naming one loop through it. O(size).</summary>
    public static IEnumerable<ProofFault> In(ProofGraph graph)
    {
        var (ids, links) = Links(graph);
        var edges = Edges.From([.. links.Select(l => (IReadOnlyList<int>)[.. l.Select(x => x.Target)])]);
        var components = Components.Of(edges);
        var start = 0;
        foreach (var end in components.Ends)
        {
            var knot = components.Order[start..end];
            start = end;
            if (knot.Length > 1 || edges.Of(knot[0]).Contains(knot[0]))
            {
                yield return Loop(knot, ids, links);
            }
        }
    }

    private static ProofFault Loop(int[] knot, List<string> ids, List<List<(int Target, string Path)>> links)
    {
        // Every vertex of a knot has a link inside it, so walking along such links must come round.
        var inside = knot.ToHashSet();
        var walk = new List<int>();
        var position = new Dictionary<int, int>();
        var at = knot.Min();
        while (position.TryAdd(at, walk.Count))
        {
            walk.Add(at);
            at = links[at].First(l => inside.Contains(l.Target)).Target;
        }

        var loop = walk[position[at]..];
        var names = loop.Append(at).Select(v => $"'{ids[v]}'");
        return new(links[loop[0]].First(l => inside.Contains(l.Target)).Path, $"This support rests on itself: {string.Join(" -> ", names)}.", IsLoop: true);
    }

    private static (List<string> Ids, List<List<(int Target, string Path)>> Links) Links(ProofGraph graph)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = graph.Evidence.Select(e => e.Id).Concat(graph.Nodes.Select(n => n.Id)).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            index.TryAdd(ids[i], i);
        }

        var links = new List<List<(int, string)>>(ids.Count);
        for (var i = 0; i < graph.Evidence.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.evidence[{i}]");
            links.Add([
                .. Targets(graph.Evidence[i].DerivedFrom.Select(d => d.Parent), path + ".derivedFrom", ".parent"),
                .. Targets(graph.Evidence[i].ReliesOn, path + ".reliesOn", ""),
            ]);
        }

        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var field = graph.Nodes[i].Rule.Kind switch { RuleKind.All => "all", RuleKind.Any => "any", _ => "of" };
            var path = string.Create(CultureInfo.InvariantCulture, $"$.nodes[{i}].{field}");
            links.Add([.. Targets(graph.Nodes[i].Rule.Children, path, "")]);
        }

        return (ids, links);

        IEnumerable<(int, string)> Targets(IEnumerable<string> names, string path, string suffix) =>
            names.Select((name, i) => (name, At: string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]{suffix}")))
                .Where(x => index.ContainsKey(x.name))
                .Select(x => (index[x.name], x.At));
    }
}
