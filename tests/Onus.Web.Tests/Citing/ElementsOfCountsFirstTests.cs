using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Charges;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Citing;

/// <summary>Whoever cites for the counts that there are meets their elements first, and the keys of these alone.</summary>
public sealed class ElementsOfCountsFirstTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Knowingly = "us.1589-a|us.1589-a.knowingly";
    private const string Elsewhere = "us.1591-a-1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Elements_of_counts_without_a_citation_come_first_and_other_offences_are_behind_one_summary()
    {
        var client = await web.SignedIn("Demo person 2");

        // Nothing is charged, and one offence was chosen: it is what there is.
        var chosen = await Form(client, "&offence=" + Elsewhere);
        Assert.Null(chosen.QuerySelector("details[data-aside]"));
        var other = Cells(chosen)[0];
        Assert.Equal("a", other.GetAttribute("data-key"));
        await Cite(client, "&offence=" + Elsewhere, other.Value);

        // A browser in which nothing was chosen.
        client = await web.SignedIn("Demo person 2");
        var actor = await web.Seeded.Prosecutor();
        var draft = web.Services.GetRequiredService<DraftCount>();
        foreach (var offence in new[] { "us.1589-a", "us.1592-a" })
        {
            Assert.True((await draft.Handle(new("ORCHARD", offence, web.Seeded.Defendant.Id, web.Seeded.Survivor.Id, new(2024, 3, 1), new(2024, 5, 1)), actor, Cancel)).IsOk);
        }

        var before = Shown(await Form(client, ""));
        Assert.Equal(Knowingly, before[0].Value);
        await Cite(client, "", Knowingly);

        var form = await Form(client, "");
        var shown = Shown(form);
        Assert.Equal(["us.1589-a", "us.1592-a"], shown.Select(OffenceOf).Distinct());
        var forced = shown.Where(cell => OffenceOf(cell) == "us.1589-a").ToList();
        Assert.Equal(Knowingly, forced[^1].Value);
        Assert.Contains("cited", forced[^1].ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.Count, shown.Count);

        // The hand learns a key: it stays with its element wherever that stands.
        Assert.Equal("a", forced[^1].GetAttribute("data-key"));
        Assert.Equal(before.Select(KeyOf).Order(), shown.Select(KeyOf).Order());

        var aside = Assert.Single(form.QuerySelectorAll("details[data-aside]"));
        Assert.StartsWith("Other offences", aside.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(aside.QuerySelectorAll("input[name='Form.Cells']").OfType<IHtmlInputElement>(), cell => OffenceOf(cell) == Elsewhere);
        Assert.False(aside.HasAttribute("open"));
        // Where nothing is seen no key helps.
        Assert.Empty(form.QuerySelectorAll("details input[name='Form.Cells'][data-key]"));
        Assert.All(shown, cell => Assert.NotNull(cell.GetAttribute("data-key")));

        // What counsel chooses to cite into is in sight.
        Assert.Contains(Shown(await Form(client, "&offence=" + Elsewhere)), cell => OffenceOf(cell) == Elsewhere);

        static string KeyOf(IHtmlInputElement cell) => cell.Value + " " + cell.GetAttribute("data-key");
    }

    private static List<IHtmlInputElement> Cells(IElement form) => [.. form.QuerySelectorAll("input[name='Form.Cells']").OfType<IHtmlInputElement>().Where(cell => cell.Value.Contains('|', StringComparison.Ordinal))];

    private static List<IHtmlInputElement> Shown(IElement form) => [.. Cells(form).Where(cell => cell.Closest("details") is null)];

    private static string OffenceOf(IHtmlInputElement cell) => cell.Value.Split('|')[0];

    private Uri Address(string more) => new($"/cases/ORCHARD/cite?record={web.Seeded.Row("chat.txt", "You owe").Id.Hex}{more}", UriKind.Relative);

    private async Task<IElement> Form(HttpClient client, string more) => HtmlPage.Form(await client.GetStringAsync(Address(more), Cancel), "cite");

    private async Task Cite(HttpClient client, string more, string cell)
    {
        var form = await Form(client, more);
        using var sent = await OrchardWeb.Post(client, Address(more).ToString(), form.OuterHtml,
            [("Form.Cells", cell), ("Form.Bearing", "supports"), ("Form.About", web.Seeded.Survivor.Id.Value.ToString()), ("Form.By", web.Seeded.Defendant.Id.Value.ToString()), ("Form.Words", web.Seeded.Defendant.Id.Value.ToString())]);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, sent.StatusCode);
    }
}
