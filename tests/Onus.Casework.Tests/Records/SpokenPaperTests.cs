using System.Globalization;
using Onus.Casework.Cases;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Seeds;
using Onus.Store.Log;
using static Onus.Casework.Tests.ExhibitAsItIs;

namespace Onus.Casework.Tests.Records;

/// <summary>A chat that a friend printed has a giver and no sender to each line: the friend's name makes no source of the survivor's own lines.</summary>
public sealed class SpokenPaperTests : IAsyncLifetime
{
    private const string Printed = "Mira: what did he say\nB: nobody leaves before the account is settled\nB: he keeps the papers";

    private readonly string folder = Directory.CreateTempSubdirectory("onus-spoken-").FullName;
    private readonly Person friend = new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = "Friend 1", Roles = [PersonRole.Witness], Aliases = ["Mira"] };
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
    [InlineData(RecordKind.Page, Printed, "nobody leaves before the account is settled\nB: he keeps the papers")]
    [InlineData(RecordKind.Page, "Mira: what did he say\nB\nnobody leaves before the account is settled", "nobody leaves")]
    [InlineData(RecordKind.Page, "[03/05/25, 18:04] Sunflower: nobody leaves", "nobody leaves")]
    [InlineData(RecordKind.Paragraph, "B wrote: nobody leaves", "")]
    public async Task A_printed_chat_is_no_source_beside_the_survivor_until_somebody_says_whose_words_it_holds(RecordKind kind, string text, string quote)
    {
        var exhibit = await Cited(kind, text, quote);
        Assert.Equal(new Origin(friend.Id), Assert.Single(exhibit.Origins));
        Assert.False(await HoldsWithoutHer());
        Assert.Contains(await Notes(exhibit), note => note.StartsWith("Whose words these are is in doubt.", StringComparison.Ordinal));
        Assert.Single(await Beside(), text => text.StartsWith("EX-1 ", StringComparison.Ordinal) && text.Contains("not counted as independent of Survivor B", StringComparison.Ordinal));

        // They are hers: nothing is left to ask, and she is still needed.
        var edit = new EditExhibit(seeded.Store, PracticeStore.Law, Unit.Texts);
        Assert.True((await edit.Handle(Unchanged(exhibit) with { Origins = [new Origin(seeded.Survivor.Id)] }, await seeded.Prosecutor(), Cancel)).IsOk);
        Assert.False(await HoldsWithoutHer());
        Assert.DoesNotContain(await Beside(), text => text.Contains("not counted as independent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_says_that_the_giver_wrote_it_is_believed()
    {
        var exhibit = await Cited(RecordKind.Page, Printed, "he keeps the papers");
        Assert.True((await Cite(exhibit.Record!.Value, "he keeps the papers", new Origin(friend.Id))).IsOk);
        Assert.True(await HoldsWithoutHer());
        Assert.DoesNotContain(await Notes(exhibit), note => note.Contains("in doubt", StringComparison.Ordinal));
        Assert.DoesNotContain(await Beside(), text => text.Contains("not counted as independent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_givers_own_lines_are_a_source()
    {
        await Cited(RecordKind.Page, Printed, "what did he say");
        Assert.True(await HoldsWithoutHer());
        Assert.DoesNotContain(await Beside(), text => text.Contains("not counted as independent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paragraph_under_a_name_of_the_one_before_is_asked_about()
    {
        await Cited(RecordKind.Paragraph, "nobody leaves", "", "B:");
        Assert.False(await HoldsWithoutHer());
    }

    private async Task<Exhibit> Cited(RecordKind kind, string text, string quote, string? above = null)
    {
        var person = friend with { CaseId = seeded.Id };
        var file = seeded.Files["lease.pdf"] with { Id = new(Guid.CreateVersion7()), Blob = new Sha256(7_000.ToString("x64", CultureInfo.InvariantCulture)), VaultName = Guid.CreateVersion7(), Run = Guid.CreateVersion7(), Name = "print.pdf", Title = "print.pdf", From = "Friend 1", FromPerson = person.Id };
        var like = seeded.Rows["lease.pdf"][0] with { Material = file.Id, Kind = kind };
        var row = like with { Id = new Sha256(9_000.ToString("x64", CultureInfo.InvariantCulture)), Sequence = 2, Text = text };
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.Add(person);
            work.Add(file);
            work.AddRecords([.. above is null ? Array.Empty<Store.Database.RecordRow>() : [like with { Id = new Sha256(8_999.ToString("x64", CultureInfo.InvariantCulture)), Sequence = 1, Text = above }], row]);
            var done = await work.Commit(new LogEvent(seeded.Id, Acts.FilesDropped), Cancel);
            Assert.True(done.IsOk, done.Error?.Key);
        }

        Assert.True((await new DraftCount(seeded.Store, PracticeStore.Law).Handle(
            new(seeded.Ref, "us.1589-a", seeded.Defendant.Id, seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), await seeded.Prosecutor(), Cancel)).IsOk);
        var cited = await Cite(row.Id, quote, null);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return (await Case()).Exhibits.Single(exhibit => exhibit.Id == cited.Value.Exhibit);
    }

    private async Task<Domain.Shared.Result<CitePassage.Cited>> Cite(Sha256 record, string quote, Origin? words)
    {
        var law = PracticeStore.Law.OffenceAt("us.1589-a", new(2025, 4, 1)).Value;
        return await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(
            new()
            {
                Case = seeded.Ref,
                Record = record,
                Quote = quote,
                Words = words,
                Elements = [.. law.Leaves().Where(leaf => leaf.Kind == LeafKind.Required).Select(leaf => new ElementRef("us.1589-a", leaf.Id))],
                Survivors = [seeded.Survivor.Id],
                Defendants = [seeded.Defendant.Id],
            },
            await seeded.Prosecutor(), Cancel);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<IReadOnlyList<string>> Notes(Exhibit exhibit) => await Case() is var snapshot
        ? ExhibitNotes.Of(snapshot.Exhibits.Single(one => one.Id == exhibit.Id), snapshot, PracticeStore.Law, Unit.Texts, filed: false) : [];

    private async Task<IReadOnlyList<string>> Beside() => CountAnswers.Of(await View(), Unit.Texts, 1)!.Beside;

    private async Task<bool> HoldsWithoutHer()
    {
        var view = await View();
        var answer = CountAnswers.Of(view, Unit.Texts, 1)!;
        Assert.Equal(ProofWord.Supported, answer.Line.Word);
        return answer.Line.Cell!.HoldsWithout is { Information: true };
    }

    private async Task<ProofView> View() => (await new LoadProof(seeded.Store, PracticeStore.Law).Handle(seeded.Ref, await seeded.Prosecutor(), null, Cancel)).Value;
}
