namespace Onus.Domain.Proof;

/// <summary>How a node depends on victims. A: it holds with all their open foundations down. B: it holds on those alone.</summary>
public enum RelianceCategory
{
    /// <summary>It does not hold even with everything standing.</summary>
    NotProven = 0,

    /// <summary>B but not A: it rests on her alone.</summary>
    VictimAlone,

    /// <summary>Neither: she is needed, and others with her.</summary>
    VictimNeededWithOthers,

    /// <summary>Both: it holds on her alone and without her.</summary>
    Either,

    /// <summary>A but not B: it holds without her.</summary>
    VictimNotNeeded,
}

/// <summary>Whether a node holds without victims, all else standing, under rulings only: five different losses.</summary>
/// <param name="Testimony">They do not testify: their open foundations marked as testimony are down.</param>
/// <param name="Information">Nothing from them: no evidence holds whose declared origins are all victims. Its admission is untouched.</param>
/// <param name="Belief">All their open foundations are down; what is their words and rests on nobody's belief stays.</param>
/// <param name="Credit">They are not believed in anything: all their open foundations are down and nothing holds that is their words alone, wherever it was kept.</param>
/// <param name="Through">
/// Nothing that came through them: both of the above at once, and besides the open points that name one of them in <see cref="Foundation.Through"/> down.
/// What another wrote and her phone kept is his words, and goes here only. Null where no open point names them.
/// </param>
public sealed record HoldsWithout(bool Testimony, bool Information, bool Belief, bool Credit, bool? Through = null)
{
    /// <summary>
    /// What would be left of those answers that ask whose words something is, if all numbered evidence that declares no origins were theirs; null where there is
    /// none. Where it differs, the answer is not known. Not part of the written report.
    /// </summary>
    public IfTheirs? IfTheirs { get; init; }
}

/// <summary>Three of the losses again, with evidence of unknown origin lost too.</summary>
/// <param name="Information">Nothing from them.</param>
/// <param name="Credit">They are not believed in anything.</param>
/// <param name="Through">Nothing that came through them; null where no open point names them.</param>
public sealed record IfTheirs(bool Information, bool Credit, bool? Through);

/// <summary>How a node relies on its victims.</summary>
/// <param name="Category">All victims together.</param>
/// <param name="HoldsWithout">What holds without them.</param>
/// <param name="PerVictim">Each victim alone, the others counting as ordinary persons; in ordinal order of their ids.</param>
public sealed record Reliance(RelianceCategory Category, HoldsWithout HoldsWithout, IReadOnlyList<(string Victim, RelianceCategory Category)> PerVictim);

/// <content>Reliance on victims.</content>
public sealed partial class ProofEngine
{
    /// <summary>
    /// How nodes rely on their victims, in their order; null for a node without victims. Asked for all nodes at once it costs one evaluation
    /// of the graph for every 64 worlds, and there are up to 9 worlds for each list of victims and 2 for each victim on it.
    /// </summary>
    /// <exception cref="ArgumentException">An id is no node.</exception>
    public IReadOnlyList<Reliance?> RelianceOf(IReadOnlyList<string> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var worlds = new Worlds(circuit);
        var top = worlds.Add(Reading.RuledOnly);
        int[] indices = [.. nodes.Select(circuit.NodeIndex)];
        var asked = indices.Select(circuit.DistinctVictimsOf).ToList();
        var questions = asked.Where(v => v.Count > 0).Distinct().ToDictionary(v => v, v => new VictimWorlds(circuit, worlds, v));

        var solution = worlds.Solve();
        return [.. indices.Select((node, i) => asked[i].Count == 0 ? null : questions[asked[i]].Answer(solution, circuit.NodeGate(node), top))];
    }

