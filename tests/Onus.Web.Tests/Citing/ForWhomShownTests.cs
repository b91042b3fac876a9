using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.People;
using Onus.Store;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Citing;

/// <summary>Two passages show one fact, each for a survivor of its own: what came of the second, and the page of the fact, say for whom each shows it.</summary>
public sealed class ForWhomShownTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Knowingly = "us.1589-a|us.1589-a.knowingly";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whom_a_passage_was_not_cited_about_it_is_not_said_to_show_anything_about()
    {
        var other = new Person { Id = new(Guid.CreateVersion7()), CaseId = web.Seeded.Id, Pseudonym = "Survivor C", Roles = [PersonRole.Survivor] };
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor()))
        {
            work.Add(other);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.PersonAdded), Cancel)).IsOk);
        }

        var client = await web.SignedIn("Demo person 2");
        var first = await Cite(client, "I asked for my passport", web.Seeded.Survivor.Id, ("Form.Fact", "He kept the passports."));
        Assert.Contains("by Defendant 1, about Survivor B.", first, StringComparison.Ordinal);
        var fact = await Fact();
        var second = await Cite(client, "They told me the work", other.Id, ("Form.Known", fact));
        Assert.Contains("by Defendant 1, about Survivor C.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("about Survivor B, Survivor C.", second, StringComparison.Ordinal);

        var page = HtmlPage.Read(await client.GetStringAsync(new Uri($"/cases/ORCHARD/facts/{fact}", UriKind.Relative), Cancel));
        var shown = page.QuerySelectorAll("ul.quotes > li").Select(cited => cited.TextContent).ToList();
        Assert.Contains("about Survivor B.", shown[0], StringComparison.Ordinal);
        Assert.Contains("about Survivor C.", shown[1], StringComparison.Ordinal);
    }

    private async Task<string> Cite(HttpClient client, string words, Domain.Shared.PersonId about, (string Name, string Value) fact)
    {
        var address = $"/cases/ORCHARD/cite?offence=us.1589-a&record={web.Seeded.Row("statement.docx", words).Id.Hex}";
        var form = (await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel)).Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
        using var sent = await OrchardWeb.Post(
            client, address, form,
            [
                ("Form.Cells", Knowingly), ("Form.Bearing", "supports"), ("Form.About", about.Value.ToString()), ("Form.By", web.Seeded.Defendant.Id.Value.ToString()),
                ("Form.Words", web.Seeded.Survivor.Id.Value.ToString()), fact,
            ]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return WebUtility.HtmlDecode(await client.GetStringAsync(sent.Headers.Location!, Cancel));
    }

    private async Task<string> Fact()
    {
        await using var work = web.Services.GetRequiredService<OnusStore>().Begin(await web.Seeded.Prosecutor());
        return work.Db.Facts.Single(fact => fact.Sentence == "He kept the passports.").Id.Value.ToString();
    }
}
