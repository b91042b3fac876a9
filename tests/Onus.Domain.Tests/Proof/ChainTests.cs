using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>What screens say about a cut: what falls, why, in which order; and who uses what.</summary>
public sealed class ChainTests
{
    // The register was found through a search; the report builds on the phone; two sources are needed for the means.
    private static readonly ProofGraph Graph = new()
    {
        Goals = ["count"],
        Victims = ["V"],
        Foundations = [new("warrant"), new("officer"), new("lab"), new("clerk"), new("she") { Person = "V" }, new("source")],
        Evidence =
        [
            new("search") { Legal = ["warrant"], Factual = ["officer"], Origins = ["officer"] },
            new("phone") { DerivedFrom = [new("search", "source")], Factual = ["lab"], Origins = ["phone"] },
            new("report") { ReliesOn = ["phone"], Factual = ["lab"], Origins = ["lab"] },
            new("register") { Factual = ["clerk"], Origins = ["hotel"] },
            new("statement") { Factual = ["she"], Origins = ["V"] },
        ],
        Nodes =
        [
            new("act", Rule.Any("report")),
            new("stay", Rule.Any("register", "statement")),
            new("means", Rule.Any("stay", "statement")) { Corroboration = new(MinNonVictim: 1) },
            new("count", Rule.All("act", "means")),
        ],
    };

    [Fact]
    public void A_chain_runs_from_the_taint_through_what_was_derived_to_the_count()
    {
        var chain = CutChain.Of(Graph, "count", ["warrant", "source"]);
        Assert.Equal(["source", "warrant"], chain.Cut);
        Assert.Equal(["search", "phone", "report", "act", "count"], chain.Lost.Select(l => l.Id));
        Assert.Equal(
            [LossReasons.Admission, LossReasons.Admission, LossReasons.Belief, LossReasons.Support, LossReasons.Support],
            chain.Lost.Select(l => l.Reasons));
        Assert.Equal(["search", "source"], chain.Lost[1].Through);
        Assert.Equal(["search", "phone", "report"], chain.Evidence.Select(l => l.Id));
        Assert.Equal(["act", "count"], chain.Nodes.Select(l => l.Id));
    }

    [Fact]
    public void A_chain_names_the_source_that_corroborated_though_the_fact_itself_still_holds()
    {
        // Without the clerk "stay" holds on her statement, but "means" has no source left other than her.
        var chain = CutChain.Of(Graph, "count", ["clerk"]);
        Assert.Equal(["register", "means", "count"], chain.Lost.Select(l => l.Id));
        Assert.Equal(LossReasons.NonVictim, chain.Lost[1].Reasons);
        Assert.Equal(["register"], chain.Lost[1].Through);
    }

    [Fact]
    public void Things_that_fall_beside_the_way_are_not_named()
    {
        // Her statement falls with her, but the clerk breaks the count alone.
        var chain = CutChain.Of(Graph, "count", ["lab"]);
        Assert.Equal(["phone", "report", "act", "count"], chain.Lost.Select(l => l.Id));
    }

    [Fact]
    public void A_goal_that_still_holds_has_no_chain()
    {
        Assert.Empty(CutChain.Of(Graph, "count", ["warrant"]).Lost);
        Assert.Empty(CutChain.Of(Graph, "count", []).Lost);
    }

    [Fact]
    public void Users_are_listed_whether_or_not_they_need_it()
    {
        var engine = new ProofEngine(Graph);
        Assert.Equal(["phone", "report", "act", "count"], engine.UsersOf("source"));
        Assert.Equal(["statement", "count", "means", "stay"], engine.UsersOf("she"));
        Assert.Equal(["report", "act", "count"], engine.UsersOf("phone"));
        Assert.Empty(engine.UsersOf("count"));
        Assert.Throws<ArgumentException>(() => engine.UsersOf("nothing"));
    }

    [Fact]
    public void A_what_if_says_what_changes()
    {
        var engine = new ProofEngine(Graph);
        var changes = engine.Evaluate().ChangesTo(engine.Evaluate("clerk")).Where(c => c.Reading == Reading.RuledOnly);
        Assert.Equal(["clerk", "register", "count", "means"], changes.Select(c => c.Id));
        Assert.All(changes, c => Assert.Equal((ProofState.Stands, ProofState.Fails), (c.Before, c.After)));
        Assert.Throws<ArgumentException>(() => engine.Evaluate("phone"));
        Assert.Throws<ArgumentException>(() => engine.Evaluate()["warrant/adm", Reading.RuledOnly]);
    }

    [Fact]
    public void What_hangs_on_each_foundation_is_told_for_all_at_once()
    {
        var clerk = new ProofEngine(Graph).Dependences().Single(d => d.Foundation == "clerk");
        Assert.Equal(["register"], clerk.Evidence);
        Assert.Equal(["count", "means"], clerk.Nodes);
    }
}
