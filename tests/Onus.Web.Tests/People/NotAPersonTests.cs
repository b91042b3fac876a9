using System.Net;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.People;

public sealed class NotAPersonTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Contacts = "/cases/ORCHARD/contacts";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_that_is_no_person_is_said_so_on_the_page_of_contacts_and_taken_back_there()
    {
        var police = await web.SignedIn("Demo person 1");
        var form = (await Page(police)).Split("<form").First(f => f.Contains("name=\"tick\" value=\"خالد\"", StringComparison.Ordinal));
        using var none = await OrchardWeb.Post(police, Contacts, form, [("nobody", "yes")]);
        Assert.Contains("Say of at least one name who it is", WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var said = await OrchardWeb.Post(police, Contacts, form, [("tick", "خالد"), ("nobody", "yes")]);
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);

        var left = await Page(police);
        Assert.Contains("Names that are no people", left, StringComparison.Ordinal);
        Assert.Contains("One message under these names stands in no list above.", left, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"tick\" value=\"خالد\"", left, StringComparison.Ordinal);

        var back = left.Split("<form").First(f => f.Contains("name=\"back\"", StringComparison.Ordinal));
        var id = back.Split("name=\"back\" value=\"")[1].Split('"')[0];
        using var taken = await OrchardWeb.Post(police, Contacts, back, [("back", id)]);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var again = await Page(police);
        Assert.Contains("name=\"tick\" value=\"خالد\"", again, StringComparison.Ordinal);
        Assert.DoesNotContain("Names that are no people", again, StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient who) => WebUtility.HtmlDecode(await who.GetStringAsync(new Uri(Contacts, UriKind.Relative), Cancel));
}
