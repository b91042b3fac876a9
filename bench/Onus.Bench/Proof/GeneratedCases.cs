using System.Globalization;
using Onus.Domain.Proof;

namespace Onus.Bench.Proof;

/// <summary>
/// Invented proof graphs in the shape of large cases: warrants, examiners and interpreters that many exhibits share, statements by a few people,
/// every tie its own node, elements with rules of corroboration, counts that share elements. The same for a seed on every machine.
/// </summary>
internal static class GeneratedCases
{
    /// <param name="foundations">Number of foundations.</param>
    /// <param name="nodes">Number of nodes: ties, facts, elements and counts together.</param>
    /// <param name="goals">Number of counts.</param>
    /// <param name="seed">Which of many.</param>
    public static ProofGraph Of(int foundations, int nodes, int goals, int seed)
    {
        var r = new Random(seed);
        string[] victims = ["Survivor A", "Survivor B", "Survivor C"];
        string Id(string kind, int i) => kind + i.ToString("D4", CultureInfo.InvariantCulture);
        T Pick<T>(IReadOnlyList<T> list) => list[r.Next(list.Count)];
        List<T> Some<T>(IReadOnlyList<T> list, int count) => [.. Enumerable.Range(0, count * 3).Select(_ => Pick(list)).Distinct().Take(count)];

        // A tenth is shared by many exhibits; some of the others speak, most are one device, page or custodian.
        var points = Enumerable.Range(0, foundations).Select(i => new Foundation(Id("f", i))
        {
            Person = i % 10 == 1 ? Pick(victims) : i % 10 == 2 ? Id("witness", i) : null,
            Testimony = i % 20 == 1,
        }).ToList();
        var shared = points.Where((_, i) => i % 10 == 0).Select(p => p.Id).ToList();
        var own = points.Where((_, i) => i % 10 != 0).ToList();

        var evidence = new List<EvidenceItem>();
        for (var i = 0; i < foundations * 7 / 5; i++)
        {
            var main = own[i % own.Count];
            var origin = main.Person ?? "source of " + main.Id;
            evidence.Add(new(Id("x", i))
            {
                Origins = [origin],
                Legal = r.Next(100) < 60 ? [Pick(shared)] : [],
                LegalAny = r.Next(100) < 8 ? [[Pick(shared)], [Pick(shared), Pick(own).Id]] : [],
                Factual = r.Next(100) < 30 ? [main.Id, Pick(shared)] : [main.Id],
                DerivedFrom = i > 0 && r.Next(100) < 12 ? [new(Pick(evidence).Id, r.Next(2) == 0 ? [Pick(own).Id] : [])] : [],
                ReliesOn = i > 0 && r.Next(100) < 8 ? [Pick(evidence).Id] : [],
            });
        }

        var elements = Math.Min(nodes / 8, goals * 4);
        var facts = (nodes - goals - elements) / 3;
        var ties = nodes - goals - elements - facts;
        var tieNodes = Enumerable.Range(0, ties).Select(i => new ProofNode(Id("t", i), Rule.Any(Pick(evidence).Id))).ToList();
        var factNodes = Enumerable.Range(0, facts).Select(i =>
            new ProofNode(Id("a", i), Rule.Any([.. Enumerable.Range(0, ties).Where(t => t % facts == i).Select(t => tieNodes[t].Id)]))).ToList();
        var elementNodes = Enumerable.Range(0, elements).Select(i =>
        {
            // Every third element rests on two facts only: large cases have weak spots too.
            List<string> own = [.. Enumerable.Range(0, facts).Where(f => f % elements == i).Select(f => factNodes[f].Id).Take(i % 3 == 0 ? 2 : facts)];
            return new ProofNode(Id("e", i), (i % 6) switch
            {
                0 => Rule.AtLeast(Math.Min(2, own.Count), own),
                1 => Rule.AtLeast(Math.Min(3, own.Count), own),
                _ => Rule.Any(own),
            })
            {
                Corroboration = (i % 4) switch { 0 => new(MinOrigins: 2), 1 => new(MinNonVictim: 1), _ => Corroboration.None },
            };
        }).ToList();
        var counts = Enumerable.Range(0, goals).Select(i => new ProofNode(Id("c", i), Rule.All(Some([.. elementNodes.Select(e => e.Id)], 3 + (i % 3))))).ToList();

        var arguments = new List<Argument>();
        for (var i = 0; i < goals; i++)
        {
            arguments.Add(new(Id("d", i), Side.Defence, r.Next(2) == 0 ? Pick(tieNodes).Id : Pick(points).Id) { Status = i % 2 == 0 ? ArgumentStatus.Filed : ArgumentStatus.Possible });
            if (i % 3 == 0)
            {
                arguments.Add(new(Id("r", i), Side.Prosecution, Id("d", i)) { Premises = [Pick(evidence).Id] });
            }
        }

        return new()
        {
            Goals = [.. counts.Select(c => c.Id)],
            Victims = victims,
            Foundations = points,
            Evidence = evidence,
            Nodes = [.. tieNodes, .. factNodes, .. elementNodes, .. counts],
            Arguments = arguments,
        };
    }
}
