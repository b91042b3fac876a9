using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Domain.Tests.Law;

namespace Onus.Domain.Tests.Cases;

public sealed class StandingNamesTests
{
    private static readonly CaseId Case = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly PersonId[] Survivors = [.. new[] { 11, 12 }.Select(at => new PersonId(Numbered(at)))];
    private static readonly PersonId[] Defendants = [.. new[] { 21, 22 }.Select(at => new PersonId(Numbered(at)))];
    private static readonly ExhibitTie[] Cites = [.. new[] { 31, 32, 33 }.Select(at => new ExhibitTie { Id = new(Numbered(at)), CaseId = Case, Exhibit = new(Numbered(at + 10)), Fact = new(Numbered(50)) })];

    [Fact]
    public void Whoever_was_named_by_what_was_taken_back_alone_is_left_off()
    {
        var tie = Named(Tie([Survivors[0]], [Defendants[0]]), Cites[0]) with { Survivors = Survivors };
        tie = StandingNames.Named(Tie([Survivors[0]], [Defendants[0]]), tie, new Whom([Survivors[1]], [Defendants[0]]), [Cites[1].Id]);

        Assert.Equal([tie], new StandingNames(Cites, []).Left(tie));
        var left = Assert.Single(new StandingNames([Cites[0]], []).Left(tie));
        Assert.Equal((tie.Id, Survivors[0]), (left.Id, Assert.Single(left.Survivors)));
        Assert.Equal([new NamedBy(Cites[0].Id, Survivors[0], Defendants[0])], left.Named);
        Assert.Empty(new StandingNames([], []).Left(tie));
        // That an exhibit speaks against the fact names nobody.
        Assert.Empty(new StandingNames([Cites[0] with { Bearing = Bearing.Undermines }], []).Left(tie));
    }

    [Fact]
    public void A_tie_that_is_left_for_some_pairs_only_is_left_in_parts()
    {
        var tie = Tie(Survivors, Defendants);
        tie = StandingNames.Named(null, tie, new Whom(Survivors, Defendants), [Cites[0].Id]);
        tie = StandingNames.Named(tie, tie, new Whom([Survivors[0]], [Defendants[0]]), [Cites[1].Id]);
        tie = StandingNames.Named(tie, tie, new Whom([Survivors[1]], [Defendants[1]]), [Cites[2].Id]);
        var names = new StandingNames([Cites[1], Cites[2]], []);

        var left = names.Left(tie);

        Assert.Equal([(Survivors[0], Defendants[0]), (Survivors[1], Defendants[1])], left.Select(part => (Assert.Single(part.Survivors), Assert.Single(part.Defendants))));
        Assert.Equal([tie.Id, default], left.Select(part => part.Id));
        Assert.True(names.Counts(tie, Defendants[0], Survivors[0], ChargeUnit.PerSurvivorPerDefendant));
        Assert.False(names.Counts(tie, Defendants[0], Survivors[1], ChargeUnit.PerSurvivorPerDefendant));
        // A charge that names nobody may mean whoever is left, and one that is against nobody asks for the defendant alone.
        Assert.True(names.Counts(tie, Defendants[0], null, ChargeUnit.PerSurvivorPerDefendant));
        Assert.True(names.Counts(tie, Defendants[1], Survivors[0], ChargeUnit.PerDefendant));
    }

    [Fact]
    public void Of_whom_nothing_is_known_or_whom_counsel_tied_by_hand_stays()
    {
        var none = new StandingNames([], []);
        var unknown = Tie([Survivors[0]], [Defendants[0]]);
        // It was there before, and nobody knows by which act: a citation that names the same takes nothing away when it goes.
        var cited = StandingNames.Named(unknown, unknown, new Whom([Survivors[0]], [Defendants[0]]), [Cites[0].Id]);
        Assert.Same(unknown, cited);
        Assert.Equal([cited], none.Left(cited));
        var tie = Named(unknown, Cites[0]);
        var byHand = StandingNames.Named(tie, tie, new Whom([Survivors[0]], [Defendants[0]]), []);
        Assert.Empty(none.Left(tie));
        Assert.Equal([byHand], none.Left(byHand));
        // Said once, it is said.
        Assert.Same(byHand, StandingNames.Named(byHand, byHand, new Whom([Survivors[0]], [Defendants[0]]), []));
    }

