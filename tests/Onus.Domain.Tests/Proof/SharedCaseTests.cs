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
    [InlineData("page-highk-20workers")]
    [InlineData("page-highk-60workers")]
    [InlineData("page-kwithout-20workers")]
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

    private static ProofGraph Read(string name)
    {
        var path = Shared.PathOf($"cases/proof/{name}.json");
        Assert.SkipUnless(path is not null, "The shared graphs are not here.");
        var reading = ProofGraphJson.Read(File.ReadAllBytes(path!));
        Assert.Empty(reading.Faults);
        return reading.Graph!;
    }
}
