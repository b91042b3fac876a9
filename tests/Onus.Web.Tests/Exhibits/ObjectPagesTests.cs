using System.Net;
using Onus.Casework.Cases;
using Onus.Casework.Foundations;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Exhibits;

/// <summary>An object is entered through the pages, loses nothing that was typed, and shows more than one fact.</summary>
public sealed class ObjectPagesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Police_enter_it_from_the_files_correct_a_slip_and_say_what_else_it_shows()
    {
        var police = await web.SignedIn("Demo person 1");
        Assert.Contains("href=\"/cases/ORCHARD/exhibits/new\"", await Get(police, "/files"), StringComparison.Ordinal);
        Assert.Contains("href=\"/cases/ORCHARD/exhibits/new\"", await Get(police, "/facts"), StringComparison.Ordinal);

        // Where nobody is there who could vouch for it, the page says so and where to add them.
        Assert.Contains("Nobody is there yet to choose from.", await Get(police, "/exhibits/new"), StringComparison.Ordinal);
        Assert.True((await new AddFoundation(web.Seeded.Store).Handle(new(web.Seeded.Ref, FoundationKind.Witness, "Officer 4 testifies"), await web.Seeded.Investigator(), Cancel)).IsOk);
        var form = HtmlPage.Form(await police.GetStringAsync(At("/exhibits/new"), Cancel), "object");
        var (legal, factual) = (form.QuerySelector("input[name=legal]")!.GetAttribute("value")!, form.QuerySelector("input[name=factual]")!.GetAttribute("value")!);
        (string, string)[] filled = [("title", "Account book, red, item 1"), ("origin", web.Seeded.Defendant.Id.Value.ToString()), ("body", "Land office; Bank of Kestria"), ("legal", legal), ("factual", factual), ("fact", "Seven debts stand in the red book."), ("reason", "Page 3")];
        // A day that is none, and a title that is missing: what was typed stays.
        foreach (var (bad, said) in new[] { (filled.Append(("on", "3 May")), "2025-05-03"), (filled[1..].Append(("title", " ")), "Give the exhibit a title.") })
        {
            var refused = HtmlPage.Read(await Sent(police, "/exhibits/new", "object", [.. bad]));
            Assert.Contains(said, refused.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Seven debts stand in the red book.", refused.QuerySelector("textarea[name=fact]")!.TextContent.Trim());
            Assert.Equal([legal, factual], refused.QuerySelectorAll("input[name=legal][checked], input[name=factual][checked]").Select(box => box.GetAttribute("value")));
        }

        // A day or a reason without a fact is not lost unsaid.
        foreach (var only in new[] { ("reason", "Page 3"), ("on", "2025-05-03") })
        {
            Assert.Contains("Write the fact as one sentence.", await Sent(police, "/exhibits/new", "object", ("title", "Account book"), only), StringComparison.Ordinal);
        }

        Assert.DoesNotContain((await Case()).Exhibits, exhibit => exhibit.Material is null);
        var landed = await Sent(police, "/exhibits/new", "object", [.. filled, ("on", "2025-05-03")]);
        var entered = (await Case()).Exhibits.Single(exhibit => exhibit.Title == "Account book, red, item 1");
        Assert.Contains($"EX-{entered.Number} is entered.", landed, StringComparison.Ordinal);
        Assert.Contains("Seven debts stand in the red book.", landed, StringComparison.Ordinal);
        Assert.Equal([legal, factual], entered.Legal.Concat(entered.Factual).Select(point => point.Value.ToString()));
        Assert.Equal(3, entered.Origins.Count);

        // The list of exhibits leads to it, and it shows one thing more, or speaks against what is there.
        var rests = $"/exhibits/{entered.Number}/rests";
        Assert.Contains("It is noted what", await Sent(police, rests, "shows", ("fact", "The book has seven pages."), ("bearing", "supports")), StringComparison.Ordinal);
        Assert.Contains("Say which fact it speaks against.", await Sent(police, rests, "shows", ("fact", "She was never there."), ("bearing", "undermines")), StringComparison.Ordinal);
        var ties = (await Case()).ExhibitTies.Where(tie => tie.Exhibit == entered.Id).ToList();
        Assert.Equal(2, ties.Count);
        Assert.Contains("cited for this fact already", await Sent(police, rests, "shows", ("known", ties[0].Fact.Value.ToString()), ("bearing", "supports")), StringComparison.Ordinal);
        Assert.Contains("It is noted what", await Sent(police, rests, "shows", ("known", ties[0].Fact.Value.ToString()), ("bearing", "undermines"), ("reason", "Another hand wrote it")), StringComparison.Ordinal);
        Assert.Equal(Bearing.Undermines, (await Case()).ExhibitTies.Single(tie => tie.Exhibit == entered.Id && tie.Reason == "Another hand wrote it").Bearing);
        // A passage of a file has no such form: it is cited where it stands.
        Assert.DoesNotContain("Say what it shows", await Get(police, "/facts"), StringComparison.Ordinal);
    }

    private static Uri At(string part) => new("/cases/ORCHARD" + part, UriKind.Relative);

    private static async Task<string> Get(HttpClient client, string part) => WebUtility.HtmlDecode(await client.GetStringAsync(At(part), Cancel));

    private static async Task<string> Sent(HttpClient client, string part, string handler, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(At(part), Cancel);
        using var form = new FormUrlEncodedContent(HtmlPage.Form(page, handler).Hidden().Where(hidden => hidden.Key != "version").Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        var answer = await client.PostAsync(At(part), form, Cancel);
        return WebUtility.HtmlDecode(answer.StatusCode == HttpStatusCode.Redirect ? await client.GetStringAsync(answer.Headers.Location!, Cancel) : await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(web.Seeded.Store).Handle(web.Seeded.Ref, await web.Seeded.Prosecutor(), Cancel)).Value;
}
