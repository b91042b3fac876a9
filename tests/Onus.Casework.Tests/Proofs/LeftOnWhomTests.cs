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
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Casework.Tests.Proofs;

/// <summary>What a count is said to rest on, where a survivor or something of theirs is not there, is what it rests on.</summary>
public sealed class LeftOnWhomTests
{
    private static readonly Offence Act = Offence(Leaf("a"));
    private readonly SmallCase small = new();
    private readonly Foundation friend;
    private readonly Foundation device;
    private readonly Foundation given;
    private readonly List<WordsInDoubt> doubts = [];
    private Offence act = Act;
    private Material? withdrawn;

    public LeftOnWhomTests()
    {
        friend = small.Foundation(FoundationKind.Witness, "Friend 1 testifies", small.Person("Friend 1", PersonRole.Witness));
        device = small.Foundation(FoundationKind.Device, "The phone of Survivor A", whose: small.SurvivorA);
        given = small.Foundation(FoundationKind.HandedOver, "Given voluntarily by Survivor A", whose: small.SurvivorA);
    }

    // False comfort.
    [Fact]
    public void Her_own_phone_or_her_words_in_anothers_mouth_is_both_hers()
    {
        small.Count();
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given));
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], friend));
        Assert.NotEmpty(WhatIf(small.HerWord).Left);
        Assert.NotEqual("No count changes.", WithoutHer());
    }

    [Fact]
    public void Her_own_phone_and_a_friends_print_of_it_is_no_more_than_her_own_phone()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given));
        Assert.NotEqual("No count changes.", WithoutHer());
        var printed = small.Exhibit([new Origin(null, "Friend 1")], friend);
        small.Tick("a", printed);
        Doubt(printed);
        Assert.NotEqual("No count changes.", WithoutHer());
    }

    [Fact]
    public void Her_own_phone_and_what_nobody_has_attributed()
    {
        small.Count();
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given));
        small.Tick("a", small.Exhibit([], friend));
        Assert.NotEmpty(WhatIf(small.HerWord).Left);
    }

    [Fact]
    public void A_count_for_one_survivor_that_rests_on_another_survivors_words_says_so()
    {
        small.Count();
        var word = small.Foundation(FoundationKind.Witness, "Survivor B", small.SurvivorB);
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorB)], word));
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorB)], friend));
        Assert.NotEmpty(WhatIf(word).Left);
        Assert.Contains("Survivor B", AbsenceSentence.Of(
            Absence.Of(View().Case, Packs(act), small.SurvivorB)!.First(one => one.State == AbsenceState.DoesNotTestify), Unit.Texts, "Survivor B"), StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_a_count_that_names_no_survivor()
    {
        act = Act with { Unit = ChargeUnit.PerDefendant };
        small.CountForNobody();
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], friend));
        Assert.Equal("If Survivor A does not testify: count 1 still holds.", WhatIf(small.HerWord).Sentence.ToString());
        Assert.NotEmpty(WhatIf(small.HerWord).Left);
        Assert.NotEqual("No count changes.", WithoutHer());
    }

    [Fact]
    public void Whoever_translated_it_cannot_say_that_the_phone_held_it()
    {
        small.Count();
        var translated = small.Foundation(FoundationKind.Interpreter, "The translation by Interpreter 1", small.Person("Interpreter 1", PersonRole.Interpreter));
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given, translated));
        Assert.NotEqual("No count changes.", WithoutHer());
        Assert.Contains(Because(), said => said.Contains("gave out of a phone", StringComparison.Ordinal));
    }

    [Fact]
    public void An_examiner_who_fell_vouches_for_nothing()
    {
        small.Count();
        var examiner = small.Foundation(FoundationKind.Examiner, "The examination", small.Person("Examiner 1", PersonRole.Expert), status: FoundationStatus.Fallen);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given, examiner));
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given));
        Assert.NotEqual("No count changes.", WithoutHer());
    }

    [Fact]
    public void Whoever_vouches_for_what_was_withdrawn_vouches_for_nothing_that_is_left()
    {
        small.Count();
        var examiner = small.Foundation(FoundationKind.Examiner, "The examination", small.Person("Examiner 1", PersonRole.Expert));
        var file = small.Material(small.Warrant);
        var examined = small.Exhibit([new Origin(small.Defendant1)], device, given, examiner);
        small.Change(examined, exhibit => exhibit with { Material = file.Id });
        small.Tick("a", examined);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given));
        withdrawn = file;
        Assert.NotEqual("No count changes.", WithoutHer());
    }

    [Fact]
    public void What_came_in_by_her_hand_or_on_her_consent_came_from_her_either_way()
    {
        small.Count();
        var consent = small.Foundation(FoundationKind.Consent, "Her consent", whose: small.SurvivorA);
        var export = small.Exhibit([new Origin(small.Defendant1)], device);
        small.Change(export, exhibit => exhibit with { LegalAny = [[given.Id], [consent.Id]] });
        small.Tick("a", export);
        Assert.NotEqual("No count changes.", WithoutHer());
    }

    [Fact]
    public void What_relies_on_a_passage_in_doubt_is_worth_no_more_than_it()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device));
        var printed = small.Exhibit([new Origin(null, "Friend 1")], friend);
        var report = small.Exhibit([new Origin(null, "A report")], small.Clerk);
        small.Change(report, exhibit => exhibit with { ReliesOn = [printed.Id] });
        small.Tick("a", report);
        Doubt(printed);
        Assert.Contains(Because(), said => said.Contains("of which nobody has said whose words", StringComparison.Ordinal) && said.StartsWith("Without", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_passages_in_doubt_are_not_two_origins()
    {
        small.Count();
        var (one, other) = (small.Exhibit([new Origin(null, "Friend 1")], friend), small.Exhibit([new Origin(null, "Friend 2")], small.Clerk));
        small.Tick("a", one);
        small.Tick("a", other);
        Doubt(one);
        Doubt(other);
        Assert.True(Origins().Count < 2, string.Join(", ", Origins()));
    }

    // False sentences and false alarms.
    [Fact]
    public void What_she_says_herself_is_not_said_to_be_kept_or_repeated_by_others()
    {
        small.Count();
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, small.Warrant));
        var answer = WhatIf(given);
        Assert.EndsWith("count 1 still holds.", answer.Sentence.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(WhatIf(device).Left, left => left.ToString().Contains("as others keep or repeat it", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_testifies_vouches_for_their_own_phone()
    {
        small.Count();
        var consent = small.Foundation(FoundationKind.Consent, "Her consent to the search of the flat", whose: small.SurvivorA);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given));
        small.Tick("a", small.Exhibit([new Origin(null, "flat")], consent));
        Assert.DoesNotContain(WhatIf(consent).Left, left => left.ToString().Contains("nobody else is named", StringComparison.Ordinal));
    }

    [Fact]
    public void One_of_several_who_can_vouch_is_somebody_who_can()
    {
        small.Count();
        var examiner = small.Foundation(FoundationKind.Examiner, "The examination", small.Person("Examiner 1", PersonRole.Expert));
        var officer = small.Foundation(FoundationKind.Witness, "Officer 1 testifies", small.Person("Officer 1", PersonRole.Witness));
        var export = small.Exhibit([new Origin(small.Defendant1)], device, given);
        small.Change(export, exhibit => exhibit with { VouchedBy = [examiner.Id, officer.Id] });
        small.Tick("a", export);
        Assert.Equal("No count changes.", WithoutHer());
        Assert.DoesNotContain(Because(), said => said.Contains("gave out of a phone", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_seized_from_the_same_phone_was_not_given_by_her()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, small.Warrant));
        Assert.Equal("No count changes.", WithoutHer());
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given));
        Assert.Equal("No count changes.", WithoutHer());
    }

    // The form of the questions adds an examiner or custodian by name alone, with no person of the case.
    [Theory]
    [InlineData(FoundationKind.Examiner)]
    [InlineData(FoundationKind.Custodian)]
    [InlineData(FoundationKind.Laboratory)]
    public void An_examiner_who_is_named_and_is_nobody_of_the_case_is_somebody_else(FoundationKind kind)
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, given, small.Foundation(kind, "Sergeant Moss, digital unit")));
        Assert.Equal("No count changes.", WithoutHer());
        Assert.DoesNotContain(Because(), said => said.Contains("gave out of a phone", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_withdrawn_was_not_given_by_her_beside_what_was_seized()
    {
        small.Count();
        var file = small.Material(given);
        var export = small.Exhibit([new Origin(small.Defendant1)], device, given);
        small.Change(export, exhibit => exhibit with { Material = file.Id });
        small.Tick("a", export);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], device, small.Warrant));
        withdrawn = file;
        Assert.Equal("No count changes.", WithoutHer());
    }

    [Fact]
    public void A_passage_in_doubt_that_fell_is_not_named_among_those_that_carry()
    {
        small.Count();
        var (printed, fallen) = (small.Exhibit([new Origin(null, "Friend 1")], friend), small.Exhibit([new Origin(null, "Friend 1")], small.Warrant));
        small.Change(small.Warrant, warrant => warrant with { Status = FoundationStatus.Fallen, Decided = "Order" });
        small.Tick("a", printed);
        small.Tick("a", fallen);
        Doubt(printed);
        Doubt(fallen);
        Assert.Contains("It does not hold without EX-1 (Exhibit), of which nobody has said whose words it is. Say it on its page.", Because());
    }

    [Fact]
    public void A_passage_in_doubt_without_which_it_holds_as_well_is_not_named_among_those_that_carry()
    {
        act = Offence(Leaf("a"), Leaf("b"));
        small.Count();
        var (printed, beside) = (small.Exhibit([new Origin(null, "Friend 1")], friend), small.Exhibit([new Origin(null, "Friend 1")], friend));
        small.Tick("a", printed);
        small.Tick("b", small.Statement());
        small.Tick("b", beside);
        Doubt(printed);
        Doubt(beside);
        Assert.Contains("It does not hold without EX-1 (Exhibit), of which nobody has said whose words it is. Say it on its page.", Because());
    }

    private void Doubt(Exhibit exhibit) => doubts.Add(new WordsInDoubt(exhibit.Id, [SpokenLines.Warning]) { MayBe = [small.SurvivorA, small.SurvivorB] });

    private ProofView View()
    {
        var proof = CaseProof.Of((withdrawn is { } file ? small.Without(file) : small.Snapshot()) with { InDoubt = doubts }, Packs(act));
        return new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
    }

    private List<string> Because() => [.. CountAnswers.Of(View(), Unit.Texts, 1)!.Because.Select(said => said.ToString())];

    private IReadOnlyList<string> Origins() => CountAnswers.Of(View(), Unit.Texts, 1)!.Elements[0].Origins;

    private WhatIfAnswer WhatIf(Foundation struck) => WhatIfAnswer.Of(View(), Unit.Texts, [struck.Id]);

    private string WithoutHer() => AbsenceSentence.Of(
        Absence.Of(View().Case, Packs(act), small.SurvivorA)!.First(one => one.State == AbsenceState.DoesNotTestify), Unit.Texts, "Survivor A");
}