    [Theory]
    [InlineData(Ruling.None, false)]
    [InlineData(Ruling.Sustained, true)]
    [InlineData(Ruling.Overruled, true)]
    public void What_the_court_ruled_of_a_tie_stays_for_whom_it_names(Ruling ruling, bool stays)
    {
        var tie = Named(Tie([Survivors[0]], [Defendants[0]]), Cites[0]);
        var challenge = new Challenge
        {
            Id = new(Numbered(70)),
            CaseId = Case,
            By = ArguedBy.Defence,
            On = new Target(TargetKind.FactTie, tie.Id.Value),
            Mode = ChallengeMode.Undercut,
            Text = "It does not show that",
            Ruling = ruling,
        };

        Assert.Equal(stays ? [tie] : [], new StandingNames([], [challenge]).Left(tie));
        // That it stays there does not make it count: the court did not say that she was cited.
        Assert.False(new StandingNames([], [challenge]).Counts(tie, Defendants[0], Survivors[0], ChargeUnit.PerSurvivorPerDefendant));
    }

    [Fact]
    public void Untied_by_hand_it_is_forgotten_how_they_came()
    {
        var tie = StandingNames.Named(null, Tie(Survivors, Defendants), new Whom(Survivors, Defendants), [Cites[0].Id]);

        var left = Whom.Without(tie, Defendants[0], Survivors[0]);

        Assert.Equal([2, 1], left.Select(part => part.Named.Count));
        Assert.DoesNotContain(left, part => part.Named.Contains(new NamedBy(Cites[0].Id, Survivors[0], Defendants[0])));
    }

    [Fact]
    public void A_citation_about_somebody_else_keeps_the_defendant_of_an_offence_that_is_against_nobody()
    {
        // By two defendants, so that what is cited about the other survivor and by one of them adds nobody.
        var tie = Named(Tie([Survivors[0]], Defendants), Cites[0]);
        var further = StandingNames.Named(tie, tie, new Whom([Survivors[1]], [Defendants[0]]), [Cites[1].Id]);

        Assert.Contains(new NamedBy(Cites[1].Id, null, Defendants[0]), further.Named);
        var names = new StandingNames([Cites[1]], []);
        Assert.True(names.Counts(further, Defendants[0], Survivors[1], ChargeUnit.PerDefendant));
        Assert.False(names.Counts(further, Defendants[1], Survivors[1], ChargeUnit.PerDefendant));
    }

    [Fact]
    public void Whoever_is_there_by_an_unknown_act_stays_so_where_a_citation_names_the_defendant_alone()
    {
        // The one by a citation, the other as older folders have it.
        var tie = Tie(Survivors, [Defendants[0]]) with { Named = [new NamedBy(Cites[0].Id, Survivors[0], Defendants[0])] };
        var further = StandingNames.Named(tie, tie, new Whom([], [Defendants[0]]), [Cites[1].Id]);

        Assert.True(new StandingNames([], []).Counts(further, Defendants[0], Survivors[1], ChargeUnit.PerSurvivorPerDefendant));
        // Nor where the tie named nobody until the citation was about somebody.
        var nobodys = Tie([], [Defendants[0]]);
        var about = StandingNames.Named(nobodys, nobodys with { Survivors = [Survivors[0]] }, new Whom([Survivors[0]], [Defendants[0]]), [Cites[0].Id]);
        Assert.True(new StandingNames([], []).Counts(about, Defendants[0], null, ChargeUnit.PerDefendant));
    }

