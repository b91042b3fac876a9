using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Evidence;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.TakeBack;

/// <summary>A citation is taken back where it is shown: beside the exhibit, on the page of the fact, on the page of the exhibit and in the notice after citing.</summary>
public sealed class TakeBackPagesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Bearing.Undermines, "speaks against", "no longer speaks against the fact")]
    [InlineData(Bearing.Supports, "supports", "no longer supports the fact")]
    public async Task The_button_stands_with_the_exhibit_and_the_fact_and_leads_back_to_where_it_was_pressed(Bearing bearing, string said, string told)
    {
        var client = await web.SignedIn("Demo person 2");
        var shown = await Cite(0, command => command with { Fact = "Shown once, " + said });
        // A passage each: what spoke against a fact is marked from then on, and asks why whenever it is taken back.
        var row = bearing == Bearing.Undermines ? 1 : 5;
        var cited = await Cite(row, command => command with { ExistingFact = shown.Fact, Bearing = bearing });
        var button = $"Take back that EX-{cited.Number} {said} this fact";
        var record = $"/cases/ORCHARD/records/{web.Seeded.Rows["chat.txt"][row].Id.Hex}?exhibit={cited.Number}";
        foreach (var address in new[] { $"/cases/ORCHARD/facts/{shown.Fact.Value}", $"/cases/ORCHARD/exhibits/{cited.Number}/rests", record })
        {
            Assert.Contains(button, await Get(client, address), StringComparison.Ordinal);
        }

        // Under what speaks against the fact no button takes the prosecution's fact away.
        var panel = (await Get(client, record)).Split("<li>").Single(item => item.Contains(button, StringComparison.Ordinal) && item.Contains("Shown once, " + said, StringComparison.Ordinal));
        Assert.Equal(bearing == Bearing.Supports, panel.Contains($"Take the fact “Shown once, {said}” off the element “", StringComparison.Ordinal));
        Assert.DoesNotContain("Take it off", panel, StringComparison.Ordinal);

        // What speaks against a fact is taken back with a reason, by counsel.
        var (against, page) = (bearing == Bearing.Undermines, await Get(client, record));
        Assert.Equal(!against, (await Get(await web.SignedIn("Demo person 1"), record)).Contains(button, StringComparison.Ordinal));
        var why = against ? await Get(client, "/cases/ORCHARD/take-back?citation=" + page.Split("/take-back?citation=")[1..].Single(part => part.Contains(cited.Cite.Value.ToString(), StringComparison.Ordinal)).Split('"')[0]) : page;
        var form = why.Split("<form").First(part => part.Contains("name=\"citation\"", StringComparison.Ordinal) && part.Contains(cited.Cite.Value.ToString(), StringComparison.Ordinal));
        if (against)
        {
            var refused = await OrchardWeb.Post(client, "/cases/ORCHARD/take-back", form, [("onus-key", Guid.CreateVersion7().ToString())]);
            Assert.Contains("say why it is taken back", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        }

        var sent = await OrchardWeb.Post(client, "/cases/ORCHARD/take-back", form, against ? [("reason", "Meant for another fact")] : []);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.StartsWith(record, Where(sent), StringComparison.Ordinal);
        var landed = await Get(client, Where(sent));
        Assert.Contains($"EX-{cited.Number} {told}: Shown once, {said}", landed, StringComparison.Ordinal);
        Assert.Contains("The exhibit and the fact stay.", landed, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing shows this fact any more", landed, StringComparison.Ordinal);

        if (against)
        {
            Assert.Contains("and that was taken back: Meant for another fact (Demo person 2, ", await Get(client, "/cases/ORCHARD/disclosure"), StringComparison.Ordinal);
        }

        // Pressed once more on a page that was left open, it is told and nothing else happens.
        var again = await OrchardWeb.Post(client, "/cases/ORCHARD/take-back", form, [("onus-key", Guid.CreateVersion7().ToString()), ("reason", "Once more")]);
        Assert.Contains("This citation was taken back already.", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notice_after_citing_takes_back_what_was_just_cited_and_says_that_nothing_shows_the_fact()
    {
        var client = await web.SignedIn("Demo person 1");
        var cite = $"/cases/ORCHARD/cite?record={web.Seeded.Rows["chat.txt"][3].Id.Hex}";
        var form = (await Get(client, cite)).Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
        var done = await OrchardWeb.Post(client, "/cases/ORCHARD/cite", form, [("Form.Cells", "fact"), ("Form.Bearing", "supports"), ("Form.Fact", "Cited by a slip of the hand")]);
        var notice = await Get(client, Where(done));
        var button = notice.Split("<form").First(part => part.Contains("name=\"citation\"", StringComparison.Ordinal));
        var sent = await OrchardWeb.Post(client, "/cases/ORCHARD/take-back", button, [("back", "https://elsewhere.example/")]);
        Assert.StartsWith("/cases/ORCHARD/facts?taken=", Where(sent), StringComparison.Ordinal);
        sent = await client.GetAsync(new Uri(Where(done).Split('?')[0] + "?" + Where(sent).Split('?')[1], UriKind.Relative), Cancel);
        var landed = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Nothing shows this fact any more:", landed, StringComparison.Ordinal);
        Assert.Contains("Cited by a slip of the hand", landed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_with_its_citation_is_told_where_its_page_was_and_its_exhibit_still_leads_to_what_it_rests_on()
    {
        var client = await web.SignedIn("Demo person 2");
        var cited = await Cite(12, command => command);
        var rests = $"href=\"/cases/ORCHARD/exhibits/{cited.Number}/rests\"";
        var record = $"/cases/ORCHARD/records/{web.Seeded.Rows["chat.txt"][12].Id.Hex}?exhibit={cited.Number}";
        Assert.Contains(rests, await Get(client, record), StringComparison.Ordinal);
        var fact = $"/cases/ORCHARD/facts/{cited.Fact.Value}";
        var form = (await Get(client, fact)).Split("<form").First(part => part.Contains(cited.Cite.Value.ToString(), StringComparison.Ordinal) && part.Contains("name=\"citation\"", StringComparison.Ordinal));
        var sent = await OrchardWeb.Post(client, "/cases/ORCHARD/take-back", form, []);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.DoesNotContain(cited.Fact.Value.ToString(), Where(sent).Split('?')[0], StringComparison.Ordinal);
        Assert.Contains($"EX-{cited.Number} was cited by mistake, and that is taken back.", await Get(client, Where(sent)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(fact, UriKind.Relative), Cancel)).StatusCode);
        // The exhibit is there and shows nothing, and what it rests on can be corrected all the same.
        var left = await Get(client, record);
        Assert.Contains($"EX-{cited.Number} shows nothing now.", left, StringComparison.Ordinal);
        Assert.Contains(rests, left, StringComparison.Ordinal);
    }

    private async Task<CitePassage.Cited> Cite(int row, Func<CitePassage.Command, CitePassage.Command> change) => (await new CitePassage(
        web.Services.GetRequiredService<Store.OnusStore>(), web.Services.GetRequiredService<Texts>(), web.Services.GetRequiredService<LawPacks>(), web.Services.GetRequiredService<Casework.Originals.DrawPage>()).Handle(
        change(new()
        {
            Case = web.Seeded.Ref,
            Record = web.Seeded.Rows["chat.txt"][row].Id,
            Elements = [new("us.1589-a", "us.1589-a.knowingly")],
            Survivors = [web.Seeded.Survivor.Id],
            Defendants = [web.Seeded.Defendant.Id],
        }),
        await web.Seeded.Prosecutor(), Cancel)).Value;

    // With its question, without the host and the place on the page.
    private static string Where(HttpResponseMessage answer) => new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery;

    private static async Task<string> Get(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel));
}
