using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using static Onus.Domain.Tests.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Domain.Tests.Cases;

/// <summary>What a person cites counts for exactly those whom it is about, and by whom, and no further.</summary>
public sealed class WhomTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void A_defendant_is_named_however_letters_are_composed()
    {
        var him = new Person { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = "Defendant 1", Roles = [PersonRole.Defendant], Aliases = ["Jos\u00E9"] };
        Assert.Equal(him.Id, Whom.DefendantNamed([him], "Jose\u0301")?.Id);
        Assert.Null(Whom.DefendantNamed([him with { Roles = [PersonRole.Witness] }], "Jos\u00E9"));
    }

    [Fact]
    public void What_is_cited_about_one_survivor_leaves_the_count_for_another_alone()
    {
        small.Count(survivor: small.SurvivorA);
        small.Count(survivor: small.SurvivorB);
        small.Tie("a", small.Fact(null, small.Found("ledger")), survivors: [small.SurvivorB]);
        var proof = small.Proof(Leaf("a"));
        Assert.False(Stands(proof, "count:1"));
        Assert.True(Stands(proof, "count:2"));
    }

    [Fact]
    public void Two_counts_of_one_offence_for_two_survivors_stay_apart_when_something_falls()
    {
        small.Count(survivor: small.SurvivorA);
        small.Count(survivor: small.SurvivorB);
        small.Tie("a", small.Fact(null, small.Statement()), survivors: [small.SurvivorA]);
        small.Tie("a", small.Fact(null, small.Found("ledger")), survivors: [small.SurvivorB]);
        var without = new ProofEngine(small.Proof(Leaf("a")).Graph).Evaluate(ProofId.Of(small.HerWord.Id));
        Assert.Equal((ProofState.Fails, ProofState.Stands), (without["count:1", Reading.RuledOnly], without["count:2", Reading.RuledOnly]));
    }

    [Fact]
    public void A_defendant_who_comes_later_has_nothing()
    {
        small.Count();
        small.Tick("a", small.Found("ledger"));
        var late = small.Person("Defendant 3", PersonRole.Defendant);
        small.Count(late);
        var proof = small.Proof(Leaf("a"), Leaf("own") with { PerDefendant = true });
        Assert.False(Stands(proof, "count:2:zz.act.a"));
        Assert.DoesNotContain(proof.Ties, tie => tie.Column == "count:2");
    }

    [Fact]
    public void A_friend_who_repeats_her_account_is_no_source_of_its_own()
    {
        small.Count();
        var friend = small.Foundation(FoundationKind.Witness, "Friend 1", small.Person("Friend 1", PersonRole.Witness));
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], friend));
        var holds = Holds(small.Proof(Leaf("a")), "count:1");
        Assert.True(holds.Belief);
        Assert.False(holds.Information);
        // A friend who repeats what nobody believes adds nothing to it.
        Assert.False(holds.Credit);
        Assert.False(Stands(small.Proof(Leaf("a") with { Corroboration = new(2, 0) }), "count:1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_one_survivor_tells_of_anothers_words_is_lost_with_either(bool forTheTeller)
    {
        var (teller, other) = (small.SurvivorA, small.SurvivorB);
        var about = forTheTeller ? teller : other;
        small.Count(survivor: about);
        small.Tie("a", small.Fact(null, small.Told(teller, other, small.Clerk)), survivors: [about]);
        var proof = small.Proof(Leaf("a"));
        Assert.Equal((false, false), (Holds(proof, "count:1").Information, Holds(proof, "count:1").Credit));
        Assert.All([teller, other], gone => Assert.False(Absence.Of(proof.Case, proof.Law, gone)!.Single(state => state.State == AbsenceState.NotBelieved).Lines[0].After));
        // It is no second source beside the account of either. That the teller's own account is not the other's words stays true.
        small.Tie("a", small.Fact(null, small.Exhibit([new Origin(teller)], small.HerWord)), survivors: [about]);
        Assert.False(Stands(small.Proof(Leaf("a") with { Corroboration = new(2, 0) }), "count:1"));
        Assert.Equal(!forTheTeller, Stands(small.Proof(Leaf("a") with { Corroboration = new(0, 1) }), "count:1"));
    }

    [Fact]
    public void Her_message_on_anothers_phone_falls_when_she_is_not_believed_and_stands_when_she_does_not_testify()
    {
        var friend = small.Person("Friend 1", PersonRole.Witness);
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], small.Foundation(FoundationKind.Device, "The phone of Friend 1", whose: friend)));
        var proof = small.Proof(Leaf("a"));
        var states = Absence.Of(proof.Case, proof.Law, small.SurvivorA)!;
        Assert.False(Assert.Single(states.Single(state => state.State == AbsenceState.NotBelieved).Lines).After);
        Assert.True(Assert.Single(states.Single(state => state.State == AbsenceState.DoesNotTestify).Lines).After);
        Assert.Equal(
            [[AbsenceState.DoesNotTestify, AbsenceState.SaysOtherwise, AbsenceState.Died, AbsenceState.CannotBeFound], [AbsenceState.NotBelieved]],
            Absence.Alike(states).Select(alike => alike.Select(state => state.State)));
        // His own words stand whoever is believed.
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], small.Foundation(FoundationKind.Device, "The phone of Friend 1", whose: friend)));
        proof = small.Proof(Leaf("a"));
        Assert.True(Assert.Single(Absence.Of(proof.Case, proof.Law, small.SurvivorA)!.Single(state => state.State == AbsenceState.NotBelieved).Lines).After);
    }

    [Fact]
    public void What_is_no_defendants_own_is_tied_for_all_of_them_whoever_was_named()
    {
        var people = small.Snapshot().People;
        var offence = Offence(Leaf("thing"), Leaf("own") with { PerDefendant = true });
        var named = new Whom([small.SurvivorA], [small.Defendant2]);
        Assert.Equal([small.Defendant2, small.Defendant1], named.For(offence, offence.Leaves().First(), people).Value.Defendants);
        Assert.Equal([small.Defendant2], named.For(offence, offence.Leaves().Last(), people).Value.Defendants);
        Assert.Equal("cite.by-missing", new Whom([small.SurvivorA], []).For(offence, offence.Leaves().Last(), people).Error!.Key);
    }

    [Fact]
    public void What_speaks_against_an_element_speaks_against_all_that_supports_it_for_these_people()
    {
        small.Count();
        small.Tie("a", small.Fact(null, small.Found("ledger")), survivors: [small.SurvivorA]);
        small.Tie("a", small.Fact(null, small.Found("bank")), survivors: [small.SurvivorA]);
        small.Tick("b", small.Found("register"));
        var snapshot = small.Snapshot();
        Assert.Equal(2, Contest.Supporting(snapshot, [("zz.act", "zz.act.a")], new Whom([small.SurvivorA], [])).Count);
        Assert.Empty(Contest.Supporting(snapshot, [("zz.act", "zz.act.a")], new Whom([small.SurvivorB], [])));
        Assert.Empty(Contest.Supporting(snapshot, [], new Whom([], [])));
        // It supports nothing for whoever was named with a citation that was taken back.
        var tie = snapshot.FactTies[0] with { Survivors = [small.SurvivorA, small.SurvivorB], Named = [new NamedBy(new(Guid.CreateVersion7()), small.SurvivorB, small.Defendant1), new NamedBy(new(Guid.CreateVersion7()), small.SurvivorB, small.Defendant2)] };
        snapshot = snapshot with { FactTies = [tie] };
        Assert.Empty(Contest.Supporting(snapshot, [("zz.act", "zz.act.a")], new Whom([small.SurvivorB], [])));
        Assert.Equal([tie.Fact], Contest.Supporting(snapshot, [("zz.act", "zz.act.a")], new Whom([small.SurvivorA], [])));
    }

    [Theory]
    [InlineData("Bank of Kestria", "bank of kestria")]
    [InlineData("Banque d’Été", "BANQUE D'ETE")]
    [InlineData("Ｓａｖｉｎｇｓ  Bank, No. 4", "savings bank no 4")]
    public void One_body_is_one_source_whatever_the_spelling(string one, string other)
    {
        small.Count();
        small.Tick("a", small.Found(one));
        small.Tick("a", small.Found(other));
        Assert.False(Stands(small.Proof(Leaf("a") with { Corroboration = new(2, 0) }), "count:1"));
        small.Tick("a", small.Found("The post office"));
        Assert.True(Stands(small.Proof(Leaf("a") with { Corroboration = new(2, 0) }), "count:1"));
    }

    [Theory]
    [InlineData("Survivor A")]
    [InlineData("SURVIVOR  a")]
    // As the files write her.
    [InlineData("Mina")]
    [InlineData("mína")]
    public void A_source_that_is_only_named_as_a_person_of_the_case_is_that_person(string name)
    {
        small.Count();
        small.Change(small.SurvivorA, person => person with { Aliases = ["Mina"] });
        small.Tick("a", small.Statement());
        small.Tick("a", small.Exhibit([new Origin(null, name)], small.Clerk));
        Assert.False(Stands(small.Proof(Leaf("a") with { Corroboration = new(2, 0) }), "count:1"));
        Assert.False(Holds(small.Proof(Leaf("a")), "count:1").Information);
        small.Tick("a", small.Found(name + " and company"));
        Assert.True(Stands(small.Proof(Leaf("a") with { Corroboration = new(2, 0) }), "count:1"));
    }

    [Fact]
    public void A_name_that_two_people_bear_is_neither_of_them()
    {
        small.Count();
        small.Change(small.SurvivorA, person => person with { Aliases = ["Boss"] });
        small.Change(small.Defendant1, person => person with { Aliases = ["boss"] });
        small.Tick("a", small.Exhibit([new Origin(null, "Boss")], small.Clerk));
        Assert.True(Holds(small.Proof(Leaf("a")), "count:1").Information);
    }

    [Fact]
    public void His_message_through_her_phone_holds_without_her_words_and_not_without_what_came_through_her()
    {
        small.Count();
        var phone = small.Foundation(FoundationKind.Device, "Her phone", whose: small.SurvivorA);
        var consent = small.Foundation(FoundationKind.Consent, "Her consent", whose: small.SurvivorA);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], phone, consent));
        Assert.Equal(new HoldsWithout(Testimony: true, Information: true, Belief: true, Credit: true, Through: false), Holds(small.Proof(Leaf("a")), "count:1"));
        small.Tick("a", small.Found("the operator"));
        Assert.Equal(new HoldsWithout(Testimony: true, Information: true, Belief: true, Credit: true, Through: true), Holds(small.Proof(Leaf("a")), "count:1"));
    }

    [Fact]
    public void Another_survivors_phone_is_not_hers()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], small.Foundation(FoundationKind.Device, "The phone", whose: small.SurvivorB)));
        Assert.Null(Holds(small.Proof(Leaf("a")), "count:1").Through);
    }

    [Fact]
    public void Whose_role_changes_changes_the_answer()
    {
        small.Count(survivor: small.SurvivorA);
        var worker = small.Person("Worker 3", PersonRole.Witness);
        small.Tick("a", small.Exhibit([new Origin(worker)], small.Foundation(FoundationKind.Witness, "Worker 3", worker)));
        var count = small.CountForNobody();
        var before = Holds(small.Proof(Leaf("a")), ProofId.Of(count));
        Assert.Equal((true, true), (before.Testimony, before.Information));
        small.Change(worker, person => person with { Roles = [PersonRole.Witness, PersonRole.Survivor] });
        var after = Holds(small.Proof(Leaf("a")), ProofId.Of(count));
        Assert.Equal((false, false), (after.Testimony, after.Information));
    }

    [Fact]
    public void A_statement_falls_with_its_witness_unless_a_ground_opens_it_against_that_defendant()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var statement = small.Statement();
        small.Tick("a", statement);
        Assert.Equal((false, false), Without());
        small.Change(statement, exhibit => exhibit with { Grounds = [new Ground("Deposition, section 12", [], [small.Defendant1], CouldQuestion: true)] });
        Assert.Equal((true, false), Without());
        var proof = small.Proof(Leaf("a"));
        Assert.Empty(proof.Graph.Faults());
        // Either she or the ground has to go, and then both do: a ground is something that can fall.
        Assert.Equal([["exhibit:1:ground:0", ProofId.Of(small.HerWord.Id)]], new ProofEngine(proof.Graph).CutsOf(["count:1"]).Single().Sets);
        Assert.False(Holds(proof, "count:1").Information);

        (bool, bool) Without()
        {
            var standing = new ProofEngine(small.Proof(Leaf("a")).Graph).Evaluate(ProofId.Of(small.HerWord.Id));
            return (standing["count:1", Reading.RuledOnly] == ProofState.Stands, standing["count:2", Reading.RuledOnly] == ProofState.Stands);
        }
    }

    [Fact]
    public void A_ground_that_rests_on_a_fallen_order_opens_nothing()
    {
        small.Count();
        var order = small.Foundation(FoundationKind.Order, "Order for a deposition", status: FoundationStatus.Fallen);
        small.Tick("a", small.Change(small.Statement(), exhibit => exhibit with { Grounds = [new Ground("Deposition", [order.Id], [small.Defendant1])] }));
        Assert.Equal(ProofState.Fails, new ProofEngine(small.Proof(Leaf("a")).Graph).Evaluate(ProofId.Of(small.HerWord.Id))["count:1", Reading.RuledOnly]);
    }

    [Fact]
    public void What_may_be_used_against_one_defendant_shows_nothing_against_another()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var interview = small.Exhibit([new Origin(small.Defendant1)], small.Foundation(FoundationKind.Witness, "Defendant 1", small.Defendant1));
        small.Tick("a", interview);
        Assert.True(Stands(small.Proof(Leaf("a")), "count:2"));
        small.Change(interview, exhibit => exhibit with { OnlyAgainst = [small.Defendant1] });
        var proof = small.Proof(Leaf("a"));
        Assert.True(Stands(proof, "count:1"));
        Assert.False(Stands(proof, "count:2"));
        Assert.Contains(proof.Reasons.Values, reason => reason.Key == "proof.not-against");
    }

    [Fact]
    public void What_was_admitted_for_one_purpose_shows_no_other_fact()
    {
        small.Count();
        var letter = small.Found("letter");
        var (a, b) = (small.Fact(null, letter), small.Fact(null, letter));
        small.Tie("a", a);
        small.Tie("b", b);
        small.Change(letter, exhibit => exhibit with { OnlyFor = [a.Id], Purpose = "Why she stayed, not whether it was true" });
        var proof = small.Proof(Leaf("a"), Leaf("b"));
        Assert.Equal((true, false), (Stands(proof, "count:1:zz.act.a"), Stands(proof, "count:1:zz.act.b")));
    }

    [Theory]
    [InlineData(TargetKind.Fact)]
    [InlineData(TargetKind.Exhibit)]
    [InlineData(TargetKind.ExhibitTie)]
    [InlineData(TargetKind.FactTie)]
    public void A_challenge_reaches_what_stands_against_one_defendant_only_and_is_one_move(TargetKind kind)
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var statement = small.Change(small.Statement(), exhibit => exhibit with { Grounds = [new Ground("Deposition", [], [small.Defendant1])] });
        var fact = small.Fact(null);
        var cite = small.Cite(fact, statement);
        var tie = small.Tie("a", fact);
        var id = kind switch { TargetKind.Fact => fact.Id.Value, TargetKind.Exhibit => statement.Id.Value, TargetKind.ExhibitTie => cite.Id.Value, _ => tie.Id.Value };
        var challenge = small.Challenge(ArguedBy.Defence, new Target(kind, id));
        var proof = small.Proof(Leaf("a"));
        Assert.Equal(ProofState.Fails, State(proof, "count:1").Challenged);
        Assert.Equal(ProofState.Fails, State(proof, "count:2").Challenged);
        Assert.All(new ProofEngine(proof.Graph).Report().Goals, goal => Assert.All(goal.Moves!.Sets, move => Assert.Single(move)));
        small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.Equal(ProofState.Stands, State(small.Proof(Leaf("a")), "count:1").Challenged);
    }

    [Fact]
    public void One_of_several_who_can_vouch_is_enough()
    {
        small.Count();
        var officer = small.Foundation(FoundationKind.Witness, "Officer 1", small.Person("Officer 1", PersonRole.Officer));
        small.Tick("a", small.Change(small.Exhibit([new Origin(small.SurvivorA)], small.Warrant), exhibit => exhibit with { VouchedBy = [small.HerWord.Id, officer.Id] }));
        Assert.True(Holds(small.Proof(Leaf("a")), "count:1").Testimony);
        small.Change(officer, known => known with { Status = FoundationStatus.Fallen });
        Assert.False(Holds(small.Proof(Leaf("a")), "count:1").Testimony);
    }

    [Fact]
    public void What_speaks_against_a_fact_contests_the_count_until_it_falls_itself()
    {
        small.Count();
        var fact = small.Fact(null, small.Found("ledger"));
        small.Tie("a", fact);
        var (bad, alibi) = (small.Foundation(FoundationKind.Device, "A copy"), small.Found("x"));
        alibi = small.Change(alibi, exhibit => exhibit with { Legal = [], Factual = [bad.Id] });
        small.Cite(fact, alibi, Bearing.Undermines);
        Assert.Equal(ProofState.Fails, State(small.Proof(Leaf("a")), "count:1").Challenged);
        small.Change(bad, known => known with { Status = FoundationStatus.Fallen });
        var proof = small.Proof(Leaf("a"));
        Assert.Equal(ProofState.Stands, State(proof, "count:1").Challenged);
        Assert.Equal(["proof.attack-fell"], proof.Notes.Select(note => note.Key));
    }

    [Theory]
    [InlineData(FoundationKind.Device, false)]
    [InlineData(FoundationKind.Interpreter, false)]
    [InlineData(FoundationKind.Examiner, false)]
    [InlineData(FoundationKind.Witness, false)]
    [InlineData(FoundationKind.Witness, true)]
    public void A_ground_stands_in_for_the_speaker_and_for_nothing_else_that_fell(FoundationKind kind, bool speaks)
    {
        small.Count();
        var fact = small.Fact(null, small.Found("ledger"));
        small.Tie("a", fact);
        var neighbour = small.Person("Neighbour 1", PersonRole.Witness);
        var down = small.Foundation(kind, "What fell", kind == FoundationKind.Witness ? neighbour : null, status: FoundationStatus.Fallen);
        var clerk = small.Person("Clerk 2", PersonRole.Witness);
        var against = small.Exhibit([new Origin(clerk), .. speaks ? new[] { new Origin(neighbour) } : []], small.Foundation(FoundationKind.Witness, "Clerk 2", clerk), down);
        small.Change(against, exhibit => exhibit with { Grounds = [new Ground("Deposition", [], [small.Defendant1])] });
        small.Cite(fact, against, Bearing.Undermines);
        var proof = small.Proof(Leaf("a"));
        Assert.Equal(speaks ? ProofState.Fails : ProofState.Stands, State(proof, "count:1").Challenged);
        Assert.Equal(speaks ? [] : ["proof.attack-fell"], proof.Notes.Select(note => note.Key));
    }

    [Fact]
    public void A_ground_that_rests_on_what_fell_too_leaves_no_attack()
    {
        small.Count();
        var fact = small.Fact(null, small.Found("ledger"));
        small.Tie("a", fact);
        var order = small.Foundation(FoundationKind.Order, "Order for a deposition", status: FoundationStatus.Fallen);
        small.Change(small.HerWord, known => known with { Status = FoundationStatus.Fallen });
        small.Cite(fact, small.Change(small.Statement(), exhibit => exhibit with { Grounds = [new Ground("Deposition", [order.Id], [small.Defendant1])] }), Bearing.Undermines);
        Assert.Equal(ProofState.Stands, State(small.Proof(Leaf("a")), "count:1").Challenged);
    }

    [Fact]
    public void Adding_people_to_a_tie_never_says_more_than_was_meant()
    {
        var tie = small.Tie("a", small.Fact(null), [small.Defendant1], [small.SurvivorA]);
        Assert.Null(new Whom([small.SurvivorB], [small.Defendant2]).AddedTo(tie));
        Assert.Equal([small.SurvivorA, small.SurvivorB], new Whom([small.SurvivorB], [small.Defendant1]).AddedTo(tie)!.Survivors);
        Assert.Same(tie, new Whom([small.SurvivorA], [small.Defendant1]).AddedTo(tie));
    }

    [Theory]
    [InlineData("Joy 200 dollars fine, on the book.", "Boss", "B")]
    [InlineData("Mina and JOY left", "Boss", "A B")]
    [InlineData("Joyful news", "Boss", "")]
    [InlineData("I ran to the road", "Mina K", "A")]
    [InlineData("Survivor B ran to the road", "Mina K", "B")]
    [InlineData("The van comes at six", null, "")]
    public void Words_are_about_whom_they_name_or_else_who_wrote_them(string words, string? sender, string about)
    {
        small.Change(small.SurvivorA, person => person with { Aliases = ["Mina K"] });
        small.Change(small.SurvivorB, person => person with { Aliases = ["Joy"] });
        Assert.Equal(about.Length == 0 ? null : about, Letters(Whom.About(small.Snapshot().People, words, sender, null, [], null)));
    }

    [Theory]
    [InlineData("When the book says zero.", "Boss", null, "Mina K, Joy, Boss", "A", "")] // In a group of both, of her phone: nobody knows.
    [InlineData("When the book says zero.", "Boss", null, "Joy, Boss", null, "B")]
    [InlineData("When the book says zero.", "Boss", null, "Joy, Boss", "A", "")] // Out of one's phone, a conversation of another.
    [InlineData("When the book says zero.", "Boss", null, "Boss, Cook", "A", "A")]
    [InlineData("When the book says zero.", "Boss", null, "Boss, Cook", null, null)]
    [InlineData("Zero.", "Joy", null, "Mina K, Joy, Boss", "A", "B")] // Her own words in a group.
    [InlineData("rent", "Boss", "Joy", "", "A", "B")] // A payment to one, in the table of another.
    [InlineData("ขอเงินของมินาคืน", "Boss", null, "Mina K, Joy", "B", "A")] // A script without spaces.
    public void What_names_nobody_is_about_whoever_alone_can_be_meant(string words, string sender, string? receiver, string parties, string? giver, string? about)
    {
        small.Change(small.SurvivorA, person => person with { Aliases = ["Mina K", "มินา"] });
        small.Change(small.SurvivorB, person => person with { Aliases = ["Joy"] });
        PersonId? gave = giver switch { "A" => small.SurvivorA, "B" => small.SurvivorB, _ => null };
        Assert.Equal(about, Letters(Whom.About(small.Snapshot().People, words, sender, receiver, parties.Split(", ", StringSplitOptions.RemoveEmptyEntries), gave)));
    }

    [Theory]
    [InlineData("I had no hope of leaving that house.", "A", "A")] // A word, and no name.
    [InlineData("We had grace and hope.", "A", "A")]
    [InlineData("Hope was all that I had.", "A", "")] // It may be her or the word, so somebody says.
    [InlineData("On Sunday Hope came down to us.", "A", "")]
    [InlineData("NO HOPE IN THAT HOUSE", "A", "")]
    [InlineData("On Sunday Hope Adeyemi came down to us.", "A", "B")]
    [InlineData("On Sunday HOPE came down to us.", null, "B")]
    [InlineData("Hope owes 40.", null, "B")]
    [InlineData("no hope for it", null, null)]
    [InlineData("On Sunday Hope came down to us.", "B", "B")]
    [InlineData("No hope there. Ama was ill.", "A", "A")]
    public void A_name_that_is_a_word_too_counts_for_nobody_else_unawares(string words, string? giver, string? about)
    {
        small.Change(small.SurvivorA, person => person with { Aliases = ["Ama Grace"] });
        small.Change(small.SurvivorB, person => person with { Aliases = ["Hope Adeyemi"] });
        PersonId? gave = giver switch { "A" => small.SurvivorA, "B" => small.SurvivorB, _ => null };
        Assert.Equal(about, Letters(Whom.About(small.Snapshot().People, words, null, null, [], gave)));
    }

    private string? Letters(IReadOnlyList<PersonId>? about) => about is null ? null : string.Join(' ', about.Select(id => id == small.SurvivorA ? "A" : "B"));

    [Fact]
    public void Only_those_for_whom_a_fact_does_not_count_yet_are_tied_again()
    {
        var (one, two, a, b) = (small.Defendant1, small.Defendant2, small.SurvivorA, small.SurvivorB);
        var tie = small.Tie("a", small.Fact(null), [one], [a]);
        Assert.Empty(Parts([a], [one], ChargeUnit.PerSurvivorPerDefendant));
        Assert.Equal(["a by 2"], Parts([a], [one, two], ChargeUnit.PerSurvivorPerDefendant));
        Assert.Equal(["b by 1", "a b by 2"], Parts([a, b], [one, two], ChargeUnit.PerSurvivorPerDefendant));
        Assert.Equal(["b by 1 2"], Parts([b], [one, two], ChargeUnit.PerSurvivorPerDefendant));
        // Where survivors are no part of the charge, the fact counts for a defendant whomever it is about.
        Assert.Equal(["b by 2"], Parts([b], [one, two], ChargeUnit.PerDefendant));

        IEnumerable<string> Parts(PersonId[] survivors, PersonId[] defendants, ChargeUnit unit) => new Whom(survivors, defendants).Beyond([tie], unit)
            .Select(part => string.Join(' ', part.Survivors.Select(survivor => survivor == a ? "a" : "b")) + " by " + string.Join(' ', part.Defendants.Select(defendant => defendant == one ? "1" : "2")));
    }

    [Fact]
    public void A_tie_taken_out_of_one_cell_stays_in_every_other()
    {
        PersonId[] defendants = [small.Defendant1, small.Defendant2], survivors = [small.SurvivorA, small.SurvivorB];
        var tie = small.Tie("a", small.Fact(null), defendants, survivors);
        var left = Whom.Without(tie, small.Defendant1, small.SurvivorA);
        foreach (var (defendant, survivor) in defendants.SelectMany(defendant => survivors.Select(survivor => (defendant, survivor))))
        {
            Assert.Equal(
                (defendant, survivor) == (small.Defendant1, small.SurvivorA) ? 0 : 1,
                left.Count(part => part.Counts(defendant, survivor, Domain.Law.ChargeUnit.PerSurvivorPerDefendant)));
        }
    }

    private static HoldsWithout Holds(CaseProof proof, string goal)
    {
        Assert.Empty(proof.Graph.Faults());
        return new ProofEngine(proof.Graph).RelianceOf([goal]).Single()!.HoldsWithout;
    }
}
