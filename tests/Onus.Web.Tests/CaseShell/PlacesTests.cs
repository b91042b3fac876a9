using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Charges;
using Onus.Web.CaseShell;
using Onus.Web.Tests.Proofs;

namespace Onus.Web.Tests.CaseShell;

/// <summary>A case has six places, and each its pages: the rows lead to what a person may open, and to nothing else.</summary>
public sealed class PlacesTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counsel_finds_every_page_in_its_place() => Assert.Equal(
        [
            "Overview: At a glance, Title, dates and members",
            "Evidence: Files, Chronology, Contacts and payments, Gaps",
            "People: ",
            "Proof: Elements, Counts, If a survivor is not there, What if …, Challenges, What it relies on, Facts",
            "Work: Requests, What will be deleted, Papers, For disclosure",
            "Log: ",
        ],
        await Rows(await web.Enter(web.Counsel)));

    [Theory]
    [InlineData("Demo person 1")]
    [InlineData("Demo person 3")]
    public async Task Of_counsels_papers_nobody_else_sees_a_link(string person) => Assert.Equal(
        [
            "Overview: ",
            "Evidence: Files, Chronology, Contacts and payments, Gaps",
            "People: ",
            "Proof: What it relies on, Facts",
            "Work: Requests, What will be deleted, Papers, For disclosure",
            "Log: ",
        ],
        await Rows(await web.Enter(Person(person))));

    [Theory]
    [InlineData("Demo person 1")]
    [InlineData("Demo person 2")]
    [InlineData("Demo person 3")]
    public async Task What_the_rows_lead_to_opens_and_what_they_do_not_lead_to_is_not_there(string person)
    {
        var client = await web.Enter(Person(person));
        List<string> linked = [];
        foreach (var place in Links(await Page(client, ""), ".places"))
        {
            var page = await Page(client, Part(place));
            linked.AddRange([Part(place), .. Links(page, ".pages-row").Select(Part)]);
        }

        foreach (var page in web.Services.GetRequiredService<CasePages>().All)
        {
            using var answer = await client.GetAsync(Address(page.Part), Cancel);
            Assert.Equal((page.Part, linked.Contains(page.Part) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (page.Part, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("", "Overview", "page", "At a glance", "page")]
    [InlineData("/settings", "Overview", "true", "Title, dates and members", "page")]
    [InlineData("/files", "Evidence", "page", "Files", "page")]
    [InlineData("/files/add", "Evidence", "true", "Files", "true")]
    [InlineData("/gaps", "Evidence", "true", "Gaps", "page")]
    [InlineData("/counts/1", "Proof", "true", "Counts", "true")]
    [InlineData("/grid", "Proof", "page", "Elements", "page")]
    [InlineData("/clocks/new", "Work", "true", "What will be deleted", "true")]
    [InlineData("/people", "People", "page", null, null)]
    public async Task It_is_said_where_one_is(string part, string place, string placeIs, string? name, string? nameIs)
    {
        var page = await Page(await web.Enter(web.Counsel), part);
        Assert.Equal((place, placeIs), Current(page, ".places"));
        Assert.Equal((name, nameIs), Current(page, ".pages-row"));
        Assert.Equal("Places of the case The farm", page.QuerySelector("nav.places")!.GetAttribute("aria-label"));
        Assert.Equal(name is null ? null : "Pages of " + place, page.QuerySelector("nav.pages")?.GetAttribute("aria-label"));
    }

    private async Task<List<string>> Rows(HttpClient client)
    {
        List<string> rows = [];
        foreach (var place in Links(await Page(client, ""), ".places"))
        {
            rows.Add($"{place.TextContent}: {string.Join(", ", Links(await Page(client, Part(place)), ".pages-row").Select(link => link.TextContent))}");
        }

        return rows;
    }

    private static (string? Name, string? Is) Current(IDocument page, string row) =>
        Links(page, row).Where(link => link.HasAttribute("aria-current")).Select(link => ((string?)link.TextContent, link.GetAttribute("aria-current"))).SingleOrDefault();

    private static IHtmlCollection<IElement> Links(IDocument page, string row) => page.QuerySelectorAll(row + " a");

    private string Part(IElement link) => link.GetAttribute("href")!["/cases/".Length..][web.Farm.Ref.Length..];

    private Uri Address(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    private async Task<IDocument> Page(HttpClient client, string part) => new HtmlParser().ParseDocument(await client.GetStringAsync(Address(part), Cancel));

    private Account Person(string name) => new[] { web.Counsel, web.Police, web.Advocate }.Single(account => account.Name == name);
}
