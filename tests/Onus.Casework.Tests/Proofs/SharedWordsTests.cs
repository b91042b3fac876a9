using Onus.Casework.Proof;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Tests;
using static Onus.Domain.Tests.Law.Laws;
using Derivation = Onus.Domain.Evidence.Derivation;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Casework.Tests.Proofs;

/// <summary>What is to be minded beside a count: what sources share, each in its own true words, and what was taken back.</summary>
public sealed class SharedWordsTests
{
    private const string Two = "EX-1 and EX-2 count as two sources for “That a”, and ";
    private const string Again = " Look again before you call them independent.";

    private readonly SmallCase small = new();

    [Fact]
    public void One_who_can_vouch_for_both_is_named() => Assert.Equal(Two + "The clerk can vouch for both." + Again, Said(Vouched, Vouched));

    [Fact]
    public void One_hand_behind_both_is_named_with_what_was_given()
    {
        var given = small.Foundation(FoundationKind.HandedOver, "Given at the gate", whose: small.Person("Officer 3", PersonRole.Officer));
        Assert.Equal(Two + "Officer 3 stands behind both, by “Given at the gate”." + Again, Said(On, On));

        Exhibit On(Exhibit exhibit) => exhibit with { Legal = [given.Id] };
    }

    [Fact]
    public void A_witness_who_brought_both_is_named_and_not_the_sentence_that_they_testify()
    {
        var cole = small.Person("Officer Cole", PersonRole.Officer);
        var word = small.Foundation(FoundationKind.Witness, "Officer Cole testifies", cole);
        Assert.Equal(Two + "both came through Officer Cole." + Again, Said(On, On));
        Assert.Equal("Officer Cole", word.NameAmong(small.Proof(Leaf("a")).Case.People));

        Exhibit On(Exhibit exhibit) => exhibit with { Factual = [word.Id] };
    }

    [Fact]
    public void One_person_behind_both_is_named_with_how()
    {
        var keeper = small.Person("Officer 3", PersonRole.Officer);
        var given = small.Foundation(FoundationKind.HandedOver, "Given at the gate", whose: keeper);
        Assert.Equal(
            "Two sources count for “That a”, and Officer 3 stands behind both: behind EX-1 by words, behind EX-2 by “Given at the gate” (Given voluntarily)." + Again,
            Said(exhibit => exhibit with { Origins = [new Origin(keeper)] }, exhibit => exhibit with { Legal = [given.Id] }));
    }

    [Fact]
    public void Which_comes_from_which_is_said()
    {
        var first = small.Found("the school");
        Assert.Equal(
            "EX-2 and EX-3 count as two sources for “That a”, and both came to light through EX-1 or rely on it." + Again,
            Said(exhibit => exhibit with { ReliesOn = [first.Id] }, exhibit => exhibit with { DerivedFrom = [new Derivation(first.Id, [])] }));
        small.Tick("b", small.Found("the clinic"), first);
        small.Tick("b", small.Change(small.Found("the shop"), exhibit => exhibit with { ReliesOn = [first.Id] }));
        Assert.Contains("EX-5 and EX-1 count as two sources for “That b”, and the first came to light through the second or relies on it." + Again, Beside());
    }

    [Theory]
    [InlineData(FoundationKind.Consent, FoundationStatus.Open, "", "Survivor A took “Given” back on 3 June 2025. Nothing changes by itself: it stands as before (No ruling yet), ")]
    [InlineData(FoundationKind.HandedOver, FoundationStatus.Stipulated, "her guardian", "Survivor A took “Given” back on 3 June 2025, as her guardian said. Nothing changes by itself: it stands as before (Accepted by both sides), ")]
    public void What_was_taken_back_is_said_on_the_counts_that_use_it_until_it_is_decided(FoundationKind kind, FoundationStatus status, string by, string said)
    {
        small.Count();
        small.Count(small.Defendant2);
        var given = small.Foundation(kind, "Given", whose: small.SurvivorA, status: status);
        small.Tie("a", small.Fact(null, small.Exhibit([new Origin(small.Defendant1)], given)), [small.Defendant1]);
        small.Tie("a", small.Fact(null, small.Found("the bank")), [small.Defendant2]);
        var before = Answer(1).Line.Sentence;
        var note = new TakenBack(new(2025, 6, 3), "Officer 4", by, "Demo person 1", default);
        small.Change(given, foundation => foundation with { TakenBack = note });
        Assert.StartsWith(said, Assert.Single(Beside(), IsIt), StringComparison.Ordinal);
        Assert.DoesNotContain(Beside(2), IsIt);
        Assert.Equal(before, Answer(1).Line.Sentence);
        small.Change(given, foundation => foundation with { TakenBack = note with { Decided = "Counsel, 5 June" } });
        Assert.DoesNotContain(Beside(), IsIt);

        static bool IsIt(string line) => line.Contains("back on 3 June", StringComparison.Ordinal);
    }

    private Exhibit Vouched(Exhibit exhibit) => exhibit with { VouchedBy = [small.Clerk.Id] };

    private string Said(Func<Exhibit, Exhibit> one, Func<Exhibit, Exhibit> other)
    {
        small.Count();
        small.Tick("a", small.Change(small.Found("the bank"), one), small.Change(small.Found("the market"), other));
        return Assert.Single(Beside(), line => line.Contains("wo sources", StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Beside(int count = 1) => Answer(count).Beside;

    private CountAnswer Answer(int count)
    {
        var proof = small.Proof(Leaf("a"), Leaf("b"));
        return CountAnswers.Of(new ProofView(proof.Case, proof, new ProofEngine(proof.Graph)), Unit.Texts, count)!;
    }
}
