using Onus.Casework.Documents;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Casework.Tests.Practice;

/// <summary>The shipped cases say what their hidden reference says, by the engine and not by the hand that wrote them.</summary>
public sealed class ShippedCaseTests(LoadedCases cases) : IClassFixture<LoadedCases>
{
    public static TheoryData<string> Names => ["the-farm", "the-club", "new-case"];

    [Theory, MemberData(nameof(Names))]
    public async Task A_shipped_case_loads_without_a_fault(string name)
    {
        var loaded = await cases.Of(name);
        Assert.Empty(loaded.View.Proof.Graph.Faults());
        Assert.All(loaded.Case.Materials, file => Assert.Equal(MaterialStatus.Read, file.Status));
        Assert.Equal(loaded.Folder.FilesWait ? 0 : loaded.Folder.Files().Count(), loaded.Case.Materials.Count);
        Assert.Equal(loaded.Folder.Work.Exhibits.Count, loaded.Case.Exhibits.Count);
        Assert.Equal(loaded.Folder.Work.Ties.Count, loaded.Case.FactTies.Count);
        Assert.Equal(loaded.Folder.Work.Arguments.Count, loaded.Case.Challenges.Count);
        // In the order of the file, which a reader of the demo is led by.
        Assert.Equal(loaded.Folder.Work.Facts.Select(fact => fact.Sentence), loaded.Case.Facts.Select(fact => fact.Sentence));
        Assert.Equal(loaded.Folder.Work.Arguments.Select(argument => argument.Text), loaded.Case.Challenges.Select(challenge => challenge.Text));
        Assert.NotEmpty(loaded.Case.People);
        Assert.NotEmpty(loaded.Case.Foundations);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Counts_hold_or_fail_and_rest_on_her_as_the_reference_says(string name)
    {
        var loaded = await cases.Of(name);
        var report = loaded.View.Engine.Report(new ReportOptions { MaxOrder = 2 });
        foreach (var expected in loaded.Solution.Counts)
        {
            var goal = report.Goals.Single(g => g.Id == loaded.Column(expected.Key).Goal);
            var category = goal.Victim?.Reliance.Category ?? RelianceCategory.VictimNotNeeded;
            Assert.Equal((expected.Key, expected.Holds), (expected.Key, goal.RuledOnly == ProofState.Stands));
            Assert.Equal((expected.Key, expected.Reliance), (expected.Key, Word(category)));
            if (expected.WithoutTestimony is { } without)
            {
                Assert.Equal((expected.Key, without), (expected.Key, goal.Victim?.Reliance.HoldsWithout.Testimony ?? true));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Counts_fail_without_what_the_reference_names_and_without_nothing_else(string name)
    {
        var loaded = await cases.Of(name);
        var report = loaded.View.Engine.Report(new ReportOptions { MaxOrder = 2 });
        foreach (var expected in loaded.Solution.Counts.Where(c => c.Holds))
        {
            var goal = report.Goals.Single(g => g.Id == loaded.Column(expected.Key).Goal);
            Assert.Equal(Line(expected.Key, expected.FailsWithout ?? []), Line(expected.Key, Cuts(loaded, goal, 1)));
            if (expected.FailsWithoutBoth is { } both)
            {
                Assert.Equal(Line(expected.Key, both.Select(pair => string.Join(" + ", pair.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)), Line(expected.Key, Cuts(loaded, goal, 2)));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Counts_without_her_fail_by_the_single_losses_that_the_reference_names(string name)
    {
        var loaded = await cases.Of(name);
        foreach (var expected in loaded.Solution.Counts.Where(c => c.SingleLossWithoutHer is not null))
        {
            var column = loaded.Column(expected.Key);
            var without = loaded.Case with
            {
                Foundations = [.. loaded.Case.Foundations.Select(f => f.Person == column.Survivor && f.Testimony ? f with { Status = FoundationStatus.Fallen } : f)],
            };
            var report = new ProofEngine(CaseProof.Of(without, PracticeStore.Law, []).Graph).Report(new ReportOptions { MaxOrder = 1 });
            var goal = report.Goals.Single(g => g.Id == column.Goal);
            Assert.Equal(Line(expected.Key, expected.SingleLossWithoutHer!), Line(expected.Key, Cuts(loaded, goal, 1)));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Cells_say_what_the_reference_says(string name)
    {
        var loaded = await cases.Of(name);
        var differences = new List<string>();
        foreach (var expected in loaded.Solution.Counts)
        {
            var column = loaded.Column(expected.Key);
            var grid = Grid.Of(loaded.View.Proof, loaded.View.Engine, column.OffenceId, column.From).Value;
            var at = grid.Columns.ToList().FindIndex(c => c.Goal == column.Goal);
            var cells = grid.Rows.Where(r => r.Element is Leaf && r.Cells[at] is not null).ToDictionary(r => r.Element.Id, r => Word(loaded, r.Cells[at]!), StringComparer.Ordinal);
            differences.AddRange(cells.Keys.Union(expected.Cells.Keys)
                .Select(leaf => (Leaf: leaf, Says: expected.Cells.GetValueOrDefault(leaf, "nothing"), Is: cells.GetValueOrDefault(leaf, "no such element")))
                .Where(cell => cell.Says != cell.Is)
                .Select(cell => $"{expected.Key}, {cell.Leaf}: the reference says {cell.Says}, the engine {cell.Is}"));
        }

        Assert.Empty(differences);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Counts_and_elements_are_contested_as_the_reference_says(string name)
    {
        var loaded = await cases.Of(name);
        foreach (var expected in loaded.Solution.Counts)
        {
            var column = loaded.Column(expected.Key);
            var answer = CountAnswers.Of(loaded.View, PracticeStore.Texts, column.Count!.Number)!;
            Assert.Equal((expected.Key, expected.Says), (expected.Key, answer.Line.Word switch
            {
                ProofWord.NotSupported => "not-supported",
                var word => word.ToString().ToLowerInvariant(),
            }));
            Assert.Equal(
                Line(expected.Key, expected.Contested),
                Line(expected.Key, answer.Elements.Where(line => line.Row.Element is Leaf && line.Word == ProofWord.Contested).Select(line => line.Row.Element.Id).Order(StringComparer.Ordinal)));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_speaks_against_a_fact_is_cited_against_it_and_marked(string name)
    {
        var loaded = await cases.Of(name);
        var facts = loaded.Folder.Work.Facts.ToDictionary(fact => fact.Sentence, fact => fact.Key, StringComparer.Ordinal);
        var against = loaded.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Undermines).Select(tie => (
            Fact: facts[loaded.Case.Facts.Single(fact => fact.Id == tie.Fact).Sentence],
            Exhibit: loaded.Case.Exhibits.Single(exhibit => exhibit.Id == tie.Exhibit),
            tie.Reason)).ToList();

        Assert.Equal(
            loaded.Solution.Against.Order(),
            against.Select(cited => (cited.Fact, loaded.Folder.Work.Exhibits.Single(exhibit => exhibit.Number == cited.Exhibit.Number).Key)).Order());
        Assert.All(against, cited => Assert.NotEmpty(cited.Reason));
        await using var work = cases.Scratch.Store.Begin(await cases.Scratch.Person("Demo person 2"));
        foreach (var (_, exhibit, _) in against)
        {
            Assert.True(work.Db.Records.Single(record => record.CaseId == loaded.Case.Case.Id && record.Id == exhibit.Record).Marks.HelpsDefence, exhibit.Title);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_breaks_a_count_stands_in_whole_clauses_on_the_first_page_of_the_gap_sheet(string name)
    {
        var loaded = await cases.Of(name);
        var store = cases.Scratch.Store;
        var sheet = (await new GapSheet(store, new LoadProof(store, PracticeStore.Law), new FindGaps(store), PracticeStore.Texts).Handle(loaded.Case.Case.Ref, await cases.Scratch.Person("Demo person 2"), TestContext.Current.CancellationToken)).Value;
        Assert.All(sheet.Blocks.OfType<PrintTable>().Take(1).SelectMany(table => table.Rows), row => Assert.DoesNotContain("…", string.Concat(row[1].Select(run => run.Text)), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_breaks_a_count_says_on_the_first_page_how_much_of_it_is_shown_and_no_more_where_all_of_it_is(string name)
    {
        var loaded = await cases.Of(name);
        var store = cases.Scratch.Store;
        var sheet = (await new GapSheet(store, new LoadProof(store, PracticeStore.Law), new FindGaps(store), PracticeStore.Texts).Handle(loaded.Case.Case.Ref, await cases.Scratch.Person("Demo person 2"), TestContext.Current.CancellationToken)).Value;
        var columns = loaded.View.Proof.Columns.Where(column => column.Count is not null).ToList();
        var rows = columns.Count == 0 ? [] : sheet.Blocks.OfType<PrintTable>().First().Rows;
        Assert.Equal(columns.Count, rows.Count);
        Assert.All(columns.Zip(rows), pair =>
        {
            var cuts = loaded.View.Engine.CutsOf([pair.First.Goal], ProofSentences.MaxOrder)[0].Sets;
            var all = cuts.Count;
            var said = string.Concat(pair.Second[1].Select(run => run.Text)).Split('\n');
            var note = said[^1].EndsWith(" shown; more in the annex.", StringComparison.Ordinal) ? said[^1] : null;
            Assert.Equal((pair.First.Count!.Number, note ?? ""), (pair.First.Count.Number, all <= said.Length ? "" : $"{said.Length - 1} of {all} shown; more in the annex."));
        });
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_request_names_the_law_of_its_counts_first_day(string name)
    {
        var loaded = await cases.Of(name);
        await using var work = cases.Scratch.Store.Begin(await cases.Scratch.Person("Demo person 2"));
        var reasons = work.Db.RequestReasons.Where(reason => reason.CaseId == loaded.Case.Case.Id).ToList();
        Assert.Equal(loaded.Folder.Work.Requests.Count, reasons.Count);
        foreach (var reason in reasons)
        {
            var law = loaded.View.Proof.Columns.Single(column => column.Count?.Id == reason.Count).Law.Value;
            Assert.Contains(reason.Element, law.AllElements().Select(element => $"{law.Citation}: {element.Text}"));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task No_sentence_about_a_count_names_one_thing_twice(string name)
    {
        var loaded = await cases.Of(name);
        var said = loaded.View.Proof.Columns.Where(column => column.Count is not null).SelectMany(column => Sentences.In(CountAnswers.Of(loaded.View, PracticeStore.Texts, column.Count!.Number)!))
            .Concat(loaded.Case.Foundations.SelectMany(foundation => Sentences.In(WhatIfAnswer.Of(loaded.View, PracticeStore.Texts, [foundation.Id])))).Distinct().ToList();
        Assert.NotEmpty(said);
        Assert.DoesNotContain(said, sentence => Sentences.NamedTwice(sentence).Any());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task As_much_hangs_on_a_foundation_as_the_reference_says(string name)
    {
        var loaded = await cases.Of(name);
        var hangs = HangOn.Of(loaded.Case);
        foreach (var expected in loaded.Solution.HangOn)
        {
            var found = hangs.Single(h => loaded.KeyOf(ProofId.Of(h.Foundation.Id)) == expected.Foundation);
            Assert.Equal(expected, new SolutionHang(expected.Foundation, found.Count, found.Total));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_count_has_an_answer_and_every_loss_a_sentence(string name)
    {
        var loaded = await cases.Of(name);
        var texts = Texts.Load(ContentFolder.Find(), "en", strict: true);
        foreach (var column in loaded.View.Proof.Columns.Where(c => c.Count is not null))
        {
            Assert.NotEmpty(CountAnswers.Of(loaded.View, texts, column.Count!.Number)!.Line.Sentence);
        }

        foreach (var foundation in loaded.Case.Foundations)
        {
            Assert.NotEmpty(WhatIfAnswer.Of(loaded.View, texts, [foundation.Id]).Sentence.ToString());
        }
    }

    [Fact]
    public async Task The_farm_shows_all_four_states_of_a_cell()
    {
        var loaded = await cases.Of("the-farm");
        var states = loaded.View.Proof.Columns
            .SelectMany(c => Grid.Of(loaded.View.Proof, loaded.View.Engine, c.OffenceId, c.From).Value.Rows)
            .SelectMany(row => row.Cells).OfType<GridCell>().Select(cell => cell.State).ToHashSet();
        Assert.Equal(4, states.Count);
    }

    [Fact]
    public async Task The_trafficking_counts_of_the_club_are_not_supported()
    {
        var loaded = await cases.Of("the-club");
        var standing = loaded.View.Engine.Evaluate();
        var trafficking = loaded.View.Proof.Columns.Where(c => c.OffenceId == "kestria.trafficking").ToList();
        Assert.Equal(5, trafficking.Count);
        Assert.All(trafficking, column => Assert.Equal(ProofState.Fails, standing[column.Goal, Reading.WithAll]));
    }

    [Fact]
    public async Task Police_write_the_record_and_counsel_the_papers()
    {
        await cases.Of("the-farm");
        var police = await cases.Scratch.Person("Demo person 1");
        var counsel = await cases.Scratch.Person("Demo person 2");
        await using var seen = cases.Scratch.Store.Begin(counsel);
        var log = seen.Db.Log.Where(l => l.CaseId == counsel.Cases[0].CaseId).OrderBy(l => l.Sequence).ToList();
        Assert.All(log.Where(l => l.Kind == "file-read"), entry => Assert.Equal(police.Account, entry.Actor));
        Assert.Equal(
            [((Domain.Shared.CompartmentKind?)Domain.Shared.CompartmentKind.Record, police.Account), (Domain.Shared.CompartmentKind.CounselsPapers, counsel.Account)],
            log.Where(l => l.Kind == "practice-work-loaded").Select(l => (l.Compartment?.Kind, l.Actor)));
        await using var narrow = cases.Scratch.Store.Begin(police);
        Assert.Empty(narrow.Db.Counts);
        Assert.NotEmpty(narrow.Db.Facts);
    }

    [Fact]
    public async Task A_case_that_is_there_already_is_said_to_be()
    {
        var loaded = await cases.Of("new-case");
        var again = await cases.Scratch.Load(loaded.Folder);
        Assert.Equal("practice.there-already", again.Error?.Key);
        Assert.Contains(loaded.Folder.Case.Ref, PracticeStore.Texts.Of(again.Error!), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cuts(LoadedCase loaded, GoalReport goal, int size) =>
        goal.Cuts.Sets.Where(cut => cut.Count == size)
            .Select(cut => string.Join(" + ", cut.Select(loaded.KeyOf).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static string Line(string count, IEnumerable<string> parts) => count + ": " + string.Join("; ", parts);

    private static string Word(RelianceCategory category) => category switch
    {
        RelianceCategory.NotProven => "nothing",
        RelianceCategory.VictimAlone => "on-her-alone",
        RelianceCategory.VictimNeededWithOthers => "both",
        RelianceCategory.Either => "either",
        _ => "without-her",
    };

    /// <summary>Screens show "either" and "without her" as one; the reference tells them apart.</summary>
    private static string Word(LoadedCase loaded, GridCell cell) => cell.State switch
    {
        CellState.Nothing => "nothing",
        CellState.OnHerAlone => "on-her-alone",
        CellState.OnBoth => "both",
        _ => Word(loaded.View.Engine.RelianceOf([cell.Node])[0]?.Category ?? RelianceCategory.VictimNotNeeded),
    };
}
