using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Evidence;
using Onus.Casework.People;
using Onus.Content;
using Onus.Domain.Law;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Files;

/// <summary>A title with the name of a survivor is said on the page of the file, of the exhibit and beside the paper, and given another there.</summary>
public sealed class TitleTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_came_under_her_name_gets_a_title_of_its_own()
    {
        var police = await web.SignedIn("Demo person 1");
        var (store, texts) = (web.Seeded.Store, web.Services.GetRequiredService<Texts>());
        var file = web.Seeded.Files["lease.pdf"];
        // "Lease" is a word of any title; "Quillona" is a name.
        var actor = await web.Seeded.Prosecutor();
        Assert.True((await new Casework.Files.TitleFile(store, texts).Handle(new(web.Seeded.Ref, file.Id, file.Version, "Lease Quillona Marsh.pdf"), actor, Cancel)).IsOk);
        Assert.True((await new CitePassage(store, texts, web.Services.GetRequiredService<LawPacks>(), new(store, new())).Handle(new() { Case = web.Seeded.Ref, Record = web.Seeded.Rows["lease.pdf"][0].Id }, actor, Cancel)).IsOk);
        Assert.True((await new MapAlias(store, texts).Handle(new(web.Seeded.Ref, "Quillona Marsh", web.Seeded.Survivor.Id), actor, Cancel)).IsOk);

        var at = $"/cases/ORCHARD/files/{file.Id.Value}";
        var page = await Page(police, at);
        Assert.Contains("The title has a name of Survivor B.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Lease Survivor B.pdf\"", page, StringComparison.Ordinal);
        Assert.Contains("This title has a survivor’s name.", await Page(police, "/cases/ORCHARD/exhibits/1/rests"), StringComparison.Ordinal);
        var paper = await Page(police, "/cases/ORCHARD/papers/exhibit-list");
        Assert.Contains("Before it leaves the office", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillona", paper, StringComparison.Ordinal);
        Assert.Contains("Lease Victim B.pdf", paper, StringComparison.Ordinal);

        var form = page.Split("<form").First(f => f.Contains("name=\"title\"", StringComparison.Ordinal));
        using var refused = await OrchardWeb.Post(police, at, form, [("title", "Marsh, lease")]);
        var again = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("This title has a survivor’s name, or a word of it.", again, StringComparison.Ordinal);
        Assert.Contains("value=\"Marsh, lease\"", again, StringComparison.Ordinal);
        using var saved = await OrchardWeb.Post(police, at, again.Split("<form").First(f => f.Contains("name=\"title\"", StringComparison.Ordinal)), [("title", "Lease of the orchard house")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var titled = await Page(police, at);
        Assert.Contains("<h1>Lease of the orchard house</h1>", titled, StringComparison.Ordinal);
        Assert.DoesNotContain("The title has a name", titled, StringComparison.Ordinal);
        Assert.DoesNotContain("Before it leaves the office", await Page(police, "/cases/ORCHARD/papers/exhibit-list"), StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient who, string at) => WebUtility.HtmlDecode(await who.GetStringAsync(new Uri(at, UriKind.Relative), Cancel));
}
