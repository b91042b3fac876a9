using System.Net;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.People;

/// <summary>A name in the files that nobody bears yet gets somebody who bears it.</summary>
public sealed class AddFromContactsTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_name_goes_along_without_standing_in_the_address_and_the_page_of_contacts_opens_again()
    {
        const string Contacts = "/cases/ORCHARD/contacts";
        var police = await web.SignedIn("Demo person 1");
        var row = (await Page(police, Contacts)).Split("<tr").First(r => r.Contains("name=\"tick\" value=\"خالد\"", StringComparison.Ordinal));
        var address = row.Split("href=\"").Select(part => part.Split('"')[0]).Single(href => href.Contains("/people?as=", StringComparison.Ordinal)).Split('#')[0];
        Assert.DoesNotContain("خالد", Uri.UnescapeDataString(address), StringComparison.Ordinal);

        var page = await Page(police, address);
        Assert.Matches("is named “.?خالد.?” in the files", page);
        var form = page.Split("<form").First(f => f.Contains("name=\"ready\"", StringComparison.Ordinal));
        using var nobody = await OrchardWeb.Post(police, address, form, []);
        Assert.Matches("is named “.?خالد.?” in the files", WebUtility.HtmlDecode(await nobody.Content.ReadAsStringAsync(Cancel)));
        using var added = await OrchardWeb.Post(police, address, form, [("ready", "Witness:Witness 1")]);
        Assert.EndsWith("/contacts?settled=1#unknown", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"tick\" value=\"خالد\"", await Page(police, Contacts), StringComparison.Ordinal);
        Assert.Contains("<bdi>خالد</bdi>", await Page(police, "/cases/ORCHARD/people"), StringComparison.Ordinal);
        Assert.DoesNotContain("is named “", await Page(police, "/cases/ORCHARD/people?as=nothing"), StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient who, string at) => WebUtility.HtmlDecode(await who.GetStringAsync(new Uri(at, UriKind.Relative), Cancel));
}
