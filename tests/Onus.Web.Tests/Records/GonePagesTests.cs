using System.Net;

namespace Onus.Web.Tests.Records;

/// <summary>A form that is sent to a page whose subject is gone does nothing, and its sender is told so, whatever the page.</summary>
public sealed class GonePagesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Nowhere = "0198c0de-0000-7000-8000-000000000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/facts/" + Nowhere, "edit")]
    [InlineData("/foundations/" + Nowhere, "decide")]
    [InlineData("/files/" + Nowhere, "also-0")]
    [InlineData("/files/" + Nowhere + "/withdraw", "withdraw")]
    [InlineData("/files/" + Nowhere + "/differences", "decide")]
    [InlineData("/people/" + Nowhere, "change")]
    [InlineData("/exhibits/99/rests", "rests")]
    [InlineData("/exhibits/99/translation", "translate")]
    [InlineData("/clocks/" + Nowhere, "watch")]
    [InlineData("/counts/99", "split")]
    [InlineData("/counts/99/change", "withdraw")]
    [InlineData("/challenges/" + Nowhere + "/change", "change")]
    [InlineData("/challenges/new?answers=" + Nowhere, "enter")]
    public async Task A_form_of_what_is_gone_is_refused_as_overtaken(string part, string handler)
    {
        var client = await web.SignedIn("Demo person 2");
        var before = await Log();
        var form = (await client.GetStringAsync(new Uri("/cases/ORCHARD/clocks/new", UriKind.Relative), Cancel)).Split("<form")[^1];
        var answer = await OrchardWeb.Post(client, "/cases/ORCHARD" + part, form, [("_handler", handler), ("Form.Text", "It was not so."), ("Form.Mode", "Rebut"), ("Form.On", "Fact:" + Nowhere), ("Form.Version", "1"), ("reason", "x")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Somebody else changed this first", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, await Log());
        // To look at, it is not there.
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/cases/ORCHARD" + part, UriKind.Relative), Cancel)).StatusCode);
    }

    private async Task<int> Log()
    {
        await using var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor());
        return work.Db.Log.Count();
    }
}
