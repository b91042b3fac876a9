using Onus.Casework.Proof;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Tests;
using static Onus.Domain.Tests.Law.Laws;
using Foundation = Onus.Domain.Evidence.Foundation;

namespace Onus.Casework.Tests.Proofs;

/// <summary>That a count holds without a survivor's testimony is no comfort where it rests on the survivor's words in another's mouth: each page that says so says that too.</summary>
public sealed class LeftOnHerWordsTests
{
    private static readonly Offence Act = Offence(Leaf("a"));
    private readonly SmallCase small = new();
    private readonly Foundation friend;
    private readonly Foundation device;
    private CaseSnapshot? snapshot;

    public LeftOnHerWordsTests()
    {
        friend = small.Foundation(FoundationKind.Witness, "Friend 1 testifies", small.Person("Friend 1", PersonRole.Witness));
        device = small.Foundation(FoundationKind.Device, "The phone of Survivor A", whose: small.SurvivorA);
        small.Count();
    }

    [Fact]
    public void A_what_if_without_her_says_that_it_then_rests_on_what_another_repeats_of_hers()
    {
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], friend));
        var answer = WhatIf(small.HerWord);
        Assert.Equal("If Survivor A does not testify: count 1 still holds.", answer.Sentence.ToString());
        Assert.Equal(["Count 1 then rests on what comes or may come from Survivor A."], answer.Left.Select(left => left.ToString()));
        Assert.Empty(WhatIf(small.Warrant).Left);
        Assert.Contains("Count 1 then rests on what comes or may come from Survivor A.", WithoutHer(), StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_one_with_words_of_which_nobody_has_said_whose_they_are()
    {
        small.Tick("a", small.Statement());
        var told = small.Exhibit([new Origin(null, "Friend 1")], friend);
        small.Tick("a", told);
        Assert.Empty(WhatIf(small.HerWord).Left);
        Doubt(told);
        Assert.Single(WhatIf(small.HerWord).Left);
        Assert.Contains("may come from Survivor A", WithoutHer(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_origin_may_be_hers()
    {
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([], friend));
        Assert.Equal(
            ["Count 1 then rests on exhibits of which nobody has said whose words they are; if they are those of Survivor A, it does not hold without them."],
            WhatIf(small.HerWord).Left.Select(left => left.ToString()));
    }

    [Fact]
    public void What_she_handed_in_herself_and_nobody_else_vouches_for_is_no_extraction()
    {
        var given = small.Foundation(FoundationKind.HandedOver, "Given voluntarily by Survivor A", whose: small.SurvivorA);
        var export = small.Exhibit([new Origin(small.Defendant1)], device, given);
        small.Tick("a", export);
        Assert.Contains(Because(), said => said.StartsWith("Without the testimony of Survivor A it rests on what Survivor A gave out of a phone", StringComparison.Ordinal));
        Assert.StartsWith("No count changes. Count 1 then rests on what Survivor A gave out of a phone or account of their own", WithoutHer(), StringComparison.Ordinal);

        // Somebody who examined it can come in her stead.
        small.Change(export, exhibit => exhibit with { Factual = [.. exhibit.Factual, small.Foundation(FoundationKind.Examiner, "The examination", small.Person("Examiner 1", PersonRole.Expert)).Id] });
        Assert.DoesNotContain(Because(), said => said.Contains("gave out of a phone", StringComparison.Ordinal));
        Assert.Equal("No count changes.", WithoutHer());
    }

    [Fact]
    public void What_was_seized_or_has_another_source_is_not_asked_about()
    {
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, small.Warrant));
        Assert.Equal("No count changes.", WithoutHer());
        var given = small.Foundation(FoundationKind.HandedOver, "Given voluntarily by Survivor A", whose: small.SurvivorA);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], small.Foundation(FoundationKind.Device, "Her second phone", whose: small.SurvivorA), given));
        Assert.Equal("No count changes.", WithoutHer());
    }

    [Fact]
    public void What_others_found_is_left_alone()
    {
        small.Tick("a", small.Statement());
        small.Tick("a", small.Found("bank"));
        Assert.Empty(WhatIf(small.HerWord).Left);
        Assert.Equal("No count changes.", WithoutHer());
    }

    [Fact]
    public void A_printed_chat_beside_the_chat_is_not_said_to_strengthen_the_count_until_somebody_says_whose_words_it_is()
    {
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device));
        var printed = small.Exhibit([new Origin(null, "Friend 1")], friend);
        small.Tick("a", printed);
        Assert.DoesNotContain(Because(), said => said.StartsWith("Without EX-2", StringComparison.Ordinal));
        Assert.Equal(["Defendant 1", "Friend 1"], Origins());

        Doubt(printed);
        Assert.Contains("Without EX-2 (Exhibit), of which nobody has said whose words it is, one loss breaks it. Say it on its page.", Because());
        Assert.Equal(["Defendant 1"], Origins());
    }

    [Fact]
    public void A_count_that_only_such_a_passage_carries_says_so()
    {
        var printed = small.Exhibit([new Origin(null, "Friend 1")], friend);
        small.Tick("a", printed);
        Doubt(printed);
        Assert.Contains("It does not hold without EX-1 (Exhibit), of which nobody has said whose words it is. Say it on its page.", Because());
    }

    [Fact]
    public void What_shows_the_fact_for_somebody_else_is_not_denied()
    {
        small.Count(survivor: small.SurvivorB);
        var (ledger, phone) = (small.Found("ledger"), small.Exhibit([new Origin(small.Defendant1)], device));
        var fact = small.Fact(null);
        var (first, second) = (small.Cite(fact, ledger), small.Cite(fact, phone));
        var tie = small.Tie("a", fact, [small.Defendant1]);
        small.Add(tie with { Named = [new(first.Id, small.SurvivorB, small.Defendant1), new(second.Id, small.SurvivorA, small.Defendant1)] });
        var alone = CountAnswers.Of(View(), Unit.Texts, 1)!.DependsOn.Items[0];
        Assert.Equal("the phone of Survivor A is not authenticated", alone.Title.ToString());
        Assert.Contains(alone.Chain, step => step.ToString().StartsWith("nothing else that counts here shows", StringComparison.Ordinal));
    }

    private void Doubt(Exhibit exhibit) => snapshot = small.Snapshot() with { InDoubt = [new WordsInDoubt(exhibit.Id, [SpokenLines.Warning]) { MayBe = [small.SurvivorA, small.SurvivorB] }] };

    private ProofView View()
    {
        var proof = CaseProof.Of(snapshot ?? small.Snapshot(), Packs(Act));
        return new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
    }

    private List<string> Because() => [.. CountAnswers.Of(View(), Unit.Texts, 1)!.Because.Select(said => said.ToString())];

    private IReadOnlyList<string> Origins() => CountAnswers.Of(View(), Unit.Texts, 1)!.Elements[0].Origins;

    private WhatIfAnswer WhatIf(Foundation struck) => WhatIfAnswer.Of(View(), Unit.Texts, [struck.Id]);

    private string WithoutHer() => AbsenceSentence.Of(
        Absence.Of(View().Case, Packs(Act), small.SurvivorA)!.First(one => one.State == AbsenceState.DoesNotTestify), Unit.Texts, "Survivor A");
}
