using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Charges;
using Onus.Domain.Cases;
using Onus.Store;
using Onus.Web.Tests.Proofs;

namespace Onus.Web.Tests.Overview;

/// <summary>Whoever opens a case sees how each count stands and what to do next for it, where counsel's papers are theirs.</summary>
public sealed class CountsAtAGlanceTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_overview_has_a_line_and_a_next_step_for_each_count()
    {
        var page = HtmlPage.Read(await Page(web.Counsel, ""));

        var lines = page.QuerySelectorAll("#counts li");
        Assert.Equal(["1", "2", "3"], lines.Take(3).Select(line => line.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1]));
        Assert.All(lines, line => Assert.NotNull(line.QuerySelector(".standing")));
        Assert.All(lines, line => Assert.Contains("Next:", line.TextContent, StringComparison.Ordinal));
        // What the list of counts says is said here.
        var listed = HtmlPage.Read(await Page(web.Counsel, "/counts")).QuerySelectorAll("td .standing + small").Select(said => said.TextContent).ToList();
        Assert.Equal(lines.Length, listed.Count);
        Assert.All(lines.Zip(listed), pair => Assert.Contains(pair.Second, pair.First.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_meets_a_count_there()
    {
        foreach (var account in new[] { web.Police, web.Advocate })
        {
            var page = await Page(account, "");
            Assert.Null(HtmlPage.Read(page).QuerySelector("#counts"));
            Assert.DoesNotContain("Count 1", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_next_for_a_count_is_what_bears_on_it()
    {
        // Most of the farm hangs on the warrant, and nothing is cited for another offence.
        var counsel = (await web.Services.GetRequiredService<OnusStore>().ActorOf(web.Counsel.Id, null, Cancel))!;
        var drafted = await web.Services.GetRequiredService<DraftCount>().Handle(new(web.Farm.Ref, "us.1591-a-1", web.Farm.Owner.Id, web.Farm.Survivor.Id, new(2025, 4, 1), new(2025, 6, 1)), counsel, Cancel);
        Assert.Contains("hang on Search warrant", await Next(1), StringComparison.Ordinal);
        var other = await Next(drafted.Value);
        Assert.DoesNotContain("hang on", other, StringComparison.Ordinal);
        Assert.NotEqual("", other.Trim());
    }

    [Fact]
    public async Task Of_what_hangs_together_a_count_names_what_it_uses()
    {
        // The photographs of the sleeping place are cited for nothing.
        Assert.DoesNotContain("Photograph 1", await Next(1), StringComparison.Ordinal);
    }

    private async Task<string> Next(int number) => HtmlPage.Read(await Page(web.Counsel, $"/counts/{number}")).QuerySelector("#next")!.TextContent;

    private async Task<string> Page(Account account, string part) =>
        await (await web.Enter(account)).GetStringAsync(new Uri($"/cases/{web.Farm.Ref}{part}", UriKind.Relative), Cancel);
}
