using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>Small sound graphs with every feature, the same for a seed on every machine.</summary>
internal static class RandomGraphs
{
    /// <summary>A graph of up to <paramref name="maxPoints"/> foundations. Ids are drawn so that their order says nothing about the structure.</summary>
    public static ProofGraph Of(int seed, int maxPoints = 12)
    {
        var r = new Random(seed);
        var ids = new Queue<string>(Enumerable.Range(0, 60).Select(i => $"{(char)('A' + (i % 26))}{i}").OrderBy(_ => r.Next()));
        string Id(string prefix) => r.Next(3) == 0 ? ids.Dequeue() : prefix + ids.Dequeue();
        bool Chance(int percent) => r.Next(100) < percent;
        T Pick<T>(IReadOnlyList<T> list) => list[r.Next(list.Count)];
        List<T> Some<T>(IReadOnlyList<T> list, int from, int to) =>
            [.. list.OrderBy(_ => r.Next()).Take(Math.Min(list.Count, r.Next(from, to + 1)))];

        string[] persons = ["V", "W", "X", "Y"];
        var points = Enumerable.Range(0, r.Next(1, maxPoints + 1)).Select(_ => new Foundation(Id("p"))
        {
            Person = Chance(50) ? Pick(persons) : null,
            Testimony = Chance(30),
            Status = Chance(84) ? FoundationStatus.Open : Chance(50) ? FoundationStatus.Stipulated : FoundationStatus.Fallen,
        }).ToList();
        var pointIds = points.Select(p => p.Id).ToList();

        string[] origins = ["V", "W", "bank", "hotel", "phone"];
        var evidence = new List<EvidenceItem>();
        for (var i = r.Next(1, 9); i > 0; i--)
        {
            var earlier = evidence.Select(e => e.Id).ToList();
            evidence.Add(new(Id("e"))
            {
                Origins = Some(origins, 0, 2),
                Legal = Chance(40) ? Some(pointIds, 1, 2) : [],
                LegalAny = Chance(25) ? [.. Enumerable.Range(0, r.Next(1, 4)).Select(_ => Some(pointIds, 1, 2))] : [],
                Factual = Some(pointIds, 1, 2),
                DerivedFrom = Chance(30) ? [.. Some(earlier, 1, 2).Select(p => new Derivation(p, Chance(50) ? Some(pointIds, 1, 2) : []))] : [],
                ReliesOn = Chance(20) ? Some(earlier, 1, 2) : [],
            });
        }

        var nodes = new List<ProofNode>();
        for (var i = r.Next(1, 8); i > 0; i--)
        {
            var below = evidence.Select(e => e.Id).Concat(nodes.Select(n => n.Id)).Concat(nodes.Select(n => n.Id)).Distinct().ToList();
            var children = Some(below, 1, 5);
            nodes.Add(new(Id("n"), r.Next(10) switch
            {
                < 4 => Rule.Any(Chance(96) ? children : []),
                < 7 => Rule.All(Some(children, 1, 3)),
                _ => Rule.AtLeast(r.Next(1, children.Count + 1), children),
            })
            {
                Corroboration = Chance(35) ? new(r.Next(0, 4), r.Next(0, 3)) : Corroboration.None,
                Victims = Chance(25) ? Some(persons, 0, 2) : null,
            });
        }

        var arguments = new List<Argument>();
        for (var i = Chance(70) ? r.Next(0, 8) : 0; i > 0; i--)
        {
            var challenges = arguments.Where(a => a.By == Side.Defence).Select(a => a.Id).ToList();
            var answers = arguments.Where(a => a.By == Side.Prosecution).Select(a => a.Id).ToList();
            var everything = pointIds.Concat(evidence.Select(e => e.Id)).Concat(nodes.Select(n => n.Id)).ToList();
            var prosecution = challenges.Count > 0 && Chance(45);
            var on = prosecution ? Pick(challenges)
                : answers.Count > 0 && Chance(25) ? Pick(answers)
                : Chance(25) ? Pick(evidence).Id + "/adm"
                : Pick(everything);
            arguments.Add(new(Id("a"), prosecution ? Side.Prosecution : Side.Defence, on)
            {
                // Answers that rest on the very thing they defend make the loops in which something is contested.
                Premises = prosecution && Chance(50) && arguments.Find(a => a.Id == on) is { } challenge && everything.Contains(challenge.On) ? [challenge.On]
                    : Chance(60) ? Some(everything, 0, 2)
                    : [],
                Status = Chance(50) ? ArgumentStatus.Filed : ArgumentStatus.Possible,
                Ruling = Chance(65) ? Ruling.None : Chance(40) ? Ruling.Sustained : Ruling.Overruled,
            });
        }

        return new()
        {
            Victims = Some(persons, 0, 2),
            Goals = [.. Some(nodes, 1, 3).Select(n => n.Id)],
            Foundations = Some(points, points.Count, points.Count),
            Evidence = Some(evidence, evidence.Count, evidence.Count),
            Nodes = Some(nodes, nodes.Count, nodes.Count),
            Arguments = Some(arguments, arguments.Count, arguments.Count),
        };
    }

    /// <summary>How many graphs a property sees: few in every run, many in a night.</summary>
    public static int Count(int usual, int? deep = null) => Environment.GetEnvironmentVariable("ONUS_DEEP") == "1" ? deep ?? usual * 25 : usual;
}
