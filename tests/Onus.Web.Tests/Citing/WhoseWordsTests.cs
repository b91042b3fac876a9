using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Citing;

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

    [Theory]
    [InlineData("Mi prima me contó que la puerta estaba cerrada.")]
    [InlineData("A vizinha contou-me tudo.")]
    [InlineData("Ma sœur m’a dit qu’il avait les clés.")]
    [InlineData("Meine Tante erzählte mir von den Schulden.")]
    [InlineData("Mia zia mi ha detto che era chiuso.")]
    [InlineData("De buurvrouw vertelde me dat hij sloeg.")]
    [InlineData("Min syster berättade för mig om huset.")]
    [InlineData("Min søster fortalte mig om huset.")]
    [InlineData("Søsteren min fortalte meg om huset.")]
    [InlineData("Sisareni kertoi minulle talosta.")]
    [InlineData("Siostra powiedziała mi, że drzwi były zamknięte.")]
    [InlineData("Сестра сказала мне, что дверь заперта.")]
    [InlineData("Сестра розповіла мені про борг.")]
    [InlineData("Sora mea mi-a spus că ușa era închisă.")]
    [InlineData("Ablam bana anlattı.")]
    [InlineData("Kakak bilang kepada saya bahwa pintu dikunci.")]
    [InlineData("Chị tôi kể cho tôi về món nợ.")]
    [InlineData("Sinabi sa akin ng kapatid ko ang utang.")]
    [InlineData("Dada yangu aliniambia kuhusu deni.")]
    [InlineData("أختي قالت لي إن الباب مقفل.")]
    [InlineData("خواهرم به من گفت که در قفل است.")]
    [InlineData("मेरी बहन ने मुझे बताया कि दरवाज़ा बंद था।")]
    [InlineData("बहिनीले मलाई भनिन् ढोका बन्द थियो।")]
    [InlineData("আমার বোন আমাকে বলেছিল দরজা বন্ধ।")]
    [InlineData("พี่สาวเล่าให้ฟังและบอกฉันว่าประตูล็อก")]
    [InlineData("我姐姐告诉我门是锁着的。")]
    [InlineData("我姐姐告訴我門是鎖著的。")]
    [InlineData("姉がドアは閉まっていたと教えてくれました。")]
    [InlineData("언니가 저에게 말했습니다.")]
    public void Words_that_repeat_another_are_known_in_the_languages_of_the_chats(string words)
    {
        var speech = Onus.Web.Citing.CiteForm.SpeechOf(web.Services.GetRequiredService<Onus.Content.Texts>());
        Assert.NotNull(speech.Find(words, null, []));
    }

    [Theory]
    [InlineData("Él cerró la puerta y tomó mi pasaporte.")]
    [InlineData("Er nahm am ersten Tag meinen Pass.")]
    [InlineData("Он забрал мой паспорт в первый день.")]
    [InlineData("أخذ جواز سفري في اليوم الأول.")]
    [InlineData("उसने पहले दिन मेरा पासपोर्ट ले लिया।")]
    [InlineData("他第一天就拿走了我的护照。")]
    [InlineData("彼は初日に私のパスポートを取り上げた。")]
    [InlineData("그는 첫날 내 여권을 가져갔다.")]
    public void Words_of_ones_own_are_not_taken_for_anothers(string words) =>
        Assert.Null(Onus.Web.Citing.CiteForm.SpeechOf(web.Services.GetRequiredService<Onus.Content.Texts>()).Find(words, null, []));

    [Fact]
    public async Task What_the_file_itself_doubts_is_asked_and_is_said_with_the_exhibit()
    {
        var id = new Sha256(777_001.ToString("x64", CultureInfo.InvariantCulture));
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Investigator()))
        {
            work.AddRecords([web.Seeded.Row("chat.txt", "You owe") with { Id = id, Sequence = 777_001, Warnings = ["earlier-than-line-above:2 (2025-05-19 10:05)", "edited"] }]);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var client = await web.SignedIn("Demo person 2");
        var address = $"/cases/ORCHARD/cite?record={id.Hex}";
        var page = await Get(client, address);
        var doubts = WebUtility.HtmlDecode(page).Split("data-doubts")[1].Split("</div>")[0];
        Assert.StartsWith(">", doubts, StringComparison.Ordinal);
        Assert.Contains("gives reason to doubt whose words these are", doubts, StringComparison.Ordinal);
        Assert.Contains("line 2 (2025-05-19 10:05)", doubts, StringComparison.Ordinal);
        Assert.DoesNotContain("changed this message", doubts, StringComparison.Ordinal);
        // By whom is nobody's guess then; of words that nothing doubts the sender is ticked.
        Assert.DoesNotContain("checked", By(page), StringComparison.Ordinal);
        Assert.Contains("checked", By(await Get(client, $"/cases/ORCHARD/cite?record={web.Seeded.Row("chat.txt", "You owe").Id.Hex}")), StringComparison.Ordinal);
        string By(string form) => string.Concat(form.Split("<input").Where(input => input.Contains("name=\"Form.By\"", StringComparison.Ordinal)).Select(input => input.Split('>')[0]));
        // Of what nothing doubts nothing is asked.
        Assert.StartsWith(" hidden", (await Get(client, $"/cases/ORCHARD/cite?record={web.Seeded.Row("chat.txt", "You owe").Id.Hex}")).Split("data-doubts")[1], StringComparison.Ordinal);
        using var sent = await OrchardWeb.Post(client, address, page.Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal)), [("Form.Cells", "fact"), ("Form.Bearing", "supports")]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        // Nor is it anybody's guess in the form for the same.
        Assert.DoesNotContain("checked", By(await Get(client, $"{address}&same={sent.Headers.Location!.OriginalString.Split("tie=")[1].Split('&')[0]}")), StringComparison.Ordinal);
        var number = sent.Headers.Location!.OriginalString.Split("cited=")[1].Split('&')[0];
        Assert.Contains("Whose words these are is in doubt.", WebUtility.HtmlDecode(await Get(client, $"/cases/ORCHARD/exhibits/{number}/rests")), StringComparison.Ordinal);
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
