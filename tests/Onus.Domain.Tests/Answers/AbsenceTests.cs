using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Answers;

/// <summary>What every count is when a survivor's testimony is not what it was meant to be.</summary>
public sealed class AbsenceTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void What_a_ground_of_the_country_opens_holds_though_she_has_died()
    {
        small.Count();
        small.Tick("a", small.Statement());
        var states = Of(new AbsenceGround(AbsenceState.Died, "the statement of somebody who has died", "section 32", false, LawConfidence.Memory));
        Assert.Equal((true, false), Holds(states, AbsenceState.Died, ground: false));
        Assert.Equal((true, true), Holds(states, AbsenceState.Died, ground: true));
        Assert.DoesNotContain(states, state => state.State == AbsenceState.CannotBeFound && state.Ground is not null);
        Assert.Equal(["zz.act.a"], states.Single(state => state is { State: AbsenceState.Died, Ground: null }).Lines[0].Lost.Select(leaf => leaf.Id));
    }

    [Fact]
    public void What_is_left_without_her_and_is_spoken_against_would_be_contested_then()
    {
        small.Count();
        var found = small.Fact(null, small.Found("bank"));
        small.Tie("a", found);
        small.Tick("a", small.Statement());
        Assert.False(Silent().Shaken);
        small.Cite(found, small.Found("another bank"), Bearing.Undermines);
        Assert.True(Silent() is { Before: true, After: true, Shaken: true });
        Assert.Equal(["zz.act.a"], Silent().Lost.Select(leaf => leaf.Id));
        // Contested already, it does not become so.
        small.Change(small.HerWord, word => word with { Status = Domain.Evidence.FoundationStatus.Fallen });
        Assert.False(Silent().Shaken);

        AbsenceLine Silent() => Of().Single(state => state.State == AbsenceState.DoesNotTestify).Lines.Single();
    }

    [Fact]
    public void What_is_contested_with_her_and_without_stays_so()
    {
        small.Count();
        var found = small.Fact(null, small.Found("bank"));
        small.Tie("a", found);
        Assert.False(Silent().StaysContested);
        small.Cite(found, small.Found("another bank"), Bearing.Undermines);
        Assert.True(Silent() is { Before: true, After: true, Shaken: false, StaysContested: true, HoldsPlainly: false, IsUnchanged: true });
        // What falls with her is not contested then.
        small.Tick("b", small.Statement());
        Assert.True(LineOf(Leaf("a"), Leaf("b")) is { After: false, StaysContested: false });

        AbsenceLine Silent() => LineOf(Leaf("a"));
        AbsenceLine LineOf(params Element[] elements) => Absence.Of(small.Snapshot(), Packs(Offence(elements)), small.SurvivorA)!.Single(state => state.State == AbsenceState.DoesNotTestify).Lines.Single();
    }

    [Fact]
    public void What_only_she_speaks_against_does_not_hold_plainly_because_she_is_not_believed()
    {
        small.Count();
        var found = small.Fact(null, small.Found("bank"));
        small.Tie("a", found);
        small.Cite(found, small.Statement(), Bearing.Undermines);
        var states = Of();
        Assert.True(states.First(state => state.State == AbsenceState.DoesNotTestify).Lines.Single() is { After: true, StaysContested: true, HoldsPlainly: false });
        Assert.True(states.First(state => state.State == AbsenceState.NotBelieved).Lines.Single() is { After: true, ContestedByThem: true, HoldsPlainly: false });
    }

    [Fact]
    public void Several_passages_of_one_paper_are_one_statement()
    {
        small.Count();
        var paper = new Onus.Domain.Shared.MaterialId(Guid.CreateVersion7());
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var passage = small.Statement();
            small.Change(passage, exhibit => exhibit with { Material = paper });
            small.Tick("a", passage);
        }

        var ground = new AbsenceGround(AbsenceState.DoesNotTestify, "testimony given before", "rule 804", true, LawConfidence.Memory);
        Assert.Equal(1, Of(ground).Single(state => state.Ground is not null).Asked);
    }

    [Theory]
    [InlineData(null, false, 1, 0)]
    [InlineData(StatementOath.NotSaid, false, 1, 0)]
    [InlineData(StatementOath.Unsworn, false, 0, 1)]
    [InlineData(StatementOath.Oath, true, 0, 0)]
    [InlineData(StatementOath.Affirmation, true, 0, 0)]
    public void A_ground_that_asks_for_an_oath_opens_only_what_was_said_on_oath(StatementOath? oath, bool opens, int notSaid, int unsworn)
    {
        small.Count();
        var statement = small.Statement();
        StatementTaken? taken = null;
        if (oath is { } said)
        {
            taken = new StatementTaken { Oath = said };
            var file = small.Material(small.Warrant);
            small.Change(statement, exhibit => exhibit with { Material = file.Id });
        }

        small.Tick("a", statement);
        var ground = new AbsenceGround(AbsenceState.SaysOtherwise, "an earlier statement on oath", "rule 801", false, LawConfidence.Memory) { OnOath = true };
        var known = small.Snapshot() with { Materials = [.. small.Snapshot().Materials.Select(file => file with { Taken = taken })] };
        var state = Of(known, ground).Single(one => one.Ground is not null);
        Assert.Equal((opens ? 1 : 0, notSaid, unsworn), (state.Statements, state.OathNotSaid, state.Unsworn));
        Assert.Equal(opens, state.Lines.Single().After);
    }

    [Fact]
    public void A_ground_that_asks_for_questions_opens_only_what_the_defendant_could_question()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var statement = small.Statement();
        small.Tick("a", statement);
        var ground = new AbsenceGround(AbsenceState.DoesNotTestify, "testimony given before", "rule 804", true, LawConfidence.Memory);
        var unsaid = Of(ground).Single(state => state.Ground is not null);
        Assert.Equal((0, 1), (unsaid.Statements, unsaid.Asked));
        Assert.All(unsaid.Lines, line => Assert.False(line.After));
        small.Change(statement, exhibit => exhibit with { Grounds = [new Ground("Deposition", [], [small.Defendant1], CouldQuestion: true)] });
        var said = Of(ground).Single(state => state.Ground is not null);
        Assert.Equal([true, false], said.Lines.Select(line => line.After));
    }

    [Fact]
    public void Whether_each_defendant_could_question_her_is_asked_until_it_is_said_of_every_one()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var statement = small.Statement();
        small.Tick("a", statement);
        var ground = new AbsenceGround(AbsenceState.DoesNotTestify, "testimony given before", "rule 804", true, LawConfidence.Memory);
        Assert.Equal(1, Asked(new Ground("Deposition", [], [small.Defendant1], CouldQuestion: true)));
        Assert.Equal(1, Asked(new Ground("Deposition", [], [small.Defendant1], CouldQuestion: true), new Ground("Deposition", [], [small.Defendant2])));
        Assert.Equal(0, Asked(new Ground("Deposition", [], [small.Defendant1], CouldQuestion: true), new Ground("Deposition", [], [small.Defendant2], CouldQuestion: false)));
        Assert.Equal(0, Asked(new Ground("Deposition", [], [small.Defendant1, small.Defendant2], CouldQuestion: false)));

        int Asked(params Ground[] grounds)
        {
            small.Change(statement, exhibit => exhibit with { Grounds = grounds });
            return Of(ground).Single(state => state.Ground is not null).Asked;
        }
    }

    [Fact]
    public void That_he_could_not_question_her_lets_nothing_in_against_him()
    {
        small.Count();
        var statement = small.Statement();
        small.Tick("a", statement);
        small.Change(statement, exhibit => exhibit with { Grounds = [new Ground("Deposition", [], [small.Defendant1], CouldQuestion: false)] });
        Assert.Equal([false], After());
        small.Change(statement, exhibit => exhibit with { Grounds = [new Ground("Deposition", [], [small.Defendant1])] });
        Assert.Equal([false, true], After());

        IEnumerable<bool> After() => Of().Where(state => state.State == AbsenceState.DoesNotTestify).Select(state => state.Lines.Single().After);
    }

    [Fact]
    public void Without_an_earlier_statement_is_without_the_one_that_was_entered()
    {
        small.Count();
        var statement = small.Statement();
        small.Tick("a", statement);
        small.Change(statement, exhibit => exhibit with { Grounds = [new Ground("Deposition of 3 June", [], [small.Defendant1], CouldQuestion: true)] });
        var states = Of().Where(state => state.State == AbsenceState.DoesNotTestify).ToList();
        Assert.Equal([("", false), ("Deposition of 3 June", true)], states.Select(state => (string.Join(';', state.Entered), state.Lines.Single().After)));
        // What the law lets in where she says otherwise is asked without what was entered for her absence.
        var otherwise = Of(new AbsenceGround(AbsenceState.SaysOtherwise, "an earlier statement", "rule 801", false, LawConfidence.Memory) { OnOath = true });
        Assert.False(otherwise.Single(state => state.Ground is not null).Lines.Single().After);
    }

    [Fact]
    public void The_earlier_statement_is_asked_about_also_once_it_is_decided_that_she_is_gone()
    {
        small.Count();
        small.Tick("a", small.Statement());
        small.Change(small.HerWord, foundation => foundation with { Status = FoundationStatus.Fallen });
        var states = Of(new AbsenceGround(AbsenceState.Died, "the statement of somebody who has died", "section 32", false, LawConfidence.Memory));
        Assert.Equal((false, true), Holds(states, AbsenceState.Died, ground: true));
        Assert.Equal((false, false), Holds(states, AbsenceState.Died, ground: false));
    }

    [Fact]
    public void What_a_ground_asks_of_each_defendant_opens_nothing_until_somebody_says_it_of_one()
    {
        small.Count(small.Defendant1);
        small.Count(small.Defendant2);
        var statement = small.Statement();
        small.Tick("a", statement);
        var ground = new AbsenceGround(AbsenceState.Died, "The defendant caused the absence", "rule 804", false, LawConfidence.Memory) { OfEach = true };
        var unsaid = Of(ground).Single(state => state.Ground is not null);
        Assert.Equal((0, 1), (unsaid.Statements, unsaid.Asked));
        Assert.All(unsaid.Lines, line => Assert.False(line.After));
        small.Change(statement, exhibit => exhibit with { Grounds = [new Ground("the defendant caused the absence", [], [small.Defendant1])] });
        var said = Of(ground).Single(state => state.Ground is not null);
        Assert.Equal([true, false], said.Lines.Select(line => line.After));
        Assert.Equal(1, said.Asked);
    }

    [Theory]
    [InlineData(null, false, 1, 0)]
    [InlineData(false, false, 0, 1)]
    [InlineData(true, true, 0, 0)]
    public void A_ground_that_asks_for_a_hearing_opens_only_what_was_said_at_one(bool? hearing, bool opens, int notSaid, int none)
    {
        small.Count();
        var file = small.Material(small.Warrant, from: small.SurvivorA);
        var statement = small.Change(small.Statement(), exhibit => exhibit with { Material = file.Id });
        small.Tick("a", statement);
        var snapshot = small.Snapshot();
        snapshot = snapshot with { Materials = [.. snapshot.Materials.Select(known => known with { Taken = new StatementTaken { Oath = StatementOath.Oath, AtHearing = hearing } })] };
        var ground = new AbsenceGround(AbsenceState.SaysOtherwise, "an earlier statement", "rule 801", false, LawConfidence.Memory) { OnOath = true, AtHearing = true };
        var state = Of(snapshot, ground).Single(found => found.Ground is not null);
        Assert.Equal((opens ? 1 : 0, notSaid, none), (state.Statements, state.HearingNotSaid, state.NoHearing));
        Assert.Equal(opens, state.Lines.Single().After);
    }

    [Fact]
    public void What_is_contested_already_can_be_contested_in_more_without_her()
    {
        small.Count();
        var (one, other) = (small.Fact(null, small.Found("ledger")), small.Fact(null, small.Found("till")));
        small.Tie("a", one);
        small.Tie("b", other);
        small.Tick("b", small.Statement());
        small.Cite(other, small.Found("receipt"), Bearing.Undermines);
        Assert.Equal((false, true), Shaken());
        small.Cite(one, small.Found("diary"), Bearing.Undermines);
        Assert.Equal((true, true), Shaken());
        small.Tick("b", small.Found("camera"));
        Assert.Equal((true, false), Shaken());

        (bool IsContested, bool Shaken) Shaken()
        {
            var line = Absence.Of(small.Snapshot(), new LawPacks([Pack(Offence(Leaf("a"), Leaf("b")))]), small.SurvivorA)!.Single(state => state.State == AbsenceState.DoesNotTestify).Lines.Single();
            return (line.IsContested, line.Shaken);
        }
    }

    [Fact]
    public void What_she_only_vouches_for_is_no_statement_that_a_ground_lets_in()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(null, "the photographer")], small.HerWord));
        var states = Of(new AbsenceGround(AbsenceState.Died, "the statement of somebody who has died", "section 32", false, LawConfidence.Memory));
        Assert.Equal((true, false), Holds(states, AbsenceState.Died, ground: false));
        Assert.DoesNotContain(states, state => state.Ground is not null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_ground_stands_in_for_her_coming_and_not_for_believing_her(bool isOfTwo)
    {
        small.Count();
        small.Tick("a", small.Change(small.Statement(), e => e with
        {
            Origins = isOfTwo ? [.. e.Origins, new Origin(small.Defendant2)] : e.Origins,
            Grounds = [new Ground("Deposition", [], [small.Defendant1], true)],
        }));
        Assert.Equal((true, false), Of().Where(state => state.State == AbsenceState.NotBelieved).SelectMany(state => state.Lines).Select(line => (line.Before, line.After)).Distinct().Single());
        Assert.Contains(Of(), state => state.State == AbsenceState.DoesNotTestify && state.Lines.Single().After);
    }

    [Theory]
    [InlineData(ChallengeMode.Impeach, Ruling.Sustained, false)]
    [InlineData(ChallengeMode.Retract, Ruling.Sustained, false)]
    [InlineData(ChallengeMode.Impeach, Ruling.Overruled, true)]
    [InlineData(ChallengeMode.Exclude, Ruling.Sustained, true)]
    public void Whom_the_court_does_not_believe_no_ground_replaces(ChallengeMode mode, Ruling ruling, bool stands)
    {
        small.Count();
        var ground = new Ground("Deposition", [], [small.Defendant1], true);
        var statement = small.Change(small.Statement(), e => e with { Grounds = [ground] });
        small.Tick("a", small.Change(small.Found("a reading of it"), e => e with { ReliesOn = [statement.Id] }));
        var fact = small.Fact(null, small.Found("diary"));
        small.Tie("b", fact);
        small.Cite(fact, statement, Bearing.Undermines);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Foundation, small.HerWord.Id.Value), mode, ruling);
        var proof = small.Proof(Leaf("a"), Leaf("b"));
        Assert.Equal(stands, SmallCase.Stands(proof, "count:1"));
        // What nobody believes contests nothing either, and is named.
        Assert.Equal(!stands, proof.Notes.Any(note => note.Key == "proof.attack-fell"));
    }

    [Theory]
    [InlineData(ChallengeMode.Impeach, Ruling.None, false, false)]
    [InlineData(ChallengeMode.Retract, Ruling.None, false, false)]
    [InlineData(ChallengeMode.Impeach, Ruling.None, true, true)]
    [InlineData(ChallengeMode.Impeach, Ruling.Overruled, false, true)]
    [InlineData(ChallengeMode.Exclude, Ruling.None, false, true)]
    public void That_she_may_not_be_believed_contests_what_stands_on_a_ground_too(ChallengeMode mode, Ruling ruling, bool answered, bool stands)
    {
        small.Count(small.Defendant1);
        var statement = small.Change(small.Statement(), e => e with { Grounds = [new Ground("Deposition", [], [small.Defendant1], true)] });
        small.Tick("a", statement);
        small.Tick("b", small.Change(small.Found("a reading of it"), e => e with { ReliesOn = [statement.Id] }));
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Foundation, small.HerWord.Id.Value), mode, ruling);
        if (answered)
        {
            small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        }

        var proof = small.Proof(Leaf("a"), Leaf("b"));
        var standing = Domain.Proof.ProofEngine.Of(proof.Graph).Engine!.Evaluate();
        Assert.Empty(proof.Graph.Faults());
        Assert.All(new[] { "a", "b" }, leaf => Assert.Equal(
            (Domain.Proof.ProofState.Stands, stands), (standing[$"count:1:zz.act.{leaf}", Domain.Proof.Reading.RuledOnly], standing[$"count:1:zz.act.{leaf}", Domain.Proof.Reading.WithAll] == Domain.Proof.ProofState.Stands)));
    }

    [Fact]
    public void A_message_that_is_hers_only_by_name_is_not_believed_either()
    {
        small.Count();
        small.Change(small.SurvivorA, person => person with { Aliases = ["Mina"] });
        small.Tick("a", small.Exhibit([new Origin(null, "mina")], small.Clerk));
        Assert.Equal((true, false), Holds(Of(), AbsenceState.NotBelieved, ground: false));
    }

    [Fact]
    public void An_extraction_already_made_stays_when_she_does_not_testify_and_when_she_is_not_believed()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], small.Foundation(FoundationKind.Device, "Her phone", whose: small.SurvivorA)));
        Assert.All(Of(), state => Assert.All(state.Lines, line => Assert.True(line.After)));
    }

    [Fact]
    public void Another_persons_word_is_not_touched()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(null, "the clerk")], small.Clerk));
        Assert.All(Of(), state => Assert.All(state.Lines, line => Assert.True(line.After)));
    }

    private IReadOnlyList<Absence> Of(params AbsenceGround[] grounds) => Of(small.Snapshot(), grounds);

    private IReadOnlyList<Absence> Of(CaseSnapshot snapshot, params AbsenceGround[] grounds) =>
        Absence.Of(snapshot, new LawPacks([Pack(Offence(Leaf("a"))) with { Absence = grounds }]), small.SurvivorA)!;

    private static (bool Before, bool After) Holds(IReadOnlyList<Absence> states, AbsenceState state, bool ground) =>
        states.Single(found => found.State == state && found.Ground is not null == ground).Lines.Select(line => (line.Before, line.After)).Single();
}
