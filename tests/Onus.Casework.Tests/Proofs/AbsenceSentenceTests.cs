using Onus.Casework.Proof;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Tests;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Casework.Tests.Proofs;

/// <summary>What is contested is never said to hold: not on the page of a survivor who is not there, and not on a count.</summary>
public sealed class AbsenceSentenceTests
{
    private readonly SmallCase small = new();

    [Theory]
    [InlineData(AbsenceState.DoesNotTestify)]
    [InlineData(AbsenceState.NotBelieved)]
    public void A_contested_count_is_said_to_be_contested_beside_one_that_falls(AbsenceState state)
    {
        small.Count();
        small.Count(defendant: small.Defendant2);
        var found = small.Fact(null, small.Found("bank"));
        small.Tie("a", found, [small.Defendant1]);
        small.Tie("a", small.Fact(null, small.Statement()), [small.Defendant2]);
        small.Cite(found, small.Found("another bank"), Bearing.Undermines);
        Assert.Equal("Count 2 no longer holds. Count 1 is contested then, as it is now.", Of(state));
    }

    [Fact]
    public void What_she_herself_speaks_against_does_not_hold_because_she_is_not_believed()
    {
        small.Count();
        small.Count(defendant: small.Defendant2);
        var found = small.Fact(null, small.Found("bank"));
        small.Tie("a", found, [small.Defendant1]);
        small.Tie("a", small.Fact(null, small.Statement()), [small.Defendant2]);
        small.Cite(found, small.Statement(), Bearing.Undermines);
        Assert.Equal("Count 2 no longer holds. Count 1 stays contested: what speaks against it are words of the same person, which the defence can use all the same.", Of(AbsenceState.NotBelieved));
    }

    [Fact]
    public void None_of_the_four_lines_of_a_contested_count_says_that_it_holds()
    {
        small.Count();
        var found = small.Fact(null, small.Found("bank"));
        small.Tie("a", found);
        small.Cite(found, small.Found("another bank"), Bearing.Undermines);
        var proof = small.Proof(Offence(Leaf("a")));
        var view = new ProofView(proof.Case, proof, new(proof.Graph));
        var answer = CountAnswers.Of(view, Unit.Texts, 1)!;
        Assert.Equal(
            ("If Survivor A does not testify, it is contested.", "Without the words of Survivor A, it is contested.", "If Survivor A is not believed, it is contested."),
            (answer.WithoutHer!.Testimony, answer.WithoutHer.Information, answer.WithoutHer.Belief));
        Assert.Equal("It is contested, and needs nothing of Survivor A.", new RelianceSentences(new(proof, Unit.Texts)).Of(answer.Elements[0].Cell, answer.Line.Column));
        Assert.DoesNotContain(answer.Because, because => because.ToString().Contains("holds", StringComparison.Ordinal));
    }

    private string Of(AbsenceState state) => AbsenceSentence.Of(
        Absence.Of(small.Proof(Offence(Leaf("a"))).Case, Packs(Offence(Leaf("a"))), small.SurvivorA)!.First(one => one.State == state), Unit.Texts, "Survivor A");
}
