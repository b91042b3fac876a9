using System.Net;
using System.Text.RegularExpressions;
using Onus.Casework.Records;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Gaps;

/// <summary>A month that is called missing is answered in its place, and the answer stands beside it.</summary>
public sealed class GapMonthTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_says_that_nothing_happened_stands_beside_the_gap_and_can_be_taken_back()
    {
        var client = await web.SignedIn("Demo person 1");
        var gaps = await Get(client, "/cases/ORCHARD/gaps");
        var address = Regex.Match(gaps, "href=\"(?<to>/cases/ORCHARD/gaps/months/2025-05[?]account=[a-z0-9]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["to"].Value;
        Assert.NotEqual("", address);
        Assert.Contains("The balances do not go on over this month", gaps, StringComparison.Ordinal);

        var page = await Get(client, address);
        Assert.Contains("Nothing happened in May 2025?", page, StringComparison.Ordinal);
        var form = page.Split("<form").First(part => part.Contains("Form.SaidBy", StringComparison.Ordinal));
        using var early = await OrchardWeb.Post(client, address, form, [("Form.SaidBy", "Selwen Bank"), ("Form.SaidOn", "2025-05-20"), ("Form.Reason", "Asked by telephone.")]);
        Assert.Contains("Its last day is 31 May 2025", WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);

        // The practice case stands on a day in May; on a later one it can be said.
        var find = new FindGaps(web.Seeded.Store);
        var said = await new AnswerGap(web.Seeded.Store, find).Handle(
            new("ORCHARD", address.Split('=')[1], null, new(2025, 5), 0, "Selwen Bank", new(2025, 6, 3), "Asked by telephone.", new(2025, 7, 1)), await web.Seeded.Prosecutor(), Cancel);
        Assert.True(said.IsOk, said.Error?.Key);
        gaps = await Get(client, "/cases/ORCHARD/gaps");
        Assert.Contains("May 2025: no entry, and somebody says that nothing happened.", gaps, StringComparison.Ordinal);
        Assert.Contains("Selwen Bank, on 3 June 2025: nothing happened. Asked by telephone. Noted by Demo person 2", gaps, StringComparison.Ordinal);
        Assert.Contains("The balances do not go on over this month", gaps, StringComparison.Ordinal);

        page = await Get(client, address);
        form = page.Split("<form").First(part => part.Contains("Form.TakeBack", StringComparison.Ordinal));
        using var back = await OrchardWeb.Post(client, address, form, [("Form.TakeBack", "It was another account.")]);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.DoesNotContain("somebody says that nothing happened. ", await Get(client, "/cases/ORCHARD/gaps"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/gaps/months/2025-05?account=nobody")]
    [InlineData("/gaps/months/2025-04?account={0}")]
    [InlineData("/gaps/months/2025-13?account={0}")]
    [InlineData("/gaps/months/May?file=x")]
    public async Task A_month_that_is_not_missing_has_no_page(string address)
    {
        var client = await web.SignedIn("Demo person 1");
        var key = Regex.Match(await Get(client, "/cases/ORCHARD/gaps"), "months/2025-05[?]account=(?<key>[a-z0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["key"].Value;
        var answer = await client.GetAsync(new Uri("/cases/ORCHARD" + string.Format(System.Globalization.CultureInfo.InvariantCulture, address, key), UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> Get(HttpClient client, string address)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
