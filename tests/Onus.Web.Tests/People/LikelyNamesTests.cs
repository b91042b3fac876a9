using System.Net;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.People;

/// <summary>Names that somebody of the case bears already, written otherwise, are proposed and settled with one button.</summary>
public sealed class LikelyNamesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Contacts = "/cases/ORCHARD/contacts";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_proposed_is_settled_with_one_button_and_nothing_without_it()
    {
        var police = await web.SignedIn("Demo person 1");
        Assert.DoesNotContain("id=\"likely\"", await Page(police, Contacts), StringComparison.Ordinal);
        var people = (await Page(police, "/cases/ORCHARD/people")).Split("<form").First(f => f.Contains("name=\"ready\"", StringComparison.Ordinal));
        using var added = await OrchardWeb.Post(police, "/cases/ORCHARD/people", people, [("name", "Custodian 7"), ("role", "Custodian"), ("known", "QUARRY-FUEL")]);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        var page = await Page(police, Contacts);
        Assert.Contains("name=\"tick\" value=\"Quarry Fuel\"", page, StringComparison.Ordinal);
        var form = page.Split("<form").Single(f => f.Contains("id=\"likely\"", StringComparison.Ordinal));
        Assert.Matches("<bdi>Quarry Fuel</bdi>: <bdi>Custodian 7</bdi>", form);
        var said = form.Split("type=\"hidden\" name=\"").Skip(1).Select(field => (Name: field.Split('"')[0], Value: field.Split("value=\"")[1].Split('"')[0])).Where(field => field.Name is "name" or "is");
        using var saved = await OrchardWeb.Post(police, Contacts, form, said);
        Assert.Contains("settled=1", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"tick\" value=\"Quarry Fuel\"", await Page(police, Contacts), StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient who, string at) => WebUtility.HtmlDecode(await who.GetStringAsync(new Uri(at, UriKind.Relative), Cancel));
}
