using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Casework.Papers;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Seeds;

namespace Onus.Casework.Tests.Records;

public sealed class TranslationTests : IAsyncLifetime
{
    private const string Meaning = "Give my passport back";
    private readonly string folder = Directory.CreateTempSubdirectory("onus-translations-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_translation_is_written_down_with_its_interpreter_who_becomes_a_foundation_of_the_exhibit()
    {
        var actor = await seeded.Investigator();
        var cited = await Cite(null, actor);
        var done = await Translate(cited.Number, 1, new Interpreting(Meaning, Named: "Interpreter 2"), actor);
        Assert.True(done.IsOk, done.Error?.Key);

        var snapshot = (await new LoadCase(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value;
        var exhibit = snapshot.Exhibits.Single(e => e.Number == cited.Number);
        Assert.Equal(Meaning, exhibit.Translation);
        Assert.Equal("Interpreter 2", Interpreting.Names(snapshot, exhibit));
        var interpreter = snapshot.Foundations.Single(f => f.Kind == FoundationKind.Interpreter);
        Assert.Contains(interpreter.Id, exhibit.Factual);

        // The same name once more is the same interpreter; the exhibit list prints what the words mean and by whom.
        Assert.True((await Translate(cited.Number, 2, new Interpreting("Give me my passport back", Named: "Interpreter 2"), actor)).IsOk);
        snapshot = (await new LoadCase(seeded.Store).Handle(seeded.Ref, actor, Cancel)).Value;
        Assert.Single(snapshot.Foundations, f => f.Kind == FoundationKind.Interpreter);
        var list = (await new ExhibitList(seeded.Store, new Onus.Domain.Law.LawPacks([]), Unit.Texts).Handle(seeded.Ref, actor, Cancel)).Value;
        Assert.Contains(list.Blocks.OfType<Onus.Casework.Documents.PrintTable>().SelectMany(t => t.Rows).SelectMany(r => r), cell => string.Concat(cell.Select(run => run.Text)).Contains("Translation by Interpreter 2: Give me my passport back", StringComparison.Ordinal));

        // Taken back, it leaves nothing that the exhibit rests on.
        Assert.True((await Translate(cited.Number, 3, new Interpreting(""), actor)).IsOk);
        await using var work = seeded.Store.Begin(actor);
        var without = await work.Db.Exhibits.SingleAsync(e => e.Number == cited.Number, Cancel);
        Assert.Empty(without.Translation);
        Assert.DoesNotContain(interpreter.Id, without.Factual);
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    [InlineData("said on the file")]
    public async Task Whoever_interpreted_for_the_speaker_is_not_replaced_by_who_translates_a_passage(string known)
    {
        var actor = await seeded.Investigator();
        var number = (await Cite(null, actor)).Number;
        if (known != "before")
        {
            await Translated("Give it back", "Interpreter 2");
        }

        var interviewer = await Interpreted(number, onFile: known == "said on the file");
        await Translated(Meaning, "Interpreter 3");
        Assert.Contains(interviewer, (await Exhibit(number)).Factual);
        Assert.Equal(
            known == "after" ? ["Interpreter 2", "Interpreter 3", "Interpreter of the interview"] : ["Interpreter 3", "Interpreter of the interview"],
            Interpreting.Names(await Case(), await Exhibit(number)).Split(", ").Order(StringComparer.Ordinal));
        await Translated("", "");
        Assert.Contains(interviewer, (await Exhibit(number)).Factual);

        async Task Translated(string text, string by) =>
            Assert.True((await Translate(number, (await Exhibit(number)).Version, new Interpreting(text, Named: by), actor)).IsOk);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_interpreter_of_a_whole_file_stays_where_it_is_a_statement(bool statement)
    {
        var actor = await seeded.Investigator();
        var number = (await Cite(null, actor)).Number;
        var whole = await Interpreted(number, onFile: false);
        await using (var work = seeded.Store.Begin(actor))
        {
            var file = await work.Db.Materials.SingleAsync(m => m.Name == "chat.txt", Cancel);
            work.Change(file, file with { Statement = statement, Translated = whole });
            Assert.True((await work.Commit(new Store.Log.LogEvent(file.CaseId, Acts.AnswersCorrected), Cancel)).IsOk);
        }

        Assert.True((await Translate(number, 2, new Interpreting(Meaning, Named: "Interpreter 3"), actor)).IsOk);
        Assert.Equal(statement, (await Exhibit(number)).Factual.Contains(whole));
        Assert.True((await Translate(number, 3, new Interpreting(""), actor)).IsOk);
        Assert.Equal("Interpreter of the interview", Interpreting.Names(await Case(), await Exhibit(number)));
    }

    [Fact]
    public async Task A_passage_is_cited_together_with_what_it_means()
    {
        var actor = await seeded.Investigator();
        var cited = await Cite(new Interpreting(Meaning, Named: "Interpreter 2"), actor);
        await using var work = seeded.Store.Begin(actor);
        var exhibit = await work.Db.Exhibits.SingleAsync(e => e.Number == cited.Number, Cancel);
        Assert.Equal(Meaning, exhibit.Translation);
        var interpreter = await work.Db.Foundations.SingleAsync(f => f.Kind == FoundationKind.Interpreter, Cancel);
        Assert.Contains(interpreter.Id, exhibit.Factual);
    }

    [Fact]
    public async Task A_translation_by_nobody_or_by_somebody_who_is_no_interpreter_is_refused()
    {
        var actor = await seeded.Investigator();
        var cited = await Cite(null, actor);
        Assert.Equal("translations.by-missing", (await Translate(cited.Number, 1, new Interpreting(Meaning), actor)).Error!.Key);
        Assert.Equal("translations.by-unknown", (await Translate(cited.Number, 1, new Interpreting(Meaning, seeded.Defendant.Id.Value), actor)).Error!.Key);
    }

    [Fact]
    public async Task Who_changed_it_second_is_told_and_a_stranger_finds_nothing()
    {
        var actor = await seeded.Investigator();
        var cited = await Cite(null, actor);
        Assert.True((await Translate(cited.Number, 1, new Interpreting(Meaning, Named: "Interpreter 2"), actor)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await Translate(cited.Number, 1, new Interpreting("Other words", Named: "Interpreter 2"), await seeded.Prosecutor())).Error!.Key);
        Assert.Equal("cases.not-found", (await Translate(cited.Number, 2, new Interpreting(Meaning, Named: "Interpreter 2"), await seeded.Stranger())).Error!.Key);
    }

    // An interpreter under the exhibit: named only there, or said on the file to have interpreted for the speaker.
    private async Task<Domain.Shared.FoundationId> Interpreted(int number, bool onFile)
    {
        var actor = await seeded.Investigator();
        await using var work = seeded.Store.Begin(actor);
        var exhibit = await work.Db.Exhibits.SingleAsync(e => e.Number == number, Cancel);
        var person = new Domain.People.Person { Id = new(Guid.CreateVersion7()), CaseId = exhibit.CaseId, Pseudonym = "Interpreter of the interview", Roles = [Domain.People.PersonRole.Interpreter] };
        work.Add(person);
        var interpreter = new Foundation { Id = new(Guid.CreateVersion7()), CaseId = exhibit.CaseId, Kind = FoundationKind.Interpreter, Label = person.Pseudonym, Person = person.Id };
        work.Add(interpreter);
        work.Change(exhibit, exhibit with { Factual = [.. exhibit.Factual, interpreter.Id] });
        if (onFile)
        {
            var file = await work.Db.Materials.SingleAsync(m => m.Id == exhibit.Material, Cancel);
            work.Change(file, file with { Taken = new StatementTaken { Interpreter = person.Id } });
        }

        var done = await work.Commit(new Store.Log.LogEvent(exhibit.CaseId, Acts.ExhibitChanged), Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        return interpreter.Id;
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value;

    private async Task<Exhibit> Exhibit(int number) => (await Case()).Exhibits.Single(exhibit => exhibit.Number == number);

    private async Task<CitePassage.Cited> Cite(Interpreting? translation, Actor actor)
    {
        var done = await new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new())).Handle(
            new CitePassage.Command { Case = seeded.Ref, Record = seeded.Row("chat.txt", "पासपोर्ट").Id, Translation = translation }, actor, Cancel);
        return done.IsOk ? done.Value : throw new InvalidOperationException(done.Error!.Key);
    }

    private async Task<Domain.Shared.Result<Domain.Shared.ExhibitId>> Translate(int number, int version, Interpreting translation, Actor actor) =>
        await new TranslateExhibit(seeded.Store).Handle(new(seeded.Ref, number, version, translation), actor, Cancel);
}
