using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Web.CaseShell;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.CaseShell;

/// <summary>Whoever follows an old link or bookmark is led on for good.</summary>
public sealed class FormerAddressesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/gaps/clocks/new", "/clocks/new")]
    [InlineData("/gaps/clocks/new?known=3", "/clocks/new?known=3")]
    [InlineData("/gaps/clocks/01972f6e-1111-7111-8111-111111111111", "/clocks/01972f6e-1111-7111-8111-111111111111")]
    public async Task An_old_address_leads_on(string old, string now)
    {
        using var answer = await (await web.SignedIn("Demo person 2")).GetAsync(new Uri("/cases/ORCHARD" + old, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("/cases/ORCHARD" + now, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_is_led_on_who_is_not_signed_in()
    {
        using var client = web.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri("/cases/ORCHARD/gaps/clocks/new", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_that_moved_is_followed_above() =>
        Assert.Equal(["/cases/{Ref}/gaps/clocks/new", "/cases/{Ref}/gaps/clocks/{Id:guid}"], web.Services.GetRequiredService<CasePages>().Moved.Select(moved => moved.Old).Order(StringComparer.Ordinal));
}
