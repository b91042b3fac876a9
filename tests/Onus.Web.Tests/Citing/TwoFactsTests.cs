using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Store;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Citing;

/// <summary>Whoever chooses one fact among those of the elements and another from the list of all is asked which, and nothing is saved.</summary>
public sealed class TwoFactsTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_facts_chosen_at_once_are_asked_about_and_nothing_is_saved()
    {
        var client = await web.SignedIn("Demo person 2");
        using var one = await Send(client, "I asked for my passport", ("Form.Fact", "She asked for her passport."));
        using var other = await Send(client, "They told me the work", ("Form.Fact", "They spoke of the work."), ("Form.Words", web.Seeded.Survivor.Id.Value.ToString()));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (one.StatusCode, other.StatusCode));
        var (first, second, before) = await Facts();

        using var both = await Send(client, "On 3 May he said", ("Form.Words", web.Seeded.Survivor.Id.Value.ToString()), ("Form.Known", first), ("Form.Other", second));
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
        var said = HtmlPage.Read(await both.Content.ReadAsStringAsync(Cancel)).QuerySelector("[id='Form.Known'] .wrong")!.TextContent;
        Assert.Contains("You chose one fact above and another from the list. Choose one of them. Nothing was saved.", said, StringComparison.Ordinal);
        Assert.Equal(before, (await Facts()).Exhibits);

        // The same fact in both places is one.
        using var same = await Send(client, "On 3 May he said", ("Form.Words", web.Seeded.Survivor.Id.Value.ToString()), ("Form.Known", first), ("Form.Other", first));
        Assert.Equal(HttpStatusCode.Redirect, same.StatusCode);
    }

    private async Task<HttpResponseMessage> Send(HttpClient client, string words, params (string Name, string Value)[] more)
    {
        var address = $"/cases/ORCHARD/cite?record={web.Seeded.Row("statement.docx", words).Id.Hex}";
        var form = (await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel)).Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
        return await OrchardWeb.Post(client, address, form, [("Form.Cells", "fact"), ("Form.Bearing", "supports"), .. more]);
    }

    private async Task<(string First, string Second, int Exhibits)> Facts()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin(await web.Seeded.Prosecutor());
        var facts = work.Db.Facts.Where(fact => fact.Sentence == "She asked for her passport." || fact.Sentence == "They spoke of the work.").Select(fact => fact.Id).ToList();
        return (facts[0].Value.ToString(), facts[1].Value.ToString(), work.Db.Exhibits.Count());
    }
}
