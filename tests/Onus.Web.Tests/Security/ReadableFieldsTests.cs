using System.Net;
using System.Text;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Security;

/// <summary>A sign that nobody sees and no database keeps is named, with the place where it stands, whatever form it came in.</summary>
public sealed class ReadableFieldsTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/cases/ORCHARD/clocks/new", "Form.What", "call records of%00 April", "behind the words “call records of”")]
    [InlineData("/cases/ORCHARD/clocks/new", "Form.Why", "%00", "One field begins with such a sign.")]
    [InlineData("/cases/ORCHARD/requests/new", "Form.What", "line one%0D%0Aand%20then%20a%20long%20line%20of%20words%20%E2%80%9Cquoted%E2%80%9D%00%00rest", "behind the words “and then a long line of words “quoted””")]
    [InlineData("/cases/ORCHARD/people/new", "Form.Pseudonym", "%F0%9F%8D%8E%00", "behind the words “\U0001F34E”")]
    [InlineData("/sign-in", "x", "a%00", "behind the words “a”")]
    public async Task A_field_with_it_is_refused_in_words(string address, string field, string typed, string said)
    {
        var client = await web.SignedIn("Demo person 2");
        var page = await (await client.GetAsync(new Uri(address, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel);
        var token = page.Contains("__RequestVerificationToken", StringComparison.Ordinal) ? page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0] : "";
        using var form = new StringContent($"__RequestVerificationToken={token}&_handler=watch&Form.Version=0&Form.Other=50%25&{field}={typed}&Form.Days=3", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form, Cancel);
        await Refused(answer, said);
    }

    [Fact]
    public async Task In_parts_and_in_addresses_it_is_refused_too_and_words_that_only_look_like_it_are_not()
    {
        var client = await web.SignedIn("Demo person 2");
        const string Address = "/cases/ORCHARD/clocks/new";
        var page = await client.GetStringAsync(new Uri(Address, UriKind.Relative), Cancel);
        var token = page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var parts = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("watch"), "_handler" }, { new StringContent("camera\0s"), "Form.What" } };
        using var inParts = await client.PostAsync(new Uri(Address, UriKind.Relative), parts, Cancel);
        await Refused(inParts, "behind the words “camera”");
        using var asked = await client.GetAsync(new Uri("/cases/ORCHARD/chronology?text=safe%00box", UriKind.Relative), Cancel);
        await Refused(asked, "behind the words “safe”");

        using var fine = new StringContent($"__RequestVerificationToken={token}&_handler=watch&Form.Version=0&Form.What=100%2500+and+%2500", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(new Uri(Address, UriKind.Relative), fine, Cancel);
        Assert.Contains("Say who holds it.", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task Refused(HttpResponseMessage answer, string said)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("There is a sign in it that cannot be kept", page, StringComparison.Ordinal);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("Nothing was saved.", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', page);
    }
}
