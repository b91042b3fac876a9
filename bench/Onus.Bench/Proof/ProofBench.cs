using System.Globalization;
using Onus.Casework.Proof;
using Onus.Content;
using Onus.Domain.Answers;
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
            // What smaller cases left behind is not memory of this one.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
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

        var (rows, questions) = (FromTheCase(), Questions());
        return rows && questions ? 0 : 1;
    }

    /// <summary>Questions that were slow once, or are asked on every page, each beside its limit.</summary>
    private static bool Questions()
    {
        Console.WriteLine();
        Console.WriteLine("What pages and the command line ask, the check and the building of the graph included.");
        Console.WriteLine();
        Console.WriteLine("| question | foundations | median | limit | answer |");
        Console.WriteLine("|---|---:|---:|---:|---|");
        var held = true;
        foreach (var workers in new[] { 10, 20, 40, 60 })
        {
            Row("count page to 3, many statements each", GeneratedShapes.Statements(workers, each: 4), 30, graph => Page(graph));
            Row("count page to 3, a statement each", GeneratedShapes.Statements(workers, each: 1), 30, graph => Page(graph));
        }

        Row("check, build, cuts to 3 of 24 counts", GeneratedCases.Of(1000, 1236, 24, seed: 1000), 130, graph => Cuts(new ProofEngine(graph).CutsOf(graph.Goals, 3)[0]));
        Row("whole report, chain of exceptions", GeneratedShapes.Chain(200), 1000, graph => Cuts(new ProofEngine(graph).Report().Goals[0].Cuts));
        Row("whole report, one shared warrant", GeneratedShapes.OneWarrant(3000), 1000, graph => Cuts(new ProofEngine(graph).Report().Goals[0].Cuts));
        Row("whole report, one shared warrant", GeneratedShapes.OneWarrant(5000), 1000, graph => Cuts(new ProofEngine(graph).Report().Goals[0].Cuts));
        Row("first three of ten million moves", GeneratedShapes.Challenged(400), 100, graph => string.Create(CultureInfo.InvariantCulture, $"{new ProofEngine(graph).MovesOn(graph.Goals, first: 3)!.Sum(m => m.Sets.Count)} sets"));
        return held;

        void Row(string question, ProofGraph graph, double limit, Func<ProofGraph, string> ask)
        {
            var answer = ask(graph);
            var median = Machine.Median(5, () => ask(graph));
            held &= median <= limit;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {question} | {graph.Foundations.Count} | {median:F1} | {limit:F0} | {answer}{(median > limit ? " OVER THE LIMIT" : "")} |"));
        }

        static string Page(ProofGraph graph)
        {
            var (cuts, victim) = new ProofEngine(graph).ReportOn(graph.Goals[0], new() { MaxOrder = 3 });
            return $"{Cuts(cuts)}, without her {Size(victim!.KWithout.K ?? victim.KWithout.SearchedTo + 1)}{(victim.KWithout.K is null ? " or more" : "")}";
        }

        static string Cuts(CutSets cuts) => $"k {Size(cuts.KAtLeast)}{(cuts.K is null ? " or more" : "")}, to {(cuts.CompleteToOrder is { } order ? Size(order) : "all")}";

        static string Size(int? size) => size?.ToString(CultureInfo.InvariantCulture) ?? "none";
    }

    /// <summary>The same question asked as a page asks it: of the rows of a case, with the law compiled in.</summary>
    private static bool FromTheCase()
    {
        const int counts = 24;
        const double limit = 35, pageLimit = 100;
        var content = UnitContent.Own();
        var (texts, law) = (content.Texts, content.Law);
        var held = true;
        Console.WriteLine();
        Console.WriteLine("A new answer after an edit, from the rows of a case: compiled with the law, checked, and every count answered in three readings.");
        Console.WriteLine();
        Console.WriteLine("| foundations | limited exhibits, % | nodes and evidence | counts | compile | check and answer | together | limit | grid of one offence beside it | a count page, all it says | limit |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (foundations, limited) in Sizes.Select(size => (size.Foundations, 0)).Append((500, 1)).Append((500, 10)))
        {
            var snapshot = GeneratedSnapshot.Of(foundations, counts, law, limited);
            var proof = CaseProof.Of(snapshot, law, []);
            var compile = Machine.Median(9, () => CaseProof.Of(snapshot, law, []));
            var answer = Machine.Median(9, () => Answer(proof));
            var together = Machine.Median(9, () => Answer(CaseProof.Of(snapshot, law, [])));
            var page = Machine.Median(5, () => CountAnswers.Of(new ProofView(snapshot, proof, new ProofEngine(proof.Graph)), texts, 1));
            held &= together <= limit && page <= pageLimit;
            var first = snapshot.Counts[0];
            var grid = Machine.Median(9, () => Grid.Of(proof, new ProofEngine(proof.Graph), first.OffenceId, first.From));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {foundations} | {limited} | {proof.Graph.Nodes.Count + proof.Graph.Evidence.Count} | {counts} | {compile:F1} | {answer:F1} | {together:F1} | {limit:F0} | {grid:F1} | {page:F1} | {pageLimit:F0} |"));
        }

        return held;
    }

    private static void Answer(CaseProof proof)
    {
        var (engine, faults) = ProofEngine.Of(proof.Graph);
        var standing = engine?.Evaluate() ?? throw new InvalidOperationException("The generated case does not compile: " + faults[0].Message);
        foreach (var column in proof.Columns)
        {
            _ = (standing[column.Goal, ProofReading.RuledOnly], standing[column.Goal, ProofReading.WithFiled], standing[column.Goal, ProofReading.WithAll]);
        }
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
