using System.Text;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>What must be true of every graph, on random ones.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void Every_cut_meets_every_path_and_each_are_the_minimal_hitting_sets_of_the_other() => Each(400, (graph, engine, _) =>
    {
        foreach (var (cuts, paths) in engine.CutsOf(graph.Goals).Zip(engine.PathsOf(graph.Goals, 5000)))
        {
            Assert.All(cuts.Sets, cut => Assert.All(paths.Sets, path => Assert.True(cut.Intersect(path).Any())));
            Assert.Equal(Text(cuts.Sets), Text(HittingSets(paths.Sets)));
            Assert.Equal(Text(paths.Sets), Text(HittingSets(cuts.Sets)));
        }
    });

    [Fact]
    public void A_goal_fails_with_a_cut_down_and_holds_when_any_one_member_is_restored() => Each(400, (graph, engine, _) =>
    {
        foreach (var (goal, cuts) in graph.Goals.Zip(engine.CutsOf(graph.Goals)))
        {
            foreach (var cut in cuts.Sets.Where(c => c.Count > 0))
            {
                Assert.Equal(ProofState.Fails, engine.Evaluate(cut)[goal, Reading.RuledOnly]);
                Assert.All(cut, restored => Assert.Equal(ProofState.Stands, engine.Evaluate(cut.Where(p => p != restored))[goal, Reading.RuledOnly]));
            }
        }
    });

    [Fact]
    public void Adding_evidence_to_an_any_never_lowers_k() => Each(400, (graph, engine, r) =>
    {
        if (Pick(graph.Nodes.Where(n => n.Rule.Kind == RuleKind.Any), r) is not { } node)
        {
            return;
        }

        var more = graph with
        {
            Foundations = [.. graph.Foundations, new Foundation("new point")],
            Evidence = [.. graph.Evidence, new EvidenceItem("new evidence") { Factual = ["new point"], Origins = ["new origin"] }],
            Nodes = [.. graph.Nodes.Select(n => n == node ? n with { Rule = Rule.Any([.. n.Rule.Children, "new evidence"]) } : n)],
        };
        AssertNotWeaker(engine, new(more), graph.Goals);
    });

    [Fact]
    public void Adding_a_foundation_to_evidence_never_raises_k() => Each(400, (graph, engine, r) =>
    {
        var item = graph.Evidence[r.Next(graph.Evidence.Count)];
        var point = graph.Foundations[r.Next(graph.Foundations.Count)].Id;
        var legal = r.Next(2) == 0;
        var harder = graph with
        {
            Evidence = [.. graph.Evidence.Select(e => e != item ? e : legal ? e with { Legal = [.. e.Legal, point] } : e with { Factual = [.. e.Factual, point] })],
        };
        AssertNotWeaker(new(harder), engine, graph.Goals);
    });

    [Fact]
    public void What_holds_without_victims_holds_no_more_firmly_than_with_them() => Each(400, (_, engine, _) =>
    {
        foreach (var victim in engine.Report().Goals.Select(g => g.Victim).OfType<VictimReport>())
        {
            foreach (var without in victim.PerVictim.Append(victim.KWithout).Where(k => k.K is not null))
            {
                Assert.True(without.K <= victim.KWith);
            }
        }
    });

    [Fact]
    public void Overruling_a_challenge_never_lowers_and_sustaining_it_never_raises_any_value() => Each(400, (graph, _, r) =>
    {
        if (Pick(graph.Arguments.Where(a => a.By == Side.Defence), r) is not { } challenge)
        {
            return;
        }

        Standing[] standings = [.. new[] { Ruling.Sustained, Ruling.None, Ruling.Overruled }
            .Select(ruling => new ProofEngine(graph with { Arguments = [.. graph.Arguments.Select(a => a == challenge ? a with { Ruling = ruling } : a)] }).Evaluate())];
        foreach (var id in graph.Foundations.Select(p => p.Id).Concat(graph.Evidence.Select(e => e.Id)).Concat(graph.Nodes.Select(n => n.Id)))
        {
            foreach (var reading in Enum.GetValues<Reading>())
            {
                Assert.True(standings[0][id, reading] <= standings[1][id, reading]);
                Assert.True(standings[1][id, reading] <= standings[2][id, reading]);
            }
        }
    });

    [Fact]
    public void More_challenges_in_play_never_help() => Each(400, (graph, engine, _) =>
    {
        var standing = engine.Evaluate();
        foreach (var id in graph.Nodes.Select(n => n.Id))
        {
            Assert.True(standing[id, Reading.RuledOnly] >= standing[id, Reading.WithFiled]);
            Assert.True(standing[id, Reading.WithFiled] >= standing[id, Reading.WithAll]);
        }
    });

    [Fact]
    public void Under_rulings_alone_nothing_is_contested() => Each(400, (graph, engine, _) =>
    {
        var standing = engine.Evaluate();
        Assert.All(graph.Nodes, n => Assert.NotEqual(ProofState.Contested, standing[n.Id, Reading.RuledOnly]));
    });

    [Fact]
    public void The_order_of_the_input_changes_nothing_down_to_the_byte() => Each(300, (graph, engine, r) =>
    {
        List<T> Shuffle<T>(IEnumerable<T> list) => [.. list.OrderBy(_ => r.Next())];
        var shuffled = graph with
        {
            Goals = Shuffle(graph.Goals),
            Victims = Shuffle(graph.Victims),
            Foundations = Shuffle(graph.Foundations),
            Evidence = Shuffle(graph.Evidence.Select(e => e with { Legal = Shuffle(e.Legal), LegalAny = Shuffle(e.LegalAny), Factual = Shuffle(e.Factual), Origins = Shuffle(e.Origins), DerivedFrom = Shuffle(e.DerivedFrom), ReliesOn = Shuffle(e.ReliesOn) })),
            Nodes = Shuffle(graph.Nodes.Select(n => n with
            {
                Rule = n.Rule.Kind switch
                {
                    RuleKind.All => Rule.All(Shuffle(n.Rule.Children)),
                    RuleKind.Any => Rule.Any(Shuffle(n.Rule.Children)),
                    _ => Rule.AtLeast(n.Rule.Count, Shuffle(n.Rule.Children)),
                },
            })),
            Arguments = Shuffle(graph.Arguments),
        };
        Assert.Equal(Json(engine), Json(new(shuffled)));
    });

    [Fact]
    public void Renaming_foundations_renames_the_answer_and_nothing_else() => Each(300, (graph, engine, _) =>
    {
        // A prefix keeps the ordinal order, so the renamed answer is the answer with the prefix.
        string New(string id) => "ω" + id;
        IReadOnlyList<string> All(IEnumerable<string> ids) => [.. ids.Select(New)];
        var points = graph.Foundations.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var renamed = graph with
        {
            Foundations = [.. graph.Foundations.Select(p => p with { Id = New(p.Id) })],
            Evidence = [.. graph.Evidence.Select(e => e with
            {
                Legal = All(e.Legal),
                LegalAny = [.. e.LegalAny.Select(All)],
                Factual = All(e.Factual),
                DerivedFrom = [.. e.DerivedFrom.Select(d => new Derivation(d.Parent, All(d.Unless)))],
            })],
            Arguments = [.. graph.Arguments.Select(a => a with
            {
                On = points.Contains(a.On) ? New(a.On) : a.On,
                Premises = [.. a.Premises.Select(p => points.Contains(p) ? New(p) : p)],
            })],
        };
        foreach (var (before, after) in engine.Report().Goals.Zip(new ProofEngine(renamed).Report().Goals))
        {
            Assert.Equal(Text(before.Cuts.Sets.Select(All)), Text(after.Cuts.Sets));
            Assert.Equal(Text(before.Paths.Sets.Select(All)), Text(after.Paths.Sets));
            Assert.Equal(before.Victim?.KWithout, after.Victim?.KWithout);
            Assert.Equal(before.WithAll, after.WithAll);
        }
    });

    [Fact]
    public void What_is_written_reads_back_as_the_same_graph() => Each(300, (graph, engine, _) =>
    {
        var text = ProofGraphJson.Write(graph);
        var back = ProofGraphJson.Read(text);
        Assert.Empty(back.Faults);
        Assert.Equal(Encoding.UTF8.GetString(text.Span), Encoding.UTF8.GetString(ProofGraphJson.Write(back.Graph!).Span));
        Assert.Equal(Json(engine), Json(new(back.Graph!)));
    });

    [Fact]
    public void A_chain_names_only_what_is_lost_each_after_what_brings_it_down_and_ends_with_the_goal() => Each(400, (graph, engine, _) =>
    {
        var before = engine.Evaluate();
        foreach (var (goal, cuts) in graph.Goals.Zip(engine.CutsOf(graph.Goals)))
        {
            foreach (var cut in cuts.Sets.Where(c => c.Count > 0))
            {
                var chain = engine.ChainOf(goal, cut);
                var after = engine.Evaluate(cut);
                var named = cut.ToHashSet(StringComparer.Ordinal);
                var used = new HashSet<string>(StringComparer.Ordinal);
                foreach (var lost in chain.Lost)
                {
                    Assert.Equal(ProofState.Fails, after[lost.Id, Reading.RuledOnly]);
                    Assert.NotEqual(LossReasons.None, lost.Reasons);
                    Assert.NotEmpty(lost.Through);
                    Assert.All(lost.Through, id => Assert.Contains(id, named));
                    Assert.True(named.Add(lost.Id));
                    used.UnionWith(lost.Through);
                }

                Assert.Equal(goal, chain.Lost[^1].Id);
                Assert.All(chain.Lost.SkipLast(1), lost => Assert.Contains(lost.Id, used));

                // A cut is minimal, so every member is the start of some part of the chain.
                Assert.All(cut, id => Assert.Contains(id, used));
                Assert.Equal(ProofState.Stands, before[goal, Reading.RuledOnly]);
            }
        }
    });

    private static void Each(int usual, Action<ProofGraph, ProofEngine, Random> check)
    {
        for (var seed = 0; seed < RandomGraphs.Count(usual); seed++)
        {
            var graph = RandomGraphs.Of(100_000 + seed, 9);
            check(graph, new(graph), new(seed));
        }
    }

    private static void AssertNotWeaker(ProofEngine weaker, ProofEngine stronger, IReadOnlyList<string> goals)
    {
        foreach (var (before, after) in weaker.CutsOf(goals).Zip(stronger.CutsOf(goals)))
        {
            Assert.True((before.K ?? int.MaxValue) <= (after.K ?? int.MaxValue));
        }
    }

    private static T? Pick<T>(IEnumerable<T> items, Random r)
        where T : class
    {
        T[] list = [.. items];
        return list.Length == 0 ? null : list[r.Next(list.Length)];
    }

    private static List<List<string>> HittingSets(IReadOnlyList<IReadOnlyList<string>> sets)
    {
        string[] ids = [.. sets.SelectMany(s => s).Distinct().Order(StringComparer.Ordinal)];
        var found = new List<int>();
        foreach (var mask in Enumerable.Range(0, 1 << ids.Length).OrderBy(int.PopCount))
        {
            if (!found.Exists(f => (f & mask) == f) && sets.All(s => s.Any(id => ((mask >> Array.IndexOf(ids, id)) & 1) != 0)))
            {
                found.Add(mask);
            }
        }

        return [.. found.Select(f => ids.Where((_, i) => ((f >> i) & 1) != 0).ToList())];
    }

    private static IEnumerable<string> Text(IEnumerable<IEnumerable<string>> sets) => sets.Select(s => string.Join(' ', s)).Order(StringComparer.Ordinal);

    private static string Json(ProofEngine engine) => Encoding.UTF8.GetString(ProofReportJson.Write(engine.Report()).Span);
}