    [Fact]
    public void Whom_a_tie_counts_for_still_is_whoever_is_named_by_what_stands()
    {
        var tie = StandingNames.Named(null, Tie(Survivors, Defendants), new Whom([Survivors[0]], [Defendants[0]]), [Cites[0].Id]);
        tie = StandingNames.Named(null, tie, new Whom(Survivors, Defendants), [Cites[1].Id]);

        var whom = new StandingNames([Cites[0]], []).Of(tie);

        Assert.Equal((Survivors[0], Defendants[0]), (Assert.Single(whom.Survivors), Assert.Single(whom.Defendants)));
        Assert.Equal(Defendants, new StandingNames(Cites, []).Of(tie).Defendants);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("relies on what was withdrawn")]
    [InlineData("outside the authority")]
    public void What_shows_nothing_names_nobody_until_it_shows_something_again(string why)
    {
        var small = new SmallCase();
        var file = small.Material(small.Warrant);
        var hers = small.Found("ledger");
        var slip = small.Change(small.Found("phone"), exhibit => exhibit with { Material = file.Id });
        var cited = why.StartsWith("relies", StringComparison.Ordinal) ? small.Change(small.Found("copy"), exhibit => exhibit with { ReliesOn = [slip.Id] }) : slip;
        var fact = small.Fact(null, hers);
        var by = small.Cite(fact, cited);
        var tie = small.Tie("a", fact, [small.Defendant1]);
        small.Add(tie with { Named = [new NamedBy(null, small.SurvivorA, small.Defendant1), new NamedBy(by.Id, small.SurvivorB, small.Defendant1)] });
        small.Count();
        small.Count(survivor: small.SurvivorB);
        var before = small.Snapshot();
        var after = before with
        {
            Materials = [before.Materials[0] with { Withdrawn = why == "outside the authority" ? null : new Withdrawal("Twice", "Demo person 2", default), ScopePeople = why == "outside the authority" ? ["Boss"] : [] }],
            Differences = why != "outside the authority" ? [] :
            [
                new ReadingDifference
                {
                    Id = Numbered(90), CaseId = file.CaseId, Material = file.Id, Exhibit = slip.Id, Record = default, Reason = "", CorrectedBy = "", CorrectedAt = default, State = DifferenceState.Open,
                    Old = new(RecordKind.Message, null, null, null, "B", null, null, null, null, null),
                },
            ],
        };

        Assert.Equal((true, true), Counts(before));
        Assert.Equal((true, false), Counts(after));
        var note = Assert.Single(CaseProof.Of(after, Laws.Packs(Laws.Offence(Laws.Leaf("a")))).Notes, note => note.Key.StartsWith("proof.citation-", StringComparison.Ordinal));
        Assert.Equal("proof.citation-shows-nothing", note.Key);
        Assert.Equal([small.SurvivorA], StandingNames.Of(after).Of(after.FactTies[0]).Survivors);

        static (bool, bool) Counts(CaseSnapshot of) => CaseProof.Of(of, Laws.Packs(Laws.Offence(Laws.Leaf("a")))) is var proof
            ? (proof.Ties.Any(tie => tie.Column == "count:1"), proof.Ties.Any(tie => tie.Column == "count:2")) : default;
    }

    private static FactTie Named(FactTie tie, ExhibitTie by) => StandingNames.Named(null, tie, new Whom(tie.Survivors, tie.Defendants), [by.Id]);

    private static FactTie Tie(IReadOnlyList<PersonId> survivors, IReadOnlyList<PersonId> defendants) =>
        new() { Id = new(Numbered(60)), CaseId = Case, Fact = new(Numbered(50)), OffenceId = "us.1589-a", LeafId = "us.1589-a.knowingly", Survivors = survivors, Defendants = defendants };

    private static Guid Numbered(int number) => Guid.Parse($"00000000-0000-7000-8000-{number:000000000000}");
}
