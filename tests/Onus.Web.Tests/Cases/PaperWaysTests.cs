using System.Net;
using System.Text.RegularExpressions;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Cases;

/// <summary>A paper leads back on the screen, and what to do next is what the person may do.</summary>
public sealed class PaperWaysTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gap-sheet", "/gaps")]
    [InlineData("whom-to-ask", "/requests")]
    [InlineData("disclosure", "/disclosure")]
    [InlineData("chronology", "/chronology")]
    [InlineData("exhibit-list", "/facts")]
    [InlineData("gap-sheet?from=/cases/ORCHARD/counts/1", "/counts/1")]
    public async Task A_paper_leads_back_to_its_case_and_to_the_page_it_came_from_on_the_screen_only(string paper, string part)
    {
        var page = await (await web.SignedIn("Demo person 2")).GetStringAsync(new Uri("/cases/ORCHARD/papers/" + paper, UriKind.Relative), Cancel);
        var nav = Regex.Match(page, """<nav class="screen-only" aria-label="Back to">.*?</nav>""", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("""href="/cases/ORCHARD">""", nav, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cases/ORCHARD{part}\"", nav, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/cases/ORCHARD/")]
    [InlineData("/cases/OTHER/facts")]
    [InlineData("javascript:alert(1)")]
    public async Task A_paper_leads_nowhere_that_an_address_from_outside_chose(string from)
    {
        var page = await (await web.SignedIn("Demo person 2")).GetStringAsync(new Uri("/cases/ORCHARD/papers/chronology?from=" + Uri.EscapeDataString(from), UriKind.Relative), Cancel);
        Assert.DoesNotContain("the page you came from", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Demo person 2", true)]
    [InlineData("Demo person 1", false)]
    public async Task What_to_do_next_is_in_the_order_of_work_and_leaves_out_what_is_anothers(string person, bool counsel)
    {
        var page = WebUtility.HtmlDecode(await (await web.SignedIn(person)).GetStringAsync(new Uri("/cases/ORCHARD", UriKind.Relative), Cancel));
        string[] steps = ["Valley Mobile deletes", "No entry in", "hardly answers"];
        var places = steps.Select(step => page.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
        Assert.Equal(counsel, page.Contains("No count is drafted yet", StringComparison.Ordinal));
    }
}
