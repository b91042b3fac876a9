using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Tests.Law;

namespace Onus.Domain.Tests.Answers;

/// <summary>For whom a citation is said to show a fact is for whom it does in the counts.</summary>
public sealed class ShownByTests
{
    private static readonly Offence Act = Laws.Offence(Laws.Leaf("a"));
    private readonly SmallCase small = new();

    [Fact]
    public void A_citation_for_two_pairs_is_not_said_to_show_it_for_the_other_two()
    {
        // The ledger was cited for A by Defendant 1 and, once more, for B by Defendant 2; the phone for everybody.
        var (ledger, phone) = (small.Exhibit([new Origin(null, "ledger")], small.Clerk), small.Found("phone"));
        var fact = small.Fact(null);
        var (first, second) = (small.Cite(fact, ledger), small.Cite(fact, phone));
        var tie = small.Tie("a", fact);
        tie = small.Add(tie with
        {
            Named =
            [
                new(first.Id, small.SurvivorA, small.Defendant1), new(first.Id, small.SurvivorB, small.Defendant2),
                new(second.Id, small.SurvivorA, small.Defendant1), new(second.Id, small.SurvivorA, small.Defendant2),
                new(second.Id, small.SurvivorB, small.Defendant1), new(second.Id, small.SurvivorB, small.Defendant2),
            ],
        });
        small.Count(small.Defendant2, small.SurvivorA);
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen, Decided = "Order" });
        Assert.False(SmallCase.Stands(small.Proof(Act), "count:1"));

        var whom = new ForOthers(small.Snapshot(), StandingNames.Of(small.Snapshot())).ShownBy(first.Id, tie);
        Assert.Equal([([small.SurvivorA], [small.Defendant1]), ([small.SurvivorB], [small.Defendant2])], whom.Select(part => (part.Survivors.ToArray(), part.Defendants.ToArray())), (one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2));
    }

    [Fact]
    public void What_completes_a_set_is_said_to_show_it_for_whom_the_set_does()
    {
        var (ledger, phone) = (small.Exhibit([new Origin(null, "ledger")], small.Clerk), small.Found("phone"));
        var fact = small.Fact(null);
        var (first, second) = (small.Cite(fact, ledger), small.Cite(fact, phone));
        small.Together(fact, ledger, phone);
        var tie = small.Tie("a", fact, [small.Defendant1]);
        tie = small.Add(tie with { Named = [new(first.Id, small.SurvivorA, small.Defendant1), new(second.Id, small.SurvivorB, small.Defendant1)] });
        small.Count(survivor: small.SurvivorB);
        var proof = small.Proof(Act);
        Assert.True(SmallCase.Stands(proof, "count:1"));
        Assert.Contains(first.Id, proof.CitedIn(proof.Columns[0]).Select(cite => cite.Id));
        Assert.Contains(small.SurvivorB, new ForOthers(small.Snapshot(), StandingNames.Of(small.Snapshot())).ShownBy(first.Id, tie).SelectMany(part => part.Survivors));
    }
}
