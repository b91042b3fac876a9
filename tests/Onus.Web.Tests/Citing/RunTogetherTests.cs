using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Casework.Charges;
using Onus.Casework.Evidence;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Citing;

/// <summary>Words that stand beside each other on a page do not run into each other: links in a row, and sentences behind sentences.</summary>
public sealed partial class RunTogetherTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_cited_and_what_a_correction_would_change_is_told_in_words_that_stand_apart()
    {
        var actor = await web.Seeded.Prosecutor();
        using var scope = web.Services.CreateScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<DraftCount>().Handle(
            new(web.Seeded.Ref, "us.1589-a", web.Seeded.Defendant.Id, web.Seeded.Survivor.Id, new(2025, 4, 1), new(2025, 5, 20)), actor, Cancel)).IsOk);
        var leaves = scope.ServiceProvider.GetRequiredService<LawPacks>().OffenceAt("us.1589-a", new(2025, 4, 1)).Value.Leaves().Where(leaf => leaf.Kind == LeafKind.Required);
        var row = web.Seeded.Row("chat.txt", "You owe");
        var cited = (await scope.ServiceProvider.GetRequiredService<CitePassage>().Handle(
            new() { Case = web.Seeded.Ref, Record = row.Id, Elements = [.. leaves.Select(leaf => new ElementRef("us.1589-a", leaf.Id))], Survivors = [web.Seeded.Survivor.Id], Defendants = [web.Seeded.Defendant.Id] }, actor, Cancel)).Value;
        var client = await web.SignedIn("Demo person 2");
        var told = HtmlPage.Read(await client.GetStringAsync(new Uri($"/cases/ORCHARD/records/{row.Id.Hex}?cited={cited.Number}&tie={cited.Cite.Value}", UriKind.Relative), Cancel)).QuerySelector(".told")!;
        Assert.Contains("for the same", told.TextContent, StringComparison.Ordinal);
        Assert.All(told.QuerySelectorAll("a + a"), link => Assert.Equal("", link.PreviousSibling!.TextContent.Trim()));
        Assert.All(told.QuerySelectorAll("a + a"), link => Assert.NotEqual("A", link.PreviousSibling!.NodeName));

        var rests = $"/cases/ORCHARD/exhibits/{cited.Number}/rests";
        var nothing = await Preview(("origin", web.Seeded.Defendant.Id.Value.ToString()));
        Assert.Contains("Nothing changes.", nothing, StringComparison.Ordinal);
        var changed = await Preview(("origin", web.Seeded.Survivor.Id.Value.ToString()));
        Assert.Contains("it no longer holds.", changed, StringComparison.Ordinal);
        Assert.DoesNotMatch(Run(), changed);

        async Task<string> Preview(params (string Name, string Value)[] more)
        {
            var form = HtmlPage.Form(await client.GetStringAsync(new Uri(rests, UriKind.Relative), Cancel), "rests");
            var ticked = form.QuerySelectorAll("input[checked]").Where(box => box.GetAttribute("name") is not ("origin" or null)).Select(box => KeyValuePair.Create(box.GetAttribute("name")!, box.GetAttribute("value") ?? ""));
            var typed = form.QuerySelectorAll("input[type=text], input:not([type])").Where(field => field.GetAttribute("name") is not null).Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
            using var answer = await client.PostAsync(new Uri(rests, UriKind.Relative), new FormUrlEncodedContent(
                [.. form.Hidden(), .. ticked, .. typed, KeyValuePair.Create("do", "preview"), .. more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return HtmlPage.Read(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelectorAll(".notice")[^1].TextContent;
        }
    }

    [GeneratedRegex(@"\p{Ll}[.?!]\p{Lu}\p{Ll}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();
}
