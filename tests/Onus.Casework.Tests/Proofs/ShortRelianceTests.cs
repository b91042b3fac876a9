using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Tests;
using static Onus.Domain.Tests.Law.Laws;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Casework.Tests.Proofs;

/// <summary>The few words of a table about the survivor comfort nobody falsely, and say nothing of what is not so.</summary>
public sealed class ShortRelianceTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void What_needs_nothing_of_her_has_nothing_beside_it()
    {
        small.Count();
        small.Tick("a", small.Found("bank"));
        AssertSaid("Supported without Survivor A’s testimony", [], Said(Offence(Leaf("a"))));
    }

    [Theory]
    [InlineData(FoundationKind.Consent)]
    [InlineData(FoundationKind.Device)]
    public void His_message_out_of_her_phone_rests_on_what_comes_from_her(FoundationKind through)
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], small.Foundation(through, "What came through", whose: small.SurvivorA)));
        AssertSaid("Supported without Survivor A’s testimony", ["it rests on what comes from Survivor A"], Said(Offence(Leaf("a"))));
    }

    [Fact]
    public void What_is_contested_is_not_called_supported()
    {
        small.Count();
        var fact = small.Fact(null, small.Found("bank"));
        small.Tie("a", fact);
        small.Cite(fact, small.Found("another bank"), Bearing.Undermines);
        AssertSaid("Needs no testimony of Survivor A", [], Said(Offence(Leaf("a"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_would_be_contested_without_her_says_so_beside_the_word(bool challenged)
    {
        small.Count();
        var fact = small.Fact(null, small.Found("bank"));
        small.Tie("a", fact);
        small.Tick("a", small.Statement());
        if (challenged)
        {
            small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        }
        else
        {
            small.Cite(fact, small.Found("another bank"), Bearing.Undermines);
        }

        const string Beside = "without it this would be contested: what is left is challenged, or something speaks against it";
        AssertSaid("Needs no testimony of Survivor A", [Beside], Said(Offence(Leaf("a"))));
        var view = View(Offence(Leaf("a")));
        Assert.EndsWith("it would be contested: what is left is challenged, or something speaks against it.", CountAnswers.All(view, Unit.Texts)[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Her_account_alone_sends_to_where_else_to_look()
    {
        small.Count();
        small.Tick("a", small.Statement());
        var said = Said(Offence(Leaf("a")));
        AssertSaid("Only Survivor A’s account so far", [], said);
        Assert.True(said.LookElsewhere);
    }

    [Theory]
    [InlineData(LeafKind.Presumed)]
    [InlineData(LeafKind.DefenceNegated)]
    public void What_the_law_takes_for_so_is_no_evidence_that_spares_her(LeafKind kind)
    {
        small.Count();
        AssertSaid("Nothing needed until the defence raises it", [], Said(Offence(Leaf("p", kind), Leaf("a"))));
    }

    [Fact]
    public void What_nobody_has_cited_is_nothing_yet()
    {
        small.Count();
        AssertSaid("Nothing yet", [], Said(Offence(Leaf("a"))));
        Assert.Equal("Of one element: one has nothing yet.", Head(Offence(Leaf("a"))));
    }

    [Fact]
    public void What_is_suppressed_is_said_to_be_and_is_not_called_nothing_yet()
    {
        small.Count();
        small.Tick("a", small.Found("bank"), small.Found("book"));
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen });
        AssertSaid(null, ["all there was is suppressed"], Said(Offence(Leaf("a"))));
        Assert.Equal("Of one element: one has only what is suppressed.", Head(Offence(Leaf("a"))));
        Assert.Equal("All there was for it is suppressed.", Sentence(Offence(Leaf("a"))));
    }

    [Theory]
    [InlineData("not authenticated")]
    [InlineData("part of a group")]
    [InlineData("outside the days")]
    [InlineData("no exhibit")]
    public void What_was_cited_and_is_not_enough_is_not_called_nothing_yet(string how)
    {
        small.Count(from: how == "outside the days" ? new DateOnly(2025, 3, 1) : null);
        var law = Offence(how == "part of a group" ? All("g", Leaf("a"), Leaf("b")) : Leaf("a"));
        switch (how)
        {
            case "not authenticated":
                small.Tick("a", small.Exhibit([new Origin(null, "A phone")], small.Foundation(FoundationKind.Device, "A phone", status: FoundationStatus.Fallen)));
                break;
            case "outside the days":
                small.Tie("a", small.Fact(new DateOnly(1990, 1, 1), small.Found("bank")));
                break;
            case "no exhibit":
                small.Tie("a", small.Fact(null));
                break;
            default:
                small.Tick("a", small.Found("bank"));
                break;
        }

        AssertSaid(null, [], Said(law));
        Assert.Equal("Something is cited for it, and not enough of it holds.", Sentence(law));
        var line = CountAnswers.Of(View(law), Unit.Texts, 1)!.Elements[0];
        Assert.Equal(ProofWord.NotSupported, line.Word);
    }

    [Theory]
    [InlineData("2001-03-01", "18 USC 2422(a) (no text for 1 March 2001)")]
    [InlineData("1990-01-01", "18 USC 2422(a) (no text for 1 January 1990)")]
    [InlineData("2025-03-01", "18 USC 2422(a)")]
    public void An_offence_goes_by_its_title_also_where_no_text_covers_the_day(string on, string citation)
    {
        var day = DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(citation, PracticeStore.Law.Citation("us.2422-a", day, Unit.Texts));
        Assert.Equal("Persuading somebody to travel for prostitution", PracticeStore.Law.Title("us.2422-a", day, Unit.Texts));
        Assert.Equal("an offence that no law pack here has", PracticeStore.Law.Title("us.gone", day, Unit.Texts));
    }

    private static void AssertSaid(string? word, IReadOnlyList<string> beside, ShortReliance said)
    {
        Assert.Equal(word, said.Word);
        Assert.Equal(beside, said.Beside);
    }

    private ShortReliance Said(Offence law)
    {
        var view = View(law);
        var answer = CountAnswers.Of(view, Unit.Texts, 1)!;
        return ShortReliance.Of(answer.Elements[0].Cell, answer.Line.Column, answer.Elements[0].Row.Element, new ProofWords(view.Proof, Unit.Texts));
    }

    private string Sentence(Offence law)
    {
        var view = View(law);
        var answer = CountAnswers.Of(view, Unit.Texts, 1)!;
        return new RelianceSentences(new ProofWords(view.Proof, Unit.Texts)).Of(answer.Elements[0].Cell, answer.Line.Column);
    }

    private string Head(Offence law) => GridAnswer.Of(View(law), Unit.Texts, law.Id, new DateOnly(2025, 3, 1)).Value.Heads[0].Answer;

    private ProofView View(Offence law)
    {
        var proof = small.Proof(law);
        return new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
    }
}
