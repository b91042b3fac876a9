using CsCheck;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>Names are names: every id, person and origin under another name gets the same answers, also where a budget ends.</summary>
public sealed class RenamingTests
{
    [Fact]
    public void Other_names_get_the_same_answers_and_the_same_completeness()
    {
        var partial = 0;
        (from seed in Gen.Int[0, 10_000_000]
         from naming in Gen.Int[0, 10_000_000]
         from budget in Gen.Int[5, 400]
         from order in Gen.Int[0, 6]
         select (seed, naming, budget, order)).Sample(
            x =>
            {
                var graph = RandomGraphs.Of(x.seed, 14);
                var names = new Names(graph, x.naming);
                var options = new ReportOptions { NodeBudget = x.budget, MaxOrder = x.order == 0 ? null : x.order, MaxPaths = 5000 };
                var before = new ProofEngine(graph).Report(options);
                var after = new ProofEngine(names.Of(graph)).Report(options).Goals.ToDictionary(g => g.Id, StringComparer.Ordinal);
                Assert.Equal(before.Goals.Count, after.Count);
                foreach (var goal in before.Goals)
                {
                    Same(names, goal, after[names[goal.Id]]);
                    if (!goal.Cuts.IsComplete || !goal.Paths.IsComplete)
                    {
                        Interlocked.Increment(ref partial);
                    }
                }
            },
            iter: 3000);
        Assert.True(partial > 100, "Hardly any answer was partial: the budgets test too little.");
    }

    [Fact]
    public void The_first_moves_are_the_same_under_other_names_as_far_as_no_tie_is_cut()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var graph = RandomGraphs.Of(500_000 + seed, 9);
            var names = new Names(graph, seed);
            var before = new ProofEngine(graph).MovesOn(graph.Goals, first: 3);
            var after = new ProofEngine(names.Of(graph)).MovesOn([.. graph.Goals.Select(g => names[g])], first: 3);
            Assert.Equal(before is null, after is null);
            foreach (var (one, other) in (before ?? []).Zip(after ?? []))
            {
                Assert.Equal((one.IsComplete, one.SearchedTo, one.Sets.Count), (other.IsComplete, other.SearchedTo, other.Sets.Count));
                Assert.Equal(one.Sets.Select(s => s.Count), other.Sets.Select(s => s.Count));
            }
        }
    }

    private static void Same(Names names, GoalReport before, GoalReport after)
    {
        Assert.Equal((before.RuledOnly, before.WithFiled, before.WithAll), (after.RuledOnly, after.WithFiled, after.WithAll));
        Assert.Equal((before.Cuts.K, before.Cuts.KAtLeast, before.Cuts.CompleteToOrder, before.Cuts.NotListed), (after.Cuts.K, after.Cuts.KAtLeast, after.Cuts.CompleteToOrder, after.Cuts.NotListed));
        Sets(before.Cuts.Sets, after.Cuts.Sets);
        Assert.Equal(before.Paths.IsComplete, after.Paths.IsComplete);
        Sets(before.Paths.Sets, after.Paths.Sets);
        Moves(before.Moves, after.Moves);
        Moves(before.Reversals, after.Reversals);
        Assert.Equal(before.Victim is null, after.Victim is null);
        if (before.Victim is { } victim)
        {
            Assert.Equal((victim.Reliance.Category, victim.Reliance.HoldsWithout, victim.KWith, victim.KWithout), (after.Victim!.Reliance.Category, after.Victim.Reliance.HoldsWithout, after.Victim.KWith, after.Victim.KWithout));
            Assert.Equal(
                victim.Reliance.PerVictim.Zip(victim.PerVictim, (v, k) => (names[v.Victim], v.Category, k)).OrderBy(x => x.Item1, StringComparer.Ordinal),
                after.Victim.Reliance.PerVictim.Zip(after.Victim.PerVictim, (v, k) => (v.Victim, v.Category, k)));
        }

        void Moves(MoveSets? one, MoveSets? other)
        {
            Assert.Equal((one?.IsComplete, one?.SearchedTo), (other?.IsComplete, other?.SearchedTo));
            Sets(one?.Sets ?? [], other?.Sets ?? []);
        }

        void Sets(IReadOnlyList<IReadOnlyList<string>> one, IReadOnlyList<IReadOnlyList<string>> other) =>
            Assert.Equal(Text(one.Select(set => set.Select(id => names[id]))), Text(other));

        static IEnumerable<string> Text(IEnumerable<IEnumerable<string>> sets) => sets.Select(s => string.Join(' ', s.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
    }

    /// <summary>New names for everything, in no order that the old ones had.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

        public Names(ProofGraph graph, int seed)
        {
            var r = new Random(seed);
            foreach (var name in graph.Foundations.SelectMany(p => new[] { p.Id, p.Person })
                .Concat(graph.Evidence.SelectMany(e => e.Origins.Prepend(e.Id)))
                .Concat(graph.Nodes.SelectMany(n => (n.Victims ?? []).Prepend(n.Id)))
                .Concat(graph.Arguments.Select(a => a.Id))
                .Concat(graph.Victims)
                .OfType<string>())
            {
                if (!names.ContainsKey(name))
                {
                    names.Add(name, $"{(char)('a' + r.Next(26))}{(char)('A' + r.Next(26))}{names.Count}");
                }
            }
        }

        public string this[string name] => names[name];

        public ProofGraph Of(ProofGraph graph) => graph with
        {
            Goals = All(graph.Goals),
            Victims = All(graph.Victims),
            Foundations = [.. graph.Foundations.Select(p => p with { Id = names[p.Id], Person = p.Person is { } person ? names[person] : null })],
            Evidence = [.. graph.Evidence.Select(e => new EvidenceItem(names[e.Id])
            {
                Origins = All(e.Origins),
                Legal = All(e.Legal),
                LegalAny = [.. e.LegalAny.Select(All)],
                Factual = All(e.Factual),
                DerivedFrom = [.. e.DerivedFrom.Select(d => new Derivation(names[d.Parent], All(d.Unless)))],
                ReliesOn = All(e.ReliesOn),
            })],
            Nodes = [.. graph.Nodes.Select(n => n with
            {
                Id = names[n.Id],
                Victims = n.Victims is { } victims ? All(victims) : null,
                Rule = n.Rule.Kind switch
                {
                    RuleKind.All => Rule.All(All(n.Rule.Children)),
                    RuleKind.Any => Rule.Any(All(n.Rule.Children)),
                    _ => Rule.AtLeast(n.Rule.Count, All(n.Rule.Children)),
                },
            })],
            Arguments = [.. graph.Arguments.Select(a => a with { Id = names[a.Id], On = On(a.On), Premises = All(a.Premises) })],
        };

        private string On(string target) => target.EndsWith("/adm", StringComparison.Ordinal) ? names[target[..^4]] + "/adm" : names[target];

        private IReadOnlyList<string> All(IReadOnlyList<string> list) => [.. list.Select(name => names[name])];
    }
}
