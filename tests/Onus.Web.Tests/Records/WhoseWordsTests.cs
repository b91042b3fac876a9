using System.Net;

namespace Onus.Web.Tests.Records;

/// <summary>In a statement it is asked whose words they are, with the teller chosen; what counts as the teller's own though it repeats another is said.</summary>
public sealed class WhoseWordsTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_asks_whose_words_they_are()
    {
        var client = await web.SignedIn("Demo person 2");
        var retold = WebUtility.HtmlDecode(await Get(client, Cite("They told me the work")));
        Assert.Matches("<p class=\"wrong\" data-ask>\\s*<strong>Whose words are these\\?</strong>", retold);
        Assert.Matches($"(?s)<select[^>]*name=\"Form.Words\"[^>]*>.*<option value=\"{web.Seeded.Survivor.Id.Value}\" selected", retold);
        // Words of one's own are not asked about, and the question of whose words they are is in sight all the same.
        var own = WebUtility.HtmlDecode(await Get(client, Cite("I asked for my passport")));
        Assert.Matches("<p class=\"wrong\" data-ask hidden>", own);
        Assert.True(own.IndexOf("name=\"Form.Words\"", StringComparison.Ordinal) < own.IndexOf("In your own words", StringComparison.Ordinal));
        // A message has its sender: nothing is asked.
        var message = await Get(client, $"/cases/ORCHARD/cite?record={web.Seeded.Row("chat.txt", "You owe").Id.Hex}");
        Assert.DoesNotContain("data-ask", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_as_the_tellers_own_though_it_repeats_another_is_said_when_it_was_cited()
    {
        var client = await web.SignedIn("Demo person 2");
        var address = Cite("On 3 May he said");
        var page = await Get(client, address);
        var form = page.Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
        using var sent = await OrchardWeb.Post(client, address, form, [("Form.Cells", "fact"), ("Form.Bearing", "supports"), ("Form.Words", web.Seeded.Survivor.Id.Value.ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var landed = WebUtility.HtmlDecode(await Get(client, sent.Headers.Location!.OriginalString));
        Assert.Contains("reads as if it repeated what somebody else said (“he said”), and counts as Survivor B’s own words.", landed, StringComparison.Ordinal);

        // Cited again for the same, it says that it was there.
        using var again = await OrchardWeb.Post(client, address, (await Get(client, address)).Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal)), [("Form.Cells", "fact"), ("Form.Bearing", "supports"), ("Form.Words", web.Seeded.Survivor.Id.Value.ToString())]);
        Assert.Contains("This passage was already cited for this. Nothing was added.", WebUtility.HtmlDecode(await Get(client, again.Headers.Location!.OriginalString)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_in_a_statement_stands_under_its_paragraph_and_is_nobodys_until_the_form_says_whose()
    {
        if (!web.Seeded.Files.ContainsKey("second.docx"))
        {
            await web.Seeded.AddCommented();
        }

        var client = await web.SignedIn("Demo person 2");
        var row = web.Seeded.Row("second.docx", "told me");
        var file = WebUtility.HtmlDecode(await Get(client, $"/cases/ORCHARD/files/{row.Material.Value}/read"));
        Assert.True(file.IndexOf("I slept in the shed.", StringComparison.Ordinal) < file.IndexOf("She told me it was the house", StringComparison.Ordinal));
        Assert.Matches("(?s)data-unsaid[^>]*>.*Comment 1.*By, as the file says:.*Officer 4.*21 May 2025", file);
        Assert.Contains("the zone is not known", file, StringComparison.Ordinal);
        Assert.Contains("slice verified", await Get(client, $"/cases/ORCHARD/records/{row.Id.Hex}"), StringComparison.Ordinal);

        var address = $"/cases/ORCHARD/cite?record={row.Id.Hex}";
        var page = WebUtility.HtmlDecode(await Get(client, address));
        Assert.Matches("(?s)<select[^>]*name=\"Form.Words\"[^>]*>\\s*<option value[^>]* selected[^>]*>Not said yet; who wrote a comment", page);
        foreach (var (words, origins) in new[] { ("", Array.Empty<Domain.Shared.PersonId?>()), (web.Seeded.Survivor.Id.Value.ToString(), [web.Seeded.Survivor.Id]) })
        {
            var form = (await Get(client, address)).Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
            using var sent = await OrchardWeb.Post(client, address, form, [("Form.Cells", "fact"), ("Form.Bearing", "supports"), ("Form.Words", words)]);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            await using var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor());
            Assert.Equal(origins, work.Db.Exhibits.Single(e => e.Record == row.Id).Origins.Select(o => o.Person));
        }
    }

    private string Cite(string words) => $"/cases/ORCHARD/cite?record={web.Seeded.Row("statement.docx", words).Id.Hex}";

    private static async Task<string> Get(HttpClient client, string address)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