    /// <summary>The worlds that tell how anything relies on one list of victims.</summary>
    private sealed class VictimWorlds
    {
        private readonly IReadOnlyList<string> victims;
        private readonly int testimony;
        private readonly int information;
        private readonly int credit;
        private readonly int? through;
        private readonly (int Information, int Credit, int? Through)? ifTheirs;
        private readonly (int Without, int Alone) together;
        private readonly (int Without, int Alone)[] each;

        public VictimWorlds(ProofCircuit circuit, Worlds worlds, IReadOnlyList<string> victims)
        {
            this.victims = victims;
            testimony = worlds.Add(Reading.RuledOnly);
            foreach (var p in circuit.OpenPointsOf(victims).Where(p => circuit.Graph.Foundations[p].Testimony))
            {
                worlds.Strike(testimony, p);
            }

            var evidence = circuit.Graph.Evidence;
            int[] hers = [.. Enumerable.Range(0, evidence.Count).Where(e => evidence[e].IsWordsOf(victims))];
            // What the law presumes carries no number and is nobody's words.
            int[] unknown = [.. Enumerable.Range(0, evidence.Count).Where(e => evidence[e] is { Exhibit: not null, Origins.Count: 0 })];
            int[] points = [.. circuit.OpenPointsOf(victims)];
            int[] cameThrough = [.. Enumerable.Range(0, circuit.Graph.Foundations.Count).Where(p => circuit.Graph.Foundations[p] is { Status: FoundationStatus.Open, Through: { } whose }
                && victims.Contains(whose, StringComparer.Ordinal))];
            (information, credit, through) = Without(hers);
            ifTheirs = unknown.Length == 0 ? null : Without([.. hers, .. unknown]);

            together = Pair(victims);
            each = [.. victims.Select(v => Pair([v]))];

            // Whoever is not believed is not believed in a message that another's phone kept either.
            (int Information, int Credit, int? Through) Without(int[] words) =>
                (World([], words), World(points, words), cameThrough.Length == 0 ? null : World([.. cameThrough, .. points], words));

            int World(int[] struck, int[] silent)
            {
                var world = worlds.Add(Reading.RuledOnly);
                Array.ForEach(struck, p => worlds.Strike(world, p));
                Array.ForEach(silent, e => worlds.Silence(world, e));
                return world;
            }

            (int, int) Pair(IReadOnlyList<string> persons)
            {
                var own = circuit.OpenPointsOf(persons).ToHashSet();
                var (without, alone) = (worlds.Add(Reading.RuledOnly), worlds.Add(Reading.RuledOnly));
                for (var p = 0; p < circuit.Graph.Foundations.Count; p++)
                {
                    if (circuit.Graph.Foundations[p].Status == FoundationStatus.Open)
                    {
                        worlds.Strike(own.Contains(p) ? without : alone, p);
                    }
                }

                return (without, alone);
            }
        }

        public Reliance Answer(Worlds.Solution solution, int gate, int top)
        {
            return new(
                Category(together),
                new(
                    solution.Stands(gate, testimony), solution.Stands(gate, information), solution.Stands(gate, together.Without), solution.Stands(gate, credit),
                    through is { } world ? solution.Stands(gate, world) : null)
                {
                    IfTheirs = ifTheirs is { } lost
                        ? new(solution.Stands(gate, lost.Information), solution.Stands(gate, lost.Credit), lost.Through is { } without ? solution.Stands(gate, without) : null)
                        : null,
                },
                [.. victims.Select((v, i) => (v, Category(each[i])))]);

            RelianceCategory Category((int Without, int Alone) worlds) => (
                solution.Stands(gate, top), solution.Stands(gate, worlds.Without), solution.Stands(gate, worlds.Alone)) switch
            {
                (false, _, _) => RelianceCategory.NotProven,
                (_, true, true) => RelianceCategory.Either,
                (_, true, false) => RelianceCategory.VictimNotNeeded,
                (_, false, true) => RelianceCategory.VictimAlone,
                _ => RelianceCategory.VictimNeededWithOthers,
            };
        }
    }
}
