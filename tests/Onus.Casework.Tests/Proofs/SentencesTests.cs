using Onus.Casework.Cases;
using Onus.Casework.Documents;
using Onus.Casework.Facts;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Casework.Requests;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Store.Tests;

namespace Onus.Tests.Proofs;

/// <summary>The exact sentences of a case that a person can check with pencil and paper, and what the use cases around them do.</summary>
public sealed class SentencesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-proof-").FullName;
    private OnusStore store = null!;
    private Actor counsel = null!;
    private Actor police = null!;
    private FarmCase farm = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Texts English => Texts.Load(ContentFolder.Find(), "en", strict: true);

    public async ValueTask InitializeAsync()
    {
        store = await TestDatabase.Open(folder);
        var prosecutor = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
        var investigator = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator" };
        await using (var work = store.Begin(new Actor(prosecutor.Id, prosecutor.Name, [])))
        {
            work.Add(prosecutor);
            work.Add(investigator);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        farm = await FarmCase.Seed(store, new Actor(prosecutor.Id, prosecutor.Name, []), investigator.Id, Cancel);
        counsel = (await store.ActorOf(prosecutor.Id, null, Cancel))!;
        police = (await store.ActorOf(investigator.Id, null, Cancel))!;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_count_says_first_how_it_stands_and_that_she_need_not_carry_it()
    {
        var answer = CountAnswers.Of(await View(), English, 1)!;

        Assert.Equal("Supported if believed, also without Survivor B.", answer.Line.Sentence);
        Assert.Equal(
            [
                "Nothing breaks it alone; two together do.",
                "Without Survivor B it still holds, but then one loss breaks it.",
                "Survivor B does not wish to testify.",
            ],
            answer.Because.Select(sentence => sentence.ToString()));
        Assert.Equal(
            new WithoutHer("If Survivor B does not testify, it still holds.", "Without the words of Survivor B, it still holds.", "If Survivor B is not believed, it still holds.", null),
            answer.WithoutHer);
    }

    [Fact]
    public async Task What_it_depends_on_is_said_with_the_chain_that_goes_with_it_and_how_far_was_searched()
    {
        var depends = CountAnswers.Of(await View(), English, 1)!.DependsOn;

        var first = Assert.Single(depends.Items, item => item.Title.ToString() == "Survivor B does not testify and what came in under Search warrant for the farmhouse is suppressed");
        Assert.Equal("Two together", first.Together);
        Assert.Equal(
            [
                "EX-4 (Account book, page 9) is kept out",
                "EX-1 (Statement of Survivor B) goes",
                "nothing else shows “Defendant 1 knew that nobody could leave before the debt was paid.”",
                "“The defendant acted knowingly” has nothing left to rest on",
            ],
            first.Chain.Select(step => step.ToString()));
        Assert.Contains(first.Chain[0].Parts, part => part is { Kind: PartKind.Exhibit, Target: "4" });
        Assert.Equal("Searched up to three at a time; larger combinations were not searched.", depends.Searched);
    }

    [Fact]
    public async Task A_count_that_is_not_there_yet_counts_what_is_missing()
    {
        var lines = CountAnswers.All(await View(), English);

        Assert.Equal("Not supported: 3 of 4 elements have nothing, or not enough, that holds.", lines[1].Sentence);
        // Nobody tied anything for it, and the offence in whose course it was done is shown: its elements say so too.
        Assert.Equal("Not supported: 4 of 5 elements have nothing, or not enough, that holds.", lines[2].Sentence);
    }

    [Fact]
    public async Task The_grid_answers_in_one_sentence_a_defendant_and_names_what_much_hangs_on()
    {
        var grid = GridAnswer.Of(await View(), English, "us.1589-a", new DateOnly(2025, 3, 12)).Value;

        Assert.Equal(["Of 4 elements, 4 hold without Survivor B.", "Of 4 elements, one holds without Survivor B, one has not enough that holds and 2 have nothing yet."], grid.Heads.Select(head => head.Answer));
        Assert.Equal([("Search warrant for the farmhouse", 12, 20), ("Interpreter 1", 5, 20)], grid.HangOn.Select(hang => (hang.Foundation.Label, hang.Count, hang.Total)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Things_are_ranked_by_how_many_pairs_they_are_in(int number)
    {
        var view = await View();
        var answer = CountAnswers.Of(view, English, number)!;
        var pairs = view.Engine.CutsOf([answer.Line.Column.Goal], ProofSentences.MaxOrder)[0].Sets.Where(set => set.Count == 2).ToList();
        var often = pairs.SelectMany(pair => pair).GroupBy(point => point, StringComparer.Ordinal).Where(group => group.Count() > 1).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

        Assert.Equal(often.OrderBy(pair => pair.Key, StringComparer.Ordinal), answer.DependsOn.Ranked.ToDictionary(ranked => ranked.Point, ranked => ranked.In, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(answer.DependsOn.Ranked.Select(ranked => ranked.In).OrderDescending(), answer.DependsOn.Ranked.Select(ranked => ranked.In));
        Assert.Equal(pairs.SelectMany(pair => pair).Distinct(StringComparer.Ordinal).Count() - often.Count, answer.DependsOn.RankedMore);
        Assert.All(answer.DependsOn.Ranked, ranked => Assert.EndsWith($": in {ranked.In} of {pairs.Count}", ranked.Sentence.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Striking_two_says_which_counts_fall_and_through_what()
    {
        var answer = WhatIfAnswer.Of(await View(), English, [farm.Testimony.Id, farm.Warrant.Id]);

        Assert.Equal("If Survivor B does not testify and what came in under Search warrant for the farmhouse is suppressed: count 1 no longer holds.", answer.Sentence.ToString());
        Assert.NotEmpty(answer.Lines[0].Chain);
        Assert.True(answer.Lines[0].UsesStruck);
    }

    [Fact]
    public async Task A_finding_about_the_warrant_says_what_goes_and_asks_for_another_way_in()
    {
        var advice = CountAnswers.Of(await View(), English, 1)!.Next.First(next => next.Finding.Foundation?.Id == farm.Warrant.Id);

        Assert.Equal("12 of 20 exhibits and files hang on Search warrant for the farmhouse", advice.Title.ToString());
        Assert.Equal("a source that does not come through “Search warrant for the farmhouse”", advice.Sources[0]);
        Assert.Equal("The investigating unit", advice.Ask!.To);
    }

    [Fact]
    public async Task The_gap_sheet_says_what_is_only_a_part_of_one_way()
    {
        var law = LawPackFiles.Load(Path.Combine(ContentFolder.Find(), "law")).Packs;
        var sheet = (await new GapSheet(store, new LoadProof(store, law), new FindGaps(store), English).Handle(farm.Ref, counsel, Cancel)).Value;
        var rows = sheet.Blocks.OfType<PrintTable>().Skip(1).First().Rows.Select(row => string.Concat(row[0].Select(run => run.Text)));

        Assert.Contains(rows, row => row.Contains("\npart of one of several ways", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_to_the_police_says_what_it_spares_in_the_words_of_the_law_pack()
    {
        var asked = await new AskForEvidence(store, Law, English).Handle(new(farm.Ref, Addressee.Police, "The unit", "The roster") { Why = "It is needed", Spares = "Survivor B need not be asked again." }, counsel, Cancel);
        var letter = (await new RequestLetter(store, Law, English).Handle(farm.Ref, asked.Value, counsel, Cancel)).Value;

        Assert.Contains("Victim B need not be asked again.", letter.Blocks.OfType<PrintParagraph>().Select(block => string.Concat(block.Runs.Select(run => run.Text))));
    }

    [Theory]
    [InlineData("proof.falls.interpreter", "the translation by Interpreter 1 is rejected")]
    [InlineData("proof.falls.testimony", "Interpreter 1 does not testify")]
    public void A_name_in_a_sentence_can_be_followed(string key, string expected)
    {
        var said = English.Say(key, ("name", new Part("Interpreter 1", PartKind.Foundation, "x")));

        Assert.Equal(expected, said.ToString());
        Assert.Contains(said.Parts, part => part is { Kind: PartKind.Foundation, Target: "x" });
    }

    [Fact]
    public async Task A_what_if_leaves_nothing_behind_until_it_is_kept_and_then_opens_for_counsel_alone()
    {
        var before = await LogLength();
        WhatIfAnswer.Of(await View(), English, [farm.Testimony.Id]);
        Assert.Equal(before, await LogLength());

        var kept = await new ShareWhatIf(store).Handle(new ShareWhatIf.Command(farm.Ref, [farm.Testimony.Id], "Without her"), counsel, Cancel);
        var open = new OpenWhatIf(store);

        Assert.Equal("Without her", (await open.Handle(farm.Id, kept.Value, counsel, Cancel)).Value.Title);
        Assert.Equal("what-if.not-found", (await open.Handle(farm.Id, kept.Value, police, Cancel)).Error!.Key);
        Assert.Equal("cases.counsel-only", (await new ShareWhatIf(store).Handle(new ShareWhatIf.Command(farm.Ref, [farm.Testimony.Id], "x"), police, Cancel)).Error!.Key);
    }

    [Fact]
    public async Task Two_people_who_change_one_fact_are_told_and_the_first_stays()
    {
        var edit = new EditFact(store);
        var first = await edit.Handle(new EditFact.Command(farm.Ref, farm.Passport.Id, 1, "First.", null), counsel, Cancel);
        var second = await edit.Handle(new EditFact.Command(farm.Ref, farm.Passport.Id, 1, "Second.", null), police, Cancel);

        Assert.True(first.IsOk);
        Assert.Equal("rows.changed-meanwhile", second.Error!.Key);
        Assert.Contains((await View()).Case.Facts, fact => fact.Sentence == "First.");
    }

    [Fact]
    public async Task Only_counsel_ties_and_says_by_whom_and_about_whom()
    {
        var tie = new TieFact(store, Law);
        Assert.Equal("cases.counsel-only", (await Tie(police, farm.Foreman)).Error!.Key);
        Assert.Equal("cite.by-missing", (await Tie(counsel)).Error!.Key);
        Assert.Equal("cite.about-missing", (await tie.Handle(new(farm.Ref, farm.Passport.Id, [Knowingly], new Whom([], [farm.Foreman.Id]), ""), counsel, Cancel)).Error!.Key);
        var tied = (await Tie(counsel, farm.Foreman)).Value.Single();
        // The same fact in the same element is the same tie, for one defendant more.
        Assert.Equal(tied, (await Tie(counsel, farm.Owner)).Value.Single());
        Assert.Equal([farm.Foreman.Id, farm.Owner.Id], (await Stored(tied))!.Defendants);

        Task<Result<IReadOnlyList<TieId>>> Tie(Actor actor, params Domain.People.Person[] by) =>
            tie.Handle(new(farm.Ref, farm.Passport.Id, [Knowingly], new Whom([farm.Survivor.Id], [.. by.Select(person => person.Id)]), "He held the key."), actor, Cancel);
    }

    [Fact]
    public async Task Taking_a_fact_out_of_one_cell_leaves_it_in_the_others()
    {
        var whom = new Whom([farm.Survivor.Id], [farm.Foreman.Id, farm.Owner.Id]);
        var tied = (await new TieFact(store, Law).Handle(new(farm.Ref, farm.Passport.Id, [Knowingly], whom, ""), counsel, Cancel)).Value.Single();
        var untie = new UntieFact(store);
        Assert.Equal("rows.changed-meanwhile", (await untie.Handle(new(farm.Ref, tied, 7, farm.Foreman.Id, farm.Survivor.Id), counsel, Cancel)).Error!.Key);
        Assert.True((await untie.Handle(new(farm.Ref, tied, 1, farm.Foreman.Id, farm.Survivor.Id), counsel, Cancel)).IsOk);
        Assert.Equal([farm.Owner.Id], (await Stored(tied))!.Defendants);
        Assert.True((await untie.Handle(new(farm.Ref, tied, 2, farm.Owner.Id, farm.Survivor.Id), counsel, Cancel)).IsOk);
        Assert.Null(await Stored(tied));
        Assert.Equal("facts.tie-not-found", (await untie.Handle(new(farm.Ref, tied, 3, farm.Owner.Id, farm.Survivor.Id), counsel, Cancel)).Error!.Key);
    }

    private static readonly ElementRef Knowingly = new("us.1592-a", "us.1592-a.knowingly");

    private async Task<FactTie?> Stored(TieId tie) => (await View()).Case.FactTies.FirstOrDefault(known => known.Id == tie);

    [Fact]
    public async Task What_an_exhibit_derives_from_and_is_hidden_has_words_too()
    {
        var hidden = new ExhibitId(Guid.CreateVersion7());
        var seen = (await View()).Case;
        var proof = CaseProof.Of(seen with { Exhibits = [.. seen.Exhibits.Select((exhibit, at) => at == 0 ? exhibit with { ReliesOn = [hidden] } : exhibit)] }, Law);
        Assert.Equal("something that is not shown to you falls", new ProofWords(proof, English).Falls($"exhibit:{hidden.Value}:itself").ToString());
    }

    [Fact]
    public async Task A_law_that_is_put_together_wrongly_is_not_called_a_circle_of_exhibits()
    {
        var wrong = new LawPacks([.. Law.Packs.Select(pack => pack with
        {
            Offences = [.. pack.Offences.Select(offence => offence with
            {
                Elements = offence.Elements with { Of = [.. offence.Elements.Of, new Reference { Id = offence.Elements.Of[0].Id, Text = "" }] },
            })],
        })]);
        Assert.Equal("proof.unsound", (await new LoadProof(store, wrong).Handle(farm.Ref, counsel, null, Cancel)).Error?.Key);
    }

    private static LawPacks Law { get; } = LawPackFiles.Load(Path.Combine(ContentFolder.Find(), "law")).Packs;

    private async Task<ProofView> View()
    {
        return (await new LoadProof(store, Law).Handle(farm.Ref, counsel, null, Cancel)).Value;
    }

    private async Task<int> LogLength()
    {
        await using var work = store.Begin(counsel);
        return work.Db.Log.Count();
    }
}
