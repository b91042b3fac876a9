using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Domain.Evidence;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>What the list of files says so that nobody has to open each: folders, further copies, pages without words, and what to do with what cannot be read.</summary>
public sealed class FileListTests(Desk desk) : IClassFixture<Desk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_files_of_one_name_are_told_apart_a_copy_is_pointed_out_and_scans_and_unknown_styles_say_what_they_are()
    {
        var scan = Scan();
        using (await desk.Send(
            await desk.Hidden($"/cases/{Desk.Case}/files/add"),
            ("files", "phone 1/note.txt", "remember the milk"u8.ToArray()), ("files", "phone 2/note.txt", "remember the bread"u8.ToArray()),
            ("files", "mail/order.eml", "From: someone@example.org\r\nSubject: order\r\n\r\nHello\r\n"u8.ToArray()), ("files", "mail/rows.json", "{\"a\":[1,2]}"u8.ToArray()),
            ("files", "odd/thing.zzz", "????"u8.ToArray()), ("files", "given/list.zzz", "!!!!"u8.ToArray()), ("files", "search/paper.pdf", scan), ("files", "given/paper.pdf", scan)))
        {
        }

        var store = desk.Services.GetRequiredService<OnusStore>();
        var actor = (await store.ActorNamed("Person 1", Cancel)).Value;
        var warrant = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Warrant, "Search order"), actor, Cancel)).Value;
        var files = (await desk.List()).Files;
        Assert.True((await new AnswerQuestions(store).Handle(new AnswerQuestions.Command { Case = Desk.Case, Files = [.. files.Select(f => f.Id)], From = "Somebody", Obtained = warrant }, actor, Cancel)).IsOk);
        await Reading.Settled(desk.Services, Desk.Case);

        var page = await Get("/files");
        Assert.Contains("phone 1/note.txt", page, StringComparison.Ordinal);
        Assert.Contains("phone 2/note.txt", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("It looks like a note. Open it, print it to PDF").Length - 1);
        Assert.Contains("It looks like an e-mail.", page, StringComparison.Ordinal);
        Assert.Contains("It looks like data of an app or a service.", page, StringComparison.Ordinal);
        Assert.Contains("If a program can open it", page, StringComparison.Ordinal);
        Assert.Contains("2 pages have no words: most likely scans", page, StringComparison.Ordinal);
        Assert.Contains("also received once more: say from whom and how", page, StringComparison.Ordinal);
        Assert.Contains("2 pages have no words", await Get(""), StringComparison.Ordinal);

        // The copy's own way of coming here is said on the page of the file.
        var paper = files.Single(f => f.Name == "search/paper.pdf").Id.Value;
        var own = await Get($"/files/{paper}");
        Assert.Contains("How was this copy obtained?", own, StringComparison.Ordinal);
        // What was answered for the folder of the copy is proposed for it.
        Assert.Matches("""name="also-from"[^>]*value="Somebody""", own);
        Assert.Matches($"(?s)name=\"also-obtained\".*?<option value=\"{warrant.Value}\" selected", own);
        var hidden = (await desk.Hidden($"/cases/{Desk.Case}/files/{paper}")).ToDictionary(h => h.Key, h => h.Value);
        hidden["_handler"] = "also-0";
        hidden["version"] = (await desk.List()).Files.Single(f => f.Id.Value == paper).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var form = new FormUrlEncodedContent([.. hidden, new("also-from", "Survivor A"), new("also-obtained", "given")]);
        using var said = await desk.Person.PostAsync(new Uri($"/cases/{Desk.Case}/files/{paper}", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var also = (await desk.List()).Files.Single(f => f.Id.Value == paper).AlsoReceived[0];
        await using var work = store.Begin(actor);
        var way = work.Db.Foundations.Single(f => f.Id == also.Obtained);
        Assert.Equal((FoundationKind.HandedOver, "Given voluntarily by Survivor A"), (way.Kind, way.Label));
        Assert.DoesNotContain("also received once more: say from whom and how", await Get("/files"), StringComparison.Ordinal);
    }

    private async Task<string> Get(string part) => WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri($"/cases/{Desk.Case}{part}", UriKind.Relative), Cancel));

    /// <summary>A PDF of two pages with nothing that could be read.</summary>
    internal static byte[] Scan()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var body in new[]
        {
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>",
            "<< /Length 22 >>\nstream\n0.9 g 40 40 200 200 re\nendstream",
        })
        {
            places.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n");
        }

        var table = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
