using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Documents;
using Onus.Casework.Papers;
using Onus.Casework.Requests;
using Onus.Content;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Store.Tests;
using Onus.Tests;

namespace Onus.Casework.Tests.Requests;

/// <summary>What a request tells its reader, what it keeps for counsel, and what came of it.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private static readonly LawPacks Law = LawPackFiles.Load(Path.Combine(ContentFolder.Find(), "law")).Packs;

    private readonly string folder = Directory.CreateTempSubdirectory("onus-requests-").FullName;
    private OnusStore store = null!;
    private FarmCase farm = null!;
    private Actor counsel = null!;
    private Actor police = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await TestDatabase.Open(folder);
        var (first, second) = (new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" }, new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator" });
        await using (var work = store.Begin(new Actor(first.Id, first.Name, [])))
        {
            work.Add(first);
            work.Add(second);
            await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel);
        }

        farm = await FarmCase.Seed(store, new Actor(first.Id, first.Name, []), second.Id, Cancel);
        counsel = (await store.ActorOf(first.Id, null, Cancel))!;
        police = (await store.ActorOf(second.Id, null, Cancel))!;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Valley Mobile", "Call records", "+44 20 7946 0018")]
    [InlineData("Valley Bank", "Account statements with all transfers", "77-1204-9")]
    public async Task A_letter_outside_holds_no_word_of_the_case_as_text_or_in_the_file(string to, string what, string account)
    {
        var asked = await Ask(counsel, Ours(new(farm.Ref, Addressee.ThirdParty, to, what)
        {
            Account = account,
            From = new(2025, 5, 1),
            Until = new(2025, 5, 31),
            Authority = "Order 12 of 3 June 2025",
            Spares = "Survivor B need not be asked again.",
            By = new(2025, 7, 14),
        }));

        var letter = await Letter(asked.Value);
        var said = new[] { TextOf(letter), DocxOf(letter) };

        Assert.All(said, text =>
        {
            Assert.Contains(account, text, StringComparison.Ordinal);
            Assert.Contains("1 May 2025 to 31 May 2025", text, StringComparison.Ordinal);
            Assert.Contains("Order 12 of 3 June 2025", text, StringComparison.Ordinal);
            Assert.Contains("FARM-T/1", text, StringComparison.Ordinal);
            Assert.All(
                Law.Of("us")!.Offences.SelectMany(offence => offence.Elements.WithDescendants().Select(element => element.Text).Append(offence.Title).Append(offence.Citation)).Where(law => law.Length > 5)
                    .Concat(["Survivor", "Victim", "Defendant", "Witness 1", "Interpreter 1", "The farm", "traffick", "Onus", "the call to the brother", "warrant", "gap", "independent", "count 1"]),
                word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Counsels_reason_is_printed_to_nobody_and_shown_to_counsel_alone()
    {
        var asked = await Ask(counsel, Ours(new(farm.Ref, Addressee.Police, "Officer 2", "The gate log") { Why = "For the file." }));

        Assert.DoesNotContain("brother", TextOf(await Letter(asked.Value)), StringComparison.Ordinal);
        Assert.Equal("The call to the brother, without the warrant.", (await List(counsel)).Single().Ours?.Why);
        Assert.NotNull((await List(counsel)).Single().Ours?.Count);
        Assert.Null((await List(police)).Single().Ours);
        await using var work = store.Begin(police);
        Assert.DoesNotContain(await work.Db.LogPayloads.Select(p => p.Json).ToListAsync(Cancel), json => json.Contains("the brother, without", StringComparison.Ordinal) || json.Contains("by force", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Police_write_no_reason_of_counsels_and_a_count_that_is_not_there_is_refused()
    {
        Assert.Equal("requests.ours-is-counsels", (await Ask(police, Ours(new(farm.Ref, Addressee.Police, "Officer 2", "The gate log") { Why = "For the file." }))).Error?.Key);
        Assert.Equal("counts.not-found", (await Ask(counsel, new(farm.Ref, Addressee.Police, "Officer 2", "The gate log") { Why = "For the file.", Count = 9 })).Error?.Key);
        Assert.Equal("requests.names-person", (await Ask(police, new(farm.Ref, Addressee.ThirdParty, "Valley Bank", "The account of Defendant 2"))).Error?.Key);
        Assert.Equal("requests.names-case", (await Ask(police, new(farm.Ref, Addressee.ThirdParty, "Valley Bank", "Statements") { Why = "The Farm asks." })).Error?.Key);
        Assert.Empty(await List(counsel));
    }

    [Fact]
    public async Task What_came_is_kept_and_a_stale_form_changes_nothing()
    {
        var number = (await Ask(police, new(farm.Ref, Addressee.ThirdParty, "Valley Mobile", "Call records"))).Value;
        Assert.True((await Move(number, 1, RequestStatus.Sent)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await Move(number, 1, RequestStatus.Answered, Came.InFull, "All")).Error?.Key);
        Assert.Equal("requests.came-what", (await Move(number, 2, RequestStatus.Answered, Came.Partly)).Error?.Key);
        Assert.Equal("files.not-found", (await new MoveRequest(store, Law, Unit.Texts).Handle(new(farm.Ref, number, 2, RequestStatus.Answered) { Came = Came.InFull, Files = [new(Guid.CreateVersion7())] }, police, Cancel)).Error?.Key);
        Assert.True((await Move(number, 2, RequestStatus.Answered, Came.Partly, "May alone")).IsOk);
        Assert.Equal("requests.reason-missing", (await Move(number, 3, RequestStatus.SentBack)).Error?.Key);
        Assert.True((await Move(number, 3, RequestStatus.SentBack, words: "June is missing.")).IsOk);
        Assert.True((await Move(number, 4, RequestStatus.Answered, Came.InFull, "May and June")).IsOk);
        Assert.True((await Move(number, 5, RequestStatus.Closed)).IsOk);

        var stands = (await List(counsel)).Single().Request;
        Assert.Equal([RequestStatus.Sent, RequestStatus.Answered, RequestStatus.SentBack, RequestStatus.Answered, RequestStatus.Closed], stands.Steps.Select(step => step.Status));
        Assert.Equal(("May and June", Came.InFull, "Demo person 1"), (RequestSteps.AnswerOf(stands)!.Words, RequestSteps.AnswerOf(stands)!.Came, stands.Steps[0].By));
    }

    private static AskForEvidence.Command Ours(AskForEvidence.Command command) => command with { OurWhy = "The call to the brother, without the warrant.", Element = "18 USC 1589(a): by force", Count = 1 };

    private async Task<Result<int>> Ask(Actor actor, AskForEvidence.Command command) => await new AskForEvidence(store, Law, Unit.Texts).Handle(command, actor, Cancel);

    private async Task<Result<int>> Move(int number, int version, RequestStatus to, Came came = Came.NotSaid, string words = "") =>
        await new MoveRequest(store, Law, Unit.Texts).Handle(new(farm.Ref, number, version, to) { Came = came, Words = words }, police, Cancel);

    private async Task<IReadOnlyList<ListRequests.Row>> List(Actor actor) => await new ListRequests(store).Handle(farm.Ref, actor, Cancel);

    private async Task<PrintDocument> Letter(int number) => (await new RequestLetter(store, Law, Unit.Texts).Handle(farm.Ref, number, police, Cancel)).Value;

    private static string TextOf(PrintDocument document) => string.Join('\n', document.Meta.Append(document.Title).Append(document.Subtitle).Append(document.Header).Append(document.Footer)
        .Concat(document.Blocks.SelectMany(block => block switch
        {
            PrintHeading heading => heading.Runs,
            PrintParagraph paragraph => paragraph.Runs,
            PrintList list => list.Items.SelectMany(item => item),
            PrintSignatures signatures => signatures.Labels.Select(label => new PrintRun(label)),
            _ => throw new InvalidOperationException("A letter has no " + block.GetType().Name),
        }).Select(run => run.Text)));

    // Every part of the package as it is stored, so that properties and headers are looked at as well.
    private static string DocxOf(PrintDocument document)
    {
        using var bytes = new MemoryStream();
        DocxDocument.Write(document, bytes);
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        return string.Join('\n', zip.Entries.Where(entry => !entry.FullName.EndsWith("styles.xml", StringComparison.Ordinal) && !entry.FullName.EndsWith("numbering.xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var part = entry.Open();
            return XDocument.Load(part).Root!.Value;
        }));
    }
}
