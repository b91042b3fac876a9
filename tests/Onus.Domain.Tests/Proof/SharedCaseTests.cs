using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>Graphs that once stopped a search, as they were handed in; skipped where they are absent.</summary>
public sealed class SharedCaseTests
{
    [Theory]
    [InlineData("cliff-3000-points-one-warrant")]
    [InlineData("cliff-3001-points-one-warrant")]
    public void One_warrant_of_thousands_of_exhibits_is_a_dependency_of_its_own(string name)
    {
        var graph = Read(name);
        var goal = Assert.Single(new ProofEngine(graph).Report().Goals);
        Assert.Equal(1, goal.Cuts.K);
        Assert.Equal("warrant", Assert.Single(Assert.Single(goal.Cuts.Sets, s => s.Count == 1)), ignoreCase: true);
        Assert.True(goal.Cuts.SearchedTo >= 1);
    }

    [Fact]
    public void Eleven_of_twenty_break_what_needs_ten()
    {
        var cuts = new ProofEngine(Read("k-known-but-null-10of20")).Report().Goals[0].Cuts;
        Assert.Equal((11, 11, new UnlistedSets(11, 167_960)), (cuts.K!.Value, cuts.KAtLeast!.Value, cuts.NotListed));
    }

    [Fact]
    public void A_chain_of_two_hundred_exceptions_has_its_single_loss()
    {
        var cuts = new ProofEngine(Read("time-chain-unless200")).Report().Goals[0].Cuts;
        Assert.Equal(1, cuts.K);
    }

    [Theory]
    [InlineData("page-highk-10workers")]
    [InlineData("page-highk-20workers")]
    [InlineData("page-highk-40workers")]
    [InlineData("page-highk-60workers")]
    [InlineData("page-kwithout-10workers")]
    [InlineData("page-kwithout-20workers")]
    [InlineData("page-kwithout-40workers")]
    [InlineData("page-kwithout-60workers")]
    public void What_a_page_asks_is_a_bound_that_says_it_is_one_and_agrees_with_the_whole(string name)
    {
        var graph = Read(name);
        var engine = new ProofEngine(graph);
        var page = engine.ReportOn(graph.Goals[0], new() { MaxOrder = 3 });
        var whole = engine.Report(new() { MaxPaths = 1 }).Goals[0];
        Assert.Equal(whole.Cuts.Sets.Where(s => s.Count <= 3), page.Cuts.Sets);
        Assert.Equal(whole.Cuts.K <= 3 ? whole.Cuts.K : 4, page.Cuts.KAtLeast);
        Assert.Equal(whole.Victim!.KWithout.K is <= 3 and var k ? new KWithout(k) : new KWithout(null, 3), page.Victim!.KWithout);
    }

    [Fact]
    public void His_messages_read_from_her_phone_on_her_consent_are_no_way_without_her()
    {
        var graph = Read("28-without-anything-from-her");
        // As it was handed in: his words, and nothing says through whom they came.
        Assert.Equal(new HoldsWithout(Testimony: true, Information: true, Belief: true, Credit: true, Through: null), Holds(graph));
        var her = Assert.Single(graph.Victims);
        // What the phone and the consent say now: they are hers.
        Assert.Equal(
            new HoldsWithout(Testimony: true, Information: true, Belief: true, Credit: true, Through: false),
            Holds(graph with { Foundations = [.. graph.Foundations.Select(point => point.Kind is "consent" or "device" ? point with { Through = her } : point)] }));
        Assert.All(["consent", "device"], kind => Assert.False(
            Holds(graph with { Foundations = [.. graph.Foundations.Select(point => point.Kind == kind ? point with { Through = her } : point)] }).Through, kind));
        // What the origins say, where the words are hers.
        Assert.False(Holds(graph with { Evidence = [.. graph.Evidence.Select(item => item.Origins.Count > 0 ? item with { Origins = [her] } : item)] }).Information);
    }

    private static HoldsWithout Holds(ProofGraph graph)
    {
        Assert.Empty(graph.Faults());
        return new ProofEngine(graph).RelianceOf(["count:1"]).Single()!.HoldsWithout;
    }

    private static ProofGraph Read(string name)
    {
        var path = Shared.PathOf($"cases/proof/{name}.json");
        Assert.SkipUnless(path is not null, "The shared graphs are not here.");
        var reading = ProofGraphJson.Read(File.ReadAllBytes(path!));
        Assert.Empty(reading.Faults);
        return reading.Graph!;
    }
}
