using System.Globalization;
using Onus.Domain.Proof;

namespace Onus.Bench.Proof;

/// <summary>Invented graphs of one shape each, of any size: the shapes that make searches long. The same for a size on every machine.</summary>
internal static class GeneratedShapes
{
    /// <summary>One count of four elements, each of which wants two sources: the survivor's statement and those of co-workers, translated by a few interpreters where they say several things.</summary>
    public static ProofGraph Statements(int workers, int each)
    {
        var r = new Random(workers + each);
        string[] elements = ["e0", "e1", "e2", "e3"];
        var interpreters = Math.Max(3, workers / 10);
        List<EvidenceItem> evidence = [new("s") { Origins = ["Survivor A"], Factual = ["a"] }];
        foreach (var (w, n) in from w in Enumerable.Range(0, workers) from n in Enumerable.Range(0, each) select (w, n))
        {
            evidence.Add(new(Id("x", (w * each) + n))
            {
                Origins = [Id("worker ", w)],
                Factual = each == 1 ? [Id("w", w)] : [Id("w", w), Id("i", r.Next(interpreters))],
            });
        }

        return new()
        {
            Goals = ["count"],
            Victims = ["Survivor A"],
            Foundations =
            [
                new("a") { Person = "Survivor A", Testimony = true },
                .. Enumerable.Range(0, workers).Select(w => new Foundation(Id("w", w)) { Person = Id("worker ", w) }),
                .. Enumerable.Range(0, each == 1 ? 0 : interpreters).Select(i => new Foundation(Id("i", i))),
            ],
            Evidence = evidence,
            Nodes =
            [
                .. elements.Select((e, at) => new ProofNode(e, Rule.Any(["s", .. Enumerable.Range(0, workers).OrderBy(_ => r.Next()).Take(Math.Max(2, workers * 3 / 4)).Select(w => Id("x", (w * each) + (at % each)))]))
                {
                    Corroboration = new(MinOrigins: 2),
                }),
                new("count", Rule.All(elements)),
            ],
        };
    }

    /// <summary>Exhibits found one through another, each with an exception that stops the taint.</summary>
    public static ProofGraph Chain(int length) => new()
    {
        Goals = ["count"],
        Foundations = [new("search"), .. Enumerable.Range(0, length).SelectMany(i => new[] { new Foundation(Id("d", i)), new Foundation(Id("u", i)) })],
        Evidence =
        [
            new("x") { Legal = ["search"] },
            .. Enumerable.Range(0, length).Select(i => new EvidenceItem(Id("x", i)) { Factual = [Id("d", i)], DerivedFrom = [new(i == 0 ? "x" : Id("x", i - 1), Id("u", i))] }),
        ],
        Nodes = [new("count", Rule.Any(Id("x", length - 1), Id("x", length / 2)))],
    };

    /// <summary>So many exhibits of one search, any of which is enough.</summary>
    public static ProofGraph OneWarrant(int exhibits) => new()
    {
        Goals = ["count"],
        Foundations = [new("warrant"), .. Enumerable.Range(0, exhibits).Select(i => new Foundation(Id("d", i)))],
        Evidence = [.. Enumerable.Range(0, exhibits).Select(i => new EvidenceItem(Id("x", i)) { Legal = ["warrant"], Factual = [Id("d", i)] })],
        Nodes = [new("count", Rule.Any([.. Enumerable.Range(0, exhibits).Select(i => Id("x", i))]))],
    };

    /// <summary>Exhibits of which all but two are needed, each of them challenged: any three challenges win.</summary>
    public static ProofGraph Challenged(int exhibits)
    {
        string[] ids = [.. Enumerable.Range(0, exhibits).Select(i => Id("x", i))];
        return new()
        {
            Goals = ["count"],
            Foundations = [.. Enumerable.Range(0, exhibits).Select(i => new Foundation(Id("d", i)))],
            Evidence = [.. ids.Select((x, i) => new EvidenceItem(x) { Factual = [Id("d", i)] })],
            Nodes = [new("count", Rule.AtLeast(exhibits - 2, ids))],
            Arguments = [.. ids.Select(x => new Argument("on " + x, Side.Defence, x))],
        };
    }

    private static string Id(string kind, int i) => kind + i.ToString("D4", CultureInfo.InvariantCulture);
}
