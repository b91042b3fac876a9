using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Answers;

public sealed class GridTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void A_cell_says_nothing_her_alone_both_or_without_her()
    {
        small.Count();
        small.Tick("her", small.Statement());
        small.Together("both", small.Tick("both", small.Statement()), small.Tick("both", small.Found("bank")));
        small.Tick("without", small.Statement());
        small.Tick("without", small.Found("bank"));
        Assert.Equal(
            [CellState.Nothing, CellState.Nothing, CellState.OnHerAlone, CellState.OnBoth, CellState.WithoutHer],
            Column(Grid(Leaf("nothing"), Leaf("her"), Leaf("both"), Leaf("without")), 0).Select(cell => cell!.State));
    }

    [Fact]
    public void Papers_and_interpreters_that_carry_her_word_add_none_of_their_own()
    {
        small.Count();
        var consent = small.Foundation(FoundationKind.Consent, "Her consent");
        var interpreter = small.Foundation(FoundationKind.Interpreter, "The interpreter");
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], small.HerWord, consent, interpreter));
        Assert.Equal(CellState.OnHerAlone, Column(Grid(Leaf("a")), 0)[1]!.State);
    }

    [Fact]
    public void Evidence_that_is_there_besides_and_not_needed_makes_no_both()
    {
        small.Count();
        var officer = small.Foundation(FoundationKind.Witness, "Whoever took the statement down testifies");
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], small.HerWord, officer));
        small.Tick("b", small.Exhibit([new Origin(small.SurvivorA)], small.HerWord, officer));
        small.Tick("a", small.Found("bank"));
        small.Tick("m.x", small.Found("chat"));
        small.Tick("m.y", small.Exhibit([new Origin(small.SurvivorA)], small.HerWord, officer));
        // Without her it does not hold, and with her words alone it does: nothing else carries it, and nothing else is needed.
        Assert.Equal([CellState.OnHerAlone, CellState.WithoutHer, CellState.OnHerAlone], Column(Grid(Leaf("a"), Leaf("b")), 0).Select(cell => cell!.State));
        Assert.Equal(CellState.OnHerAlone, Column(Grid(Leaf("a"), Leaf("b"), Any("m", Leaf("m.x"), Leaf("m.y"))), 0)[0]!.State);
        // Where the chat alone shows an element, both are needed.
        small.Tick("c", small.Found("chat"));
        Assert.Equal(CellState.OnBoth, Column(Grid(Leaf("a"), Leaf("b"), Leaf("c")), 0)[0]!.State);
    }

    [Theory]
    [InlineData(LeafKind.Presumed)]
    [InlineData(LeafKind.DefenceNegated)]
    public void What_the_law_presumes_is_nobody_who_carries_a_count_together_with_her(LeafKind kind)
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], small.HerWord, small.Foundation(FoundationKind.Consent, "Her consent")));
        small.Tick("m.x", small.Exhibit([new Origin(small.SurvivorA)], small.HerWord, small.Foundation(FoundationKind.HandedOver, "Told of her own accord")));
        Assert.Equal(CellState.OnHerAlone, Column(Grid(Leaf("a"), Leaf("q", kind)), 0)[0]!.State);
        // A presumption in another way to prove an element, which is not even needed.
        Assert.Equal(CellState.OnHerAlone, Column(Grid(Leaf("a"), Any("m", Leaf("m.x"), All("m.g", Leaf("m.y"), Leaf("m.q", kind)))), 0)[0]!.State);
        small.Tick("b", small.Found("bank"));
        Assert.Equal(CellState.OnBoth, Column(Grid(Leaf("a"), Leaf("b"), Leaf("q", kind)), 0)[0]!.State);
    }

    [Fact]
    public void Without_testimony_without_information_and_without_belief_are_three_answers()
    {
        small.Count();
        // A diary: hers, believed on her word, but no testimony of hers is needed to show it.
        var diary = small.Foundation(FoundationKind.Other, "That the diary is hers", small.SurvivorA);
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], diary));
        Assert.Equal(new HoldsWithout(Testimony: true, Information: false, Belief: false, Credit: false), Column(Grid(Leaf("a")), 0)[1]!.HoldsWithout);
    }

    [Fact]
    public void Defendants_who_are_not_charged_have_a_column_before_anybody_is()
    {
        small.Count();
        small.Tie("a", small.Fact(null, small.Found("bank")), [small.Defendant2]);
        var grid = Grid(Leaf("a"));
        Assert.Equal([small.Defendant1, small.Defendant2], grid.Columns.Select(column => column.Defendant));
        Assert.Null(grid.Columns[1].Count);
        Assert.Equal([CellState.Nothing, CellState.WithoutHer], grid.Rows[1].Cells.Select(cell => cell!.State));
    }

    [Fact]
    public void A_cell_lists_its_facts_with_exhibits_for_and_against()
    {
        small.Count();
        var (statement, contract) = (small.Statement(), small.Found("contract"));
        var fact = small.Fact(null, statement);
        small.Cite(fact, contract, Bearing.Undermines);
        var tie = small.Tie("a", fact);
        var cell = Column(Grid(Leaf("a")), 0)[1]!;
        var listed = Assert.Single(cell.Facts);
        Assert.Equal((tie, fact), (listed.Tie, listed.Fact));
        Assert.Equal([statement], listed.Supporting);
        Assert.Equal([contract], listed.Undermining);
        Assert.Equal((ProofState.Stands, ProofState.Fails), (cell.Ruled, cell.Challenged));
    }

    [Fact]
    public void Rows_follow_the_law_with_conditions_and_aggravators_after_it()
    {
        small.Count();
        var law = Offence(Any("m", Leaf("m.x"), Leaf("m.y")) with { NotRequiredWhen = "zz.act.child" }, Ref("m.x")) with
        {
            Conditions = [Leaf("child")],
            Aggravators = [new Aggravator("zz.act.worse", "Worse", All("worse.proof", Leaf("worse.x")), "Ten years")],
        };
        var rows = Of(law).Rows;
        Assert.Equal(
            [("zz.act", 0, false), ("zz.act.m", 1, false), ("zz.act.m.x", 2, true), ("zz.act.m.y", 2, true), ("zz.act.child", 1, true), ("zz.act.worse.proof", 1, false), ("zz.act.worse.x", 2, false)],
            rows.Select(row => (row.Element.Id, row.Depth, row.IsAlternative)));
    }

    [Fact]
    public void What_need_not_be_proved_for_the_offence_is_known_however_deep_it_stands()
    {
        small.Count();
        var law = Offence(
            Leaf("a"),
            Any("m", All("m.x", Leaf("m.x.1")), Leaf("m.y")),
            Group(GroupRule.AtLeast, "s", Leaf("s.1"), Leaf("s.2")) with { AtLeast = 1 },
            Group(GroupRule.AtLeast, "t", Leaf("t.1")) with { AtLeast = 1 },
            Leaf("p", LeafKind.PleadedOnly)) with
        {
            Aggravators = [new Aggravator("zz.act.worse", "Worse", All("worse.proof", Leaf("worse.x")), "Ten years")],
        };
        var rows = Of(law).Rows;
        Assert.Equal(["m.x", "m.x.1", "m.y", "s.1", "s.2"], Ids(rows.Where(row => row.IsBelowChoice)));
        Assert.Equal(["worse.proof", "worse.x"], Ids(rows.Where(row => row.RaisesPenalty)));
        Assert.Equal(["p"], Ids(rows.Where(row => row.IsPleadedOnly)));

        static IEnumerable<string> Ids(IEnumerable<GridRow> rows) => rows.Select(row => row.Element.Id["zz.act.".Length..]);
    }

    [Fact]
    public void An_age_that_is_proved_counts_for_the_means_that_need_not_be()
    {
        small.Count();
        small.Tick("child", small.Found("register"));
        var law = Offence(Any("m", Leaf("m.x")) with { NotRequiredWhen = "zz.act.child" }, Leaf("b")) with { Conditions = [Leaf("child")] };
        var cells = Column(Of(law), 0);
        Assert.Equal((CellState.Nothing, CellState.WithoutHer), (cells[1]!.State, cells[1]!.Counted.State));
        Assert.Equal(cells[3], cells[3]!.Counted);
    }

    [Fact]
    public void A_cell_without_her_says_when_what_is_there_comes_from_her()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], small.Foundation(FoundationKind.Device, "Her phone")));
        small.Tick("b", small.Found("bank"));
        Assert.Equal([(CellState.WithoutHer, true), (CellState.WithoutHer, false)], Column(Grid(Leaf("a"), Leaf("b")), 0).Skip(1).Select(cell => (cell!.State, cell.ComesFromHer)));
    }

    [Fact]
    public void A_cell_with_too_few_sources_is_told_from_an_empty_one()
    {
        small.Count();
        small.Tick("a", small.Found("bank"));
        var law = Leaf("a") with { Corroboration = new(2, 0) };
        Assert.Equal([true, false], Column(Grid(law, Leaf("b") with { Corroboration = new(2, 0) }), 0).Skip(1).Select(cell => cell!.LacksSources));
        small.Tick("a", small.Exhibit([new Origin(null, "till")], small.Clerk));
        Assert.False(Column(Grid(law), 0)[1]!.LacksSources);
    }

    [Fact]
    public void There_is_no_grid_where_there_is_no_law()
    {
        var proof = small.Proof(Leaf("a"));
        Assert.Equal("law.not-yet-in-force", Domain.Answers.Grid.Of(proof, new ProofEngine(proof.Graph), "zz.act", new DateOnly(2000, 1, 1)).Error?.Key);
    }

    [Fact]
    public void Another_survivor_is_a_witness_like_any_other()
    {
        small.Count(survivor: small.SurvivorB);
        small.Tick("a", small.Statement());
        Assert.Equal(CellState.WithoutHer, Column(Grid(Leaf("a")), 0)[1]!.State);
    }

    [Fact]
    public void What_is_proved_for_different_survivors_does_not_add_up()
    {
        small.Tie("a", small.Fact(null, small.Found("bank")), survivors: [small.SurvivorA]);
        small.Tie("b", small.Fact(null, small.Found("phone")), survivors: [small.SurvivorB]);
        Assert.Equal([CellState.Nothing, CellState.WithoutHer, CellState.WithoutHer], Column(Grid(Leaf("a"), Leaf("b")), 0).Select(cell => cell!.State));
        small.Tie("b", small.Fact(null, small.Found("ledger")), survivors: [small.SurvivorA]);
        var cells = Column(Grid(Leaf("a"), Leaf("b")), 0);
        Assert.Equal([CellState.WithoutHer, CellState.WithoutHer, CellState.WithoutHer], cells.Select(cell => cell!.State));
        Assert.Equal(2, cells[2]!.Facts.Count);
    }

    [Fact]
    public void Where_one_count_is_for_nobody_in_particular_everything_adds_up()
    {
        small.Tie("a", small.Fact(null, small.Found("bank")), survivors: [small.SurvivorA]);
        small.Tie("b", small.Fact(null, small.Found("phone")), survivors: [small.SurvivorB]);
        Assert.Equal(CellState.WithoutHer, Column(Of(Offence(Leaf("a"), Leaf("b")) with { Unit = ChargeUnit.PerDefendant }), 0)[0]!.State);
    }

    private static IReadOnlyList<GridCell?> Column(Grid grid, int column) => [.. grid.Rows.Select(row => row.Cells[column])];

    private Grid Grid(params Element[] law) => Of(Offence(law));

    private Grid Of(Offence offence)
    {
        var day = new DateOnly(2025, 3, 1);
        var snapshot = small.Snapshot();
        var proof = CaseProof.Of(snapshot, Packs(offence), Domain.Answers.Grid.ColumnsBeside(snapshot, "zz.act", day));
        return Domain.Answers.Grid.Of(proof, new ProofEngine(proof.Graph), "zz.act", day).Value;
    }
}
