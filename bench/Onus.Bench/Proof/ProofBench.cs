using System.Globalization;
using Onus.Domain.Proof;
using ProofReading = Onus.Domain.Proof.Reading;

namespace Onus.Bench.Proof;

/// <summary><c>bench proof</c>: generated cases of 50 to 500 foundations with 24 counts.</summary>
internal static class ProofBench
{
    private static readonly (int Foundations, int Nodes)[] Sizes = [(50, 200), (100, 400), (200, 800), (350, 1400), (500, 2000)];

    public static int Run()
    {
        const int goals = 24;
        Console.WriteLine(Machine.Describe());
        Console.WriteLine("Medians in ms. Edit: graph checked and built anew, every state in three readings, reliance of every node, what hangs on each foundation.");
        Console.WriteLine();
        Console.WriteLine("| foundations | evidence | nodes | counts | edit | cuts to 3, one | cuts to 3, all | cut sets | report, all | complete to | peak MiB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (foundations, nodes) in Sizes)
        {
            var graph = GeneratedCases.Of(foundations, nodes, goals, seed: foundations);
            var edit = Machine.Median(9, () => Edit(graph));
            var engine = new ProofEngine(graph);
            var one = graph.Goals.Select(g => Machine.Median(1, () => engine.CutsOf([g], 3))).Order().ToList();
            var all = Machine.Median(3, () => engine.CutsOf(graph.Goals, 3));
            var cuts = engine.CutsOf(graph.Goals, 3);
            var report = engine.Report();
            var whole = Machine.Median(1, () => engine.Report());
            var depth = report.Goals.Select(g => g.Cuts.CompleteToOrder is { } k ? k.ToString(CultureInfo.InvariantCulture) : "all").Distinct();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {foundations} | {graph.Evidence.Count} | {nodes} | {goals} | {edit:F1} | {one[goals / 2]:F1} (worst {one[^1]:F1}) | {all:F1} | {cuts.Sum(c => c.Sets.Count)} | {whole:F0} | {string.Join("/", depth)} | {Machine.PeakMiB():F0} |"));
        }

        return 0;
    }

    private static void Edit(ProofGraph graph)
    {
        var engine = new ProofEngine(graph);
        var standing = engine.Evaluate(graph.Foundations[0].Id);
        foreach (var node in graph.Nodes)
        {
            _ = (standing[node.Id, ProofReading.RuledOnly], standing[node.Id, ProofReading.WithFiled], standing[node.Id, ProofReading.WithAll]);
        }

        engine.RelianceOf([.. graph.Nodes.Select(n => n.Id)]);
        engine.Dependences();
    }
}
