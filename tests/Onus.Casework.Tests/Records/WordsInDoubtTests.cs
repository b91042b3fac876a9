using System.Globalization;
using Onus.Casework.Cases;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Seeds;
using Onus.Store.Log;
using static Onus.Casework.Tests.ExhibitAsItIs;

namespace Onus.Casework.Tests.Records;

/// <summary>A line that may have been pasted under somebody's name is said to be that wherever it stands as their words.</summary>
public sealed class WordsInDoubtTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-doubt-").FullName;
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
    [InlineData("time-before-line-above:2 (2025-05-03 18:06)", "line 2 (2025-05-03 18:06)")]
    [InlineData("third-name", "the name of a third")]
    [InlineData("may-be-pasted", "text that somebody pasted")]
    public async Task It_is_said_with_the_exhibit_and_on_its_count_until_somebody_says_whose_words_they_are(string warning, string said)
    {
        var exhibit = await Cited(warning);
        Assert.StartsWith("A line under the name of ", Assert.Single((await Case()).Facts).Sentence, StringComparison.Ordinal);
        var note = Assert.Single(await Notes(exhibit), text => text.StartsWith("Whose words these are is in doubt.", StringComparison.Ordinal));
        Assert.Contains(said, note, StringComparison.Ordinal);
        Assert.Single(await Beside(), text => text.StartsWith("EX-1", StringComparison.Ordinal) && text.Contains("counts as the words of whoever the file names", StringComparison.Ordinal));
        var edit = new EditExhibit(seeded.Store, PracticeStore.Law, Unit.Texts);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { Origins = [new Origin(seeded.Survivor.Id)] }, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.DoesNotContain(await Notes(exhibit), text => text.Contains("in doubt", StringComparison.Ordinal));
        Assert.DoesNotContain(await Beside(), text => text.Contains("whoever the file names", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_named_is_the_writer_once_somebody_confirms_it_and_no_longer_when_that_is_taken_back()
    {
        var exhibit = await Cited("third-name");
        var edit = new EditExhibit(seeded.Store, PracticeStore.Law, Unit.Texts);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { WordsConfirmed = true }, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.DoesNotContain(await Notes(exhibit), text => text.Contains("in doubt", StringComparison.Ordinal));
        Assert.Contains(" wrote on ", Assert.Single((await Case()).Facts).Sentence, StringComparison.Ordinal);
        exhibit = Assert.Single((await Case()).Exhibits);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { WordsConfirmed = false }, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Contains(await Notes(exhibit), text => text.Contains("in doubt", StringComparison.Ordinal));
        Assert.StartsWith("A line under the name of ", Assert.Single((await Case()).Facts).Sentence, StringComparison.Ordinal);
        Assert.True((await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
            new() { Case = seeded.Ref, Record = exhibit.Record!.Value, Words = exhibit.Origins[0], Elements = [new("us.1589-a", "us.1589-a.knowingly")], Survivors = [seeded.Survivor.Id], Defendants = [seeded.Defendant.Id] },
            await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.DoesNotContain(await Notes(exhibit), text => text.Contains("in doubt", StringComparison.Ordinal));
        Assert.Contains(" wrote on ", Assert.Single((await Case()).Facts).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("media-omitted")]
    [InlineData("edited")]
    public async Task What_doubts_no_author_says_nothing(string warning)
    {
        var exhibit = await Cited(warning);
        Assert.Empty((await Case()).InDoubt);
        Assert.Contains(" wrote on ", Assert.Single((await Case()).Facts).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(await Notes(exhibit), text => text.Contains("in doubt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_without_a_day_is_nobodys_either()
    {
        await Cited("third-name", row => row with { TimeLocal = null, Day = null });
        Assert.StartsWith("A line under the name of ", Assert.Single((await Case()).Facts).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_said_on_the_count_of_whoever_is_said_to_have_helped_in_it()
    {
        var exhibit = await Cited("third-name");
        var law = PracticeStore.Law.OffenceAt("us.1589-a", new(2025, 4, 1)).Value;
        var helper = (await Case()).People.Single(person => person.Pseudonym == "Defendant 2").Id;
        Assert.True((await new DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", helper, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), await seeded.Prosecutor(), Cancel)).IsOk);
        var needed = law.Leaves().Where(leaf => leaf.Kind == Domain.Law.LeafKind.Required).ToLookup(leaf => leaf.PerDefendant, leaf => leaf.Id);
        await Tie([.. needed[true]], seeded.Defendant.Id, exhibit.Record!.Value);
        await Tie([.. needed[false]], seeded.Defendant.Id, seeded.Row("chat.txt", "You owe").Id);
        await Tie([.. law.Modes.First(mode => mode.SameOffence).Elements.WithDescendants().OfType<Domain.Law.Leaf>().Select(leaf => leaf.Id)], helper, seeded.Row("chat.txt", "You owe").Id);
        var view = (await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
        Assert.DoesNotContain(view.Proof.Ties, tie => tie.Column == "count:2" && view.Case.ExhibitTies.Any(cite => cite.Fact == tie.Tie.Fact && cite.Exhibit == exhibit.Id));
        Assert.Contains(await Beside(2), text => text.Contains("counts as the words of whoever the file names", StringComparison.Ordinal));

        // Its first line says that it holds by nothing else; with other evidence for the same it no longer does.
        const string Doubt = "It holds only with words of which the file itself leaves open who wrote them.";
        Assert.StartsWith(Doubt, CountAnswers.All(view, Unit.Texts).Single(line => line.Column.Count!.Number == 2).Sentence, StringComparison.Ordinal);
        await Tie([.. needed[true]], seeded.Defendant.Id, seeded.Row("chat.txt", "You owe").Id);
        view = (await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
        Assert.All(CountAnswers.All(view, Unit.Texts), line => Assert.DoesNotContain(Doubt, line.Sentence, StringComparison.Ordinal));

        async Task Tie(string[] leaves, Domain.Shared.PersonId by, Sha256 record)
        {
            var done = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
                new() { Case = seeded.Ref, Record = record, Elements = [.. leaves.Select(leaf => new ElementRef("us.1589-a", leaf))], Survivors = [seeded.Survivor.Id], Defendants = [by] }, await seeded.Prosecutor(), Cancel);
            Assert.True(done.IsOk, done.Error?.Key);
        }
    }

    private async Task<Exhibit> Cited(string warning, Func<Store.Database.RecordRow, Store.Database.RecordRow>? change = null)
    {
        var like = seeded.Rows["chat.txt"].First(row => row.Sender == "Boss");
        var row = like with { Id = new Sha256(9_000.ToString("x64", CultureInfo.InvariantCulture)), Sequence = 90_000, Warnings = [warning] };
        row = change is null ? row : change(row);
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.AddRecords([row]);
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        Assert.True((await new DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), await seeded.Prosecutor(), Cancel)).IsOk);
        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
            new() { Case = seeded.Ref, Record = row.Id, Elements = [new("us.1589-a", "us.1589-a.knowingly")], Survivors = [seeded.Survivor.Id], Defendants = [seeded.Defendant.Id] }, await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return (await Case()).Exhibits.Single(exhibit => exhibit.Id == cited.Value.Exhibit);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<IReadOnlyList<string>> Notes(Exhibit exhibit) => await Case() is var snapshot
        ? ExhibitNotes.Of(snapshot.Exhibits.Single(one => one.Id == exhibit.Id), snapshot, PracticeStore.Law, Unit.Texts, filed: false) : [];

    private async Task<IReadOnlyList<string>> Beside(int count = 1) =>
        CountAnswers.Of((await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value, Unit.Texts, count)!.Beside;
}
