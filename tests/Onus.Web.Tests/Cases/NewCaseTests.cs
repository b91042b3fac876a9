using System.Net;
using Onus.Store.Content;
using Onus.Web.Tests.Files;

namespace Onus.Web.Tests.Cases;

/// <summary>The countries of a new case are those that have a law pack here.</summary>
public sealed class NewCaseTests(Desk desk) : IClassFixture<Desk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_country_with_something_to_charge_is_offered_and_none_is_chosen_beforehand()
    {
        var page = WebUtility.HtmlDecode(await desk.Person.GetStringAsync("/cases/new", Cancel));
        foreach (var pack in LawPackFiles.Load(Path.Combine(ContentFolder.Find(), "law")).Packs.Packs)
        {
            Assert.Equal(pack.Offences.Any(offence => offence.Chargeable), page.Contains($"<option value=\"{pack.Country}\">{pack.Title}</option>", StringComparison.Ordinal));
        }

        Assert.Matches("<option value(=\"\")? selected(=\"\")?>Choose<", page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("un")]
    [InlineData("atlantis")]
    public async Task A_country_without_a_pack_opens_no_case(string country)
    {
        var sent = await desk.Person.PostAsync(
            "/cases/new",
            new FormUrlEncodedContent([.. await desk.Hidden("/cases/new"), new("Form.Ref", "LAND-1"), new("Form.Title", "A case"), new("Form.Country", country)]),
            Cancel);
        Assert.NotEqual(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Choose the law of the case.", await sent.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
