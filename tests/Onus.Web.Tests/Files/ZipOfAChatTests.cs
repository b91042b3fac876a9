using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>Nothing that lies in a zip with a chat is left unread unsaid.</summary>
public sealed class ZipOfAChatTests(Desk desk) : IClassFixture<Desk>
{
    private const string Chat = "13/03/2025, 18:06 - Asha: lease.pdf (file attached)\n13/03/2025, 18:07 - Bimal: the rent\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_beside_a_chat_becomes_a_file_and_a_document_that_came_with_a_message_is_said_not_to_be_read()
    {
        await desk.Send(await desk.Hidden("/cases/DESK-1/files/add"), ("files", "chat.zip", Zip(("WhatsApp Chat with X.txt", Chat), ("lease.pdf", "%PDF-1.4"), ("payroll.csv", "Date;Pay\n1;2"))));
        var files = (await desk.List()).Files;
        var (zip, table) = (files.Single(f => f.Name == "chat.zip"), files.Single(f => f.Name == "chat.zip/payroll.csv"));
        await Read(zip);

        var page = await Get($"/files/{zip.Id.Value}");
        Assert.Contains("beside the chat and named by no message", page, StringComparison.Ordinal);
        Assert.Contains("It is a file of its own:", page, StringComparison.Ordinal);
        Assert.Contains($"/files/{table.Id.Value}\"", page, StringComparison.Ordinal);
        Assert.Contains("What is in it is not read: unpack the zip and hand this file in.", await Get($"/files/{zip.Id.Value}/read"), StringComparison.Ordinal);
        var overview = await Get("");
        Assert.Contains("1 document came with a message and is not read", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("lies in a zip beside a chat", overview, StringComparison.Ordinal);

        // Handed in as a file of its own it is led to, and waits no longer.
        await desk.Send(await desk.Hidden("/cases/DESK-1/files/add"), ("files", "the lease.pdf", "%PDF-1.4"u8.ToArray()));
        Assert.Contains("It is a file of its own too: the lease.pdf", await Get($"/files/{zip.Id.Value}/read"), StringComparison.Ordinal);
        Assert.DoesNotContain("came with a message and is not read", await Get(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_zip_of_before_still_holds_is_counted_and_named_until_it_is_handed_in_once_more()
    {
        var bytes = Zip(("_chat.txt", Chat + "13/03/2025, 18:08 - Asha: yes\n"), ("ledger.csv", "Date;Paid\n3;4"));
        await desk.Send(await desk.Hidden("/cases/DESK-1/files/add"), ("files", "first.txt", "first"u8.ToArray()));
        var store = desk.Services.GetRequiredService<OnusStore>();
        var zip = (await desk.List()).Files.Single(f => f.Name == "first.txt");
        var kept = await store.Vault.Store(new MemoryStream(bytes), Cancel);
        zip = zip with { Id = new MaterialId(Guid.CreateVersion7()), Name = "old.zip", Title = "old.zip", Blob = kept.Hash, VaultName = kept.Name, Bytes = kept.Bytes };
        await using (var work = store.Begin(await Person()))
        {
            work.Add(zip);
            Assert.True((await work.Commit(new(zip.CaseId, Onus.Domain.Access.Acts.FilesDropped), Cancel)).IsOk);
        }

        await Read(zip);
        Assert.Contains("1 file lies in a zip beside a chat", await Get(""), StringComparison.Ordinal);
        Assert.Contains("No message names ledger.csv, which lies in the zip beside the chat: it is not read.", await Get($"/files/{zip.Id.Value}"), StringComparison.Ordinal);

        await desk.Send(await desk.Hidden("/cases/DESK-1/files/add"), ("files", "old.zip", bytes));
        Assert.Contains((await desk.List()).Files, f => f.Name == "old.zip/ledger.csv");
        Assert.DoesNotContain("lies in a zip beside a chat", await Get(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_that_was_taken_apart_is_listed_with_one_line_leads_to_its_files_and_they_to_it_and_is_given_out_when_each_of_them_is()
    {
        var bytes = Zip(("a/_chat.txt", Chat + "13/03/2025, 18:09 - Asha: apart\n"), ("b/_chat.txt", Chat + "13/03/2025, 18:10 - Asha: two\n"));
        await desk.Send(await desk.Hidden("/cases/DESK-1/files/add"), ("files", "two.zip", bytes));
        var files = (await desk.List()).Files;
        var (zip, inside) = (files.Single(f => f.Name == "two.zip"), files.Where(f => f.Name.StartsWith("two.zip/", StringComparison.Ordinal)).ToList());
        Assert.Equal(2, inside.Count);

        var list = HtmlPage.Read(await Get("/files"));
        Assert.Contains("Container: kept as received; its 2 files are listed by themselves", list.QuerySelector("#containers")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("two.zip ", list.QuerySelector("#open")!.TextContent.Replace("two.zip/", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var page = await Get($"/files/{zip.Id.Value}");
        Assert.Contains("its 2 files are listed by themselves", page, StringComparison.Ordinal);
        Assert.All(inside, file => Assert.Contains($"/files/{file.Id.Value}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("From whom", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/original\"", page, StringComparison.Ordinal);
        Assert.Contains("is not given out now", page, StringComparison.Ordinal);
        var original = new Uri($"/cases/DESK-1/files/{zip.Id.Value}/original", UriKind.Relative);
        using (var refused = await desk.Person.GetAsync(original, Cancel))
        {
            Assert.True((int)refused.StatusCode >= 400);
            Assert.Contains("lies in it, and that waits for answers", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        }

        var own = await Get($"/files/{inside[0].Id.Value}");
        Assert.Contains("Taken out of", own, StringComparison.Ordinal);
        Assert.Contains($"/files/{zip.Id.Value}\"", own, StringComparison.Ordinal);
        Assert.Contains(zip.Blob.Hex, own, StringComparison.Ordinal);

        foreach (var file in inside)
        {
            await Read(file);
        }

        Assert.Contains("/original\"", await Get($"/files/{zip.Id.Value}"), StringComparison.Ordinal);
        Assert.Equal(bytes, await desk.Person.GetByteArrayAsync(original, Cancel));
        Assert.Contains("Its files stay as they are", await Get($"/files/{zip.Id.Value}/withdraw"), StringComparison.Ordinal);
        zip = (await desk.List()).Files.Single(f => f.Id == zip.Id);
        Assert.True((await new WithdrawFile(desk.Services.GetRequiredService<OnusStore>()).Handle(new(Desk.Case, zip.Id, zip.Version, "Sent twice"), await Person(), Cancel)).IsOk);
        Assert.Contains("withdrawn on", await Get($"/files/{inside[0].Id.Value}"), StringComparison.Ordinal);
    }

    private async Task<Actor> Person() => (await desk.Services.GetRequiredService<OnusStore>().ActorNamed("Person 1", Cancel)).Value;

    private async Task Read(Material file)
    {
        var store = desk.Services.GetRequiredService<OnusStore>();
        var answers = new AnswerQuestions.Command { Case = Desk.Case, Files = [file.Id], From = "The miller", ObtainedNew = new(FoundationKind.Warrant, "Warrant for " + file.Name) };
        Assert.True((await new AnswerQuestions(store).Handle(answers, await Person(), Cancel)).IsOk);
        await Reading.Settled(desk.Services, Desk.Case);
        Assert.True((await new DecideReading(store).Handle(new(Desk.Case, [file.Id], new("Europe/Berlin", "dmy", null, null)), await Person(), Cancel)).IsOk);
        await Reading.Settled(desk.Services, Desk.Case);
        Assert.Equal(MaterialStatus.Read, (await desk.List()).Files.Single(f => f.Id == file.Id).Status);
    }

    private async Task<string> Get(string part) => WebUtility.HtmlDecode(await desk.Person.GetStringAsync("/cases/DESK-1" + part, Cancel));

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return made.ToArray();
    }
}
