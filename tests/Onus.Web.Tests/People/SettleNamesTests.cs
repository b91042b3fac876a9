using System.Net;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.People;

public sealed class SettleNamesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Contacts = "/cases/ORCHARD/contacts";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_open_names_are_settled_with_one_form_and_what_is_wrong_stands_in_its_row()
    {
        var police = await web.SignedIn("Demo person 1");
        var page = await Page(police);
        var form = page.Split("<form").First(f => f.Contains("name=\"tick\"", StringComparison.Ordinal));
        var names = form.Split("name=\"name\" value=\"").Skip(1).Select(n => n.Split('"')[0]).ToList();
        Assert.Contains("Quarry Fuel", names);
        var survivor = form.Split("<option value=\"").First(o => o.Contains("Survivor B", StringComparison.Ordinal)).Split('"')[0];

        // Somebody settled one of them meanwhile: nothing is saved, and the row of that name says so.
        var stale = names.Select(n => ("name", n)).Append(("name", "Boss")).Concat(names.Select(_ => ("is", ""))).Append(("is", survivor)).ToList();
        using var wrong = await OrchardWeb.Post(police, Contacts, form, stale);
        Assert.Contains("belongs to Defendant 1 already", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);

        using var saved = await OrchardWeb.Post(
            police, Contacts, form,
            names.Select(n => ("name", n)).Concat(names.Select(n => ("is", n == "Quarry Fuel" ? "nobody" : ""))).Append(("ticked-are", survivor)));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("settled=1", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(">Quarry Fuel</bdi>", (await Page(police)).Split("id=\"left\"")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_people_the_case_does_not_have_are_settled_with_the_same_form()
    {
        var police = await web.SignedIn("Demo person 1");
        var form = (await Page(police)).Split("<form").First(f => f.Contains("name=\"tick\"", StringComparison.Ordinal));
        Assert.Contains("<option value=\"new:Witness\"", form, StringComparison.Ordinal);
        using var gone = await OrchardWeb.Post(police, Contacts, form, [("name", "خالد"), ("is", "new:Unknown")]);
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        using var saved = await OrchardWeb.Post(police, Contacts, form, [("name", "خالد"), ("is", "new:Witness")]);
        Assert.Contains("settled=1", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        var people = WebUtility.HtmlDecode(await police.GetStringAsync(new Uri("/cases/ORCHARD/people", UriKind.Relative), Cancel));
        Assert.Matches("<bdi>Witness [0-9]+</bdi></a></th>(?:(?!<tr).)*<bdi>خالد</bdi>", people.ReplaceLineEndings(" "));
    }

    private static async Task<string> Page(HttpClient who) => WebUtility.HtmlDecode(await who.GetStringAsync(new Uri(Contacts, UriKind.Relative), Cancel));
}
