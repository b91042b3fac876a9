using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Answers;

/// <summary>What a court ruled of a count or a passage is so of the very same under another number, and of nothing else.</summary>
public sealed class RuledTheSameTests
{
    private readonly SmallCase small = new();

    [Theory]
    [InlineData("same", false, 0)]
    [InlineData("days", true, 1)]
    [InlineData("some days", false, 0)]
    [InlineData("survivor", true, 0)]
    [InlineData("defendant", true, 0)]
    [InlineData("own", true, 0)]
    public void A_ruling_on_a_count_reaches_another_for_the_very_same(string other, bool stands, int notes)
    {
        foreach (var leaf in new[] { "zz.act.a", "zz.act.p", null })
        {
            var one = new SmallCase();
            var count = one.Count();
            var second = other switch
            {
                "days" => one.Count(from: count.To.AddDays(1)),
                "some days" => one.Count(from: count.To),
                "survivor" => one.Count(survivor: one.SurvivorB),
                "defendant" => one.Count(one.Defendant2),
                _ => one.Count(),
            };
            one.Tie("a", one.Fact(null, one.Found("phone")), [one.Defendant1, one.Defendant2], [one.SurvivorA, one.SurvivorB]);
            one.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, leaf), ruling: Ruling.Sustained);
            if (other == "own")
            {
                one.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, second.Id.Value, leaf), ruling: Ruling.Overruled);
            }

            var proof = one.Proof(Leaf("a"), Leaf("p", LeafKind.Presumed));
            Assert.Equal((false, stands), (Stands(proof, "count:1"), Stands(proof, "count:2")));
            Assert.Equal(notes, proof.Notes.Count(note => note.Key == "proof.ruled-in-other"));
        }
    }

    [Theory]
    [InlineData("zz.act.a", false)]
    [InlineData("zz.act.p", false)]
    [InlineData(null, false)]
    [InlineData("zz.act.a", true)]
    public void A_ruling_reaches_the_very_same_count_though_its_own_was_withdrawn(string? leaf, bool isForNobody)
    {
        var withdrawn = small.Count();
        var same = isForNobody ? small.CountForNobody() : small.Count();
        if (isForNobody)
        {
            withdrawn = withdrawn with { Survivor = null };
        }

        var other = small.Count(from: withdrawn.To.AddDays(1));
        small.Tie("a", small.Fact(null, small.Found("phone")));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, withdrawn.Id.Value, leaf), ruling: Ruling.Sustained);
        var proof = CaseProof.Of(small.Snapshot() with { Counts = [same, other], WithdrawnCounts = [withdrawn] }, Packs(Offence(Leaf("a"), Leaf("p", LeafKind.Presumed))));
        Assert.Equal((false, true), (Stands(proof, "count:2"), Stands(proof, "count:3")));
        Assert.Equal(["3"], proof.Notes.Where(note => note.Key == "proof.ruled-in-withdrawn").Select(note => note["count"]!.ToString()));
    }

    [Fact]
    public void A_ruling_of_a_withdrawn_count_does_not_reach_the_same_on_which_the_court_said_otherwise()
    {
        var (withdrawn, same) = (small.Count(), small.Count());
        small.Tick("a", small.Found("phone"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, withdrawn.Id.Value, "zz.act.a"), ruling: Ruling.Sustained);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, same.Id.Value, "zz.act.a"), ruling: Ruling.Overruled);
        Assert.True(Stands(CaseProof.Of(small.Snapshot() with { Counts = [same], WithdrawnCounts = [withdrawn] }, Packs(Offence(Leaf("a")))), "count:2"));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("He owes me", "owes me money", true)]
    [InlineData("He owes me", "She stays", false)]
    public void The_same_words_out_of_another_file_are_named_and_not_reached(string ruled, string other, bool named)
    {
        small.Count();
        var (one, two) = (new Sha256(new string('a', 64)), new Sha256(new string('b', 64)));
        var slice = new Sha256(new string('c', 64));
        var first = small.Change(small.Found("phone"), e => Sliced(Placed(e, one, ruled), slice));
        var second = small.Change(small.Found("other phone"), e => Sliced(Placed(e, two, other), slice));
        small.Tick("a", second);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, first.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        var proof = small.Proof(Leaf("a"));
        Assert.True(Stands(proof, "count:1"));
        Assert.Equal(named ? ["proof.ruled-same-words"] : [], proof.Notes.Select(note => note.Key));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, second.Id.Value), ChallengeMode.Exclude, Ruling.Overruled);
        Assert.Empty(small.Proof(Leaf("a")).Notes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_whose_translation_fell_are_named_where_they_count_without_one(bool byRuling)
    {
        small.Count();
        var record = new Sha256(new string('a', 64));
        var (interpreter, other) = (small.Foundation(FoundationKind.Interpreter, "Interpreter 1"), small.Foundation(FoundationKind.Interpreter, "Interpreter 2"));
        small.Change(small.Found("phone"), e => Placed(e, record, "He owes me money") with { Translation = "He owes me", Factual = [interpreter.Id] });
        var second = small.Change(small.Found("phone"), e => Placed(e, record, "owes me"));
        var third = small.Change(small.Found("phone"), e => Placed(e, record, "me money") with { Translation = "me", Factual = [other.Id] });
        small.Tick("a", second);
        small.Tick("a", third);
        Assert.Empty(small.Proof(Leaf("a")).Notes);
        if (byRuling)
        {
            small.Challenge(ArguedBy.Defence, new Target(TargetKind.Foundation, interpreter.Id.Value), ChallengeMode.Impeach, Ruling.Sustained);
        }
        else
        {
            small.Change(interpreter, known => known with { Status = Onus.Domain.Evidence.FoundationStatus.Fallen });
        }

        var note = Assert.Single(small.Proof(Leaf("a")).Notes);
        Assert.Equal(("proof.translation-fell", "EX-2", "EX-1"), (note.Key, note["exhibit"]!.ToString(), note["ruled"]!.ToString()));
    }

    [Fact]
    public void A_challenge_on_which_nobody_has_ruled_is_of_its_count_alone()
    {
        var count = small.Count();
        small.Count();
        small.Tick("a", small.Statement());
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"));
        var proof = small.Proof(Leaf("a"));
        Assert.Equal(((ProofState.Stands, ProofState.Fails), (ProofState.Stands, ProofState.Stands)), (State(proof, "count:1"), State(proof, "count:2")));
    }

    [Theory]
    [InlineData("He owes me money. She stays.", "She stays", false)]
    [InlineData("She stays", "He owes me money. She stays.", false)]
    [InlineData("He owes me", "owes me money", false)]
    [InlineData("He owes me money.", "She stays.", true)]
    [InlineData("", "", false)]
    [InlineData("He keeps my passport in the box", "e keeps my passport in the bo", false)]
    [InlineData("He keeps my passport in the box", "HE KEEPS MY PASS-PORT", false)]
    [InlineData("the pass\u00ADport is in the box", "«passport is»", false)]
    [InlineData("He pays in June and keeps my pa", "keeps my passport", false)]
    [InlineData("He owes me", "me money", false)]
    [InlineData("money", "mone", false)]
    [InlineData("他扣留了我的护照不让我走", "护照不让我走", false)]
    [InlineData("他扣留了我的护照", "护照不让我走", false)]
    [InlineData("他扣留了我的护照", "不让我走", true)]
    [InlineData("เขาเก็บหนังสือเดินทางของฉันไว้", "หนังสือเดินทางของฉัน", false)]
    [InlineData("He keeps it in a tin", "into the yard", true)]
    public void A_ruling_on_a_passage_reaches_what_holds_some_of_it(string ruled, string other, bool stands)
    {
        foreach (var (kind, mode) in new[] { (TargetKind.Exhibit, ChallengeMode.Exclude), (TargetKind.Admission, ChallengeMode.Exclude), (TargetKind.Exhibit, ChallengeMode.Impeach) })
        {
            var one = new SmallCase();
            one.Count();
            var record = new Sha256(new string('a', 64));
            var first = one.Change(one.Found("phone"), e => Placed(e, record, ruled));
            var second = one.Change(one.Found("phone"), e => Placed(e, record, other));
            one.Tick("a", second);
            one.Tick("a", first);
            one.Challenge(ArguedBy.Defence, new Target(kind, first.Id.Value), mode, Ruling.Sustained);
            var proof = one.Proof(Leaf("a"));
            Assert.Equal(stands, Stands(proof, "count:1"));
            Assert.Equal([stands ? "proof.ruled-same-record" : "proof.ruled-same-passage"], proof.Notes.Select(note => note.Key));
        }
    }

    [Theory]
    [InlineData("record")]
    [InlineData("box")]
    [InlineData("own")]
    [InlineData("open")]
    public void What_is_another_passage_or_was_ruled_on_itself_is_not_reached(string how)
    {
        small.Count();
        var record = new Sha256(new string('a', 64));
        var first = small.Change(small.Found("photo"), e => Placed(e, record, "") with { Locator = At(new Box(0, 0, 10, 10)) });
        var second = small.Change(small.Found("photo"), e => Placed(e, how == "record" ? new Sha256(new string('b', 64)) : record, "") with { Locator = At(how == "box" ? new Box(10, 0, 10, 10) : new Box(5, 5, 10, 10)) });
        small.Tick("a", second);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, first.Id.Value), ChallengeMode.Exclude, how == "open" ? Ruling.None : Ruling.Sustained);
        if (how == "own")
        {
            small.Challenge(ArguedBy.Defence, new Target(TargetKind.Admission, second.Id.Value), ChallengeMode.Exclude, Ruling.Overruled);
        }

        Assert.True(Stands(small.Proof(Leaf("a")), "count:1"));
    }

    [Theory]
    [InlineData(ChallengeMode.Exclude, ChallengeMode.Impeach, false)]
    [InlineData(ChallengeMode.Impeach, ChallengeMode.Retract, false)]
    [InlineData(ChallengeMode.Retract, ChallengeMode.Exclude, false)]
    [InlineData(ChallengeMode.Exclude, ChallengeMode.Exclude, true)]
    [InlineData(ChallengeMode.Impeach, ChallengeMode.Impeach, true)]
    public void What_a_court_said_of_the_other_exhibit_on_another_question_does_not_keep_it_from_the_ruling(ChallengeMode sustained, ChallengeMode overruled, bool stands)
    {
        small.Count();
        var record = new Sha256(new string('a', 64));
        var first = small.Change(small.Found("phone"), e => Placed(e, record, "He owes me money. She stays."));
        var second = small.Change(small.Found("phone"), e => Placed(e, record, "She stays"));
        small.Tick("a", second);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, first.Id.Value), sustained, Ruling.Sustained);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, second.Id.Value), overruled, Ruling.Overruled);
        var proof = small.Proof(Leaf("a"));
        Assert.Equal(stands, Stands(proof, "count:1"));
        Assert.Equal(stands ? 0 : 1, proof.Notes.Count(note => note.Key == "proof.ruled-same-passage"));
    }

    [Fact]
    public void What_was_overruled_or_is_open_on_the_first_exhibit_reaches_no_other()
    {
        small.Count();
        var record = new Sha256(new string('a', 64));
        var first = small.Change(small.Found("phone"), e => Placed(e, record, "She stays"));
        var second = small.Change(small.Found("phone"), e => Placed(e, record, "She stays."));
        small.Tick("a", second);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, first.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, second.Id.Value), ChallengeMode.Exclude, Ruling.Overruled);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, first.Id.Value), ChallengeMode.Impeach);
        Assert.Equal((ProofState.Stands, ProofState.Stands), State(small.Proof(Leaf("a")), "count:1"));
    }

    [Theory]
    [InlineData(ChallengeMode.Rebut, ChallengeMode.Alternative, false)]
    [InlineData(ChallengeMode.Undercut, ChallengeMode.Rebut, false)]
    [InlineData(ChallengeMode.Rebut, ChallengeMode.Rebut, true)]
    public void What_a_court_said_of_the_other_count_on_another_question_does_not_keep_it_from_the_ruling(ChallengeMode sustained, ChallengeMode overruled, bool stands)
    {
        foreach (var leaf in new[] { "zz.act.a", "zz.act.p", null })
        {
            var one = new SmallCase();
            var (count, second) = (one.Count(), one.Count());
            one.Tick("a", one.Found("phone"));
            one.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, leaf), sustained, Ruling.Sustained);
            one.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, second.Id.Value, leaf), overruled, Ruling.Overruled);
            Assert.Equal(stands, Stands(one.Proof(Leaf("a"), Leaf("p", LeafKind.Presumed)), "count:2"));
        }
    }

    [Fact]
    public void What_a_court_said_of_a_count_on_other_days_on_another_question_leaves_the_note()
    {
        var count = small.Count();
        var second = small.Count(from: count.To.AddDays(1));
        small.Tick("a", small.Found("phone"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value, "zz.act.a"), ChallengeMode.Rebut, Ruling.Sustained);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, second.Id.Value, "zz.act.a"), ChallengeMode.Alternative, Ruling.Overruled);
        Assert.Contains(small.Proof(Leaf("a")).Notes, note => note.Key == "proof.ruled-in-other");
    }

    [Fact]
    public void It_is_reached_too_against_each_defendant_for_whom_it_stands_without_its_witness()
    {
        small.Count();
        var record = new Sha256(new string('a', 64));
        var first = small.Change(small.Statement(), e => Placed(e, record, "He owes me money"));
        var second = small.Change(small.Statement(), e => Placed(e, record, "owes me money") with { Grounds = [new Ground("Deposition", [], [small.Defendant1], true)] });
        small.Tick("a", second);
        Assert.True(Stands(small.Proof(Leaf("a")), "count:1"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, first.Id.Value), ChallengeMode.Exclude, Ruling.Sustained);
        Assert.False(Stands(small.Proof(Leaf("a")), "count:1"));
    }

    [Theory]
    [InlineData("keeper", ChallengeMode.Impeach, true)]
    [InlineData("keeper", ChallengeMode.Retract, true)]
    [InlineData("keeper", ChallengeMode.Exclude, false)]
    [InlineData("itself", ChallengeMode.Impeach, true)]
    [InlineData("itself", ChallengeMode.Exclude, false)]
    [InlineData("relies", ChallengeMode.Impeach, true)]
    public void What_a_court_does_not_believe_contests_nothing_and_is_named(string how, ChallengeMode mode, bool fell)
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var keeper = small.Foundation(FoundationKind.Custodian, "Keeper");
        var contract = small.Change(small.Found("contract"), e => e with { Factual = [keeper.Id] });
        var against = how == "relies" ? small.Change(small.Found("a reading of it"), e => e with { ReliesOn = [contract.Id] }) : contract;
        small.Cite(fact, against, Bearing.Undermines);
        small.Challenge(ArguedBy.Defence, how == "itself" ? new Target(TargetKind.Exhibit, contract.Id.Value) : new Target(TargetKind.Foundation, keeper.Id.Value), mode, Ruling.Sustained);
        var proof = small.Proof(Leaf("a"));
        Assert.Equal(fell ? ProofState.Stands : ProofState.Fails, State(proof, "count:1").Challenged);
        Assert.Equal(fell ? ["proof.attack-fell"] : [], proof.Notes.Select(note => note.Key));
    }

    private static Exhibit Sliced(Exhibit exhibit, Sha256 slice) => exhibit with { Locator = exhibit.Locator! with { Slice = slice } };

    private static Locator At(Box box) => new(default, [], new ImagePosition(box), default);

    private static Exhibit Placed(Exhibit exhibit, Sha256 record, string quote) => exhibit with { Record = record, Quote = quote, Locator = new Locator(default, [], new TextPosition(1, 0, 10), default) };
}
