using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Evidence;

namespace Onus.Web.Tests.Files;

public sealed class UploadTests(Desk desk) : IClassFixture<Desk>
{
    private const string Add = "/cases/DESK-1/files/add";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_stored_as_they_are_and_lead_to_the_questions()
    {
        var bytes = Unlike("first");
        var answer = await desk.Send(await desk.Hidden(Add), ("files", "folder/first.txt", bytes), ("files", "", []));
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.StartsWith("/cases/DESK-1/files/questions?run=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var file = (await desk.List()).Files.Single(f => f.Name == "folder/first.txt");
        Assert.Equal((Sha256.Of(bytes), "first.txt", MaterialStatus.Held), (file.Blob, file.Title, file.Status));

        // Nobody has said yet how it was obtained, so nothing is given out.
        var early = await desk.Person.GetAsync($"/cases/DESK-1/files/{file.Id.Value}/original", Cancel);
        Assert.NotEqual(bytes, await early.Content.ReadAsByteArrayAsync(Cancel));
        var store = desk.Services.GetRequiredService<Onus.Store.OnusStore>();
        Assert.True((await new Casework.Files.AnswerQuestions(store).Handle(
            new Casework.Files.AnswerQuestions.Command { Case = Desk.Case, Files = [file.Id], From = "The miller", ObtainedNew = new(FoundationKind.Warrant, "Warrant 1") }, (await store.ActorNamed("Person 1", Cancel)).Value, Cancel)).IsOk);

        var fetched = await desk.Person.GetAsync($"/cases/DESK-1/files/{file.Id.Value}/original", Cancel);
        Assert.Equal(bytes, await fetched.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("application/octet-stream", fetched.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", fetched.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", fetched.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_token_of_its_form_nothing_is_stored(bool wrong)
    {
        var before = (await desk.List()).Seen;
        var hidden = (await desk.Hidden(Add)).Where(h => h.Key != "__RequestVerificationToken").ToList();
        var answer = await desk.Send(wrong ? [new("__RequestVerificationToken", "forged"), .. hidden] : hidden, ("files", "x.txt", Unlike("no token")));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("This form was open too long", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, (await desk.List()).Seen);
    }

    [Fact]
    public async Task A_drop_beyond_the_limit_is_refused_with_a_page_and_nothing_of_it_is_kept()
    {
        var before = (await desk.List()).Seen;
        var answer = await desk.Send(await desk.Hidden(Add), ("files", "small.txt", Unlike("small")), ("files", "large.bin", new byte[Desk.MostBytes]));
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Contains("more than fits in one go", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, (await desk.List()).Seen);
    }

    [Theory]
    [InlineData("../../etc/cron.d/x", "name-leaves-folder")]
    [InlineData("/etc/passwd", "name-leaves-folder")]
    [InlineData("C:\\\\Windows\\\\x.txt", "name-leaves-folder")]
    public async Task A_name_that_leaves_the_folder_is_rejected_and_said(string name, string reason)
    {
        var answer = await desk.Send(await desk.Hidden(Add), ("files", name, Unlike(name)));
        Assert.Equal(302, (int)answer.StatusCode);
        var last = (await desk.List()).Runs[^1];
        Assert.Equal((1, 0, reason), (last.Seen, last.Stored, last.Rejected.Single().Reason));
    }

    [Fact]
    public async Task The_same_bytes_are_stored_once_and_the_second_name_says_where_they_are()
    {
        var bytes = Unlike("twice");
        await desk.Send(await desk.Hidden(Add), ("files", "one.txt", bytes), ("files", "two.txt", bytes));
        var last = (await desk.List()).Runs[^1];
        Assert.Equal((2, 1), (last.Seen, last.Stored));
        Assert.Equal(("two.txt", "already-here", "one.txt"), (last.Rejected[0].Name, last.Rejected[0].Reason, last.Rejected[0].Detail));
    }

    [Fact]
    public async Task A_form_sent_twice_hands_its_files_in_once()
    {
        var hidden = await desk.Hidden(Add);
        await desk.Send(hidden, ("files", "form-twice.txt", Unlike("form twice")));
        var runs = (await desk.List()).Runs.Count;
        var again = await desk.Send(hidden, ("files", "form-twice.txt", Unlike("form twice")));
        Assert.Equal(302, (int)again.StatusCode);
        Assert.Equal(runs, (await desk.List()).Runs.Count);
    }

    [Fact]
    public async Task A_drop_without_a_file_says_so()
    {
        var answer = await desk.Send(await desk.Hidden(Add), ("files", "", []));
        var page = await desk.Person.GetStringAsync(answer.Headers.Location, Cancel);
        Assert.Contains("Choose at least one file", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_that_stands_for_a_folder_becomes_its_files_and_a_chat_export_stays_one()
    {
        var inside = Zip(("bank/a.csv", "Date;Amount\n1;2"), ("../out.txt", "no"), ("chat.zip", "not really"));
        await desk.Send(await desk.Hidden(Add), ("folder-zip", "case.zip", inside));
        var last = (await desk.List()).Runs[^1];
        Assert.Equal((4, 3), (last.Seen, last.Stored));
        Assert.Equal(("case.zip/../out.txt", "name-leaves-folder"), (last.Rejected[0].Name, last.Rejected[0].Reason));
        Assert.Contains((await desk.List()).Files, f => f.Name == "case.zip/bank/a.csv");

        var chat = Zip(("_chat.txt", "[03/05/2025, 18:04:51] Defendant 1: one\n[03/05/2025, 18:05:51] Survivor B: two\n[03/05/2025, 18:06:51] Defendant 1: three\n"));
        await desk.Send(await desk.Hidden(Add), ("folder-zip", "WhatsApp Chat.zip", chat));
        Assert.Contains((await desk.List()).Files, f => f.Name == "WhatsApp Chat.zip");
    }

    [Fact]
    public async Task An_entry_of_a_folder_zip_that_unpacks_to_far_more_than_it_holds_is_rejected()
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var bomb = await zip.CreateEntry("bomb.bin", CompressionLevel.SmallestSize).OpenAsync(Cancel);
            var nothing = new byte[1 << 20];
            for (var i = 0; i < 100; i++)
            {
                await bomb.WriteAsync(nothing, Cancel);
            }
        }

        await desk.Send(await desk.Hidden(Add), ("folder-zip", "bomb.zip", made.ToArray()));
        Assert.Equal("unpacks-too-large", (await desk.List()).Runs[^1].Rejected.Single().Reason);
    }

    [Fact]
    public async Task Another_case_takes_no_files_and_shows_none()
    {
        var answer = await desk.Person.GetAsync("/cases/OTHER-1/files", Cancel);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(404, (int)(await desk.Person.GetAsync($"/cases/DESK-1/files/{Guid.CreateVersion7()}", Cancel)).StatusCode);
        Assert.Equal(404, (int)(await desk.Person.GetAsync($"/cases/DESK-1/files/{Guid.CreateVersion7()}/original", Cancel)).StatusCode);
    }

    private static byte[] Unlike(string seed) => Encoding.UTF8.GetBytes("these bytes are those of " + seed);

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
