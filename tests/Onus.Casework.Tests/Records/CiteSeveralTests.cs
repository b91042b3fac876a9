using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Records;

/// <summary>Several passages of a file cited for the same in one act: all of them, or none.</summary>
public sealed class CiteSeveralTests : IAsyncLifetime
{
    private static readonly ElementRef Knowingly = new("us.1589-a", "us.1589-a.knowingly");
    private readonly string folder = Directory.CreateTempSubdirectory("onus-several-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Each_passage_is_an_exhibit_of_its_own_that_shows_its_own_fact_for_the_same_people(int count)
    {
        var foundations = (await Case()).Foundations.Count;
        var cited = (await Cite([.. Enumerable.Range(0, count)])).Value;
        var after = await Case();
        Assert.Equal(Enumerable.Range(1, count), after.Exhibits.Select(exhibit => exhibit.Number).Order());
        Assert.Equal(count, after.Facts.Count);
        Assert.Equal(count, after.FactTies.Count);
        Assert.All(after.FactTies, tie => Assert.Equal([seeded.Survivor.Id, seeded.Defendant.Id], tie.Survivors.Concat(tie.Defendants)));
        Assert.Equal(count - 1, cited.Also.Count);
        // What the file rests on is added once, and is under each of them.
        Assert.InRange(after.Foundations.Count, foundations, foundations + 1);
        Assert.Single(after.Exhibits.Select(exhibit => string.Join(' ', exhibit.Factual.Select(id => id.Value))).Distinct());
        await using var work = seeded.Store.Begin(await seeded.Prosecutor());
        Assert.Equal(1, work.Db.Log.Count(entry => entry.Kind == "passage-cited" && entry.Compartment == new Compartment(seeded.Id, CompartmentKind.Record)));

        var again = (await Cite([.. Enumerable.Range(0, count)])).Value;
        Assert.True(again.Already);
        Assert.Equal(count, (await Case()).Facts.Count);
    }

    [Fact]
    public async Task For_one_fact_they_all_show_that_fact_whether_it_is_named_or_written()
    {
        var first = (await Cite([0])).Value;
        var more = (await Cite([1, 2], command => command with { ExistingFact = first.Fact })).Value;
        Assert.Equal((first.Fact, first.Ties[0]), (more.Fact, Assert.Single(more.Ties)));
        Assert.Equal(3, (await Case()).ExhibitTies.Count(tie => tie.Fact == first.Fact));
        var own = (await Cite([3, 4], command => command with { Fact = "He asked for it again and again." })).Value;
        var after = await Case();
        Assert.Equal(["He asked for it again and again."], after.Facts.Where(fact => fact.Id != first.Fact).Select(fact => fact.Sentence));
        Assert.Equal(2, after.ExhibitTies.Count(tie => tie.Fact == own.Fact));
    }

    [Theory]
    [InlineData("2025-05-03", "2025-05-03", false)]
    [InlineData("2025-05-03", "2025-09-30", true)]
    [InlineData("2025-05-03", null, true)]
    public async Task A_sentence_over_several_passages_is_of_a_day_and_free_of_a_mark_only_where_they_all_are(string? one, string? other, bool privileged)
    {
        var like = seeded.Rows["chat.txt"].First(row => row.Sender == "Boss");
        Store.Database.RecordRow[] rows =
        [
            like with { Id = new Sha256(new string('a', 64)), Sequence = 90_000, TimeLocal = one + "T09:00:00", Day = one },
            like with { Id = new Sha256(new string('b', 64)), Sequence = 90_001, TimeLocal = other is null ? null : other + "T09:00:00", Day = other, Marks = new Marks { Privileged = privileged } },
        ];
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.AddRecords(rows);
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var cited = await new CitePassage(seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(seeded.Store, new())).Handle(
            new() { Case = seeded.Ref, Record = rows[0].Id, AlsoRecords = [rows[1].Id], Fact = "He told them where the papers are." }, await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        var fact = Assert.Single((await Case()).Facts);
        Assert.Equal((one == other ? new DateOnly(2025, 5, 3) : (DateOnly?)null, privileged), (fact.On, fact.Marks.Privileged));
    }

    [Fact]
    public async Task Several_speak_against_the_same_fact_at_once()
    {
        var first = (await Cite([0])).Value;
        Assert.True((await Cite([1, 2], command => command with { ExistingFact = first.Fact, Bearing = Bearing.Undermines })).IsOk);
        Assert.Equal(2, (await Case()).ExhibitTies.Count(tie => tie.Fact == first.Fact && tie.Bearing == Bearing.Undermines));
        Assert.Single((await Case()).FactTies);
    }

    [Fact]
    public async Task What_is_wrong_with_one_of_them_is_wrong_with_all_and_nothing_is_kept()
    {
        var other = seeded.Rows.First(rows => rows.Key != "chat.txt" && rows.Value.Count > 0).Value[0].Id;
        Assert.Equal("cite.about-missing", (await Cite([0, 1], command => command with { Survivors = [] })).Error?.Key);
        Assert.Equal("cite.by-missing", (await Cite([0, 1], command => command with { Defendants = [] })).Error?.Key);
        Assert.Equal("cite.several-files", (await Cite([0], command => command with { AlsoRecords = [other] })).Error?.Key);
        Assert.Equal("cite.several-whole", (await Cite([0, 1], command => command with { Quote = "x" })).Error?.Key);
        Assert.Equal("cite.several-whole", (await Cite([0, 1], command => command with { Translation = new("what it means", null, "Interpreter 1") })).Error?.Key);
        Assert.Equal("records.not-found", (await Cite([0], command => command with { AlsoRecords = [new Sha256(new string('a', 64))] })).Error?.Key);
        var many = Enumerable.Range(1, CitePassage.MostAtOnce).Select(n => new Sha256(n.ToString("x64", System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        Assert.Equal("cite.several-many", (await Cite([0], command => command with { AlsoRecords = many })).Error?.Key);
        Assert.Empty((await Case()).Exhibits);
        Assert.Empty((await Case()).Facts);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<Result<CitePassage.Cited>> Cite(int[] rows, Func<CitePassage.Command, CitePassage.Command>? change = null)
    {
        var command = new CitePassage.Command
        {
            Case = seeded.Ref,
            Record = seeded.Rows["chat.txt"][rows[0]].Id,
            AlsoRecords = [.. rows.Skip(1).Select(row => seeded.Rows["chat.txt"][row].Id)],
            Elements = [Knowingly],
            Survivors = [seeded.Survivor.Id],
            Defendants = [seeded.Defendant.Id],
        };
        return await new CitePassage(seeded.Store, Unit.Texts, Practice.PracticeStore.Law, new(seeded.Store, new())).Handle(change is null ? command : change(command), await seeded.Prosecutor(), Cancel);
    }
}
