using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Cases.SmallCase;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests.Cases;

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

    private static Locator At(Box box) => new(default, [], new ImagePosition(box), default);

    private static Exhibit Placed(Exhibit exhibit, Sha256 record, string quote) => exhibit with { Record = record, Quote = quote, Locator = new Locator(default, [], new TextPosition(1, 0, 10), default) };
}
